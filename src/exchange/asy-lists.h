/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/asy-table.h"
#include "store/asy-interventions.h"
#include "store/asy-letters.h"
#include "store/asy-providers.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * The lists of the window as tables: whole, filtered and ordered as they are
 * shown. Headings and words are Polish, like the papers.
 */

/** (element-type AsyFamilyRow): in the order given */
AsyTable *asy_list_of_families (GPtrArray *rows) G_GNUC_WARN_UNUSED_RESULT;

/** Everything that is due until @until; @worker_id 0: of everybody. */
AsyTable *asy_list_load_due (AsySession *session, AsyDay until, gint64 worker_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

AsyTable *asy_list_load_interventions (AsySession *session, AsyInterventionsScope scope, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The whole list behind a filter; its `after`, `older_than` and `limit` do not count. @filter nullable. */
AsyTable *asy_list_load_providers (AsySession *session, const AsyProviderFilter *filter, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AsyTable *asy_list_load_letters (AsySession *session, const AsyLetterFilter *filter, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Assistants in work with their families (obciążenie). */
AsyTable *asy_list_load_workers (AsySession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Notes in the audit which list was taken out of the register and how many rows of it. Before the file is written. */
gboolean asy_list_note_export (AsySession *session, const AsyTable *table, AsyTableFormat format, GError **error);

G_END_DECLS
