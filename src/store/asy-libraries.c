/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "base/asy-text.h"
#include "law/asy-name-check.h"
#include "store/asy-change-private.h"
#include "store/asy-families.h"
#include "store/asy-libraries.h"
#include "store/asy-offices.h"
#include "store/asy-repo.h"

#define BY_AREA "LEFT JOIN dictionary AS d ON d.kind = 'work-area' AND d.code = t.area " \
                "ORDER BY d.position IS NULL, d.position, t.area, t.position, t.id"
#define TASKS_IN_ORDER "ORDER BY t.library_goal_id, t.position, t.id"
#define TASKS_OF_GOAL "WHERE t.library_goal_id = :id ORDER BY t.position, t.id"

static gint64
id_of (gpointer record)
{
  return asy_record_get_id (ASY_RECORD (record));
}

/* Loading. */

static GPtrArray *
list_all (AsySession *session, GType type, const char *tail, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_repo_prepare (session, type, tail, error);

  return stmt != NULL ? asy_repo_read_all (stmt, type, error) : NULL;
}

static void
hang_tasks (AsyLibrary *library, GPtrArray *tasks)
{
  AsyLibraryEntry *entry = NULL;

  for (guint i = 0; i < tasks->len; i++)
    {
      const gint64 goal_id = asy_library_task_get_library_goal_id (tasks->pdata[i]);

      if (entry == NULL || id_of (entry->goal) != goal_id)
        entry = asy_library_find (library, goal_id);
      if (entry != NULL)
        g_ptr_array_add (entry->tasks, g_object_ref (tasks->pdata[i]));
    }
}

AsyLibrary *
asy_library_load (AsySession *session, GError **error)
{
  g_autoptr (GPtrArray) goals = list_all (session, ASY_TYPE_LIBRARY_GOAL, BY_AREA, error);
  g_autoptr (GPtrArray) tasks = goals != NULL ? list_all (session, ASY_TYPE_LIBRARY_TASK, TASKS_IN_ORDER, error) : NULL;
  AsyLibrary *library;

  if (tasks == NULL)
    return NULL;
  library = asy_library_new ();
  for (guint i = 0; i < goals->len; i++)
    asy_library_add (library, goals->pdata[i]);
  hang_tasks (library, tasks);
  asy_library_settle (library);
  return library;
}

/* Saving. */

typedef struct {
  GPtrArray *tasks;             /* copies */
  gint64 family_id;             /* whose names may not be there, or 0 */
} Saving;

/* A second goal that reads the same would only be proposed twice. */
static gboolean
check_title (AsySession *session, AsyLibraryGoal *goal, GError **error)
{
  g_autoptr (AsyLibrary) library = asy_library_load (session, error);
  g_autofree char *words = asy_text_fold (asy_library_goal_get_title (goal));

  if (library == NULL)
    return FALSE;
  for (guint i = 0; i < library->entries->len; i++)
    {
      const AsyLibraryEntry *entry = library->entries->pdata[i];

      if (id_of (entry->goal) != id_of (goal) && g_str_equal (entry->words, words) &&
          g_strcmp0 (asy_library_goal_get_area (entry->goal), asy_library_goal_get_area (goal)) == 0)
        return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, goal, ASY_LIBRARY_GOAL_TITLE, NULL, "the library has this goal");
    }
  return TRUE;
}

static gboolean
place_last (AsySession *session, AsyLibraryGoal *goal, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gint64 last;

  if (id_of (goal) != 0 || asy_library_goal_get_position (goal) != 0)
    return TRUE;
  stmt = asy_db_prepare (asy_session_get_db (session), "SELECT coalesce(max(position), 0) FROM library_goal WHERE area = :area", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":area", asy_library_goal_get_area (goal));
  if (!asy_stmt_fetch_int (stmt, 0, &last, error))
    return FALSE;
  asy_library_goal_set_position (goal, last + 1);
  return TRUE;
}

static gboolean
is_among (GPtrArray *tasks, gpointer stored)
{
  for (guint i = 0; i < tasks->len; i++)
    if (id_of (tasks->pdata[i]) == id_of (stored))
      return TRUE;
  return FALSE;
}

