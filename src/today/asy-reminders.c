/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-today"

#include "config.h"

#include "store/asy-due.h"
#include "store/asy-visits.h"
#include "today/asy-reminders.h"

struct _AsyReminders
{
  GObject parent_instance;

  /* owned */
  GSettings *settings;
  AsyClock *clock;
  AsyReminderFacts *facts;      /* NULL: nothing has been read yet */

  AsyContext *context;          /* weak: gone when the register is locked */
  gboolean is_stale;            /* the register has changed */
  AsyDay told_day;
  int told_minute;              /* of that day: everything up to it has been told */
  guint source;
};

G_DEFINE_FINAL_TYPE (AsyReminders, asy_reminders, G_TYPE_OBJECT)

enum { REMIND, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Reading the day. An assistant has the deadlines of the own families, everybody else those of the office. */

typedef struct {
  gint64 worker_id;             /* of the user; 0: none */
  gboolean is_assistant;
  gboolean team;                /* visits of everybody are reminded of */
} Ask;

static void
take_visits (AsyReminderFacts *facts, const Ask *ask, GPtrArray *visits)
{
  for (guint i = 0; i < visits->len; i++)
    {
      AsyVisit *visit = ((AsyVisitEntry *) g_ptr_array_index (visits, i))->visit;
      const gboolean is_own = ask->worker_id != 0 && asy_visit_get_worker_id (visit) == ask->worker_id;
      const int start = (int) asy_visit_get_start_minute (visit);

      if (asy_visit_get_state (visit) != ASY_VISIT_STATE_PLANNED)
        continue;
      g_array_append_val (facts->starts, start);
      if (ask->team || is_own)
        g_array_append_val (facts->reminded_starts, start);
    }
}

static void
take_due (AsyReminderFacts *facts, GPtrArray *due)
{
  for (guint i = 0; i < due->len; i++)
    {
      const AsyDay day = ((AsyDueEntry *) g_ptr_array_index (due, i))->deadline.due;

      if (day < facts->day)
        facts->n_late++;
      else if (day == facts->day)
        facts->n_due++;
    }
}

static gpointer
read_job (AsySession *session, gpointer request, GError **error)
{
  const Ask *ask = request;
  const AsyDay today = asy_session_get_today (session);
  const gint64 worker_id = ask->is_assistant ? ask->worker_id : 0;
  g_autoptr (AsyReminderFacts) facts = asy_reminder_facts_new (today);
  g_autoptr (GPtrArray) visits = asy_visits_list (session, worker_id, today, today, error);
  g_autoptr (GPtrArray) due = NULL;

  if (visits == NULL)
    return NULL;
  due = asy_due_list (session, asy_rules_get_default (), today, today, worker_id, error);
  if (due == NULL)
    return NULL;
  take_visits (facts, ask, visits);
  take_due (facts, due);
  return g_steal_pointer (&facts);
}

static void
on_read_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyReminders *self = owner;

  /* The page of the day reads the same and says what is wrong. */
  if (error != NULL)
    return;
  g_clear_pointer (&self->facts, asy_reminder_facts_free);
  self->facts = result;
  asy_reminders_look (self);
}

static gboolean
is_wanted (AsyReminders *self)
{
  g_autofree char *visits = g_settings_get_string (self->settings, "remind-visits");

  return g_settings_get_boolean (self->settings, "remind-digest") || g_settings_get_boolean (self->settings, "remind-deadlines") ||
         !g_str_equal (visits, "none");
}

static void
read_day (AsyReminders *self)
{
  AsyUser *user = asy_context_get_office (self->context)->user;
  g_autofree char *visits = g_settings_get_string (self->settings, "remind-visits");
  Ask *ask;

  self->is_stale = FALSE;
  ask = g_new0 (Ask, 1);
  ask->worker_id = user != NULL ? asy_user_get_worker_id (user) : 0;
  ask->is_assistant = ask->worker_id != 0 && asy_user_get_role (user) == ASY_USER_ROLE_ASSISTANT;
  ask->team = g_str_equal (visits, "team");
  asy_context_ask (self->context, self, "reminders", read_job, ask, g_free, (GDestroyNotify) asy_reminder_facts_free, on_read_cb);
}

/* Telling. */

static AsyReminderChoice
read_choice (AsyReminders *self)
{
  g_autofree char *visits = g_settings_get_string (self->settings, "remind-visits");
  AsyReminderChoice choice = { -1, -1, -1 };

  if (g_settings_get_boolean (self->settings, "remind-digest"))
    choice.digest_minute = g_settings_get_int (self->settings, "remind-digest-minute");
  if (g_settings_get_boolean (self->settings, "remind-deadlines"))
    choice.deadline_minute = g_settings_get_int (self->settings, "remind-deadlines-minute");
  if (!g_str_equal (visits, "none"))
    choice.visit_lead = g_settings_get_int (self->settings, "remind-visits-lead");
  return choice;
}

