/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/asy-board.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/** What an overview of a month shows: six weeks from a Monday on. */
typedef struct {
  AsyDay month;                 /* any day of it */
  GArray *team;                 /* AsyDayLoad of all assistants */
  GArray *own;                  /* AsyDayLoad of the one that is chosen */
  char *own_name;               /* nullable: nobody is chosen */
  GHashTable *times;            /* gint64 → AsyWorkTime */
} AsyMonth;

void asy_month_free (AsyMonth *month);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyMonth, asy_month_free)

typedef struct {
  gint64 worker_id;             /* 0: nobody is chosen */
  AsyDay month;
} AsyMonthRequest;

/** An AsyStoreJob: loads an #AsyMonth. */
gpointer asy_month_job (AsySession *session, gpointer request, GError **error);

#define ASY_MONTH_DAYS 42

/** The Monday that the overview of a month begins with. */
AsyDay asy_month_get_first (AsyDay month);

/**
 * AsyMonthView:
 *
 * Six weeks with the load of each day. Signal `day (day)` for one that is
 * chosen.
 */
#define ASY_TYPE_MONTH_VIEW (asy_month_view_get_type ())
G_DECLARE_FINAL_TYPE (AsyMonthView, asy_month_view, ASY, MONTH_VIEW, AdwBin)

void asy_month_view_set_month (AsyMonthView *self, const AsyMonth *month, AsyDay today);

G_END_DECLS
