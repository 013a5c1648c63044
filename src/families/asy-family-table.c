/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-family-filter-words.h"
#include "families/asy-family-table.h"
#include "ui/asy-compat.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

#define COLUMNS_KEY "families-columns"
#define GROUP "family-columns"
/* A heading that is drawn wider tells of each pixel. */
#define SAVE_DELAY_MS 400
/* Rows while one types: a column view makes two hundred of whatever it is given, and fills each cell of them at every key. */
#define SHORT_ROWS 28

/* In the order of a new table. */
static const struct {
  AsyFamilyOrder order;
  int width;
  gboolean is_shown;
} layout[] = {
  { ASY_FAMILY_ORDER_NAME, 160, TRUE },            { ASY_FAMILY_ORDER_STAGE, 140, TRUE },
  { ASY_FAMILY_ORDER_STEP, 170, TRUE },            { ASY_FAMILY_ORDER_DUE, 240, TRUE },
  { ASY_FAMILY_ORDER_ASSISTANT, 145, TRUE },       { ASY_FAMILY_ORDER_LAST_VISIT, 110, TRUE },
  { ASY_FAMILY_ORDER_NEXT_VISIT, 115, TRUE },      { ASY_FAMILY_ORDER_ASSESSMENT, 130, TRUE },
  { ASY_FAMILY_ORDER_DISTRICT, 120, TRUE },        { ASY_FAMILY_ORDER_CHILDREN, 70, TRUE },
  { ASY_FAMILY_ORDER_FLAGS, 200, FALSE },          { ASY_FAMILY_ORDER_SIGNATURE, 140, FALSE },
  { ASY_FAMILY_ORDER_ADDRESS, 180, FALSE },        { ASY_FAMILY_ORDER_REGISTERED, 110, FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (layout) == ASY_FAMILY_N_ORDERS);

typedef struct {
  AsyFamilyTable *table;
  AsyFamilyOrder order;
  GtkColumnViewColumn *column;  /* owned */
} Column;

struct _AsyFamilyTable
{
  AdwBin parent_instance;

  GtkColumnView *view;          /* owned by the widget tree */
  GtkSingleSelection *families; /* owned; nullable: what the list shows, chosen there too */
  GtkSliceListModel *slice;     /* nullable: its beginning, or all of it */
  GtkSingleSelection *shown;    /* owned; nullable: the slice, which follows what is chosen and is followed */
  gboolean is_following;
  GSettings *settings;
  GSimpleActionGroup *actions;
  Column columns[ASY_FAMILY_N_ORDERS]; /* by order */
  const Column *probed;         /* what the headings order by first */
  AsyDay today;
  gboolean is_setting;          /* by the program */
  guint save_source;
  guint fit_source;
  guint grow_source;
};

G_DEFINE_FINAL_TYPE (AsyFamilyTable, asy_family_table, ADW_TYPE_BIN)

enum { ACTIVATED, ORDERED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Cells */

/* What is late or near in words, what is far as a day. */
static char *
describe_due (AsyDay due, AsyDay today, AsyMeaning *ret_meaning)
{
  g_autofree char *words = asy_format_due (due, today, ret_meaning);

  return words == NULL || *ret_meaning != ASY_MEANING_PLAIN ? g_steal_pointer (&words) : asy_format_day (due);
}

static char *
describe_deadline (AsyFamilyRow *row, AsyDay today, AsyMeaning *ret_meaning)
{
  g_autofree char *due = describe_due (asy_family_row_get_due (row), today, ret_meaning);

  if (due == NULL)
    return NULL;
  return g_strdup_printf ("%s · %s", asy_deadline_kind_get_short_label (asy_family_row_get_due_kind (row)), due);
}

static char *
dup_day_or_text (AsyFamilyRow *row, AsyFamilyOrder order)
{
  switch (order)
    {
    case ASY_FAMILY_ORDER_LAST_VISIT:
      return asy_format_day (asy_family_row_get_last_visit (row));
    case ASY_FAMILY_ORDER_NEXT_VISIT:
      return asy_format_day (asy_family_row_get_next_visit (row));
    case ASY_FAMILY_ORDER_REGISTERED:
      return asy_format_day (asy_family_row_get_registered (row));
    case ASY_FAMILY_ORDER_CHILDREN:
      return g_strdup_printf ("%u", asy_family_row_get_n_children (row));
    case ASY_FAMILY_ORDER_FLAGS:
      return asy_family_flags_describe (asy_family_row_get_flags (row));
    case ASY_FAMILY_ORDER_STAGE:
      return g_strdup (asy_stage_get_label (asy_family_row_get_stage (row)));
    case ASY_FAMILY_ORDER_STEP:
      return g_strdup (asy_step_get_label (asy_family_row_get_step (row)));
    case ASY_FAMILY_ORDER_ASSISTANT:
      return g_strdup (asy_family_row_get_assistant (row));
    case ASY_FAMILY_ORDER_DISTRICT:
      return g_strdup (asy_family_row_get_district (row));
    case ASY_FAMILY_ORDER_SIGNATURE:
      return g_strdup (asy_family_row_get_court_signature (row));
    case ASY_FAMILY_ORDER_ADDRESS:
      return g_strdup (asy_family_row_get_address (row));
    case ASY_FAMILY_ORDER_DUE:
    case ASY_FAMILY_ORDER_ASSESSMENT:
    case ASY_FAMILY_ORDER_NAME:
    default:
      return g_strdup (asy_family_row_get_name (row));
    }
}

/* What stands in a cell; %NULL: nothing. */
static char *
dup_text (const Column *column, AsyFamilyRow *row, AsyMeaning *ret_meaning)
{
  const AsyDay today = column->table->today;

  *ret_meaning = ASY_MEANING_PLAIN;
  if (column->order == ASY_FAMILY_ORDER_DUE)
    return describe_deadline (row, today, ret_meaning);
  if (column->order == ASY_FAMILY_ORDER_ASSESSMENT)
    return describe_due (asy_family_row_get_assessment_due (row), today, ret_meaning);
  return dup_day_or_text (row, column->order);
}

/* A text that takes no part in how wide or high a row is: rows are filled by the
 * hundred while one types. */
static GtkWidget *
new_text (void)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 1);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (text, "numeric");
  return text;
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, new_text ());
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  AsyMeaning meaning;
  g_autofree char *text = dup_text (user_data, gtk_list_item_get_item (item), &meaning);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  asy_ui_set_meaning (cell, meaning);
}

