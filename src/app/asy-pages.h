/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/** One page of the window; see ui/asy-context.h for how a page is built. */
typedef struct {
  const char *id;               /* `families` */
  const char *title;            /* msgid */
  const char *icon_name;
  GtkWidget *(*create) (AsyContext *context);
  gboolean is_subpage;          /* takes the whole window when it is shown, has no place in the navigation */
  gboolean is_eager;            /* made soon after the start, because it counts what is due */
} AsyPageInfo;

/** All pages, in the order of the navigation; ends with a %NULL id. */
const AsyPageInfo *asy_pages_get_all (void);

/** (nullable) */
const AsyPageInfo *asy_pages_find (const char *id);

G_END_DECLS
