/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AsyIdleLock:
 *
 * Notices that nobody works at any window of the program. Signal `idle` after
 * as many minutes as the setting `lock-minutes` says; property `minutes-left`
 * (-1: never).
 */
#define ASY_TYPE_IDLE_LOCK (asy_idle_lock_get_type ())
G_DECLARE_FINAL_TYPE (AsyIdleLock, asy_idle_lock, ASY, IDLE_LOCK, GObject)

AsyIdleLock *asy_idle_lock_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

void asy_idle_lock_start (AsyIdleLock *self);
void asy_idle_lock_stop (AsyIdleLock *self);

int asy_idle_lock_get_minutes_left (AsyIdleLock *self);

/** For tests: as if @seconds had passed without a key. */
void asy_idle_lock_pretend (AsyIdleLock *self, guint seconds);

G_END_DECLS
