/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include <string.h>

#include "db/sqlite/asy-sqlite-private.h"

/*
 * The index holds no text of its own (content='search_doc'); its words and the
 * title shown for a hit stand in search_doc, so that a word can be taken out of
 * the index for good when its record changes ('delete' with the old words, and
 * secure-delete) and the whole index can be rebuilt and checked.
 *
 * The first word of a document is its kind behind an underscore, which no word
 * of a user can begin with. Prefix lists for the first letters typed, and rowids
 * that grow with every change, make "newest first" a walk along one list. Where
 * a prefix has no list, the lists of all the words that begin with it are put
 * together for every question, and few words begin with the same seven letters.
 */
#define PREFIXES "prefix='1 2 3 4 5 6'"

static const char schema[] =
  "CREATE TABLE IF NOT EXISTS search_doc ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  kind TEXT NOT NULL,"
  "  record_id INTEGER NOT NULL,"
  "  title TEXT NOT NULL,"
  "  subtitle TEXT NOT NULL,"
  "  words TEXT NOT NULL,"
  "  UNIQUE (kind, record_id)"
  ") STRICT;"
  "CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5 ("
  "  words, content='search_doc', content_rowid='id', columnsize=0, detail=none,"
  "  " PREFIXES ", tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\");"
  "INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);";

/*
 * The first time that words are erased for good the engine notes in the index
 * that it may now have empty pages. A transaction that is rolled back takes the
 * note along, and the connection, which remembers having made it, never makes it
 * again: whoever checks the index then calls an empty page damage (SQLite 3.46).
 * So the note is made here, before anything that could fail comes with it. The
 * savepoints make the engine write what it holds back until the commit.
 */
static const char erase_once[] =
  "SAVEPOINT made;"
  "INSERT INTO search_index (rowid, words) VALUES (0, '_');"
  "RELEASE made;"
  "SAVEPOINT erased;"
  "INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', 0, '_');"
  "RELEASE erased;"
  "SAVEPOINT noted;"
  "RELEASE noted;";

#define VERSION_WITH_ERASING "5"

static gboolean
count_is (AsyDb *db, const char *sql, const char *wanted, gboolean *ret_is, GError **error)
{
  g_autofree char *count = _asy_sqlite_query_text (db->handle, sql, error);

  if (count == NULL)
    return FALSE;
  *ret_is = g_str_equal (count, wanted);
  return TRUE;
}

static gboolean
has_schema (AsyDb *db, gboolean *ret_has, GError **error)
{
  return count_is (db, "SELECT count(*) FROM sqlite_schema WHERE name IN ('search_doc', 'search_index')", "2", ret_has, error);
}

/* One with other lists of prefixes finds the same, more slowly. */
static gboolean
has_other_index (AsyDb *db, gboolean *ret_has, GError **error)
{
  return count_is (db, "SELECT count(*) FROM sqlite_schema WHERE name = 'search_index' AND instr (sql, \"" PREFIXES "\") = 0", "1",
                   ret_has, error);
}

static gboolean
has_note (AsyDb *db, gboolean *ret_has, GError **error)
{
  g_autofree char *version = _asy_sqlite_query_text (db->handle, "SELECT max(v) FROM search_index_config WHERE k = 'version'", error);

  if (version == NULL)
    return FALSE;
  *ret_has = g_str_equal (version, VERSION_WITH_ERASING);
  return TRUE;
}

/* The words stand in search_doc. */
static gboolean
make_index (AsyDb *db, GError **error)
{
  gboolean is_other;

  if (!has_other_index (db, &is_other, error))
    return FALSE;
  if (!is_other)
    return _asy_sqlite_exec (db->handle, schema, "search index", error);
  return _asy_sqlite_exec (db->handle, "DROP TABLE search_index", "search index", error) &&
         _asy_sqlite_exec (db->handle, schema, "search index", error) &&
         _asy_sqlite_exec (db->handle, "INSERT INTO search_index (search_index) VALUES ('rebuild')", "search index", error);
}

static gboolean
make_schema (AsyDb *db, gpointer user_data, GError **error)
{
  gboolean has;

  if (!make_index (db, error) ||
      !_asy_sqlite_exec (db->handle, erase_once, "search index", error) ||
      !has_note (db, &has, error))
    return FALSE;
  if (!has)
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "search index: the engine did not note that words are erased");
  return has;
}

