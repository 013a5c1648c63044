/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/asy-families.h"

G_BEGIN_DECLS

/** AsyFamilyListRow: a family in the list: name and warnings, what is due; district and stage. */
#define ASY_TYPE_FAMILY_LIST_ROW (asy_family_list_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilyListRow, asy_family_list_row, ASY, FAMILY_LIST_ROW, GtkBox)

/** (transfer floating) */
GtkWidget *asy_family_list_row_new (void);

void asy_family_list_row_set (AsyFamilyListRow *self, AsyFamilyRow *row, AsyDay today);

G_END_DECLS
