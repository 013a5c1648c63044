/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/asy-visit-file.h"

G_BEGIN_DECLS

/** A family with its visits against the number agreed on, to be dragged into the week: as a gint64 of its id. (transfer floating) */
GtkWidget *asy_family_visits_row_new (const AsyFamilyVisits *visits);

gint64 asy_family_visits_row_get_family (GtkWidget *row);

G_END_DECLS
