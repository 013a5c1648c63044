/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/asy-import.h"

G_BEGIN_DECLS

/* A table as the mapping screen shows it, and what the office chose for such a table. No widget here.
 * Immutable, shared between threads by reference. */

/** Rows shown of a table. */
#define ASY_IMPORT_FILE_SAMPLE 4

typedef struct {
  char *name;
  GBytes *bytes;
  char **header;                /* as the first line has it; the n-th is never empty for a column in use */
  guint n_columns;
  GPtrArray *rows;              /* char **: the first of them, each with n_columns cells */
  guint n_rows;                 /* blank ones aside */
  const char *encoding;         /* static */
  char delimiter;
  AsyImportKind kind;
  AsyImportMap *fields;         /* the shipped mapping: all fields that there are */
  AsyImportMap *recognised;     /* nullable: the shipped mapping of such a public list of places */
  AsyImportMap *remembered;     /* nullable: chosen for a table of these columns before */
} AsyImportFile;

/** Reads and looks; for a thread of its own. */
AsyImportFile *asy_import_file_load (GFile *file, AsyImportKind kind, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AsyImportFile *asy_import_file_ref (AsyImportFile *self) G_GNUC_WARN_UNUSED_RESULT;
void asy_import_file_unref (AsyImportFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyImportFile, asy_import_file_unref)

/** The field that a column is proposed to feed: as chosen before, else by its name; -1 for none. */
int asy_import_file_propose (AsyImportFile *self, guint column);

/** A few values of a column: `Nowak, Wilk`; an empty text when there are none. (transfer full) */
char *asy_import_file_dup_sample (AsyImportFile *self, guint column) G_GNUC_WARN_UNUSED_RESULT;

/** Keeps a mapping for the next table with these columns, beside the user's other data. It holds no personal data. */
gboolean asy_import_file_remember (AsyImportFile *self, AsyImportMap *map, GError **error);

G_END_DECLS
