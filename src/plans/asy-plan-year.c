/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "law/asy-plan-rules.h"
#include "plans/asy-plan-year.h"
#include "ui/asy-format.h"
#include "ui/asy-words.h"

static void
asy_year_mark_free (AsyYearMark *mark)
{
  g_free (mark->text);
  g_free (mark);
}

void
asy_year_lane_free (AsyYearLane *lane)
{
  if (lane == NULL)
    return;
  g_free (lane->title);
  g_free (lane->note);
  g_ptr_array_unref (lane->marks);
  g_free (lane);
}

static gboolean
mark_equal (const AsyYearMark *one, const AsyYearMark *other)
{
  return one->kind == other->kind && one->day == other->day && one->is_open == other->is_open && one->is_late == other->is_late &&
         g_strcmp0 (one->text, other->text) == 0;
}

static gboolean
marks_equal (GPtrArray *one, GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (!mark_equal (g_ptr_array_index (one, i), g_ptr_array_index (other, i)))
      return FALSE;
  return TRUE;
}

gboolean
asy_year_lane_equal (const AsyYearLane *one, const AsyYearLane *other)
{
  return one->kind == other->kind && one->id == other->id && one->from == other->from && one->until == other->until &&
         one->is_agreed == other->is_agreed && one->is_chosen == other->is_chosen && one->is_done == other->is_done &&
         one->is_late == other->is_late && g_strcmp0 (one->title, other->title) == 0 && g_strcmp0 (one->note, other->note) == 0 &&
         marks_equal (one->marks, other->marks);
}

void
asy_year_events_free (AsyYearEvents *events)
{
  if (events == NULL)
    return;
  g_clear_pointer (&events->visits, g_array_unref);
  g_clear_pointer (&events->due, g_ptr_array_unref);
  g_free (events);
}

gpointer
asy_year_events_job (AsySession *session, gpointer request, GError **error)
{
  const AsyYearRequest *asked = request;
  g_autoptr (AsyYearEvents) events = g_new0 (AsyYearEvents, 1);

  events->year = asked->year;
  events->visits = asy_visits_list_days (session, asked->case_id, asy_day_new (asked->year, 1, 1), asy_day_new (asked->year, 12, 31), error);
  if (events->visits == NULL)
    return NULL;
  events->due = asy_due_list_for_family (session, asked->rules, asked->today, asked->family_id, error);
  if (events->due == NULL)
    return NULL;
  return g_steal_pointer (&events);
}

static AsyYearLane *
lane_new (AsyYearLaneKind kind, gint64 id, char *title)
{
  AsyYearLane *lane = g_new0 (AsyYearLane, 1);

  lane->kind = kind;
  lane->id = id;
  lane->title = title;
  lane->is_agreed = TRUE;
  lane->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_year_mark_free);
  return lane;
}

static void
add_mark (AsyYearLane *lane, AsyYearMarkKind kind, AsyDay day, gboolean is_open, AsyDay today, char *text)
{
  AsyYearMark *mark;

  if (day == ASY_DAY_NONE)
    {
      g_free (text);
      return;
    }
  mark = g_new0 (AsyYearMark, 1);
  mark->kind = kind;
  mark->day = day;
  mark->is_open = is_open;
  mark->is_late = is_open && day < today;
  mark->text = text;
  g_ptr_array_add (lane->marks, mark);
}

/* Goals and tasks. */

static AsyDay
first_of (AsyDay own, AsyDay plan, AsyDay drafted)
{
  if (own != ASY_DAY_NONE)
    return own;
  return plan != ASY_DAY_NONE ? plan : drafted;
}

static AsyDay
last_task_day (GPtrArray *tasks)
{
  AsyDay last = ASY_DAY_NONE;

  for (guint i = 0; i < tasks->len; i++)
    last = MAX (last, asy_task_get_until_day (g_ptr_array_index (tasks, i)));
  return last;
}

