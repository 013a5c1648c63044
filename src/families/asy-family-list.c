/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "families/asy-family-filter.h"
#include "families/asy-family-filter-words.h"
#include "families/asy-family-list-row.h"
#include "families/asy-family-list.h"
#include "families/asy-family-table.h"
#include "families/asy-filter-popover.h"
#include "ui/asy-compat.h"
#include "ui/asy-export.h"
#include "ui/asy-list-menu.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-ui.h"
#include "ui/asy-wrap-box.h"

/* Arrows run over families; only where they rest is a family opened. */
#define CHOOSE_DELAY_MS 140
/* One save announces several records. */
#define RELOAD_DELAY_MS 120
/* The search above the table is as wide as above the list. */
#define SEARCH_WIDTH 320

/* As many as a high screen shows. */
#define ROWS_WHILE_TYPING 32
#define GROW_DELAY_MS 300

struct _AsyFamilyList
{
  GtkBox parent_instance;

  /* template children */
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkBox *tools;
  GtkSearchEntry *search_entry;
  GtkToggleButton *all_button;
  GtkToggleButton *overdue_button;
  GtkToggleButton *court_button;
  GtkMenuButton *filter_button;
  GtkMenuButton *sort_button;
  AsyWrapBox *chips;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *empty_page;
  GtkButton *show_all_button;
  GtkButton *archive_button;
  GtkButton *import_button;

  /* owned */
  AsyContext *context;
  GListStore *store;            /* all that are loaded */
  GListStore *shown;            /* those of them that the filter leaves, in their order */
  GtkSliceListModel *slice;     /* what the view has of them: the first ones while one types */
  GtkSingleSelection *selection;
  GSimpleActionGroup *actions;
  GSettings *settings;
  AsyFilterPopover *popover;    /* owned by the filter button */
  gboolean wants_focus;         /* once the list is in */
  AsyFamilyTable *table;        /* nullable until it is first shown; owned by the stack */

  AsyFamilyFilter rules;
  AsyFamiliesScope scope;       /* of the families that are loaded */
  AsyFamilyOrder order;
  gboolean is_descending;
  gboolean is_syncing;          /* buttons follow the filter */
  gint64 chosen_id;             /* what is, or is to be, selected */
  gboolean is_selecting;        /* by the program */
  gboolean is_loaded;
  guint choose_source;
  guint reload_source;
  guint grow_source;
  guint focus_source;
};

G_DEFINE_FINAL_TYPE (AsyFamilyList, asy_family_list, GTK_TYPE_BOX)

enum { CHOSEN, ACTIVATED, SHAPE_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void reload (AsyFamilyList *self);

static void update_title (AsyFamilyList *self);

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
  update_title (self);
}

guint
asy_family_list_get_n_shown (AsyFamilyList *self)
{
  g_return_val_if_fail (ASY_IS_FAMILY_LIST (self), 0);

  return count_items (self->shown);
}

/* Headings */

static char *
describe_all (AsyFamilyList *self, gboolean with_monitored)
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
  if (monitored == 0 || !with_monitored)
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
    {
      subtitle = describe_all (self, TRUE);
      asy_ui_set_tooltip (GTK_WIDGET (self->title), subtitle);
      /* Beside a family there is no room for both numbers. */
      if (!adw_header_bar_get_show_end_title_buttons (self->header))
        {
          g_free (subtitle);
          subtitle = describe_all (self, FALSE);
        }
    }
  else
    subtitle = g_strdup_printf (_("%u of %u"), count_items (self->shown), count_items (self->store));
  adw_window_title_set_subtitle (self->title, subtitle);
}

static AsyDictionary *
get_dictionary (AsyFamilyList *self)
{
  return asy_context_get_office (self->context)->dictionary;
}

/* A value that a button above shows as well needs no chip of its own. */
static gboolean
is_on_button (AsyFamilyList *self, AsyFamilyFacet facet)
{
  const GPtrArray *values = self->rules.values[facet];

  return values->len == 1 &&
         ((facet == ASY_FAMILY_FACET_DUE && asy_family_filter_has (&self->rules, facet, ASY_FAMILY_DUE_OVERDUE)) ||
          (facet == ASY_FAMILY_FACET_FLAG && asy_family_filter_has (&self->rules, facet, ASY_FAMILY_FLAG_NICK_COURT)));
}

