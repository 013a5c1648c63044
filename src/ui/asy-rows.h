/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * asy_action_row_new:
 *
 * A row of libadwaita, its words plain text, that finds its size without the
 * search that its own layout begins for words that wrap (AsyColumnLayout):
 * lists of families, visits and papers are made of hundreds of rows.
 *
 * Returns: (transfer floating)
 */
GtkWidget *asy_action_row_new (void);

/** AsyTextRow: several lines of text under a caption. Properties `text`, `min-lines`. Tab leaves it. */
#define ASY_TYPE_TEXT_ROW (asy_text_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyTextRow, asy_text_row, ASY, TEXT_ROW, AdwPreferencesRow)

/** (transfer floating) */
GtkWidget *asy_text_row_new (const char *title, int min_lines);
char *asy_text_row_dup_text (AsyTextRow *self) G_GNUC_WARN_UNUSED_RESULT;
void asy_text_row_set_text (AsyTextRow *self, const char *text);
/** For undo, spelling and tags. */
GtkTextView *asy_text_row_get_view (AsyTextRow *self);

/** AsySwitchRow: yes or no. Property `active`. */
#define ASY_TYPE_SWITCH_ROW (asy_switch_row_get_type ())
G_DECLARE_FINAL_TYPE (AsySwitchRow, asy_switch_row, ASY, SWITCH_ROW, AdwActionRow)

/** (transfer floating) @subtitle is nullable */
GtkWidget *asy_switch_row_new (const char *title, const char *subtitle);
gboolean asy_switch_row_get_active (AsySwitchRow *self);
void asy_switch_row_set_active (AsySwitchRow *self, gboolean active);

/** AsyNumberRow: a number with steps. Property `value`. */
#define ASY_TYPE_NUMBER_ROW (asy_number_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyNumberRow, asy_number_row, ASY, NUMBER_ROW, AdwActionRow)

/** (transfer floating) */
GtkWidget *asy_number_row_new (const char *title, double min, double max, double step, guint digits);
double asy_number_row_get_value (AsyNumberRow *self);
void asy_number_row_set_value (AsyNumberRow *self, double value);

G_END_DECLS
