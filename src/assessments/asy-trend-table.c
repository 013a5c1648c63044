/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-assessments"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "assessments/asy-trend-table.h"
#include "model/asy-area-series.h"
#include "ui/asy-format.h"
#include "ui/asy-words.h"

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const AsyDay left = *(const AsyDay *) a;
  const AsyDay right = *(const AsyDay *) b;

  return left < right ? -1 : left > right;
}

/* Every day once, oldest first. */
static GArray *
list_days (GPtrArray *series)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (AsyDay));
  GArray *days = g_array_new (FALSE, FALSE, sizeof (AsyDay));

  for (guint i = 0; i < series->len; i++)
    {
      const AsyAreaSeries *one = series->pdata[i];

      for (guint j = 0; j < one->points->len; j++)
        g_array_append_val (all, ((const AsyAreaPoint *) one->points->pdata[j])->day);
    }
  g_array_sort (all, compare_days);
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || g_array_index (all, AsyDay, i) != g_array_index (all, AsyDay, i - 1))
      g_array_append_val (days, g_array_index (all, AsyDay, i));
  return days;
}

static GtkWidget *
new_cell (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_head (GtkGrid *grid, GArray *days)
{
  gtk_grid_attach (grid, new_cell (_ ("Work area"), "heading"), 0, 0, 1, 1);
  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *day = asy_format_day (g_array_index (days, AsyDay, i));
      GtkWidget *label = new_cell (day, "heading");

      gtk_widget_add_css_class (label, "numeric");
      gtk_grid_attach (grid, label, (int) i + 1, 0, 1, 1);
    }
}

static const AsyAreaPoint *
find_point (const AsyAreaSeries *series, AsyDay day)
{
  for (guint i = 0; i < series->points->len; i++)
    if (((const AsyAreaPoint *) series->points->pdata[i])->day == day)
      return series->points->pdata[i];
  return NULL;
}

static GtkWidget *
new_mark (const AsyAreaPoint *point, const char *area)
{
  g_autofree char *text = g_strdup_printf ("%d · %s", point->level, asy_level_get_label (point->level));
  g_autofree char *day = asy_format_day_long (point->day);
  g_autofree char *spoken = g_strdup_printf ("%s, %s: %s", area, day, asy_level_get_label (point->level));
  GtkWidget *cell = new_cell (text, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (point->note != NULL)
    gtk_widget_set_tooltip_text (cell, point->note);
  return cell;
}

static void
add_area (GtkGrid *grid, int row, const AsyAreaSeries *series, const char *name, GArray *days)
{
  GtkWidget *title = new_cell (name, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (title), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 44);
  gtk_widget_set_tooltip_text (title, name);
  gtk_grid_attach (grid, title, 0, row, 1, 1);
  for (guint i = 0; i < days->len; i++)
    {
      const AsyAreaPoint *point = find_point (series, g_array_index (days, AsyDay, i));

      gtk_grid_attach (grid, point != NULL ? new_mark (point, name) : new_cell ("–", "dim-label"), (int) i + 1, row, 1, 1);
    }
}

GtkWidget *
asy_trend_table_new (GPtrArray *series, AsyDictionary *dictionary)
{
  g_autoptr (GArray) days = list_days (series);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_top (grid, 6);
  gtk_widget_set_margin_bottom (grid, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Difficulties over the years"), -1);
  add_head (GTK_GRID (grid), days);
  for (guint i = 0; i < series->len; i++)
    {
      const AsyAreaSeries *one = series->pdata[i];

      add_area (GTK_GRID (grid), (int) i + 1, one, asy_dictionary_get_label (dictionary, ASY_DICT_WORK_AREA, one->area), days);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  return scroller;
}