/* `Etap: Diagnoza`; %NULL where nothing is chosen. */
static char *
describe_facet (AsyFamilyList *self, AsyFamilyFacet facet)
{
  g_autofree char *values = NULL;

  if (self->rules.values[facet] == NULL || self->rules.values[facet]->len == 0)
    return NULL;
  values = asy_family_filter_describe_facet (&self->rules, facet, get_dictionary (self), G_LIST_MODEL (self->store));
  /* Translators: a facet of the filter and what is chosen in it. */
  return g_strdup_printf (_("%s: %s"), asy_family_facet_get_label (facet), values);
}

/* All that is chosen, a line a facet; %NULL when it is only what was typed. */
static char *
describe_filter (AsyFamilyList *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->rules.scope != ASY_FAMILIES_ACTIVE)
    g_string_append (text, asy_families_scope_get_label (self->rules.scope));
  for (int facet = 0; facet < ASY_FAMILY_N_FACETS; facet++)
    {
      g_autofree char *line = describe_facet (self, (AsyFamilyFacet) facet);

      if (line != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
show_families (AsyFamilyList *self)
{
  const gboolean is_empty = self->is_loaded && count_items (self->shown) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : asy_family_list_is_table (self) ? "table" : "list");
}

static void
update_empty (AsyFamilyList *self)
{
  const gboolean is_filtered = !asy_family_filter_is_empty (&self->rules);
  const gboolean has_any = count_items (self->store) > 0;
  g_autofree char *filter = describe_filter (self);

  show_families (self);
  adw_status_page_set_title (self->empty_page, has_any || is_filtered ? _("No families match the filter") : _("There are no families yet"));
  adw_status_page_set_description (self->empty_page, is_filtered ? filter : has_any ? NULL : _("Register the first one with the plus button."));
  gtk_widget_set_visible (GTK_WIDGET (self->show_all_button), is_filtered);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), !has_any && !is_filtered);
  gtk_widget_set_visible (GTK_WIDGET (self->archive_button), self->rules.words != NULL && self->rules.scope == ASY_FAMILIES_ACTIVE);
}

/* Selection */

static int
find_position (AsyFamilyList *self, gint64 family_id)
{
  for (guint i = 0; i < count_items (self->shown); i++)
    {
      g_autoptr (AsyFamilyRow) row = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (asy_family_row_get_id (row) == family_id)
        return (int) i;
    }
  return -1;
}

static void
scroll_to (AsyFamilyList *self, guint position)
{
  if (asy_family_list_is_table (self))
    asy_family_table_scroll_to (self->table, position);
  else
    asy_ui_scroll_to (GTK_WIDGET (self->list_view), position);
}

/* A list view makes two hundred rows of whatever it is given, and fills all of them at every key. */
static void
set_size (AsyFamilyList *self, guint size)
{
  g_clear_handle_id (&self->grow_source, g_source_remove);
  if (gtk_slice_list_model_get_size (self->slice) == size)
    return;
  self->is_selecting = TRUE;
  gtk_slice_list_model_set_size (self->slice, size);
  self->is_selecting = FALSE;
}

static void
restore_selection (AsyFamilyList *self, gboolean with_scroll)
{
  const int position = self->chosen_id != 0 ? find_position (self, self->chosen_id) : -1;

  if (with_scroll && position >= (int) MIN (gtk_slice_list_model_get_size (self->slice), G_MAXINT))
    set_size (self, G_MAXUINT);
  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position >= 0 ? (guint) position : GTK_INVALID_LIST_POSITION);
  self->is_selecting = FALSE;
  if (position >= 0 && with_scroll)
    scroll_to (self, (guint) position);
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
  g_autoptr (AsyFamilyRow) row = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (row == NULL)
    return;
  g_clear_handle_id (&self->choose_source, g_source_remove);
  self->chosen_id = asy_family_row_get_id (row);
  g_signal_emit (self, signals[ACTIVATED], 0, self->chosen_id);
}

