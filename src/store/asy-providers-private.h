/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-providers.h"

G_BEGIN_DECLS

/** What a provider is ordered and recognised by. */
void _asy_provider_set_keys (AsyProvider *provider);

G_END_DECLS
