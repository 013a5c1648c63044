/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"
#include "law/asy-assessment-rules.h"

/* An assessment to which nothing is missing: one child, one area, two goals. */
static AsyAssessmentFile *
make_complete (void)
{
  g_autoptr (AsyAssessment) assessment = asy_assessment_new ();
  AsyAssessmentFile *file = asy_assessment_file_new (assessment);
  AsyAssessmentArea *area = asy_assessment_area_new ();
  AsyAssessmentChild *child = asy_assessment_child_new ();

  asy_assessment_set_cooperation (assessment, 4);
  asy_assessment_set_conclusion (assessment, ASY_ASSESSMENT_CONCLUSION_CONTINUE);
  asy_assessment_set_conclusion_note (assessment, "Cele w trakcie realizacji.");
  asy_assessment_area_set_area (area, "O2");
  g_ptr_array_add (file->areas, area);
  asy_assessment_child_set_person_id (child, 7);
  asy_assessment_child_set_school (child, "klasa IV");
  g_ptr_array_add (file->children, child);
  for (gint64 id = 11; id <= 12; id++)
    {
      AsyAssessmentGoal *goal = asy_assessment_goal_new ();

      asy_assessment_goal_set_goal_id (goal, id);
      asy_assessment_goal_set_degree (goal, ASY_ASSESSMENT_GOAL_DEGREE_PARTLY);
      g_ptr_array_add (file->goals, goal);
    }
  return file;
}

static void
take_conclusion (AsyAssessmentFile *file)
{
  asy_assessment_set_conclusion (file->assessment, ASY_ASSESSMENT_CONCLUSION_NONE);
}

static void
take_reasons (AsyAssessmentFile *file)
{
  asy_assessment_set_conclusion_note (file->assessment, NULL);
}

static void
take_cooperation (AsyAssessmentFile *file)
{
  asy_assessment_set_cooperation (file->assessment, 0);
}

static void
forget_area (AsyAssessmentFile *file)
{
  asy_assessment_area_set_now (g_ptr_array_index (file->areas, 0), ASY_ASSESSMENT_UNKNOWN);
}

static void
worry (AsyAssessmentFile *file)
{
  asy_assessment_area_set_now (g_ptr_array_index (file->areas, 0), 3);
}

static void
worry_with_reason (AsyAssessmentFile *file)
{
  worry (file);
  asy_assessment_area_set_note (g_ptr_array_index (file->areas, 0), "nieobecności w szkole");
}

static void
get_well_without_reason (AsyAssessmentFile *file)
{
  asy_assessment_area_set_before (g_ptr_array_index (file->areas, 0), 2);
}

static void
get_well_since_the_start (AsyAssessmentFile *file)
{
  asy_assessment_area_set_before (g_ptr_array_index (file->areas, 0), ASY_ASSESSMENT_UNKNOWN);
  asy_assessment_area_set_at_start (g_ptr_array_index (file->areas, 0), 1);
}

static void
take_areas (AsyAssessmentFile *file)
{
  g_ptr_array_set_size (file->areas, 0);
}

static void
say_nothing_of_child (AsyAssessmentFile *file)
{
  asy_assessment_child_set_school (g_ptr_array_index (file->children, 0), "  ");
}

static void
miss_goal (AsyAssessmentFile *file)
{
  asy_assessment_goal_set_degree (g_ptr_array_index (file->goals, 1), ASY_ASSESSMENT_GOAL_DEGREE_NOT_DONE);
}

static void
miss_goal_with_reason (AsyAssessmentFile *file)
{
  miss_goal (file);
  asy_assessment_goal_set_obstacle (g_ptr_array_index (file->goals, 1), "choroba matki");
}

static void
change_nothing (AsyAssessmentFile *file)
{
}

static void
test_gaps (void)
{
  static const struct {
    void (*change) (AsyAssessmentFile *file);
    const char *gap;
  } rows[] = {
    { change_nothing, "" },
    { say_nothing_of_child, "Child  0 7;" },
    { forget_area, "Now O2 0 0;" },
    { worry, "Reason O2 0 0;" },
    { worry_with_reason, "" },
    { get_well_without_reason, "Reason O2 0 0;" },
    { get_well_since_the_start, "Reason O2 0 0;" },
    { take_areas, "Work area  0 0;" },
    { miss_goal, "Reasons for not reaching it  12 0;" },
    { miss_goal_with_reason, "" },
    { take_cooperation, "Co-operation  0 0;" },
    { take_conclusion, "Conclusion  0 0;" },
    { take_reasons, "Reasons for the conclusion  0 0;" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyAssessmentFile) file = make_complete ();
      g_autoptr (GArray) gaps = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      rows[i].change (file);
      gaps = asy_assessment_find_gaps (file);
      for (guint j = 0; j < gaps->len; j++)
        {
          const AsyAssessmentGap *gap = &g_array_index (gaps, AsyAssessmentGap, j);

          g_string_append_printf (text, "%s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ";", gap->field,
                                  gap->area != NULL ? gap->area : "", gap->goal_id, gap->person_id);
        }
      g_assert_cmpstr (text->str, ==, rows[i].gap);
    }
}

static void
test_an_empty_one_lacks_everything (void)
{
  g_autoptr (AsyAssessment) assessment = asy_assessment_new ();
  g_autoptr (AsyAssessmentFile) file = asy_assessment_file_new (assessment);
  g_autoptr (GArray) gaps = asy_assessment_find_gaps (file);

  g_assert_cmpuint (gaps->len, ==, 4);
  g_assert_cmpstr (g_array_index (gaps, AsyAssessmentGap, 0).field, ==, "Work area");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/assessment-rules/gaps", test_gaps);
  g_test_add_func ("/assessment-rules/an-empty-one-lacks-everything", test_an_empty_one_lacks_everything);

  return g_test_run ();
}
