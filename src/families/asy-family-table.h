/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "families/asy-family-filter.h"

G_BEGIN_DECLS

/**
 * AsyFamilyTable:
 *
 * The families of the list as a wide table: a column for everything that they
 * can be ordered by. Which columns are shown, in what order and how wide is
 * kept in the settings. Signals `activated (position)`, and
 * `ordered (order, is_descending)` when a heading was pressed.
 */
#define ASY_TYPE_FAMILY_TABLE (asy_family_table_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilyTable, asy_family_table, ASY, FAMILY_TABLE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_family_table_new (GSettings *settings);

/** @families (nullable) (element-type AsyFamilyRow): %NULL while the table is not shown. */
void asy_family_table_set_model (AsyFamilyTable *self, GtkSingleSelection *families, AsyDay today);

/** While one types only the rows that are in view are worth filling; it grows when somebody scrolls, or when it is over. */
void asy_family_table_set_short (AsyFamilyTable *self, gboolean is_short);

/** The arrow of the headings follows an order that was chosen elsewhere. */
void asy_family_table_set_order (AsyFamilyTable *self, AsyFamilyOrder order, gboolean is_descending);

void asy_family_table_scroll_to (AsyFamilyTable *self, guint position);

/** What shows and hides the columns: insert it as `family-columns`. (transfer none) */
GActionGroup *asy_family_table_get_actions (AsyFamilyTable *self);

/** A section of a menu with the columns. (transfer full) */
GMenuModel *asy_family_table_new_menu (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
