/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyImportPage:
 *
 * Families and people from an office's old table, or specialists from a list of
 * places, in three steps: the file, what its columns mean, what would happen;
 * then the import, which can be stopped. What is shown first are `families`;
 * asy_page_show() with `providers` turns to the other.
 */
#define ASY_TYPE_IMPORT_PAGE (asy_import_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyImportPage, asy_import_page, ASY, IMPORT_PAGE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_import_page_new (AsyContext *context);

/** Goes on with a file that was chosen. */
void asy_import_page_open (AsyImportPage *self, GFile *file);

G_END_DECLS
