/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-ui.h"

/* Shorter lists are quicker to look through than to search. */
#define SEARCH_FROM 9
#define LIST_HEIGHT_MAX_PX 340

/* An item of the list. */
#define ASY_TYPE_CHOICE_ITEM (asy_choice_item_get_type ())
G_DECLARE_FINAL_TYPE (AsyChoiceItem, asy_choice_item, ASY, CHOICE_ITEM, GObject)

struct _AsyChoiceItem
{
  GObject parent_instance;

  char *code;                   /* NULL: nothing */
  char *label;
  char *detail;
  char *folded;
};

G_DEFINE_FINAL_TYPE (AsyChoiceItem, asy_choice_item, G_TYPE_OBJECT)

static void
asy_choice_item_finalize (GObject *object)
{
  AsyChoiceItem *self = ASY_CHOICE_ITEM (object);

  g_free (self->code);
  g_free (self->label);
  g_free (self->detail);
  g_free (self->folded);

  G_OBJECT_CLASS (asy_choice_item_parent_class)->finalize (object);
}

static void
asy_choice_item_class_init (AsyChoiceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asy_choice_item_finalize;
}

static void
asy_choice_item_init (AsyChoiceItem *self)
{
}

struct _AsyChoiceRow
{
  AdwActionRow parent_instance;

  /* owned */
  GListStore *items;
  char *code;
  char *folded_search;
  char *sought_label;           /* of the code that is chosen, when the list is sought */
  AsyDictionary *dictionary;
  char *dictionary_kind;

  /* children, owned by the widget tree */
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *empty;
  GtkFilter *filter;
  GtkSingleSelection *selection;

  gboolean required;
  gboolean is_sought;           /* whoever has the list looks for what is typed */
};

G_DEFINE_FINAL_TYPE (AsyChoiceRow, asy_choice_row, ADW_TYPE_ACTION_ROW)

enum { PROP_0, PROP_CODE, PROP_REQUIRED, PROP_VALID, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { CHOSEN, SOUGHT, N_SIGNALS };
static guint signals[N_SIGNALS];

static AsyChoiceItem *
find_item (AsyChoiceRow *self, const char *code)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AsyChoiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (g_strcmp0 (item->code, code) == 0)
        return item;            /* the list keeps it */
    }
  return NULL;
}

/* A row has no name of its own for a screen reader: its title and what is chosen. */
static void
name_row (AsyChoiceRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  const char *value = adw_action_row_get_subtitle (ADW_ACTION_ROW (self));
  gboolean has_value = value != NULL && *value != '\0';

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, has_value ? value : "", -1);
}

static void
show_choice (AsyChoiceRow *self)
{
  AsyChoiceItem *item = find_item (self, self->code);
  const char *label = item != NULL ? item->label : "";

  if (item == NULL && self->code != NULL && self->dictionary != NULL)
    label = asy_dictionary_get_label (self->dictionary, self->dictionary_kind, self->code);
  if (self->is_sought && item != NULL)
    {
      g_free (self->sought_label);
      self->sought_label = g_strdup (label);
    }
  else if (self->is_sought && self->code != NULL && self->sought_label != NULL)
    label = self->sought_label;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), label);
  if (*label == '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self), "empty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "empty");
  name_row (self);
}

const char *
asy_choice_row_get_code (AsyChoiceRow *self)
{
  g_return_val_if_fail (ASY_IS_CHOICE_ROW (self), NULL);

  return self->code;
}

