/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-family-tab.h"
#include "families/asy-handover-rows.h"
#include "ui/asy-format.h"
#include "ui/asy-words.h"

#define TASKS_AT_MOST 8
#define DATES_AT_MOST 6
#define VISITS_AT_MOST 3

static void
add_line (GString *text, const char *day, const char *what)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (day != NULL)
    g_string_append_printf (text, "%s · ", day);
  g_string_append (text, what);
}

static gboolean
is_open (AsyTask *task)
{
  const AsyTaskStatus status = asy_task_get_status (task);

  return status != ASY_TASK_STATUS_DONE && status != ASY_TASK_STATUS_DROPPED && status != ASY_TASK_STATUS_NOT_DONE;
}

static char *
describe_tasks (AsyFamilyData *data)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; data->file->plan != NULL && i < data->file->plan->tasks->len && n < TASKS_AT_MOST; i++)
    {
      AsyTask *task = data->file->plan->tasks->pdata[i];
      g_autofree char *day = asy_format_day (asy_task_get_until_day (task));

      if (!is_open (task) || asy_task_get_what (task) == NULL)
        continue;
      add_line (text, day, asy_task_get_what (task));
      n++;
    }
  return g_string_free (text, FALSE);
}

/* Visits that are arranged, then everything due. */
static char *
describe_dates (AsyFamilyData *data)
{
  GString *text = g_string_new (NULL);

  for (guint i = data->file->visits->len; i > 0; i--)
    {
      AsyVisit *visit = data->file->visits->pdata[i - 1];
      g_autofree char *day = asy_format_day (asy_visit_get_day (visit));

      if (asy_visit_get_state (visit) == ASY_VISIT_STATE_PLANNED && asy_visit_get_day (visit) >= data->today)
        add_line (text, day, _("visit arranged"));
    }
  for (guint i = 0; i < MIN (data->due->len, DATES_AT_MOST); i++)
    {
      const AsyDueEntry *entry = data->due->pdata[i];
      g_autofree char *day = asy_format_day (entry->deadline.due);

      add_line (text, day, asy_deadline_kind_get_label (entry->deadline.kind));
    }
  return g_string_free (text, FALSE);
}

static char *
describe_visits (AsyFamilyData *data, AsyDictionary *dictionary)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < data->file->visits->len && n < VISITS_AT_MOST; i++)
    {
      AsyVisit *visit = data->file->visits->pdata[i];
      g_autofree char *day = asy_format_day (asy_visit_get_day (visit));
      const char *course = asy_visit_get_course (visit);

      if (asy_visit_get_state (visit) != ASY_VISIT_STATE_HELD)
        continue;
      add_line (text, day, course != NULL ? course
                                          : asy_dictionary_get_label (dictionary, ASY_DICT_CONTACT, asy_visit_get_kind (visit)));
      n++;
    }
  return g_string_free (text, FALSE);
}

static const char *
find_note (AsyFamilyData *data)
{
  for (guint i = 0; i < data->file->assignments->len; i++)
    {
      const AsyAssignmentEntry *entry = data->file->assignments->pdata[i];

      if (asy_assignment_get_handover (entry->assignment) != NULL)
        return asy_assignment_get_handover (entry->assignment);
    }
  return NULL;
}

GPtrArray *
asy_handover_rows_new (AsyFamilyData *data, AsyDictionary *dictionary)
{
  GPtrArray *rows = g_ptr_array_new ();
  g_autofree char *tasks = describe_tasks (data);
  g_autofree char *dates = describe_dates (data);
  g_autofree char *visits = describe_visits (data, dictionary);

  if (find_note (data) != NULL)
    g_ptr_array_add (rows, asy_family_fact_row_new (_("Handover note"), find_note (data), NULL, 0));
  g_ptr_array_add (rows, asy_family_fact_row_new (_("Open tasks of the plan"), tasks, NULL, 0));
  g_ptr_array_add (rows, asy_family_fact_row_new (_("Next dates"), dates, NULL, 0));
  g_ptr_array_add (rows, asy_family_fact_row_new (_("Last visits"), visits, NULL, 0));
  return rows;
}
