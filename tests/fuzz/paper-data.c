/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"
#include "letter/asy-paper-data.h"

/* Snapshots of papers: what is read is written as bytes that read the same. */

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr(GBytes) xml = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyPaperData) paper = asy_paper_data_new_from_xml (xml, &error);

  g_assert_true ((paper == NULL) == (error != NULL));
  if (paper != NULL)
    {
      g_autoptr(GBytes) once = asy_paper_data_to_xml (paper);
      g_autoptr(AsyPaperData) again = asy_paper_data_new_from_xml (once, &error);
      g_autoptr(GBytes) twice = NULL;

      g_assert_no_error (error);
      g_assert_true (asy_paper_data_equal (paper, again));
      twice = asy_paper_data_to_xml (again);
      g_assert_true (g_bytes_equal (once, twice));
    }
  return 0;
}
