/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-store.h"

/* How often another process's commits are looked for. */
#define WATCH_INTERVAL_S 2

struct _AsyStore
{
  GObject parent_instance;

  GThreadPool *pool;            /* one exclusive thread; NULL when closed */
  AsySession *session;          /* touched by the worker only */
  GMainContext *context;
  AsyClock *clock;
  char *login;
  char *path;
  guint watch_source;
  gint64 data_version;          /* worker only */
};

G_DEFINE_FINAL_TYPE (AsyStore, asy_store, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct {
  AsyStoreJob run;
  gpointer request;
  GDestroyNotify request_free;
  GDestroyNotify result_free;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->request_free != NULL)
    g_clear_pointer (&job->request, job->request_free);
  g_free (job);
}

typedef struct {
  GWeakRef store;
  GArray *changes;
} Announcement;

static void
announcement_free (gpointer data)
{
  Announcement *self = data;

  g_weak_ref_clear (&self->store);
  g_array_unref (self->changes);
  g_free (self);
}

static gboolean
on_announce_cb (gpointer data)
{
  Announcement *self = data;
  g_autoptr (AsyStore) store = g_weak_ref_get (&self->store);

  if (store == NULL || store->pool == NULL)
    return G_SOURCE_REMOVE;
  for (guint i = 0; i < self->changes->len; i++)
    {
      const AsyChange *change = &g_array_index (self->changes, AsyChange, i);

      g_signal_emit (store, signals[CHANGED], g_quark_from_static_string (change->kind), change->kind, change->id);
    }
  return G_SOURCE_REMOVE;
}

/* g_main_context_invoke() could run the callback here, in the worker. */
static void
announce (AsyStore *self, GArray *changes)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Announcement *note = g_new0 (Announcement, 1);

  g_weak_ref_init (&note->store, self);
  note->changes = g_array_ref (changes);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_announce_cb, note, announcement_free);
  g_source_attach (source, self->context);
}

static void
announce_own_changes (AsyStore *self)
{
  g_autoptr (GArray) changes = asy_session_take_changes (self->session);

  if (changes->len > 0)
    announce (self, changes);
}

/* Data version moves only when another connection commits: then everything
 * that is shown may be old. */
static void
look_for_foreign_changes (AsyStore *self)
{
  gint64 version = 0;

  if (!asy_db_get_data_version (asy_session_get_db (self->session), &version, NULL))
    return;
  if (self->data_version != 0 && version != self->data_version)
    {
      g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (AsyChange));
      AsyChange everything = { g_intern_static_string ("*"), 0 };

      g_array_append_val (changes, everything);
      announce (self, changes);
    }
  self->data_version = version;
}

static void
on_work_cb (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  AsyStore *self = user_data;
  Job *job = g_task_get_task_data (task);
  AsyDb *db = asy_session_get_db (self->session);
  GError *error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;
  asy_db_set_cancellable (db, g_task_get_cancellable (task));
  result = job->run (self->session, job->request, &error);
  asy_db_set_cancellable (db, NULL);
  announce_own_changes (self);
  look_for_foreign_changes (self);
  if (error != NULL)
    {
      if (result != NULL && result != ASY_STORE_DONE && job->result_free != NULL)
        job->result_free (result);
      g_task_return_error (task, error);
      return;
    }
  g_task_return_pointer (task, result, result == ASY_STORE_DONE ? NULL : job->result_free);
}

static gpointer
watch_job (AsySession *session, gpointer request, GError **error)
{
  return ASY_STORE_DONE;
}

static gboolean
on_watch_cb (gpointer data)
{
  AsyStore *self = data;

  if (g_thread_pool_unprocessed (self->pool) == 0)
    asy_store_run_async (self, watch_job, NULL, NULL, NULL, NULL, NULL, NULL);
  return G_SOURCE_CONTINUE;
}

AsyStore *
asy_store_new (AsySession *session)
{
  AsyStore *self;

  g_return_val_if_fail (session != NULL, NULL);

  self = g_object_new (ASY_TYPE_STORE, NULL);
  self->session = session;
  self->context = g_main_context_ref_thread_default ();
  self->clock = g_object_ref (asy_session_get_clock (session));
  self->login = g_strdup (asy_session_get_login (session));
  self->path = g_strdup (asy_db_get_path (asy_session_get_db (session)));
  self->pool = g_thread_pool_new (on_work_cb, self, 1, TRUE, NULL);
  self->watch_source = g_timeout_add_seconds (WATCH_INTERVAL_S, on_watch_cb, self);
  return self;
}

void
asy_store_close (AsyStore *self)
{
  g_return_if_fail (ASY_IS_STORE (self));

  if (self->pool == NULL)
    return;
  g_clear_handle_id (&self->watch_source, g_source_remove);
  g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, TRUE);
  g_clear_pointer (&self->session, asy_session_free);
}

gboolean
asy_store_is_open (AsyStore *self)
{
  g_return_val_if_fail (ASY_IS_STORE (self), FALSE);

  return self->pool != NULL;
}

const char *
asy_store_get_login (AsyStore *self)
{
  return self->login;
}

AsyClock *
asy_store_get_clock (AsyStore *self)
{
  return self->clock;
}

AsyDay
asy_store_get_today (AsyStore *self)
{
  return asy_clock_get_today (self->clock);
}

const char *
asy_store_get_path (AsyStore *self)
{
  return self->path;
}

void
asy_store_run_async (AsyStore *self, AsyStoreJob job, gpointer request, GDestroyNotify request_free,
                     GDestroyNotify result_free, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *data;

  g_return_if_fail (ASY_IS_STORE (self));

  data = g_new0 (Job, 1);
  data->run = job;
  data->request = request;
  data->request_free = request_free;
  data->result_free = result_free;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_name (task, "asy_store_run");
  g_task_set_task_data (task, data, job_free);
  if (self->pool == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "the register is closed");
      return;
    }
  g_thread_pool_push (self->pool, g_steal_pointer (&task), NULL);
}

gpointer
asy_store_run_finish (AsyStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
asy_store_finalize (GObject *object)
{
  AsyStore *self = ASY_STORE (object);

  /* The pool's thread holds the connection; waiting for it here could be
   * waiting for oneself. */
  if (self->pool != NULL)
    g_critical ("a store was dropped without asy_store_close()");
  g_main_context_unref (self->context);
  g_clear_object (&self->clock);
  g_free (self->login);
  g_free (self->path);

  G_OBJECT_CLASS (asy_store_parent_class)->finalize (object);
}

static void
asy_store_class_init (AsyStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asy_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
asy_store_init (AsyStore *self)
{
}
