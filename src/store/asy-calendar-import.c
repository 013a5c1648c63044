/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "model/asy-visit.h"
#include "store/asy-audit.h"
#include "store/asy-calendar-import.h"
#include "store/asy-repo.h"
#include "store/asy-visits.h"
#include "store/asy-workers.h"

/* What the register remembers of an entry, with its visit as it is now. */
typedef struct {
  gint64 visit_id;              /* 0: deleted since */
  char *uid;
  char *instance;
  char *fingerprint;
  gboolean is_touched;          /* changed or recorded by the office */
  AsyDay day;
  gboolean is_seen;             /* in the file */
} Source;

typedef struct {
  const AsyCalendarImport *request;
  gboolean dry_run;
  AsyWorker *worker;
  GHashTable *sources;          /* key of uid and instance: Source */
  AsyCalendarCounts counts;
} Import;

void
asy_calendar_entry_free (AsyCalendarEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->uid);
  g_free (entry->instance);
  g_free (entry->title);
  g_free (entry->place);
  g_free (entry);
}

static void
source_free (gpointer data)
{
  Source *source = data;

  g_free (source->uid);
  g_free (source->instance);
  g_free (source->fingerprint);
  g_free (source);
}

static char *
make_key (const char *uid, const char *instance)
{
  return g_strconcat (uid, "\n", instance, NULL);
}

/* Changes whenever the source says something else. */
static char *
make_fingerprint (const AsyCalendarEntry *entry)
{
  g_autofree char *text = g_strdup_printf ("%u\n%d\n%d\n%s\n%s", entry->day, entry->start_minute, entry->minutes,
                                           entry->title != NULL ? entry->title : "", entry->place != NULL ? entry->place : "");

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static Source *
read_source (AsyStmt *stmt)
{
  Source *source = g_new0 (Source, 1);

  source->uid = asy_stmt_column_dup_text (stmt, 0);
  source->instance = asy_stmt_column_dup_text (stmt, 1);
  source->fingerprint = asy_stmt_column_dup_text (stmt, 2);
  source->visit_id = asy_stmt_column_int (stmt, 3);
  source->is_touched = asy_stmt_column_int (stmt, 4) != 0;
  source->day = asy_stmt_column_day (stmt, 5);
  return source;
}

/* All at once: a query for each entry would take longer than the import. */
static gboolean
load_sources (AsySession *session, Import *import, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT s.uid, s.instance, s.fingerprint, v.id,"
                         " CASE WHEN v.revision <> s.revision OR v.state <> 'planned' OR v.worker_id <> s.worker_id THEN 1 ELSE 0 END,"
                         " v.day FROM calendar_source s LEFT JOIN visit v ON v.id = s.visit_id WHERE s.worker_id = :worker",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":worker", import->request->worker_id);
  for (;;)
    {
      Source *source;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      source = read_source (stmt);
      g_hash_table_insert (import->sources, make_key (source->uid, source->instance), source);
    }
}

static gboolean
remember (AsySession *session, const Import *import, const AsyCalendarEntry *entry, AsyVisit *visit, const char *fingerprint,
          GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "INSERT INTO calendar_source (worker_id, uid, instance, visit_id, revision, fingerprint)"
                         " VALUES (:worker, :uid, :instance, :visit, :revision, :fingerprint)"
                         " ON CONFLICT (worker_id, uid, instance) DO UPDATE SET visit_id = excluded.visit_id,"
                         " revision = excluded.revision, fingerprint = excluded.fingerprint",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":worker", import->request->worker_id);
  asy_stmt_bind_text (stmt, ":uid", entry->uid);
  asy_stmt_bind_text (stmt, ":instance", entry->instance);
  asy_stmt_bind_int (stmt, ":visit", asy_record_get_id (ASY_RECORD (visit)));
  asy_stmt_bind_int (stmt, ":revision", asy_record_get_revision (ASY_RECORD (visit)));
  asy_stmt_bind_text (stmt, ":fingerprint", fingerprint);
  return asy_stmt_run (stmt, error);
}

