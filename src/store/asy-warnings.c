/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-change-private.h"
#include "store/asy-repo.h"
#include "store/asy-warnings.h"

static gboolean
check_end (AsySession *session, AsyFamilyWarning *warning, GError **error)
{
  const AsyDay until = asy_family_warning_get_until_day (warning);

  if (!_asy_change_check_period (warning, ASY_FAMILY_WARNING_FROM_DAY, ASY_FAMILY_WARNING_UNTIL_DAY, error))
    return FALSE;
  if (until == ASY_DAY_NONE || until >= asy_session_get_today (session) || asy_family_warning_get_end_reason (warning) != NULL)
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, warning, ASY_FAMILY_WARNING_END_REASON, NULL,
                             "a warning ends with a reason");
}

gboolean
asy_family_warning_save (AsySession *session, AsyFamilyWarning *warning, GError **error)
{
  g_return_val_if_fail (ASY_IS_FAMILY_WARNING (warning), FALSE);

  return check_end (session, warning, error) && asy_repo_save (session, warning, error);
}

GPtrArray *
asy_family_warnings_list (AsySession *session, gint64 family_id, AsyDay from, AsyDay until, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_repo_prepare (session, ASY_TYPE_FAMILY_WARNING,
                           "WHERE t.from_day <= :until AND (t.until_day IS NULL OR t.until_day >= :from)"
                           " AND (:family = 0 OR t.family_id = :family) ORDER BY t.family_id, t.from_day, t.id",
                           error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":family", family_id);
  asy_stmt_bind_day (stmt, ":from", from);
  asy_stmt_bind_day (stmt, ":until", until);
  return asy_repo_read_all (stmt, ASY_TYPE_FAMILY_WARNING, error);
}
