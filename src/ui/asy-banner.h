/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/asy-meaning.h"

G_BEGIN_DECLS

/**
 * AsyBanner:
 *
 * A coloured band with an icon, a sentence and at most two buttons. Properties
 * `text`, `meaning`, `revealed`, `button-label`, `second-label`; signals
 * `clicked` and `second-clicked`.
 */
#define ASY_TYPE_BANNER (asy_banner_get_type ())
G_DECLARE_FINAL_TYPE (AsyBanner, asy_banner, ASY, BANNER, GtkWidget)

/** (transfer floating): not revealed yet */
GtkWidget *asy_banner_new (void);

/** Reveals a plain text; labels (nullable) have mnemonics. */
void asy_banner_show (AsyBanner *self, AsyMeaning meaning, const char *text, const char *button_label, const char *second_label);
void asy_banner_hide (AsyBanner *self);
gboolean asy_banner_get_revealed (AsyBanner *self);
const char *asy_banner_get_text (AsyBanner *self);

G_END_DECLS
