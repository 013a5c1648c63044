/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "seal-fixture.h"
#include "seal/asy-pades.h"
#include "seal/asy-pdf-private.h"
#include "seal/asy-seal-error.h"

static const char *const kinds[] = { "rsa2048", "rsa4096", "p256", "p384", "p521" };

static AsyPadesOptions
get_options (const char *field)
{
  AsyPadesOptions options = {
    .field_name = field,
    .reason = "Opinia na wniosek sądu („pilne”)",
    .location = "Próbno",
    .contact = "sekretariat@mops.example.org",
    .time = FIXTURE_NOW,
  };

  return options;
}

static GBytes *
sign_in (GBytes *pdf, const char *who, const char *field, guint reserve_bytes)
{
  g_autoptr (AsySigner) signer = fixture_open_signer (who);
  g_autoptr (GError) error = NULL;
  AsyPadesOptions options = get_options (field);
  GBytes *signed_pdf;

  options.reserve_bytes = reserve_bytes;
  signed_pdf = asy_pades_sign (pdf, signer, &options, &error);
  g_assert_no_error (error);
  return signed_pdf;
}

static GBytes *
sign_as (GBytes *pdf, const char *who, const char *field)
{
  return sign_in (pdf, who, field, 0);
}

static void
assert_is_prefix (GBytes *before, GBytes *after)
{
  gsize length = g_bytes_get_size (before);

  g_assert_cmpuint (g_bytes_get_size (after), >, length);
  g_assert_cmpmem (g_bytes_get_data (before, NULL), length, g_bytes_get_data (after, NULL), length);
}

static void
test_signs_and_keeps_old_bytes (void)
{
  g_autoptr (GBytes) pdf = fixture_finish ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GBytes) once = sign_as (pdf, kinds[i], NULL);
      g_autoptr (GBytes) twice = sign_as (once, kinds[(i + 1) % G_N_ELEMENTS (kinds)], "Kierownik");
      g_auto (GStrv) left = asy_pades_list_empty_fields (once, NULL);
      g_auto (GStrv) none = asy_pades_list_empty_fields (twice, NULL);

      assert_is_prefix (pdf, once);
      assert_is_prefix (once, twice);
      g_assert_cmpuint (g_strv_length (left), ==, 1);
      g_assert_cmpstr (left[0], ==, "Kierownik");
      g_assert_cmpuint (g_strv_length (none), ==, 0);
    }
}

static void
test_writes_dictionary (void)
{
  g_autoptr (GBytes) pdf = fixture_finish ();
  g_autoptr (GBytes) signed_pdf = sign_as (pdf, "rsa2048", "Kierownik");
  g_autoptr (AsyPdf) opened = asy_pdf_open (signed_pdf, g_bytes_get_size (signed_pdf), NULL);
  g_autoptr (GPtrArray) fields = asy_pdf_list_signature_fields (opened, NULL);
  const AsyPdfField *field = fields->pdata[1];
  static const struct
  {
    const char *key;
    const char *text;
  } rows[] = {
    { "/M", "D:20261122104500+01'00'" },
    { "/Name", "Anna Próbna" },
    { "/Reason", "Opinia na wniosek sądu („pilne”)" },
    { "/Location", "Próbno" },
    { "/ContactInfo", "sekretariat@mops.example.org" },
  };

  g_assert_cmpstr (field->name, ==, "Kierownik");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = asy_pdf_dup_text (opened, asy_pdf_get (opened, field->value, rows[i].key));

      g_assert_cmpstr (text, ==, rows[i].text);
    }
  g_assert_true (asy_pdf_is_name (opened, asy_pdf_get (opened, field->value, "/SubFilter"), "/ETSI.CAdES.detached"));
  g_assert_true (asy_pdf_is_null (opened, asy_pdf_get (opened, field->value, "/Cert")));
  g_assert_false (asy_pdf_has_warnings (opened));
}

