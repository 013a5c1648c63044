/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/asy-pdf-private.h"

G_BEGIN_DECLS

/** Something that was changed after a signature though it must not be. */
typedef struct
{
  const char *code; /* static */
  char *text;
} AsyChange;

/**
 * Compares the revision that somebody signed with the file as it is now,
 * object by object, and lists what was changed after the signature though only
 * more signatures may be added (ISO 32000-1, 12.8.2.2; "shadow attacks").
 *
 * Allowed are: filling an empty signature field, new signature fields, data for
 * long-term validation (DSS), and notes of who last wrote the file.
 *
 * Returns: (transfer full) (element-type AsyChange)
 */
GPtrArray *asy_revision_compare (AsyPdf *before, AsyPdf *after) G_GNUC_WARN_UNUSED_RESULT;

/** An empty list of changes. (transfer full) (element-type AsyChange) */
GPtrArray *asy_revision_new_changes (void) G_GNUC_WARN_UNUSED_RESULT;

/** Adds to the list, once for each text. */
void asy_revision_add_change (GPtrArray *changes, const char *code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/**
 * Looks for objects behind @from that the file does not use: a viewer that
 * repairs files could show them.
 */
void asy_revision_find_hidden (AsyPdf *pdf, gsize from, GPtrArray *changes);

/* For the two halves of the comparison. */

typedef enum
{
  ASY_REVISION_ROLE_NONE,
  ASY_REVISION_ROLE_CATALOG,
  ASY_REVISION_ROLE_PAGE,
  ASY_REVISION_ROLE_EMPTY_FIELD, /* a signature field that nobody had signed, or a place where it is shown */
} AsyRevisionRole;

typedef struct
{
  AsyPdf *before;
  AsyPdf *after;
  GPtrArray *changes;
  GHashTable *roles;      /* object key → AsyRevisionRole, of objects in @before */
  GHashTable *new_fields; /* object keys of signature fields in @after */
  GHashTable *seen;       /* object keys that are compared or wait for it */
  GArray *waiting;
  guint n_signed; /* fields that were filled or added */
} AsyRevision;

/** Number and generation of a reference as one key; NULL for a direct object. */
gpointer asy_revision_get_key (AsyPdf *pdf, qpdf_oh oh);

/** Handles one key of two dictionaries; FALSE leaves it to the strict comparison. */
typedef gboolean (*AsyRevisionKeyFunc) (AsyRevision *self, const char *key, qpdf_oh before, qpdf_oh after);

/** Compares values that must be the same; differences are noted under @code. */
void asy_revision_compare_value (AsyRevision *self, qpdf_oh before, qpdf_oh after, const char *code);

/** Compares two dictionaries key by key, @func first. Null counts as empty. */
void asy_revision_compare_dict (AsyRevision *self, qpdf_oh before, qpdf_oh after, const char *code, AsyRevisionKeyFunc func);

/** Finds the signature fields of both states. */
gboolean asy_revision_learn_fields (AsyRevision *self);

/** The form: more signature fields, the flags that come with them. */
void asy_revision_compare_form (AsyRevision *self, qpdf_oh before, qpdf_oh after);

/** What may happen to an empty signature field. */
void asy_revision_compare_empty_field (AsyRevision *self, qpdf_oh before, qpdf_oh after);

/** The annotations of a page: more signature fields at the end. */
void asy_revision_compare_annotations (AsyRevision *self, qpdf_oh page, qpdf_oh before, qpdf_oh after);

G_END_DECLS
