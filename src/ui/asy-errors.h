/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The one place that turns (domain, code, details) into a sentence for people:
 * what is the matter and what to do. The technical text of an error never
 * reaches the window.
 */

/** A sentence or two, translated. (transfer full) */
char *asy_error_describe (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

/** A short heading over that sentence. (transfer none) */
const char *asy_error_get_heading (const GError *error);

/** A cancelled operation needs no words. */
gboolean asy_error_is_silent (const GError *error);

/** Whether there is a sentence of its own for a domain and code; for the test that walks through all of them. */
gboolean asy_error_is_known (GQuark domain, int code);

G_END_DECLS