/* Filtering */

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  AsyFamilyList *self = user_data;

  return asy_family_filter_compare (&self->rules, self->order, self->is_descending, *(AsyFamilyRow *const *) a,
                                    *(AsyFamilyRow *const *) b);
}

/* Filter and order at once: the view fills its rows at every change of its model, and a letter that is typed
 * changes both. */
static void
show_rows (AsyFamilyList *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n_rows = count_items (self->store);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (AsyFamilyRow) row = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (asy_family_filter_matches (&self->rules, row))
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  g_ptr_array_sort_with_data (rows, compare, self);
  self->is_selecting = TRUE;
  asy_ui_splice (self->shown, rows, g_direct_equal);
  self->is_selecting = FALSE;
}

static void
refilter (AsyFamilyList *self)
{
  show_rows (self);
  restore_selection (self, FALSE);
  update_title (self);
  update_empty (self);
}

/* Chips: what is chosen, a press away from being chosen no more */

static void filter_changed (AsyFamilyList *self);

#define FACET_SCOPE ASY_FAMILY_N_FACETS

static void
on_chip_cb (AsyFamilyList *self, GtkWidget *chip)
{
  const int facet = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "facet"));

  if (facet == FACET_SCOPE)
    self->rules.scope = ASY_FAMILIES_ACTIVE;
  else
    asy_family_filter_drop (&self->rules, (AsyFamilyFacet) facet);
  filter_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->filter_button));
}

static void
add_chip (AsyFamilyList *self, int facet, const char *text)
{
  GtkWidget *chip = asy_filter_chip_new (text);

  g_object_set_data (G_OBJECT (chip), "facet", GINT_TO_POINTER (facet));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_chip_cb), self, G_CONNECT_SWAPPED);
  asy_wrap_box_append (self->chips, chip);
}

static void
update_chips (AsyFamilyList *self)
{
  asy_wrap_box_clear (self->chips);
  if (self->rules.scope != ASY_FAMILIES_ACTIVE)
    add_chip (self, FACET_SCOPE, asy_families_scope_get_label (self->rules.scope));
  for (int facet = 0; facet < ASY_FAMILY_N_FACETS; facet++)
    {
      g_autofree char *text = describe_facet (self, (AsyFamilyFacet) facet);

      if (text != NULL && !is_on_button (self, (AsyFamilyFacet) facet))
        add_chip (self, facet, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL);
}

static void
sync_buttons (AsyFamilyList *self)
{
  const gboolean has_chips = gtk_widget_get_visible (GTK_WIDGET (self->chips));

  self->is_syncing = TRUE;
  gtk_toggle_button_set_active (self->all_button, !asy_family_filter_is_chosen (&self->rules));
  gtk_toggle_button_set_active (self->overdue_button,
                                asy_family_filter_has (&self->rules, ASY_FAMILY_FACET_DUE, ASY_FAMILY_DUE_OVERDUE));
  gtk_toggle_button_set_active (self->court_button,
                                asy_family_filter_has (&self->rules, ASY_FAMILY_FACET_FLAG, ASY_FAMILY_FLAG_NICK_COURT));
  self->is_syncing = FALSE;
  if (has_chips)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "on");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "on");
}

/* Everything that shows the filter follows it. */
static void
filter_changed (AsyFamilyList *self)
{
  update_chips (self);
  sync_buttons (self);
  asy_filter_popover_refresh (self->popover);
  if (self->scope != self->rules.scope)
    reload (self);
  refilter (self);
  /* A list that has grown would stay at its end. */
  if (count_items (self->shown) > 0 && (self->chosen_id == 0 || find_position (self, self->chosen_id) < 0))
    scroll_to (self, 0);
}

static void
show_all (AsyFamilyList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  asy_family_filter_set_text (&self->rules, "");
  asy_family_filter_reset (&self->rules);
  filter_changed (self);
}

static void
on_search_left_cb (AsyFamilyList *self)
{
  if (self->table != NULL)
    asy_family_table_set_short (self->table, FALSE);
}

