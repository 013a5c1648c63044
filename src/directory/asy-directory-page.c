/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-directory"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "directory/asy-directory-page.h"
#include "directory/asy-provider-row.h"
#include "directory/asy-provider-view.h"
#include "store/asy-providers.h"
#include "ui/asy-compat.h"
#include "ui/asy-export.h"
#include "ui/asy-list-menu.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"

#define PAGE_SIZE 100

struct _AsyDirectoryPage
{
  AdwBin parent_instance;

  AsyContext *context;
  GListStore *providers;        /* AsyProvider */
  GtkSingleSelection *selection;
  GPtrArray *kinds;             /* char *: code by place in kind_choice; NULL is all */
  gint64 wanted_id;             /* to be selected when it is in the list */
  gboolean is_filling;
  gboolean may_have_more;

  /* template children */
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  AdwWindowTitle *title;
  GtkSearchEntry *search;
  GtkDropDown *kind_choice;
  GtkDropDown *city_choice;
  GtkStack *list_stack;
  GtkListView *list;
  AdwBin *detail;
};

static void asy_directory_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyDirectoryPage, asy_directory_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_directory_page_page_init))

typedef struct {
  char *text;
  char *kind;
  char *city;
  AsyProvider *after;           /* nullable: for the next page */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->text);
  g_free (request->kind);
  g_free (request->city);
  g_clear_object (&request->after);
  g_free (request);
}

typedef struct {
  GPtrArray *providers;
  GStrv cities;
  int total;
  gboolean is_next_page;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->providers, g_ptr_array_unref);
  g_strfreev (answer->cities);
  g_free (answer);
}

static gpointer
list_job (AsySession *session, gpointer data, GError **error)
{
  const Request *request = data;
  const AsyProviderFilter filter = { .text = request->text, .kind = request->kind, .city = request->city,
                                     .after = request->after, .limit = PAGE_SIZE };
  Answer *answer = g_new0 (Answer, 1);

  answer->is_next_page = request->after != NULL;
  answer->providers = asy_providers_list (session, &filter, error);
  answer->cities = answer->providers != NULL ? asy_providers_list_cities (session, error) : NULL;
  if (answer->cities == NULL || !asy_providers_count (session, &answer->total, error))
    {
      answer_free (answer);
      return NULL;
    }
  return answer;
}

static AsyProvider *
get_selected (AsyDirectoryPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
show_selected (AsyDirectoryPage *self)
{
  AsyProvider *provider = get_selected (self);
  GtkWidget *view;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "directory.edit", provider != NULL);
  if (provider == NULL)
    view = asy_empty_new ("x-office-address-book-symbolic", _ ("Choose a place"),
                          _ ("Here you will see its phones, scope of help and hours."), NULL, NULL);
  else
    view = asy_provider_view_new (self->context, provider);
  adw_bin_set_child (self->detail, view);
}

static void
select_wanted (AsyDirectoryPage *self)
{
  for (guint i = 0; self->wanted_id != 0 && i < g_list_model_get_n_items (G_LIST_MODEL (self->providers)); i++)
    {
      g_autoptr (AsyRecord) provider = g_list_model_get_item (G_LIST_MODEL (self->providers), i);

      if (asy_record_get_id (provider) != self->wanted_id)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      asy_ui_scroll_to (GTK_WIDGET (self->list), i);
      self->wanted_id = 0;
    }
}

static void
fill_cities (AsyDirectoryPage *self, GStrv cities)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GObject *item = gtk_drop_down_get_selected_item (self->city_choice);
  g_autofree char *chosen = item != NULL ? g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item))) : NULL;
  guint place = 0;

  if (gtk_drop_down_get_model (self->city_choice) != NULL &&
      g_list_model_get_n_items (gtk_drop_down_get_model (self->city_choice)) == g_strv_length (cities) + 1)
    return;
  gtk_string_list_append (names, _ ("All towns"));
  for (guint i = 0; cities[i] != NULL; i++)
    {
      gtk_string_list_append (names, cities[i]);
      if (g_strcmp0 (cities[i], chosen) == 0)
        place = i + 1;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->city_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->city_choice, place);
  self->is_filling = FALSE;
}

static void
show_count (AsyDirectoryPage *self, int total)
{
  const guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->providers));
  g_autofree char *text = NULL;

  if (self->may_have_more || (int) shown == total)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d place", "%d places", (gulong) total), total);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %d place", "%u of %d places", (gulong) total), shown, total);
  adw_window_title_set_subtitle (self->title, text);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  return asy_record_same ((AsyRecord *) a, (AsyRecord *) b);
}

