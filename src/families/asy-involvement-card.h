/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "families/asy-family-data.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Who works with the family already (kto już działa): a heading and a card at the end of @column. Its buttons activate `family.involvement`. */
void asy_involvement_card_append (GtkBox *column, AsyFamilyData *data);

/** Opens the form once the directory is at hand; @id 0: a new one. @owner is held weakly. */
void asy_involvement_card_open (GtkWidget *owner, AsyContext *context, AsyFamilyData *data, gint64 id);

G_END_DECLS