void
asy_choice_row_set_code (AsyChoiceRow *self, const char *code)
{
  gboolean was_valid;

  g_return_if_fail (ASY_IS_CHOICE_ROW (self));

  if (code != NULL && *code == '\0')
    code = NULL;
  if (g_strcmp0 (self->code, code) == 0)
    return;
  was_valid = asy_choice_row_get_valid (self);
  g_free (self->code);
  self->code = g_strdup (code);
  g_clear_pointer (&self->sought_label, g_free);
  show_choice (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODE]);
  if (was_valid != asy_choice_row_get_valid (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

gint64
asy_choice_row_get_id (AsyChoiceRow *self)
{
  gint64 id = 0;

  g_return_val_if_fail (ASY_IS_CHOICE_ROW (self), 0);

  if (self->code == NULL || !g_ascii_string_to_signed (self->code, 10, 0, G_MAXINT64, &id, NULL))
    return 0;
  return id;
}

void
asy_choice_row_set_id (AsyChoiceRow *self, gint64 id)
{
  g_autofree char *code = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;

  asy_choice_row_set_code (self, code);
}

gboolean
asy_choice_row_get_valid (AsyChoiceRow *self)
{
  g_return_val_if_fail (ASY_IS_CHOICE_ROW (self), FALSE);

  return !self->required || self->code != NULL;
}

/* The list */

void
asy_choice_row_clear (AsyChoiceRow *self)
{
  g_return_if_fail (ASY_IS_CHOICE_ROW (self));

  g_list_store_remove_all (self->items);
}

static void
append (AsyChoiceRow *self, const char *code, const char *label, const char *detail)
{
  g_autoptr (AsyChoiceItem) item = g_object_new (ASY_TYPE_CHOICE_ITEM, NULL);
  g_autofree char *words = g_strconcat (label, " ", detail, NULL);

  item->code = g_strdup (code);
  item->label = g_strdup (label);
  item->detail = detail != NULL && *detail != '\0' ? g_strdup (detail) : NULL;
  item->folded = asy_text_fold (words);
  g_list_store_append (self->items, item);
  if (g_strcmp0 (self->code, code) == 0)
    show_choice (self);
}

void
asy_choice_row_append (AsyChoiceRow *self, const char *code, const char *label, const char *detail)
{
  g_return_if_fail (ASY_IS_CHOICE_ROW (self));
  g_return_if_fail (code != NULL && label != NULL);

  append (self, code, label, detail);
}

void
asy_choice_row_append_id (AsyChoiceRow *self, gint64 id, const char *label, const char *detail)
{
  g_autofree char *code = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  asy_choice_row_append (self, code, label, detail);
}

void
asy_choice_row_append_none (AsyChoiceRow *self, const char *label)
{
  g_return_if_fail (ASY_IS_CHOICE_ROW (self));
  g_return_if_fail (label != NULL);

  append (self, NULL, label, NULL);
}

void
asy_choice_row_set_choices (AsyChoiceRow *self, const AsyChoice *choices)
{
  g_return_if_fail (ASY_IS_CHOICE_ROW (self));
  g_return_if_fail (choices != NULL);

  asy_choice_row_clear (self);
  for (const AsyChoice *choice = choices; choice->code != NULL; choice++)
    append (self, choice->code, _(choice->label), NULL);
}

void
asy_choice_row_set_dictionary (AsyChoiceRow *self, AsyDictionary *dictionary, const char *kind)
{
  GPtrArray *entries;

  g_return_if_fail (ASY_IS_CHOICE_ROW (self));
  g_return_if_fail (dictionary != NULL && kind != NULL);

  asy_dictionary_ref (dictionary);
  g_clear_pointer (&self->dictionary, asy_dictionary_unref);
  self->dictionary = dictionary;
  g_free (self->dictionary_kind);
  self->dictionary_kind = g_strdup (kind);
  asy_choice_row_clear (self);
  entries = asy_dictionary_list (dictionary, kind);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const AsyDictEntry *entry = entries->pdata[i];

      if (!entry->retired || g_strcmp0 (entry->code, self->code) == 0)
        append (self, entry->code, entry->label, NULL);
    }
  show_choice (self);
}

static gboolean
matches (gpointer object, gpointer user_data)
{
  AsyChoiceItem *item = object;
  AsyChoiceRow *self = user_data;
  const char *found;

  if (self->is_sought || self->folded_search == NULL || *self->folded_search == '\0')
    return TRUE;
  if (item->code == NULL)
    return FALSE;
  found = strstr (item->folded, self->folded_search);
  /* At the beginning of a word: "la" is Lalik, not Wisla. */
  while (found != NULL && found != item->folded && found[-1] != ' ')
    found = strstr (found + 1, self->folded_search);
  return found != NULL;
}

static void
show_first (AsyChoiceRow *self)
{
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_set_visible (self->empty, g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0);
}

static void
on_search_changed_cb (AsyChoiceRow *self)
{
  if (self->is_sought)
    {
      g_signal_emit (self, signals[SOUGHT], 0, gtk_editable_get_text (GTK_EDITABLE (self->search)));
      return;
    }
  g_free (self->folded_search);
  self->folded_search = asy_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_first (self);
}

void
asy_choice_row_set_sought (AsyChoiceRow *self)
{
  g_return_if_fail (ASY_IS_CHOICE_ROW (self));

  self->is_sought = TRUE;
  show_choice (self);
}

void
asy_choice_row_show_found (AsyChoiceRow *self)
{
  g_return_if_fail (ASY_IS_CHOICE_ROW (self));

  if (self->popover != NULL)
    show_first (self);
}

static void
choose_position (AsyChoiceRow *self, guint position)
{
  g_autoptr (AsyChoiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  asy_choice_row_set_code (self, item->code);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_search_activate_cb (AsyChoiceRow *self)
{
  choose_position (self, gtk_single_selection_get_selected (self->selection));
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_box_append (GTK_BOX (texts), label);
  gtk_box_append (GTK_BOX (texts), asy_caption_new (NULL));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), check);
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  AsyChoiceRow *self = user_data;
  AsyChoiceItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *texts = gtk_widget_get_first_child (row);
  GtkWidget *label = gtk_widget_get_first_child (texts);
  GtkWidget *detail = gtk_widget_get_last_child (texts);

  gtk_label_set_text (GTK_LABEL (label), item->label);
  gtk_label_set_text (GTK_LABEL (detail), item->detail != NULL ? item->detail : "");
  gtk_widget_set_visible (detail, item->detail != NULL);
  gtk_widget_set_opacity (gtk_widget_get_last_child (row), g_strcmp0 (item->code, self->code) == 0 ? 1 : 0);
}

static void
select_current (AsyChoiceRow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AsyChoiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_strcmp0 (item->code, self->code) == 0)
        {
          gtk_single_selection_set_selected (self->selection, i);
          gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", i);
          return;
        }
    }
}

