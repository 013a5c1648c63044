/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-calendar-pl.h"
#include "base/asy-text.h"
#include "calendar/asy-calendar-exchange.h"
#include "calendar/asy-calendar-page.h"
#include "calendar/asy-visit-forms.h"
#include "calendar/asy-week-grid.h"
#include "calendar/asy-week-layout.h"
#include "papers/asy-paper-issue.h"
#include "papers/asy-paper-source.h"
#include "seal/asy-pades.h"
#include "store/asy-visits.h"
#include "store/asy-workers.h"
#include "ui/asy-compat.h"
#include "ui/asy-format.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

/* Hour that the grid is scrolled to when it is first shown. */
#define FIRST_SHOWN_MINUTE (7 * 60)
#define DEFAULT_START_MINUTE (9 * 60)

struct _AsyCalendarPage
{
  AdwBin parent_instance;

  AsyContext *context;
  AsyWeek *week;                /* nullable until loaded */
  AsyDay monday;
  gint64 worker_id;             /* 0 until the workers are known */
  GArray *worker_ids;           /* by place in worker_choice */
  gint64 focus_visit;           /* after the next load */
  gboolean is_filling;

  /* template children */
  AdwWindowTitle *title;
  GtkDropDown *worker_choice;
  GtkListBox *families;
  GtkLabel *sum;
  GtkBox *days;
  GtkScrolledWindow *scroller;
  AsyWeekGrid *grid;
};

static void asy_calendar_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyCalendarPage, asy_calendar_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_calendar_page_page_init))

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

static void load_week (AsyCalendarPage *self);

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

/* What is to be known of a day besides its visits. */
static char *
dup_day_note (AsyCalendarPage *self, AsyDay day, guint n_entries)
{
  const char *holiday = asy_day_get_holiday (day);
  AsyWorkTime *time = self->week != NULL ? self->week->time : NULL;
  AsyAbsence *absence = time != NULL ? asy_work_time_find_absence (time, day) : NULL;
  g_autofree char *count = n_entries > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", n_entries), n_entries)
                                         : NULL;

  if (absence != NULL)
    return g_strdup (asy_absence_kind_get_label ((AsyAbsenceKind) asy_absence_get_kind (absence)));
  if (holiday != NULL)
    return g_strdup (holiday);
  if (time != NULL && asy_work_time_has_shift (time, day))
    return count != NULL ? g_strdup_printf (_ ("%s, on duty"), count) : g_strdup (_ ("on duty"));
  return g_steal_pointer (&count);
}

static GtkWidget *
new_day_head (AsyCalendarPage *self, AsyDay day)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *weekday = asy_format_weekday_short (day);
  g_autofree char *title = g_strdup_printf ("%s %d", weekday, asy_day_get_day (day));
  g_autofree char *note = NULL;
  GtkWidget *label = gtk_label_new (title);
  guint n = 0;

  for (guint i = 0; self->week != NULL && i < self->week->entries->len; i++)
    if (asy_visit_get_day (((AsyVisitEntry *) g_ptr_array_index (self->week->entries, i))->visit) == day)
      n++;
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
  if (day == asy_context_get_today (self->context))
    gtk_widget_add_css_class (label, "today");
  if (asy_day_is_off (day))
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  note = dup_day_note (self, day, n);
  if (note != NULL)
    {
      GtkWidget *caption = asy_caption_new (note);

      gtk_widget_set_halign (caption, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), caption);
    }
  return box;
}

static void
show_head (AsyCalendarPage *self)
{
  g_autofree char *first = asy_format_day_short (self->monday);
  g_autofree char *last = asy_format_day (self->monday + 6);
  g_autofree char *title = g_strdup_printf ("%s" ASY_TEXT_EN_DASH "%s", first, last);
  g_autofree char *number = g_strdup_printf (_ ("week %d"), asy_day_get_iso_week (self->monday, NULL));

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, number);
  asy_ui_clear_box (self->days);
  for (int i = 0; i < 7; i++)
    gtk_box_append (self->days, new_day_head (self, self->monday + (AsyDay) i));
}

/* A family is dragged into the week by its id. */
static GdkContentProvider *
on_drag_prepare_cb (GtkDragSource *source, double x, double y, gpointer user_data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  const gint64 *family_id = g_object_get_data (G_OBJECT (row), "family");
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_INT64, *family_id);
}

