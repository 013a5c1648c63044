/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "families/asy-family-filter.h"
#include "families/asy-family-list-row.h"
#include "families/asy-family-list.h"
#include "ui/asy-compat.h"
#include "ui/asy-export.h"
#include "ui/asy-list-menu.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

/* Arrows run over families; only where they rest is a family opened. */
#define CHOOSE_DELAY_MS 140
/* One save announces several records. */
#define RELOAD_DELAY_MS 120

struct _AsyFamilyList
{
  GtkBox parent_instance;

  /* template children */
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkSearchEntry *search_entry;
  GtkToggleButton *all_button;
  GtkToggleButton *overdue_button;
  GtkToggleButton *court_button;
  GtkMenuButton *filter_button;
  GtkMenuButton *sort_button;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *empty_page;
  GtkButton *show_all_button;
  GtkButton *archive_button;

  /* owned */
  AsyContext *context;
  GListStore *store;
  GtkCustomFilter *filter;
  GtkCustomSorter *sorter;
  GtkSingleSelection *selection;
  GSimpleActionGroup *actions;

  AsyFamilyFilter rules;
  AsyFamilyOrder order;
  AsyFamiliesScope scope;
  gint64 chosen_id;             /* what is, or is to be, selected */
  gboolean is_selecting;        /* by the program */
  gboolean is_loaded;
  guint choose_source;
  guint reload_source;
};

G_DEFINE_FINAL_TYPE (AsyFamilyList, asy_family_list, GTK_TYPE_BOX)

