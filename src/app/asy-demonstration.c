/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "app/asy-demonstration.h"
#include "app/asy-opening.h"
#include "app/asy-secret-text.h"
#include "db/asy-register.h"
#include "demo/asy-demo.h"

#define LOGIN "demo"
#define SEED 1

/* Function pointers are no data pointers in ISO C. */
static const char making_tag;

typedef struct {
  char *path;
  char *unfinished;             /* the file until it is whole */
  AsyDay today;
  AsyDemonstrationProgress progress;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->path);
  g_free (making->unfinished);
  g_free (making);
}

char *
asy_demonstration_get_path (void)
{
  g_autofree char *folder = asy_opening_get_folder ();

  return g_build_filename (folder, "rejestr-pokazowy.asysta", NULL);
}

/* In the thread */

typedef struct {
  GTask *task;
  double done;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_object_unref (told->task);
  g_free (told);
}

static gboolean
on_told_cb (gpointer data)
{
  const Told *told = data;
  const Making *making = g_task_get_task_data (told->task);

  making->progress (g_task_get_source_object (told->task), told->done);
  return G_SOURCE_REMOVE;
}

static void
tell_progress (double done, gpointer user_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Told *told = g_new0 (Told, 1);

  told->task = g_object_ref (user_data);
  told->done = done;
  /* As the answer of the task, so that none comes after it. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_told_cb, told, told_free);
  g_source_attach (source, NULL);
}

static gboolean
fill (GTask *task, const Making *making, GError **error)
{
  char *code = NULL;
  AsyDemoTotals totals;
  AsyDb *db = asy_register_create (making->unfinished, LOGIN, ASY_DEMONSTRATION_PASSWORD, &code, error);

  /* Nobody prints a recovery sheet of what is invented. */
  asy_secret_text_free (code);
  if (db == NULL)
    return FALSE;
  asy_db_set_cancellable (db, g_task_get_cancellable (task));
  if (!asy_session_migrate (db, NULL, error))
    {
      asy_db_close (db);
      return FALSE;
    }
  return asy_demo_fill (db, LOGIN, making->today, ASY_DEMO_TOWN, SEED, tell_progress, task, &totals, error);
}

static gboolean
move_file (const Making *making, const char *suffix, GError **error)
{
  g_autofree char *from = g_strconcat (making->unfinished, suffix, NULL);
  g_autofree char *to = g_strconcat (making->path, suffix, NULL);

  if (g_rename (from, to) == 0)
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), "the new register cannot be put in its place");
  return FALSE;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Making *making = task_data;
  g_autofree char *folder = g_path_get_dirname (making->path);
  GError *error = NULL;

  /* When it cannot be made, making the register says why. */
  (void) g_mkdir_with_parents (folder, 0700);
  asy_opening_remove_files (making->unfinished);
  /* The keys first: they are nothing by themselves. */
  if (fill (task, making, &error) && !g_cancellable_set_error_if_cancelled (cancellable, &error) &&
      move_file (making, ".keys", &error) && move_file (making, "", &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  asy_opening_remove_files (making->unfinished);
  g_task_return_error (task, error);
}

/* In the main thread */

void
asy_demonstration_make_async (gpointer source, const char *path, AsyClock *clock, AsyDemonstrationProgress progress,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Making *making;

  g_return_if_fail (path != NULL && progress != NULL);
  g_return_if_fail (ASY_IS_CLOCK (clock));

  task = g_task_new (source, cancellable, callback, user_data);
  making = g_new0 (Making, 1);
  making->path = g_strdup (path);
  making->unfinished = g_strconcat (path, ".part", NULL);
  making->today = asy_clock_get_today (clock);
  making->progress = progress;
  g_task_set_source_tag (task, (gpointer) &making_tag);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_in_thread);
}

gboolean
asy_demonstration_make_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) &making_tag), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
