/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-team"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/asy-accounts.h"
#include "team/asy-handover-form.h"
#include "team/asy-office-form.h"
#include "team/asy-team-page.h"
#include "team/asy-team-rows.h"
#include "team/asy-user-form.h"
#include "team/asy-worker-form.h"
#include "ui/asy-compat.h"
#include "ui/asy-export.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"
#include "ui/asy-width-bin.h"

struct _AsyTeamPage
{
  AdwBin parent_instance;

  AsyContext *context;          /* owned */

  /* template children, borrowed */
  AdwWindowTitle *title;
  GtkStack *states;
  GtkBox *columns;
  GtkBox *worker_heading;
  GtkListBox *worker_list;
  AdwPreferencesGroup *former_group;
  AdwExpanderRow *former_row;
  AdwPreferencesGroup *waiting_group;
  GtkListBox *waiting_list;
  GtkListBox *user_list;
  GtkListBox *office_list;
  AdwActionRow *office_row;
  GtkListBox *court_list;

  GPtrArray *workers;           /* owned: AsyWorker, as loaded last; for the form of a user */
  gboolean wants_focus;         /* once the list is in */
  GPtrArray *former_rows;       /* owned; the rows are borrowed from the expander */
};

static void asy_team_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyTeamPage, asy_team_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_team_page_page_init))

/* What the page shows, loaded in one go. */

typedef struct {
  GPtrArray *workers;           /* AsyWorker, those who left too */
  GPtrArray *caseloads;         /* AsyCaseload */
  GPtrArray *waiting;           /* AsyWaitingEntry */
  GStrv logins;
} Team;

static void
team_free (gpointer data)
{
  Team *team = data;

  g_clear_pointer (&team->workers, g_ptr_array_unref);
  g_clear_pointer (&team->caseloads, g_ptr_array_unref);
  g_clear_pointer (&team->waiting, g_ptr_array_unref);
  g_clear_pointer (&team->logins, g_strfreev);
  g_free (team);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Team, team_free)

static gpointer
load_job (AsySession *session, gpointer request, GError **error)
{
  g_autoptr (Team) team = g_new0 (Team, 1);

  team->workers = asy_workers_list (session, TRUE, error);
  if (team->workers == NULL)
    return NULL;
  team->caseloads = asy_caseload_list (session, asy_session_get_today (session), error);
  if (team->caseloads == NULL)
    return NULL;
  team->waiting = asy_waiting_list (session, error);
  if (team->waiting == NULL)
    return NULL;
  team->logins = asy_account_list_logins (session, error);
  if (team->logins == NULL)
    return NULL;
  return g_steal_pointer (&team);
}

static const AsyCaseload *
find_caseload (const Team *team, AsyWorker *worker)
{
  for (guint i = 0; i < team->caseloads->len; i++)
    {
      const AsyCaseload *caseload = team->caseloads->pdata[i];

      if (asy_record_get_id (ASY_RECORD (caseload->worker)) == asy_record_get_id (ASY_RECORD (worker)))
        return caseload;
    }
  return NULL;
}

static gboolean
has_left (AsyWorker *worker, AsyDay today)
{
  AsyDay until = asy_worker_get_employed_until (worker);

  return until != ASY_DAY_NONE && until < today;
}

/* Showing */

static void
show_heading (AsyTeamPage *self, const Team *team, int n_workers)
{
  int families = 0, limit = 0;
  g_autofree char *assistants = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; i < team->caseloads->len; i++)
    {
      const AsyCaseload *caseload = team->caseloads->pdata[i];

      families += caseload->families;
      limit = caseload->limit;
    }
  asy_ui_clear_box (self->worker_heading);
  gtk_box_append (self->worker_heading, asy_heading_new (_("Assistants"), n_workers, NULL));
  assistants = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d assistant", "%d assistants", (gulong) n_workers), n_workers);
  all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %d family", "%s, %d families", (gulong) families), assistants, families);
  if (limit > 0)
    {
      g_autofree char *with_limit = g_strdup_printf (_("%s, limit %d"), all, limit);

      adw_window_title_set_subtitle (self->title, with_limit);
    }
  else
    adw_window_title_set_subtitle (self->title, all);
}

