/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-change-private.h"
#include "store/asy-plans-private.h"
#include "store/asy-repo.h"

/* What may still change in an agreed version. */
static const int plan_progress[] = { ASY_PLAN_APPROVED_ON, ASY_PLAN_APPROVED_BY, ASY_PLAN_REVIEW_ON, ASY_PLAN_ENDED_ON,
                                     ASY_PLAN_END_KIND, ASY_PLAN_END_REASON, -1 };
static const int goal_progress[] = { ASY_GOAL_STATUS, ASY_GOAL_STATUS_ON, ASY_GOAL_STATUS_NOTE, -1 };
static const int task_progress[] = { ASY_TASK_STATUS, ASY_TASK_DONE_ON, ASY_TASK_NOTE, -1 };

/* What may be added to an agreed version once, and is then part of it. */
static const guint plan_once[] = { ASY_PLAN_CHILD_VOICE, ASY_PLAN_CHILD_HEARD_ON, ASY_PLAN_ASSISTANT_ID, ASY_PLAN_ASSISTANT_SIGNED_ON,
                                   ASY_PLAN_CARE_AGREED_ON, ASY_PLAN_CARE_AGREED_WITH, ASY_PLAN_CARE_CONTACTS };

/* What may still change in a draft that somebody signed: the steps on its way, not what was signed. */
static const int plan_steps[] = { ASY_PLAN_CONSULTED_ON, ASY_PLAN_CONSULTED_WITH, ASY_PLAN_CONSULT_REMARKS, ASY_PLAN_REVIEW_ON,
                                  ASY_PLAN_CHILD_VOICE, ASY_PLAN_CHILD_HEARD_ON, ASY_PLAN_ASSISTANT_ID, ASY_PLAN_ASSISTANT_SIGNED_ON,
                                  ASY_PLAN_CARE_AGREED_ON, ASY_PLAN_CARE_AGREED_WITH, ASY_PLAN_CARE_CONTACTS,
                                  ASY_PLAN_REFUSAL_REASON, ASY_PLAN_APPROVED_ON, ASY_PLAN_APPROVED_BY, -1 };

#define GOALS_OF_PLAN "WHERE t.plan_id = :id ORDER BY t.position, t.id"
#define TASKS_OF_PLAN "JOIN goal g ON g.id = t.goal_id WHERE g.plan_id = :id ORDER BY g.position, g.id, t.position, t.id"
#define TASKS_OF_GOAL "WHERE t.goal_id = :id ORDER BY t.position, t.id"

static gint64
id_of (gpointer record)
{
  return asy_record_get_id (ASY_RECORD (record));
}

static gboolean
fill_list (AsySession *session, GType type, const char *tail, gint64 plan_id, GPtrArray *list, GError **error)
{
  GPtrArray *records = asy_repo_list_by_id (session, type, tail, plan_id, error);

  if (records == NULL)
    return FALSE;
  g_ptr_array_set_size (list, 0);
  g_ptr_array_extend_and_steal (list, records);
  return TRUE;
}

gboolean
_asy_plan_file_fill (AsySession *session, AsyPlanFile *file, GError **error)
{
  const gint64 id = id_of (file->plan);

  return fill_list (session, ASY_TYPE_GOAL, GOALS_OF_PLAN, id, file->goals, error) &&
         fill_list (session, ASY_TYPE_TASK, TASKS_OF_PLAN, id, file->tasks, error) &&
         fill_list (session, ASY_TYPE_PLAN_SIGNATURE, "WHERE t.plan_id = :id ORDER BY t.day, t.id", id, file->signatures, error) &&
         fill_list (session, ASY_TYPE_PLAN_REVIEW, "WHERE t.plan_id = :id ORDER BY t.day DESC, t.id DESC", id, file->reviews, error) &&
         fill_list (session, ASY_TYPE_PLAN_COPY, "WHERE t.plan_id = :id ORDER BY t.day DESC, t.id DESC", id, file->copies, error);
}

static AsyPlanFile *
load_file (AsySession *session, gint64 plan_id, GError **error)
{
  g_autoptr (AsyPlan) plan = asy_repo_load (session, ASY_TYPE_PLAN, plan_id, error);
  g_autoptr (AsyPlanFile) file = plan != NULL ? asy_plan_file_new (plan) : NULL;

  return file != NULL && _asy_plan_file_fill (session, file, error) ? g_steal_pointer (&file) : NULL;
}

typedef struct {
  AsySession *session;
  gint64 plan_id;
  AsyPlanFile *file;
} Loading;

