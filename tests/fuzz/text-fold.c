/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/asy-text.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_autofree char *folded = asy_text_fold (text);
  gsize n = strlen (folded);

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_true (n == 0 || (folded[0] != ' ' && folded[n - 1] != ' '));
  g_assert_null (strstr (folded, "  "));
  for (gsize i = 0; i < n; i++)
    g_assert_true (folded[i] == ' ' || g_ascii_islower (folded[i]) || g_ascii_isdigit (folded[i])
                   || ((guchar) folded[i]) > 0x7f);
  if (g_str_is_ascii (folded))
    {
      g_autofree char *again = asy_text_fold (folded);

      g_assert_cmpstr (again, ==, folded);
    }
  return 0;
}