static void
on_listed_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyDirectoryPage *self = owner;
  Answer *answer = result;

  if (answer == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  self->may_have_more = answer->providers->len == PAGE_SIZE;
  if (answer->is_next_page)
    g_list_store_splice (self->providers, g_list_model_get_n_items (G_LIST_MODEL (self->providers)), 0,
                         answer->providers->pdata, answer->providers->len);
  else
    asy_ui_splice (self->providers, answer->providers, is_same);
  fill_cities (self, answer->cities);
  show_count (self, answer->total);
  gtk_stack_set_visible_child_name (self->list_stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->providers)) > 0 ? "list" : "empty");
  asy_ui_hide_others (self->list_stack);
  select_wanted (self);
  answer_free (answer);
}

static Request *
new_request (AsyDirectoryPage *self, AsyProvider *after)
{
  Request *request = g_new0 (Request, 1);
  const guint kind = gtk_drop_down_get_selected (self->kind_choice);
  const guint city = gtk_drop_down_get_selected (self->city_choice);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (*text != '\0')
    request->text = g_strdup (text);
  if (kind < self->kinds->len)
    request->kind = g_strdup (g_ptr_array_index (self->kinds, kind));
  if (city != 0 && city != GTK_INVALID_LIST_POSITION)
    request->city = g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_drop_down_get_selected_item (self->city_choice))));
  g_set_object (&request->after, after);
  return request;
}

static void
ask (AsyDirectoryPage *self, AsyProvider *after)
{
  asy_context_ask (self->context, self, "list", list_job, new_request (self, after), request_free, answer_free, on_listed_cb);
}

static AsyTable *
load_table (AsySession *session, gpointer data, GError **error)
{
  const Request *request = data;
  const AsyProviderFilter filter = { .text = request->text, .kind = request->kind, .city = request->city };

  return asy_list_load_providers (session, &filter, error);
}

static gboolean
asy_directory_page_export_list (AsyPage *page)
{
  AsyDirectoryPage *self = ASY_DIRECTORY_PAGE (page);

  asy_export_list (self->context, C_ ("file name", "specialists"), load_table, new_request (self, NULL), request_free);
  return TRUE;
}

static void
on_filter_changed_cb (AsyDirectoryPage *self)
{
  if (self->context != NULL && !self->is_filling)
    ask (self, NULL);
}

static void
on_edge_reached_cb (AsyDirectoryPage *self, GtkPositionType edge)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->providers));
  g_autoptr (AsyProvider) last = NULL;

  if (edge != GTK_POS_BOTTOM || !self->may_have_more || n == 0)
    return;
  last = g_list_model_get_item (G_LIST_MODEL (self->providers), n - 1);
  ask (self, last);
}

static void
show_detail_pane (AsyDirectoryPage *self)
{
  asy_ui_leaflet_show (GTK_WIDGET (self->leaflet), self->detail_pane);
}

static void
on_row_activated_cb (AsyDirectoryPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  show_detail_pane (self);
}

static void
on_search_activate_cb (AsyDirectoryPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->providers)) > 0)
    on_row_activated_cb (self, 0);
}

static void
on_row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, asy_provider_row_new ());
}

static void
on_row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  AsyDirectoryPage *self = user_data;

  asy_provider_row_show (ASY_PROVIDER_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                         asy_context_get_office (self->context)->dictionary, asy_context_get_today (self->context));
}

static void
on_changed_cb (AsyStore *store, const char *kind, gint64 id, gpointer user_data)
{
  AsyDirectoryPage *self = user_data;

  if (g_str_equal (kind, "provider") || g_str_equal (kind, "*"))
    {
      AsyProvider *selected = get_selected (self);

      self->wanted_id = selected != NULL ? asy_record_get_id (ASY_RECORD (selected)) : id;
      ask (self, NULL);
    }
}

static void
fill_kinds (AsyDirectoryPage *self)
{
  GPtrArray *entries = asy_dictionary_list (asy_context_get_office (self->context)->dictionary, ASY_DICT_PROVIDER_KIND);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->is_filling = TRUE;
  g_ptr_array_set_size (self->kinds, 0);
  g_ptr_array_add (self->kinds, NULL);
  gtk_string_list_append (names, _ ("All kinds"));
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const AsyDictEntry *entry = g_ptr_array_index (entries, i);

      g_ptr_array_add (self->kinds, g_strdup (entry->code));
      gtk_string_list_append (names, entry->label);
    }
  gtk_drop_down_set_expression (self->kind_choice, NULL);
  gtk_drop_down_set_model (self->kind_choice, G_LIST_MODEL (names));
  self->is_filling = FALSE;
}

