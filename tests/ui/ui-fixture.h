/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-fixture.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/* A window with an open register behind it. */
typedef struct {
  StoreFixture base;            /* records are added here before the register is handed to the window */
  AsyStore *store;
  AsyContext *context;
  GtkWidget *window;
} UiFixture;

/** Shaped for g_test_add(). Sets up the register only. */
void ui_fixture_set_up (UiFixture *f, gconstpointer user_data);
void ui_fixture_tear_down (UiFixture *f, gconstpointer user_data);

/** Hands the register to a store and a context with a window, and shows it. */
void ui_fixture_open (UiFixture *f);

/** Runs what is due in the main loop until @done or, after ten seconds, fails. */
#define ui_wait_for(done) \
  G_STMT_START { \
    const gint64 ui_end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; \
    while (!(done)) { \
      g_main_context_iteration (NULL, FALSE); \
      g_usleep (500); \
      if (g_get_monotonic_time () > ui_end) \
        ui_fail (G_STRINGIFY (done)); \
    } \
  } G_STMT_END

void ui_fail (const char *what) G_GNUC_NORETURN;

/** Runs what is due until the context has no request left and the window is drawn. */
void ui_fixture_settle (UiFixture *f);

/** The first descendant of @type, or %NULL. */
GtkWidget *ui_find (GtkWidget *root, GType type);

/** The descendant with an accessible text: a button or row of that label or title, or %NULL. */
GtkWidget *ui_find_titled (GtkWidget *root, GType type, const char *title);

G_END_DECLS
