/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"
#include "store/asy-providers.h"

static AsyProvider *
make (const char *name, const char *kind, const char *street, const char *city)
{
  AsyProvider *provider = asy_provider_new ();

  asy_provider_set_name (provider, name);
  asy_provider_set_kind (provider, kind);
  asy_provider_set_street (provider, street);
  asy_provider_set_city (provider, city);
  return provider;
}

static gint64
add (StoreFixture *f, const char *name, const char *kind, const char *street, const char *city)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyProvider) provider = make (name, kind, street, city);

  asy_provider_save (f->session, provider, &error);
  g_assert_no_error (error);
  return asy_record_get_id (ASY_RECORD (provider));
}

static void
retire (StoreFixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyProvider) provider = asy_provider_load (f->session, id, &error);

  asy_provider_set_retired (provider, TRUE);
  asy_provider_save (f->session, provider, &error);
  g_assert_no_error (error);
}

/* The names of a page, with `|` between. */
static char *
list (StoreFixture *f, const AsyProviderFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = asy_providers_list (f->session, filter, &error);
  g_autoptr (GString) line = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < page->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? "|" : "", asy_provider_get_name (g_ptr_array_index (page, i)));
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
add_some (StoreFixture *f)
{
  add (f, "Żłobek Pod Lipą", "nursery", "ul. Lipowa 3", "Łódź");
  add (f, "Poradnia nr 10", "diagnostic", "ul. Tęczowa 1", "Wrocław");
  add (f, "Poradnia nr 2", "diagnostic", "ul. Tęczowa 2", "Wrocław");
  add (f, "Ćwiczymy Razem", "physiotherapy", "ul. Długa 9", "Łódź");
  add (f, "Centrum Wsparcia", "crisis", "ul. Krótka 9", "Wrocław");
  retire (f, add (f, "Poradnia dawna", "diagnostic", "ul. Tęczowa 3", "Wrocław"));
}

static void
test_lists (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    AsyProviderFilter filter;
    const char *names;
  } rows[] = {
    { { 0 }, "Centrum Wsparcia|Ćwiczymy Razem|Poradnia nr 2|Poradnia nr 10|Żłobek Pod Lipą" },
    { { .kind = "diagnostic" }, "Poradnia nr 2|Poradnia nr 10" },
    { { .kind = "diagnostic", .with_retired = TRUE }, "Poradnia dawna|Poradnia nr 2|Poradnia nr 10" },
    { { .city = "Łódź" }, "Ćwiczymy Razem|Żłobek Pod Lipą" },
    { { .city = "Łódź", .kind = "nursery" }, "Żłobek Pod Lipą" },
    { { .limit = 2 }, "Centrum Wsparcia|Ćwiczymy Razem" },
    { { .text = "  " }, "Centrum Wsparcia|Ćwiczymy Razem|Poradnia nr 2|Poradnia nr 10|Żłobek Pod Lipą" },
    { { .text = "porad" }, "Poradnia nr 2|Poradnia nr 10" },
    { { .text = "porad", .with_retired = TRUE }, "Poradnia dawna|Poradnia nr 2|Poradnia nr 10" },
    { { .text = "lodz" }, "Ćwiczymy Razem|Żłobek Pod Lipą" },
    { { .text = "lodz", .kind = "physiotherapy" }, "Ćwiczymy Razem" },
    { { .text = "teczowa", .city = "Łódź" }, "" },
    { { .text = "teczowa", .limit = 1 }, "Poradnia nr 2" },
  };

  add_some (f);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *names = list (f, &rows[i].filter);

      g_assert_cmpstr (names, ==, rows[i].names);
    }
}

/* Both ways of listing go on where the page before ended. */
static void
test_pages_follow_one_another (StoreFixture *f, gconstpointer user_data)
{
  static const char *const texts[] = { NULL, "a" };

  for (guint i = 0; i < 23; i++)
    {
      g_autofree char *name = g_strdup_printf ("Poradnia %u A", i / 2);
      g_autofree char *street = g_strdup_printf ("Polna %u", i);

      add (f, name, "diagnostic", street, "Wrocław");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      AsyProviderFilter filter = { .text = texts[i], .limit = 5 };
      g_autoptr (AsyProvider) last = NULL;
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

      for (;;)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GPtrArray) page = asy_providers_list (f->session, &filter, &error);

          g_assert_no_error (error);
          for (guint j = 0; j < page->len; j++)
            {
              gint64 *id = g_new (gint64, 1);

              *id = asy_record_get_id (g_ptr_array_index (page, j));
              g_assert_true (g_hash_table_add (seen, id));
            }
          if (page->len < 5)
            break;
          g_set_object (&last, g_ptr_array_index (page, 4));
          filter.after = last;
        }
      g_assert_cmpuint (g_hash_table_size (seen), ==, 23);
    }
}

