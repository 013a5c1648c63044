/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/asy-text.h"
#include "store/asy-opinion.h"

#define TODAY (asy_day_new (2026, 3, 24))

/* A family in memory: the wording is a pure function of it. */
typedef struct {
  AsyFamilyFile *family;
  AsyPlanFile *plan;
  AsyAssessmentFile *assessment;
  AsyCourtRequest *request;
  AsyDictionary *dictionary;
  AsyVisitTotals visits;
} Fixture;

static AsyDictionary *
make_dictionary (void)
{
  AsyDictionary *dictionary = asy_dictionary_new ();

  asy_dictionary_add (dictionary, ASY_DICT_WHEREABOUTS, "family", "w rodzinie", "home", FALSE);
  asy_dictionary_add (dictionary, ASY_DICT_WHEREABOUTS, "foster-kin", "rodzina zastępcza spokrewniona", "care", FALSE);
  asy_dictionary_add (dictionary, ASY_DICT_WORK_AREA, "O2", "Edukacja dzieci i życie szkolne", NULL, FALSE);
  asy_dictionary_add (dictionary, ASY_DICT_WORK_AREA, "O12", "Warunki mieszkaniowe", NULL, FALSE);
  return dictionary;
}

static void
add_member (Fixture *f, gint64 id, const char *given_name, const char *role, int year, const char *whereabouts, gboolean covered)
{
  g_autoptr (AsyPerson) person = asy_person_new ();
  g_autoptr (AsyMember) member = asy_member_new ();

  asy_record_set_id (ASY_RECORD (person), id);
  asy_person_set_given_name (person, given_name);
  asy_person_set_family_name (person, "Malinowska");
  asy_person_set_birth_date (person, asy_day_new (year, 8, 11));
  asy_member_set_person_id (member, id);
  asy_member_set_role (member, role);
  asy_member_set_covered (member, covered);
  asy_member_set_whereabouts (member, whereabouts);
  g_ptr_array_add (f->family->members, asy_member_entry_new (member, person));
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  f->family = asy_family_file_new ();
  f->family->family = asy_family_new ();
  f->family->current = asy_case_new ();
  f->family->members = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_member_entry_free);
  f->family->assignments = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_assignment_entry_free);
  f->request = asy_court_request_new ();
  f->dictionary = make_dictionary ();
  f->plan = NULL;
  f->assessment = NULL;
  f->visits = (AsyVisitTotals){ 0 };
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  asy_family_file_unref (f->family);
  g_clear_pointer (&f->plan, asy_plan_file_free);
  g_clear_pointer (&f->assessment, asy_assessment_file_free);
  g_assert_finalize_object (f->request);
  asy_dictionary_unref (f->dictionary);
}

static GPtrArray *
prefill (Fixture *f)
{
  const AsyOpinionFacts facts = { f->family, f->request, NULL, f->plan, f->assessment, &f->visits, f->dictionary, TODAY };

  return asy_opinion_prefill (&facts);
}

/* With plain spaces: which ones hold together is the matter of base. */
static char *
with_plain_spaces (const char *text)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, ASY_TEXT_NBSP, -1) : NULL;

  return parts != NULL ? g_strjoinv (" ", parts) : NULL;
}

static void
assert_section (Fixture *f, const char *key, const char *body, const char *source)
{
  g_autoptr (GPtrArray) sections = prefill (f);

  for (guint i = 0; i < sections->len; i++)
    {
      AsyLetterSection *section = g_ptr_array_index (sections, i);
      g_autofree char *real_body = with_plain_spaces (asy_letter_section_get_body (section));
      g_autofree char *real_source = with_plain_spaces (asy_letter_section_get_source (section));

      if (!g_str_equal (asy_letter_section_get_key (section), key))
        continue;
      g_assert_cmpstr (real_body, ==, body);
      g_assert_cmpstr (real_source, ==, source);
      return;
    }
  g_assert_not_reached ();
}