/* Rewrites a finished paper with qpdf in a shape that others write. (transfer full) */
static GBytes *
reshape (GBytes *pdf, const char *option)
{
  g_autofree char *in = fixture_write ("reshape-in.pdf", pdf);
  g_autofree char *out = g_build_filename (fixture_get_folder (), "reshape-out.pdf", NULL);
  g_autofree char *output = NULL;

  g_assert_cmpint (fixture_run (&output, "qpdf", option, in, out, NULL), ==, 0);
  return fixture_read (out);
}

static GBytes *
draw_without_fields (void)
{
  g_autoptr (GBytes) raw = fixture_draw (FIXTURE_PLAIN);
  AsyPdfaInfo info = fixture_info (ASY_PDFA_2B);

  info.signature_fields = NULL;
  return asy_pdfa_finish (raw, &info, NULL);
}

/* Every program that reads signatures says that this one is good. */
static void
assert_accepted (GBytes *pdf, guint n_signatures)
{
  g_autofree char *path = fixture_write ("accepted.pdf", pdf);
  g_autofree char *nss = g_build_filename (fixture_get_folder (), "nss", NULL);
  g_autofree char *nss_db = g_strconcat ("sql:", nss, NULL);
  g_autofree char *root = fixture_get_key_path ("root.pem");
  g_autofree char *qpdf_output = NULL;
  g_autofree char *output = NULL;
  g_autofree char *ignored = NULL;
  g_auto (GStrv) valid = NULL;
  g_auto (GStrv) trusted = NULL;

  if (fixture_run (&qpdf_output, "qpdf", "--check", path, NULL) != 0)
    g_test_fail_printf ("%s", qpdf_output);
  if (!g_file_test (nss, G_FILE_TEST_IS_DIR))
    {
      g_assert_cmpint (g_mkdir (nss, 0700), ==, 0);
      g_assert_cmpint (fixture_run (&ignored, "certutil", "-N", "-d", nss_db, "--empty-password", NULL), ==, 0);
      g_clear_pointer (&ignored, g_free);
      g_assert_cmpint (fixture_run (&ignored, "certutil", "-A", "-d", nss_db, "-n", "root", "-t", "CT,CT,CT", "-i", root, NULL), ==, 0);
    }
  g_assert_cmpint (fixture_run (&output, "pdfsig", "-nssdir", nss_db, path, NULL), ==, 0);
  valid = g_strsplit (output, "Signature is Valid.", -1);
  trusted = g_strsplit (output, "Certificate is Trusted.", -1);
  if (g_strv_length (valid) != n_signatures + 1 || g_strv_length (trusted) != n_signatures + 1)
    g_test_fail_printf ("%s", output);
}

static gboolean
has_readers (void)
{
  return fixture_has ("pdfsig") && fixture_has ("certutil") && fixture_has ("qpdf");
}

static void
test_accepted_by_others (void)
{
  g_autoptr (GBytes) pdf = fixture_finish ();

  if (!has_readers ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GBytes) once = sign_as (pdf, kinds[i], NULL);
      g_autoptr (GBytes) twice = sign_as (once, kinds[(i + 1) % G_N_ELEMENTS (kinds)], NULL);
      g_autoptr (GBytes) thrice = sign_as (twice, kinds[(i + 2) % G_N_ELEMENTS (kinds)], NULL);

      g_test_message ("%s", kinds[i]);
      assert_accepted (once, 1);
      assert_accepted (twice, 2);
      assert_accepted (thrice, 3);
    }
}

static void
test_shapes (void)
{
  static const struct
  {
    const char *name;
    gboolean has_fields;
    const char *option; /* of qpdf, NULL for the file as it is */
  } rows[] = {
    { "table, no form", FALSE, NULL },
    { "streams, fields", TRUE, "--object-streams=generate" },
    { "streams, no form", FALSE, "--object-streams=generate" },
    { "linear, fields", TRUE, "--linearize" },
    { "linear, no form", FALSE, "--linearize" },
    { "plain text", TRUE, "--qdf" },
  };

  if (!has_readers ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) plain = rows[i].has_fields ? fixture_finish () : draw_without_fields ();
      g_autoptr (GBytes) pdf = rows[i].option != NULL ? reshape (plain, rows[i].option) : g_bytes_ref (plain);
      g_autoptr (GBytes) once = sign_as (pdf, "p256", NULL);
      g_autoptr (GBytes) twice = sign_as (once, "rsa2048", NULL);
      g_autoptr (GBytes) thrice = sign_as (twice, "p384", NULL);

      g_test_message ("%s", rows[i].name);
      assert_is_prefix (pdf, once);
      assert_is_prefix (once, twice);
      assert_accepted (once, 1);
      assert_accepted (thrice, 3);
    }
}