static AsyDay
last_of (AsyDay own, AsyDay tasks, AsyDay plan)
{
  if (own != ASY_DAY_NONE)
    return own;
  return tasks != ASY_DAY_NONE ? tasks : plan;
}

static char *
dup_goal_note (AsyYearLane *lane, guint done, guint all)
{
  if (!lane->is_agreed)
    return g_strdup (_("not agreed"));
  return all > 0 ? g_strdup_printf (C_("tasks", "%u of %u"), done, all) : NULL;
}

static AsyYearLane *
new_goal_lane (AsyPlan *plan, AsyGoal *goal, GPtrArray *tasks, guint number, AsyDay today)
{
  const gint64 id = asy_record_get_id (ASY_RECORD (goal));
  AsyYearLane *lane = lane_new (ASY_YEAR_LANE_GOAL, id, g_strdup_printf ("%u. %s", number, asy_goal_get_title (goal)));
  guint done, all, late;

  asy_goal_count_tasks (tasks, today, &done, &all, &late);
  lane->from = first_of (asy_goal_get_from_day (goal), asy_plan_get_from_day (plan), asy_plan_get_drafted_on (plan));
  lane->until = MAX (lane->from, last_of (asy_goal_get_until_day (goal), last_task_day (tasks), asy_plan_get_until_day (plan)));
  lane->is_agreed = asy_plan_get_agreed_on (plan) != ASY_DAY_NONE || asy_goal_get_origin_id (goal) != 0;
  lane->is_done = asy_goal_get_status (goal) == ASY_GOAL_STATUS_DONE;
  lane->is_late = late > 0;
  lane->note = dup_goal_note (lane, done, all);
  return lane;
}

static void
add_task_lanes (GPtrArray *lanes, const AsyYearLane *goal_lane, GPtrArray *tasks, guint goal_number, AsyDay today)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      AsyTask *task = g_ptr_array_index (tasks, i);
      AsyYearLane *lane = lane_new (ASY_YEAR_LANE_TASK, asy_record_get_id (ASY_RECORD (task)),
                                    g_strdup_printf ("%u.%u %s", goal_number, i + 1, asy_task_get_what (task)));
      const AsyDay until = asy_task_get_until_day (task);

      lane->from = asy_task_get_from_day (task) != ASY_DAY_NONE ? asy_task_get_from_day (task) : goal_lane->from;
      lane->until = MAX (lane->from, until != ASY_DAY_NONE ? until : goal_lane->until);
      lane->is_agreed = goal_lane->is_agreed;
      lane->is_done = asy_task_get_status (task) == ASY_TASK_STATUS_DONE;
      lane->is_late = asy_task_is_late (task, today);
      lane->note = lane->is_late ? asy_format_due (until, today, NULL) : NULL;
      g_ptr_array_add (lanes, lane);
    }
}

static void
add_goal_lanes (GPtrArray *lanes, AsyPlanFile *plan, gint64 chosen, AsyDay today)
{
  g_autoptr (GHashTable) groups = asy_plan_file_group_tasks (plan);

  for (guint i = 0; i < plan->goals->len; i++)
    {
      AsyGoal *goal = g_ptr_array_index (plan->goals, i);
      const gint64 id = asy_record_get_id (ASY_RECORD (goal));
      GPtrArray *tasks = g_hash_table_lookup (groups, &id);
      AsyYearLane *lane;

      if (asy_goal_get_status (goal) == ASY_GOAL_STATUS_DROPPED)
        continue;
      lane = new_goal_lane (plan->plan, goal, tasks, i + 1, today);
      lane->is_chosen = id == chosen;
      g_ptr_array_add (lanes, lane);
      if (lane->is_chosen)
        add_task_lanes (lanes, lane, tasks, i + 1, today);
    }
}

/* Visits and terms. */

