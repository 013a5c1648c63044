/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include "base/asy-text.h"
#include "exchange/asy-import-family-private.h"
#include "store/asy-family-import.h"
#include "store/asy-workers.h"

/* What stands beside a paper that the old table tells no day of. */
#define SKIP_REASON "Przeniesiono z wcześniejszego wykazu rodzin, który nie podaje daty."

typedef struct {
  AsyImportBatch *batch;
  AsyImportCounts *counts;
  GPtrArray *workers;           /* AsyWorker */
  AsyFamilyImport import;       /* of the family under way */
  GArray *results;
} Store;

static const char *
name_column (Store *store, AsyImportFamilyField number)
{
  const AsyImportField *field = _asy_import_map_find_field (store->batch->map, number);

  return field != NULL ? ((AsyImportColumn *) g_ptr_array_index (field->columns, 0))->name : NULL;
}

/* All rows of a family, the first one with the reason. */
static void
decline (Store *store, AsyImportFamily *family, AsyImportFamilyField number, AsyImportReason reason)
{
  for (guint i = 0; i < family->people->len; i++)
    {
      const AsyImportPerson *person = g_ptr_array_index (family->people, i);

      if (!person->is_extra)
        g_ptr_array_add (store->batch->declined, asy_import_note_new (person->row, i == 0 ? name_column (store, number) : NULL,
                                                                      i == 0 ? reason : ASY_IMPORT_REASON_FAMILY));
    }
}

/* `Anna Nowak` or `Nowak Anna`; 0 for nobody and for two of one name. */
static gint64
find_worker (Store *store, const char *written)
{
  g_autofree char *wanted = asy_text_fold (written);
  gint64 found = 0;

  for (guint i = 0; i < store->workers->len; i++)
    {
      AsyWorker *worker = g_ptr_array_index (store->workers, i);
      g_autofree char *there = g_strdup_printf ("%s %s", asy_worker_get_given_name (worker), asy_worker_get_family_name (worker));
      g_autofree char *back = g_strdup_printf ("%s %s", asy_worker_get_family_name (worker), asy_worker_get_given_name (worker));
      g_autofree char *folded = asy_text_fold (there);
      g_autofree char *folded_back = asy_text_fold (back);

      if (!g_str_equal (wanted, folded) && !g_str_equal (wanted, folded_back))
        continue;
      if (found != 0)
        return 0;
      found = asy_record_get_id (ASY_RECORD (worker));
    }
  return found;
}

/* Copies, so that a dry run leaves the batch as it was read. */
static void
fill_import (AsyFamilyImport *import, AsyImportFamily *family)
{
  import->family = asy_record_duplicate (family->family);
  import->case_file = family->case_file != NULL ? asy_record_duplicate (family->case_file) : NULL;
  import->members = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_member_entry_free);
  import->consent_on = family->consent_on;
  import->assigned_on = family->assigned_on;
  import->skip_reason = SKIP_REASON;
  for (guint i = 0; i < family->people->len; i++)
    {
      const AsyImportPerson *person = g_ptr_array_index (family->people, i);

      if (person->entry != NULL)
        g_ptr_array_add (import->members, asy_member_entry_copy (person->entry));
    }
}

static void
clear_import (AsyFamilyImport *import)
{
  g_clear_object (&import->family);
  g_clear_object (&import->case_file);
  g_clear_pointer (&import->members, g_ptr_array_unref);
  *import = (AsyFamilyImport) { NULL };
}

static gboolean
import_family (AsySession *session, gpointer user_data, GError **error)
{
  Store *store = user_data;

  return asy_family_import (session, &store->import, store->results, error);
}

static AsyImportReason
reason_of (const GError *error, AsyImportFamilyField *ret_field)
{
  *ret_field = ASY_IMPORT_FAMILY_ASSISTANT;
  switch ((AsyStoreErrorCode) error->code)
    {
    case ASY_STORE_ERROR_CASELOAD:
      return ASY_IMPORT_REASON_CASELOAD;
    case ASY_STORE_ERROR_UNAVAILABLE:
      return ASY_IMPORT_REASON_UNAVAILABLE;
    case ASY_STORE_ERROR_SAME_COMMUNE:
      return ASY_IMPORT_REASON_SAME_COMMUNE;
    case ASY_STORE_ERROR_NOT_AUTHORISED:
      return ASY_IMPORT_REASON_NOT_AUTHORISED;
    case ASY_STORE_ERROR_TOO_EARLY:
      *ret_field = ASY_IMPORT_FAMILY_COURT_ORDER_ON;
      return ASY_IMPORT_REASON_TOO_EARLY;
    case ASY_STORE_ERROR_NO_CONSENT:
      *ret_field = ASY_IMPORT_FAMILY_CONSENT_ON;
      return ASY_IMPORT_REASON_NO_CONSENT;
    case ASY_STORE_ERROR_FAILED:
    case ASY_STORE_ERROR_NOT_FOUND:
    case ASY_STORE_ERROR_CONFLICT:
    case ASY_STORE_ERROR_MISSING:
    case ASY_STORE_ERROR_INVALID:
    case ASY_STORE_ERROR_OVERLAP:
    case ASY_STORE_ERROR_FROZEN:
    case ASY_STORE_ERROR_INCOMPLETE:
    case ASY_STORE_ERROR_DEMO_ONLY:
    default:
      *ret_field = ASY_IMPORT_FAMILY_SURNAME;
      return ASY_IMPORT_REASON_STORE;
    }
}

