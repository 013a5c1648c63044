/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "calendar/asy-board-grid.h"
#include "calendar/asy-calendar-exchange.h"
#include "calendar/asy-calendar-page.h"
#include "calendar/asy-calendar-paper.h"
#include "calendar/asy-day-head.h"
#include "calendar/asy-family-visits-row.h"
#include "calendar/asy-month-view.h"
#include "calendar/asy-visit-forms.h"
#include "calendar/asy-visit-moves.h"
#include "calendar/asy-visit-remove.h"
#include "calendar/asy-week-copy-form.h"
#include "calendar/asy-week-grid.h"
#include "calendar/asy-week-layout.h"
#include "model/asy-family-file.h"
#include "store/asy-boards.h"
#include "store/asy-visits.h"
#include "store/asy-workers.h"
#include "ui/asy-compat.h"
#include "ui/asy-format.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"

/* Hour that the grid is scrolled to when it is first shown. */
#define FIRST_SHOWN_MINUTE (7 * 60)
#define DEFAULT_START_MINUTE (9 * 60)

typedef enum { VIEW_WEEK, VIEW_BOARD, VIEW_DAY, VIEW_MONTH } View;

static const char *const view_names[] = { "week", "board", "day", "month" };

struct _AsyCalendarPage
{
  AdwBin parent_instance;

  AsyContext *context;
  AsyVisitMoves *moves;
  View view;
  AsyDay day;                   /* that the view shows, with its week or month */
  AsyWeek *week;                /* nullable until loaded */
  AsyBoard *board;              /* nullable until loaded */
  gint64 worker_id;             /* 0 until the workers are known */
  GArray *worker_ids;           /* by place in worker_choice */
  gint64 focus_visit;           /* after the next load */
  gboolean wants_focus;         /* the same, of the view as a whole */
  gboolean is_filling;

  /* template children */
  AdwWindowTitle *title;
  GtkDropDown *worker_choice;
  GtkDropDown *list_choice;
  GtkListBox *families;
  GtkLabel *nobody;             /* owned by the list */
  GtkLabel *sum;
  GtkBox *days;
  GtkScrolledWindow *scroller;
  AsyWeekGrid *grid;
  GtkStack *views;
  AsyBoardGrid *board_grid;
  AsyMonthView *month_view;
};

static void asy_calendar_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyCalendarPage, asy_calendar_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_calendar_page_page_init))

static AsyDay
get_monday (AsyCalendarPage *self)
{
  return asy_day_get_monday (self->day);
}

typedef struct {
  gint64 worker_id;             /* 0: the first one by name */
  AsyDay monday;
} WeekRequest;

typedef struct {
  GPtrArray *workers;
  AsyWeek *week;                /* nullable: there is no assistant yet */
} WeekAnswer;

static void
week_answer_free (gpointer data)
{
  WeekAnswer *answer = data;

  g_clear_pointer (&answer->workers, g_ptr_array_unref);
  g_clear_pointer (&answer->week, asy_week_free);
  g_free (answer);
}

static gpointer
week_job (AsySession *session, gpointer data, GError **error)
{
  const WeekRequest *request = data;
  WeekAnswer *answer = g_new0 (WeekAnswer, 1);
  gint64 worker_id = request->worker_id;

  answer->workers = asy_workers_list (session, FALSE, error);
  if (answer->workers != NULL && worker_id == 0 && answer->workers->len > 0)
    worker_id = asy_record_get_id (g_ptr_array_index (answer->workers, 0));
  if (answer->workers != NULL && worker_id != 0)
    answer->week = asy_week_load (session, worker_id, request->monday, error);
  if (answer->workers == NULL || (worker_id != 0 && answer->week == NULL))
    {
      week_answer_free (answer);
      return NULL;
    }
  return answer;
}

static void load (AsyCalendarPage *self);

