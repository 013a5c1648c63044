/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"
#include "seal/asy-asn1-private.h"
#include "seal/asy-cms-verify-private.h"

/* Signatures and the structures inside them, as they stand in a PDF. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const types[] = { "SigningCertificate", "QCStatements", "TSTInfo" };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (AsyCms) detached = asy_cms_verify (data, size, bytes, TRUE);
  g_autoptr (AsyCms) embedded = asy_cms_verify (data, size, NULL, FALSE);

  g_assert_cmpuint (asy_asn1_measure (data, size), <=, size);
  /* It would have to sign itself. */
  g_assert_cmpint (detached->problem, !=, ASY_SIGNATURE_PROBLEM_NONE);
  g_assert_true (embedded->signer != NULL || embedded->problem != ASY_SIGNATURE_PROBLEM_NONE);
  g_assert_cmpint (asy_time_stamp_verify (bytes, bytes, NULL), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_auto (AsyAsn1) node = asy_asn1_decode (types[i], data, size);
      g_autoptr (GBytes) again = node != NULL ? asy_asn1_encode (node) : NULL;

      if (again != NULL)
        g_assert_cmpuint (g_bytes_get_size (again), <=, size);
    }
  return 0;
}
