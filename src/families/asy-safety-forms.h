/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-data.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/* The forms about the safety of a family. Each opens a window and returns at once. */

/** @warning %NULL: a new one */
void asy_family_form_warning (AsyContext *context, AsyFamilyData *data, AsyFamilyWarning *warning);

/** @intervention %NULL: a new one; one without an id is what is known already. */
void asy_family_form_intervention (AsyContext *context, AsyFamilyData *data, AsyIntervention *intervention);

/** @observation %NULL: a new one. A worrying one offers an intervention afterwards. */
void asy_family_form_observation (AsyContext *context, AsyFamilyData *data, AsyObservation *observation);

/** @card %NULL: a new one */
void asy_family_form_blue_card (AsyContext *context, AsyFamilyData *data, AsyBlueCard *card);

/** @meeting %NULL: a new one of @card_id */
void asy_family_form_blue_card_meeting (AsyContext *context, AsyFamilyData *data, gint64 card_id, AsyBlueCardMeeting *meeting);

G_END_DECLS
