/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-families.h"

G_BEGIN_DECLS

/* Which families the list shows, and in what order. No widget here. */

typedef enum {
  ASY_FAMILY_FILTER_ALL,
  ASY_FAMILY_FILTER_OVERDUE,
  ASY_FAMILY_FILTER_COURT,
} AsyFamilyFilterKind;

typedef enum {
  ASY_FAMILY_ORDER_NAME,        /* Polish order, as the list was loaded */
  ASY_FAMILY_ORDER_DUE,
  ASY_FAMILY_ORDER_STAGE,
  ASY_FAMILY_ORDER_ASSISTANT,
} AsyFamilyOrder;

typedef struct {
  AsyFamilyFilterKind kind;
  int stage;                    /* an AsyStage; -1: any */
  gint64 worker_id;             /* 0: any; -1: nobody */
  char **words;                 /* nullable: folded; each has to begin a word of the row */
  AsyDay today;
} AsyFamilyFilter;

void asy_family_filter_clear (AsyFamilyFilter *self);

/** Takes what was typed; it may have Polish letters or not. */
void asy_family_filter_set_text (AsyFamilyFilter *self, const char *text);

gboolean asy_family_filter_matches (const AsyFamilyFilter *self, AsyFamilyRow *row);

/** Whether it lets anything but all families through. */
gboolean asy_family_filter_is_empty (const AsyFamilyFilter *self);

/** Shaped for GtkCustomSorter: what is due first; families without anything due last. */
int asy_family_order_compare (AsyFamilyOrder order, AsyFamilyRow *a, AsyFamilyRow *b);

/** In the order asked for, but families that bear the name searched for come before those that only live in such a street. */
int asy_family_filter_compare (const AsyFamilyFilter *self, AsyFamilyOrder order, AsyFamilyRow *a, AsyFamilyRow *b);

/** Whether two rows show the same; for splicing. */
gboolean asy_family_row_same (gconstpointer a, gconstpointer b);

G_END_DECLS
