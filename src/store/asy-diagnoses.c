/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-change-private.h"
#include "store/asy-diagnoses.h"
#include "store/asy-repo.h"

#define ITEMS "WHERE t.diagnosis_id = :id ORDER BY t.kind, t.severity DESC, t.position, t.id"
#define CHILDREN "WHERE t.diagnosis_id = :id ORDER BY t.id"

static gint64
id_of (gpointer record)
{
  return asy_record_get_id (ASY_RECORD (record));
}

/* Reading. */

static AsyDiagnosisFile *
load_parts (AsySession *session, AsyDiagnosis *diagnosis, GError **error)
{
  g_autoptr (AsyDiagnosisFile) file = asy_diagnosis_file_new (diagnosis);
  GPtrArray *items = asy_repo_list_by_id (session, ASY_TYPE_DIAGNOSIS_ITEM, ITEMS, id_of (diagnosis), error);
  GPtrArray *children;

  if (items == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (file->items, items);
  children = asy_repo_list_by_id (session, ASY_TYPE_CHILD_SHEET, CHILDREN, id_of (diagnosis), error);
  if (children == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (file->children, children);
  return g_steal_pointer (&file);
}

gboolean
asy_diagnosis_file_load (AsySession *session, gint64 case_id, AsyDiagnosisFile **ret_file, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_repo_prepare (session, ASY_TYPE_DIAGNOSIS, "WHERE t.case_file_id = :id", error);
  g_autoptr (AsyDiagnosis) diagnosis = NULL;
  AsyDiagnosisFile *file = NULL;

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", case_id);
  if (!asy_repo_read_one (stmt, ASY_TYPE_DIAGNOSIS, (gpointer *) &diagnosis, error))
    return FALSE;
  if (diagnosis != NULL)
    {
      file = load_parts (session, diagnosis, error);
      if (file == NULL)
        return FALSE;
    }
  *ret_file = file;
  return TRUE;
}

/* What may be changed. */

static gboolean
check_case_open (AsySession *session, AsyDiagnosis *diagnosis, GError **error)
{
  g_autoptr (AsyCase) case_file = asy_repo_load (session, ASY_TYPE_CASE, asy_diagnosis_get_case_file_id (diagnosis), error);
  const AsyDay closed_on = case_file != NULL ? asy_case_get_closed_on (case_file) : ASY_DAY_NONE;

  if (case_file == NULL)
    return FALSE;
  if (closed_on == ASY_DAY_NONE || closed_on > asy_session_get_today (session))
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_FROZEN, diagnosis, ASY_DIAGNOSIS_COMPLETED_ON, NULL, "the case is closed");
}

/* Strengths and difficulties are both obligatory; the field names what is missing. */
static gboolean
check_complete (AsySession *session, AsyDiagnosis *diagnosis, GError **error)
{
  static const char *const fields[] = {
    [ASY_DIAGNOSIS_GAP_STRENGTHS] = N_("Strengths"),
    [ASY_DIAGNOSIS_GAP_DIFFICULTIES] = N_("Difficulties"),
    [ASY_DIAGNOSIS_GAP_AREA] = N_("Work area"),
  };
  g_autoptr (AsyDiagnosisFile) file = load_parts (session, diagnosis, error);
  g_autoptr (GArray) gaps = NULL;
  const AsyDiagnosisGap *gap;
  AsyStoreErrorDetail *detail;

  if (file == NULL)
    return FALSE;
  gaps = asy_diagnosis_find_gaps (file, NULL, asy_session_get_today (session));
  gap = asy_diagnosis_gaps_find_blocking (gaps);
  if (gap == NULL)
    return TRUE;
  detail = asy_store_set_error (error, ASY_STORE_ERROR_MISSING, "the diagnosis is not complete");
  if (error != NULL)
    detail->field = g_strdup (fields[gap->kind]);
  return FALSE;
}

static gboolean
check_part (AsySession *session, gint64 diagnosis_id, AsyDiagnosis **ret_diagnosis, GError **error)
{
  g_autoptr (AsyDiagnosis) diagnosis = asy_repo_load (session, ASY_TYPE_DIAGNOSIS, diagnosis_id, error);

  if (diagnosis == NULL || !check_case_open (session, diagnosis, error))
    return FALSE;
  *ret_diagnosis = g_steal_pointer (&diagnosis);
  return TRUE;
}

static gboolean
check_still_complete (AsySession *session, AsyDiagnosis *diagnosis, GError **error)
{
  return asy_diagnosis_get_completed_on (diagnosis) == ASY_DAY_NONE || check_complete (session, diagnosis, error);
}

/* Saving. */

static gboolean
save_diagnosis (AsySession *session, gpointer diagnosis, gpointer user_data, GError **error)
{
  g_autoptr (AsyDiagnosis) stored = NULL;

  if (!check_case_open (session, diagnosis, error))
    return FALSE;
  if (id_of (diagnosis) != 0)
    {
      stored = asy_repo_load (session, ASY_TYPE_DIAGNOSIS, id_of (diagnosis), error);
      if (stored == NULL)
        return FALSE;
    }
  asy_diagnosis_set_completed_on (diagnosis, stored != NULL ? asy_diagnosis_get_completed_on (stored) : ASY_DAY_NONE);
  return asy_repo_save (session, diagnosis, error);
}

gboolean
asy_diagnosis_save (AsySession *session, AsyDiagnosis *diagnosis, GError **error)
{
  g_return_val_if_fail (ASY_IS_DIAGNOSIS (diagnosis), FALSE);

  return _asy_change_run (session, diagnosis, save_diagnosis, NULL, error);
}

static gboolean
place_item (AsySession *session, AsyDiagnosisItem *item, GError **error)
{
  gint64 last;

  if (id_of (item) != 0)
    return TRUE;
  if (!_asy_change_fetch (session, "SELECT max(position) FROM diagnosis_item WHERE diagnosis_id = :id",
                          asy_diagnosis_item_get_diagnosis_id (item), &last, error))
    return FALSE;
  asy_diagnosis_item_set_position (item, last + 1);
  return TRUE;
}

static gboolean
save_item (AsySession *session, gpointer item, gpointer user_data, GError **error)
{
  g_autoptr (AsyDiagnosis) diagnosis = NULL;
  const gint64 severity = asy_diagnosis_item_get_severity (item);

  if (severity < 0 || severity > 4)
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, item, ASY_DIAGNOSIS_ITEM_SEVERITY, NULL,
                               "a value outside of the scale");
  return check_part (session, asy_diagnosis_item_get_diagnosis_id (item), &diagnosis, error) &&
         place_item (session, item, error) && asy_repo_save (session, item, error) &&
         check_still_complete (session, diagnosis, error);
}