static void
clear_former (AsyTeamPage *self)
{
  for (guint i = 0; i < self->former_rows->len; i++)
    adw_expander_row_remove (self->former_row, self->former_rows->pdata[i]);
  g_ptr_array_set_size (self->former_rows, 0);
}

static void
on_former_activated_cb (AsyTeamPage *self, GtkWidget *row)
{
  asy_form_present (asy_worker_form_new (self->context, asy_team_row_get_record (row)));
}

static void
append_former (AsyTeamPage *self, AsyWorker *worker, AsyDay today)
{
  GtkWidget *row = asy_worker_row_new (worker, NULL, 0, today);

  g_signal_connect_object (row, "activated", G_CALLBACK (on_former_activated_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->former_row, row);
  g_ptr_array_add (self->former_rows, row);
}

static void
show_workers (AsyTeamPage *self, const Team *team)
{
  AsyDay today = asy_context_get_today (self->context);
  int warning = asy_caseload_get_warning (asy_context_get_office (self->context)->office, today);
  int n = 0;

  asy_ui_clear_list (self->worker_list);
  clear_former (self);
  for (guint i = 0; i < team->workers->len; i++)
    {
      AsyWorker *worker = team->workers->pdata[i];
      AsyCaseload none = { .worker = worker };
      const AsyCaseload *caseload = find_caseload (team, worker);

      if (has_left (worker, today))
        {
          append_former (self, worker, today);
          continue;
        }
      gtk_list_box_append (self->worker_list, asy_worker_row_new (worker, caseload != NULL ? caseload : &none, warning, today));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->former_group), self->former_rows->len > 0);
  gtk_stack_set_visible_child_name (self->states, team->workers->len > 0 ? "list" : "empty");
  show_heading (self, team, n);
  if (self->wants_focus)
    self->wants_focus = !gtk_widget_child_focus (GTK_WIDGET (self->worker_list), GTK_DIR_TAB_FORWARD);
}

static void
show_waiting (AsyTeamPage *self, const Team *team)
{
  asy_ui_clear_list (self->waiting_list);
  for (guint i = 0; i < team->waiting->len; i++)
    gtk_list_box_append (self->waiting_list, asy_waiting_row_new (self->context, team->waiting->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->waiting_group), team->waiting->len > 0);
}

