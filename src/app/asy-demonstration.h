/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/asy-clock.h"

G_BEGIN_DECLS

/*
 * The demonstration register of whoever works here: an invented town, always in
 * the same place, with a password that is no secret.
 */

#define ASY_DEMONSTRATION_PASSWORD "Rejestr pokazowy 1"

/** Where it is, or would be. (transfer full) */
char *asy_demonstration_get_path (void);

/** @done runs from 0 to 1. In the main thread. */
typedef void (*AsyDemonstrationProgress) (gpointer source, double done);

/**
 * asy_demonstration_make_async:
 * @source: what @progress and @callback are called with
 * @path: where nothing is yet
 *
 * Makes the register in a thread. It comes to stand at @path when it is whole:
 * nothing is there after a failure, a cancelling or the end of the program.
 */
void asy_demonstration_make_async (gpointer source, const char *path, AsyClock *clock, AsyDemonstrationProgress progress,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean asy_demonstration_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
