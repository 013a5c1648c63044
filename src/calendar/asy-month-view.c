/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-calendar-pl.h"
#include "base/asy-text.h"
#include "calendar/asy-month-view.h"
#include "store/asy-boards.h"
#include "store/asy-repo.h"
#include "store/asy-work-time.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"

typedef struct {
  GtkWidget *button;
  GtkLabel *number;
  GtkLabel *note;               /* a holiday, who is away */
  GtkLabel *team;
  GtkLabel *own;
  GtkLevelBar *bar;
} Cell;

struct _AsyMonthView
{
  AdwBin parent_instance;

  AsyDay first;
  Cell cells[ASY_MONTH_DAYS];   /* widgets are owned by the tree */
};

G_DEFINE_FINAL_TYPE (AsyMonthView, asy_month_view, ADW_TYPE_BIN)

enum { DAY, N_SIGNALS };
static guint signals[N_SIGNALS];

void
asy_month_free (AsyMonth *month)
{
  if (month == NULL)
    return;
  g_clear_pointer (&month->team, g_array_unref);
  g_clear_pointer (&month->own, g_array_unref);
  g_clear_pointer (&month->times, g_hash_table_unref);
  g_free (month->own_name);
  g_free (month);
}

AsyDay
asy_month_get_first (AsyDay month)
{
  return asy_day_get_monday (asy_day_new (asy_day_get_year (month), asy_day_get_month (month), 1));
}

static gboolean
load_month (AsySession *session, const AsyMonthRequest *request, AsyMonth *month, GError **error)
{
  const AsyDay first = asy_month_get_first (request->month), last = first + ASY_MONTH_DAYS - 1;
  g_autoptr (AsyWorker) worker = NULL;

  month->team = asy_board_count_days (session, 0, first, last, error);
  if (month->team != NULL)
    month->times = asy_work_time_load_all (session, first, last, error);
  if (month->times != NULL)
    month->own = request->worker_id != 0 ? asy_board_count_days (session, request->worker_id, first, last, error)
                                         : g_array_new (FALSE, FALSE, sizeof (AsyDayLoad));
  if (month->own == NULL || request->worker_id == 0)
    return month->own != NULL;
  worker = asy_repo_load (session, ASY_TYPE_WORKER, request->worker_id, error);
  month->own_name = worker != NULL ? g_strdup (asy_worker_get_given_name (worker)) : NULL;
  return worker != NULL;
}

gpointer
asy_month_job (AsySession *session, gpointer data, GError **error)
{
  const AsyMonthRequest *request = data;
  g_autoptr (AsyMonth) month = g_new0 (AsyMonth, 1);

  month->month = request->month;
  return load_month (session, request, month, error) ? g_steal_pointer (&month) : NULL;
}

static void
on_clicked_cb (GtkButton *button, gpointer user_data)
{
  AsyMonthView *self = ASY_MONTH_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (button), ASY_TYPE_MONTH_VIEW));

  g_signal_emit (self, signals[DAY], 0, (guint) (self->first + GPOINTER_TO_UINT (user_data)));
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
init_cell (Cell *cell, guint number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  cell->button = gtk_button_new ();
  cell->number = add_label (box, "heading");
  cell->note = add_label (box, "caption");
  cell->team = add_label (box, "numeric");
  cell->own = add_label (box, "caption");
  cell->bar = GTK_LEVEL_BAR (gtk_level_bar_new ());
  gtk_widget_set_halign (GTK_WIDGET (cell->number), GTK_ALIGN_START);
  gtk_widget_set_vexpand (GTK_WIDGET (cell->own), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (cell->own), GTK_ALIGN_START);
  gtk_level_bar_set_mode (cell->bar, GTK_LEVEL_BAR_MODE_CONTINUOUS);
  gtk_level_bar_add_offset_value (cell->bar, GTK_LEVEL_BAR_OFFSET_LOW, 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell->bar));
  gtk_button_set_child (GTK_BUTTON (cell->button), box);
  gtk_widget_add_css_class (cell->button, "month-day");
  gtk_widget_add_css_class (cell->button, "flat");
  g_signal_connect (cell->button, "clicked", G_CALLBACK (on_clicked_cb), GUINT_TO_POINTER (number));
}

static const AsyDayLoad *
find_load (GArray *loads, AsyDay day)
{
  static const AsyDayLoad none = { ASY_DAY_NONE, 0, 0 };

  for (guint i = 0; i < loads->len; i++)
    if (g_array_index (loads, AsyDayLoad, i).day == day)
      return &g_array_index (loads, AsyDayLoad, i);
  return &none;
}

static int
find_most (GArray *loads)
{
  int most = 1;

  for (guint i = 0; i < loads->len; i++)
    most = MAX (most, g_array_index (loads, AsyDayLoad, i).minutes);
  return most;
}

