/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsySignWindow:
 *
 * Signs a PDF with a certificate from a PKCS#12 file. Signal
 * `signed (GBytes pdf, string signer)` when it is done.
 */
#define ASY_TYPE_SIGN_WINDOW (asy_sign_window_get_type ())
G_DECLARE_FINAL_TYPE (AsySignWindow, asy_sign_window, ASY, SIGN_WINDOW, AdwWindow)

/** @what names the paper. (transfer floating-free: a toplevel) */
AsySignWindow *asy_sign_window_new (AsyContext *context, GBytes *pdf, const char *what);

G_END_DECLS
