/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-deadline.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/** One thing that is due, with whose it is and what it follows from. */
typedef struct {
  AsyDeadline deadline;
  gint64 family_id;
  char *family_name;
  gint64 worker_id;             /* 0: nobody */
  char *worker_name;            /* nullable */
  gint64 record_id;             /* court request, task or intervention that it comes from; 0 otherwise */
  char *detail;                 /* nullable: case number, task */
  gboolean needs_consent;       /* nobody can be assigned before the family has consented */
} AsyDueEntry;

void asy_due_entry_free (AsyDueEntry *entry);

/**
 * asy_due_list:
 * @until: last day to look ahead to; what is overdue is always in
 * @worker_id: only this assistant's families, or 0
 *
 * Everything due for the office, most urgent first. (transfer full) (element-type AsyDueEntry)
 */
GPtrArray *asy_due_list (AsySession *session, const AsyRules *rules, AsyDay today, AsyDay until, gint64 worker_id,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Everything due for one family, without a horizon. */
GPtrArray *asy_due_list_for_family (AsySession *session, const AsyRules *rules, AsyDay today, gint64 family_id,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
