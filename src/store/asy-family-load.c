/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-audit.h"
#include "store/asy-diagnoses.h"
#include "store/asy-families.h"
#include "store/asy-kin.h"
#include "store/asy-monitoring.h"
#include "store/asy-person-merge.h"
#include "store/asy-person-names.h"
#include "store/asy-plans-private.h"
#include "store/asy-repo.h"
#include "store/asy-reviews.h"
#include "store/asy-visits-private.h"

/* Older visits come by page; the family's first screen needs no more. */
#define NEWEST_VISITS "60"

static void
free_member_entry (gpointer entry)
{
  asy_member_entry_free (entry);
}

static AsyRecord *
find_by_id (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    {
      AsyRecord *record = g_ptr_array_index (records, i);

      if (asy_record_get_id (record) == id)
        return record;
    }
  return NULL;
}

static gboolean
load_members (AsySession *session, AsyFamilyFile *file, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) people = NULL;

  members = asy_repo_list_by_id (session, ASY_TYPE_MEMBER, "WHERE t.family_id = :id ORDER BY t.position, t.id", id, error);
  if (members == NULL)
    return FALSE;
  people = asy_repo_list_by_id (session, ASY_TYPE_PERSON,
                                "WHERE t.id IN (SELECT person_id FROM member WHERE family_id = :id)", id, error);
  if (people == NULL)
    return FALSE;
  file->members = g_ptr_array_new_with_free_func (free_member_entry);
  for (guint i = 0; i < members->len; i++)
    {
      AsyMember *member = g_ptr_array_index (members, i);
      AsyRecord *person = find_by_id (people, asy_member_get_person_id (member));

      if (person != NULL)
        g_ptr_array_add (file->members, asy_member_entry_new (member, ASY_PERSON (person)));
    }
  return TRUE;
}

static gboolean
load_reasons (AsySession *session, AsyFamilyFile *file, gint64 case_id, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  file->reasons = g_ptr_array_new_with_free_func (g_free);
  stmt = asy_db_prepare (asy_session_get_db (session), "SELECT reason FROM case_reason WHERE case_file_id = :id ORDER BY reason",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", case_id);
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      g_ptr_array_add (file->reasons, asy_stmt_column_dup_text (stmt, 0));
    }
}

static gboolean
is_running (AsyAssignment *assignment, AsyDay today)
{
  const AsyDay until = asy_assignment_get_until_day (assignment);

  return asy_assignment_get_from_day (assignment) <= today && (until == ASY_DAY_NONE || until >= today);
}

static gboolean
load_assignments (AsySession *session, AsyFamilyFile *file, gint64 case_id, GError **error)
{
  g_autoptr (GPtrArray) assignments = NULL;
  g_autoptr (GPtrArray) workers = NULL;

  assignments = asy_repo_list_by_id (session, ASY_TYPE_ASSIGNMENT,
                                     "WHERE t.case_file_id = :id ORDER BY t.from_day DESC, t.id DESC", case_id, error);
  if (assignments == NULL)
    return FALSE;
  workers = asy_repo_list_by_id (session, ASY_TYPE_WORKER,
                                 "WHERE t.id IN (SELECT worker_id FROM assignment WHERE case_file_id = :id)", case_id, error);
  if (workers == NULL)
    return FALSE;
  file->assignments = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_assignment_entry_free);
  for (guint i = 0; i < assignments->len; i++)
    {
      AsyAssignmentEntry *entry = g_new0 (AsyAssignmentEntry, 1);

      entry->assignment = g_object_ref (g_ptr_array_index (assignments, i));
      entry->worker = g_object_ref (ASY_WORKER (find_by_id (workers, asy_assignment_get_worker_id (entry->assignment))));
      g_ptr_array_add (file->assignments, entry);
      if (file->assistant == NULL && is_running (entry->assignment, file->loaded_on))
        file->assistant = g_object_ref (entry->worker);
    }
  return TRUE;
}

