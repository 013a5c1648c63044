/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "families/asy-facet-row.h"
#include "families/asy-family-filter-words.h"
#include "families/asy-filter-popover.h"
#include "store/asy-saved-filters.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-ui.h"

#define WIDTH_PX 340
#define HEIGHT_PX 500
#define CHIP_CHARS 28

struct _AsyFilterPopover
{
  GtkPopover parent_instance;

  AsyContext *context;
  AsyFamilyFilter *filter;      /* borrowed */
  GListModel *rows;             /* borrowed */
  GPtrArray *saved;             /* AsySavedFilter; nullable until they are there */

  /* children, owned by the widget tree */
  GtkWidget *saved_group;
  GtkListBox *saved_list;
  AsyFacetRow *facet_rows[ASY_FAMILY_N_FACETS];
  AsyChoiceRow *scope_row;
  GtkWidget *name_group;
  GtkWidget *name_row;
  gboolean is_refreshing;
};

G_DEFINE_FINAL_TYPE (AsyFilterPopover, asy_filter_popover, GTK_TYPE_POPOVER)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void show_saved (AsyFilterPopover *self);

/* Jobs */

static gpointer
list_job (AsySession *session, gpointer request, GError **error)
{
  return asy_saved_filters_list (session, error);
}

static gpointer
save_job (AsySession *session, gpointer request, GError **error)
{
  return asy_saved_filter_save (session, request, error) ? ASY_STORE_DONE : NULL;
}

static gpointer
remove_job (AsySession *session, gpointer request, GError **error)
{
  return asy_saved_filter_remove (session, request, error) ? ASY_STORE_DONE : NULL;
}

static void
on_listed_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyFilterPopover *self = owner;

  if (result == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  self->saved = result;
  show_saved (self);
}

static void
load (AsyFilterPopover *self)
{
  asy_context_ask (self->context, self, "saved", list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, on_listed_cb);
}