static void
test_the_list_walks_an_index (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *sql;
    const char *index;
  } rows[] = {
    { "SELECT * FROM provider t WHERE t.retired = 0 ORDER BY t.sort_key, t.id LIMIT 9", "provider_sort" },
    { "SELECT * FROM provider t WHERE t.kind = 'x' ORDER BY t.sort_key, t.id LIMIT 9", "provider_kind" },
    { "SELECT * FROM provider t WHERE t.city = 'x' AND (t.sort_key, t.id) > ('a', 1) ORDER BY t.sort_key, t.id LIMIT 9",
      "provider_city" },
    { "SELECT * FROM provider t WHERE t.match_key = 'x'", "provider_match" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *plan = store_fixture_explain (f, rows[i].sql);

      g_assert_nonnull (g_strstr_len (plan, -1, rows[i].index));
      g_assert_null (g_strstr_len (plan, -1, "TEMP B-TREE"));
    }
}

static void
test_towns_and_count (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) towns = NULL;
  g_autofree char *line = NULL;
  int count;

  add_some (f);
  add (f, "Dom", "other", NULL, "Lubin");
  towns = asy_providers_list_cities (f->session, &error);
  g_assert_no_error (error);
  line = g_strjoinv ("|", towns);
  g_assert_cmpstr (line, ==, "Lubin|Łódź|Wrocław");
  g_assert_true (asy_providers_count (f->session, &count, &error));
  g_assert_cmpint (count, ==, 6);
}

static void
test_alike (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *name;
    const char *street;
    const char *city;
    gboolean alike;
  } rows[] = {
    { "PORADNIA  PSYCHOLOGICZNO-PEDAGOGICZNA", "Szkolna 1", "Łódź", TRUE },
    { "Poradnia psychologiczno pedagogiczna", "ULICA SZKOLNA 1", "LODZ", TRUE },
    { "Poradnia Psychologiczno-Pedagogiczna", "ul. Szkolna 1", "Wrocław", FALSE },
    { "Poradnia Psychologiczno-Pedagogiczna", "ul. Szkolna 11", "Łódź", FALSE },
    { "Poradnia Psychologiczna", "ul. Szkolna 1", "Łódź", FALSE },
  };
  const gint64 id = add (f, "Poradnia Psychologiczno-Pedagogiczna", "diagnostic", "ul. Szkolna 1", "Łódź");
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyProvider) itself = asy_provider_load (f->session, id, &error);
  g_autoptr (GPtrArray) none = asy_provider_find_alike (f->session, itself, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyProvider) provider = make (rows[i].name, "diagnostic", rows[i].street, rows[i].city);
      g_autoptr (GPtrArray) found = asy_provider_find_alike (f->session, provider, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, rows[i].alike ? 1 : 0);
    }
}

static AsyProviderImport
import (StoreFixture *f, AsyProvider *row, const char *source, const char *number, const char *fingerprint, gint64 *ret_id)
{
  g_autoptr (GError) error = NULL;
  AsyProviderImport result = (AsyProviderImport) -1;

  asy_provider_import_row (f->session, row, source, number, fingerprint, NULL, &result, ret_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (row)), ==, 0);
  return result;
}

static void
test_a_row_comes_in_once (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyProvider) row = make ("Szkoła Podstawowa nr 1", "school", "ul. Szkolna 1", "Gorzów Wielkopolski");
  gint64 first, second;

  g_assert_cmpint (import (f, row, "rspo", "1001", "aa", &first), ==, ASY_PROVIDER_IMPORT_ADDED);
  g_assert_cmpint (import (f, row, "rspo", "1001", "aa", &second), ==, ASY_PROVIDER_IMPORT_SAME);
  g_assert_cmpint (first, ==, second);
  /* Another number of the same register is another place, alike or not. */
  g_assert_cmpint (import (f, row, "rspo", "1002", "aa", &second), ==, ASY_PROVIDER_IMPORT_ADDED);
  g_assert_cmpint (first, !=, second);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM provider"), ==, 2);
}

static void
test_a_row_without_a_number_is_known_by_its_place (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyProvider) row = make ("MOPS Zabrze", "welfare", "ul. 3 Maja 16", "Zabrze");
  g_autoptr (AsyProvider) again = make ("MOPS ZABRZE", "welfare", "3 Maja 16", "Zabrze");

  g_assert_cmpint (import (f, row, "ops-slaskie", NULL, "aa", NULL), ==, ASY_PROVIDER_IMPORT_ADDED);
  g_assert_cmpint (import (f, again, "ops-slaskie", "", "aa", NULL), ==, ASY_PROVIDER_IMPORT_SAME);
}

