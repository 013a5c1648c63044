/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-blue-card-meeting.h"

ASY_RECORD_DEFINE (AsyBlueCardMeeting, asy_blue_card_meeting, ASY_BLUE_CARD_MEETING, ASY_BLUE_CARD_MEETING_FIELDS, "blue_card_meeting")
