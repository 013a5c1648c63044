/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AsyActionInfo:
 *
 * An action of the application that leads to a page: `app.<name>` with the id
 * of a record (int64), or with a word and an id (`(sx)`) when @has_detail.
 */
typedef struct {
  const char *name;
  const char *page;             /* id in asy-pages.c; the action is off while the page is not there */
  const char *what;             /* word handed to AsyPage.show; NULL: only the page itself */
  gboolean has_detail;
  gboolean stays;               /* only opens a window over whatever page is shown */
} AsyActionInfo;

/** Ends with a %NULL name. */
const AsyActionInfo *asy_actions_get_all (void);

/** (nullable) */
const AsyActionInfo *asy_actions_find (const char *name);

G_END_DECLS
