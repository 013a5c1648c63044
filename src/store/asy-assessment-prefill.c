/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "base/asy-text.h"
#include "model/asy-family-file.h"
#include "store/asy-assessment-texts-private.h"
#include "store/asy-assessments.h"
#include "store/asy-change-private.h"
#include "store/asy-repo.h"
#include "store/asy-visits.h"

/* A new assessment with what the register knows already. The words are Polish:
 * they go to paper. */

typedef struct {
  AsySession *session;
  AsyCase *case_file;
  AsyAssessmentFile *file;
} Prefill;

static gint64
case_id_of (Prefill *prefill)
{
  return asy_record_get_id (ASY_RECORD (prefill->case_file));
}

static gboolean
check_none_unfinished (Prefill *prefill, GError **error)
{
  gint64 n_unfinished;

  if (!_asy_change_fetch (prefill->session, "SELECT count(*) FROM assessment WHERE case_file_id = :id AND final = 0",
                          case_id_of (prefill), &n_unfinished, error))
    return FALSE;
  if (n_unfinished == 0)
    return TRUE;
  asy_store_set_error (error, ASY_STORE_ERROR_OVERLAP, "an assessment of the case is unfinished");
  return FALSE;
}

static gboolean
fetch_day (Prefill *prefill, const char *sql, AsyDay *ret_day, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (prefill->session), sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", case_id_of (prefill));
  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  *ret_day = has_row ? asy_stmt_column_day (stmt, 0) : ASY_DAY_NONE;
  return TRUE;
}

/* The closing one ends with the work. */
static AsyDay
last_day_of (Prefill *prefill)
{
  const AsyDay today = asy_session_get_today (prefill->session);
  const AsyDay ended_on = asy_case_get_ended_on (prefill->case_file);

  return ended_on != ASY_DAY_NONE ? MIN (ended_on, today) : today;
}

/* From the day after the last assessment; the first one counts from the assignment. */
static gboolean
fill_period (Prefill *prefill, GError **error)
{
  AsyAssessment *assessment = prefill->file->assessment;
  AsyDay until = last_day_of (prefill);
  AsyDay last, assigned;
  AsyDay from = asy_case_get_notice_on (prefill->case_file);

  if (!fetch_day (prefill, "SELECT max(until_day) FROM assessment WHERE case_file_id = :id", &last, error) ||
      !fetch_day (prefill, "SELECT min(from_day) FROM assignment WHERE case_file_id = :id", &assigned, error))
    return FALSE;
  if (last != ASY_DAY_NONE)
    from = last + 1;
  else if (assigned != ASY_DAY_NONE)
    from = assigned;
  /* The last one went beyond the end of the work. */
  if (from > until)
    until = asy_session_get_today (prefill->session);
  asy_assessment_set_from_day (assessment, MIN (from, until));
  asy_assessment_set_until_day (assessment, until);
  return TRUE;
}

static gboolean
fill_numbers (Prefill *prefill, GError **error)
{
  AsyAssessment *assessment = prefill->file->assessment;
  AsyVisitTotals totals;
  gint64 last, worker_id;

  if (!_asy_change_fetch (prefill->session, "SELECT max(number) FROM assessment WHERE case_file_id = :id", case_id_of (prefill),
                          &last, error) ||
      !_asy_change_fetch (prefill->session,
                          "SELECT worker_id FROM assignment WHERE case_file_id = :id ORDER BY from_day DESC, id DESC LIMIT 1",
                          case_id_of (prefill), &worker_id, error) ||
      !asy_visits_sum (prefill->session, case_id_of (prefill), asy_assessment_get_from_day (assessment),
                       asy_assessment_get_until_day (assessment), &totals, error))
    return FALSE;
  asy_assessment_set_case_file_id (assessment, case_id_of (prefill));
  asy_assessment_set_number (assessment, last + 1);
  asy_assessment_set_worker_id (assessment, worker_id);
  asy_assessment_set_visits_held (assessment, totals.held);
  asy_assessment_set_visits_missed (assessment, totals.missed);
  asy_assessment_set_visit_minutes (assessment, totals.minutes);
  return TRUE;
}

/* Goals: of the version that the family agreed to last. */

