/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "families/asy-family-filter.h"
#include "model/asy-dictionary.h"

G_BEGIN_DECLS

/**
 * AsyFacetRow:
 *
 * One facet of the filter of families: a row that opens to a list of checks and
 * says in its second line what was chosen. Signal `changed` when the user
 * ticked something; the filter has it by then.
 */
#define ASY_TYPE_FACET_ROW (asy_facet_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyFacetRow, asy_facet_row, ASY, FACET_ROW, AdwExpanderRow)

/** @filter and @rows are borrowed and outlive the row. (transfer floating) */
GtkWidget *asy_facet_row_new (AsyFamilyFacet facet, AsyFamilyFilter *filter, AsyDictionary *dictionary, GListModel *rows);

/** The filter or the families changed elsewhere. */
void asy_facet_row_refresh (AsyFacetRow *self);

G_END_DECLS
