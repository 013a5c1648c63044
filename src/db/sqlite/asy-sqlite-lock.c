/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include <fcntl.h>
#include <stdarg.h>

#include "db/sqlite/asy-sqlite-private.h"

/*
 * Locks of POSIX belong to a process, and are all dropped when it closes any
 * descriptor of the file: a file chooser that looks into the register to learn
 * its type is enough. The next program then takes the register for unused and
 * removes its log, with what this one goes on to write into it. Locks of an
 * open file description stay until the engine itself closes it; the kernel
 * holds them against those of POSIX, so that older programs are kept out too.
 */
static int
to_description_lock (int command)
{
  switch (command)
    {
    case F_GETLK:
      return F_OFD_GETLK;
    case F_SETLK:
      return F_OFD_SETLK;
    case F_SETLKW:
      return F_OFD_SETLKW;
    default:
      return command;
    }
}

static int
control_file (int fd, int command, ...)
{
  const int wanted = to_description_lock (command);
  void *argument;
  va_list args;

  va_start (args, command);
  argument = va_arg (args, void *);
  va_end (args);
  /* The kernel asks for it. */
  if (wanted != command)
    ((struct flock *) argument)->l_pid = 0;
  return fcntl (fd, wanted, argument);
}

static gpointer
set_call (gpointer data)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find ("unix");

  return GINT_TO_POINTER (vfs != NULL && vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) control_file) == SQLITE_OK);
}

gboolean
_asy_sqlite_keep_locks (GError **error)
{
  static GOnce once = G_ONCE_INIT;

  if (g_once (&once, set_call, NULL) != NULL)
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "open: the engine does not take the locks of the register");
  return FALSE;
}
