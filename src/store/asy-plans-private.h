/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-plans.h"

G_BEGIN_DECLS

/* What the content of plans and the steps of their life share. */

/** Fills @file with all that hangs on its plan. */
gboolean _asy_plan_file_fill (AsySession *session, AsyPlanFile *file, GError **error);

/** %ASY_STORE_ERROR_INCOMPLETE with the article when the plan lacks what art. 15 ust. 3 demands. */
gboolean _asy_plan_check_complete (AsySession *session, AsyPlan *plan, GError **error);

G_END_DECLS
