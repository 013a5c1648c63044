/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyLibraryPage:
 *
 * The library of proven goals and tasks: by area, searched, edited, added to;
 * goals are hidden and shown again, the office's own removed. A subpage; answers
 * `library`.
 */
#define ASY_TYPE_LIBRARY_PAGE (asy_library_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyLibraryPage, asy_library_page, ASY, LIBRARY_PAGE, AdwBin)

GtkWidget *asy_library_page_new (AsyContext *context);

G_END_DECLS
