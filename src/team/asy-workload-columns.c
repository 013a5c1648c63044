/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-team"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "team/asy-workload-columns.h"
#include "ui/asy-family-sign.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

#define BAR_PX 110

struct _AsyWorkloadItem
{
  GObject parent_instance;

  AsyWorkloadEntry *entry;
};

G_DEFINE_FINAL_TYPE (AsyWorkloadItem, asy_workload_item, G_TYPE_OBJECT)

static void
asy_workload_item_finalize (GObject *object)
{
  asy_workload_entry_free (ASY_WORKLOAD_ITEM (object)->entry);

  G_OBJECT_CLASS (asy_workload_item_parent_class)->finalize (object);
}

static void
asy_workload_item_class_init (AsyWorkloadItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asy_workload_item_finalize;
}

static void
asy_workload_item_init (AsyWorkloadItem *self)
{
}

AsyWorkloadItem *
asy_workload_item_new (AsyWorkloadEntry *entry)
{
  AsyWorkloadItem *self = g_object_new (ASY_TYPE_WORKLOAD_ITEM, NULL);

  self->entry = entry;
  return self;
}

const AsyWorkloadEntry *
asy_workload_item_get_entry (AsyWorkloadItem *self)
{
  g_return_val_if_fail (ASY_IS_WORKLOAD_ITEM (self), NULL);

  return self->entry;
}

/* A cell: a line with a sign beside it, a bar, and a smaller line below. */

typedef struct {
  GtkLabel *line;
  GtkImage *sign;
  GtkProgressBar *bar;
  GtkLabel *caption;
} Cell;

static GtkWidget *
new_line (Cell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  cell->line = GTK_LABEL (gtk_label_new (NULL));
  cell->sign = GTK_IMAGE (gtk_image_new ());
  gtk_label_set_ellipsize (cell->line, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (cell->line, 0);
  gtk_widget_add_css_class (GTK_WIDGET (cell->line), "numeric");
  gtk_widget_set_visible (GTK_WIDGET (cell->sign), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell->line));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell->sign));
  return box;
}

static GtkWidget *
new_cell (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Cell *cell = g_new0 (Cell, 1);

  gtk_box_append (GTK_BOX (box), new_line (cell));
  cell->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_size_request (GTK_WIDGET (cell->bar), BAR_PX, -1);
  gtk_widget_set_halign (GTK_WIDGET (cell->bar), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (cell->bar), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tasks of the plan that are done"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell->bar));
  cell->caption = GTK_LABEL (asy_caption_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (cell->caption), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell->caption));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (box), "cell", cell, g_free);
  return box;
}

static void
set_line (Cell *cell, const char *text, AsyMeaning meaning)
{
  gtk_label_set_text (cell->line, text);
  asy_ui_set_meaning (GTK_WIDGET (cell->line), meaning);
}

static void
set_caption (Cell *cell, const char *text)
{
  gtk_label_set_text (cell->caption, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (cell->caption), text != NULL);
}

/* What each column says. */

static void
show_family (AsyContext *context, Cell *cell, const AsyWorkloadEntry *entry)
{
  set_line (cell, entry->family_name, ASY_MEANING_PLAIN);
  gtk_widget_add_css_class (GTK_WIDGET (cell->line), "heading");
  asy_family_sign_set (cell->sign, context, entry->family_id);
  set_caption (cell, asy_stage_get_label (entry->stage));
}

static void
show_plan (AsyContext *context, Cell *cell, const AsyWorkloadEntry *entry)
{
  g_autofree char *tasks = NULL;

  gtk_widget_set_visible (GTK_WIDGET (cell->bar), entry->tasks > 0);
  gtk_progress_bar_set_fraction (cell->bar, entry->tasks > 0 ? (double) entry->tasks_done / entry->tasks : 0);
  if (entry->plan_id == 0)
    {
      set_line (cell, _("no plan"), ASY_MEANING_SOON);
      set_caption (cell, NULL);
      return;
    }
  tasks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u task", "%u of %u tasks", entry->tasks), entry->tasks_done, entry->tasks);
  set_line (cell, tasks, ASY_MEANING_PLAIN);
  set_caption (cell, entry->plan_agreed_on == ASY_DAY_NONE ? _("draft, not agreed yet") : NULL);
}

static void
show_late (AsyContext *context, Cell *cell, const AsyWorkloadEntry *entry)
{
  g_autofree char *all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u past its day", "%u past their days", entry->n_late), entry->n_late);
  g_autofree char *tasks = NULL;

  set_line (cell, entry->n_late > 0 ? all : "–", entry->n_late > 0 ? ASY_MEANING_LATE : ASY_MEANING_PLAIN);
  if (entry->tasks_late > 0)
    tasks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task of the plan", "%u tasks of the plan", entry->tasks_late), entry->tasks_late);
  set_caption (cell, tasks);
}