static gboolean
fill_goals (Prefill *prefill, GError **error)
{
  AsyAssessmentFile *file = prefill->file;
  GPtrArray *goals;

  goals = asy_repo_list_by_id (prefill->session, ASY_TYPE_GOAL,
                               "WHERE t.plan_id = (SELECT p.id FROM plan p WHERE p.case_file_id = :id"
                               " AND p.agreed_on IS NOT NULL ORDER BY p.number DESC, p.version DESC LIMIT 1)"
                               " ORDER BY t.position, t.id",
                               case_id_of (prefill), error);
  if (goals == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (file->plan_goals, goals);
  for (guint i = 0; i < file->plan_goals->len; i++)
    {
      AsyGoal *goal = g_ptr_array_index (file->plan_goals, i);
      AsyAssessmentGoal *line = asy_assessment_goal_new ();

      asy_assessment_goal_set_goal_id (line, asy_record_get_id (ASY_RECORD (goal)));
      /* The two scales are one. */
      asy_assessment_goal_set_degree (line, asy_goal_get_status (goal));
      asy_assessment_goal_set_effect (line, asy_goal_get_status_note (goal));
      g_ptr_array_add (file->goals, line);
    }
  return TRUE;
}

/* Areas: those of earlier assessments and of the plan; for a first assessment
 * without a plan, all that the office works in. */

typedef struct {
  int at_start;
  int before;
  char *start_note;             /* nullable, as the next */
  char *before_note;
} History;

static void
history_free (gpointer data)
{
  History *history = data;

  g_free (history->start_note);
  g_free (history->before_note);
  g_free (history);
}

/* A row: area, level at the start, now, its reason, the reason at the start. Where the first assessment says nothing of
 * the start, what it says of itself counts. */
static void
take_history (GHashTable *histories, AsyStmt *stmt)
{
  const char *area = asy_stmt_column_text (stmt, 0);
  History *history = g_hash_table_lookup (histories, area);

  if (history == NULL)
    {
      const gboolean has_start = asy_stmt_column_int (stmt, 1) != ASY_ASSESSMENT_UNKNOWN;

      history = g_new0 (History, 1);
      history->at_start = (int) asy_stmt_column_int (stmt, has_start ? 1 : 2);
      history->start_note = asy_stmt_column_dup_text (stmt, has_start ? 4 : 3);
      g_hash_table_insert (histories, g_strdup (area), history);
    }
  history->before = (int) asy_stmt_column_int (stmt, 2);
  g_free (history->before_note);
  history->before_note = asy_stmt_column_dup_text (stmt, 3);
}

static gboolean
read_histories (Prefill *prefill, GHashTable *histories, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (prefill->session),
                         "SELECT r.area, r.at_start, r.now, r.note, r.start_note FROM assessment_area r JOIN assessment a ON a.id = r.assessment_id"
                         " WHERE a.case_file_id = :id AND a.final = 1 ORDER BY a.until_day, a.id",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", case_id_of (prefill));
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      take_history (histories, stmt);
    }
}

static void
add_plan_areas (Prefill *prefill, GHashTable *histories)
{
  GPtrArray *goals = prefill->file->plan_goals;

  for (guint i = 0; i < goals->len; i++)
    {
      const char *area = asy_goal_get_area (g_ptr_array_index (goals, i));

      if (!g_hash_table_contains (histories, area))
        {
          History unknown = { ASY_ASSESSMENT_UNKNOWN, ASY_ASSESSMENT_UNKNOWN, NULL, NULL };

          g_hash_table_insert (histories, g_strdup (area), g_memdup2 (&unknown, sizeof unknown));
        }
    }
}

static void
add_area (Prefill *prefill, const char *code, const History *history)
{
  AsyAssessmentArea *area = asy_assessment_area_new ();

  asy_assessment_area_set_area (area, code);
  asy_assessment_area_set_at_start (area, history != NULL ? history->at_start : ASY_ASSESSMENT_UNKNOWN);
  asy_assessment_area_set_before (area, history != NULL ? history->before : ASY_ASSESSMENT_UNKNOWN);
  asy_assessment_area_set_now (area, ASY_ASSESSMENT_UNKNOWN);
  asy_assessment_area_set_start_note (area, history != NULL ? history->start_note : NULL);
  asy_assessment_area_set_before_note (area, history != NULL ? history->before_note : NULL);
  g_ptr_array_add (prefill->file->areas, area);
}

static gboolean
fill_areas (Prefill *prefill, GError **error)
{
  g_autoptr (GHashTable) histories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, history_free);
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  if (!read_histories (prefill, histories, error))
    return FALSE;
  add_plan_areas (prefill, histories);
  stmt = asy_db_prepare (asy_session_get_db (prefill->session),
                         "SELECT code, retired FROM dictionary WHERE kind = 'work-area' ORDER BY position, code", error);
  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      const char *code;
      const History *history;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      code = asy_stmt_column_text (stmt, 0);
      history = g_hash_table_lookup (histories, code);
      if (history != NULL || (g_hash_table_size (histories) == 0 && asy_stmt_column_int (stmt, 1) == 0))
        add_area (prefill, code, history);
    }
}

