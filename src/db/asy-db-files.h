/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/asy-db.h"

G_BEGIN_DECLS

/*
 * Files and folders as a register needs them: durable, atomic, with the errors
 * of #AsyDbError.
 */

/** Sets the error that @saved_errno means for a register; the message starts with @what. */
void _asy_file_set_error (GError **error, int saved_errno, const char *what);

/** Makes renames and new names in the folder of @path durable. */
gboolean _asy_file_sync_folder (const char *path, GError **error);

/** Makes the contents of @path durable. */
gboolean _asy_file_sync (const char *path, GError **error);

/**
 * A file that is durable under its old or its new contents, never in between.
 * Mode 0600. One writer at a time: it grows as `<path>.part`. With @ret_locked_fd (nullable) the new file carries a flock() from
 * before it has its name.
 */
gboolean _asy_file_write_atomic (const char *path, GBytes *contents, int *ret_locked_fd, GError **error);

/** A new file of no bytes, mode 0600; %ASY_DB_ERROR_EXISTS when there is one. */
gboolean _asy_file_make_empty (const char *path, GError **error);

/** Removes a database and what an engine puts beside it; what is not there does not matter. */
void _asy_file_remove_database (const char *path);

/** Renames durably over @new_path. */
gboolean _asy_file_rename (const char *old_path, const char *new_path, GError **error);

/** Renames durably; %ASY_DB_ERROR_EXISTS when there is a file at @new_path. */
gboolean _asy_file_rename_new (const char *old_path, const char *new_path, GError **error);

/** %ASY_DB_ERROR_READ_ONLY when neither the file (if it exists) nor its folder can be written. */
gboolean _asy_file_check_writable (const char *path, GError **error);

/** %ASY_DB_ERROR_NOT_FOUND, %ASY_DB_ERROR_NO_PERMISSION, or %ASY_DB_ERROR_FOREIGN for a folder, a device and the like. */
gboolean _asy_file_check_readable (const char *path, GError **error);

G_END_DECLS