static gboolean
on_grow_cb (gpointer user_data)
{
  AsyFamilyList *self = user_data;

  self->grow_source = 0;
  set_size (self, G_MAXUINT);
  restore_selection (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* The rest comes when the hands rest. */
static void
shorten (AsyFamilyList *self)
{
  set_size (self, asy_family_list_is_table (self) ? G_MAXUINT : ROWS_WHILE_TYPING);
  if (!asy_family_list_is_table (self))
    self->grow_source = g_timeout_add (GROW_DELAY_MS, on_grow_cb, self);
}

static void
on_search_changed_cb (AsyFamilyList *self)
{
  if (self->table != NULL)
    asy_family_table_set_short (self->table, TRUE);
  shorten (self);
  asy_family_filter_set_text (&self->rules, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  refilter (self);
}

/* Enter in the search opens the first family found; the arrow goes into the list. */
static void
on_search_activate_cb (AsyFamilyList *self)
{
  if (count_items (self->shown) == 0)
    return;
  on_activate_cb (self, 0);
  restore_selection (self, TRUE);
}

static gboolean
on_search_key_cb (AsyFamilyList *self, guint keyval)
{
  if (keyval != GDK_KEY_Down || count_items (self->shown) == 0)
    return FALSE;
  asy_family_list_focus (self);
  return TRUE;
}

static void
on_all_toggled_cb (AsyFamilyList *self)
{
  if (self->is_syncing)
    return;
  asy_family_filter_reset (&self->rules);
  filter_changed (self);
}

static void
on_quick_toggled_cb (AsyFamilyList *self)
{
  if (self->is_syncing)
    return;
  asy_family_filter_set (&self->rules, ASY_FAMILY_FACET_DUE, ASY_FAMILY_DUE_OVERDUE,
                         gtk_toggle_button_get_active (self->overdue_button));
  asy_family_filter_set (&self->rules, ASY_FAMILY_FACET_FLAG, ASY_FAMILY_FLAG_NICK_COURT,
                         gtk_toggle_button_get_active (self->court_button));
  filter_changed (self);
}

/* Order */

static void
take_order (AsyFamilyList *self)
{
  g_autofree char *nick = g_settings_get_string (self->settings, "families-order");

  for (int i = 0; asy_family_order_nicks[i] != NULL; i++)
    if (g_str_equal (asy_family_order_nicks[i], nick))
      self->order = (AsyFamilyOrder) i;
  self->is_descending = g_settings_get_boolean (self->settings, "families-descending");
}

static void
on_order_changed_cb (AsyFamilyList *self)
{
  take_order (self);
  if (self->table != NULL)
    asy_family_table_set_order (self->table, self->order, self->is_descending);
  show_rows (self);
  restore_selection (self, TRUE);
}

/* A heading of the table. */
static void
on_ordered_cb (AsyFamilyList *self, int order, gboolean is_descending)
{
  g_settings_set_string (self->settings, "families-order", asy_family_order_nicks[order]);
  g_settings_set_boolean (self->settings, "families-descending", is_descending);
}

static void
on_show_archive_cb (AsyFamilyList *self)
{
  self->rules.scope = ASY_FAMILIES_ALL;
  filter_changed (self);
}

/* Menus */

static void
build_sort_menu (AsyFamilyList *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) orders = g_menu_new ();
  g_autoptr (GMenu) directions = g_menu_new ();
  g_autoptr (GMenuModel) whole = asy_list_menu_new_section ();

  for (int i = 0; asy_family_order_nicks[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (asy_family_order_get_label ((AsyFamilyOrder) i), NULL);

      g_menu_item_set_action_and_target_value (item, "families.families-order", g_variant_new_string (asy_family_order_nicks[i]));
      g_menu_append_item (orders, item);
    }
  g_menu_append (directions, _("Descending"), "families.families-descending");
  if (asy_family_list_is_table (self))
    {
      g_autoptr (GMenuModel) columns = asy_family_table_new_menu ();

      g_menu_append_submenu (directions, _("Columns"), columns);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (orders));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (directions));
  g_menu_append_section (menu, NULL, whole);
  gtk_menu_button_set_menu_model (self->sort_button, G_MENU_MODEL (menu));
}

/* List or table */

gboolean
asy_family_list_is_table (AsyFamilyList *self)
{
  g_return_val_if_fail (ASY_IS_FAMILY_LIST (self), FALSE);

  return g_settings_get_boolean (self->settings, "families-table");
}

void
asy_family_list_toggle_table (AsyFamilyList *self)
{
  g_return_if_fail (ASY_IS_FAMILY_LIST (self));

  g_settings_set_boolean (self->settings, "families-table", !asy_family_list_is_table (self));
}

static void
make_table_view (AsyFamilyList *self)
{
  self->table = ASY_FAMILY_TABLE (asy_family_table_new (self->settings));
  asy_family_table_set_order (self->table, self->order, self->is_descending);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "ordered", G_CALLBACK (on_ordered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "family-columns", asy_family_table_get_actions (self->table));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
  asy_ui_hide_others (self->stack);
}

/* What is not seen holds no rows. */
static void
share_model (AsyFamilyList *self, gboolean is_table)
{
  self->is_selecting = TRUE;
  gtk_list_view_set_model (self->list_view, is_table ? NULL : GTK_SELECTION_MODEL (self->selection));
  if (self->table != NULL)
    asy_family_table_set_model (self->table, is_table ? self->selection : NULL, self->rules.today);
  self->is_selecting = FALSE;
}

/* Above the table there is room for everything in one row. */
static void
take_shape (AsyFamilyList *self)
{
  const gboolean is_table = asy_family_list_is_table (self);

  if (is_table && self->table == NULL)
    make_table_view (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools), is_table ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->search_entry), is_table ? SEARCH_WIDTH : -1, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->chips), is_table);
  share_model (self, is_table);
  build_sort_menu (self);
  show_families (self);
}