/* What is worked in, without the scrolled windows around it, which take the focus themselves. */
static GtkWidget *
get_content (AsyCalendarPage *self)
{
  if (self->view == VIEW_WEEK)
    return GTK_WIDGET (self->grid);
  return self->view == VIEW_MONTH ? GTK_WIDGET (self->month_view) : GTK_WIDGET (self->board_grid);
}

/* Where it was may be gone with a visit that was deleted. */
static void
take_focus (AsyCalendarPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const gboolean is_lost = root != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) && gtk_root_get_focus (root) == NULL;

  if ((self->wants_focus || is_lost) && self->focus_visit == 0 && !gtk_widget_child_focus (get_content (self), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  self->wants_focus = FALSE;
}

static gboolean
has_workers (AsyCalendarPage *self, GPtrArray *workers)
{
  GListModel *names = gtk_drop_down_get_model (self->worker_choice);

  if (names == NULL || self->worker_ids->len != workers->len)
    return FALSE;
  for (guint i = 0; i < workers->len; i++)
    {
      g_autoptr (GtkStringObject) shown = g_list_model_get_item (names, i);
      g_autofree char *name = asy_worker_dup_full_name (workers->pdata[i]);

      if (g_array_index (self->worker_ids, gint64, i) != asy_record_get_id (workers->pdata[i]) ||
          !g_str_equal (gtk_string_object_get_string (shown), name))
        return FALSE;
    }
  return TRUE;
}

static void
select_worker (AsyCalendarPage *self)
{
  for (guint i = 0; i < self->worker_ids->len; i++)
    if (g_array_index (self->worker_ids, gint64, i) == self->worker_id)
      gtk_drop_down_set_selected (self->worker_choice, i);
}

static void
fill_workers (AsyCalendarPage *self, GPtrArray *workers)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->is_filling = TRUE;
  if (has_workers (self, workers))
    {
      select_worker (self);
      self->is_filling = FALSE;
      return;
    }
  g_array_set_size (self->worker_ids, 0);
  for (guint i = 0; i < workers->len; i++)
    {
      AsyWorker *worker = g_ptr_array_index (workers, i);
      const gint64 id = asy_record_get_id (ASY_RECORD (worker));
      g_autofree char *name = asy_worker_dup_full_name (worker);

      gtk_string_list_append (names, name);
      g_array_append_val (self->worker_ids, id);
    }
  gtk_drop_down_set_model (self->worker_choice, G_LIST_MODEL (names));
  select_worker (self);
  self->is_filling = FALSE;
}

static void
show_head (AsyCalendarPage *self)
{
  g_autofree char *first = asy_format_day_short (get_monday (self));
  g_autofree char *last = asy_format_day (get_monday (self) + 6);
  g_autofree char *title = g_strdup_printf ("%s" ASY_TEXT_EN_DASH "%s", first, last);
  g_autofree char *number = g_strdup_printf (_ ("week %d"), asy_day_get_iso_week (get_monday (self), NULL));

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, number);
  asy_ui_clear_box (self->days);
  for (int i = 0; i < 7; i++)
    gtk_box_append (self->days, asy_day_head_new (self->week, get_monday (self) + (AsyDay) i, asy_context_get_today (self->context)));
}

static void
show_side (AsyCalendarPage *self)
{
  static const char *const nothing[] = { N_ ("All families have a visit this week."), N_ ("All families have the visits agreed for this month."),
                                         N_ ("All families have a next visit.") };
  g_autofree char *time = asy_format_duration (self->week->minutes);
  const int n = self->week->held + self->week->planned;
  g_autofree char *visits = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d visit", "%d visits", (gulong) n), n);
  g_autofree char *text = g_strdup_printf (_ ("This week: %s · %s"), visits, time);

  asy_ui_clear_list (self->families);
  for (guint i = 0; i < self->week->families->len; i++)
    {
      const AsyFamilyVisits *family = g_ptr_array_index (self->week->families, i);

      if (asy_family_visits_is_listed (family, self->week, (AsyFamilyList) gtk_drop_down_get_selected (self->list_choice)))
        gtk_list_box_append (self->families, asy_family_visits_row_new (family));
    }
  gtk_label_set_text (self->nobody, _ (nothing[MIN (gtk_drop_down_get_selected (self->list_choice), G_N_ELEMENTS (nothing) - 1)]));
  gtk_label_set_text (self->sum, text);
}

