/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "exchange/asy-import-error.h"

G_BEGIN_DECLS

/** What a table is of. */
typedef enum {
  ASY_IMPORT_PROVIDERS,         /* the directory: a row a place */
  ASY_IMPORT_FAMILIES,          /* families: a row a person, or one a family */
} AsyImportKind;

/** Name of the shipped mapping that knows what offices call the columns of their tables of families. */
#define ASY_IMPORT_MAP_FAMILIES "families"
/** The same for lists of places; no table is recognised by it. */
#define ASY_IMPORT_MAP_PROVIDERS "providers"

/**
 * AsyImportMap:
 *
 * Which column of a table feeds which field of the register, read from XML
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

/** Names of the shipped mappings for providers. (transfer none) */
const char *const *asy_import_map_list_shipped (void);

AsyImportKind asy_import_map_get_kind (AsyImportMap *self);

/*
 * A mapping of one's own, by hand: fields of a shipped one, each fed by one
 * column. Fields are told by their place in it.
 */

guint asy_import_map_get_n_fields (AsyImportMap *self);
/** `birth-date` */
const char *asy_import_map_get_field_name (AsyImportMap *self, guint field);
/** As a msgid, what people call it: `Date of birth`. */
const char *asy_import_map_get_field_label (AsyImportMap *self, guint field);
/** The field that a column of this name feeds, or -1. */
int asy_import_map_find_column (AsyImportMap *self, const char *column);
/** Whether the column holds the number of an entry in its source. */
gboolean asy_import_map_is_key (AsyImportMap *self, const char *column);

/** For families: of the columns that a field may have only the one that the table has. Others come back as they are. (transfer full) */
AsyImportMap *asy_import_map_fit (AsyImportMap *self, const char *const *header) G_GNUC_WARN_UNUSED_RESULT;

/**
 * @fields: for each column of @header the field that it feeds, or -1. A list of
 * places without a column of kinds takes the kind from the name. (transfer full)
 */
AsyImportMap *asy_import_map_choose (AsyImportMap *self, const char *const *header, const int *fields) G_GNUC_WARN_UNUSED_RESULT;

/** The bytes that asy_import_map_new_from_xml() reads. (transfer full) */
GBytes *asy_import_map_to_xml (AsyImportMap *self) G_GNUC_WARN_UNUSED_RESULT;

const char *asy_import_map_get_name (AsyImportMap *self);
/** What kind of file it is for, in Polish. */
const char *asy_import_map_get_title (AsyImportMap *self);
/** Under what name the numbers of the source are remembered: `rspo`. */
const char *asy_import_map_get_register (AsyImportMap *self);

G_END_DECLS
