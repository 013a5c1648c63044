/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"
#include "store/asy-diagnoses.h"
#include "store/asy-facts.h"
#include "store/asy-families.h"
#include "store/asy-providers.h"
#include "store/asy-repo.h"

typedef struct {
  StoreFixture store;
  gint64 family_id;
  gint64 case_id;
  gint64 child_id;
  AsyDiagnosis *diagnosis;
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  StoreFixture *s = &f->store;
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (s, NULL);
  f->family_id = store_fixture_add_family (s, "Malinowscy");
  f->case_id = store_fixture_add_case (s, f->family_id, "2026-01-15");
  store_fixture_add_person (s, f->family_id, "Beata", "Malinowska", "mother", "1991-05-02");
  f->child_id = store_fixture_add_person (s, f->family_id, "Lena", "Malinowska", "daughter", "2017-08-11");
  f->diagnosis = asy_diagnosis_new ();
  asy_diagnosis_set_case_file_id (f->diagnosis, f->case_id);
  asy_diagnosis_set_made_on (f->diagnosis, store_fixture_day ("2026-03-02"));
  asy_diagnosis_save (s->session, f->diagnosis, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  g_clear_object (&f->diagnosis);
  store_fixture_tear_down (&f->store, NULL);
}

static AsyDiagnosisItem *
new_item (Fixture *f, AsyDiagnosisItemKind kind, const char *area, int severity, const char *body)
{
  AsyDiagnosisItem *item = asy_diagnosis_item_new ();

  asy_diagnosis_item_set_diagnosis_id (item, asy_record_get_id (ASY_RECORD (f->diagnosis)));
  asy_diagnosis_item_set_kind (item, kind);
  asy_diagnosis_item_set_area (item, area);
  asy_diagnosis_item_set_severity (item, severity);
  asy_diagnosis_item_set_body (item, body);
  return item;
}

static AsyDiagnosisItem *
add_item (Fixture *f, AsyDiagnosisItemKind kind, const char *area, int severity, const char *body)
{
  g_autoptr (GError) error = NULL;
  AsyDiagnosisItem *item = new_item (f, kind, area, severity, body);

  asy_diagnosis_item_save (f->store.session, item, &error);
  g_assert_no_error (error);
  return item;
}

static void
add_both (Fixture *f)
{
  g_autoptr (AsyDiagnosisItem) strength = add_item (f, ASY_DIAGNOSIS_ITEM_KIND_STRENGTH, NULL, 0, "Mama szuka rozwiązań.");
  g_autoptr (AsyDiagnosisItem) difficulty = add_item (f, ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY, "O2", 3, "Lena opuszcza lekcje.");
}

static void
complete (Fixture *f, const char *day)
{
  g_autoptr (GError) error = NULL;

  asy_diagnosis_complete (f->store.session, f->diagnosis, store_fixture_day (day), &error);
  g_assert_no_error (error);
}

static AsyDiagnosisFile *
load (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  AsyDiagnosisFile *file = NULL;

  asy_diagnosis_file_load (f->store.session, f->case_id, &file, &error);
  g_assert_no_error (error);
  return file;
}

static void
test_parts (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyChildSheet) sheet = asy_child_sheet_new ();
  g_autoptr (AsyDiagnosisFile) file = NULL;
  g_autoptr (AsyDiagnosisItem) light = add_item (f, ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY, "O4", 1, "Zaległy czynsz.");

  add_both (f);
  asy_child_sheet_set_diagnosis_id (sheet, asy_record_get_id (ASY_RECORD (f->diagnosis)));
  asy_child_sheet_set_person_id (sheet, f->child_id);
  asy_child_sheet_set_voice (sheet, "Chcę chodzić na basen.");
  asy_child_sheet_save (f->store.session, sheet, &error);
  g_assert_no_error (error);
  store_fixture_reopen (&f->store);
  file = load (f);
  g_assert_cmpuint (file->items->len, ==, 3);
  /* The gravest difficulty first. */
  g_assert_cmpstr (asy_diagnosis_item_get_body (file->items->pdata[0]), ==, "Lena opuszcza lekcje.");
  g_assert_cmpstr (asy_diagnosis_item_get_body (file->items->pdata[1]), ==, "Zaległy czynsz.");
  g_assert_cmpuint (asy_diagnosis_file_count (file, ASY_DIAGNOSIS_ITEM_KIND_STRENGTH), ==, 1);
  g_assert_cmpstr (asy_child_sheet_get_voice (asy_diagnosis_file_find_child (file, f->child_id)), ==, "Chcę chodzić na basen.");
  g_assert_null (asy_diagnosis_file_find_child (file, f->child_id + 100));
  /* Each change is noted under the family. */
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM audit WHERE kind IN ('diagnosis', 'diagnosis_item',"
                                                       " 'child_sheet') AND family_id = (SELECT id FROM family)"), ==, 5);
}

