/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-assessments"

#include "config.h"

#include "assessments/asy-assessment-copy.h"

static void
duplicate_list (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, asy_record_duplicate (g_ptr_array_index (from, i)));
}

AsyAssessmentFile *
asy_assessment_file_duplicate (AsyAssessmentFile *file)
{
  g_autoptr (AsyAssessment) assessment = asy_record_duplicate (file->assessment);
  AsyAssessmentFile *copy = asy_assessment_file_new (assessment);

  duplicate_list (file->areas, copy->areas);
  duplicate_list (file->children, copy->children);
  duplicate_list (file->goals, copy->goals);
  return copy;
}

static void
take_key (AsyRecord *shown, AsyRecord *saved)
{
  asy_record_set_id (shown, asy_record_get_id (saved));
  asy_record_set_uid (shown, asy_record_get_uid (saved));
  asy_record_set_revision (shown, asy_record_get_revision (saved));
}

static void
take_keys (GPtrArray *shown, GPtrArray *saved, guint parent_field)
{
  g_return_if_fail (shown->len == saved->len);

  for (guint i = 0; i < shown->len; i++)
    {
      AsyRecord *from = g_ptr_array_index (saved, i);
      AsyRecord *to = g_ptr_array_index (shown, i);

      take_key (to, from);
      asy_record_set_int (to, parent_field, asy_record_get_int (from, parent_field));
    }
}

void
asy_assessment_file_take_saved (AsyAssessmentFile *shown, AsyAssessmentFile *saved)
{
  static const guint decided[] = { ASY_ASSESSMENT_NUMBER, ASY_ASSESSMENT_VISITS_HELD, ASY_ASSESSMENT_VISITS_MISSED,
                                   ASY_ASSESSMENT_VISIT_MINUTES };
  AsyRecord *from = ASY_RECORD (saved->assessment);
  AsyRecord *to = ASY_RECORD (shown->assessment);

  take_key (to, from);
  for (gsize i = 0; i < G_N_ELEMENTS (decided); i++)
    asy_record_set_int (to, decided[i], asy_record_get_int (from, decided[i]));
  take_keys (shown->areas, saved->areas, ASY_ASSESSMENT_AREA_ASSESSMENT_ID);
  take_keys (shown->children, saved->children, ASY_ASSESSMENT_CHILD_ASSESSMENT_ID);
  take_keys (shown->goals, saved->goals, ASY_ASSESSMENT_GOAL_ASSESSMENT_ID);
}