static gboolean
load_at_once (AsyDb *db, gpointer user_data, GError **error)
{
  Loading *loading = user_data;

  loading->file = load_file (loading->session, loading->plan_id, error);
  return loading->file != NULL;
}

AsyPlanFile *
asy_plan_file_load (AsySession *session, gint64 plan_id, GError **error)
{
  Loading loading = { session, plan_id, NULL };

  return asy_db_read_transaction (asy_session_get_db (session), load_at_once, &loading, error) ? loading.file : NULL;
}

typedef struct {
  AsySession *session;
  gint64 older_id;
  gint64 newer_id;
  GPtrArray *files;
} History;

static gboolean
load_between (History *history, AsyPlan *older, AsyPlan *newer, GError **error)
{
  g_autoptr (GPtrArray) plans = NULL;
  gboolean is_between = FALSE;

  plans = asy_repo_list_by_id (history->session, ASY_TYPE_PLAN, "WHERE t.case_file_id = :id ORDER BY t.number, t.version",
                               asy_plan_get_case_file_id (older), error);
  if (plans == NULL)
    return FALSE;
  for (guint i = 0; i < plans->len; i++)
    {
      g_autoptr (AsyPlanFile) file = asy_plan_file_new (plans->pdata[i]);

      is_between = is_between || id_of (file->plan) == id_of (older);
      if (!is_between)
        continue;
      if (!_asy_plan_file_fill (history->session, file, error))
        return FALSE;
      g_ptr_array_add (history->files, g_steal_pointer (&file));
      if (id_of (plans->pdata[i]) == id_of (newer))
        return TRUE;
    }
  asy_store_set_error (error, ASY_STORE_ERROR_INVALID, "the later version does not follow the earlier one");
  return FALSE;
}

static gboolean
load_history (AsyDb *db, gpointer user_data, GError **error)
{
  History *history = user_data;
  g_autoptr (AsyPlan) older = asy_repo_load (history->session, ASY_TYPE_PLAN, history->older_id, error);
  g_autoptr (AsyPlan) newer = older != NULL ? asy_repo_load (history->session, ASY_TYPE_PLAN, history->newer_id, error) : NULL;

  return newer != NULL && load_between (history, older, newer, error);
}

GPtrArray *
asy_plan_history_load (AsySession *session, gint64 older_id, gint64 newer_id, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_plan_file_free);
  History history = { session, older_id, newer_id, files };

  return asy_db_read_transaction (asy_session_get_db (session), load_history, &history, error) ? g_steal_pointer (&files) : NULL;
}

GPtrArray *
asy_plans_list (AsySession *session, gint64 case_id, GError **error)
{
  return asy_repo_list_by_id (session, ASY_TYPE_PLAN, "WHERE t.case_file_id = :id ORDER BY t.number DESC, t.version DESC",
                              case_id, error);
}

GPtrArray *
asy_plan_list_providers (AsySession *session, gint64 plan_id, GError **error)
{
  return asy_repo_list_by_id (session, ASY_TYPE_PROVIDER,
                              "WHERE t.id IN (SELECT k.provider_id FROM goal g JOIN task k ON k.goal_id = g.id WHERE g.plan_id = :id)"
                              " ORDER BY t.name, t.id",
                              plan_id, error);
}

/* Freezing. */

static gboolean
is_draft (AsyPlan *plan)
{
  return asy_plan_get_agreed_on (plan) == ASY_DAY_NONE;
}

static gboolean
refuse_frozen (GError **error)
{
  asy_store_set_error (error, ASY_STORE_ERROR_FROZEN, "an agreed plan does not change");
  return FALSE;
}

static gboolean
count_signatures (AsySession *session, AsyPlan *plan, gint64 *ret_n, GError **error)
{
  return _asy_change_fetch (session, "SELECT count(*) FROM plan_signature WHERE plan_id = :id", id_of (plan), ret_n, error);
}

/* Whether anything may still be written: what somebody signed stays as it was signed. */
static gboolean
fetch_is_open (AsySession *session, AsyPlan *plan, gboolean *ret_is_open, GError **error)
{
  gint64 n_signatures = 0;

  if (is_draft (plan) && !count_signatures (session, plan, &n_signatures, error))
    return FALSE;
  *ret_is_open = is_draft (plan) && n_signatures == 0;
  return TRUE;
}

/* @stored is the record as it is in the register, or NULL for a new one. */
static gboolean
check_frozen (AsySession *session, AsyPlan *plan, gpointer stored, gpointer record, const int *progress, GError **error)
{
  static const int nothing[] = { -1 };
  gboolean is_open;
  int field;

  if (!fetch_is_open (session, plan, &is_open, error))
    return FALSE;
  if (is_open)
    return TRUE;
  if (stored == NULL)
    return refuse_frozen (error);
  field = _asy_change_find_other (stored, record, asy_plan_get_ended_on (plan) != ASY_DAY_NONE ? nothing : progress);
  if (field < 0)
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_FROZEN, record, (guint) field, NULL, "an agreed plan does not change");
}