static void
make_draggable (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

static GtkWidget *
new_family_row (const AsyFamilyVisits *visits)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *name = gtk_label_new (visits->family_name);
  const int done = visits->held + visits->planned;
  g_autofree char *last_day = visits->last_on != ASY_DAY_NONE ? asy_format_day_short (visits->last_on) : NULL;
  g_autofree char *last = last_day != NULL ? g_strdup_printf (_ ("last %s"), last_day) : g_strdup (_ ("no visit yet"));
  g_autofree char *norm = g_strdup_printf (_ ("%d of %d"), done, visits->norm);
  GtkWidget *count = gtk_label_new (norm);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (texts), name);
  if (visits->district != NULL)
    gtk_box_append (GTK_BOX (texts), asy_caption_new (visits->district));
  gtk_box_append (GTK_BOX (texts), asy_caption_new (last));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_valign (count, GTK_ALIGN_START);
  asy_ui_set_meaning (count, done == 0 ? ASY_MEANING_LATE : done * 2 <= visits->norm ? ASY_MEANING_SOON : ASY_MEANING_PLAIN);
  gtk_widget_add_css_class (handle, "dim-label");
  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  make_draggable (row);
  g_object_set_data_full (G_OBJECT (row), "family", g_memdup2 (&visits->family_id, sizeof visits->family_id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, visits->family_name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, norm, -1);
  return row;
}

static void
show_side (AsyCalendarPage *self)
{
  g_autofree char *time = asy_format_duration (self->week->minutes);
  const int n = self->week->held + self->week->planned;
  g_autofree char *visits = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d visit", "%d visits", (gulong) n), n);
  g_autofree char *text = g_strdup_printf (_ ("This week: %s · %s"), visits, time);

  asy_ui_clear_list (self->families);
  for (guint i = 0; i < self->week->families->len; i++)
    {
      const AsyFamilyVisits *family = g_ptr_array_index (self->week->families, i);

      if (!asy_week_has_family (self->week, family->family_id))
        gtk_list_box_append (self->families, new_family_row (family));
    }
  gtk_label_set_text (self->sum, text);
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
  request->monday = self->monday;
  asy_context_ask (self->context, self, "week", week_job, request, g_free, week_answer_free, on_week_cb);
}

static void
on_worker_chosen_cb (AsyCalendarPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->worker_choice);

  if (self->is_filling || selected >= self->worker_ids->len)
    return;
  self->worker_id = g_array_index (self->worker_ids, gint64, selected);
  load_week (self);
}

/* Forms. */

typedef struct {
  AsyDay day;
  int minute;
  int minutes;
  gint64 family_id;
} Wish;

