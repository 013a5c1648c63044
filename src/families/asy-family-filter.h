/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-families.h"

G_BEGIN_DECLS

/* Which families the list shows, and in what order. No widget here. */

/** What families are told apart by. A family passes when it fits every facet that has values. */
typedef enum {
  ASY_FAMILY_FACET_DUE,         /* one of `overdue`, `7-days`, `30-days` */
  ASY_FAMILY_FACET_STAGE,       /* one of the nicks of stages */
  ASY_FAMILY_FACET_WORKER,      /* one of the ids of assistants, or `none` */
  ASY_FAMILY_FACET_DISTRICT,    /* one of the districts */
  ASY_FAMILY_FACET_REASON,      /* one of the codes of reasons */
  ASY_FAMILY_FACET_FLAG,        /* all of `warning`, `two-person`, `intervention`, `blue-card`, `court`, … */
} AsyFamilyFacet;

#define ASY_FAMILY_N_FACETS (ASY_FAMILY_FACET_FLAG + 1)

/** `overdue`, `7-days`, `30-days`; and the nicks of #AsyFamilyFlags in their order. */
extern const char *const asy_family_due_nicks[];
extern const char *const asy_family_flag_nicks[];

#define ASY_FAMILY_DUE_OVERDUE "overdue"
#define ASY_FAMILY_FLAG_NICK_COURT "court"
#define ASY_FAMILY_WORKER_NONE "none"

typedef enum {
  ASY_FAMILY_ORDER_NAME,
  ASY_FAMILY_ORDER_DUE,
  ASY_FAMILY_ORDER_STAGE,
  ASY_FAMILY_ORDER_ASSISTANT,
  ASY_FAMILY_ORDER_DISTRICT,
  ASY_FAMILY_ORDER_LAST_VISIT,
  ASY_FAMILY_ORDER_REGISTERED,
  ASY_FAMILY_ORDER_CHILDREN,
  ASY_FAMILY_ORDER_STEP,
  ASY_FAMILY_ORDER_NEXT_VISIT,
  ASY_FAMILY_ORDER_ASSESSMENT,
  ASY_FAMILY_ORDER_FLAGS,       /* what is graver counts for more */
  ASY_FAMILY_ORDER_SIGNATURE,
  ASY_FAMILY_ORDER_ADDRESS,
} AsyFamilyOrder;

#define ASY_FAMILY_N_ORDERS (ASY_FAMILY_ORDER_ADDRESS + 1)

/** %NULL-terminated words of the orders: `name`, `due`, … */
extern const char *const asy_family_order_nicks[];

/** Zeroed at the beginning: lets everything through. Values are set through functions only. */
typedef struct {
  GPtrArray *values[ASY_FAMILY_N_FACETS]; /* nullable: char *, interned, in the order in which they were set */
  guint masks[ASY_FAMILY_N_FACETS];       /* the same as bits, where there are few */
  GArray *worker_ids;                     /* nullable: gint64; 0: nobody */
  AsyFamiliesScope scope;
  char **words;                 /* nullable: folded; each has to begin a word of the row */
  AsyDay today;
} AsyFamilyFilter;

void asy_family_filter_clear (AsyFamilyFilter *self);

/** Takes what was typed; it may have Polish letters or not. */
void asy_family_filter_set_text (AsyFamilyFilter *self, const char *text);

/** Lets families with this value through as well, or no longer. A word that is none of the facet's is left out. */
void asy_family_filter_set (AsyFamilyFilter *self, AsyFamilyFacet facet, const char *value, gboolean is_on);
gboolean asy_family_filter_has (const AsyFamilyFilter *self, AsyFamilyFacet facet, const char *value);

/** Takes away all values of a facet. */
void asy_family_filter_drop (AsyFamilyFilter *self, AsyFamilyFacet facet);

/** Every facet, and back to the families at work; what was typed stays. */
void asy_family_filter_reset (AsyFamilyFilter *self);

/** Facets and scope as they are kept under a name: a line a value. An empty text when nothing is chosen. (transfer full) */
char *asy_family_filter_to_text (const AsyFamilyFilter *self) G_GNUC_WARN_UNUSED_RESULT;

/** Puts what was kept in place of the facets and the scope; lines that this version does not know are left out. */
void asy_family_filter_from_text (AsyFamilyFilter *self, const char *text);

gboolean asy_family_filter_matches (const AsyFamilyFilter *self, AsyFamilyRow *row);

/** Whether any facet has a value, or the scope is not the usual one. */
gboolean asy_family_filter_is_chosen (const AsyFamilyFilter *self);

/** Whether it lets all families of its scope through: nothing is chosen and nothing was typed. */
gboolean asy_family_filter_is_empty (const AsyFamilyFilter *self);

/** Shaped for GtkCustomSorter. What is not known (no deadline, no visit, no assistant) comes last in either direction. */
int asy_family_order_compare (AsyFamilyOrder order, gboolean is_descending, AsyFamilyRow *a, AsyFamilyRow *b);

/** In the order asked for, but families that bear the name searched for come before those that only live in such a street. */
int asy_family_filter_compare (const AsyFamilyFilter *self, AsyFamilyOrder order, gboolean is_descending, AsyFamilyRow *a,
                               AsyFamilyRow *b);

/** Whether two rows show the same; for splicing. */
gboolean asy_family_row_same (gconstpointer a, gconstpointer b);

G_END_DECLS
