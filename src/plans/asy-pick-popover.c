/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/asy-text.h"
#include "plans/asy-pick-popover.h"
#include "ui/asy-ui.h"

#define SEARCH_FROM 9
#define LIST_HEIGHT_MAX_PX 320
#define WIDTH_MIN_PX 240

struct _AsyPickPopover
{
  GtkPopover parent_instance;

  GtkWidget *search;
  GtkListBox *list;
  GtkWidget *at;                /* weak: the field it was opened for */
  char *code;
  char *folded;
  guint n_entries;
  gboolean is_sought;
};

G_DEFINE_FINAL_TYPE (AsyPickPopover, asy_pick_popover, GTK_TYPE_POPOVER)

enum { PICKED, SOUGHT, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
code_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "code");
}

void
asy_pick_popover_clear (AsyPickPopover *self)
{
  asy_ui_clear_list (self->list);
  self->n_entries = 0;
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  return label;
}

void
asy_pick_popover_append (AsyPickPopover *self, const char *code, const char *label, const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *words = g_strconcat (label, " ", detail, NULL);

  gtk_box_append (GTK_BOX (texts), new_label (label));
  if (detail != NULL && *detail != '\0')
    gtk_box_append (GTK_BOX (texts), asy_caption_new (detail));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), texts);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (code), g_free);
  g_object_set_data_full (G_OBJECT (row), "folded", asy_text_fold (words), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->list, row);
  self->n_entries++;
  if (g_strcmp0 (self->code, code) == 0)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

void
asy_pick_popover_append_id (AsyPickPopover *self, const char *prefix, gint64 id, const char *label, const char *detail)
{
  g_autofree char *code = g_strdup_printf ("%s%" G_GINT64_FORMAT, prefix, id);

  asy_pick_popover_append (self, code, label, detail);
}

void
asy_pick_popover_append_dictionary (AsyPickPopover *self, AsyDictionary *dictionary, const char *kind, const char *code)
{
  GPtrArray *entries = asy_dictionary_list (dictionary, kind);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const AsyDictEntry *entry = entries->pdata[i];

      if (!entry->retired || g_strcmp0 (entry->code, code) == 0)
        asy_pick_popover_append (self, entry->code, entry->label, NULL);
    }
}

static gboolean
matches (GtkListBoxRow *row, gpointer user_data)
{
  AsyPickPopover *self = user_data;
  const char *words = g_object_get_data (G_OBJECT (row), "folded");
  const char *found;

  if (self->is_sought || self->folded == NULL || *self->folded == '\0')
    return TRUE;
  found = strstr (words, self->folded);
  while (found != NULL && found != words && found[-1] != ' ')
    found = strstr (found + 1, self->folded);
  return found != NULL;
}

static GtkListBoxRow *
get_first_shown (AsyPickPopover *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);

  if (selected != NULL && gtk_widget_get_child_visible (GTK_WIDGET (selected)))
    return selected;
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL || gtk_widget_get_child_visible (GTK_WIDGET (row)))
        return row;
    }
}

static void
pick (AsyPickPopover *self, GtkListBoxRow *row)
{
  g_autofree char *code = NULL;

  if (row == NULL)
    return;
  code = g_strdup (code_of (row));
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, code);
}

static void
on_search_changed_cb (AsyPickPopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (self->is_sought)
    {
      g_signal_emit (self, signals[SOUGHT], 0, text);
      return;
    }
  g_free (self->folded);
  self->folded = asy_text_fold (text);
  gtk_list_box_unselect_all (self->list);
  gtk_list_box_invalidate_filter (self->list);
}

static void
on_search_activate_cb (AsyPickPopover *self)
{
  pick (self, get_first_shown (self));
}

static void
on_row_activated_cb (AsyPickPopover *self, GtkListBoxRow *row)
{
  pick (self, row);
}

/* The way of the keyboard goes on where it was. */
static void
on_closed_cb (AsyPickPopover *self)
{
  if (self->at != NULL)
    gtk_widget_grab_focus (self->at);
}

static void
set_at (AsyPickPopover *self, GtkWidget *at)
{
  if (self->at != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->at), (gpointer *) &self->at);
  self->at = at;
  if (at != NULL)
    g_object_add_weak_pointer (G_OBJECT (at), (gpointer *) &self->at);
}

