/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-session.h"

struct _AsySession
{
  AsyDb *db;
  AsyClock *clock;
  char *login;
  GArray *pending;              /* AsyChange of the transaction under way */
  GArray *committed;
};

/* To add a step: a file in data/migrations, its line here, a sample of the
 * schema before it in tests/data (CONTRIBUTING.md). */
static const AsyMigration migrations[] = {
  { 1, ASY_RESOURCE_BASE "/migrations/0001-register.sql" },
  { 2, ASY_RESOURCE_BASE "/migrations/0002-dictionaries.sql" },
  { 3, ASY_RESOURCE_BASE "/migrations/0003-course.sql" },
  { 4, ASY_RESOURCE_BASE "/migrations/0004-plans-and-calendar.sql" },
};

AsySession *
asy_session_new (AsyDb *db, AsyClock *clock, const char *login)
{
  AsySession *session;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (ASY_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (login != NULL, NULL);

  session = g_new0 (AsySession, 1);
  session->db = db;
  session->clock = g_object_ref (clock);
  session->login = g_strdup (login);
  session->pending = g_array_new (FALSE, FALSE, sizeof (AsyChange));
  session->committed = g_array_new (FALSE, FALSE, sizeof (AsyChange));
  return session;
}

void
asy_session_free (AsySession *session)
{
  if (session == NULL)
    return;
  asy_db_close (session->db);
  g_object_unref (session->clock);
  g_free (session->login);
  g_array_unref (session->pending);
  g_array_unref (session->committed);
  g_free (session);
}

AsyDb *
asy_session_get_db (AsySession *session)
{
  return session->db;
}

AsyClock *
asy_session_get_clock (AsySession *session)
{
  return session->clock;
}

const char *
asy_session_get_login (AsySession *session)
{
  return session->login;
}

AsyDay
asy_session_get_today (AsySession *session)
{
  return asy_clock_get_today (session->clock);
}

int
asy_session_get_schema_version (void)
{
  return migrations[G_N_ELEMENTS (migrations) - 1].version;
}

gboolean
asy_session_migrate (AsyDb *db, char **ret_copy, GError **error)
{
  return asy_db_migrate (db, migrations, G_N_ELEMENTS (migrations), ret_copy, error);
}

typedef struct {
  AsySession *session;
  AsySessionFunc func;
  gpointer user_data;
} Body;

static gboolean
run_body (AsyDb *db, gpointer user_data, GError **error)
{
  Body *body = user_data;

  return body->func (body->session, body->user_data, error);
}

gboolean
asy_session_transaction (AsySession *session, AsySessionFunc func, gpointer user_data, GError **error)
{
  Body body = { session, func, user_data };
  const gboolean is_outermost = !asy_db_in_transaction (session->db);
  gboolean ok = asy_db_transaction (session->db, run_body, &body, error);

  if (!is_outermost)
    return ok;
  if (ok)
    g_array_append_vals (session->committed, session->pending->data, session->pending->len);
  g_array_set_size (session->pending, 0);
  return ok;
}

gboolean
asy_session_attempt (AsySession *session, AsySessionFunc func, gpointer user_data, GError **error)
{
  Body body = { session, func, user_data };
  const guint n_pending = session->pending->len;

  if (asy_db_attempt (session->db, run_body, &body, error))
    return TRUE;
  g_array_set_size (session->pending, n_pending);
  return FALSE;
}

static gboolean
has_change (GArray *changes, const char *kind, gint64 id)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const AsyChange *change = &g_array_index (changes, AsyChange, i);

      if (change->kind == kind && change->id == id)
        return TRUE;
    }
  return FALSE;
}

void
asy_session_note_change (AsySession *session, const char *kind, gint64 id)
{
  AsyChange change = { g_intern_string (kind), id };

  /* An import of thousands of rows is announced as "many of this kind" (id 0),
   * which also keeps the search for repeats short. */
  if (session->pending->len >= 64)
    change.id = 0;
  if (!has_change (session->pending, change.kind, change.id))
    g_array_append_val (session->pending, change);
}

GArray *
asy_session_take_changes (AsySession *session)
{
  GArray *taken = session->committed;

  session->committed = g_array_new (FALSE, FALSE, sizeof (AsyChange));
  return taken;
}
