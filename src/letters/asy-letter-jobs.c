/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letters"

#include "config.h"

#include "letters/asy-letter-jobs.h"
#include "papers/asy-paper-issue.h"

void
asy_letter_desk_free (AsyLetterDesk *desk)
{
  if (desk == NULL)
    return;
  g_clear_pointer (&desk->source, asy_paper_source_free);
  g_free (desk->frozen_template);
  g_free (desk->frozen_data);
  g_clear_pointer (&desk->pdf, g_bytes_unref);
  g_free (desk);
}

static gboolean
load_frozen (AsySession *session, AsyLetterDesk *desk, gint64 id, GError **error)
{
  if (asy_paper_source_is_set_anew (desk->source))
    return TRUE;
  if (!asy_letter_load_snapshot (session, id, &desk->frozen_template, &desk->frozen_data, error))
    return FALSE;
  desk->pdf = asy_letter_load_file (session, id, 0, error);
  return desk->pdf != NULL;
}

static gpointer
load_desk (AsySession *session, gint64 id, GError **error)
{
  AsyLetterDesk *desk = g_new0 (AsyLetterDesk, 1);

  desk->source = asy_paper_source_load (session, id, error);
  if (desk->source == NULL || !load_frozen (session, desk, id, error))
    {
      asy_letter_desk_free (desk);
      return NULL;
    }
  return desk;
}

gpointer
asy_letter_load_job (AsySession *session, gpointer request, GError **error)
{
  return load_desk (session, *(gint64 *) request, error);
}

static gpointer
load_desk_of (AsySession *session, AsyLetterFile *file, GError **error)
{
  gpointer desk = NULL;

  if (file != NULL)
    desk = load_desk (session, asy_record_get_id (ASY_RECORD (file->letter)), error);
  asy_letter_file_free (file);
  return desk;
}

gpointer
asy_letter_answer_job (AsySession *session, gpointer request, GError **error)
{
  return load_desk_of (session, asy_letter_draft_opinion (session, *(gint64 *) request, error), error);
}

gpointer
asy_letter_of_assessment_job (AsySession *session, gpointer request, GError **error)
{
  return load_desk_of (session, asy_letter_draft_assessment (session, *(gint64 *) request, error), error);
}

AsyLetterBeginning *
asy_letter_beginning_new (gint64 about_id, const char *kind)
{
  AsyLetterBeginning *beginning = g_new0 (AsyLetterBeginning, 1);

  beginning->about_id = about_id;
  beginning->kind = g_strdup (kind);
  return beginning;
}

void
asy_letter_beginning_free (AsyLetterBeginning *beginning)
{
  if (beginning == NULL)
    return;
  g_free (beginning->kind);
  g_free (beginning);
}

gpointer
asy_letter_begin_job (AsySession *session, gpointer request, GError **error)
{
  const AsyLetterBeginning *beginning = request;

  return load_desk_of (session, asy_letter_draft_family (session, beginning->about_id, beginning->kind, error), error);
}

gpointer
asy_letter_of_comparison_job (AsySession *session, gpointer request, GError **error)
{
  const AsyLetterBeginning *beginning = request;
  gint64 earlier_id;

  if (!g_ascii_string_to_signed (beginning->kind, 10, 1, G_MAXINT64, &earlier_id, error))
    return NULL;
  return load_desk_of (session, asy_letter_draft_comparison (session, beginning->about_id, earlier_id, error), error);
}

gpointer
asy_letter_begin_of_job (AsySession *session, gpointer request, GError **error)
{
  const AsyLetterBeginning *beginning = request;

  return load_desk_of (session, asy_letter_draft_of (session, beginning->kind, beginning->about_id, error), error);
}

AsyLetterSave *
asy_letter_save_new (AsyLetter *letter, GPtrArray *sections)
{
  AsyLetterSave *save = g_new0 (AsyLetterSave, 1);

  save->letter = asy_record_duplicate (letter);
  save->sections = asy_record_array_new ();
  for (guint i = 0; i < sections->len; i++)
    g_ptr_array_add (save->sections, asy_record_duplicate (g_ptr_array_index (sections, i)));
  return save;
}

void
asy_letter_save_free (AsyLetterSave *save)
{
  if (save == NULL)
    return;
  g_clear_object (&save->letter);
  g_clear_pointer (&save->sections, g_ptr_array_unref);
  g_free (save);
}

gpointer
asy_letter_save_job (AsySession *session, gpointer request, GError **error)
{
  AsyLetterSave *save = request;

  if (!asy_letter_save (session, save->letter, save->sections, error))
    return NULL;
  return asy_letter_save_new (save->letter, save->sections);
}

gpointer
asy_letter_issue_job (AsySession *session, gpointer request, GError **error)
{
  const gint64 id = *(gint64 *) request;

  return asy_paper_issue (session, id, error) ? load_desk (session, id, error) : NULL;
}

gpointer
asy_letter_discard_job (AsySession *session, gpointer request, GError **error)
{
  return asy_letter_discard (session, request, error) ? ASY_STORE_DONE : NULL;
}

gpointer
asy_letter_mark_sent_job (AsySession *session, gpointer request, GError **error)
{
  return asy_letter_mark_sent (session, request, error) ? ASY_STORE_DONE : NULL;
}

void
asy_letter_signed_free (AsyLetterSigned *signed_)
{
  if (signed_ == NULL)
    return;
  g_clear_object (&signed_->letter);
  g_clear_pointer (&signed_->pdf, g_bytes_unref);
  g_free (signed_->note);
  g_free (signed_);
}

gpointer
asy_letter_add_signed_job (AsySession *session, gpointer request, GError **error)
{
  AsyLetterSigned *signed_ = request;

  return asy_letter_add_signed (session, signed_->letter, signed_->pdf, signed_->note, error) ? ASY_STORE_DONE : NULL;
}
