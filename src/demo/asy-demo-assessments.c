/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include "demo/asy-demo-private.h"
#include "model/asy-assessment-file.h"
#include "model/asy-letter-file.h"

/* One half-yearly assessment on its way into the register. */
typedef struct
{
  Demo *demo;
  DemoFamily *family;
  gint64 id;
  int number;
  AsyDay from;
  AsyDay until;
  gboolean is_last;             /* of work that is over */
  gboolean is_draft;
  int levels[DEMO_THEMES_MAX];  /* of the areas, as the last one left them */
  const char *reasons[DEMO_THEMES_MAX]; /* of those marks, static */
} Half;

static void
set_figures (const Half *half, AsyAssessment *assessment)
{
  int held = 0, missed = 0, minutes = 0;

  for (guint i = 0; i < half->family->contacts->len; i++)
    {
      const DemoContact *contact = &g_array_index (half->family->contacts, DemoContact, i);

      if (contact->day < half->from || contact->day > half->until)
        continue;
      held += contact->is_held;
      missed += !contact->is_held;
      minutes += contact->is_held ? contact->minutes : 0;
    }
  asy_assessment_set_visits_held (assessment, held);
  asy_assessment_set_visits_missed (assessment, missed);
  asy_assessment_set_visit_minutes (assessment, minutes);
}

static void
set_words (const Half *half, AsyAssessment *assessment)
{
  Demo *demo = half->demo;
  const int cooperation = demo_int (demo, 2, 5);

  asy_assessment_set_changes (assessment, demo_pick (demo, asy_demo_changes));
  asy_assessment_set_cooperation (assessment, cooperation);
  asy_assessment_set_cooperation_note (assessment, asy_demo_cooperations[cooperation - 2]);
  asy_assessment_set_institutions (assessment, demo_pick (demo, asy_demo_institutions));
  asy_assessment_set_risks (assessment, demo_pick (demo, asy_demo_risks));
  asy_assessment_set_help_given (assessment, half->family->path == ASY_CASE_PATH_ZA_ZYCIEM ? asy_demo_help_in_illness
                                                                                           : demo_pick (demo, asy_demo_helps));
  if (half->is_draft)
    return;
  asy_assessment_set_family_view (assessment, demo_pick (demo, asy_demo_family_views));
  asy_assessment_set_child_voice (assessment, demo_pick (demo, asy_demo_child_voices));
  asy_assessment_set_conclusion (assessment, half->is_last ? ASY_ASSESSMENT_CONCLUSION_END
                                             : demo_chance (demo, 75) ? ASY_ASSESSMENT_CONCLUSION_CONTINUE
                                                                      : ASY_ASSESSMENT_CONCLUSION_AMEND);
  asy_assessment_set_conclusion_note (assessment, demo_pick (demo, asy_demo_conclusions));
}

/* Made at once, handed to the employer within days: but for some of the last. */
static void
set_days (const Half *half, AsyAssessment *assessment)
{
  Demo *demo = half->demo;
  const AsyDay made_on = MIN (demo_working_day (half->until + (AsyDay) demo_int (demo, 0, 3)), demo->today);
  const AsyDay handed_on = made_on + (AsyDay) demo_int (demo, 0, 4);

  if (half->is_draft)
    return;
  asy_assessment_set_final (assessment, TRUE);
  asy_assessment_set_made_on (assessment, made_on);
  if (handed_on > demo->today || (made_on + 12 > demo->today && demo_chance (demo, 30)))
    return;
  asy_assessment_set_handed_on (assessment, handed_on);
  asy_assessment_set_handed_to (assessment, "Barbara Wzorowa");
  asy_assessment_set_read_on (assessment, made_on);
  asy_assessment_set_social_worker_on (assessment, handed_on);
}

/* Of six times three better, two as before and one worse; each family and area in a turn of its own. */
static int
move_level (const Half *half, guint theme, int before)
{
  static const int moves[] = { -1, 0, -1, 1, -1, 0 };
  const guint turn = (guint) half->family->number + theme * 5 + (guint) half->number;

  return CLAMP (before + moves[turn % G_N_ELEMENTS (moves)], 0, 4);
}

