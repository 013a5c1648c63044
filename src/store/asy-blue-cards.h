/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-blue-card-meeting.h"
#include "model/asy-blue-card.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/** Saves the fact of a Blue Card; it ends with a reason. The family is found by its number. */
gboolean asy_blue_card_save (AsySession *session, AsyBlueCard *card, GError **error);

/** Saves a sitting of the diagnostic-help group; refuses one before the procedure began. */
gboolean asy_blue_card_meeting_save (AsySession *session, AsyBlueCardMeeting *meeting, GError **error);

G_END_DECLS
