/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/asy-dictionary.h"

G_BEGIN_DECLS

/**
 * AsyChoiceRow:
 *
 * One of a list: a word of a dictionary, a court, an assistant, a family. The
 * list opens below the row and, when it is long, is searched as one types,
 * without regard to Polish letters. Properties `code` (%NULL: nothing chosen),
 * `required`, `valid`. Signal `chosen` when the user picked, not when a
 * program did.
 */
#define ASY_TYPE_CHOICE_ROW (asy_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyChoiceRow, asy_choice_row, ASY, CHOICE_ROW, AdwActionRow)

/** For fixed lists in code; the last one has a %NULL code. */
typedef struct {
  const char *code;
  const char *label;            /* msgid */
} AsyChoice;

/** (transfer floating) */
GtkWidget *asy_choice_row_new (const char *title);

/** Empties the list; the chosen code stays. */
void asy_choice_row_clear (AsyChoiceRow *self);

/** @detail (nullable): a second line, such as an address. Texts are plain. */
void asy_choice_row_append (AsyChoiceRow *self, const char *code, const char *label, const char *detail);
void asy_choice_row_append_id (AsyChoiceRow *self, gint64 id, const char *label, const char *detail);

/** An entry that stands for "nothing chosen", put first. */
void asy_choice_row_append_none (AsyChoiceRow *self, const char *label);

/** Translated labels of @choices. */
void asy_choice_row_set_choices (AsyChoiceRow *self, const AsyChoice *choices);

/** The entries of @kind in use; the retired one that is chosen stays. */
void asy_choice_row_set_dictionary (AsyChoiceRow *self, AsyDictionary *dictionary, const char *kind);

/**
 * asy_choice_row_set_sought:
 *
 * For what is too much for a list. Signal `sought` (text) comes when the list
 * opens and at each change of what is typed: whoever has the records then fills
 * the row anew and calls asy_choice_row_show_found(). The chosen one keeps its
 * label when it is not among those found.
 */
void asy_choice_row_set_sought (AsyChoiceRow *self);
void asy_choice_row_show_found (AsyChoiceRow *self);

const char *asy_choice_row_get_code (AsyChoiceRow *self);
void asy_choice_row_set_code (AsyChoiceRow *self, const char *code);

/** For lists filled by asy_choice_row_append_id(); 0 is nothing. */
gint64 asy_choice_row_get_id (AsyChoiceRow *self);
void asy_choice_row_set_id (AsyChoiceRow *self, gint64 id);

gboolean asy_choice_row_get_valid (AsyChoiceRow *self);

/** Opens the list, as Enter on the row does. */
void asy_choice_row_open (AsyChoiceRow *self);

G_END_DECLS
