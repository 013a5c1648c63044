/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "families/asy-interventions-page.h"
#include "store/asy-interventions.h"
#include "ui/asy-export.h"
#include "ui/asy-intervention-row.h"
#include "ui/asy-list-menu.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"

#define COLUMN_WIDTH 860

struct _AsyInterventionsPage
{
  AdwBin parent_instance;

  AsyContext *context;

  /* children, owned by the widget tree */
  AdwWindowTitle *title;
  GtkDropDown *scope_choice;
  GtkStack *stack;
  GtkListBox *list;
};

static void asy_interventions_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyInterventionsPage, asy_interventions_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_interventions_page_page_init))

static gpointer
list_job (AsySession *session, gpointer request, GError **error)
{
  return asy_interventions_list (session, *(AsyInterventionsScope *) request, 0, error);
}

static void
on_listed_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyInterventionsPage *self = owner;
  g_autoptr (GPtrArray) entries = result;
  g_autofree char *count = NULL;

  if (entries == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  asy_ui_clear_list (self->list);
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->list, asy_intervention_row_new (entries->pdata[i]));
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u intervention", "%u interventions", entries->len), entries->len);
  adw_window_title_set_subtitle (self->title, count);
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "list" : "empty");
}

static void
reload (AsyInterventionsPage *self)
{
  const AsyInterventionsScope scope = (AsyInterventionsScope) gtk_drop_down_get_selected (self->scope_choice);

  asy_context_ask (self->context, self, "list", list_job, g_memdup2 (&scope, sizeof scope), g_free,
                   (GDestroyNotify) g_ptr_array_unref, on_listed_cb);
}

static void
on_changed_cb (AsyInterventionsPage *self, const char *kind, gint64 id)
{
  static const char *const followed[] = { "*", "intervention", "family", "assignment", "worker", "letter", NULL };

  if (g_strv_contains (followed, kind))
    reload (self);
}

static gboolean
asy_interventions_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  if (!g_str_equal (what, "register"))
    return FALSE;
  reload (ASY_INTERVENTIONS_PAGE (page));
  return TRUE;
}

static void
asy_interventions_page_activate (AsyPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (ASY_INTERVENTIONS_PAGE (page)->scope_choice));
}

static AsyTable *
load_table (AsySession *session, gpointer request, GError **error)
{
  return asy_list_load_interventions (session, *(AsyInterventionsScope *) request, error);
}

static gboolean
asy_interventions_page_export_list (AsyPage *page)
{
  AsyInterventionsPage *self = ASY_INTERVENTIONS_PAGE (page);
  const AsyInterventionsScope scope = (AsyInterventionsScope) gtk_drop_down_get_selected (self->scope_choice);

  asy_export_list (self->context, C_ ("file name", "interventions"), load_table, g_memdup2 (&scope, sizeof scope), g_free);
  return TRUE;
}

static void
asy_interventions_page_page_init (AsyPageInterface *iface)
{
  iface->show = asy_interventions_page_show;
  iface->activate = asy_interventions_page_activate;
  iface->export_list = asy_interventions_page_export_list;
}

/* Building */

static GtkWidget *
new_header (AsyInterventionsPage *self)
{
  const char *const scopes[] = { C_ ("interventions", "Under way"), C_ ("interventions", "Closed"), C_ ("interventions", "All"), NULL };
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_("Register of Interventions"), NULL));
  self->scope_choice = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (scopes));
  asy_ui_set_name (GTK_WIDGET (self->scope_choice), _("Which interventions"));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), asy_back_button_new ());
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), asy_list_menu_new ());
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->scope_choice));
  return header;
}

static GtkWidget *
new_column (AsyInterventionsPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->list), 24);
  gtk_widget_set_margin_start (GTK_WIDGET (self->list), 20);
  gtk_widget_set_margin_end (GTK_WIDGET (self->list), 20);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

GtkWidget *
asy_interventions_page_new (AsyContext *context)
{
  AsyInterventionsPage *self = g_object_new (ASY_TYPE_INTERVENTIONS_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scope_choice, "notify::selected", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
asy_interventions_page_dispose (GObject *object)
{
  g_clear_object (&ASY_INTERVENTIONS_PAGE (object)->context);

  G_OBJECT_CLASS (asy_interventions_page_parent_class)->dispose (object);
}

static void
asy_interventions_page_class_init (AsyInterventionsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_interventions_page_dispose;
}

static void
asy_interventions_page_init (AsyInterventionsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_stack_add_named (self->stack, new_column (self), "list");
  gtk_stack_add_named (self->stack, asy_empty_new ("emblem-ok-symbolic", _("No Interventions Here"),
                                                   _("A threat to a child is reported in its family by Ctrl+Shift+I."), NULL, NULL), "empty");
  asy_ui_hide_others (self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
}