static void
fill_visit (AsyVisit *visit, const AsyCalendarEntry *entry)
{
  asy_visit_set_day (visit, entry->day);
  asy_visit_set_start_minute (visit, entry->start_minute);
  asy_visit_set_minutes (visit, entry->minutes);
  asy_visit_set_purpose (visit, entry->title);
  asy_visit_set_place_text (visit, entry->place);
}

static gboolean
add_visit (AsySession *session, const Import *import, const AsyCalendarEntry *entry, const char *fingerprint, GError **error)
{
  g_autoptr (AsyVisit) visit = asy_visit_new ();

  asy_visit_set_worker_id (visit, import->request->worker_id);
  asy_visit_set_kind (visit, ASY_CALENDAR_KIND);
  asy_visit_set_place (visit, ASY_VISIT_PLACE_OFFICE);
  fill_visit (visit, entry);
  return asy_repo_insert_quietly (session, visit, error) && remember (session, import, entry, visit, fingerprint, error);
}

static gboolean
change_visit (AsySession *session, const Import *import, const AsyCalendarEntry *entry, gint64 visit_id, const char *fingerprint,
              GError **error)
{
  g_autoptr (AsyVisit) visit = asy_repo_load (session, ASY_TYPE_VISIT, visit_id, error);

  if (visit == NULL)
    return FALSE;
  fill_visit (visit, entry);
  return asy_repo_save (session, visit, error) && remember (session, import, entry, visit, fingerprint, error);
}

/* A calendar that this register wrote comes back with the uids of its visits. */
static gboolean
is_own (AsySession *session, const char *uid, gboolean *ret_own, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  g_autofree char *bare = NULL;
  gint64 id;

  *ret_own = FALSE;
  if (!g_str_has_suffix (uid, ASY_CALENDAR_UID_SUFFIX))
    return TRUE;
  bare = g_strndup (uid, strlen (uid) - strlen (ASY_CALENDAR_UID_SUFFIX));
  stmt = asy_db_prepare (asy_session_get_db (session), "SELECT id FROM visit WHERE uid = :uid", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":uid", bare);
  if (!asy_stmt_fetch_int (stmt, 0, &id, error))
    return FALSE;
  *ret_own = id != 0;
  return TRUE;
}

static gboolean
judge (AsySession *session, const Import *import, AsyCalendarEntry *entry, const Source *source, const char *fingerprint,
       GError **error)
{
  gboolean own;

  if (!is_own (session, entry->uid, &own, error))
    return FALSE;
  if (own)
    entry->verdict = ASY_CALENDAR_OWN;
  else if (source != NULL && source->visit_id == 0)
    entry->verdict = ASY_CALENDAR_DELETED;
  else if (source != NULL && g_str_equal (source->fingerprint, fingerprint))
    entry->verdict = ASY_CALENDAR_SAME;
  else if (source != NULL && source->is_touched)
    entry->verdict = ASY_CALENDAR_KEPT;
  else if (!asy_worker_is_available (import->worker, entry->day))
    entry->verdict = ASY_CALENDAR_UNAVAILABLE;
  else
    entry->verdict = source != NULL ? ASY_CALENDAR_CHANGED : ASY_CALENDAR_ADDED;
  return TRUE;
}

static void
count (AsyCalendarCounts *counts, AsyCalendarVerdict verdict)
{
  switch (verdict)
    {
    case ASY_CALENDAR_ADDED:
      counts->n_added++;
      break;
    case ASY_CALENDAR_CHANGED:
      counts->n_changed++;
      break;
    case ASY_CALENDAR_SAME:
      counts->n_same++;
      break;
    case ASY_CALENDAR_KEPT:
      counts->n_kept++;
      break;
    case ASY_CALENDAR_DELETED:
    case ASY_CALENDAR_UNAVAILABLE:
    case ASY_CALENDAR_OWN:
    default:
      counts->n_skipped++;
    }
}

