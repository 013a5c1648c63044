/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-data.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/**
 * asy_contact_rows_add:
 * @days: (element-type AsyDay): what stands in the rows at first
 *
 * Rows for the planned contacts of the monitoring, some of them free. The form
 * keeps them.
 */
void asy_contact_rows_add (AsyForm *form, GArray *days);

/** The days that are typed, each once. (transfer full) (element-type AsyDay) */
GArray *asy_contact_rows_dup_days (AsyForm *form) G_GNUC_WARN_UNUSED_RESULT;

/** The contacts that no card has answered yet. (transfer full) (element-type AsyDay) */
GArray *asy_contact_rows_open_days (AsyFamilyData *data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
