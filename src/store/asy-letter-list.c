/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "base/asy-text.h"
#include "model/asy-family-file.h"
#include "store/asy-ids-private.h"
#include "store/asy-letters.h"
#include "store/asy-repo.h"
#include "store/asy-search.h"

#define LIMIT_DEFAULT 100
/* Words that this many papers have in common narrow nothing: walking the list
 * finds a page of them sooner. */
#define HITS_MAX 1000
#define WALK_STEP 200

static guint
limit_of (const AsyLetterFilter *filter)
{
  return filter->limit > 0 ? filter->limit : LIMIT_DEFAULT;
}

/* Without words: along an index, newest first. */

/* `t.state = 'draft'` for one state, so that its index is walked; the words are those of the schema. */
static void
append_states (GString *tail, guint states)
{
  const char *separator = "";
  guint n_states = 0;

  for (guint i = 0; asy_letter_state_nicks[i] != NULL; i++)
    n_states += (states >> i) & 1;
  g_string_append (tail, n_states == 1 ? " AND t.state = " : " AND t.state IN (");
  for (guint i = 0; asy_letter_state_nicks[i] != NULL; i++)
    if ((states >> i) & 1)
      {
        g_string_append_printf (tail, "%s'%s'", separator, asy_letter_state_nicks[i]);
        separator = ", ";
      }
  if (n_states != 1)
    g_string_append_c (tail, ')');
}

static char *
make_tail (const AsyLetterFilter *filter)
{
  GString *tail = g_string_new ("WHERE 1 = 1");

  if (filter->kind != NULL)
    g_string_append (tail, " AND t.kind = :kind");
  if (filter->states != 0)
    append_states (tail, filter->states);
  if (filter->year != 0)
    g_string_append (tail, " AND t.made_on BETWEEN :first AND :last");
  if (filter->family_id != 0)
    g_string_append (tail, " AND t.family_id = :family");
  if (filter->older_than != NULL)
    g_string_append (tail, " AND (t.made_on, t.id) < (:made, :id)");
  g_string_append (tail, " ORDER BY t.made_on DESC, t.id DESC LIMIT :limit");
  return g_string_free (tail, FALSE);
}

static GPtrArray *
list_in_order (AsySession *session, const AsyLetterFilter *filter, GError **error)
{
  g_autofree char *tail = make_tail (filter);
  g_autoptr (AsyStmt) stmt = asy_repo_prepare (session, ASY_TYPE_LETTER, tail, error);

  if (stmt == NULL)
    return NULL;
  if (filter->kind != NULL)
    asy_stmt_bind_text (stmt, ":kind", filter->kind);
  if (filter->year != 0)
    {
      asy_stmt_bind_day (stmt, ":first", asy_day_new (filter->year, 1, 1));
      asy_stmt_bind_day (stmt, ":last", asy_day_new (filter->year, 12, 31));
    }
  if (filter->family_id != 0)
    asy_stmt_bind_int (stmt, ":family", filter->family_id);
  if (filter->older_than != NULL)
    {
      asy_stmt_bind_day (stmt, ":made", asy_letter_get_made_on (filter->older_than));
      asy_stmt_bind_int (stmt, ":id", asy_record_get_id (ASY_RECORD (filter->older_than)));
    }
  asy_stmt_bind_int (stmt, ":limit", limit_of (filter));
  return asy_repo_read_all (stmt, ASY_TYPE_LETTER, error);
}

/* With rare words: what the search finds, narrowed, newest first. */

typedef struct {
  gint64 id;
  AsyDay made_on;
} Place;

typedef struct {
  const AsyLetterFilter *filter;
  GArray *places;
} Narrowing;

static gboolean
has_state (guint states, const char *nick)
{
  for (guint i = 0; asy_letter_state_nicks[i] != NULL; i++)
    if (g_strcmp0 (asy_letter_state_nicks[i], nick) == 0)
      return ((states >> i) & 1) != 0;
  return FALSE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  if (left->made_on != right->made_on)
    return left->made_on > right->made_on ? -1 : 1;
  return (left->id < right->id) - (left->id > right->id);
}

static gboolean
comes_after (const Place *place, AsyLetter *older_than)
{
  Place last;

  if (older_than == NULL)
    return TRUE;
  last.id = asy_record_get_id (ASY_RECORD (older_than));
  last.made_on = asy_letter_get_made_on (older_than);
  return compare_places (place, &last) > 0;
}