enum { CHOSEN, ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void reload (AsyFamilyList *self);

static guint
count_items (gpointer model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

void
asy_family_list_set_alone (AsyFamilyList *self, gboolean is_alone)
{
  g_return_if_fail (ASY_IS_FAMILY_LIST (self));

  adw_header_bar_set_show_end_title_buttons (self->header, is_alone);
}

guint
asy_family_list_get_n_shown (AsyFamilyList *self)
{
  g_return_val_if_fail (ASY_IS_FAMILY_LIST (self), 0);

  return count_items (self->selection);
}

/* Headings */

static char *
describe_all (AsyFamilyList *self)
{
  guint at_work = 0, monitored = 0;
  g_autofree char *work = NULL, *monitor = NULL;

  for (guint i = 0; i < count_items (self->store); i++)
    {
      g_autoptr (AsyFamilyRow) row = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (asy_family_row_get_stage (row) == ASY_STAGE_MONITORING)
        monitored++;
      else if (asy_family_row_get_stage (row) != ASY_STAGE_CLOSED)
        at_work++;
    }
  work = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u at work", "%u at work", at_work), at_work);
  if (monitored == 0)
    return g_steal_pointer (&work);
  monitor = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u monitored", "%u monitored", monitored), monitored);
  return g_strconcat (work, ", ", monitor, NULL);
}

static void
update_title (AsyFamilyList *self)
{
  g_autofree char *subtitle = NULL;

  if (!self->is_loaded)
    return;
  if (self->scope == ASY_FAMILIES_ACTIVE && asy_family_filter_is_empty (&self->rules))
    subtitle = describe_all (self);
  else
    subtitle = g_strdup_printf (_("%u of %u"), count_items (self->selection), count_items (self->store));
  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
update_empty (AsyFamilyList *self)
{
  const gboolean is_filtered = !asy_family_filter_is_empty (&self->rules);
  const gboolean has_any = count_items (self->store) > 0;

  gtk_stack_set_visible_child_name (self->stack, count_items (self->selection) > 0 || !self->is_loaded ? "list" : "empty");
  adw_status_page_set_title (self->empty_page, has_any || is_filtered ? _("No families match the filter") : _("There are no families yet"));
  adw_status_page_set_description (self->empty_page, has_any || is_filtered ? NULL : _("Register the first one with the plus button."));
  gtk_widget_set_visible (GTK_WIDGET (self->show_all_button), is_filtered);
  gtk_widget_set_visible (GTK_WIDGET (self->archive_button), self->rules.words != NULL && self->scope == ASY_FAMILIES_ACTIVE);
}

/* Selection */

static int
find_position (AsyFamilyList *self, gint64 family_id)
{
  for (guint i = 0; i < count_items (self->selection); i++)
    {
      g_autoptr (AsyFamilyRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (asy_family_row_get_id (row) == family_id)
        return (int) i;
    }
  return -1;
}

static void
restore_selection (AsyFamilyList *self, gboolean with_scroll)
{
  const int position = self->chosen_id != 0 ? find_position (self, self->chosen_id) : -1;

  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position >= 0 ? (guint) position : GTK_INVALID_LIST_POSITION);
  self->is_selecting = FALSE;
  if (position >= 0 && with_scroll)
    asy_ui_scroll_to (GTK_WIDGET (self->list_view), (guint) position);
}

static gboolean
on_choose_cb (gpointer user_data)
{
  AsyFamilyList *self = user_data;

  self->choose_source = 0;
  g_signal_emit (self, signals[CHOSEN], 0, self->chosen_id);
  return G_SOURCE_REMOVE;
}

static void
on_selected_cb (AsyFamilyList *self)
{
  AsyFamilyRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (self->is_selecting || row == NULL || asy_family_row_get_id (row) == self->chosen_id)
    return;
  self->chosen_id = asy_family_row_get_id (row);
  g_clear_handle_id (&self->choose_source, g_source_remove);
  self->choose_source = g_timeout_add (CHOOSE_DELAY_MS, on_choose_cb, self);
}

static void
on_activate_cb (AsyFamilyList *self, guint position)
{
  g_autoptr (AsyFamilyRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row == NULL)
    return;
  g_clear_handle_id (&self->choose_source, g_source_remove);
  self->chosen_id = asy_family_row_get_id (row);
  g_signal_emit (self, signals[ACTIVATED], 0, self->chosen_id);
}

/* Filtering */

static void
set_menu_state (AsyFamilyList *self, const char *action, const char *value)
{
  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action), g_variant_new_string (value));
}

static void
refilter (AsyFamilyList *self)
{
  self->is_selecting = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->is_selecting = FALSE;
  restore_selection (self, FALSE);
  update_title (self);
  update_empty (self);
}

static void
show_all (AsyFamilyList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_toggle_button_set_active (self->all_button, TRUE);
  set_menu_state (self, "stage", "");
  set_menu_state (self, "worker", "");
  refilter (self);
}

static void
on_search_changed_cb (AsyFamilyList *self)
{
  asy_family_filter_set_text (&self->rules, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  refilter (self);
  self->is_selecting = TRUE;
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  self->is_selecting = FALSE;
}

/* Enter in the search opens the first family found; the arrow goes into the list. */
static void
on_search_activate_cb (AsyFamilyList *self)
{
  if (count_items (self->selection) == 0)
    return;
  on_activate_cb (self, 0);
  restore_selection (self, TRUE);
}

static gboolean
on_search_key_cb (AsyFamilyList *self, guint keyval)
{
  if (keyval != GDK_KEY_Down || count_items (self->selection) == 0)
    return FALSE;
  asy_family_list_focus (self);
  return TRUE;
}

static void
on_kind_toggled_cb (AsyFamilyList *self)
{
  AsyFamilyFilterKind kind = ASY_FAMILY_FILTER_ALL;

  if (gtk_toggle_button_get_active (self->overdue_button))
    kind = ASY_FAMILY_FILTER_OVERDUE;
  else if (gtk_toggle_button_get_active (self->court_button))
    kind = ASY_FAMILY_FILTER_COURT;
  if (self->rules.kind == kind)
    return;
  self->rules.kind = kind;
  refilter (self);
}

static gint64
to_number (const char *text, gint64 fallback)
{
  gint64 value;

  return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value, NULL) ? value : fallback;
}

static void
mark_filter_button (AsyFamilyList *self)
{
  const gboolean is_on = self->rules.stage >= 0 || self->rules.worker_id != 0 || self->scope != ASY_FAMILIES_ACTIVE;

  if (is_on)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "on");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "on");
}

