/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Dziś: what is due, overdue and missing, and today's visits. */
#define ASY_TYPE_TODAY_PAGE (asy_today_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyTodayPage, asy_today_page, ASY, TODAY_PAGE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_today_page_new (AsyContext *context);

G_END_DECLS
