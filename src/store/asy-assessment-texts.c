/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include <json-glib/json-glib.h>

#include "base/asy-text.h"
#include "store/asy-assessment-texts-private.h"
#include "store/asy-tell-private.h"

/* Each statement of a list adds its lines. */
static gboolean
tell_all (const AsyTelling *telling, const char *const *sql, gsize n_sql, GString *text, GError **error)
{
  for (gsize i = 0; i < n_sql; i++)
    if (!_asy_tell (telling, sql[i], text, error))
      return FALSE;
  return TRUE;
}

/* Changes: the address is known from the audit, since a family has but one. */

static const char *
read_new (JsonObject *changes, const char *column)
{
  JsonArray *pair = json_object_has_member (changes, column) ? json_object_get_array_member (changes, column) : NULL;
  JsonNode *value = pair != NULL && json_array_get_length (pair) == 2 ? json_array_get_element (pair, 1) : NULL;

  return value != NULL && JSON_NODE_HOLDS_VALUE (value) ? json_node_get_string (value) : NULL;
}

static void
tell_move (const char *at, const char *changes_text, GString *text)
{
  g_autofree char *iso = g_strndup (at, 10);
  g_autofree char *date = asy_text_table_date (asy_day_from_iso (iso));
  g_autoptr (JsonNode) root = json_from_string (changes_text, NULL);
  JsonObject *changes = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *street = changes != NULL ? read_new (changes, "street") : NULL;
  const char *city = changes != NULL ? read_new (changes, "city") : NULL;

  if (street != NULL || city != NULL)
    _asy_tell_add_line (text, "Nowy adres: %s%s%s, wpisany %s", street != NULL ? street : "",
                        street != NULL && city != NULL ? ", " : "", city != NULL ? city : "", date);
}

static gboolean
tell_moves (const AsyTelling *telling, GString *text, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = _asy_tell_prepare (telling,
                            "SELECT at, changes FROM audit WHERE kind = 'family' AND record_id = :family AND action = 'update'"
                            " AND at >= :from AND at < :after AND changes IS NOT NULL ORDER BY id",
                            error);
  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      tell_move (asy_stmt_column_text (stmt, 0), asy_stmt_column_text (stmt, 1), text);
    }
}

static const char *const change_rows[] = {
  "SELECT 'Zmiana asystenta: ' || w.given_name || ' ' || w.family_name || ', od', a.from_day, NULL, NULL"
  " FROM assignment a JOIN worker w ON w.id = a.worker_id WHERE a.case_file_id = :case AND a.from_day BETWEEN :from AND :until"
  " AND EXISTS (SELECT 1 FROM assignment b WHERE b.case_file_id = a.case_file_id AND b.from_day < a.from_day)"
  " ORDER BY a.from_day, a.id",
  "SELECT 'Postanowienie sądu z dnia', c.court_order_on,"
  " CASE WHEN c.court_duty IS NULL THEN NULL ELSE ': ' || c.court_duty END, NULL"
  " FROM case_file c WHERE c.id = :case AND c.court_order_on BETWEEN :from AND :until",
  "SELECT 'Pismo sądu (' || r.signature || '), wpłynęło', r.received_on, NULL, NULL FROM court_request r"
  " WHERE r.case_file_id = :case AND r.received_on BETWEEN :from AND :until ORDER BY r.received_on, r.id",
  "SELECT 'Rozprawa (' || r.signature || ') dnia', r.hearing_on, NULL, NULL FROM court_request r"
  " WHERE r.case_file_id = :case AND r.hearing_on BETWEEN :from AND :until ORDER BY r.hearing_on, r.id",
  "SELECT 'Praca zawieszona od', c.suspended_from, CASE WHEN c.suspended_reason IS NULL THEN NULL ELSE ': ' || c.suspended_reason END,"
  " NULL FROM case_file c WHERE c.id = :case AND c.suspended_from <= :until"
  " AND (c.suspended_until IS NULL OR c.suspended_until >= :from)",
};

static gboolean
fill_changes (const AsyTelling *telling, AsyAssessment *assessment, GError **error)
{
  g_autoptr (GString) text = g_string_new (asy_assessment_get_changes (assessment));

  if (!tell_moves (telling, text, error) || !tell_all (telling, change_rows, G_N_ELEMENTS (change_rows), text, error))
    return FALSE;
  asy_assessment_set_changes (assessment, text->str);
  return TRUE;
}

/* Help: the tasks of art. 15 ust. 1 that visits of the period served, then all contacts that were no visits. */
static gboolean
fill_help (const AsyTelling *telling, AsyAssessment *assessment, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!_asy_tell (telling,
                  "SELECT d.label, NULL, NULL, count(*) FROM visit v JOIN visit_duty x ON x.visit_id = v.id"
                  " JOIN dictionary d ON d.kind = 'duty' AND d.code = x.duty"
                  " WHERE v.case_file_id = :case AND v.state = 'held' AND v.day BETWEEN :from AND :until"
                  " GROUP BY d.code, d.label, d.position ORDER BY d.position",
                  text, error) ||
      !_asy_tell_contacts (telling, text, error))
    return FALSE;
  asy_assessment_set_help_given (assessment, text->str);
  return TRUE;
}

static gboolean
fill_institutions (const AsyTelling *telling, AsyAssessment *assessment, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!_asy_tell (telling,
                  "SELECT COALESCE(p.name, i.who) || ': ' || i.doing, NULL,"
                  " CASE WHEN i.result IS NULL THEN NULL ELSE ' – ' || i.result END, NULL"
                  " FROM involvement i LEFT JOIN provider p ON p.id = i.provider_id WHERE i.family_id = :family"
                  " AND (i.from_day IS NULL OR i.from_day <= :until) AND (i.until_day IS NULL OR i.until_day >= :from)"
                  " ORDER BY COALESCE(i.from_day, ''), i.id",
                  text, error))
    return FALSE;
  asy_assessment_set_institutions (assessment, text->str);
  return TRUE;
}

static gboolean
fill_tasks (const AsyTelling *telling, AsyAssessment *assessment, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!_asy_tell_tasks (telling, text, error))
    return FALSE;
  asy_assessment_set_tasks (assessment, text->str);
  return TRUE;
}

static gboolean
fill_risks (const AsyTelling *telling, AsyAssessment *assessment, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!_asy_tell_interventions (telling, text, error) ||
      !_asy_tell (telling,
                  "SELECT 'Procedura „Niebieskie Karty” od', b.started_on, NULL, NULL FROM blue_card b WHERE b.family_id = :family"
                  " AND b.started_on <= :until AND (b.ended_on IS NULL OR b.ended_on >= :from) ORDER BY b.started_on, b.id",
                  text, error))
    return FALSE;
  asy_assessment_set_risks (assessment, text->str);
  return TRUE;
}

gboolean
_asy_assessment_fill_texts (AsySession *session, gint64 family_id, AsyAssessment *assessment, GError **error)
{
  const AsyTelling telling = { session, asy_assessment_get_case_file_id (assessment), family_id, 0,
                               asy_assessment_get_from_day (assessment), asy_assessment_get_until_day (assessment) };
  AsyTelling help = telling;

  if (asy_assessment_get_kind (assessment) == ASY_ASSESSMENT_KIND_CLOSING)
    help.from = asy_day_new (ASY_DAY_YEAR_MIN, 1, 1);
  return fill_changes (&telling, assessment, error) && fill_tasks (&telling, assessment, error) &&
         fill_help (&help, assessment, error) && fill_institutions (&telling, assessment, error) &&
         fill_risks (&telling, assessment, error);
}
