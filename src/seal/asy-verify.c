/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <string.h>

#include "seal/asy-cert-private.h"
#include "seal/asy-revision-private.h"
#include "seal/asy-seal-error.h"
#include "seal/asy-signature-private.h"
#include "seal/asy-verification-private.h"

/* Each signature is compared with the whole file. */
#define SIGNATURES_MAX 64

typedef struct
{
  GBytes *bytes;
  AsyPdf *pdf;
  AsyTrust *trust;
  gint64 now;
  gsize vouched_end; /* how far the longest intact signature reaches */
} Verifying;

static void
read_claims (Verifying *verifying, AsySignatureReport *report, qpdf_oh value)
{
  AsyPdf *pdf = verifying->pdf;
  g_autofree char *time = asy_pdf_dup_text (pdf, asy_pdf_get (pdf, value, "/M"));

  report->time = asy_pdf_parse_time (time);
  report->reason = asy_pdf_dup_text (pdf, asy_pdf_get (pdf, value, "/Reason"));
  report->location = asy_pdf_dup_text (pdf, asy_pdf_get (pdf, value, "/Location"));
}

static void
judge_signer (Verifying *verifying, AsySignatureReport *report, AsyCms *cms)
{
  if (cms->signer == NULL)
    return;
  report->signer = asy_cert_dup_name (cms->signer);
  report->masked_id = asy_cert_dup_masked_id (cms->signer);
  report->issuer = asy_cert_dup_issuer_name (cms->signer);
  if (report->time == 0)
    report->time = cms->signing_time;
  if (cms->problem != ASY_SIGNATURE_PROBLEM_NONE)
    return;
  if (cms->time_stamp != NULL)
    report->proven_time = asy_time_stamp_verify (cms->time_stamp, cms->signature, verifying->trust);
  report->trust_problem = asy_trust_judge (verifying->trust, cms->signer, cms->certs, cms->n_certs,
                                           report->proven_time > 0 ? report->proven_time : verifying->now);
  if (report->trust_problem == ASY_TRUST_PROBLEM_NONE && cms->is_weak)
    report->trust_problem = ASY_TRUST_PROBLEM_WEAK;
  report->is_qualified = report->trust_problem == ASY_TRUST_PROBLEM_NONE && asy_cert_is_qualified (cms->signer);
}

/* The field as the signer saw it must hold this very signature, else the file shows somebody else's. */
static gboolean
is_in_revision (AsyPdf *revision, const char *field_name, const AsySignatureRange *range)
{
  g_autoptr (GPtrArray) fields = asy_pdf_list_signature_fields (revision, NULL);

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const AsyPdfField *field = fields->pdata[i];
      AsySignatureRange found;

      if (strcmp (field->name, field_name) == 0 && asy_signature_read_range (revision, field->value, &found)
          && found.gap_start == range->gap_start && found.end == range->end)
        return TRUE;
    }
  return FALSE;
}

static void
compare_with_revision (Verifying *verifying, AsySignatureReport *report, const AsySignatureRange *range)
{
  g_autoptr (AsyPdf) revision = asy_pdf_open (verifying->bytes, range->end, NULL);
  g_autoptr (GPtrArray) changes = NULL;

  if (revision == NULL || !is_in_revision (revision, report->field, range))
    {
      report->problem = ASY_SIGNATURE_PROBLEM_RANGE;
      return;
    }
  changes = asy_revision_compare (revision, verifying->pdf);
  for (guint i = 0; i < changes->len; i++)
    {
      const AsyChange *change = changes->pdata[i];

      asy_revision_add_change (report->changes, change->code, "%s", change->text);
    }
}

static AsySignatureReport *
verify_field (Verifying *verifying, const AsyPdfField *field)
{
  AsySignatureReport *report = asy_signature_report_new (field->name);
  g_autoptr (AsyCms) cms = NULL;
  AsySignatureRange range;
  gsize length = g_bytes_get_size (verifying->bytes);

  read_claims (verifying, report, field->value);
  report->problem = ASY_SIGNATURE_PROBLEM_RANGE;
  if (!asy_signature_read_range (verifying->pdf, field->value, &range))
    return report;
  report->signed_bytes = range.end;
  report->covers_whole_file = range.end == length;
  cms = asy_signature_check (verifying->pdf, field->value, &range);
  report->problem = cms->problem;
  judge_signer (verifying, report, cms);
  if (report->problem == ASY_SIGNATURE_PROBLEM_NONE && !report->covers_whole_file)
    compare_with_revision (verifying, report, &range);
  if (report->problem == ASY_SIGNATURE_PROBLEM_NONE)
    verifying->vouched_end = MAX (verifying->vouched_end, range.end);
  return report;
}

/* What nobody has signed at all must be looked at byte by byte, a repairing viewer might show it. */
static void
check_tail (Verifying *verifying, GPtrArray *reports)
{
  if (verifying->vouched_end == 0 || verifying->vouched_end == g_bytes_get_size (verifying->bytes))
    return;
  for (guint i = 0; i < reports->len; i++)
    {
      AsySignatureReport *report = reports->pdata[i];

      if (report->problem == ASY_SIGNATURE_PROBLEM_NONE)
        asy_revision_find_hidden (verifying->pdf, verifying->vouched_end, report->changes);
    }
}

static GPtrArray *
verify_fields (Verifying *verifying, GPtrArray *fields, GError **error)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < fields->len; i++)
    {
      const AsyPdfField *field = fields->pdata[i];

      if (asy_pdf_is_null (verifying->pdf, field->value))
        continue;
      if (reports->len == SIGNATURES_MAX)
        {
          g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_TOO_LARGE, "the PDF has too many signatures");
          return NULL;
        }
      g_ptr_array_add (reports, verify_field (verifying, field));
    }
  check_tail (verifying, reports);
  return g_steal_pointer (&reports);
}

AsyVerification *
asy_verify_pdf (GBytes *pdf, AsyTrust *trust, gint64 now, GError **error)
{
  g_autoptr (AsyPdf) opened = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  GPtrArray *reports;
  Verifying verifying = { .bytes = pdf, .trust = trust, .now = now };

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (trust == NULL || ASY_IS_TRUST (trust), NULL);

  opened = asy_pdf_open (pdf, g_bytes_get_size (pdf), error);
  if (opened == NULL)
    return NULL;
  fields = asy_pdf_list_signature_fields (opened, error);
  if (fields == NULL)
    return NULL;
  verifying.pdf = opened;
  reports = verify_fields (&verifying, fields, error);
  return reports != NULL ? asy_verification_new_take (reports) : NULL;
}
