/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "app/asy-first-run.h"
#include "app/asy-recovery-view.h"
#include "team/asy-office-form.h"
#include "team/asy-user-form.h"
#include "ui/asy-banner.h"
#include "ui/asy-bind.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-compat.h"
#include "ui/asy-date-row.h"
#include "ui/asy-errors.h"
#include "ui/asy-password-group.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

typedef enum { STEP_FILE, STEP_OFFICE, STEP_COURT, STEP_USERS, STEP_RECOVERY, N_STEPS } Step;

struct _AsyFirstRun
{
  AdwBin parent_instance;

  /* owned */
  AsyClock *clock;
  char *path;
  AsyOffice *office;
  AsyCourt *court;
  AsyUser *user;                /* who sets the register up */
  GPtrArray *accounts;          /* AsyNewAccount: the others */
  AsyOpened *opened;            /* until the recovery sheet is confirmed */

  /* template children, borrowed */
  AdwWindowTitle *title;
  GtkButton *back_button;
  GtkButton *next_button;
  AsyBanner *banner;
  GtkStack *steps;
  AdwActionRow *path_row;
  AdwEntryRow *name_row;
  AdwEntryRow *login_row;
  AsyPasswordGroup *password;
  AdwPreferencesPage *office_page;
  AdwPreferencesPage *court_page;
  GtkListBox *user_list;
  AdwPreferencesGroup *rights_group;
  AsyRecoveryView *recovery_view;
  GtkSpinner *spinner;

  Step step;
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (AsyFirstRun, asy_first_run, ADW_TYPE_BIN)

enum { OPENED, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

static const struct {
  const char *name;
  const char *title;
} steps[N_STEPS] = {
  [STEP_FILE] = { "file", N_("The Register and You") },
  [STEP_OFFICE] = { "office", N_("The Office") },
  [STEP_COURT] = { "court", N_("The Guardianship Court") },
  [STEP_USERS] = { "users", N_("Users and Rights") },
  [STEP_RECOVERY] = { "recovery", N_("Recovery Sheet") },
};

static const char *const register_patterns[] = { "*.asysta", NULL };

/* What still stands in the way of the next step; NULL when nothing does. (transfer none) */

static const char *
find_file_problem (AsyFirstRun *self)
{
  if (asy_user_get_full_name (self->user) == NULL)
    return _("Type your given and family name.");
  if (asy_user_get_login (self->user) == NULL)
    return _("Type a login.");
  return asy_password_group_get_problem (self->password);
}

static const char *
find_court_problem (AsyFirstRun *self)
{
  /* An office may begin without a court, but not with half of one. */
  if (asy_court_get_name (self->court) == NULL && (asy_court_get_division (self->court) != NULL || asy_court_get_city (self->court) != NULL))
    return _("Type the name of the court.");
  return NULL;
}

static const char *
find_problem (AsyFirstRun *self)
{
  switch (self->step)
    {
    case STEP_FILE:
      return find_file_problem (self);
    case STEP_OFFICE:
      return asy_office_get_name (self->office) == NULL ? _("Type the name of the office.") : NULL;
    case STEP_COURT:
      return find_court_problem (self);
    case STEP_USERS:
      if (asy_user_get_authorised_on (self->user) == ASY_DAY_NONE || asy_user_get_secrecy_on (self->user) == ASY_DAY_NONE)
        return _("Type the dates of your authorisation and secrecy undertaking (art. 7 ust. 4 uwr).");
      return NULL;
    case STEP_RECOVERY:
      return asy_recovery_view_get_confirmed (self->recovery_view) ? NULL : _("Confirm that the sheet is kept.");
    case N_STEPS:
    default:
      return NULL;
    }
}

static void
update (AsyFirstRun *self)
{
  const char *problem = find_problem (self);
  g_autofree char *subtitle = g_strdup_printf (_("step %d of %d"), (int) self->step + 1, N_STEPS);

  adw_window_title_set_title (self->title, _(steps[self->step].title));
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_button_set_label (self->back_button, self->step == STEP_FILE ? _("_Cancel") : _("_Back"));
  /* The register is there by then: what is left is to keep the sheet. */
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), self->step != STEP_RECOVERY);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back_button), !self->is_busy);
  gtk_button_set_label (self->next_button, self->step == STEP_USERS ? _("_Create the Register")
                                           : self->step == STEP_RECOVERY ? _("_Begin Work") : _("_Next"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), problem == NULL && !self->is_busy);
  asy_ui_set_tooltip (GTK_WIDGET (self->next_button), problem);
  asy_ui_set_busy (GTK_WIDGET (self->steps), self->is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->is_busy);
}