static const char *
tell_reason (const AsyDemoTheme *theme, int before, int now)
{
  if (now > before)
    return theme->obstacle;
  return now < before ? theme->better : theme->same;
}

/* Difficulties from 4 (critical) to 0: they shrink, not always; each goes on from where it was. */
static gboolean
add_areas (Half *half, GError **error)
{
  for (guint i = 0; i < half->family->n_themes; i++)
    {
      const AsyDemoTheme *theme = &asy_demo_themes[half->family->themes[i]];
      g_autoptr (AsyAssessmentArea) area = asy_assessment_area_new ();
      const int at_start = 2 + (int) ((half->family->number + i) % 3);
      const int before = half->number == 1 ? at_start : half->levels[i];
      const int now = half->is_draft ? ASY_ASSESSMENT_UNKNOWN : move_level (half, i, before);

      asy_assessment_area_set_assessment_id (area, half->id);
      asy_assessment_area_set_area (area, theme->area);
      asy_assessment_area_set_at_start (area, at_start);
      asy_assessment_area_set_before (area, half->number == 1 ? ASY_ASSESSMENT_UNKNOWN : before);
      asy_assessment_area_set_now (area, now);
      asy_assessment_area_set_start_note (area, theme->obstacle);
      asy_assessment_area_set_before_note (area, half->reasons[i]);
      half->levels[i] = now;
      half->reasons[i] = half->is_draft ? NULL : tell_reason (theme, before, now);
      asy_assessment_area_set_note (area, half->reasons[i]);
      if (!demo_insert (half->demo, area, error))
        return FALSE;
    }
  return TRUE;
}

static const char *
tell_school (Demo *demo, int age)
{
  return age < 3 ? "Nie uczęszcza jeszcze do placówki."
                 : demo_pick (demo, age < 7 ? asy_demo_child_kindergarten : asy_demo_child_school);
}

static gboolean
add_children (const Half *half, GError **error)
{
  Demo *demo = half->demo;

  for (guint i = 0; i < half->family->children->len; i++)
    {
      const DemoChild *known = &g_array_index (half->family->children, DemoChild, i);
      g_autoptr (AsyAssessmentChild) child = asy_assessment_child_new ();

      if (known->born > half->until)
        continue;
      asy_assessment_child_set_assessment_id (child, half->id);
      asy_assessment_child_set_person_id (child, known->id);
      asy_assessment_child_set_health (child, demo_pick (demo, asy_demo_child_health));
      asy_assessment_child_set_school (child, tell_school (demo, asy_day_get_age (known->born, half->until)));
      asy_assessment_child_set_development (child, demo_pick (demo, asy_demo_child_development));
      asy_assessment_child_set_whereabouts (child, known->is_at_home ? "w rodzinie" : "rodzina zastępcza spokrewniona");
      if (!demo_insert (demo, child, error))
        return FALSE;
    }
  return TRUE;
}

static const DemoPlan *
plan_at (DemoFamily *family, AsyDay day)
{
  for (guint i = family->plans->len; i > 0; i--)
    {
      const DemoPlan *plan = &g_array_index (family->plans, DemoPlan, i - 1);

      if (plan->from <= day)
        return plan;
    }
  return NULL;
}

static gboolean
add_goals (const Half *half, GError **error)
{
  static const AsyAssessmentGoalDegree degrees[] = { ASY_ASSESSMENT_GOAL_DEGREE_IN_PROGRESS, ASY_ASSESSMENT_GOAL_DEGREE_PARTLY,
                                                     ASY_ASSESSMENT_GOAL_DEGREE_PARTLY, ASY_ASSESSMENT_GOAL_DEGREE_DONE };
  const DemoPlan *plan = plan_at (half->family, half->until);

  for (guint i = 0; plan != NULL && i < half->family->n_themes; i++)
    {
      const AsyDemoTheme *theme = &asy_demo_themes[half->family->themes[i]];
      const AsyAssessmentGoalDegree degree = degrees[demo_int (half->demo, 0, G_N_ELEMENTS (degrees) - 1)];
      g_autoptr (AsyAssessmentGoal) goal = asy_assessment_goal_new ();

      asy_assessment_goal_set_assessment_id (goal, half->id);
      asy_assessment_goal_set_goal_id (goal, plan->goals[i]);
      asy_assessment_goal_set_degree (goal, degree);
      asy_assessment_goal_set_effect (goal, degree == ASY_ASSESSMENT_GOAL_DEGREE_DONE ? theme->better : theme->same);
      if (degree != ASY_ASSESSMENT_GOAL_DEGREE_DONE)
        asy_assessment_goal_set_obstacle (goal, theme->obstacle);
      if (!demo_insert (half->demo, goal, error))
        return FALSE;
    }
  return TRUE;
}

