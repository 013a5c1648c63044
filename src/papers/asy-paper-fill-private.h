/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "papers/asy-paper-source.h"

G_BEGIN_DECLS

/* What the fillings of papers share: each sets the fields of one thing. */

/** Label of a code in the office's dictionary. (nullable) */
const char *_asy_paper_label (const AsyPaperSource *source, const char *kind, const char *code);

/** Office, mark, day and the sections that were written. */
void _asy_paper_fill_letter (AsyPaperData *data, const AsyPaperSource *source);
void _asy_paper_fill_author (AsyPaperData *data, AsyWorker *author);
void _asy_paper_fill_head (AsyPaperData *data, AsyOffice *office);
void _asy_paper_fill_court (AsyPaperData *data, const AsyLetterFile *file);
void _asy_paper_fill_court_itself (AsyPaperData *data, AsyCourt *court);

/** @articles of the Act with its place of publication, then @more. */
void _asy_paper_fill_basis (AsyPaperData *data, AsyOffice *office, const char *articles, const char *more);

/** The family. */
gboolean _asy_paper_is_here (const AsyMemberEntry *entry);
char *_asy_paper_dup_subject (const AsyPaperSource *source) G_GNUC_WARN_UNUSED_RESULT;
char *_asy_paper_dup_stay (const AsyPaperSource *source, AsyMember *member) G_GNUC_WARN_UNUSED_RESULT;
char *_asy_paper_dup_age (AsyPerson *person, AsyDay on) G_GNUC_WARN_UNUSED_RESULT;
void _asy_paper_fill_members (AsyPaperData *data, const AsyPaperSource *source);
void _asy_paper_fill_adults (AsyPaperData *data, const AsyPaperSource *source);

/** The work. */
AsyDay _asy_paper_first_assignment (AsyFamilyFile *family);
const char *_asy_paper_basis_of_work (AsyFamilyFile *family);
void _asy_paper_fill_plan (AsyPaperData *data, const AsyPaperSource *source);
void _asy_paper_fill_documents (AsyPaperData *data, const AsyPaperSource *source);
const char *_asy_paper_goal_word (AsyGoalStatus status);

const char *_asy_paper_level_word (gint64 level);
const char *_asy_paper_cooperation_word (gint64 degree);
const char *_asy_paper_conclusion_word (AsyAssessmentConclusion conclusion);

/** What assessments said of each area over the years, up to that of the paper; areas with fewer than @least marks are left out. */
void _asy_paper_fill_trend (AsyPaperData *data, const AsyPaperSource *source, guint least);

/** Two assessments side by side. (transfer full) */
AsyPaperData *_asy_paper_fill_comparison (const AsyPaperSource *source) G_GNUC_WARN_UNUSED_RESULT;

/** A review of a family or the report of an assistant. (transfer full) */
AsyPaperData *_asy_paper_fill_review (const AsyPaperSource *source) G_GNUC_WARN_UNUSED_RESULT;

/** Who does a task of the plan. (transfer full) (nullable) */
char *_asy_paper_dup_doer (const AsyPaperSource *source, AsyTask *task) G_GNUC_WARN_UNUSED_RESULT;

/** A plan of work, and what changed in it. */
void _asy_paper_fill_plan_itself (AsyPaperData *data, const AsyPaperSource *source);
void _asy_paper_fill_annex (AsyPaperData *data, const AsyPaperSource *source);
void _asy_paper_fill_answer (AsyPaperData *adult, AsyPlanSignature *answer);

/** Who was told of a threat, and when, in one line; empty for nobody. (transfer full) */
char *_asy_paper_dup_told (AsyIntervention *intervention) G_GNUC_WARN_UNUSED_RESULT;

/** The course of the case, for the papers that accompany it. */
void _asy_paper_fill_course (AsyPaperData *data, const AsyPaperSource *source);

/** A paper of a family of any other kind, by its kind. (transfer full) */
AsyPaperData *_asy_paper_fill_family (const AsyPaperSource *source) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
