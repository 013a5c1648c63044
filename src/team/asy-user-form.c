/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-team"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "model/asy-family-file.h"
#include "store/asy-accounts.h"
#include "store/asy-offices.h"
#include "team/asy-user-form.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-password-group.h"
#include "ui/asy-words.h"

char *
asy_user_form_propose_login (const char *full_name)
{
  g_autofree char *folded = asy_text_fold (full_name);

  if (*folded == '\0')
    return NULL;
  return g_strdelimit (g_steal_pointer (&folded), " ", '.');
}

static AsyPasswordGroup *
get_group (AsyForm *form)
{
  return g_object_get_data (G_OBJECT (form), "asy-password-group");
}

const char *
asy_user_form_get_password (AsyForm *form)
{
  AsyPasswordGroup *group = get_group (form);

  return group != NULL ? asy_password_group_get_password (group) : "";
}

/* In the worker */

typedef struct {
  AsyUser *user;
  char *password;
  gboolean is_new;
} Account;

static void
account_free (gpointer data)
{
  Account *account = data;

  g_clear_object (&account->user);
  if (account->password != NULL)
    explicit_bzero (account->password, strlen (account->password));
  g_free (account->password);
  g_free (account);
}

static gpointer
account_job (AsySession *session, gpointer request, GError **error)
{
  Account *account = request;
  gboolean ok = account->is_new ? asy_account_add (session, account->user, account->password, error)
                                : asy_account_set_password (session, account->user, account->password, error);

  return ok ? g_object_ref (account->user) : NULL;
}

static gpointer
save_job (AsySession *session, gpointer request, GError **error)
{
  return asy_user_save (session, request, error) ? g_object_ref (request) : NULL;
}

/* In the window */

static gpointer
account_request (AsyForm *form, gpointer user_data)
{
  Account *account = g_new0 (Account, 1);

  account->user = asy_record_duplicate (asy_form_get_record (form, 0));
  account->password = g_strdup (asy_user_form_get_password (form));
  account->is_new = asy_record_get_id (ASY_RECORD (account->user)) == 0;
  return account;
}

static char *
check_password (AsyForm *form, gpointer user_data)
{
  return g_strdup (asy_password_group_get_problem (get_group (form)));
}

static void
add_password_group (AsyForm *form, const char *title)
{
  GtkWidget *group = asy_password_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  g_object_set_data (G_OBJECT (form), "asy-password-group", group);
  asy_form_add_group (form, group);
  asy_form_add_check (form, check_password, NULL);
  g_signal_connect_object (group, "notify::valid", G_CALLBACK (asy_form_touch), form, G_CONNECT_SWAPPED);
  if (asy_form_get_context (form) == NULL)
    return;
  asy_form_set_job (form, account_job);
  asy_form_set_request (form, account_request, NULL, account_free, g_object_unref);
}

static char *
check_dates (AsyForm *form, gpointer user_data)
{
  AsyUser *user = asy_form_get_record (form, 0);
  AsyDay from = asy_user_get_authorised_on (user);
  AsyDay until = asy_user_get_authorised_until (user);

  if (until != ASY_DAY_NONE && (from == ASY_DAY_NONE || until < from))
    return g_strdup (_("The authorisation ends before it begins"));
  return NULL;
}

static void
propose_login (AsyForm *form, GParamSpec *pspec, AsyUser *user)
{
  g_autofree char *proposed = asy_user_form_propose_login (asy_user_get_full_name (user));
  const char *before = g_object_get_data (G_OBJECT (form), "asy-proposed");
  const char *now = asy_user_get_login (user);

  /* A login that was typed by hand stays. */
  if (now != NULL && g_strcmp0 (now, before) != 0)
    return;
  g_object_set_data_full (G_OBJECT (form), "asy-proposed", g_strdup (proposed), g_free);
  asy_user_set_login (user, proposed);
}

static GtkWidget *
new_role_row (void)
{
  GtkWidget *row = asy_choice_row_new ("");

  for (int role = 0; asy_user_role_nicks[role] != NULL; role++)
    asy_choice_row_append (ASY_CHOICE_ROW (row), asy_user_role_nicks[role], asy_user_role_get_label ((AsyUserRole) role), NULL);
  return row;
}

static void
add_person_group (AsyForm *form, AsyUser *user, gboolean is_new)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *login = asy_form_bind (form, user, ASY_USER_LOGIN, adw_entry_row_new ());

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, user, ASY_USER_FULL_NAME, adw_entry_row_new ()));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), login);
  /* The key slot bears the login: it cannot change under it. */
  gtk_editable_set_editable (GTK_EDITABLE (login), is_new);
  gtk_widget_set_sensitive (login, is_new);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, user, ASY_USER_ROLE, new_role_row ()));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, user, ASY_USER_POSITION, adw_entry_row_new ()));
  asy_form_add_group (form, group);
  if (is_new)
    g_signal_connect_object (user, "notify::full-name", G_CALLBACK (propose_login), form, G_CONNECT_SWAPPED);
}

static void
add_rights_group (AsyForm *form, AsyUser *user)
{
  GtkWidget *group = adw_preferences_group_new ();
  static const guint fields[] = { ASY_USER_AUTHORISED_ON, ASY_USER_AUTHORISED_UNTIL, ASY_USER_SECRECY_ON };

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Right to the Data"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("The administrator’s written authorisation and the secrecy undertaking, art. 7 ust. 4 uwr. "
                                           "Without them the register does not open."));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, user, fields[i], asy_date_row_new ("")));
  asy_form_add_group (form, group);
  asy_form_add_check (form, check_dates, NULL);
}

AsyForm *
asy_user_form_new (AsyContext *context, AsyUser *user, gboolean with_password)
{
  AsyForm *form = asy_form_new (context, _("User"));
  AsyUser *copy = asy_form_add_record (form, user);
  gboolean is_new = asy_record_get_id (ASY_RECORD (user)) == 0;

  add_person_group (form, copy, is_new);
  if (context != NULL)
    asy_form_set_job (form, save_job);
  if (with_password)
    add_password_group (form, _("First Password"));
  add_rights_group (form, copy);
  return form;
}

void
asy_user_form_add_workers (AsyForm *form, GPtrArray *workers)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = asy_choice_row_new ("");

  asy_choice_row_append_none (ASY_CHOICE_ROW (row), _("No assistant"));
  for (guint i = 0; i < workers->len; i++)
    {
      g_autofree char *name = asy_worker_dup_full_name (workers->pdata[i]);

      asy_choice_row_append_id (ASY_CHOICE_ROW (row), asy_record_get_id (workers->pdata[i]), name, NULL);
    }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Without the rights above the assistant gets no family "
                                                                          "(art. 7 section 4 uwr)."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, asy_form_get_record (form, 0), ASY_USER_WORKER_ID, row));
  asy_form_add_group (form, group);
}

AsyForm *
asy_user_password_form_new (AsyContext *context, AsyUser *user)
{
  AsyForm *form = asy_form_new (context, _("New Password"));

  asy_form_set_subtitle (form, asy_user_get_full_name (user));
  (void) asy_form_add_record (form, user);
  add_password_group (form, "");
  gtk_window_set_default_size (GTK_WINDOW (form), 480, 320);
  return form;
}
