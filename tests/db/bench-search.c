/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* A letter typed in the search field: every beginning of one to five letters
 * and pairs of them, over as many documents as a city has families, persons
 * and institutions. Prints figures, judges nothing. */

#include <glib/gstdio.h>
#include <stdlib.h>

#include "db-test.h"

#define N_DOCUMENTS 60000
#define N_PER_TRANSACTION 1000
#define LIMIT 50

static const char *const syllables[] = {
  "ko", "wal", "no", "wak", "zie", "lin", "ska", "ski", "mar", "ta", "jan", "kra", "wie", "czor", "mi", "cha",
  "la", "ba", "ra", "pio", "tr", "ow", "du", "da", "szy", "man", "gor", "zow", "le", "wan", "dow", "sik",
};

typedef struct {
  GRand *rand;
  guint from;
} Batch;

static void
append_name (GString *words, GRand *rand)
{
  int n = g_rand_int_range (rand, 2, 5);

  g_string_append_c (words, ' ');
  for (int i = 0; i < n; i++)
    g_string_append (words, syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))]);
}

/* A third of all stands for the same town; numbers begin alike. */
static char *
make_words (GRand *rand)
{
  g_autoptr(GString) words = g_string_new (g_rand_int_range (rand, 0, 3) == 0 ? "gorzow wielkopolski" : "lubniewice");

  for (int i = 0; i < 4; i++)
    append_name (words, rand);
  g_string_append_printf (words, " nsm %d 2026 %011d", g_rand_int_range (rand, 1, 900), g_rand_int_range (rand, 0, G_MAXINT));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
put_batch (AsyDb *db, gpointer user_data, GError **error)
{
  static const char *const kinds[] = { "family", "person", "person", "person", "provider", "letter" };
  Batch *batch = user_data;

  for (guint i = 0; i < N_PER_TRANSACTION; i++)
    {
      g_autofree char *words = make_words (batch->rand);

      if (!asy_db_search_put (db, kinds[g_rand_int_range (batch->rand, 0, G_N_ELEMENTS (kinds))], batch->from + i, "A title", "a subtitle", words, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
measure (AsyDb *db, const char *const *kinds, const char *text, GArray *times)
{
  g_autoptr(GError) error = NULL;
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr(GPtrArray) hits = asy_db_search (db, kinds, text, LIMIT, &error);
  gint64 elapsed_us = g_get_monotonic_time () - start_us;

  g_assert_no_error (error);
  if (elapsed_us > 16000)
    g_print ("  over a frame: '%s' %.1f ms, %u hits\n", text, (double) elapsed_us / 1000.0, hits->len);
  g_array_append_val (times, elapsed_us);
}

static void
report (const char *what, GArray *times)
{
  g_array_sort (times, compare_times);
  g_print ("%-34s %6u searches  median %7.3f ms  p99 %7.3f ms  worst %7.3f ms\n", what, times->len,
           (double) g_array_index (times, gint64, times->len / 2) / 1000.0,
           (double) g_array_index (times, gint64, times->len * 99 / 100) / 1000.0,
           (double) g_array_index (times, gint64, times->len - 1) / 1000.0);
}

static void
measure_all (AsyDb *db, const char *const *kinds, const char *what)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (char a = 'a'; a <= 'z'; a++)
    {
      char text[] = { a, 0, 0 };

      measure (db, kinds, text, times);
      for (char b = 'a'; b <= 'z'; b++)
        {
          text[1] = b;
          measure (db, kinds, text, times);
        }
    }
  report (what, times);
}

static void
measure_typing (AsyDb *db)
{
  static const char *const texts[] = {
    "gorzow", "lubniewice", "kowalska", "nowakowal", "2026", "00012", "nsm 17 2026", "gorzow kowal", "kowalska gorzow mar", "nsm 2026 gorzow",
  };
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize n = 1; texts[i][n - 1] != '\0'; n++)
      {
        g_autofree char *typed = g_strndup (texts[i], n);

        measure (db, NULL, typed, times);
      }
  report ("typing names and numbers", times);
}

int
main (int argc, char *argv[])
{
  static const guint8 key[ASY_DB_KEY_SIZE] = { 9 };
  static const char *const letters[] = { "letter", NULL };
  g_autofree char *folder = g_dir_make_tmp ("asy-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.asy", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyDb) db = asy_db_open (path, key, ASY_DB_OPEN_CREATE, &error);
  Batch batch = { g_rand_new_with_seed (2), 0 };
  gint64 start_us = g_get_monotonic_time ();
  GStatBuf info;

  g_assert_no_error (error);
  for (; batch.from < N_DOCUMENTS; batch.from += N_PER_TRANSACTION)
    {
      g_assert_true (asy_db_transaction (db, put_batch, &batch, &error));
      g_assert_no_error (error);
    }
  g_print ("%d documents indexed in %.1f s", N_DOCUMENTS, (double) (g_get_monotonic_time () - start_us) / 1e6);
  g_clear_pointer (&db, asy_db_close);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_print (", %.1f MB\n", (double) info.st_size / 1e6);

  db = asy_db_open (path, key, ASY_DB_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  measure_all (db, NULL, "one and two letters, cold");
  measure_all (db, NULL, "one and two letters, warm");
  measure_all (db, letters, "the same in one kind");
  measure_typing (db);
  g_clear_pointer (&db, asy_db_close);
  db_test_remove_tree (folder);
  g_rand_free (batch.rand);
  return EXIT_SUCCESS;
}
