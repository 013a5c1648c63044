/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * The audit: in the same transaction as every change, who did what to which
 * record. Each entry's hash covers the entry before it, so that a removed or
 * altered entry shows. It covers a salted digest of the values and not the
 * values, which may have to be erased one day.
 */

/**
 * asy_audit_write:
 * @action: `create`, `update`, `delete`, `open`, `issue`, `sign`, `import` …
 * @kind: table of the record
 * @family_id: family that the record belongs to, or 0
 * @changes: (nullable): JSON object `{"column": [old, new]}`
 */
gboolean asy_audit_write (AsySession *session, const char *action, const char *kind, gint64 record_id,
                          gint64 family_id, const char *changes, GError **error);

/** Hash of the newest entry; 64 zeros for an empty audit. (transfer full) */
char *asy_audit_dup_head (AsySession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_audit_verify:
 * @ret_broken: (out): number of the first entry that does not fit, or 0
 *
 * Walks the whole chain.
 */
gboolean asy_audit_verify (AsySession *session, gint64 *ret_entries, gint64 *ret_broken, GError **error);

typedef struct {
  gint64 id;
  char *at;                     /* UTC */
  char *login;
  char *action;
  char *kind;
  gint64 record_id;
  char *changes;                /* nullable */
} AsyAuditEntry;

void asy_audit_entry_free (AsyAuditEntry *entry);

/** Newest first, at most @limit, older than @before (0: from the newest). (transfer full) (element-type AsyAuditEntry) */
GPtrArray *asy_audit_list_for_family (AsySession *session, gint64 family_id, gint64 before, guint limit,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
