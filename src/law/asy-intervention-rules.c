/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "law/asy-intervention-rules.h"

gboolean
asy_intervention_is_told (AsyIntervention *intervention)
{
  return asy_intervention_get_emergency_on (intervention) != ASY_DAY_NONE ||
         asy_intervention_get_social_worker_on (intervention) != ASY_DAY_NONE ||
         asy_intervention_get_court_on (intervention) != ASY_DAY_NONE ||
         asy_intervention_get_blue_card_on (intervention) != ASY_DAY_NONE ||
         asy_intervention_get_other_on (intervention) != ASY_DAY_NONE;
}

gboolean
asy_intervention_get_deadline (AsyIntervention *intervention, AsyDeadline *ret_deadline)
{
  const AsyDay day = asy_intervention_get_day (intervention);

  if (asy_intervention_get_closed_on (intervention) != ASY_DAY_NONE || asy_intervention_is_told (intervention))
    return FALSE;
  *ret_deadline = (AsyDeadline) { .kind = ASY_DEADLINE_INTERVENTION, .due = day, .base = day, .article = "art. 572 § 1 KPC",
                                  .is_statutory = TRUE };
  return TRUE;
}
