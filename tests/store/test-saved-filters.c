/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "store/asy-repo.h"
#include "store/asy-saved-filters.h"

static AsySavedFilter *
new_filter (const char *name, const char *body)
{
  AsySavedFilter *filter = asy_saved_filter_new ();

  asy_saved_filter_set_name (filter, name);
  asy_saved_filter_set_body (filter, body);
  return filter;
}

static AsySavedFilter *
add (AsySession *session, const char *name, const char *body)
{
  AsySavedFilter *filter = new_filter (name, body);
  g_autoptr (GError) error = NULL;

  g_assert_true (asy_saved_filter_save (session, filter, &error));
  g_assert_no_error (error);
  return filter;
}

static void
keep (AsySession *session, const char *name, const char *body)
{
  g_object_unref (add (session, name, body));
}

static void
check_names (AsySession *session, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) filters = asy_saved_filters_list (session, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < filters->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", asy_saved_filter_get_name (filters->pdata[i]));
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_kept (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (GPtrArray) filters = NULL;
  g_autoptr (GError) error = NULL;

  keep (f->session, "Żłobek", "stage work");
  keep (f->session, "Łóżka", "due overdue");
  keep (f->session, "Lato", "flag court");
  store_fixture_reopen (f);
  check_names (f->session, "Lato|Łóżka|Żłobek");
  filters = asy_saved_filters_list (f->session, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asy_saved_filter_get_body (filters->pdata[1]), ==, "due overdue");
  g_assert_cmpstr (asy_saved_filter_get_login (filters->pdata[1]), ==, asy_session_get_login (f->session));
}

static void
test_renamed_and_removed (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsySavedFilter) filter = add (f->session, "Sąd", "flag court");
  g_autoptr (GError) error = NULL;

  asy_saved_filter_set_name (filter, "Z postanowienia sądu");
  g_assert_true (asy_saved_filter_save (f->session, filter, &error));
  g_assert_no_error (error);
  check_names (f->session, "Z postanowienia sądu");
  g_assert_true (asy_saved_filter_remove (f->session, filter, &error));
  g_assert_no_error (error);
  check_names (f->session, "");
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM audit WHERE kind = 'saved_filter'"), ==, 3);
}

static void
test_refused (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *name;
    const char *body;
    AsyStoreErrorCode code;
  } rows[] = {
    { "Sąd", "stage work", ASY_STORE_ERROR_INVALID },
    { "sad", "stage work", ASY_STORE_ERROR_INVALID },
    { NULL, "stage work", ASY_STORE_ERROR_MISSING },
    { "Pusty", NULL, ASY_STORE_ERROR_MISSING },
  };

  keep (f->session, "Sąd", "flag court");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsySavedFilter) filter = new_filter (rows[i].name, rows[i].body);
      g_autoptr (GError) error = NULL;

      g_assert_false (asy_saved_filter_save (f->session, filter, &error));
      g_assert_error (error, ASY_STORE_ERROR, (int) rows[i].code);
    }
  check_names (f->session, "Sąd");
}

/* What one user keeps, another neither sees nor changes; both may use the same name. */
static void
test_own (StoreFixture *f, gconstpointer user_data)
{
  AsySession *other = store_fixture_open_second (f, "dinny");
  g_autoptr (AsySavedFilter) filter = add (f->session, "Sąd", "flag court");
  g_autoptr (GError) error = NULL;

  keep (other, "Sąd", "flag foster-care");
  check_names (other, "Sąd");
  asy_saved_filter_set_name (filter, "Cudzy");
  g_assert_false (asy_saved_filter_save (other, filter, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (asy_saved_filter_remove (other, filter, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  check_names (f->session, "Sąd");
  asy_session_free (other);
}

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/saved-filters/kept", test_kept);
  ADD ("/saved-filters/renamed-and-removed", test_renamed_and_removed);
  ADD ("/saved-filters/refused", test_refused);
  ADD ("/saved-filters/own", test_own);
  return g_test_run ();
}