static gboolean
check_draft (AsySession *session, gint64 plan_id, GError **error)
{
  g_autoptr (AsyPlan) plan = asy_repo_load (session, ASY_TYPE_PLAN, plan_id, error);

  if (plan == NULL)
    return FALSE;
  return is_draft (plan) || refuse_frozen (error);
}

static gboolean
check_open (AsySession *session, gint64 plan_id, GError **error)
{
  g_autoptr (AsyPlan) plan = asy_repo_load (session, ASY_TYPE_PLAN, plan_id, error);
  gboolean is_open;

  if (plan == NULL || !fetch_is_open (session, plan, &is_open, error))
    return FALSE;
  return is_open || refuse_frozen (error);
}

/* Plans. */

static gboolean
check_no_draft (AsySession *session, gint64 case_id, GError **error)
{
  gint64 n_drafts;

  if (!_asy_change_fetch (session, "SELECT count(*) FROM plan WHERE case_file_id = :id AND agreed_on IS NULL", case_id,
                          &n_drafts, error))
    return FALSE;
  if (n_drafts == 0)
    return TRUE;
  asy_store_set_error (error, ASY_STORE_ERROR_OVERLAP, "the case has a draft of a plan already");
  return FALSE;
}

static gboolean
number_plan (AsySession *session, AsyPlan *plan, GError **error)
{
  const gint64 case_id = asy_plan_get_case_file_id (plan);
  gint64 last;

  if (!check_no_draft (session, case_id, error) ||
      !_asy_change_fetch (session, "SELECT max(number) FROM plan WHERE case_file_id = :id", case_id, &last, error))
    return FALSE;
  asy_plan_set_number (plan, last + 1);
  asy_plan_set_version (plan, 1);
  if (asy_plan_get_drafted_on (plan) == ASY_DAY_NONE)
    asy_plan_set_drafted_on (plan, asy_session_get_today (session));
  return TRUE;
}

static gboolean
has_value (AsyPlan *plan, guint field)
{
  g_autofree char *text = asy_record_dup_field_as_text (ASY_RECORD (plan), field);

  return text != NULL && *text != '\0';
}

/* The fields of a plan that may change after it was signed or agreed, ended by -1. */
static void
list_changeable (AsyPlan *stored, GArray *fields)
{
  const int *always = is_draft (stored) ? plan_steps : plan_progress;
  const int end = -1;

  for (; *always >= 0; always++)
    g_array_append_val (fields, *always);
  for (gsize i = 0; i < G_N_ELEMENTS (plan_once); i++)
    if (!has_value (stored, plan_once[i]))
      g_array_append_val (fields, plan_once[i]);
  g_array_append_val (fields, end);
}

static gboolean
check_plan (AsySession *session, AsyPlan *plan, GError **error)
{
  g_autoptr (AsyPlan) stored = NULL;
  g_autoptr (GArray) changeable = g_array_new (FALSE, FALSE, sizeof (int));
  const AsyDay ended_on = asy_plan_get_ended_on (plan);

  if (!_asy_change_check_period (plan, ASY_PLAN_FROM_DAY, ASY_PLAN_UNTIL_DAY, error))
    return FALSE;
  if (ended_on != ASY_DAY_NONE && ended_on < asy_plan_get_agreed_on (plan))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, plan, ASY_PLAN_ENDED_ON, NULL, "a plan ends after it is agreed");
  if (id_of (plan) == 0)
    return number_plan (session, plan, error);
  stored = asy_repo_load (session, ASY_TYPE_PLAN, id_of (plan), error);
  if (stored == NULL)
    return FALSE;
  list_changeable (stored, changeable);
  return check_frozen (session, stored, stored, plan, (const int *) changeable->data, error);
}

static gboolean
save_plan (AsySession *session, gpointer plan, gpointer user_data, GError **error)
{
  /* Agreeing is a step of its own, with its own conditions. */
  if (id_of (plan) == 0)
    asy_plan_set_agreed_on (plan, ASY_DAY_NONE);
  return check_plan (session, plan, error) && asy_repo_save (session, plan, error);
}

