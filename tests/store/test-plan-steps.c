/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law/asy-plan-diff.h"
#include "store-fixture.h"
#include "store/asy-plan-steps.h"
#include "store/asy-plans.h"
#include "store/asy-repo.h"

typedef struct {
  StoreFixture store;
  gint64 family_id;
  gint64 case_id;
  gint64 mother_id;
  gint64 father_id;
  gint64 worker_id;
  AsyPlan *plan;                /* a complete draft with one goal and one task */
  AsyGoal *goal;
  AsyTask *task;
} Fixture;

static gint64
id_of (gpointer record)
{
  return asy_record_get_id (ASY_RECORD (record));
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (&f->store, NULL);
  f->family_id = store_fixture_add_family (&f->store, "Malinowscy");
  f->case_id = store_fixture_add_case (&f->store, f->family_id, "2025-09-15");
  f->mother_id = store_fixture_add_person (&f->store, f->family_id, "Beata", "Malinowska", "mother", "1990-01-01");
  f->father_id = store_fixture_add_person (&f->store, f->family_id, "Rafał", "Leśny", "partner", "1988-01-01");
  f->worker_id = store_fixture_add_worker (&f->store, "Ewa", "Zmyślona");
  f->plan = asy_plan_new ();
  asy_plan_set_case_file_id (f->plan, f->case_id);
  asy_plan_save (f->store.session, f->plan, &error);
  g_assert_no_error (error);
  f->goal = asy_goal_new ();
  asy_goal_set_plan_id (f->goal, id_of (f->plan));
  asy_goal_set_area (f->goal, "O2");
  asy_goal_set_title (f->goal, "Regularna nauka");
  asy_goal_set_effect (f->goal, "Frekwencja 95%");
  asy_goal_set_until_day (f->goal, asy_day_new (2026, 6, 30));
  asy_goal_save (f->store.session, f->goal, &error);
  g_assert_no_error (error);
  f->task = asy_task_new ();
  asy_task_set_goal_id (f->task, id_of (f->goal));
  asy_task_set_what (f->task, "Zapisanie do świetlicy");
  asy_task_save (f->store.session, f->task, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  g_clear_object (&f->plan);
  g_clear_object (&f->goal);
  g_clear_object (&f->task);
  store_fixture_tear_down (&f->store, NULL);
}

static void
assert_refused (gboolean ok, GError **error, AsyStoreErrorCode code, const char *field)
{
  g_assert_false (ok);
  g_assert_error (*error, ASY_STORE_ERROR, (int) code);
  if (field != NULL)
    g_assert_cmpstr (asy_store_error_get_detail (*error)->field, ==, field);
  g_clear_error (error);
}

static AsyPlanSignature *
new_answer (gint64 person_id, AsyPlanSignatureAnswer answer, const char *day, const char *reason)
{
  AsyPlanSignature *signature = asy_plan_signature_new ();

  asy_plan_signature_set_person_id (signature, person_id);
  asy_plan_signature_set_answer (signature, (int) answer);
  asy_plan_signature_set_day (signature, asy_day_from_iso (day));
  asy_plan_signature_set_reason (signature, reason);
  return signature;
}

/* Both adults answer; the days may be "" for no answer. */
static GPtrArray *
new_answers (Fixture *f, const char *mother_day, const char *father_day, const char *refusal)
{
  GPtrArray *answers = asy_record_array_new ();

  g_ptr_array_add (answers, new_answer (f->mother_id, ASY_PLAN_SIGNATURE_ANSWER_SIGNED, mother_day, NULL));
  g_ptr_array_add (answers, new_answer (f->father_id, refusal != NULL ? ASY_PLAN_SIGNATURE_ANSWER_REFUSED : ASY_PLAN_SIGNATURE_ANSWER_SIGNED,
                                        father_day, refusal));
  return answers;
}

static void
agree (Fixture *f, const char *day)
{
  g_autoptr (GError) error = NULL;

  asy_plan_agree (f->store.session, f->plan, asy_day_from_iso (day), &error);
  g_assert_no_error (error);
}

static void
test_answers_of_adults (Fixture *f, gconstpointer user_data)
{
  static const struct {
    const char *what;
    const char *mother_day, *father_day, *refusal;
    AsyStoreErrorCode code;     /* 0 with no field: fine */
    const char *field;
  } rows[] = {
    { "one signs, the other refuses", "2026-03-20", "2026-03-21", "Nie zgadza się na wizyty", 0, NULL },
    { "one signs, the other has not answered", "2026-03-20", "", NULL, 0, NULL },
    { "a day to come", "2026-03-25", "", NULL, ASY_STORE_ERROR_INVALID, "Day" },
    { "a refusal without its reason", "2026-03-20", "2026-03-21", "  ", ASY_STORE_ERROR_MISSING, "Reason for refusing to sign" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) answers = new_answers (f, rows[i].mother_day, rows[i].father_day, rows[i].refusal);
      const gboolean ok = asy_plan_sign (f->store.session, f->plan, answers, &error);

      g_test_message ("%s", rows[i].what);
      if (rows[i].field != NULL)
        assert_refused (ok, &error, rows[i].code, rows[i].field);
      g_assert_no_error (error);
      g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM plan_signature"), ==,
                       rows[i].field != NULL ? 0 : 1 + (rows[i].father_day[0] != '\0'));
      /* Taken back: everybody is without an answer again. */
      for (guint k = 0; k < answers->len; k++)
        asy_plan_signature_set_day (answers->pdata[k], ASY_DAY_NONE);
      asy_plan_sign (f->store.session, f->plan, answers, &error);
      g_assert_no_error (error);
      g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM plan_signature"), ==, 0);
    }
}