static void
on_list_chosen_cb (AsyCalendarPage *self)
{
  if (self->week != NULL)
    show_side (self);
}

static void
on_week_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyCalendarPage *self = owner;
  WeekAnswer *answer = result;
  AsyWeek *last;

  if (answer == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  last = self->week;
  self->week = g_steal_pointer (&answer->week);
  if (self->week != NULL)
    {
      self->worker_id = asy_record_get_id (ASY_RECORD (self->week->worker));
      asy_week_grid_set_week (self->grid, self->week, asy_context_get_office (self->context)->dictionary,
                              asy_context_get_today (self->context), asy_clock_get_minutes (asy_context_get_clock (self->context)));
      show_side (self);
    }
  else
    asy_week_grid_set_week (self->grid, NULL, NULL, ASY_DAY_NONE, -1);
  /* Blocks borrow their visits. */
  g_clear_pointer (&last, asy_week_free);
  fill_workers (self, answer->workers);
  show_head (self);
  take_focus (self);
  if (self->focus_visit != 0)
    asy_week_grid_focus_visit (self->grid, self->focus_visit);
  self->focus_visit = 0;
  week_answer_free (answer);
}

static void
load_week (AsyCalendarPage *self)
{
  WeekRequest *request = g_new0 (WeekRequest, 1);

  request->worker_id = self->worker_id;
  request->monday = get_monday (self);
  asy_context_ask (self->context, self, "week", week_job, request, g_free, week_answer_free, on_week_cb);
}

/* The board, of a week or of one day. */

typedef struct {
  AsyDay first;
  guint n_days;
} BoardRequest;

static gpointer
board_job (AsySession *session, gpointer data, GError **error)
{
  const BoardRequest *request = data;

  return asy_board_load (session, request->first, request->n_days, error);
}

static void
show_board_title (AsyCalendarPage *self)
{
  g_autofree char *title = NULL, *subtitle = NULL;
  guint n = 0;

  for (guint i = 0; i < self->board->visits->len; i++)
    {
      const AsyBoardVisit *visit = self->board->visits->pdata[i];

      n += visit->day >= self->board->first && visit->day < self->board->first + self->board->n_days && visit->state != ASY_VISIT_STATE_MISSED;
    }
  subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", n), n);
  if (self->view == VIEW_DAY)
    title = asy_format_day_full (self->day);
  else
    {
      g_autofree char *first = asy_format_day_short (get_monday (self)), *last = asy_format_day (get_monday (self) + 6);

      title = g_strdup_printf ("%s" ASY_TEXT_EN_DASH "%s", first, last);
    }
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
on_board_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyCalendarPage *self = owner;
  AsyBoard *last = self->board;

  if (result == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  self->board = result;
  asy_board_grid_set_board (self->board_grid, self->board, asy_context_get_office (self->context)->dictionary, asy_context_get_today (self->context));
  /* Cells borrow their lanes. */
  asy_board_free (last);
  show_board_title (self);
  take_focus (self);
  if (self->focus_visit != 0)
    asy_board_grid_focus_visit (self->board_grid, self->focus_visit);
  self->focus_visit = 0;
}

/* The overview of a month. */

static void
on_month_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyCalendarPage *self = owner;
  g_autoptr (AsyMonth) month = result;
  g_autofree char *title = NULL;

  if (month == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  title = g_strdup_printf ("%s %d", asy_text_month_nominative (asy_day_get_month (month->month)), asy_day_get_year (month->month));
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, NULL);
  asy_month_view_set_month (self->month_view, month, asy_context_get_today (self->context));
  take_focus (self);
}