static void
on_stage_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  AsyFamilyList *self = user_data;

  g_simple_action_set_state (action, value);
  self->rules.stage = (int) to_number (g_variant_get_string (value, NULL), -1);
  mark_filter_button (self);
  refilter (self);
}

static void
on_worker_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  AsyFamilyList *self = user_data;

  g_simple_action_set_state (action, value);
  self->rules.worker_id = to_number (g_variant_get_string (value, NULL), 0);
  mark_filter_button (self);
  refilter (self);
}

static void
on_scope_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  AsyFamilyList *self = user_data;
  const char *word = g_variant_get_string (value, NULL);

  g_simple_action_set_state (action, value);
  self->scope = g_str_equal (word, "all") ? ASY_FAMILIES_ALL : g_str_equal (word, "archived") ? ASY_FAMILIES_ARCHIVED : ASY_FAMILIES_ACTIVE;
  mark_filter_button (self);
  reload (self);
}

static void
on_order_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  static const char *const words[] = { "name", "due", "stage", "assistant" };
  AsyFamilyList *self = user_data;

  g_simple_action_set_state (action, value);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], g_variant_get_string (value, NULL)))
      self->order = (AsyFamilyOrder) i;
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  restore_selection (self, TRUE);
}

static void
on_show_archive_cb (AsyFamilyList *self)
{
  set_menu_state (self, "scope", "all");
}

/* Menus */

static void
append_choice (GMenu *menu, const char *label, const char *action, const char *value)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, g_variant_new_string (value));
  g_menu_append_item (menu, item);
}

static GMenu *
build_stage_menu (void)
{
  GMenu *menu = g_menu_new ();

  append_choice (menu, _("Any Stage"), "families.stage", "");
  for (int stage = ASY_STAGE_NOTICE; stage <= ASY_STAGE_CLOSED; stage++)
    {
      g_autofree char *value = g_strdup_printf ("%d", stage);

      append_choice (menu, asy_stage_get_label ((AsyStage) stage), "families.stage", value);
    }
  return menu;
}

static int
compare_assistants (gconstpointer a, gconstpointer b)
{
  return asy_family_order_compare (ASY_FAMILY_ORDER_ASSISTANT, *(AsyFamilyRow *const *) a, *(AsyFamilyRow *const *) b);
}

/* The assistants of the families in the list, each once, in the order of names. */
static GMenu *
build_worker_menu (AsyFamilyList *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  append_choice (menu, _("Any Assistant"), "families.worker", "");
  append_choice (menu, _("Without an Assistant"), "families.worker", "-1");
  for (guint i = 0; i < count_items (self->store); i++)
    {
      g_autoptr (AsyFamilyRow) row = g_list_model_get_item (G_LIST_MODEL (self->store), i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, asy_family_row_get_worker_id (row));

      if (asy_family_row_get_worker_id (row) != 0 && asy_family_row_get_assistant (row) != NULL &&
          g_hash_table_add (seen, g_steal_pointer (&id)))
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  g_ptr_array_sort (rows, compare_assistants);
  for (guint i = 0; i < rows->len; i++)
    {
      AsyFamilyRow *row = rows->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, asy_family_row_get_worker_id (row));

      append_choice (menu, asy_family_row_get_assistant (row), "families.worker", id);
    }
  return menu;
}

static GMenu *
build_scope_menu (void)
{
  GMenu *menu = g_menu_new ();

  append_choice (menu, _("At Work"), "families.scope", "active");
  append_choice (menu, _("Archive"), "families.scope", "archived");
  append_choice (menu, _("All Families"), "families.scope", "all");
  return menu;
}

