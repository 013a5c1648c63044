/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/asy-text.h"
#include "fuzz.h"

static char *
compose (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/* Two texts, one a line: their keys are equal only when they are. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);
  const char *other = lines[0] != NULL && lines[1] != NULL ? lines[1] : "";
  g_autofree char *key = asy_text_sort_key (lines[0]);
  g_autofree char *other_key = asy_text_sort_key (other);
  g_autofree char *composed = compose (lines[0] != NULL ? lines[0] : "");
  g_autofree char *other_composed = compose (other);

  for (const char *p = key; *p != '\0'; p++)
    g_assert_true (*p == '\t' || g_ascii_isprint (*p));
  g_assert_cmpint (strcmp (key, other_key) == 0, ==, strcmp (composed, other_composed) == 0);
  return 0;
}
