/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"
#include "law/asy-assessment-compare.h"

/* Higher is worse. */
static void
test_levels (void)
{
  static const struct {
    gint64 earlier, later;
    AsyLevelChange change;
  } rows[] = {
    { 0, 0, ASY_LEVEL_CHANGE_SAME },    { 4, 4, ASY_LEVEL_CHANGE_SAME },     { 3, 1, ASY_LEVEL_CHANGE_BETTER },
    { 1, 0, ASY_LEVEL_CHANGE_BETTER },  { 0, 4, ASY_LEVEL_CHANGE_WORSE },    { 2, 3, ASY_LEVEL_CHANGE_WORSE },
    { -1, 2, ASY_LEVEL_CHANGE_UNKNOWN }, { 2, -1, ASY_LEVEL_CHANGE_UNKNOWN }, { -1, -1, ASY_LEVEL_CHANGE_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (asy_level_compare (rows[i].earlier, rows[i].later), ==, rows[i].change);
}

static AsyAssessmentFile *
make_file (void)
{
  g_autoptr (AsyAssessment) assessment = asy_assessment_new ();

  return asy_assessment_file_new (assessment);
}

static void
add_area (AsyAssessmentFile *file, const char *code, gint64 now, const char *note)
{
  AsyAssessmentArea *area = asy_assessment_area_new ();

  asy_assessment_area_set_area (area, code);
  asy_assessment_area_set_now (area, now);
  asy_assessment_area_set_note (area, note);
  g_ptr_array_add (file->areas, area);
}

static void
add_goal (AsyAssessmentFile *file, gint64 id, gint64 origin_id, const char *title, AsyAssessmentGoalDegree degree)
{
  AsyGoal *goal = asy_goal_new ();
  AsyAssessmentGoal *line = asy_assessment_goal_new ();

  asy_record_set_id (ASY_RECORD (goal), id);
  asy_goal_set_origin_id (goal, origin_id);
  asy_goal_set_area (goal, "O2");
  asy_goal_set_title (goal, title);
  asy_assessment_goal_set_goal_id (line, id);
  asy_assessment_goal_set_degree (line, degree);
  g_ptr_array_add (file->plan_goals, goal);
  g_ptr_array_add (file->goals, line);
}

static void
add_child (AsyAssessmentFile *file, gint64 person_id, const char *health)
{
  AsyAssessmentChild *child = asy_assessment_child_new ();

  asy_assessment_child_set_person_id (child, person_id);
  asy_assessment_child_set_health (child, health);
  g_ptr_array_add (file->children, child);
}

static void
test_areas (void)
{
  g_autoptr (AsyAssessmentFile) earlier = make_file ();
  g_autoptr (AsyAssessmentFile) later = make_file ();
  g_autoptr (AsyComparison) comparison = NULL;
  const AsyAreaChange *change;

  add_area (earlier, "O2", 3, "nieobecności");
  add_area (earlier, "O4", 1, NULL);
  add_area (earlier, "O9", 2, NULL);
  add_area (later, "O12", 2, NULL);
  add_area (later, "O4", 2, NULL);
  add_area (later, "O2", 1, "chodzi do szkoły");
  comparison = asy_assessment_compare (earlier, later);
  g_assert_cmpuint (comparison->areas->len, ==, 4);
  g_assert_cmpuint (comparison->n_better, ==, 1);
  g_assert_cmpuint (comparison->n_worse, ==, 1);
  g_assert_cmpuint (comparison->n_same, ==, 0);
  change = &g_array_index (comparison->areas, AsyAreaChange, 2);
  g_assert_cmpstr (change->area, ==, "O2");
  g_assert_cmpint (change->earlier, ==, 3);
  g_assert_cmpint (change->later, ==, 1);
  g_assert_cmpstr (change->note_earlier, ==, "nieobecności");
  g_assert_cmpstr (change->note_later, ==, "chodzi do szkoły");
  change = &g_array_index (comparison->areas, AsyAreaChange, 3);
  g_assert_cmpstr (change->area, ==, "O9");
  g_assert_cmpint (change->later, ==, ASY_ASSESSMENT_UNKNOWN);
}

/* A goal stays itself under the next version of the plan, and under a plan of the next case that takes it over. */
static void
test_goals_and_children (void)
{
  g_autoptr (AsyAssessmentFile) earlier = make_file ();
  g_autoptr (AsyAssessmentFile) later = make_file ();
  g_autoptr (AsyComparison) comparison = NULL;
  const AsyGoalChange *goals;
  const AsyChildChange *children;

  add_goal (earlier, 11, 0, "Regularna nauka", ASY_ASSESSMENT_GOAL_DEGREE_IN_PROGRESS);
  add_goal (earlier, 12, 0, "Spłata czynszu", ASY_ASSESSMENT_GOAL_DEGREE_PARTLY);
  add_goal (earlier, 13, 0, "Szczepienia", ASY_ASSESSMENT_GOAL_DEGREE_DONE);
  add_goal (later, 21, 11, "Nauka bez zaległości", ASY_ASSESSMENT_GOAL_DEGREE_DONE);
  add_goal (later, 22, 0, "Spłata czynszu", ASY_ASSESSMENT_GOAL_DEGREE_NOT_DONE);
  add_child (earlier, 7, "częste infekcje");
  add_child (later, 8, "zdrowy");
  add_child (later, 7, "zdrowa");
  comparison = asy_assessment_compare (earlier, later);
  g_assert_cmpuint (comparison->goals->len, ==, 3);
  goals = &g_array_index (comparison->goals, AsyGoalChange, 0);
  g_assert_cmpint (asy_assessment_goal_get_goal_id (goals[0].earlier), ==, 11);
  g_assert_cmpint (asy_assessment_goal_get_goal_id (goals[0].later), ==, 21);
  g_assert_cmpint (asy_assessment_goal_get_goal_id (goals[1].earlier), ==, 12);
  g_assert_cmpstr (asy_goal_get_title (goals[2].goal), ==, "Szczepienia");
  g_assert_null (goals[2].later);
  g_assert_cmpuint (comparison->children->len, ==, 2);
  children = &g_array_index (comparison->children, AsyChildChange, 0);
  g_assert_null (children[0].earlier);
  g_assert_cmpstr (asy_assessment_child_get_health (children[1].earlier), ==, "częste infekcje");
}

/* Only what one of the two says. */
static void
test_texts (void)
{
  g_autoptr (AsyAssessmentFile) earlier = make_file ();
  g_autoptr (AsyAssessmentFile) later = make_file ();
  g_autoptr (AsyComparison) comparison = NULL;

  asy_assessment_set_risks (earlier->assessment, "wilgoć");
  asy_assessment_set_child_voice (later->assessment, "chce wrócić do domu");
  comparison = asy_assessment_compare (earlier, later);
  g_assert_cmpuint (comparison->texts->len, ==, 2);
  g_assert_cmpuint (g_array_index (comparison->texts, AsyTextChange, 0).field, ==, ASY_ASSESSMENT_RISKS);
  g_assert_null (g_array_index (comparison->texts, AsyTextChange, 0).later);
  g_assert_cmpstr (g_array_index (comparison->texts, AsyTextChange, 1).later, ==, "chce wrócić do domu");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/assessment-compare/levels", test_levels);
  g_test_add_func ("/assessment-compare/areas", test_areas);
  g_test_add_func ("/assessment-compare/goals-and-children", test_goals_and_children);
  g_test_add_func ("/assessment-compare/texts", test_texts);

  return g_test_run ();
}
