/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include "app/asy-idle-lock.h"

#define LOOK_INTERVAL_S 5

struct _AsyIdleLock
{
  GObject parent_instance;

  GSettings *settings;          /* owned */
  gint64 last_input_us;         /* monotonic */
  guint source;
  int minutes_left;
};

G_DEFINE_FINAL_TYPE (AsyIdleLock, asy_idle_lock, G_TYPE_OBJECT)

enum { PROP_0, PROP_MINUTES_LEFT, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { IDLE, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
on_event_cb (AsyIdleLock *self, GdkEvent *event)
{
  static const GdkEventType inputs[] = { GDK_KEY_PRESS, GDK_BUTTON_PRESS, GDK_MOTION_NOTIFY, GDK_SCROLL, GDK_TOUCH_BEGIN, GDK_TOUCH_UPDATE };
  GdkEventType type = gdk_event_get_event_type (event);

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    if (inputs[i] == type)
      self->last_input_us = g_get_monotonic_time ();
  return GDK_EVENT_PROPAGATE;
}

/* Dialogs are windows of their own. */
static void
watch_window (AsyIdleLock *self, GtkWidget *window)
{
  GtkEventController *controller;

  if (g_object_get_data (G_OBJECT (window), "asy-idle-lock") == self)
    return;
  g_object_set_data (G_OBJECT (window), "asy-idle-lock", self);
  controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (on_event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, controller);
}

static void
on_windows_changed_cb (AsyIdleLock *self, guint position, guint removed, guint added, GListModel *windows)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      watch_window (self, window);
    }
}

static void
set_minutes_left (AsyIdleLock *self, int minutes)
{
  if (self->minutes_left == minutes)
    return;
  self->minutes_left = minutes;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINUTES_LEFT]);
}

static gboolean
on_look_cb (gpointer data)
{
  AsyIdleLock *self = data;
  gint64 limit_s = (gint64) g_settings_get_uint (self->settings, "lock-minutes") * 60;
  gint64 idle_s = (g_get_monotonic_time () - self->last_input_us) / G_USEC_PER_SEC;

  if (limit_s == 0)
    set_minutes_left (self, -1);
  else if (idle_s < limit_s)
    set_minutes_left (self, (int) ((limit_s - idle_s + 59) / 60));
  else
    {
      g_signal_emit (self, signals[IDLE], 0);
      return self->source != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

void
asy_idle_lock_start (AsyIdleLock *self)
{
  g_return_if_fail (ASY_IS_IDLE_LOCK (self));

  asy_idle_lock_stop (self);
  self->last_input_us = g_get_monotonic_time ();
  self->minutes_left = -2;
  self->source = g_timeout_add_seconds (LOOK_INTERVAL_S, on_look_cb, self);
  (void) on_look_cb (self);
}

void
asy_idle_lock_stop (AsyIdleLock *self)
{
  g_return_if_fail (ASY_IS_IDLE_LOCK (self));

  g_clear_handle_id (&self->source, g_source_remove);
}

int
asy_idle_lock_get_minutes_left (AsyIdleLock *self)
{
  g_return_val_if_fail (ASY_IS_IDLE_LOCK (self), -1);

  return self->minutes_left;
}

void
asy_idle_lock_pretend (AsyIdleLock *self, guint seconds)
{
  g_return_if_fail (ASY_IS_IDLE_LOCK (self));

  self->last_input_us -= (gint64) seconds * G_USEC_PER_SEC;
  if (self->source != 0)
    (void) on_look_cb (self);
}

AsyIdleLock *
asy_idle_lock_new (GSettings *settings)
{
  AsyIdleLock *self;
  GListModel *windows = gtk_window_get_toplevels ();

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (ASY_TYPE_IDLE_LOCK, NULL);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (windows, "items-changed", G_CALLBACK (on_windows_changed_cb), self, G_CONNECT_SWAPPED);
  on_windows_changed_cb (self, 0, 0, g_list_model_get_n_items (windows), windows);
  return self;
}

static void
asy_idle_lock_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, ASY_IDLE_LOCK (object)->minutes_left);
}

static void
asy_idle_lock_dispose (GObject *object)
{
  AsyIdleLock *self = ASY_IDLE_LOCK (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (asy_idle_lock_parent_class)->dispose (object);
}

static void
asy_idle_lock_class_init (AsyIdleLockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = asy_idle_lock_get_property;
  object_class->dispose = asy_idle_lock_dispose;

  properties[PROP_MINUTES_LEFT] = g_param_spec_int ("minutes-left", NULL, NULL, -2, G_MAXINT, -1,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[IDLE] = g_signal_new ("idle", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
asy_idle_lock_init (AsyIdleLock *self)
{
  self->minutes_left = -1;
}
