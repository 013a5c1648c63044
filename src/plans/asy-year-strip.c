/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "plans/asy-plan-year.h"
#include "plans/asy-year-lane.h"
#include "plans/asy-year-strip.h"
#include "ui/asy-ui.h"
#include "ui/asy-wrap-box.h"

#define TITLE_WIDTH_PX 220
#define HEIGHT_MAX_PX 118
/* In a window below this height, and then no more than that. */
#define LOW_WINDOW_PX 780
#define LOW_HEIGHT_MAX_PX 62
/* Visits and terms, the last two lanes. */
#define N_FOOT 2
#define KEY_SHOWN "plan-year-shown"

struct _AsyYearStrip
{
  AdwBin parent_instance;

  AsyContext *context;
  GSettings *settings;
  AsyFamilyFile *file;          /* nullable */
  GPtrArray *lanes;             /* nullable: AsyYearLane of the rows, in their order */
  AsyYearEvents *events;        /* nullable: of events->year */
  gint64 plan_id;
  gint64 goal_id;
  int year;

  GtkLabel *heading;
  AsyYearLaneView *axis;
  GtkListBox *list;             /* goals and tasks, which scroll */
  GtkListBox *foot;             /* visits and terms, always in sight */
  GtkScrolledWindow *scroll;
  GtkWidget *legend;
  gulong height_handler;
};

G_DEFINE_FINAL_TYPE (AsyYearStrip, asy_year_strip, ADW_TYPE_BIN)

enum { GOAL_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Rows. */

static AsyYearScale
get_scale (AsyYearStrip *self, int title_width)
{
  return (AsyYearScale){ self->year, title_width, asy_context_get_today (self->context) };
}

static GtkListBoxRow *
get_row (GtkListBox *list, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) index);

  if (row != NULL)
    return row;
  gtk_list_box_append (list, asy_year_lane_view_new ());
  return gtk_list_box_get_row_at_index (list, (int) index);
}

static void
set_row (AsyYearStrip *self, guint index, const AsyYearLane *lane)
{
  const AsyYearScale scale = get_scale (self, TITLE_WIDTH_PX);
  const gboolean is_foot = lane->kind == ASY_YEAR_LANE_VISITS || lane->kind == ASY_YEAR_LANE_TERMS;
  GtkListBoxRow *row = is_foot ? get_row (self->foot, lane->kind == ASY_YEAR_LANE_TERMS ? 1 : 0) : get_row (self->list, index);
  g_autofree char *name = asy_year_lane_dup_name (lane, self->year);

  asy_year_lane_view_set (ASY_YEAR_LANE_VIEW (gtk_list_box_row_get_child (row)), lane, &scale);
  gtk_list_box_row_set_activatable (row, lane->kind == ASY_YEAR_LANE_GOAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
remove_rows_after (AsyYearStrip *self, guint n)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* @renewed: the year itself is another one, so that every lane is. */
static void
fill (AsyYearStrip *self, gboolean renewed)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->lanes);
  const AsyYearEvents *events = self->events != NULL && self->events->year == self->year ? self->events : NULL;

  self->lanes = asy_plan_year_list_lanes (self->file, events, self->goal_id, asy_context_get_today (self->context));
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const AsyYearLane *lane = g_ptr_array_index (self->lanes, i);

      if (!renewed && old != NULL && i < old->len && asy_year_lane_equal (lane, g_ptr_array_index (old, i)))
        {
          /* The row keeps what it has drawn, and borrows the lane that says the same. */
          AsyYearLane *kept = g_ptr_array_index (old, i);

          g_ptr_array_index (old, i) = g_ptr_array_index (self->lanes, i);
          g_ptr_array_index (self->lanes, i) = kept;
        }
      else
        set_row (self, i, lane);
    }
  remove_rows_after (self, self->lanes->len - N_FOOT);
}

/* Events. */

static void
on_events_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyYearStrip *self = owner;

  if (result == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  asy_year_events_free (self->events);
  self->events = result;
  if (self->file != NULL)
    fill (self, FALSE);
}

static void
ask_events (AsyYearStrip *self)
{
  AsyYearRequest *request;

  if (self->file == NULL || self->file->current == NULL || !g_settings_get_boolean (self->settings, KEY_SHOWN))
    return;
  request = g_new0 (AsyYearRequest, 1);
  request->family_id = asy_record_get_id (ASY_RECORD (self->file->family));
  request->case_id = asy_record_get_id (ASY_RECORD (self->file->current));
  request->year = self->year;
  request->today = asy_context_get_today (self->context);
  request->rules = asy_context_get_rules (self->context);
  asy_context_ask (self->context, self, "year", asy_year_events_job, request, g_free, (GDestroyNotify) asy_year_events_free, on_events_cb);
}

