/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-deadline.h"
#include "law/asy-stage.h"
#include "model/asy-visit-file.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/** How far the work of one family's assistant is, at a glance. */
typedef struct {
  gint64 family_id;
  char *family_name;
  AsyStage stage;
  double weight;                /* of the assignment (stopień trudności, art. 15 ust. 4) */
  gint64 plan_id;               /* 0: no plan yet; the version in force, or the draft when none is */
  AsyDay plan_agreed_on;        /* ASY_DAY_NONE: a draft */
  AsyDay plan_until;
  guint goals, goals_done;      /* without dropped ones, as below */
  guint tasks, tasks_done, tasks_late;
  AsyDay last_assessment_on;
  AsyDay assessment_due;        /* art. 15 ust. 1 pkt 15; ASY_DAY_NONE: not yet counted */
  AsyDeadline next;             /* the most urgent of all; kind none: nothing is due */
  guint n_late;                 /* things past their day, tasks of the plan included */
  AsyFamilyVisits *visits;      /* nullable: of this month */
} AsyWorkloadEntry;

void asy_workload_entry_free (AsyWorkloadEntry *entry);

/**
 * asy_workload_list:
 *
 * The families that an assistant works with today, by name: at most the limit
 * of the Act, so that a few seeks for each are few altogether.
 * (transfer full) (element-type AsyWorkloadEntry)
 */
GPtrArray *asy_workload_list (AsySession *session, gint64 worker_id, const AsyRules *rules, AsyDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