/* The signature and what it covers as files, as openssl wants them. */
static void
split (GBytes *pdf, guint which, char **ret_cms, char **ret_content)
{
  g_autoptr (AsyPdf) opened = asy_pdf_open (pdf, g_bytes_get_size (pdf), NULL);
  g_autoptr (GPtrArray) fields = asy_pdf_list_signature_fields (opened, NULL);
  const AsyPdfField *field = fields->pdata[which];
  qpdf_oh range = asy_pdf_get (opened, field->value, "/ByteRange");
  g_autoptr (GBytes) contents = asy_pdf_dup_string (opened, asy_pdf_get (opened, field->value, "/Contents"));
  g_autoptr (GByteArray) covered = g_byte_array_new ();
  g_autoptr (GBytes) content = NULL;
  const guint8 *data = g_bytes_get_data (pdf, NULL);
  gint64 at[4];

  for (int i = 0; i < 4; i++)
    g_assert_true (asy_pdf_read_int (opened, asy_pdf_get_item (opened, range, i), &at[i]));
  g_byte_array_append (covered, data, (guint) at[1]);
  g_byte_array_append (covered, data + at[2], (guint) at[3]);
  content = g_byte_array_free_to_bytes (g_steal_pointer (&covered));
  *ret_cms = fixture_write ("signature.der", contents);
  *ret_content = fixture_write ("content.bin", content);
}

static void
test_openssl_cades (void)
{
  g_autoptr (GBytes) pdf = fixture_finish ();
  g_autofree char *root = fixture_get_key_path ("root.pem");

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GBytes) once = sign_as (pdf, kinds[i], NULL);
      g_autoptr (GBytes) twice = sign_as (once, "p256", NULL);

      for (guint which = 0; which < 2; which++)
        {
          g_autofree char *cms = NULL;
          g_autofree char *content = NULL;
          g_autofree char *output = NULL;

          split (twice, which, &cms, &content);
          if (fixture_run (&output, "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", cms, "-content", content,
                           "-CAfile", root, "-purpose", "any", "-out", "/dev/null", NULL)
              != 0)
            g_test_fail_printf ("%s %u: %s", kinds[i], which, output);
        }
    }
}

static void
run_checker (const char *checker, const char *who, guint reserve_bytes)
{
  g_autofree char *script = fixture_find_shared (checker);
  g_autoptr (GBytes) pdf = fixture_finish ();
  g_autoptr (GBytes) once = sign_in (pdf, who, NULL, reserve_bytes);
  g_autoptr (GBytes) twice = sign_in (once, "p256", NULL, reserve_bytes);
  g_autoptr (GBytes) thrice = sign_in (twice, "rsa2048", NULL, reserve_bytes);
  g_autofree char *path = fixture_write ("checked.pdf", thrice);
  g_autofree char *output = NULL;

  if (script != NULL && fixture_run (&output, "python3", script, path, NULL) != 0)
    g_test_fail_printf ("%s: %s", who, output);
}

/* The checker knows SHA-256 and SHA-384, so not the P-521 key, which signs over SHA-512. */
static void
test_pades_structure (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds) - 1; i++)
    run_checker ("tools/padescheck.py", kinds[i], 0);
}

/* With little room, because the checker takes long over runs of digits. */
static void
test_stays_pdfa (void)
{
  run_checker ("tools/pdfa2lint.py", "p521", 3072);
}

