/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "families/asy-family-data.h"
#include "model/asy-dictionary.h"

G_BEGIN_DECLS

/**
 * asy_handover_rows_new:
 *
 * What the next assistant of a family takes over (page of a handover): the note
 * of the one before, open tasks, next dates, last visits; one row each, for a
 * card or a group of a form. (transfer container) (element-type GtkWidget): floating rows
 */
GPtrArray *asy_handover_rows_new (AsyFamilyData *data, AsyDictionary *dictionary) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