static GMenuModel *
new_user_menu (AsyUser *user, gboolean has_slot, gboolean is_me)
{
  GMenu *menu = g_menu_new ();
  gint64 id = asy_record_get_id (ASY_RECORD (user));
  struct {
    const char *label;
    const char *action;
    gboolean is_offered;
  } items[] = {
    { _("_Edit…"), "team.edit-user", TRUE },
    { has_slot ? _("New _Password…") : _("Give _Access…"), "team.set-password", TRUE },
    { _("_Remove Access…"), "team.remove-user", has_slot && !is_me },
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (items[i].label, NULL);

      if (!items[i].is_offered)
        continue;
      g_menu_item_set_action_and_target (item, items[i].action, "x", id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
show_users (AsyTeamPage *self, const Team *team)
{
  AsyOfficeFile *file = asy_context_get_office (self->context);
  const char *me = asy_store_get_login (asy_context_get_store (self->context));

  asy_ui_clear_list (self->user_list);
  for (guint i = 0; i < file->users->len; i++)
    {
      AsyUser *user = file->users->pdata[i];
      const char *login = asy_user_get_login (user);
      gboolean has_slot = g_strv_contains ((const char *const *) team->logins, login);
      gboolean is_me = g_strcmp0 (login, me) == 0;
      g_autoptr (GMenuModel) menu = NULL;

      if (asy_user_get_retired (user) && !has_slot)
        continue;
      menu = new_user_menu (user, has_slot, is_me);
      gtk_list_box_append (self->user_list, asy_user_row_new (user, has_slot, is_me, asy_context_get_today (self->context), menu));
    }
}

static void
show_office (AsyTeamPage *self)
{
  AsyOfficeFile *file = asy_context_get_office (self->context);
  const char *name = asy_office_get_name (file->office);
  const char *head = asy_office_get_head_name (file->office);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->office_row), name != NULL ? name : _("Name of the office is missing"));
  adw_action_row_set_subtitle (self->office_row, head != NULL ? head : "");
  asy_ui_clear_list (self->court_list);
  for (guint i = 0; i < file->courts->len; i++)
    gtk_list_box_append (self->court_list, asy_court_row_new (file->courts->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->court_list), file->courts->len > 0);
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyTeamPage *self = owner;
  g_autoptr (Team) team = result;

  if (error != NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->workers, g_ptr_array_unref);
  self->workers = g_ptr_array_ref (team->workers);
  show_workers (self, team);
  show_waiting (self, team);
  show_users (self, team);
}

static void
reload (AsyTeamPage *self)
{
  show_office (self);
  asy_context_ask (self->context, self, "team", load_job, NULL, NULL, team_free, on_loaded_cb);
}

static void
on_changed_cb (AsyTeamPage *self, const char *kind)
{
  static const char *const kinds[] = { "*", "worker", "assignment", "case_file", NULL };

  if (g_strv_contains (kinds, kind))
    reload (self);
}

/* Assistants */

static void
on_worker_activated_cb (AsyTeamPage *self, GtkListBoxRow *row)
{
  asy_context_go (self->context, "show-worker", asy_record_get_id (asy_team_row_get_record (GTK_WIDGET (row))), NULL);
}

static void
new_worker (AsyTeamPage *self)
{
  g_autoptr (AsyWorker) worker = asy_worker_new ();

  asy_worker_set_fte (worker, 1);
  asy_worker_set_employed_from (worker, asy_context_get_today (self->context));
  asy_worker_set_authorised_on (worker, asy_context_get_today (self->context));
  asy_worker_set_secrecy_on (worker, asy_context_get_today (self->context));
  asy_form_present (asy_worker_form_new (self->context, worker));
}

static void
new_worker_action (GtkWidget *widget, const char *name, GVariant *target)
{
  new_worker (ASY_TEAM_PAGE (widget));
}

/* A handover is loaded before its form is shown. */

typedef struct {
  gint64 worker_id;
} HandoverRequest;

static gpointer
handover_job (AsySession *session, gpointer request, GError **error)
{
  const HandoverRequest *asked = request;

  return asy_handover_load (session, asked->worker_id, asy_session_get_today (session), error);
}

static void
on_handover_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyTeamPage *self = owner;

  if (result == NULL)
    asy_context_show_error (self->context, GTK_WIDGET (self), error);
  else
    asy_form_present (asy_handover_form_new (self->context, result));
}

static void
hand_over_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AsyTeamPage *self = ASY_TEAM_PAGE (widget);
  HandoverRequest *request = g_new0 (HandoverRequest, 1);

  request->worker_id = g_variant_get_int64 (target);
  asy_context_ask (self->context, self, "handover", handover_job, request, g_free, (GDestroyNotify) asy_handover_free, on_handover_cb);
}

/* Users */

static AsyUser *
find_user (AsyTeamPage *self, GVariant *target)
{
  AsyOfficeFile *file = asy_context_get_office (self->context);
  gint64 id = g_variant_get_int64 (target);

  for (guint i = 0; i < file->users->len; i++)
    if (asy_record_get_id (file->users->pdata[i]) == id)
      return file->users->pdata[i];
  return NULL;
}

static void
edit_user (AsyTeamPage *self, AsyUser *user)
{
  AsyForm *form = asy_user_form_new (self->context, user, FALSE);

  asy_user_form_add_workers (form, self->workers);
  asy_form_present (form);
}

static void
on_user_activated_cb (AsyTeamPage *self, GtkListBoxRow *row)
{
  edit_user (self, asy_team_row_get_record (GTK_WIDGET (row)));
}

