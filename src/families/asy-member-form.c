/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-family-forms.h"
#include "families/asy-name-rows.h"
#include "families/asy-person-form.h"

static gpointer
save_member_job (AsySession *session, gpointer request, GError **error)
{
  const AsyMemberEntry *entry = request;

  return asy_member_save_named (session, entry->member, entry->person, entry->names, error) ? ASY_STORE_DONE : NULL;
}

static void
free_entry (gpointer entry)
{
  asy_member_entry_free (entry);
}

/* Copies: the form may be typed into again when saving fails. */
static gpointer
make_request (AsyForm *form, gpointer user_data)
{
  AsyMemberEntry *typed = asy_person_form_dup_entry (form);
  AsyMemberEntry *request = asy_member_entry_copy (typed);

  asy_member_entry_free (typed);
  return request;
}

/* The newcomer most likely bears the name of the first one of the family. */
static const char *
guess_family_name (AsyFamilyFile *file)
{
  const AsyMemberEntry *first = file->members->len > 0 ? file->members->pdata[0] : NULL;

  return first != NULL ? asy_person_get_family_name (first->person) : NULL;
}

static AsyMemberEntry *
new_entry (AsyFamilyData *data)
{
  AsyMemberEntry *entry = asy_member_entry_new_blank (guess_family_name (data->file),
                                                      asy_record_get_id (ASY_RECORD (data->file->family)), data->today);

  asy_member_set_position (entry->member, data->file->members->len + 1);
  return entry;
}

void
asy_family_form_member (AsyContext *context, AsyFamilyData *data, AsyMemberEntry *entry)
{
  AsyMemberEntry *fresh = entry == NULL ? new_entry (data) : NULL;
  AsyForm *form = asy_person_form_new (context, entry != NULL ? _("Person") : _("New Person"), entry != NULL ? entry : fresh,
                                       entry != NULL);

  asy_form_set_subtitle (form, asy_family_get_name (data->file->family));
  asy_form_set_request (form, make_request, NULL, free_entry, NULL);
  asy_form_set_job (form, save_member_job);
  asy_form_set_draft (form, "person");
  asy_name_rows_set_draft (form);
  asy_form_present (form);
  asy_member_entry_free (fresh);
}
