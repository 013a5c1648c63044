/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/asy-workload.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/* The table of an assistant's families. */

/** AsyWorkloadItem: a line of the table. */
#define ASY_TYPE_WORKLOAD_ITEM (asy_workload_item_get_type ())
G_DECLARE_FINAL_TYPE (AsyWorkloadItem, asy_workload_item, ASY, WORKLOAD_ITEM, GObject)

/** @entry (transfer full) */
AsyWorkloadItem *asy_workload_item_new (AsyWorkloadEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

const AsyWorkloadEntry *asy_workload_item_get_entry (AsyWorkloadItem *self);

/** Gives @view its columns, each of which sorts. @context outlives @view. */
void asy_workload_columns_add (GtkColumnView *view, AsyContext *context);

G_END_DECLS