static void
load (AsyCalendarPage *self)
{
  const BoardRequest board = { self->view == VIEW_DAY ? self->day : get_monday (self), self->view == VIEW_DAY ? 1 : 7 };
  const AsyMonthRequest month = { self->worker_id, self->day };

  switch (self->view)
    {
    case VIEW_BOARD:
    case VIEW_DAY:
      asy_context_ask (self->context, self, "week", board_job, g_memdup2 (&board, sizeof board), g_free, (GDestroyNotify) asy_board_free, on_board_cb);
      break;
    case VIEW_MONTH:
      asy_context_ask (self->context, self, "week", asy_month_job, g_memdup2 (&month, sizeof month), g_free, (GDestroyNotify) asy_month_free, on_month_cb);
      break;
    case VIEW_WEEK:
    default:
      load_week (self);
    }
}

/* The keyboard goes on in the view that comes, unless it chose the view in the header. */
static void
note_focus (AsyCalendarPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->wants_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) &&
                      !(GTK_IS_TOGGLE_BUTTON (focus) && gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)) != NULL);
}

static void
set_view (AsyCalendarPage *self, View view)
{
  static const char *const pages[] = { "week", "board", "board", "month" };

  if (self->view != view)
    {
      self->view = view;
      g_object_notify (G_OBJECT (self), "view");
    }
  note_focus (self);
  gtk_stack_set_visible_child_name (self->views, pages[view]);
  gtk_widget_set_visible (GTK_WIDGET (self->worker_choice), view == VIEW_WEEK || view == VIEW_MONTH);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.print", view == VIEW_WEEK);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.export", view == VIEW_WEEK);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.copy-week", view == VIEW_WEEK);
  load (self);
}

static void
on_worker_chosen_cb (AsyCalendarPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->worker_choice);

  if (self->is_filling || selected >= self->worker_ids->len)
    return;
  self->worker_id = g_array_index (self->worker_ids, gint64, selected);
  load (self);
}

/* Forms. */

typedef struct {
  AsyDay day;
  int minute;
  int minutes;
  gint64 family_id;
  gint64 worker_id;
} Wish;

static AsyVisit *
new_visit (AsyCalendarPage *self, const Wish *wish, const AsyVisitAnswer *answer)
{
  AsyVisit *visit = asy_visit_new ();
  gint64 worker_id = wish->worker_id;

  if (answer->family != NULL && answer->family->assistant != NULL)
    worker_id = asy_record_get_id (ASY_RECORD (answer->family->assistant));
  asy_visit_set_worker_id (visit, worker_id);
  asy_visit_set_family_id (visit, wish->family_id);
  asy_visit_set_kind (visit, "home");
  asy_visit_set_day (visit, wish->day);
  asy_visit_set_start_minute (visit, wish->minute);
  asy_visit_set_minutes (visit, wish->minutes);
  if (answer->family != NULL)
    asy_visit_set_two_persons (visit, asy_family_file_warns (answer->family, ASY_WARNING_KIND_TWO_PERSON, wish->day));
  return visit;
}

static void
on_new_answer_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyCalendarPage *self = owner;
  AsyVisitAnswer *answer = result;
  const Wish *wish = g_object_get_data (owner, "wish");
  g_autoptr (AsyVisit) visit = NULL;

  if (answer == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  visit = new_visit (self, wish, answer);
  asy_visit_plan_form_open (self->context, visit, answer);
  asy_visit_answer_free (answer);
}

static void
begin_visit_of (AsyCalendarPage *self, gint64 worker_id, AsyDay day, int minute, int minutes, gint64 family_id)
{
  AsyVisitRequest *request = g_new0 (AsyVisitRequest, 1);
  const Wish wish = { day, minute, minutes, family_id, worker_id };

  request->family_id = family_id;
  g_object_set_data_full (G_OBJECT (self), "wish", g_memdup2 (&wish, sizeof wish), g_free);
  asy_context_ask (self->context, self, "form", asy_visit_answer_job, request, g_free, (GDestroyNotify) asy_visit_answer_free, on_new_answer_cb);
}

