/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The code on the recovery sheet: seven groups of five characters of Crockford's
 * base 32 (no I, L, O, U), as in `7K2QX-…`. 33 characters are random (165 bits),
 * the last two are the value of the others modulo 1021: since that is a prime
 * just below 32², every single wrong character and every pair of swapped
 * neighbours is noticed before the slow derivation of the key starts.
 */

/** A new code in groups; free with _asy_secret_text_free(). */
char *_asy_recovery_code_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * The characters of @code without grouping, in capitals, with I and L read as 1
 * and O as 0; %NULL when it is not a code. Free with _asy_secret_text_free().
 */
char *_asy_recovery_code_normalize (const char *code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
