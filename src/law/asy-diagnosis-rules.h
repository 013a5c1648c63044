/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"

G_BEGIN_DECLS

/** What a diagnosis of a family still lacks. */
typedef enum {
  ASY_DIAGNOSIS_GAP_STRENGTHS,    /* no strength: work begins with what a family can do */
  ASY_DIAGNOSIS_GAP_DIFFICULTIES, /* no difficulty, or none that weighs anything */
  ASY_DIAGNOSIS_GAP_AREA,         /* a difficulty without its work area */
  ASY_DIAGNOSIS_GAP_CHILD,        /* nothing is written of a child; a reminder only */
  ASY_DIAGNOSIS_GAP_VOICE,        /* art. 4a: the child's own voice; a reminder only */
  ASY_DIAGNOSIS_GAP_CONCLUSIONS,  /* a reminder only */
} AsyDiagnosisGapKind;

typedef struct {
  AsyDiagnosisGapKind kind;
  gint64 item_id;               /* the difficulty, or 0 */
  gint64 person_id;             /* the child, or 0 */
  gboolean is_blocking;         /* the diagnosis is not complete with it */
  const char *article;          /* nullable, static */
} AsyDiagnosisGap;

/**
 * asy_diagnosis_find_gaps:
 * @members: (nullable) (element-type AsyMemberEntry): the family; without them nothing is said of its children
 * @on: the day by which they are children
 *
 * Work with a family begins with naming what it can do and what it lacks:
 * strengths and difficulties are both obligatory, the rest is a reminder. In
 * the order of the sheet. Pure.
 *
 * Returns: (transfer full) (element-type AsyDiagnosisGap)
 */
GArray *asy_diagnosis_find_gaps (AsyDiagnosisFile *file, GPtrArray *members, AsyDay on) G_GNUC_WARN_UNUSED_RESULT;

/** First gap that keeps the diagnosis from being complete, or %NULL. */
const AsyDiagnosisGap *asy_diagnosis_gaps_find_blocking (GArray *gaps);

/** Whether nothing was written of the child. @sheet is nullable. */
gboolean asy_child_sheet_says_nothing (AsyChildSheet *sheet);

/**
 * asy_diagnosis_list_uncovered:
 * @goals: (element-type AsyGoal): of the plan
 *
 * Difficulties that no goal answers yet, in the order of the file. A goal
 * answers one difficulty of its area: the one whose words it took over, or else
 * the gravest that is left. Dropped goals answer nothing, and a difficulty that
 * weighs nothing needs no goal. Pure.
 *
 * Returns: (transfer container) (element-type AsyDiagnosisItem)
 */
GPtrArray *asy_diagnosis_list_uncovered (AsyDiagnosisFile *file, GPtrArray *goals) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