gboolean
_asy_db_ensure_internal (AsyDb *db, GError **error)
{
  gboolean is_ready, is_other;

  if (!has_schema (db, &is_ready, error) || (is_ready && !has_note (db, &is_ready, error)) || !has_other_index (db, &is_other, error))
    return FALSE;
  return (is_ready && !is_other) || asy_db_transaction (db, make_schema, NULL, error);
}

typedef struct {
  const char *kind;
  gint64 id;
  const char *title;
  const char *subtitle;
  const char *words;
} Document;

static gboolean
unindex (AsyDb *db, const Document *document, GError **error)
{
  g_autoptr(AsyStmt) stmt = asy_db_prepare (db,
                                            "INSERT INTO search_index (search_index, rowid, words)"
                                            " SELECT 'delete', id, words FROM search_doc WHERE kind = :kind AND record_id = :id",
                                            error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":kind", document->kind);
  asy_stmt_bind_int (stmt, ":id", document->id);
  return asy_stmt_run (stmt, error);
}

static gboolean
remove_document (AsyDb *db, gpointer user_data, GError **error)
{
  const Document *document = user_data;
  g_autoptr(AsyStmt) stmt = NULL;

  if (!unindex (db, document, error))
    return FALSE;
  stmt = asy_db_prepare (db, "DELETE FROM search_doc WHERE kind = :kind AND record_id = :id", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":kind", document->kind);
  asy_stmt_bind_int (stmt, ":id", document->id);
  return asy_stmt_run (stmt, error);
}

static gboolean
insert_document (AsyDb *db, const Document *document, gint64 *ret_row, GError **error)
{
  g_autofree char *words = g_strdup_printf ("_%s %s", document->kind, document->words);
  g_autoptr(AsyStmt) stmt = asy_db_prepare (db,
                                            "INSERT INTO search_doc (kind, record_id, title, subtitle, words)"
                                            " VALUES (:kind, :id, :title, :subtitle, :words) RETURNING id",
                                            error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":kind", document->kind);
  asy_stmt_bind_int (stmt, ":id", document->id);
  asy_stmt_bind_text (stmt, ":title", document->title != NULL ? document->title : "");
  asy_stmt_bind_text (stmt, ":subtitle", document->subtitle != NULL ? document->subtitle : "");
  asy_stmt_bind_text (stmt, ":words", words);
  return asy_stmt_fetch_int (stmt, 0, ret_row, error);
}

/* Saving a record often leaves its words alone, and what did not change keeps
 * its place in "newest first". */
static gboolean
has_document (AsyDb *db, const Document *document, gboolean *ret_has, GError **error)
{
  g_autofree char *words = g_strdup_printf ("_%s %s", document->kind, document->words);
  g_autoptr(AsyStmt) stmt = asy_db_prepare (db,
                                            "SELECT count(*) FROM search_doc WHERE kind = :kind AND record_id = :id"
                                            " AND title = :title AND subtitle = :subtitle AND words = :words",
                                            error);
  gint64 n_found;

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":kind", document->kind);
  asy_stmt_bind_int (stmt, ":id", document->id);
  asy_stmt_bind_text (stmt, ":title", document->title != NULL ? document->title : "");
  asy_stmt_bind_text (stmt, ":subtitle", document->subtitle != NULL ? document->subtitle : "");
  asy_stmt_bind_text (stmt, ":words", words);
  if (!asy_stmt_fetch_int (stmt, 0, &n_found, error))
    return FALSE;
  *ret_has = n_found > 0;
  return TRUE;
}