/* The name with what to know before one goes there */

static GtkWidget *
new_sign (const char *icon_name, const char *name, const char *style_class)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (image, style_class);
  return image;
}

static void
on_name_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *two = new_sign ("system-users-symbolic", _("Visits in twos"), "soon");

  gtk_widget_set_tooltip_text (two, _("Visits in twos"));
  gtk_box_append (GTK_BOX (box), new_text ());
  gtk_box_append (GTK_BOX (box), two);
  gtk_box_append (GTK_BOX (box), new_sign ("dialog-warning-symbolic", _("Warning"), "late"));
  gtk_list_item_set_child (item, box);
}

static void
on_name_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *text = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *two = gtk_widget_get_next_sibling (text);
  GtkWidget *warning = gtk_widget_get_next_sibling (two);
  AsyFamilyRow *row = gtk_list_item_get_item (item);
  const char *reason = asy_family_row_get_warning (row);

  gtk_inscription_set_text (GTK_INSCRIPTION (text), asy_family_row_get_name (row));
  gtk_widget_set_visible (two, asy_family_row_get_two_person (row));
  gtk_widget_set_visible (warning, reason != NULL);
  asy_ui_set_tooltip (warning, reason);
  if (reason != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (warning), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
}

/* Order */

/* The headings' own sorter is asked once, to learn which column comes first and
 * in what direction; the families are ordered by the filter's own rules. */
static int
on_probe_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Column *column = user_data;

  if (column->table->probed == NULL)
    column->table->probed = column;
  return GTK_ORDERING_SMALLER;
}

