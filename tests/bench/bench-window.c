/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of Asysta on a register, as src/main.c starts it, with marks at
 * its frames; run by city.py under tools/headless.
 *
 *     bench-window MICROSECONDS REGISTER PASSWORD start
 *     bench-window MICROSECONDS REGISTER PASSWORD work [PART]
 *
 * MICROSECONDS are g_get_monotonic_time() before exec. `start` prints what city.py
 * reads, `work` lines of BENCH. What work costs is counted in time of the
 * processor: waiting for the next frame is not a cost, and a busy machine
 * changes it little. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/asy-application.h"
#include "app/asy-search-box.h"
#include "app/asy-unlock-view.h"
#include "app/asy-window.h"
#include "bench-util.h"
#include "calendar/asy-calendar-page.h"
#include "calendar/asy-week-grid.h"
#include "families/asy-families-page.h"
#include "families/asy-family-list.h"
#include "store/asy-families.h"
#include "ui-fixture.h"

#define TODAY "2026-03-24"
#define N_CROWDED 500

static const char *password;
static gint64 began_us;
static gint64 derived_us;
static double derived_cpu_ms;
static double first_frame_ms;
static gboolean is_work;
static const char *part;        /* of the work; NULL: all of it */
static guint n_frames;
static AsyWindow *window;

/* The derivation of the key is slow on purpose; what it took is told apart. */
int __real_crypto_pwhash (unsigned char *const out, unsigned long long outlen, const char *const passwd,
                          unsigned long long passwdlen, const unsigned char *const salt, unsigned long long opslimit,
                          size_t memlimit, int alg);
int __wrap_crypto_pwhash (unsigned char *const out, unsigned long long outlen, const char *const passwd,
                          unsigned long long passwdlen, const unsigned char *const salt, unsigned long long opslimit,
                          size_t memlimit, int alg);

int
__wrap_crypto_pwhash (unsigned char *const out, unsigned long long outlen, const char *const passwd, unsigned long long passwdlen,
                      const unsigned char *const salt, unsigned long long opslimit, size_t memlimit, int alg)
{
  const gint64 start_us = g_get_monotonic_time ();
  const double start_ms = bench_get_cpu_ms (CLOCK_THREAD_CPUTIME_ID);
  const int rc = __real_crypto_pwhash (out, outlen, passwd, passwdlen, salt, opslimit, memlimit, alg);

  derived_us += g_get_monotonic_time () - start_us;
  derived_cpu_ms += bench_get_cpu_ms (CLOCK_THREAD_CPUTIME_ID) - start_ms;
  return rc;
}

static void
iterate_until_painted (void)
{
  const guint n = n_frames;

  gtk_widget_queue_draw (GTK_WIDGET (window));
  while (n_frames == n)
    g_main_context_iteration (NULL, TRUE);
}

/* A figure of a job that failed is none. */
static void
refuse_dialogs (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      {
        fprintf (stderr, "a dialog stands before the window: %s\n", adw_message_dialog_get_body (l->data));
        exit (1);
      }
}

/* Until everything that was asked for has come and is on the screen. */
static void
settle (void)
{
  AsyContext *context = asy_window_get_context (window);

  do
    {
      while (asy_context_get_busy (context) > 0)
        g_main_context_iteration (NULL, TRUE);
      iterate_until_painted ();
    }
  while (asy_context_get_busy (context) > 0);
  refuse_dialogs ();
}

/* What comes after a change: pages made when nothing else is to do, lists that follow. */
static void
rest (void)
{
  const gint64 end = g_get_monotonic_time () + 200 * 1000;

  settle ();
  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  settle ();
}

static void
go (const char *action, gint64 id)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), action, g_variant_new_int64 (id));
}

static gpointer
list_job (AsySession *session, gpointer request, GError **error)
{
  return asy_families_list (session, ASY_FAMILIES_ACTIVE, error);
}

