/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "base/asy-text.h"
#include "store/asy-change-private.h"
#include "store/asy-letters-private.h"
#include "store/asy-repo.h"
#include "store/asy-search.h"

static gint64
id_of (gpointer record)
{
  return asy_record_get_id (ASY_RECORD (record));
}

/* Reading one. */

static gboolean
load_if_set (AsySession *session, GType type, gint64 id, gpointer ret_record, GError **error)
{
  gpointer *place = ret_record;

  if (id == 0)
    return TRUE;
  *place = asy_repo_load (session, type, id, error);
  return *place != NULL;
}

static gboolean
load_sections (AsySession *session, AsyLetterFile *file, GError **error)
{
  GPtrArray *sections = asy_repo_list_by_id (session, ASY_TYPE_LETTER_SECTION,
                                             "WHERE t.letter_id = :id ORDER BY t.position, t.id", id_of (file->letter), error);

  if (sections == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (file->sections, sections);
  return TRUE;
}

static AsyLetterRevision *
read_revision (AsyStmt *stmt)
{
  AsyLetterRevision *revision = g_new0 (AsyLetterRevision, 1);

  revision->ordinal = (int) asy_stmt_column_int (stmt, 0);
  revision->made_at = asy_stmt_column_dup_text (stmt, 1);
  revision->note = asy_stmt_column_dup_text (stmt, 2);
  revision->sha256 = asy_stmt_column_dup_text (stmt, 3);
  revision->size_bytes = asy_stmt_column_int (stmt, 4);
  return revision;
}

static gboolean
load_revisions (AsySession *session, AsyLetterFile *file, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT ordinal, made_at, note, sha256, length(bytes) FROM letter_file"
                         " WHERE letter_id = :id ORDER BY ordinal",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", id_of (file->letter));
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      g_ptr_array_add (file->revisions, read_revision (stmt));
    }
}

void
asy_signed_file_free (AsySignedFile *file)
{
  g_free (file->title);
  g_free (file->mark);
  asy_letter_revision_free (file->revision);
  g_free (file);
}

static AsySignedFile *
read_signed (AsyStmt *stmt)
{
  AsySignedFile *file = g_new0 (AsySignedFile, 1);

  file->revision = read_revision (stmt);
  file->title = asy_stmt_column_dup_text (stmt, 5);
  file->mark = asy_stmt_column_dup_text (stmt, 6);
  file->letter_id = asy_stmt_column_int (stmt, 7);
  return file;
}

GPtrArray *
asy_letters_list_signed (AsySession *session, gint64 family_id, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_signed_file_free);
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT f.ordinal, f.made_at, f.note, f.sha256, length(f.bytes), l.title, l.mark, l.id"
                         " FROM letter l JOIN letter_file f ON f.letter_id = l.id"
                         " WHERE l.family_id = :id AND f.ordinal > 1 ORDER BY l.made_on, l.id, f.ordinal",
                         error);
  if (stmt == NULL)
    return NULL;
  asy_stmt_bind_int (stmt, ":id", family_id);
  while (asy_stmt_step (stmt, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&files);
      g_ptr_array_add (files, read_signed (stmt));
    }
  return NULL;
}

AsyLetterFile *
_asy_letter_file_gather (AsySession *session, AsyLetter *letter, GError **error)
{
  g_autoptr (AsyLetterFile) file = asy_letter_file_new (letter);

  if (!load_sections (session, file, error) || !load_revisions (session, file, error) ||
      !load_if_set (session, ASY_TYPE_COURT_REQUEST, asy_letter_get_court_request_id (letter), &file->request, error) ||
      !load_if_set (session, ASY_TYPE_FAMILY, asy_letter_get_family_id (letter), &file->family, error) ||
      !load_if_set (session, ASY_TYPE_WORKER, asy_letter_get_worker_id (letter), &file->author, error))
    return NULL;
  if (file->request != NULL &&
      !load_if_set (session, ASY_TYPE_COURT, asy_court_request_get_court_id (file->request), &file->court, error))
    return NULL;
  return g_steal_pointer (&file);
}

typedef struct {
  AsySession *session;
  gint64 id;
  AsyLetterFile *file;
} Loading;

