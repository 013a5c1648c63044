/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include "app/asy-sidebar.h"
#include "app/asy-work-view.h"
#include "ui/asy-compat.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"
#include "ui/asy-width-bin.h"

/* How many steps Alt+Left remembers. */
#define HISTORY_MAX 32

struct _AsyWorkView
{
  AdwBin parent_instance;

  /* owned */
  AsyContext *context;
  GHashTable *made;             /* page id → GtkWidget, borrowed from the stack */
  GQueue *history;              /* page ids, static */
  GPtrArray *pushed;            /* GtkWidget: subpages, the last one in front */
  GPtrArray *leaving;           /* GtkWidget: subpages on their way out */

  /* template children, borrowed */
  AdwToastOverlay *toasts;
  AdwLeaflet *subpages;
  AdwLeaflet *navigation;
  AsySidebar *sidebar;
  GtkStack *pages;

  const char *page_id;
  const char *only_page;        /* NULL: all of them */
  guint eager_source;
};

G_DEFINE_FINAL_TYPE (AsyWorkView, asy_work_view, ADW_TYPE_BIN)

/* Pages */

static GtkWidget *
get_page (AsyWorkView *self, const AsyPageInfo *info)
{
  GtkWidget *page = g_hash_table_lookup (self->made, info->id);

  if (page != NULL)
    return page;
  page = info->create (self->context);
  gtk_stack_add_named (self->pages, page, info->id);
  g_hash_table_insert (self->made, (gpointer) info->id, page);
  return page;
}

static GtkWidget *
top_subpage (AsyWorkView *self)
{
  return self->pushed->len > 0 ? self->pushed->pdata[self->pushed->len - 1] : NULL;
}

/* What keys of the window speak to. */
static AsyPage *
current_page (AsyWorkView *self)
{
  GtkWidget *page = top_subpage (self);

  if (page == NULL)
    page = gtk_stack_get_visible_child (self->pages);
  return ASY_IS_PAGE (page) ? ASY_PAGE (page) : NULL;
}

static void pop_to (AsyWorkView *self, guint n_kept);

static void
remember (AsyWorkView *self, const char *page_id)
{
  if (self->page_id == NULL || g_str_equal (self->page_id, page_id))
    return;
  g_queue_push_tail (self->history, (gpointer) self->page_id);
  if (g_queue_get_length (self->history) > HISTORY_MAX)
    g_queue_pop_head (self->history);
}

static gboolean
is_allowed (AsyWorkView *self, const AsyPageInfo *info)
{
  return self->only_page == NULL || g_str_equal (self->only_page, info->id);
}

static void
show_page (AsyWorkView *self, const AsyPageInfo *info)
{
  GtkWidget *page = get_page (self, info);

  self->page_id = info->id;
  gtk_stack_set_visible_child (self->pages, page);
  asy_sidebar_select (self->sidebar, info->id);
  asy_ui_leaflet_show (GTK_WIDGET (self->navigation), GTK_WIDGET (self->pages));
  pop_to (self, 0);
  if (ASY_IS_PAGE (page))
    asy_page_activate (ASY_PAGE (page));
}

void
asy_work_view_show_page (AsyWorkView *self, const char *page_id)
{
  const AsyPageInfo *info;

  g_return_if_fail (ASY_IS_WORK_VIEW (self));

  info = asy_pages_find (page_id);
  if (info == NULL || info->is_subpage || !is_allowed (self, info))
    return;
  remember (self, info->id);
  show_page (self, info);
}

const char *
asy_work_view_get_page (AsyWorkView *self)
{
  g_return_val_if_fail (ASY_IS_WORK_VIEW (self), NULL);

  return self->page_id;
}

/* Subpages */

/* What was slid away is dropped once it is out of sight. */
static void
drop_leaving (AsyWorkView *self)
{
  if (adw_leaflet_get_child_transition_running (self->subpages))
    return;
  while (self->leaving->len > 0)
    {
      g_autoptr (GtkWidget) subpage = g_ptr_array_steal_index (self->leaving, self->leaving->len - 1);

      adw_leaflet_remove (self->subpages, subpage);
    }
}