static void
begin_visit (AsyCalendarPage *self, AsyDay day, int minute, int minutes, gint64 family_id)
{
  begin_visit_of (self, self->worker_id, day, minute, minutes, family_id);
}

/* A planned visit that has begun is to be recorded; one of the days to come is
 * to be planned. */
static void
on_open_answer_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyCalendarPage *self = owner;
  AsyVisitAnswer *answer = result;
  const gboolean wants_record = g_object_get_data (owner, "record") != NULL;
  AsyVisit *visit;

  if (answer == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  visit = answer->visit->visit;
  if (wants_record || asy_visit_get_state (visit) != ASY_VISIT_STATE_PLANNED || asy_visit_get_day (visit) < asy_context_get_today (self->context))
    asy_visit_record_form_open (self->context, answer);
  else
    asy_visit_plan_form_open (self->context, visit, answer);
  asy_visit_answer_free (answer);
}

static void
open_visit (AsyCalendarPage *self, gint64 id, gboolean record)
{
  AsyVisitRequest *request = g_new0 (AsyVisitRequest, 1);

  request->visit_id = id;
  g_object_set_data (G_OBJECT (self), "record", GINT_TO_POINTER (record));
  asy_context_ask (self->context, self, "form", asy_visit_answer_job, request, g_free, (GDestroyNotify) asy_visit_answer_free, on_open_answer_cb);
}

static void
on_create_cb (AsyCalendarPage *self, guint day, int minute, int minutes)
{
  begin_visit (self, day, minute, minutes, 0);
}

static void
on_drop_family_cb (AsyCalendarPage *self, gint64 family_id, guint day, int minute)
{
  begin_visit (self, day, minute, ASY_WEEK_VISIT_MINUTES, family_id);
}

/* Today's visits are asked about: planned still, or over already. */
static void
on_what_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyCalendarPage) self = user_data;
  g_autofree char *answer = asy_ui_ask_finish (result);
  const gint64 *id = g_object_get_data (G_OBJECT (self), "asked");

  if (self->context != NULL && !g_str_equal (answer, "cancel"))
    open_visit (self, *id, g_str_equal (answer, "record"));
}

static void
ask_what (AsyCalendarPage *self, gint64 id)
{
  const AsyAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "change", _ ("Change the _plan"), ADW_RESPONSE_DEFAULT },
    { "record", _ ("_Record it"), ADW_RESPONSE_SUGGESTED },
  };

  g_object_set_data_full (G_OBJECT (self), "asked", g_memdup2 (&id, sizeof id), g_free);
  asy_ui_ask_async (GTK_WIDGET (self), _ ("Today's visit"), _ ("Was it held already, or does its time change?"), answers, G_N_ELEMENTS (answers),
                    "record", NULL, on_what_answered_cb, g_object_ref (self));
}

static AsyVisit *
find_visit (AsyCalendarPage *self, gint64 id)
{
  for (guint i = 0; self->week != NULL && i < self->week->entries->len; i++)
    {
      AsyVisit *visit = ((AsyVisitEntry *) g_ptr_array_index (self->week->entries, i))->visit;

      if (asy_record_get_id (ASY_RECORD (visit)) == id)
        return visit;
    }
  return NULL;
}

static void
open_or_ask (AsyCalendarPage *self, gint64 id, AsyDay day, AsyVisitState state)
{
  if (day == asy_context_get_today (self->context) && state == ASY_VISIT_STATE_PLANNED)
    ask_what (self, id);
  else
    open_visit (self, id, FALSE);
}

static void
on_open_cb (AsyCalendarPage *self, gint64 id)
{
  AsyVisit *visit = find_visit (self, id);

  if (visit != NULL)
    open_or_ask (self, id, asy_visit_get_day (visit), (AsyVisitState) asy_visit_get_state (visit));
}

static void
on_board_open_cb (AsyCalendarPage *self, gint64 id)
{
  const AsyBoardVisit *visit = self->board != NULL ? asy_board_find_visit (self->board, id) : NULL;

  if (visit != NULL)
    open_or_ask (self, id, visit->day, visit->state);
}