static void
on_listed_cb (gpointer owner, gpointer result, const GError *error)
{
  g_assert_no_error (error);
  g_object_set_data_full (owner, "families", result, (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
list_families (void)
{
  asy_context_ask (asy_window_get_context (window), window, NULL, list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, on_listed_cb);
  rest ();
  return g_object_get_data (G_OBJECT (window), "families");
}

/* A family with all its pages, one after another as Alt with a number shows them. */
static void
bench_families (void)
{
  static const char *const tabs[] = { "people", "case", "plan", "visits", "assessments", "letters", "overview" };
  g_autoptr (GArray) first = bench_times_new ();
  g_autoptr (GArray) all = bench_times_new ();
  GPtrArray *families = list_families ();
  GtkWidget *page;

  go ("show-family", asy_family_row_get_id (families->pdata[0]));
  rest ();
  page = ui_find (GTK_WIDGET (window), ASY_TYPE_FAMILIES_PAGE);
  for (guint i = 0; i < 20; i++)
    {
      const gint64 id = asy_family_row_get_id (families->pdata[1 + i * 193 % (families->len - 1)]);
      const double start_ms = bench_get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID);

      go ("show-family", id);
      settle ();
      bench_times_add (first, bench_get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - start_ms);
      for (guint t = 0; t < G_N_ELEMENTS (tabs); t++)
        {
          gtk_widget_activate_action (page, "families-page.show-tab", "s", tabs[t]);
          iterate_until_painted ();
        }
      bench_times_add (all, bench_get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - start_ms);
      rest ();
    }
  bench_report_times ("window-open-a-family", first, 0.5, "<=50");
  bench_report_times ("window-open-a-family-p99", first, 0.99, "<=50");
  bench_report_times ("window-family-all-pages-shown", all, 0.5, "<=50");
}

/* One view of the calendar after another, back in time. */
static void
bench_view (const char *view, const char *name, const char *name_p99)
{
  g_autoptr (GArray) times = bench_times_new ();
  GtkWidget *page;

  go ("show-week", 1);
  rest ();
  page = ui_find (GTK_WIDGET (window), ASY_TYPE_CALENDAR_PAGE);
  g_object_set (page, "view", view, NULL);
  rest ();
  for (guint i = 0; i < 60; i++)
    {
      const double start_ms = bench_get_cpu_ms (CLOCK_THREAD_CPUTIME_ID);

      gtk_widget_activate_action (page, "calendar.previous", NULL);
      settle ();
      bench_times_add (times, bench_get_cpu_ms (CLOCK_THREAD_CPUTIME_ID) - start_ms);
    }
  bench_report_times (name, times, 0.5, "<=16");
  bench_report_times (name_p99, times, 0.99, "<=16");
}

static void
bench_week (void)
{
  bench_view ("board", "window-another-board", "window-another-board-p99");
  bench_view ("month", "window-another-month", "window-another-month-p99");
  bench_view ("week", "window-another-week", "window-another-week-p99");
}

static AsyWeek *
make_crowded_week (void)
{
  AsyWeek *week = g_new0 (AsyWeek, 1);

  week->worker = asy_worker_new ();
  week->monday = asy_day_get_monday (asy_day_from_iso (TODAY));
  week->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_visit_entry_free);
  week->families = g_ptr_array_new ();
  for (guint i = 0; i < N_CROWDED; i++)
    {
      AsyVisitEntry *entry = g_new0 (AsyVisitEntry, 1);
      const guint day = i * 7 / N_CROWDED;
      const guint number = i - (day * N_CROWDED + 6) / 7;

      entry->visit = asy_visit_new ();
      entry->family_name = g_strdup_printf ("Rodzina Zmyślona-Próbna %u", i);
      entry->district = g_strdup ("Osiedle Wymyślone");
      asy_record_set_id (ASY_RECORD (entry->visit), i + 1);
      asy_visit_set_family_id (entry->visit, i + 1);
      asy_visit_set_kind (entry->visit, "home");
      asy_visit_set_day (entry->visit, week->monday + day);
      asy_visit_set_start_minute (entry->visit, 7 * 60 + number * 10);
      asy_visit_set_minutes (entry->visit, 60);
      g_ptr_array_add (week->entries, entry);
    }
  return week;
}

/* Five hundred visits in one week, shown again and again, then laid out anew. */
static void
bench_crowded_week (void)
{
  AsyOfficeFile *office = asy_context_get_office (asy_window_get_context (window));
  GtkWidget *page = ui_find (GTK_WIDGET (window), ASY_TYPE_CALENDAR_PAGE);
  AsyWeekGrid *grid = ASY_WEEK_GRID (ui_find (page, ASY_TYPE_WEEK_GRID));
  g_autoptr (AsyWeek) week = make_crowded_week ();
  g_autoptr (GArray) shown = bench_times_new ();
  g_autoptr (GArray) frames = bench_times_new ();

  for (guint i = 0; i < 20; i++)
    {
      const double start_ms = bench_get_cpu_ms (CLOCK_THREAD_CPUTIME_ID);

      asy_week_grid_set_week (grid, week, office->dictionary, asy_day_from_iso (TODAY), 600);
      iterate_until_painted ();
      bench_times_add (shown, bench_get_cpu_ms (CLOCK_THREAD_CPUTIME_ID) - start_ms);
      rest ();
    }
  for (guint i = 0; i < 60; i++)
    {
      const double start_ms = bench_get_cpu_ms (CLOCK_THREAD_CPUTIME_ID);

      gtk_widget_queue_resize (GTK_WIDGET (grid));
      iterate_until_painted ();
      bench_times_add (frames, bench_get_cpu_ms (CLOCK_THREAD_CPUTIME_ID) - start_ms);
    }
  bench_report_times ("window-500-visits-shown", shown, 0.5, "<=16");
  bench_report_times ("window-500-visits-frame", frames, 0.99, "<=16");
  asy_week_grid_set_week (grid, NULL, NULL, ASY_DAY_NONE, -1);
}

/* Everything between a key and the painted results, the search itself too. */
static void
bench_search (void)
{
  static const char *const words[] = { "kowalska", "zurawska", "malinowa", "poradnia", "ul kwiatowa", "nsm 12" };
  g_autoptr (GArray) times = bench_times_new ();
  GtkWidget *box = ui_find (GTK_WIDGET (window), ASY_TYPE_SEARCH_BOX);
  GtkEditable *entry = GTK_EDITABLE (ui_find (box, GTK_TYPE_SEARCH_ENTRY));

  asy_search_box_begin (ASY_SEARCH_BOX (box));
  rest ();
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint n = 1; n <= strlen (words[i]); n++)
      {
        g_autofree char *typed = g_strndup (words[i], n);
        const double start_ms = bench_get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID);

        gtk_editable_set_text (entry, typed);
        settle ();
        bench_times_add (times, bench_get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - start_ms);
      }
  bench_report_times ("window-search-keystroke", times, 0.5, "-");
  bench_report_times ("window-search-keystroke-p99", times, 0.99, "<=16");
  gtk_editable_set_text (entry, "");
  rest ();
}