static AsyVisit *
new_visit (AsyCalendarPage *self, const Wish *wish, const AsyVisitAnswer *answer)
{
  AsyVisit *visit = asy_visit_new ();
  gint64 worker_id = self->worker_id;

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
begin_visit (AsyCalendarPage *self, AsyDay day, int minute, int minutes, gint64 family_id)
{
  AsyVisitRequest *request = g_new0 (AsyVisitRequest, 1);
  const Wish wish = { day, minute, minutes, family_id };

  request->family_id = family_id;
  g_object_set_data_full (G_OBJECT (self), "wish", g_memdup2 (&wish, sizeof wish), g_free);
  asy_context_ask (self->context, self, "form", asy_visit_answer_job, request, g_free, (GDestroyNotify) asy_visit_answer_free, on_new_answer_cb);
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

static void
on_open_cb (AsyCalendarPage *self, gint64 id)
{
  for (guint i = 0; i < self->week->entries->len; i++)
    {
      AsyVisit *visit = ((AsyVisitEntry *) g_ptr_array_index (self->week->entries, i))->visit;

      if (asy_record_get_id (ASY_RECORD (visit)) != id)
        continue;
      if (asy_visit_get_day (visit) == asy_context_get_today (self->context) && asy_visit_get_state (visit) == ASY_VISIT_STATE_PLANNED)
        ask_what (self, id);
      else
        open_visit (self, id, FALSE);
      return;
    }
}

/* Moving. */

typedef struct {
  AsyVisit *visit;
  AsyWeekPlace place;
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_object_unref (move->visit);
  g_free (move);
}

static gpointer
move_job (AsySession *session, gpointer data, GError **error)
{
  Move *move = data;
  const AsyWeekPlace *place = &move->place;

  return asy_visit_move (session, move->visit, 0, place->day, place->start, place->end - place->start, error) ? ASY_STORE_DONE : NULL;
}

typedef struct {
  AsyCalendarPage *page;
  gint64 visit_id;
  AsyWeekPlace place;
} Undo;

static void
undo_free (gpointer data, GClosure *closure)
{
  Undo *undo = data;

  g_object_unref (undo->page);
  g_free (undo);
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
move_visit (AsyCalendarPage *self, AsyVisit *visit, AsyWeekPlace place)
{
  Move *move = g_new0 (Move, 1);

  move->visit = asy_record_duplicate (visit);
  move->place = place;
  self->focus_visit = asy_record_get_id (ASY_RECORD (visit));
  asy_context_ask (self->context, self, NULL, move_job, move, move_free, NULL, NULL);
}

static void
on_undo_cb (gpointer data)
{
  Undo *undo = data;
  AsyVisit *visit = find_visit (undo->page, undo->visit_id);

  if (visit != NULL && undo->page->context != NULL)
    move_visit (undo->page, visit, undo->place);
}

static char *
dup_moved (const AsyWeekPlace *from, const AsyWeekPlace *place)
{
  g_autofree char *when = asy_format_day_full (place->day);
  g_autofree char *start = asy_text_time (place->start);
  g_autofree char *range = asy_text_time_range (place->start, place->end - place->start);

  if (place->end - place->start != from->end - from->start)
    return g_strdup_printf (_ ("Now %s"), range);
  return g_strdup_printf (_ ("Moved to %s, %s"), when, start);
}

/* What is in the way is not refused, but it takes a word of why. */
static void
ask_why (AsyCalendarPage *self, AsyVisit *visit, AsyWeekPlace place, const char *clash)
{
  g_autoptr (AsyVisit) moved = asy_record_duplicate (visit);

  asy_visit_set_day (moved, place.day);
  asy_visit_set_start_minute (moved, place.start);
  asy_visit_set_minutes (moved, place.end - place.start);
  asy_visit_set_clash_note (moved, NULL);
  self->focus_visit = asy_record_get_id (ASY_RECORD (visit));
  asy_visit_clash_form_open (self->context, moved, clash);
}

static void
on_place_cb (AsyCalendarPage *self, gint64 id, guint day, int start, int minutes)
{
  AsyVisit *visit = find_visit (self, id);
  const AsyWeekPlace place = { day, start, start + minutes };
  g_autofree char *text = NULL;
  g_autofree char *clash = NULL;
  Undo *undo;

  if (visit == NULL || asy_visit_get_state (visit) != ASY_VISIT_STATE_PLANNED)
    return;
  clash = asy_week_grid_dup_clash (self->grid, id, place);
  if (clash != NULL)
    {
      ask_why (self, visit, place, clash);
      return;
    }
  undo = g_new0 (Undo, 1);
  undo->page = g_object_ref (self);
  undo->visit_id = id;
  undo->place = (AsyWeekPlace){ asy_visit_get_day (visit), (int) asy_visit_get_start_minute (visit), asy_visit_get_end_minute (visit) };
  text = dup_moved (&undo->place, &place);
  move_visit (self, visit, place);
  asy_context_toast_undo (self->context, text, G_CALLBACK (on_undo_cb), undo, undo_free);
}

static AsyDay
next_free_day (AsyCalendarPage *self)
{
  const AsyDay today = asy_context_get_today (self->context);

  return self->monday > today ? self->monday : today;
}

static void
on_family_activated_cb (AsyCalendarPage *self, GtkListBoxRow *row)
{
  const gint64 *family_id = g_object_get_data (G_OBJECT (row), "family");

  begin_visit (self, next_free_day (self), DEFAULT_START_MINUTE, ASY_WEEK_VISIT_MINUTES, *family_id);
}

/* Paper. */

static gpointer
pdf_job (AsySession *session, gpointer data, GError **error)
{
  const WeekRequest *request = data;
  g_autoptr (AsyPaperSource) source = asy_paper_source_load_week (session, request->worker_id, request->monday, error);
  g_autoptr (AsyPaperData) paper = NULL;
  g_autoptr (GDateTime) now = asy_clock_now (asy_session_get_clock (session));

  if (source == NULL)
    return NULL;
  paper = asy_paper_source_fill_week (source, FALSE);
  return asy_paper_make_pdf ("week", paper, NULL, g_date_time_to_unix (now), ASY_PDFA_2B, error);
}

static void
on_pdf_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyCalendarPage *self = owner;
  g_autoptr (GBytes) pdf = result;
  g_autoptr (GError) write_error = NULL;
  GFile *file = g_object_get_data (owner, "file");
  g_autofree char *path = g_file_get_path (file);

  if (pdf == NULL)
    asy_context_show_error (self->context, GTK_WIDGET (self), error);
  else if (!asy_seal_write_file (path, pdf, &write_error))
    asy_context_show_error (self->context, GTK_WIDGET (self), write_error);
  else
    asy_context_toast (self->context, _ ("The week is saved as PDF"));
}

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyCalendarPage) self = user_data;
  g_autoptr (GFile) file = asy_ui_save_file_finish (result);
  WeekRequest *request;

  if (file == NULL || self->context == NULL)
    return;
  request = g_new0 (WeekRequest, 1);
  request->worker_id = self->worker_id;
  request->monday = self->monday;
  g_object_set_data_full (G_OBJECT (self), "file", g_object_ref (file), g_object_unref);
  asy_context_ask (self->context, self, "pdf", pdf_job, request, g_free, (GDestroyNotify) g_bytes_unref, on_pdf_cb);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.pdf", NULL };
  AsyCalendarPage *self = ASY_CALENDAR_PAGE (widget);
  const AsyFileKind kind = { _ ("PDF documents"), patterns };
  int year;
  const int week = asy_day_get_iso_week (self->monday, &year);
  g_autofree char *name = g_strdup_printf (_ ("Week %d-W%02d.pdf"), year, week);

  if (self->week != NULL)
    asy_ui_save_file_async (widget, _ ("Save the week as PDF"), &kind, NULL, name, on_file_chosen_cb, g_object_ref (self));
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyCalendarPage *self = ASY_CALENDAR_PAGE (widget);

  if (self->week != NULL)
    asy_calendar_export_begin (widget, self->worker_id, self->monday);
}

