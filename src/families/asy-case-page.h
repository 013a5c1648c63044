/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/** AsyCasePage: an earlier case of a family, to look back at: what it was, and everything that happened in it. */
#define ASY_TYPE_CASE_PAGE (asy_case_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyCasePage, asy_case_page, ASY, CASE_PAGE, AdwBin)

GtkWidget *asy_case_page_new (AsyContext *context);

G_END_DECLS
