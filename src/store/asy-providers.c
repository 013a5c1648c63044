/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"
#include "store/asy-change-private.h"
#include "store/asy-ids-private.h"
#include "store/asy-providers-private.h"
#include "store/asy-repo.h"
#include "store/asy-search-private.h"
#include "store/asy-search.h"

#define LIMIT_DEFAULT 200
/* A word that more than this have in common is not a search yet. */
#define HITS_MAX 5000

/* Keys. */

static gboolean
is_street_word (const char *word)
{
  static const char *const words[] = { "ul", "ulica", "al", "aleja", "aleje", "pl", "plac", "os", "osiedle", NULL };

  return g_strv_contains (words, word);
}

/* `ul. Szkolna 1`, `Szkolna 1` and `ULICA SZKOLNA 1` are one street. */
static char *
fold_street (const char *street)
{
  g_autofree char *folded = asy_text_fold (street);
  const char *space = strchr (folded, ' ');
  g_autofree char *first = space != NULL ? g_strndup (folded, (gsize) (space - folded)) : NULL;

  if (first != NULL && is_street_word (first))
    return g_strdup (space + 1);
  return g_steal_pointer (&folded);
}

char *
asy_provider_dup_match_key (AsyProvider *provider)
{
  g_autofree char *name = asy_text_fold (asy_provider_get_name (provider));
  g_autofree char *street = fold_street (asy_provider_get_street (provider));
  g_autofree char *city = asy_text_fold (asy_provider_get_city (provider));

  return g_strjoin ("|", name, street, city, NULL);
}

void
_asy_provider_set_keys (AsyProvider *provider)
{
  g_autofree char *sort_key = asy_text_sort_key (asy_provider_get_name (provider));
  g_autofree char *match_key = asy_provider_dup_match_key (provider);

  asy_provider_set_sort_key (provider, sort_key);
  asy_provider_set_match_key (provider, match_key);
}

/* Lists. */

/* Zero and NULL of the filter leave their line out, so that the engine always
 * sees the narrowest statement. */
static char *
make_tail (const AsyProviderFilter *filter)
{
  GString *tail = g_string_new ("WHERE 1 = 1");

  if (!filter->with_retired)
    g_string_append (tail, " AND t.retired = 0");
  if (filter->kind != NULL)
    g_string_append (tail, " AND t.kind = :kind");
  if (filter->city != NULL)
    g_string_append (tail, " AND t.city = :city");
  if (filter->after != NULL)
    g_string_append (tail, " AND (t.sort_key, t.id) > (:key, :id)");
  g_string_append (tail, " ORDER BY t.sort_key, t.id LIMIT :limit");
  return g_string_free (tail, FALSE);
}

static guint
limit_of (const AsyProviderFilter *filter)
{
  return filter->limit > 0 ? filter->limit : LIMIT_DEFAULT;
}

static GPtrArray *
list_in_order (AsySession *session, const AsyProviderFilter *filter, GError **error)
{
  g_autofree char *tail = make_tail (filter);
  g_autoptr (AsyStmt) stmt = asy_repo_prepare (session, ASY_TYPE_PROVIDER, tail, error);

  if (stmt == NULL)
    return NULL;
  if (filter->kind != NULL)
    asy_stmt_bind_text (stmt, ":kind", filter->kind);
  if (filter->city != NULL)
    asy_stmt_bind_text (stmt, ":city", filter->city);
  if (filter->after != NULL)
    {
      asy_stmt_bind_text (stmt, ":key", asy_provider_get_sort_key (filter->after));
      asy_stmt_bind_int (stmt, ":id", asy_record_get_id (ASY_RECORD (filter->after)));
    }
  asy_stmt_bind_int (stmt, ":limit", limit_of (filter));
  return asy_repo_read_all (stmt, ASY_TYPE_PROVIDER, error);
}

/* A line of the list, light: a letter typed finds hundreds, a page shows some. */
typedef struct {
  gint64 id;
  char *sort_key;
} Place;

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_free (place->sort_key);
}

typedef struct {
  const AsyProviderFilter *filter;
  GArray *places;
} Narrowing;

static gboolean
keep_place (AsyStmt *stmt, gpointer user_data, GError **error)
{
  Narrowing *narrowing = user_data;
  const AsyProviderFilter *filter = narrowing->filter;
  Place place;

  if (filter->kind != NULL && g_strcmp0 (filter->kind, asy_stmt_column_text (stmt, 2)) != 0)
    return TRUE;
  if (filter->city != NULL && g_strcmp0 (filter->city, asy_stmt_column_text (stmt, 3)) != 0)
    return TRUE;
  place.id = asy_stmt_column_int (stmt, 0);
  place.sort_key = asy_stmt_column_dup_text (stmt, 1);
  g_array_append_val (narrowing->places, place);
  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;
  const int order = g_strcmp0 (left->sort_key, right->sort_key);

  if (order != 0)
    return order;
  return (left->id > right->id) - (left->id < right->id);
}