/* A known person whose children are new is completed. */
static AsyFamilyImportResult
sum_up (AsyFamilyImportResult row, AsyFamilyImportResult child)
{
  return row == ASY_FAMILY_IMPORT_SAME && child != ASY_FAMILY_IMPORT_SAME ? ASY_FAMILY_IMPORT_UPDATED : row;
}

static void
count_row (Store *store, AsyFamilyImportResult result)
{
  store->counts->n_added += result == ASY_FAMILY_IMPORT_ADDED;
  store->counts->n_updated += result == ASY_FAMILY_IMPORT_UPDATED;
  store->counts->n_same += result == ASY_FAMILY_IMPORT_SAME;
}

/* A row counts once, whoever it brings in; one that names nobody counts as its family. */
static void
count_results (Store *store, AsyImportFamily *family)
{
  const AsyFamilyImportResult *results = (const AsyFamilyImportResult *) (gconstpointer) store->results->data;
  const AsyFamilyImportResult whole = results[store->results->len - 1];
  AsyFamilyImportResult row = whole;
  guint n_members = 0;

  for (guint i = 0; i < family->people->len; i++)
    {
      const AsyImportPerson *person = g_ptr_array_index (family->people, i);
      const AsyFamilyImportResult result = person->entry != NULL ? results[n_members++] : whole;

      if (person->is_extra)
        {
          row = sum_up (row, result);
          continue;
        }
      if (i > 0)
        count_row (store, row);
      row = result;
    }
  count_row (store, row);
}

/* A paper without a day keeps the assistant away, not the family. */
static gboolean
is_paper_missing (AsyImportReason reason)
{
  return reason == ASY_IMPORT_REASON_NO_CONSENT || reason == ASY_IMPORT_REASON_TOO_EARLY;
}

/* `Asystent: Ewa Próbna, 06.01.2025 r.`: who worked with the family is not lost. */
static void
note_assistant (Store *store, AsyImportFamily *family)
{
  AsyFamily *record = store->import.family;
  const char *before = asy_family_get_notes (record);
  g_autofree char *day = asy_text_table_date (family->assigned_on);
  g_autofree char *line = g_strdup_printf ("%s: %s, %s", name_column (store, ASY_IMPORT_FAMILY_ASSISTANT), family->assistant, day);
  g_autofree char *all = before != NULL ? g_strjoin ("\n", before, line, NULL) : g_steal_pointer (&line);

  asy_family_set_notes (record, all);
}

static gboolean
take_without_assistant (AsySession *session, Store *store, AsyImportFamily *family, AsyImportFamilyField field,
                        AsyImportReason reason, GError **error)
{
  const AsyImportPerson *first = g_ptr_array_index (family->people, 0);

  clear_import (&store->import);
  fill_import (&store->import, family);
  store->import.is_waiting = TRUE;
  note_assistant (store, family);
  if (!asy_session_attempt (session, import_family, store, error))
    return FALSE;
  count_results (store, family);
  g_ptr_array_add (store->batch->kept, asy_import_note_new (first->row, name_column (store, field), reason));
  return TRUE;
}

/* %FALSE only when the register itself fails. */
static gboolean
take_family (AsySession *session, Store *store, AsyImportFamily *family, GError **error)
{
  g_autoptr (GError) problem = NULL;
  AsyImportFamilyField field;
  AsyImportReason reason;

  fill_import (&store->import, family);
  if (family->assistant != NULL)
    {
      store->import.worker_id = find_worker (store, family->assistant);
      if (store->import.worker_id == 0)
        {
          decline (store, family, ASY_IMPORT_FAMILY_ASSISTANT, ASY_IMPORT_REASON_WORKER);
          return TRUE;
        }
    }
  if (asy_session_attempt (session, import_family, store, &problem))
    {
      count_results (store, family);
      return TRUE;
    }
  if (problem->domain != ASY_STORE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  reason = reason_of (problem, &field);
  if (is_paper_missing (reason))
    return take_without_assistant (session, store, family, field, reason, error);
  decline (store, family, field, reason);
  return TRUE;
}

gboolean
_asy_import_store_families (AsySession *session, AsyImportBatch *batch, AsyImportCounts *counts, AsyImportProgress progress,
                            gpointer progress_data, GError **error)
{
  g_autoptr (GPtrArray) workers = asy_workers_list (session, TRUE, error);
  g_autoptr (GArray) results = g_array_new (FALSE, TRUE, sizeof (AsyFamilyImportResult));
  Store store = { batch, counts, workers, { NULL }, results };

  if (workers == NULL)
    return FALSE;
  for (guint i = 0; i < batch->families->len; i++)
    {
      const gboolean is_taken = take_family (session, &store, g_ptr_array_index (batch->families, i), error);

      clear_import (&store.import);
      if (!is_taken)
        return FALSE;
      if (progress != NULL && !progress ((double) (i + 1) / batch->families->len, progress_data, error))
        return FALSE;
    }
  return TRUE;
}
