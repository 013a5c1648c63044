/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyLetterEditor:
 *
 * One paper on the whole window: its sections, each with the source of its
 * claims, beside a live preview that is the print. Saves itself; then number,
 * sign, send, file.
 */
#define ASY_TYPE_LETTER_EDITOR (asy_letter_editor_get_type ())
G_DECLARE_FINAL_TYPE (AsyLetterEditor, asy_letter_editor, ASY, LETTER_EDITOR, AdwBin)

/** (transfer floating) */
GtkWidget *asy_letter_editor_new (AsyContext *context);

/** A paper of the register. */
void asy_letter_editor_show_letter (AsyLetterEditor *self, gint64 letter_id);

/** The opinion that answers a court's request: the draft is made when there is none. */
void asy_letter_editor_answer_request (AsyLetterEditor *self, gint64 request_id);

/** A paper of that kind (of asy_family_letter_kinds) about a family: the draft is made when there is none. */
void asy_letter_editor_begin (AsyLetterEditor *self, gint64 family_id, const char *kind);

/** A paper of that kind (of asy_record_letter_kinds) about one record: the draft is made when there is none. */
void asy_letter_editor_begin_of (AsyLetterEditor *self, gint64 record_id, const char *kind);

/** The paper of two finished assessments; @earlier: id of the earlier one. */
void asy_letter_editor_show_comparison (AsyLetterEditor *self, gint64 later_id, const char *earlier);

/** The paper of a finished assessment. */
void asy_letter_editor_show_assessment (AsyLetterEditor *self, gint64 assessment_id);

G_END_DECLS