static void
on_board_create_cb (AsyCalendarPage *self, gint64 worker_id, guint day, int start)
{
  begin_visit_of (self, worker_id, day, start >= 0 ? start : DEFAULT_START_MINUTE, ASY_WEEK_VISIT_MINUTES, 0);
}

static void
on_show_lane_cb (AsyCalendarPage *self, gint64 worker_id)
{
  self->worker_id = worker_id;
  set_view (self, VIEW_WEEK);
}

static void
on_month_day_cb (AsyCalendarPage *self, guint day)
{
  self->day = day;
  set_view (self, VIEW_WEEK);
}

/* Moving. */

static void
on_place_cb (AsyCalendarPage *self, gint64 id, guint day, int start, int minutes)
{
  AsyVisit *visit = find_visit (self, id);
  AsyVisitStand from, to;
  g_autofree char *clash = NULL;

  if (visit == NULL || asy_visit_get_state (visit) != ASY_VISIT_STATE_PLANNED)
    return;
  from.worker_id = to.worker_id = self->worker_id;
  from.place = (AsyWeekPlace){ asy_visit_get_day (visit), (int) asy_visit_get_start_minute (visit), asy_visit_get_end_minute (visit) };
  to.place = (AsyWeekPlace){ day, start, start + minutes };
  clash = asy_week_grid_dup_clash (self->grid, id, to.place);
  self->focus_visit = id;
  asy_visit_moves_do (self->moves, id, &from, &to, NULL, clash);
}

static void
on_board_place_cb (AsyCalendarPage *self, gint64 id, gint64 worker_id, guint day, int start)
{
  const AsyBoardVisit *visit = self->board != NULL ? asy_board_find_visit (self->board, id) : NULL;
  const AsyBoardLane *lane = visit != NULL ? asy_board_find_lane (self->board, worker_id) : NULL;
  AsyVisitStand from, to;
  g_autofree char *clash = NULL, *name = NULL;

  if (lane == NULL)
    return;
  from = (AsyVisitStand){ visit->worker_id, { visit->day, visit->start, visit->start + visit->minutes } };
  to = (AsyVisitStand){ worker_id, { day, start, start + visit->minutes } };
  clash = asy_board_grid_dup_clash (self->board_grid, id, worker_id, day, start);
  name = worker_id != visit->worker_id ? asy_worker_dup_full_name (lane->worker) : NULL;
  self->focus_visit = id;
  asy_visit_moves_do (self->moves, id, &from, &to, name, clash);
}

static void
on_board_cut_cb (AsyCalendarPage *self, gint64 id)
{
  asy_context_toast (self->context, _ ("Go to the day of an assistant and press Ctrl+V to put the visit there"));
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyCalendarPage *self = ASY_CALENDAR_PAGE (widget);
  const gint64 id = asy_visit_moves_undo (self->moves);

  if (id != 0)
    self->focus_visit = id;
}

/* What was recorded is corrected in its record, not deleted. */
static void
on_remove_cb (AsyCalendarPage *self, gint64 id)
{
  AsyVisit *visit = find_visit (self, id);

  if (visit != NULL && asy_visit_get_state (visit) == ASY_VISIT_STATE_PLANNED)
    asy_visit_remove_begin (self->context, visit);
}

static AsyDay
next_free_day (AsyCalendarPage *self)
{
  const AsyDay today = asy_context_get_today (self->context);

  return get_monday (self) > today ? get_monday (self) : today;
}

static void
on_family_activated_cb (AsyCalendarPage *self, GtkListBoxRow *row)
{
  begin_visit (self, next_free_day (self), DEFAULT_START_MINUTE, ASY_WEEK_VISIT_MINUTES, asy_family_visits_row_get_family (GTK_WIDGET (row)));
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyCalendarPage *self = ASY_CALENDAR_PAGE (widget);

  if (self->week != NULL)
    asy_calendar_paper_begin (widget, self->worker_id, get_monday (self));
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyCalendarPage *self = ASY_CALENDAR_PAGE (widget);

  if (self->week != NULL)
    asy_calendar_export_begin (widget, self->worker_id, get_monday (self));
}

