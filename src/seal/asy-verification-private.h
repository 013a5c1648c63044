/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/asy-verify.h"

G_BEGIN_DECLS

/* What the verifier fills in. */
struct _AsySignatureReport
{
  GObject parent_instance;

  char *field;
  char *signer;
  char *masked_id;
  char *issuer;
  char *reason;
  char *location;
  gint64 time;
  gint64 proven_time;
  gsize signed_bytes;
  AsySignatureProblem problem;
  AsyTrustProblem trust_problem;
  gboolean covers_whole_file;
  gboolean is_qualified;
  GPtrArray *changes; /* of AsyChange */
};

AsySignatureReport *asy_signature_report_new (const char *field);

/** Takes the reports over, sorts them in the order of signing and judges the whole. */
AsyVerification *asy_verification_new_take (GPtrArray *reports);

G_END_DECLS