static void
on_changed_cb (AsyStore *store, const char *kind, gint64 id, gpointer user_data)
{
  static const char *const followed[] = { "*", "visit", "assessment", "court_request", "task", "case_file", NULL };

  if (g_strv_contains (followed, kind))
    ask_events (ASY_YEAR_STRIP (user_data));
}

/* The year. */

static void
show_year (AsyYearStrip *self, int year)
{
  const gboolean renewed = year != self->year;
  AsyYearScale scale;
  g_autofree char *text = g_strdup_printf (_("Year %d"), year);

  self->year = year;
  scale = get_scale (self, 0);
  gtk_label_set_text (self->heading, text);
  asy_year_lane_view_set (self->axis, NULL, &scale);
  fill (self, renewed);
  ask_events (self);
}

static void
step_year_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyYearStrip *self = ASY_YEAR_STRIP (widget);
  const int year = self->year + (g_str_equal (action_name, "year.next") ? 1 : -1);

  if (self->file != NULL && year >= ASY_DAY_YEAR_MIN && year < ASY_DAY_YEAR_MAX)
    show_year (self, year);
}

void
asy_year_strip_show (AsyYearStrip *self, AsyFamilyFile *file, gint64 goal_id)
{
  const gboolean has_plan = file != NULL && file->plan != NULL;
  const gint64 plan_id = has_plan ? asy_record_get_id (ASY_RECORD (file->plan->plan)) : 0;

  g_return_if_fail (ASY_IS_YEAR_STRIP (self));
  g_return_if_fail (self->context != NULL);

  if (has_plan)
    asy_family_file_ref (file);
  g_clear_pointer (&self->file, asy_family_file_unref);
  self->file = has_plan ? file : NULL;
  self->goal_id = goal_id;
  gtk_widget_set_visible (GTK_WIDGET (self), has_plan);
  if (!has_plan)
    return;
  if (plan_id == self->plan_id)
    {
      fill (self, FALSE);
      return;
    }
  self->plan_id = plan_id;
  g_clear_pointer (&self->events, asy_year_events_free);
  show_year (self, asy_plan_year_choose (file->plan->plan, asy_context_get_today (self->context)));
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  const AsyYearLane *lane = asy_year_lane_view_get_lane (ASY_YEAR_LANE_VIEW (gtk_list_box_row_get_child (row)));

  if (lane != NULL && lane->kind == ASY_YEAR_LANE_GOAL)
    g_signal_emit (user_data, signals[GOAL_ACTIVATED], 0, lane->id);
}

/* Making it. */

static GtkWidget *
new_fold_button (AsyYearStrip *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "pan-down-symbolic");
  asy_ui_set_name (button, _("Show the strip of the year"));
  g_settings_bind (self->settings, KEY_SHOWN, button, "active", G_SETTINGS_BIND_DEFAULT);
  return button;
}

static void
append_flat (GtkWidget *box, GtkWidget *button)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_head (AsyYearStrip *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *start = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_widget_set_margin_end (GTK_WIDGET (self->heading), 6);
  gtk_box_append (GTK_BOX (start), GTK_WIDGET (self->heading));
  append_flat (start, asy_icon_button_new ("go-previous-symbolic", _("The year before"), "year.previous"));
  append_flat (start, asy_icon_button_new ("go-next-symbolic", _("The year after"), "year.next"));
  append_flat (start, new_fold_button (self));
  gtk_widget_set_size_request (start, TITLE_WIDTH_PX, -1);
  gtk_widget_set_hexpand (start, FALSE);
  gtk_box_append (GTK_BOX (head), start);
  self->axis = ASY_YEAR_LANE_VIEW (asy_year_lane_view_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->axis), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->axis), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->axis));
  return head;
}

static GtkListBox *
new_list (AsyYearStrip *self, const char *name)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());

  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "asy-year");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  return list;
}

static GtkWidget *
new_lanes (AsyYearStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->scroll = GTK_SCROLLED_WINDOW (scroll);
  self->list = new_list (self, _("Year of the plan"));
  self->foot = new_list (self, _("Visits, assessments and terms of the year"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), HEIGHT_MAX_PX);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  gtk_widget_set_margin_top (GTK_WIDGET (self->foot), 4);
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->foot));
  return box;
}

