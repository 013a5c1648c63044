/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "model/asy-observation.h"
#include "model/asy-visit.h"
#include "store/asy-change-private.h"
#include "store/asy-interventions.h"
#include "store/asy-repo.h"

#define ARTICLE "art. 572 § 1 KPC"

static gboolean
refuse (GError **error, AsyStoreErrorCode code, AsyIntervention *intervention, guint field, const char *message)
{
  return _asy_change_refuse (error, code, intervention, field, ARTICLE, message);
}

static gboolean
check_told (AsySession *session, AsyIntervention *intervention, GError **error)
{
  static const struct {
    guint on, note;
  } told[] = {
    { ASY_INTERVENTION_EMERGENCY_ON, ASY_INTERVENTION_EMERGENCY_NOTE },
    { ASY_INTERVENTION_SOCIAL_WORKER_ON, ASY_INTERVENTION_SOCIAL_WORKER_NOTE },
    { ASY_INTERVENTION_COURT_ON, ASY_INTERVENTION_COURT_NOTE },
    { ASY_INTERVENTION_BLUE_CARD_ON, ASY_INTERVENTION_BLUE_CARD_NOTE },
    { ASY_INTERVENTION_OTHER_ON, ASY_INTERVENTION_OTHER_NOTE },
  };
  AsyRecord *record = ASY_RECORD (intervention);

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      const AsyDay on = (AsyDay) asy_record_get_int (record, told[i].on);

      if (on == ASY_DAY_NONE && asy_record_get_text (record, told[i].note) != NULL)
        return refuse (error, ASY_STORE_ERROR_MISSING, intervention, told[i].on, "somebody was told, and nobody says when");
      if (on != ASY_DAY_NONE && (on < asy_intervention_get_day (intervention) || on > asy_session_get_today (session)))
        return refuse (error, ASY_STORE_ERROR_INVALID, intervention, told[i].on, "told before it happened, or in days to come");
    }
  return TRUE;
}

static gboolean
check_days (AsySession *session, AsyIntervention *intervention, GError **error)
{
  const AsyDay today = asy_session_get_today (session);
  const AsyDay day = asy_intervention_get_day (intervention);
  const AsyDay closed_on = asy_intervention_get_closed_on (intervention);

  /* A day or a text that is not there is a matter of asy_repo_save(), which names it. */
  if (asy_record_find_missing (ASY_RECORD (intervention)) >= 0)
    return TRUE;
  if (day > today)
    return refuse (error, ASY_STORE_ERROR_INVALID, intervention, ASY_INTERVENTION_DAY, "that day is still to come");
  if (closed_on != ASY_DAY_NONE && (closed_on < day || closed_on > today))
    return refuse (error, ASY_STORE_ERROR_INVALID, intervention, ASY_INTERVENTION_CLOSED_ON, "closed before it happened, or in days to come");
  if (closed_on != ASY_DAY_NONE && asy_intervention_get_outcome (intervention) == NULL)
    return refuse (error, ASY_STORE_ERROR_MISSING, intervention, ASY_INTERVENTION_OUTCOME, "it ends with an outcome");
  return check_told (session, intervention, error);
}

gboolean
asy_intervention_save (AsySession *session, AsyIntervention *intervention, GError **error)
{
  g_return_val_if_fail (ASY_IS_INTERVENTION (intervention), FALSE);

  return check_days (session, intervention, error) && asy_repo_save (session, intervention, error);
}

/* Where an intervention comes from. */

static gboolean
find_for (AsySession *session, const char *tail, gint64 id, AsyIntervention **ret_intervention, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_repo_prepare (session, ASY_TYPE_INTERVENTION, tail, error);

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", id);
  return asy_repo_read_one (stmt, ASY_TYPE_INTERVENTION, (gpointer *) ret_intervention, error);
}

/* `Kacper Malinowski, Lena Malinowska` */
static gboolean
read_names (AsySession *session, const char *sql, gint64 id, char **ret_names, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), sql, error);
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", id);
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      g_string_append_printf (names, "%s%s %s", names->len > 0 ? ", " : "", asy_stmt_column_text (stmt, 0), asy_stmt_column_text (stmt, 1));
    }
  *ret_names = g_string_free (g_steal_pointer (&names), FALSE);
  return TRUE;
}

