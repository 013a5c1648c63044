/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-assessment-file.h"
#include "model/asy-dictionary.h"
#include "model/asy-family-file.h"
#include "model/asy-letter-file.h"
#include "store/asy-visits.h"

G_BEGIN_DECLS

/** What the sections of an opinion are filled from. */
typedef struct {
  AsyFamilyFile *family;
  AsyCourtRequest *request;
  AsyCourt *court;              /* nullable */
  AsyPlanFile *plan;            /* nullable: the version in force, or the newest */
  AsyAssessmentFile *assessment; /* nullable: the newest finished one */
  const AsyVisitTotals *visits; /* of the case up to today */
  AsyDictionary *dictionary;
  AsyDay today;
} AsyOpinionFacts;

/**
 * asy_opinion_prefill:
 *
 * The sections of an opinion for a court (opinia o rodzinie), Polish as it goes
 * to paper, each with its source in words. Only facts that the register holds
 * and only in wording that needs no cases of names; judgement, and sections of
 * which nothing is known, are left empty. Pure.
 *
 * Returns: (transfer full) (element-type AsyLetterSection): all of asy_opinion_section_keys
 */
GPtrArray *asy_opinion_prefill (const AsyOpinionFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
