/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/asy-meaning.h"

G_BEGIN_DECLS

/**
 * AsyPill:
 *
 * A word on a round coloured ground: a stage, a term, a warning. Properties
 * `text`, `meaning`, `icon-name`; hidden while the text is empty.
 */
#define ASY_TYPE_PILL (asy_pill_get_type ())
G_DECLARE_FINAL_TYPE (AsyPill, asy_pill, ASY, PILL, GtkWidget)

/** (transfer floating) */
GtkWidget *asy_pill_new (const char *text, AsyMeaning meaning);

void asy_pill_set (AsyPill *self, const char *text, AsyMeaning meaning);
void asy_pill_set_icon_name (AsyPill *self, const char *icon_name);
const char *asy_pill_get_text (AsyPill *self);

G_END_DECLS