static void
test_none (Fixture *f, gconstpointer user_data)
{
  const gint64 other_case = store_fixture_add_case (&f->store, store_fixture_add_family (&f->store, "Inni"), "2026-02-01");
  g_autoptr (GError) error = NULL;
  AsyDiagnosisFile *file = NULL;

  g_assert_true (asy_diagnosis_file_load (f->store.session, other_case, &file, &error));
  g_assert_no_error (error);
  g_assert_null (file);
}

static void
test_severity (Fixture *f, gconstpointer user_data)
{
  static const struct {
    int severity;
    gboolean is_taken;
  } rows[] = { { -1, FALSE }, { 0, TRUE }, { 4, TRUE }, { 5, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AsyDiagnosisItem) item = new_item (f, ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY, "O2", rows[i].severity, "x");

      g_assert_cmpint (asy_diagnosis_item_save (f->store.session, item, &error), ==, rows[i].is_taken);
      if (!rows[i].is_taken)
        g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INVALID);
    }
}

/* Refused until both are there; then the case knows the day, and its stage follows. */
static void
test_complete (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  AsyCaseFacts facts;

  g_assert_false (asy_diagnosis_complete (f->store.session, f->diagnosis, STORE_FIXTURE_TODAY, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_MISSING);
  g_assert_cmpstr (asy_store_error_get_detail (error)->field, ==, "Strengths");
  g_clear_error (&error);
  add_both (f);
  complete (f, "2026-03-20");
  g_assert_cmpint (asy_diagnosis_get_completed_on (f->diagnosis), ==, store_fixture_day ("2026-03-20"));
  g_assert_true (asy_facts_load (f->store.session, f->case_id, STORE_FIXTURE_TODAY, &facts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (facts.diagnosis_on, ==, store_fixture_day ("2026-03-20"));
  complete (f, "2026-03-23");
  g_assert_true (asy_facts_load (f->store.session, f->case_id, STORE_FIXTURE_TODAY, &facts, &error));
  g_assert_cmpint (facts.diagnosis_on, ==, store_fixture_day ("2026-03-23"));
}

static void
test_days (Fixture *f, gconstpointer user_data)
{
  static const char *const wrong[] = { "2026-03-01", "2026-03-25" };

  add_both (f);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (asy_diagnosis_complete (f->store.session, f->diagnosis, store_fixture_day (wrong[i]), &error));
      g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INVALID);
      g_assert_cmpint (asy_diagnosis_get_completed_on (f->diagnosis), ==, ASY_DAY_NONE);
    }
}

/* Saving the texts neither completes a diagnosis nor takes the day back. */
static void
test_texts_keep_the_day (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  asy_diagnosis_set_completed_on (f->diagnosis, STORE_FIXTURE_TODAY);
  asy_diagnosis_set_housing (f->diagnosis, "Dwa pokoje.");
  asy_diagnosis_save (f->store.session, f->diagnosis, &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_diagnosis_get_completed_on (f->diagnosis), ==, ASY_DAY_NONE);
  add_both (f);
  complete (f, "2026-03-20");
  asy_diagnosis_set_completed_on (f->diagnosis, ASY_DAY_NONE);
  asy_diagnosis_set_income (f->diagnosis, "Zasiłek.");
  asy_diagnosis_save (f->store.session, f->diagnosis, &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_diagnosis_get_completed_on (f->diagnosis), ==, store_fixture_day ("2026-03-20"));
}

/* The last strength of a completed diagnosis stays; one of two may go. */
static void
test_stays_complete (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyDiagnosisItem) first = NULL;
  g_autoptr (AsyDiagnosisItem) second = NULL;

  add_both (f);
  first = add_item (f, ASY_DIAGNOSIS_ITEM_KIND_STRENGTH, NULL, 0, "Babcia pomaga.");
  asy_diagnosis_item_delete (f->store.session, first, &error);
  g_assert_no_error (error);
  second = add_item (f, ASY_DIAGNOSIS_ITEM_KIND_STRENGTH, NULL, 0, "Dzieci lubią szkołę.");
  complete (f, "2026-03-20");
  asy_diagnosis_item_delete (f->store.session, second, &error);
  g_assert_no_error (error);
  {
    g_autoptr (AsyDiagnosisFile) file = load (f);

    for (guint i = 0; i < file->items->len; i++)
      g_assert_false (asy_diagnosis_item_delete (f->store.session, file->items->pdata[i], NULL));
  }
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM diagnosis_item"), ==, 2);
}

