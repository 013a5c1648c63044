/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-tab.h"

G_BEGIN_DECLS

/** AsyFamilyOverview: the axis of everything that happened, with the plan, the children and what is due beside it. */
#define ASY_TYPE_FAMILY_OVERVIEW (asy_family_overview_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilyOverview, asy_family_overview, ASY, FAMILY_OVERVIEW, AsyFamilyTab)

G_END_DECLS
