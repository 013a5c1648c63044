/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/asy-day.h"

G_BEGIN_DECLS

/**
 * AsyTable:
 *
 * A list on its way out of the register: named columns and rows of typed cells,
 * written as text for spreadsheets or as a workbook. Made in any thread.
 */
typedef struct _AsyTable AsyTable;

typedef enum {
  ASY_TABLE_TEXT,
  ASY_TABLE_DAY,
  ASY_TABLE_INT,
  ASY_TABLE_REAL,
} AsyTableType;

typedef enum {
  ASY_TABLE_CSV,                /* UTF-8 with its mark, semicolons, CRLF: what Polish spreadsheets open as it is */
  ASY_TABLE_XLSX,
} AsyTableFormat;

/** `csv`, `xlsx`: the words for scripts, and what file names end with. */
const char *asy_table_format_get_nick (AsyTableFormat format);

/** @name: a word for the audit, `families`; @title: what the sheet is called, at most 31 characters. */
AsyTable *asy_table_new (const char *name, const char *title) G_GNUC_WARN_UNUSED_RESULT;
void asy_table_free (AsyTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyTable, asy_table_free)

/** All columns come before the first cell. */
void asy_table_add_column (AsyTable *self, const char *title, AsyTableType type);

/* Cells come row by row, from left to right, each of the type of its column. */
void asy_table_add_text (AsyTable *self, const char *text);     /* nullable */
void asy_table_add_day (AsyTable *self, AsyDay day);            /* ASY_DAY_NONE: empty */
void asy_table_add_int (AsyTable *self, gint64 number);
void asy_table_add_real (AsyTable *self, double number);
void asy_table_add_empty (AsyTable *self);

const char *asy_table_get_name (const AsyTable *self);
guint asy_table_get_n_rows (const AsyTable *self);

/**
 * asy_table_write:
 *
 * The file. A text that a spreadsheet would take for a formula is never written
 * raw: in CSV an apostrophe goes before it, in a workbook it is a string.
 */
GBytes *asy_table_write (const AsyTable *self, AsyTableFormat format, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Whether a spreadsheet may take @text for a formula: blanks aside it begins with `= + - @`, or with a tab or a break. */
gboolean asy_table_is_formula (const char *text);

G_END_DECLS
