/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"
#include "seal/asy-pades.h"
#include "seal/asy-seal-error.h"
#include "seal/asy-verify.h"

#define NOW G_GINT64_CONSTANT (1795340700)

static void
check_report (AsyVerification *verification, guint i)
{
  AsySignatureReport *report = asy_verification_get_signature (verification, i);

  g_assert_true (g_utf8_validate (asy_signature_report_get_field (report), -1, NULL));
  g_assert_true (g_utf8_validate (asy_signature_report_get_signer (report), -1, NULL));
  /* Nobody is trusted here, so nobody can be qualified and nothing can be green. */
  g_assert_false (asy_signature_report_get_is_trusted (report));
  g_assert_false (asy_signature_report_get_is_qualified (report));
  g_assert_cmpint (asy_signature_report_get_proven_time (report), ==, 0);
  for (guint k = 0; k < asy_signature_report_get_n_changes (report); k++)
    {
      g_assert_nonnull (asy_signature_report_get_change_code (report, k));
      g_assert_nonnull (asy_signature_report_get_change_text (report, k));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) pdf = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyVerification) verification = asy_verify_pdf (pdf, NULL, NOW, &error);
  g_auto (GStrv) fields = asy_pades_list_empty_fields (pdf, NULL);

  g_assert_true ((verification == NULL) == (error != NULL));
  if (verification == NULL)
    {
      g_assert_true (error->domain == ASY_SEAL_ERROR);
      return 0;
    }
  g_assert_nonnull (fields);
  g_assert_cmpint (asy_verification_get_verdict (verification), !=, ASY_VERDICT_VALID);
  for (guint i = 0; i < asy_verification_get_n_signatures (verification); i++)
    check_report (verification, i);
  return 0;
}