static void
work_time_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyCalendarPage *self = ASY_CALENDAR_PAGE (widget);

  if (self->week != NULL)
    asy_context_go (self->context, "show-work-time", self->worker_id, NULL);
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
  self->monday = asy_day_get_monday (day);
  load_week (self);
}

static void
previous_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  go_to (ASY_CALENDAR_PAGE (widget), ASY_CALENDAR_PAGE (widget)->monday - 7);
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  go_to (ASY_CALENDAR_PAGE (widget), ASY_CALENDAR_PAGE (widget)->monday + 7);
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
    load_week (ASY_CALENDAR_PAGE (user_data));
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
      load_week (self);
    }
  else
    return FALSE;
  return TRUE;
}

static void
asy_calendar_page_activate (AsyPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (ASY_CALENDAR_PAGE (page)->grid), GTK_DIR_TAB_FORWARD);
}

static gboolean
asy_calendar_page_print (AsyPage *page)
{
  return gtk_widget_activate_action (GTK_WIDGET (page), "calendar.print", NULL);
}

static void
asy_calendar_page_page_init (AsyPageInterface *iface)
{
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
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_CALENDAR_PAGE);
  g_clear_object (&self->context);
  g_clear_pointer (&self->week, asy_week_free);
  g_clear_pointer (&self->worker_ids, g_array_unref);

  G_OBJECT_CLASS (asy_calendar_page_parent_class)->dispose (object);
}

static void
asy_calendar_page_class_init (AsyCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_calendar_page_dispose;

  g_type_ensure (ASY_TYPE_NAV_BUTTON);
  g_type_ensure (ASY_TYPE_WEEK_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/calendar/calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, title);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, worker_choice);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, families);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, sum);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, days);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AsyCalendarPage, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_worker_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_family_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_create_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_drop_family_cb);
  gtk_widget_class_install_action (widget_class, "calendar.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "calendar.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "calendar.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "calendar.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "calendar.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "calendar.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "calendar.work-time", NULL, work_time_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "calendar.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "calendar.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "calendar.next", NULL);
}

static GtkWidget *
new_all_visited (void)
{
  GtkWidget *label = gtk_label_new (_ ("All families have a visit this week."));

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  return label;
}

static void
asy_calendar_page_init (AsyCalendarPage *self)
{
  self->worker_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_placeholder (self->families, new_all_visited ());
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
  self->monday = asy_day_get_monday (asy_context_get_today (context));
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->grid, "map", G_CALLBACK (on_mapped_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_head (self);
  load_week (self);
  return GTK_WIDGET (self);
}
