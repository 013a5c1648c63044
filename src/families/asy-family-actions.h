/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Actions of the application that the pages of a family lead to; see src/app/asy-actions.c. */
#define ASY_GO_INTERVENTION "show-intervention"
#define ASY_GO_REPORT_OBSERVATION "report-observation"   /* id of an observation */
#define ASY_GO_PLAN "show-plan"                    /* id of a family */
#define ASY_GO_NEW_VISIT "new-visit"               /* id of a family */
#define ASY_GO_VISIT "show-visit"
#define ASY_GO_RECORD_VISIT "record-visit"         /* id of a visit */
#define ASY_GO_NEW_ASSESSMENT "write-assessment"   /* id of a family */
#define ASY_GO_ASSESSMENT "show-assessment"
#define ASY_GO_REVIEW "show-review"
#define ASY_GO_QUARTER_REVIEW "review-quarter"     /* id of a family */
#define ASY_GO_MONTH_REVIEW "review-month"         /* id of a family */
#define ASY_GO_COMPARISON "compare-assessments"    /* id of a family */
#define ASY_GO_LETTER "show-letter"
#define ASY_GO_NEW_PAPER "new-paper"               /* id of a family; detail: one of asy_family_letter_kinds */
#define ASY_GO_PAPER_OF "paper-of"                 /* id of a record; detail: one of asy_record_letter_kinds */
#define ASY_GO_ANSWER_COURT "answer-court"         /* id of a court request */
