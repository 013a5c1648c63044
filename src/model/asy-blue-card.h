/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyBlueCard:
 *
 * A procedure of the Blue Card (Niebieska Karta, przemoc domowa): the fact and its
 * days alone; the forms stay where the law keeps them.
 */
#define ASY_BLUE_CARD_FIELDS(F, ...)                                                                           \
  F (REF, __VA_ARGS__, FAMILY_ID, family_id, ASY_FIELD_REQUIRED, NULL, N_("Family"))                           \
  F (TEXT, __VA_ARGS__, NUMBER, number, ASY_FIELD_PERSONAL, NULL, N_("Number"))                                \
  F (DAY, __VA_ARGS__, STARTED_ON, started_on, ASY_FIELD_REQUIRED, NULL, N_("Started on"))                     \
  F (DAY, __VA_ARGS__, ENDED_ON, ended_on, ASY_FIELD_PLAIN, NULL, N_("Ended on"))                              \
  F (TEXT, __VA_ARGS__, END_REASON, end_reason, ASY_FIELD_PERSONAL, NULL, N_("Reason for the end"))            \
  F (TEXT, __VA_ARGS__, ASSISTANT_ROLE, assistant_role, ASY_FIELD_PERSONAL, NULL, N_("Role of the assistant"))

#define ASY_TYPE_BLUE_CARD (asy_blue_card_get_type ())
ASY_RECORD_DECLARE (AsyBlueCard, asy_blue_card, ASY, BLUE_CARD, ASY_BLUE_CARD_FIELDS)

G_END_DECLS