static void
add_assistant (Fixture *f, const char *family_name, AsyDay from, AsyDay until)
{
  AsyAssignmentEntry *entry = g_new0 (AsyAssignmentEntry, 1);

  entry->assignment = asy_assignment_new ();
  asy_assignment_set_from_day (entry->assignment, from);
  asy_assignment_set_until_day (entry->assignment, until);
  entry->worker = asy_worker_new ();
  asy_worker_set_given_name (entry->worker, "Ewa");
  asy_worker_set_family_name (entry->worker, family_name);
  g_ptr_array_add (f->family->assignments, entry);
}

static void
add_plan (Fixture *f)
{
  static const AsyTaskStatus states[] = { ASY_TASK_STATUS_DONE, ASY_TASK_STATUS_DONE, ASY_TASK_STATUS_PLANNED,
                                          ASY_TASK_STATUS_DROPPED };
  g_autoptr (AsyPlan) plan = asy_plan_new ();

  asy_plan_set_version (plan, 3);
  asy_plan_set_agreed_on (plan, asy_day_new (2026, 1, 12));
  f->plan = asy_plan_file_new (plan);
  g_ptr_array_add (f->plan->goals, asy_goal_new ());
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      AsyTask *task = asy_task_new ();

      asy_task_set_what (task, "Rozmowa z wychowawczynią Leny");
      asy_task_set_until_day (task, asy_day_new (2026, 3, 13));
      asy_task_set_status (task, states[i]);
      g_ptr_array_add (f->plan->tasks, task);
    }
}

static void
add_area (Fixture *f, const char *code, int at_start, int now, const char *note)
{
  AsyAssessmentArea *area = asy_assessment_area_new ();

  asy_assessment_area_set_area (area, code);
  asy_assessment_area_set_at_start (area, at_start);
  asy_assessment_area_set_now (area, now);
  asy_assessment_area_set_note (area, note);
  g_ptr_array_add (f->assessment->areas, area);
}

static void
add_assessment (Fixture *f)
{
  g_autoptr (AsyAssessment) assessment = asy_assessment_new ();

  asy_assessment_set_number (assessment, 2);
  asy_assessment_set_made_on (assessment, asy_day_new (2025, 9, 22));
  asy_assessment_set_cooperation (assessment, 4);
  f->assessment = asy_assessment_file_new (assessment);
}

static void
test_all_sections_in_the_order_of_the_code (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GPtrArray) sections = prefill (f);

  g_assert_cmpuint (sections->len, ==, g_strv_length ((char **) asy_opinion_section_keys));
  for (guint i = 0; i < sections->len; i++)
    {
      AsyLetterSection *section = g_ptr_array_index (sections, i);

      g_assert_cmpstr (asy_letter_section_get_key (section), ==, asy_opinion_section_keys[i]);
      g_assert_cmpint (asy_letter_section_get_position (section), ==, (gint64) i + 1);
      g_assert_false (asy_letter_section_get_reviewed (section));
    }
}

/* Nothing is known: nothing is claimed. */
static void
test_of_nothing_nothing_is_said (Fixture *f, gconstpointer user_data)
{
  g_autoptr (GPtrArray) sections = NULL;

  g_clear_object (&f->family->current);
  sections = prefill (f);
  for (guint i = 0; i < sections->len; i++)
    {
      g_assert_null (asy_letter_section_get_body (g_ptr_array_index (sections, i)));
      g_assert_null (asy_letter_section_get_source (g_ptr_array_index (sections, i)));
    }
}

static void
test_family (Fixture *f, gconstpointer user_data)
{
  const AsyMemberEntry *away;

  add_member (f, 1, "Beata", "mother", 1991, "family", TRUE);
  add_member (f, 2, "Lena", "daughter", 2017, "family", TRUE);
  add_member (f, 3, "Oliwia", "daughter", 2012, "foster-kin", TRUE);
  add_member (f, 4, "Zofia", "daughter", 2014, "foster-kin", FALSE);
  away = g_ptr_array_index (f->family->members, 2);
  asy_member_set_whereabouts_since (away->member, asy_day_new (2025, 5, 14));
  assert_section (f, ASY_SECTION_FAMILY,
                  "Rodzina liczy 4 osoby, w tym 3 dzieci.\n"
                  "Poza domem rodzinnym przebywają:\n"
                  "– Oliwia Malinowska: rodzina zastępcza spokrewniona, od 14 maja 2025 r.;\n"
                  "– Zofia (ur. 2014): rodzina zastępcza spokrewniona;",
                  "dane rodziny w rejestrze na dzień 24.03.2026 r.");
}

