/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/asy-visit-file.h"

G_BEGIN_DECLS

/** Which families the list beside the week holds, in the order of the choice above it. */
typedef enum {
  ASY_FAMILY_LIST_WITHOUT_VISIT,        /* in the week */
  ASY_FAMILY_LIST_BELOW,                /* of the number agreed on, in the month */
  ASY_FAMILY_LIST_WITHOUT_NEXT,         /* visit at all */
} AsyFamilyList;

gboolean asy_family_visits_is_listed (const AsyFamilyVisits *visits, AsyWeek *week, AsyFamilyList list);

/** A family with its visits against the number agreed on, to be dragged into the week: as a gint64 of its id. (transfer floating) */
GtkWidget *asy_family_visits_row_new (const AsyFamilyVisits *visits);

gint64 asy_family_visits_row_get_family (GtkWidget *row);

/** A label for when no family is listed. (transfer floating) */
GtkWidget *asy_family_visits_nobody_new (void);

G_END_DECLS