static GtkWidget *
build_list (AsyChoiceRow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), self->filter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, 0);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (choose_position), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT_MAX_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  return scroller;
}

/* Built when it is first asked for: a form has many rows and few are opened. */
static void
build_popover (AsyChoiceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_add_css_class (self->popover, "asy-choice");
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the List"), -1);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), build_list (self));
  self->empty = gtk_label_new (_("Nothing found"));
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_set_visible (self->empty, FALSE);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);

  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self->popover);
}

void
asy_choice_row_open (AsyChoiceRow *self)
{
  gboolean with_search;

  g_return_if_fail (ASY_IS_CHOICE_ROW (self));

  if (self->popover == NULL)
    build_popover (self);
  with_search = self->is_sought || g_list_model_get_n_items (G_LIST_MODEL (self->items)) >= SEARCH_FROM;
  gtk_widget_set_visible (self->search, with_search);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  on_search_changed_cb (self);
  gtk_widget_set_size_request (self->popover, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 24, 240), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  select_current (self);
  gtk_widget_grab_focus (with_search ? self->search : self->list);
}

static void
on_activated_cb (AsyChoiceRow *self)
{
  asy_choice_row_open (self);
}

GtkWidget *
asy_choice_row_new (const char *title)
{
  return g_object_new (ASY_TYPE_CHOICE_ROW, "title", title, NULL);
}

static void
asy_choice_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AsyChoiceRow *self = ASY_CHOICE_ROW (widget);

  GTK_WIDGET_CLASS (asy_choice_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
asy_choice_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AsyChoiceRow *self = ASY_CHOICE_ROW (object);

  switch (prop_id)
    {
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case PROP_REQUIRED:
      g_value_set_boolean (value, self->required);
      break;
    case PROP_VALID:
      g_value_set_boolean (value, asy_choice_row_get_valid (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asy_choice_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AsyChoiceRow *self = ASY_CHOICE_ROW (object);

  switch (prop_id)
    {
    case PROP_CODE:
      asy_choice_row_set_code (self, g_value_get_string (value));
      break;
    case PROP_REQUIRED:
      self->required = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, properties[PROP_REQUIRED]);
      g_object_notify_by_pspec (object, properties[PROP_VALID]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asy_choice_row_dispose (GObject *object)
{
  AsyChoiceRow *self = ASY_CHOICE_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_pointer (&self->dictionary, asy_dictionary_unref);

  G_OBJECT_CLASS (asy_choice_row_parent_class)->dispose (object);
}

static void
asy_choice_row_finalize (GObject *object)
{
  AsyChoiceRow *self = ASY_CHOICE_ROW (object);

  g_free (self->code);
  g_free (self->folded_search);
  g_free (self->sought_label);
  g_free (self->dictionary_kind);

  G_OBJECT_CLASS (asy_choice_row_parent_class)->finalize (object);
}

static void
asy_choice_row_class_init (AsyChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = asy_choice_row_get_property;
  object_class->set_property = asy_choice_row_set_property;
  object_class->dispose = asy_choice_row_dispose;
  object_class->finalize = asy_choice_row_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = asy_choice_row_size_allocate;

  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);
  properties[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SOUGHT] = g_signal_new ("sought", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
asy_choice_row_init (AsyChoiceRow *self)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->items = g_list_store_new (ASY_TYPE_CHOICE_ITEM);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "asy-choice-row");
  gtk_widget_add_css_class (GTK_WIDGET (self), "empty");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_signal_connect (self, "activated", G_CALLBACK (on_activated_cb), NULL);
  g_signal_connect (self, "notify::title", G_CALLBACK (name_row), NULL);
}
