/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsySearchBox:
 *
 * Searches the whole register as one types: families, people, specialists,
 * assistants, letters. Results hang below the field; arrows, Enter and Esc work
 * without leaving it.
 */
#define ASY_TYPE_SEARCH_BOX (asy_search_box_get_type ())
G_DECLARE_FINAL_TYPE (AsySearchBox, asy_search_box, ASY, SEARCH_BOX, GtkWidget)

void asy_search_box_set_context (AsySearchBox *self, AsyContext *context);

/** Ctrl+K. */
void asy_search_box_begin (AsySearchBox *self);

G_END_DECLS
