/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/asy-reminder-group.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-format.h"
#include "ui/asy-rows.h"
#include "ui/asy-time-row.h"

struct _AsyReminderGroup
{
  AdwPreferencesGroup parent_instance;

  GSettings *settings;          /* owned */

  /* template children, borrowed */
  AsySwitchRow *digest_row;
  AsyTimeRow *digest_time_row;
  AsyChoiceRow *visits_row;
  AsyChoiceRow *lead_row;
  AsySwitchRow *deadlines_row;
  AsyTimeRow *deadlines_time_row;
};

G_DEFINE_FINAL_TYPE (AsyReminderGroup, asy_reminder_group, ADW_TYPE_PREFERENCES_GROUP)

static const int leads[] = { 5, 10, 15, 30, 60 };

static void
on_time_changed_cb (AsyReminderGroup *self, GParamSpec *pspec, AsyTimeRow *row)
{
  const int minutes = asy_time_row_get_minutes (row);

  if (self->settings != NULL && asy_time_row_get_valid (row) && minutes >= 0)
    g_settings_set_int (self->settings, row == self->digest_time_row ? "remind-digest-minute" : "remind-deadlines-minute", minutes);
}

static void
on_visits_chosen_cb (AsyReminderGroup *self)
{
  const char *code = asy_choice_row_get_code (self->visits_row);

  g_settings_set_string (self->settings, "remind-visits", code);
  gtk_widget_set_visible (GTK_WIDGET (self->lead_row), !g_str_equal (code, "none"));
}

static void
on_lead_chosen_cb (AsyReminderGroup *self)
{
  gint64 minutes = 0;

  if (g_ascii_string_to_signed (asy_choice_row_get_code (self->lead_row), 10, 0, 240, &minutes, NULL))
    g_settings_set_int (self->settings, "remind-visits-lead", (int) minutes);
}

static void
fill_visits (AsyReminderGroup *self, AsyUser *user)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "remind-visits");

  asy_choice_row_append (self->visits_row, "none", _("No"), NULL);
  if ((user != NULL && asy_user_get_worker_id (user) != 0) || g_str_equal (chosen, "own"))
    asy_choice_row_append (self->visits_row, "own", _("My own"), NULL);
  asy_choice_row_append (self->visits_row, "team", _("Of the whole team"), NULL);
  asy_choice_row_set_code (self->visits_row, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->lead_row), !g_str_equal (chosen, "none"));
}

static void
append_lead (AsyReminderGroup *self, int minutes)
{
  g_autofree char *code = g_strdup_printf ("%d", minutes);
  g_autofree char *label = asy_format_duration (minutes);

  asy_choice_row_append (self->lead_row, code, label, NULL);
}

static void
fill_lead (AsyReminderGroup *self)
{
  const int now = g_settings_get_int (self->settings, "remind-visits-lead");
  g_autofree char *code = g_strdup_printf ("%d", now);
  gboolean is_listed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      append_lead (self, leads[i]);
      is_listed = is_listed || leads[i] == now;
    }
  if (!is_listed)
    append_lead (self, now);
  asy_choice_row_set_code (self->lead_row, code);
}

void
asy_reminder_group_set (AsyReminderGroup *self, GSettings *settings, AsyUser *user)
{
  g_return_if_fail (ASY_IS_REMINDER_GROUP (self));
  g_return_if_fail (G_IS_SETTINGS (settings) && self->settings == NULL);

  asy_time_row_set_minutes (self->digest_time_row, g_settings_get_int (settings, "remind-digest-minute"));
  asy_time_row_set_minutes (self->deadlines_time_row, g_settings_get_int (settings, "remind-deadlines-minute"));
  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "remind-digest", self->digest_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "remind-digest", self->digest_time_row, "visible", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "remind-deadlines", self->deadlines_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "remind-deadlines", self->deadlines_time_row, "visible", G_SETTINGS_BIND_GET);
  fill_visits (self, user);
  fill_lead (self);
}

static void
asy_reminder_group_dispose (GObject *object)
{
  AsyReminderGroup *self = ASY_REMINDER_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASY_TYPE_REMINDER_GROUP);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (asy_reminder_group_parent_class)->dispose (object);
}

static void
asy_reminder_group_class_init (AsyReminderGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_reminder_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/app/asy-reminder-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyReminderGroup, digest_row);
  gtk_widget_class_bind_template_child (widget_class, AsyReminderGroup, digest_time_row);
  gtk_widget_class_bind_template_child (widget_class, AsyReminderGroup, visits_row);
  gtk_widget_class_bind_template_child (widget_class, AsyReminderGroup, lead_row);
  gtk_widget_class_bind_template_child (widget_class, AsyReminderGroup, deadlines_row);
  gtk_widget_class_bind_template_child (widget_class, AsyReminderGroup, deadlines_time_row);
  gtk_widget_class_bind_template_callback (widget_class, on_time_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_visits_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_lead_chosen_cb);
}

static void
asy_reminder_group_init (AsyReminderGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
