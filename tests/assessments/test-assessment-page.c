/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "assessments/asy-assessment-copy.h"
#include "assessments/asy-assessment-jobs.h"
#include "assessments/asy-assessment-words.h"
#include "store-fixture.h"
#include "store/asy-repo.h"
#include "store/asy-store-error.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyAssessmentAnswer, asy_assessment_answer_free)

typedef struct {
  StoreFixture store;
  gint64 family_id;
  gint64 case_id;
  gint64 child_id;
  gint64 goal_id;
} Fixture;

static void
save (Fixture *f, gpointer record)
{
  g_autoptr (GError) error = NULL;

  asy_repo_save (f->store.session, record, &error);
  g_assert_no_error (error);
}

static void
add_plan (Fixture *f)
{
  g_autoptr (AsyPlan) plan = asy_plan_new ();
  g_autoptr (AsyGoal) goal = asy_goal_new ();

  asy_plan_set_case_file_id (plan, f->case_id);
  asy_plan_set_number (plan, 1);
  asy_plan_set_version (plan, 1);
  asy_plan_set_agreed_on (plan, asy_day_new (2025, 10, 20));
  save (f, plan);
  asy_goal_set_plan_id (goal, asy_record_get_id (ASY_RECORD (plan)));
  asy_goal_set_area (goal, "O2");
  asy_goal_set_title (goal, "Regularna nauka");
  save (f, goal);
  f->goal_id = asy_record_get_id (ASY_RECORD (goal));
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  StoreFixture *s = &f->store;
  gint64 worker_id;

  store_fixture_set_up (s, NULL);
  worker_id = store_fixture_add_worker (s, "Ewa", "Zmyślona");
  f->family_id = store_fixture_add_family (s, "Malinowscy");
  f->case_id = store_fixture_add_case (s, f->family_id, "2025-09-15");
  f->child_id = store_fixture_add_person (s, f->family_id, "Lena", "Malinowska", "daughter", "2017-08-11");
  store_fixture_add_assignment (s, f->case_id, worker_id, "2025-10-01");
  add_plan (f);
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  store_fixture_tear_down (&f->store, NULL);
}

static gint64
id_of (AsyAssessmentFile *file)
{
  return asy_record_get_id (ASY_RECORD (file->assessment));
}

static AsyAssessmentAnswer *
begin (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  AsyAssessmentAnswer *answer = asy_assessment_begin_job (f->store.session, &f->family_id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (asy_family_get_name (answer->family), ==, "Malinowscy");
  return answer;
}

/* What the page does at each pause in typing. */
static void
autosave (Fixture *f, AsyAssessmentFile *shown, const char *typed_meanwhile)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessmentFile) request = asy_assessment_file_duplicate (shown);
  g_autoptr (AsyAssessmentFile) saved = asy_assessment_save_job (f->store.session, request, &error);

  g_assert_no_error (error);
  if (typed_meanwhile != NULL)
    asy_assessment_set_changes (shown->assessment, typed_meanwhile);
  asy_assessment_file_take_saved (shown, saved);
}

static void
complete (AsyAssessmentFile *file)
{
  for (guint i = 0; i < file->areas->len; i++)
    {
      asy_assessment_area_set_now (g_ptr_array_index (file->areas, i), 2);
      asy_assessment_area_set_note (g_ptr_array_index (file->areas, i), "widać postępy");
    }
  for (guint i = 0; i < file->children->len; i++)
    asy_assessment_child_set_health (g_ptr_array_index (file->children, i), "zdrowa");
  asy_assessment_set_cooperation (file->assessment, 4);
  asy_assessment_set_conclusion (file->assessment, ASY_ASSESSMENT_CONCLUSION_CONTINUE);
  asy_assessment_set_conclusion_note (file->assessment, "cele w trakcie");
}

