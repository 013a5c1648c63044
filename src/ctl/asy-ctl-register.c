/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "ctl/asy-ctl-password.h"
#include "ctl/asy-ctl-register.h"
#include "db/asy-register.h"
#include "store/asy-offices.h"

static gboolean
check_path (AsyCtl *ctl, int *ret_code)
{
  if (ctl->register_path != NULL)
    return TRUE;
  *ret_code = asy_ctl_usage (ctl, _("Say which register: --register FILE."));
  return FALSE;
}

/* The login to open with: the one given, or the only one there is. */
static char *
choose_login (AsyCtl *ctl, int *ret_code)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) logins = NULL;

  if (ctl->user != NULL)
    return g_strdup (ctl->user);
  logins = asy_register_list_logins (ctl->register_path, &error);
  if (logins == NULL)
    {
      *ret_code = asy_ctl_fail (ctl, g_steal_pointer (&error), ctl->register_path);
      return NULL;
    }
  if (g_strv_length (logins) == 1)
    return g_strdup (logins[0]);
  *ret_code = asy_ctl_usage (ctl, _("The register has several users: say who you are with --user LOGIN."));
  return NULL;
}

AsyDb *
asy_ctl_open_unchanged (AsyCtl *ctl, char **ret_login, int *ret_code)
{
  g_autoptr (AsyCtlSecretText) password = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *login = NULL;
  AsyDb *db;

  *ret_code = ASY_CTL_FAILED;
  if (!check_path (ctl, ret_code))
    return NULL;
  /* Before a password is asked for: is there a register at all? */
  if (!asy_db_self_test (&error) || !asy_register_probe (ctl->register_path, &error))
    {
      *ret_code = asy_ctl_fail (ctl, g_steal_pointer (&error), ctl->register_path);
      return NULL;
    }
  login = choose_login (ctl, ret_code);
  if (login == NULL)
    return NULL;
  password = asy_ctl_get_secret (ctl, ASY_CTL_SECRET_REGISTER);
  if (password == NULL)
    return NULL;
  db = asy_register_open (ctl->register_path, login, password, ASY_DB_OPEN_DEFAULT, &error);
  if (db == NULL)
    *ret_code = asy_ctl_fail (ctl, g_steal_pointer (&error), ctl->register_path);
  else
    *ret_login = g_steal_pointer (&login);
  return db;
}

/* Art. 7 ust. 4 uwr: only people with an authorisation and a secrecy undertaking.
 * Today is today here: a day that is pretended neither gives nor takes a right. */
static gboolean
check_access (AsySession *session, GError **error)
{
  g_autoptr (AsyClock) real = asy_clock_new_system ();
  g_autoptr (AsyOfficeFile) office = asy_office_file_load (session, error);

  if (office == NULL)
    return FALSE;
  if (office->user != NULL)
    return asy_user_check_access (office->user, asy_clock_get_today (real), error);
  /* A slot of keys without a user of that login. */
  asy_store_set_error (error, ASY_STORE_ERROR_NOT_AUTHORISED, "no user of that login");
  return FALSE;
}

AsySession *
asy_ctl_open (AsyCtl *ctl, int *ret_code)
{
  g_autofree char *login = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (AsyDb) db = asy_ctl_open_unchanged (ctl, &login, ret_code);
  g_autoptr (AsySession) session = NULL;
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return NULL;
  if (!asy_session_migrate (db, &copy, &error))
    {
      *ret_code = asy_ctl_fail (ctl, g_steal_pointer (&error), ctl->register_path);
      return NULL;
    }
  if (copy != NULL)
    asy_ctl_say (_("The register was brought up to date; a copy of the old one is in %s."), copy);
  session = asy_session_new (g_steal_pointer (&db), ctl->clock, login);
  if (!check_access (session, &error))
    {
      *ret_code = asy_ctl_fail (ctl, g_steal_pointer (&error), ctl->register_path);
      return NULL;
    }
  return g_steal_pointer (&session);
}

void
asy_ctl_remove (AsyCtl *ctl)
{
  static const char *const suffixes[] = { "", ".keys", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (ctl->register_path, suffixes[i], NULL);

      (void) g_unlink (path);   /* most of them are not there */
    }
}

AsyDb *
asy_ctl_create (AsyCtl *ctl, const char *login, char **ret_recovery_code, int *ret_code)
{
  g_autoptr (AsyCtlSecretText) password = NULL;
  g_autoptr (AsyCtlSecretText) code = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyDb) db = NULL;

  *ret_code = ASY_CTL_FAILED;
  if (!check_path (ctl, ret_code))
    return NULL;
  if (!asy_db_self_test (&error))
    {
      *ret_code = asy_ctl_fail (ctl, g_steal_pointer (&error), NULL);
      return NULL;
    }
  if (g_file_test (ctl->register_path, G_FILE_TEST_EXISTS))
    {
      asy_ctl_say (_("%s exists already; a register is never overwritten."), ctl->register_path);
      return NULL;
    }
  password = asy_ctl_get_secret (ctl, ASY_CTL_SECRET_NEW_REGISTER);
  if (password == NULL)
    return NULL;
  db = asy_register_create (ctl->register_path, login, password, &code, &error);
  if (db == NULL)
    {
      *ret_code = asy_ctl_fail (ctl, g_steal_pointer (&error), ctl->register_path);
      return NULL;
    }
  if (!asy_session_migrate (db, NULL, &error))
    {
      g_clear_pointer (&db, asy_db_close);
      asy_ctl_remove (ctl);
      *ret_code = asy_ctl_fail (ctl, g_steal_pointer (&error), ctl->register_path);
      return NULL;
    }
  *ret_recovery_code = g_steal_pointer (&code);
  return g_steal_pointer (&db);
}
