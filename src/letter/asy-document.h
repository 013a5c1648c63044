/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "letter/asy-paper-data.h"
#include "letter/asy-template.h"

G_BEGIN_DECLS

/**
 * AsyDocument:
 *
 * A paper set in pages. Set once, with type that knows no screen, so that the
 * preview, the printer and the file break lines and pages at the same places;
 * asy_document_draw_page() is the one painter of all three.
 *
 * It may be made in any thread and handed to another, but belongs to one at a
 * time.
 */
#define ASY_TYPE_DOCUMENT (asy_document_get_type ())
G_DECLARE_FINAL_TYPE (AsyDocument, asy_document, ASY, DOCUMENT, GObject)

/**
 * asy_document_new:
 *
 * Sets @data by @template_. Values that are not there yet are no error: the
 * places of required ones are marked in the text. Both are only read.
 *
 * Errors: #AsyLetterError, when a value has another kind than the template
 * declares or the paper would have no end.
 */
AsyDocument *asy_document_new (AsyTemplate *template_, AsyPaperData *data, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Whether the type families of the papers are installed; %ASY_LETTER_ERROR_FONT names the one that is not. */
gboolean asy_document_check_fonts (GError **error);

guint asy_document_get_n_pages (AsyDocument *self);

/** Size of every page in points (1/72 inch). */
void asy_document_get_page_size (AsyDocument *self, double *ret_width_pt, double *ret_height_pt);

/**
 * asy_document_draw_page:
 * @cr: its unit is taken as one point: scale it to draw larger or smaller
 * @page: 0 is the first
 *
 * Draws the ink of a page; the paper itself is left as it is.
 */
void asy_document_draw_page (AsyDocument *self, cairo_t *cr, guint page);

/** Words of the running text; headings, tables and footers are not counted. */
guint asy_document_get_n_words (AsyDocument *self);

/** Where section @key begins; %FALSE when the paper does not have it. @ret_y_pt is counted from the top edge. */
gboolean asy_document_find_section (AsyDocument *self, const char *key, guint *ret_page, double *ret_y_pt);

/** What the file says about itself. */
typedef struct
{
  const char *title;            /* (nullable): the title of the template */
  const char *author;           /* (nullable) */
  const char *subject;          /* (nullable) */
  const char *keywords;         /* (nullable) */
  const char *created;          /* when the paper was issued: `2026-03-24T10:40:00+01:00` */
} AsyDocumentMeta;

/**
 * asy_document_write_pdf:
 *
 * The paper as PDF 1.5 with embedded fonts, an outline of its sections and
 * marked paragraphs and headings. The same paper with the same @meta gives the
 * same bytes. Errors: %ASY_LETTER_ERROR_RENDER.
 */
GBytes *asy_document_write_pdf (AsyDocument *self, const AsyDocumentMeta *meta, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
