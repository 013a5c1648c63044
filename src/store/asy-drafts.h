/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * Unfinished typing of the session's user, kept every few seconds and offered
 * again after a crash. Not a record: neither audited nor announced.
 */

typedef struct {
  char *kind;
  gint64 record_id;             /* 0: a record that was not saved yet */
  char *saved_at;               /* UTC */
  char *body;                   /* whatever the page wrote */
} AsyDraft;

void asy_draft_free (AsyDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyDraft, asy_draft_free)

gboolean asy_draft_put (AsySession *session, const char *kind, gint64 record_id, const char *body, GError **error);

/** *@ret_draft is %NULL when there is none. (transfer full) */
gboolean asy_draft_get (AsySession *session, const char *kind, gint64 record_id, AsyDraft **ret_draft, GError **error);

gboolean asy_draft_remove (AsySession *session, const char *kind, gint64 record_id, GError **error);

/** Newest first. (transfer full) (element-type AsyDraft) */
GPtrArray *asy_drafts_list (AsySession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