static void
on_shape_changed_cb (AsyFamilyList *self)
{
  take_shape (self);
  g_signal_emit (self, signals[SHAPE_CHANGED], 0);
  restore_selection (self, TRUE);
  if (!asy_family_list_is_table (self) && self->chosen_id != 0)
    g_signal_emit (self, signals[CHOSEN], 0, self->chosen_id);
}

/* Loading */

static gpointer
list_job (AsySession *session, gpointer request, GError **error)
{
  return asy_families_list (session, (AsyFamiliesScope) GPOINTER_TO_INT (request), error);
}

/* A scroller without rows would take the focus itself, and keys would go nowhere. */
static gboolean
focus_rows (AsyFamilyList *self)
{
  GtkWidget *rows = asy_family_list_is_table (self) && self->table != NULL ? GTK_WIDGET (self->table) : GTK_WIDGET (self->list_view);

  return count_items (self->shown) > 0 && gtk_widget_child_focus (rows, GTK_DIR_TAB_FORWARD);
}

static gboolean
on_focus_cb (gpointer user_data)
{
  AsyFamilyList *self = user_data;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  self->focus_source = 0;
  if (*typed == '\0')
    focus_rows (self);
  return G_SOURCE_REMOVE;
}

/* The page was opened before its list was read. The rows are there when the
 * models behind them have come to rest; who types already stays where they are. */
static void
focus_when_loaded (AsyFamilyList *self)
{
  if (self->wants_focus && self->focus_source == 0)
    self->focus_source = g_idle_add_full (G_PRIORITY_LOW, on_focus_cb, self, NULL);
  self->wants_focus = FALSE;
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
  asy_ui_splice (self->store, rows, asy_family_row_same);
  show_rows (self);
  restore_selection (self, is_first);
  update_chips (self);
  asy_filter_popover_refresh (self->popover);
  update_title (self);
  update_empty (self);
  focus_when_loaded (self);
}

