/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"
#include "model/asy-visit-file.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/** What the forms of visits offer; loaded before they open. */
typedef struct {
  GPtrArray *workers;           /* AsyWorker */
  GPtrArray *families;          /* AsyFamilyRow: families at work */
  AsyFamilyFile *family;        /* nullable: of the visit */
  AsyPlanFile *in_force;        /* nullable: the plan in force, when the newest version is a draft */
  AsyVisitFile *visit;          /* nullable: a visit to be changed or recorded */
} AsyVisitAnswer;

void asy_visit_answer_free (AsyVisitAnswer *answer);

typedef struct {
  gint64 visit_id;              /* 0: a new one */
  gint64 family_id;             /* of a new one; may be 0 */
} AsyVisitRequest;

/** An #AsyStoreJob: #AsyVisitRequest to #AsyVisitAnswer. */
gpointer asy_visit_answer_job (AsySession *session, gpointer request, GError **error);

/** Plans a visit, or changes a planned one. @visit may be new. */
void asy_visit_plan_form_open (AsyContext *context, AsyVisit *visit, const AsyVisitAnswer *answer);

/** Asks for a word of why before a planned visit is saved where something is in its way; @visit stands there already. */
void asy_visit_clash_form_open (AsyContext *context, AsyVisit *visit, const char *reason);

/** Records what happened. */
void asy_visit_record_form_open (AsyContext *context, const AsyVisitAnswer *answer);

G_END_DECLS