static void
test_the_offices_own_edits_stay (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyProvider) row = make ("Szkoła Podstawowa nr 1", "school", "ul. Szkolna 1", "Gorzów");
  g_autoptr (AsyProvider) ours = NULL;
  g_autoptr (AsyProvider) merged = NULL;
  gint64 id, revision;

  asy_provider_set_phone (row, "957000001");
  asy_provider_set_email (row, "sp1@przyklad.pl");
  import (f, row, "rspo", "1001", "aa", &id);
  ours = asy_provider_load (f->session, id, &error);
  asy_provider_set_phone (ours, "957000999");
  asy_provider_set_contact_person (ours, "pedagog Anna Próbna");
  asy_provider_set_retired (ours, TRUE);
  g_assert_true (asy_provider_save (f->session, ours, &error));

  asy_provider_set_phone (row, "957000002");
  asy_provider_set_email (row, NULL);
  asy_provider_set_www (row, "sp1.przyklad.pl");
  g_assert_cmpint (import (f, row, "rspo", "1001", "bb", NULL), ==, ASY_PROVIDER_IMPORT_UPDATED);
  merged = asy_provider_load (f->session, id, &error);
  g_assert_cmpstr (asy_provider_get_phone (merged), ==, "957000999");
  g_assert_cmpstr (asy_provider_get_contact_person (merged), ==, "pedagog Anna Próbna");
  g_assert_true (asy_provider_get_retired (merged));
  g_assert_null (asy_provider_get_email (merged));
  g_assert_cmpstr (asy_provider_get_www (merged), ==, "sp1.przyklad.pl");

  /* A change that only touches what the office wrote itself is no update. */
  revision = asy_record_get_revision (ASY_RECORD (merged));
  asy_provider_set_phone (row, "957000003");
  g_assert_cmpint (import (f, row, "rspo", "1001", "cc", NULL), ==, ASY_PROVIDER_IMPORT_SAME);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT revision FROM provider"), ==, revision);
}

static void
test_what_the_office_has_is_recognised (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = add (f, "Szkoła Podstawowa nr 1", "school", "Szkolna 1", "Gorzów");
  g_autoptr (AsyProvider) row = make ("SZKOŁA PODSTAWOWA NR 1", "other", "ul. Szkolna 1", "Gorzów");
  g_autoptr (AsyProvider) merged = NULL;
  g_autoptr (AsyProvider) by_source = NULL;
  g_autoptr (AsyProvider) nobody = NULL;
  gint64 found;

  asy_provider_set_phone (row, "957000001");
  g_assert_cmpint (import (f, row, "rspo", "1001", "aa", &found), ==, ASY_PROVIDER_IMPORT_RECOGNISED);
  g_assert_cmpint (found, ==, id);
  merged = asy_provider_load (f->session, id, &error);
  g_assert_cmpstr (asy_provider_get_name (merged), ==, "Szkoła Podstawowa nr 1");
  g_assert_cmpstr (asy_provider_get_kind (merged), ==, "school");
  g_assert_cmpstr (asy_provider_get_phone (merged), ==, "957000001");
  g_assert_cmpint (import (f, row, "rspo", "1001", "aa", NULL), ==, ASY_PROVIDER_IMPORT_SAME);

  g_assert_true (asy_provider_find_by_source (f->session, "rspo", "1001", &by_source, &error));
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (by_source)), ==, id);
  g_assert_true (asy_provider_find_by_source (f->session, "rspo", "1002", &nobody, &error));
  g_assert_null (nobody);
}

static gboolean
import_and_fail (AsySession *session, gpointer user_data, GError **error)
{
  AsyProviderImport result;

  g_assert_true (asy_provider_import_row (session, user_data, "rspo", "1", "aa", NULL, &result, NULL, error));
  asy_store_set_error (error, ASY_STORE_ERROR_FAILED, "the file turned out to be broken");
  return FALSE;
}

static void
test_an_import_joins_the_importers_transaction (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyProvider) row = make ("Dom", "other", NULL, "Lubin");

  g_assert_false (asy_session_transaction (f->session, import_and_fail, row, &error));
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM provider"), ==, 0);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM provider_source"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/providers/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("lists", test_lists);
  ADD ("pages-follow-one-another", test_pages_follow_one_another);
  ADD ("the-list-walks-an-index", test_the_list_walks_an_index);
  ADD ("towns-and-count", test_towns_and_count);
  ADD ("alike", test_alike);
  ADD ("a-row-comes-in-once", test_a_row_comes_in_once);
  ADD ("a-row-without-a-number-is-known-by-its-place", test_a_row_without_a_number_is_known_by_its_place);
  ADD ("the-offices-own-edits-stay", test_the_offices_own_edits_stay);
  ADD ("what-the-office-has-is-recognised", test_what_the_office_has_is_recognised);
  ADD ("an-import-joins-the-importers-transaction", test_an_import_joins_the_importers_transaction);
#undef ADD

  return g_test_run ();
}
