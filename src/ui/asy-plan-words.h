/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-plan-life.h"
#include "law/asy-plan-rules.h"
#include "ui/asy-meaning.h"

G_BEGIN_DECLS

/* What the life of a plan is called, for people. */

const char *asy_plan_state_get_label (AsyPlanState state);
AsyMeaning asy_plan_state_get_meaning (AsyPlanState state);

/** The button of a step, with a mnemonic. */
const char *asy_plan_step_get_label (AsyPlanStep step);

/** `2 adults have neither signed nor refused (art. 15 ust. 1 pkt 1 uwr).` (transfer full) */
char *asy_plan_lack_dup_text (const AsyPlanLack *lack) G_GNUC_WARN_UNUSED_RESULT;

/** The step that does away with a lack. */
AsyPlanStep asy_plan_lack_get_step (AsyPlanLackKind lack);

const char *asy_plan_change_kind_get_label (AsyPlanChangeKind kind);
const char *asy_plan_end_kind_get_label (AsyPlanEndKind kind);
const char *asy_plan_review_result_get_label (AsyPlanReviewResult result);
const char *asy_plan_copy_recipient_kind_get_label (AsyPlanCopyRecipientKind kind);

G_END_DECLS
