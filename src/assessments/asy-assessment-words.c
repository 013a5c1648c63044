/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-assessments"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "assessments/asy-assessment-words.h"
#include "model/asy-family-file.h"

const char *
asy_cooperation_get_label (gint64 degree)
{
  static const char *const labels[] = { NC_ ("co-operation", "refusal"), NC_ ("co-operation", "apparent"), NC_ ("co-operation", "changeable"),
                                        NC_ ("co-operation", "good"), NC_ ("co-operation", "on its own") };

  if (degree < 1 || degree > ASY_COOPERATION_MAX)
    return C_ ("co-operation", "not judged");
  return g_dpgettext2 (GETTEXT_PACKAGE, "co-operation", labels[degree - 1]);
}

static const char *
name_trend (gint64 before, gint64 now)
{
  if (now < before)
    return C_ ("difficulty", "better");
  return now > before ? C_ ("difficulty", "worse") : C_ ("difficulty", "no change");
}

char *
asy_assessment_area_dup_history (AsyAssessmentArea *area)
{
  const gint64 start = asy_assessment_area_get_at_start (area);
  const gint64 before = asy_assessment_area_get_before (area);
  const gint64 now = asy_assessment_area_get_now (area);
  const gint64 base = before != ASY_ASSESSMENT_UNKNOWN ? before : start;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (start != ASY_ASSESSMENT_UNKNOWN)
    g_ptr_array_add (parts, g_strdup_printf (_ ("at the start: %s"), asy_level_get_label (start)));
  if (before != ASY_ASSESSMENT_UNKNOWN)
    g_ptr_array_add (parts, g_strdup_printf (_ ("before: %s"), asy_level_get_label (before)));
  if (base != ASY_ASSESSMENT_UNKNOWN && now != ASY_ASSESSMENT_UNKNOWN)
    g_ptr_array_add (parts, g_strdup (name_trend (base, now)));
  if (parts->len == 0)
    return g_strdup (_ ("judged for the first time"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

gboolean
asy_assessment_is_closing (AsyAssessment *assessment)
{
  return asy_assessment_get_kind (assessment) == ASY_ASSESSMENT_KIND_CLOSING;
}

char *
asy_assessment_dup_title (AsyAssessment *assessment)
{
  return g_strdup_printf (asy_assessment_is_closing (assessment) ? _ ("Final assessment, no. %d") : _ ("Assessment no. %d"),
                          (int) asy_assessment_get_number (assessment));
}

char *
asy_assessment_child_dup_name (AsyAssessmentFile *file, gint64 person_id)
{
  AsyPerson *person = asy_assessment_file_find_person (file, person_id);

  return person != NULL ? asy_person_dup_full_name (person) : g_strdup (_ ("Child"));
}

char *
asy_assessment_gap_dup_text (const AsyAssessmentGap *gap, AsyAssessmentFile *file, AsyDictionary *dictionary)
{
  if (gap->area != NULL && g_str_equal (gap->field, "Reason"))
    return g_strdup_printf (_ ("There is no reason for the mark: %s."), asy_dictionary_get_label (dictionary, ASY_DICT_WORK_AREA, gap->area));
  if (gap->area != NULL)
    return g_strdup_printf (_ ("It is not said how it is now: %s."), asy_dictionary_get_label (dictionary, ASY_DICT_WORK_AREA, gap->area));
  if (gap->person_id != 0)
    {
      g_autofree char *name = asy_assessment_child_dup_name (file, gap->person_id);

      return g_strdup_printf (_ ("Nothing is said of a child: %s."), name);
    }
  if (gap->goal_id != 0)
    {
      AsyGoal *goal = asy_assessment_file_find_goal (file, gap->goal_id);

      return g_strdup_printf (_ ("A goal that was not reached has no reasons: %s."), goal != NULL ? asy_goal_get_title (goal) : "");
    }
  return g_strdup_printf (_ ("There is nothing under “%s”."), _ (gap->field));
}

char *
asy_assessment_dup_period_problem (AsyAssessment *assessment)
{
  const AsyDay from = asy_assessment_get_from_day (assessment);
  const AsyDay until = asy_assessment_get_until_day (assessment);

  if (from == ASY_DAY_NONE || until == ASY_DAY_NONE)
    return g_strdup (_ ("The assessment is saved as soon as it has the first and the last day of its period."));
  if (until < from)
    return g_strdup (_ ("The last day is before the first one."));
  return NULL;
}
