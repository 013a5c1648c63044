/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/asy-search-box.h"
#include "app/asy-sidebar.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

struct _AsySidebar
{
  AdwBin parent_instance;

  AsyContext *context;          /* owned */

  /* template children, borrowed */
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkMenuButton *menu_button;
  AsySearchBox *search_box;
  GtkListBox *list;
  GtkLabel *lock_label;
  GtkWidget *lock_button;
  GtkMenuButton *user_button;
  AdwAvatar *avatar;
  GtkLabel *user_name;
  GtkLabel *user_role;

  gboolean selecting;
};

G_DEFINE_FINAL_TYPE (AsySidebar, asy_sidebar, ADW_TYPE_BIN)

enum { PAGE_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Rows. Each knows the page it stands for and has its counter as its last child. */

static const AsyPageInfo *
page_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "asy-page");
}

static GtkWidget *
new_row (const AsyPageInfo *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(page->title));
  GtkWidget *count = asy_count_new (0, ASY_MEANING_PLAIN);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (page->icon_name));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "asy-page-name");
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_visible (count, FALSE);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "asy-page", (gpointer) page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(page->title), -1);
  return row;
}

static GtkListBoxRow *
find_row (AsySidebar *self, const char *page_id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (page_of (row)->id, page_id) == 0)
      return row;
  return NULL;
}

void
asy_sidebar_select (AsySidebar *self, const char *page_id)
{
  g_return_if_fail (ASY_IS_SIDEBAR (self));

  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, find_row (self, page_id));
  self->selecting = FALSE;
}

void
asy_sidebar_set_counter (AsySidebar *self, const char *page_id, guint number, AsyMeaning meaning)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkListBoxRow *row;
  GtkWidget *count;

  g_return_if_fail (ASY_IS_SIDEBAR (self));

  row = find_row (self, page_id);
  if (row == NULL)
    return;
  count = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
  gtk_label_set_text (GTK_LABEL (count), text);
  asy_ui_set_meaning (count, meaning);
  gtk_widget_set_visible (count, number > 0);
}

void
asy_sidebar_restrict (AsySidebar *self, const char *page_id)
{
  GtkListBoxRow *row;

  g_return_if_fail (ASY_IS_SIDEBAR (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (row), page_id == NULL || g_str_equal (page_of (row)->id, page_id));
  gtk_widget_set_sensitive (GTK_WIDGET (self->search_box), page_id == NULL);
}

/* AT-SPI can select a row but not activate it. */
static void
on_row_selected_cb (AsySidebar *self, GtkListBoxRow *row)
{
  if (row != NULL && !self->selecting)
    g_signal_emit (self, signals[PAGE_CHOSEN], 0, page_of (row)->id);
}

/* In a narrow window a click on the current page leads back to it. */
static void
on_row_activated_cb (AsySidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[PAGE_CHOSEN], 0, page_of (row)->id);
}

/* The foot */

void
asy_sidebar_set_lock_minutes (AsySidebar *self, int minutes)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ASY_IS_SIDEBAR (self));

  if (minutes < 0)
    text = g_strdup (_("lock with Ctrl+L"));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "locks in %d min", "locks in %d min", (gulong) minutes), minutes);
  gtk_label_set_text (self->lock_label, text);
}

static void
show_user (AsySidebar *self)
{
  AsyOfficeFile *office = asy_context_get_office (self->context);
  const char *login = asy_store_get_login (asy_context_get_store (self->context));
  const char *name = office->user != NULL ? asy_user_get_full_name (office->user) : login;
  const char *role = NULL;

  if (office->user != NULL)
    {
      role = asy_user_get_position (office->user);
      if (role == NULL)
        role = asy_user_role_get_label ((AsyUserRole) asy_user_get_role (office->user));
    }
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->user_name, name);
  gtk_label_set_text (self->user_role, role != NULL ? role : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->user_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_window_title_set_subtitle (self->title, asy_office_get_demo (office->office) ? _("invented data") : "");
}

void
asy_sidebar_set_context (AsySidebar *self, AsyContext *context)
{
  g_return_if_fail (ASY_IS_SIDEBAR (self));
  g_return_if_fail (ASY_IS_CONTEXT (context));

  g_set_object (&self->context, context);
  asy_search_box_set_context (self->search_box, context);
  g_signal_connect_object (context, "office-changed", G_CALLBACK (show_user), self, G_CONNECT_SWAPPED);
  show_user (self);
}

void
asy_sidebar_set_alone (AsySidebar *self, gboolean alone)
{
  g_return_if_fail (ASY_IS_SIDEBAR (self));

  adw_header_bar_set_show_end_title_buttons (self->header, alone);
}

void
asy_sidebar_begin_search (AsySidebar *self)
{
  g_return_if_fail (ASY_IS_SIDEBAR (self));

  asy_search_box_begin (self->search_box);
}

void
asy_sidebar_open_menu (AsySidebar *self)
{
  g_return_if_fail (ASY_IS_SIDEBAR (self));

  gtk_menu_button_popup (self->menu_button);
}

static void
asy_sidebar_dispose (GObject *object)
{
  AsySidebar *self = ASY_SIDEBAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASY_TYPE_SIDEBAR);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_sidebar_parent_class)->dispose (object);
}

static void
asy_sidebar_class_init (AsySidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_sidebar_dispose;

  signals[PAGE_CHOSEN] = g_signal_new ("page-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (ASY_TYPE_SEARCH_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/app/asy-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AsySidebar, header);
  gtk_widget_class_bind_template_child (widget_class, AsySidebar, title);
  gtk_widget_class_bind_template_child (widget_class, AsySidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AsySidebar, search_box);
  gtk_widget_class_bind_template_child (widget_class, AsySidebar, list);
  gtk_widget_class_bind_template_child (widget_class, AsySidebar, lock_label);
  gtk_widget_class_bind_template_child (widget_class, AsySidebar, lock_button);
  gtk_widget_class_bind_template_child (widget_class, AsySidebar, user_button);
  gtk_widget_class_bind_template_child (widget_class, AsySidebar, avatar);
  gtk_widget_class_bind_template_child (widget_class, AsySidebar, user_name);
  gtk_widget_class_bind_template_child (widget_class, AsySidebar, user_role);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
asy_sidebar_init (AsySidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A menu button puts its child into a centred box. */
  gtk_widget_set_halign (gtk_widget_get_parent (gtk_menu_button_get_child (self->user_button)), GTK_ALIGN_FILL);
  for (const AsyPageInfo *page = asy_pages_get_all (); page->id != NULL; page++)
    if (!page->is_subpage)
      gtk_list_box_append (self->list, new_row (page));
  asy_ui_set_name (GTK_WIDGET (self->menu_button), _("Main Menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lock_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lock the Register"), -1);
}
