/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-form.h"

G_BEGIN_DECLS

/** One record of a form. */
typedef struct {
  AsyRecord *original;          /* as it was loaded */
  AsyRecord *copy;              /* what the rows edit */
} AsyFormRecord;

/* Drafts: asy-form-draft.c */

void _asy_form_record_free (gpointer entry);

/** The changed fields of all records and of a list after them as JSON; %NULL when there is nothing to keep. (transfer full) */
char *_asy_form_draft_write (GPtrArray *records, GPtrArray *list) G_GNUC_WARN_UNUSED_RESULT;

/** What @collect gives, beside its blanks. (transfer full) (element-type AsyFormRecord) */
GPtrArray *_asy_form_draft_collect (AsyForm *form, AsyFormCollect collect, AsyFormBlank blank, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

/** The list that follows the first @n_records records in a draft. (transfer full) (element-type AsyRecord) */
GPtrArray *_asy_form_draft_read_list (const char *body, guint n_records, AsyFormBlank blank) G_GNUC_WARN_UNUSED_RESULT;

/** Puts the fields of a draft into the copies. Fields that are unknown by now are left out. */
void _asy_form_draft_read (GPtrArray *records, const char *body);

/* Conflicts: asy-form-conflict.c */

/** A list beside the records. */
typedef struct {
  const char *label;            /* msgid */
  GPtrArray *base;              /* owned; element-type AsyRecord */
  gint64 owner_id;
  AsyFormListLoad load;
  AsyFormListRebased rebased;
} AsyFormConflictList;

/** What is asked for and what the register holds now. */
typedef struct {
  GPtrArray *originals;
  AsyFormConflictList list;     /* load NULL: none */
  GPtrArray *records;           /* theirs, as @originals */
  GPtrArray *rows;              /* theirs of the list; nullable */
} AsyFormTheirs;

/** Loads what is in the register now, into a copy of the request. For asy_context_ask(). */
gpointer _asy_form_load_theirs_job (AsySession *session, gpointer request, GError **error);

/** Request for that job. (transfer full) */
AsyFormTheirs *_asy_form_theirs_new (GPtrArray *records, const AsyFormConflictList *list) G_GNUC_WARN_UNUSED_RESULT;
void _asy_form_theirs_free (AsyFormTheirs *theirs);

/** What they changed and I see differently, a line a field. (transfer full) */
char *_asy_form_describe_conflict (GPtrArray *records, GPtrArray *theirs) G_GNUC_WARN_UNUSED_RESULT;

/** Their values become the base; what I typed stays where they changed nothing, and with @keep_mine everywhere. */
void _asy_form_rebase (GPtrArray *records, GPtrArray *theirs, gboolean keep_mine);

/** The same of lists: what they changed, a line a record. (transfer full) */
char *_asy_form_describe_list (const char *label, GPtrArray *base, GPtrArray *mine, GPtrArray *theirs) G_GNUC_WARN_UNUSED_RESULT;

/** What they hold with what I added, changed and removed. (transfer full) (element-type AsyRecord) */
GPtrArray *_asy_form_merge_list (GPtrArray *base, GPtrArray *mine, GPtrArray *theirs, gboolean keep_mine) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
