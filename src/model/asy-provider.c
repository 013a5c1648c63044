/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-provider.h"

ASY_RECORD_DEFINE (AsyProvider, asy_provider, ASY_PROVIDER, ASY_PROVIDER_FIELDS, "provider")