static gboolean
put_document (AsyDb *db, gpointer user_data, GError **error)
{
  const Document *document = user_data;
  g_autoptr(AsyStmt) stmt = NULL;
  gboolean is_there;
  gint64 row;

  if (!has_document (db, document, &is_there, error))
    return FALSE;
  if (is_there)
    return TRUE;
  if (!remove_document (db, user_data, error) || !insert_document (db, document, &row, error))
    return FALSE;
  stmt = asy_db_prepare (db, "INSERT INTO search_index (rowid, words) SELECT id, words FROM search_doc WHERE id = :id", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", row);
  return asy_stmt_run (stmt, error);
}

/* A kind is a name of ours, and it becomes a word of the index. */
static gboolean
is_kind (const char *kind)
{
  return kind != NULL && *kind != '\0' && strspn (kind, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen (kind);
}

gboolean
asy_db_search_put (AsyDb *db, const char *kind, gint64 id, const char *title, const char *subtitle,
                   const char *folded_words, GError **error)
{
  Document document = { kind, id, title, subtitle, folded_words != NULL ? folded_words : "" };

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (is_kind (kind), FALSE);

  return asy_db_transaction (db, put_document, &document, error);
}

gboolean
asy_db_search_remove (AsyDb *db, const char *kind, gint64 id, GError **error)
{
  Document document = { kind, id, NULL, NULL, NULL };

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (is_kind (kind), FALSE);

  return asy_db_transaction (db, remove_document, &document, error);
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Words of the user as quoted prefixes: nothing that he typed is syntax here. */
static gboolean
append_words (GString *query, const char *text)
{
  gsize before = query->len;
  gboolean in_word = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_word_char (c) && !in_word)
        g_string_append (query, query->len > 0 ? " AND \"" : "\"");
      else if (!is_word_char (c) && in_word)
        g_string_append (query, "\" *");
      in_word = is_word_char (c);
      if (in_word)
        g_string_append_unichar (query, c);
    }
  if (in_word)
    g_string_append (query, "\" *");
  return query->len > before;
}

static void
append_kinds (GString *query, const char *const *kinds)
{
  g_string_append_c (query, '(');
  for (gsize i = 0; kinds[i] != NULL; i++)
    g_string_append_printf (query, "%s\"_%s\"", i > 0 ? " OR " : "", kinds[i]);
  g_string_append_c (query, ')');
}

/* (nullable): no words, so nothing to look for */
static char *
make_query (const char *const *kinds, const char *text)
{
  g_autoptr(GString) query = g_string_new (NULL);

  if (kinds != NULL)
    append_kinds (query, kinds);
  if (!append_words (query, text))
    return NULL;
  return g_string_free (g_steal_pointer (&query), FALSE);
}

static AsySearchHit *
read_hit (AsyStmt *stmt)
{
  AsySearchHit *hit = g_new0 (AsySearchHit, 1);

  hit->kind = asy_stmt_column_dup_text (stmt, 0);
  hit->id = asy_stmt_column_int (stmt, 1);
  hit->title = asy_stmt_column_dup_text (stmt, 2);
  hit->subtitle = asy_stmt_column_dup_text (stmt, 3);
  return hit;
}

void
asy_search_hit_free (AsySearchHit *hit)
{
  if (hit == NULL)
    return;
  g_free (hit->kind);
  g_free (hit->title);
  g_free (hit->subtitle);
  g_free (hit->former);
  g_free (hit);
}

static gboolean
read_hits (AsyDb *db, const char *query, guint limit, GPtrArray *hits, GError **error)
{
  g_autoptr(AsyStmt) stmt = asy_db_prepare (db,
                                            "SELECT kind, record_id, title, subtitle FROM search_doc WHERE id IN"
                                            " (SELECT rowid FROM search_index WHERE search_index MATCH :query"
                                            "  ORDER BY rowid DESC LIMIT :limit)"
                                            " ORDER BY id DESC",
                                            error);
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":query", query);
  asy_stmt_bind_int (stmt, ":limit", limit);
  do
    {
      if (!asy_stmt_step (stmt, &row, error))
        return FALSE;
      if (row)
        g_ptr_array_add (hits, read_hit (stmt));
    }
  while (row);
  return TRUE;
}

GPtrArray *
asy_db_search (AsyDb *db, const char *const *kinds, const char *folded_text, guint limit, GError **error)
{
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_search_hit_free);
  g_autofree char *text = NULL;
  g_autofree char *query = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (folded_text != NULL, NULL);

  for (gsize i = 0; kinds != NULL && kinds[i] != NULL; i++)
    g_return_val_if_fail (is_kind (kinds[i]), NULL);
  if (kinds == NULL || kinds[0] != NULL)
    {
      text = g_utf8_make_valid (folded_text, -1);
      query = make_query (kinds, text);
    }
  if (query != NULL && !read_hits (db, query, limit, hits, error))
    return NULL;
  return g_steal_pointer (&hits);
}