/* People. */

static gboolean
read_label (AsySession *session, const char *kind, const char *code, char **ret_label, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session), "SELECT label FROM dictionary WHERE kind = :kind AND code = :code", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":kind", kind);
  asy_stmt_bind_text (stmt, ":code", code);
  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  *ret_label = has_row ? asy_stmt_column_dup_text (stmt, 0) : g_strdup (code);
  return TRUE;
}

static gboolean
is_in_period (AsyAssessment *assessment, AsyDay day)
{
  return day != ASY_DAY_NONE && day >= asy_assessment_get_from_day (assessment) &&
         day <= asy_assessment_get_until_day (assessment);
}

static void
add_line (GString *text, const char *name, const char *what, AsyDay day)
{
  g_autofree char *date = asy_text_table_date (day);

  g_string_append_printf (text, "%s%s " ASY_TEXT_EN_DASH " %s %s", text->len > 0 ? "\n" : "", name, what, date);
}

/* Who came, who left, whose place of stay changed: names stand in the nominative. */
static void
note_changes (Prefill *prefill, const AsyMemberEntry *entry, const char *whereabouts, GString *changes)
{
  AsyAssessment *assessment = prefill->file->assessment;
  g_autofree char *name = asy_person_dup_full_name (entry->person);

  if (is_in_period (assessment, asy_member_get_joined_on (entry->member)))
    add_line (changes, name, "w rodzinie od", asy_member_get_joined_on (entry->member));
  if (is_in_period (assessment, asy_member_get_left_on (entry->member)))
    add_line (changes, name, "poza rodziną od", asy_member_get_left_on (entry->member));
  if (whereabouts != NULL && is_in_period (assessment, asy_member_get_whereabouts_since (entry->member)))
    {
      g_autofree char *what = g_strdup_printf ("%s od", whereabouts);

      add_line (changes, name, what, asy_member_get_whereabouts_since (entry->member));
    }
}

static gboolean
is_assessed (Prefill *prefill, const AsyMemberEntry *entry)
{
  AsyAssessment *assessment = prefill->file->assessment;
  const AsyDay left_on = asy_member_get_left_on (entry->member);

  return asy_member_get_covered (entry->member) &&
         (left_on == ASY_DAY_NONE || left_on >= asy_assessment_get_from_day (assessment)) &&
         asy_member_entry_is_child (entry, asy_assessment_get_until_day (assessment));
}

static void
add_child (Prefill *prefill, const AsyMemberEntry *entry, const char *whereabouts)
{
  AsyAssessmentChild *child = asy_assessment_child_new ();

  asy_assessment_child_set_person_id (child, asy_member_get_person_id (entry->member));
  asy_assessment_child_set_school (child, asy_member_get_school (entry->member));
  asy_assessment_child_set_whereabouts (child, whereabouts);
  g_ptr_array_add (prefill->file->children, child);
  g_ptr_array_add (prefill->file->persons, g_object_ref (entry->person));
  g_ptr_array_add (prefill->file->members, g_object_ref (entry->member));
}

static gboolean
fill_person (Prefill *prefill, const AsyMemberEntry *entry, GString *changes, GError **error)
{
  g_autofree char *whereabouts = NULL;

  if (asy_member_get_whereabouts (entry->member) != NULL &&
      !read_label (prefill->session, "whereabouts", asy_member_get_whereabouts (entry->member), &whereabouts, error))
    return FALSE;
  note_changes (prefill, entry, whereabouts, changes);
  if (is_assessed (prefill, entry))
    add_child (prefill, entry, whereabouts);
  return TRUE;
}

static AsyPerson *
find_person (GPtrArray *persons, gint64 id)
{
  for (guint i = 0; i < persons->len; i++)
    if (asy_record_get_id (g_ptr_array_index (persons, i)) == id)
      return g_ptr_array_index (persons, i);
  return NULL;
}

static gboolean
fill_people (Prefill *prefill, GError **error)
{
  const gint64 family_id = asy_case_get_family_id (prefill->case_file);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);

  members = asy_repo_list_by_id (prefill->session, ASY_TYPE_MEMBER, "WHERE t.family_id = :id ORDER BY t.position, t.id",
                                 family_id, error);
  if (members == NULL)
    return FALSE;
  persons = asy_repo_list_by_id (prefill->session, ASY_TYPE_PERSON,
                                 "WHERE t.id IN (SELECT person_id FROM member WHERE family_id = :id)", family_id, error);
  if (persons == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      AsyMemberEntry entry = { g_ptr_array_index (members, i), NULL };

      entry.person = find_person (persons, asy_member_get_person_id (entry.member));
      if (!fill_person (prefill, &entry, changes, error))
        return FALSE;
    }
  asy_assessment_set_changes (prefill->file->assessment, changes->str);
  return TRUE;
}

