/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-models.h"
#include "store/asy-workers.h"

G_BEGIN_DECLS

/* All families of one assistant to others: suspension (art. 13), leaving, long leave. */

/** A family of the assistant, and who is proposed for it. */
typedef struct {
  gint64 case_id;
  gint64 family_id;
  char *family_name;
  char *district;               /* nullable */
  double weight;
  AsyAssignmentBasis basis;
  gint64 proposed_id;           /* assistant; 0: nobody has room */
} AsyHandoverEntry;

/** What the form of a handover shows. */
typedef struct {
  AsyWorker *worker;            /* who gives the families away */
  AsyDay day;
  GPtrArray *entries;           /* AsyHandoverEntry, by the name of the family */
  GPtrArray *takers;            /* AsyCaseload: others who may take families on the day */
} AsyHandover;

void asy_handover_free (AsyHandover *handover);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyHandover, asy_handover_free)

/** The families that are with the assistant on @day, each with a proposal. (transfer full) */
AsyHandover *asy_handover_load (AsySession *session, gint64 worker_id, AsyDay day, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_handover_run:
 * @assignments: (element-type AsyAssignment): new ones, as for asy_assignment_change()
 * @reason: stands with each assignment that ends
 *
 * All of them or none: one refusal takes the whole handover back.
 */
gboolean asy_handover_run (AsySession *session, GPtrArray *assignments, const char *reason, GError **error);

G_END_DECLS
