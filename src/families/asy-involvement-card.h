/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "families/asy-family-data.h"

G_BEGIN_DECLS

/** Who works with the family already (kto już działa): a heading and a card at the end of @column. Its buttons activate `family.involvement`. */
void asy_involvement_card_append (GtkBox *column, AsyFamilyData *data);

G_END_DECLS
