/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/asy-clock.h"
#include "ui/asy-meaning.h"

G_BEGIN_DECLS

/* Small things that every page shares. */

/** Registers the types that templates name. Call once, after gtk_init(). */
void asy_ui_init (void);

/** Date rows inside @window, and inside windows above it, learn from @clock what "today" is. */
void asy_ui_attach_clock (GtkWindow *window, AsyClock *clock);

/** Today by the clock of the window that @widget is in; ASY_DAY_NONE when none is attached. */
AsyDay asy_ui_get_today (GtkWidget *widget);

/** The name a screen reader says; every icon button needs one. Sets the tooltip as well. */
void asy_ui_set_name (GtkWidget *widget, const char *name);

/**
 * asy_ui_set_tooltip:
 * @text: (nullable): plain text; %NULL for none
 *
 * As gtk_widget_set_tooltip_text(), which asks the display where the pointer is
 * each time: too slow for widgets that lists make and fill by the dozen.
 */
void asy_ui_set_tooltip (GtkWidget *widget, const char *text);

/** Colours a label, an image or a pill. */
void asy_ui_set_meaning (GtkWidget *widget, AsyMeaning meaning);

/** The colour of a meaning, as it stands on the window's ground; for widgets that draw. Keeps @colour for a plain one. */
void asy_ui_get_meaning_colour (GtkWidget *widget, AsyMeaning meaning, GdkRGBA *colour);

/** Draws a symbolic icon of a square of @size pixels at @x, @y of @widget. */
void asy_ui_snapshot_icon (GtkWidget *widget, GtkSnapshot *snapshot, const char *icon_name, int size, float x, float y,
                           AsyMeaning meaning);

/**
 * asy_ui_hide_others:
 *
 * Keeps the inactive pages of @stack out of the accessibility tree: GTK leaves
 * them there with the place they had when they were last seen.
 */
void asy_ui_hide_others (GtkStack *stack);

/** A flat icon button with its accessible name. (transfer floating) */
GtkWidget *asy_icon_button_new (const char *icon_name, const char *name, const char *action_name);

/** A round picture with the initials of @name. (transfer floating) */
GtkWidget *asy_avatar_new (const char *name, int size);

/** A group's heading: title, count (hidden when negative) and, at its end, @suffix (nullable). (transfer floating) */
GtkWidget *asy_heading_new (const char *title, int count, GtkWidget *suffix);

/** The round number beside a heading or a page's name. (transfer floating) */
GtkWidget *asy_count_new (int count, AsyMeaning meaning);

/** What stands where there is nothing yet; @button_label with @action_name (nullable) says how to begin. (transfer floating) */
GtkWidget *asy_empty_new (const char *icon_name, const char *title, const char *text,
                          const char *button_label, const char *action_name);

/** A label in the first column of a table or under a row: dim, small, ellipsized. (transfer floating) */
GtkWidget *asy_caption_new (const char *text);

/**
 * asy_ui_set_busy:
 *
 * Takes @widget out of reach while work runs and gives the focus back where it
 * was. (A text that has the focus while it becomes insensitive goes on blinking
 * and complains.)
 */
void asy_ui_set_busy (GtkWidget *widget, gboolean busy);

/** Brings @widget into the view of the scrolled window that it is in, once it has its place. */
void asy_ui_show_in_view (GtkWidget *widget);

/** Removes every child. */
void asy_ui_clear_box (GtkBox *box);
void asy_ui_clear_list (GtkListBox *list);

/**
 * asy_ui_splice:
 * @fresh: (element-type GObject)
 * @same: whether two items show the same; usually same id and revision
 *
 * Makes @store hold the items of @fresh with one minimal change, so that
 * selection and scroll position stay.
 */
void asy_ui_splice (GListStore *store, GPtrArray *fresh, GEqualFunc same);

G_END_DECLS
