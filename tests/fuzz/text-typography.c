/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/asy-text.h"
#include "fuzz.h"

/* The text without what setting may do to it. */
static char *
strip_setting (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch (g_utf8_get_char (p))
      {
      case 0x00a0:
        g_string_append_c (out, ' ');
        break;
      case 0x2013:
        g_string_append_c (out, '-');
        break;
      case 0x201d:
      case 0x201e:
        g_string_append_c (out, '"');
        break;
      default:
        g_string_append_unichar (out, g_utf8_get_char (p));
      }
  return g_string_free (out, FALSE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *set = asy_text_typography (text);
  g_autofree char *again = asy_text_typography (set);
  g_autofree char *stripped = strip_setting (set);
  g_autofree char *expected = strip_setting (valid);

  g_assert_cmpstr (stripped, ==, expected);
  g_assert_cmpstr (again, ==, set);
  return 0;
}
