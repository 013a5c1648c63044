/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdint.h>
#include <string.h>

/* What every target in this folder defines; see meson.build for what calls it. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* The input as a C text; it ends at the first zero byte. (transfer full) */
static inline char *
fuzz_text (const uint8_t *data, size_t size)
{
  return g_strndup (size > 0 ? (const char *) data : "", size);
}