static void
show_visits (AsyContext *context, Cell *cell, const AsyWorkloadEntry *entry)
{
  const AsyFamilyVisits *visits = entry->visits;
  g_autofree char *count = NULL, *day = NULL, *next = NULL;

  if (visits == NULL)
    {
      set_line (cell, "–", ASY_MEANING_PLAIN);
      set_caption (cell, NULL);
      return;
    }
  count = g_strdup_printf (C_("visits", "%d of %d"), visits->held, visits->norm);
  set_line (cell, count, visits->held + visits->planned < visits->norm ? ASY_MEANING_SOON : ASY_MEANING_PLAIN);
  day = asy_format_day_short (visits->next_on);
  next = day != NULL ? g_strdup_printf (_("next on %s"), day) : g_strdup (_("none planned"));
  set_caption (cell, next);
}

static void
show_assessment (AsyContext *context, Cell *cell, const AsyWorkloadEntry *entry)
{
  AsyMeaning meaning = ASY_MEANING_PLAIN;
  g_autofree char *due = asy_format_due (entry->assessment_due, asy_context_get_today (context), &meaning);
  g_autofree char *last = asy_format_day (entry->last_assessment_on);
  g_autofree char *caption = last != NULL ? g_strdup_printf (_("last until %s"), last) : g_strdup (_("none yet"));

  set_line (cell, due != NULL ? due : "–", meaning);
  set_caption (cell, caption);
}

static void
show_next (AsyContext *context, Cell *cell, const AsyWorkloadEntry *entry)
{
  AsyMeaning meaning = ASY_MEANING_PLAIN;
  g_autofree char *due = NULL;

  if (entry->next.kind == ASY_DEADLINE_NONE)
    {
      set_line (cell, "–", ASY_MEANING_PLAIN);
      set_caption (cell, NULL);
      return;
    }
  due = asy_format_due (entry->next.due, asy_context_get_today (context), &meaning);
  set_line (cell, asy_deadline_kind_get_short_label (entry->next.kind), ASY_MEANING_PLAIN);
  set_caption (cell, due);
  asy_ui_set_meaning (GTK_WIDGET (cell->caption), meaning);
  /* A dimmed colour would say less than the word. */
  if (meaning == ASY_MEANING_PLAIN)
    gtk_widget_add_css_class (GTK_WIDGET (cell->caption), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell->caption), "dim-label");
}

/* What each column sorts by; the families that need most come first. */

static int
compare_numbers (double one, double other)
{
  return one < other ? GTK_ORDERING_SMALLER : one > other ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static double
get_progress (const AsyWorkloadEntry *entry)
{
  return entry->tasks > 0 ? (double) entry->tasks_done / entry->tasks : -1;
}

static int
compare_progress (const AsyWorkloadEntry *one, const AsyWorkloadEntry *other)
{
  return compare_numbers (get_progress (one), get_progress (other));
}

static int
compare_late (const AsyWorkloadEntry *one, const AsyWorkloadEntry *other)
{
  return compare_numbers (other->n_late, one->n_late);
}

static int
compare_visits (const AsyWorkloadEntry *one, const AsyWorkloadEntry *other)
{
  return compare_numbers (one->visits != NULL ? one->visits->held - one->visits->norm : 0,
                          other->visits != NULL ? other->visits->held - other->visits->norm : 0);
}

/* A day that is not known is far away. */
static double
get_day (AsyDay day)
{
  return day != ASY_DAY_NONE ? (double) day : G_MAXUINT32;
}

static int
compare_assessments (const AsyWorkloadEntry *one, const AsyWorkloadEntry *other)
{
  return compare_numbers (get_day (one->assessment_due), get_day (other->assessment_due));
}

static int
compare_next (const AsyWorkloadEntry *one, const AsyWorkloadEntry *other)
{
  return compare_numbers (get_day (one->next.due), get_day (other->next.due));
}

typedef struct {
  const char *title;
  void (*show) (AsyContext *context, Cell *cell, const AsyWorkloadEntry *entry);
  int (*compare) (const AsyWorkloadEntry *one, const AsyWorkloadEntry *other); /* nullable: as they come, by name */
  gboolean expands;
} Column;

static const Column columns[] = {
  { N_("Family"), show_family, NULL, TRUE },
  { N_("Plan"), show_plan, compare_progress, FALSE },
  { N_("Late"), show_late, compare_late, FALSE },
  { N_("Visits this month"), show_visits, compare_visits, FALSE },
  { N_("Next assessment"), show_assessment, compare_assessments, FALSE },
  { N_("Nearest deadline"), show_next, compare_next, FALSE },
};

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, new_cell ());
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Column *column = g_object_get_data (G_OBJECT (factory), "column");
  Cell *cell = g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "cell");

  column->show (user_data, cell, asy_workload_item_get_entry (gtk_list_item_get_item (item)));
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Column *column = user_data;

  return column->compare (ASY_WORKLOAD_ITEM ((gpointer) a)->entry, ASY_WORKLOAD_ITEM ((gpointer) b)->entry);
}

void
asy_workload_columns_add (GtkColumnView *view, AsyContext *context)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new (_(columns[i].title), factory);

      g_object_set_data (G_OBJECT (factory), "column", (gpointer) &columns[i]);
      g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), context);
      gtk_column_view_column_set_expand (column, columns[i].expands);
      if (columns[i].compare != NULL)
        {
          g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_items, (gpointer) &columns[i], NULL));

          gtk_column_view_column_set_sorter (column, sorter);
        }
      gtk_column_view_append_column (view, column);
      g_object_unref (column);
    }
}
