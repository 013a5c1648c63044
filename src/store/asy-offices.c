/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-offices.h"
#include "store/asy-repo.h"

static AsyDictionary *
load_dictionary (AsySession *session, GError **error)
{
  g_autoptr (AsyDictionary) dictionary = asy_dictionary_new ();
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT kind, code, label, detail, retired FROM dictionary ORDER BY kind, position, code", error);
  if (stmt == NULL)
    return NULL;
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&dictionary);
      asy_dictionary_add (dictionary, asy_stmt_column_text (stmt, 0), asy_stmt_column_text (stmt, 1),
                          asy_stmt_column_text (stmt, 2), asy_stmt_column_text (stmt, 3),
                          asy_stmt_column_int (stmt, 4) != 0);
    }
}

static GPtrArray *
list_all (AsySession *session, GType type, const char *tail, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_repo_prepare (session, type, tail, error);

  return stmt != NULL ? asy_repo_read_all (stmt, type, error) : NULL;
}

static AsyUser *
find_user (GPtrArray *users, const char *login)
{
  for (guint i = 0; i < users->len; i++)
    {
      AsyUser *user = g_ptr_array_index (users, i);

      if (g_strcmp0 (asy_user_get_login (user), login) == 0)
        return g_object_ref (user);
    }
  return NULL;
}

AsyOfficeFile *
asy_office_file_load (AsySession *session, GError **error)
{
  g_autoptr (AsyOfficeFile) self = g_new0 (AsyOfficeFile, 1);
  g_autoptr (GPtrArray) offices = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  offices = list_all (session, ASY_TYPE_OFFICE, "ORDER BY t.id LIMIT 1", error);
  if (offices == NULL)
    return NULL;
  self->office = offices->len > 0 ? g_object_ref (g_ptr_array_index (offices, 0)) : asy_office_new ();
  self->courts = list_all (session, ASY_TYPE_COURT, "WHERE t.retired = 0 ORDER BY t.name, t.division", error);
  if (self->courts == NULL)
    return NULL;
  self->users = list_all (session, ASY_TYPE_USER, "ORDER BY t.full_name, t.id", error);
  if (self->users == NULL)
    return NULL;
  self->user = find_user (self->users, asy_session_get_login (session));
  self->dictionary = load_dictionary (session, error);
  if (self->dictionary == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

AsyOfficeFile *
asy_office_file_ref (AsyOfficeFile *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
asy_office_file_unref (AsyOfficeFile *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->office);
  g_clear_object (&self->user);
  g_clear_pointer (&self->courts, g_ptr_array_unref);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  g_clear_pointer (&self->dictionary, asy_dictionary_unref);
  g_free (self);
}

AsyCourt *
asy_office_file_find_court (AsyOfficeFile *self, gint64 id)
{
  for (guint i = 0; i < self->courts->len; i++)
    {
      AsyCourt *court = g_ptr_array_index (self->courts, i);

      if (asy_record_get_id (ASY_RECORD (court)) == id)
        return court;
    }
  return NULL;
}

gboolean
asy_office_save (AsySession *session, AsyOffice *office, GError **error)
{
  return asy_repo_save (session, office, error);
}

gboolean
asy_court_save (AsySession *session, AsyCourt *court, GError **error)
{
  return asy_repo_save (session, court, error);
}

gboolean
asy_user_save (AsySession *session, AsyUser *user, GError **error)
{
  return asy_repo_save (session, user, error);
}

gboolean
asy_user_check_access (AsyUser *user, AsyDay today, GError **error)
{
  const AsyDay from = asy_user_get_authorised_on (user);
  const AsyDay until = asy_user_get_authorised_until (user);
  const AsyDay secrecy = asy_user_get_secrecy_on (user);
  AsyStoreErrorDetail *detail;

  if (!asy_user_get_retired (user) && from != ASY_DAY_NONE && from <= today &&
      (until == ASY_DAY_NONE || until >= today) && secrecy != ASY_DAY_NONE && secrecy <= today)
    return TRUE;
  detail = asy_store_set_error (error, ASY_STORE_ERROR_NOT_AUTHORISED, "no authorisation or secrecy undertaking in force");
  if (error != NULL)
    detail->article = g_strdup ("art. 7 ust. 4 uwr");
  return FALSE;
}

typedef struct {
  AsyOffice *office;
  GPtrArray *courts;
  GPtrArray *users;
} SetUp;

static gboolean
save_all (AsySession *session, GPtrArray *records, GError **error)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!asy_repo_save (session, g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
set_up (AsySession *session, gpointer user_data, GError **error)
{
  SetUp *data = user_data;

  if (!save_all (session, data->courts, error))
    return FALSE;
  if (data->courts != NULL && data->courts->len > 0)
    asy_office_set_default_court_id (data->office, asy_record_get_id (g_ptr_array_index (data->courts, 0)));
  return asy_repo_save (session, data->office, error) && save_all (session, data->users, error);
}

gboolean
asy_register_set_up (AsySession *session, AsyOffice *office, GPtrArray *courts, GPtrArray *users, GError **error)
{
  SetUp data = { office, courts, users };

  return asy_session_transaction (session, set_up, &data, error);
}