static guint
count_away (GHashTable *times, AsyDay day)
{
  GHashTableIter iter;
  gpointer time;
  guint n = 0;

  g_hash_table_iter_init (&iter, times);
  while (g_hash_table_iter_next (&iter, NULL, &time))
    n += asy_work_time_find_absence (time, day) != NULL;
  return n;
}

static char *
dup_note (GHashTable *times, AsyDay day)
{
  const guint n = count_away (times, day);

  if (asy_day_get_holiday (day) != NULL)
    return g_strdup (asy_day_get_holiday (day));
  return n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u absent", "%u absent", n), n) : NULL;
}

static char *
dup_load (const AsyDayLoad *load)
{
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", load->n), load->n);
  g_autofree char *time = asy_format_duration (load->minutes);

  return load->n > 0 ? g_strdup_printf ("%s · %s", count, time) : NULL;
}

/* As much of it as a narrow day has room for: whole hours, or the count alone. */
static char *
dup_rounded_load (const AsyDayLoad *load)
{
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", load->n), load->n);
  g_autofree char *time = asy_format_duration ((load->minutes + 30) / 60 * 60);

  return load->n > 0 ? g_strdup_printf ("%s · %s", count, time) : NULL;
}

static char *
dup_short_load (const AsyDayLoad *load)
{
  g_autofree char *time = asy_format_duration (load->minutes);

  return load->n > 0 ? g_strdup_printf ("%u · %s", load->n, time) : NULL;
}

static void
set_label (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text != NULL ? text : "") != 0)
    gtk_label_set_text (label, text != NULL ? text : "");
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
fill_cell (const Cell *cell, const AsyMonth *month, AsyDay day, AsyDay today, int most)
{
  const AsyDayLoad *team = find_load (month->team, day), *own = find_load (month->own, day);
  g_autofree char *number = g_strdup_printf ("%d", asy_day_get_day (day));
  g_autofree char *note = dup_note (month->times, day), *team_load = dup_load (team), *own_load = dup_load (own);
  g_autofree char *own_text = own_load != NULL ? g_strdup_printf ("%s: %s", month->own_name, own_load) : NULL;
  g_autofree char *team_short = dup_rounded_load (team), *own_duration = dup_short_load (own);
  g_autofree char *own_short = own_duration != NULL ? g_strdup_printf ("%s: %s", month->own_name, own_duration) : NULL;
  g_autofree char *full = asy_format_day_full (day);
  g_autofree char *name = g_strjoin (", ", full, team_load != NULL ? team_load : _("nothing planned"), note, NULL);

  set_label (cell->number, number);
  set_label (cell->note, note);
  set_label (cell->team, team_short);
  set_label (cell->own, own_short);
  gtk_level_bar_set_value (cell->bar, (double) team->minutes / most);
  gtk_widget_set_opacity (GTK_WIDGET (cell->bar), team->minutes > 0 ? 1 : 0);
  set_class (GTK_WIDGET (cell->number), "today", day == today);
  set_class (cell->button, "off", asy_day_is_off (day) || asy_day_get_weekday (day) > 5);
  set_class (cell->button, "other", asy_day_get_month (day) != asy_day_get_month (month->month));
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  own_text != NULL ? own_text : "", -1);
}

void
asy_month_view_set_month (AsyMonthView *self, const AsyMonth *month, AsyDay today)
{
  const int most = find_most (month->team);

  g_return_if_fail (ASY_IS_MONTH_VIEW (self));

  self->first = asy_month_get_first (month->month);
  for (guint i = 0; i < ASY_MONTH_DAYS; i++)
    fill_cell (&self->cells[i], month, self->first + i, today, most);
}

static void
asy_month_view_class_init (AsyMonthViewClass *klass)
{
  signals[DAY] = g_signal_new ("day", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
asy_month_view_init (AsyMonthView *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (int weekday = 0; weekday < 7; weekday++)
    {
      GtkWidget *head = asy_caption_new (asy_text_weekday (weekday + 1));

      gtk_widget_set_margin_top (head, 8);
      gtk_widget_set_margin_bottom (head, 6);
      gtk_widget_set_halign (head, GTK_ALIGN_CENTER);
      gtk_grid_attach (GTK_GRID (grid), head, weekday, 0, 1, 1);
    }
  for (guint i = 0; i < ASY_MONTH_DAYS; i++)
    {
      init_cell (&self->cells[i], i);
      gtk_widget_set_vexpand (self->cells[i].button, TRUE);
      gtk_grid_attach (GTK_GRID (grid), self->cells[i].button, (int) i % 7, 1 + (int) i / 7, 1, 1);
    }
  adw_bin_set_child (ADW_BIN (self), grid);
}
