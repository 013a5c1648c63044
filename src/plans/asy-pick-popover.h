/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/asy-dictionary.h"
#include "ui/asy-meaning.h"

G_BEGIN_DECLS

/**
 * AsyPickPopover:
 *
 * A list to choose from, one for all the fields of a table: whoever opens it
 * fills it first. A long list is searched as one types, without regard to
 * Polish letters. Signal `picked (code)`, and `sought (text)` when it was opened
 * for what is too much for a list.
 */
#define ASY_TYPE_PICK_POPOVER (asy_pick_popover_get_type ())
G_DECLARE_FINAL_TYPE (AsyPickPopover, asy_pick_popover, ASY, PICK_POPOVER, GtkPopover)

/** (transfer floating) */
GtkWidget *asy_pick_popover_new (void);

void asy_pick_popover_clear (AsyPickPopover *self);

/** @code is "" for nothing; @detail is nullable. */
void asy_pick_popover_append (AsyPickPopover *self, const char *code, const char *label, const char *detail);
void asy_pick_popover_append_id (AsyPickPopover *self, const char *prefix, gint64 id, const char *label, const char *detail);

/** The entries of a kind in use, and @code even when it is not. */
void asy_pick_popover_append_dictionary (AsyPickPopover *self, AsyDictionary *dictionary, const char *kind, const char *code);

/** @at: the field; @code: what it holds now; @is_sought: `sought` tells what is typed, and the list is filled anew. */
void asy_pick_popover_open (AsyPickPopover *self, GtkWidget *at, const char *code, gboolean is_sought);

/** Makes a popover of an ancestor point to a field. */
void asy_popover_point_to (GtkPopover *popover, GtkWidget *at);

/** A flat button that shows what a field holds and opens a list; @name is for a screen reader. (transfer floating) */
GtkWidget *asy_pick_button_new (const char *name);

/** As wide as that whatever it shows: for a column. */
void asy_pick_button_set_width (GtkWidget *button, int width);

/** @text (nullable); @is_writable: with an arrow, and to be clicked. */
void asy_pick_button_show (GtkWidget *button, const char *text, gboolean is_writable);
void asy_pick_button_set_meaning (GtkWidget *button, AsyMeaning meaning);

G_END_DECLS
