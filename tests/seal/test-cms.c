/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gnutls/crypto.h>
#include <gnutls/pkcs7.h>
#include <string.h>

#include "seal-fixture.h"
#include "seal/asy-asn1-private.h"
#include "seal/asy-cms-private.h"
#include "seal/asy-pades.h"
#include "seal/asy-pdf-update-private.h"
#include "seal/asy-seal-error.h"
#include "seal/asy-signature-private.h"
#include "seal/asy-verify.h"

/*
 * Signatures that other programs make, good and bad: openssl signs the bytes
 * that our signature covers, and its CMS takes the place of ours.
 */

#define CADES "/ETSI.CAdES.detached"

static AsySignatureRange
get_range (GBytes *pdf)
{
  g_autoptr (AsyPdf) opened = asy_pdf_open (pdf, g_bytes_get_size (pdf), NULL);
  g_autoptr (GPtrArray) fields = asy_pdf_list_signature_fields (opened, NULL);
  AsySignatureRange range;

  g_assert_true (asy_signature_read_range (opened, ((AsyPdfField *) fields->pdata[0])->value, &range));
  return range;
}

/* What is to be signed, as a file. */
static char *
write_covered (GBytes *pdf)
{
  AsySignatureRange range = get_range (pdf);
  g_autoptr (AsyPdf) opened = asy_pdf_open (pdf, g_bytes_get_size (pdf), NULL);
  g_autoptr (GBytes) covered = asy_signature_dup_covered (opened, &range);

  return fixture_write ("covered.bin", covered);
}

static GBytes *
with_cms (GBytes *pdf, GBytes *cms)
{
  AsySignatureRange range = get_range (pdf);
  gsize length = g_bytes_get_size (pdf);
  char *data = g_memdup2 (g_bytes_get_data (pdf, NULL), length);
  gsize n;
  const guint8 *der = g_bytes_get_data (cms, &n);

  g_assert_cmpuint (2 * n, <=, range.gap_end - range.gap_start - 2);
  memset (data + range.gap_start + 1, '0', range.gap_end - range.gap_start - 2);
  for (gsize i = 0; i < n; i++)
    {
      data[range.gap_start + 1 + 2 * i] = "0123456789ABCDEF"[der[i] >> 4];
      data[range.gap_start + 2 + 2 * i] = "0123456789ABCDEF"[der[i] & 15];
    }
  return g_bytes_new_take (data, length);
}

/* Other words in the place of some, before it is signed anew; shorter ones leave blanks. */
static GBytes *
with_words (GBytes *pdf, const char *from, const char *to)
{
  gsize length = g_bytes_get_size (pdf);
  char *data = g_memdup2 (g_bytes_get_data (pdf, NULL), length);
  g_autofree char *padded = g_strdup_printf ("%-*s", (int) strlen (from), to);
  char *found = memmem (data, length, from, strlen (from));

  g_assert_nonnull (found);
  g_assert_cmpuint (strlen (padded), ==, strlen (from));
  memcpy (found, padded, strlen (from));
  return g_bytes_new_take (data, length);
}

/* Runs "openssl cms -sign" with the words of @options; "@NAME" is a file of the test authority. */
static GBytes *
sign_by_openssl (const char *content, const char *options)
{
  g_auto (GStrv) words = g_strsplit (options, " ", -1);
  g_autofree char *out = g_build_filename (fixture_get_folder (), "openssl.der", NULL);
  g_autoptr (GPtrArray) args = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *command = NULL;
  g_autofree char *output = NULL;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = words[i][0] == '@' ? fixture_get_key_path (words[i] + 1) : g_strdup (words[i]);

      g_ptr_array_add (args, g_shell_quote (word));
    }
  g_ptr_array_add (args, NULL);
  command = g_strjoinv (" ", (char **) args->pdata);
  if (fixture_run (&output, "sh", "-c", "in=$0 out=$1; eval \"set -- $2\"; openssl cms -sign -binary -outform DER -in \"$in\" -out \"$out\" \"$@\"",
                   content, out, command, NULL)
      != 0)
    g_test_message ("%s", output);
  return fixture_read (out);
}

static AsyTrust *
get_trust (void)
{
  AsyTrust *trust = asy_trust_new ();
  g_autofree char *path = fixture_get_key_path ("root.pem");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (asy_trust_add_file (trust, file, NULL));
  return trust;
}

