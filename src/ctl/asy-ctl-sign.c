/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ctl/asy-ctl-commands.h"
#include "ctl/asy-ctl-output.h"
#include "ctl/asy-ctl-password.h"
#include "seal/asy-pades.h"
#include "seal/asy-seal-error.h"
#include "seal/asy-verify.h"

static GBytes *
read_file (const char *path, GError **error)
{
  char *data;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, error))
    return NULL;
  return g_bytes_new_take (data, size);
}

static gint64
now_unix (AsyCtl *ctl)
{
  g_autoptr (GDateTime) now = asy_clock_now (ctl->clock);

  return g_date_time_to_unix (now);
}

/* paper.pdf → paper-signed.pdf: the paper itself stays as it is. */
static char *
name_signed (const char *path)
{
  g_autofree char *stem = g_str_has_suffix (path, ".pdf") ? g_strndup (path, strlen (path) - 4) : g_strdup (path);

  return g_strconcat (stem, "-signed.pdf", NULL);
}

static AsySigner *
open_signer (AsyCtl *ctl, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AsyCtlSecretText) password = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "no such file");
      return NULL;
    }
  password = asy_ctl_get_secret (ctl, ASY_CTL_SECRET_KEY);
  if (password == NULL)
    return NULL;
  return asy_signer_new_pkcs12 (file, password, error);
}

typedef struct
{
  char *key;
  char *out;
  char *field;
  char *reason;
  char *place;
} SignOptions;

static void
sign_options_clear (SignOptions *options)
{
  g_free (options->key);
  g_free (options->out);
  g_free (options->field);
  g_free (options->reason);
  g_free (options->place);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SignOptions, sign_options_clear)

