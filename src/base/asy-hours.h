/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * asy_hours_parse:
 *
 * Hours of a day as they are typed (`8-16`, `8:00–16:00`, `7.30 - 15.30`) or
 * stored, in minutes after midnight; the end may be 24:00 and comes after the start.
 */
gboolean asy_hours_parse (const char *text, int *ret_start, int *ret_end);

/** `08:00-16:00`, as the register keeps them. (transfer full) */
char *asy_hours_format (int start, int end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
