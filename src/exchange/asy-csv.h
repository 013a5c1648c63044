/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "exchange/asy-import-error.h"

G_BEGIN_DECLS

/*
 * Tables as text (RFC 4180 and what offices really send): cells in quotes or
 * not, doubled quotes, line breaks within quotes, blanks around quotes, LF, CRLF
 * or CR, `;`, `,`, tab or `|` between cells, the line `sep=;` of a spreadsheet.
 * A record that cannot be read takes only its first line with it: reading goes
 * on in the next one.
 */

/** Why a record cannot be used. */
typedef enum {
  ASY_CSV_OK,
  ASY_CSV_PROBLEM_QUOTES,       /* a quote that is not closed, or text after a closed one */
  ASY_CSV_PROBLEM_ENCODING,     /* bytes that are no letters */
  ASY_CSV_PROBLEM_ZERO,         /* a byte of zero */
  ASY_CSV_PROBLEM_SIZE,         /* longer than ASY_CSV_RECORD_BYTES_MAX or with more cells than ASY_CSV_CELLS_MAX */
} AsyCsvProblem;

#define ASY_CSV_RECORD_BYTES_MAX (1024 * 1024)
#define ASY_CSV_CELLS_MAX 1024

/** One record; its cells live until the next one is read. */
typedef struct {
  guint line;                   /* of its first character, from 1, as an editor shows it */
  char *const *cells;           /* as written, without their quotes; %NULL-terminated */
  guint n_cells;
  AsyCsvProblem problem;
  guint problem_cell;           /* from 0 */
} AsyCsvRecord;

typedef struct _AsyCsvReader AsyCsvReader;

/**
 * asy_csv_reader_new:
 * @delimiter: between cells, or 0 to find out
 */
AsyCsvReader *asy_csv_reader_new (GBytes *bytes, char delimiter, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void asy_csv_reader_free (AsyCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyCsvReader, asy_csv_reader_free)

/** The next record, %NULL at the end; lines without any character are no records. (transfer none) */
const AsyCsvRecord *asy_csv_reader_next (AsyCsvReader *self);

/** What the bytes were taken for: `UTF-8`, `WINDOWS-1250`, … */
const char *asy_csv_reader_get_encoding (AsyCsvReader *self);

/** What stands between the cells. */
char asy_csv_reader_get_delimiter (AsyCsvReader *self);

/** Whether no cell holds more than blanks. */
gboolean asy_csv_record_is_blank (const AsyCsvRecord *record);

G_END_DECLS
