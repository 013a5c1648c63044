/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-models.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/** Assistants by name; with @with_former those who left too. (transfer full) (element-type AsyWorker) */
GPtrArray *asy_workers_list (AsySession *session, gboolean with_former, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean asy_worker_save (AsySession *session, AsyWorker *worker, GError **error);

/** Employed and not suspended (art. 13) on @day. */
gboolean asy_worker_is_available (AsyWorker *worker, AsyDay day);

/** What stands in the way of assigning an assistant. */
typedef enum {
  ASY_WORKER_OBSTACLE_NONE,
  ASY_WORKER_OBSTACLE_NOT_EMPLOYED,
  ASY_WORKER_OBSTACLE_SUSPENDED,        /* art. 13 uwr */
  ASY_WORKER_OBSTACLE_SOCIAL_WORKER,    /* art. 17 ust. 3 uwr: a social worker in the same commune */
  ASY_WORKER_OBSTACLE_NOT_AUTHORISED,   /* art. 7 ust. 4 uwr: no authorisation or secrecy undertaking in force */
} AsyWorkerObstacle;

/** The article that an obstacle follows from; %NULL when none does. */
const char *asy_worker_obstacle_get_article (AsyWorkerObstacle obstacle);

/**
 * asy_worker_find_obstacle:
 *
 * What art. 7 ust. 4 asks for since 2019 is noted with the user account of an
 * assistant, or with the assistant who has none.
 */
gboolean asy_worker_find_obstacle (AsySession *session, AsyWorker *worker, AsyDay day, AsyWorkerObstacle *ret_obstacle,
                                   GError **error);

/** An assistant with the families at work with them on a day. */
typedef struct {
  AsyWorker *worker;
  int families;                 /* active assignments on the day */
  double weight;                /* sum of difficulty weights */
  int limit;                    /* art. 15 ust. 4 on the day */
  gboolean is_available;        /* nothing is in the way on the day */
  AsyWorkerObstacle obstacle;
} AsyCaseload;

void asy_caseload_free (AsyCaseload *caseload);

/** (transfer full) (element-type AsyCaseload): assistants in work on @day, by name */
GPtrArray *asy_caseload_list (AsySession *session, AsyDay day, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Families from which the office is warned (art. 15 ust. 4): its own number, or that of the rules. */
int asy_caseload_get_warning (AsyOffice *office, AsyDay day);

/** Families of one assistant on a day. */
gboolean asy_caseload_count (AsySession *session, gint64 worker_id, AsyDay day, int *ret_families, GError **error);

G_END_DECLS
