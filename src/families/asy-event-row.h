/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "families/asy-family-timeline.h"

G_BEGIN_DECLS

/** AsyEventRow: a day, a mark on the axis in the colour of its kind, and what happened. */
#define ASY_TYPE_EVENT_ROW (asy_event_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyEventRow, asy_event_row, ASY, EVENT_ROW, GtkListBoxRow)

/** (transfer floating) */
GtkWidget *asy_event_row_new (const AsyEvent *event, AsyDay today);

/** Stands before the events of an earlier year. (transfer floating) */
GtkWidget *asy_event_year_row_new (int year);

/** Action of the application that opens the record; %NULL for none. */
const char *asy_event_row_get_action (AsyEventRow *self, gint64 *ret_record_id);

G_END_DECLS