static void
on_heading_cb (AsyFamilyTable *self)
{
  GtkOrdering ordering;

  if (self->is_setting)
    return;
  self->probed = NULL;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), self, self->view);
  if (self->probed != NULL)
    g_signal_emit (self, signals[ORDERED], 0, (int) self->probed->order, ordering == GTK_ORDERING_LARGER);
}

void
asy_family_table_set_order (AsyFamilyTable *self, AsyFamilyOrder order, gboolean is_descending)
{
  g_return_if_fail (ASY_IS_FAMILY_TABLE (self));

  self->is_setting = TRUE;
  gtk_column_view_sort_by_column (self->view, self->columns[order].column,
                                  is_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->is_setting = FALSE;
}

/* The columns are kept */

static int
find_order (const char *nick)
{
  for (int i = 0; asy_family_order_nicks[i] != NULL; i++)
    if (g_str_equal (asy_family_order_nicks[i], nick))
      return i;
  return -1;
}

static int
find_column (AsyFamilyTable *self, GtkColumnViewColumn *column)
{
  for (int i = 0; i < ASY_FAMILY_N_ORDERS; i++)
    if (self->columns[i].column == column)
      return i;
  return -1;
}

static void
save_columns (AsyFamilyTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sbi)"));

  g_clear_handle_id (&self->save_source, g_source_remove);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_variant_builder_add (&builder, "(sbi)", asy_family_order_nicks[find_column (self, column)],
                             gtk_column_view_column_get_visible (column), gtk_column_view_column_get_fixed_width (column));
    }
  g_settings_set_value (self->settings, COLUMNS_KEY, g_variant_builder_end (&builder));
}

static gboolean
on_save_cb (gpointer user_data)
{
  AsyFamilyTable *self = user_data;

  self->save_source = 0;
  save_columns (self);
  return G_SOURCE_REMOVE;
}

static void
on_columns_changed_cb (AsyFamilyTable *self)
{
  if (!self->is_setting && self->save_source == 0)
    self->save_source = g_timeout_add (SAVE_DELAY_MS, on_save_cb, self);
}

/* As they were kept; what this version does not know is left out, what is new comes last. */
static void
restore_columns (AsyFamilyTable *self)
{
  g_autoptr (GVariant) kept = g_settings_get_value (self->settings, COLUMNS_KEY);
  GVariantIter iter;
  const char *nick;
  gboolean is_visible;
  int width;
  guint place = 0;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&sbi)", &nick, &is_visible, &width))
    {
      const int order = find_order (nick);

      if (order < 0)
        continue;
      gtk_column_view_column_set_visible (self->columns[order].column, is_visible || order == ASY_FAMILY_ORDER_NAME);
      gtk_column_view_column_set_fixed_width (self->columns[order].column, MAX (width, -1));
      gtk_column_view_insert_column (self->view, place++, self->columns[order].column);
    }
}