static void
test_sources_and_history (Fixture *f, gconstpointer user_data)
{
  f->visits = (AsyVisitTotals){ 12, 1, 900, 9, asy_day_new (2025, 10, 3), asy_day_new (2026, 3, 20) };
  add_plan (f);
  add_assessment (f);
  asy_case_set_motion_on (f->family->current, asy_day_new (2025, 9, 29));
  add_assistant (f, "Druga", asy_day_new (2026, 1, 1), ASY_DAY_NONE);
  add_assistant (f, "Pierwsza", asy_day_new (2025, 10, 1), asy_day_new (2025, 12, 31));
  assert_section (f, ASY_SECTION_SOURCES,
                  "– wizyty asystenta rodziny: 12, w tym w miejscu zamieszkania rodziny: 9, w okresie od 3 października 2025"
                  " r. do 20 marca 2026 r.;\n"
                  "– rozmowy z członkami rodziny i obserwacja podczas wizyt;\n"
                  "– dokumenty: plan pracy z rodziną z dnia 12 stycznia 2026 r. (wersja 3); okresowa ocena"
                  " sytuacji rodziny z dnia 22 września 2025 r.;",
                  "12 wizyt, 03.10.2025 r.–20.03.2026 r.; plan pracy z rodziną, wersja 3;"
                  " okresowa ocena nr 2 z 22.09.2025 r.");
  assert_section (f, ASY_SECTION_HISTORY,
                  "Podstawa pracy z rodziną: wniosek pracownika socjalnego z dnia 29 września 2025 r.\n"
                  "Asystent rodziny: Ewa Pierwsza, od 1 października 2025 r. do 31 grudnia 2025 r.\n"
                  "Asystent rodziny: Ewa Druga, od 1 stycznia 2026 r.\n"
                  "Wizyty odbyte: 12; wizyty, które się nie odbyły: 1.\n"
                  "Plan pracy z rodziną uzgodniono dnia 12 stycznia 2026 r. (wersja 3).\n"
                  "Ostatnią okresową ocenę sytuacji rodziny sporządzono dnia 22 września 2025 r.",
                  "dane rodziny w rejestrze na dzień 24.03.2026 r.; 12 wizyt, 03.10.2025"
                  " r.–20.03.2026 r.; plan pracy z rodziną, wersja 3; okresowa ocena nr 2 z 22.09.2025 r.");
}

static void
test_a_courts_order_is_the_basis (Fixture *f, gconstpointer user_data)
{
  asy_case_set_motion_on (f->family->current, asy_day_new (2025, 9, 29));
  asy_case_set_court_order_on (f->family->current, asy_day_new (2025, 9, 1));
  asy_case_set_court_signature (f->family->current, "III Nsm 17/25");
  assert_section (f, ASY_SECTION_HISTORY,
                  "Podstawa pracy z rodziną: postanowienie Sądu z dnia 1 września 2025 r., sygn. akt III Nsm 17/25",
                  "dane rodziny w rejestrze na dzień 24.03.2026 r.");
}

static void
test_plan (Fixture *f, gconstpointer user_data)
{
  add_plan (f);
  assert_section (f, ASY_SECTION_PLAN,
                  "Plan obejmuje 1 cel i 3 zadania. Zadania wykonane: 2; po terminie: 1.\n"
                  "– po terminie (13 marca 2026 r.): Rozmowa z wychowawczynią Leny;",
                  "plan pracy z rodziną, wersja 3");
  /* A draft is nobody's plan yet. */
  asy_plan_set_agreed_on (f->plan->plan, ASY_DAY_NONE);
  assert_section (f, ASY_SECTION_PLAN, NULL, NULL);
}