static GtkWidget *
new_legend (void)
{
  static const struct {
    AsyYearMarkKind kind;
    gboolean is_open;
    const char *word;
  } marks[] = {
    { ASY_YEAR_MARK_HELD, FALSE, N_("visit held") },
    { ASY_YEAR_MARK_PLANNED, TRUE, N_("visit planned") },
    { ASY_YEAR_MARK_MISSED, FALSE, N_("visit missed") },
    { ASY_YEAR_MARK_ASSESSMENT, TRUE, N_("periodic assessment") },
    { ASY_YEAR_MARK_COURT, TRUE, N_("term of the court") },
    { ASY_YEAR_MARK_TERM, TRUE, N_("another term") },
  };
  GtkWidget *box = g_object_new (ASY_TYPE_WRAP_BOX, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    asy_wrap_box_append (ASY_WRAP_BOX (box), asy_year_legend_new (marks[i].kind, marks[i].is_open, _(marks[i].word)));
  return box;
}

static void
append_foldable (AsyYearStrip *self, GtkWidget *box, GtkWidget *child)
{
  g_settings_bind (self->settings, KEY_SHOWN, child, "visible", G_SETTINGS_BIND_GET);
  gtk_box_append (GTK_BOX (box), child);
}

static void
on_shown_changed_cb (AsyYearStrip *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->axis), g_settings_get_boolean (self->settings, KEY_SHOWN));
  if (self->context != NULL)
    ask_events (self);
}

/* Room. */

static gboolean
on_height_idle_cb (gpointer user_data)
{
  AsyYearStrip *self = user_data;
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  const gboolean is_low = surface != NULL && gdk_surface_get_height (surface) < LOW_WINDOW_PX;

  gtk_scrolled_window_set_max_content_height (self->scroll, is_low ? LOW_HEIGHT_MAX_PX : HEIGHT_MAX_PX);
  gtk_widget_set_visible (self->legend, !is_low);
  return G_SOURCE_REMOVE;
}

/* Nothing may ask for another size while sizes are given out. */
static void
on_height_cb (AsyYearStrip *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_height_idle_cb, g_object_ref (self), g_object_unref);
}

static void
asy_year_strip_realize (GtkWidget *widget)
{
  AsyYearStrip *self = ASY_YEAR_STRIP (widget);

  GTK_WIDGET_CLASS (asy_year_strip_parent_class)->realize (widget);
  self->height_handler = g_signal_connect_swapped (gtk_native_get_surface (gtk_widget_get_native (widget)), "notify::height",
                                                   G_CALLBACK (on_height_cb), self);
  on_height_cb (self);
}

static void
asy_year_strip_unrealize (GtkWidget *widget)
{
  AsyYearStrip *self = ASY_YEAR_STRIP (widget);

  g_clear_signal_handler (&self->height_handler, gtk_native_get_surface (gtk_widget_get_native (widget)));
  GTK_WIDGET_CLASS (asy_year_strip_parent_class)->unrealize (widget);
}

static void
build (AsyYearStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *bin;

  gtk_widget_add_css_class (GTK_WIDGET (self), "asy-year-strip");
  gtk_box_append (GTK_BOX (box), new_head (self));
  append_foldable (self, box, new_lanes (self));
  self->legend = new_legend ();
  /* Folded by its bin, and hidden in a low window by itself. */
  bin = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (bin), self->legend);
  append_foldable (self, box, bin);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->settings, "changed::" KEY_SHOWN, G_CALLBACK (on_shown_changed_cb), self, G_CONNECT_SWAPPED);
  on_shown_changed_cb (self);
}

static void
asy_year_strip_dispose (GObject *object)
{
  AsyYearStrip *self = ASY_YEAR_STRIP (object);

  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->file, asy_family_file_unref);

  G_OBJECT_CLASS (asy_year_strip_parent_class)->dispose (object);

  /* The rows borrow them until they are gone. */
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->events, asy_year_events_free);
}

static void
asy_year_strip_class_init (AsyYearStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_year_strip_dispose;
  widget_class->realize = asy_year_strip_realize;
  widget_class->unrealize = asy_year_strip_unrealize;
  signals[GOAL_ACTIVATED] = g_signal_new ("goal-activated", ASY_TYPE_YEAR_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "year.previous", NULL, step_year_action);
  gtk_widget_class_install_action (widget_class, "year.next", NULL, step_year_action);
}

static void
asy_year_strip_init (AsyYearStrip *self)
{
  self->settings = g_settings_new (ASY_APP_ID);
  build (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
asy_year_strip_set_context (AsyYearStrip *self, AsyContext *context)
{
  g_return_if_fail (ASY_IS_YEAR_STRIP (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, 0);
}
