/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/asy-actions.h"
#include "app/asy-pages.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyWorkView:
 *
 * The window while a register is open: navigation, pages, and subpages that
 * take the whole window. Made when a register is opened, dropped when it is
 * locked.
 */
#define ASY_TYPE_WORK_VIEW (asy_work_view_get_type ())
G_DECLARE_FINAL_TYPE (AsyWorkView, asy_work_view, ASY, WORK_VIEW, AdwBin)

/** (transfer floating) */
GtkWidget *asy_work_view_new (AsyContext *context);

AsyContext *asy_work_view_get_context (AsyWorkView *self);

/**
 * Leads to no page but @page_id (a static id), while the user is there only to
 * set their authorisation right; %NULL lifts it.
 */
void asy_work_view_restrict (AsyWorkView *self, const char *page_id);

/** Goes to a page; unknown ids are left alone. */
void asy_work_view_show_page (AsyWorkView *self, const char *page_id);
const char *asy_work_view_get_page (AsyWorkView *self);

/** Does what an action of the table says. */
void asy_work_view_go (AsyWorkView *self, const AsyActionInfo *action, gint64 id, const char *detail);

/* Keys of the window. */
void asy_work_view_go_back (AsyWorkView *self);
void asy_work_view_show_navigation (AsyWorkView *self);
void asy_work_view_begin_search (AsyWorkView *self);
void asy_work_view_search_in_page (AsyWorkView *self);
void asy_work_view_print (AsyWorkView *self);
void asy_work_view_export_list (AsyWorkView *self);
void asy_work_view_toggle_list (AsyWorkView *self);
void asy_work_view_report_threat (AsyWorkView *self);
void asy_work_view_open_menu (AsyWorkView *self);

/** See asy_sidebar_set_lock_minutes(). */
void asy_work_view_set_lock_minutes (AsyWorkView *self, int minutes);

G_END_DECLS