void
asy_popover_point_to (GtkPopover *popover, GtkWidget *at)
{
  graphene_rect_t bounds;
  GdkRectangle rectangle;

  if (!gtk_widget_compute_bounds (at, gtk_widget_get_parent (GTK_WIDGET (popover)), &bounds))
    return;
  rectangle.x = (int) bounds.origin.x;
  rectangle.y = (int) bounds.origin.y;
  rectangle.width = (int) bounds.size.width;
  rectangle.height = (int) bounds.size.height;
  gtk_popover_set_pointing_to (popover, &rectangle);
}

void
asy_pick_popover_open (AsyPickPopover *self, GtkWidget *at, const char *code, gboolean is_sought)
{
  GtkListBoxRow *selected = NULL;
  gboolean with_search;

  self->is_sought = is_sought;
  g_free (self->code);
  self->code = g_strdup (code);
  with_search = is_sought || self->n_entries >= SEARCH_FROM;
  gtk_widget_set_visible (self->search, with_search);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  on_search_changed_cb (self);
  for (guint i = 0; i < self->n_entries; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (row != NULL && g_strcmp0 (code_of (row), code) == 0)
        selected = row;
    }
  gtk_list_box_select_row (self->list, selected);
  set_at (self, at);
  asy_popover_point_to (GTK_POPOVER (self), at);
  gtk_widget_set_size_request (GTK_WIDGET (self), MAX (gtk_widget_get_width (at), WIDTH_MIN_PX), -1);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (with_search ? self->search : selected != NULL ? GTK_WIDGET (selected) : GTK_WIDGET (self->list));
}

static void
asy_pick_popover_dispose (GObject *object)
{
  set_at (ASY_PICK_POPOVER (object), NULL);

  G_OBJECT_CLASS (asy_pick_popover_parent_class)->dispose (object);
}

static void
asy_pick_popover_finalize (GObject *object)
{
  AsyPickPopover *self = ASY_PICK_POPOVER (object);

  g_free (self->code);
  g_free (self->folded);

  G_OBJECT_CLASS (asy_pick_popover_parent_class)->finalize (object);
}

static void
asy_pick_popover_class_init (AsyPickPopoverClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_pick_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = asy_pick_popover_finalize;
  signals[PICKED] = g_signal_new ("picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SOUGHT] = g_signal_new ("sought", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
new_scroller (GtkWidget *list)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT_MAX_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

static void
asy_pick_popover_init (AsyPickPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *empty = gtk_label_new (_("Nothing found"));

  self->search = gtk_search_entry_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  gtk_widget_add_css_class (GTK_WIDGET (self), "asy-pick");
  gtk_widget_add_css_class (empty, "dim-label");
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the List"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choices"), -1);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), new_scroller (GTK_WIDGET (self->list)));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  g_signal_connect (self, "closed", G_CALLBACK (on_closed_cb), NULL);
}

GtkWidget *
asy_pick_popover_new (void)
{
  return g_object_new (ASY_TYPE_PICK_POPOVER, NULL);
}

/* The field. */

GtkWidget *
asy_pick_button_new (const char *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_button_set_child (GTK_BUTTON (button), box);
  /* Its label takes the room within, not without. */
  gtk_widget_set_hexpand (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "asy-pick");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

void
asy_pick_button_set_width (GtkWidget *button, int width)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_size_request (button, width, -1);
}

void
asy_pick_button_show (GtkWidget *button, const char *text, gboolean is_writable)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));
  GtkWidget *label = gtk_widget_get_first_child (box);
  const char *shown = text != NULL ? text : "";

  if (!g_str_equal (gtk_label_get_text (GTK_LABEL (label)), shown))
    {
      gtk_label_set_text (GTK_LABEL (label), shown);
      asy_ui_set_tooltip (button, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, shown, -1);
    }
  gtk_widget_set_visible (gtk_widget_get_last_child (box), is_writable);
  gtk_widget_set_can_target (button, is_writable);
  gtk_widget_set_focusable (button, is_writable);
}

void
asy_pick_button_set_meaning (GtkWidget *button, AsyMeaning meaning)
{
  asy_ui_set_meaning (gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button))), meaning);
}