static void
tell (AsyReminders *self, int now)
{
  const AsyReminderChoice choice = read_choice (self);
  g_autoptr (GArray) plan = asy_reminder_plan (self->facts, &choice);

  for (guint i = 0; i < plan->len; i++)
    {
      const AsyReminder *reminder = &g_array_index (plan, AsyReminder, i);

      if (asy_reminder_is_due (reminder, self->told_minute, now))
        g_signal_emit (self, signals[REMIND], 0, reminder);
    }
  self->told_minute = now;
}

void
asy_reminders_look (AsyReminders *self)
{
  AsyDay today;
  int now;

  g_return_if_fail (ASY_IS_REMINDERS (self));

  /* Whoever is told may lock the register. */
  g_object_ref (self);
  today = asy_clock_get_today (self->clock);
  now = asy_clock_get_minutes (self->clock);
  if (today != self->told_day)
    {
      self->told_day = today;
      self->told_minute = -1;
    }
  if (!is_wanted (self))
    self->told_minute = now;
  else if (self->context != NULL && (self->is_stale || !asy_reminders_knows_day (self)))
    read_day (self);
  else if (asy_reminders_knows_day (self))
    tell (self, now);
  g_object_unref (self);
}

gboolean
asy_reminders_knows_day (AsyReminders *self)
{
  g_return_val_if_fail (ASY_IS_REMINDERS (self), FALSE);

  return self->facts != NULL && self->facts->day == asy_clock_get_today (self->clock);
}

void
asy_reminder_send (const AsyReminder *reminder, GApplication *application)
{
  static const struct {
    const char *id;
    const char *page;
  } ways[] = {
    [ASY_REMINDER_DIGEST] = { "asy-digest", "today" },
    [ASY_REMINDER_VISITS] = { "asy-visits", "calendar" },
    [ASY_REMINDER_DEADLINES] = { "asy-deadlines", "today" },
  };
  g_autofree char *title = asy_reminder_dup_title (reminder);
  g_autofree char *body = asy_reminder_dup_body (reminder);
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autoptr (GIcon) icon = g_themed_icon_new (ASY_APP_ID);

  g_return_if_fail (G_IS_APPLICATION (application));

  g_notification_set_body (notification, body);
  g_notification_set_icon (notification, icon);
  g_notification_set_default_action_and_target (notification, "app.attend", "s", ways[reminder->kind].page);
  g_application_send_notification (application, ways[reminder->kind].id, notification);
}

/* Every minute on the minute; the first one comes when the window has long been drawn. */

static void wait_for_minute (AsyReminders *self);

static gboolean
on_minute_cb (gpointer data)
{
  AsyReminders *self = data;

  wait_for_minute (self);
  asy_reminders_look (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_minute (AsyReminders *self)
{
  g_autoptr (GDateTime) now = asy_clock_now (self->clock);

  self->source = g_timeout_add_seconds ((guint) (60 - g_date_time_get_second (now)), on_minute_cb, self);
}

static void
on_changed_cb (AsyReminders *self)
{
  self->is_stale = TRUE;
}

static void
on_closing_cb (AsyReminders *self)
{
  g_clear_weak_pointer (&self->context);
}

/* Who wants to be told of other things needs other facts. */
static void
on_settings_changed_cb (AsyReminders *self, const char *key)
{
  if (g_str_has_prefix (key, "remind-"))
    self->is_stale = TRUE;
}

AsyReminders *
asy_reminders_new (AsyContext *context, GSettings *settings)
{
  AsyReminders *self;

  g_return_val_if_fail (ASY_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (ASY_TYPE_REMINDERS, NULL);
  g_set_weak_pointer (&self->context, context);
  self->settings = g_object_ref (settings);
  self->clock = g_object_ref (asy_context_get_clock (context));
  self->told_day = asy_clock_get_today (self->clock);
  self->told_minute = asy_clock_get_minutes (self->clock);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed", G_CALLBACK (on_settings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "closing", G_CALLBACK (on_closing_cb), self, G_CONNECT_SWAPPED);
  wait_for_minute (self);
  return self;
}

static void
asy_reminders_dispose (GObject *object)
{
  AsyReminders *self = ASY_REMINDERS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_weak_pointer (&self->context);
  g_clear_pointer (&self->facts, asy_reminder_facts_free);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (asy_reminders_parent_class)->dispose (object);
}

static void
asy_reminders_class_init (AsyRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_reminders_dispose;

  signals[REMIND] = g_signal_new ("remind", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_POINTER);
}

static void
asy_reminders_init (AsyReminders *self)
{
  self->told_minute = -1;
}
