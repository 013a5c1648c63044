/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include "seal/asy-seal-error.h"

G_DEFINE_QUARK (asy-seal-error-quark, asy_seal_error)
