/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyFamiliesPage:
 *
 * The page Rodziny: the list of families and the pane of one. In a narrow window
 * it shows one of the two.
 */
#define ASY_TYPE_FAMILIES_PAGE (asy_families_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamiliesPage, asy_families_page, ASY, FAMILIES_PAGE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_families_page_new (AsyContext *context);

G_END_DECLS
