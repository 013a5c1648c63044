/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "letter/asy-document.h"

G_BEGIN_DECLS

/**
 * AsyPaperView:
 *
 * The pages of a paper, one below another, as wide as there is room: the same
 * painter as the printer and the file, so the preview is the print.
 */
#define ASY_TYPE_PAPER_VIEW (asy_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (AsyPaperView, asy_paper_view, ASY, PAPER_VIEW, GtkWidget)

/** (transfer floating) */
GtkWidget *asy_paper_view_new (void);

/** @document (nullable); the place on screen is kept. */
void asy_paper_view_set_document (AsyPaperView *self, AsyDocument *document);

/** Scrolls to the beginning of a section. */
void asy_paper_view_show_section (AsyPaperView *self, const char *key);

G_END_DECLS