static void
show_step (AsyFirstRun *self, Step step)
{
  self->step = step;
  asy_banner_hide (self->banner);
  gtk_stack_set_visible_child_name (self->steps, steps[step].name);
  update (self);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->steps), GTK_DIR_TAB_FORWARD);
}

/* The file */

static void
set_path (AsyFirstRun *self, const char *path)
{
  g_autofree char *shown = NULL;

  g_free (self->path);
  self->path = g_str_has_suffix (path, ".asysta") ? g_strdup (path) : g_strconcat (path, ".asysta", NULL);
  shown = g_filename_display_name (self->path);
  adw_action_row_set_subtitle (self->path_row, shown);
}

static void
propose_path (AsyFirstRun *self)
{
  g_autofree char *folder = asy_opening_get_folder ();

  for (int i = 1; i < 100; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup ("rejestr.asysta") : g_strdup_printf ("rejestr-%d.asysta", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          set_path (self, path);
          return;
        }
    }
}

static void
on_file_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AsyFirstRun) self = data;
  g_autoptr (GFile) file = asy_ui_save_file_finish (result);

  if (file != NULL)
    set_path (self, g_file_peek_path (file));
}

static void
on_choose_path_cb (AsyFirstRun *self)
{
  const AsyFileKind kind = { _("Registers of Asysta"), register_patterns };
  g_autofree char *name = g_path_get_basename (self->path);

  asy_ui_save_file_async (GTK_WIDGET (self), _("Where the Register Will Live"), &kind, NULL, name, on_file_cb, g_object_ref (self));
}

/* `Anna Próbna` gives `anna.probna`, until the login is typed by hand. */
static void
on_name_changed_cb (AsyFirstRun *self)
{
  g_autofree char *proposed = asy_user_form_propose_login (asy_user_get_full_name (self->user));
  const char *before = g_object_get_data (G_OBJECT (self), "asy-proposed");
  const char *now = asy_user_get_login (self->user);

  if (now != NULL && g_strcmp0 (now, before) != 0)
    return;
  g_object_set_data_full (G_OBJECT (self), "asy-proposed", g_strdup (proposed), g_free);
  asy_user_set_login (self->user, proposed);
}

/* Users */

static void
append_user_row (AsyFirstRun *self, AsyUser *user, gboolean is_me, guint position);

static void
show_users (AsyFirstRun *self)
{
  asy_ui_clear_list (self->user_list);
  append_user_row (self, self->user, TRUE, 0);
  for (guint i = 0; i < self->accounts->len; i++)
    {
      AsyNewAccount *account = self->accounts->pdata[i];

      append_user_row (self, account->user, FALSE, i);
    }
}

static void
on_remove_user_cb (GtkButton *button, AsyFirstRun *self)
{
  g_ptr_array_remove_index (self->accounts, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "asy-position")));
  show_users (self);
}

static void
append_user_row (AsyFirstRun *self, AsyUser *user, gboolean is_me, guint position)
{
  GtkWidget *row = asy_action_row_new ();
  const char *name = asy_user_get_full_name (user);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", asy_user_role_get_label ((AsyUserRole) asy_user_get_role (user)),
                                               asy_user_get_login (user));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), asy_avatar_new (name, 32));
  if (is_me)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), asy_caption_new (_("you")));
  else
    {
      GtkWidget *button = asy_icon_button_new ("user-trash-symbolic", _("Remove"), NULL);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (button), "asy-position", GUINT_TO_POINTER (position));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_user_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_list_box_append (self->user_list, row);
}

