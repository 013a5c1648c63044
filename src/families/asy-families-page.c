/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "families/asy-families-page.h"
#include "families/asy-family-data.h"
#include "families/asy-family-forms.h"
#include "families/asy-family-list.h"
#include "families/asy-family-view.h"
#include "families/asy-register-form.h"
#include "families/asy-safety-forms.h"
#include "store/asy-interventions.h"
#include "store/asy-repo.h"
#include "ui/asy-compat.h"
#include "ui/asy-page.h"

struct _AsyFamiliesPage
{
  AdwBin parent_instance;

  /* template children */
  AdwLeaflet *leaflet;
  GtkWidget *list_box;
  GtkWidget *separator;
  GtkWidget *view_box;

  /* children, owned by the widget tree */
  AsyFamilyList *list;
  AsyFamilyView *view;

  AsyContext *context;
  gboolean is_list_hidden;      /* by F9 */
  gboolean is_opened;           /* a family stands in place of the wide table */
};

static void asy_families_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyFamiliesPage, asy_families_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_families_page_page_init))

/* A pane that is hidden with the focus in it would keep the focus, and outlive the window. */
static void
show_pane (GtkWidget *pane, gboolean is_shown)
{
  if (!is_shown && gtk_widget_get_focus_child (pane) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (pane), NULL);
  gtk_widget_set_visible (pane, is_shown);
}

static void
update_alone (AsyFamiliesPage *self)
{
  const gboolean is_table = asy_family_list_is_table (self->list);
  const gboolean is_folded = adw_leaflet_get_folded (self->leaflet);

  /* The table leaves no room for a family beside it. */
  show_pane (self->list_box, is_table ? !self->is_opened : is_folded || !self->is_list_hidden);
  show_pane (self->view_box, !is_table || self->is_opened);
  gtk_widget_set_visible (self->separator, !is_table && !self->is_list_hidden);
  gtk_widget_set_hexpand (self->list_box, is_table);
  asy_family_view_set_alone (self->view, is_table || is_folded || self->is_list_hidden);
  asy_family_list_set_alone (self->list, is_table || is_folded);
}

static void
open_beside_or_instead (AsyFamiliesPage *self, gboolean is_opened)
{
  self->is_opened = is_opened;
  update_alone (self);
}

static void
show_family (AsyFamiliesPage *self, gint64 family_id)
{
  asy_family_view_open (self->view, family_id);
  open_beside_or_instead (self, TRUE);
  if (!asy_family_list_is_table (self->list))
    adw_leaflet_set_visible_child (self->leaflet, self->view_box);
}

/* By the arrows: in a narrow window the list stays, and so does the table. The
 * leaflet takes the focus along to the family, but the arrows are still needed. */
static void
on_chosen_cb (AsyFamiliesPage *self, gint64 family_id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (asy_family_list_is_table (self->list) ? !self->is_opened : adw_leaflet_get_folded (self->leaflet))
    return;
  show_family (self, family_id);
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    gtk_widget_grab_focus (focus);
}

static void
on_shape_changed_cb (AsyFamiliesPage *self)
{
  open_beside_or_instead (self, FALSE);
  adw_leaflet_set_visible_child (self->leaflet, self->list_box);
}

static void
on_activated_cb (AsyFamiliesPage *self, gint64 family_id)
{
  show_family (self, family_id);
  asy_family_view_focus (self->view);
}

static void
go_to (AsyFamiliesPage *self, gint64 family_id, const char *tab)
{
  asy_family_list_select (self->list, family_id);
  show_family (self, family_id);
  if (tab != NULL)
    asy_family_view_show_tab (self->view, tab);
}

/* What other pages ask for */

static gpointer
load_job (AsySession *session, gpointer request, GError **error)
{
  return asy_family_data_load (session, *(gint64 *) request, FALSE, error);
}

static void
on_assign_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyFamiliesPage *self = owner;
  g_autoptr (AsyFamilyData) data = result;

  if (data == NULL)
    asy_context_show_error (self->context, GTK_WIDGET (self), error);
  else if (data->file->current != NULL)
    asy_family_form_assign (self->context, data);
}

static void
open_assign (AsyFamiliesPage *self, gint64 family_id)
{
  asy_context_ask (self->context, self, "assign", load_job, g_memdup2 (&family_id, sizeof family_id), g_free,
                   (GDestroyNotify) asy_family_data_unref, on_assign_cb);
}

/* A person is shown in the family that they belong to. */
static gpointer
find_family_job (AsySession *session, gpointer request, GError **error)
{
  gint64 *found = g_new0 (gint64, 1);

  if (asy_person_find_family (session, *(gint64 *) request, found, error))
    return found;
  g_free (found);
  return NULL;
}

