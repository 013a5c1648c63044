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

/** An assistant with the families at work with them on a day. */
typedef struct {
  AsyWorker *worker;
  int families;                 /* active assignments on the day */
  double weight;                /* sum of difficulty weights */
  int limit;                    /* art. 15 ust. 4 on the day */
  gboolean is_available;        /* employed and not suspended on the day */
} AsyCaseload;

void asy_caseload_free (AsyCaseload *caseload);

/** (transfer full) (element-type AsyCaseload): assistants in work on @day, by name */
GPtrArray *asy_caseload_list (AsySession *session, AsyDay day, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Families of one assistant on a day. */
gboolean asy_caseload_count (AsySession *session, gint64 worker_id, AsyDay day, int *ret_families, GError **error);

G_END_DECLS
