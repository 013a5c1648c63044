/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Specjaliści: the directory of specialists and institutions. */
#define ASY_TYPE_DIRECTORY_PAGE (asy_directory_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyDirectoryPage, asy_directory_page, ASY, DIRECTORY_PAGE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_directory_page_new (AsyContext *context);

G_END_DECLS