static void
test_nobody_signs_what_is_not_complete (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = new_answers (f, "2026-03-20", "", NULL);

  asy_goal_set_effect (f->goal, NULL);
  asy_goal_save (f->store.session, f->goal, &error);
  g_assert_no_error (error);
  g_assert_false (asy_plan_sign (f->store.session, f->plan, answers, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INCOMPLETE);
  g_assert_cmpstr (asy_store_error_get_detail (error)->article, ==, "art. 15 ust. 3 uwr");
  g_assert_cmpint (id_of (answers->pdata[0]), ==, 0);
}

static void
test_what_is_signed_stays (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = new_answers (f, "2026-03-20", "", NULL);
  g_autoptr (AsyGoal) added = asy_record_duplicate (f->goal);
  const gint64 ids[] = { id_of (f->goal) };

  asy_plan_sign (f->store.session, f->plan, answers, &error);
  g_assert_no_error (error);
  asy_goal_set_effect (f->goal, "Inny efekt");
  assert_refused (asy_goal_save (f->store.session, f->goal, &error), &error, ASY_STORE_ERROR_FROZEN, "Expected effect");
  assert_refused (asy_task_delete (f->store.session, f->task, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
  assert_refused (asy_goal_delete (f->store.session, f->goal, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
  assert_refused (asy_goals_reorder (f->store.session, id_of (f->plan), ids, 1, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
  asy_record_set_id (ASY_RECORD (added), 0);
  assert_refused (asy_goal_save (f->store.session, added, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
  asy_plan_set_main_goal (f->plan, "Inny cel");
  assert_refused (asy_plan_save (f->store.session, f->plan, &error), &error, ASY_STORE_ERROR_FROZEN, "Main goal");
  asy_plan_set_main_goal (f->plan, NULL);
  /* The steps go on. */
  asy_plan_set_consulted_on (f->plan, STORE_FIXTURE_TODAY);
  asy_plan_save (f->store.session, f->plan, &error);
  g_assert_no_error (error);
  agree (f, "2026-03-20");
  g_assert_cmpuint (asy_plan_get_from_day (f->plan), ==, asy_day_new (2026, 3, 20));
}

static void
test_an_agreement_comes_after_the_answers (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = new_answers (f, "2026-03-18", "2026-03-20", "Nie chce");

  asy_plan_sign (f->store.session, f->plan, answers, &error);
  g_assert_no_error (error);
  assert_refused (asy_plan_agree (f->store.session, f->plan, asy_day_new (2026, 3, 19), &error), &error, ASY_STORE_ERROR_INVALID,
                  "Agreed on");
  agree (f, "2026-03-20");
}

static void
test_answers_to_an_agreed_plan (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = new_answers (f, "2026-03-18", "", NULL);

  asy_plan_sign (f->store.session, f->plan, answers, &error);
  g_assert_no_error (error);
  agree (f, "2026-03-18");
  /* Who was away signs later. */
  asy_plan_signature_set_day (answers->pdata[1], asy_day_new (2026, 3, 22));
  asy_plan_sign (f->store.session, f->plan, answers, &error);
  g_assert_no_error (error);
  asy_plan_signature_set_day (answers->pdata[0], asy_day_new (2026, 3, 19));
  assert_refused (asy_plan_sign (f->store.session, f->plan, answers, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
  asy_plan_signature_set_day (answers->pdata[0], ASY_DAY_NONE);
  assert_refused (asy_plan_sign (f->store.session, f->plan, answers, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM plan_signature"), ==, 2);
}

/* What was not known at the agreement is added once, and stays. */
static void
test_added_once (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nobody = asy_record_array_new ();

  agree (f, "2026-03-18");
  asy_plan_set_child_voice (f->plan, "Chcę chodzić do świetlicy");
  asy_plan_set_assistant_id (f->plan, f->worker_id);
  asy_plan_set_assistant_signed_on (f->plan, STORE_FIXTURE_TODAY);
  asy_plan_sign (f->store.session, f->plan, nobody, &error);
  g_assert_no_error (error);
  asy_plan_set_child_voice (f->plan, "Coś innego");
  assert_refused (asy_plan_save (f->store.session, f->plan, &error), &error, ASY_STORE_ERROR_FROZEN, "Voice of the child");
}

static void
test_the_assistant (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nobody = asy_record_array_new ();

  asy_plan_set_assistant_signed_on (f->plan, STORE_FIXTURE_TODAY);
  assert_refused (asy_plan_sign (f->store.session, f->plan, nobody, &error), &error, ASY_STORE_ERROR_MISSING, "Assistant who signed");
  asy_plan_set_assistant_id (f->plan, f->worker_id);
  asy_plan_set_assistant_signed_on (f->plan, STORE_FIXTURE_TODAY + 1);
  assert_refused (asy_plan_sign (f->store.session, f->plan, nobody, &error), &error, ASY_STORE_ERROR_INVALID,
                  "Signed by the assistant on");
}

static void
test_foster_care (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = NULL;

  members = asy_repo_list_by_id (f->store.session, ASY_TYPE_MEMBER, "WHERE t.person_id = :id", f->father_id, &error);
  asy_plan_set_care_agreed_on (f->plan, STORE_FIXTURE_TODAY);
  asy_plan_set_care_agreed_with (f->plan, "Jan Pieczowy, PCPR");
  asy_plan_set_care_contacts (f->plan, "w soboty");
  asy_member_set_help_plan_on (members->pdata[0], STORE_FIXTURE_TODAY + 1);
  assert_refused (asy_plan_agree_care (f->store.session, f->plan, members, &error), &error, ASY_STORE_ERROR_INVALID,
                  "Plan of help for the child of");
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM plan WHERE care_agreed_on IS NOT NULL"), ==, 0);
  asy_member_set_help_plan_on (members->pdata[0], asy_day_new (2026, 2, 2));
  asy_member_set_help_plan_mark (members->pdata[0], "PCPR.4/2026");
  asy_plan_agree_care (f->store.session, f->plan, members, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM member WHERE help_plan_mark = 'PCPR.4/2026'"), ==, 1);
}

static void
test_reviews (Fixture *f, gconstpointer user_data)
{
  static const struct {
    const char *day, *next_on;
    AsyStoreErrorCode code;
    const char *field;
  } rows[] = {
    { "2026-03-17", "", ASY_STORE_ERROR_INVALID, "Reviewed on" },
    { "2026-03-25", "", ASY_STORE_ERROR_INVALID, "Reviewed on" },
    { "2026-03-20", "2026-03-20", ASY_STORE_ERROR_INVALID, "Next review on" },
    { "2026-03-20", "2026-06-20", 0, NULL },
    { "2026-03-24", "", 0, NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPlanReview) early = asy_plan_review_new ();

  asy_plan_review_set_plan_id (early, id_of (f->plan));
  asy_plan_review_set_day (early, STORE_FIXTURE_TODAY);
  assert_refused (asy_plan_review_save (f->store.session, early, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
  agree (f, "2026-03-18");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyPlanReview) review = asy_plan_review_new ();
      g_autoptr (AsyPlanFile) file = NULL;
      gboolean ok;

      asy_plan_review_set_plan_id (review, id_of (f->plan));
      asy_plan_review_set_day (review, asy_day_from_iso (rows[i].day));
      asy_plan_review_set_next_on (review, asy_day_from_iso (rows[i].next_on));
      ok = asy_plan_review_save (f->store.session, review, &error);
      if (rows[i].field != NULL)
        {
          assert_refused (ok, &error, rows[i].code, rows[i].field);
          continue;
        }
      g_assert_no_error (error);
      file = asy_plan_file_load (f->store.session, id_of (f->plan), &error);
      g_assert_cmpuint (asy_plan_get_review_on (file->plan), ==, asy_day_from_iso (rows[i].next_on));
      g_assert_cmpint (id_of (file->reviews->pdata[0]), ==, id_of (review));
    }
}

static void
test_the_end (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPlanFile) next = NULL;
  g_autoptr (AsyPlan) again = NULL;
  g_autoptr (AsyPlan) second = asy_plan_new ();

  asy_plan_set_ended_on (f->plan, STORE_FIXTURE_TODAY);
  asy_plan_set_end_kind (f->plan, ASY_PLAN_END_KIND_REACHED);
  assert_refused (asy_plan_end (f->store.session, f->plan, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
  asy_plan_set_ended_on (f->plan, ASY_DAY_NONE);
  asy_plan_set_end_kind (f->plan, ASY_PLAN_END_KIND_NONE);
  agree (f, "2026-03-18");
  next = asy_plan_amend (f->store.session, id_of (f->plan), ASY_PLAN_CHANGE_KIND_REQUEST, "Prośba rodziny", &error);
  g_assert_no_error (error);
  asy_plan_set_ended_on (f->plan, STORE_FIXTURE_TODAY);
  assert_refused (asy_plan_end (f->store.session, f->plan, &error), &error, ASY_STORE_ERROR_MISSING, "How it ended");
  asy_plan_set_end_kind (f->plan, ASY_PLAN_END_KIND_PARTLY);
  assert_refused (asy_plan_end (f->store.session, f->plan, &error), &error, ASY_STORE_ERROR_OVERLAP, NULL);
  asy_plan_discard (f->store.session, next->plan, &error);
  g_assert_no_error (error);
  asy_plan_set_ended_on (f->plan, STORE_FIXTURE_TODAY + 1);
  assert_refused (asy_plan_end (f->store.session, f->plan, &error), &error, ASY_STORE_ERROR_INVALID, "Ended on");
  asy_plan_set_ended_on (f->plan, STORE_FIXTURE_TODAY);
  asy_plan_end (f->store.session, f->plan, &error);
  g_assert_no_error (error);
  again = asy_record_duplicate (f->plan);
  assert_refused (asy_plan_end (f->store.session, again, &error), &error, ASY_STORE_ERROR_FROZEN, NULL);
  /* The work goes on by another plan. */
  asy_plan_set_case_file_id (second, f->case_id);
  asy_plan_save (f->store.session, second, &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_plan_get_number (second), ==, 2);
}

static void
test_a_version_has_its_own_steps (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = new_answers (f, "2026-03-18", "2026-03-18", NULL);
  g_autoptr (AsyPlanFile) next = NULL;

  asy_plan_set_child_voice (f->plan, "Lubię świetlicę");
  asy_plan_set_assistant_id (f->plan, f->worker_id);
  asy_plan_set_assistant_signed_on (f->plan, asy_day_new (2026, 3, 18));
  asy_plan_set_care_agreed_on (f->plan, asy_day_new (2026, 3, 17));
  asy_plan_set_care_contacts (f->plan, "w soboty");
  asy_plan_sign (f->store.session, f->plan, answers, &error);
  g_assert_no_error (error);
  agree (f, "2026-03-18");
  assert_refused (asy_plan_amend (f->store.session, id_of (f->plan), ASY_PLAN_CHANGE_KIND_NONE, "Powód", &error) != NULL, &error,
                  ASY_STORE_ERROR_MISSING, "Why it was changed");
  next = asy_plan_amend (f->store.session, id_of (f->plan), ASY_PLAN_CHANGE_KIND_COURT, "Postanowienie z 20 marca", &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_plan_get_change_kind (next->plan), ==, ASY_PLAN_CHANGE_KIND_COURT);
  g_assert_null (asy_plan_get_child_voice (next->plan));
  g_assert_cmpint (asy_plan_get_assistant_id (next->plan), ==, 0);
  g_assert_cmpuint (asy_plan_get_care_agreed_on (next->plan), ==, ASY_DAY_NONE);
  g_assert_cmpstr (asy_plan_get_care_contacts (next->plan), ==, "w soboty");
  g_assert_cmpuint (next->signatures->len, ==, 0);
}

static void
test_copies (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPlanCopy) copy = asy_plan_copy_new ();
  g_autoptr (AsyPlanFile) file = NULL;

  asy_plan_copy_set_plan_id (copy, id_of (f->plan));
  asy_plan_copy_set_day (copy, STORE_FIXTURE_TODAY);
  asy_plan_copy_set_recipient_kind (copy, ASY_PLAN_COPY_RECIPIENT_KIND_CARE);
  asy_plan_copy_set_copies (copy, 1);
  assert_refused (asy_plan_copy_save (f->store.session, copy, &error), &error, ASY_STORE_ERROR_MISSING, "Name of who received it");
  asy_plan_copy_set_recipient (copy, "PCPR we Wrocławiu");
  asy_plan_copy_set_copies (copy, 0);
  assert_refused (asy_plan_copy_save (f->store.session, copy, &error), &error, ASY_STORE_ERROR_INVALID, "Number of copies");
  asy_plan_copy_set_copies (copy, 2);
  asy_plan_copy_set_day (copy, STORE_FIXTURE_TODAY + 1);
  assert_refused (asy_plan_copy_save (f->store.session, copy, &error), &error, ASY_STORE_ERROR_INVALID, "Handed over on");
  asy_plan_copy_set_day (copy, STORE_FIXTURE_TODAY);
  asy_plan_copy_save (f->store.session, copy, &error);
  g_assert_no_error (error);
  file = asy_plan_file_load (f->store.session, id_of (f->plan), &error);
  g_assert_cmpuint (file->copies->len, ==, 1);
  asy_plan_copy_delete (f->store.session, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (&f->store, "SELECT count(*) FROM plan_copy"), ==, 0);
}

static void
test_history (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPlanFile) second = NULL;
  g_autoptr (AsyPlanFile) third = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  AsyPlanDiffTotals totals;

  agree (f, "2026-01-12");
  second = asy_plan_amend (f->store.session, id_of (f->plan), ASY_PLAN_CHANGE_KIND_REQUEST, "Prośba", &error);
  asy_goal_set_effect (second->goals->pdata[0], "Frekwencja 97%");
  asy_goal_save (f->store.session, second->goals->pdata[0], &error);
  asy_plan_agree (f->store.session, second->plan, asy_day_new (2026, 2, 12), &error);
  g_assert_no_error (error);
  third = asy_plan_amend (f->store.session, id_of (second->plan), ASY_PLAN_CHANGE_KIND_REACHED, "Cel osiągnięty", &error);
  asy_task_delete (f->store.session, third->tasks->pdata[0], &error);
  g_assert_no_error (error);
  versions = asy_plan_history_load (f->store.session, id_of (f->plan), id_of (third->plan), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 3);
  lines = asy_plan_diff (versions);
  totals = asy_plan_diff_sum (lines);
  g_assert_cmpuint (totals.n_changed, ==, 1);
  g_assert_cmpuint (totals.n_dropped, ==, 1);
  g_assert_null (asy_plan_history_load (f->store.session, id_of (third->plan), id_of (f->plan), &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INVALID);
}

#define ADD(name, func) g_test_add ("/store/plan-steps/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("answers-of-adults", test_answers_of_adults);
  ADD ("only-complete", test_nobody_signs_what_is_not_complete);
  ADD ("signed-stays", test_what_is_signed_stays);
  ADD ("agreement-after-answers", test_an_agreement_comes_after_the_answers);
  ADD ("answers-to-an-agreed-plan", test_answers_to_an_agreed_plan);
  ADD ("added-once", test_added_once);
  ADD ("assistant", test_the_assistant);
  ADD ("foster-care", test_foster_care);
  ADD ("reviews", test_reviews);
  ADD ("end", test_the_end);
  ADD ("own-steps", test_a_version_has_its_own_steps);
  ADD ("copies", test_copies);
  ADD ("history", test_history);

  return g_test_run ();
}
