/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-intervention.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/**
 * Saves an intervention. Refuses days that are still to come, somebody told or
 * the end before it happened (%ASY_STORE_ERROR_INVALID), a note on somebody told
 * without its day, and an end without an outcome (%ASY_STORE_ERROR_MISSING).
 */
gboolean asy_intervention_save (AsySession *session, AsyIntervention *intervention, GError **error);

/** The intervention that a visit led to; when there is none, a new one with what the visit knows, not saved. (transfer full) */
AsyIntervention *asy_intervention_from_visit (AsySession *session, gint64 visit_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** The same of an observation. (transfer full) */
AsyIntervention *asy_intervention_from_observation (AsySession *session, gint64 observation_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Those that are open, of one family or (0) of all. (transfer full) (element-type AsyIntervention) */
GPtrArray *asy_interventions_list_open (AsySession *session, gint64 family_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** An intervention as the register of them shows it. */
typedef struct {
  AsyIntervention *intervention;
  char *family_name;
  char *worker_name;            /* nullable: who is at work with the family today */
  gboolean has_notice;          /* a notice to the court was begun or issued */
} AsyInterventionEntry;

void asy_intervention_entry_free (AsyInterventionEntry *entry);

typedef enum {
  ASY_INTERVENTIONS_OPEN,
  ASY_INTERVENTIONS_CLOSED,
  ASY_INTERVENTIONS_ALL,
} AsyInterventionsScope;

/** The register of interventions: open ones first, newest first; @worker_id 0: of everybody. (transfer full) (element-type AsyInterventionEntry) */
GPtrArray *asy_interventions_list (AsySession *session, AsyInterventionsScope scope, gint64 worker_id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
