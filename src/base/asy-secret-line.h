/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * asy_secret_read_line:
 * @fd: a descriptor that is open for reading; what follows the line stays in it
 *
 * Reads a password: one line of text, its end left out. %NULL when there is
 * none, or when it is empty, no UTF-8, too long, or holds a zero byte or a
 * Ctrl+C. Wipe what you get.
 */
char *asy_secret_read_line (int fd) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