#define OF_PLANS "WHERE t.plan_id IN (SELECT p.id FROM plan p WHERE p.case_file_id = :id) ORDER BY t.day DESC, t.id DESC"

static gboolean
load_plan (AsySession *session, AsyFamilyFile *file, gint64 case_id, GError **error)
{
  file->plan_signatures = asy_repo_list_by_id (session, ASY_TYPE_PLAN_SIGNATURE, OF_PLANS, case_id, error);
  if (file->plan_signatures == NULL)
    return FALSE;
  file->plan_reviews = asy_repo_list_by_id (session, ASY_TYPE_PLAN_REVIEW, OF_PLANS, case_id, error);
  if (file->plan_reviews == NULL)
    return FALSE;
  file->plans = asy_repo_list_by_id (session, ASY_TYPE_PLAN,
                                     "WHERE t.case_file_id = :id ORDER BY t.number DESC, t.version DESC", case_id, error);
  if (file->plans == NULL)
    return FALSE;
  if (file->plans->len == 0)
    return TRUE;
  file->plan = asy_plan_file_new (g_ptr_array_index (file->plans, 0));
  return _asy_plan_file_fill (session, file->plan, error);
}

static gboolean
count_visits (AsySession *session, AsyFamilyFile *file, gint64 case_id, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT state, count(*) FROM visit WHERE case_file_id = :id AND kind IN " ASY_VISIT_KINDS_SQL
                         " GROUP BY state", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", case_id);
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (g_strcmp0 (asy_stmt_column_text (stmt, 0), "held") == 0)
        file->visits_held = (int) asy_stmt_column_int (stmt, 1);
      else if (g_strcmp0 (asy_stmt_column_text (stmt, 0), "missed") == 0)
        file->visits_missed = (int) asy_stmt_column_int (stmt, 1);
    }
}

/* The day a child was last seen: a safety fact, so it is looked for in all
 * visits and not only in the newest. */
static gboolean
load_seen (AsySession *session, AsyFamilyFile *file, gint64 family_id, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  file->seen = g_ptr_array_new_with_free_func (g_free);
  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT m.person_id, (SELECT max(v.day) FROM visit_person s JOIN visit v ON v.id = s.visit_id"
                         " WHERE s.person_id = m.person_id AND s.seen = 1 AND v.state = 'held')"
                         " FROM member m WHERE m.family_id = :id ORDER BY m.position, m.id",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", family_id);
  for (;;)
    {
      AsyChildSeen *seen;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      seen = g_new0 (AsyChildSeen, 1);
      seen->person_id = asy_stmt_column_int (stmt, 0);
      seen->day = asy_stmt_column_day (stmt, 1);
      g_ptr_array_add (file->seen, seen);
    }
}

/* Nothing of a case that is not there: empty lists, so that pages need no tests. */
static void
leave_case_empty (AsyFamilyFile *file)
{
  file->reasons = g_ptr_array_new_with_free_func (g_free);
  file->consents = asy_record_array_new ();
  file->assignments = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_assignment_entry_free);
  file->plans = asy_record_array_new ();
  file->plan_signatures = asy_record_array_new ();
  file->plan_reviews = asy_record_array_new ();
  file->assessments = asy_record_array_new ();
  file->reviews = asy_record_array_new ();
  file->requests = asy_record_array_new ();
  file->courts = asy_record_array_new ();
  file->contacts = asy_record_array_new ();
  file->cards = asy_record_array_new ();
  file->skips = asy_record_array_new ();
}

static gboolean
load_course (AsySession *session, AsyFamilyFile *file, gint64 case_id, GError **error)
{
  file->contacts = asy_monitoring_list_dates (session, case_id, error);
  if (file->contacts == NULL)
    return FALSE;
  file->cards = asy_monitoring_list_cards (session, case_id, error);
  if (file->cards == NULL)
    return FALSE;
  file->skips = asy_repo_list_by_id (session, ASY_TYPE_STEP_SKIP, "WHERE t.case_file_id = :id ORDER BY t.day DESC, t.id DESC", case_id,
                                     error);
  return file->skips != NULL;
}