static AsySignatureReport *
verify_one (GBytes *pdf, gint64 now)
{
  g_autoptr (AsyTrust) trust = get_trust ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyVerification) verification = asy_verify_pdf (pdf, trust, now, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (asy_verification_get_n_signatures (verification), ==, 1);
  return g_object_ref (asy_verification_get_signature (verification, 0));
}

#define P256 "-signer @p256.crt -inkey @p256.key -certfile @inter.pem "

#define RSA "-signer @rsa2048.crt -inkey @rsa2048.key -certfile @inter.pem "

static void
test_by_openssl (void)
{
  static const struct
  {
    const char *kind;
    const char *options;
    AsySignatureProblem problem;
    AsyTrustProblem trust_problem; /* when there is no other problem */
  } rows[] = {
    { CADES, P256 "-cades -md sha256", ASY_SIGNATURE_PROBLEM_NONE, ASY_TRUST_PROBLEM_NONE },
    { CADES, P256 "-cades -md sha512", ASY_SIGNATURE_PROBLEM_NONE, ASY_TRUST_PROBLEM_NONE },
    { CADES, P256 "-cades -md sha256 -keyid", ASY_SIGNATURE_PROBLEM_NONE, ASY_TRUST_PROBLEM_NONE },
    { CADES, RSA "-cades -keyopt rsa_padding_mode:pss -keyopt rsa_pss_saltlen:digest", ASY_SIGNATURE_PROBLEM_NONE, ASY_TRUST_PROBLEM_NONE },
    { CADES, RSA "-cades -keyopt rsa_padding_mode:pss -keyopt rsa_pss_saltlen:20", ASY_SIGNATURE_PROBLEM_UNSUPPORTED, 0 },
    { CADES, "-signer @p256.crt -inkey @p256.key -cades", ASY_SIGNATURE_PROBLEM_NONE, ASY_TRUST_PROBLEM_UNKNOWN },
    { CADES, "-signer @nosign.crt -inkey @nosign.key -certfile @inter.pem -cades", ASY_SIGNATURE_PROBLEM_NONE, ASY_TRUST_PROBLEM_KEY_USAGE },
    { CADES, "-signer @weak.crt -inkey @weak.key -certfile @inter.pem -cades", ASY_SIGNATURE_PROBLEM_NONE, ASY_TRUST_PROBLEM_WEAK },
    { CADES, "-signer @expired.crt -inkey @expired.key -certfile @inter.pem -cades", ASY_SIGNATURE_PROBLEM_NONE, ASY_TRUST_PROBLEM_EXPIRED },
    { CADES, P256 "-cades -md sha1", ASY_SIGNATURE_PROBLEM_NONE, ASY_TRUST_PROBLEM_WEAK },
    { CADES, P256 "-md sha256", ASY_SIGNATURE_PROBLEM_BINDING, 0 },
    { CADES, P256 "-md sha256 -noattr", ASY_SIGNATURE_PROBLEM_BINDING, 0 },
    { CADES, P256 "-cades -nocerts", ASY_SIGNATURE_PROBLEM_UNREADABLE, 0 },
    { CADES, P256 "-signer @p384.crt -inkey @p384.key -cades", ASY_SIGNATURE_PROBLEM_UNREADABLE, 0 },
    { "/adbe.pkcs7.detached", P256 "-md sha256", ASY_SIGNATURE_PROBLEM_NONE, ASY_TRUST_PROBLEM_NONE },
    { "/adbe.pkcs7.detached", P256 "-md sha256 -noattr", ASY_SIGNATURE_PROBLEM_NONE, ASY_TRUST_PROBLEM_NONE },
    { "/adbe.x509.rsa_sha1", P256 "-md sha256", ASY_SIGNATURE_PROBLEM_UNSUPPORTED, 0 },
    { "/adbe.pkcs7.sha1", P256 "-md sha256", ASY_SIGNATURE_PROBLEM_UNSUPPORTED, 0 },
  };
  g_autoptr (GBytes) finished = fixture_finish ();
  g_autoptr (GBytes) ours = fixture_sign (finished, "p256", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) pdf = with_words (ours, CADES, rows[i].kind);
      g_autofree char *content = write_covered (pdf);
      g_autoptr (GBytes) cms = sign_by_openssl (content, rows[i].options);
      g_autoptr (GBytes) theirs = with_cms (pdf, cms);
      g_autoptr (AsySignatureReport) report = verify_one (theirs, FIXTURE_NOW);

      g_test_message ("%s %s: %s %s", rows[i].kind, rows[i].options, asy_signature_problem_get_nick (asy_signature_report_get_problem (report)),
                      asy_trust_problem_get_nick (asy_signature_report_get_trust_problem (report)));
      g_assert_cmpint (asy_signature_report_get_problem (report), ==, rows[i].problem);
      if (rows[i].problem == ASY_SIGNATURE_PROBLEM_NONE)
        g_assert_cmpint (asy_signature_report_get_trust_problem (report), ==, rows[i].trust_problem);
      else
        g_assert_false (asy_signature_report_get_is_trusted (report));
    }
}

