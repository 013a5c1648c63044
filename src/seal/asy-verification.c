/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include "seal/asy-revision-private.h"
#include "seal/asy-verification-private.h"

G_DEFINE_FINAL_TYPE (AsySignatureReport, asy_signature_report, G_TYPE_OBJECT)

static void
asy_signature_report_finalize (GObject *object)
{
  AsySignatureReport *self = ASY_SIGNATURE_REPORT (object);

  g_free (self->field);
  g_free (self->signer);
  g_free (self->masked_id);
  g_free (self->issuer);
  g_free (self->reason);
  g_free (self->location);
  g_ptr_array_unref (self->changes);
  G_OBJECT_CLASS (asy_signature_report_parent_class)->finalize (object);
}

static void
asy_signature_report_class_init (AsySignatureReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asy_signature_report_finalize;
}

static void
asy_signature_report_init (AsySignatureReport *self)
{
  self->changes = asy_revision_new_changes ();
  self->problem = ASY_SIGNATURE_PROBLEM_UNREADABLE;
  self->trust_problem = ASY_TRUST_PROBLEM_UNKNOWN;
}

AsySignatureReport *
asy_signature_report_new (const char *field)
{
  AsySignatureReport *self = g_object_new (ASY_TYPE_SIGNATURE_REPORT, NULL);

  self->field = g_strdup (field);
  return self;
}

const char *
asy_signature_report_get_field (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), NULL);
  return self->field;
}

const char *
asy_signature_report_get_signer (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), NULL);
  return self->signer != NULL ? self->signer : "";
}

const char *
asy_signature_report_get_masked_id (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), NULL);
  return self->masked_id;
}

const char *
asy_signature_report_get_issuer (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), NULL);
  return self->issuer != NULL ? self->issuer : "";
}

const char *
asy_signature_report_get_reason (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), NULL);
  return self->reason;
}

const char *
asy_signature_report_get_location (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), NULL);
  return self->location;
}

gint64
asy_signature_report_get_time (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), 0);
  return self->time;
}

gint64
asy_signature_report_get_proven_time (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), 0);
  return self->proven_time;
}

gboolean
asy_signature_report_get_is_intact (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), FALSE);
  return self->problem == ASY_SIGNATURE_PROBLEM_NONE;
}

AsySignatureProblem
asy_signature_report_get_problem (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), ASY_SIGNATURE_PROBLEM_UNREADABLE);
  return self->problem;
}

gboolean
asy_signature_report_get_covers_whole_file (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), FALSE);
  return self->covers_whole_file;
}

gsize
asy_signature_report_get_signed_bytes (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), 0);
  return self->signed_bytes;
}

gboolean
asy_signature_report_get_is_trusted (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), FALSE);
  return self->trust_problem == ASY_TRUST_PROBLEM_NONE;
}

AsyTrustProblem
asy_signature_report_get_trust_problem (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), ASY_TRUST_PROBLEM_UNKNOWN);
  return self->trust_problem;
}

gboolean
asy_signature_report_get_is_qualified (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), FALSE);
  return self->is_qualified;
}

gboolean
asy_signature_report_get_is_revocation_checked (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), FALSE);
  return FALSE;
}

guint
asy_signature_report_get_n_changes (AsySignatureReport *self)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self), 0);
  return self->changes->len;
}

const char *
asy_signature_report_get_change_code (AsySignatureReport *self, guint i)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self) && i < self->changes->len, NULL);
  return ((AsyChange *) self->changes->pdata[i])->code;
}

const char *
asy_signature_report_get_change_text (AsySignatureReport *self, guint i)
{
  g_return_val_if_fail (ASY_IS_SIGNATURE_REPORT (self) && i < self->changes->len, NULL);
  return ((AsyChange *) self->changes->pdata[i])->text;
}

struct _AsyVerification
{
  GObject parent_instance;

  AsyVerdict verdict;
  GPtrArray *reports;
};

G_DEFINE_FINAL_TYPE (AsyVerification, asy_verification, G_TYPE_OBJECT)

static void
asy_verification_finalize (GObject *object)
{
  AsyVerification *self = ASY_VERIFICATION (object);

  g_clear_pointer (&self->reports, g_ptr_array_unref);
  G_OBJECT_CLASS (asy_verification_parent_class)->finalize (object);
}

static void
asy_verification_class_init (AsyVerificationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asy_verification_finalize;
}

static void
asy_verification_init (AsyVerification *self)
{
}

/* Longer is later; what cannot be told comes last. */
static int
compare_reports (gconstpointer a, gconstpointer b)
{
  gsize first = (*(AsySignatureReport *const *) a)->signed_bytes - 1;
  gsize second = (*(AsySignatureReport *const *) b)->signed_bytes - 1;

  return first < second ? -1 : first > second;
}

static AsyVerdict
judge_signature (const AsySignatureReport *report)
{
  if (report->problem != ASY_SIGNATURE_PROBLEM_NONE)
    return ASY_VERDICT_BROKEN;
  if (report->changes->len > 0)
    return ASY_VERDICT_CHANGED;
  return report->trust_problem == ASY_TRUST_PROBLEM_NONE ? ASY_VERDICT_VALID : ASY_VERDICT_UNTRUSTED;
}

/* The worst counts; the verdicts of a signature are in that order. */
static AsyVerdict
judge (GPtrArray *reports)
{
  AsyVerdict worst = ASY_VERDICT_VALID;

  if (reports->len == 0)
    return ASY_VERDICT_UNSIGNED;
  for (guint i = 0; i < reports->len; i++)
    worst = MAX (worst, judge_signature (reports->pdata[i]));
  return worst;
}

AsyVerification *
asy_verification_new_take (GPtrArray *reports)
{
  AsyVerification *self = g_object_new (ASY_TYPE_VERIFICATION, NULL);

  g_ptr_array_sort (reports, compare_reports);
  self->reports = reports;
  self->verdict = judge (reports);
  return self;
}

AsyVerdict
asy_verification_get_verdict (AsyVerification *self)
{
  g_return_val_if_fail (ASY_IS_VERIFICATION (self), ASY_VERDICT_BROKEN);
  return self->verdict;
}

guint
asy_verification_get_n_signatures (AsyVerification *self)
{
  g_return_val_if_fail (ASY_IS_VERIFICATION (self), 0);
  return self->reports->len;
}

AsySignatureReport *
asy_verification_get_signature (AsyVerification *self, guint i)
{
  g_return_val_if_fail (ASY_IS_VERIFICATION (self) && i < self->reports->len, NULL);
  return self->reports->pdata[i];
}

const char *
asy_verdict_get_nick (AsyVerdict verdict)
{
  static const char *const nicks[] = { "valid", "untrusted", "changed", "broken", "unsigned" };

  g_return_val_if_fail ((guint) verdict < G_N_ELEMENTS (nicks), NULL);
  return nicks[verdict];
}

const char *
asy_signature_problem_get_nick (AsySignatureProblem problem)
{
  static const char *const nicks[] = { "none", "range", "unsupported", "unreadable", "mismatch", "binding" };

  g_return_val_if_fail ((guint) problem < G_N_ELEMENTS (nicks), NULL);
  return nicks[problem];
}

const char *
asy_trust_problem_get_nick (AsyTrustProblem problem)
{
  static const char *const nicks[] = { "none", "unknown", "expired", "not-yet-valid", "key-usage", "weak", "chain" };

  g_return_val_if_fail ((guint) problem < G_N_ELEMENTS (nicks), NULL);
  return nicks[problem];
}
