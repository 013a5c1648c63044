/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "law/asy-visit-clash.h"
#include "store/asy-repo.h"
#include "store/asy-visits-private.h"
#include "store/asy-visits.h"
#include "store/asy-work-time.h"

/* Work of the same assistant from the day before to the day after, and of others with the family. */
static GPtrArray *
list_neighbours (AsySession *session, AsyVisit *candidate, GError **error)
{
  g_autoptr (AsyStmt) stmt = _asy_visits_prepare_entries (session,
                                                          "WHERE ((t.worker_id = :worker AND t.day BETWEEN :before AND :after)"
                                                          " OR (t.family_id = :family AND t.day = :day))"
                                                          " AND t.state <> 'missed' AND t.id <> :id ORDER BY t.day, t.start_minute, t.id",
                                                          error);

  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":worker", asy_visit_get_worker_id (candidate));
  asy_stmt_bind_ref (stmt, ":family", asy_visit_get_family_id (candidate));
  asy_stmt_bind_day (stmt, ":day", asy_visit_get_day (candidate));
  asy_stmt_bind_day (stmt, ":before", asy_visit_get_day (candidate) - 1);
  asy_stmt_bind_day (stmt, ":after", asy_visit_get_day (candidate) + 1);
  asy_stmt_bind_int (stmt, ":id", asy_record_get_id (ASY_RECORD (candidate)));
  return _asy_visits_read_entries (session, stmt, 0, error);
}

static AsyVisitEntry *
take_entry (GPtrArray *entries, gint64 id)
{
  for (guint i = 0; i < entries->len && id != 0; i++)
    {
      AsyVisitEntry *entry = g_ptr_array_index (entries, i);

      /* Entries that are taken out leave a gap, which is freed as NULL. */
      if (entry != NULL && asy_record_get_id (ASY_RECORD (entry->visit)) == id)
        return g_steal_pointer (&g_ptr_array_index (entries, i));
    }
  return NULL;
}

static AsyVisitConflict *
make_conflict (const AsyClash *clash, GPtrArray *entries, const AsyWorkTime *time, AsyDay day)
{
  static const AsyVisitConflictKind kinds[] = {
    [ASY_CLASH_OVERLAP] = ASY_VISIT_CONFLICT_WORKER, [ASY_CLASH_ABSENCE] = ASY_VISIT_CONFLICT_ABSENCE,
    [ASY_CLASH_FAMILY] = ASY_VISIT_CONFLICT_FAMILY,  [ASY_CLASH_TRAVEL] = ASY_VISIT_CONFLICT_TRAVEL,
    [ASY_CLASH_REST] = ASY_VISIT_CONFLICT_REST,      [ASY_CLASH_DAY_OFF] = ASY_VISIT_CONFLICT_DAY_OFF,
    [ASY_CLASH_HOURS] = ASY_VISIT_CONFLICT_HOURS,
  };
  AsyVisitConflict *conflict = g_new0 (AsyVisitConflict, 1);

  conflict->kind = kinds[clash->kind];
  conflict->other = take_entry (entries, clash->other_id);
  conflict->missing_minutes = clash->missing_minutes;
  if (clash->kind == ASY_CLASH_ABSENCE)
    conflict->absence = g_object_ref (asy_work_time_find_absence (time, day));
  if (clash->kind == ASY_CLASH_HOURS)
    (void) asy_work_time_get_hours (time, day, &conflict->hours_start, &conflict->hours_end);
  return conflict;
}

static GPtrArray *
compare (AsyVisit *candidate, GPtrArray *entries, const AsyWorkTime *time, AsyWorker *worker)
{
  const AsyClashSlot own = asy_visit_get_clash_slot (candidate, asy_visit_get_two_persons (candidate));
  GPtrArray *conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_visit_conflict_free);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (AsyClashSlot));
  g_autoptr (GArray) clashes = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const AsyVisitEntry *entry = g_ptr_array_index (entries, i);
      const AsyClashSlot slot = asy_visit_get_clash_slot (entry->visit, entry->two_persons);

      g_array_append_val (slots, slot);
    }
  clashes = asy_clash_list (&(AsyClashFacts){ (const AsyClashSlot *) slots->data, slots->len, time, asy_clash_has_daily_rest (worker) }, &own);
  for (guint i = 0; i < clashes->len; i++)
    g_ptr_array_add (conflicts, make_conflict (&g_array_index (clashes, AsyClash, i), entries, time, own.day));
  return conflicts;
}

GPtrArray *
asy_visits_find_conflicts (AsySession *session, AsyVisit *candidate, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (AsyWorkTime) time = NULL;
  g_autoptr (AsyWorker) worker = NULL;
  gint64 worker_id;
  AsyDay day;

  g_return_val_if_fail (ASY_IS_VISIT (candidate), NULL);

  worker_id = asy_visit_get_worker_id (candidate);
  day = asy_visit_get_day (candidate);
  worker = asy_repo_load (session, ASY_TYPE_WORKER, worker_id, error);
  if (worker != NULL)
    time = asy_work_time_load (session, worker_id, day, day, error);
  if (time != NULL)
    entries = list_neighbours (session, candidate, error);
  return entries != NULL ? compare (candidate, entries, time, worker) : NULL;
}