static AsyYearLane *
new_visits_lane (const AsyYearEvents *events, AsyDay today)
{
  static const AsyYearMarkKind kinds[] = {
    [ASY_VISIT_STATE_PLANNED] = ASY_YEAR_MARK_PLANNED,
    [ASY_VISIT_STATE_HELD] = ASY_YEAR_MARK_HELD,
    [ASY_VISIT_STATE_MISSED] = ASY_YEAR_MARK_MISSED,
  };
  AsyYearLane *lane = lane_new (ASY_YEAR_LANE_VISITS, 0, g_strdup (_("Visits")));

  for (guint i = 0; events != NULL && i < events->visits->len; i++)
    {
      const AsyVisitDay *visit = &g_array_index (events->visits, AsyVisitDay, i);

      add_mark (lane, kinds[visit->state], visit->day, visit->state == ASY_VISIT_STATE_PLANNED, today, NULL);
    }
  return lane;
}

/* Tasks and visits have lanes of their own, and the plan tells its review and its end, open or not. */
static gboolean
is_in_terms (AsyDeadlineKind kind)
{
  return kind != ASY_DEADLINE_TASK && kind != ASY_DEADLINE_VISIT && kind != ASY_DEADLINE_PLAN_END && kind != ASY_DEADLINE_PLAN_REVIEW;
}

static AsyYearMarkKind
classify (AsyDeadlineKind kind)
{
  if (kind == ASY_DEADLINE_ASSESSMENT || kind == ASY_DEADLINE_FINAL_ASSESSMENT || kind == ASY_DEADLINE_HANDOVER)
    return ASY_YEAR_MARK_ASSESSMENT;
  if (kind == ASY_DEADLINE_COURT_OPINION || kind == ASY_DEADLINE_COURT_REPORT || kind == ASY_DEADLINE_HEARING)
    return ASY_YEAR_MARK_COURT;
  return ASY_YEAR_MARK_TERM;
}

static void
add_due_marks (AsyYearLane *lane, const AsyYearEvents *events, AsyDay today)
{
  for (guint i = 0; events != NULL && i < events->due->len; i++)
    {
      const AsyDueEntry *entry = g_ptr_array_index (events->due, i);

      if (is_in_terms (entry->deadline.kind))
        add_mark (lane, classify (entry->deadline.kind), entry->deadline.due, TRUE, today,
                  g_strdup (asy_deadline_kind_get_short_label (entry->deadline.kind)));
    }
}

static void
add_past_marks (AsyYearLane *lane, AsyFamilyFile *file, AsyDay today)
{
  for (guint i = 0; i < file->assessments->len; i++)
    {
      AsyAssessment *assessment = g_ptr_array_index (file->assessments, i);

      if (asy_assessment_get_final (assessment))
        add_mark (lane, ASY_YEAR_MARK_ASSESSMENT, asy_assessment_get_made_on (assessment), FALSE, today, g_strdup (_("assessment")));
    }
  for (guint i = 0; i < file->requests->len; i++)
    {
      const AsyDay hearing = asy_court_request_get_hearing_on (g_ptr_array_index (file->requests, i));

      /* One that is still to come is among what is due. */
      if (hearing < today)
        add_mark (lane, ASY_YEAR_MARK_COURT, hearing, FALSE, today, g_strdup (_("hearing")));
    }
}

static gint
compare_marks (gconstpointer a, gconstpointer b)
{
  const AsyYearMark *one = *(AsyYearMark *const *) a, *other = *(AsyYearMark *const *) b;

  return one->day < other->day ? -1 : one->day > other->day;
}

