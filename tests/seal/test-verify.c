/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "seal-fixture.h"
#include "seal/asy-seal-error.h"
#include "seal/asy-verify.h"

static AsyTrust *
get_trust (const char *file_name)
{
  AsyTrust *trust = asy_trust_new ();
  g_autofree char *path = fixture_get_key_path (file_name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  asy_trust_add_file (trust, file, &error);
  g_assert_no_error (error);
  return trust;
}

static AsyVerification *
verify (GBytes *pdf, const char *authority)
{
  g_autoptr (AsyTrust) trust = get_trust (authority);
  g_autoptr (GError) error = NULL;
  AsyVerification *verification = asy_verify_pdf (pdf, trust, FIXTURE_NOW, &error);

  g_assert_no_error (error);
  return verification;
}

static void
log_report (AsyVerification *verification)
{
  g_test_message ("  %s", asy_verdict_get_nick (asy_verification_get_verdict (verification)));
  for (guint i = 0; i < asy_verification_get_n_signatures (verification); i++)
    {
      AsySignatureReport *report = asy_verification_get_signature (verification, i);

      g_test_message ("  %u: %s %s", i, asy_signature_problem_get_nick (asy_signature_report_get_problem (report)),
                      asy_trust_problem_get_nick (asy_signature_report_get_trust_problem (report)));
      for (guint k = 0; k < asy_signature_report_get_n_changes (report); k++)
        g_test_message ("     %s: %s", asy_signature_report_get_change_code (report, k), asy_signature_report_get_change_text (report, k));
    }
}

static void
test_one_signature (void)
{
  g_autoptr (GBytes) pdf = fixture_finish ();
  g_autoptr (GBytes) signed_pdf = fixture_sign (pdf, "rsa2048", "Kierownik");
  g_autoptr (AsyVerification) verification = verify (signed_pdf, "root.pem");
  AsySignatureReport *report;

  g_assert_cmpint (asy_verification_get_verdict (verification), ==, ASY_VERDICT_VALID);
  g_assert_cmpuint (asy_verification_get_n_signatures (verification), ==, 1);
  report = asy_verification_get_signature (verification, 0);
  g_assert_cmpstr (asy_signature_report_get_field (report), ==, "Kierownik");
  g_assert_cmpstr (asy_signature_report_get_signer (report), ==, "Anna Próbna");
  g_assert_cmpstr (asy_signature_report_get_masked_id (report), ==, "PNOPL-•••••••••17");
  g_assert_cmpstr (asy_signature_report_get_issuer (report), ==, "Urząd Próbny Podpisy");
  g_assert_cmpstr (asy_signature_report_get_reason (report), ==, "Opinia");
  g_assert_cmpstr (asy_signature_report_get_location (report), ==, "Próbno");
  g_assert_cmpint (asy_signature_report_get_time (report), ==, FIXTURE_NOW);
  g_assert_cmpint (asy_signature_report_get_proven_time (report), ==, 0);
  g_assert_true (asy_signature_report_get_is_intact (report));
  g_assert_true (asy_signature_report_get_covers_whole_file (report));
  g_assert_cmpuint (asy_signature_report_get_signed_bytes (report), ==, g_bytes_get_size (signed_pdf));
  g_assert_true (asy_signature_report_get_is_trusted (report));
  g_assert_true (asy_signature_report_get_is_qualified (report));
  g_assert_false (asy_signature_report_get_is_revocation_checked (report));
  g_assert_cmpuint (asy_signature_report_get_n_changes (report), ==, 0);
}

static void
test_three_signatures (void)
{
  g_autoptr (GBytes) pdf = fixture_finish ();
  g_autoptr (GBytes) once = fixture_sign (pdf, "p256", NULL);
  g_autoptr (GBytes) twice = fixture_sign (once, "rsa4096", NULL);
  g_autoptr (GBytes) thrice = fixture_sign (twice, "p384", NULL);
  g_autoptr (AsyVerification) verification = verify (thrice, "root.pem");
  static const struct
  {
    const char *field;
    const char *signer;
  } rows[] = { { "Opiniujący", "Ewa Wzorcowa •••••••••17" }, { "Kierownik", "Krzysztof Wzorcowy" }, { "Podpis1", "Jan Przykładowy" } };
  GBytes *revisions[] = { once, twice, thrice };

  log_report (verification);
  g_assert_cmpint (asy_verification_get_verdict (verification), ==, ASY_VERDICT_VALID);
  g_assert_cmpuint (asy_verification_get_n_signatures (verification), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsySignatureReport *report = asy_verification_get_signature (verification, i);

      g_assert_cmpstr (asy_signature_report_get_field (report), ==, rows[i].field);
      g_assert_cmpstr (asy_signature_report_get_signer (report), ==, rows[i].signer);
      g_assert_cmpuint (asy_signature_report_get_signed_bytes (report), ==, g_bytes_get_size (revisions[i]));
      g_assert_cmpint (asy_signature_report_get_covers_whole_file (report), ==, i == 2);
      g_assert_false (asy_signature_report_get_is_qualified (report));
    }
}

static void
test_unsigned (void)
{
  g_autoptr (GBytes) pdf = fixture_finish ();
  g_autoptr (AsyVerification) verification = verify (pdf, "root.pem");

  g_assert_cmpint (asy_verification_get_verdict (verification), ==, ASY_VERDICT_UNSIGNED);
  g_assert_cmpuint (asy_verification_get_n_signatures (verification), ==, 0);
}

static void
test_trust (void)
{
  static const struct
  {
    const char *who;
    const char *authority; /* NULL: nobody */
    gint64 now;
    AsyTrustProblem problem;
  } rows[] = {
    { "rsa2048", "root.pem", FIXTURE_NOW, ASY_TRUST_PROBLEM_NONE },
    { "rsa2048", "inter.pem", FIXTURE_NOW, ASY_TRUST_PROBLEM_NONE },
    { "rsa2048", NULL, FIXTURE_NOW, ASY_TRUST_PROBLEM_UNKNOWN },
    { "rsa2048", "stranger.crt", FIXTURE_NOW, ASY_TRUST_PROBLEM_UNKNOWN },
    { "rsa2048", "root.pem", 2600000000, ASY_TRUST_PROBLEM_EXPIRED },
    { "rsa2048", "root.pem", 1500000000, ASY_TRUST_PROBLEM_NOT_YET_VALID },
    { "full-chain", "root.pem", FIXTURE_NOW, ASY_TRUST_PROBLEM_NONE },
    { "leaf-only", "root.pem", FIXTURE_NOW, ASY_TRUST_PROBLEM_UNKNOWN },
    { "leaf-only", "inter.pem", FIXTURE_NOW, ASY_TRUST_PROBLEM_NONE },
    { "stranger", "root.pem", FIXTURE_NOW, ASY_TRUST_PROBLEM_UNKNOWN },
    { "stranger", "stranger.crt", FIXTURE_NOW, ASY_TRUST_PROBLEM_NONE },
  };
  g_autoptr (GBytes) pdf = fixture_finish ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) signed_pdf = fixture_sign (pdf, rows[i].who, NULL);
      g_autoptr (AsyTrust) trust = rows[i].authority != NULL ? get_trust (rows[i].authority) : NULL;
      g_autoptr (AsyVerification) verification = asy_verify_pdf (signed_pdf, trust, rows[i].now, NULL);
      AsySignatureReport *report = asy_verification_get_signature (verification, 0);
      gboolean is_trusted = rows[i].problem == ASY_TRUST_PROBLEM_NONE;

      g_test_message ("row %zu: %s %s", i, rows[i].who, rows[i].authority);
      log_report (verification);
      g_assert_cmpint (asy_signature_report_get_trust_problem (report), ==, rows[i].problem);
      g_assert_cmpint (asy_signature_report_get_is_trusted (report), ==, is_trusted);
      g_assert_true (asy_signature_report_get_is_intact (report));
      g_assert_cmpint (asy_verification_get_verdict (verification), ==, is_trusted ? ASY_VERDICT_VALID : ASY_VERDICT_UNTRUSTED);
    }
}

static void
test_trust_files (void)
{
  g_autoptr (AsyTrust) trust = asy_trust_new ();
  g_autoptr (GBytes) text = g_bytes_new_static ("to nie jest certyfikat", 22);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autofree char *path = fixture_get_key_path ("missing.pem");
  g_autoptr (GFile) missing = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (asy_trust_add_bytes (trust, text, &error));
  g_assert_error (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_TRUST);
  g_clear_error (&error);
  g_assert_false (asy_trust_add_bytes (trust, nothing, &error));
  g_assert_error (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_TRUST);
  g_clear_error (&error);
  g_assert_false (asy_trust_add_file (trust, missing, &error));
  g_assert_error (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_TRUST);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verify/one-signature", test_one_signature);
  g_test_add_func ("/verify/three-signatures", test_three_signatures);
  g_test_add_func ("/verify/unsigned", test_unsigned);
  g_test_add_func ("/verify/trust", test_trust);
  g_test_add_func ("/verify/trust-files", test_trust_files);
  return fixture_test_run ();
}
