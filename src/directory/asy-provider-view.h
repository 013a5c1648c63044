/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-provider.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Everything that the office knows of one specialist or institution. (transfer floating) */
GtkWidget *asy_provider_view_new (AsyContext *context, AsyProvider *provider);

/** Form for a new or an existing one; saved through the store. */
void asy_provider_form_open (AsyContext *context, AsyProvider *provider);

G_END_DECLS
