/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/asy-signer-private.h"

G_BEGIN_DECLS

#define ASY_OID_SIGNING_CERTIFICATE "1.2.840.113549.1.9.16.2.12"
#define ASY_OID_SIGNING_CERTIFICATE_V2 "1.2.840.113549.1.9.16.2.47"
#define ASY_OID_TIME_STAMP "1.2.840.113549.1.9.16.2.14"

/**
 * A detached CMS signature over @data as PAdES B-B asks (EN 319 122-1, 6.3):
 * DER, content-type, message-digest and signing-certificate-v2, no
 * signing-time, the certificates up to the authority without it. Error: FAILED.
 */
GBytes *asy_cms_sign (AsySigner *signer, GBytes *data, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
