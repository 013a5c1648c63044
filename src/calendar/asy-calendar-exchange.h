/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Asks whether to name families, and for a file, and writes the week of an assistant as iCalendar. */
void asy_calendar_export_begin (GtkWidget *page, gint64 worker_id, AsyDay monday);

/** Asks for a calendar of another program, shows what it would add, change and skip, and takes it in for an assistant. */
void asy_calendar_import_begin (GtkWidget *page, gint64 worker_id);

G_END_DECLS
