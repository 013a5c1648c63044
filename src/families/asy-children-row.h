/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/asy-family-file.h"

G_BEGIN_DECLS

/**
 * A row that opens into the children of the family, to be ticked; their names
 * become the text of @intervention. %NULL for a family without children.
 * (transfer floating) (nullable)
 */
GtkWidget *asy_children_row_new (AsyFamilyFile *file, AsyIntervention *intervention);

G_END_DECLS
