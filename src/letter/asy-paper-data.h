/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/asy-day.h"
#include "letter/asy-letter-error.h"

G_BEGIN_DECLS

/**
 * AsyPaperData:
 *
 * What a paper says, as a tree of named values that knows neither models nor
 * templates. Names are lower-case words of letters, digits and hyphens, joined
 * by dots: `"court.name"` is the value `name` of the record `court`. A list
 * holds items, each a tree of its own.
 *
 * As XML the tree is the frozen snapshot of an issued paper: the same values
 * give the same bytes, in whatever order they were set, and the bytes read
 * back give the same values.
 *
 * Counted references may be taken and dropped in any thread; a tree that is
 * being filled belongs to one.
 */
typedef struct _AsyPaperData AsyPaperData;

typedef enum {
  ASY_PAPER_VALUE_NONE,         /* no such value */
  ASY_PAPER_VALUE_TEXT,
  ASY_PAPER_VALUE_DAY,
  ASY_PAPER_VALUE_NUMBER,
  ASY_PAPER_VALUE_BOOL,
  ASY_PAPER_VALUE_LIST,
  ASY_PAPER_VALUE_RECORD,
} AsyPaperValueKind;

/** `"text"`, `"day"`, `"number"`, `"bool"`, `"list"`, `"record"`; `"none"` for no value. */
const char *asy_paper_value_kind_to_name (AsyPaperValueKind kind);

AsyPaperData *asy_paper_data_new (void) G_GNUC_WARN_UNUSED_RESULT;
AsyPaperData *asy_paper_data_ref (AsyPaperData *self);
void asy_paper_data_unref (AsyPaperData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyPaperData, asy_paper_data_unref)

/** A deep copy. (transfer full) */
AsyPaperData *asy_paper_data_copy (const AsyPaperData *self) G_GNUC_WARN_UNUSED_RESULT;

/** Whether both say the same. */
gboolean asy_paper_data_equal (const AsyPaperData *a, const AsyPaperData *b);

/** Whether @name is a name as described above; what comes from outside must be asked about first. */
gboolean asy_paper_data_is_name (const char *name);

/**
 * asy_paper_data_set_text:
 * @text: (nullable): the text; %NULL removes the value
 *
 * Lines end in `\n`. What a snapshot cannot carry is repaired: line ends of
 * other systems, bytes that are not UTF-8, control characters.
 */
void asy_paper_data_set_text (AsyPaperData *self, const char *name, const char *text);

/** %ASY_DAY_NONE removes the value. */
void asy_paper_data_set_day (AsyPaperData *self, const char *name, AsyDay day);

/** Whole numbers; lengths of time are minutes, times of a day are minutes after midnight. */
void asy_paper_data_set_number (AsyPaperData *self, const char *name, gint64 number);
void asy_paper_data_set_bool (AsyPaperData *self, const char *name, gboolean value);

/** Appends an empty item to a list, which need not exist yet. Owned by @self. (transfer none) */
AsyPaperData *asy_paper_data_add_item (AsyPaperData *self, const char *name);

/** Removes a value, a whole list or a whole record. */
void asy_paper_data_remove (AsyPaperData *self, const char *name);

AsyPaperValueKind asy_paper_data_get_kind (const AsyPaperData *self, const char *name);

/** Each returns %NULL, no day, 0 or %FALSE when there is no value of that name and kind. */
const char *asy_paper_data_get_text (const AsyPaperData *self, const char *name);
AsyDay asy_paper_data_get_day (const AsyPaperData *self, const char *name);
gint64 asy_paper_data_get_number (const AsyPaperData *self, const char *name);
gboolean asy_paper_data_get_bool (const AsyPaperData *self, const char *name);
guint asy_paper_data_get_n_items (const AsyPaperData *self, const char *name);

/** (nullable) (transfer none) */
AsyPaperData *asy_paper_data_get_item (const AsyPaperData *self, const char *name, guint index);

/** Whether there is something to print: a text that is not blank, a day, a number, a true bool, a list with items. */
gboolean asy_paper_data_is_filled (const AsyPaperData *self, const char *name);

/** Full names of the values of this level (those of records included, those of items not), sorted. (transfer full) */
char **asy_paper_data_list_names (const AsyPaperData *self) G_GNUC_WARN_UNUSED_RESULT;

/** The snapshot: UTF-8 XML. */
GBytes *asy_paper_data_to_xml (const AsyPaperData *self) G_GNUC_WARN_UNUSED_RESULT;

/** Reads a snapshot back; #AsyLetterError with the line of what is wrong. */
AsyPaperData *asy_paper_data_new_from_xml (GBytes *xml, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