AsyIntervention *
asy_intervention_from_visit (AsySession *session, gint64 visit_id, GError **error)
{
  g_autoptr (AsyVisit) visit = asy_repo_load (session, ASY_TYPE_VISIT, visit_id, error);
  g_autoptr (AsyIntervention) found = NULL;
  g_autofree char *children = NULL;

  if (visit == NULL || !find_for (session, "WHERE t.visit_id = :id ORDER BY t.id LIMIT 1", visit_id, &found, error))
    return NULL;
  if (found != NULL)
    return g_steal_pointer (&found);
  if (!read_names (session,
                   "SELECT p.given_name, p.family_name FROM visit_person v JOIN person p ON p.id = v.person_id"
                   " WHERE v.visit_id = :id AND v.seen = 1 ORDER BY p.birth_date, p.id",
                   visit_id, &children, error))
    return NULL;
  found = asy_intervention_new ();
  asy_intervention_set_family_id (found, asy_visit_get_family_id (visit));
  asy_intervention_set_case_file_id (found, asy_visit_get_case_file_id (visit));
  asy_intervention_set_visit_id (found, visit_id);
  asy_intervention_set_day (found, asy_visit_get_day (visit));
  asy_intervention_set_start_minute (found, asy_visit_get_start_minute (visit));
  asy_intervention_set_place (found, asy_visit_get_place_text (visit));
  asy_intervention_set_seen (found, asy_visit_get_danger_note (visit));
  asy_intervention_set_children (found, children);
  return g_steal_pointer (&found);
}

AsyIntervention *
asy_intervention_from_observation (AsySession *session, gint64 observation_id, GError **error)
{
  g_autoptr (AsyObservation) observation = asy_repo_load (session, ASY_TYPE_OBSERVATION, observation_id, error);
  g_autoptr (AsyIntervention) found = NULL;
  g_autofree char *child = NULL;

  if (observation == NULL || !find_for (session, "WHERE t.observation_id = :id ORDER BY t.id LIMIT 1", observation_id, &found, error))
    return NULL;
  if (found != NULL)
    return g_steal_pointer (&found);
  if (!read_names (session, "SELECT given_name, family_name FROM person WHERE id = :id", asy_observation_get_person_id (observation),
                   &child, error))
    return NULL;
  found = asy_intervention_new ();
  asy_intervention_set_family_id (found, asy_observation_get_family_id (observation));
  asy_intervention_set_observation_id (found, observation_id);
  asy_intervention_set_day (found, asy_observation_get_day (observation));
  asy_intervention_set_start_minute (found, -1);
  asy_intervention_set_seen (found, asy_observation_get_body (observation));
  asy_intervention_set_children (found, child);
  return g_steal_pointer (&found);
}

/* Lists. */

GPtrArray *
asy_interventions_list_open (AsySession *session, gint64 family_id, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_repo_prepare (session, ASY_TYPE_INTERVENTION,
                           "WHERE t.closed_on IS NULL AND (:family = 0 OR t.family_id = :family) ORDER BY t.day, t.id", error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":family", family_id);
  return asy_repo_read_all (stmt, ASY_TYPE_INTERVENTION, error);
}

void
asy_intervention_entry_free (AsyInterventionEntry *entry)
{
  if (entry == NULL)
    return;
  g_clear_object (&entry->intervention);
  g_free (entry->family_name);
  g_free (entry->worker_name);
  g_free (entry);
}

static GPtrArray *
read_entries (AsyStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_intervention_entry_free);

  for (;;)
    {
      AsyInterventionEntry *entry;
      gboolean has_row;
      int column;

      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&entries);
      entry = g_new0 (AsyInterventionEntry, 1);
      g_ptr_array_add (entries, entry);
      entry->intervention = asy_repo_read_row (stmt, ASY_TYPE_INTERVENTION, &column, error);
      if (entry->intervention == NULL)
        return NULL;
      entry->family_name = asy_stmt_column_dup_text (stmt, column);
      entry->worker_name = asy_stmt_column_dup_text (stmt, column + 1);
      entry->has_notice = asy_stmt_column_int (stmt, column + 2) != 0;
    }
}

GPtrArray *
asy_interventions_list (AsySession *session, AsyInterventionsScope scope, gint64 worker_id, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_repo_prepare_with (session, ASY_TYPE_INTERVENTION, "f.name, w.given_name || ' ' || w.family_name,"
                                " EXISTS (SELECT 1 FROM letter l WHERE l.intervention_id = t.id)",
                                "JOIN family f ON f.id = t.family_id"
                                " LEFT JOIN assignment a ON a.case_file_id = t.case_file_id AND a.from_day <= :today"
                                " AND (a.until_day IS NULL OR a.until_day >= :today)"
                                " LEFT JOIN worker w ON w.id = a.worker_id"
                                " WHERE (:worker = 0 OR a.worker_id = :worker)"
                                " AND (:scope = 2 OR (t.closed_on IS NOT NULL) = (:scope = 1))"
                                " ORDER BY t.closed_on IS NOT NULL, t.day DESC, t.start_minute DESC, t.id DESC",
                                error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_day (stmt, ":today", asy_session_get_today (session));
  asy_stmt_bind_int (stmt, ":worker", worker_id);
  asy_stmt_bind_int (stmt, ":scope", scope);
  return read_entries (stmt, error);
}
