/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/asy-actions.h"
#include "app/asy-opening.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyWindow:
 *
 * The one window: start, unlocking, first run, or work in an open register.
 */
#define ASY_TYPE_WINDOW (asy_window_get_type ())
G_DECLARE_FINAL_TYPE (AsyWindow, asy_window, ASY, WINDOW, AdwApplicationWindow)

/** (transfer floating) */
AsyWindow *asy_window_new (GtkApplication *application, AsyClock *clock, GSettings *settings);

/** Begins with @path: asks for the password, or says why the file cannot be opened. %NULL: the start view. */
void asy_window_begin (AsyWindow *self, const char *path);

/** Begins with @path and opens it with @password, or says why not. */
void asy_window_begin_with_password (AsyWindow *self, const char *path, const char *password);

/** The register that is open, or %NULL. (transfer none) */
AsyContext *asy_window_get_context (AsyWindow *self);

/** Closes the register and asks for the password again. Does nothing when none is open. */
void asy_window_lock (AsyWindow *self);

/** Takes a register that was opened over. (transfer full) */
void asy_window_enter (AsyWindow *self, AsyOpened *opened);

/** Encryption does not work: nothing but the message. */
void asy_window_refuse (AsyWindow *self, const GError *error);

void asy_window_go (AsyWindow *self, const AsyActionInfo *action, gint64 id, const char *detail);
void asy_window_show_page (AsyWindow *self, const char *page_id);

/** Writes size and page into the settings; closes the register. */
void asy_window_finish (AsyWindow *self);

G_END_DECLS
