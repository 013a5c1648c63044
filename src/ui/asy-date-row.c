/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/asy-date-row.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"

struct _AsyDateRow
{
  AdwEntryRow parent_instance;

  /* children, owned by the widget tree */
  GtkWidget *weekday;
  GtkWidget *button;
  GtkCalendar *calendar;

  AsyDay day;
  gboolean required;
  gboolean is_garbled;          /* text that is no day */
  gboolean setting;             /* the row itself changes its text or its calendar */
};

G_DEFINE_FINAL_TYPE (AsyDateRow, asy_date_row, ADW_TYPE_ENTRY_ROW)

enum { PROP_0, PROP_DAY, PROP_VALID, PROP_REQUIRED, N_PROPS };
static GParamSpec *properties[N_PROPS];

AsyDay
asy_date_row_get_day (AsyDateRow *self)
{
  g_return_val_if_fail (ASY_IS_DATE_ROW (self), ASY_DAY_NONE);

  return self->day;
}

gboolean
asy_date_row_get_valid (AsyDateRow *self)
{
  g_return_val_if_fail (ASY_IS_DATE_ROW (self), FALSE);

  return !self->is_garbled && (!self->required || self->day != ASY_DAY_NONE);
}

static void
show_state (AsyDateRow *self)
{
  g_autofree char *name = asy_format_weekday_short (self->day);

  gtk_label_set_text (GTK_LABEL (self->weekday), name != NULL ? name : "");
  if (self->is_garbled)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               self->is_garbled ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
take (AsyDateRow *self, AsyDay day, gboolean is_garbled)
{
  gboolean was_valid = asy_date_row_get_valid (self);
  gboolean changed = self->day != day;

  self->day = day;
  self->is_garbled = is_garbled;
  show_state (self);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
  if (was_valid != asy_date_row_get_valid (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

static void
write_text (AsyDateRow *self)
{
  g_autofree char *text = asy_format_day (self->day);

  self->setting = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text != NULL ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : "");
  self->setting = FALSE;
}

void
asy_date_row_set_day (AsyDateRow *self, AsyDay day)
{
  g_return_if_fail (ASY_IS_DATE_ROW (self));

  if (self->day == day && !self->is_garbled)
    return;
  take (self, day, FALSE);
  write_text (self);
}

static void
on_changed_cb (AsyDateRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  AsyDay day = ASY_DAY_NONE;
  gboolean is_garbled;

  if (self->setting)
    return;
  is_garbled = *text != '\0' && !asy_parse_day (text, asy_ui_get_today (GTK_WIDGET (self)), &day);
  take (self, day, is_garbled);
}

/* What was typed in short is written out once the field is left. */
static void
on_left_cb (AsyDateRow *self)
{
  if (!self->is_garbled)
    write_text (self);
}

static void
on_day_selected_cb (AsyDateRow *self, GtkCalendar *calendar)
{
  g_autoptr (GDateTime) date = NULL;

  if (self->setting)
    return;
  date = gtk_calendar_get_date (calendar);
  asy_date_row_set_day (self, asy_day_new (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
on_popover_shown_cb (AsyDateRow *self)
{
  AsyDay day = self->day != ASY_DAY_NONE ? self->day : asy_ui_get_today (GTK_WIDGET (self));
  g_autoptr (GDateTime) date = NULL;

  if (day == ASY_DAY_NONE)
    return;
  date = g_date_time_new_local (asy_day_get_year (day), asy_day_get_month (day), asy_day_get_day (day), 12, 0, 0);
  self->setting = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->setting = FALSE;
}

static gboolean
open_calendar (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (ASY_DATE_ROW (widget)->button));
  return TRUE;
}

GtkWidget *
asy_date_row_new (const char *title)
{
  return g_object_new (ASY_TYPE_DATE_ROW, "title", title, NULL);
}

static void
asy_date_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AsyDateRow *self = ASY_DATE_ROW (object);

  switch (prop_id)
    {
    case PROP_DAY:
      g_value_set_uint (value, self->day);
      break;
    case PROP_VALID:
      g_value_set_boolean (value, asy_date_row_get_valid (self));
      break;
    case PROP_REQUIRED:
      g_value_set_boolean (value, self->required);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asy_date_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AsyDateRow *self = ASY_DATE_ROW (object);

  switch (prop_id)
    {
    case PROP_DAY:
      asy_date_row_set_day (self, g_value_get_uint (value));
      break;
    case PROP_REQUIRED:
      self->required = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, properties[PROP_REQUIRED]);
      g_object_notify_by_pspec (object, properties[PROP_VALID]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asy_date_row_class_init (AsyDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = asy_date_row_get_property;
  object_class->set_property = asy_date_row_set_property;

  properties[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT, ASY_DAY_NONE, flags);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Down, GDK_ALT_MASK, open_calendar, NULL);
}

static void
asy_date_row_init (AsyDateRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 10);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");

  self->weekday = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->weekday, "dim-label");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->weekday);

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  asy_ui_set_name (self->button, _("Choose a Day"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->button);

  g_signal_connect (self, "changed", G_CALLBACK (on_changed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (on_left_cb), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self))), focus);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected_cb), self);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_popover_shown_cb), self);
}