GActionGroup *
asy_family_table_get_actions (AsyFamilyTable *self)
{
  g_return_val_if_fail (ASY_IS_FAMILY_TABLE (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

/* A family has a name in every table. */
GMenuModel *
asy_family_table_new_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (layout); i++)
    {
      g_autofree char *action = g_strconcat (GROUP ".", asy_family_order_nicks[layout[i].order], NULL);

      if (layout[i].order != ASY_FAMILY_ORDER_NAME)
        g_menu_append (menu, asy_family_order_get_label (layout[i].order), action);
    }
  return G_MENU_MODEL (menu);
}

/* Building */

/* A heading has less room than a menu. */
static const char *
get_heading (AsyFamilyOrder order)
{
  return order == ASY_FAMILY_ORDER_CHILDREN ? C_("heading", "Children") : asy_family_order_get_label (order);
}

static GtkListItemFactory *
new_factory (Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const gboolean is_name = column->order == ASY_FAMILY_ORDER_NAME;

  g_signal_connect (factory, "setup", is_name ? G_CALLBACK (on_name_setup_cb) : G_CALLBACK (on_setup_cb), column);
  g_signal_connect (factory, "bind", is_name ? G_CALLBACK (on_name_bind_cb) : G_CALLBACK (on_bind_cb), column);
  return factory;
}

static void
add_column (AsyFamilyTable *self, AsyFamilyOrder order, GMenuModel *menu)
{
  Column *column = &self->columns[order];
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (on_probe_cb, column, NULL));
  g_autoptr (GPropertyAction) action = NULL;

  column->table = self;
  column->order = order;
  column->column = gtk_column_view_column_new (get_heading (order), new_factory (column));
  gtk_column_view_column_set_sorter (column->column, sorter);
  gtk_column_view_column_set_header_menu (column->column, menu);
  gtk_column_view_column_set_resizable (column->column, TRUE);
  action = g_property_action_new (asy_family_order_nicks[order], column->column, "visible");
  if (order != ASY_FAMILY_ORDER_NAME)
    g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_signal_connect_object (column->column, "notify::visible", G_CALLBACK (on_columns_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column->column, "notify::fixed-width", G_CALLBACK (on_columns_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_columns (AsyFamilyTable *self)
{
  g_autoptr (GMenuModel) menu = asy_family_table_new_menu ();

  for (guint i = 0; i < G_N_ELEMENTS (layout); i++)
    {
      Column *column = &self->columns[layout[i].order];

      add_column (self, layout[i].order, menu);
      gtk_column_view_column_set_fixed_width (column->column, layout[i].width);
      gtk_column_view_column_set_visible (column->column, layout[i].is_shown);
      gtk_column_view_append_column (self->view, column->column);
    }
}

/* How many rows there are */

static void
set_size (AsyFamilyTable *self, guint size)
{
  g_clear_handle_id (&self->grow_source, g_source_remove);
  if (self->slice == NULL || gtk_slice_list_model_get_size (self->slice) == size)
    return;
  /* What the shorter table leaves out stays chosen. */
  self->is_following = TRUE;
  gtk_slice_list_model_set_size (self->slice, size);
  gtk_single_selection_set_selected (self->shown, gtk_single_selection_get_selected (self->families));
  self->is_following = FALSE;
}

static gboolean
on_grow_cb (gpointer user_data)
{
  AsyFamilyTable *self = user_data;

  self->grow_source = 0;
  set_size (self, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

static void
queue_grow (AsyFamilyTable *self)
{
  if (self->grow_source == 0)
    self->grow_source = g_idle_add_full (G_PRIORITY_LOW, on_grow_cb, self, NULL);
}

/* Whoever scrolls wants to see more. */
static void
on_scrolled_cb (AsyFamilyTable *self, GtkAdjustment *adjustment)
{
  if (gtk_adjustment_get_value (adjustment) > 0)
    queue_grow (self);
}

void
asy_family_table_set_short (AsyFamilyTable *self, gboolean is_short)
{
  g_return_if_fail (ASY_IS_FAMILY_TABLE (self));

  if (is_short)
    set_size (self, SHORT_ROWS);
  else
    queue_grow (self);
}

/* What is chosen */

static void
on_chosen_there_cb (AsyFamilyTable *self)
{
  const guint position = gtk_single_selection_get_selected (self->families);

  if (self->is_following)
    return;
  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->shown, position);
  self->is_following = FALSE;
}

/* A family that the short table leaves out, or that is gone, is not unchosen by it. */
static void
on_chosen_here_cb (AsyFamilyTable *self)
{
  const guint position = gtk_single_selection_get_selected (self->shown);

  if (self->is_following || position == GTK_INVALID_LIST_POSITION)
    return;
  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->families, position);
  self->is_following = FALSE;
}

static void
drop_model (AsyFamilyTable *self)
{
  g_clear_handle_id (&self->grow_source, g_source_remove);
  gtk_column_view_set_model (self->view, NULL);
  if (self->families != NULL)
    g_signal_handlers_disconnect_by_data (self->families, self);
  self->slice = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->families);
}

void
asy_family_table_set_model (AsyFamilyTable *self, GtkSingleSelection *families, AsyDay today)
{
  g_return_if_fail (ASY_IS_FAMILY_TABLE (self));

  self->today = today;
  if (families == self->families)
    return;
  drop_model (self);
  if (families == NULL)
    return;
  self->families = g_object_ref (families);
  self->slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (families)), 0, G_MAXUINT);
  self->shown = gtk_single_selection_new (G_LIST_MODEL (self->slice));
  gtk_single_selection_set_autoselect (self->shown, FALSE);
  gtk_single_selection_set_can_unselect (self->shown, TRUE);
  on_chosen_there_cb (self);
  g_signal_connect_swapped (families, "notify::selected", G_CALLBACK (on_chosen_there_cb), self);
  g_signal_connect_object (self->shown, "notify::selected", G_CALLBACK (on_chosen_here_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->shown));
}

void
asy_family_table_scroll_to (AsyFamilyTable *self, guint position)
{
  g_return_if_fail (ASY_IS_FAMILY_TABLE (self));

  if (self->slice != NULL && position >= gtk_slice_list_model_get_size (self->slice))
    set_size (self, G_MAXUINT);
  asy_ui_scroll_to (GTK_WIDGET (self->view), position);
}

static void
on_activate_cb (AsyFamilyTable *self, guint position)
{
  g_signal_emit (self, signals[ACTIVATED], 0, position);
}

GtkWidget *
asy_family_table_new (GSettings *settings)
{
  AsyFamilyTable *self = g_object_new (ASY_TYPE_FAMILY_TABLE, NULL);
  GListModel *columns = gtk_column_view_get_columns (self->view);

  self->settings = g_object_ref (settings);
  self->is_setting = TRUE;
  add_columns (self);
  restore_columns (self);
  self->is_setting = FALSE;
  g_signal_connect_object (columns, "items-changed", G_CALLBACK (on_columns_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_heading_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), GROUP, G_ACTION_GROUP (self->actions));
  return GTK_WIDGET (self);
}

/* Until somebody has chosen columns and widths the table fills a wide window. (The
 * toolkit's own way, columns that expand, draws headings one way and rows another
 * while a window grows.) */
static gboolean
on_fit_cb (gpointer user_data)
{
  AsyFamilyTable *self = user_data;
  g_autoptr (GVariant) kept = g_settings_get_value (self->settings, COLUMNS_KEY);
  const int width = (int) gtk_adjustment_get_page_size (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view)));
  int sum = 0;

  self->fit_source = 0;
  if (g_variant_n_children (kept) > 0 || self->save_source != 0)
    return G_SOURCE_REMOVE;
  for (guint i = 0; i < G_N_ELEMENTS (layout); i++)
    sum += layout[i].is_shown ? layout[i].width : 0;
  self->is_setting = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (layout); i++)
    gtk_column_view_column_set_fixed_width (self->columns[layout[i].order].column, layout[i].width * MAX (width, sum) / sum);
  self->is_setting = FALSE;
  return G_SOURCE_REMOVE;
}

static void
on_width_cb (AsyFamilyTable *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add (on_fit_cb, self);
}

static void
asy_family_table_dispose (GObject *object)
{
  AsyFamilyTable *self = ASY_FAMILY_TABLE (object);

  if (self->save_source != 0)
    save_columns (self);
  self->is_setting = TRUE;
  g_clear_handle_id (&self->fit_source, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    if (self->columns[i].column != NULL)
      g_signal_handlers_disconnect_by_data (self->columns[i].column, self);
  if (self->view != NULL)
    drop_model (self);
  self->view = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    g_clear_object (&self->columns[i].column);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (asy_family_table_parent_class)->dispose (object);
}

static void
asy_family_table_class_init (AsyFamilyTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_family_table_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     G_TYPE_UINT);
  signals[ORDERED] = g_signal_new ("ordered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
asy_family_table_init (AsyFamilyTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->actions = g_simple_action_group_new ();
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "asy-family-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Families"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)), "notify::page-size",
                           G_CALLBACK (on_width_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), "value-changed",
                           G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), scroller);
}
