/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-plan-edit.h"
#include "store/asy-families.h"
#include "store/asy-plans.h"
#include "store/asy-store.h"
#include "store/asy-workers.h"

G_BEGIN_DECLS

/* What the page asks of the store, all run in its worker. */

/** A plan with what its forms offer. */
typedef struct {
  AsyFamilyFile *family;        /* plan: the newest version, or none */
  GPtrArray *workers;           /* AsyWorker */
  GPtrArray *providers;         /* AsyProvider that tasks of the plan name */
} AsyPlanAnswer;

void asy_plan_answer_free (AsyPlanAnswer *answer);

/** Request: gint64 family id. */
gpointer asy_plan_load_job (AsySession *session, gpointer request, GError **error);

/** No request. Result: AsyLibrary. */
gpointer asy_plan_load_library_job (AsySession *session, gpointer request, GError **error);

/** Request: a record. Save jobs of the forms. */
gpointer asy_plan_save_job (AsySession *session, gpointer request, GError **error);
gpointer asy_plan_save_goal_job (AsySession *session, gpointer request, GError **error);
gpointer asy_plan_save_task_job (AsySession *session, gpointer request, GError **error);

/** A step of the editor with the version it belongs to. */
typedef struct {
  gint64 plan_id;
  AsyPlanEdit *step;
} AsyPlanRequest;

AsyPlanRequest *asy_plan_request_new (gint64 plan_id, AsyPlanEdit *step) G_GNUC_WARN_UNUSED_RESULT;
void asy_plan_request_free (AsyPlanRequest *request);

/** Request: AsyPlanRequest. */
gpointer asy_plan_take_step_job (AsySession *session, gpointer request, GError **error);

/** Request: what was typed. Result: AsyProvider of the directory, some dozens at most. */
gpointer asy_plan_find_providers_job (AsySession *session, gpointer request, GError **error);

G_END_DECLS
