/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "law/asy-assessment-rules.h"

static void
add_gap (GArray *gaps, gpointer record, guint field, const char *area, gint64 goal_id, gint64 person_id)
{
  const AsyAssessmentGap gap = { asy_record_get_fields (record, NULL)[field].label, area, goal_id, person_id };

  g_array_append_val (gaps, gap);
}

static gboolean
says_nothing (AsyAssessmentChild *child)
{
  return asy_assessment_child_get_health (child) == NULL && asy_assessment_child_get_school (child) == NULL &&
         asy_assessment_child_get_development (child) == NULL && asy_assessment_child_get_whereabouts (child) == NULL;
}

static void
look_at_children (AsyAssessmentFile *file, GArray *gaps)
{
  for (guint i = 0; i < file->children->len; i++)
    {
      AsyAssessmentChild *child = g_ptr_array_index (file->children, i);

      if (says_nothing (child))
        add_gap (gaps, child, ASY_ASSESSMENT_CHILD_PERSON_ID, NULL, 0, asy_assessment_child_get_person_id (child));
    }
}

/* Where there is no difficulty and there was none last time, there is nothing to give a reason for. */
static gboolean
needs_reason (AsyAssessmentArea *area)
{
  const gint64 before = asy_assessment_area_get_before (area);
  const gint64 base = before != ASY_ASSESSMENT_UNKNOWN ? before : asy_assessment_area_get_at_start (area);

  return asy_assessment_area_get_note (area) == NULL && (asy_assessment_area_get_now (area) > 0 || base > 0);
}

static void
look_at_areas (AsyAssessmentFile *file, GArray *gaps)
{
  for (guint i = 0; i < file->areas->len; i++)
    {
      AsyAssessmentArea *area = g_ptr_array_index (file->areas, i);

      if (asy_assessment_area_get_now (area) == ASY_ASSESSMENT_UNKNOWN)
        add_gap (gaps, area, ASY_ASSESSMENT_AREA_NOW, asy_assessment_area_get_area (area), 0, 0);
      else if (needs_reason (area))
        add_gap (gaps, area, ASY_ASSESSMENT_AREA_NOTE, asy_assessment_area_get_area (area), 0, 0);
    }
  if (file->areas->len == 0)
    {
      g_autoptr (AsyAssessmentArea) none = asy_assessment_area_new ();

      add_gap (gaps, none, ASY_ASSESSMENT_AREA_AREA, NULL, 0, 0);
    }
}

/* A goal that was given up or missed has its reasons. */
static void
look_at_goals (AsyAssessmentFile *file, GArray *gaps)
{
  for (guint i = 0; i < file->goals->len; i++)
    {
      AsyAssessmentGoal *goal = g_ptr_array_index (file->goals, i);
      const AsyAssessmentGoalDegree degree = asy_assessment_goal_get_degree (goal);
      const gboolean is_missed = degree == ASY_ASSESSMENT_GOAL_DEGREE_NOT_DONE ||
                                 degree == ASY_ASSESSMENT_GOAL_DEGREE_DROPPED;

      if (is_missed && asy_assessment_goal_get_obstacle (goal) == NULL)
        add_gap (gaps, goal, ASY_ASSESSMENT_GOAL_OBSTACLE, NULL, asy_assessment_goal_get_goal_id (goal), 0);
    }
}

GArray *
asy_assessment_find_gaps (AsyAssessmentFile *file)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (AsyAssessmentGap));
  AsyAssessment *assessment;

  g_return_val_if_fail (file != NULL, gaps);

  assessment = file->assessment;
  look_at_children (file, gaps);
  look_at_areas (file, gaps);
  look_at_goals (file, gaps);
  if (asy_assessment_get_cooperation (assessment) == 0)
    add_gap (gaps, assessment, ASY_ASSESSMENT_COOPERATION, NULL, 0, 0);
  if (asy_assessment_get_conclusion (assessment) == ASY_ASSESSMENT_CONCLUSION_NONE)
    add_gap (gaps, assessment, ASY_ASSESSMENT_CONCLUSION, NULL, 0, 0);
  if (asy_assessment_get_conclusion_note (assessment) == NULL)
    add_gap (gaps, assessment, ASY_ASSESSMENT_CONCLUSION_NOTE, NULL, 0, 0);
  return gaps;
}