static void
on_changed_cb (AsyFilterPopover *self, const char *kind)
{
  if (g_str_equal (kind, "saved_filter") && gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

/* The list follows when the store says that it changed. @filter (transfer full) */
static void
ask (AsyContext *context, AsyStoreJob job, AsySavedFilter *filter)
{
  asy_context_ask (context, NULL, NULL, job, filter, g_object_unref, NULL, NULL);
}

/* Saved filters */

static AsySavedFilter *
find_saved (AsyFilterPopover *self, const char *name)
{
  g_autofree char *folded = asy_text_fold (name);

  for (guint i = 0; self->saved != NULL && i < self->saved->len; i++)
    {
      g_autofree char *other = asy_text_fold (asy_saved_filter_get_name (self->saved->pdata[i]));

      if (g_str_equal (folded, other))
        return self->saved->pdata[i];
    }
  return NULL;
}

static AsySavedFilter *
filter_of (gpointer widget)
{
  return g_object_get_data (widget, "filter");
}

static void
set_filter (gpointer widget, AsySavedFilter *filter)
{
  g_object_set_data_full (widget, "filter", g_object_ref (filter), g_object_unref);
}

static void
on_pick_cb (AsyFilterPopover *self, GtkWidget *row)
{
  asy_family_filter_from_text (self->filter, asy_saved_filter_get_body (filter_of (row)));
  asy_filter_popover_refresh (self);
  g_signal_emit (self, signals[CHANGED], 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

typedef struct {
  AsyContext *context;
  AsySavedFilter *filter;       /* not saved any more */
} Removal;

static void
removal_free (gpointer data, GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->context);
  g_object_unref (removal->filter);
  g_free (removal);
}

static void
on_put_back_cb (Removal *removal)
{
  ask (removal->context, save_job, asy_record_duplicate (removal->filter));
}

static void
on_remove_cb (AsyFilterPopover *self, GtkWidget *button)
{
  AsySavedFilter *filter = filter_of (button);
  Removal *removal = g_new0 (Removal, 1);
  g_autofree char *text = g_strdup_printf (_("The filter “%s” is removed"), asy_saved_filter_get_name (filter));

  removal->context = g_object_ref (self->context);
  removal->filter = asy_saved_filter_new ();
  asy_saved_filter_set_name (removal->filter, asy_saved_filter_get_name (filter));
  asy_saved_filter_set_body (removal->filter, asy_saved_filter_get_body (filter));
  ask (self->context, remove_job, asy_record_duplicate (filter));
  asy_context_toast_undo (self->context, text, G_CALLBACK (on_put_back_cb), removal, removal_free);
}

static void
on_new_name_cb (AsyFilterPopover *self, GtkWidget *row)
{
  AsySavedFilter *filter = filter_of (row);
  g_autofree char *name = asy_text_squash (gtk_editable_get_text (GTK_EDITABLE (row)));
  AsySavedFilter *other = find_saved (self, name);
  AsySavedFilter *renamed;

  if (*name == '\0' || (other != NULL && other != filter))
    {
      gtk_widget_add_css_class (row, "error");
      gtk_widget_grab_focus (row);
      return;
    }
  renamed = asy_record_duplicate (filter);
  asy_saved_filter_set_name (renamed, name);
  ask (self->context, save_job, renamed);
}

/* The row turns into a field for the new name. */
static void
on_rename_cb (AsyFilterPopover *self, GtkWidget *button)
{
  GtkWidget *old = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  const int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (old));
  GtkWidget *row = adw_entry_row_new ();
  AsySavedFilter *filter = filter_of (button);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("New name"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), asy_saved_filter_get_name (filter));
  set_filter (row, filter);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_new_name_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_new_name_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_insert (self->saved_list, row, position);
  gtk_list_box_remove (self->saved_list, old);
  gtk_widget_grab_focus (row);
}

static GtkWidget *
new_saved_button (AsyFilterPopover *self, const char *icon_name, const char *name, AsySavedFilter *filter, GCallback callback)
{
  GtkWidget *button = asy_icon_button_new (icon_name, name, NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  set_filter (button, filter);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_saved_row (AsyFilterPopover *self, AsySavedFilter *filter, const char *body_now)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autofree char *rename_name = g_strdup_printf (_("Rename the filter “%s”"), asy_saved_filter_get_name (filter));
  g_autofree char *remove_name = g_strdup_printf (_("Remove the filter “%s”"), asy_saved_filter_get_name (filter));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), asy_saved_filter_get_name (filter));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_visible (mark, g_strcmp0 (asy_saved_filter_get_body (filter), body_now) == 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_saved_button (self, "document-edit-symbolic", rename_name, filter,
                                                                     G_CALLBACK (on_rename_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_saved_button (self, "user-trash-symbolic", remove_name, filter,
                                                                     G_CALLBACK (on_remove_cb)));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_filter (row, filter);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_pick_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* The row that had the focus is gone: its neighbour takes it. */
static void
keep_focus (AsyFilterPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->saved_list, 0);

  gtk_widget_child_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->facet_rows[0]), GTK_DIR_TAB_FORWARD);
}

static void
show_saved (AsyFilterPopover *self)
{
  const gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->saved_list)) != NULL;
  g_autofree char *body = asy_family_filter_to_text (self->filter);

  asy_ui_clear_list (self->saved_list);
  for (guint i = 0; self->saved != NULL && i < self->saved->len; i++)
    gtk_list_box_append (self->saved_list, new_saved_row (self, self->saved->pdata[i], body));
  gtk_widget_set_visible (self->saved_group, self->saved != NULL && self->saved->len > 0);
  gtk_widget_set_visible (self->name_group, *body != '\0');
  if (had_focus)
    keep_focus (self);
}

