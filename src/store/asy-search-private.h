/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Providers no longer in use: found in the directory when it is asked for them. */
#define ASY_SEARCH_RETIRED_PROVIDER "provider_retired"

G_END_DECLS
