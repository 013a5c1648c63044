/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-deadline.h"
#include "model/asy-intervention.h"

G_BEGIN_DECLS

/** Whether anybody outside was told: 112 or the police, a social worker, the court, form A of the Blue Card, others. */
gboolean asy_intervention_is_told (AsyIntervention *intervention);

/**
 * asy_intervention_get_deadline:
 *
 * Who knows of an event that calls for the court tells of it at once (art. 572
 * § 1 KPC; art. 15 ust. 1 pkt 12 uwr): while an intervention is open and nobody
 * was told, it is due on the very day. %FALSE when nothing is due.
 */
gboolean asy_intervention_get_deadline (AsyIntervention *intervention, AsyDeadline *ret_deadline);

G_END_DECLS