static gboolean
load_case (AsySession *session, AsyFamilyFile *file, GError **error)
{
  const gint64 id = asy_record_get_id (ASY_RECORD (file->current));

  if (!load_reasons (session, file, id, error) || !load_assignments (session, file, id, error) ||
      !asy_diagnosis_file_load (session, id, &file->diagnosis, error) || !load_plan (session, file, id, error) ||
      !count_visits (session, file, id, error) || !load_course (session, file, id, error))
    return FALSE;
  file->consents = asy_repo_list_by_id (session, ASY_TYPE_CONSENT, "WHERE t.case_file_id = :id ORDER BY t.given_on, t.id", id,
                                        error);
  if (file->consents == NULL)
    return FALSE;
  file->assessments = asy_repo_list_by_id (session, ASY_TYPE_ASSESSMENT,
                                           "WHERE t.case_file_id = :id ORDER BY t.until_day DESC, t.id DESC", id, error);
  if (file->assessments == NULL)
    return FALSE;
  file->reviews = asy_reviews_list_for_case (session, id, error);
  if (file->reviews == NULL)
    return FALSE;
  file->requests = asy_repo_list_by_id (session, ASY_TYPE_COURT_REQUEST,
                                        "WHERE t.case_file_id = :id ORDER BY t.received_on DESC, t.id DESC", id, error);
  if (file->requests == NULL)
    return FALSE;
  file->courts = asy_repo_list_by_id (session, ASY_TYPE_COURT,
                                      "WHERE t.id IN (SELECT court_id FROM court_request WHERE case_file_id = :id)"
                                      " OR t.id IN (SELECT court_id FROM case_file WHERE id = :id)",
                                      id, error);
  return file->courts != NULL;
}

