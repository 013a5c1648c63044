/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/*
 * A PDF held open by qpdf, read strictly: nothing is repaired behind our back,
 * because a repair could show another document than the one that was signed.
 *
 * The getters copy what qpdf hands out, since its strings live only until the
 * next call. An object that is missing or of another type reads as null.
 */
typedef struct _AsyPdf AsyPdf;

/** Opens @length bytes of @bytes from the start. Errors: NOT_PDF, ENCRYPTED, TOO_LARGE. */
AsyPdf *asy_pdf_open (GBytes *bytes, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void asy_pdf_free (AsyPdf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyPdf, asy_pdf_free)

qpdf_data asy_pdf_get_qpdf (AsyPdf *self);
const guint8 *asy_pdf_get_data (AsyPdf *self, gsize *ret_length);

/** Turns an exception that qpdf has kept since the last check into a FAILED or NOT_PDF error. */
gboolean asy_pdf_check (AsyPdf *self, int code, GError **error);

/** Whether qpdf has met damage since the file was opened; a damaged object reads as null. */
gboolean asy_pdf_has_warnings (AsyPdf *self);

/** The same as a NOT_PDF error that says what was found. */
gboolean asy_pdf_check_warnings (AsyPdf *self, GError **error);

qpdf_oh asy_pdf_get_trailer (AsyPdf *self);
qpdf_oh asy_pdf_get_root (AsyPdf *self);

/** The value under @key of a dictionary or of a stream's dictionary. */
qpdf_oh asy_pdf_get (AsyPdf *self, qpdf_oh oh, const char *key);

gboolean asy_pdf_is_null (AsyPdf *self, qpdf_oh oh);
gboolean asy_pdf_is_name (AsyPdf *self, qpdf_oh oh, const char *name);
gboolean asy_pdf_read_int (AsyPdf *self, qpdf_oh oh, gint64 *ret_value);

/** A text string as UTF-8, %NULL for anything else. (transfer full) */
char *asy_pdf_dup_text (AsyPdf *self, qpdf_oh oh);

/** The bytes of a string, %NULL for anything else. (transfer full) */
GBytes *asy_pdf_dup_string (AsyPdf *self, qpdf_oh oh);

/** "12 0 R" for a reference, else the object itself. (transfer full) */
char *asy_pdf_unparse (AsyPdf *self, qpdf_oh oh);

/** The keys of a dictionary, slash included, sorted. (transfer full) */
char **asy_pdf_dup_keys (AsyPdf *self, qpdf_oh oh);

/** Number of items, 0 for anything but an array. */
int asy_pdf_get_n_items (AsyPdf *self, qpdf_oh oh);
qpdf_oh asy_pdf_get_item (AsyPdf *self, qpdf_oh oh, int i);

/** The bytes of a stream as they stand in the file. (transfer full) */
GBytes *asy_pdf_dup_stream (AsyPdf *self, qpdf_oh oh, GError **error);

/** The objects that are reached by reference from @start on, each once. (transfer full) (element-type qpdf_oh) */
GArray *asy_pdf_list_reachable (AsyPdf *self, qpdf_oh start);

/** A terminal signature field; its value is null as long as nobody has signed. */
typedef struct
{
  char *name; /* fully qualified */
  qpdf_oh field;
  qpdf_oh value;
} AsyPdfField;

/** Signature fields in document order. (transfer full) (element-type AsyPdfField) */
GPtrArray *asy_pdf_list_signature_fields (AsyPdf *self, GError **error);

/** What a certification signature allows after it: 1 nothing, 2 forms, 3 also annotations; 0 without one. */
int asy_pdf_get_docmdp_level (AsyPdf *self);

/** Calendar time in Warsaw as PDF writes it: "D:20261122104500+01'00'". (transfer full) */
char *asy_pdf_format_time (gint64 unix_time);

/** The same instant in ISO 8601 as XMP writes it: "2026-11-22T10:45:00+01:00". (transfer full) */
char *asy_pdf_format_time_iso (gint64 unix_time);

/** Reads a PDF date; 0 for anything that is none. */
gint64 asy_pdf_parse_time (const char *text);

G_END_DECLS
