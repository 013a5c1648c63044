/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AsySealError:
 * @ASY_SEAL_ERROR_FAILED: a library or the machine failed; the message says where
 * @ASY_SEAL_ERROR_NOT_PDF: the bytes are not a PDF that can be read without repair
 * @ASY_SEAL_ERROR_ENCRYPTED: the PDF is encrypted
 * @ASY_SEAL_ERROR_TOO_LARGE: more than %ASY_SEAL_MAX_BYTES
 * @ASY_SEAL_ERROR_HAS_SIGNATURES: a signed PDF was given where a raw one is meant; a rewrite would break it
 * @ASY_SEAL_ERROR_NOT_ARCHIVABLE: something PDF/A forbids that cannot be repaired, for example a font that is not embedded
 * @ASY_SEAL_ERROR_KEY_FILE: the key file cannot be read or is not PKCS#12
 * @ASY_SEAL_ERROR_PASSWORD: the password of the key file is wrong
 * @ASY_SEAL_ERROR_NO_KEY: the key file holds no private key with its certificate
 * @ASY_SEAL_ERROR_EXPIRED: the certificate is past its last day
 * @ASY_SEAL_ERROR_NOT_YET_VALID: the certificate is not valid yet
 * @ASY_SEAL_ERROR_KEY_USAGE: the certificate is not meant for signing
 * @ASY_SEAL_ERROR_WEAK_KEY: the key is too short, or of a kind that PAdES does not take
 * @ASY_SEAL_ERROR_NO_FIELD: the PDF has no signature field of that name
 * @ASY_SEAL_ERROR_FIELD_SIGNED: the signature field is signed already
 * @ASY_SEAL_ERROR_LOCKED: an earlier signature allows no change at all (DocMDP 1)
 * @ASY_SEAL_ERROR_NO_ROOM: the signature did not fit into the reserved bytes
 * @ASY_SEAL_ERROR_TRUST: a file of trusted certificates cannot be read
 */
typedef enum
{
  ASY_SEAL_ERROR_FAILED,
  ASY_SEAL_ERROR_NOT_PDF,
  ASY_SEAL_ERROR_ENCRYPTED,
  ASY_SEAL_ERROR_TOO_LARGE,
  ASY_SEAL_ERROR_HAS_SIGNATURES,
  ASY_SEAL_ERROR_NOT_ARCHIVABLE,
  ASY_SEAL_ERROR_KEY_FILE,
  ASY_SEAL_ERROR_PASSWORD,
  ASY_SEAL_ERROR_NO_KEY,
  ASY_SEAL_ERROR_EXPIRED,
  ASY_SEAL_ERROR_NOT_YET_VALID,
  ASY_SEAL_ERROR_KEY_USAGE,
  ASY_SEAL_ERROR_WEAK_KEY,
  ASY_SEAL_ERROR_NO_FIELD,
  ASY_SEAL_ERROR_FIELD_SIGNED,
  ASY_SEAL_ERROR_LOCKED,
  ASY_SEAL_ERROR_NO_ROOM,
  ASY_SEAL_ERROR_TRUST,
} AsySealError;

#define ASY_SEAL_ERROR (asy_seal_error_quark ())
GQuark asy_seal_error_quark (void);

/** The largest PDF that is signed or verified; the whole file is held in memory. */
#define ASY_SEAL_MAX_BYTES ((gsize) 256 * 1024 * 1024)

G_END_DECLS
