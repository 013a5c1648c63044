/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Kalendarz: the week of one assistant by hours, with the families that have no visit in it. */
#define ASY_TYPE_CALENDAR_PAGE (asy_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyCalendarPage, asy_calendar_page, ASY, CALENDAR_PAGE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_calendar_page_new (AsyContext *context);

G_END_DECLS
