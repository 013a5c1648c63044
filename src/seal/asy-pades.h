/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "seal/asy-signer.h"

G_BEGIN_DECLS

/** Bytes kept for the signature unless told otherwise; PDF/A limits a string to 32767. */
#define ASY_PADES_RESERVE_BYTES 16384
#define ASY_PADES_RESERVE_BYTES_MAX 32766

/**
 * AsyPadesOptions:
 * @field_name: (nullable): fully qualified name of an empty signature field; %NULL takes the first empty one, or makes one
 * @reason: (nullable): why it is signed
 * @location: (nullable): where
 * @contact: (nullable): how to reach the signer
 * @time: the time that the signer claims, seconds since 1970 UTC; the certificate must be valid then
 * @reserve_bytes: room for the signature, 0 for %ASY_PADES_RESERVE_BYTES
 */
typedef struct
{
  const char *field_name;
  const char *reason;
  const char *location;
  const char *contact;
  gint64 time;
  guint reserve_bytes;
} AsyPadesOptions;

/**
 * Signs a PDF: PAdES baseline B-B (EN 319 142-1) as an incremental update, so
 * that the old bytes are a prefix of the new ones and earlier signatures stay
 * valid.
 *
 * Everything that speaks against signing is found before the key is used:
 * NOT_PDF, ENCRYPTED, TOO_LARGE, LOCKED, NO_FIELD, FIELD_SIGNED, EXPIRED,
 * NOT_YET_VALID, KEY_USAGE, WEAK_KEY; then NO_ROOM or FAILED. The result is
 * checked before it is handed out. May block on a card: call it in a task.
 *
 * Returns: (transfer full): the signed PDF, %NULL with @error set
 */
GBytes *asy_pades_sign (GBytes                *pdf,
                        AsySigner             *signer,
                        const AsyPadesOptions *options,
                        GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * Names of the signature fields that nobody has signed yet, in document order.
 *
 * Returns: (transfer full): possibly empty; %NULL with @error set
 */
char **asy_pades_list_empty_fields (GBytes *pdf, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * Writes @bytes to @path: beside it, flushed to the disk, then renamed, so that
 * neither a crash nor a full disk leaves half a paper. Errors are #GFileError.
 */
gboolean asy_seal_write_file (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
