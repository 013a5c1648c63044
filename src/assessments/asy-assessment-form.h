/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-assessment-rules.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyAssessmentForm:
 *
 * The parts of an assessment one below another, in the order of the paper: rows
 * bound to its records, or, once it is finished, what they say. Signal
 * `changed` when the user changed something.
 */
#define ASY_TYPE_ASSESSMENT_FORM (asy_assessment_form_get_type ())
G_DECLARE_FINAL_TYPE (AsyAssessmentForm, asy_assessment_form, ASY, ASSESSMENT_FORM, AdwBin)

/** @file is borrowed: it has to live until the next call, or %NULL. */
void asy_assessment_form_fill (AsyAssessmentForm *self, AsyContext *context, AsyAssessmentFile *file);

/** asy_assessment_file_take_saved() without a `changed`. */
void asy_assessment_form_take_saved (AsyAssessmentForm *self, AsyAssessmentFile *saved);

/** Brings the row of @gap into view, with the focus. */
void asy_assessment_form_show_gap (AsyAssessmentForm *self, const AsyAssessmentGap *gap);

/** The focus where writing begins. */
void asy_assessment_form_begin (AsyAssessmentForm *self);

G_END_DECLS
