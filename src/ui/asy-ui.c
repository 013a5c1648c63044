/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include "ui/asy-banner.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-column-layout.h"
#include "ui/asy-date-row.h"
#include "ui/asy-form.h"
#include "ui/asy-list-menu.h"
#include "ui/asy-load-bar.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-password-group.h"
#include "ui/asy-pill.h"
#include "ui/asy-rows.h"
#include "ui/asy-time-row.h"
#include "ui/asy-ui.h"
#include "ui/asy-width-bin.h"

void
asy_ui_init (void)
{
  g_type_ensure (ASY_TYPE_BANNER);
  g_type_ensure (ASY_TYPE_CHOICE_ROW);
  g_type_ensure (ASY_TYPE_COLUMN_LAYOUT);
  g_type_ensure (ASY_TYPE_DATE_ROW);
  g_type_ensure (ASY_TYPE_TIME_ROW);
  g_type_ensure (ASY_TYPE_TEXT_ROW);
  g_type_ensure (ASY_TYPE_SWITCH_ROW);
  g_type_ensure (ASY_TYPE_NUMBER_ROW);
  g_type_ensure (ASY_TYPE_LIST_MENU);
  g_type_ensure (ASY_TYPE_LOAD_BAR);
  g_type_ensure (ASY_TYPE_NAV_BUTTON);
  g_type_ensure (ASY_TYPE_PASSWORD_GROUP);
  g_type_ensure (ASY_TYPE_PILL);
  g_type_ensure (ASY_TYPE_FORM);
  g_type_ensure (ASY_TYPE_WIDTH_BIN);
}

static GQuark
clock_quark (void)
{
  return g_quark_from_static_string ("asy-clock");
}

void
asy_ui_attach_clock (GtkWindow *window, AsyClock *clock)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (ASY_IS_CLOCK (clock));

  g_object_set_qdata_full (G_OBJECT (window), clock_quark (), g_object_ref (clock), g_object_unref);
}

AsyDay
asy_ui_get_today (GtkWidget *widget)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), ASY_DAY_NONE);

  root = gtk_widget_get_root (widget);
  while (GTK_IS_WINDOW (root))
    {
      AsyClock *clock = g_object_get_qdata (G_OBJECT (root), clock_quark ());

      if (clock != NULL)
        return asy_clock_get_today (clock);
      root = (GtkRoot *) gtk_window_get_transient_for (GTK_WINDOW (root));
    }
  return ASY_DAY_NONE;
}

static GQuark
tooltip_quark (void)
{
  return g_quark_from_static_string ("asy-tooltip");
}

static GQuark
has_handler_quark (void)
{
  return g_quark_from_static_string ("asy-has-tooltip-handler");
}

static gboolean
on_query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  const char *text = g_object_get_qdata (G_OBJECT (widget), tooltip_quark ());

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

void
asy_ui_set_tooltip (GtkWidget *widget, const char *text)
{
  const char *old;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  old = g_object_get_qdata (G_OBJECT (widget), tooltip_quark ());
  if (g_strcmp0 (old, text) == 0)
    return;
  if (g_object_get_qdata (G_OBJECT (widget), has_handler_quark ()) == NULL)
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
  g_object_set_qdata (G_OBJECT (widget), has_handler_quark (), GINT_TO_POINTER (TRUE));
  g_object_set_qdata_full (G_OBJECT (widget), tooltip_quark (), g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

void
asy_ui_set_name (GtkWidget *widget, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (widget, name);
}

void
asy_ui_set_meaning (GtkWidget *widget, AsyMeaning meaning)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (AsyMeaning other = ASY_MEANING_LATE; other <= ASY_MEANING_INFO; other++)
    gtk_widget_remove_css_class (widget, asy_meaning_get_style_class (other));
  if (meaning != ASY_MEANING_PLAIN)
    gtk_widget_add_css_class (widget, asy_meaning_get_style_class (meaning));
}

void
asy_ui_get_meaning_colour (GtkWidget *widget, AsyMeaning meaning, GdkRGBA *colour)
{
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (meaning == ASY_MEANING_PLAIN)
    return;
  name = g_strdup_printf ("asy_%s_color", asy_meaning_get_style_class (meaning));
  (void) gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, colour);
}

void
asy_ui_snapshot_icon (GtkWidget *widget, GtkSnapshot *snapshot, const char *icon_name, int size, float x, float y, AsyMeaning meaning)
{
  g_autoptr (GtkIconPaintable) icon = NULL;
  GdkRGBA colour;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (icon_name != NULL);

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  asy_ui_get_meaning_colour (widget, meaning, &colour);
  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), icon_name, NULL, size,
                                     gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size, &colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
update_hidden (GtkStack *stack)
{
  GtkWidget *visible = gtk_stack_get_visible_child (stack);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (child == visible)
        gtk_accessible_reset_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN);
      else
        gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    }
}

void
asy_ui_hide_others (GtkStack *stack)
{
  g_return_if_fail (GTK_IS_STACK (stack));

  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (update_hidden), NULL);
  g_signal_connect_object (gtk_stack_get_pages (stack), "items-changed", G_CALLBACK (update_hidden), stack, G_CONNECT_SWAPPED);
  update_hidden (stack);
}

