/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-models.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * The steps in the life of a plan, each in one transaction. Consulting and
 * approving are fields of the plan (asy_plan_save()), agreeing and amending
 * stand with its content in asy-plans.h.
 */

/**
 * asy_plan_sign:
 * @plan: with the child's voice and the assistant's signature, which are saved too
 * @answers: (element-type AsyPlanSignature): of each adult who was asked; one without a day is no answer (any more)
 *
 * Notes who signed a version and who refused, and why. Once somebody has
 * answered, the content of a draft stays as it is. Errors:
 * %ASY_STORE_ERROR_INCOMPLETE as asy_plan_agree(), %ASY_STORE_ERROR_MISSING for
 * a refusal without its reason, %ASY_STORE_ERROR_INVALID for a day to come,
 * %ASY_STORE_ERROR_FROZEN when an answer to an agreed version would change.
 */
gboolean asy_plan_sign (AsySession *session, AsyPlan *plan, GPtrArray *answers, GError **error);

/**
 * asy_plan_agree_care:
 * @members: (element-type AsyMember): the children in foster care, with their plans of help
 *
 * Saves what was agreed with the foster side, art. 15 ust. 1 pkt 2.
 */
gboolean asy_plan_agree_care (AsySession *session, AsyPlan *plan, GPtrArray *members, GError **error);

/** A review of a version that was agreed; the plan learns the day of the next one. */
gboolean asy_plan_review_save (AsySession *session, AsyPlanReview *review, GError **error);

/**
 * asy_plan_end:
 * @plan: with the day and how it ended
 *
 * Errors: %ASY_STORE_ERROR_MISSING without the one or the other,
 * %ASY_STORE_ERROR_INVALID for a day to come, %ASY_STORE_ERROR_FROZEN when it is
 * not in force, %ASY_STORE_ERROR_OVERLAP while the next version is being written.
 */
gboolean asy_plan_end (AsySession *session, AsyPlan *plan, GError **error);

/** A printed copy that somebody received; a mistake in the list is taken out. */
gboolean asy_plan_copy_save (AsySession *session, AsyPlanCopy *copy, GError **error);
gboolean asy_plan_copy_delete (AsySession *session, AsyPlanCopy *copy, GError **error);

G_END_DECLS