static char *
check_login (AsyForm *form, gpointer user_data)
{
  AsyTeamPage *self = user_data;
  GPtrArray *users = asy_context_get_office (self->context)->users;
  const char *login = asy_user_get_login (asy_form_get_record (form, 0));

  for (guint i = 0; i < users->len; i++)
    if (g_strcmp0 (asy_user_get_login (users->pdata[i]), login) == 0)
      return g_strdup (_("This login is taken"));
  return NULL;
}

static void
new_user_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AsyTeamPage *self = ASY_TEAM_PAGE (widget);
  g_autoptr (AsyUser) user = asy_user_new ();
  AsyForm *form;

  asy_user_set_authorised_on (user, asy_context_get_today (self->context));
  asy_user_set_secrecy_on (user, asy_context_get_today (self->context));
  form = asy_user_form_new (self->context, user, TRUE);
  if (self->workers != NULL)
    asy_user_form_add_workers (form, self->workers);
  asy_form_add_check (form, check_login, self);
  asy_form_present (form);
}

static void
edit_user_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AsyTeamPage *self = ASY_TEAM_PAGE (widget);
  AsyUser *user = find_user (self, target);

  if (user != NULL)
    edit_user (self, user);
}

static void
set_password_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AsyTeamPage *self = ASY_TEAM_PAGE (widget);
  AsyUser *user = find_user (self, target);
  AsyForm *form;

  if (user == NULL)
    return;
  form = asy_user_password_form_new (self->context, user);
  /* A slot is no record: nothing announces it. */
  g_signal_connect_object (form, "saved", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  asy_form_present (form);
}

static gpointer
remove_job (AsySession *session, gpointer request, GError **error)
{
  return asy_account_remove (session, request, error) ? ASY_STORE_DONE : NULL;
}

static void
on_removed_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyTeamPage *self = owner;

  if (error != NULL)
    asy_context_show_error (self->context, GTK_WIDGET (self), error);
  else
    asy_context_toast (self->context, _("Access removed, the register has a new key"));
  reload (self);
}

typedef struct {
  AsyTeamPage *page;
  AsyUser *user;
} Removal;

static void
on_remove_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Removal *removal = data;

  if (asy_ui_confirm_finish (result))
    asy_context_ask (removal->page->context, removal->page, NULL, remove_job, asy_record_duplicate (removal->user), g_object_unref,
                     NULL, on_removed_cb);
  g_object_unref (removal->page);
  g_object_unref (removal->user);
  g_free (removal);
}

static void
remove_user_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AsyTeamPage *self = ASY_TEAM_PAGE (widget);
  AsyUser *user = find_user (self, target);
  Removal *removal;
  g_autofree char *heading = NULL;

  if (user == NULL)
    return;
  removal = g_new0 (Removal, 1);
  removal->page = g_object_ref (self);
  removal->user = g_object_ref (user);
  heading = g_strdup_printf (_("Remove the Access of %s?"), asy_user_get_full_name (user));
  asy_ui_confirm_async (widget, heading,
                        _("The password will open the register no more, and the register is encrypted anew, so that a copied key is of no use. "
                          "Everything the user has written stays."),
                        _("_Remove Access"), TRUE, on_remove_answered_cb, removal);
}

/* The office */

static void
on_office_activated_cb (AsyTeamPage *self, GtkListBoxRow *row)
{
  /* The other rows have an action of their own. */
  if (row != GTK_LIST_BOX_ROW (self->office_row))
    return;
  asy_form_present (asy_office_form_new (self->context, asy_context_get_office (self->context)->office));
}

static void
on_court_activated_cb (AsyTeamPage *self, GtkListBoxRow *row)
{
  asy_form_present (asy_court_form_new (self->context, asy_team_row_get_record (GTK_WIDGET (row))));
}

static void
new_court_action (GtkWidget *widget, const char *name, GVariant *target)
{
  g_autoptr (AsyCourt) court = asy_court_new ();

  asy_form_present (asy_court_form_new (ASY_TEAM_PAGE (widget)->context, court));
}

