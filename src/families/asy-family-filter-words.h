/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-filter.h"
#include "model/asy-dictionary.h"

G_BEGIN_DECLS

/* What the filter of families is called, in the user's language. No widget here. */

/** `Etap`. */
const char *asy_family_facet_get_label (AsyFamilyFacet facet);

/** `Diagnoza`; @rows (element-type AsyFamilyRow) know the names of assistants. (transfer full) */
char *asy_family_facet_dup_value_label (AsyFamilyFacet facet, const char *value, AsyDictionary *dictionary, GListModel *rows) G_GNUC_WARN_UNUSED_RESULT;

/** `Diagnoza, Plan w przygotowaniu`: the chosen values; %NULL when there are none. (transfer full) */
char *asy_family_filter_describe_facet (const AsyFamilyFilter *filter, AsyFamilyFacet facet, AsyDictionary *dictionary,
                                        GListModel *rows) G_GNUC_WARN_UNUSED_RESULT;

/** `Archiwum`. */
const char *asy_families_scope_get_label (AsyFamiliesScope scope);

/** `Ostatnia wizyta`. */
const char *asy_family_order_get_label (AsyFamilyOrder order);

/** `interwencja otwarta, Niebieska Karta`; an empty text for none. (transfer full) */
char *asy_family_flags_describe (AsyFamilyFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/** All values that may be chosen, in the order of people. (transfer full) (element-type utf8): interned */
GPtrArray *asy_family_facet_list_values (AsyFamilyFacet facet, AsyDictionary *dictionary, GListModel *rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