/* A signature that holds, over something else. */
static void
test_other_content (void)
{
  static const char *const options[] = { P256 "-cades", P256 "-cades -nodetach" };
  static const AsySignatureProblem problems[] = { ASY_SIGNATURE_PROBLEM_MISMATCH, ASY_SIGNATURE_PROBLEM_UNREADABLE };
  g_autoptr (GBytes) finished = fixture_finish ();
  g_autoptr (GBytes) ours = fixture_sign (finished, "p256", NULL);
  g_autoptr (GBytes) other = g_bytes_new_static ("inna treść", 11);
  g_autofree char *content = fixture_write ("other.txt", other);

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (GBytes) cms = sign_by_openssl (content, options[i]);
      g_autoptr (GBytes) theirs = with_cms (ours, cms);
      g_autoptr (AsySignatureReport) report = verify_one (theirs, FIXTURE_NOW);

      g_assert_cmpint (asy_signature_report_get_problem (report), ==, problems[i]);
    }
}

static GBytes *
encode_binding (const guint8 *hash, gsize length)
{
  g_auto (AsyAsn1) node = asy_asn1_new ("SigningCertificate");

  g_assert_cmpint (asn1_write_value (node, "certs", "NEW", 1), ==, ASN1_SUCCESS);
  g_assert_cmpint (asn1_write_value (node, "certs.?LAST.hashAlgorithm", NULL, 0), ==, ASN1_SUCCESS);
  g_assert_cmpint (asn1_write_value (node, "certs.?LAST.certHash", hash, (int) length), ==, ASN1_SUCCESS);
  g_assert_cmpint (asn1_write_value (node, "certs.?LAST.issuerSerial", NULL, 0), ==, ASN1_SUCCESS);
  g_assert_cmpint (asn1_write_value (node, "policies", NULL, 0), ==, ASN1_SUCCESS);
  return asy_asn1_encode (node);
}

/* Signs as we do, but names whatever @value says as the certificate. */
static GBytes *
sign_with_binding (AsySigner *signer, GBytes *content, GBytes *value)
{
  guint n;
  gnutls_datum_t data = { (unsigned char *) g_bytes_get_data (content, NULL), (unsigned int) g_bytes_get_size (content) };
  gnutls_datum_t attribute = { (unsigned char *) g_bytes_get_data (value, NULL), (unsigned int) g_bytes_get_size (value) };
  gnutls_pkcs7_attrs_t attributes = NULL;
  gnutls_pkcs7_t cms;
  gnutls_datum_t der;

  g_assert_cmpint (gnutls_pkcs7_init (&cms), >=, 0);
  g_assert_cmpint (gnutls_pkcs7_add_attr (&attributes, ASY_OID_SIGNING_CERTIFICATE_V2, &attribute, 0), >=, 0);
  g_assert_cmpint (gnutls_pkcs7_sign (cms, asy_signer_get_chain (signer, &n)[0], asy_signer_get_key (signer), &data, attributes, NULL,
                                      GNUTLS_DIG_SHA256, GNUTLS_PKCS7_INCLUDE_CERT),
                   >=, 0);
  g_assert_cmpint (gnutls_pkcs7_export2 (cms, GNUTLS_X509_FMT_DER, &der), >=, 0);
  gnutls_pkcs7_attrs_deinit (attributes);
  gnutls_pkcs7_deinit (cms);
  return g_bytes_new_with_free_func (der.data, der.size, gnutls_free, der.data);
}

