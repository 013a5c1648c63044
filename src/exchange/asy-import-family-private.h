/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/asy-import-row-private.h"

G_BEGIN_DECLS

/* Rows of people on their way to families. */
typedef struct _AsyImportFamilies AsyImportFamilies;

AsyImportFamilies *_asy_import_families_new (AsyImportBatch *batch, AsyDay today) G_GNUC_WARN_UNUSED_RESULT;
void _asy_import_families_free (AsyImportFamilies *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyImportFamilies, _asy_import_families_free)

/* Reads one row into its family, or notes why not. */
void _asy_import_families_add (AsyImportFamilies *self, AsyImportLayout *layout, const AsyCsvRecord *record);

/* Gives the batch all families of which no row was refused. */
void _asy_import_families_finish (AsyImportFamilies *self);

void _asy_import_family_free (AsyImportFamily *family);

/* Refusals by row, as the file has them. */
void _asy_import_sort_notes (GPtrArray *notes);

/* Families into the register, within the transaction of asy_import_store(). */
gboolean _asy_import_store_families (AsySession *session, AsyImportBatch *batch, AsyImportCounts *counts, AsyImportProgress progress,
                                     gpointer progress_data, GError **error);

G_END_DECLS
