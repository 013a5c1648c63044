/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include <string.h>

#include "base/asy-case-number.h"
#include "store/asy-audit.h"
#include "store/asy-change-private.h"
#include "store/asy-letters-private.h"
#include "store/asy-repo.h"
#include "store/asy-requests.h"
#include "store/asy-search.h"

#define PATTERN_DEFAULT "AR.{n}.{year}"
#define PATTERN_WEEK "T.{n}.{year}"

static gint64
id_of (gpointer record)
{
  return asy_record_get_id (ASY_RECORD (record));
}

void
asy_letter_paper_clear (AsyLetterPaper *paper)
{
  g_clear_pointer (&paper->template_id, g_free);
  g_clear_pointer (&paper->data, g_free);
  g_clear_pointer (&paper->pdf, g_bytes_unref);
}

/* Numbers. */

static gboolean
is_weekly (AsyLetter *letter)
{
  return g_strcmp0 (asy_letter_get_kind (letter), ASY_LETTER_KIND_WEEK) == 0;
}

/* The yearly register that a paper is numbered in; weekly plans, dozens a week,
 * have one of their own. */
static gboolean
take_number (AsySession *session, AsyLetter *letter, int year, gint64 *ret_number, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "INSERT INTO counter (class, year, last) VALUES (:class, :year, 1)"
                         " ON CONFLICT (class, year) DO UPDATE SET last = counter.last + 1 RETURNING last",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":class", is_weekly (letter) ? ASY_LETTER_KIND_WEEK : "letter");
  asy_stmt_bind_int (stmt, ":year", year);
  return asy_stmt_fetch_int (stmt, 0, ret_number, error);
}

static gboolean
fetch_pattern (AsySession *session, char **ret_pattern, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), "SELECT letter_mark FROM office ORDER BY id LIMIT 1",
                                             error);
  gboolean has_row;

  if (stmt == NULL || !asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  *ret_pattern = has_row ? asy_stmt_column_dup_text (stmt, 0) : NULL;
  return TRUE;
}

/* A pattern that makes no mark (it was written by hand) does not keep a paper
 * from going out. */
static char *
format_mark (AsyLetter *letter, const char *pattern, int number, int year)
{
  char *mark;

  if (is_weekly (letter))
    return asy_case_mark_format (PATTERN_WEEK, number, year);
  mark = pattern != NULL ? asy_case_mark_format (pattern, number, year) : NULL;
  return mark != NULL ? mark : asy_case_mark_format (PATTERN_DEFAULT, number, year);
}

static gboolean
number_letter (AsySession *session, AsyLetter *letter, GError **error)
{
  const AsyDay today = asy_session_get_today (session);
  const int year = asy_day_get_year (today);
  g_autofree char *pattern = NULL;
  g_autofree char *mark = NULL;
  g_autofree char *now = asy_clock_dup_now_utc_iso (asy_session_get_clock (session));
  g_autofree char *head = asy_audit_dup_head (session, error);
  gint64 number;

  if (head == NULL || !fetch_pattern (session, &pattern, error) || !take_number (session, letter, year, &number, error))
    return FALSE;
  mark = format_mark (letter, pattern, (int) number, year);
  asy_letter_set_made_on (letter, today);
  asy_letter_set_year (letter, year);
  asy_letter_set_seq (letter, number);
  asy_letter_set_mark (letter, mark);
  asy_letter_set_issued_at (letter, now);
  asy_letter_set_audit_head (letter, head);
  asy_letter_set_state (letter, ASY_LETTER_STATE_ISSUED);
  return TRUE;
}

/* Files. */

static gboolean
insert_file (AsySession *session, AsyLetter *letter, int ordinal, GBytes *pdf, const char *note, GError **error)
{
  g_autofree char *now = asy_clock_dup_now_utc_iso (asy_session_get_clock (session));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "INSERT INTO letter_file (letter_id, ordinal, made_at, note, sha256, bytes)"
                         " VALUES (:letter, :ordinal, :now, :note, :sha256, :bytes)",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_letter_set_sha256 (letter, sha256);
  asy_stmt_bind_int (stmt, ":letter", id_of (letter));
  asy_stmt_bind_int (stmt, ":ordinal", ordinal);
  asy_stmt_bind_text (stmt, ":now", now);
  asy_stmt_bind_text (stmt, ":note", note);
  asy_stmt_bind_text (stmt, ":sha256", sha256);
  asy_stmt_bind_bytes (stmt, ":bytes", pdf);
  return asy_stmt_run (stmt, error);
}

