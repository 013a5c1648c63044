/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-visit-rule.h"
#include "model/asy-visit.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * Visits that repeat. A rule is followed once, when it is planned: every visit
 * that it gives is a visit of its own, which is moved, recorded and counted
 * like any other and knows its series and the day that the rule gave it.
 */

/** One day that a rule gives. */
typedef struct {
  AsyDay rule_day;
  AsyDay day;                   /* where the visit goes; %ASY_DAY_NONE: left out */
  gboolean is_off;              /* @rule_day is a day off */
  guint n_conflicts;            /* in the way on @day, the day off apart */
} AsySeriesDate;

/** Which visits of a series a change means. Recorded ones never change. */
typedef enum {
  ASY_SERIES_THIS,
  ASY_SERIES_LATER,             /* this one and those whose day in the rule is later */
  ASY_SERIES_ALL,
} AsySeriesScope;

/**
 * asy_visit_series_preview:
 * @visit: the first one; its day is the first that the rule may give
 *
 * What a rule would plan. Errors: %ASY_STORE_ERROR_INVALID for a rule that
 * cannot be followed. (transfer full) (element-type AsySeriesDate)
 */
GArray *asy_visit_series_preview (AsySession *session, AsyVisit *visit, const AsyVisitRule *rule, AsyVisitOff off,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_visit_series_plan:
 *
 * Plans them all in one transaction, or none. The word of why (`clash_note`)
 * stays with those that something is in the way of. Errors as for
 * asy_visit_plan() and asy_visit_series_preview(); %ASY_STORE_ERROR_INVALID
 * also when every day is left out.
 */
gboolean asy_visit_series_plan (AsySession *session, AsyVisit *visit, const AsyVisitRule *rule, AsyVisitOff off, guint *ret_n_visits,
                                GError **error);

/** Planned visits of the series of @visit in @scope, by day. (transfer full) (element-type AsyVisit) */
GPtrArray *asy_visit_series_list (AsySession *session, AsyVisit *visit, AsySeriesScope scope, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_visit_series_change:
 * @changed: a saved planned visit with its new values
 *
 * Gives the others of @scope the same assistant, times, kind, place and
 * purpose, and moves their days by as many as @changed was moved. All or none.
 */
gboolean asy_visit_series_change (AsySession *session, AsyVisit *changed, AsySeriesScope scope, guint *ret_n_visits, GError **error);

/**
 * asy_visit_series_delete:
 * @visit: a planned one, of a series or not (then only it goes)
 *
 * (transfer full) (element-type AsyVisit): what was deleted, for asy_visits_restore()
 */
GPtrArray *asy_visit_series_delete (AsySession *session, AsyVisit *visit, AsySeriesScope scope, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Plans visits anew that were deleted; all or none. */
gboolean asy_visits_restore (AsySession *session, GPtrArray *visits, GError **error);

G_END_DECLS
