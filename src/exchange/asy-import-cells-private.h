/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/asy-day.h"
#include "base/asy-ident.h"

G_BEGIN_DECLS

/* Cells in which an old table says several things at once. */

/* `Kowalska Anna Maria`, `Kowalska, Anna` or `Anna Maria Kowalska`; NULL for what is not there. (out) (transfer full) */
void _asy_import_split_name (const char *text, gboolean is_surname_first, char **ret_surname, char **ret_given);

/* `ul. Polna 3/5, 50-123 Wrocław`; %FALSE, and nothing set, without a postcode in it. (out) (transfer full) */
gboolean _asy_import_split_address (const char *text, char **ret_street, char **ret_postcode, char **ret_city);

/* A child of a cell. */
typedef struct {
  char *given_name;
  char *surname;                /* nullable: not told */
  AsyDay born;
  char *pesel;                  /* nullable */
} AsyImportChild;

/*
 * `Jan (2015), Anna ur. 12.03.2018`, a child a line too. Whatever is no name, day
 * or PESEL makes @ret_is_all false: the cell is worth keeping as written.
 * (element-type AsyImportChild) (transfer full)
 */
GPtrArray *_asy_import_read_children (const char *text, gboolean *ret_is_all) G_GNUC_WARN_UNUSED_RESULT;

/* Of a Polish given name: all but a handful of women's names end in `a`, and of men's only these few. */
AsySex _asy_import_guess_sex (const char *given_name);

/* The surname of a family (`Kowalscy`) or of its other members as this one bears it: `Kowalski`, `Kowalska`. (transfer full) */
char *_asy_import_fit_surname (const char *surname, AsySex sex) G_GNUC_WARN_UNUSED_RESULT;

/* A number that a spreadsheet has taken the zeros at its beginning from, put right: people born 2000 to 2009. */
gboolean _asy_import_mend_pesel (const char *text, AsyPesel *ret_pesel);

G_END_DECLS