static void
test_begin_goes_on (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyAssessmentAnswer) first = begin (f);
  g_autoptr (AsyAssessmentAnswer) second = NULL;

  g_assert_cmpint (id_of (first->file), ==, 0);
  g_assert_cmpuint (first->file->children->len, ==, 1);
  g_assert_cmpuint (first->file->goals->len, ==, 1);
  asy_assessment_set_risks (first->file->assessment, "zimne mieszkanie");
  autosave (f, first->file, NULL);
  second = begin (f);
  g_assert_cmpint (id_of (first->file), >, 0);
  g_assert_cmpint (id_of (second->file), ==, id_of (first->file));
  g_assert_cmpstr (asy_assessment_get_risks (second->file->assessment), ==, "zimne mieszkanie");
}

static void
test_begin_without_case (Fixture *f, gconstpointer user_data)
{
  gint64 id = store_fixture_add_family (&f->store, "Bez sprawy");
  g_autoptr (GError) error = NULL;

  g_assert_null (asy_assessment_begin_job (f->store.session, &id, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_NOT_FOUND);
}

/* What is typed while a save is on its way is neither lost nor refused. */
static void
test_typing_meanwhile (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyAssessmentAnswer) answer = begin (f);
  g_autoptr (AsyAssessmentAnswer) again = NULL;

  asy_assessment_set_changes (answer->file->assessment, "brat");
  autosave (f, answer->file, "brat wrócił do domu");
  g_assert_cmpstr (asy_assessment_get_changes (answer->file->assessment), ==, "brat wrócił do domu");
  autosave (f, answer->file, NULL);
  again = begin (f);
  g_assert_cmpstr (asy_assessment_get_changes (again->file->assessment), ==, "brat wrócił do domu");
  g_assert_cmpuint (again->file->areas->len, ==, answer->file->areas->len);
}

static void
test_stale_save (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyAssessmentAnswer) mine = begin (f);
  g_autoptr (AsyAssessmentAnswer) theirs = NULL;
  g_autoptr (AsyAssessmentFile) request = NULL;
  g_autoptr (GError) error = NULL;

  autosave (f, mine->file, NULL);
  theirs = begin (f);
  asy_assessment_set_risks (theirs->file->assessment, "ich");
  autosave (f, theirs->file, NULL);
  asy_assessment_set_risks (mine->file->assessment, "moje");
  request = asy_assessment_file_duplicate (mine->file);
  g_assert_null (asy_assessment_save_job (f->store.session, request, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_CONFLICT);
}

static void
test_finish_and_hand_over (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyAssessmentAnswer) answer = begin (f);
  g_autoptr (AsyAssessmentAnswer) loaded = NULL;
  g_autoptr (AsyAssessmentFile) request = NULL;
  g_autoptr (AsyAssessmentFile) finished = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  complete (answer->file);
  request = asy_assessment_file_duplicate (answer->file);
  finished = asy_assessment_finish_job (f->store.session, request, &error);
  g_assert_no_error (error);
  g_assert_true (asy_assessment_get_final (finished->assessment));
  asy_assessment_set_handed_on (finished->assessment, STORE_FIXTURE_TODAY);
  asy_assessment_set_handed_to (finished->assessment, "kierownik");
  g_assert_true (asy_assessment_hand_over_job (f->store.session, finished->assessment, &error) == ASY_STORE_DONE);
  g_assert_no_error (error);
  id = id_of (finished);
  loaded = asy_assessment_load_job (f->store.session, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asy_family_get_name (loaded->family), ==, "Malinowscy");
  g_assert_cmpint (asy_assessment_get_handed_on (loaded->file->assessment), ==, STORE_FIXTURE_TODAY);
  g_assert_cmpstr (asy_assessment_get_handed_to (loaded->file->assessment), ==, "kierownik");
}

