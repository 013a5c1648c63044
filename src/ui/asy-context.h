/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "law/asy-rules.h"
#include "store/asy-offices.h"
#include "store/asy-store.h"
#include "ui/asy-meaning.h"

G_BEGIN_DECLS

/*
 * How a page is built
 * ===================
 *
 * A page is a room of its own: `src/<page>/` with a static library
 * `asy-<page>`, its templates in `ui/<page>/` and one resource list
 * `ui/<page>/<page>.gresource.xml` (prefix `/pl/asysta/Asysta/ui/<page>`,
 * `preprocess="xml-stripblanks"`), linked whole. It gives one function:
 *
 *     GtkWidget *asy_<page>_page_new (AsyContext *context);
 *
 * src/app/asy-pages.c has one line for each page. Pages do not know each other;
 * they meet through actions of the application, whose table is in
 * src/app/asy-actions.c. From code: asy_context_go(), from a template:
 * `action-name="app.show-family"` with an int64 target. An action's word, id and
 * detail reach the page through #AsyPage.show.
 *
 * A page is usually an AdwBin with a template; give the bin's own child no `id`,
 * or call adw_bin_set_child (NULL) before gtk_widget_dispose_template().
 *
 * The page brings its own AdwHeaderBar or bars, because lists have theirs. The
 * leftmost one starts with an #AsyNavButton (shown only when the navigation is
 * folded away); only the rightmost one has the window's buttons: set
 * `show-start-title-buttons` and `show-end-title-buttons` to FALSE elsewhere.
 *
 * Data: asy_context_ask() runs a job in the store's worker and brings the
 * result back, unless the widget is gone or asked again in the meantime. Follow
 * `AsyStore::changed (kind, id)` to reload; kind `*` means everything. Office,
 * courts, users and dictionaries are at hand in asy_context_get_office(), and
 * `office-changed` tells when they are new.
 *
 * Editing: AsyForm (asy-form.h) with rows bound to a record (asy-bind.h).
 */

#define ASY_TYPE_CONTEXT (asy_context_get_type ())
G_DECLARE_FINAL_TYPE (AsyContext, asy_context, ASY, CONTEXT, GObject)

/** Everything a page is handed. Takes references. (transfer full) */
AsyContext *asy_context_new (AsyStore *store, AsyOfficeFile *office, const AsyRules *rules) G_GNUC_WARN_UNUSED_RESULT;

/** Emits `closing`, so that pages put unfinished typing aside, and drops what still runs. The store stays open. */
void asy_context_close (AsyContext *self);

AsyStore *asy_context_get_store (AsyContext *self);
AsyClock *asy_context_get_clock (AsyContext *self);
AsyDay asy_context_get_today (AsyContext *self);
const AsyRules *asy_context_get_rules (AsyContext *self);

/** The office as last loaded: keep a reference only as long as it is read. (transfer none) */
AsyOfficeFile *asy_context_get_office (AsyContext *self);

/** Signal `office-changed` follows when the new state is in. */
void asy_context_reload_office (AsyContext *self);

/** The main window: parent of dialogs. (transfer none) (nullable) */
GtkWindow *asy_context_get_window (AsyContext *self);
void asy_context_set_window (AsyContext *self, GtkWindow *window);

/** The context of the window that @widget is in, or of the windows above it; %NULL outside an open register. */
AsyContext *asy_context_of (GtkWidget *widget);

/**
 * AsyDoneFunc:
 * @result: (transfer full): what the job returned; %NULL on failure
 * @error: (transfer none) (nullable)
 */
typedef void (*AsyDoneFunc) (gpointer owner, gpointer result, const GError *error);

/**
 * asy_context_ask:
 * @owner: a GObject, usually the widget; held weakly
 * @slot: (nullable): a static word; a new request of the same owner and slot cancels the running one
 * @request: (transfer full)
 * @done: (nullable): called in the main thread, unless @owner is gone or the request was replaced.
 *   Without it the result is freed and a failure is shown to the user.
 *
 * Runs @job in the store's worker.
 */
void asy_context_ask (AsyContext *self, gpointer owner, const char *slot, AsyStoreJob job,
                      gpointer request, GDestroyNotify request_free, GDestroyNotify result_free, AsyDoneFunc done);

/** Requests that have not come back; the window shows a spinner when this lasts. Property `busy`. */
guint asy_context_get_busy (AsyContext *self);

/** A short message at the bottom of the window; plain text. */
void asy_context_toast (AsyContext *self, const char *text);

/** The same with a button; @action is called when it is pressed, @destroy (nullable) frees @user_data in any case. */
void asy_context_toast_action (AsyContext *self, const char *text, const char *label, GCallback action, gpointer user_data,
                               GClosureNotify destroy);

/**
 * asy_context_toast_undo:
 * @undo: called once when the user takes the step back
 * @destroy: (nullable): frees @user_data in any case
 *
 * A destructive step that can be undone is not asked about.
 */
void asy_context_toast_undo (AsyContext *self, const char *text, GCallback undo, gpointer user_data, GClosureNotify destroy);

/** A sentence about what failed and what to do, in a dialog over @parent (nullable: the window). Silent when cancelled. */
void asy_context_show_error (AsyContext *self, GtkWidget *parent, const GError *error);

/** Activates an application action, `show-family` … with an id and, when it takes one, a detail. */
void asy_context_go (AsyContext *self, const char *action, gint64 id, const char *detail);

/** The number beside a page's name in the navigation; 0 hides it. */
void asy_context_set_counter (AsyContext *self, const char *page_id, guint number, AsyMeaning meaning);

/**
 * asy_context_push:
 * @subpage: (transfer floating): a page that takes the whole window, with its own header bar
 *
 * Slides @subpage in, as for the plan or a letter. Its header bar starts with
 * an #AsyBackButton; Alt+Left and asy_context_pop() go back.
 */
void asy_context_push (AsyContext *self, GtkWidget *subpage);
void asy_context_pop (AsyContext *self);

G_END_DECLS