static gboolean
drop_others (AsySession *session, AsyLibraryGoal *goal, GPtrArray *tasks, GError **error)
{
  g_autoptr (GPtrArray) stored = asy_repo_list_by_id (session, ASY_TYPE_LIBRARY_TASK, TASKS_OF_GOAL, id_of (goal), error);

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    if (!is_among (tasks, stored->pdata[i]) && !asy_repo_delete (session, stored->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
save_tasks (AsySession *session, AsyLibraryGoal *goal, GPtrArray *tasks, GError **error)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      AsyLibraryTask *task = tasks->pdata[i];

      asy_library_task_set_library_goal_id (task, id_of (goal));
      asy_library_task_set_position (task, i + 1);
      if (asy_library_task_get_who_kind (task) != ASY_TASK_WHO_KIND_INSTITUTION)
        asy_library_task_set_provider_kind (task, NULL);
      if (!asy_repo_save (session, task, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_texts (gpointer record, GPtrArray *owners, GError **error)
{
  guint n;
  const AsyField *fields = asy_record_get_fields (record, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].type == ASY_FIELD_TEXT && asy_name_check_finds (asy_record_get_text (record, i), owners))
      return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, record, i, NULL, "somebody of the family is named");
  return TRUE;
}

static gboolean
check_names (AsySession *session, AsyLibraryGoal *goal, const Saving *saving, GError **error)
{
  g_autoptr (AsyFamilyFile) family = asy_family_file_load (session, saving->family_id, FALSE, error);
  g_autoptr (AsyOfficeFile) office = family != NULL ? asy_office_file_load (session, error) : NULL;
  g_autoptr (GPtrArray) owners = NULL;

  if (office == NULL)
    return FALSE;
  owners = asy_name_check_list_owners (family, office->dictionary);
  if (!check_texts (goal, owners, error))
    return FALSE;
  for (guint i = 0; i < saving->tasks->len; i++)
    if (!check_texts (saving->tasks->pdata[i], owners, error))
      return FALSE;
  return TRUE;
}

static gboolean
save (AsySession *session, gpointer goal, gpointer user_data, GError **error)
{
  const Saving *saving = user_data;

  return (saving->family_id == 0 || check_names (session, goal, saving, error)) && check_title (session, goal, error) &&
         place_last (session, goal, error) && asy_repo_save (session, goal, error) &&
         drop_others (session, goal, saving->tasks, error) && save_tasks (session, goal, saving->tasks, error);
}

gboolean
asy_library_keep (AsySession *session, gint64 family_id, AsyLibraryGoal *goal, GPtrArray *tasks, GError **error)
{
  g_autoptr (GPtrArray) copies = asy_record_array_new ();
  Saving saving = { copies, family_id };

  g_return_val_if_fail (ASY_IS_LIBRARY_GOAL (goal), FALSE);

  for (guint i = 0; i < tasks->len; i++)
    g_ptr_array_add (copies, asy_record_duplicate (tasks->pdata[i]));
  if (!_asy_change_run (session, goal, save, &saving, error))
    return FALSE;
  for (guint i = 0; i < tasks->len; i++)
    asy_record_copy_from (tasks->pdata[i], copies->pdata[i]);
  return TRUE;
}

gboolean
asy_library_save (AsySession *session, AsyLibraryGoal *goal, GPtrArray *tasks, GError **error)
{
  return asy_library_keep (session, 0, goal, tasks, error);
}

/* Hiding and removing. */

typedef struct {
  gint64 goal_id;
  gboolean is_retired;
} Hiding;

static gboolean
set_retired (AsySession *session, gpointer user_data, GError **error)
{
  const Hiding *hiding = user_data;
  g_autoptr (AsyLibraryGoal) goal = asy_repo_load (session, ASY_TYPE_LIBRARY_GOAL, hiding->goal_id, error);

  if (goal == NULL)
    return FALSE;
  asy_library_goal_set_retired (goal, hiding->is_retired);
  return asy_repo_save (session, goal, error);
}

gboolean
asy_library_set_retired (AsySession *session, gint64 goal_id, gboolean is_retired, GError **error)
{
  Hiding hiding = { goal_id, is_retired };

  return asy_session_transaction (session, set_retired, &hiding, error);
}

static gboolean
remove_goal (AsySession *session, gpointer user_data, GError **error)
{
  g_autoptr (AsyLibraryGoal) goal = asy_repo_load (session, ASY_TYPE_LIBRARY_GOAL, *(gint64 *) user_data, error);
  g_autoptr (GPtrArray) none = asy_record_array_new ();

  if (goal == NULL)
    return FALSE;
  if (asy_library_goal_get_shipped (goal))
    {
      asy_store_set_error (error, ASY_STORE_ERROR_FROZEN, "what shipped is hidden, not removed");
      return FALSE;
    }
  return drop_others (session, goal, none, error) && asy_repo_delete (session, goal, error);
}

gboolean
asy_library_remove (AsySession *session, gint64 goal_id, GError **error)
{
  return asy_session_transaction (session, remove_goal, &goal_id, error);
}
