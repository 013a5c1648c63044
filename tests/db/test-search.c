/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "db-test.h"
#include "db/asy-db-private.h"

static const guint8 key[ASY_DB_KEY_SIZE] = { 3, 1, 4, 1, 5 };

typedef struct {
  char *folder;
  char *path;
  AsyDb *db;
} Fixture;

static void
put (AsyDb *db, const char *kind, gint64 id, const char *title, const char *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (asy_db_search_put (db, kind, id, title, "", words, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;

  f->folder = g_dir_make_tmp ("asy-search-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "office.asy", NULL);
  f->db = asy_db_open (f->path, key, ASY_DB_OPEN_CREATE, &error);
  g_assert_no_error (error);
  put (f->db, "family", 1, "Kowalscy", "kowalscy lodz piotrkowska 5");
  put (f->db, "family", 2, "Nowakowie", "nowakowie zgierz dluga 12");
  put (f->db, "person", 1, "Jan Kowalski", "jan kowalski 04271501239");
  put (f->db, "provider", 7, "Poradnia", "poradnia psychologiczno pedagogiczna lodz");
  put (f->db, "person", 2, "Олена", "олена kowal");
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  db_test_assert_sound (f->db);
  asy_db_close (f->db);
  db_test_remove_tree (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

/* The hits as "kind:id kind:id", in their order. */
static char *
search (AsyDb *db, const char *const *kinds, const char *text, guint limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = asy_db_search (db, kinds, text, limit, &error);
  g_autoptr(GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      AsySearchHit *hit = hits->pdata[i];

      g_string_append_printf (found, "%s%s:%d", i > 0 ? " " : "", hit->kind, (int) hit->id);
    }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static const struct {
  const char *kinds;
  const char *text;
  const char *found;
} queries[] = {
  { NULL, "kowal", "person:2 person:1 family:1" },
  { NULL, "k", "person:2 person:1 family:1" },
  { NULL, "kowalski", "person:1" },
  { NULL, "lodz", "provider:7 family:1" },
  { NULL, "lodz piotr", "family:1" },
  { NULL, "piotr lodz", "family:1" },
  { NULL, "lodz, piotr!", "family:1" },
  { NULL, "0427", "person:1" },
  { NULL, "олен", "person:2" },
  { NULL, "owal", "" },
  { NULL, "", "" },
  { NULL, "  ", "" },
  { NULL, "zgierz lodz", "" },
  { "person", "kowal", "person:2 person:1" },
  { "family", "kowal", "family:1" },
  { "family provider", "lodz", "provider:7 family:1" },
  { "letter", "kowal", "" },
  { "", "kowal", "" },
  /* What is syntax to the engine is not to a user. */
  { NULL, "kowal*", "person:2 person:1 family:1" },
  { NULL, "\"kowal", "person:2 person:1 family:1" },
  { NULL, "words:kowal", "" },
  { NULL, "kowal OR nowakowie", "" },
  { NULL, "kowal NOT jan", "" },
  { NULL, "NEAR(kowal jan)", "" },
  { NULL, "^kowal + (jan", "person:1" },
  { NULL, "'; DROP TABLE search_doc; --", "" },
  { NULL, "_family", "" },
  { NULL, "_", "" },
  { NULL, "\xff\xfe", "" },
  { NULL, "kowal\xff", "person:2 person:1 family:1" },
};

static void
test_queries (Fixture *f, gconstpointer user_data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_auto(GStrv) kinds = queries[i].kinds != NULL ? g_strsplit (queries[i].kinds, " ", -1) : NULL;
      g_autofree char *found = search (f->db, (const char *const *) kinds, queries[i].text, 50);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (found, ==, queries[i].found);
    }
}

static void
test_limit (Fixture *f, gconstpointer user_data)
{
  g_autofree char *two = search (f->db, NULL, "kowal", 2);
  g_autofree char *none = search (f->db, NULL, "kowal", 0);

  g_assert_cmpstr (two, ==, "person:2 person:1");
  g_assert_cmpstr (none, ==, "");
}

static void
test_replace_and_remove (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *removed = NULL;

  put (f->db, "family", 1, "Wilkowie", "wilkowie kowal");
  changed = search (f->db, NULL, "kowal", 50);
  g_assert_cmpstr (changed, ==, "family:1 person:2 person:1");
  gone = search (f->db, NULL, "kowalscy", 50);
  g_assert_cmpstr (gone, ==, "");
  g_assert_true (asy_db_search_remove (f->db, "family", 1, &error));
  g_assert_true (asy_db_search_remove (f->db, "family", 1, &error));
  g_assert_no_error (error);
  removed = search (f->db, NULL, "kowal", 50);
  g_assert_cmpstr (removed, ==, "person:2 person:1");
}

/* Words that were taken out are in no part of the index any more. */
static void
test_words_are_erased (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;

  put (f->db, "note", 1, "", "tajemniczeslowo");
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM search_index_data WHERE instr (block, CAST ('tajemnicze' AS BLOB))"), >, 0);
  g_assert_true (asy_db_search_remove (f->db, "note", 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM search_index_data WHERE instr (block, CAST ('tajemnicze' AS BLOB))"), ==, 0);
  g_assert_cmpint (db_test_count (f->db, "SELECT count(*) FROM search_doc WHERE instr (words, 'tajemnicze')"), ==, 0);
}

static gboolean
put_and_fail (AsyDb *db, gpointer user_data, GError **error)
{
  put (db, "family", 9, "Lisowie", "lisowie");
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "wanted");
  return FALSE;
}

static void
test_rolls_back (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;

  g_assert_false (asy_db_transaction (f->db, put_and_fail, NULL, &error));
  found = search (f->db, NULL, "lisowie", 50);
  g_assert_cmpstr (found, ==, "");
}

#define N_RECORDS 60
#define N_WORDS 12
#define N_CHANGES 1500

/* Against a model: an array of word sets and the order of their last change. */
typedef struct {
  guint words[N_RECORDS];       /* a bit for each word; 0 when it is not there */
  guint changed[N_RECORDS];
} Model;

static const char *const stems[N_WORDS] = {
  "a", "ab", "abc", "abcd", "abce", "b", "ba", "baba", "kowalska", "kowal", "2026", "202",
};

static void
change (AsyDb *db, Model *model, guint when)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) words = g_string_new (NULL);
  guint record = (guint) g_test_rand_int_range (0, N_RECORDS);
  guint set = g_test_rand_int_range (0, 4) == 0 ? 0 : (guint) g_test_rand_int_range (1, 1 << N_WORDS);

  for (guint i = 0; i < N_WORDS; i++)
    if (set & (1u << i))
      g_string_append_printf (words, " %s", stems[i]);
  if (set == 0)
    g_assert_true (asy_db_search_remove (db, record % 2 ? "odd" : "even", record, &error));
  else
    put (db, record % 2 ? "odd" : "even", record, "", words->str);
  /* The same words drawn again leave the record at its place. */
  if (model->words[record] != set)
    model->changed[record] = when;
  model->words[record] = set;
}

static gboolean
matches (guint set, const char *prefix)
{
  for (guint i = 0; i < N_WORDS; i++)
    if ((set & (1u << i)) != 0 && g_str_has_prefix (stems[i], prefix))
      return TRUE;
  return FALSE;
}

static char *
expect (const Model *model, const char *prefix, guint now)
{
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint when = now; when > 0; when--)
    for (guint i = 0; i < N_RECORDS; i++)
      if (model->changed[i] == when && i % 2 == 0 && matches (model->words[i], prefix))
        g_string_append_printf (found, "%seven:%u", found->len > 0 ? " " : "", i);
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
test_random_changes (Fixture *f, gconstpointer user_data)
{
  static const char *const even[] = { "even", NULL };
  Model model = { 0 };

  for (guint when = 1; when <= N_CHANGES; when++)
    {
      const char *stem = stems[g_test_rand_int_range (0, N_WORDS)];
      g_autofree char *prefix = g_strndup (stem, (gsize) g_test_rand_int_range (1, (int) strlen (stem) + 1));
      g_autofree char *wanted = NULL;
      g_autofree char *found = NULL;

      change (f->db, &model, when);
      wanted = expect (&model, prefix, when);
      found = search (f->db, even, prefix, 1000);
      g_assert_cmpstr (found, ==, wanted);
      if (when % 250 == 0)
        db_test_assert_sound (f->db);
    }
}

/* A handle of its own: what the writing one remembers is not in the file. */
static void
assert_sound_for_others (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = asy_db_open (path, key, ASY_DB_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  db_test_assert_sound (db);
}

static gboolean
remove_and_fail (AsyDb *db, gpointer user_data, GError **error)
{
  if (asy_db_search_remove (db, "family", 1, error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "wanted");
  return FALSE;
}

/* The engine notes in the index that words were taken out for good, once. When
 * that happens in a transaction that is rolled back, it does not note it again,
 * and a part of the index whose first page was emptied counts as damaged. */
static void
test_first_removal_fails (Fixture *f, gconstpointer user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (asy_db_transaction (f->db, remove_and_fail, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  for (gint64 id = 1; id <= 2; id++)
    {
      g_assert_true (asy_db_search_remove (f->db, "family", id, &error));
      g_assert_no_error (error);
      assert_sound_for_others (f->path);
    }
}

/* As earlier releases made it; the words stayed the same. */
static void
make_older_index (AsyDb *db)
{
  static const char *const statements[] = {
    "DROP TABLE search_index",
    ("CREATE VIRTUAL TABLE search_index USING fts5 (words, content='search_doc', content_rowid='id', columnsize=0, detail=none,"
     " prefix='1 2 3', tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\")"),
    "INSERT INTO search_index (search_index) VALUES ('rebuild')",
  };
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_assert_true (asy_db_exec (db, statements[i], &error));
      g_assert_no_error (error);
    }
}

/* Migrating a register of an earlier release makes the index anew: nothing is lost,
 * the order stays, and what is erased afterwards leaves no trace. */
static void
test_older_index (Fixture *f, gconstpointer user_data)
{
  const char *const sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'search_index' AND instr (sql, '1 2 3 4 5 6') > 0";
  g_autoptr(GError) error = NULL;
  g_autofree char *before = search (f->db, NULL, "kowal", 50);
  g_autofree char *after = NULL;

  make_older_index (f->db);
  g_assert_cmpint (db_test_count (f->db, sql), ==, 0);
  g_assert_true (_asy_db_ensure_internal (f->db, &error));
  g_assert_no_error (error);
  g_assert_cmpint (db_test_count (f->db, sql), ==, 1);
  after = search (f->db, NULL, "kowal", 50);
  g_assert_cmpstr (after, ==, before);
  test_words_are_erased (f, user_data);
  assert_sound_for_others (f->path);
}

#define ADD(name, func) g_test_add ("/search/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("queries", test_queries);
  ADD ("limit", test_limit);
  ADD ("replace-and-remove", test_replace_and_remove);
  ADD ("words-are-erased", test_words_are_erased);
  ADD ("rolls-back", test_rolls_back);
  ADD ("first-removal-fails", test_first_removal_fails);
  ADD ("older-index", test_older_index);
  ADD ("random-changes", test_random_changes);
  return g_test_run ();
}