static gboolean
insert_snapshot (AsySession *session, AsyLetter *letter, const AsyLetterPaper *paper, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s %d", paper->template_id, paper->template_version);
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "INSERT INTO letter_snapshot (letter_id, template, data) VALUES (:letter, :template, :data)", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":letter", id_of (letter));
  asy_stmt_bind_text (stmt, ":template", name);
  asy_stmt_bind_text (stmt, ":data", paper->data);
  return asy_stmt_run (stmt, error);
}

/* Issuing. */

typedef struct {
  AsyLetterRender render;
  gpointer user_data;
} Issue;

static gboolean
check_paper (const AsyLetterPaper *paper, GError **error)
{
  if (paper->pdf != NULL && g_bytes_get_size (paper->pdf) > 0 && paper->data != NULL && paper->template_id != NULL)
    return TRUE;
  asy_store_set_error (error, ASY_STORE_ERROR_FAILED, "the paper was not made");
  return FALSE;
}

static gboolean
make_paper (AsySession *session, AsyLetter *letter, const Issue *issue, GError **error)
{
  g_autoptr (AsyLetterFile) file = _asy_letter_file_gather (session, letter, error);
  g_auto (AsyLetterPaper) paper = { 0 };

  if (file == NULL || !issue->render (file, issue->user_data, &paper, error) || !check_paper (&paper, error))
    return FALSE;
  asy_letter_set_template_version (letter, paper.template_version);
  return insert_snapshot (session, letter, &paper, error) && insert_file (session, letter, 1, paper.pdf, NULL, error);
}

static gboolean
answer_request (AsySession *session, AsyLetter *letter, GError **error)
{
  g_autoptr (AsyCourtRequest) request = NULL;

  if (asy_letter_get_court_request_id (letter) == 0)
    return TRUE;
  request = asy_repo_load (session, ASY_TYPE_COURT_REQUEST, asy_letter_get_court_request_id (letter), error);
  if (request == NULL)
    return FALSE;
  if (asy_court_request_get_answered_on (request) != ASY_DAY_NONE)
    return TRUE;
  return asy_court_request_mark_answered (session, request, asy_letter_get_made_on (letter), error);
}

static gboolean
note (AsySession *session, const char *action, AsyLetter *letter, GError **error)
{
  return asy_audit_write (session, action, "letter", id_of (letter), asy_letter_get_family_id (letter), NULL, error);
}

static gboolean
issue_letter (AsySession *session, gpointer letter, gpointer user_data, GError **error)
{
  if (id_of (letter) == 0)
    {
      asy_store_set_error (error, ASY_STORE_ERROR_NOT_FOUND, "a paper is saved before it is issued");
      return FALSE;
    }
  return _asy_letter_check_draft (session, letter, error) && number_letter (session, letter, error) &&
         make_paper (session, letter, user_data, error) && asy_repo_save (session, letter, error) &&
         answer_request (session, letter, error) && note (session, "issue", letter, error) &&
         asy_search_index_letter (session, id_of (letter), error);
}

gboolean
asy_letter_issue (AsySession *session, AsyLetter *letter, AsyLetterRender render, gpointer user_data, GError **error)
{
  Issue issue = { render, user_data };

  g_return_val_if_fail (ASY_IS_LETTER (letter), FALSE);
  g_return_val_if_fail (render != NULL, FALSE);

  return _asy_change_run (session, letter, issue_letter, &issue, error);
}

/* Reading files. */

static gboolean
read_file (AsySession *session, gint64 letter_id, int ordinal, int *ret_ordinal, GBytes **ret_bytes, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT ordinal, sha256, bytes FROM letter_file WHERE letter_id = :id"
                         " AND (:ordinal = 0 OR ordinal = :ordinal) ORDER BY ordinal DESC LIMIT 1",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", letter_id);
  asy_stmt_bind_int (stmt, ":ordinal", ordinal);
  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      asy_store_set_error (error, ASY_STORE_ERROR_NOT_FOUND, "the paper has no such file");
      return FALSE;
    }
  bytes = asy_stmt_column_dup_bytes (stmt, 2);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_strcmp0 (sha256, asy_stmt_column_text (stmt, 1)) != 0)
    {
      asy_store_set_error (error, ASY_STORE_ERROR_FAILED, "the file of the paper does not have its SHA-256");
      return FALSE;
    }
  *ret_ordinal = (int) asy_stmt_column_int (stmt, 0);
  *ret_bytes = g_steal_pointer (&bytes);
  return TRUE;
}

