/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-data.h"
#include "ui/asy-context.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/* The forms of kinship. Each opens a window and returns at once. */

/** @kinship %NULL: a new one */
void asy_kin_form_kinship (AsyContext *context, AsyFamilyData *data, AsyKinship *kinship);

/** @couple %NULL: a new one */
void asy_kin_form_union (AsyContext *context, AsyFamilyData *data, AsyUnion *couple);

/** @person %NULL: somebody new outside the family, with whose parent they are */
void asy_kin_form_person (AsyContext *context, AsyFamilyData *data, AsyPerson *person);

/** Two records of one person side by side: what differs is chosen field by field. Taken back from the message that follows. */
void asy_kin_form_merge (AsyContext *context, AsyPerson *kept, AsyPerson *merged);

/** Parts what was merged. */
void asy_kin_part (AsyContext *context, gpointer owner, gint64 merge_id);

/** Word of a kinship: "mother by adoption". */
const char *asy_kinship_kind_get_label (AsyKinshipKind kind);

G_END_DECLS
