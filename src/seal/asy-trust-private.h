/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gnutls/x509.h>

#include "seal/asy-verify.h"

G_BEGIN_DECLS

/**
 * Whether @signer stands under a trusted authority at @time, with the help of
 * the @n_others certificates that came along. @self may be %NULL for nobody.
 */
AsyTrustProblem asy_trust_judge (AsyTrust                *self,
                                 gnutls_x509_crt_t        signer,
                                 const gnutls_x509_crt_t *others,
                                 guint                    n_others,
                                 gint64                   time);

G_END_DECLS