GtkWidget *
asy_icon_button_new (const char *icon_name, const char *name, const char *action_name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  asy_ui_set_name (button, name);
  if (action_name != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  return button;
}

GtkWidget *
asy_avatar_new (const char *name, int size)
{
  GtkWidget *avatar = adw_avatar_new (size, name != NULL ? name : "", TRUE);

  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (avatar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return avatar;
}

GtkWidget *
asy_count_new (int count, AsyMeaning meaning)
{
  g_autofree char *text = g_strdup_printf ("%d", count);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "asy-count");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  asy_ui_set_meaning (label, meaning);
  return label;
}

GtkWidget *
asy_heading_new (const char *title, int count, GtkWidget *suffix)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  if (count >= 0)
    gtk_box_append (GTK_BOX (box), asy_count_new (count, ASY_MEANING_PLAIN));
  if (suffix != NULL)
    {
      gtk_widget_set_hexpand (suffix, TRUE);
      gtk_widget_set_halign (suffix, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), suffix);
    }
  gtk_widget_set_margin_start (box, 2);
  gtk_widget_set_margin_end (box, 2);
  gtk_widget_set_margin_bottom (box, 7);
  return box;
}

GtkWidget *
asy_empty_new (const char *icon_name, const char *title, const char *text, const char *button_label, const char *action_name)
{
  /* Titles of a status page are plain, its description is markup. */
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  gtk_widget_add_css_class (page, "compact");
  gtk_widget_set_vexpand (page, TRUE);
  if (button_label != NULL)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (button_label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
      gtk_widget_add_css_class (button, "pill");
      gtk_widget_add_css_class (button, "suggested-action");
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
    }
  return page;
}

GtkWidget *
asy_caption_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

void
asy_ui_set_busy (GtkWidget *widget, gboolean busy)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (gtk_widget_get_sensitive (widget) == !busy)
    return;
  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (busy && focus != NULL && gtk_widget_is_ancestor (focus, widget))
    {
      g_object_set_data_full (G_OBJECT (widget), "asy-focus", g_object_ref (focus), g_object_unref);
      gtk_root_set_focus (root, NULL);
    }
  gtk_widget_set_sensitive (widget, !busy);
  focus = g_object_get_data (G_OBJECT (widget), "asy-focus");
  if (!busy && focus != NULL)
    {
      if (root != NULL && gtk_root_get_focus (root) == NULL && gtk_widget_get_root (focus) == root)
        gtk_widget_grab_focus (focus);
      g_object_set_data (G_OBJECT (widget), "asy-focus", NULL);
    }
}

static void
scroll_to (GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *viewport = scrolled != NULL ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled)) : NULL;
  GtkAdjustment *adjustment = scrolled != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)) : NULL;
  graphene_rect_t bounds;

  if (viewport != NULL && gtk_widget_compute_bounds (widget, viewport, &bounds))
    {
      const double top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;

      gtk_adjustment_clamp_page (adjustment, top, top + bounds.size.height);
    }
}

static gboolean
on_scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  if (gtk_widget_get_width (widget) == 0)
    return G_SOURCE_CONTINUE;
  scroll_to (widget);
  return G_SOURCE_REMOVE;
}

/* On a busy machine a row that is new may still be without its place. */
static gboolean
on_scroll_cb (gpointer user_data)
{
  if (gtk_widget_get_width (user_data) == 0)
    gtk_widget_add_tick_callback (user_data, on_scroll_tick_cb, NULL, NULL);
  else
    scroll_to (user_data);
  return G_SOURCE_REMOVE;
}

void
asy_ui_show_in_view (GtkWidget *widget)
{
  /* Behind the layout, before what is idle. */
  g_idle_add_full (GDK_PRIORITY_REDRAW + 1, on_scroll_cb, g_object_ref (widget), g_object_unref);
}

void
asy_ui_clear_box (GtkBox *box)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

void
asy_ui_clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static gboolean
same_at (GListStore *store, guint position, gpointer item, GEqualFunc same)
{
  g_autoptr (GObject) old = g_list_model_get_item (G_LIST_MODEL (store), position);

  return same (old, item);
}

void
asy_ui_splice (GListStore *store, GPtrArray *fresh, GEqualFunc same)
{
  guint n_old, n_new, head = 0, tail = 0;

  g_return_if_fail (G_IS_LIST_STORE (store));
  g_return_if_fail (fresh != NULL && same != NULL);

  n_old = g_list_model_get_n_items (G_LIST_MODEL (store));
  n_new = fresh->len;
  while (head < MIN (n_old, n_new) && same_at (store, head, fresh->pdata[head], same))
    head++;
  while (head + tail < MIN (n_old, n_new) && same_at (store, n_old - tail - 1, fresh->pdata[n_new - tail - 1], same))
    tail++;
  if (head + tail < MAX (n_old, n_new))
    g_list_store_splice (store, head, n_old - head - tail, fresh->pdata + head, n_new - head - tail);
}
