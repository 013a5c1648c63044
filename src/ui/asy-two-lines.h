/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/asy-meaning.h"

G_BEGIN_DECLS

/**
 * AsyTwoLines:
 *
 * What a row of a long list says: a name with signs behind it, smaller words
 * below, and at the end of both lines something more. It draws them itself:
 * lists make and fill hundreds of rows at once, and labels in boxes took most
 * of that time. To a screen reader it is one label.
 */
#define ASY_TYPE_TWO_LINES (asy_two_lines_get_type ())
G_DECLARE_FINAL_TYPE (AsyTwoLines, asy_two_lines, ASY, TWO_LINES, GtkWidget)

typedef enum {
  ASY_TWO_LINES_NAME,
  ASY_TWO_LINES_NOTE,           /* at the end of the first line */
  ASY_TWO_LINES_SECOND,
  ASY_TWO_LINES_END,            /* at the end of the second line */
  ASY_TWO_LINES_N_PARTS,
} AsyTwoLinesPart;

typedef enum {
  ASY_TWO_LINES_ENTRY,          /* of a list that one works through: the name stands out */
  ASY_TWO_LINES_HIT,            /* of a search; its row says the name */
} AsyTwoLinesKind;

/** (transfer floating) */
GtkWidget *asy_two_lines_new (AsyTwoLinesKind kind);

/**
 * asy_two_lines_set:
 * @texts: (array fixed-size=4): plain texts; a blank or %NULL one takes no place
 * @note_meaning: how the note is coloured
 *
 * A hit without a second text is one line high; an entry is always as high as the next.
 */
void asy_two_lines_set (AsyTwoLines *self, const char *const texts[ASY_TWO_LINES_N_PARTS], AsyMeaning note_meaning);

#define ASY_TWO_LINES_MAX_SIGNS 2

/**
 * asy_two_lines_set_sign:
 * @position: below %ASY_TWO_LINES_MAX_SIGNS
 * @icon_name: (nullable): symbolic and static; %NULL for no sign
 * @tooltip: (nullable): what the sign tells; screen readers say it as well
 */
void asy_two_lines_set_sign (AsyTwoLines *self, guint position, const char *icon_name, AsyMeaning meaning, const char *tooltip);

G_END_DECLS
