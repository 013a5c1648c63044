/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gnutls/pkcs7.h>

#include "seal/asy-trust-private.h"

G_BEGIN_DECLS

/* What a CMS signature says and whether it holds. */
typedef struct
{
  AsySignatureProblem problem;
  gnutls_x509_crt_t *certs; /* all that came along */
  guint n_certs;
  gnutls_x509_crt_t signer; /* one of them, NULL when there is none */
  gboolean is_weak;         /* made with an algorithm that is broken */
  gint64 signing_time;      /* the attribute that older kinds of signature have, 0 without */
  GBytes *signature;        /* the value that a time stamp is made over, NULL without */
  GBytes *time_stamp;       /* the token, NULL without */
} AsyCms;

/**
 * Reads @der, whose end may be padding, and checks it over @content, or over
 * what it carries itself when @content is %NULL.
 *
 * @needs_binding asks for the signing-certificate attribute as CAdES does; it
 * must fit whenever it is there.
 */
AsyCms *asy_cms_verify (const guint8 *der, gsize length, GBytes *content, gboolean needs_binding) G_GNUC_WARN_UNUSED_RESULT;
void asy_cms_free (AsyCms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyCms, asy_cms_free)

/** What a signature carries inside of the type @oid; %NULL when it is something else. (transfer full) */
GBytes *asy_cms_dup_embedded (const guint8 *der, gsize length, const char *oid);

/**
 * The time that a time-stamp token (RFC 3161) proves for the bytes @stamped; 0
 * when the token does not fit, is not for stamping, or is not trusted.
 */
gint64 asy_time_stamp_verify (GBytes *token, GBytes *stamped, AsyTrust *trust);

G_END_DECLS