/* Leaves @n_kept subpages and slides to the last of them. */
static void
pop_to (AsyWorkView *self, guint n_kept)
{
  while (self->pushed->len > n_kept)
    {
      GtkWidget *subpage = g_ptr_array_steal_index (self->pushed, self->pushed->len - 1);

      if (ASY_IS_PAGE (subpage))
        asy_page_leave (ASY_PAGE (subpage));
      g_ptr_array_add (self->leaving, subpage);
    }
  asy_ui_leaflet_show (GTK_WIDGET (self->subpages), top_subpage (self) != NULL ? top_subpage (self) : GTK_WIDGET (self->navigation));
  drop_leaving (self);
}

static void
update_hidden (AsyWorkView *self)
{
  gboolean folded = adw_leaflet_get_folded (self->navigation);
  GtkWidget *visible = adw_leaflet_get_visible_child (self->navigation);
  GtkWidget *top = top_subpage (self);
  const struct {
    GtkWidget *widget;
    gboolean hidden;
  } parts[] = {
    { GTK_WIDGET (self->navigation), top != NULL },
    { GTK_WIDGET (self->sidebar), folded && visible != GTK_WIDGET (self->sidebar) },
    { GTK_WIDGET (self->pages), folded && visible != GTK_WIDGET (self->pages) },
  };

  asy_sidebar_set_alone (self->sidebar, folded);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_accessible_update_state (GTK_ACCESSIBLE (parts[i].widget), GTK_ACCESSIBLE_STATE_HIDDEN, parts[i].hidden, -1);
}

static void
on_push_cb (AsyWorkView *self, GtkWidget *subpage)
{
  g_ptr_array_add (self->pushed, g_object_ref_sink (subpage));
  adw_leaflet_append (self->subpages, subpage);
  asy_ui_leaflet_show (GTK_WIDGET (self->subpages), subpage);
  if (ASY_IS_PAGE (subpage))
    asy_page_activate (ASY_PAGE (subpage));
}

/* The leaflet gives the focus back to where it was: an item of a menu that has
 * closed since, when a menu led to the subpage. No key would work there. */
static void
rescue_focus (AsyWorkView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  AsyPage *page = current_page (self);

  if (page != NULL && (focus == NULL || !gtk_widget_get_mapped (focus)))
    asy_page_activate (page);
}

static void
on_pop_cb (AsyWorkView *self)
{
  if (self->pushed->len == 0)
    return;
  pop_to (self, self->pushed->len - 1);
  rescue_focus (self);
}

/* A subpage page is made anew each time, unless it is the one in front. */
static GtkWidget *
open_subpage (AsyWorkView *self, const AsyPageInfo *info)
{
  GtkWidget *top = top_subpage (self);

  if (top != NULL && g_object_get_data (G_OBJECT (top), "asy-page") == (gpointer) info)
    return top;
  top = info->create (self->context);
  g_object_set_data (G_OBJECT (top), "asy-page", (gpointer) info);
  return top;
}

void
asy_work_view_go (AsyWorkView *self, const AsyActionInfo *action, gint64 id, const char *detail)
{
  const AsyPageInfo *info;
  GtkWidget *page;
  gboolean is_understood = FALSE;

  g_return_if_fail (ASY_IS_WORK_VIEW (self));
  g_return_if_fail (action != NULL);

  info = asy_pages_find (action->page);
  if (info == NULL || !is_allowed (self, info))
    return;
  page = info->is_subpage ? open_subpage (self, info) : get_page (self, info);
  /* First the page, then what it shows: that may push a subpage over it. */
  if (!info->is_subpage && !action->stays)
    asy_work_view_show_page (self, info->id);
  if (action->what == NULL)
    return;
  if (ASY_IS_PAGE (page))
    is_understood = asy_page_show (ASY_PAGE (page), action->what, id, detail);
  if (!is_understood)
    g_warning ("page %s does not know %s", info->id, action->what);
  if (info->is_subpage && page != top_subpage (self))
    asy_context_push (self->context, page);
}

/* Keys */

