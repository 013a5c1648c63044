/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyBlueCardMeeting:
 *
 * A sitting of the diagnostic-help group (grupa diagnostyczno-pomocowa).
 */
#define ASY_BLUE_CARD_MEETING_FIELDS(F, ...)                                                                        \
  F (REF, __VA_ARGS__, BLUE_CARD_ID, blue_card_id, ASY_FIELD_REQUIRED, NULL, N_("Blue Card"))                       \
  F (DAY, __VA_ARGS__, DAY, day, ASY_FIELD_REQUIRED, NULL, N_("Day"))                                               \
  F (BOOL, __VA_ARGS__, REMOTE, remote, ASY_FIELD_PLAIN, NULL, N_("Held remotely"))                                 \
  F (BOOL, __VA_ARGS__, ASSISTANT_PRESENT, assistant_present, ASY_FIELD_PLAIN, NULL, N_("The assistant was there")) \
  F (TEXT, __VA_ARGS__, NOTE, note, ASY_FIELD_PERSONAL, NULL, N_("Note"))

#define ASY_TYPE_BLUE_CARD_MEETING (asy_blue_card_meeting_get_type ())
ASY_RECORD_DECLARE (AsyBlueCardMeeting, asy_blue_card_meeting, ASY, BLUE_CARD_MEETING, ASY_BLUE_CARD_MEETING_FIELDS)

G_END_DECLS
