/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"
#include "model/asy-letter-file.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/* Papers: drafts with sections, then numbered, frozen and signed files. */

/** What a list of papers shows; zero and %NULL leave a condition out. */
typedef struct {
  const char *kind;
  guint states;                 /* bits of 1 << AsyLetterState; 0: all */
  int year;                     /* of made_on */
  gint64 family_id;
  const char *text;             /* words of title, mark, case number, family, author */
  AsyLetter *older_than;        /* the last one of the page before */
  guint limit;                  /* 0: 100 */
} AsyLetterFilter;

/** Newest first. @filter nullable. (transfer full) (element-type AsyLetterEntry) */
GPtrArray *asy_letters_list (AsySession *session, const AsyLetterFilter *filter, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** A signed file of a paper. */
typedef struct {
  gint64 letter_id;
  char *title;
  char *mark;                   /* nullable */
  AsyLetterRevision *revision;
} AsySignedFile;

void asy_signed_file_free (AsySignedFile *file);

/** Every signed file of a family's papers, oldest paper first, without their bytes. (transfer full) (element-type AsySignedFile) */
GPtrArray *asy_letters_list_signed (AsySession *session, gint64 family_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

AsyLetterFile *asy_letter_file_load (AsySession *session, gint64 letter_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_letter_draft_opinion:
 *
 * A draft that answers a court's request, its sections filled from the register
 * with the source of each; the draft that exists already comes back instead.
 * %ASY_STORE_ERROR_OVERLAP when the request was answered by an issued paper.
 */
AsyLetterFile *asy_letter_draft_opinion (AsySession *session, gint64 request_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The paper of a finished assessment, of a version of a plan, of an assistant's
 * week. There is one of an assessment and of a version, so that one comes back,
 * issued or not; of a week only a draft comes back, because the week goes on.
 */
AsyLetterFile *asy_letter_draft_assessment (AsySession *session, gint64 assessment_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** The paper of two finished assessments of a family side by side. %ASY_STORE_ERROR_INVALID for those of two families. */
AsyLetterFile *asy_letter_draft_comparison (AsySession *session, gint64 later_id, gint64 earlier_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AsyLetterFile *asy_letter_draft_plan (AsySession *session, gint64 plan_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AsyLetterFile *asy_letter_draft_week (AsySession *session, gint64 worker_id, AsyDay monday, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_letter_draft_family:
 * @kind: one of asy_family_letter_kinds
 *
 * A draft of that kind in the newest case of a family; the one that is being
 * written already comes back instead. A plan is that of the version in force,
 * or of the first draft. %ASY_STORE_ERROR_INCOMPLETE when the register has
 * nothing yet that such a paper is about: a case, a plan, a letter of a court.
 */
AsyLetterFile *asy_letter_draft_family (AsySession *session, gint64 family_id, const char *kind, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_letter_find_subject:
 * @kind: one of asy_family_letter_kinds
 * @ret_record_id: (out): the newest record that the paper would tell of; 0 for a paper of the whole case
 *
 * Whether the register has what such a paper is about. Pure.
 */
gboolean asy_letter_find_subject (AsyFamilyFile *family, const char *kind, gint64 *ret_record_id);

/**
 * asy_letter_draft_of:
 * @kind: one of asy_record_letter_kinds
 * @record_id: of what the paper tells: a notice to the court of an intervention
 *
 * A draft about that record. There is one of a kind about a record, so that one
 * comes back, issued or not.
 */
AsyLetterFile *asy_letter_draft_of (AsySession *session, const char *kind, gint64 record_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_letter_save:
 * @sections: (nullable) (element-type AsyLetterSection): those to save
 *
 * Saves a draft and its sections in one transaction, each by its revision.
 * %ASY_STORE_ERROR_FROZEN when it is issued.
 */
gboolean asy_letter_save (AsySession *session, AsyLetter *letter, GPtrArray *sections, GError **error);

/** Drops a draft. %ASY_STORE_ERROR_FROZEN when it is issued. */
gboolean asy_letter_discard (AsySession *session, AsyLetter *letter, GError **error);

/** A paper as it goes out. */
typedef struct {
  char *template_id;            /* name of the template */
  int template_version;
  char *data;                   /* XML that it was made from */
  GBytes *pdf;
} AsyLetterPaper;

void asy_letter_paper_clear (AsyLetterPaper *paper);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AsyLetterPaper, asy_letter_paper_clear)

/**
 * AsyLetterRender:
 * @file: the paper with its number, mark, day, and head of the audit
 * @ret_paper: (out): to be filled; the caller clears it
 *
 * Makes the file of a paper that is being issued. Runs inside the transaction:
 * it must not write to the register.
 */
typedef gboolean (*AsyLetterRender) (AsyLetterFile *file, gpointer user_data, AsyLetterPaper *ret_paper, GError **error);

/**
 * asy_letter_issue:
 * @letter: a draft; brought up to date on success, untouched on failure
 *
 * The paper bears the day on which it is issued.
 * Gives the next number of the yearly register and the mark by the office's
 * pattern, has the file made and keeps it with the data it was made from; the
 * court's request is answered. All of it or nothing, so that numbers have no
 * gaps. Weekly plans have a register of their own.
 */
gboolean asy_letter_issue (AsySession *session, AsyLetter *letter, AsyLetterRender render, gpointer user_data, GError **error);

/**
 * asy_letter_add_signed:
 * @pdf: the newest file with an incremental update behind its bytes
 * @note: (nullable): who signed
 *
 * %ASY_STORE_ERROR_INVALID when @pdf does not begin with the bytes of the
 * newest file or adds nothing to it.
 */
gboolean asy_letter_add_signed (AsySession *session, AsyLetter *letter, GBytes *pdf, const char *note, GError **error);

/** Issued or signed papers only. */
gboolean asy_letter_mark_sent (AsySession *session, AsyLetter *letter, GError **error);

/** Bytes of a file; @ordinal 0: the newest. They are checked against their SHA-256. */
GBytes *asy_letter_load_file (AsySession *session, gint64 letter_id, int ordinal, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** What an issued paper was made from: `opinion 1` (template and version) and its data. (out) (transfer full) */
gboolean asy_letter_load_snapshot (AsySession *session, gint64 letter_id, char **ret_template, char **ret_data, GError **error);

G_END_DECLS
