/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/asy-court.h"
#include "model/asy-user.h"
#include "store/asy-course.h"
#include "store/asy-workers.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/* Rows of the lists of Zespół. Activating one is the page's business. */

/** An assistant; @caseload is %NULL for one who left. @warning: families from which the bar warns. (transfer floating) */
GtkWidget *asy_worker_row_new (AsyWorker *worker, const AsyCaseload *caseload, int warning, AsyDay today);

/** A user; @has_slot: may open the register. (transfer floating) */
GtkWidget *asy_user_row_new (AsyUser *user, gboolean has_slot, gboolean is_me, AsyDay today, GMenuModel *menu);

/** (transfer floating) */
GtkWidget *asy_court_row_new (AsyCourt *court);

/** Given and family name. (transfer full) */
char *asy_worker_dup_name (AsyWorker *worker) G_GNUC_WARN_UNUSED_RESULT;

/** The record of a row made here. (transfer none) */
gpointer asy_team_row_get_record (GtkWidget *row);

/** A family on the waiting list; the row opens it. (transfer floating) */
GtkWidget *asy_waiting_row_new (AsyContext *context, const AsyWaitingEntry *entry);

G_END_DECLS