static void
work_time_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyCalendarPage *self = ASY_CALENDAR_PAGE (widget);

  if (self->week != NULL)
    asy_context_go (self->context, "show-work-time", self->worker_id, NULL);
}

static void
copy_week_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyCalendarPage *self = ASY_CALENDAR_PAGE (widget);

  if (self->week != NULL)
    asy_week_copy_begin (widget, self->worker_id, get_monday (self));
}

static void
import_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyCalendarPage *self = ASY_CALENDAR_PAGE (widget);

  if (self->week != NULL)
    asy_calendar_import_begin (widget, self->worker_id);
}

static void
go_to (AsyCalendarPage *self, AsyDay day)
{
  self->day = day;
  load (self);
}

/* A day, a week or a month on or back. */
static void
step (AsyCalendarPage *self, int by)
{
  const AsyDay first = asy_day_new (asy_day_get_year (self->day), asy_day_get_month (self->day), 1);

  if (self->view == VIEW_MONTH)
    go_to (self, asy_day_add_months (first, by));
  else
    go_to (self, (AsyDay) ((int) self->day + by * (self->view == VIEW_DAY ? 1 : 7)));
}

static void
previous_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  step (ASY_CALENDAR_PAGE (widget), -1);
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  step (ASY_CALENDAR_PAGE (widget), 1);
}

static void
today_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyCalendarPage *self = ASY_CALENDAR_PAGE (widget);

  go_to (self, asy_context_get_today (self->context));
}

static void
new_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyCalendarPage *self = ASY_CALENDAR_PAGE (widget);

  begin_visit (self, next_free_day (self), DEFAULT_START_MINUTE, ASY_WEEK_VISIT_MINUTES, 0);
}

static void
on_changed_cb (AsyStore *store, const char *kind, gint64 id, gpointer user_data)
{
  static const char *const followed[] = { "*", "visit", "family", "family_warning", "worker", "assignment", "work_hours", "absence", "duty_shift", NULL };

  if (g_strv_contains (followed, kind))
    load (ASY_CALENDAR_PAGE (user_data));
}

static gboolean
asy_calendar_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  AsyCalendarPage *self = ASY_CALENDAR_PAGE (page);

  if (g_str_equal (what, "new-visit") || g_str_equal (what, "plan-visit"))
    begin_visit (self, next_free_day (self), DEFAULT_START_MINUTE, ASY_WEEK_VISIT_MINUTES, id);
  else if (g_str_equal (what, "record-visit"))
    open_visit (self, id, TRUE);
  else if (g_str_equal (what, "visit"))
    open_visit (self, id, FALSE);
  else if (g_str_equal (what, "week"))
    {
      if (id != 0)
        self->worker_id = id;
      set_view (self, VIEW_WEEK);
    }
  else
    return FALSE;
  return TRUE;
}

static void
asy_calendar_page_activate (AsyPage *page)
{
  gtk_widget_child_focus (get_content (ASY_CALENDAR_PAGE (page)), GTK_DIR_TAB_FORWARD);
}

static gboolean
asy_calendar_page_print (AsyPage *page)
{
  return gtk_widget_activate_action (GTK_WIDGET (page), "calendar.print", NULL);
}

static gboolean
asy_calendar_page_go_back (AsyPage *page)
{
  AsyCalendarPage *self = ASY_CALENDAR_PAGE (page);

  return self->view == VIEW_WEEK ? asy_week_grid_move_left (self->grid) : asy_board_grid_move_left (self->board_grid);
}

static void
asy_calendar_page_page_init (AsyPageInterface *iface)
{
  iface->go_back = asy_calendar_page_go_back;
  iface->show = asy_calendar_page_show;
  iface->activate = asy_calendar_page_activate;
  iface->print = asy_calendar_page_print;
}

