/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-change-private.h"
#include "store/asy-observations.h"
#include "store/asy-repo.h"

gboolean
asy_observation_save (AsySession *session, AsyObservation *observation, GError **error)
{
  g_return_val_if_fail (ASY_IS_OBSERVATION (observation), FALSE);

  if (asy_observation_get_day (observation) > asy_session_get_today (session))
    return _asy_change_refuse (error, ASY_STORE_ERROR_INVALID, observation, ASY_OBSERVATION_DAY, NULL, "that day is still to come");
  return asy_repo_save (session, observation, error);
}