static gboolean
keep_place (AsyStmt *stmt, gpointer user_data, GError **error)
{
  Narrowing *narrowing = user_data;
  const AsyLetterFilter *filter = narrowing->filter;
  const Place place = { asy_stmt_column_int (stmt, 0), asy_stmt_column_day (stmt, 1) };

  if ((filter->kind == NULL || g_strcmp0 (filter->kind, asy_stmt_column_text (stmt, 2)) == 0) &&
      (filter->states == 0 || has_state (filter->states, asy_stmt_column_text (stmt, 3))) &&
      (filter->year == 0 || asy_day_get_year (place.made_on) == filter->year) &&
      (filter->family_id == 0 || filter->family_id == asy_stmt_column_int (stmt, 4)) && comes_after (&place, filter->older_than))
    g_array_append_val (narrowing->places, place);
  return TRUE;
}

static GPtrArray *
list_found (AsySession *session, const AsyLetterFilter *filter, GArray *found, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Narrowing narrowing = { filter, places };

  if (!_asy_ids_each (session, "SELECT id, made_on, kind, state, family_id FROM letter WHERE id IN", found, "", keep_place,
                      &narrowing, error))
    return NULL;
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len && i < limit_of (filter); i++)
    g_array_append_val (ids, g_array_index (places, Place, i).id);
  return _asy_ids_load (session, ASY_TYPE_LETTER, ids, error);
}

/* The names beside a page of papers: a query a kind of record, not a paper. */

static GHashTable *
load_named (AsySession *session, GType type, GPtrArray *records, guint field, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) loaded = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const gint64 id = asy_record_get_int (g_ptr_array_index (records, i), field);

      if (id != 0 && g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        g_array_append_val (ids, id);
    }
  loaded = _asy_ids_load (session, type, ids, error);
  if (loaded == NULL)
    return NULL;
  for (guint i = 0; i < loaded->len; i++)
    {
      const gint64 id = asy_record_get_id (g_ptr_array_index (loaded, i));

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), g_object_ref (g_ptr_array_index (loaded, i)));
    }
  return g_steal_pointer (&by_id);
}

/* The courts of the requests that were loaded. */
static GHashTable *
load_courts (AsySession *session, GHashTable *requests, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer request;

  g_hash_table_iter_init (&iter, requests);
  while (g_hash_table_iter_next (&iter, NULL, &request))
    g_ptr_array_add (list, request);
  return load_named (session, ASY_TYPE_COURT, list, ASY_COURT_REQUEST_COURT_ID, error);
}

static gpointer
find (GHashTable *by_id, gint64 id)
{
  return g_hash_table_lookup (by_id, &id);
}

static AsyLetterEntry *
make_entry (AsyLetter *letter, GHashTable *families, GHashTable *workers, GHashTable *requests, GHashTable *courts)
{
  AsyLetterEntry *entry = g_new0 (AsyLetterEntry, 1);
  AsyFamily *family = find (families, asy_letter_get_family_id (letter));
  AsyWorker *worker = find (workers, asy_letter_get_worker_id (letter));
  AsyCourtRequest *request = find (requests, asy_letter_get_court_request_id (letter));
  AsyCourt *court = request != NULL ? find (courts, asy_court_request_get_court_id (request)) : NULL;

  entry->letter = g_object_ref (letter);
  entry->family_name = family != NULL ? g_strdup (asy_family_get_name (family)) : NULL;
  entry->author_name = worker != NULL ? asy_worker_dup_full_name (worker) : NULL;
  entry->signature = request != NULL ? g_strdup (asy_court_request_get_signature (request)) : NULL;
  entry->due_on = request != NULL ? asy_court_request_get_due_on (request) : ASY_DAY_NONE;
  entry->court_name = court != NULL ? g_strdup (asy_court_get_name (court)) : NULL;
  return entry;
}

static GPtrArray *
name_letters (AsySession *session, GPtrArray *letters, GError **error)
{
  g_autoptr (GHashTable) families = load_named (session, ASY_TYPE_FAMILY, letters, ASY_LETTER_FAMILY_ID, error);
  g_autoptr (GHashTable) workers = NULL;
  g_autoptr (GHashTable) requests = NULL;
  g_autoptr (GHashTable) courts = NULL;
  GPtrArray *entries;

  if (families == NULL)
    return NULL;
  workers = load_named (session, ASY_TYPE_WORKER, letters, ASY_LETTER_WORKER_ID, error);
  if (workers == NULL)
    return NULL;
  requests = load_named (session, ASY_TYPE_COURT_REQUEST, letters, ASY_LETTER_COURT_REQUEST_ID, error);
  if (requests == NULL)
    return NULL;
  courts = load_courts (session, requests, error);
  if (courts == NULL)
    return NULL;
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_letter_entry_free);
  for (guint i = 0; i < letters->len; i++)
    g_ptr_array_add (entries, make_entry (g_ptr_array_index (letters, i), families, workers, requests, courts));
  return entries;
}