static AsyYearLane *
new_terms_lane (AsyFamilyFile *file, const AsyYearEvents *events, AsyDay today)
{
  AsyYearLane *lane = lane_new (ASY_YEAR_LANE_TERMS, 0, g_strdup (_("Assessments and terms")));
  AsyPlan *plan = file->plan->plan;

  add_past_marks (lane, file, today);
  add_due_marks (lane, events, today);
  add_mark (lane, ASY_YEAR_MARK_TERM, asy_plan_get_review_on (plan), asy_plan_get_ended_on (plan) == ASY_DAY_NONE, today,
            g_strdup (_("review of the plan")));
  add_mark (lane, ASY_YEAR_MARK_TERM, asy_plan_get_until_day (plan), asy_plan_get_ended_on (plan) == ASY_DAY_NONE, today,
            g_strdup (_("end of the plan")));
  g_ptr_array_sort (lane->marks, compare_marks);
  return lane;
}

GPtrArray *
asy_plan_year_list_lanes (AsyFamilyFile *file, const AsyYearEvents *events, gint64 goal_id, AsyDay today)
{
  GPtrArray *lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_year_lane_free);

  g_return_val_if_fail (file != NULL && file->plan != NULL, lanes);

  add_goal_lanes (lanes, file->plan, goal_id, today);
  g_ptr_array_add (lanes, new_visits_lane (events, today));
  g_ptr_array_add (lanes, new_terms_lane (file, events, today));
  return lanes;
}

int
asy_plan_year_choose (AsyPlan *plan, AsyDay today)
{
  const AsyDay from = first_of (asy_plan_get_from_day (plan), asy_plan_get_drafted_on (plan), today);
  const AsyDay until = last_of (asy_plan_get_ended_on (plan), asy_plan_get_until_day (plan), MAX (from, today));

  return asy_day_get_year (CLAMP (today, from, MAX (from, until)));
}

/* Words. */

static char *
dup_bar_name (const AsyYearLane *lane)
{
  g_autofree char *from = asy_format_day_long (lane->from);
  g_autofree char *until = asy_format_day_long (lane->until);

  if (lane->from == ASY_DAY_NONE)
    return g_strdup (lane->title);
  if (lane->note != NULL)
    return g_strdup_printf (_("%s, from %s until %s, %s"), lane->title, from, until, lane->note);
  return g_strdup_printf (_("%s, from %s until %s"), lane->title, from, until);
}

static char *
dup_visits_name (const AsyYearLane *lane, int year)
{
  guint n[ASY_YEAR_N_MARKS] = { 0 };
  g_autofree char *held = NULL, *missed = NULL, *planned = NULL;

  for (guint i = 0; i < lane->marks->len; i++)
    n[((AsyYearMark *) g_ptr_array_index (lane->marks, i))->kind]++;
  held = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u held", "%u held", n[ASY_YEAR_MARK_HELD]), n[ASY_YEAR_MARK_HELD]);
  missed = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u missed", "%u missed", n[ASY_YEAR_MARK_MISSED]), n[ASY_YEAR_MARK_MISSED]);
  planned = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u planned", "%u planned", n[ASY_YEAR_MARK_PLANNED]), n[ASY_YEAR_MARK_PLANNED]);
  /* Translators: visits of a year: 12 held, 1 missed, 3 planned */
  return g_strdup_printf (_("Visits in %d: %s, %s, %s"), year, held, missed, planned);
}

static char *
dup_terms_name (const AsyYearLane *lane, int year)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, _("Assessments and terms in %d"), year);
  for (guint i = 0; i < lane->marks->len; i++)
    {
      const AsyYearMark *mark = g_ptr_array_index (lane->marks, i);
      g_autofree char *day = asy_format_day_long (mark->day);

      if (asy_day_get_year (mark->day) == year)
        g_string_append_printf (text, "; %s %s%s", mark->text, day, mark->is_late ? _(", past its day") : "");
    }
  return g_string_free (text, FALSE);
}

char *
asy_year_lane_dup_name (const AsyYearLane *lane, int year)
{
  if (lane->kind == ASY_YEAR_LANE_VISITS)
    return dup_visits_name (lane, year);
  if (lane->kind == ASY_YEAR_LANE_TERMS)
    return dup_terms_name (lane, year);
  return dup_bar_name (lane);
}