static void
test_stays_pdfa_1b (void)
{
  g_autofree char *preflight = fixture_find_shared ("tools/preflight.sh");
  g_autoptr (GBytes) raw = fixture_draw (FIXTURE_PDF_1_4);
  AsyPdfaInfo info = fixture_info (ASY_PDFA_1B);
  g_autoptr (GBytes) pdf = asy_pdfa_finish (raw, &info, NULL);
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) twice = NULL;
  g_autoptr (GBytes) thrice = NULL;
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;

  if (preflight == NULL || !fixture_has ("java"))
    return;
  if (!g_file_test ("/usr/share/java/preflight.jar", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("PDFBox Preflight is not installed");
      return;
    }
  once = sign_as (pdf, "rsa2048", NULL);
  twice = sign_as (once, "p256", NULL);
  thrice = sign_as (twice, "p384", NULL);
  path = fixture_write ("1b-signed.pdf", thrice);
  g_assert_cmpint (fixture_run (&output, "sh", preflight, path, NULL), ==, 0);
  if (strstr (output, "is a valid PDF/A-1b file") == NULL)
    g_test_fail_printf ("%s", output);
}

typedef enum
{
  INPUT_FINISHED,
  INPUT_SIGNED,
  INPUT_ENCRYPTED,
  INPUT_CERTIFIED,
  INPUT_TEXT,
  INPUT_TRUNCATED,
} Input;

/* A certification by hand: what a catalog says of it is all that matters here. */
static GBytes *
certify (GBytes *pdf)
{
  g_autoptr (GBytes) qdf = reshape (pdf, "--qdf");
  GString *text = g_string_new_len (g_bytes_get_data (qdf, NULL), (gssize) g_bytes_get_size (qdf));
  g_autoptr (GBytes) changed = NULL;
  g_autofree char *path = NULL;
  g_autofree char *fixed = g_build_filename (fixture_get_folder (), "certified.pdf", NULL);
  g_autofree char *output = NULL;

  g_assert_cmpuint (g_string_replace (text, "/Type /Catalog",
                                      "/Type /Catalog /Perms << /DocMDP << /Type /Sig /Reference [ << /Type /SigRef "
                                      "/TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 >> >> ] >> >>",
                                      1),
                    ==, 1);
  changed = g_string_free_to_bytes (text);
  path = fixture_write ("certified.qdf", changed);
  g_assert_cmpint (fixture_run (&output, "sh", "-c", "fix-qdf \"$0\" >\"$1\"", path, fixed, NULL), ==, 0);
  return fixture_read (fixed);
}

static GBytes *
encrypt (GBytes *pdf)
{
  g_autofree char *in = fixture_write ("encrypt-in.pdf", pdf);
  g_autofree char *out = g_build_filename (fixture_get_folder (), "encrypt-out.pdf", NULL);
  g_autofree char *output = NULL;

  g_assert_cmpint (fixture_run (&output, "qpdf", "--encrypt", "", "owner", "256", "--", in, out, NULL), ==, 0);
  return fixture_read (out);
}

static GBytes *
make_input (Input input)
{
  g_autoptr (GBytes) pdf = fixture_finish ();

  switch (input)
    {
    case INPUT_FINISHED:
      return g_steal_pointer (&pdf);
    case INPUT_SIGNED:
      return sign_as (pdf, "p256", "Kierownik");
    case INPUT_ENCRYPTED:
      return encrypt (pdf);
    case INPUT_CERTIFIED:
      return certify (pdf);
    case INPUT_TEXT:
      return g_bytes_new_static ("Szanowni Państwo", 16);
    case INPUT_TRUNCATED:
      return g_bytes_new (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf) / 2);
    default:
      g_assert_not_reached ();
    }
}

/* What a caller does: the file appears only when signing went well. */
static gboolean
sign_to_file (GBytes *pdf, AsySigner *signer, const AsyPadesOptions *options, const char *path, GError **error)
{
  g_autoptr (GBytes) signed_pdf = asy_pades_sign (pdf, signer, options, error);

  return signed_pdf != NULL && asy_seal_write_file (path, signed_pdf, error);
}

