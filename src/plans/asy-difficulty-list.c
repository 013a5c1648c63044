/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "plans/asy-difficulty-list.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

struct _AsyDifficultyList
{
  AdwBin parent_instance;

  GtkWidget *expander;
  GtkListBox *list;
  char *shown;                  /* what the rows say, so that they are made again only when it changes */
};

G_DEFINE_FINAL_TYPE (AsyDifficultyList, asy_difficulty_list, ADW_TYPE_BIN)

static gint64
item_of (gpointer row)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (row), "item");
}

static GdkContentProvider *
on_prepare_cb (GtkDragSource *source, double x, double y, gpointer row)
{
  return gdk_content_provider_new_typed (G_TYPE_INT64, item_of (row));
}

static void
on_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_row (AsyDiagnosisItem *item, gboolean is_answered)
{
  const gint64 id = asy_record_get_id (ASY_RECORD (item));
  const char *note = is_answered ? _ ("there is a goal for it") : asy_level_get_label (asy_diagnosis_item_get_severity (item));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkWidget *caption = new_label (note, "caption");

  g_object_set_data_full (G_OBJECT (row), "item", g_memdup2 (&id, sizeof id), g_free);
  gtk_box_append (GTK_BOX (box), new_label (asy_diagnosis_item_get_body (item), NULL));
  gtk_box_append (GTK_BOX (box), caption);
  asy_ui_set_meaning (caption, is_answered ? ASY_MEANING_DONE : asy_level_get_meaning (asy_diagnosis_item_get_severity (item)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_begin_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, asy_diagnosis_item_get_body (item),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
  return row;
}

static gboolean
is_among (GPtrArray *items, AsyDiagnosisItem *item)
{
  return g_ptr_array_find (items, item, NULL);
}

static char *
dup_key (AsyDiagnosisFile *diagnosis, GPtrArray *uncovered)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < diagnosis->items->len; i++)
    {
      AsyRecord *item = diagnosis->items->pdata[i];

      g_string_append_printf (key, "%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT "%c", asy_record_get_id (item), asy_record_get_revision (item),
                              is_among (uncovered, ASY_DIAGNOSIS_ITEM (item)) ? '-' : '+');
    }
  return g_string_free (key, FALSE);
}

static void
fill (AsyDifficultyList *self, AsyDiagnosisFile *diagnosis, GPtrArray *uncovered)
{
  asy_ui_clear_list (self->list);
  for (guint i = 0; i < diagnosis->items->len; i++)
    {
      AsyDiagnosisItem *item = diagnosis->items->pdata[i];

      if (asy_diagnosis_item_get_kind (item) == ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY && asy_diagnosis_item_get_severity (item) > 0)
        gtk_list_box_append (self->list, new_row (item, !is_among (uncovered, item)));
    }
}

void
asy_difficulty_list_show (AsyDifficultyList *self, AsyDiagnosisFile *diagnosis, GPtrArray *goals)
{
  g_autoptr (GPtrArray) uncovered = NULL;
  g_autofree char *key = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), diagnosis != NULL && asy_diagnosis_file_count (diagnosis, ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY) > 0);
  if (diagnosis == NULL)
    return;
  uncovered = asy_diagnosis_list_uncovered (diagnosis, goals);
  key = dup_key (diagnosis, uncovered);
  if (g_strcmp0 (self->shown, key) == 0)
    return;
  if (self->shown == NULL && goals->len == 0)
    gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  g_free (self->shown);
  self->shown = g_steal_pointer (&key);
  fill (self, diagnosis, uncovered);
}

static void
on_activated_cb (AsyDifficultyList *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.goal-from-diagnosis", "x", item_of (row));
}

static void
asy_difficulty_list_finalize (GObject *object)
{
  g_free (ASY_DIFFICULTY_LIST (object)->shown);

  G_OBJECT_CLASS (asy_difficulty_list_parent_class)->finalize (object);
}

static void
asy_difficulty_list_class_init (AsyDifficultyListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asy_difficulty_list_finalize;
}

static void
asy_difficulty_list_init (AsyDifficultyList *self)
{
  self->expander = gtk_expander_new (_ ("Difficulties of the diagnosis"));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (self->expander, "caption-heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Difficulties of the diagnosis"), -1);
  gtk_widget_set_tooltip_text (self->expander, _ ("Drag a difficulty among the goals, or press Enter on it"));
  gtk_widget_set_margin_start (self->expander, 8);
  gtk_widget_set_margin_top (self->expander, 8);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated_cb), self);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), self->expander);
}

GtkWidget *
asy_difficulty_list_new (void)
{
  return g_object_new (ASY_TYPE_DIFFICULTY_LIST, NULL);
}
