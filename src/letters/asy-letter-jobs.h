/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "papers/asy-paper-source.h"
#include "store/asy-letters.h"
#include "store/asy-store.h"

G_BEGIN_DECLS

/* What the pages of papers ask of the store, all run in its worker. */

/** A paper on the desk: what it is written from and, once issued, what it was frozen with. */
typedef struct {
  AsyPaperSource *source;
  char *frozen_template;        /* nullable: XML */
  char *frozen_data;            /* nullable: XML */
  GBytes *pdf;                  /* nullable: newest file of an issued paper that has one */
} AsyLetterDesk;

void asy_letter_desk_free (AsyLetterDesk *desk);

/** Request: gint64 id of the paper. Result: #AsyLetterDesk. */
gpointer asy_letter_load_job (AsySession *session, gpointer request, GError **error);

/** Request: gint64 id of a court request. Makes or finds the draft that answers it. Result: #AsyLetterDesk. */
gpointer asy_letter_answer_job (AsySession *session, gpointer request, GError **error);

/** Request: gint64 id of a finished assessment. Result: #AsyLetterDesk. */
gpointer asy_letter_of_assessment_job (AsySession *session, gpointer request, GError **error);

/** A paper that begins in a family or with one record. */
typedef struct {
  gint64 about_id;              /* of the family, or of the record */
  char *kind;
} AsyLetterBeginning;

AsyLetterBeginning *asy_letter_beginning_new (gint64 about_id, const char *kind) G_GNUC_WARN_UNUSED_RESULT;
void asy_letter_beginning_free (AsyLetterBeginning *beginning);

/** Request: #AsyLetterBeginning of a family. Makes or finds the draft. Result: #AsyLetterDesk. */
gpointer asy_letter_begin_job (AsySession *session, gpointer request, GError **error);

/** Request: #AsyLetterBeginning about the later assessment, its kind the id of the earlier one. Result: #AsyLetterDesk. */
gpointer asy_letter_of_comparison_job (AsySession *session, gpointer request, GError **error);

/** The same of one record. */
gpointer asy_letter_begin_of_job (AsySession *session, gpointer request, GError **error);

/** What is saved of a draft. */
typedef struct {
  AsyLetter *letter;
  GPtrArray *sections;          /* AsyLetterSection: copies of those that changed */
} AsyLetterSave;

AsyLetterSave *asy_letter_save_new (AsyLetter *letter, GPtrArray *sections) G_GNUC_WARN_UNUSED_RESULT;
void asy_letter_save_free (AsyLetterSave *save);

/** Request: #AsyLetterSave; the result is the request's copy with new revisions, an #AsyLetterSave too. */
gpointer asy_letter_save_job (AsySession *session, gpointer request, GError **error);

/** Request: gint64 id. Numbers and freezes. Result: #AsyLetterDesk. */
gpointer asy_letter_issue_job (AsySession *session, gpointer request, GError **error);

/** Request: an AsyLetter. */
gpointer asy_letter_discard_job (AsySession *session, gpointer request, GError **error);
gpointer asy_letter_mark_sent_job (AsySession *session, gpointer request, GError **error);

typedef struct {
  AsyLetter *letter;
  GBytes *pdf;
  char *note;
} AsyLetterSigned;

void asy_letter_signed_free (AsyLetterSigned *signed_);

/** Request: #AsyLetterSigned. Files the newly signed bytes. */
gpointer asy_letter_add_signed_job (AsySession *session, gpointer request, GError **error);

G_END_DECLS
