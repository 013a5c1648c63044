/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letter/asy-document.h"
#include "model/asy-assessment-file.h"
#include "model/asy-letter-file.h"
#include "model/asy-visit-file.h"
#include "store/asy-families.h"
#include "store/asy-offices.h"
#include "store/asy-visits.h"

G_BEGIN_DECLS

/**
 * AsyPaperSource:
 *
 * The snapshot of the register that a paper is written from: loaded at once,
 * then read without the database.
 */
typedef struct {
  AsyOfficeFile *office;
  AsyLetterFile *letter;        /* nullable for papers without a row of their own */
  AsyFamilyFile *family;        /* nullable */
  AsyAssessmentFile *assessment; /* nullable */
  AsyReview *review;            /* nullable */
  AsyAssessmentFile *compared;  /* nullable: an earlier one, side by side with it */
  GPtrArray *series;            /* nullable: AsyAreaSeries, what all assessments of the family said */
  AsyPlanFile *plan;            /* nullable: the version that the paper is of */
  GPtrArray *versions;          /* AsyPlanFile: the version before it and the version itself; nullable but for an annex */
  AsyVisitFile *visit;          /* nullable: the visit that the paper is of */
  int visit_number;             /* of that visit among those held in its case; 0: not held */
  AsyWeek *week;                /* nullable */
  AsyVisitTotals visits;        /* of the case, up to the paper's day */
  char *audit_head;             /* nullable: of an issued paper */
  AsyDay today;
} AsyPaperSource;

/** Loads what the paper speaks of. */
AsyPaperSource *asy_paper_source_load (AsySession *session, gint64 letter_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** The week of an assistant, which needs no row in the register of papers. */
AsyPaperSource *asy_paper_source_load_week (AsySession *session, gint64 worker_id, AsyDay monday, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void asy_paper_source_free (AsyPaperSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyPaperSource, asy_paper_source_free)

/** Kind of the paper: name of its template. */
const char *asy_paper_source_get_kind (const AsyPaperSource *source);

/**
 * asy_paper_source_is_set_anew:
 *
 * Whether the paper is set from the register each time it is looked at: a
 * draft, or a paper of the demonstration register that was entered by the
 * thousand and has no file. Of any other issued paper the file is the paper.
 */
gboolean asy_paper_source_is_set_anew (const AsyPaperSource *source);

/** What the paper says, for its template. Pure. (transfer full) */
AsyPaperData *asy_paper_source_fill (const AsyPaperSource *source) G_GNUC_WARN_UNUSED_RESULT;

/** The same for a weekly plan; with @privacy initials and districts instead of names and addresses. (transfer full) */
AsyPaperData *asy_paper_source_fill_week (const AsyPaperSource *source, gboolean privacy) G_GNUC_WARN_UNUSED_RESULT;

/** The recovery sheet of a register; @code is wiped from no copy but the caller's. (transfer full) */
AsyPaperData *asy_paper_fill_recovery (AsyOffice *office, const char *file_name, const char *code, AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
