/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/asy-repo.h"
#include "today/asy-reminders.h"
#include "ui-fixture.h"
#include "ui/asy-ui.h"

#define AT(hour, minute) ((hour) * 60 + (minute))

typedef struct {
  UiFixture ui;
  GSettings *settings;
  gint64 worker_id;
  gint64 family_id;
  GString *told;
} Fixture;

static void
add_visit (Fixture *f, gint64 worker_id, AsyDay day, int start, AsyVisitState state)
{
  g_autoptr (AsyVisit) visit = asy_visit_new ();
  g_autoptr (GError) error = NULL;

  asy_visit_set_worker_id (visit, worker_id);
  asy_visit_set_family_id (visit, f->family_id);
  asy_visit_set_kind (visit, "home");
  asy_visit_set_day (visit, day);
  asy_visit_set_start_minute (visit, start);
  asy_visit_set_minutes (visit, 60);
  asy_visit_set_state (visit, state);
  asy_repo_save (f->ui.base.session, visit, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer user_data)
{
  gint64 other, case_id;

  ui_fixture_set_up (&f->ui, user_data);
  f->told = g_string_new (NULL);
  f->settings = g_settings_new (ASY_APP_ID);
  f->worker_id = store_fixture_add_worker (&f->ui.base, "Ewa", "Zmyślona");
  other = store_fixture_add_worker (&f->ui.base, "Jan", "Zmyślony");
  f->family_id = store_fixture_add_family (&f->ui.base, "Malinowscy");
  case_id = store_fixture_add_case (&f->ui.base, f->family_id, "2026-03-02");
  store_fixture_add_assignment (&f->ui.base, case_id, f->worker_id, "2026-03-16");
  add_visit (f, f->worker_id, STORE_FIXTURE_TODAY, AT (14, 0), ASY_VISIT_STATE_PLANNED);
  add_visit (f, other, STORE_FIXTURE_TODAY, AT (15, 30), ASY_VISIT_STATE_PLANNED);
  add_visit (f, other, STORE_FIXTURE_TODAY, AT (9, 0), ASY_VISIT_STATE_HELD);
  add_visit (f, f->worker_id, STORE_FIXTURE_TODAY + 1, AT (11, 0), ASY_VISIT_STATE_PLANNED);
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  static const char *const keys[] = { "remind-digest", "remind-digest-minute", "remind-visits", "remind-deadlines" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (f->settings, keys[i]);
  g_clear_object (&f->settings);
  g_string_free (f->told, TRUE);
  ui_fixture_tear_down (&f->ui, user_data);
}

static void
on_remind_cb (AsyReminders *reminders, const AsyReminder *reminder, Fixture *f)
{
  g_autofree char *title = asy_reminder_dup_title (reminder);

  g_string_append_printf (f->told, "%s;", title);
}

static AsyReminders *
watch (Fixture *f)
{
  AsyReminders *reminders;

  ui_fixture_open (&f->ui);
  reminders = asy_reminders_new (f->ui.context, f->settings);
  g_signal_connect (reminders, "remind", G_CALLBACK (on_remind_cb), f);
  asy_reminders_look (reminders);
  ui_wait_for (asy_reminders_knows_day (reminders));
  return reminders;
}

/* Moves the clock; a change that the register has told of is read first. */
static void
look_at (Fixture *f, AsyReminders *reminders, AsyDay day, int minute)
{
  asy_clock_set_fixed (f->ui.base.clock, day, minute);
  asy_reminders_look (reminders);
  ui_fixture_settle (&f->ui);
}

static void
test_digest (Fixture *f, gconstpointer user_data)
{
  AsyReminders *reminders;

  asy_clock_set_fixed (f->ui.base.clock, STORE_FIXTURE_TODAY, AT (7, 30));
  reminders = watch (f);
  look_at (f, reminders, STORE_FIXTURE_TODAY, AT (7, 59));
  g_assert_cmpstr (f->told->str, ==, "");
  look_at (f, reminders, STORE_FIXTURE_TODAY, AT (8, 0));
  g_assert_cmpstr (f->told->str, ==, "Your day;");
  look_at (f, reminders, STORE_FIXTURE_TODAY, AT (20, 0));
  g_assert_cmpstr (f->told->str, ==, "Your day;");
  /* The next morning is a day of its own. */
  look_at (f, reminders, STORE_FIXTURE_TODAY + 1, AT (8, 5));
  g_assert_cmpstr (f->told->str, ==, "Your day;Your day;");
  g_assert_finalize_object (reminders);
}

/* Whoever opens the register at noon sees the day; they are not told of the morning. */
static void
test_opened_late (Fixture *f, gconstpointer user_data)
{
  AsyReminders *reminders;

  asy_clock_set_fixed (f->ui.base.clock, STORE_FIXTURE_TODAY, AT (12, 0));
  reminders = watch (f);
  look_at (f, reminders, STORE_FIXTURE_TODAY, AT (12, 1));
  g_assert_cmpstr (f->told->str, ==, "");
  g_assert_finalize_object (reminders);
}

static void
test_visits (Fixture *f, gconstpointer user_data)
{
  AsyReminders *reminders;

  asy_clock_set_fixed (f->ui.base.clock, STORE_FIXTURE_TODAY, AT (12, 0));
  g_settings_set_string (f->settings, "remind-visits", "team");
  reminders = watch (f);
  look_at (f, reminders, STORE_FIXTURE_TODAY, AT (13, 45));
  g_assert_cmpstr (f->told->str, ==, "Visit at 14:00;");
  look_at (f, reminders, STORE_FIXTURE_TODAY, AT (15, 20));
  g_assert_cmpstr (f->told->str, ==, "Visit at 14:00;Visit at 15:30;");
  g_assert_finalize_object (reminders);
}

/* Nobody's own visits for a user who is no assistant. */
static void
test_own_visits (Fixture *f, gconstpointer user_data)
{
  AsyReminders *reminders;

  asy_clock_set_fixed (f->ui.base.clock, STORE_FIXTURE_TODAY, AT (12, 0));
  g_settings_set_string (f->settings, "remind-visits", "own");
  reminders = watch (f);
  look_at (f, reminders, STORE_FIXTURE_TODAY, AT (14, 0));
  g_assert_cmpstr (f->told->str, ==, "");
  g_assert_finalize_object (reminders);
}

/* A locked register goes on with what it knew. */
static void
test_locked (Fixture *f, gconstpointer user_data)
{
  AsyReminders *reminders;

  asy_clock_set_fixed (f->ui.base.clock, STORE_FIXTURE_TODAY, AT (12, 0));
  g_settings_set_string (f->settings, "remind-visits", "team");
  reminders = watch (f);
  asy_context_close (f->ui.context);
  asy_clock_set_fixed (f->ui.base.clock, STORE_FIXTURE_TODAY, AT (13, 50));
  asy_reminders_look (reminders);
  g_assert_cmpstr (f->told->str, ==, "Visit at 14:00;");
  /* Of another day it knows nothing. */
  asy_clock_set_fixed (f->ui.base.clock, STORE_FIXTURE_TODAY + 1, AT (11, 0));
  asy_reminders_look (reminders);
  g_assert_cmpstr (f->told->str, ==, "Visit at 14:00;");
  g_assert_finalize_object (reminders);
}

/* What is put down while nobody wants reminders is not told when they are wanted. */
static void
test_switched_on_later (Fixture *f, gconstpointer user_data)
{
  AsyReminders *reminders;

  asy_clock_set_fixed (f->ui.base.clock, STORE_FIXTURE_TODAY, AT (7, 0));
  reminders = watch (f);
  g_settings_set_boolean (f->settings, "remind-digest", FALSE);
  look_at (f, reminders, STORE_FIXTURE_TODAY, AT (10, 0));
  g_settings_set_boolean (f->settings, "remind-digest", TRUE);
  look_at (f, reminders, STORE_FIXTURE_TODAY, AT (10, 1));
  g_assert_cmpstr (f->told->str, ==, "");
  g_assert_finalize_object (reminders);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  asy_ui_init ();

#define ADD(path, func) g_test_add ("/today/reminders/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("digest", test_digest);
  ADD ("opened-late", test_opened_late);
  ADD ("visits", test_visits);
  ADD ("own-visits", test_own_visits);
  ADD ("locked", test_locked);
  ADD ("switched-on-later", test_switched_on_later);
  return g_test_run ();
}