void
asy_work_view_go_back (AsyWorkView *self)
{
  AsyPage *page;

  g_return_if_fail (ASY_IS_WORK_VIEW (self));

  page = current_page (self);
  if (page != NULL && asy_page_go_back (page))
    return;
  if (top_subpage (self) != NULL)
    on_pop_cb (self);
  else if (!g_queue_is_empty (self->history))
    show_page (self, asy_pages_find (g_queue_pop_tail (self->history)));
}

void
asy_work_view_show_navigation (AsyWorkView *self)
{
  g_return_if_fail (ASY_IS_WORK_VIEW (self));

  pop_to (self, 0);
  asy_ui_leaflet_show (GTK_WIDGET (self->navigation), GTK_WIDGET (self->sidebar));
}

void
asy_work_view_begin_search (AsyWorkView *self)
{
  g_return_if_fail (ASY_IS_WORK_VIEW (self));

  asy_work_view_show_navigation (self);
  asy_sidebar_begin_search (self->sidebar);
}

void
asy_work_view_search_in_page (AsyWorkView *self)
{
  AsyPage *page;

  g_return_if_fail (ASY_IS_WORK_VIEW (self));

  page = current_page (self);
  if (page == NULL || !asy_page_search (page))
    asy_work_view_begin_search (self);
}

