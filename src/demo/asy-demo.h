/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * The demonstration register: invented families with their histories, so that
 * every page and paper has something to show, in four sizes. The same seed and
 * the same day give the same content.
 */

typedef enum {
  ASY_DEMO_TINY,                /* 2 assistants, some 20 families */
  ASY_DEMO_TOWN,                /* 8 assistants, 150 families */
  ASY_DEMO_CITY,                /* 100 assistants, 1 500 families and 10 000 archived ones, 1 000 000 visits, 100 000 papers */
  ASY_DEMO_NATION,              /* 50 000 families, 5 000 000 visits */
} AsyDemoSize;

/** @done runs from 0 to 1; called often. */
typedef void (*AsyDemoProgress) (double done, gpointer user_data);

/** The size of that name, or %FALSE. */
gboolean asy_demo_size_from_name (const char *name, AsyDemoSize *ret_size);

/** What stands in a register that was filled. */
typedef struct {
  guint n_families;
  guint n_workers;
  guint n_visits;
  guint n_papers;
} AsyDemoTotals;

/**
 * asy_demo_fill:
 * @db: (transfer full): a new, migrated register
 * @login: its first user
 * @today: the day that the histories end on
 *
 * Fills a register.
 */
gboolean asy_demo_fill (AsyDb *db, const char *login, AsyDay today, AsyDemoSize size, guint32 seed, AsyDemoProgress progress,
                        gpointer user_data, AsyDemoTotals *ret_totals, GError **error);

G_END_DECLS
