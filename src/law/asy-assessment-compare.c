/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "law/asy-assessment-compare.h"

AsyLevelChange
asy_level_compare (gint64 earlier, gint64 later)
{
  if (earlier < 0 || later < 0)
    return ASY_LEVEL_CHANGE_UNKNOWN;
  if (earlier == later)
    return ASY_LEVEL_CHANGE_SAME;
  return later < earlier ? ASY_LEVEL_CHANGE_BETTER : ASY_LEVEL_CHANGE_WORSE;
}

/* Areas. */

static AsyAreaChange *
take_area (GArray *areas, const char *area)
{
  const AsyAreaChange fresh = { area, ASY_ASSESSMENT_UNKNOWN, ASY_ASSESSMENT_UNKNOWN, NULL, NULL };

  for (guint i = 0; i < areas->len; i++)
    if (g_str_equal (g_array_index (areas, AsyAreaChange, i).area, area))
      return &g_array_index (areas, AsyAreaChange, i);
  g_array_append_val (areas, fresh);
  return &g_array_index (areas, AsyAreaChange, areas->len - 1);
}

static void
compare_areas (AsyComparison *self, AsyAssessmentFile *earlier, AsyAssessmentFile *later)
{
  for (guint i = 0; i < later->areas->len; i++)
    {
      AsyAssessmentArea *area = later->areas->pdata[i];
      AsyAreaChange *change = take_area (self->areas, asy_assessment_area_get_area (area));

      change->later = asy_assessment_area_get_now (area);
      change->note_later = asy_assessment_area_get_note (area);
    }
  for (guint i = 0; i < earlier->areas->len; i++)
    {
      AsyAssessmentArea *area = earlier->areas->pdata[i];
      AsyAreaChange *change = take_area (self->areas, asy_assessment_area_get_area (area));

      change->earlier = asy_assessment_area_get_now (area);
      change->note_earlier = asy_assessment_area_get_note (area);
    }
}

static void
count_areas (AsyComparison *self)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      const AsyAreaChange *change = &g_array_index (self->areas, AsyAreaChange, i);
      const AsyLevelChange direction = asy_level_compare (change->earlier, change->later);

      self->n_better += direction == ASY_LEVEL_CHANGE_BETTER;
      self->n_same += direction == ASY_LEVEL_CHANGE_SAME;
      self->n_worse += direction == ASY_LEVEL_CHANGE_WORSE;
    }
}

/* Children. */

static AsyChildChange *
take_child (GArray *children, gint64 person_id)
{
  const AsyChildChange fresh = { person_id, NULL, NULL };

  for (guint i = 0; i < children->len; i++)
    if (g_array_index (children, AsyChildChange, i).person_id == person_id)
      return &g_array_index (children, AsyChildChange, i);
  g_array_append_val (children, fresh);
  return &g_array_index (children, AsyChildChange, children->len - 1);
}

static void
compare_children (AsyComparison *self, AsyAssessmentFile *earlier, AsyAssessmentFile *later)
{
  for (guint i = 0; i < later->children->len; i++)
    take_child (self->children, asy_assessment_child_get_person_id (later->children->pdata[i]))->later = later->children->pdata[i];
  for (guint i = 0; i < earlier->children->len; i++)
    take_child (self->children, asy_assessment_child_get_person_id (earlier->children->pdata[i]))->earlier =
      earlier->children->pdata[i];
}

/* Goals: the next version of a plan copies them, with the old one as their origin. */

static gboolean
is_same_goal (AsyGoal *earlier, AsyGoal *later)
{
  const gint64 id = asy_record_get_id (ASY_RECORD (earlier));

  return asy_record_get_id (ASY_RECORD (later)) == id || asy_goal_get_origin_id (later) == id ||
         (g_str_equal (asy_goal_get_area (earlier), asy_goal_get_area (later)) &&
          g_str_equal (asy_goal_get_title (earlier), asy_goal_get_title (later)));
}

static AsyGoalChange *
take_goal (GArray *goals, AsyGoal *goal)
{
  const AsyGoalChange fresh = { goal, NULL, NULL };

  for (guint i = 0; i < goals->len; i++)
    if (is_same_goal (goal, g_array_index (goals, AsyGoalChange, i).goal))
      return &g_array_index (goals, AsyGoalChange, i);
  g_array_append_val (goals, fresh);
  return &g_array_index (goals, AsyGoalChange, goals->len - 1);
}

static void
compare_goals (AsyComparison *self, AsyAssessmentFile *earlier, AsyAssessmentFile *later)
{
  for (guint i = 0; i < later->goals->len; i++)
    {
      const AsyGoalChange change = { asy_assessment_file_find_goal (later, asy_assessment_goal_get_goal_id (later->goals->pdata[i])),
                                     NULL, later->goals->pdata[i] };

      if (change.goal != NULL)
        g_array_append_val (self->goals, change);
    }
  for (guint i = 0; i < earlier->goals->len; i++)
    {
      AsyGoal *goal = asy_assessment_file_find_goal (earlier, asy_assessment_goal_get_goal_id (earlier->goals->pdata[i]));

      if (goal != NULL)
        take_goal (self->goals, goal)->earlier = earlier->goals->pdata[i];
    }
}

/* Texts. */

static void
compare_texts (AsyComparison *self, AsyAssessment *earlier, AsyAssessment *later)
{
  static const guint fields[] = { ASY_ASSESSMENT_CHANGES, ASY_ASSESSMENT_TASKS, ASY_ASSESSMENT_COOPERATION_NOTE,
                                  ASY_ASSESSMENT_INSTITUTIONS, ASY_ASSESSMENT_RISKS, ASY_ASSESSMENT_HELP_GIVEN,
                                  ASY_ASSESSMENT_FAMILY_VIEW, ASY_ASSESSMENT_CHILD_VOICE, ASY_ASSESSMENT_CONCLUSION_NOTE };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const AsyTextChange change = { fields[i], asy_record_get_text (ASY_RECORD (earlier), fields[i]),
                                     asy_record_get_text (ASY_RECORD (later), fields[i]) };

      if (change.earlier != NULL || change.later != NULL)
        g_array_append_val (self->texts, change);
    }
}

AsyComparison *
asy_assessment_compare (AsyAssessmentFile *earlier, AsyAssessmentFile *later)
{
  AsyComparison *self = g_new0 (AsyComparison, 1);

  self->areas = g_array_new (FALSE, FALSE, sizeof (AsyAreaChange));
  self->children = g_array_new (FALSE, FALSE, sizeof (AsyChildChange));
  self->goals = g_array_new (FALSE, FALSE, sizeof (AsyGoalChange));
  self->texts = g_array_new (FALSE, FALSE, sizeof (AsyTextChange));
  compare_areas (self, earlier, later);
  count_areas (self);
  compare_children (self, earlier, later);
  compare_goals (self, earlier, later);
  compare_texts (self, earlier->assessment, later->assessment);
  return self;
}

void
asy_comparison_free (AsyComparison *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->areas);
  g_array_unref (self->children);
  g_array_unref (self->goals);
  g_array_unref (self->texts);
  g_free (self);
}
