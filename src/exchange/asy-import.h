/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/asy-csv.h"
#include "exchange/asy-import-map.h"
#include "model/asy-family-file.h"
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
  ASY_IMPORT_REASON_NO_FAMILY,  /* families from here: neither a key nor a name with an address tells the family */
  ASY_IMPORT_REASON_PESEL,
  ASY_IMPORT_REASON_SHORTENED,  /* 8,8031E+10: a spreadsheet wrote the number with fewer digits */
  ASY_IMPORT_REASON_BORN_CLASH, /* the PESEL is of somebody born on another day */
  ASY_IMPORT_REASON_SEX_CLASH,
  ASY_IMPORT_REASON_BAD_DAY,
  ASY_IMPORT_REASON_TWO_DAYS,   /* may be read as two different days */
  ASY_IMPORT_REASON_FUTURE,     /* a day that is still to come */
  ASY_IMPORT_REASON_NO_NOTICE,  /* an assistant or a way in without the day of registration */
  ASY_IMPORT_REASON_PATH,       /* an unknown way in */
  ASY_IMPORT_REASON_WORKER,     /* no assistant, or more than one, of that name */
  ASY_IMPORT_REASON_NO_ASSIGNED, /* an assistant without a day */
  ASY_IMPORT_REASON_CASELOAD,   /* the guards of an assignment: see asy_assignment_make() */
  ASY_IMPORT_REASON_UNAVAILABLE,
  ASY_IMPORT_REASON_SAME_COMMUNE,
  ASY_IMPORT_REASON_NOT_AUTHORISED,
  ASY_IMPORT_REASON_TOO_EARLY,  /* these two are remarks: the family comes in, and its page says what is missing */
  ASY_IMPORT_REASON_NO_CONSENT,
  ASY_IMPORT_REASON_STORE,      /* refused by the register */
  ASY_IMPORT_REASON_FAMILY,     /* another row of the family was refused */
  ASY_IMPORT_REASON_PHONE,      /* remarks from here: kept as written, in the notes of the entry */
  ASY_IMPORT_REASON_POSTCODE,
  ASY_IMPORT_REASON_EMAIL,
  ASY_IMPORT_REASON_NIP,
  ASY_IMPORT_REASON_REGON,
  ASY_IMPORT_REASON_DAY,
  ASY_IMPORT_REASON_OFFICE,     /* the source changed what the office had changed; the office's value stays */
  ASY_IMPORT_REASON_ROLE,       /* an unknown role in the family */
  ASY_IMPORT_REASON_SOURCE,     /* an unknown source of the notice */
  ASY_IMPORT_REASON_NO_PERSON,  /* a row of a family that names nobody */
  ASY_IMPORT_REASON_CHILDREN,   /* a cell of children says more than names, days and numbers */
  ASY_IMPORT_REASON_GUESSED,    /* nothing but the given name tells the sex */
  ASY_IMPORT_REASON_MENDED,     /* zeros at the beginning of a PESEL were put back */
} AsyImportReason;

#define ASY_N_IMPORT_REASONS (ASY_IMPORT_REASON_MENDED + 1)

/** A word for machines that never changes: `no-name`. */
const char *asy_import_reason_get_nick (AsyImportReason reason);

/** What people are told, as a msgid: `no correct PESEL`. */
const char *asy_import_reason_get_label (AsyImportReason reason);

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

/** One row of a family, or a child of a cell of children. */
typedef struct {
  guint row;
  gboolean is_extra;            /* a child of a row that is told already */
  AsyMemberEntry *entry;        /* nullable: a row that tells of the family and names nobody */
} AsyImportPerson;

/** All usable rows of one family. */
typedef struct {
  char *key;                    /* what its rows share */
  AsyFamily *family;
  AsyCase *case_file;           /* nullable: no day of registration */
  GPtrArray *people;            /* AsyImportPerson, by row */
  char *assistant;              /* nullable: as written */
  AsyDay assigned_on;
  AsyDay consent_on;
} AsyImportFamily;

/**
 * AsyImportBatch:
 *
 * A table read and understood, before anything is written. Made in any thread.
 */
typedef struct {
  AsyImportMap *map;
  GPtrArray *columns;           /* char *: names in the header */
  GPtrArray *entries;           /* AsyImportEntry: of a table of providers */
  GPtrArray *families;          /* AsyImportFamily: of a table of families */
  GPtrArray *refused;           /* AsyImportNote */
  GPtrArray *remarks;           /* AsyImportNote */
  GPtrArray *declined;          /* AsyImportNote: refused by the register; known once the batch is stored */
  GPtrArray *kept;              /* AsyImportNote: what the office had changed, whose assistant waits for a paper; known once the batch is stored */
  GPtrArray *unknown_columns;   /* char *: neither used nor left out on purpose */
  guint n_rows;
  guint n_skipped;              /* blank rows, repeated rows */
  const char *encoding;         /* static */
  char sha256[65];              /* of the bytes */
} AsyImportBatch;

/** An import takes no more rows. */
#define ASY_IMPORT_ROWS_MAX 250000

/**
 * asy_import_open_table:
 * @ret_header: (out) (transfer none): the record that names the columns, behind blank lines and the title of the table;
 *   lives until the next record is read
 */
AsyCsvReader *asy_import_open_table (GBytes *bytes, const AsyCsvRecord **ret_header, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_import_read:
 * @map: (nullable): or %NULL to recognise a table of providers by its header
 *
 * Reads a table of what the mapping is for: specialists and institutions, or
 * families with one row a person or one row a family. Fails only when the whole file cannot be
 * used; a row that cannot is listed in `refused`. A family comes in whole: where
 * one of its rows is refused all are.
 */
AsyImportBatch *asy_import_read (GBytes *bytes, AsyImportMap *map, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** A table of families, its columns recognised by their names; @map (nullable) is one of its own. Days after @today are refused. */
AsyImportBatch *asy_import_read_families (GBytes *bytes, AsyImportMap *map, AsyDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void asy_import_batch_free (AsyImportBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyImportBatch, asy_import_batch_free)

/** What an import did; rows = added + updated + same + skipped, refused and declined. */
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
 * Takes the entries into the register: all of them or none, in one
 * transaction with one entry in the audit beside those of the records. Families
 * that the register refuses (the limit of an assistant …) are told in `declined`
 * of the batch, and the rest comes in. Where
 * the source says something new and the office had written its own, the office's
 * value stays and `kept` of the batch tells it. A family whose consent or court
 * order has no day comes in without its assistant, who stands in the notes; that
 * is told in `kept` too.
 */
gboolean asy_import_store (AsySession *session, AsyImportBatch *batch, const char *name, gboolean dry_run,
                           AsyImportCounts *ret_counts, GError **error);

/** Told now and then how much is done, 0 to 1; %FALSE with @error set stops the import, and nothing of it stays. */
typedef gboolean (*AsyImportProgress) (double done, gpointer user_data, GError **error);

gboolean asy_import_store_full (AsySession *session, AsyImportBatch *batch, const char *name, gboolean dry_run,
                                AsyImportProgress progress, gpointer progress_data, AsyImportCounts *ret_counts, GError **error);

/** All rows that did not come in: those that could not be read and those that the register refused, by row. (transfer container) */
GPtrArray *asy_import_batch_list_refused (AsyImportBatch *batch) G_GNUC_WARN_UNUSED_RESULT;

AsyImportNote *asy_import_note_new (guint row, const char *column, AsyImportReason reason) G_GNUC_WARN_UNUSED_RESULT;
void asy_import_note_free (AsyImportNote *note);

G_END_DECLS
