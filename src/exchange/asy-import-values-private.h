/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/asy-import-map-private.h"

G_BEGIN_DECLS

/* Cleans the text of a cell and applies a rule; "" for one of the mapping's empty texts. (transfer full) */
char *_asy_import_apply_rule (AsyImportMap *map, AsyImportRule rule, const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The code of the first value that fits, or NULL. (transfer none) */
const char *_asy_import_find_code (const AsyImportField *field, const char *text);

/* What a cell of telephone numbers holds. */
typedef struct {
  GPtrArray *numbers;           /* char *: digits, as asy_ident_check_phone() gives them */
  gboolean has_more;            /* words beside a number, or more than two numbers: worth keeping as written */
  gboolean has_wrong;           /* a part that is no number */
} AsyImportPhones;

void _asy_import_read_phones (const char *text, AsyImportPhones *ret_phones);
void _asy_import_phones_clear (AsyImportPhones *phones);

/* An ISO day or a Polish one, `24.03.2026 r.`; ASY_DAY_NONE for anything else. */
guint32 _asy_import_read_day (const char *text);

typedef enum {
  ASY_IMPORT_DAY_OK,
  ASY_IMPORT_DAY_BAD,
  ASY_IMPORT_DAY_AMBIGUOUS,
} AsyImportDay;

/*
 * A day in the forms of Polish offices: 31.12.2024 with or without `r.`,
 * 2024-12-31, 31-12-2024, 31/12/2024, a time behind it aside. Two digits of a
 * year, and 03/04/2024, which spreadsheets write in two orders, are ambiguous.
 */
AsyImportDay _asy_import_read_any_day (const char *text, guint32 *ret_day);

/* `tak`, `1`, `x` …: whether a cell says yes. */
gboolean _asy_import_read_bool (const char *text);

G_END_DECLS
