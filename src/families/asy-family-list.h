/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyFamilyList:
 *
 * The pane with all families: searched as one types, filtered, ordered; narrow
 * beside a family, or a wide table. Signals `chosen (id)` when a family was
 * chosen, by the arrows after a moment, `activated (id)` for Enter, and
 * `shape-changed` when it turned into a table or back.
 */
#define ASY_TYPE_FAMILY_LIST (asy_family_list_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilyList, asy_family_list, ASY, FAMILY_LIST, GtkBox)

/** (transfer floating) */
GtkWidget *asy_family_list_new (AsyContext *context);

/** Marks a family, now or when the list is in; one that the filter hides is found by dropping the filter. */
void asy_family_list_select (AsyFamilyList *self, gint64 family_id);

/** The family before or after the chosen one. */
void asy_family_list_step (AsyFamilyList *self, int step);

/** Puts the cursor into the search. */
void asy_family_list_search (AsyFamilyList *self);

/** Puts the focus where the arrows work. */
void asy_family_list_focus (AsyFamilyList *self);

/** `all`, `overdue`, `court`, `unassigned`: what other pages lead to. */
void asy_family_list_show_filter (AsyFamilyList *self, const char *name);

/** In a narrow window the list stands alone and has the window's buttons. */
void asy_family_list_set_alone (AsyFamilyList *self, gboolean is_alone);

/** Whether it is the wide table; kept in the settings. */
gboolean asy_family_list_is_table (AsyFamilyList *self);
void asy_family_list_toggle_table (AsyFamilyList *self);

/** Writes the families as they are shown to a file. */
void asy_family_list_export (AsyFamilyList *self);

guint asy_family_list_get_n_shown (AsyFamilyList *self);

G_END_DECLS
