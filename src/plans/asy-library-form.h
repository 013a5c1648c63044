/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-library.h"
#include "plans/asy-plan-jobs.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/** A goal of the library with its tasks; @entry is %NULL for a new one, in @area (nullable). */
AsyForm *asy_library_form_open (AsyContext *context, AsyLibraryEntry *entry, const char *area);

/**
 * asy_library_form_keep:
 *
 * A goal of a plan and its tasks on their way into the library: what names
 * somebody of the family gives way to a word in brackets, which is to be put
 * into its case before the form saves. Who does a task becomes a role.
 */
AsyForm *asy_library_form_keep (AsyContext *context, const AsyPlanAnswer *answer, AsyGoal *goal);

G_END_DECLS