static void
test_closed_case (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyCase) case_file = asy_repo_load (f->store.session, ASY_TYPE_CASE, f->case_id, &error);
  g_autoptr (AsyDiagnosisItem) item = new_item (f, ASY_DIAGNOSIS_ITEM_KIND_STRENGTH, NULL, 0, "x");

  g_assert_no_error (error);
  asy_case_set_closed_on (case_file, STORE_FIXTURE_TODAY);
  asy_case_save (f->store.session, case_file, &error);
  g_assert_no_error (error);
  asy_diagnosis_set_housing (f->diagnosis, "Dwa pokoje.");
  g_assert_false (asy_diagnosis_save (f->store.session, f->diagnosis, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_FROZEN);
  g_clear_error (&error);
  g_assert_false (asy_diagnosis_item_save (f->store.session, item, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_FROZEN);
}

static gint64
add_involvement (Fixture *f, gint64 provider_id, const char *who, const char *from, const char *until)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyInvolvement) record = asy_involvement_new ();

  asy_involvement_set_family_id (record, f->family_id);
  asy_involvement_set_provider_id (record, provider_id);
  asy_involvement_set_who (record, who);
  asy_involvement_set_doing (record, "terapia");
  asy_involvement_set_from_day (record, store_fixture_day (from));
  if (until != NULL)
    asy_involvement_set_until_day (record, store_fixture_day (until));
  if (!asy_involvement_save (f->store.session, record, &error))
    return -error->code;
  return asy_record_get_id (ASY_RECORD (record));
}

/* Running ones first, then by their end; a place of the directory lends its name. */
static void
test_involvements (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyProvider) provider = asy_provider_new ();
  g_autoptr (AsyFamilyFile) file = NULL;
  const char *const wanted[] = { "Poradnia Próbna", "kurator", "pedagog", "terapeuta" };

  asy_provider_set_name (provider, "Poradnia Próbna");
  asy_provider_set_kind (provider, "counselling");
  asy_provider_save (f->store.session, provider, &error);
  g_assert_no_error (error);
  add_involvement (f, 0, "terapeuta", "2024-01-10", "2025-01-10");
  add_involvement (f, 0, "pedagog", "2023-01-10", "2025-06-10");
  add_involvement (f, 0, "kurator", "2025-01-10", NULL);
  add_involvement (f, asy_record_get_id (ASY_RECORD (provider)), NULL, "2026-01-10", NULL);
  g_assert_cmpint (add_involvement (f, 0, NULL, "2026-01-10", NULL), ==, -ASY_STORE_ERROR_MISSING);
  g_assert_cmpint (add_involvement (f, 0, "x", "2026-01-10", "2026-01-09"), ==, -ASY_STORE_ERROR_INVALID);
  file = asy_family_file_load (f->store.session, f->family_id, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->involvements->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpstr (asy_family_file_get_involved (file, file->involvements->pdata[i]), ==, wanted[i]);
  g_assert_nonnull (file->diagnosis);
}

#define ADD(name, func) g_test_add ("/diagnoses/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("parts", test_parts);
  ADD ("none", test_none);
  ADD ("severity", test_severity);
  ADD ("complete", test_complete);
  ADD ("days", test_days);
  ADD ("texts-keep-the-day", test_texts_keep_the_day);
  ADD ("stays-complete", test_stays_complete);
  ADD ("closed-case", test_closed_case);
  ADD ("involvements", test_involvements);
  return g_test_run ();
}