static void
test_binding (void)
{
  g_autoptr (GBytes) finished = fixture_finish ();
  g_autoptr (GBytes) ours = fixture_sign (finished, "p256", NULL);
  g_autoptr (AsySigner) signer = fixture_open_signer ("p256");
  g_autofree char *path = write_covered (ours);
  g_autoptr (GBytes) content = fixture_read (path);
  gnutls_datum_t der;
  guint8 hash[32];
  guint n;

  g_assert_cmpint (gnutls_x509_crt_export2 (asy_signer_get_chain (signer, &n)[0], GNUTLS_X509_FMT_DER, &der), >=, 0);
  g_assert_cmpint (gnutls_hash_fast (GNUTLS_DIG_SHA256, der.data, der.size, hash), >=, 0);
  gnutls_free (der.data);
  for (int i = 0; i < 4; i++)
    {
      /* Right, another certificate, half a hash, not the structure. */
      g_autoptr (GBytes) good = encode_binding (hash, 32);
      g_autoptr (GBytes) value = i == 2 ? encode_binding (hash, 16) : i == 3 ? g_bytes_new_static ("\x04\x00", 2) : encode_binding (hash, 32);
      g_autoptr (GBytes) cms = NULL;
      g_autoptr (GBytes) theirs = NULL;
      g_autoptr (AsySignatureReport) report = NULL;

      if (i == 1)
        {
          hash[0] ^= 1;
          g_clear_pointer (&value, g_bytes_unref);
          value = encode_binding (hash, 32);
          hash[0] ^= 1;
        }
      cms = sign_with_binding (signer, content, value);
      theirs = with_cms (ours, cms);
      report = verify_one (theirs, FIXTURE_NOW);
      g_assert_cmpint (asy_signature_report_get_problem (report), ==, i == 0 ? ASY_SIGNATURE_PROBLEM_NONE : ASY_SIGNATURE_PROBLEM_BINDING);
      g_assert_cmpint (g_bytes_equal (good, value), ==, i == 0);
    }
}

static void
test_leaves_root_out (void)
{
  g_autoptr (AsySigner) signer = fixture_open_signer ("full-chain");
  g_autoptr (GBytes) content = g_bytes_new_static ("abc", 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) cms = asy_cms_sign (signer, content, &error);
  g_autoptr (AsyCms) read = NULL;
  guint n;

  g_assert_no_error (error);
  read = asy_cms_verify (g_bytes_get_data (cms, NULL), g_bytes_get_size (cms), content, TRUE);
  g_assert_cmpint (read->problem, ==, ASY_SIGNATURE_PROBLEM_NONE);
  g_assert_nonnull (asy_signer_get_chain (signer, &n));
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (read->n_certs, ==, 2);
  g_assert_cmpint (read->signing_time, ==, 0);
}

/* A paper whose first signature certifies it: @level says what may come after. */
static GBytes *
make_certified (int level)
{
  g_autoptr (GBytes) finished = fixture_finish ();
  g_autoptr (AsyPdf) pdf = asy_pdf_open (finished, g_bytes_get_size (finished), NULL);
  g_autoptr (AsyPdfUpdate) update = asy_pdf_update_new (pdf, NULL);
  AsyPdfEntry entry = { "/Perms", "<< /DocMDP << /Type /Sig /Reference [<< /TransformMethod /DocMDP /TransformParams << /P 2 >> >>] >> >>" };
  g_autofree char *root = asy_pdf_dup_dict_with (pdf, asy_pdf_get_root (pdf), &entry, 1);
  g_autofree char *wanted = g_strdup_printf ("/P %d >> >>] >> >>", level);
  g_autoptr (GBytes) certifying = NULL;
  g_autoptr (GBytes) ours = NULL;
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (GBytes) cms = NULL;
  g_autofree char *content = NULL;

  asy_pdf_update_replace (update, asy_pdf_get_root (pdf), root);
  certifying = g_byte_array_free_to_bytes (asy_pdf_update_finish (update, "certified"));
  ours = fixture_sign (certifying, "p256", NULL);
  changed = with_words (ours, "/P 2 >> >>] >> >>", wanted);
  content = write_covered (changed);
  cms = sign_by_openssl (content, P256 "-cades");
  return with_cms (changed, cms);
}

