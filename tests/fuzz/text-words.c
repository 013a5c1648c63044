/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/asy-text.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_autofree char *squashed = asy_text_squash (text);
  g_autofree char *again = asy_text_squash (squashed);
  g_autofree char *family = asy_text_family_plural (text);
  g_autofree char *initials = asy_text_initials (text);
  g_autofree char *phone = asy_text_phone (text);

  g_assert_cmpstr (again, ==, squashed);
  g_assert_null (strstr (squashed, "  "));
  g_assert_true (g_utf8_validate (squashed, -1, NULL));
  g_assert_true (g_utf8_validate (family, -1, NULL));
  g_assert_true (g_utf8_validate (initials, -1, NULL));
  g_assert_true (g_utf8_validate (phone, -1, NULL));
  return 0;
}
