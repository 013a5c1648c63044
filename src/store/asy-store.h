/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/asy-session.h"

G_BEGIN_DECLS

/**
 * AsyStore:
 *
 * The register as the window sees it. One worker thread owns the connection;
 * everything crosses as a #GTask. `AsyStore::changed (kind, id)` is emitted in
 * the main context after a commit; id 0 stands for "many of this kind".
 */
#define ASY_TYPE_STORE (asy_store_get_type ())
G_DECLARE_FINAL_TYPE (AsyStore, asy_store, ASY, STORE, GObject)

/** Takes the session over; call from the main thread. (transfer full) */
AsyStore *asy_store_new (AsySession *session) G_GNUC_WARN_UNUSED_RESULT;

/** Waits for what was asked for, then closes the register. Later requests fail with %G_IO_ERROR_CLOSED. */
void asy_store_close (AsyStore *self);

gboolean asy_store_is_open (AsyStore *self);

/** Login and clock of the session: safe in the main thread. */
const char *asy_store_get_login (AsyStore *self);
AsyClock *asy_store_get_clock (AsyStore *self);
AsyDay asy_store_get_today (AsyStore *self);
const char *asy_store_get_path (AsyStore *self);

/**
 * AsyStoreJob:
 *
 * Runs in the worker: calls repository functions and returns their result, or
 * %NULL with @error set. A job without a result returns %ASY_STORE_DONE. It
 * touches nothing but @session and @request.
 */
typedef gpointer (*AsyStoreJob) (AsySession *session, gpointer request, GError **error);

#define ASY_STORE_DONE GINT_TO_POINTER (1)

/**
 * asy_store_run_async:
 * @request: (transfer full): freed with @request_free in the worker
 * @result_free: (nullable): frees a result that nobody fetched
 *
 * The only way from the window into the register. Cancelling stops the running
 * statement.
 */
void asy_store_run_async (AsyStore *self, AsyStoreJob job, gpointer request, GDestroyNotify request_free,
                          GDestroyNotify result_free, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);

/** (transfer full): the result of the job */
gpointer asy_store_run_finish (AsyStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
