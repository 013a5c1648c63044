/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/asy-pages.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsySidebar:
 *
 * The navigation: search, pages with their counters, the state of encryption
 * and the user. Signal `page-chosen (id)`.
 */
#define ASY_TYPE_SIDEBAR (asy_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AsySidebar, asy_sidebar, ASY, SIDEBAR, AdwBin)

void asy_sidebar_set_context (AsySidebar *self, AsyContext *context);

/** Only this page can be chosen, and nothing searched; %NULL lifts it. */
void asy_sidebar_restrict (AsySidebar *self, const char *page_id);

/** Marks the page that is shown; emits nothing. */
void asy_sidebar_select (AsySidebar *self, const char *page_id);

void asy_sidebar_set_counter (AsySidebar *self, const char *page_id, guint number, AsyMeaning meaning);

/** Minutes until the register locks itself; -1 for never. */
void asy_sidebar_set_lock_minutes (AsySidebar *self, int minutes);

/** In a narrow window the navigation stands alone and has the window's buttons. */
void asy_sidebar_set_alone (AsySidebar *self, gboolean alone);

void asy_sidebar_begin_search (AsySidebar *self);
void asy_sidebar_open_menu (AsySidebar *self);

G_END_DECLS