static void
on_family_found_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyFamiliesPage *self = owner;
  g_autofree gint64 *found = result;

  if (found == NULL)
    asy_context_show_error (self->context, GTK_WIDGET (self), error);
  else if (*found != 0)
    go_to (self, *found, "people");
}

static void
show_person (AsyFamiliesPage *self, gint64 person_id)
{
  asy_context_ask (self->context, self, "person", find_family_job, g_memdup2 (&person_id, sizeof person_id), g_free, g_free,
                   on_family_found_cb);
}

/* An intervention, or what leads to one, with the family that it is about. */

typedef struct {
  AsyIntervention *(*find) (AsySession *session, gint64 id, GError **error);
  gint64 id;
} ThreatRequest;

typedef struct {
  AsyIntervention *intervention;
  AsyFamilyData *data;
} Threat;

static void
threat_free (gpointer data)
{
  Threat *threat = data;

  g_clear_object (&threat->intervention);
  g_clear_pointer (&threat->data, asy_family_data_unref);
  g_free (threat);
}

static AsyIntervention *
load_intervention (AsySession *session, gint64 id, GError **error)
{
  return asy_repo_load (session, ASY_TYPE_INTERVENTION, id, error);
}

static AsyIntervention *
begin_intervention (AsySession *session, gint64 family_id, GError **error)
{
  AsyIntervention *fresh = asy_intervention_new ();

  asy_intervention_set_family_id (fresh, family_id);
  asy_intervention_set_day (fresh, asy_session_get_today (session));
  asy_intervention_set_start_minute (fresh, -1);
  return fresh;
}

static gpointer
find_threat_job (AsySession *session, gpointer request, GError **error)
{
  const ThreatRequest *asked = request;
  g_autoptr (AsyIntervention) intervention = asked->find (session, asked->id, error);
  AsyFamilyData *data;
  Threat *threat;

  if (intervention == NULL)
    return NULL;
  data = asy_family_data_load (session, asy_intervention_get_family_id (intervention), FALSE, error);
  if (data == NULL)
    return NULL;
  threat = g_new0 (Threat, 1);
  threat->intervention = g_steal_pointer (&intervention);
  threat->data = data;
  return threat;
}

static void
on_threat_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyFamiliesPage *self = owner;
  Threat *threat = result;

  if (threat == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  asy_family_form_intervention (self->context, threat->data, threat->intervention);
  threat_free (threat);
}

/* %FALSE when the word is about something else. */
static gboolean
open_threat (AsyFamiliesPage *self, const char *what, gint64 id)
{
  static const struct {
    const char *what;
    AsyIntervention *(*find) (AsySession *session, gint64 id, GError **error);
  } rows[] = {
    { "intervention", load_intervention },
    { "intervention-of-family", begin_intervention },
    { "intervention-of-visit", asy_intervention_from_visit },
    { "intervention-of-observation", asy_intervention_from_observation },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].what, what))
      {
        const ThreatRequest request = { rows[i].find, id };

        asy_context_ask (self->context, self, "threat", find_threat_job, g_memdup2 (&request, sizeof request), g_free, threat_free,
                         on_threat_cb);
        return TRUE;
      }
  return FALSE;
}

static gboolean
asy_families_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  AsyFamiliesPage *self = ASY_FAMILIES_PAGE (page);

  if (g_str_equal (what, "family"))
    go_to (self, id, detail);
  else if (g_str_equal (what, "person"))
    show_person (self, id);
  else if (g_str_equal (what, "new-family"))
    asy_register_form_present (self->context);
  else if (g_str_equal (what, "assign"))
    open_assign (self, id);
  else if (g_str_equal (what, "next-step"))
    {
      go_to (self, id, NULL);
      asy_family_view_do_step (self->view);
    }
  else if (g_str_equal (what, "filter"))
    asy_family_list_show_filter (self->list, detail);
  else
    return open_threat (self, what, id);
  return TRUE;
}

static void
asy_families_page_activate (AsyPage *page)
{
  asy_family_list_focus (ASY_FAMILIES_PAGE (page)->list);
}

static gboolean
asy_families_page_go_back (AsyPage *page)
{
  AsyFamiliesPage *self = ASY_FAMILIES_PAGE (page);

  if (asy_family_list_is_table (self->list))
    {
      if (!self->is_opened)
        return FALSE;
      open_beside_or_instead (self, FALSE);
      asy_family_list_focus (self->list);
      return TRUE;
    }
  if (adw_leaflet_get_folded (self->leaflet) && adw_leaflet_get_visible_child (self->leaflet) == self->view_box)
    {
      adw_leaflet_set_visible_child (self->leaflet, self->list_box);
      asy_family_list_focus (self->list);
      return TRUE;
    }
  if (!self->is_list_hidden)
    return FALSE;
  self->is_list_hidden = FALSE;
  update_alone (self);
  return TRUE;
}

