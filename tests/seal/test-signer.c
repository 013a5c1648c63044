/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "seal-fixture.h"
#include "seal/asy-cert-private.h"
#include "seal/asy-seal-error.h"

static AsySigner *
open_key (const char *file_name, const char *password, GError **error)
{
  g_autofree char *path = fixture_get_key_path (file_name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return asy_signer_new_pkcs12 (file, password, error);
}

static void
test_open (void)
{
  static const struct
  {
    const char *file_name;
    const char *password;
    int code; /* -1: opens */
  } rows[] = {
    { "rsa2048.p12", "haslo", -1 },
    { "rsa2048.p12", "Haslo", ASY_SEAL_ERROR_PASSWORD },
    { "rsa2048.p12", "", ASY_SEAL_ERROR_PASSWORD },
    { "rsa2048.p12", NULL, ASY_SEAL_ERROR_PASSWORD },
    { "polish.p12", "zażółć", -1 },
    { "polish.p12", "zazolc", ASY_SEAL_ERROR_PASSWORD },
    { "legacy.p12", "zażółć", -1 },
    { "legacy.p12", "haslo", ASY_SEAL_ERROR_PASSWORD },
    { "empty-password.p12", "", -1 },
    { "empty-password.p12", NULL, -1 },
    { "leaf-only.p12", "haslo", -1 },
    { "nokey.p12", "haslo", ASY_SEAL_ERROR_NO_KEY },
    { "truncated.p12", "haslo", ASY_SEAL_ERROR_KEY_FILE },
    { "text.p12", "haslo", ASY_SEAL_ERROR_KEY_FILE },
    { "rsa2048.crt", "haslo", ASY_SEAL_ERROR_KEY_FILE },
    { "missing.p12", "haslo", ASY_SEAL_ERROR_KEY_FILE },
    { ".", "haslo", ASY_SEAL_ERROR_KEY_FILE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AsySigner) signer = open_key (rows[i].file_name, rows[i].password, &error);

      g_test_message ("%s %s", rows[i].file_name, rows[i].password);
      g_assert_cmpint (signer != NULL, ==, rows[i].code < 0);
      if (rows[i].code >= 0)
        g_assert_error (error, ASY_SEAL_ERROR, rows[i].code);
    }
}

static void
test_facts (void)
{
  g_autoptr (AsySigner) anna = fixture_open_signer ("rsa2048");
  g_autoptr (AsySigner) ewa = fixture_open_signer ("p256");

  g_assert_cmpstr (asy_signer_get_name (anna), ==, "Anna Próbna");
  g_assert_cmpstr (asy_signer_get_masked_id (anna), ==, "PNOPL-•••••••••17");
  g_assert_cmpstr (asy_signer_get_issuer (anna), ==, "Urząd Próbny Podpisy");
  g_assert_cmpstr (asy_signer_get_serial (anna), ==, "67");
  g_assert_cmpint (asy_signer_get_valid_from (anna), ==, 1577836800);
  g_assert_cmpint (asy_signer_get_valid_until (anna), ==, 2524607999);
  g_assert_cmpstr (asy_signer_get_key_text (anna), ==, "RSA 2048");
  g_assert_true (asy_signer_get_may_sign (anna));
  g_assert_true (asy_signer_get_is_qualified (anna));

  /* A PESEL inside the name is hidden too. */
  g_assert_cmpstr (asy_signer_get_name (ewa), ==, "Ewa Wzorcowa •••••••••17");
  g_assert_null (asy_signer_get_masked_id (ewa));
  g_assert_cmpstr (asy_signer_get_key_text (ewa), ==, "P-256");
  g_assert_false (asy_signer_get_is_qualified (ewa));
}

static void
test_check (void)
{
  static const struct
  {
    const char *name;
    gint64 now;
    int code; /* -1: may sign */
  } rows[] = {
    { "rsa2048", FIXTURE_NOW, -1 },
    { "rsa4096", FIXTURE_NOW, -1 },
    { "p256", FIXTURE_NOW, -1 },
    { "p384", FIXTURE_NOW, -1 },
    { "p521", FIXTURE_NOW, -1 },
    { "stranger", FIXTURE_NOW, -1 },
    { "rsa2048", 1577836799, ASY_SEAL_ERROR_NOT_YET_VALID },
    { "rsa2048", 1577836800, -1 },
    { "rsa2048", 2524607999, -1 },
    { "rsa2048", 2524608000, ASY_SEAL_ERROR_EXPIRED },
    { "expired", FIXTURE_NOW, ASY_SEAL_ERROR_EXPIRED },
    { "notyet", FIXTURE_NOW, ASY_SEAL_ERROR_NOT_YET_VALID },
    { "nosign", FIXTURE_NOW, ASY_SEAL_ERROR_KEY_USAGE },
    { "weak", FIXTURE_NOW, ASY_SEAL_ERROR_WEAK_KEY },
    { "edwards", FIXTURE_NOW, ASY_SEAL_ERROR_WEAK_KEY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsySigner) signer = fixture_open_signer (rows[i].name);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (asy_signer_check (signer, rows[i].now, &error), ==, rows[i].code < 0);
      if (rows[i].code >= 0)
        g_assert_error (error, ASY_SEAL_ERROR, rows[i].code);
    }
}

static void
test_mask_id (void)
{
  static const struct
  {
    const char *id;
    const char *masked;
  } rows[] = {
    { "PNOPL-85010112317", "PNOPL-•••••••••17" },
    { "PESEL: 85010112317", "PESEL: •••••••••17" },
    { "85010112317", "•••••••••17" },
    { "IDCPL-ABC123456", "IDCPL-•••••••56" },
    { "PNOPL-123", "PNOPL-•••" },
    { "1234", "••••" },
    { "Łódź-1", "••••-1" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *masked = asy_cert_mask_id (rows[i].id);

      g_assert_cmpstr (masked, ==, rows[i].masked);
    }
}

static void
test_mask_name (void)
{
  static const struct
  {
    const char *name;
    const char *masked;
  } rows[] = {
    { "Anna Próbna", "Anna Próbna" },
    { "Anna Próbna 85010112317", "Anna Próbna •••••••••17" },
    { "85010112317X9", "•••••••••17X9" },
    { "MOPS nr 1234567890", "MOPS nr 1234567890" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *masked = asy_cert_mask_name (rows[i].name);

      g_assert_cmpstr (masked, ==, rows[i].masked);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signer/open", test_open);
  g_test_add_func ("/signer/facts", test_facts);
  g_test_add_func ("/signer/check", test_check);
  g_test_add_func ("/signer/mask-id", test_mask_id);
  g_test_add_func ("/signer/mask-name", test_mask_name);
  return fixture_test_run ();
}
