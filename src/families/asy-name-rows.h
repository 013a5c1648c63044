/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-person.h"
#include "model/asy-person-name.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/* What a person was called before, in the form of that person. */

/** Called when a former name was written, changed or removed. */
typedef void (*AsyNameRowsChanged) (AsyForm *form);

/**
 * asy_name_rows_add_offer:
 * @person: the form's copy
 * @names: (element-type AsyPersonName): as loaded; not touched
 * @changed: (nullable)
 *
 * A group that is seen once the family name of a known person was changed, and
 * offers to keep the old one. Comes before asy_name_rows_add_history().
 */
void asy_name_rows_add_offer (AsyForm *form, AsyPerson *person, GPtrArray *names, AsyNameRowsChanged changed);

/** A group with a row for each former name, and a button for one more. */
void asy_name_rows_add_history (AsyForm *form);

/** Other names in place of these, which are those of another person. */
void asy_name_rows_set_names (AsyForm *form, GPtrArray *names);

/** Copies of what stands there now, with the old name when it is to be kept. (transfer full) (element-type AsyPersonName) */
GPtrArray *asy_name_rows_dup_names (AsyForm *form) G_GNUC_WARN_UNUSED_RESULT;

/** Keeps the names in the draft of the form, which asy_form_set_draft() began. */
void asy_name_rows_set_draft (AsyForm *form);

G_END_DECLS
