/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/asy-interventions.h"

G_BEGIN_DECLS

/**
 * A threat to a child in a list over families: when and what, with whom it
 * stands and whether anybody was told. Activating it opens the intervention.
 * (transfer floating)
 */
GtkWidget *asy_intervention_row_new (const AsyInterventionEntry *entry);

/** Where an intervention stands: `nikogo nie powiadomiono`, `w toku`, `zamknięta 24 mar`. (transfer floating) */
GtkWidget *asy_intervention_pill_new (AsyIntervention *intervention);

/** Button that begins or opens the notice to the court (art. 572 KPC) of an intervention. (transfer floating) */
GtkWidget *asy_intervention_notice_button_new (gint64 intervention_id, gboolean has_notice);

/** Who was told and when, in one line; %NULL for nobody. (transfer full) */
char *asy_intervention_dup_told (AsyIntervention *intervention) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
