/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-blue-cards.h"
#include "store/asy-change-private.h"
#include "store/asy-repo.h"
#include "store/asy-search.h"

static gboolean
save_card (AsySession *session, gpointer card, gpointer user_data, GError **error)
{
  if (!_asy_change_check_period (card, ASY_BLUE_CARD_STARTED_ON, ASY_BLUE_CARD_ENDED_ON, error))
    return FALSE;
  if (asy_blue_card_get_ended_on (card) != ASY_DAY_NONE && asy_blue_card_get_end_reason (card) == NULL)
    return _asy_change_refuse (error, ASY_STORE_ERROR_MISSING, card, ASY_BLUE_CARD_END_REASON, NULL, "it ends with a reason");
  return asy_repo_save (session, card, error) && asy_search_index_family (session, asy_blue_card_get_family_id (card), error);
}

gboolean
asy_blue_card_save (AsySession *session, AsyBlueCard *card, GError **error)
{
  g_return_val_if_fail (ASY_IS_BLUE_CARD (card), FALSE);

  return _asy_change_run (session, card, save_card, NULL, error);
}

gboolean
asy_blue_card_meeting_save (AsySession *session, AsyBlueCardMeeting *meeting, GError **error)
{
  g_autoptr (AsyBlueCard) card = NULL;

  g_return_val_if_fail (ASY_IS_BLUE_CARD_MEETING (meeting), FALSE);

  card = asy_repo_load (session, ASY_TYPE_BLUE_CARD, asy_blue_card_meeting_get_blue_card_id (meeting), error);
  if (card == NULL)
    return FALSE;
  if (asy_blue_card_meeting_get_day (meeting) != ASY_DAY_NONE &&
      asy_blue_card_meeting_get_day (meeting) < asy_blue_card_get_started_on (card))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, meeting, ASY_BLUE_CARD_MEETING_DAY, NULL,
                               "a sitting before the procedure began");
  return asy_repo_save (session, meeting, error);
}
