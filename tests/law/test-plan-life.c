/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"
#include "law/asy-plan-life.h"

/* One case of the tables; days as ISO texts, "" for none. */
typedef struct {
  const char *what;
  struct {
    const char *consulted, *agreed, *approved, *from, *until, *review, *ended, *care_agreed, *assistant_signed;
    gint64 assistant_id;
    const char *child_voice, *contacts;
  } plan;
  AsyPlanFacts facts;           /* plan and days are filled from the texts */
  const char *suspended_from, *suspended_until;
  const char *state, *step, *lacks;
} Row;

static const char *const lack_names[] = { "content", "consultation", "care", "help-plan", "reintegration", "contacts", "voice",
                                          "answers", "consent", "assistant", "approval", "copy", "review" };

static AsyDay
day_of (const char *text)
{
  return text != NULL ? D (text) : ASY_DAY_NONE;
}

static AsyPlan *
make_plan (const Row *row)
{
  AsyPlan *plan = asy_plan_new ();

  asy_plan_set_consulted_on (plan, day_of (row->plan.consulted));
  asy_plan_set_agreed_on (plan, day_of (row->plan.agreed));
  asy_plan_set_approved_on (plan, day_of (row->plan.approved));
  asy_plan_set_from_day (plan, day_of (row->plan.from));
  asy_plan_set_until_day (plan, day_of (row->plan.until));
  asy_plan_set_review_on (plan, day_of (row->plan.review));
  asy_plan_set_ended_on (plan, day_of (row->plan.ended));
  asy_plan_set_care_agreed_on (plan, day_of (row->plan.care_agreed));
  asy_plan_set_assistant_signed_on (plan, day_of (row->plan.assistant_signed));
  asy_plan_set_assistant_id (plan, row->plan.assistant_id);
  asy_plan_set_child_voice (plan, row->plan.child_voice);
  asy_plan_set_care_contacts (plan, row->plan.contacts);
  return plan;
}

static char *
write_lacks (GArray *lacks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lacks->len; i++)
    {
      const AsyPlanLack *lack = &g_array_index (lacks, AsyPlanLack, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? "," : "", lack_names[lack->kind], lack->is_blocking ? "!" : "");
      if (lack->count > 0)
        g_string_append_printf (text, "*%u", lack->count);
    }
  return g_string_free (text, FALSE);
}

static void
check_rows (const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (AsyPlan) plan = make_plan (&rows[i]);
      AsyPlanFacts facts = rows[i].facts;
      g_autoptr (GArray) lacks = NULL;
      g_autofree char *text = NULL;

      facts.plan = plan;
      facts.suspended_from = day_of (rows[i].suspended_from);
      facts.suspended_until = day_of (rows[i].suspended_until);
      lacks = asy_plan_find_lacks (&facts, D (TODAY));
      text = write_lacks (lacks);
      g_test_message ("%s", rows[i].what);
      g_assert_cmpstr (asy_plan_state_get_nick (asy_plan_state_compute (&facts, D (TODAY))), ==, rows[i].state);
      g_assert_cmpstr (asy_plan_step_get_nick (asy_plan_step_compute (&facts, D (TODAY))), ==, rows[i].step);
      g_assert_cmpstr (text, ==, rows[i].lacks);
    }
}

