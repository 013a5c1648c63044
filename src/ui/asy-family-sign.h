/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/** What threatens at families today is read, and again after every change; before any page is made. */
void asy_family_signs_follow (AsyContext *context);

/** What to know before going to a family, by kind and reason. (nullable): nothing; it lives until the next change */
const char *asy_family_sign_get_text (AsyContext *context, gint64 family_id);

/** The sign beside a family's name, for screens that do not show its head. (transfer floating) (nullable) */
GtkWidget *asy_family_sign_new (AsyContext *context, gint64 family_id);

/** As asy_family_sign_new() on an image that is there: hidden when there is nothing to know. */
void asy_family_sign_set (GtkImage *image, AsyContext *context, gint64 family_id);

G_END_DECLS