static void
note_paper (const Half *half, AsyAssessment *assessment)
{
  g_autofree char *title = g_strdup_printf (half->is_last ? "Ocena końcowa sytuacji rodziny (nr %d)" : "Okresowa ocena sytuacji rodziny nr %d",
                                            half->number);
  const DemoPaper paper = { .made_on = asy_assessment_get_made_on (assessment), .kind = ASY_LETTER_KIND_ASSESSMENT,
                            .title = g_intern_string (title), .family_id = half->family->id,
                            .case_id = half->family->case_id, .worker_id = half->family->worker_id, .record_id = half->id };

  if (!half->is_draft)
    demo_note_paper (half->demo, &paper);
}

/* An archive keeps the figures and the areas; children and goals are told of
 * the last years. */
static gboolean
add_half (Half *half, GError **error)
{
  const AsyDay detailed_from = half->demo->today - MAX (half->demo->scale->detail_months * 31, 400);
  g_autoptr (AsyAssessment) assessment = asy_assessment_new ();

  asy_assessment_set_case_file_id (assessment, half->family->case_id);
  asy_assessment_set_worker_id (assessment, half->family->worker_id);
  asy_assessment_set_number (assessment, half->number);
  asy_assessment_set_kind (assessment, half->is_last ? ASY_ASSESSMENT_KIND_CLOSING : ASY_ASSESSMENT_KIND_PERIODIC);
  asy_assessment_set_from_day (assessment, half->from);
  asy_assessment_set_until_day (assessment, half->until);
  set_figures (half, assessment);
  set_words (half, assessment);
  set_days (half, assessment);
  if (!demo_insert (half->demo, assessment, error))
    return FALSE;
  half->id = asy_record_get_id (ASY_RECORD (assessment));
  note_paper (half, assessment);
  if (!add_areas (half, error))
    return FALSE;
  return half->until < detailed_from || (add_children (half, error) && add_goals (half, error));
}

/* Whether the assessment that was due lately is still missing, as some are. */
static gboolean
is_late (Demo *demo, DemoFamily *family, AsyDay due)
{
  return family->until == ASY_DAY_NONE && due + 20 > demo->today && (family->number == 0 || demo_chance (demo, 30));
}

static gboolean
add_draft (Half *half, GError **error)
{
  const AsyDay due = asy_day_add_months (half->from, 6);

  if (half->family->until != ASY_DAY_NONE || due > half->demo->today + 14 || half->from + 60 > half->demo->today ||
      !demo_chance (half->demo, 40))
    return TRUE;
  half->until = MIN (due, half->demo->today);
  half->is_draft = TRUE;
  return add_half (half, error);
}

gboolean
demo_add_assessments (Demo *demo, DemoFamily *family, GError **error)
{
  Half half = { .demo = demo, .family = family, .number = 1, .from = family->from };
  const AsyDay end = family->until != ASY_DAY_NONE ? family->until : demo->today;

  for (;; half.number++)
    {
      half.until = asy_day_add_months (half.from, 6) - (AsyDay) demo_int (demo, 0, 5);
      half.is_last = family->fate == DEMO_ENDED && half.until + 40 >= family->until;
      if (half.is_last)
        half.until = family->until;
      if (half.until > end || (!half.is_last && is_late (demo, family, half.until)))
        return add_draft (&half, error);
      if (!add_half (&half, error))
        return FALSE;
      if (half.is_last)
        return TRUE;
      half.from = half.until + 1;
    }
}