static void
build_filter_menu (AsyFamilyList *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) stages = build_stage_menu ();
  g_autoptr (GMenu) workers = build_worker_menu (self);
  g_autoptr (GMenu) scopes = build_scope_menu ();

  g_menu_append_submenu (menu, _("Stage"), G_MENU_MODEL (stages));
  g_menu_append_submenu (menu, _("Assistant"), G_MENU_MODEL (workers));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (scopes));
  gtk_menu_button_set_menu_model (self->filter_button, G_MENU_MODEL (menu));
}

static void
build_sort_menu (AsyFamilyList *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) whole = asy_list_menu_new_section ();

  append_choice (menu, _("By Name"), "families.order", "name");
  append_choice (menu, _("By What Is Due"), "families.order", "due");
  append_choice (menu, _("By Stage"), "families.order", "stage");
  append_choice (menu, _("By Assistant"), "families.order", "assistant");
  g_menu_append_section (menu, NULL, whole);
  gtk_menu_button_set_menu_model (self->sort_button, G_MENU_MODEL (menu));
}

/* Loading */

static gpointer
list_job (AsySession *session, gpointer request, GError **error)
{
  return asy_families_list (session, (AsyFamiliesScope) GPOINTER_TO_INT (request), error);
}

static void
on_listed_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyFamilyList *self = owner;
  g_autoptr (GPtrArray) rows = result;
  const gboolean is_first = !self->is_loaded;

  if (rows == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  self->is_loaded = TRUE;
  self->rules.today = asy_context_get_today (self->context);
  self->is_selecting = TRUE;
  asy_ui_splice (self->store, rows, asy_family_row_same);
  self->is_selecting = FALSE;
  restore_selection (self, is_first);
  build_filter_menu (self);
  update_title (self);
  update_empty (self);
}

static void
reload (AsyFamilyList *self)
{
  asy_context_ask (self->context, self, "list", list_job, GINT_TO_POINTER (self->scope), NULL,
                   (GDestroyNotify) g_ptr_array_unref, on_listed_cb);
}

