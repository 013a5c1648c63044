/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "plans/asy-library-pane.h"
#include "plans/asy-plan-library.h"
#include "ui/asy-ui.h"

#define WIDTH_PX 290
#define LINE_CHARS 24           /* what the pane asks for, no more than its width */

struct _AsyLibraryPane
{
  AdwBin parent_instance;

  AsyPlanEditor *editor;
  GtkWidget *search;
  GtkListBox *list;
  AsyLibrary *shown;            /* nullable: the rows are made of it */
  char *folded;                 /* what is sought */
};

G_DEFINE_FINAL_TYPE (AsyLibraryPane, asy_library_pane, ADW_TYPE_BIN)

static guint closed_signal;

/* A row knows its entry, which lives as long as the library that is shown. */
static AsyLibraryEntry *
entry_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "entry");
}

static AsyDictionary *
get_dictionary (AsyLibraryPane *self)
{
  return asy_context_get_office (asy_plan_editor_get_context (self->editor))->dictionary;
}

static GdkContentProvider *
on_prepare_cb (GtkDragSource *source, double x, double y, gpointer row)
{
  return gdk_content_provider_new_typed (ASY_TYPE_LIBRARY_GOAL, entry_of (row)->goal);
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
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* The tasks, one a line: what comes along. */
static char *
join_tasks (AsyLibraryEntry *entry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entry->tasks->len; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", asy_library_task_get_what (entry->tasks->pdata[i]));
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_row (AsyLibraryPane *self, AsyLibraryEntry *entry)
{
  const char *title = asy_library_goal_get_title (entry->goal);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *note = new_label (NULL, "caption");
  GtkDragSource *source = gtk_drag_source_new ();
  g_autofree char *tasks = join_tasks (entry);

  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_box_append (GTK_BOX (box), new_label (title, NULL));
  gtk_box_append (GTK_BOX (box), note);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "entry", entry);
  g_object_set_data (G_OBJECT (row), "note", note);
  g_object_set_data_full (G_OBJECT (row), "words", asy_plan_library_dup_words (entry, get_dictionary (self)), g_free);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_begin_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  asy_ui_set_tooltip (row, tasks);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static void
show_note (GtkListBoxRow *row, AsyPlanFile *file)
{
  AsyLibraryEntry *entry = entry_of (row);
  GtkWidget *note = g_object_get_data (G_OBJECT (row), "note");
  const gboolean is_in_plan = file != NULL && asy_plan_library_is_in_plan (entry, file);
  g_autofree char *n = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task", "%u tasks", entry->tasks->len), entry->tasks->len);
  const char *text = is_in_plan ? _ ("the plan has it already") : n;

  if (g_str_equal (gtk_label_get_text (GTK_LABEL (note)), text))
    return;
  gtk_label_set_text (GTK_LABEL (note), text);
  asy_ui_set_meaning (note, is_in_plan ? ASY_MEANING_DONE : ASY_MEANING_PLAIN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
fill (AsyLibraryPane *self, AsyLibrary *library)
{
  g_autoptr (AsyLibrary) old G_GNUC_UNUSED = g_steal_pointer (&self->shown);

  self->shown = library != NULL ? asy_library_ref (library) : NULL;
  asy_ui_clear_list (self->list);
  for (guint i = 0; library != NULL && i < library->entries->len; i++)
    {
      AsyLibraryEntry *entry = library->entries->pdata[i];

      if (!asy_library_goal_get_retired (entry->goal))
        gtk_list_box_append (self->list, new_row (self, entry));
    }
}

void
asy_library_pane_show (AsyLibraryPane *self)
{
  AsyLibrary *library = asy_plan_editor_get_library (self->editor);
  GtkListBoxRow *row;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->shown != library)
    fill (self, library);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    show_note (row, asy_plan_editor_get_file (self->editor));
}

void
asy_library_pane_focus (AsyLibraryPane *self)
{
  gtk_widget_grab_focus (self->search);
}

/* Searching and taking. */

static gboolean
is_sought (GtkListBoxRow *row, gpointer user_data)
{
  AsyLibraryPane *self = user_data;

  return self->folded == NULL || asy_library_matches_words (g_object_get_data (G_OBJECT (row), "words"), self->folded);
}

static void
on_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  AsyLibraryPane *self = user_data;
  const char *area = asy_library_goal_get_area (entry_of (row)->goal);
  GtkWidget *label;

  if (before != NULL && g_strcmp0 (asy_library_goal_get_area (entry_of (before)->goal), area) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  label = asy_caption_new (asy_dictionary_get_label (get_dictionary (self), ASY_DICT_WORK_AREA, area));
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_top (label, 10);
  gtk_widget_set_margin_bottom (label, 4);
  gtk_list_box_row_set_header (row, label);
}

static void
on_search_changed_cb (AsyLibraryPane *self)
{
  g_free (self->folded);
  self->folded = asy_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
}

static void
take (AsyLibraryPane *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.goal-from-library", "x", asy_record_get_id (ASY_RECORD (entry_of (row)->goal)));
}

/* Enter in the search: to the first that is found. */
static void
on_search_activate_cb (AsyLibraryPane *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* The arrow goes into the list, not to whatever lies below the pane. */
static gboolean
on_search_key_cb (AsyLibraryPane *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  on_search_activate_cb (self);
  return GDK_EVENT_STOP;
}

static void
on_close_cb (AsyLibraryPane *self)
{
  g_signal_emit (self, closed_signal, 0);
}

/* Making. */

static GtkWidget *
new_head (AsyLibraryPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *title = gtk_label_new (_ ("Library of goals"));
  GtkWidget *manage = asy_icon_button_new ("document-edit-symbolic", _ ("Edit the library"), "app.show-library");
  GtkWidget *close = asy_icon_button_new ("window-close-symbolic", _ ("Close the library"), NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (manage), "x", (gint64) 0);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (manage, "flat");
  gtk_widget_add_css_class (close, "flat");
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (on_close_cb), self);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), manage);
  gtk_box_append (GTK_BOX (box), close);
  gtk_widget_set_margin_start (box, 4);
  return box;
}

static GtkWidget *
new_scroller (AsyLibraryPane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = new_label (_ ("Nothing found"), "dim-label");

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_list_box_set_filter_func (self->list, is_sought, self, NULL);
  gtk_list_box_set_header_func (self->list, on_header_cb, self, NULL);
  gtk_list_box_set_placeholder (self->list, none);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->list), _ ("Drag a goal among the goals of the plan, or press Enter on it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Goals of the library"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (take), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
asy_library_pane_dispose (GObject *object)
{
  AsyLibraryPane *self = ASY_LIBRARY_PANE (object);

  /* The list asks for headers again while it is taken apart. */
  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (asy_library_pane_parent_class)->dispose (object);
}

static void
asy_library_pane_finalize (GObject *object)
{
  AsyLibraryPane *self = ASY_LIBRARY_PANE (object);

  g_clear_pointer (&self->shown, asy_library_unref);
  g_free (self->folded);

  G_OBJECT_CLASS (asy_library_pane_parent_class)->finalize (object);
}

static void
asy_library_pane_class_init (AsyLibraryPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_library_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = asy_library_pane_finalize;
  closed_signal = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
asy_library_pane_init (AsyLibraryPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search the library"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_close_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_search_key_cb), self);
  gtk_widget_add_controller (self->search, keys);
  gtk_box_append (GTK_BOX (box), new_head (self));
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), new_scroller (self));
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_end (box, 8);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH_PX, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "asy-list-pane");
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect (self, "map", G_CALLBACK (asy_library_pane_show), NULL);
}

GtkWidget *
asy_library_pane_new (AsyPlanEditor *editor)
{
  AsyLibraryPane *self = g_object_new (ASY_TYPE_LIBRARY_PANE, NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "library-changed", G_CALLBACK (asy_library_pane_show), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