gboolean
asy_diagnosis_item_save (AsySession *session, AsyDiagnosisItem *item, GError **error)
{
  g_return_val_if_fail (ASY_IS_DIAGNOSIS_ITEM (item), FALSE);

  return _asy_change_run (session, item, save_item, NULL, error);
}

static gboolean
delete_item (AsySession *session, gpointer item, GError **error)
{
  g_autoptr (AsyDiagnosis) diagnosis = NULL;

  return check_part (session, asy_diagnosis_item_get_diagnosis_id (item), &diagnosis, error) &&
         asy_repo_delete (session, item, error) && check_still_complete (session, diagnosis, error);
}

gboolean
asy_diagnosis_item_delete (AsySession *session, AsyDiagnosisItem *item, GError **error)
{
  g_return_val_if_fail (ASY_IS_DIAGNOSIS_ITEM (item), FALSE);

  return asy_session_transaction (session, delete_item, item, error);
}

static gboolean
save_sheet (AsySession *session, gpointer sheet, gpointer user_data, GError **error)
{
  g_autoptr (AsyDiagnosis) diagnosis = NULL;

  return check_part (session, asy_child_sheet_get_diagnosis_id (sheet), &diagnosis, error) &&
         asy_repo_save (session, sheet, error);
}

gboolean
asy_child_sheet_save (AsySession *session, AsyChildSheet *sheet, GError **error)
{
  g_return_val_if_fail (ASY_IS_CHILD_SHEET (sheet), FALSE);

  return _asy_change_run (session, sheet, save_sheet, NULL, error);
}

/* Completing. */

static gboolean
note_with_case (AsySession *session, AsyDiagnosis *diagnosis, AsyDay day, GError **error)
{
  g_autoptr (AsyCase) case_file = asy_repo_load (session, ASY_TYPE_CASE, asy_diagnosis_get_case_file_id (diagnosis), error);

  if (case_file == NULL)
    return FALSE;
  asy_case_set_diagnosis_on (case_file, day);
  return asy_repo_save (session, case_file, error);
}

static gboolean
complete (AsySession *session, gpointer diagnosis, gpointer user_data, GError **error)
{
  const AsyDay day = *(AsyDay *) user_data;

  if (!check_case_open (session, diagnosis, error) || !check_complete (session, diagnosis, error))
    return FALSE;
  if (day == ASY_DAY_NONE || day > asy_session_get_today (session) || day < asy_diagnosis_get_made_on (diagnosis))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, diagnosis, ASY_DIAGNOSIS_COMPLETED_ON, NULL,
                               "completed before it was begun, or in days to come");
  asy_diagnosis_set_completed_on (diagnosis, day);
  return asy_repo_save (session, diagnosis, error) && note_with_case (session, diagnosis, day, error);
}

gboolean
asy_diagnosis_complete (AsySession *session, AsyDiagnosis *diagnosis, AsyDay day, GError **error)
{
  g_return_val_if_fail (ASY_IS_DIAGNOSIS (diagnosis), FALSE);

  return _asy_change_run (session, diagnosis, complete, &day, error);
}

/* Who works with the family already. */

static gboolean
save_involvement (AsySession *session, gpointer involvement, gpointer user_data, GError **error)
{
  if (asy_involvement_get_provider_id (involvement) == 0 && asy_involvement_get_who (involvement) == NULL)
    return _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, involvement, ASY_INVOLVEMENT_WHO, NULL, "nobody is named");
  return _asy_change_check_period (involvement, ASY_INVOLVEMENT_FROM_DAY, ASY_INVOLVEMENT_UNTIL_DAY, error) &&
         asy_repo_save (session, involvement, error);
}

gboolean
asy_involvement_save (AsySession *session, AsyInvolvement *involvement, GError **error)
{
  g_return_val_if_fail (ASY_IS_INVOLVEMENT (involvement), FALSE);

  return _asy_change_run (session, involvement, save_involvement, NULL, error);
}
