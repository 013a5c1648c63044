/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include "base/asy-text.h"
#include "ui/asy-format.h"
#include "ui/asy-time-row.h"

#define STEP_MINUTES 15
#define MINUTES_A_DAY (24 * 60)

struct _AsyTimeRow
{
  AdwEntryRow parent_instance;

  int minutes;                  /* -1: none */
  gboolean duration;
  gboolean required;
  gboolean is_garbled;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (AsyTimeRow, asy_time_row, ADW_TYPE_ENTRY_ROW)

enum { PROP_0, PROP_MINUTES, PROP_VALID, PROP_DURATION, PROP_REQUIRED, N_PROPS };
static GParamSpec *properties[N_PROPS];

int
asy_time_row_get_minutes (AsyTimeRow *self)
{
  g_return_val_if_fail (ASY_IS_TIME_ROW (self), -1);

  return self->minutes;
}

gboolean
asy_time_row_get_valid (AsyTimeRow *self)
{
  g_return_val_if_fail (ASY_IS_TIME_ROW (self), FALSE);

  return !self->is_garbled && (!self->required || self->minutes >= 0);
}

static void
take (AsyTimeRow *self, int minutes, gboolean is_garbled)
{
  gboolean was_valid = asy_time_row_get_valid (self);
  gboolean changed = self->minutes != minutes;

  self->minutes = minutes;
  self->is_garbled = is_garbled;
  if (is_garbled)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               is_garbled ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINUTES]);
  if (was_valid != asy_time_row_get_valid (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

static void
write_text (AsyTimeRow *self)
{
  g_autofree char *text = NULL;

  if (self->minutes < 0)
    text = g_strdup ("");
  else
    text = self->duration ? asy_format_duration (self->minutes) : asy_text_time (self->minutes);
  self->setting = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->setting = FALSE;
}

void
asy_time_row_set_minutes (AsyTimeRow *self, int minutes)
{
  g_return_if_fail (ASY_IS_TIME_ROW (self));

  minutes = CLAMP (minutes, -1, MINUTES_A_DAY);
  if (self->minutes == minutes && !self->is_garbled)
    return;
  take (self, minutes, FALSE);
  write_text (self);
}

static void
on_changed_cb (AsyTimeRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  int minutes = -1;
  gboolean ok;

  if (self->setting)
    return;
  ok = *text == '\0' || (self->duration ? asy_parse_duration (text, &minutes) : asy_parse_time (text, &minutes));
  take (self, ok ? minutes : -1, !ok);
}

static void
on_left_cb (AsyTimeRow *self)
{
  if (!self->is_garbled)
    write_text (self);
}

static gboolean
step (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  AsyTimeRow *self = ASY_TIME_ROW (widget);
  int minutes, direction;

  g_variant_get (args, "(i)", &direction);
  if (self->minutes < 0)
    return TRUE;
  minutes = (self->minutes + direction * STEP_MINUTES) / STEP_MINUTES * STEP_MINUTES;
  asy_time_row_set_minutes (self, CLAMP (minutes, 0, MINUTES_A_DAY - STEP_MINUTES));
  return TRUE;
}

GtkWidget *
asy_time_row_new (const char *title, gboolean duration)
{
  return g_object_new (ASY_TYPE_TIME_ROW, "title", title, "duration", duration, NULL);
}

static void
asy_time_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AsyTimeRow *self = ASY_TIME_ROW (object);

  switch (prop_id)
    {
    case PROP_MINUTES:
      g_value_set_int (value, self->minutes);
      break;
    case PROP_VALID:
      g_value_set_boolean (value, asy_time_row_get_valid (self));
      break;
    case PROP_DURATION:
      g_value_set_boolean (value, self->duration);
      break;
    case PROP_REQUIRED:
      g_value_set_boolean (value, self->required);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asy_time_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AsyTimeRow *self = ASY_TIME_ROW (object);

  switch (prop_id)
    {
    case PROP_MINUTES:
      asy_time_row_set_minutes (self, g_value_get_int (value));
      break;
    case PROP_DURATION:
      self->duration = g_value_get_boolean (value);
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
asy_time_row_class_init (AsyTimeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = asy_time_row_get_property;
  object_class->set_property = asy_time_row_set_property;

  properties[PROP_MINUTES] = g_param_spec_int ("minutes", NULL, NULL, -1, MINUTES_A_DAY, -1, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DURATION] = g_param_spec_boolean ("duration", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK, step, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK, step, "(i)", -1);
}

static void
asy_time_row_init (AsyTimeRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->minutes = -1;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  g_signal_connect (self, "changed", G_CALLBACK (on_changed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (on_left_cb), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self))), focus);
}
