/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-letter-file.h"

const char *const asy_opinion_section_keys[] = {
  ASY_SECTION_SOURCES, ASY_SECTION_FAMILY, ASY_SECTION_HISTORY, ASY_SECTION_UPBRINGING, ASY_SECTION_LIVING,
  ASY_SECTION_EDUCATION, ASY_SECTION_CONTACTS, ASY_SECTION_ATTITUDE, ASY_SECTION_HELP, ASY_SECTION_HEALTH,
  ASY_SECTION_RELATIONS, ASY_SECTION_PLAN, ASY_SECTION_ANSWERS, ASY_SECTION_FACTS, ASY_SECTION_CONCLUSIONS,
  NULL,
};

const char *const asy_family_letter_kinds[] = {
  ASY_LETTER_KIND_INTAKE_CARD, ASY_LETTER_KIND_MOTION, ASY_LETTER_KIND_CONSENT, ASY_LETTER_KIND_AGREEMENT,
  ASY_LETTER_KIND_AUTHORISATION, ASY_LETTER_KIND_ASSIGNMENT, ASY_LETTER_KIND_DIAGNOSIS, ASY_LETTER_KIND_PLAN,
  ASY_LETTER_KIND_ANNEX,
  ASY_LETTER_KIND_VISIT_CARD, ASY_LETTER_KIND_HANDOVER, ASY_LETTER_KIND_COURT_REPORT, ASY_LETTER_KIND_COURT_NOTICE,
  ASY_LETTER_KIND_COURT_REPLY, ASY_LETTER_KIND_RESIGNATION, ASY_LETTER_KIND_END_CARD, ASY_LETTER_KIND_MONITORING_CARD,
  NULL,
};

const char *const asy_record_letter_kinds[] = {
  ASY_LETTER_KIND_COURT_NOTICE, ASY_LETTER_KIND_ASSIGNMENT, ASY_LETTER_KIND_HANDOVER, ASY_LETTER_KIND_VISIT_CARD,
  ASY_LETTER_KIND_MONITORING_CARD, ASY_LETTER_KIND_PLAN, ASY_LETTER_KIND_ANNEX, ASY_LETTER_KIND_REVIEW,
  ASY_LETTER_KIND_MONTH_REPORT,
  NULL,
};

void
asy_letter_revision_free (AsyLetterRevision *revision)
{
  if (revision == NULL)
    return;
  g_free (revision->made_at);
  g_free (revision->note);
  g_free (revision->sha256);
  g_free (revision);
}

AsyLetterFile *
asy_letter_file_new (AsyLetter *letter)
{
  AsyLetterFile *self = g_new0 (AsyLetterFile, 1);

  self->letter = g_object_ref (letter);
  self->sections = asy_record_array_new ();
  self->revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_letter_revision_free);
  return self;
}

void
asy_letter_file_free (AsyLetterFile *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->letter);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_object (&self->request);
  g_clear_object (&self->court);
  g_clear_object (&self->family);
  g_clear_object (&self->author);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_free (self);
}

AsyLetterSection *
asy_letter_file_find_section (AsyLetterFile *self, const char *key)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      AsyLetterSection *section = g_ptr_array_index (self->sections, i);

      if (g_strcmp0 (asy_letter_section_get_key (section), key) == 0)
        return section;
    }
  return NULL;
}

int
asy_letter_file_count_unreviewed (AsyLetterFile *self)
{
  int n_found = 0;

  for (guint i = 0; i < self->sections->len; i++)
    n_found += asy_letter_section_get_reviewed (g_ptr_array_index (self->sections, i)) ? 0 : 1;
  return n_found;
}

void
asy_letter_entry_free (AsyLetterEntry *entry)
{
  if (entry == NULL)
    return;
  g_clear_object (&entry->letter);
  g_free (entry->family_name);
  g_free (entry->author_name);
  g_free (entry->signature);
  g_free (entry->court_name);
  g_free (entry);
}

void
asy_request_entry_free (AsyRequestEntry *entry)
{
  if (entry == NULL)
    return;
  g_clear_object (&entry->request);
  g_free (entry->family_name);
  g_free (entry->court_name);
  g_free (entry->worker_name);
  g_free (entry);
}