static void
asy_calendar_page_dispose (GObject *object)
{
  AsyCalendarPage *self = ASY_CALENDAR_PAGE (object);

  if (self->grid != NULL)
    asy_week_grid_set_week (self->grid, NULL, NULL, ASY_DAY_NONE, -1);
  if (self->board_grid != NULL)
    asy_board_grid_set_board (self->board_grid, NULL, NULL, ASY_DAY_NONE);
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_CALENDAR_PAGE);
  g_clear_object (&self->context);
  g_clear_object (&self->moves);
  g_clear_pointer (&self->week, asy_week_free);
  g_clear_pointer (&self->board, asy_board_free);
  g_clear_pointer (&self->worker_ids, g_array_unref);

  G_OBJECT_CLASS (asy_calendar_page_parent_class)->dispose (object);
}

enum { PROP_0, PROP_VIEW };

static void
asy_calendar_page_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, view_names[ASY_CALENDAR_PAGE (object)->view]);
}

static void
asy_calendar_page_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  for (guint i = 0; i < G_N_ELEMENTS (view_names); i++)
    if (g_strcmp0 (view_names[i], g_value_get_string (value)) == 0)
      set_view (ASY_CALENDAR_PAGE (object), (View) i);
}

static void
install_views (GtkWidgetClass *widget_class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (widget_class);

  object_class->get_property = asy_calendar_page_get_property;
  object_class->set_property = asy_calendar_page_set_property;
  g_object_class_install_property (object_class, PROP_VIEW,
                                   g_param_spec_string ("view", NULL, NULL, "week", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_install_property_action (widget_class, "calendar.view", "view");
  for (guint i = 0; i < G_N_ELEMENTS (view_names); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "calendar.view", "s", view_names[i]);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "calendar.undo", NULL);
}

static void
bind_board (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, views);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, board_grid);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, month_view);
  gtk_widget_class_bind_template_callback (widget_class, on_board_create_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_board_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_board_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_board_cut_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_lane_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_month_day_cb);
}

static void
asy_calendar_page_class_init (AsyCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_calendar_page_dispose;

  g_type_ensure (ASY_TYPE_NAV_BUTTON);
  g_type_ensure (ASY_TYPE_WEEK_GRID);
  g_type_ensure (ASY_TYPE_BOARD_GRID);
  g_type_ensure (ASY_TYPE_MONTH_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/calendar/calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, title);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, worker_choice);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, list_choice);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, families);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, sum);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, days);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, grid);
  bind_board (widget_class);
  install_views (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_worker_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_list_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_family_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_create_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_drop_family_cb);
  gtk_widget_class_install_action (widget_class, "calendar.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "calendar.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "calendar.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "calendar.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "calendar.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "calendar.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "calendar.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "calendar.work-time", NULL, work_time_action);
  gtk_widget_class_install_action (widget_class, "calendar.copy-week", NULL, copy_week_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "calendar.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "calendar.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "calendar.next", NULL);
}

static void
asy_calendar_page_init (AsyCalendarPage *self)
{
  self->worker_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->nobody = GTK_LABEL (asy_family_visits_nobody_new ());
  gtk_list_box_set_placeholder (self->families, GTK_WIDGET (self->nobody));
}

/* The grid starts at 6:00; the day of most offices later. */
static void
on_mapped_cb (AsyCalendarPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), (FIRST_SHOWN_MINUTE - 6 * 60) * 57 / 60.0);
}

GtkWidget *
asy_calendar_page_new (AsyContext *context)
{
  AsyCalendarPage *self = g_object_new (ASY_TYPE_CALENDAR_PAGE, NULL);

  self->context = g_object_ref (context);
  self->moves = asy_visit_moves_new (context);
  self->day = asy_context_get_today (context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->grid, "map", G_CALLBACK (on_mapped_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_head (self);
  load_week (self);
  return GTK_WIDGET (self);
}