/* The whole work in figures, which the closing assessment sums up. */

static char *
dup_goals (GPtrArray *goals)
{
  guint n_done = 0;

  for (guint i = 0; i < goals->len; i++)
    n_done += asy_goal_get_status (goals->pdata[i]) == ASY_GOAL_STATUS_DONE;
  if (goals->len == 0)
    return g_strdup ("Planu pracy z rodziną nie uzgodniono.");
  return g_strdup_printf ("Zrealizowano %u z %u %s planu.", n_done, goals->len, asy_text_plural (goals->len, "celu", "celów", "celów"));
}

static char *
dup_work (AsyDay from, AsyDay until, const AsyVisitTotals *totals)
{
  const int months = asy_day_get_age_months (from, until);
  g_autofree char *first = asy_text_table_date (from);
  g_autofree char *last = asy_text_table_date (until);

  return g_strdup_printf ("Praca z rodziną trwała od %s do %s (%d %s), odbyto %d %s.", first, last, months,
                          asy_text_plural (months, "miesiąc", "miesiące", "miesięcy"), totals->held,
                          asy_text_plural (totals->held, "wizytę", "wizyty", "wizyt"));
}

static gboolean
fill_closing (Prefill *prefill, GError **error)
{
  AsyAssessment *assessment = prefill->file->assessment;
  const AsyDay until = asy_assessment_get_until_day (assessment);
  g_autofree char *goals = dup_goals (prefill->file->plan_goals);
  g_autofree char *reason = NULL;
  g_autofree char *work = NULL;
  g_autofree char *note = NULL;
  AsyVisitTotals totals;
  AsyDay assigned;

  if (!fetch_day (prefill, "SELECT min(from_day) FROM assignment WHERE case_file_id = :id", &assigned, error) ||
      !asy_visits_sum (prefill->session, case_id_of (prefill), ASY_DAY_NONE, until, &totals, error))
    return FALSE;
  if (asy_case_get_end_reason (prefill->case_file) != NULL &&
      !read_label (prefill->session, "end-reason", asy_case_get_end_reason (prefill->case_file), &reason, error))
    return FALSE;
  work = assigned != ASY_DAY_NONE && assigned <= until ? dup_work (assigned, until, &totals) : g_strdup ("Praca się nie rozpoczęła.");
  note = reason != NULL ? g_strdup_printf ("%s\n%s\nPowód zakończenia: %s.", work, goals, reason) : g_strdup_printf ("%s\n%s", work, goals);
  asy_assessment_set_conclusion (assessment, ASY_ASSESSMENT_CONCLUSION_END);
  asy_assessment_set_conclusion_note (assessment, note);
  return TRUE;
}

typedef struct {
  Prefill prefill;
  gint64 case_id;
} Request;

static gboolean
fill (AsyDb *db, gpointer user_data, GError **error)
{
  Request *request = user_data;
  Prefill *prefill = &request->prefill;
  g_autoptr (AsyAssessment) assessment = asy_assessment_new ();

  prefill->case_file = asy_repo_load (prefill->session, ASY_TYPE_CASE, request->case_id, error);
  if (prefill->case_file == NULL)
    return FALSE;
  prefill->file = asy_assessment_file_new (assessment);
  asy_assessment_set_kind (assessment, (int) asy_assessment_kind_for (prefill->case_file));
  return check_none_unfinished (prefill, error) && fill_period (prefill, error) && fill_numbers (prefill, error) &&
         fill_goals (prefill, error) && fill_areas (prefill, error) && fill_people (prefill, error) &&
         _asy_assessment_fill_texts (prefill->session, asy_case_get_family_id (prefill->case_file), prefill->file->assessment, error) &&
         (asy_assessment_get_kind (assessment) != ASY_ASSESSMENT_KIND_CLOSING || fill_closing (prefill, error));
}

AsyAssessmentFile *
asy_assessment_prefill (AsySession *session, gint64 case_id, GError **error)
{
  Request request = { { session, NULL, NULL }, case_id };
  const gboolean ok = asy_db_read_transaction (asy_session_get_db (session), fill, &request, error);

  g_clear_object (&request.prefill.case_file);
  if (ok)
    return request.prefill.file;
  asy_assessment_file_free (request.prefill.file);
  return NULL;
}
