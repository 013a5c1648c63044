/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AsyImportError:
 *
 * Why a whole file cannot be imported. What is wrong with one row is no error
 * of this kind: it goes to the report.
 */
typedef enum {
  ASY_IMPORT_ERROR_FAILED,
  ASY_IMPORT_ERROR_TOO_BIG,     /* more bytes, rows or columns than an import takes */
  ASY_IMPORT_ERROR_EMPTY,       /* nothing but blanks */
  ASY_IMPORT_ERROR_NO_TEXT,     /* not a text file */
  ASY_IMPORT_ERROR_NO_HEADER,   /* the first line does not name the columns */
  ASY_IMPORT_ERROR_NO_MAPPING,  /* no mapping knows these columns, or no mapping of that name */
  ASY_IMPORT_ERROR_BAD_MAPPING, /* the file of a mapping is wrong */
  ASY_IMPORT_ERROR_NO_CALENDAR, /* no iCalendar */
  ASY_IMPORT_ERROR_NOT_CLOSED,  /* a part of a calendar does not end: the file is cut off */
  ASY_IMPORT_ERROR_MISPLACED,   /* parts of a calendar do not fit into each other */
} AsyImportError;

#define ASY_IMPORT_ERROR (asy_import_error_quark ())
GQuark asy_import_error_quark (void);

G_END_DECLS