static gboolean
save_plan_only (AsySession *session, gpointer plan, gpointer user_data, GError **error)
{
  g_autoptr (AsyPlan) stored = NULL;

  if (id_of (plan) != 0)
    {
      stored = asy_repo_load (session, ASY_TYPE_PLAN, id_of (plan), error);
      if (stored == NULL)
        return FALSE;
      if (asy_plan_get_agreed_on (stored) != asy_plan_get_agreed_on (plan))
        return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, plan, ASY_PLAN_AGREED_ON, NULL,
                                   "a plan is agreed by a step of its own");
    }
  return save_plan (session, plan, user_data, error);
}

gboolean
asy_plan_save (AsySession *session, AsyPlan *plan, GError **error)
{
  g_return_val_if_fail (ASY_IS_PLAN (plan), FALSE);

  return _asy_change_run (session, plan, save_plan_only, NULL, error);
}

/* Goals and tasks. */

/* What both kinds of lines have in common. */
typedef struct {
  GType (*get_type) (void);
  guint position;
  guint status;
  guint status_on;
  guint note;
  guint from_day;
  guint until_day;
  const int *progress;
  const char *last_position;
  const char *draft_copy;
} LineKind;

static const LineKind goal_kind = {
  asy_goal_get_type, ASY_GOAL_POSITION, ASY_GOAL_STATUS, ASY_GOAL_STATUS_ON, ASY_GOAL_STATUS_NOTE, ASY_GOAL_FROM_DAY,
  ASY_GOAL_UNTIL_DAY, goal_progress, "SELECT max(position) FROM goal WHERE plan_id = :id",
  "JOIN plan p ON p.id = t.plan_id WHERE t.origin_id = :id AND p.agreed_on IS NULL",
};

static const LineKind task_kind = {
  asy_task_get_type, ASY_TASK_POSITION, ASY_TASK_STATUS, ASY_TASK_DONE_ON, ASY_TASK_NOTE, ASY_TASK_FROM_DAY,
  ASY_TASK_UNTIL_DAY, task_progress, "SELECT max(position) FROM task WHERE goal_id = :id",
  "JOIN goal g ON g.id = t.goal_id JOIN plan p ON p.id = g.plan_id WHERE t.origin_id = :id AND p.agreed_on IS NULL",
};

static gboolean
has_same_progress (const LineKind *kind, AsyRecord *a, AsyRecord *b)
{
  return asy_record_field_equals (a, b, kind->status) && asy_record_field_equals (a, b, kind->status_on) &&
         asy_record_field_equals (a, b, kind->note);
}

/* Progress made while the next version is being written reaches its copy,
 * unless somebody has changed the copy itself. */
