/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include "db/asy-db-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static AsyDbError
error_from_errno (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      return ASY_DB_ERROR_NOT_FOUND;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return ASY_DB_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return ASY_DB_ERROR_READ_ONLY;
    case EEXIST:
      return ASY_DB_ERROR_EXISTS;
    default:
      return ASY_DB_ERROR_IO;
    }
}

void
_asy_file_set_error (GError **error, int saved_errno, const char *what)
{
  g_set_error (error, ASY_DB_ERROR, error_from_errno (saved_errno), "%s: %s", what, g_strerror (saved_errno));
}

static gboolean
sync_path (const char *path, int flags, const char *what, GError **error)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  int saved_errno = 0;

  if (fd < 0)
    {
      _asy_file_set_error (error, errno, what);
      return FALSE;
    }
  if (fsync (fd) != 0)
    saved_errno = errno;
  if (!g_close (fd, NULL) && saved_errno == 0)
    saved_errno = EIO;
  if (saved_errno != 0)
    _asy_file_set_error (error, saved_errno, what);
  return saved_errno == 0;
}

gboolean
_asy_file_sync_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (folder, O_RDONLY | O_DIRECTORY, "sync folder", error);
}

gboolean
_asy_file_sync (const char *path, GError **error)
{
  return sync_path (path, O_RDONLY, "sync file", error);
}

static gboolean
write_all (int fd, const guint8 *data, gsize size)
{
  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      size -= (gsize) n;
    }
  return fsync (fd) == 0;
}

static gboolean
fill_part (int fd, GBytes *contents, gboolean is_locked, GError **error)
{
  if (is_locked && flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      _asy_file_set_error (error, errno, "lock file");
      return FALSE;
    }
  if (write_all (fd, g_bytes_get_data (contents, NULL), g_bytes_get_size (contents)))
    return TRUE;
  _asy_file_set_error (error, errno, "write file");
  return FALSE;
}

gboolean
_asy_file_write_atomic (const char *path, GBytes *contents, int *ret_locked_fd, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  int fd;

  (void) g_unlink (part);               /* of a process that was killed; nobody else writes here now */
  fd = g_open (part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      _asy_file_set_error (error, errno, "make file");
      return FALSE;
    }
  if (!fill_part (fd, contents, ret_locked_fd != NULL, error) || !_asy_file_rename (part, path, error))
    {
      (void) close (fd);                /* the first failure is the one to tell */
      (void) g_unlink (part);
      return FALSE;
    }
  if (ret_locked_fd != NULL)
    *ret_locked_fd = fd;
  else
    (void) close (fd);                  /* its contents are synced */
  return TRUE;
}

gboolean
_asy_file_rename (const char *old_path, const char *new_path, GError **error)
{
  if (g_rename (old_path, new_path) != 0)
    {
      _asy_file_set_error (error, errno, "rename file");
      return FALSE;
    }
  return _asy_file_sync_folder (new_path, error);
}

gboolean
_asy_file_rename_new (const char *old_path, const char *new_path, GError **error)
{
  int result = renameat2 (AT_FDCWD, old_path, AT_FDCWD, new_path, RENAME_NOREPLACE);

  /* Not every file system can do it in one step. */
  if (result != 0 && (errno == EINVAL || errno == ENOSYS) && !g_file_test (new_path, G_FILE_TEST_EXISTS))
    result = g_rename (old_path, new_path);
  if (result != 0)
    {
      _asy_file_set_error (error, errno == EINVAL ? EEXIST : errno, "rename file");
      return FALSE;
    }
  return _asy_file_sync_folder (new_path, error);
}

gboolean
_asy_file_check_writable (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (path, W_OK) != 0 && errno != ENOENT)
    {
      _asy_file_set_error (error, errno, "file");
      return FALSE;
    }
  if (g_access (folder, W_OK | X_OK) != 0)
    {
      _asy_file_set_error (error, errno, "folder");
      return FALSE;
    }
  return TRUE;
}

gboolean
_asy_file_check_readable (const char *path, GError **error)
{
  GStatBuf info;
  int saved_errno = g_stat (path, &info) == 0 && g_access (path, R_OK) == 0 ? 0 : errno;

  if (saved_errno == EACCES || saved_errno == EPERM)
    g_set_error (error, ASY_DB_ERROR, ASY_DB_ERROR_NO_PERMISSION, "open: %s", g_strerror (saved_errno));
  else if (saved_errno != 0)
    _asy_file_set_error (error, saved_errno, "open");
  else if (!S_ISREG (info.st_mode))
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FOREIGN, "open: not a regular file");
  else
    return TRUE;
  return FALSE;
}

gboolean
_asy_file_make_empty (const char *path, GError **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      _asy_file_set_error (error, errno, "create");
      return FALSE;
    }
  return g_close (fd, error);
}

void
_asy_file_remove_database (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      (void) g_unlink (file);           /* most of them are not there */
    }
}
