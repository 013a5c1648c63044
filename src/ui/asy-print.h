/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "letter/asy-document.h"

G_BEGIN_DECLS

/**
 * asy_ui_print:
 * @title: name of the print job
 *
 * Asks for a printer and prints @document with the painter that the preview and
 * the PDF use. What goes wrong is shown over @parent.
 */
void asy_ui_print (GtkWidget *parent, AsyDocument *document, const char *title);

/** Prints into a PDF file by the same way, without asking; for tests. */
gboolean asy_ui_print_to_file (AsyDocument *document, const char *path, GError **error);

G_END_DECLS
