/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-assessment-file.h"

AsyAssessmentFile *
asy_assessment_file_new (AsyAssessment *assessment)
{
  AsyAssessmentFile *self = g_new0 (AsyAssessmentFile, 1);

  self->assessment = g_object_ref (assessment);
  self->areas = asy_record_array_new ();
  self->children = asy_record_array_new ();
  self->goals = asy_record_array_new ();
  self->persons = asy_record_array_new ();
  self->plan_goals = asy_record_array_new ();
  self->members = asy_record_array_new ();
  return self;
}

void
asy_assessment_file_free (AsyAssessmentFile *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->assessment);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->persons, g_ptr_array_unref);
  g_clear_pointer (&self->plan_goals, g_ptr_array_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_free (self);
}

static gpointer
find_by_id (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (asy_record_get_id (g_ptr_array_index (records, i)) == id)
      return g_ptr_array_index (records, i);
  return NULL;
}

AsyPerson *
asy_assessment_file_find_person (AsyAssessmentFile *self, gint64 person_id)
{
  return find_by_id (self->persons, person_id);
}

AsyGoal *
asy_assessment_file_find_goal (AsyAssessmentFile *self, gint64 goal_id)
{
  return find_by_id (self->plan_goals, goal_id);
}