/* Saving under a name that is there replaces what it stood for. */
static void
on_save_cb (AsyFilterPopover *self)
{
  g_autofree char *name = asy_text_squash (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  g_autofree char *body = asy_family_filter_to_text (self->filter);
  AsySavedFilter *old = find_saved (self, name);
  g_autoptr (AsySavedFilter) filter = old != NULL ? asy_record_duplicate (old) : asy_saved_filter_new ();
  g_autofree char *text = NULL;

  if (*name == '\0' || *body == '\0')
    return;
  asy_saved_filter_set_name (filter, name);
  asy_saved_filter_set_body (filter, body);
  ask (self->context, save_job, g_steal_pointer (&filter));
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  text = g_strdup_printf (_("The filter “%s” is saved"), name);
  asy_context_toast (self->context, text);
}

/* What is chosen */

void
asy_filter_popover_refresh (AsyFilterPopover *self)
{
  static const char *const scopes[] = { "active", "archived", "all" };

  g_return_if_fail (ASY_IS_FILTER_POPOVER (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->is_refreshing)
    return;
  self->is_refreshing = TRUE;
  for (int facet = 0; facet < ASY_FAMILY_N_FACETS; facet++)
    asy_facet_row_refresh (self->facet_rows[facet]);
  asy_choice_row_set_code (self->scope_row, scopes[self->filter->scope]);
  show_saved (self);
  self->is_refreshing = FALSE;
}

static void
on_facet_cb (AsyFilterPopover *self)
{
  show_saved (self);
  self->is_refreshing = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
  self->is_refreshing = FALSE;
}

static void
on_scope_cb (AsyFilterPopover *self)
{
  const char *code = asy_choice_row_get_code (self->scope_row);

  self->filter->scope = g_strcmp0 (code, "all") == 0 ? ASY_FAMILIES_ALL
                        : g_strcmp0 (code, "archived") == 0 ? ASY_FAMILIES_ARCHIVED : ASY_FAMILIES_ACTIVE;
  on_facet_cb (self);
}

static void
on_map_cb (AsyFilterPopover *self)
{
  asy_filter_popover_refresh (self);
  load (self);
}

/* Building */

static GtkWidget *
add_group (GtkWidget *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static void
add_saved_group (AsyFilterPopover *self, GtkWidget *box)
{
  GtkWidget *list = gtk_list_box_new ();

  self->saved_group = add_group (box, _("My Filters"));
  self->saved_list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->saved_list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("My Filters"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->saved_group), list);
  gtk_widget_set_visible (self->saved_group, FALSE);
}

static void
add_facets (AsyFilterPopover *self, GtkWidget *box)
{
  static const AsyChoice scopes[] = { { "active", N_("At Work") }, { "archived", N_("Archive") }, { "all", N_("All Families") }, { NULL, NULL } };
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (add_group (box, _("Show")));

  for (int facet = 0; facet < ASY_FAMILY_N_FACETS; facet++)
    {
      GtkWidget *row = asy_facet_row_new ((AsyFamilyFacet) facet, self->filter, asy_context_get_office (self->context)->dictionary,
                                          self->rows);

      self->facet_rows[facet] = ASY_FACET_ROW (row);
      g_signal_connect_object (row, "changed", G_CALLBACK (on_facet_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
    }
  self->scope_row = ASY_CHOICE_ROW (asy_choice_row_new (_("Families")));
  asy_choice_row_set_choices (self->scope_row, scopes);
  g_signal_connect_object (self->scope_row, "chosen", G_CALLBACK (on_scope_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->scope_row));
}

/* Below what scrolls: always in reach. */
static void
add_name (AsyFilterPopover *self, GtkWidget *box)
{
  self->name_group = add_group (box, NULL);
  gtk_widget_add_css_class (self->name_group, "asy-filters");
  self->name_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row), _("Save this filter as"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->name_row), TRUE);
  g_signal_connect_object (self->name_row, "apply", G_CALLBACK (on_save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name_row, "entry-activated", G_CALLBACK (on_save_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->name_group), self->name_row);
}

GtkWidget *
asy_filter_popover_new (AsyContext *context, AsyFamilyFilter *filter, GListModel *rows)
{
  AsyFilterPopover *self = g_object_new (ASY_TYPE_FILTER_POPOVER, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->context = g_object_ref (context);
  self->filter = filter;
  self->rows = rows;
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  add_saved_group (self, box);
  add_facets (self, box);
  gtk_widget_add_css_class (box, "asy-filters");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_size_request (scroller, WIDTH_PX, -1);
  gtk_box_append (GTK_BOX (whole), scroller);
  add_name (self, whole);
  gtk_popover_set_child (GTK_POPOVER (self), whole);
  return GTK_WIDGET (self);
}

static void
asy_filter_popover_dispose (GObject *object)
{
  AsyFilterPopover *self = ASY_FILTER_POPOVER (object);

  g_clear_pointer (&self->saved, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_filter_popover_parent_class)->dispose (object);
}

static void
asy_filter_popover_class_init (AsyFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_filter_popover_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
asy_filter_popover_init (AsyFilterPopover *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "asy-filters");
  g_signal_connect (self, "map", G_CALLBACK (on_map_cb), NULL);
}

/* What is chosen */

GtkWidget *
asy_filter_chip_new (const char *text)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (text);
  /* Translators: the name of a button; %s is a filter, "Stage: Diagnosis". */
  g_autofree char *name = g_strdup_printf (_("Remove the filter %s"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CHIP_CHARS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "asy-filter");
  gtk_widget_add_css_class (chip, "asy-chip");
  asy_ui_set_name (chip, name);
  return chip;
}