/* What the family's safety hangs on; it belongs to the family and not to a case. */
static gboolean
load_safety (AsySession *session, AsyFamilyFile *file, gint64 id, GError **error)
{
  const struct {
    GPtrArray **list;
    GType type;
    const char *tail;
  } rows[] = {
    { &file->warnings, ASY_TYPE_FAMILY_WARNING, "WHERE t.family_id = :id ORDER BY t.from_day DESC, t.id DESC" },
    { &file->interventions, ASY_TYPE_INTERVENTION, "WHERE t.family_id = :id ORDER BY t.day DESC, t.start_minute DESC, t.id DESC" },
    { &file->observations, ASY_TYPE_OBSERVATION, "WHERE t.family_id = :id ORDER BY t.day DESC, t.id DESC" },
    { &file->blue_cards, ASY_TYPE_BLUE_CARD, "WHERE t.family_id = :id ORDER BY t.started_on DESC, t.id DESC" },
    { &file->blue_card_meetings, ASY_TYPE_BLUE_CARD_MEETING,
      "WHERE t.blue_card_id IN (SELECT b.id FROM blue_card b WHERE b.family_id = :id) ORDER BY t.day DESC, t.id DESC" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      *rows[i].list = asy_repo_list_by_id (session, rows[i].type, rows[i].tail, id, error);
      if (*rows[i].list == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_involvements (AsySession *session, AsyFamilyFile *file, gint64 family_id, GError **error)
{
  file->involvements = asy_repo_list_by_id (session, ASY_TYPE_INVOLVEMENT,
                                            "WHERE t.family_id = :id ORDER BY t.until_day IS NOT NULL, t.until_day DESC,"
                                            " COALESCE(t.from_day, '') DESC, t.id DESC",
                                            family_id, error);
  if (file->involvements == NULL)
    return FALSE;
  file->providers = asy_repo_list_by_id (session, ASY_TYPE_PROVIDER,
                                         "WHERE t.id IN (SELECT provider_id FROM involvement WHERE family_id = :id)", family_id,
                                         error);
  return file->providers != NULL;
}

typedef struct {
  AsySession *session;
  AsyFamilyFile *file;
  gint64 family_id;
  gint64 case_id;               /* 0: the newest */
} Loading;

static gboolean
load_visits (Loading *loading, GError **error)
{
  AsyFamilyFile *file = loading->file;

  if (loading->case_id != 0)
    file->visits = asy_repo_list_by_id (loading->session, ASY_TYPE_VISIT,
                                        "WHERE t.case_file_id = :id ORDER BY t.day DESC, t.start_minute DESC", loading->case_id, error);
  else
    file->visits = asy_repo_list_by_id (loading->session, ASY_TYPE_VISIT,
                                        "WHERE t.family_id = :id ORDER BY t.day DESC, t.start_minute DESC LIMIT " NEWEST_VISITS,
                                        loading->family_id, error);
  return file->visits != NULL;
}

static AsyCase *
choose_case (Loading *loading)
{
  GPtrArray *cases = loading->file->cases;

  for (guint i = 0; loading->case_id != 0 && i < cases->len; i++)
    if (asy_record_get_id (cases->pdata[i]) == loading->case_id)
      return cases->pdata[i];
  return cases->len > 0 && loading->case_id == 0 ? cases->pdata[0] : NULL;
}

static gboolean
load_file (AsyDb *db, gpointer user_data, GError **error)
{
  Loading *loading = user_data;
  AsySession *session = loading->session;
  AsyFamilyFile *file = loading->file;
  const gint64 id = loading->family_id;
  AsyCase *current;

  file->family = asy_repo_load (session, ASY_TYPE_FAMILY, id, error);
  if (file->family == NULL || !load_members (session, file, id, error) || !load_safety (session, file, id, error) ||
      !asy_kin_load (session, file, id, error) || !asy_person_names_load (session, file, id, error) ||
       !asy_person_merges_load (session, file, id, error))
    return FALSE;
  file->cases = asy_repo_list_by_id (session, ASY_TYPE_CASE, "WHERE t.family_id = :id ORDER BY t.notice_on DESC, t.id DESC", id,
                                     error);
  if (file->cases == NULL)
    return FALSE;
  if (!load_visits (loading, error) || !load_seen (session, file, id, error))
    return FALSE;
  file->letters = asy_repo_list_by_id (session, ASY_TYPE_LETTER, "WHERE t.family_id = :id ORDER BY t.made_on DESC, t.id DESC", id,
                                       error);
  if (file->letters == NULL || !load_involvements (session, file, id, error))
    return FALSE;
  current = choose_case (loading);
  if (current == NULL)
    {
      leave_case_empty (file);
      return TRUE;
    }
  file->current = g_object_ref (current);
  return load_case (session, file, error);
}

static gboolean
note_access (AsySession *session, gpointer user_data, GError **error)
{
  const gint64 id = *(gint64 *) user_data;

  return asy_audit_write (session, "open", "family", id, id, NULL, error);
}

AsyFamilyFile *
asy_family_file_load_case (AsySession *session, gint64 family_id, gint64 case_id, GError **error)
{
  g_autoptr (AsyFamilyFile) file = asy_family_file_new ();
  Loading loading = { session, file, family_id, case_id };

  g_return_val_if_fail (case_id != 0, NULL);

  file->loaded_on = asy_session_get_today (session);
  if (!asy_db_read_transaction (asy_session_get_db (session), load_file, &loading, error))
    return NULL;
  return g_steal_pointer (&file);
}

AsyFamilyFile *
asy_family_file_load (AsySession *session, gint64 family_id, gboolean note, GError **error)
{
  g_autoptr (AsyFamilyFile) file = asy_family_file_new ();
  Loading loading = { session, file, family_id, 0 };

  file->loaded_on = asy_session_get_today (session);
  if (!asy_db_read_transaction (asy_session_get_db (session), load_file, &loading, error))
    return NULL;
  if (note && !asy_db_is_read_only (asy_session_get_db (session)) &&
      !asy_session_transaction (session, note_access, &family_id, error))
    return NULL;
  return g_steal_pointer (&file);
}
