/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"
#include "seal/asy-xmp-private.h"

/* Two packets, parted by a zero byte. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const uint8_t *gap = size > 0 ? memchr (data, 0, size) : NULL;
  gsize length = gap != NULL ? (gsize) (gap - data) : size;
  g_autoptr (GBytes) first = g_bytes_new (data, length);
  g_autoptr (GBytes) second = g_bytes_new (gap != NULL ? gap + 1 : data, gap != NULL ? size - length - 1 : size);

  g_assert_cmpint (asy_xmp_is_same_document (first, second), ==, asy_xmp_is_same_document (second, first));
  g_assert_true (asy_xmp_is_same_document (first, first));
  return 0;
}
