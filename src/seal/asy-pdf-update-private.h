/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/asy-pdf-private.h"

G_BEGIN_DECLS

/*
 * An incremental update (ISO 32000-1, 7.5.6): changed and new objects are
 * appended behind the old bytes, with a cross-reference of the kind that the
 * file has. qpdf writes only whole files, which would break earlier signatures.
 */
typedef struct _AsyPdfUpdate AsyPdfUpdate;

/** Errors: NOT_PDF when the last cross-reference is not where the file says. @pdf must outlive the update. */
AsyPdfUpdate *asy_pdf_update_new (AsyPdf *pdf, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void asy_pdf_update_free (AsyPdfUpdate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyPdfUpdate, asy_pdf_update_free)

/** A number for a new object of generation 0. */
int asy_pdf_update_take_id (AsyPdfUpdate *self);

/** Whether @oh is an object of the file that an update can replace. */
gboolean asy_pdf_update_can_replace (AsyPdfUpdate *self, qpdf_oh oh);

/** Appends a new object; returns where @body begins in the file. */
gsize asy_pdf_update_add (AsyPdfUpdate *self, int id, const char *body);

/** Appends the new state of an object of the file. */
void asy_pdf_update_replace (AsyPdfUpdate *self, qpdf_oh oh, const char *body);

/** Appends the cross-reference; @id_seed makes the second half of the file identifier. (transfer full) */
GByteArray *asy_pdf_update_finish (AsyPdfUpdate *self, const char *id_seed) G_GNUC_WARN_UNUSED_RESULT;

/** A value for a key of a dictionary, as text. */
typedef struct
{
  const char *key;
  const char *value;
} AsyPdfEntry;

/** A dictionary as text with some values replaced or added. (transfer full) */
char *asy_pdf_dup_dict_with (AsyPdf *pdf, qpdf_oh dict, const AsyPdfEntry *entries, gsize n_entries);

/** An array as text with one more item; an array of that item alone when @array is null. (transfer full) */
char *asy_pdf_dup_array_with (AsyPdf *pdf, qpdf_oh array, const char *item);

/** Where the last cross-reference of the first @length bytes begins; FALSE when it does not say. */
gboolean asy_pdf_find_last_xref (const guint8 *data, gsize length, gsize *ret_offset);

G_END_DECLS
