/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/asy-import-map.h"
#include "model/asy-provider.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/** What is wrong with a row or a cell. The first ones refuse the row, the others leave a value out. */
typedef enum {
  ASY_IMPORT_REASON_QUOTES,     /* the quoting is broken */
  ASY_IMPORT_REASON_ENCODING,   /* bytes that are no letters */
  ASY_IMPORT_REASON_ZERO,       /* a byte of zero */
  ASY_IMPORT_REASON_TOO_LONG,   /* a row or a cell longer than an entry can be */
  ASY_IMPORT_REASON_COLUMNS,    /* more filled cells than columns */
  ASY_IMPORT_REASON_NO_NAME,
  ASY_IMPORT_REASON_DUPLICATE,  /* a row before has the same number and says something else */
  ASY_IMPORT_REASON_PHONE,      /* remarks from here: kept as written, in the notes of the entry */
  ASY_IMPORT_REASON_POSTCODE,
  ASY_IMPORT_REASON_EMAIL,
  ASY_IMPORT_REASON_NIP,
  ASY_IMPORT_REASON_REGON,
  ASY_IMPORT_REASON_DAY,
  ASY_IMPORT_REASON_OFFICE,     /* the source changed what the office had changed; the office's value stays */
} AsyImportReason;

#define ASY_N_IMPORT_REASONS (ASY_IMPORT_REASON_OFFICE + 1)

/** A word for machines that never changes: `no-name`. */
const char *asy_import_reason_get_nick (AsyImportReason reason);

typedef struct {
  guint row;                    /* line of the record in the file, as an editor shows it */
  char *column;                 /* nullable: as the header calls it */
  AsyImportReason reason;
} AsyImportNote;

/** One usable row. */
typedef struct {
  guint row;
  char *key;                    /* its number in the source */
  AsyProvider *provider;        /* without sort key */
} AsyImportEntry;

/**
 * AsyImportBatch:
 *
 * A table read and understood, before anything is written. Made in any thread.
 */
typedef struct {
  AsyImportMap *map;
  GPtrArray *columns;           /* char *: names in the header */
  GPtrArray *entries;           /* AsyImportEntry */
  GPtrArray *refused;           /* AsyImportNote */
  GPtrArray *remarks;           /* AsyImportNote */
  GPtrArray *kept;              /* AsyImportNote: what the office had changed; known once the batch is stored */
  GPtrArray *unknown_columns;   /* char *: neither used nor left out on purpose */
  guint n_rows;
  guint n_skipped;              /* blank rows, repeated rows */
  const char *encoding;         /* static */
  char sha256[65];              /* of the bytes */
} AsyImportBatch;

/** An import takes no more rows. */
#define ASY_IMPORT_ROWS_MAX 250000

/**
 * asy_import_read:
 * @map: (nullable): or %NULL to recognise the file by its header
 *
 * Reads a table of specialists and institutions. Fails only when the whole
 * file cannot be used; a row that cannot is listed in `refused`.
 */
AsyImportBatch *asy_import_read (GBytes *bytes, AsyImportMap *map, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void asy_import_batch_free (AsyImportBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyImportBatch, asy_import_batch_free)

/** What an import did; rows = added + updated + same + skipped + refused. */
typedef struct {
  guint n_rows;
  guint n_added;
  guint n_updated;              /* changed, or known from elsewhere and now linked to this source */
  guint n_same;                 /* recognised, nothing new */
  guint n_skipped;
} AsyImportCounts;

/**
 * asy_import_store:
 * @name: what the file is called, for the audit
 * @dry_run: finds out what would happen and writes nothing
 *
 * Takes the entries into the directory: all of them or none, in one
 * transaction with one entry in the audit beside those of the records. Where
 * the source says something new and the office had written its own, the office's
 * value stays and `kept` of the batch tells it.
 */
gboolean asy_import_store (AsySession *session, AsyImportBatch *batch, const char *name, gboolean dry_run,
                           AsyImportCounts *ret_counts, GError **error);

AsyImportNote *asy_import_note_new (guint row, const char *column, AsyImportReason reason) G_GNUC_WARN_UNUSED_RESULT;
void asy_import_note_free (AsyImportNote *note);

G_END_DECLS