static gboolean
asy_families_page_search (AsyPage *page)
{
  AsyFamiliesPage *self = ASY_FAMILIES_PAGE (page);

  self->is_list_hidden = FALSE;
  open_beside_or_instead (self, FALSE);
  adw_leaflet_set_visible_child (self->leaflet, self->list_box);
  asy_family_list_search (self->list);
  return TRUE;
}

static gboolean
asy_families_page_export_list (AsyPage *page)
{
  asy_family_list_export (ASY_FAMILIES_PAGE (page)->list);
  return TRUE;
}

static gboolean
asy_families_page_toggle_list (AsyPage *page)
{
  AsyFamiliesPage *self = ASY_FAMILIES_PAGE (page);

  if (asy_family_list_is_table (self->list))
    {
      open_beside_or_instead (self, !self->is_opened && asy_family_view_get_family_id (self->view) != 0);
      return TRUE;
    }
  if (adw_leaflet_get_folded (self->leaflet))
    {
      adw_leaflet_set_visible_child (self->leaflet, self->list_box);
      return TRUE;
    }
  self->is_list_hidden = !self->is_list_hidden;
  update_alone (self);
  return TRUE;
}

static gint64
asy_families_page_get_family (AsyPage *page)
{
  return asy_family_view_get_family_id (ASY_FAMILIES_PAGE (page)->view);
}

static void
asy_families_page_page_init (AsyPageInterface *iface)
{
  iface->activate = asy_families_page_activate;
  iface->show = asy_families_page_show;
  iface->go_back = asy_families_page_go_back;
  iface->search = asy_families_page_search;
  iface->export_list = asy_families_page_export_list;
  iface->toggle_list = asy_families_page_toggle_list;
  iface->get_family = asy_families_page_get_family;
}

/* Keys and buttons */

static void
on_toggle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) asy_families_page_toggle_list (ASY_PAGE (widget));
}

static void
on_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) asy_families_page_go_back (ASY_PAGE (widget));
}

static void
on_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) asy_families_page_search (ASY_PAGE (widget));
}

static void
on_step_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  asy_family_list_step (ASY_FAMILIES_PAGE (widget)->list, g_variant_get_int32 (parameter));
}

static void
on_toggle_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  asy_family_list_toggle_table (ASY_FAMILIES_PAGE (widget)->list);
}

static void
on_next_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  asy_family_view_do_step (ASY_FAMILIES_PAGE (widget)->view);
}

static void
on_tab_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  asy_family_view_show_tab (ASY_FAMILIES_PAGE (widget)->view, g_variant_get_string (parameter, NULL));
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const char *const tabs[] = { "overview", "people", "case", "diagnosis", "plan", "visits", "assessments", "letters", "safety" };

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "families-page.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "families-page.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "families-page.next-step", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "families-page.next-step", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "families-page.toggle-table", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "families-page.show-tab", "s", tabs[i]);
}

GtkWidget *
asy_families_page_new (AsyContext *context)
{
  AsyFamiliesPage *self = g_object_new (ASY_TYPE_FAMILIES_PAGE, NULL);

  self->context = g_object_ref (context);
  self->list = ASY_FAMILY_LIST (asy_family_list_new (context));
  self->view = ASY_FAMILY_VIEW (asy_family_view_new (context));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (GTK_BOX (self->list_box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->view_box), GTK_WIDGET (self->view));
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "shape-changed", G_CALLBACK (on_shape_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (update_alone), self, G_CONNECT_SWAPPED);
  update_alone (self);
  return GTK_WIDGET (self);
}

static void
asy_families_page_dispose (GObject *object)
{
  /* The parent class would let the child go a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_FAMILIES_PAGE);
  g_clear_object (&ASY_FAMILIES_PAGE (object)->context);

  G_OBJECT_CLASS (asy_families_page_parent_class)->dispose (object);
}

static void
asy_families_page_class_init (AsyFamiliesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_families_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/families/asy-families-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyFamiliesPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AsyFamiliesPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, AsyFamiliesPage, separator);
  gtk_widget_class_bind_template_child (widget_class, AsyFamiliesPage, view_box);
  gtk_widget_class_install_action (widget_class, "families-page.toggle-list", NULL, on_toggle_action);
  gtk_widget_class_install_action (widget_class, "families-page.back", NULL, on_back_action);
  gtk_widget_class_install_action (widget_class, "families-page.search", NULL, on_search_action);
  gtk_widget_class_install_action (widget_class, "families-page.step", "i", on_step_list_action);
  gtk_widget_class_install_action (widget_class, "families-page.toggle-table", NULL, on_toggle_table_action);
  gtk_widget_class_install_action (widget_class, "families-page.next-step", NULL, on_next_step_action);
  gtk_widget_class_install_action (widget_class, "families-page.show-tab", "s", on_tab_action);
  bind_keys (widget_class);
}

static void
asy_families_page_init (AsyFamiliesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
