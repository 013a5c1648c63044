/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "base/asy-text.h"
#include "store/asy-change-private.h"
#include "store/asy-repo.h"
#include "store/asy-saved-filters.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *left = asy_text_sort_key (asy_saved_filter_get_name (*(AsySavedFilter *const *) a));
  g_autofree char *right = asy_text_sort_key (asy_saved_filter_get_name (*(AsySavedFilter *const *) b));

  return g_strcmp0 (left, right);
}

GPtrArray *
asy_saved_filters_list (AsySession *session, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_repo_prepare (session, ASY_TYPE_SAVED_FILTER, "WHERE t.login = :login", error);
  GPtrArray *filters;

  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_text (stmt, ":login", asy_session_get_login (session));
  filters = asy_repo_read_all (stmt, ASY_TYPE_SAVED_FILTER, error);
  if (filters != NULL)
    g_ptr_array_sort (filters, compare_names);
  return filters;
}

/* A name in another case is the same name to whoever reads it. */
static gboolean
check_name (AsySession *session, AsySavedFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) own = asy_saved_filters_list (session, error);
  g_autofree char *name = asy_text_fold (asy_saved_filter_get_name (filter));

  if (own == NULL)
    return FALSE;
  for (guint i = 0; i < own->len; i++)
    {
      g_autofree char *other = asy_text_fold (asy_saved_filter_get_name (own->pdata[i]));

      if (asy_record_get_id (own->pdata[i]) != asy_record_get_id (ASY_RECORD (filter)) && g_str_equal (name, other))
        return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, filter, ASY_SAVED_FILTER_NAME, NULL, "a filter has this name");
    }
  return TRUE;
}

static gboolean
check_owner (AsySession *session, AsySavedFilter *filter, GError **error)
{
  g_autoptr (AsySavedFilter) stored = NULL;

  if (asy_record_get_id (ASY_RECORD (filter)) == 0)
    return TRUE;
  stored = asy_repo_load (session, ASY_TYPE_SAVED_FILTER, asy_record_get_id (ASY_RECORD (filter)), error);
  if (stored == NULL)
    return FALSE;
  if (g_strcmp0 (asy_saved_filter_get_login (stored), asy_session_get_login (session)) == 0)
    return TRUE;
  asy_store_set_error (error, ASY_STORE_ERROR_NOT_FOUND, "the filter is not the user's");
  return FALSE;
}

static gboolean
save (AsySession *session, gpointer copy, gpointer user_data, GError **error)
{
  asy_saved_filter_set_login (copy, asy_session_get_login (session));
  return check_owner (session, copy, error) && check_name (session, copy, error) && asy_repo_save (session, copy, error);
}

gboolean
asy_saved_filter_save (AsySession *session, AsySavedFilter *filter, GError **error)
{
  g_return_val_if_fail (ASY_IS_SAVED_FILTER (filter), FALSE);

  return _asy_change_run (session, filter, save, NULL, error);
}

static gboolean
remove_own (AsySession *session, gpointer copy, gpointer user_data, GError **error)
{
  return check_owner (session, copy, error) && asy_repo_delete (session, copy, error);
}

gboolean
asy_saved_filter_remove (AsySession *session, AsySavedFilter *filter, GError **error)
{
  g_return_val_if_fail (ASY_IS_SAVED_FILTER (filter), FALSE);

  return _asy_change_run (session, filter, remove_own, NULL, error);
}