static void
test_assessment_by_areas_and_children (Fixture *f, gconstpointer user_data)
{
  static const char cite[] = "okresowa ocena nr 2 z 22.09.2025 r.";
  AsyAssessmentChild *child = asy_assessment_child_new ();

  add_member (f, 2, "Lena", "daughter", 2017, "family", TRUE);
  add_assessment (f);
  add_area (f, "O2", 3, 1, "Nieobecności tylko usprawiedliwione.");
  add_area (f, "O12", 2, 2, NULL);
  asy_assessment_child_set_person_id (child, 2);
  asy_assessment_child_set_school (child, "klasa III, świetlica");
  asy_assessment_child_set_health (child, "szczepienia aktualne");
  g_ptr_array_add (f->assessment->children, child);
  asy_assessment_set_cooperation_note (f->assessment->assessment, "Rodzina umawia wizyty sama.");

  assert_section (f, ASY_SECTION_EDUCATION,
                  "Lena Malinowska: klasa III, świetlica\n"
                  "Edukacja dzieci i życie szkolne: niewielkie trudności (na początku pracy: znaczne trudności)."
                  " Nieobecności tylko usprawiedliwione.",
                  cite);
  assert_section (f, ASY_SECTION_LIVING, "Warunki mieszkaniowe: umiarkowane trudności.", cite);
  assert_section (f, ASY_SECTION_HEALTH, "Lena Malinowska: szczepienia aktualne", cite);
  assert_section (f, ASY_SECTION_ATTITUDE, "Współpraca z asystentem: współpraca dobra\nRodzina umawia wizyty sama.", cite);
  assert_section (f, ASY_SECTION_UPBRINGING, NULL, NULL);
  assert_section (f, ASY_SECTION_CONCLUSIONS, NULL, NULL);
}

static void
test_before_the_first_assessment_the_school_is_known (Fixture *f, gconstpointer user_data)
{
  const AsyMemberEntry *lena;

  add_member (f, 2, "Lena", "daughter", 2017, "family", TRUE);
  lena = g_ptr_array_index (f->family->members, 0);
  asy_member_set_school (lena->member, "SP nr 2, klasa III");
  assert_section (f, ASY_SECTION_EDUCATION, "Lena Malinowska: SP nr 2, klasa III",
                  "dane rodziny w rejestrze na dzień 24.03.2026 r.");
}

static void
test_questions_are_numbered_once (Fixture *f, gconstpointer user_data)
{
  static const struct {
    const char *questions;
    const char *body;
  } rows[] = {
    { NULL, NULL },
    { "  \n \n", NULL },
    { "Jakie są warunki?\n\n  Czy matka  współpracuje?  ", "1. Jakie są warunki?\n2. Czy matka współpracuje?" },
    { "1. Jakie są warunki?\n2) Czy matka współpracuje?", "1. Jakie są warunki?\n2. Czy matka współpracuje?" },
    { "2 pokoje czy 3?", "1. 2 pokoje czy 3?" },
  };

  asy_court_request_set_letter_on (f->request, asy_day_new (2026, 3, 16));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      asy_court_request_set_questions (f->request, rows[i].questions);
      assert_section (f, ASY_SECTION_ANSWERS, rows[i].body,
                      rows[i].body != NULL ? "pismo Sądu z 16.03.2026 r." : NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/opinion/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("all-sections-in-the-order-of-the-code", test_all_sections_in_the_order_of_the_code);
  ADD ("of-nothing-nothing-is-said", test_of_nothing_nothing_is_said);
  ADD ("family", test_family);
  ADD ("sources-and-history", test_sources_and_history);
  ADD ("a-courts-order-is-the-basis", test_a_courts_order_is_the_basis);
  ADD ("plan", test_plan);
  ADD ("assessment-by-areas-and-children", test_assessment_by_areas_and_children);
  ADD ("before-the-first-assessment-the-school-is-known", test_before_the_first_assessment_the_school_is_known);
  ADD ("questions-are-numbered-once", test_questions_are_numbered_once);
#undef ADD

  return g_test_run ();
}
