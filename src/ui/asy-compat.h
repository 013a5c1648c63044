/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The one place for what later versions of the toolkit replace: message
 * dialogs, file choosers, showing a URI, scrolling a list, the leaflet. Each is
 * a pair of calls, so that a newer way can come in without touching a page.
 * @parent may be any widget of a window, or %NULL.
 */

/** One button of a question; the style is that of its meaning. */
typedef struct {
  const char *id;               /* handed back */
  const char *label;            /* translated, with a mnemonic */
  AdwResponseAppearance appearance;
} AsyAnswer;

/**
 * asy_ui_ask_async:
 * @answers: the first is the one that Esc means
 * @default_id: (nullable): the one that Enter means
 * @extra: (nullable) (transfer floating): a widget between text and buttons
 *
 * A question over @parent. @heading and @body are plain text.
 */
void asy_ui_ask_async (GtkWidget *parent, const char *heading, const char *body,
                       const AsyAnswer *answers, guint n_answers, const char *default_id, GtkWidget *extra,
                       GAsyncReadyCallback callback, gpointer user_data);

/** Id of the chosen answer; never %NULL. (transfer full) */
char *asy_ui_ask_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

/** Cancel or @accept_label. @destructive colours the button red and leaves Enter with Cancel. */
void asy_ui_confirm_async (GtkWidget *parent, const char *heading, const char *body, const char *accept_label,
                           gboolean destructive, GAsyncReadyCallback callback, gpointer user_data);
gboolean asy_ui_confirm_finish (GAsyncResult *result);

/** A sentence with one button. */
void asy_ui_tell (GtkWidget *parent, const char *heading, const char *body);

/** What asy_errors.h says about @error, over @parent. Says nothing for a cancelled operation. */
void asy_ui_show_error (GtkWidget *parent, const GError *error);

/** A set of files in a chooser; @patterns ends with %NULL: `{ "*.pdf", NULL }`. */
typedef struct {
  const char *name;
  const char *const *patterns;
} AsyFileKind;

/** @folder (nullable): where to begin. */
void asy_ui_open_file_async (GtkWidget *parent, const char *title, const AsyFileKind *kind, GFile *folder,
                             GAsyncReadyCallback callback, gpointer user_data);
/** (transfer full) (nullable): %NULL when the user cancelled */
GFile *asy_ui_open_file_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

/** Asks before an existing file is replaced. */
void asy_ui_save_file_async (GtkWidget *parent, const char *title, const AsyFileKind *kind, GFile *folder, const char *name,
                             GAsyncReadyCallback callback, gpointer user_data);
GFile *asy_ui_save_file_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

/** Opens @uri or a file in the program that the user has for it. */
void asy_ui_show_uri (GtkWidget *parent, const char *uri);
void asy_ui_show_file (GtkWidget *parent, GFile *file);

/** Brings a row of a GtkListView, GtkGridView or GtkColumnView into view. */
void asy_ui_scroll_to (GtkWidget *list, guint position);

/** Slides to a child of an AdwLeaflet. */
void asy_ui_leaflet_show (GtkWidget *leaflet, GtkWidget *child);

G_END_DECLS
