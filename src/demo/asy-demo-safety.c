/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include "demo/asy-demo-private.h"
#include "demo/asy-demo-texts.h"
#include "model/asy-models.h"

/* Families of the first page: one threat that somebody was told of, one that nobody was. */
#define TOLD_FAMILY 4
#define UNTOLD_FAMILY 6

static gboolean
add_warning (Demo *demo, DemoFamily *family, const AsyDemoWarning *model, GError **error)
{
  g_autoptr (AsyFamilyWarning) warning = asy_family_warning_new ();

  asy_family_warning_set_family_id (warning, family->id);
  asy_family_warning_set_kind (warning, (int) model->kind);
  asy_family_warning_set_reason (warning, model->reason);
  asy_family_warning_set_from_day (warning, demo->today - demo_int (demo, 10, 200));
  if (model->ends)
    asy_family_warning_set_until_day (warning, demo->today + demo_int (demo, 20, 120));
  return demo_insert (demo, warning, error);
}

static gboolean
add_warnings (Demo *demo, DemoFamily *family, GError **error)
{
  if (family->fate == DEMO_ENDED)
    return TRUE;
  if (family->number == 0)
    return add_warning (demo, family, &asy_demo_warnings[0], error) && add_warning (demo, family, &asy_demo_warnings[1], error);
  if (!demo_chance (demo, 8))
    return TRUE;
  return add_warning (demo, family, &asy_demo_warnings[demo_int (demo, 0, ASY_DEMO_N_WARNINGS - 1)], error);
}

/* News of the children */

static gboolean
add_observation (Demo *demo, DemoFamily *family, AsyDay day, GError **error)
{
  const AsyDemoObservation *model = &asy_demo_observations[demo_int (demo, 0, ASY_DEMO_N_OBSERVATIONS - 1)];
  g_autoptr (AsyObservation) observation = asy_observation_new ();

  asy_observation_set_family_id (observation, family->id);
  asy_observation_set_person_id (observation, g_array_index (family->children, DemoChild, 0).id);
  asy_observation_set_day (observation, day);
  asy_observation_set_source (observation, model->source);
  asy_observation_set_said_by (observation, model->said_by);
  asy_observation_set_body (observation, model->body);
  asy_observation_set_worrying (observation, model->is_worrying);
  return demo_insert (demo, observation, error);
}

static gboolean
add_observations (Demo *demo, DemoFamily *family, GError **error)
{
  const int n = family->number == 0 ? 3 : demo_chance (demo, 20) ? demo_int (demo, 1, 2) : 0;

  for (int i = n; i > 0; i--)
    if (!add_observation (demo, family, MAX (family->from, demo->today - 20 * (AsyDay) i), error))
      return FALSE;
  return TRUE;
}

/* Threats */

static gboolean
add_intervention (Demo *demo, DemoFamily *family, AsyDay day, gboolean is_told, gboolean is_closed, GError **error)
{
  const DemoChild *child = &g_array_index (family->children, DemoChild, 0);
  g_autoptr (AsyIntervention) intervention = asy_intervention_new ();

  asy_intervention_set_family_id (intervention, family->id);
  asy_intervention_set_case_file_id (intervention, family->case_id);
  asy_intervention_set_day (intervention, day);
  asy_intervention_set_start_minute (intervention, demo_int (demo, 32, 68) * 15);
  asy_intervention_set_place (intervention, "mieszkanie rodziny");
  asy_intervention_set_seen (intervention, asy_demo_threats[family->number % ASY_DEMO_N_THREATS]);
  asy_intervention_set_children (intervention, child->given_name);
  if (is_told)
    {
      asy_intervention_set_social_worker_on (intervention, day);
      asy_intervention_set_social_worker_note (intervention, "telefonicznie, dyżurny pracownik socjalny");
      asy_intervention_set_done (intervention, "Wspólna wizyta z pracownikiem socjalnym, rozmowa z rodzicami, ustalono opiekę nad dziećmi.");
    }
  if (is_closed)
    {
      asy_intervention_set_outcome (intervention, "Dzieci są bezpieczne pod opieką babci, sytuacja jest sprawdzana co tydzień.");
      asy_intervention_set_closed_on (intervention, MIN (day + 7, demo->today));
    }
  return demo_insert (demo, intervention, error);
}

static gboolean
add_interventions (Demo *demo, DemoFamily *family, GError **error)
{
  if (family->number == TOLD_FAMILY)
    return add_intervention (demo, family, demo->today - 2, TRUE, FALSE, error);
  if (family->number == UNTOLD_FAMILY)
    return add_intervention (demo, family, demo->today, FALSE, FALSE, error);
  if (family->number != 0 && !demo_chance (demo, 4))
    return TRUE;
  return add_intervention (demo, family, MAX (family->from, demo->today - demo_int (demo, 30, 150)), TRUE, TRUE, error);
}

/* The Blue Card */

static gboolean
add_meeting (Demo *demo, gint64 card_id, AsyDay day, gboolean is_remote, GError **error)
{
  g_autoptr (AsyBlueCardMeeting) meeting = asy_blue_card_meeting_new ();

  asy_blue_card_meeting_set_blue_card_id (meeting, card_id);
  asy_blue_card_meeting_set_day (meeting, demo_working_day (day));
  asy_blue_card_meeting_set_remote (meeting, is_remote);
  asy_blue_card_meeting_set_assistant_present (meeting, TRUE);
  return demo_insert (demo, meeting, error);
}

static gboolean
add_blue_card (Demo *demo, DemoFamily *family, GError **error)
{
  g_autoptr (AsyBlueCard) card = asy_blue_card_new ();
  g_autofree char *number = g_strdup_printf ("NK-%u/%d", family->number + 1, asy_day_get_year (demo->today));
  const AsyDay from = MAX (family->from, demo->today - demo_int (demo, 60, 120));
  gint64 id;

  if (family->number != TOLD_FAMILY && !demo_chance (demo, 4))
    return TRUE;
  asy_blue_card_set_family_id (card, family->id);
  asy_blue_card_set_number (card, number);
  asy_blue_card_set_started_on (card, from);
  asy_blue_card_set_assistant_role (card, "członek grupy diagnostyczno-pomocowej");
  if (!demo_insert (demo, card, error))
    return FALSE;
  id = asy_record_get_id (ASY_RECORD (card));
  return add_meeting (demo, id, from + 6, FALSE, error) && add_meeting (demo, id, from + 48, TRUE, error);
}

gboolean
demo_add_safety (Demo *demo, DemoFamily *family, GError **error)
{
  if (!add_warnings (demo, family, error))
    return FALSE;
  if (family->fate == DEMO_ENDED || family->from == ASY_DAY_NONE || family->from > demo->today - 7 || family->children->len == 0)
    return TRUE;
  return add_observations (demo, family, error) && add_interventions (demo, family, error) && add_blue_card (demo, family, error);
}
