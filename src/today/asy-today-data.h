/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-course.h"
#include "store/asy-due.h"
#include "store/asy-visits.h"
#include "store/asy-workers.h"

G_BEGIN_DECLS

/** How far ahead the page looks. */
#define ASY_TODAY_HORIZON_DAYS 30

/**
 * AsyTodayData:
 *
 * What the page shows of one day, for one assistant or the whole office.
 */
typedef struct {
  AsyDay today;
  AsyDay sunday;                /* last day of this week */
  GPtrArray *due;               /* AsyDueEntry, most urgent first */
  GPtrArray *interventions;     /* AsyInterventionEntry that are open; what is due of them is not in @due */
  guint n_untold;               /* of them: nobody was told yet */
  guint n_late;                 /* the first entries of due */
  guint n_week;                 /* the next ones, until Sunday */
  GPtrArray *visits;            /* AsyVisitEntry of today, by start */
  GPtrArray *workers;           /* AsyWorker in work, by name */
  GPtrArray *caseloads;         /* AsyCaseload, fullest first */
  guint n_families;             /* at work with the team */
  guint n_without_visit;
  guint n_without_plan;
  guint n_waiting;              /* motions and orders without an assistant */
  GPtrArray *waiting;           /* AsyWaitingEntry: on the waiting list, longest first */
} AsyTodayData;

typedef struct {
  gint64 worker_id;             /* 0: everybody */
} AsyTodayRequest;

/** An #AsyStoreJob: request is an #AsyTodayRequest, the result an #AsyTodayData. */
gpointer asy_today_data_job (AsySession *session, gpointer request, GError **error);

void asy_today_data_free (AsyTodayData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyTodayData, asy_today_data_free)

G_END_DECLS