static gboolean
on_reload_cb (gpointer user_data)
{
  AsyFamilyList *self = user_data;

  self->reload_source = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (AsyFamilyList *self, const char *kind, gint64 id)
{
  static const char *const kinds[] = { "*", "family", "family_warning", "intervention", "person", "member", "case_file", "assignment", "consent", "visit", "plan",
                                       "assessment", "court_request", "letter", "worker", NULL };

  if (g_strv_contains (kinds, kind) && self->reload_source == 0)
    self->reload_source = g_timeout_add (RELOAD_DELAY_MS, on_reload_cb, self);
}

/* Public */

void
asy_family_list_select (AsyFamilyList *self, gint64 family_id)
{
  g_return_if_fail (ASY_IS_FAMILY_LIST (self));

  self->chosen_id = family_id;
  if (!self->is_loaded)
    return;
  if (family_id != 0 && find_position (self, family_id) < 0 && !asy_family_filter_is_empty (&self->rules))
    show_all (self);
  restore_selection (self, TRUE);
}

void
asy_family_list_step (AsyFamilyList *self, int step)
{
  const guint n = count_items (self->selection);
  const int current = find_position (self, self->chosen_id);
  const int next = current < 0 ? 0 : CLAMP (current + step, 0, (int) n - 1);

  g_return_if_fail (ASY_IS_FAMILY_LIST (self));

  if (n == 0)
    return;
  gtk_single_selection_set_selected (self->selection, (guint) next);
  asy_ui_scroll_to (GTK_WIDGET (self->list_view), (guint) next);
}

void
asy_family_list_search (AsyFamilyList *self)
{
  g_return_if_fail (ASY_IS_FAMILY_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

void
asy_family_list_focus (AsyFamilyList *self)
{
  g_return_if_fail (ASY_IS_FAMILY_LIST (self));

  if (!gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
asy_family_list_show_filter (AsyFamilyList *self, const char *name)
{
  g_return_if_fail (ASY_IS_FAMILY_LIST (self));

  show_all (self);
  if (g_strcmp0 (name, "overdue") == 0)
    gtk_toggle_button_set_active (self->overdue_button, TRUE);
  else if (g_strcmp0 (name, "court") == 0)
    gtk_toggle_button_set_active (self->court_button, TRUE);
  else if (g_strcmp0 (name, "unassigned") == 0)
    set_menu_state (self, "worker", "-1");
}

static AsyTable *
make_table (AsySession *session, gpointer request, GError **error)
{
  return asy_list_of_families (request);
}

void
asy_family_list_export (AsyFamilyList *self)
{
  GPtrArray *rows;

  g_return_if_fail (ASY_IS_FAMILY_LIST (self));

  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < count_items (self->selection); i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (self->selection), i));
  asy_export_list (self->context, C_("file name", "families"), make_table, rows, (GDestroyNotify) g_ptr_array_unref);
}

GtkWidget *
asy_family_list_new (AsyContext *context)
{
  AsyFamilyList *self = g_object_new (ASY_TYPE_FAMILY_LIST, NULL);

  self->context = g_object_ref (context);
  self->rules.today = asy_context_get_today (context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}

/* Rows */

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, asy_family_list_row_new ());
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  AsyFamilyList *self = user_data;

  asy_family_list_row_set (ASY_FAMILY_LIST_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item), self->rules.today);
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  AsyFamilyList *self = user_data;

  return asy_family_filter_matches (&self->rules, item);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  AsyFamilyList *self = user_data;

  return asy_family_filter_compare (&self->rules, self->order, (AsyFamilyRow *) a, (AsyFamilyRow *) b);
}

/* store → filter → order → selection */
static void
build_model (AsyFamilyList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->store = g_list_store_new (ASY_TYPE_FAMILY_ROW);
  self->sorter = gtk_custom_sorter_new (compare, self, NULL);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), g_object_ref (GTK_FILTER (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (GTK_SORTER (self->sorter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
}

static void
build_actions (AsyFamilyList *self)
{
  static const struct {
    const char *name;
    const char *state;
    void (*change) (GSimpleAction *, GVariant *, gpointer);
  } rows[] = {
    { "stage", "", on_stage_cb },
    { "worker", "", on_worker_cb },
    { "scope", "active", on_scope_cb },
    { "order", "name", on_order_cb },
  };

  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (rows[i].name, G_VARIANT_TYPE_STRING,
                                                                       g_variant_new_string (rows[i].state));

      g_signal_connect_object (action, "change-state", G_CALLBACK (rows[i].change), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "families", G_ACTION_GROUP (self->actions));
}

static void
asy_family_list_dispose (GObject *object)
{
  AsyFamilyList *self = ASY_FAMILY_LIST (object);

  g_clear_handle_id (&self->choose_source, g_source_remove);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_FAMILY_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->store);
  g_clear_object (&self->actions);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_family_list_parent_class)->dispose (object);
}

static void
asy_family_list_finalize (GObject *object)
{
  asy_family_filter_clear (&ASY_FAMILY_LIST (object)->rules);

  G_OBJECT_CLASS (asy_family_list_parent_class)->finalize (object);
}

static void
asy_family_list_class_init (AsyFamilyListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = asy_family_list_dispose;
  object_class->finalize = asy_family_list_finalize;
  g_type_ensure (ASY_TYPE_NAV_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/families/asy-family-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, header);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, title);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, all_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, overdue_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, court_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, sort_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, stack);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, list_view);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, show_all_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, archive_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_show_all_cb", G_CALLBACK (show_all));
  gtk_widget_class_bind_template_callback (widget_class, on_show_archive_cb);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT64);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     G_TYPE_INT64);
}

static void
asy_family_list_init (AsyFamilyList *self)
{
  self->rules.stage = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  build_actions (self);
  build_model (self);
  build_filter_menu (self);
  build_sort_menu (self);
  asy_ui_hide_others (self->stack);
}
