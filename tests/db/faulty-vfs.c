/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "faulty-vfs.h"

#include <sqlcipher/sqlite3.h>

typedef struct {
  sqlite3_file base;
  sqlite3_file *real;
} FaultyFile;

static sqlite3_vfs *real_vfs;
static guint calls_left;        /* 0: no fault is due */
static gboolean is_broken;
static gboolean has_failed;
static FaultyVfsMode fault_mode;

/* Whether the call that is about to be made has to fail. */
static gboolean
is_due (gboolean is_write)
{
  if (fault_mode != FAULTY_VFS_BROKEN && !is_write)
    return FALSE;
  if (calls_left > 0 && --calls_left == 0)
    is_broken = TRUE;
  has_failed |= is_broken;
  return is_broken;
}

/* The same for a change that is not a write: a liar tells the truth here. */
static gboolean
is_due_for_change (void)
{
  return fault_mode != FAULTY_VFS_LYING && is_due (TRUE);
}

static int
fail (int broken)
{
  return fault_mode == FAULTY_VFS_FULL ? SQLITE_FULL : broken;
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((FaultyFile *) (gpointer) file)->real;
}

static int
on_close (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods != NULL ? real->pMethods->xClose (real) : SQLITE_OK;
}

static int
on_read (sqlite3_file *file, void *bytes, int n, sqlite3_int64 offset)
{
  sqlite3_file *real = get_real (file);

  return is_due (FALSE) ? fail (SQLITE_IOERR_READ) : real->pMethods->xRead (real, bytes, n, offset);
}

static int
write_spoilt (sqlite3_file *real, const void *bytes, int n, sqlite3_int64 offset)
{
  g_autofree guint8 *spoilt = g_memdup2 (bytes, (gsize) n);

  spoilt[n / 2] ^= 0x10;
  is_broken = FALSE;
  return real->pMethods->xWrite (real, spoilt, n, offset);
}

static int
on_write (sqlite3_file *file, const void *bytes, int n, sqlite3_int64 offset)
{
  sqlite3_file *real = get_real (file);

  if (!is_due (TRUE))
    return real->pMethods->xWrite (real, bytes, n, offset);
  if (fault_mode == FAULTY_VFS_LYING)
    return write_spoilt (real, bytes, n, offset);
  /* Half of it arrives, as on a medium that is pulled out. */
  if (fault_mode != FAULTY_VFS_FULL && n > 1)
    (void) real->pMethods->xWrite (real, bytes, n / 2, offset);
  return fail (SQLITE_IOERR_WRITE);
}

static int
on_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  sqlite3_file *real = get_real (file);

  return is_due_for_change () ? fail (SQLITE_IOERR_TRUNCATE) : real->pMethods->xTruncate (real, size);
}

static int
on_sync (sqlite3_file *file, int flags)
{
  sqlite3_file *real = get_real (file);

  return is_due_for_change () ? fail (SQLITE_IOERR_FSYNC) : real->pMethods->xSync (real, flags);
}

static int
on_file_size (sqlite3_file *file, sqlite3_int64 *ret_size)
{
  sqlite3_file *real = get_real (file);

  return is_due (FALSE) ? fail (SQLITE_IOERR_FSTAT) : real->pMethods->xFileSize (real, ret_size);
}

static int
on_lock (sqlite3_file *file, int level)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xLock (real, level);
}

static int
on_unlock (sqlite3_file *file, int level)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xUnlock (real, level);
}

static int
on_check_reserved_lock (sqlite3_file *file, int *ret_is_locked)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xCheckReservedLock (real, ret_is_locked);
}

static int
on_file_control (sqlite3_file *file, int operation, void *argument)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xFileControl (real, operation, argument);
}

static int
on_sector_size (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xSectorSize (real);
}

static int
on_device_characteristics (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xDeviceCharacteristics (real);
}

static int
on_shm_map (sqlite3_file *file, int page, int page_size, int extend, void volatile **ret_memory)
{
  sqlite3_file *real = get_real (file);

  return (extend != 0 ? is_due_for_change () : is_due (FALSE)) ? fail (SQLITE_IOERR_SHMMAP) : real->pMethods->xShmMap (real, page, page_size, extend, ret_memory);
}

static int
on_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  sqlite3_file *real = get_real (file);

  /* Locks are always given back, else the next connection of this process would wait. */
  if ((flags & SQLITE_SHM_LOCK) != 0 && is_due (FALSE))
    return SQLITE_IOERR_SHMLOCK;
  return real->pMethods->xShmLock (real, offset, n, flags);
}

static void
on_shm_barrier (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);

  real->pMethods->xShmBarrier (real);
}

static int
on_shm_unmap (sqlite3_file *file, int delete_flag)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xShmUnmap (real, delete_flag);
}

static const sqlite3_io_methods faulty_methods = {
  .iVersion = 2,
  .xClose = on_close,
  .xRead = on_read,
  .xWrite = on_write,
  .xTruncate = on_truncate,
  .xSync = on_sync,
  .xFileSize = on_file_size,
  .xLock = on_lock,
  .xUnlock = on_unlock,
  .xCheckReservedLock = on_check_reserved_lock,
  .xFileControl = on_file_control,
  .xSectorSize = on_sector_size,
  .xDeviceCharacteristics = on_device_characteristics,
  .xShmMap = on_shm_map,
  .xShmLock = on_shm_lock,
  .xShmBarrier = on_shm_barrier,
  .xShmUnmap = on_shm_unmap,
};

static int
on_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *ret_flags)
{
  FaultyFile *self = (FaultyFile *) (gpointer) file;
  int result;

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *) (gpointer) (self + 1);
  if ((flags & SQLITE_OPEN_CREATE) != 0 ? is_due_for_change () : is_due (FALSE))
    return fail (SQLITE_CANTOPEN);
  result = real_vfs->xOpen (real_vfs, name, self->real, flags, ret_flags);
  if (result == SQLITE_OK)
    self->base.pMethods = &faulty_methods;
  return result;
}

static int
on_delete (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  return is_due_for_change () ? fail (SQLITE_IOERR_DELETE) : real_vfs->xDelete (real_vfs, name, sync_folder);
}

void
faulty_vfs_install (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "faulty";
  vfs.szOsFile = (int) sizeof (FaultyFile) + real_vfs->szOsFile;
  vfs.xOpen = on_open;
  vfs.xDelete = on_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

void
faulty_vfs_fail_from (guint n, FaultyVfsMode mode)
{
  g_assert_cmpuint (n, >, 0);
  calls_left = n;
  fault_mode = mode;
  is_broken = FALSE;
  has_failed = FALSE;
}

gboolean
faulty_vfs_heal (void)
{
  calls_left = 0;
  is_broken = FALSE;
  return has_failed;
}
