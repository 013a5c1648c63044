/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"
#include "seal/asy-revision-private.h"

/*
 * Two bytes tell where a revision ends in the file that follows. The comparison
 * is reached without a signature that fits, which no fuzzer would guess.
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) file = NULL;
  g_autoptr (AsyPdf) before = NULL;
  g_autoptr (AsyPdf) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  gsize end;

  if (size < 2)
    return 0;
  end = (gsize) data[0] << 8 | data[1];
  file = g_bytes_new (data + 2, size - 2);
  if (end > size - 2)
    return 0;
  before = asy_pdf_open (file, end, NULL);
  after = asy_pdf_open (file, size - 2, NULL);
  if (before == NULL || after == NULL)
    return 0;
  changes = asy_revision_compare (before, after);
  if (end < size - 2)
    asy_revision_find_hidden (after, end, changes);
  for (guint i = 0; i < changes->len; i++)
    g_assert_nonnull (((AsyChange *) changes->pdata[i])->code);
  return 0;
}