GBytes *
asy_letter_load_file (AsySession *session, gint64 letter_id, int ordinal, GError **error)
{
  GBytes *bytes;
  int found;

  return read_file (session, letter_id, ordinal, &found, &bytes, error) ? bytes : NULL;
}

gboolean
asy_letter_load_snapshot (AsySession *session, gint64 letter_id, char **ret_template, char **ret_data, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session), "SELECT template, data FROM letter_snapshot WHERE letter_id = :id", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", letter_id);
  if (!asy_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      asy_store_set_error (error, ASY_STORE_ERROR_NOT_FOUND, "the paper is not issued");
      return FALSE;
    }
  *ret_template = asy_stmt_column_dup_text (stmt, 0);
  *ret_data = asy_stmt_column_dup_text (stmt, 1);
  return TRUE;
}

/* Signing. */

typedef struct {
  GBytes *pdf;
  const char *note;
} Signing;

static gboolean
begins_with (GBytes *whole, GBytes *beginning)
{
  gsize whole_size, size;
  const void *whole_data = g_bytes_get_data (whole, &whole_size);
  const void *data = g_bytes_get_data (beginning, &size);

  return whole_size > size && memcmp (whole_data, data, size) == 0;
}

static gboolean
load_issued (AsySession *session, AsyLetter *letter, AsyLetter **ret_stored, GError **error)
{
  g_autoptr (AsyLetter) stored = asy_repo_load (session, ASY_TYPE_LETTER, id_of (letter), error);
  static const int nothing[] = { -1 };
  int other;

  if (stored == NULL)
    return FALSE;
  if (asy_letter_get_state (stored) == ASY_LETTER_STATE_DRAFT)
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, letter, ASY_LETTER_STATE, NULL, "the paper is not issued");
  other = _asy_change_find_other (stored, letter, nothing);
  if (other >= 0 && asy_record_get_revision (ASY_RECORD (stored)) == asy_record_get_revision (ASY_RECORD (letter)))
    return _asy_change_refuse (error, ASY_STORE_ERROR_FROZEN, letter, (guint) other, NULL, "an issued paper does not change");
  *ret_stored = g_steal_pointer (&stored);
  return TRUE;
}

static gboolean
add_signed (AsySession *session, gpointer letter, gpointer user_data, GError **error)
{
  const Signing *signing = user_data;
  g_autoptr (AsyLetter) stored = NULL;
  g_autoptr (GBytes) newest = NULL;
  int ordinal;

  if (!load_issued (session, letter, &stored, error) ||
      !read_file (session, id_of (letter), 0, &ordinal, &newest, error))
    return FALSE;
  if (asy_letter_get_state (stored) == ASY_LETTER_STATE_SENT)
    return _asy_change_refuse (error, ASY_STORE_ERROR_FROZEN, letter, ASY_LETTER_STATE, NULL, "the paper has gone out");
  if (!begins_with (signing->pdf, newest))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, letter, ASY_LETTER_SHA256, NULL,
                               "the signed file does not go on from the newest one");
  asy_letter_set_state (letter, ASY_LETTER_STATE_SIGNED);
  return insert_file (session, letter, ordinal + 1, signing->pdf, signing->note, error) &&
         asy_repo_save (session, letter, error) && note (session, "sign", letter, error);
}

gboolean
asy_letter_add_signed (AsySession *session, AsyLetter *letter, GBytes *pdf, const char *note_text, GError **error)
{
  Signing signing = { pdf, note_text };

  g_return_val_if_fail (ASY_IS_LETTER (letter), FALSE);
  g_return_val_if_fail (pdf != NULL, FALSE);

  return _asy_change_run (session, letter, add_signed, &signing, error);
}

static gboolean
mark_sent (AsySession *session, gpointer letter, gpointer user_data, GError **error)
{
  g_autoptr (AsyLetter) stored = NULL;

  if (!load_issued (session, letter, &stored, error))
    return FALSE;
  asy_letter_set_state (letter, ASY_LETTER_STATE_SENT);
  return asy_repo_save (session, letter, error) && note (session, "send", letter, error);
}

gboolean
asy_letter_mark_sent (AsySession *session, AsyLetter *letter, GError **error)
{
  g_return_val_if_fail (ASY_IS_LETTER (letter), FALSE);

  return _asy_change_run (session, letter, mark_sent, NULL, error);
}
