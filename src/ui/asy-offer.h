/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

typedef void (*AsyOfferFunc) (AsyContext *context, gpointer data);

/**
 * asy_offer:
 * @accept: the label of the button, which Return presses too
 * @free_data: (nullable)
 *
 * Asks over the main window, after something was saved, whether to go on with
 * what most likely comes next; "not now" leaves it for later.
 */
void asy_offer (AsyContext *context, const char *heading, const char *body, const char *accept, AsyOfferFunc accepted,
                gpointer data, GDestroyNotify free_data);

G_END_DECLS
