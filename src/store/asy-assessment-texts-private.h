/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-models.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/**
 * _asy_assessment_fill_texts:
 * @assessment: with its case and its period
 *
 * What the register knows of the period: what changed in the family beside its
 * members, tasks done and late, help given, who else works with the family, and
 * what threatens the children. Goes behind what is there.
 */
gboolean _asy_assessment_fill_texts (AsySession *session, gint64 family_id, AsyAssessment *assessment, GError **error);

G_END_DECLS
