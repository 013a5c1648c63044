/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_review_kind_nicks. */
typedef enum {
  ASY_REVIEW_KIND_FAMILY_QUARTER,  /* kwartalny przegląd rodziny */
  ASY_REVIEW_KIND_FAMILY_MONTH,    /* miesięczny przegląd rodziny */
  ASY_REVIEW_KIND_WORKER_MONTH,    /* miesięczne sprawozdanie asystenta */
} AsyReviewKind;

extern const char *const asy_review_kind_nicks[];

/**
 * AsyReview:
 *
 * What an office reviews beside the Act: a family each quarter or month, an
 * assistant each month. Of a family it has its case, of an assistant none.
 */
#define ASY_REVIEW_FIELDS(F, ...) \
  F (ENUM, __VA_ARGS__, KIND, kind, ASY_FIELD_PLAIN, asy_review_kind_nicks, N_("Kind of review")) \
  F (REF, __VA_ARGS__, CASE_FILE_ID, case_file_id, ASY_FIELD_PLAIN, NULL, N_("Case")) \
  F (REF, __VA_ARGS__, WORKER_ID, worker_id, ASY_FIELD_PLAIN, NULL, N_("Assistant")) \
  F (DAY, __VA_ARGS__, FROM_DAY, from_day, ASY_FIELD_REQUIRED, NULL, N_("From")) \
  F (DAY, __VA_ARGS__, UNTIL_DAY, until_day, ASY_FIELD_REQUIRED, NULL, N_("Until")) \
  F (DAY, __VA_ARGS__, MADE_ON, made_on, ASY_FIELD_PLAIN, NULL, N_("Made on")) \
  F (INT, __VA_ARGS__, FAMILIES_BEFORE, families_before, ASY_FIELD_PLAIN, NULL, N_("Families at the beginning")) \
  F (INT, __VA_ARGS__, FAMILIES_NEW, families_new, ASY_FIELD_PLAIN, NULL, N_("New families")) \
  F (INT, __VA_ARGS__, FAMILIES_ENDED, families_ended, ASY_FIELD_PLAIN, NULL, N_("Families that ended")) \
  F (INT, __VA_ARGS__, FAMILIES_AFTER, families_after, ASY_FIELD_PLAIN, NULL, N_("Families at the end")) \
  F (INT, __VA_ARGS__, CHILDREN, children, ASY_FIELD_PLAIN, NULL, N_("Children")) \
  F (INT, __VA_ARGS__, CHILDREN_SEEN, children_seen, ASY_FIELD_PLAIN, NULL, N_("Children seen")) \
  F (INT, __VA_ARGS__, VISITS_HELD, visits_held, ASY_FIELD_PLAIN, NULL, N_("Visits held")) \
  F (INT, __VA_ARGS__, VISITS_MISSED, visits_missed, ASY_FIELD_PLAIN, NULL, N_("Visits missed")) \
  F (INT, __VA_ARGS__, VISIT_MINUTES, visit_minutes, ASY_FIELD_PLAIN, NULL, N_("Time with families")) \
  F (TEXT, __VA_ARGS__, WORK, work, ASY_FIELD_PERSONAL, NULL, N_("Work done")) \
  F (TEXT, __VA_ARGS__, TASKS, tasks, ASY_FIELD_PERSONAL, NULL, N_("Tasks of the plan")) \
  F (TEXT, __VA_ARGS__, GOALS, goals, ASY_FIELD_PERSONAL, NULL, N_("Progress of the goals")) \
  F (TEXT, __VA_ARGS__, CONTACTS, contacts, ASY_FIELD_PERSONAL, NULL, N_("Contacts for the family")) \
  F (TEXT, __VA_ARGS__, INTERVENTIONS, interventions, ASY_FIELD_PERSONAL, NULL, N_("Interventions")) \
  F (TEXT, __VA_ARGS__, DOCUMENTS, documents, ASY_FIELD_PERSONAL, NULL, N_("Papers written")) \
  F (TEXT, __VA_ARGS__, SUCCESS, success, ASY_FIELD_PERSONAL, NULL, N_("What was achieved")) \
  F (TEXT, __VA_ARGS__, DIFFICULTIES, difficulties, ASY_FIELD_PERSONAL, NULL, N_("Difficulties")) \
  F (TEXT, __VA_ARGS__, INTENTIONS, intentions, ASY_FIELD_PERSONAL, NULL, N_("Intentions for the time to come")) \
  F (BOOL, __VA_ARGS__, FINAL, final, ASY_FIELD_PLAIN, NULL, N_("Finished"))

#define ASY_TYPE_REVIEW (asy_review_get_type ())
ASY_RECORD_DECLARE (AsyReview, asy_review, ASY, REVIEW, ASY_REVIEW_FIELDS)

G_END_DECLS
