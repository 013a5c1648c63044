/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "db/asy-db.h"
#include "exchange/asy-import-error.h"
#include "law/asy-rules.h"
#include "letter/asy-letter-error.h"
#include "seal/asy-seal-error.h"
#include "store/asy-store-error.h"
#include "ui/asy-errors.h"

/* Codes of an enum as its header lists them: a new one without a sentence is found. */
static guint
count_codes (const char *header, const char *prefix)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", header, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *pattern = g_strdup_printf ("^  %s[A-Z_]+,", prefix);
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, &error);
  g_assert_no_error (error);
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    n++;
  return n;
}

static void
test_every_code (void)
{
  const struct {
    GQuark domain;
    const char *header;
    const char *prefix;
  } domains[] = {
    { ASY_DB_ERROR, "db/asy-db.h", "ASY_DB_ERROR_" },
    { ASY_STORE_ERROR, "store/asy-store-error.h", "ASY_STORE_ERROR_" },
    { ASY_SEAL_ERROR, "seal/asy-seal-error.h", "ASY_SEAL_ERROR_" },
    { ASY_LETTER_ERROR, "letter/asy-letter-error.h", "ASY_LETTER_ERROR_" },
    { ASY_IMPORT_ERROR, "exchange/asy-import-error.h", "ASY_IMPORT_ERROR_" },
    { ASY_RULES_ERROR, "law/asy-rules.h", "ASY_RULES_ERROR_" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      guint n = count_codes (domains[i].header, domains[i].prefix);
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_test_message ("%s: %u codes", domains[i].prefix, n);
      g_assert_cmpuint (n, >, 0);
      for (guint code = 0; code < n; code++)
        {
          g_autoptr (GError) error = NULL;
          char *sentence;

          g_test_message ("code %u", code);
          g_assert_true (asy_error_is_known (domains[i].domain, (int) code));
          error = g_error_new_literal (domains[i].domain, (int) code, "technical words, never shown");
          sentence = asy_error_describe (error);
          g_assert_cmpuint (strlen (sentence), >, 20);
          g_assert_null (strstr (sentence, "technical"));
          g_assert_true (g_hash_table_add (seen, sentence));
          g_assert_cmpstr (asy_error_get_heading (error), !=, "");
        }
      g_assert_false (asy_error_is_known (domains[i].domain, (int) n));
      g_assert_false (asy_error_is_known (domains[i].domain, -1));
    }
}

static void
test_caseload (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  AsyStoreErrorDetail *detail = asy_store_set_error (&error, ASY_STORE_ERROR_CASELOAD, "over the limit");

  detail->limit = 15;
  detail->count = 15;
  detail->article = g_strdup ("art. 15 ust. 4 uwr");
  detail->since = asy_day_new (2015, 1, 1);
  sentence = asy_error_describe (error);
  g_assert_cmpstr (sentence, ==, "The assistant already has 15 families and the limit is 15 (art. 15 ust. 4 uwr, in force since 01.01.2015). "
                                 "Choose another assistant or a later day.");
}

static void
test_field (void)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) invalid = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  asy_store_set_error (&missing, ASY_STORE_ERROR_MISSING, "empty")->field = g_strdup ("Family name");
  asy_store_set_error (&invalid, ASY_STORE_ERROR_INVALID, "bad")->field = g_strdup ("Postcode");
  first = asy_error_describe (missing);
  second = asy_error_describe (invalid);
  g_assert_cmpstr (first, ==, "The field “Family name” is empty. Fill it in and save again.");
  g_assert_cmpstr (second, ==, "The field “Postcode” holds a wrong value. Correct it and save again.");
}

static void
test_others (void)
{
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x");
  g_autoptr (GError) full = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOSPC, "x");
  g_autoptr (GError) strange = g_error_new_literal (G_MARKUP_ERROR, 0, "secret");
  g_autofree char *full_sentence = asy_error_describe (full);
  g_autofree char *strange_sentence = asy_error_describe (strange);

  g_assert_true (asy_error_is_silent (cancelled));
  g_assert_false (asy_error_is_silent (full));
  g_assert_nonnull (strstr (full_sentence, "no space left"));
  g_assert_null (strstr (strange_sentence, "secret"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/errors/every-code", test_every_code);
  g_test_add_func ("/ui/errors/caseload", test_caseload);
  g_test_add_func ("/ui/errors/field", test_field);
  g_test_add_func ("/ui/errors/others", test_others);

  return g_test_run ();
}