static void
test_to_the_agreement (void)
{
  static const Row rows[] = {
    { "an empty draft", { 0 }, { .has_blocking_gap = TRUE, .n_adults = 2 }, NULL, NULL,
      "draft", "complete", "content!,consultation,answers*2,assistant" },
    { "complete", { 0 }, { .n_adults = 2 }, NULL, NULL, "draft", "consult", "consultation,answers*2,assistant" },
    { "consulted, and then a goal was added", { .consulted = "2026-03-20" }, { .n_adults = 2, .has_blocking_gap = TRUE }, NULL, NULL,
      "consulted", "complete", "content!,answers*2,assistant" },
    { "consulted", { .consulted = "2026-03-20" }, { .n_adults = 2 }, NULL, NULL, "consulted", "sign", "answers*2,assistant" },
    { "one of two signed", { .consulted = "2026-03-20" }, { .n_adults = 2, .n_signed = 1 }, NULL, NULL,
      "signing", "sign", "answers*1,assistant" },
    { "one signed, the other refused", { .consulted = "2026-03-20" }, { .n_adults = 2, .n_signed = 1, .n_refused = 1 }, NULL, NULL,
      "signing", "agree", "assistant" },
    /* Nobody works by consent there; the office may note it and go on, but it is told. */
    { "all refused", { .consulted = "2026-03-20" }, { .n_adults = 2, .n_refused = 2 }, NULL, NULL,
      "signing", "agree", "consent*2,assistant" },
    /* The consultation is a duty of the office, not a condition of what the family agreed to. */
    { "signed without a consultation", { 0 }, { .n_adults = 1, .n_signed = 1 }, NULL, NULL,
      "signing", "consult", "consultation,assistant" },
    { "nobody of age in the household", { .consulted = "2026-03-20" }, { .n_adults = 0 }, NULL, NULL,
      "consulted", "agree", "assistant" },
    { "children old enough to be asked", { .consulted = "2026-03-20", .assistant_signed = "2026-03-21" },
      { .n_adults = 1, .n_signed = 1, .n_children = 2 }, NULL, NULL, "signing", "agree", "voice*2" },
    { "the child was heard", { .consulted = "2026-03-20", .assistant_signed = "2026-03-21", .child_voice = "Chcę do świetlicy" },
      { .n_adults = 1, .n_signed = 1, .n_children = 2 }, NULL, NULL, "signing", "agree", "" },
    { "signed by the assistant before a handover", { .consulted = "2026-03-20", .assistant_signed = "2026-03-21", .assistant_id = 7 },
      { .n_adults = 1, .n_signed = 1, .assistant_id = 8 }, NULL, NULL, "signing", "agree", "assistant" },
    { "the case is over", { .consulted = "2026-03-20" }, { .n_adults = 1, .is_case_over = TRUE }, NULL, NULL,
      "consulted", "none", "answers*1,assistant" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

#define AGREED .consulted = "2026-01-05", .agreed = "2026-01-12", .assistant_signed = "2026-01-12", .assistant_id = 7
#define SIGNED .n_adults = 1, .n_signed = 1, .assistant_id = 7

static void
test_at_work (void)
{
  static const Row rows[] = {
    { "agreed", { AGREED }, { SIGNED }, NULL, NULL, "agreed", "approve", "approval" },
    { "approved for later", { AGREED, .approved = "2026-01-13", .from = "2026-04-01" }, { SIGNED }, NULL, NULL, "approved", "amend", "" },
    { "begins today", { AGREED, .approved = "2026-01-13", .from = TODAY }, { SIGNED }, NULL, NULL, "in-force", "amend", "" },
    { "in force", { AGREED, .approved = "2026-01-13", .until = "2026-12-31", .review = "2026-03-25" }, { SIGNED }, NULL, NULL,
      "in-force", "amend", "" },
    { "review today", { AGREED, .approved = "2026-01-13", .review = TODAY }, { SIGNED }, NULL, NULL, "in-force", "review", "review" },
    { "a draft of the next version", { AGREED, .approved = "2026-01-13" }, { SIGNED, .has_draft = TRUE }, NULL, NULL,
      "in-force", "none", "" },
    { "an adult signed later than it was agreed", { AGREED, .approved = "2026-01-13" }, { .n_adults = 2, .n_signed = 1, .assistant_id = 7 },
      NULL, NULL, "in-force", "amend", "answers*1" },
    { "last day today", { AGREED, .approved = "2026-01-13", .until = TODAY }, { SIGNED }, NULL, NULL, "in-force", "amend", "" },
    { "last day yesterday", { AGREED, .approved = "2026-01-13", .until = "2026-03-23" }, { SIGNED }, NULL, NULL, "expired", "amend", "" },
    /* A handover changes who works by the plan, not the plan. */
    { "handed over after the agreement", { AGREED, .approved = "2026-01-13" }, { .n_adults = 1, .n_signed = 1, .assistant_id = 8 },
      NULL, NULL, "in-force", "amend", "" },
    { "suspended", { AGREED, .approved = "2026-01-13", .review = "2026-02-01" }, { SIGNED }, "2026-02-15", NULL, "suspended", "none", "" },
    { "suspended until today", { AGREED, .approved = "2026-01-13" }, { SIGNED }, "2026-02-15", TODAY, "suspended", "none", "" },
    { "suspended until yesterday", { AGREED, .approved = "2026-01-13", .review = "2026-02-01" }, { SIGNED }, "2026-02-15", "2026-03-23",
      "in-force", "review", "review" },
    { "a draft in a suspended case", { .consulted = "2026-01-05" }, { .n_adults = 1 }, "2026-02-15", NULL,
      "consulted", "sign", "answers*1,assistant" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_the_end (void)
{
  static const Row rows[] = {
    { "replaced today: it ends on the day the next begins", { AGREED, .approved = "2026-01-13", .ended = TODAY },
      { SIGNED, .has_successor = TRUE }, NULL, NULL, "replaced", "none", "" },
    { "ends tomorrow", { AGREED, .approved = "2026-01-13", .ended = "2026-03-25" }, { SIGNED }, NULL, NULL, "in-force", "amend", "" },
    { "ended", { AGREED, .ended = "2026-03-01" }, { SIGNED, .n_in_care = 1 }, NULL, NULL, "ended", "new", "" },
    { "ended, the next plan is being written", { AGREED, .ended = "2026-03-01" }, { SIGNED, .has_draft = TRUE }, NULL, NULL,
      "ended", "none", "" },
    { "ended with the work", { AGREED, .ended = "2026-03-01" }, { SIGNED, .is_case_over = TRUE }, NULL, NULL, "ended", "none", "" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_in_foster_care (void)
{
  static const Row rows[] = {
    { "nothing is agreed with the foster side", { .consulted = "2026-03-20" }, { .n_adults = 1, .n_in_care = 2, .n_without_help_plan = 1 },
      NULL, NULL, "consulted", "care", "care,help-plan*1,reintegration*2,contacts*2,answers*1,assistant" },
    { "agreed with the coordinator", { .consulted = "2026-03-20", .care_agreed = "2026-03-22", .contacts = "w soboty" },
      { .n_adults = 1, .n_in_care = 2, .has_reintegration = TRUE }, NULL, NULL, "consulted", "sign", "answers*1,assistant" },
    { "in force, not handed over", { AGREED, .approved = "2026-01-13", .care_agreed = "2026-01-10", .contacts = "w soboty" },
      { SIGNED, .n_in_care = 1, .has_reintegration = TRUE }, NULL, NULL, "in-force", "copy", "copy*1" },
    { "handed over", { AGREED, .approved = "2026-01-13", .care_agreed = "2026-01-10", .contacts = "w soboty" },
      { SIGNED, .n_in_care = 1, .has_reintegration = TRUE, .is_handed_over = TRUE }, NULL, NULL, "in-force", "amend", "" },
    { "the child came to foster care after the agreement", { AGREED, .approved = "2026-01-13" }, { SIGNED, .n_in_care = 1 }, NULL, NULL,
      "in-force", "copy", "care,reintegration*1,contacts*1,copy*1" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* What the menu offers beside the first step. */
static void
test_possible_steps (void)
{
  static const struct {
    const char *what;
    const char *agreed, *approved, *ended;
    AsyPlanFacts facts;
    const char *steps;
  } rows[] = {
    { "draft with gaps", NULL, NULL, NULL, { .has_blocking_gap = TRUE, .n_adults = 1 }, "complete consult copy" },
    { "draft", NULL, NULL, NULL, { .n_adults = 1 }, "consult sign agree copy" },
    { "draft in foster care", NULL, NULL, NULL, { .n_adults = 1, .n_in_care = 1 }, "consult care sign agree copy" },
    { "agreed", "2026-01-12", NULL, NULL, { .n_adults = 1 }, "sign approve copy review amend" },
    { "in force", "2026-01-12", "2026-01-13", NULL, { .n_adults = 1 }, "sign copy review amend" },
    { "a draft stands behind it", "2026-01-12", "2026-01-13", NULL, { .n_adults = 1, .has_draft = TRUE }, "sign copy review" },
    { "replaced", "2026-01-12", "2026-01-13", "2026-03-01", { .n_adults = 1, .has_successor = TRUE }, "copy" },
    { "ended", "2026-01-12", "2026-01-13", "2026-03-01", { .n_adults = 1 }, "copy new" },
    { "ended with the case", "2026-01-12", "2026-01-13", "2026-03-01", { .is_case_over = TRUE }, "copy" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyPlan) plan = asy_plan_new ();
      g_autoptr (GString) text = g_string_new (NULL);
      AsyPlanFacts facts = rows[i].facts;

      asy_plan_set_agreed_on (plan, day_of (rows[i].agreed));
      asy_plan_set_approved_on (plan, day_of (rows[i].approved));
      asy_plan_set_ended_on (plan, day_of (rows[i].ended));
      facts.plan = plan;
      for (AsyPlanStep step = ASY_PLAN_STEP_NONE; step <= ASY_PLAN_STEP_NEW; step++)
        if (asy_plan_step_is_possible (&facts, step, D (TODAY)))
          g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", asy_plan_step_get_nick (step));
      g_test_message ("%s", rows[i].what);
      g_assert_cmpstr (text->str, ==, rows[i].steps);
    }
}

/* Reading the facts from a family. */

static AsyMemberEntry *
add_member (AsyFamilyFile *family, gint64 id, const char *role, const char *born)
{
  g_autoptr (AsyMember) member = asy_member_new ();
  g_autoptr (AsyPerson) person = asy_person_new ();
  AsyMemberEntry *entry;

  asy_record_set_id (ASY_RECORD (person), id);
  asy_person_set_birth_date (person, D (born));
  asy_member_set_person_id (member, id);
  asy_member_set_role (member, role);
  asy_member_set_covered (member, TRUE);
  asy_member_set_in_household (member, TRUE);
  entry = asy_member_entry_new (member, person);
  g_ptr_array_add (family->members, entry);
  return entry;
}

static void
add_answer (AsyPlanFile *file, gint64 person_id, AsyPlanSignatureAnswer answer)
{
  AsyPlanSignature *signature = asy_plan_signature_new ();

  asy_plan_signature_set_person_id (signature, person_id);
  asy_plan_signature_set_answer (signature, (int) answer);
  g_ptr_array_add (file->signatures, signature);
}

static void
test_facts_of_a_family (void)
{
  g_autoptr (AsyFamilyFile) family = asy_family_file_new ();
  g_autoptr (AsyDictionary) dictionary = asy_dictionary_new ();
  g_autoptr (AsyPlan) plan = asy_plan_new ();
  g_autoptr (AsyPlanFile) file = asy_plan_file_new (plan);
  AsyPlanCopy *copy = asy_plan_copy_new ();
  AsyGoal *goal = asy_goal_new ();
  AsyMemberEntry *entry;
  AsyPlanFacts facts;

  asy_dictionary_add (dictionary, ASY_DICT_WHEREABOUTS, "kin", "u babci", "care", FALSE);
  family->members = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_member_entry_free);
  family->plans = asy_record_array_new ();
  add_member (family, 1, "mother", "1990-01-01");
  add_member (family, 2, "father", "1988-01-01");
  asy_member_set_in_household (add_member (family, 3, "grandmother", "1960-01-01")->member, FALSE);
  asy_member_set_left_on (add_member (family, 4, "partner", "1991-01-01")->member, D ("2026-01-01"));
  entry = add_member (family, 5, "daughter", "2015-05-05");
  asy_member_set_whereabouts (entry->member, "kin");
  add_member (family, 6, "son", "2025-05-05");
  add_answer (file, 1, ASY_PLAN_SIGNATURE_ANSWER_SIGNED);
  add_answer (file, 2, ASY_PLAN_SIGNATURE_ANSWER_REFUSED);
  /* Who does not belong to those asked does not count. */
  add_answer (file, 3, ASY_PLAN_SIGNATURE_ANSWER_SIGNED);
  asy_plan_copy_set_recipient_kind (copy, ASY_PLAN_COPY_RECIPIENT_KIND_COURT);
  g_ptr_array_add (file->copies, copy);
  asy_goal_set_area (goal, "O13");
  g_ptr_array_add (file->goals, goal);
  asy_plan_facts_read (family, file, dictionary, D (TODAY), &facts);
  g_assert_cmpuint (facts.n_adults, ==, 2);
  g_assert_cmpuint (facts.n_signed, ==, 1);
  g_assert_cmpuint (facts.n_refused, ==, 1);
  g_assert_cmpuint (facts.n_children, ==, 1);
  g_assert_cmpuint (facts.n_in_care, ==, 1);
  g_assert_cmpuint (facts.n_without_help_plan, ==, 1);
  g_assert_true (facts.has_reintegration);
  g_assert_true (facts.has_blocking_gap);
  g_assert_false (facts.is_handed_over);
  asy_plan_copy_set_recipient_kind (copy, ASY_PLAN_COPY_RECIPIENT_KIND_CARE);
  asy_member_set_help_plan_on (entry->member, D ("2026-02-02"));
  asy_goal_set_status (goal, ASY_GOAL_STATUS_DROPPED);
  asy_plan_facts_read (family, file, dictionary, D (TODAY), &facts);
  g_assert_true (facts.is_handed_over);
  g_assert_cmpuint (facts.n_without_help_plan, ==, 0);
  g_assert_false (facts.has_reintegration);
}

static void
test_facts_of_versions (void)
{
  static const struct {
    gint64 number, version;
    const char *agreed;
    gboolean has_successor, has_draft;
  } rows[] = {
    { 1, 2, "2026-01-01", FALSE, FALSE },  /* the plan itself */
    { 1, 1, "2025-01-01", FALSE, FALSE },
    { 1, 3, "2026-02-01", TRUE, FALSE },
    { 1, 3, "", FALSE, TRUE },
    /* Another plan of the same case is no version of this one. */
    { 2, 1, "2026-02-01", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyFamilyFile) family = asy_family_file_new ();
      g_autoptr (AsyDictionary) dictionary = asy_dictionary_new ();
      g_autoptr (AsyPlan) plan = asy_plan_new ();
      g_autoptr (AsyPlanFile) file = asy_plan_file_new (plan);
      AsyPlan *other = asy_plan_new ();
      AsyPlanFacts facts;

      asy_plan_set_number (plan, 1);
      asy_plan_set_version (plan, 2);
      asy_plan_set_number (other, rows[i].number);
      asy_plan_set_version (other, rows[i].version);
      asy_plan_set_agreed_on (other, D (rows[i].agreed));
      family->members = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_member_entry_free);
      family->plans = asy_record_array_new ();
      g_ptr_array_add (family->plans, other);
      asy_plan_facts_read (family, file, dictionary, D (TODAY), &facts);
      g_assert_cmpint (facts.has_successor, ==, rows[i].has_successor);
      g_assert_cmpint (facts.has_draft, ==, rows[i].has_draft);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/law/plan-life/to-the-agreement", test_to_the_agreement);
  g_test_add_func ("/law/plan-life/at-work", test_at_work);
  g_test_add_func ("/law/plan-life/the-end", test_the_end);
  g_test_add_func ("/law/plan-life/in-foster-care", test_in_foster_care);
  g_test_add_func ("/law/plan-life/possible-steps", test_possible_steps);
  g_test_add_func ("/law/plan-life/facts-of-a-family", test_facts_of_a_family);
  g_test_add_func ("/law/plan-life/facts-of-versions", test_facts_of_versions);

  return g_test_run ();
}