static gboolean
tell_draft (AsySession *session, const LineKind *kind, AsyRecord *stored, AsyRecord *record, GError **error)
{
  g_autoptr (GPtrArray) copies = NULL;

  if (stored == NULL || has_same_progress (kind, stored, record))
    return TRUE;
  copies = asy_repo_list_by_id (session, kind->get_type (), kind->draft_copy, id_of (record), error);
  if (copies == NULL)
    return FALSE;
  for (guint i = 0; i < copies->len; i++)
    {
      AsyRecord *copy = g_ptr_array_index (copies, i);

      if (!has_same_progress (kind, stored, copy))
        continue;
      asy_record_set_int (copy, kind->status, asy_record_get_int (record, kind->status));
      asy_record_set_int (copy, kind->status_on, asy_record_get_int (record, kind->status_on));
      asy_record_set_text (copy, kind->note, asy_record_get_text (record, kind->note));
      if (!asy_repo_save (session, copy, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_line (AsySession *session, const LineKind *kind, AsyRecord *record, GError **error)
{
  if (!_asy_change_check_period (record, kind->from_day, kind->until_day, error))
    return FALSE;
  if (asy_record_get_int (record, kind->status_on) > asy_session_get_today (session))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, record, kind->status_on, NULL, "that day is still to come");
  return TRUE;
}

static gboolean
place_line (AsySession *session, const LineKind *kind, AsyRecord *record, gint64 parent_id, GError **error)
{
  gint64 last;

  if (id_of (record) != 0 || asy_record_get_int (record, kind->position) != 0)
    return TRUE;
  if (!_asy_change_fetch (session, kind->last_position, parent_id, &last, error))
    return FALSE;
  asy_record_set_int (record, kind->position, last + 1);
  return TRUE;
}

static gboolean
save_line (AsySession *session, const LineKind *kind, AsyRecord *record, AsyPlan *plan, gint64 parent_id, GError **error)
{
  g_autoptr (AsyRecord) stored = NULL;

  if (id_of (record) != 0)
    {
      stored = asy_repo_load (session, kind->get_type (), id_of (record), error);
      if (stored == NULL)
        return FALSE;
    }
  return check_frozen (session, plan, stored, record, kind->progress, error) && check_line (session, kind, record, error) &&
         place_line (session, kind, record, parent_id, error) && asy_repo_save (session, record, error) &&
         (is_draft (plan) || tell_draft (session, kind, stored, record, error));
}

/* The plan of a goal, wherever the caller says that the goal is: a goal is not
 * moved to another plan, nor a task to a goal of another plan. */
static AsyPlan *
load_plan_of_goal (AsySession *session, gint64 goal_id, GError **error)
{
  g_autoptr (AsyGoal) goal = asy_repo_load (session, ASY_TYPE_GOAL, goal_id, error);

  return goal != NULL ? asy_repo_load (session, ASY_TYPE_PLAN, asy_goal_get_plan_id (goal), error) : NULL;
}

static gboolean
save_goal (AsySession *session, gpointer goal, gpointer user_data, GError **error)
{
  g_autoptr (AsyPlan) plan = NULL;

  plan = id_of (goal) != 0 ? load_plan_of_goal (session, id_of (goal), error)
                           : asy_repo_load (session, ASY_TYPE_PLAN, asy_goal_get_plan_id (goal), error);
  if (plan == NULL)
    return FALSE;
  if (asy_goal_get_plan_id (goal) != id_of (plan))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, goal, ASY_GOAL_PLAN_ID, NULL, "a goal stays in its plan");
  return save_line (session, &goal_kind, goal, plan, id_of (plan), error);
}

gboolean
asy_goal_save (AsySession *session, AsyGoal *goal, GError **error)
{
  g_return_val_if_fail (ASY_IS_GOAL (goal), FALSE);

  return _asy_change_run (session, goal, save_goal, NULL, error);
}

static gboolean
check_task_stays (AsySession *session, AsyTask *task, AsyPlan *plan, GError **error)
{
  g_autoptr (AsyTask) stored = asy_repo_load (session, ASY_TYPE_TASK, id_of (task), error);
  g_autoptr (AsyPlan) before = stored != NULL ? load_plan_of_goal (session, asy_task_get_goal_id (stored), error) : NULL;

  if (before == NULL)
    return FALSE;
  if (id_of (before) == id_of (plan))
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, task, ASY_TASK_GOAL_ID, NULL, "a task stays in its plan");
}

static gboolean
save_task (AsySession *session, gpointer task, gpointer user_data, GError **error)
{
  g_autoptr (AsyPlan) plan = load_plan_of_goal (session, asy_task_get_goal_id (task), error);

  if (plan == NULL || (id_of (task) != 0 && !check_task_stays (session, task, plan, error)))
    return FALSE;
  if (asy_task_get_status (task) == ASY_TASK_STATUS_DONE && asy_task_get_done_on (task) == ASY_DAY_NONE)
    asy_task_set_done_on (task, asy_session_get_today (session));
  return save_line (session, &task_kind, task, plan, asy_task_get_goal_id (task), error);
}

gboolean
asy_task_save (AsySession *session, AsyTask *task, GError **error)
{
  g_return_val_if_fail (ASY_IS_TASK (task), FALSE);

  return _asy_change_run (session, task, save_task, NULL, error);
}

static gboolean
delete_all (AsySession *session, GType type, const char *tail, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) records = asy_repo_list_by_id (session, type, tail, id, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!asy_repo_delete (session, g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_unused (AsySession *session, const char *sql, gint64 id, GError **error)
{
  gint64 n_uses;

  if (!_asy_change_fetch (session, sql, id, &n_uses, error))
    return FALSE;
  if (n_uses == 0)
    return TRUE;
  asy_store_set_error (error, ASY_STORE_ERROR_FROZEN, "visits, assessments or papers speak of it");
  return FALSE;
}

static gboolean
delete_goal (AsySession *session, gpointer goal, GError **error)
{
  return check_open (session, asy_goal_get_plan_id (goal), error) &&
         check_unused (session,
                       "SELECT (SELECT count(*) FROM visit_goal WHERE goal_id = :id)"
                       " + (SELECT count(*) FROM visit_task v JOIN task t ON t.id = v.task_id WHERE t.goal_id = :id)"
                       " + (SELECT count(*) FROM assessment_goal WHERE goal_id = :id)",
                       id_of (goal), error) &&
         delete_all (session, ASY_TYPE_TASK, TASKS_OF_GOAL, id_of (goal), error) && asy_repo_delete (session, goal, error);
}

gboolean
asy_goal_delete (AsySession *session, AsyGoal *goal, GError **error)
{
  g_return_val_if_fail (ASY_IS_GOAL (goal), FALSE);

  return asy_session_transaction (session, delete_goal, goal, error);
}

static gboolean
delete_task (AsySession *session, gpointer task, GError **error)
{
  g_autoptr (AsyPlan) plan = load_plan_of_goal (session, asy_task_get_goal_id (task), error);

  return plan != NULL && check_open (session, id_of (plan), error) &&
         check_unused (session, "SELECT count(*) FROM visit_task WHERE task_id = :id", id_of (task), error) &&
         asy_repo_delete (session, task, error);
}

gboolean
asy_task_delete (AsySession *session, AsyTask *task, GError **error)
{
  g_return_val_if_fail (ASY_IS_TASK (task), FALSE);

  return asy_session_transaction (session, delete_task, task, error);
}

/* Order. */

typedef struct {
  const LineKind *kind;
  const char *tail;
  gint64 plan_id;
  gint64 goal_id;
  const gint64 *ids;
  gsize n_ids;
} Order;

static AsyRecord *
take_by_id (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (id_of (g_ptr_array_index (records, i)) == id)
      return g_ptr_array_steal_index_fast (records, i);
  return NULL;
}

static gboolean
put_in_place (AsySession *session, const LineKind *kind, AsyRecord *record, gsize place, GError **error)
{
  asy_record_set_int (record, kind->position, (gint64) place);
  return asy_repo_save (session, record, error);
}

static gboolean
reorder (AsySession *session, gpointer user_data, GError **error)
{
  Order *order = user_data;
  g_autoptr (GPtrArray) records = NULL;

  if (!check_open (session, order->plan_id, error))
    return FALSE;
  records = asy_repo_list_by_id (session, order->kind->get_type (), order->tail,
                                 order->goal_id != 0 ? order->goal_id : order->plan_id, error);
  if (records == NULL)
    return FALSE;
  for (gsize i = 0; i < order->n_ids; i++)
    {
      g_autoptr (AsyRecord) record = take_by_id (records, order->ids[i]);

      if (record == NULL)
        break;
      if (!put_in_place (session, order->kind, record, i + 1, error))
        return FALSE;
      if (i + 1 == order->n_ids && records->len == 0)
        return TRUE;
    }
  asy_store_set_error (error, ASY_STORE_ERROR_CONFLICT, "the order does not name every line once");
  return FALSE;
}

gboolean
asy_goals_reorder (AsySession *session, gint64 plan_id, const gint64 *ids, gsize n_ids, GError **error)
{
  Order order = { &goal_kind, GOALS_OF_PLAN, plan_id, 0, ids, n_ids };

  return asy_session_transaction (session, reorder, &order, error);
}

gboolean
asy_tasks_reorder (AsySession *session, gint64 goal_id, const gint64 *ids, gsize n_ids, GError **error)
{
  g_autoptr (AsyPlan) plan = load_plan_of_goal (session, goal_id, error);
  Order order = { &task_kind, TASKS_OF_GOAL, 0, goal_id, ids, n_ids };

  if (plan == NULL)
    return FALSE;
  order.plan_id = id_of (plan);
  return asy_session_transaction (session, reorder, &order, error);
}

/* Agreeing. */

static gboolean
refuse_gap (AsyPlanFile *file, const AsyPlanGap *gap, GError **error)
{
  const AsyRecord *goal = gap->goal_index >= 0 ? g_ptr_array_index (file->goals, gap->goal_index) : NULL;
  const AsyField *goal_fields = goal != NULL ? asy_record_get_fields ((AsyRecord *) goal, NULL) : NULL;
  AsyStoreErrorDetail *detail = asy_store_set_error (error, ASY_STORE_ERROR_INCOMPLETE,
                                                     "a goal lacks actions, dates or an expected effect");

  if (error == NULL)
    return FALSE;
  detail->article = g_strdup (gap->article);
  detail->count = gap->goal_index + 1;
  if (gap->kind == ASY_PLAN_GAP_EFFECT && goal_fields != NULL)
    detail->field = g_strdup (goal_fields[ASY_GOAL_EFFECT].label);
  else if (gap->kind == ASY_PLAN_GAP_DATES && goal_fields != NULL)
    detail->field = g_strdup (goal_fields[ASY_GOAL_UNTIL_DAY].label);
  return FALSE;
}

gboolean
_asy_plan_check_complete (AsySession *session, AsyPlan *plan, GError **error)
{
  g_autoptr (AsyPlanFile) file = load_file (session, id_of (plan), error);
  g_autoptr (GArray) gaps = file != NULL ? asy_plan_find_gaps (file) : NULL;
  const AsyPlanGap *gap;

  if (gaps == NULL)
    return FALSE;
  gap = asy_plan_gaps_find_blocking (gaps);
  return gap == NULL || refuse_gap (file, gap, error);
}

/* One version is in force at a time. */
static gboolean
end_others (AsySession *session, AsyPlan *plan, GError **error)
{
  const AsyDay day = asy_plan_get_agreed_on (plan);
  g_autoptr (GPtrArray) others = NULL;

  others = asy_repo_list_by_id (session, ASY_TYPE_PLAN,
                                "WHERE t.case_file_id = :id AND t.agreed_on IS NOT NULL AND t.ended_on IS NULL",
                                asy_plan_get_case_file_id (plan), error);
  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      AsyPlan *other = g_ptr_array_index (others, i);

      if (id_of (other) == id_of (plan))
        continue;
      if (asy_plan_get_agreed_on (other) > day)
        return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, plan, ASY_PLAN_AGREED_ON, NULL,
                                   "the version in force was agreed later");
      asy_plan_set_ended_on (other, day);
      if (!asy_repo_save (session, other, error))
        return FALSE;
    }
  return TRUE;
}

/* A plan is agreed when the last of those who answered has done so, or later. */
static gboolean
check_answers (AsySession *session, AsyPlan *plan, AsyDay agreed_on, GError **error)
{
  g_autoptr (GPtrArray) later = NULL;

  later = asy_repo_list_by_id (session, ASY_TYPE_PLAN_SIGNATURE, "WHERE t.plan_id = :id ORDER BY t.day DESC LIMIT 1", id_of (plan), error);
  if (later == NULL)
    return FALSE;
  if (later->len == 0 || asy_plan_signature_get_day (later->pdata[0]) <= agreed_on)
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, plan, ASY_PLAN_AGREED_ON, NULL, "somebody signed it later");
}

