/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-hours.h"
#include "calendar/asy-work-time-forms.h"
#include "model/asy-family-file.h"
#include "store/asy-work-time.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-rows.h"
#include "ui/asy-time-row.h"
#include "ui/asy-words.h"

static GtkWidget *
add_group (AsyForm *form, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  asy_form_add_group (form, group);
  return group;
}

static void
add (AsyForm *form, GtkWidget *group, guint field, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, asy_form_get_record (form, 0), field, row));
}

/* Hours. */

static gpointer
save_hours_job (AsySession *session, gpointer request, GError **error)
{
  return asy_work_hours_save (session, request, error) ? ASY_STORE_DONE : NULL;
}

static char *
check_hours (AsyForm *form, gpointer user_data)
{
  AsyWorkHours *hours = asy_form_get_record (form, 0);
  int start, end;

  if (asy_work_hours_get_from_day (hours) == ASY_DAY_NONE)
    return g_strdup (_("Say from what day the hours hold"));
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      const char *text = asy_record_get_text (ASY_RECORD (hours), ASY_WORK_HOURS_FIELD (weekday));

      if (text != NULL && !asy_hours_parse (text, &start, &end))
        return g_strdup (_("Type hours like 8–16 or 7:30–15:30; leave a day without work empty"));
    }
  return NULL;
}

/* When the cursor leaves, hours are written as they are kept. */
static void
on_hours_left_cb (GtkEventControllerFocus *focus, gpointer user_data)
{
  GtkEditable *row = user_data;
  g_autofree char *stored = NULL;
  int start, end;

  if (!asy_hours_parse (gtk_editable_get_text (row), &start, &end))
    return;
  stored = asy_hours_format (start, end);
  if (g_strcmp0 (stored, gtk_editable_get_text (row)) != 0)
    gtk_editable_set_text (row, stored);
}

static GtkWidget *
new_hours_row (void)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (on_hours_left_cb), row);
  gtk_widget_add_controller (row, focus);
  return row;
}

AsyWorkHours *
asy_work_hours_new_usual (gint64 worker_id, AsyDay from)
{
  AsyWorkHours *hours = asy_work_hours_new ();

  asy_work_hours_set_worker_id (hours, worker_id);
  asy_work_hours_set_from_day (hours, from);
  for (int weekday = 1; weekday <= 5; weekday++)
    asy_record_set_text (ASY_RECORD (hours), ASY_WORK_HOURS_FIELD (weekday), "08:00-16:00");
  return hours;
}

void
asy_work_hours_form_open (AsyContext *context, AsyWorkHours *hours)
{
  AsyForm *form = asy_form_new (context, _("Hours of Work"));
  GtkWidget *when, *days;

  (void) asy_form_add_record (form, hours);
  when = add_group (form, NULL);
  add (form, when, ASY_WORK_HOURS_FROM_DAY, asy_date_row_new (""));
  days = add_group (form, _("Hours in which visits can be planned. In task-based time the office sets no clock hours (art. 140 KP): "
                            "note what was agreed with the assistant."));
  for (int weekday = 1; weekday <= 7; weekday++)
    add (form, days, ASY_WORK_HOURS_FIELD (weekday), new_hours_row ());
  asy_form_add_check (form, check_hours, NULL);
  asy_form_set_job (form, save_hours_job);
  asy_form_set_draft (form, "work_hours");
  asy_form_present (form);
}

/* Absences. */

static gpointer
save_absence_job (AsySession *session, gpointer request, GError **error)
{
  return asy_absence_save (session, request, error) ? ASY_STORE_DONE : NULL;
}

static char *
check_absence (AsyForm *form, gpointer user_data)
{
  AsyAbsence *absence = asy_form_get_record (form, 0);

  if (asy_absence_get_from_day (absence) == ASY_DAY_NONE || asy_absence_get_until_day (absence) == ASY_DAY_NONE)
    return g_strdup (_("Give the first and the last day of the absence"));
  if (asy_absence_get_until_day (absence) < asy_absence_get_from_day (absence))
    return g_strdup (_("The absence ends before it begins"));
  return NULL;
}