/* With common words: along the index, keeping what has them. */

static gboolean
has_beginning (char **words, const char *beginning)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], beginning))
      return TRUE;
  return FALSE;
}

/* By the same words as the search knows a paper. */
static gboolean
has_all_words (const AsyLetterEntry *entry, char **beginnings)
{
  const char *const texts[] = { asy_letter_get_title (entry->letter), asy_letter_get_mark (entry->letter),
                                entry->family_name, entry->signature, entry->author_name };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      g_string_append_printf (text, " %s", texts[i]);
  folded = asy_text_fold (text->str);
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; beginnings[i] != NULL; i++)
    if (!has_beginning (words, beginnings[i]))
      return FALSE;
  return TRUE;
}

static gboolean
walk_step (AsySession *session, const AsyLetterFilter *step, guint limit, char **beginnings, GPtrArray *entries,
           AsyLetter **ret_last, GError **error)
{
  g_autoptr (GPtrArray) letters = list_in_order (session, step, error);
  g_autoptr (GPtrArray) named = letters != NULL ? name_letters (session, letters, error) : NULL;

  if (named == NULL)
    return FALSE;
  for (guint i = 0; i < named->len && entries->len < limit; i++)
    if (has_all_words (g_ptr_array_index (named, i), beginnings))
      g_ptr_array_add (entries, g_steal_pointer (&g_ptr_array_index (named, i)));
  *ret_last = letters->len == step->limit ? g_object_ref (g_ptr_array_index (letters, letters->len - 1)) : NULL;
  return TRUE;
}

static GPtrArray *
walk (AsySession *session, const AsyLetterFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_letter_entry_free);
  g_autofree char *folded = asy_text_fold (filter->text);
  g_auto (GStrv) beginnings = g_strsplit (folded, " ", -1);
  g_autoptr (AsyLetter) last = NULL;
  AsyLetterFilter step = *filter;

  step.limit = WALK_STEP;
  do
    {
      AsyLetter *next;

      if (!walk_step (session, &step, limit_of (filter), beginnings, entries, &next, error))
        return NULL;
      g_clear_object (&last);
      step.older_than = last = next;
    }
  while (last != NULL && entries->len < limit_of (filter));
  return g_steal_pointer (&entries);
}

static GPtrArray *
list_by_words (AsySession *session, const AsyLetterFilter *filter, GError **error)
{
  static const char *const kinds[] = { ASY_SEARCH_LETTER, NULL };
  g_autoptr (GArray) found = _asy_ids_search (session, kinds, filter->text, HITS_MAX, error);
  g_autoptr (GPtrArray) letters = NULL;

  if (found == NULL)
    return NULL;
  if (found->len == HITS_MAX)
    return walk (session, filter, error);
  letters = list_found (session, filter, found, error);
  return letters != NULL ? name_letters (session, letters, error) : NULL;
}

static gboolean
has_words (const char *text)
{
  g_autofree char *folded = asy_text_fold (text);

  return *folded != '\0';
}

typedef struct {
  AsySession *session;
  const AsyLetterFilter *filter;
  GPtrArray *entries;
} Listing;

static gboolean
list_letters (AsyDb *db, gpointer user_data, GError **error)
{
  Listing *listing = user_data;
  g_autoptr (GPtrArray) letters = NULL;

  if (has_words (listing->filter->text))
    {
      listing->entries = list_by_words (listing->session, listing->filter, error);
      return listing->entries != NULL;
    }
  letters = list_in_order (listing->session, listing->filter, error);
  listing->entries = letters != NULL ? name_letters (listing->session, letters, error) : NULL;
  return listing->entries != NULL;
}

GPtrArray *
asy_letters_list (AsySession *session, const AsyLetterFilter *filter, GError **error)
{
  static const AsyLetterFilter everything = { 0 };
  Listing listing = { session, filter != NULL ? filter : &everything, NULL };

  return asy_db_read_transaction (asy_session_get_db (session), list_letters, &listing, error) ? listing.entries : NULL;
}
