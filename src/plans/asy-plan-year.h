/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"
#include "store/asy-due.h"
#include "store/asy-visits.h"

G_BEGIN_DECLS

/*
 * The year of a plan as lanes of time: its goals, the tasks of one of them,
 * visits, and the days by which something is due.
 */

typedef enum {
  ASY_YEAR_LANE_GOAL,
  ASY_YEAR_LANE_TASK,
  ASY_YEAR_LANE_VISITS,
  ASY_YEAR_LANE_TERMS,
} AsyYearLaneKind;

typedef enum {
  ASY_YEAR_MARK_HELD,           /* a visit that took place */
  ASY_YEAR_MARK_MISSED,
  ASY_YEAR_MARK_PLANNED,
  ASY_YEAR_MARK_ASSESSMENT,
  ASY_YEAR_MARK_COURT,          /* a hearing or a term of the court */
  ASY_YEAR_MARK_TERM,           /* the plan's end, its review and other terms */
  ASY_YEAR_N_MARKS,
} AsyYearMarkKind;

typedef struct {
  AsyYearMarkKind kind;
  AsyDay day;
  gboolean is_open;             /* still to be done */
  gboolean is_late;
  char *text;                   /* nullable: beside the mark */
} AsyYearMark;

typedef struct {
  AsyYearLaneKind kind;
  gint64 id;                    /* of the goal or the task; 0 otherwise */
  char *title;
  char *note;                   /* nullable: at the end of the bar */
  AsyDay from;                  /* of the bar; none: no bar */
  AsyDay until;
  gboolean is_agreed;
  gboolean is_chosen;
  gboolean is_done;
  gboolean is_late;
  GPtrArray *marks;             /* AsyYearMark by day; empty for goals and tasks */
} AsyYearLane;

void asy_year_lane_free (AsyYearLane *lane);

/** Whether both look the same. */
gboolean asy_year_lane_equal (const AsyYearLane *one, const AsyYearLane *other);

/** What a year holds beside the plan: read in the store's worker. */
typedef struct {
  int year;
  GArray *visits;               /* AsyVisitDay */
  GPtrArray *due;               /* AsyDueEntry of the family, all that is open */
} AsyYearEvents;

void asy_year_events_free (AsyYearEvents *events);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyYearEvents, asy_year_events_free)

typedef struct {
  gint64 family_id;
  gint64 case_id;
  int year;
  AsyDay today;
  const AsyRules *rules;        /* borrowed from the context, which outlives its requests */
} AsyYearRequest;

/** Request: an AsyYearRequest. Result: AsyYearEvents. */
gpointer asy_year_events_job (AsySession *session, gpointer request, GError **error);

/**
 * asy_plan_year_list_lanes:
 * @file: a family with a plan
 * @events: (nullable): until they have been read
 * @goal_id: the goal whose tasks are shown too; 0 for none
 *
 * A goal without days of its own lasts as long as the plan; one that was never
 * agreed is so marked. Pure. (transfer full) (element-type AsyYearLane)
 */
GPtrArray *asy_plan_year_list_lanes (AsyFamilyFile *file, const AsyYearEvents *events, gint64 goal_id, AsyDay today);

/** The year to begin with: that of @today while the plan lasts, or the nearest of the plan's. */
int asy_plan_year_choose (AsyPlan *plan, AsyDay today);

/** A sentence of the lane for those who do not see it. (transfer full) */
char *asy_year_lane_dup_name (const AsyYearLane *lane, int year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