/* From a key in the search above the list or the wide table to the painted rows. */
static void
type_among_families (GtkEditable *entry, const char *name)
{
  static const char *const words[] = { "kowalska", "agrest", "nadrzecze", "ul brzozowa", "nsm 1", "zielinski" };
  g_autoptr (GArray) times = bench_times_new ();
  g_autofree char *worst = g_strconcat (name, "-p99", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      for (guint n = 1; n <= strlen (words[i]); n++)
        {
          g_autofree char *typed = g_strndup (words[i], n);
          const double start_ms = bench_get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID);

          gtk_editable_set_text (entry, typed);
          settle ();
          bench_times_add (times, bench_get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - start_ms);
        }
      gtk_editable_set_text (entry, "");
      rest ();
    }
  bench_report_times (name, times, 0.5, "-");
  bench_report_times (worst, times, 0.99, "<=16");
}

static void
bench_family_search (void)
{
  GtkWidget *page;
  GtkWidget *list;
  GtkEditable *entry;

  asy_window_show_page (window, "families");
  rest ();
  page = ui_find (GTK_WIDGET (window), ASY_TYPE_FAMILIES_PAGE);
  list = ui_find (page, ASY_TYPE_FAMILY_LIST);
  entry = GTK_EDITABLE (ui_find (list, GTK_TYPE_SEARCH_ENTRY));
  type_among_families (entry, "window-families-keystroke");
  gtk_widget_activate_action (page, "families-page.toggle-table", NULL);
  rest ();
  type_among_families (entry, "window-table-keystroke");
  gtk_widget_activate_action (page, "families-page.toggle-table", NULL);
  rest ();
}

