/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include "db/sqlite/asy-sqlite-private.h"

AsyDbError
_asy_sqlite_map_result (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ASY_DB_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
      return ASY_DB_ERROR_CONSTRAINT;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:         /* when a register is being opened, see open_failed() */
      return ASY_DB_ERROR_CORRUPT;
    case SQLITE_FULL:
      return ASY_DB_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return ASY_DB_ERROR_READ_ONLY;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      return ASY_DB_ERROR_IO;
    default:
      return ASY_DB_ERROR_FAILED;
    }
}

void
_asy_sqlite_set_error (GError **error, sqlite3 *handle, int result, const char *what)
{
  const char *said = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (result);

  if ((result & 0xff) == SQLITE_INTERRUPT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s: cancelled", what);
  else
    g_set_error (error, ASY_DB_ERROR, _asy_sqlite_map_result (result), "%s: %s (%d)", what, said, result);
}
