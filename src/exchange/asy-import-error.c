/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include "exchange/asy-import-error.h"

G_DEFINE_QUARK (asy-import-error-quark, asy_import_error)