static int
sign (AsyCtl *ctl, const char *path, const SignOptions *options)
{
  const AsyPadesOptions how = {
    .field_name = options->field,
    .reason = options->reason,
    .location = options->place,
    .time = now_unix (ctl),
  };
  g_autofree char *out = options->out != NULL ? g_strdup (options->out) : name_signed (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = read_file (path, &error);
  g_autoptr (AsySigner) signer = NULL;
  g_autoptr (GBytes) signed_pdf = NULL;
  int code;

  if (!asy_ctl_check_output (ctl, out, &code))
    return code;
  if (pdf == NULL)
    return asy_ctl_fail (ctl, g_steal_pointer (&error), path);
  signer = open_signer (ctl, options->key, &error);
  if (signer == NULL)
    return error != NULL ? asy_ctl_fail (ctl, g_steal_pointer (&error), options->key) : ASY_CTL_FAILED;
  signed_pdf = asy_pades_sign (pdf, signer, &how, &error);
  if (signed_pdf == NULL)
    return asy_ctl_fail (ctl, g_steal_pointer (&error), path);
  code = asy_ctl_write_result (ctl, out, signed_pdf);
  if (code == ASY_CTL_OK)
    asy_ctl_say (_("Signed as %s: %s"), asy_signer_get_name (signer), out);
  return code;
}

int
asy_ctl_sign (AsyCtl *ctl, GStrv args)
{
  g_auto (SignOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "key", 0, 0, G_OPTION_ARG_FILENAME, &options.key, N_("PKCS#12 file with the key and its certificate"), N_("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.out, N_("Where to write; NAME-signed.pdf where it is missing"), N_("FILE") },
    { "field", 0, 0, G_OPTION_ARG_STRING, &options.field, N_("Name of an empty signature field"), N_("NAME") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_("Why it is signed"), N_("TEXT") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options.place, N_("Where it is signed"), N_("TEXT") },
    { NULL },
  };
  g_auto (GStrv) words = NULL;
  int code;

  if (!asy_ctl_parse (ctl, args, entries, 1, 1, &words, &code))
    return code;
  if (options.key == NULL)
    return asy_ctl_usage (ctl, _("Say with which key to sign: --key FILE."));
  return sign (ctl, words[0], &options);
}

static char *
iso_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds != 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static void
add_signature (JsonBuilder *builder, AsySignatureReport *report)
{
  const gint64 proven = asy_signature_report_get_proven_time (report);
  g_autofree char *time = iso_time (proven != 0 ? proven : asy_signature_report_get_time (report));

  json_builder_begin_object (builder);
  asy_ctl_json_text (builder, "signer", asy_signature_report_get_signer (report));
  asy_ctl_json_text (builder, "time", time);
  asy_ctl_json_bool (builder, "intact", asy_signature_report_get_is_intact (report));
  asy_ctl_json_bool (builder, "covers_whole_file", asy_signature_report_get_covers_whole_file (report));
  asy_ctl_json_bool (builder, "trusted", asy_signature_report_get_is_trusted (report));
  asy_ctl_json_bool (builder, "qualified", asy_signature_report_get_is_qualified (report));
  json_builder_set_member_name (builder, "changes_after");
  json_builder_begin_array (builder);
  for (guint i = 0; i < asy_signature_report_get_n_changes (report); i++)
    json_builder_add_string_value (builder, asy_signature_report_get_change_code (report, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* @verification is NULL for a file that is no PDF any more. */
static void
print_json (AsyVerification *verification, AsyVerdict verdict)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  asy_ctl_json_text (builder, "verdict", asy_verdict_get_nick (verdict));
  json_builder_set_member_name (builder, "signatures");
  json_builder_begin_array (builder);
  for (guint i = 0; verification != NULL && i < asy_verification_get_n_signatures (verification); i++)
    add_signature (builder, asy_verification_get_signature (verification, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  asy_ctl_print_json (builder);
}

static const char *
tell_verdict (AsyVerdict verdict)
{
  switch (verdict)
    {
    case ASY_VERDICT_VALID:
      return _("The signatures are valid and nothing was changed after them.");
    case ASY_VERDICT_UNTRUSTED:
      return _("The signatures are intact, but nobody trusted vouches for a signer.");
    case ASY_VERDICT_CHANGED:
      return _("The file was changed after it was signed.");
    case ASY_VERDICT_UNSIGNED:
      return _("The file has no signature.");
    case ASY_VERDICT_BROKEN:
    default:
      return _("A signature does not match the file.");
    }
}

static void
print_lines (AsyVerification *verification, AsyVerdict verdict)
{
  g_print ("%s\n", tell_verdict (verdict));
  for (guint i = 0; verification != NULL && i < asy_verification_get_n_signatures (verification); i++)
    {
      AsySignatureReport *report = asy_verification_get_signature (verification, i);
      g_autofree char *time = iso_time (asy_signature_report_get_time (report));

      g_print ("  %s, %s: %s, %s\n", asy_signature_report_get_signer (report), time != NULL ? time : _("no time"),
               asy_signature_report_get_is_intact (report) ? _("intact") : _("broken"),
               asy_signature_report_get_is_trusted (report) ? _("trusted") : _("not trusted"));
      for (guint j = 0; j < asy_signature_report_get_n_changes (report); j++)
        g_print ("    %s: %s\n", _("changed after it"), asy_signature_report_get_change_text (report, j));
    }
}

static int
code_of (AsyVerdict verdict)
{
  switch (verdict)
    {
    case ASY_VERDICT_VALID:
      return ASY_CTL_OK;
    case ASY_VERDICT_UNTRUSTED:
      return ASY_CTL_UNTRUSTED;
    case ASY_VERDICT_UNSIGNED:
      return ASY_CTL_UNSIGNED;
    case ASY_VERDICT_CHANGED:
    case ASY_VERDICT_BROKEN:
    default:
      return ASY_CTL_FAILED;
    }
}

static AsyTrust *
read_trust (AsyCtl *ctl, GStrv paths, int *ret_code)
{
  g_autoptr (AsyTrust) trust = asy_trust_new ();

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr (GError) error = NULL;

      if (!asy_trust_add_file (trust, file, &error))
        {
          *ret_code = asy_ctl_fail (ctl, g_steal_pointer (&error), paths[i]);
          return NULL;
        }
    }
  return g_steal_pointer (&trust);
}

static int
verify (AsyCtl *ctl, const char *path, GStrv trusted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = read_file (path, &error);
  g_autoptr (AsyTrust) trust = NULL;
  g_autoptr (AsyVerification) verification = NULL;
  AsyVerdict verdict = ASY_VERDICT_BROKEN;
  int code = ASY_CTL_FAILED;

  if (pdf == NULL)
    return asy_ctl_fail (ctl, g_steal_pointer (&error), path);
  trust = read_trust (ctl, trusted, &code);
  if (trust == NULL)
    return code;
  verification = asy_verify_pdf (pdf, trust, now_unix (ctl), &error);
  if (verification != NULL)
    verdict = asy_verification_get_verdict (verification);
  else
    (void) asy_ctl_fail (ctl, g_steal_pointer (&error), path);  /* the verdict below says so too */
  if (asy_ctl_wants_json (ctl))
    print_json (verification, verdict);
  else
    print_lines (verification, verdict);
  return code_of (verdict);
}

int
asy_ctl_verify (AsyCtl *ctl, GStrv args)
{
  g_auto (GStrv) trusted = NULL;
  const GOptionEntry entries[] = {
    { "trust", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &trusted, N_("Certificates of an authority that is trusted; may be given several times"), N_("FILE") },
    { NULL },
  };
  g_auto (GStrv) words = NULL;
  int code;

  if (!asy_ctl_parse (ctl, args, entries, 1, 1, &words, &code))
    return code;
  return verify (ctl, words[0], trusted);
}