static gboolean
load_file (AsyDb *db, gpointer user_data, GError **error)
{
  Loading *loading = user_data;
  g_autoptr (AsyLetter) letter = asy_repo_load (loading->session, ASY_TYPE_LETTER, loading->id, error);

  loading->file = letter != NULL ? _asy_letter_file_gather (loading->session, letter, error) : NULL;
  return loading->file != NULL;
}

AsyLetterFile *
asy_letter_file_load (AsySession *session, gint64 letter_id, GError **error)
{
  Loading loading = { session, letter_id, NULL };

  return asy_db_read_transaction (asy_session_get_db (session), load_file, &loading, error) ? loading.file : NULL;
}

/* Drafts. */

gboolean
_asy_letter_check_draft (AsySession *session, AsyLetter *letter, GError **error)
{
  g_autoptr (AsyLetter) stored = NULL;

  if (id_of (letter) == 0)
    return TRUE;
  stored = asy_repo_load (session, ASY_TYPE_LETTER, id_of (letter), error);
  if (stored == NULL)
    return FALSE;
  if (asy_letter_get_state (stored) == ASY_LETTER_STATE_DRAFT)
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_FROZEN, letter, ASY_LETTER_STATE, NULL, "an issued paper does not change");
}

/* Numbers, stamps and state come from issuing alone. */
static gboolean
check_unissued (AsyLetter *letter, GError **error)
{
  if (asy_letter_get_state (letter) == ASY_LETTER_STATE_DRAFT && asy_letter_get_seq (letter) == 0 &&
      asy_letter_get_year (letter) == 0 && asy_letter_get_sha256 (letter) == NULL && asy_letter_get_issued_at (letter) == NULL)
    return TRUE;
  return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, letter, ASY_LETTER_STATE, NULL,
                             "a paper is issued by a step of its own");
}

static gboolean
save_sections (AsySession *session, AsyLetter *letter, GPtrArray *sections, GError **error)
{
  for (guint i = 0; i < sections->len; i++)
    {
      AsyLetterSection *section = g_ptr_array_index (sections, i);

      if (asy_letter_section_get_letter_id (section) == 0)
        asy_letter_section_set_letter_id (section, id_of (letter));
      if (asy_letter_section_get_letter_id (section) != id_of (letter))
        return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, section, ASY_LETTER_SECTION_LETTER_ID, NULL,
                                   "a section of another paper");
      if (!asy_repo_save (session, section, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_letter (AsySession *session, gpointer letter, gpointer user_data, GError **error)
{
  GPtrArray *sections = user_data;

  if (asy_letter_get_made_on (letter) == ASY_DAY_NONE)
    asy_letter_set_made_on (letter, asy_session_get_today (session));
  return _asy_letter_check_draft (session, letter, error) && check_unissued (letter, error) &&
         asy_repo_save (session, letter, error) && save_sections (session, letter, sections, error) &&
         asy_search_index_letter (session, id_of (letter), error);
}

gboolean
asy_letter_save (AsySession *session, AsyLetter *letter, GPtrArray *sections, GError **error)
{
  g_autoptr (GPtrArray) copies = asy_record_array_new ();

  g_return_val_if_fail (ASY_IS_LETTER (letter), FALSE);

  for (guint i = 0; sections != NULL && i < sections->len; i++)
    g_ptr_array_add (copies, asy_record_duplicate (g_ptr_array_index (sections, i)));
  if (!_asy_change_run (session, letter, save_letter, copies, error))
    return FALSE;
  for (guint i = 0; sections != NULL && i < sections->len; i++)
    asy_record_copy_from (g_ptr_array_index (sections, i), g_ptr_array_index (copies, i));
  return TRUE;
}

static gboolean
discard (AsySession *session, gpointer letter, GError **error)
{
  g_autoptr (AsyLetterFile) file = asy_letter_file_new (letter);

  if (!_asy_letter_check_draft (session, letter, error) || !load_sections (session, file, error))
    return FALSE;
  for (guint i = 0; i < file->sections->len; i++)
    if (!asy_repo_delete (session, g_ptr_array_index (file->sections, i), error))
      return FALSE;
  return asy_repo_delete (session, letter, error) &&
         asy_db_search_remove (asy_session_get_db (session), ASY_SEARCH_LETTER, id_of (letter), error);
}

gboolean
asy_letter_discard (AsySession *session, AsyLetter *letter, GError **error)
{
  g_return_val_if_fail (ASY_IS_LETTER (letter), FALSE);

  return asy_session_transaction (session, discard, letter, error);
}
