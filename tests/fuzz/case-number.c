/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/asy-case-number.h"
#include "fuzz.h"

static void
try_case_number (const char *text)
{
  g_autofree char *normal = asy_case_number_normalise (text);
  g_autofree char *again = asy_case_number_normalise (normal);
  AsyCaseNumber first, second;

  g_assert_true (g_utf8_validate (normal, -1, NULL));
  g_assert_cmpstr (again, ==, normal);
  if (asy_case_number_parse (text, &first) != ASY_CASE_NUMBER_OK)
    return;
  g_assert_cmpint (asy_case_number_parse (normal, &second), ==, ASY_CASE_NUMBER_OK);
  g_assert_cmpint (first.division, ==, second.division);
  g_assert_cmpstr (first.repertory, ==, second.repertory);
  g_assert_cmpint (first.simplified, ==, second.simplified);
  g_assert_cmpint (first.number, ==, second.number);
  g_assert_cmpint (first.year, ==, second.year);
}

static void
try_mark (const char *text)
{
  g_autofree char *mark = asy_case_mark_format (text, 12, 2026);

  g_assert_cmpint (mark != NULL, ==, asy_case_mark_is_pattern (text));
  if (mark != NULL)
    g_assert_null (strpbrk (mark, "{}\n"));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = fuzz_text (data, size);

  try_case_number (text);
  try_mark (text);
  (void) asy_roman_to_number (text);
  return 0;
}
