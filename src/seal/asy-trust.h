/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AsyTrust:
 *
 * The authorities whose signatures are believed. Not changed any more once it
 * has been handed to a verification in another thread.
 */
#define ASY_TYPE_TRUST (asy_trust_get_type ())
G_DECLARE_FINAL_TYPE (AsyTrust, asy_trust, ASY, TRUST, GObject)

/** Trusts nobody yet. */
AsyTrust *asy_trust_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** Adds all certificates of a PEM file (or the one of a DER file). Error: TRUST. */
gboolean asy_trust_add_file (AsyTrust *self, GFile *file, GError **error);

/** Adds certificates from memory, PEM or DER. Error: TRUST. */
gboolean asy_trust_add_bytes (AsyTrust *self, GBytes *certificates, GError **error);

/** Adds the authorities that the operating system trusts. Error: TRUST. */
gboolean asy_trust_add_system (AsyTrust *self, GError **error);

G_END_DECLS