static gboolean
agree (AsySession *session, gpointer plan, gpointer user_data, GError **error)
{
  const AsyDay agreed_on = *(const AsyDay *) user_data;

  if (agreed_on == ASY_DAY_NONE)
    return _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, plan, ASY_PLAN_AGREED_ON, NULL, "there is no day of agreement");
  if (agreed_on > asy_session_get_today (session))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, plan, ASY_PLAN_AGREED_ON, NULL, "that day is still to come");
  if (id_of (plan) != 0 && !check_draft (session, id_of (plan), error))
    return FALSE;
  if (!save_plan (session, plan, NULL, error) || !_asy_plan_check_complete (session, plan, error) ||
      !check_answers (session, plan, agreed_on, error))
    return FALSE;
  if (asy_plan_get_from_day (plan) == ASY_DAY_NONE)
    asy_plan_set_from_day (plan, agreed_on);
  asy_plan_set_agreed_on (plan, agreed_on);
  return asy_repo_save (session, plan, error) && end_others (session, plan, error);
}

gboolean
asy_plan_agree (AsySession *session, AsyPlan *plan, AsyDay agreed_on, GError **error)
{
  g_return_val_if_fail (ASY_IS_PLAN (plan), FALSE);

  return _asy_change_run (session, plan, agree, &agreed_on, error);
}