/* The ids of the page that comes after the filter's last one. */
static GArray *
cut_page (GArray *places, const AsyProviderFilter *filter)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Place last = { 0, NULL };

  if (filter->after != NULL)
    {
      last.id = asy_record_get_id (ASY_RECORD (filter->after));
      last.sort_key = (char *) asy_provider_get_sort_key (filter->after);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len && ids->len < limit_of (filter); i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (filter->after == NULL || compare_places (place, &last) > 0)
        g_array_append_val (ids, place->id);
    }
  return ids;
}

static GPtrArray *
list_by_words (AsySession *session, const AsyProviderFilter *filter, GError **error)
{
  const char *const kinds[] = { ASY_SEARCH_PROVIDER, filter->with_retired ? ASY_SEARCH_RETIRED_PROVIDER : NULL, NULL };
  g_autoptr (GArray) found = _asy_ids_search (session, kinds, filter->text, HITS_MAX, error);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GArray) ids = NULL;
  Narrowing narrowing = { filter, places };

  g_array_set_clear_func (places, clear_place);
  if (found == NULL || !_asy_ids_each (session, "SELECT id, sort_key, kind, city FROM provider WHERE id IN", found, "",
                                       keep_place, &narrowing, error))
    return NULL;
  ids = cut_page (places, filter);
  return _asy_ids_load (session, ASY_TYPE_PROVIDER, ids, error);
}

static gboolean
has_words (const char *text)
{
  g_autofree char *folded = asy_text_fold (text);

  return *folded != '\0';
}

GPtrArray *
asy_providers_list (AsySession *session, const AsyProviderFilter *filter, GError **error)
{
  static const AsyProviderFilter everything = { 0 };

  if (filter == NULL)
    filter = &everything;
  return has_words (filter->text) ? list_by_words (session, filter, error) : list_in_order (session, filter, error);
}

gboolean
asy_providers_count (AsySession *session, int *ret_count, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gint64 count;

  stmt = asy_db_prepare (asy_session_get_db (session), "SELECT count(*) FROM provider WHERE retired = 0", error);
  if (stmt == NULL || !asy_stmt_fetch_int (stmt, 0, &count, error))
    return FALSE;
  *ret_count = (int) count;
  return TRUE;
}

static int
compare_towns (gconstpointer a, gconstpointer b)
{
  g_autofree char *left = asy_text_sort_key (*(const char *const *) a);
  g_autofree char *right = asy_text_sort_key (*(const char *const *) b);

  return strcmp (left, right);
}

GStrv
asy_providers_list_cities (AsySession *session, GError **error)
{
  g_autoptr (GPtrArray) towns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT DISTINCT city FROM provider WHERE city IS NOT NULL AND retired = 0", error);
  if (stmt == NULL)
    return NULL;
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      g_ptr_array_add (towns, asy_stmt_column_dup_text (stmt, 0));
    }
  g_ptr_array_sort (towns, compare_towns);
  g_ptr_array_add (towns, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&towns), FALSE);
}

/* One. */

AsyProvider *
asy_provider_load (AsySession *session, gint64 id, GError **error)
{
  return asy_repo_load (session, ASY_TYPE_PROVIDER, id, error);
}

static gboolean
save_provider (AsySession *session, gpointer provider, gpointer user_data, GError **error)
{
  _asy_provider_set_keys (provider);
  return asy_repo_save (session, provider, error) &&
         asy_search_index_provider (session, asy_record_get_id (provider), error);
}

gboolean
asy_provider_save (AsySession *session, AsyProvider *provider, GError **error)
{
  g_return_val_if_fail (ASY_IS_PROVIDER (provider), FALSE);

  return _asy_change_run (session, provider, save_provider, NULL, error);
}

GPtrArray *
asy_provider_find_alike (AsySession *session, AsyProvider *provider, GError **error)
{
  g_autoptr (AsyProvider) probe = NULL;
  g_autoptr (AsyStmt) stmt = NULL;

  g_return_val_if_fail (ASY_IS_PROVIDER (provider), NULL);

  probe = asy_record_duplicate (provider);
  _asy_provider_set_keys (probe);
  stmt = asy_repo_prepare (session, ASY_TYPE_PROVIDER,
                           "WHERE t.match_key = :key AND t.id <> :id ORDER BY t.retired, t.id LIMIT 20", error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_text (stmt, ":key", asy_provider_get_match_key (probe));
  asy_stmt_bind_int (stmt, ":id", asy_record_get_id (ASY_RECORD (provider)));
  return asy_repo_read_all (stmt, ASY_TYPE_PROVIDER, error);
}

gboolean
asy_provider_find_by_source (AsySession *session, const char *source, const char *number, AsyProvider **ret_provider,
                             GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_repo_prepare (session, ASY_TYPE_PROVIDER,
                           "JOIN provider_source s ON s.provider_id = t.id WHERE s.register = :source AND s.number = :number",
                           error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":source", source);
  asy_stmt_bind_text (stmt, ":number", number);
  return asy_repo_read_one (stmt, ASY_TYPE_PROVIDER, (gpointer *) ret_provider, error);
}