static void
new_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyDirectoryPage *self = ASY_DIRECTORY_PAGE (widget);
  g_autoptr (AsyProvider) provider = asy_provider_new ();

  asy_provider_form_open (self->context, provider);
}

static void
edit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyDirectoryPage *self = ASY_DIRECTORY_PAGE (widget);

  if (get_selected (self) != NULL)
    asy_provider_form_open (self->context, get_selected (self));
}

static void
show_list_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyDirectoryPage *self = ASY_DIRECTORY_PAGE (widget);

  asy_ui_leaflet_show (GTK_WIDGET (self->leaflet), self->list_pane);
}

static void
asy_directory_page_activate (AsyPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (ASY_DIRECTORY_PAGE (page)->search));
}

static gboolean
asy_directory_page_search (AsyPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (ASY_DIRECTORY_PAGE (page)->search));
  return TRUE;
}

static gpointer
load_job (AsySession *session, gpointer request, GError **error)
{
  return asy_provider_load (session, *(gint64 *) request, error);
}

/* A place from outside the list: the search finds it by its name. */
static void
on_wanted_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyDirectoryPage *self = owner;
  g_autoptr (AsyProvider) provider = result;

  if (provider == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  self->wanted_id = asy_record_get_id (ASY_RECORD (provider));
  gtk_drop_down_set_selected (self->kind_choice, 0);
  gtk_drop_down_set_selected (self->city_choice, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search), asy_provider_get_name (provider));
  show_detail_pane (self);
  ask (self, NULL);
}

static gboolean
asy_directory_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  AsyDirectoryPage *self = ASY_DIRECTORY_PAGE (page);

  if (g_str_equal (what, "new-provider"))
    {
      g_autoptr (AsyProvider) provider = asy_provider_new ();

      asy_provider_form_open (self->context, provider);
      return TRUE;
    }
  if (!g_str_equal (what, "provider"))
    return FALSE;
  asy_context_ask (self->context, self, "wanted", load_job, g_memdup2 (&id, sizeof id), g_free, g_object_unref, on_wanted_loaded_cb);
  return TRUE;
}

static gboolean
asy_directory_page_go_back (AsyPage *page)
{
  AsyDirectoryPage *self = ASY_DIRECTORY_PAGE (page);

  return adw_leaflet_get_folded (self->leaflet) && adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
asy_directory_page_page_init (AsyPageInterface *iface)
{
  iface->activate = asy_directory_page_activate;
  iface->search = asy_directory_page_search;
  iface->export_list = asy_directory_page_export_list;
  iface->show = asy_directory_page_show;
  iface->go_back = asy_directory_page_go_back;
}

static void
asy_directory_page_dispose (GObject *object)
{
  AsyDirectoryPage *self = ASY_DIRECTORY_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_DIRECTORY_PAGE);
  g_clear_object (&self->context);
  g_clear_object (&self->selection);
  g_clear_object (&self->providers);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);

  G_OBJECT_CLASS (asy_directory_page_parent_class)->dispose (object);
}

static void
asy_directory_page_class_init (AsyDirectoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_directory_page_dispose;

  g_type_ensure (ASY_TYPE_NAV_BUTTON);
  g_type_ensure (ASY_TYPE_LIST_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/directory/directory-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyDirectoryPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AsyDirectoryPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, AsyDirectoryPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, AsyDirectoryPage, title);
  gtk_widget_class_bind_template_child (widget_class, AsyDirectoryPage, search);
  gtk_widget_class_bind_template_child (widget_class, AsyDirectoryPage, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, AsyDirectoryPage, city_choice);
  gtk_widget_class_bind_template_child (widget_class, AsyDirectoryPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, AsyDirectoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, AsyDirectoryPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_install_action (widget_class, "directory.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "directory.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "directory.show-list", NULL, show_list_action);
}

static void
set_up_list (AsyDirectoryPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->providers = g_list_store_new (ASY_TYPE_PROVIDER);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->providers)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_row_setup_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_row_bind_cb), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

static void
asy_directory_page_init (AsyDirectoryPage *self)
{
  self->kinds = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, self->list_pane);
  set_up_list (self);
}

GtkWidget *
asy_directory_page_new (AsyContext *context)
{
  AsyDirectoryPage *self = g_object_new (ASY_TYPE_DIRECTORY_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_DEFAULT);
  fill_kinds (self);
  show_selected (self);
  ask (self, NULL);
  return GTK_WIDGET (self);
}
