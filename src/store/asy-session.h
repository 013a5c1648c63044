/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/asy-clock.h"
#include "db/asy-db.h"
#include "store/asy-store-error.h"

G_BEGIN_DECLS

/**
 * AsySession:
 *
 * A user at work in an open register: the connection, who it is and what day
 * it is. Every repository function takes one. Belongs to one thread at a time.
 */
typedef struct _AsySession AsySession;

/** Takes @db over. The schema must be migrated already. */
AsySession *asy_session_new (AsyDb *db, AsyClock *clock, const char *login) G_GNUC_WARN_UNUSED_RESULT;

/** Closes the register. Accepts %NULL. */
void asy_session_free (AsySession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsySession, asy_session_free)

AsyDb *asy_session_get_db (AsySession *session);
AsyClock *asy_session_get_clock (AsySession *session);
const char *asy_session_get_login (AsySession *session);
AsyDay asy_session_get_today (AsySession *session);

/** Brings the schema up to date; see asy_db_migrate(). */
gboolean asy_session_migrate (AsyDb *db, char **ret_copy, GError **error);

/** Number of the schema that this program writes. */
int asy_session_get_schema_version (void);

typedef gboolean (*AsySessionFunc) (AsySession *session, gpointer user_data, GError **error);

/** Runs @func in one transaction; what it changed is announced only when it is committed. */
gboolean asy_session_transaction (AsySession *session, AsySessionFunc func, gpointer user_data, GError **error);

/** Within a transaction: when @func fails, only what it did itself is taken back, and the transaction goes on. */
gboolean asy_session_attempt (AsySession *session, AsySessionFunc func, gpointer user_data, GError **error);

typedef struct {
  const char *kind;             /* interned: the table of the record */
  gint64 id;
} AsyChange;

/** Notes that a record changed; called by the repository inside a transaction. */
void asy_session_note_change (AsySession *session, const char *kind, gint64 id);

/** The changes committed since the last call, each once. (transfer full) (element-type AsyChange) */
GArray *asy_session_take_changes (AsySession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
