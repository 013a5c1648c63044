/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Pisma: the register of papers, and the letters of courts that wait for an answer. */
#define ASY_TYPE_LETTERS_PAGE (asy_letters_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyLettersPage, asy_letters_page, ASY, LETTERS_PAGE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_letters_page_new (AsyContext *context);

G_END_DECLS
