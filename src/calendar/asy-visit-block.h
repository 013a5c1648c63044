/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/asy-dictionary.h"
#include "model/asy-visit-file.h"

G_BEGIN_DECLS

/**
 * AsyVisitBlock:
 *
 * A visit in the week: a button with a full accessible name. Actions are those
 * of the grid around it. It draws its lines itself and can show one visit after
 * another: hundreds of labels would take longer to lay out than a frame lasts.
 */
#define ASY_TYPE_VISIT_BLOCK (asy_visit_block_get_type ())
G_DECLARE_FINAL_TYPE (AsyVisitBlock, asy_visit_block, ASY, VISIT_BLOCK, GtkButton)

/** (transfer floating) */
GtkWidget *asy_visit_block_new (void);

/** @entry is borrowed until another one is set, or the block goes. */
void asy_visit_block_set_entry (AsyVisitBlock *self, const AsyVisitEntry *entry, AsyDictionary *dictionary);
const AsyVisitEntry *asy_visit_block_get_entry (AsyVisitBlock *self);

G_END_DECLS