static GBytes *
add_empty_field (GBytes *bytes)
{
  g_autoptr (AsyPdf) pdf = asy_pdf_open (bytes, g_bytes_get_size (bytes), NULL);
  g_autoptr (AsyPdfUpdate) update = asy_pdf_update_new (pdf, NULL);
  qpdf_oh form = asy_pdf_get (pdf, asy_pdf_get_root (pdf), "/AcroForm");
  int id = asy_pdf_update_take_id (update);
  g_autofree char *reference = g_strdup_printf ("%d 0 R", id);
  g_autofree char *fields = asy_pdf_dup_array_with (pdf, asy_pdf_get (pdf, form, "/Fields"), reference);
  AsyPdfEntry entry = { "/Fields", fields };
  g_autofree char *body = asy_pdf_dup_dict_with (pdf, form, &entry, 1);

  asy_pdf_update_add (update, id, "<< /FT /Sig /T (Trzeci) /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 132 >>");
  asy_pdf_update_replace (update, form, body);
  return g_byte_array_free_to_bytes (asy_pdf_update_finish (update, "one more"));
}

static void
test_certified (void)
{
  g_autoptr (AsySigner) signer = fixture_open_signer ("rsa2048");

  for (int level = 1; level <= 3; level++)
    {
      g_autoptr (GBytes) certified = make_certified (level);
      g_autoptr (GBytes) extended = add_empty_field (certified);
      g_autoptr (AsySignatureReport) before = verify_one (certified, FIXTURE_NOW);
      g_autoptr (AsySignatureReport) after = verify_one (extended, FIXTURE_NOW);
      AsyPadesOptions options = { .time = FIXTURE_NOW };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) again = asy_pades_sign (certified, signer, &options, &error);

      g_assert_cmpint (asy_signature_report_get_problem (before), ==, ASY_SIGNATURE_PROBLEM_NONE);
      g_assert_cmpuint (asy_signature_report_get_n_changes (before), ==, 0);
      g_assert_cmpuint (asy_signature_report_get_n_changes (after), ==, level == 1 ? 1 : 0);
      if (level == 1)
        g_assert_cmpstr (asy_signature_report_get_change_code (after, 0), ==, "locked");
      g_assert_cmpint (again == NULL, ==, level == 1);
      if (level == 1)
        g_assert_error (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_LOCKED);
    }
}

static const char tsa_config[] =
  "[tsa]\ndefault_tsa = tsa1\n[tsa1]\nserial = $ENV::TSA_SERIAL\ndefault_policy = 1.2.3.4.1\ndigests = sha1,sha256,sha512\n"
  "signer_digest = sha256\naccuracy = secs:1\nordering = yes\ntsa_name = yes\ness_cert_id_chain = no\ness_cert_id_alg = sha256\n";

static void
run_shell (const char *script, const char *a, const char *b, const char *c, const char *d)
{
  g_autofree char *output = NULL;

  if (fixture_run (&output, "sh", "-ec", script, a, b, c, d, NULL) != 0)
    g_test_message ("%s", output);
}

/* Stamps @stamped with the stamping key of the test authority, or of someone who may not. */
static GBytes *
make_token (const char *stamped, const char *who, const char *digest)
{
  g_autoptr (GBytes) config = g_bytes_new_static (tsa_config, strlen (tsa_config));
  g_autofree char *config_path = fixture_write ("tsa.cnf", config);
  g_autofree char *key = fixture_get_key_path (who);
  g_autofree char *out = g_build_filename (fixture_get_folder (), "token.der", NULL);
  g_autofree char *command = g_strdup_printf (
    "export TSA_SERIAL=$(dirname \"$0\")/tsa.serial; openssl ts -query -data \"$1\" -%s -cert -out \"$3.tsq\"\n"
    "openssl ts -reply -config \"$0\" -queryfile \"$3.tsq\" -signer \"$2.crt\" -inkey \"$2.key\" -chain \"$(dirname \"$2\")/inter.pem\" -token_out -out \"$3\"",
    digest);

  run_shell (command, config_path, stamped, key, out);
  return fixture_read (out);
}