static void
reload (AsyFamilyList *self)
{
  self->scope = self->rules.scope;
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
  static const char *const kinds[] = { "*", "family", "family_warning", "intervention", "blue_card", "person", "member", "case_file", "assignment", "consent", "visit", "plan",
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
  const guint n = count_items (self->shown);
  const int current = find_position (self, self->chosen_id);
  const int next = current < 0 ? 0 : CLAMP (current + step, 0, (int) n - 1);

  g_return_if_fail (ASY_IS_FAMILY_LIST (self));

  if (n == 0)
    return;
  set_size (self, G_MAXUINT);
  gtk_single_selection_set_selected (self->selection, (guint) next);
  scroll_to (self, (guint) next);
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

  self->wants_focus = !self->is_loaded;
  if (!focus_rows (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
asy_family_list_show_filter (AsyFamilyList *self, const char *name)
{
  static const struct {
    const char *name;
    AsyFamilyFacet facet;
    const char *value;
  } rows[] = {
    { "overdue", ASY_FAMILY_FACET_DUE, ASY_FAMILY_DUE_OVERDUE },
    { "court", ASY_FAMILY_FACET_FLAG, ASY_FAMILY_FLAG_NICK_COURT },
    { "no-visit", ASY_FAMILY_FACET_FLAG, "no-visit" },
    { "unassigned", ASY_FAMILY_FACET_WORKER, ASY_FAMILY_WORKER_NONE },
  };

  g_return_if_fail (ASY_IS_FAMILY_LIST (self));

  show_all (self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].name, name) == 0)
      asy_family_filter_set (&self->rules, rows[i].facet, rows[i].value, TRUE);
  filter_changed (self);
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
  for (guint i = 0; i < count_items (self->shown); i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (self->shown), i));
  asy_export_list (self->context, C_("file name", "families"), make_table, rows, (GDestroyNotify) g_ptr_array_unref);
}

GtkWidget *
asy_family_list_new (AsyContext *context)
{
  AsyFamilyList *self = g_object_new (ASY_TYPE_FAMILY_LIST, NULL);

  self->context = g_object_ref (context);
  self->rules.today = asy_context_get_today (context);
  self->popover = ASY_FILTER_POPOVER (asy_filter_popover_new (context, &self->rules, G_LIST_MODEL (self->store)));
  g_signal_connect_object (self->popover, "changed", G_CALLBACK (filter_changed), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->filter_button, GTK_WIDGET (self->popover));
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}

/* Rows */

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, asy_two_lines_new (ASY_TWO_LINES_ENTRY));
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  AsyFamilyList *self = user_data;

  asy_family_list_row_set (ASY_TWO_LINES (gtk_list_item_get_child (item)), gtk_list_item_get_item (item), self->rules.today);
}

static void
build_model (AsyFamilyList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->store = g_list_store_new (ASY_TYPE_FAMILY_ROW);
  self->shown = g_list_store_new (ASY_TYPE_FAMILY_ROW);
  self->slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->shown)), 0, G_MAXUINT);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->slice)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
}

/* The order is kept in the settings, which are its actions too. */
static void
build_actions (AsyFamilyList *self)
{
  static const char *const keys[] = { "families-order", "families-descending", "families-table" };

  self->settings = g_settings_new (ASY_APP_ID);
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);
      g_autofree char *signal = g_strconcat ("changed::", keys[i], NULL);

      g_action_map_add_action (G_ACTION_MAP (self->actions), action);
      g_signal_connect_object (self->settings, signal, i == 2 ? G_CALLBACK (on_shape_changed_cb) : G_CALLBACK (on_order_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "families", G_ACTION_GROUP (self->actions));
  take_order (self);
}

static void
asy_family_list_dispose (GObject *object)
{
  AsyFamilyList *self = ASY_FAMILY_LIST (object);

  g_clear_handle_id (&self->choose_source, g_source_remove);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_clear_handle_id (&self->grow_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  self->table = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_FAMILY_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->shown);
  g_clear_object (&self->store);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
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
  g_type_ensure (ASY_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/families/asy-family-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, header);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, title);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, tools);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, all_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, overdue_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, court_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, sort_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, chips);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, stack);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, list_view);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, show_all_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, archive_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyList, import_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_quick_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_show_all_cb", G_CALLBACK (show_all));
  gtk_widget_class_bind_template_callback (widget_class, on_show_archive_cb);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT64);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     G_TYPE_INT64);
  signals[SHAPE_CHANGED] = g_signal_new ("shape-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
asy_family_list_init (AsyFamilyList *self)
{
  /* The template presses the first button. */
  self->is_syncing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_syncing = FALSE;
  build_actions (self);
  build_model (self);
  take_shape (self);
  asy_ui_hide_others (self->stack);
}
