/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "families/asy-family-filter.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyFilterPopover:
 *
 * Chooses what the list of families shows: every facet with its values, the
 * scope, and the user's own filters, which are picked, saved under a name,
 * renamed and removed here. Signal `changed` when the filter is another one.
 */
#define ASY_TYPE_FILTER_POPOVER (asy_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (AsyFilterPopover, asy_filter_popover, ASY, FILTER_POPOVER, GtkPopover)

/** @filter and @rows (element-type AsyFamilyRow) are borrowed and outlive the pop-over. (transfer floating) */
GtkWidget *asy_filter_popover_new (AsyContext *context, AsyFamilyFilter *filter, GListModel *rows);

/** The filter changed elsewhere. */
void asy_filter_popover_refresh (AsyFilterPopover *self);

/** A button that says what is chosen, @text, and takes it away; narrow enough for the pane. (transfer floating) */
GtkWidget *asy_filter_chip_new (const char *text);

G_END_DECLS