static void
test_gap_texts (Fixture *f, gconstpointer user_data)
{
  g_autoptr (AsyAssessmentAnswer) answer = begin (f);
  g_autoptr (AsyDictionary) dictionary = asy_dictionary_new ();
  const struct { AsyAssessmentGap gap; const char *text; } cases[] = {
    { { "Now", "O2", 0, 0 }, "It is not said how it is now: Szkoła." },
    { { "Child", NULL, 0, f->child_id }, "Nothing is said of a child: Lena Malinowska." },
    { { "Reasons", NULL, f->goal_id, 0 }, "A goal that was not reached has no reasons: Regularna nauka." },
    { { "Conclusion", NULL, 0, 0 }, "There is nothing under “Conclusion”." },
  };

  asy_dictionary_add (dictionary, ASY_DICT_WORK_AREA, "O2", "Szkoła", NULL, FALSE);
  autosave (f, answer->file, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = asy_assessment_gap_dup_text (&cases[i].gap, answer->file, dictionary);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_histories (void)
{
  static const struct { int start, before, now; const char *text; } cases[] = {
    { -1, -1, -1, "judged for the first time" },
    { 3, -1, -1, "at the start: considerable" },
    { 3, 2, -1, "at the start: considerable · before: moderate" },
    { 3, 2, 1, "at the start: considerable · before: moderate · better" },
    { 3, 2, 4, "at the start: considerable · before: moderate · worse" },
    { 3, 2, 2, "at the start: considerable · before: moderate · no change" },
    { 4, -1, 3, "at the start: critical · better" },
    { -1, 0, 0, "before: none · no change" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AsyAssessmentArea) area = asy_assessment_area_new ();
      g_autofree char *text = NULL;

      asy_assessment_area_set_at_start (area, cases[i].start);
      asy_assessment_area_set_before (area, cases[i].before);
      asy_assessment_area_set_now (area, cases[i].now);
      text = asy_assessment_area_dup_history (area);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_scales (void)
{
  g_assert_cmpstr (asy_level_get_label (-1), ==, "not judged");
  g_assert_cmpstr (asy_level_get_label (0), ==, "none");
  g_assert_cmpstr (asy_level_get_label (4), ==, "critical");
  g_assert_cmpstr (asy_level_get_label (5), ==, "not judged");
  g_assert_cmpint (asy_level_get_meaning (4), ==, ASY_MEANING_LATE);
  g_assert_cmpint (asy_level_get_meaning (0), ==, ASY_MEANING_DONE);
  g_assert_cmpstr (asy_cooperation_get_label (0), ==, "not judged");
  g_assert_cmpstr (asy_cooperation_get_label (1), ==, "refusal");
  g_assert_cmpstr (asy_cooperation_get_label (5), ==, "on its own");
}

static void
test_period (void)
{
  const AsyDay day = asy_day_new (2026, 3, 24);
  const struct { AsyDay from, until; gboolean is_fine; } cases[] = {
    { day - 10, day, TRUE },        { day, day, TRUE },          { day, day - 1, FALSE },
    { ASY_DAY_NONE, day, FALSE },   { day, ASY_DAY_NONE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AsyAssessment) assessment = asy_assessment_new ();
      g_autofree char *problem = NULL;

      asy_assessment_set_from_day (assessment, cases[i].from);
      asy_assessment_set_until_day (assessment, cases[i].until);
      problem = asy_assessment_dup_period_problem (assessment);
      g_assert_cmpint (problem == NULL, ==, cases[i].is_fine);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/assessments/begin/goes-on", Fixture, NULL, set_up, test_begin_goes_on, tear_down);
  g_test_add ("/assessments/begin/without-case", Fixture, NULL, set_up, test_begin_without_case, tear_down);
  g_test_add ("/assessments/save/typing-meanwhile", Fixture, NULL, set_up, test_typing_meanwhile, tear_down);
  g_test_add ("/assessments/save/stale", Fixture, NULL, set_up, test_stale_save, tear_down);
  g_test_add ("/assessments/finish-and-hand-over", Fixture, NULL, set_up, test_finish_and_hand_over, tear_down);
  g_test_add ("/assessments/words/gaps", Fixture, NULL, set_up, test_gap_texts, tear_down);
  g_test_add_func ("/assessments/words/histories", test_histories);
  g_test_add_func ("/assessments/words/scales", test_scales);
  g_test_add_func ("/assessments/words/period", test_period);
  return g_test_run ();
}