/* Amending. */

static AsyPlan *
make_next_version (AsySession *session, AsyPlan *plan, AsyPlanChangeKind kind, const char *reason)
{
  static const guint own[] = { ASY_PLAN_CHILD_HEARD_ON, ASY_PLAN_ASSISTANT_ID, ASY_PLAN_ASSISTANT_SIGNED_ON, ASY_PLAN_CARE_AGREED_ON,
                               ASY_PLAN_ENDED_ON, ASY_PLAN_END_KIND };
  AsyPlan *next = _asy_change_new_from (plan);

  asy_plan_set_version (next, asy_plan_get_version (plan) + 1);
  asy_plan_set_drafted_on (next, asy_session_get_today (session));
  asy_plan_set_change_kind (next, (int) kind);
  asy_plan_set_change_reason (next, reason);
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    asy_record_set_int (ASY_RECORD (next), own[i], 0);
  asy_plan_set_child_voice (next, NULL);
  asy_plan_set_care_agreed_with (next, NULL);
  asy_plan_set_consulted_on (next, ASY_DAY_NONE);
  asy_plan_set_consulted_with (next, NULL);
  asy_plan_set_consult_remarks (next, NULL);
  asy_plan_set_agreed_on (next, ASY_DAY_NONE);
  asy_plan_set_refusal_reason (next, NULL);
  asy_plan_set_approved_on (next, ASY_DAY_NONE);
  asy_plan_set_approved_by (next, NULL);
  return next;
}