static void
visit_other_pages (void)
{
  static const char *const pages[] = { "directory", "letters", "team", "today" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      asy_window_show_page (window, pages[i]);
      rest ();
    }
}

/* Every page is made and holds what it shows. */
static void
bench_memory (void)
{
  bench_report ("window-memory", bench_get_resident_megabytes (), "MB", "<=120");
}

static void
work (void)
{
  static const struct {
    const char *name;
    void (*run) (void);
  } parts[] = {
    { "families", bench_families }, { "family-search", bench_family_search }, { "week", bench_week },
    { "pages", visit_other_pages }, { "search", bench_search },               { "memory", bench_memory },
    { "crowded-week", bench_crowded_week },
  };

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  rest ();
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (part == NULL || g_str_equal (part, parts[i].name))
      parts[i].run ();
}

static gboolean
on_usable_cb (gpointer user_data)
{
  if (is_work)
    work ();
  g_application_quit (g_application_get_default ());
  return G_SOURCE_REMOVE;
}

static gboolean
on_unlock_cb (gpointer user_data)
{
  GtkWidget *view = ui_find (GTK_WIDGET (window), ASY_TYPE_UNLOCK_VIEW);
  GtkWidget *row = ui_find (view, ADW_TYPE_PASSWORD_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (row), password);
  g_signal_emit_by_name (row, "entry-activated");
  return G_SOURCE_REMOVE;
}

static void
on_after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  static gboolean is_usable;
  const double now_ms = (double) (g_get_monotonic_time () - began_us) / 1000;
  AsyContext *context = asy_window_get_context (window);

  n_frames++;
  if (n_frames == 1)
    {
      first_frame_ms = now_ms;
      g_idle_add (on_unlock_cb, NULL);
    }
  if (is_usable || context == NULL || asy_context_get_busy (context) > 0)
    return;
  is_usable = TRUE;
  refuse_dialogs ();
  if (!is_work)
    /* Thousandths of milliseconds and of megabytes: whole numbers are alike in every locale. */
    printf ("%.0f %.0f %.0f %.0f\n", first_frame_ms * 1000, now_ms * 1000 - (double) derived_us,
            (bench_get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - derived_cpu_ms) * 1000, bench_get_resident_megabytes () * 1000);
  g_idle_add (on_usable_cb, NULL);
}

static void
on_realize_cb (GtkWidget *widget)
{
  g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (on_after_paint_cb), NULL);
}

static void
on_window_added_cb (GtkApplication *application, GtkWindow *added)
{
  if (window != NULL)
    return;
  window = ASY_WINDOW (added);
  g_signal_connect_after (window, "realize", G_CALLBACK (on_realize_cb), NULL);
}

int
main (int argc, char **argv)
{
  const char *localedir = g_getenv ("ASYSTA_LOCALEDIR");
  g_autoptr (AsyApplication) application = NULL;
  char *args[] = { argv[0], (char *) "--today", (char *) TODAY, (char *) "--register", NULL, NULL };

  if (argc < 5 || argc > 6)
    return 2;
  began_us = g_ascii_strtoll (argv[1], NULL, 10);
  args[4] = argv[2];
  password = argv[3];
  is_work = g_str_equal (argv[4], "work");
  part = argv[5];
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = asy_application_new ();
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), G_N_ELEMENTS (args) - 1, args);
}