void
asy_work_view_print (AsyWorkView *self)
{
  AsyPage *page;

  g_return_if_fail (ASY_IS_WORK_VIEW (self));

  page = current_page (self);
  if (page == NULL || !asy_page_print (page))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
asy_work_view_export_list (AsyWorkView *self)
{
  AsyPage *page;

  g_return_if_fail (ASY_IS_WORK_VIEW (self));

  page = current_page (self);
  if (page == NULL || !asy_page_export_list (page))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
asy_work_view_toggle_list (AsyWorkView *self)
{
  AsyPage *page;

  g_return_if_fail (ASY_IS_WORK_VIEW (self));

  page = current_page (self);
  if (page != NULL)
    (void) asy_page_toggle_list (page);
}

/* From anywhere in a family: also from its plan, an assessment or a paper over it. */
void
asy_work_view_report_threat (AsyWorkView *self)
{
  AsyPage *page;
  gint64 family_id;

  g_return_if_fail (ASY_IS_WORK_VIEW (self));

  page = current_page (self);
  family_id = page != NULL ? asy_page_get_family (page) : 0;
  if (family_id == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    asy_work_view_go (self, asy_actions_find ("report-threat"), family_id, NULL);
}

void
asy_work_view_open_menu (AsyWorkView *self)
{
  g_return_if_fail (ASY_IS_WORK_VIEW (self));

  asy_work_view_show_navigation (self);
  asy_sidebar_open_menu (self->sidebar);
}

void
asy_work_view_set_lock_minutes (AsyWorkView *self, int minutes)
{
  g_return_if_fail (ASY_IS_WORK_VIEW (self));

  asy_sidebar_set_lock_minutes (self->sidebar, minutes);
}

AsyContext *
asy_work_view_get_context (AsyWorkView *self)
{
  g_return_val_if_fail (ASY_IS_WORK_VIEW (self), NULL);

  return self->context;
}

/* What pages say */

static void
on_toast_cb (AsyWorkView *self, AdwToast *toast)
{
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (toast));
}

static void
on_counter_cb (AsyWorkView *self, const char *page_id, guint number, AsyMeaning meaning)
{
  asy_sidebar_set_counter (self->sidebar, page_id, number, meaning);
}

static void
on_page_chosen_cb (AsyWorkView *self, const char *page_id)
{
  asy_work_view_show_page (self, page_id);
}

/* The register is being locked: unfinished typing goes to drafts. */
static void
on_closing_cb (AsyWorkView *self)
{
  GHashTableIter iter;
  gpointer page;

  for (guint i = 0; i < self->pushed->len; i++)
    if (ASY_IS_PAGE (self->pushed->pdata[i]))
      asy_page_leave (ASY_PAGE (self->pushed->pdata[i]));
  g_hash_table_iter_init (&iter, self->made);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    if (ASY_IS_PAGE (page))
      asy_page_leave (ASY_PAGE (page));
}

static gboolean
on_make_eager_cb (gpointer data)
{
  AsyWorkView *self = data;

  for (const AsyPageInfo *info = asy_pages_get_all (); info->id != NULL; info++)
    if (info->is_eager && is_allowed (self, info))
      (void) get_page (self, info);
  self->eager_source = 0;
  return G_SOURCE_REMOVE;
}

void
asy_work_view_restrict (AsyWorkView *self, const char *page_id)
{
  g_return_if_fail (ASY_IS_WORK_VIEW (self));

  self->only_page = page_id;
  asy_sidebar_restrict (self->sidebar, page_id);
  if (page_id == NULL && self->eager_source == 0)
    self->eager_source = g_idle_add_full (G_PRIORITY_LOW, on_make_eager_cb, self, NULL);
}

static void
set_context (AsyWorkView *self, AsyContext *context)
{
  self->context = g_object_ref (context);
  asy_sidebar_set_context (self->sidebar, context);
  g_signal_connect_object (context, "toast", G_CALLBACK (on_toast_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "counter", G_CALLBACK (on_counter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "push", G_CALLBACK (on_push_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "pop", G_CALLBACK (on_pop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "closing", G_CALLBACK (on_closing_cb), self, G_CONNECT_SWAPPED);
  self->eager_source = g_idle_add_full (G_PRIORITY_LOW, on_make_eager_cb, self, NULL);
}

GtkWidget *
asy_work_view_new (AsyContext *context)
{
  AsyWorkView *self;

  g_return_val_if_fail (ASY_IS_CONTEXT (context), NULL);

  self = g_object_new (ASY_TYPE_WORK_VIEW, NULL);
  set_context (self, context);
  return GTK_WIDGET (self);
}

/* Folding */

static void
on_narrow_cb (AsyWorkView *self, GParamSpec *pspec, AsyWidthBin *bin)
{
  gboolean narrow = asy_width_bin_get_narrow (bin);

  adw_leaflet_set_can_unfold (self->navigation, !narrow);
  if (narrow)
    asy_ui_leaflet_show (GTK_WIDGET (self->navigation), GTK_WIDGET (self->pages));
}

static void
asy_work_view_dispose (GObject *object)
{
  AsyWorkView *self = ASY_WORK_VIEW (object);

  g_clear_handle_id (&self->eager_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASY_TYPE_WORK_VIEW);
  g_clear_pointer (&self->made, g_hash_table_unref);
  g_clear_pointer (&self->history, g_queue_free);
  g_clear_pointer (&self->pushed, g_ptr_array_unref);
  g_clear_pointer (&self->leaving, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_work_view_parent_class)->dispose (object);
}

static void
asy_work_view_class_init (AsyWorkViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_work_view_dispose;

  g_type_ensure (ASY_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/app/asy-work-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyWorkView, toasts);
  gtk_widget_class_bind_template_child (widget_class, AsyWorkView, subpages);
  gtk_widget_class_bind_template_child (widget_class, AsyWorkView, navigation);
  gtk_widget_class_bind_template_child (widget_class, AsyWorkView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AsyWorkView, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_page_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
}

static void
asy_work_view_init (AsyWorkView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->made = g_hash_table_new (g_str_hash, g_str_equal);
  self->history = g_queue_new ();
  self->pushed = g_ptr_array_new_with_free_func (g_object_unref);
  self->leaving = g_ptr_array_new_with_free_func (g_object_unref);
  asy_ui_hide_others (self->pages);
  g_signal_connect_swapped (self->subpages, "notify::child-transition-running", G_CALLBACK (drop_leaving), self);
  g_signal_connect_swapped (self->subpages, "notify::visible-child", G_CALLBACK (update_hidden), self);
  g_signal_connect_swapped (self->navigation, "notify::visible-child", G_CALLBACK (update_hidden), self);
  g_signal_connect_swapped (self->navigation, "notify::folded", G_CALLBACK (update_hidden), self);
}
