/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-forms.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/**
 * asy_intake_rows_add:
 * @case_file: the form's copy
 * @reasons: (transfer floating): an AsyReasonsRow, put below the notice
 *
 * The rows about how a family came, for the registration and for later. Rows of
 * papers that the way in does not know (art. 11) are hidden. Gives the row that
 * @focus speaks of. (transfer none) (nullable)
 */
GtkWidget *asy_intake_rows_add (AsyForm *form, AsyCase *case_file, GtkWidget *reasons, AsyIntakeFocus focus);

G_END_DECLS