static gboolean
take_entry (AsySession *session, Import *import, AsyCalendarEntry *entry, GError **error)
{
  g_autofree char *key = make_key (entry->uid, entry->instance);
  g_autofree char *fingerprint = make_fingerprint (entry);
  Source *source = g_hash_table_lookup (import->sources, key);

  if (source != NULL)
    source->is_seen = TRUE;
  if (!judge (session, import, entry, source, fingerprint, error))
    return FALSE;
  count (&import->counts, entry->verdict);
  if (import->dry_run)
    return TRUE;
  if (entry->verdict == ASY_CALENDAR_ADDED)
    return add_visit (session, import, entry, fingerprint, error);
  /* Only what came in before can have changed. */
  return entry->verdict != ASY_CALENDAR_CHANGED || source == NULL ||
         change_visit (session, import, entry, source->visit_id, fingerprint, error);
}

static gboolean
is_vanished (const Import *import, const Source *source)
{
  return !source->is_seen && source->visit_id != 0 && !source->is_touched && source->day >= import->request->from &&
         source->day <= import->request->until && g_hash_table_contains (import->request->uids, source->uid);
}

/* It may come back with a later file, so nothing of it is remembered. */
static gboolean
forget (AsySession *session, const Import *import, const Source *source, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  g_autoptr (AsyVisit) visit = NULL;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "DELETE FROM calendar_source WHERE worker_id = :worker AND uid = :uid AND instance = :instance", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":worker", import->request->worker_id);
  asy_stmt_bind_text (stmt, ":uid", source->uid);
  asy_stmt_bind_text (stmt, ":instance", source->instance);
  if (!asy_stmt_run (stmt, error))
    return FALSE;
  visit = asy_repo_load (session, ASY_TYPE_VISIT, source->visit_id, error);
  return visit != NULL && asy_visit_delete (session, visit, error);
}

static gboolean
remove_vanished (AsySession *session, Import *import, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, import->sources);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (!is_vanished (import, value))
        continue;
      import->counts.n_removed++;
      if (!import->dry_run && !forget (session, import, value, error))
        return FALSE;
    }
  return TRUE;
}

static void
describe_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  json_builder_add_null_value (builder);
  json_builder_add_string_value (builder, text);
  json_builder_end_array (builder);
}

static void
describe_count (JsonBuilder *builder, const char *name, guint n)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  json_builder_add_null_value (builder);
  json_builder_add_int_value (builder, n);
  json_builder_end_array (builder);
}

/* In the shape of all changes in the audit: {"column": [old, new]}. */
static gboolean
write_audit (AsySession *session, const Import *import, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *changes = NULL;

  json_builder_begin_object (builder);
  describe_text (builder, "file", import->request->name);
  describe_text (builder, "sha256", import->request->sha256);
  describe_count (builder, "added", import->counts.n_added);
  describe_count (builder, "changed", import->counts.n_changed);
  describe_count (builder, "removed", import->counts.n_removed);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  changes = json_to_string (root, FALSE);
  return asy_audit_write (session, "import", "calendar", import->request->worker_id, 0, changes, error);
}

static gboolean
take_all (AsySession *session, gpointer user_data, GError **error)
{
  Import *import = user_data;

  if (!load_sources (session, import, error))
    return FALSE;
  for (guint i = 0; i < import->request->entries->len; i++)
    if (!take_entry (session, import, g_ptr_array_index (import->request->entries, i), error))
      return FALSE;
  return remove_vanished (session, import, error) && (import->dry_run || write_audit (session, import, error));
}

gboolean
asy_calendar_import (AsySession *session, const AsyCalendarImport *request, gboolean dry_run, AsyCalendarCounts *ret_counts,
                     GError **error)
{
  g_autoptr (AsyWorker) worker = asy_repo_load (session, ASY_TYPE_WORKER, request->worker_id, error);
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, source_free);
  Import import = { request, dry_run, worker, sources, { 0 } };

  g_return_val_if_fail (request->entries != NULL && request->uids != NULL, FALSE);
  g_return_val_if_fail (request->name != NULL && request->sha256 != NULL, FALSE);

  if (worker == NULL)
    return FALSE;
  if (dry_run ? !take_all (session, &import, error) : !asy_session_transaction (session, take_all, &import, error))
    return FALSE;
  *ret_counts = import.counts;
  return TRUE;
}
