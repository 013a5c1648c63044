/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gnutls/gnutls.h>
#include <libtasn1.h>

G_BEGIN_DECLS

/* Structures of asy-seal.asn, read and written by libtasn1. */

typedef asn1_node AsyAsn1;

void asy_asn1_free (AsyAsn1 node);
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (AsyAsn1, asy_asn1_free, NULL)

/** An empty structure, "TSTInfo" for example; %NULL never for a type of the module. */
AsyAsn1 asy_asn1_new (const char *type) G_GNUC_WARN_UNUSED_RESULT;

/** Decodes DER strictly; %NULL when it is not such a structure or something follows. */
AsyAsn1 asy_asn1_decode (const char *type, const guint8 *der, gsize length) G_GNUC_WARN_UNUSED_RESULT;

/** Encodes as DER. (transfer full) */
GBytes *asy_asn1_encode (AsyAsn1 node) G_GNUC_WARN_UNUSED_RESULT;

/** The value under @path ("certs.?1.certHash"), %NULL when there is none. (transfer full) */
GBytes *asy_asn1_dup_value (AsyAsn1 node, const char *path);

/** An object identifier or a time as text, %NULL when there is none. (transfer full) */
char *asy_asn1_dup_text (AsyAsn1 node, const char *path);

/** Length of the first element in @data, DER or BER, padding after it aside; 0 when it is not whole. */
gsize asy_asn1_measure (const guint8 *data, gsize length);

/** GnuTLS' name for a digest by its object identifier; UNKNOWN for others. */
gnutls_digest_algorithm_t asy_asn1_get_digest (const char *oid);

G_END_DECLS
