/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-visit-file.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * Visits and other work of assistants. "A visit" in counts is a contact of the
 * group `visit` in the office's list of contacts (ASY_DICT_CONTACT).
 */

/** @worker_id 0: all assistants. Days included; by assistant, day and start. (transfer full) (element-type AsyVisitEntry) */
GPtrArray *asy_visits_list (AsySession *session, gint64 worker_id, AsyDay from, AsyDay until, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_visits_list_for_family:
 * @older_than: (nullable): the last visit of the page before
 *
 * Newest first, at most @limit. (transfer full) (element-type AsyVisitEntry)
 */
GPtrArray *asy_visits_list_for_family (AsySession *session, gint64 family_id, AsyVisit *older_than, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** One visit as the lists show it; %ASY_STORE_ERROR_NOT_FOUND when there is none. (transfer full) */
AsyVisitEntry *asy_visit_entry_load (AsySession *session, gint64 visit_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

AsyVisitFile *asy_visit_file_load (AsySession *session, gint64 visit_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_visit_plan:
 *
 * Saves a planned visit, new or changed. Its case is found by its family and
 * day when none is set. Errors: %ASY_STORE_ERROR_INVALID with the field (no
 * length, past midnight, an unknown kind), %ASY_STORE_ERROR_MISSING (a kind of
 * contact that needs a family), %ASY_STORE_ERROR_UNAVAILABLE (the assistant is
 * suspended or not employed on that day), %ASY_STORE_ERROR_FROZEN (recorded
 * already).
 */
gboolean asy_visit_plan (AsySession *session, AsyVisit *visit, GError **error);

/**
 * asy_visit_move:
 * @worker_id: another assistant, or 0 for the same
 *
 * Moves or stretches a planned visit; @visit is brought up to date.
 */
gboolean asy_visit_move (AsySession *session, AsyVisit *visit, gint64 worker_id, AsyDay day, int start_minute,
                         int minutes, GError **error);

/**
 * asy_visit_record:
 * @file: state held with all that is known, or missed with a reason
 *
 * Records a visit, planned before or not, or corrects the record; the sets are
 * replaced. Errors as for asy_visit_plan(), and %ASY_STORE_ERROR_INVALID for a
 * day to come or a person who does not belong to the family,
 * %ASY_STORE_ERROR_MISSING for a missed visit without a reason or a danger
 * without a note.
 */
gboolean asy_visit_record (AsySession *session, AsyVisitFile *file, GError **error);

/** Only a planned one; %ASY_STORE_ERROR_FROZEN otherwise. */
gboolean asy_visit_delete (AsySession *session, AsyVisit *visit, GError **error);

/**
 * asy_visits_find_conflicts:
 * @candidate: saved or not; only its assistant, family, day, times and travel count
 *
 * What stands in the way of a visit at that time. Conflicts are shown, not
 * refused. (transfer full) (element-type AsyVisitConflict)
 */
GPtrArray *asy_visits_find_conflicts (AsySession *session, AsyVisit *candidate, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_visits_count_month:
 * @worker_id: 0 for all
 * @month: any day of it
 *
 * Families at work on a day of the month (with the month's last assistant), by
 * name, each with its visits and the number agreed on: its own, or the
 * office's, or that of the rules. (transfer full) (element-type AsyFamilyVisits)
 */
GPtrArray *asy_visits_count_month (AsySession *session, gint64 worker_id, AsyDay month, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Families at work today, and not suspended, without a visit planned for today or later; @worker_id 0: all. (transfer full) (element-type AsyFamilyVisits) */
GPtrArray *asy_visits_list_unplanned (AsySession *session, gint64 worker_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  int held;
  int missed;
  int minutes;                  /* of those held */
  int at_home;                  /* of those held */
  AsyDay first_on;              /* of those held */
  AsyDay last_on;
} AsyVisitTotals;

/** Visits of one case in a period, days included; %ASY_DAY_NONE leaves an end open. */
gboolean asy_visits_sum (AsySession *session, gint64 case_id, AsyDay from, AsyDay until, AsyVisitTotals *ret_totals, GError **error);

/** A visit as a point in time. */
typedef struct {
  gint64 id;
  AsyDay day;
  AsyVisitState state;
} AsyVisitDay;

/** Visits of one case in a period, days included, by day. (transfer full) (element-type AsyVisitDay) */
GArray *asy_visits_list_days (AsySession *session, gint64 case_id, AsyDay from, AsyDay until, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** The week that begins on @monday, for the calendar and for paper. */
AsyWeek *asy_week_load (AsySession *session, gint64 worker_id, AsyDay monday, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