/* AsyPage */

static void
asy_team_page_activate (AsyPage *page)
{
  AsyTeamPage *self = ASY_TEAM_PAGE (page);

  self->wants_focus = !gtk_widget_child_focus (GTK_WIDGET (self->worker_list), GTK_DIR_TAB_FORWARD);
}

static gboolean
asy_team_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  if (!g_str_equal (what, "new-worker"))
    return FALSE;
  new_worker (ASY_TEAM_PAGE (page));
  return TRUE;
}

static AsyTable *
load_table (AsySession *session, gpointer request, GError **error)
{
  return asy_list_load_workers (session, error);
}

static gboolean
asy_team_page_export_list (AsyPage *page)
{
  asy_export_list (ASY_TEAM_PAGE (page)->context, C_("file name", "assistants"), load_table, NULL, NULL);
  return TRUE;
}

static void
asy_team_page_page_init (AsyPageInterface *iface)
{
  iface->activate = asy_team_page_activate;
  iface->show = asy_team_page_show;
  iface->export_list = asy_team_page_export_list;
}

static void
on_narrow_cb (AsyTeamPage *self, GParamSpec *pspec, AsyWidthBin *bin)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  asy_width_bin_get_narrow (bin) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

GtkWidget *
asy_team_page_new (AsyContext *context)
{
  AsyTeamPage *self;

  g_return_val_if_fail (ASY_IS_CONTEXT (context), NULL);

  self = g_object_new (ASY_TYPE_TEAM_PAGE, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (context, "office-changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}

static void
asy_team_page_dispose (GObject *object)
{
  AsyTeamPage *self = ASY_TEAM_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASY_TYPE_TEAM_PAGE);
  g_clear_pointer (&self->former_rows, g_ptr_array_unref);
  g_clear_pointer (&self->workers, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_team_page_parent_class)->dispose (object);
}

static void
asy_team_page_class_init (AsyTeamPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_team_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/team/asy-team-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyTeamPage, title);
  gtk_widget_class_bind_template_child (widget_class, AsyTeamPage, states);
  gtk_widget_class_bind_template_child (widget_class, AsyTeamPage, columns);
  gtk_widget_class_bind_template_child (widget_class, AsyTeamPage, worker_heading);
  gtk_widget_class_bind_template_child (widget_class, AsyTeamPage, worker_list);
  gtk_widget_class_bind_template_child (widget_class, AsyTeamPage, former_group);
  gtk_widget_class_bind_template_child (widget_class, AsyTeamPage, former_row);
  gtk_widget_class_bind_template_child (widget_class, AsyTeamPage, waiting_group);
  gtk_widget_class_bind_template_child (widget_class, AsyTeamPage, waiting_list);
  gtk_widget_class_bind_template_child (widget_class, AsyTeamPage, user_list);
  gtk_widget_class_bind_template_child (widget_class, AsyTeamPage, office_list);
  gtk_widget_class_bind_template_child (widget_class, AsyTeamPage, office_row);
  gtk_widget_class_bind_template_child (widget_class, AsyTeamPage, court_list);
  gtk_widget_class_bind_template_callback (widget_class, on_worker_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_user_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_office_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_court_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);

  gtk_widget_class_install_action (widget_class, "team.new-worker", NULL, new_worker_action);
  gtk_widget_class_install_action (widget_class, "team.hand-over", "x", hand_over_action);
  gtk_widget_class_install_action (widget_class, "team.new-user", NULL, new_user_action);
  gtk_widget_class_install_action (widget_class, "team.edit-user", "x", edit_user_action);
  gtk_widget_class_install_action (widget_class, "team.set-password", "x", set_password_action);
  gtk_widget_class_install_action (widget_class, "team.remove-user", "x", remove_user_action);
  gtk_widget_class_install_action (widget_class, "team.new-court", NULL, new_court_action);
}

static void
asy_team_page_init (AsyTeamPage *self)
{
  self->former_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  asy_ui_hide_others (self->states);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->office_row), FALSE);
}
