/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"

#include "law/asy-intervention-rules.h"

/* Art. 572 § 1 KPC: at once, until somebody was told or the intervention is closed. */
static void
test_deadline (void)
{
  static const struct {
    const char *emergency, *social_worker, *court, *blue_card, *other, *closed;
    gboolean told;
    const char *due;
  } rows[] = {
    { NULL, NULL, NULL, NULL, NULL, NULL, FALSE, "2026-03-20" },
    { "2026-03-20", NULL, NULL, NULL, NULL, NULL, TRUE, NULL },
    { NULL, "2026-03-21", NULL, NULL, NULL, NULL, TRUE, NULL },
    { NULL, NULL, "2026-03-23", NULL, NULL, NULL, TRUE, NULL },
    { NULL, NULL, NULL, "2026-03-20", NULL, NULL, TRUE, NULL },
    { NULL, NULL, NULL, NULL, "2026-03-20", NULL, TRUE, NULL },
    /* A false alarm is closed without telling anybody. */
    { NULL, NULL, NULL, NULL, NULL, "2026-03-20", FALSE, NULL },
    { "2026-03-20", NULL, "2026-03-20", NULL, NULL, "2026-03-22", TRUE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const struct {
        guint field;
        const char *day;
      } days[] = {
        { ASY_INTERVENTION_EMERGENCY_ON, rows[i].emergency }, { ASY_INTERVENTION_SOCIAL_WORKER_ON, rows[i].social_worker },
        { ASY_INTERVENTION_COURT_ON, rows[i].court },         { ASY_INTERVENTION_BLUE_CARD_ON, rows[i].blue_card },
        { ASY_INTERVENTION_OTHER_ON, rows[i].other },         { ASY_INTERVENTION_CLOSED_ON, rows[i].closed },
      };
      g_autoptr (AsyIntervention) intervention = asy_intervention_new ();
      AsyDeadline deadline = { .kind = ASY_DEADLINE_NONE };

      asy_intervention_set_day (intervention, D ("2026-03-20"));
      for (gsize j = 0; j < G_N_ELEMENTS (days); j++)
        if (days[j].day != NULL)
          asy_record_set_int (ASY_RECORD (intervention), days[j].field, D (days[j].day));
      g_assert_cmpint (asy_intervention_is_told (intervention), ==, rows[i].told);
      g_assert_cmpint (asy_intervention_get_deadline (intervention, &deadline), ==, rows[i].due != NULL);
      if (rows[i].due == NULL)
        continue;
      g_assert_cmpint (deadline.kind, ==, ASY_DEADLINE_INTERVENTION);
      g_assert_cmpuint (deadline.due, ==, D (rows[i].due));
      g_assert_cmpuint (deadline.base, ==, D (rows[i].due));
      g_assert_cmpstr (deadline.article, ==, "art. 572 § 1 KPC");
      g_assert_true (deadline.is_statutory);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intervention/deadline", test_deadline);
  return g_test_run ();
}