static void
test_time_stamp (void)
{
  static const struct
  {
    const char *who;
    const char *digest;
    gboolean is_of_signature;
    gint64 now;
    gboolean is_proven;
    AsyTrustProblem problem;
  } rows[] = {
    { "stamper", "sha256", TRUE, FIXTURE_NOW, TRUE, ASY_TRUST_PROBLEM_NONE },
    { "stamper", "sha512", TRUE, FIXTURE_NOW, TRUE, ASY_TRUST_PROBLEM_NONE },
    /* Long after the certificate: the stamp proves that it was in time. */
    { "stamper", "sha256", TRUE, 2600000000, TRUE, ASY_TRUST_PROBLEM_NONE },
    { "stamper", "sha256", FALSE, FIXTURE_NOW, FALSE, ASY_TRUST_PROBLEM_NONE },
    { "stamper", "sha256", FALSE, 2600000000, FALSE, ASY_TRUST_PROBLEM_EXPIRED },
    { "stamper", "sha1", TRUE, FIXTURE_NOW, FALSE, ASY_TRUST_PROBLEM_NONE },
  };
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "seal", "add-time-stamp.py", NULL);
  g_autoptr (GBytes) finished = fixture_finish ();
  g_autoptr (GBytes) ours = fixture_sign (finished, "p256", NULL);
  g_autofree char *content = write_covered (ours);
  g_autoptr (GBytes) cms = sign_by_openssl (content, P256 "-cades");
  g_autofree char *cms_path = fixture_write ("unstamped.der", cms);
  g_autofree char *value_path = g_build_filename (fixture_get_folder (), "value.bin", NULL);
  g_autofree char *stamped_path = g_build_filename (fixture_get_folder (), "stamped.der", NULL);

  run_shell ("python3 \"$0\" \"$1\" \"$2\"", script, cms_path, value_path, "");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) token = make_token (rows[i].is_of_signature ? value_path : content, rows[i].who, rows[i].digest);
      g_autofree char *token_path = fixture_write ("token-in.der", token);
      g_autoptr (GBytes) stamped = NULL;
      g_autoptr (GBytes) theirs = NULL;
      g_autoptr (AsySignatureReport) report = NULL;

      run_shell ("python3 \"$0\" \"$1\" \"$2\" \"$3\"", script, cms_path, token_path, stamped_path);
      stamped = fixture_read (stamped_path);
      theirs = with_cms (ours, stamped);
      report = verify_one (theirs, rows[i].now);
      g_test_message ("row %zu: proven %" G_GINT64_FORMAT, i, asy_signature_report_get_proven_time (report));
      g_assert_cmpint (asy_signature_report_get_problem (report), ==, ASY_SIGNATURE_PROBLEM_NONE);
      g_assert_cmpint (asy_signature_report_get_proven_time (report) > 1577836800, ==, rows[i].is_proven);
      g_assert_cmpint (asy_signature_report_get_trust_problem (report), ==, rows[i].problem);
    }
}

/* Poppler signs by NSS, which writes BER of indefinite length. */
static void
test_by_poppler (void)
{
  g_autofree char *nss = g_build_filename (fixture_get_folder (), "poppler-nss", NULL);
  g_autofree char *key = fixture_get_key_path ("rsa2048.p12");
  g_autofree char *in = NULL;
  g_autofree char *out = g_build_filename (fixture_get_folder (), "poppler.pdf", NULL);
  g_autoptr (GBytes) finished = fixture_finish ();
  g_autoptr (GBytes) ours = fixture_sign (finished, "p256", NULL);
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (AsyTrust) trust = get_trust ();
  g_autoptr (AsyVerification) verification = NULL;

  if (!fixture_has ("pdfsig") || !fixture_has ("certutil") || !fixture_has ("pk12util"))
    return;
  in = fixture_write ("to-poppler.pdf", ours);
  run_shell ("mkdir \"$0\"; certutil -N -d \"sql:$0\" --empty-password; pk12util -i \"$1\" -d \"sql:$0\" -W haslo -K ''\n"
             "nick=$(pdfsig -nssdir \"sql:$0\" -list-nicks | tail -n1); pdfsig -nssdir \"sql:$0\" \"$2\" \"$3\" -sign 2 -nick \"$nick\"",
             nss, key, in, out);
  theirs = fixture_read (out);
  verification = asy_verify_pdf (theirs, trust, FIXTURE_NOW, NULL);
  g_assert_cmpint (asy_verification_get_verdict (verification), ==, ASY_VERDICT_VALID);
  g_assert_cmpuint (asy_verification_get_n_signatures (verification), ==, 2);
  g_assert_cmpstr (asy_signature_report_get_signer (asy_verification_get_signature (verification, 1)), ==, "Anna Próbna");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cms/by-openssl", test_by_openssl);
  g_test_add_func ("/cms/other-content", test_other_content);
  g_test_add_func ("/cms/binding", test_binding);
  g_test_add_func ("/cms/leaves-root-out", test_leaves_root_out);
  g_test_add_func ("/cms/certified", test_certified);
  g_test_add_func ("/cms/time-stamp", test_time_stamp);
  g_test_add_func ("/cms/by-poppler", test_by_poppler);
  return fixture_test_run ();
}
