/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AsyPage:
 *
 * What the window asks of a page. Every part is optional; a page is any widget
 * that fills the space beside the navigation and brings its own header bars
 * (see asy-context.h for the whole convention).
 */
#define ASY_TYPE_PAGE (asy_page_get_type ())
G_DECLARE_INTERFACE (AsyPage, asy_page, ASY, PAGE, GtkWidget)

struct _AsyPageInterface
{
  GTypeInterface parent_iface;

  /** The page became the visible one: put the focus where work begins. */
  void (*activate) (AsyPage *self);

  /**
   * Show or begin something: @what is the word of the action's row in
   * src/app/asy-actions.c (`family`, `new-visit`, …), @id its record or 0,
   * @detail (nullable) a further word such as the kind of a letter. The page
   * is visible by then, unless the action stays on the page that asked: then
   * open a window or push a subpage. %FALSE when the page does not know the
   * word.
   */
  gboolean (*show) (AsyPage *self, const char *what, gint64 id, const char *detail);

  /** Alt+Left: one step back inside the page; %FALSE when there is none. */
  gboolean (*go_back) (AsyPage *self);

  /** Ctrl+F; %FALSE when the page has nothing to search in. */
  gboolean (*search) (AsyPage *self);

  /** Ctrl+P; %FALSE when there is nothing to print. */
  gboolean (*print) (AsyPage *self);

  /** Ctrl+Shift+E: writes the list as it is shown to a file; %FALSE when the page has none. */
  gboolean (*export_list) (AsyPage *self);

  /** F9: shows or hides the list beside the content; %FALSE when there is none. */
  gboolean (*toggle_list) (AsyPage *self);

  /** Ctrl+Shift+I: the family that the page is about, whose child may be threatened; 0 when there is none. */
  gint64 (*get_family) (AsyPage *self);

  /**
   * The page is to go away (register locked, window closed, subpage popped).
   * Save what can be saved: typing that is not finished goes to a draft.
   */
  void (*leave) (AsyPage *self);
};

void asy_page_activate (AsyPage *self);
gboolean asy_page_show (AsyPage *self, const char *what, gint64 id, const char *detail);
gboolean asy_page_go_back (AsyPage *self);
gboolean asy_page_search (AsyPage *self);
gboolean asy_page_print (AsyPage *self);
gboolean asy_page_export_list (AsyPage *self);
gboolean asy_page_toggle_list (AsyPage *self);
gint64 asy_page_get_family (AsyPage *self);
void asy_page_leave (AsyPage *self);

G_END_DECLS
