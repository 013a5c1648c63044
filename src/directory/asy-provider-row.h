/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/asy-dictionary.h"
#include "model/asy-provider.h"

G_BEGIN_DECLS

/** A line of the directory: name, kind, when it was last checked, and what matters first. */
#define ASY_TYPE_PROVIDER_ROW (asy_provider_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyProviderRow, asy_provider_row, ASY, PROVIDER_ROW, GtkBox)

GtkWidget *asy_provider_row_new (void);
void asy_provider_row_show (AsyProviderRow *self, AsyProvider *provider, AsyDictionary *dictionary, AsyDay today);

/** Months after which what is written down of a place should be checked again. */
#define ASY_PROVIDER_STALE_MONTHS 6

/** `sprawdzono 12.02.2026`, or that nobody checked; *@ret_is_stale says whether it is time. (transfer full) */
char *asy_provider_dup_checked (AsyProvider *provider, AsyDay today, gboolean *ret_is_stale) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
