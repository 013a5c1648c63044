/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "law/asy-intervention-rules.h"
#include "law/asy-review-rules.h"
#include "store/asy-due.h"
#include "store/asy-facts.h"
#include "store/asy-interventions.h"

typedef struct {
  AsySession *session;
  const AsyRules *rules;
  AsyDay today;
  AsyDay until;
  gint64 worker_id;
  gint64 family_id;             /* 0: the whole office */
  GHashTable *families;         /* id → name */
  GHashTable *workers;
  GHashTable *at_work;          /* family id → worker id */
  GPtrArray *entries;
} Search;

void
asy_due_entry_free (AsyDueEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->family_name);
  g_free (entry->worker_name);
  g_free (entry->detail);
  g_free (entry);
}

/* @stmt is taken over, and @names, a table of id → name, grows by its rows. */
static gboolean
read_names (AsyStmt *stmt, GHashTable *names, GError **error)
{
  g_autoptr (AsyStmt) owned = stmt;
  gboolean has_row;

  if (owned == NULL)
    return FALSE;
  for (;;)
    {
      gint64 *id;

      if (!asy_stmt_step (owned, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      id = g_new (gint64, 1);
      *id = asy_stmt_column_int (owned, 0);
      g_hash_table_replace (names, id, asy_stmt_column_dup_text (owned, 1));
    }
}

/* (transfer none) (nullable) */
static AsyDueEntry *
add_entry (Search *search, const AsyDeadline *deadline, gint64 family_id, gint64 worker_id, gint64 record_id, const char *detail)
{
  AsyDueEntry *entry;

  if (deadline->due > search->until || (search->worker_id != 0 && worker_id != search->worker_id))
    return NULL;
  entry = g_new0 (AsyDueEntry, 1);
  entry->deadline = *deadline;
  entry->family_id = family_id;
  entry->worker_id = worker_id;
  entry->record_id = record_id;
  entry->detail = g_strdup (detail);
  g_ptr_array_add (search->entries, entry);
  return entry;
}

static void
add_facts (Search *search, const AsyCaseFacts *facts)
{
  g_autoptr (GArray) deadlines = g_array_new (FALSE, FALSE, sizeof (AsyDeadline));
  gint64 *family_id = g_new (gint64, 1);
  gint64 *worker_id = g_new (gint64, 1);

  *family_id = facts->family_id;
  *worker_id = facts->worker_id;
  g_hash_table_replace (search->at_work, family_id, worker_id);
  asy_deadlines_compute (facts, search->rules, search->today, deadlines);
  for (guint i = 0; i < deadlines->len; i++)
    {
      const AsyDeadline *deadline = &g_array_index (deadlines, AsyDeadline, i);
      AsyDueEntry *entry = add_entry (search, deadline, facts->family_id, facts->worker_id, 0, NULL);

      if (entry != NULL && deadline->kind == ASY_DEADLINE_ASSIGNMENT)
        entry->needs_consent = asy_step_before_assignment (facts) == ASY_STEP_CONSENT;
    }
}

static gboolean
collect_from_facts (Search *search, GError **error)
{
  g_autoptr (GArray) all = NULL;
  AsyCaseFacts facts;

  if (search->family_id != 0)
    {
      if (!asy_facts_load_for_family (search->session, search->family_id, search->today, &facts, error))
        return FALSE;
      if (facts.case_id != 0)
        add_facts (search, &facts);
      return TRUE;
    }
  all = asy_facts_list_open (search->session, search->today, error);
  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    add_facts (search, &g_array_index (all, AsyCaseFacts, i));
  return TRUE;
}

static gint64
worker_of (Search *search, gint64 family_id)
{
  const gint64 *worker_id = g_hash_table_lookup (search->at_work, &family_id);

  return worker_id != NULL ? *worker_id : 0;
}

/* A question over c, cases or what has a family as they have; of one family it is asked by the family's index, never of the whole office. */
static AsyStmt *
prepare (Search *search, const char *sql, GError **error)
{
  g_autofree char *whole = g_strconcat (sql, search->family_id != 0 ? " AND c.family_id = :family" : "", NULL);
  AsyStmt *stmt = asy_db_prepare (asy_session_get_db (search->session), whole, error);

  if (stmt != NULL && search->family_id != 0)
    asy_stmt_bind_int (stmt, ":family", search->family_id);
  return stmt;
}

#define REQUEST_IS_DUE "(r.answered_on IS NULL OR r.hearing_on >= :today)"

/* The term in the court's letter, and the hearing it prepares. */
static gboolean
collect_requests (Search *search, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = prepare (search,
                  "SELECT r.id, c.family_id, r.due_on, r.received_on, r.signature, r.hearing_on, r.answered_on"
                  " FROM court_request r JOIN case_file c ON c.id = r.case_file_id"
                  " WHERE " REQUEST_IS_DUE,
                  error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_day (stmt, ":today", search->today);
  for (;;)
    {
      AsyDeadline opinion = { .kind = ASY_DEADLINE_COURT_OPINION, .article = "art. 15 ust. 1 pkt 17 uwr", .is_statutory = TRUE };
      AsyDeadline hearing = { .kind = ASY_DEADLINE_HEARING, .article = "", .is_statutory = TRUE };
      gint64 family_id;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      family_id = asy_stmt_column_int (stmt, 1);
      opinion.due = asy_stmt_column_day (stmt, 2);
      opinion.base = asy_stmt_column_day (stmt, 3);
      hearing.due = asy_stmt_column_day (stmt, 5);
      if (asy_stmt_column_is_null (stmt, 6))
        add_entry (search, &opinion, family_id, worker_of (search, family_id), asy_stmt_column_int (stmt, 0),
                   asy_stmt_column_text (stmt, 4));
      if (hearing.due >= search->today && hearing.due != ASY_DAY_NONE)
        add_entry (search, &hearing, family_id, worker_of (search, family_id), asy_stmt_column_int (stmt, 0),
                   asy_stmt_column_text (stmt, 4));
    }
}

/* Tasks of plans in force that are past their last day. The joins are crossed to be walked in this order: few
 * cases are open, while the archive is full of tasks that nobody ended. */
static gboolean
collect_tasks (Search *search, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = prepare (search,
                  "SELECT t.id, c.family_id, t.until_day, t.what"
                  " FROM case_file c CROSS JOIN plan p CROSS JOIN goal g CROSS JOIN task t"
                  " WHERE c.closed_on IS NULL AND c.ended_on IS NULL"
                  " AND p.case_file_id = c.id AND p.agreed_on IS NOT NULL AND p.ended_on IS NULL"
                  " AND g.plan_id = p.id"
                  " AND t.goal_id = g.id AND t.until_day < :today AND t.done_on IS NULL"
                  " AND t.status IN ('planned', 'in-progress', 'partly')",
                  error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_day (stmt, ":today", search->today);
  for (;;)
    {
      AsyDeadline deadline = { .kind = ASY_DEADLINE_TASK, .article = "art. 15 ust. 3 uwr", .is_statutory = TRUE };
      gint64 family_id;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      family_id = asy_stmt_column_int (stmt, 1);
      deadline.due = asy_stmt_column_day (stmt, 2);
      deadline.base = deadline.due;
      add_entry (search, &deadline, family_id, worker_of (search, family_id), asy_stmt_column_int (stmt, 0),
                 asy_stmt_column_text (stmt, 3));
    }
}

/* Children of families at work who are in foster care; their number is small. */
static gboolean
collect_child_reviews (Search *search, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = prepare (search,
                  "SELECT c.id, c.family_id, p.birth_date, c.whereabouts_since, c.child_review_on,"
                  " p.given_name || ' ' || p.family_name"
                  " FROM dictionary d JOIN member c ON c.whereabouts = d.code JOIN person p ON p.id = c.person_id"
                  " WHERE d.kind = 'whereabouts' AND d.detail = 'care' AND c.left_on IS NULL AND p.died_on IS NULL"
                  " AND EXISTS (SELECT 1 FROM case_file f WHERE f.family_id = c.family_id AND f.closed_on IS NULL)",
                  error);
  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      AsyDeadline deadline;
      gint64 family_id;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      family_id = asy_stmt_column_int (stmt, 1);
      if (asy_deadline_child_review (asy_stmt_column_day (stmt, 2), asy_stmt_column_day (stmt, 3), asy_stmt_column_day (stmt, 4),
                                     search->rules, &deadline))
        add_entry (search, &deadline, family_id, worker_of (search, family_id), asy_stmt_column_int (stmt, 0),
                   asy_stmt_column_text (stmt, 5));
    }
}

/* Reads rows of family, base day and record, and adds what @count makes of each. */
static gboolean
add_counted (Search *search, AsyStmt *stmt, gboolean (*count) (AsyDay base, const AsyRules *rules, AsyDay today, AsyDeadline *ret_deadline),
             GError **error)
{
  gboolean has_row;

  while (asy_stmt_step (stmt, &has_row, error))
    {
      AsyDeadline deadline;
      gint64 family_id;

      if (!has_row)
        return TRUE;
      family_id = asy_stmt_column_int (stmt, 0);
      if (count (asy_stmt_column_day (stmt, 1), search->rules, search->today, &deadline))
        add_entry (search, &deadline, family_id, worker_of (search, family_id), asy_stmt_column_int (stmt, 2), NULL);
    }
  return FALSE;
}

/* Drafts of plans that nobody was consulted about: an index holds only those. */
static gboolean
collect_unconsulted (Search *search, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = prepare (search,
                  "SELECT c.family_id, p.drafted_on, p.id FROM plan p CROSS JOIN case_file c ON c.id = p.case_file_id"
                  " WHERE p.agreed_on IS NULL AND p.consulted_on IS NULL AND p.drafted_on IS NOT NULL"
                  " AND c.ended_on IS NULL AND c.closed_on IS NULL",
                  error);
  return stmt != NULL && add_counted (search, stmt, asy_deadline_plan_consultation, error);
}

/* Plans in force of families with a child in foster care, which are few, without a copy for the foster side. */
static gboolean
collect_unhanded (Search *search, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = prepare (search,
                  "SELECT DISTINCT c.family_id, p.agreed_on, p.id FROM dictionary d CROSS JOIN member c ON c.whereabouts = d.code"
                  " CROSS JOIN case_file f ON f.family_id = c.family_id CROSS JOIN plan p ON p.case_file_id = f.id"
                  " WHERE d.kind = 'whereabouts' AND d.detail = 'care' AND c.left_on IS NULL"
                  " AND f.ended_on IS NULL AND f.closed_on IS NULL AND p.agreed_on IS NOT NULL AND p.ended_on IS NULL"
                  " AND NOT EXISTS (SELECT 1 FROM plan_copy x WHERE x.plan_id = p.id AND x.recipient_kind = 'care')",
                  error);
  return stmt != NULL && add_counted (search, stmt, asy_deadline_plan_copy, error);
}

/* Threats to a child that nobody was told of. */
static gboolean
collect_interventions (Search *search, GError **error)
{
  g_autoptr (GPtrArray) open = asy_interventions_list_open (search->session, search->family_id, error);

  if (open == NULL)
    return FALSE;
  for (guint i = 0; i < open->len; i++)
    {
      AsyIntervention *intervention = g_ptr_array_index (open, i);
      const gint64 family_id = asy_intervention_get_family_id (intervention);
      AsyDeadline deadline;

      if (asy_intervention_get_deadline (intervention, &deadline))
        add_entry (search, &deadline, family_id, worker_of (search, family_id), asy_record_get_id (ASY_RECORD (intervention)), NULL);
    }
  return TRUE;
}

/* Reviews of the last month or quarter that is over, of cases that were at work in it and still are. */
static const char unreviewed_cases[] =
  "SELECT c.family_id, c.id FROM case_file c WHERE c.closed_on IS NULL AND c.ended_on IS NULL"
  " AND (c.suspended_from IS NULL OR c.suspended_from > :from OR c.suspended_until < :until)"
  " AND EXISTS (SELECT 1 FROM assignment a WHERE a.case_file_id = c.id AND a.from_day <= :until"
  " AND (a.until_day IS NULL OR a.until_day >= :from))"
  " AND NOT EXISTS (SELECT 1 FROM review r WHERE r.case_file_id = c.id AND r.kind = :kind AND r.from_day = :from AND r.final = 1)";

/* Of assistants there are few; of one family none is asked. */
static const char unreported_workers[] =
  "SELECT 0, w.id FROM worker w WHERE (w.employed_until IS NULL OR w.employed_until >= :today)"
  " AND EXISTS (SELECT 1 FROM assignment a WHERE a.worker_id = w.id AND a.from_day <= :until"
  " AND (a.until_day IS NULL OR a.until_day >= :from))"
  " AND NOT EXISTS (SELECT 1 FROM review r WHERE r.worker_id = w.id AND r.case_file_id IS NULL AND r.from_day = :from AND r.final = 1)";

static AsyStmt *
prepare_unreviewed (Search *search, AsyReviewKind kind, GError **error)
{
  const gboolean of_worker = kind == ASY_REVIEW_KIND_WORKER_MONTH;
  AsyStmt *stmt = of_worker ? asy_db_prepare (asy_session_get_db (search->session), unreported_workers, error)
                            : prepare (search, unreviewed_cases, error);
  AsyDay from, until;

  if (stmt == NULL)
    return NULL;
  asy_review_get_last_period (kind, search->today, &from, &until);
  asy_stmt_bind_day (stmt, ":from", from);
  asy_stmt_bind_day (stmt, ":until", until);
  if (of_worker)
    asy_stmt_bind_day (stmt, ":today", search->today);
  else
    asy_stmt_bind_text (stmt, ":kind", asy_review_kind_nicks[kind]);
  return stmt;
}

static gboolean
collect_reviews_of (Search *search, AsyReviewKind kind, GError **error)
{
  const gboolean of_worker = kind == ASY_REVIEW_KIND_WORKER_MONTH;
  g_autoptr (AsyStmt) stmt = NULL;
  AsyDeadline deadline;
  gboolean has_row;

  if (!asy_review_get_deadline (kind, search->today, search->rules, &deadline))
    return TRUE;
  stmt = prepare_unreviewed (search, kind, error);
  while (stmt != NULL && asy_stmt_step (stmt, &has_row, error))
    {
      gint64 family_id, id;

      if (!has_row)
        return TRUE;
      family_id = asy_stmt_column_int (stmt, 0);
      id = asy_stmt_column_int (stmt, 1);
      add_entry (search, &deadline, family_id, of_worker ? id : worker_of (search, family_id), id, NULL);
    }
  return FALSE;
}

/* Only of those that the office makes. */
static gboolean
collect_reviews (Search *search, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean wanted[ASY_REVIEW_KIND_WORKER_MONTH + 1];
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (search->session),
                         "SELECT quarterly_reviews, monthly_reviews, monthly_reports FROM office ORDER BY id LIMIT 1", error);
  if (stmt == NULL || !asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  for (int kind = 0; kind <= ASY_REVIEW_KIND_WORKER_MONTH; kind++)
    wanted[kind] = has_row && asy_stmt_column_int (stmt, kind) != 0;
  wanted[ASY_REVIEW_KIND_WORKER_MONTH] &= search->family_id == 0;
  for (int kind = 0; kind <= ASY_REVIEW_KIND_WORKER_MONTH; kind++)
    if (wanted[kind] && !collect_reviews_of (search, (AsyReviewKind) kind, error))
      return FALSE;
  return TRUE;
}

/* Whoever can have something due: with an open case, threatened whether they have a case or not, or asked after by
 * a court, which may happen when the case is closed. */
static gboolean
read_families (Search *search, GError **error)
{
  AsyStmt *requests = prepare (search,
                               "SELECT f.id, f.name FROM court_request r JOIN case_file c ON c.id = r.case_file_id"
                               " JOIN family f ON f.id = c.family_id WHERE " REQUEST_IS_DUE,
                               error);

  if (requests == NULL)
    return FALSE;
  asy_stmt_bind_day (requests, ":today", search->today);
  return read_names (requests, search->families, error) &&
         read_names (prepare (search, "SELECT f.id, f.name FROM case_file c JOIN family f ON f.id = c.family_id WHERE c.closed_on IS NULL",
                              error),
                     search->families, error) &&
         read_names (prepare (search, "SELECT f.id, f.name FROM intervention c JOIN family f ON f.id = c.family_id WHERE c.closed_on IS NULL",
                              error),
                     search->families, error);
}

static gboolean
name_entries (Search *search, GError **error)
{
  AsyDb *db = asy_session_get_db (search->session);

  if (search->entries->len == 0)
    return TRUE;
  if (!read_names (asy_db_prepare (db, "SELECT id, given_name || ' ' || family_name FROM worker", error), search->workers, error) ||
      !read_families (search, error))
    return FALSE;
  for (guint i = 0; i < search->entries->len; i++)
    {
      AsyDueEntry *entry = g_ptr_array_index (search->entries, i);

      entry->family_name = g_strdup (g_hash_table_lookup (search->families, &entry->family_id));
      entry->worker_name = g_strdup (g_hash_table_lookup (search->workers, &entry->worker_id));
    }
  return TRUE;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const AsyDueEntry *left = *(AsyDueEntry *const *) a;
  const AsyDueEntry *right = *(AsyDueEntry *const *) b;

  if (left->deadline.due != right->deadline.due)
    return left->deadline.due < right->deadline.due ? -1 : 1;
  if (left->deadline.is_statutory != right->deadline.is_statutory)
    return left->deadline.is_statutory ? -1 : 1;
  if (left->family_id != right->family_id)
    return left->family_id < right->family_id ? -1 : 1;
  return (int) left->deadline.kind - (int) right->deadline.kind;
}

static gboolean
collect (AsyDb *db, gpointer user_data, GError **error)
{
  Search *search = user_data;

  return collect_from_facts (search, error) && collect_requests (search, error) && collect_tasks (search, error) &&
         collect_child_reviews (search, error) && collect_interventions (search, error) && collect_unconsulted (search, error) &&
         collect_unhanded (search, error) && collect_reviews (search, error) && name_entries (search, error);
}

static GPtrArray *
run_search (Search *search, GError **error)
{
  gboolean ok;

  search->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_due_entry_free);
  search->at_work = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  search->families = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  search->workers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  ok = asy_db_read_transaction (asy_session_get_db (search->session), collect, search, error);
  g_clear_pointer (&search->at_work, g_hash_table_unref);
  g_clear_pointer (&search->families, g_hash_table_unref);
  g_clear_pointer (&search->workers, g_hash_table_unref);
  if (!ok)
    {
      g_ptr_array_unref (search->entries);
      return NULL;
    }
  g_ptr_array_sort (search->entries, compare_entries);
  return search->entries;
}

GPtrArray *
asy_due_list (AsySession *session, const AsyRules *rules, AsyDay today, AsyDay until, gint64 worker_id, GError **error)
{
  Search search = { .session = session, .rules = rules, .today = today, .until = until, .worker_id = worker_id };

  return run_search (&search, error);
}

GPtrArray *
asy_due_list_for_family (AsySession *session, const AsyRules *rules, AsyDay today, gint64 family_id, GError **error)
{
  Search search = { .session = session, .rules = rules, .today = today, .until = G_MAXUINT32, .family_id = family_id };

  return run_search (&search, error);
}