static gboolean
copy_tasks (AsySession *session, AsyPlanFile *file, gint64 goal_id, gint64 next_goal_id, AsyPlanFile *next, GError **error)
{
  g_autoptr (GPtrArray) tasks = asy_plan_file_list_tasks (file, goal_id);

  for (guint i = 0; i < tasks->len; i++)
    {
      AsyTask *task = g_ptr_array_index (tasks, i);
      AsyTask *copy = _asy_change_new_from (task);

      g_ptr_array_add (next->tasks, copy);
      asy_task_set_goal_id (copy, next_goal_id);
      asy_task_set_origin_id (copy, id_of (task));
      if (!asy_repo_save (session, copy, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_lines (AsySession *session, AsyPlanFile *file, AsyPlanFile *next, GError **error)
{
  for (guint i = 0; i < file->goals->len; i++)
    {
      AsyGoal *goal = g_ptr_array_index (file->goals, i);
      AsyGoal *copy = _asy_change_new_from (goal);

      g_ptr_array_add (next->goals, copy);
      asy_goal_set_plan_id (copy, id_of (next->plan));
      asy_goal_set_origin_id (copy, id_of (goal));
      if (!asy_repo_save (session, copy, error) ||
          !copy_tasks (session, file, id_of (goal), id_of (copy), next, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct {
  gint64 plan_id;
  AsyPlanChangeKind kind;
  const char *reason;
  AsyPlanFile *next;
} Amendment;

static gboolean
amend (AsySession *session, gpointer user_data, GError **error)
{
  Amendment *amendment = user_data;
  g_autoptr (AsyPlanFile) file = load_file (session, amendment->plan_id, error);
  g_autoptr (AsyPlan) plan = NULL;

  if (file == NULL)
    return FALSE;
  if (!asy_plan_is_in_force (file->plan, asy_session_get_today (session)))
    {
      asy_store_set_error (error, ASY_STORE_ERROR_FROZEN, "only the version in force is amended");
      return FALSE;
    }
  plan = make_next_version (session, file->plan, amendment->kind, amendment->reason);
  if (amendment->kind == ASY_PLAN_CHANGE_KIND_NONE)
    return _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, plan, ASY_PLAN_CHANGE_KIND, NULL, "a change has a reason");
  if (asy_plan_get_change_reason (plan) == NULL)
    return _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, plan, ASY_PLAN_CHANGE_REASON, NULL, "a change has a reason");
  if (!check_no_draft (session, asy_plan_get_case_file_id (plan), error) || !asy_repo_save (session, plan, error))
    return FALSE;
  amendment->next = asy_plan_file_new (plan);
  return copy_lines (session, file, amendment->next, error);
}

AsyPlanFile *
asy_plan_amend (AsySession *session, gint64 plan_id, AsyPlanChangeKind kind, const char *reason, GError **error)
{
  Amendment amendment = { plan_id, kind, reason, NULL };

  if (asy_session_transaction (session, amend, &amendment, error))
    return amendment.next;
  asy_plan_file_free (amendment.next);
  return NULL;
}

static gboolean
discard (AsySession *session, gpointer plan, GError **error)
{
  return check_draft (session, id_of (plan), error) &&
         check_unused (session,
                       "SELECT (SELECT count(*) FROM letter WHERE plan_id = :id)"
                       " + (SELECT count(*) FROM visit_goal v JOIN goal g ON g.id = v.goal_id WHERE g.plan_id = :id)"
                       " + (SELECT count(*) FROM visit_task v JOIN task t ON t.id = v.task_id JOIN goal g ON g.id = t.goal_id"
                       "    WHERE g.plan_id = :id)"
                       " + (SELECT count(*) FROM assessment_goal a JOIN goal g ON g.id = a.goal_id WHERE g.plan_id = :id)",
                       id_of (plan), error) &&
         delete_all (session, ASY_TYPE_PLAN_SIGNATURE, "WHERE t.plan_id = :id", id_of (plan), error) &&
         delete_all (session, ASY_TYPE_PLAN_COPY, "WHERE t.plan_id = :id", id_of (plan), error) &&
         delete_all (session, ASY_TYPE_TASK, TASKS_OF_PLAN, id_of (plan), error) &&
         delete_all (session, ASY_TYPE_GOAL, GOALS_OF_PLAN, id_of (plan), error) && asy_repo_delete (session, plan, error);
}

gboolean
asy_plan_discard (AsySession *session, AsyPlan *plan, GError **error)
{
  g_return_val_if_fail (ASY_IS_PLAN (plan), FALSE);

  return asy_session_transaction (session, discard, plan, error);
}
