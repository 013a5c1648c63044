/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gnutls/abstract.h>

#include "seal/asy-signer.h"

G_BEGIN_DECLS

/** The key, whatever it lives in. (transfer none) */
gnutls_privkey_t asy_signer_get_key (AsySigner *self);

/** The signer's certificate first, then its issuers as far as they are known. (transfer none) */
const gnutls_x509_crt_t *asy_signer_get_chain (AsySigner *self, guint *ret_n);

/** What the signature is made over: SHA-256, or as strong as the curve. */
gnutls_digest_algorithm_t asy_signer_get_digest (AsySigner *self);

G_END_DECLS
