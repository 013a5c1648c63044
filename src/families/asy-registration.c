/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include "base/asy-text.h"
#include "families/asy-registration.h"

static GPtrArray *
copy_members (GPtrArray *members)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_member_entry_free);

  for (guint i = 0; i < members->len; i++)
    {
      AsyMemberEntry *copy = asy_member_entry_copy (members->pdata[i]);

      asy_member_set_position (copy->member, i + 1);
      g_ptr_array_add (copies, copy);
    }
  return copies;
}

AsyRegistration *
asy_registration_new (AsyFamily *family, GPtrArray *members, AsyCase *case_file, const char *const *reasons, AsyDay consent_on)
{
  AsyRegistration *self = g_new0 (AsyRegistration, 1);

  self->family = asy_record_duplicate (family);
  self->members = copy_members (members);
  self->case_file = asy_record_duplicate (case_file);
  self->reasons = g_strdupv ((char **) reasons);
  self->consent_on = consent_on;
  return self;
}

void
asy_registration_free (gpointer registration)
{
  AsyRegistration *self = registration;

  if (self == NULL)
    return;
  g_clear_object (&self->family);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_object (&self->case_file);
  g_strfreev (self->reasons);
  g_free (self);
}

static gboolean
save_consent (AsySession *session, AsyRegistration *self, GError **error)
{
  const AsyMemberEntry *adult = asy_registration_find_adult (self->members, asy_session_get_today (session));
  g_autoptr (AsyConsent) consent = asy_consent_new ();

  if (self->consent_on == ASY_DAY_NONE || adult == NULL)
    return TRUE;
  asy_consent_set_case_file_id (consent, asy_record_get_id (ASY_RECORD (self->case_file)));
  asy_consent_set_person_id (consent, asy_record_get_id (ASY_RECORD (adult->person)));
  asy_consent_set_given_on (consent, self->consent_on);
  return asy_consent_save (session, consent, error);
}

static gboolean
save_all (AsySession *session, gpointer user_data, GError **error)
{
  AsyRegistration *self = user_data;

  return asy_family_register (session, self->family, self->members, self->case_file, (const char *const *) self->reasons, error) &&
         save_consent (session, self, error);
}

gboolean
asy_registration_save (AsySession *session, AsyRegistration *self, GError **error)
{
  return asy_session_transaction (session, save_all, self, error);
}

const AsyMemberEntry *
asy_registration_find_adult (GPtrArray *members, AsyDay today)
{
  for (guint i = 0; i < members->len; i++)
    if (!asy_member_entry_is_child (members->pdata[i], today))
      return members->pdata[i];
  return NULL;
}

char *
asy_registration_propose_name (GPtrArray *members, AsyDay today)
{
  const AsyMemberEntry *first = asy_registration_find_adult (members, today);

  if (first == NULL && members->len > 0)
    first = members->pdata[0];
  if (first == NULL || asy_person_get_family_name (first->person) == NULL)
    return NULL;
  return asy_text_family_plural (asy_person_get_family_name (first->person));
}
