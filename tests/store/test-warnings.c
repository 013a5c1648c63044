/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "model/asy-family-file.h"
#include "store/asy-families.h"
#include "store/asy-warnings.h"

static AsyFamilyWarning *
make (gint64 family_id, AsyWarningKind kind, const char *reason, const char *from, const char *until)
{
  AsyFamilyWarning *warning = asy_family_warning_new ();

  asy_family_warning_set_family_id (warning, family_id);
  asy_family_warning_set_kind (warning, (int) kind);
  asy_family_warning_set_reason (warning, reason);
  asy_family_warning_set_from_day (warning, store_fixture_day (from));
  if (until != NULL)
    asy_family_warning_set_until_day (warning, store_fixture_day (until));
  return warning;
}

static void
add (StoreFixture *f, gint64 family_id, AsyWarningKind kind, const char *reason, const char *from, const char *until)
{
  g_autoptr (AsyFamilyWarning) warning = make (family_id, kind, reason, from, until);
  g_autoptr (GError) error = NULL;

  asy_family_warning_set_end_reason (warning, until != NULL ? "minęło" : NULL);
  g_assert_true (asy_family_warning_save (f->session, warning, &error));
  g_assert_no_error (error);
}

/* The list of families shows what holds today, a family once, whatever the number of its warnings. */
static void
test_the_list_shows_what_holds_today (StoreFixture *f, gconstpointer user_data)
{
  const gint64 first = store_fixture_add_family (f, "Malinowscy");
  const gint64 second = store_fixture_add_family (f, "Zawilcowie");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  add (f, first, ASY_WARNING_KIND_ANIMAL, "pies", "2026-03-01", NULL);
  add (f, first, ASY_WARNING_KIND_TWO_PERSON, "agresja", "2026-03-02", "2026-03-24");
  add (f, first, ASY_WARNING_KIND_DANGER, "schody", "2026-03-24", NULL);
  add (f, first, ASY_WARNING_KIND_OTHER, "minione", "2026-03-01", "2026-03-23");
  add (f, second, ASY_WARNING_KIND_TWO_PERSON, "dopiero będzie", "2026-03-25", NULL);

  rows = asy_families_list (f->session, ASY_FAMILIES_ACTIVE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (asy_family_row_get_warning (rows->pdata[0]), ==, "pies\nschody");
  g_assert_true (asy_family_row_get_two_person (rows->pdata[0]));
  g_assert_null (asy_family_row_get_warning (rows->pdata[1]));
  g_assert_false (asy_family_row_get_two_person (rows->pdata[1]));
}

static void
test_a_family_is_loaded_with_all_of_them (StoreFixture *f, gconstpointer user_data)
{
  const gint64 id = store_fixture_add_family (f, "Malinowscy");
  g_autoptr (AsyFamilyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  add (f, id, ASY_WARNING_KIND_TWO_PERSON, "agresja", "2026-03-02", "2026-03-10");
  add (f, id, ASY_WARNING_KIND_ANIMAL, "pies", "2026-03-05", NULL);
  store_fixture_reopen (f);
  file = asy_family_file_load (f->session, id, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->warnings->len, ==, 2);
  g_assert_cmpstr (asy_family_warning_get_reason (file->warnings->pdata[0]), ==, "pies");
  g_assert_true (asy_family_file_warns (file, ASY_WARNING_KIND_TWO_PERSON, store_fixture_day ("2026-03-10")));
  g_assert_false (asy_family_file_warns (file, ASY_WARNING_KIND_TWO_PERSON, store_fixture_day ("2026-03-11")));
  g_assert_false (asy_family_file_warns (file, ASY_WARNING_KIND_TWO_PERSON, store_fixture_day ("2026-03-01")));
  g_assert_true (asy_family_file_warns (file, ASY_WARNING_KIND_ANIMAL, STORE_FIXTURE_TODAY));
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM audit WHERE kind = 'family_warning' AND family_id > 0"), ==, 2);
}

static void
test_what_makes_no_sense_is_refused (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *reason, *from, *until;
    int code;
    const char *field;
  } rows[] = {
    { NULL, "2026-03-01", NULL, ASY_STORE_ERROR_MISSING, "What to know" },
    { "pies", "2026-03-01", "2026-02-28", ASY_STORE_ERROR_INVALID, "Until" },
    /* It ended already, and nobody says why. */
    { "pies", "2026-03-01", "2026-03-23", ASY_STORE_ERROR_MISSING, "Why it ended" },
  };
  const gint64 id = store_fixture_add_family (f, "Malinowscy");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyFamilyWarning) warning = make (id, ASY_WARNING_KIND_ANIMAL, rows[i].reason, rows[i].from, rows[i].until);
      g_autoptr (GError) error = NULL;

      g_assert_false (asy_family_warning_save (f->session, warning, &error));
      g_assert_error (error, ASY_STORE_ERROR, rows[i].code);
      g_assert_cmpstr (asy_store_error_get_detail (error)->field, ==, rows[i].field);
    }
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM family_warning"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/warnings/list", StoreFixture, NULL, store_fixture_set_up, test_the_list_shows_what_holds_today, store_fixture_tear_down);
  g_test_add ("/warnings/family", StoreFixture, NULL, store_fixture_set_up, test_a_family_is_loaded_with_all_of_them, store_fixture_tear_down);
  g_test_add ("/warnings/refused", StoreFixture, NULL, store_fixture_set_up, test_what_makes_no_sense_is_refused, store_fixture_tear_down);
  return g_test_run ();
}