static void
on_account_cb (AsyFirstRun *self, gpointer result, AsyForm *form)
{
  g_ptr_array_add (self->accounts, asy_new_account_new (asy_form_get_record (form, 0), asy_user_form_get_password (form)));
  show_users (self);
}

static char *
check_login (AsyForm *form, gpointer user_data)
{
  AsyFirstRun *self = user_data;
  const char *login = asy_user_get_login (asy_form_get_record (form, 0));
  gboolean is_taken = g_strcmp0 (login, asy_user_get_login (self->user)) == 0;

  for (guint i = 0; i < self->accounts->len; i++)
    {
      AsyNewAccount *account = self->accounts->pdata[i];

      is_taken = is_taken || g_strcmp0 (login, asy_user_get_login (account->user)) == 0;
    }
  return is_taken ? g_strdup (_("This login is taken")) : NULL;
}

/* The first one to add is the head, whose name is known by now. */
static void
on_add_user_cb (AsyFirstRun *self)
{
  g_autoptr (AsyUser) user = asy_user_new ();
  AsyDay today = asy_clock_get_today (self->clock);
  AsyForm *form;

  asy_user_set_role (user, self->accounts->len == 0 ? ASY_USER_ROLE_HEAD : ASY_USER_ROLE_COORDINATOR);
  asy_user_set_authorised_on (user, today);
  asy_user_set_secrecy_on (user, today);
  if (self->accounts->len == 0)
    {
      g_autofree char *login = asy_user_form_propose_login (asy_office_get_head_name (self->office));

      asy_user_set_full_name (user, asy_office_get_head_name (self->office));
      asy_user_set_position (user, asy_office_get_head_title (self->office));
      asy_user_set_login (user, login);
    }
  form = asy_user_form_new (NULL, user, TRUE);
  asy_form_set_parent (form, GTK_WIDGET (self));
  asy_form_add_check (form, check_login, self);
  g_signal_connect_object (form, "saved", G_CALLBACK (on_account_cb), self, G_CONNECT_SWAPPED);
  asy_form_present (form);
}

/* Making it */

static void
on_created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AsyFirstRun) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  self->is_busy = FALSE;
  self->opened = asy_opening_finish (result, &error);
  if (self->opened != NULL)
    {
      asy_recovery_view_set (self->recovery_view, self->opened->recovery_code, self->path, self->opened->office->office,
                             asy_user_get_full_name (self->user), asy_clock_get_today (self->clock));
      show_step (self, STEP_RECOVERY);
      return;
    }
  update (self);
  sentence = asy_error_describe (error);
  asy_banner_show (self->banner, ASY_MEANING_LATE, sentence, NULL, NULL);
}

static void
create (AsyFirstRun *self)
{
  g_autoptr (GPtrArray) courts = g_ptr_array_new ();
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (asy_new_account_free);
  g_autofree char *folder = g_path_get_dirname (self->path);

  /* When it cannot be made, making the register says why. */
  (void) g_mkdir_with_parents (folder, 0700);
  if (asy_court_get_name (self->court) != NULL)
    g_ptr_array_add (courts, self->court);
  g_ptr_array_add (accounts, asy_new_account_new (self->user, asy_password_group_get_password (self->password)));
  for (guint i = 0; i < self->accounts->len; i++)
    {
      AsyNewAccount *account = self->accounts->pdata[i];

      g_ptr_array_add (accounts, asy_new_account_new (account->user, account->password));
    }
  self->is_busy = TRUE;
  update (self);
  asy_banner_show (self->banner, ASY_MEANING_INFO,
                   _("Making the register… Each password takes about a second: keys are derived slowly on purpose."), NULL, NULL);
  asy_opening_create_async (self->path, self->office, courts, accounts, self->clock, on_created_cb, g_object_ref (self));
}

static void
on_next_cb (AsyFirstRun *self)
{
  if (self->is_busy || find_problem (self) != NULL)
    return;
  if (self->step == STEP_USERS)
    create (self);
  else if (self->step == STEP_RECOVERY)
    {
      asy_password_group_clear (self->password);
      g_signal_emit (self, signals[OPENED], 0, g_steal_pointer (&self->opened));
    }
  else
    show_step (self, self->step + 1);
}

