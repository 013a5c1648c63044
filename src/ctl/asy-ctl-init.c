/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ctl/asy-ctl-commands.h"
#include "ctl/asy-ctl-output.h"
#include "ctl/asy-ctl-password.h"
#include "ctl/asy-ctl-register.h"
#include "store/asy-offices.h"

#define DEFAULT_LOGIN "koordynator"

/* Whoever makes the register authorises themselves; on the machine's own day
 * when that is earlier than the one pretended, so that both can open it. */
static AsyUser *
make_user (AsyCtl *ctl, const char *login, const char *full_name)
{
  g_autoptr (AsyClock) real = asy_clock_new_system ();
  const AsyDay day = MIN (asy_clock_get_today (ctl->clock), asy_clock_get_today (real));
  AsyUser *user = asy_user_new ();

  asy_user_set_login (user, login);
  asy_user_set_full_name (user, full_name != NULL ? full_name : login);
  asy_user_set_role (user, ASY_USER_ROLE_COORDINATOR);
  asy_user_set_authorised_on (user, day);
  asy_user_set_secrecy_on (user, day);
  return user;
}

static gboolean
set_up (AsyCtl *ctl, AsySession *session, const char *login, const char *full_name, const char *office_name, GError **error)
{
  g_autoptr (AsyOfficeFile) file = asy_office_file_load (session, error);
  g_autoptr (GPtrArray) users = asy_record_array_new ();

  if (file == NULL)
    return FALSE;
  asy_office_set_name (file->office, office_name);
  g_ptr_array_add (users, make_user (ctl, login, full_name));
  return asy_register_set_up (session, file->office, NULL, users, error);
}

static void
print_made (AsyCtl *ctl, const char *login, const char *code)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!ctl->json)
    {
      g_autofree char *name = g_filename_display_name (ctl->register_path);

      g_print (_("The register %s is made; its user is %s.\n"), name, login);
      g_print (_("Recovery code, shown this once: %s\n"), code);
      g_print (_("Keep it locked away from the computer. It opens the register when all passwords are lost.\n"));
      return;
    }
  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  asy_ctl_json_text (builder, "register", ctl->register_path);
  asy_ctl_json_text (builder, "login", login);
  asy_ctl_json_text (builder, "recovery_code", code);
  json_builder_end_object (builder);
  asy_ctl_print_json (builder);
}

int
asy_ctl_init (AsyCtl *ctl, GStrv args)
{
  g_autofree char *office_name = NULL;
  g_autofree char *full_name = NULL;
  const GOptionEntry entries[] = {
    { "office", 0, 0, G_OPTION_ARG_STRING, &office_name, N_("Name of the office"), N_("NAME") },
    { "full-name", 0, 0, G_OPTION_ARG_STRING, &full_name, N_("Full name of the first user"), N_("PERSON") },
    { NULL },
  };
  g_autoptr (AsyCtlSecretText) code = NULL;
  g_autoptr (AsySession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  const char *login;
  int exit_code;
  AsyDb *db;

  if (!asy_ctl_parse (ctl, args, entries, 0, 0, &words, &exit_code))
    return exit_code;
  login = ctl->user != NULL ? ctl->user : DEFAULT_LOGIN;
  db = asy_ctl_create (ctl, login, &code, &exit_code);
  if (db == NULL)
    return exit_code;
  session = asy_session_new (db, ctl->clock, login);
  if (!set_up (ctl, session, login, full_name, office_name != NULL ? office_name : "Ośrodek Pomocy Społecznej", &error))
    {
      g_clear_pointer (&session, asy_session_free);
      asy_ctl_remove (ctl);
      return asy_ctl_fail (ctl, g_steal_pointer (&error), ctl->register_path);
    }
  print_made (ctl, login, code);
  return ASY_CTL_OK;
}
