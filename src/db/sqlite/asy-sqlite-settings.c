/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include <sodium.h>
#include <string.h>

#include "db/sqlite/asy-sqlite-private.h"

gboolean
_asy_db_is_plain (const guint8 *bytes, gsize n_bytes)
{
  static const char magic[] = "SQLite format 3";

  return n_bytes >= sizeof magic && memcmp (bytes, magic, sizeof magic) == 0;
}

gboolean
_asy_db_is_whole (guint64 size)
{
  return size > 0 && size % ASY_SQLITE_PAGE_SIZE == 0;
}

/* The engine takes a raw key as x'…' in hexadecimal digits, with the salt behind
 * it when the caller fixes it. */
int
_asy_sqlite_write_key (char ret_text[ASY_SQLITE_KEY_TEXT_SIZE], const guint8 *key, const guint8 *salt)
{
  int length = 2;

  memcpy (ret_text, "x'", 2);
  (void) sodium_bin2hex (ret_text + length, ASY_SQLITE_KEY_TEXT_SIZE - 2, key, ASY_DB_KEY_SIZE);
  length += 2 * ASY_DB_KEY_SIZE;
  if (salt != NULL)
    {
      (void) sodium_bin2hex (ret_text + length, 2 * ASY_DB_SALT_SIZE + 1, salt, ASY_DB_SALT_SIZE);
      length += 2 * ASY_DB_SALT_SIZE;
    }
  ret_text[length++] = '\'';
  ret_text[length] = '\0';
  return length;
}

gboolean
_asy_sqlite_key (sqlite3 *handle, const guint8 *key, const guint8 *salt, GError **error)
{
  char text[ASY_SQLITE_KEY_TEXT_SIZE];
  int length = _asy_sqlite_write_key (text, key, salt);
  int result = sqlite3_key (handle, text, length);

  sodium_memzero (text, sizeof text);
  if (result == SQLITE_OK)
    return TRUE;
  g_set_error (error, ASY_DB_ERROR, ASY_DB_ERROR_NOT_ENCRYPTED, "key: the engine took no key (%d)", result);
  return FALSE;
}

gboolean
_asy_sqlite_exec (sqlite3 *handle, const char *sql, const char *what, GError **error)
{
  int result = sqlite3_exec (handle, sql, NULL, NULL, NULL);

  if (result != SQLITE_OK)
    _asy_sqlite_set_error (error, handle, result, what);
  return result == SQLITE_OK;
}

char *
_asy_sqlite_query_text (sqlite3 *handle, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  char *text = NULL;
  int result = sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (stmt);
  if (result == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  if (result == SQLITE_ROW)
    result = sqlite3_step (stmt);
  if (result != SQLITE_DONE)
    {
      _asy_sqlite_set_error (error, handle, result, "read setting");
      g_clear_pointer (&text, g_free);
    }
  else if (text == NULL)
    g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "read setting: no answer");
  (void) sqlite3_finalize (stmt);       /* its result is the one of the last step */
  return text;
}

typedef struct {
  const char *set;
  const char *get;
  const char *value;
  gboolean is_for_writing;
} Setting;

/* The order matters: the journal mode touches the file, so it comes last. */
static const Setting settings[] = {
  { "PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", "1" },
  { "PRAGMA synchronous=FULL", "PRAGMA synchronous", "2" },
  { "PRAGMA temp_store=MEMORY", "PRAGMA temp_store", "2" },
  { "PRAGMA cache_size=-" G_STRINGIFY (ASY_SQLITE_CACHE_KIB), "PRAGMA cache_size", "-" G_STRINGIFY (ASY_SQLITE_CACHE_KIB) },
  { "PRAGMA mmap_size=0", "PRAGMA mmap_size", "0" },
  { "PRAGMA trusted_schema=OFF", "PRAGMA trusted_schema", "0" },
  { "PRAGMA secure_delete=FAST", "PRAGMA secure_delete", "2" },
  { "PRAGMA journal_mode=WAL", "PRAGMA journal_mode", "wal", TRUE },
};

static gboolean
apply_setting (sqlite3 *handle, const Setting *setting, GError **error)
{
  g_autofree char *value = NULL;

  if (!_asy_sqlite_exec (handle, setting->set, "setting", error))
    return FALSE;
  value = _asy_sqlite_query_text (handle, setting->get, error);
  if (value == NULL)
    return FALSE;
  if (g_str_equal (value, setting->value))
    return TRUE;
  g_set_error (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "%s: took no effect, it is %s", setting->set, value);
  return FALSE;
}

static gboolean
apply_defensive (sqlite3 *handle, GError **error)
{
  int is_on = 0;

  if (sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, &is_on) == SQLITE_OK && is_on == 1)
    return TRUE;
  g_set_error_literal (error, ASY_DB_ERROR, ASY_DB_ERROR_FAILED, "defensive mode took no effect");
  return FALSE;
}

gboolean
_asy_sqlite_apply_settings (sqlite3 *handle, gboolean is_read_only, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    if (!(is_read_only && settings[i].is_for_writing) && !apply_setting (handle, &settings[i], error))
      return FALSE;
  return apply_defensive (handle, error);
}

AsySqliteDebug
_asy_sqlite_get_debug (void)
{
  static const GDebugKey keys[] = {
    { "statements", DEBUG_STATEMENTS },
    { "explain", DEBUG_EXPLAIN },
    { "timing", DEBUG_TIMING },
  };

  return g_parse_debug_string (g_getenv ("ASYSTA_DEBUG"), keys, G_N_ELEMENTS (keys));
}
