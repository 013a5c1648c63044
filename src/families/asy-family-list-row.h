/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-families.h"
#include "ui/asy-two-lines.h"

G_BEGIN_DECLS

/** A family in the list: name and warnings, what is due; district and stage. */
void asy_family_list_row_set (AsyTwoLines *self, AsyFamilyRow *row, AsyDay today);

G_END_DECLS