static GtkWidget *
new_kind_row (void)
{
  GtkWidget *row = asy_choice_row_new ("");

  for (int kind = 0; asy_absence_kind_nicks[kind] != NULL; kind++)
    asy_choice_row_append (ASY_CHOICE_ROW (row), asy_absence_kind_nicks[kind], asy_absence_kind_get_label ((AsyAbsenceKind) kind), NULL);
  return row;
}

static GtkWidget *
new_substitute_row (GPtrArray *workers, gint64 absent_id)
{
  GtkWidget *row = asy_choice_row_new ("");

  asy_choice_row_append_none (ASY_CHOICE_ROW (row), _("Nobody yet"));
  for (guint i = 0; i < workers->len; i++)
    {
      const gint64 id = asy_record_get_id (workers->pdata[i]);
      g_autofree char *name = asy_worker_dup_full_name (workers->pdata[i]);

      if (id != absent_id)
        asy_choice_row_append_id (ASY_CHOICE_ROW (row), id, name, NULL);
    }
  return row;
}

void
asy_absence_form_open (AsyContext *context, AsyAbsence *absence, GPtrArray *workers)
{
  AsyForm *form = asy_form_new (context, _("Absence"));
  GtkWidget *group;

  (void) asy_form_add_record (form, absence);
  group = add_group (form, NULL);
  add (form, group, ASY_ABSENCE_KIND, new_kind_row ());
  add (form, group, ASY_ABSENCE_FROM_DAY, asy_date_row_new (""));
  add (form, group, ASY_ABSENCE_UNTIL_DAY, asy_date_row_new (""));
  add (form, group, ASY_ABSENCE_SUBSTITUTE_ID, new_substitute_row (workers, asy_absence_get_worker_id (absence)));
  add (form, group, ASY_ABSENCE_NOTE, adw_entry_row_new ());
  asy_form_add_check (form, check_absence, NULL);
  asy_form_set_job (form, save_absence_job);
  asy_form_set_draft (form, "absence");
  asy_form_allow_unchanged (form);
  asy_form_present (form);
}

/* The rota. */

static gpointer
save_shift_job (AsySession *session, gpointer request, GError **error)
{
  return asy_duty_shift_save (session, request, error) ? ASY_STORE_DONE : NULL;
}

static char *
check_shift (AsyForm *form, gpointer user_data)
{
  AsyDutyShift *shift = asy_form_get_record (form, 0);

  if (asy_duty_shift_get_day (shift) == ASY_DAY_NONE)
    return g_strdup (_("Give the day of the shift"));
  if (asy_duty_shift_get_start_minute (shift) < 0)
    return g_strdup (_("Say when the shift begins"));
  if (asy_duty_shift_get_minutes (shift) <= 0)
    return g_strdup (_("Give the length of the shift"));
  return NULL;
}

void
asy_duty_shift_form_open (AsyContext *context, AsyDutyShift *shift)
{
  AsyForm *form = asy_form_new (context, _("Shift of the Duty Rota"));
  GtkWidget *group;

  (void) asy_form_add_record (form, shift);
  group = add_group (form, _("Hours in which the assistant can be called; they may end after midnight."));
  add (form, group, ASY_DUTY_SHIFT_DAY, asy_date_row_new (""));
  add (form, group, ASY_DUTY_SHIFT_START_MINUTE, asy_time_row_new ("", FALSE));
  add (form, group, ASY_DUTY_SHIFT_MINUTES, asy_time_row_new ("", TRUE));
  add (form, group, ASY_DUTY_SHIFT_NOTE, adw_entry_row_new ());
  asy_form_add_check (form, check_shift, NULL);
  asy_form_set_job (form, save_shift_job);
  asy_form_set_draft (form, "duty_shift");
  asy_form_allow_unchanged (form);
  asy_form_present (form);
}
