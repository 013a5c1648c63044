/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AsyLetterError:
 *
 * Why a template, the data of a paper or a paper could not be used. Messages
 * quote names of elements and fields, never a value.
 */
typedef enum {
  ASY_LETTER_ERROR_TOO_BIG,     /* more bytes, or deeper, than any paper needs */
  ASY_LETTER_ERROR_SYNTAX,      /* not well-formed XML */
  ASY_LETTER_ERROR_DOCTYPE,     /* a document type declaration: never needed, never read */
  ASY_LETTER_ERROR_SCHEMA,      /* an element or attribute out of place */
  ASY_LETTER_ERROR_FIELD,       /* a field that the template does not declare, or of another kind */
  ASY_LETTER_ERROR_NOT_FOUND,   /* no template of that name */
  ASY_LETTER_ERROR_FONT,        /* the type family of the papers is not installed */
  ASY_LETTER_ERROR_RENDER,      /* Cairo could not finish */
} AsyLetterError;

#define ASY_LETTER_ERROR (asy_letter_error_quark ())
GQuark asy_letter_error_quark (void);

/** The line of the XML source that @error speaks of; 0 when there is none. */
guint asy_letter_error_get_line (const GError *error);

G_END_DECLS