static void
on_back_cb (AsyFirstRun *self)
{
  if (self->step == STEP_FILE)
    g_signal_emit (self, signals[LEFT], 0);
  else if (self->step != STEP_RECOVERY)
    show_step (self, self->step - 1);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *target)
{
  on_next_cb (ASY_FIRST_RUN (widget));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *target)
{
  if (!ASY_FIRST_RUN (widget)->is_busy)
    on_back_cb (ASY_FIRST_RUN (widget));
}

GtkWidget *
asy_first_run_new (AsyClock *clock)
{
  AsyFirstRun *self;
  AsyDay today;

  g_return_val_if_fail (ASY_IS_CLOCK (clock), NULL);

  self = g_object_new (ASY_TYPE_FIRST_RUN, NULL);
  self->clock = g_object_ref (clock);
  today = asy_clock_get_today (clock);
  asy_user_set_authorised_on (self->user, today);
  asy_user_set_secrecy_on (self->user, today);
  return GTK_WIDGET (self);
}

static void
asy_first_run_dispose (GObject *object)
{
  AsyFirstRun *self = ASY_FIRST_RUN (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASY_TYPE_FIRST_RUN);
  g_clear_object (&self->clock);
  g_clear_object (&self->office);
  g_clear_object (&self->court);
  g_clear_object (&self->user);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->opened, asy_opened_free);

  G_OBJECT_CLASS (asy_first_run_parent_class)->dispose (object);
}

static void
asy_first_run_finalize (GObject *object)
{
  g_free (ASY_FIRST_RUN (object)->path);

  G_OBJECT_CLASS (asy_first_run_parent_class)->finalize (object);
}

static void
asy_first_run_class_init (AsyFirstRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = asy_first_run_dispose;
  object_class->finalize = asy_first_run_finalize;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ASY_TYPE_RECOVERY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/app/asy-first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, title);
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, back_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, next_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, banner);
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, steps);
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, path_row);
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, name_row);
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, login_row);
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, password);
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, office_page);
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, court_page);
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, user_list);
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, rights_group);
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, recovery_view);
  gtk_widget_class_bind_template_child (widget_class, AsyFirstRun, spinner);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_path_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_user_cb);

  gtk_widget_class_install_action (widget_class, "first-run.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "first-run.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "first-run.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "first-run.back", NULL);
}

static void
bind_user (AsyFirstRun *self)
{
  GtkWidget *position = adw_entry_row_new ();
  GtkWidget *authorised = asy_date_row_new ("");
  GtkWidget *secrecy = asy_date_row_new ("");

  asy_bind_row (self->user, ASY_USER_FULL_NAME, GTK_WIDGET (self->name_row));
  asy_bind_row (self->user, ASY_USER_LOGIN, GTK_WIDGET (self->login_row));
  asy_bind_row (self->user, ASY_USER_POSITION, position);
  asy_bind_row (self->user, ASY_USER_AUTHORISED_ON, authorised);
  asy_bind_row (self->user, ASY_USER_SECRECY_ON, secrecy);
  adw_preferences_group_add (self->rights_group, position);
  adw_preferences_group_add (self->rights_group, authorised);
  adw_preferences_group_add (self->rights_group, secrecy);
  g_signal_connect_object (self->user, "notify::full-name", G_CALLBACK (on_name_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->user, "notify", G_CALLBACK (show_users), self, G_CONNECT_SWAPPED);
}

static void
asy_first_run_init (AsyFirstRun *self)
{
  self->office = asy_office_new ();
  self->court = asy_court_new ();
  self->user = asy_user_new ();
  self->accounts = g_ptr_array_new_with_free_func (asy_new_account_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  asy_ui_hide_others (self->steps);
  asy_office_rows_add (self->office, self->office_page);
  asy_court_rows_add (self->court, self->court_page);
  bind_user (self);
  g_signal_connect_object (self->user, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->office, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->court, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  propose_path (self);
  show_users (self);
  update (self);
}