static void
test_refusals (void)
{
  static const struct
  {
    Input input;
    const char *who;
    const char *field;
    guint reserve_bytes;
    int code; /* -1: signs */
  } rows[] = {
    { INPUT_FINISHED, "p256", "Kierownik", 0, -1 },
    { INPUT_FINISHED, "expired", "Kierownik", 0, ASY_SEAL_ERROR_EXPIRED },
    { INPUT_FINISHED, "notyet", "Kierownik", 0, ASY_SEAL_ERROR_NOT_YET_VALID },
    { INPUT_FINISHED, "nosign", "Kierownik", 0, ASY_SEAL_ERROR_KEY_USAGE },
    { INPUT_FINISHED, "weak", "Kierownik", 0, ASY_SEAL_ERROR_WEAK_KEY },
    { INPUT_FINISHED, "edwards", "Kierownik", 0, ASY_SEAL_ERROR_WEAK_KEY },
    { INPUT_FINISHED, "p256", "Dyrektor", 0, ASY_SEAL_ERROR_NO_FIELD },
    { INPUT_FINISHED, "p256", "Kierownik", 100, ASY_SEAL_ERROR_NO_ROOM },
    { INPUT_FINISHED, "p256", "Kierownik", 32767, ASY_SEAL_ERROR_NO_ROOM },
    { INPUT_FINISHED, "p256", "Kierownik", 4096, -1 },
    { INPUT_SIGNED, "p256", "Kierownik", 0, ASY_SEAL_ERROR_FIELD_SIGNED },
    { INPUT_SIGNED, "p256", "Opiniujący", 0, -1 },
    { INPUT_ENCRYPTED, "p256", NULL, 0, ASY_SEAL_ERROR_ENCRYPTED },
    { INPUT_CERTIFIED, "p256", NULL, 0, ASY_SEAL_ERROR_LOCKED },
    { INPUT_TEXT, "p256", NULL, 0, ASY_SEAL_ERROR_NOT_PDF },
    { INPUT_TRUNCATED, "p256", NULL, 0, ASY_SEAL_ERROR_NOT_PDF },
  };
  g_autofree char *path = g_build_filename (fixture_get_folder (), "refused.pdf", NULL);

  if (!fixture_has ("qpdf") || !fixture_has ("fix-qdf"))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) pdf = make_input (rows[i].input);
      g_autoptr (AsySigner) signer = fixture_open_signer (rows[i].who);
      AsyPadesOptions options = get_options (rows[i].field);
      g_autoptr (GError) error = NULL;

      g_test_message ("row %zu: %s", i, rows[i].who);
      options.reserve_bytes = rows[i].reserve_bytes;
      g_assert_cmpint (sign_to_file (pdf, signer, &options, path, &error), ==, rows[i].code < 0);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, rows[i].code < 0);
      if (rows[i].code >= 0)
        g_assert_error (error, ASY_SEAL_ERROR, rows[i].code);
      (void) g_remove (path); /* it is not there after a refusal */
    }
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_write_file (void)
{
  g_autofree char *folder = g_build_filename (fixture_get_folder (), "writes", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "a.pdf", NULL);
  g_autoptr (GBytes) first = g_bytes_new_static ("pierwszy", 8);
  g_autoptr (GBytes) second = g_bytes_new_static ("drugi", 5);
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (asy_seal_write_file (path, first, NULL));
  g_assert_true (asy_seal_write_file (path, second, NULL));
  read = fixture_read (path);
  g_assert_true (g_bytes_equal (read, second));
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_false (asy_seal_write_file (nowhere, first, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pades/keeps-old-bytes", test_signs_and_keeps_old_bytes);
  g_test_add_func ("/pades/dictionary", test_writes_dictionary);
  g_test_add_func ("/pades/accepted-by-others", test_accepted_by_others);
  g_test_add_func ("/pades/shapes", test_shapes);
  g_test_add_func ("/pades/openssl-cades", test_openssl_cades);
  g_test_add_func ("/pades/structure", test_pades_structure);
  g_test_add_func ("/pades/stays-pdfa", test_stays_pdfa);
  g_test_add_func ("/pades/stays-pdfa-1b", test_stays_pdfa_1b);
  g_test_add_func ("/pades/refusals", test_refusals);
  g_test_add_func ("/pades/write-file", test_write_file);
  return fixture_test_run ();
}
