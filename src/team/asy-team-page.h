/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyTeamPage:
 *
 * Zespół: assistants with their caseload, users and their rights, the office
 * and its courts.
 */
#define ASY_TYPE_TEAM_PAGE (asy_team_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyTeamPage, asy_team_page, ASY, TEAM_PAGE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_team_page_new (AsyContext *context);

G_END_DECLS
