/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-today"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "today/asy-reminder-plan.h"

AsyReminderFacts *
asy_reminder_facts_new (AsyDay day)
{
  AsyReminderFacts *self = g_new0 (AsyReminderFacts, 1);

  self->day = day;
  self->starts = g_array_new (FALSE, FALSE, sizeof (int));
  self->reminded_starts = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

void
asy_reminder_facts_free (AsyReminderFacts *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->starts);
  g_array_unref (self->reminded_starts);
  g_free (self);
}

/* Visits that begin together are told together. */
static void
add_visits (GArray *plan, const AsyReminderFacts *facts, int lead)
{
  guint counts[24 * 60] = { 0 };

  for (guint i = 0; i < facts->reminded_starts->len; i++)
    {
      const int start = g_array_index (facts->reminded_starts, int, i);

      if (start >= 0 && start < (int) G_N_ELEMENTS (counts))
        counts[start]++;
    }
  for (int start = 0; start < (int) G_N_ELEMENTS (counts); start++)
    if (counts[start] > 0)
      {
        const AsyReminder reminder = { ASY_REMINDER_VISITS, MAX (start - lead, 0), start, counts[start], 0, 0 };

        g_array_append_val (plan, reminder);
      }
}

static int
compare_reminders (gconstpointer a, gconstpointer b)
{
  const AsyReminder *left = a;
  const AsyReminder *right = b;

  if (left->minute != right->minute)
    return left->minute - right->minute;
  return left->kind != right->kind ? (int) left->kind - (int) right->kind : left->start_minute - right->start_minute;
}

GArray *
asy_reminder_plan (const AsyReminderFacts *facts, const AsyReminderChoice *choice)
{
  const AsyReminder digest = { ASY_REMINDER_DIGEST, choice->digest_minute, -1, facts->starts->len, facts->n_due, facts->n_late };
  const AsyReminder deadlines = { ASY_REMINDER_DEADLINES, choice->deadline_minute, -1, 0, facts->n_due, 0 };
  GArray *plan = g_array_new (FALSE, FALSE, sizeof (AsyReminder));

  if (choice->digest_minute >= 0 && digest.n_visits + digest.n_due + digest.n_late > 0)
    g_array_append_val (plan, digest);
  if (choice->deadline_minute >= 0 && deadlines.n_due > 0)
    g_array_append_val (plan, deadlines);
  if (choice->visit_lead >= 0)
    add_visits (plan, facts, choice->visit_lead);
  g_array_sort (plan, compare_reminders);
  return plan;
}

gboolean
asy_reminder_is_due (const AsyReminder *self, int after, int now)
{
  return self->minute > after && self->minute <= now && (self->start_minute < 0 || self->start_minute >= now);
}

char *
asy_reminder_dup_title (const AsyReminder *self)
{
  g_autofree char *time = NULL;

  switch (self->kind)
    {
    case ASY_REMINDER_VISITS:
      time = asy_text_time (self->start_minute);
      /* Translators: %s is a time of day. */
      return self->n_visits == 1 ? g_strdup_printf (_("Visit at %s"), time)
                                 : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u visit at %s", "%u visits at %s", self->n_visits), self->n_visits, time);
    case ASY_REMINDER_DEADLINES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u deadline ends today", "%u deadlines end today", self->n_due), self->n_due);
    case ASY_REMINDER_DIGEST:
    default:
      return g_strdup (_("Your day"));
    }
}

/* The numbers of the day that are not nothing. */
static char *
dup_numbers (const AsyReminder *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (self->n_visits > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u visit", "%u visits", self->n_visits), self->n_visits));
  if (self->n_due > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u deadline today", "%u deadlines today", self->n_due), self->n_due));
  if (self->n_late > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u matter overdue", "%u matters overdue", self->n_late), self->n_late));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

char *
asy_reminder_dup_body (const AsyReminder *self)
{
  return self->kind == ASY_REMINDER_DIGEST ? dup_numbers (self) : g_strdup (_("Details are in Asysta."));
}
