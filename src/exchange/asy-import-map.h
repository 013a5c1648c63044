/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "exchange/asy-import-error.h"

G_BEGIN_DECLS

/**
 * AsyImportMap:
 *
 * Which column of a table feeds which field of the directory, read from XML
 * (data/exchange, described by its mapping.rng). Immutable.
 */
typedef struct _AsyImportMap AsyImportMap;

AsyImportMap *asy_import_map_ref (AsyImportMap *self);
void asy_import_map_unref (AsyImportMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyImportMap, asy_import_map_unref)

/** From the bytes of an XML file; messages name the line (%ASY_IMPORT_ERROR_BAD_MAPPING). */
AsyImportMap *asy_import_map_new_from_xml (GBytes *xml, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** One of those that ship with the program, by name: `rspo`. %ASY_IMPORT_ERROR_NO_MAPPING. */
AsyImportMap *asy_import_map_new_shipped (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** The shipped mapping that knows the columns of a header; of several the one that asks for most of them. */
AsyImportMap *asy_import_map_recognise (const char *const *header, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Names of the shipped mappings. (transfer none) */
const char *const *asy_import_map_list_shipped (void);

const char *asy_import_map_get_name (AsyImportMap *self);
/** What kind of file it is for, in Polish. */
const char *asy_import_map_get_title (AsyImportMap *self);
/** Under what name the numbers of the source are remembered: `rspo`. */
const char *asy_import_map_get_register (AsyImportMap *self);

G_END_DECLS
