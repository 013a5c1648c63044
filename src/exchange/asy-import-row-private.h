/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/asy-csv.h"
#include "exchange/asy-import-map-private.h"
#include "exchange/asy-import.h"

G_BEGIN_DECLS

/* Where the columns of a mapping stand in one file. */
typedef struct _AsyImportLayout AsyImportLayout;

AsyImportLayout *_asy_import_layout_new (AsyImportMap *map, const AsyCsvRecord *header, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void _asy_import_layout_free (AsyImportLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyImportLayout, _asy_import_layout_free)

/* Columns that nobody knows. */
void _asy_import_layout_list_unknown (AsyImportLayout *layout, GPtrArray *names);
const char *_asy_import_layout_get_column (AsyImportLayout *layout, guint cell);
guint _asy_import_layout_get_n_columns (AsyImportLayout *layout);

/* A field's column as the header calls it. */
const char *_asy_import_layout_name_field (AsyImportLayout *layout, const AsyImportField *field);

/* What the first column of a field holds, after its rule. (transfer full) */
char *_asy_import_layout_read_first (AsyImportLayout *layout, const AsyCsvRecord *record, const AsyImportField *field) G_GNUC_WARN_UNUSED_RESULT;

/* The same as it is written, with its line breaks. (transfer none) */
const char *_asy_import_layout_get_cell (AsyImportLayout *layout, const AsyCsvRecord *record, const AsyImportField *field);

/* Whether the row cannot be read at all; then it is noted. */
gboolean _asy_import_layout_refuses (AsyImportLayout *layout, const AsyCsvRecord *record, GPtrArray *refused);

/* One row as an entry, or NULL with a note added to refused. Remarks are added to remarks. */
AsyImportEntry *_asy_import_layout_read (AsyImportLayout *layout, const AsyCsvRecord *record, GPtrArray *refused,
                                         GPtrArray *remarks) G_GNUC_WARN_UNUSED_RESULT;

void _asy_import_entry_free (AsyImportEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyImportEntry, _asy_import_entry_free)

G_END_DECLS
