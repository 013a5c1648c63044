/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "base/asy-text.h"
#include "ctl/asy-ctl-workers.h"
#include "model/asy-family-file.h"
#include "store/asy-offices.h"
#include "store/asy-workers.h"

static gint64
find_by_number (GPtrArray *workers, const char *who)
{
  gint64 id;

  if (!g_ascii_string_to_signed (who, 10, 1, G_MAXINT64, &id, NULL))
    return 0;
  for (guint i = 0; i < workers->len; i++)
    if (asy_record_get_id (g_ptr_array_index (workers, i)) == id)
      return id;
  return 0;
}

static gint64
find_by_login (AsyOfficeFile *office, const char *who)
{
  for (guint i = 0; i < office->users->len; i++)
    {
      AsyUser *user = g_ptr_array_index (office->users, i);

      if (g_strcmp0 (asy_user_get_login (user), who) == 0)
        return asy_user_get_worker_id (user);
    }
  return 0;
}

/* Every word typed begins a word of the name. */
static gboolean
name_fits (AsyWorker *worker, const char *who)
{
  g_autofree char *name = asy_worker_dup_full_name (worker);
  g_autofree char *folded_name = asy_text_fold (name);
  g_autofree char *folded_who = asy_text_fold (who);
  g_auto (GStrv) names = g_strsplit (folded_name, " ", -1);
  g_auto (GStrv) words = g_strsplit (folded_who, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; names[j] != NULL && !found; j++)
        found = g_str_has_prefix (names[j], words[i]);
      if (!found)
        return FALSE;
    }
  return words[0] != NULL;
}

/* The one whose name is typed in full, or the only one whose name begins so. */
static gint64
find_by_name (GPtrArray *workers, const char *who, guint *ret_n_found)
{
  g_autofree char *folded_who = asy_text_fold (who);
  gint64 found = 0;
  guint n_exact = 0;

  *ret_n_found = 0;
  for (guint i = 0; i < workers->len; i++)
    {
      AsyWorker *worker = g_ptr_array_index (workers, i);
      g_autofree char *name = asy_worker_dup_full_name (worker);
      g_autofree char *folded_name = asy_text_fold (name);

      if (g_str_equal (folded_name, folded_who))
        {
          n_exact++;
          found = asy_record_get_id (ASY_RECORD (worker));
        }
    }
  if (n_exact > 0)
    {
      *ret_n_found = n_exact;
      return found;
    }
  for (guint i = 0; i < workers->len; i++)
    if (name_fits (g_ptr_array_index (workers, i), who))
      {
        (*ret_n_found)++;
        found = asy_record_get_id (g_ptr_array_index (workers, i));
      }
  return found;
}

gboolean
asy_ctl_find_worker (AsyCtl *ctl, AsySession *session, const char *who, gint64 *ret_id, int *ret_code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) workers = asy_workers_list (session, TRUE, &error);
  g_autoptr (AsyOfficeFile) office = workers != NULL ? asy_office_file_load (session, &error) : NULL;
  guint n_found = 1;
  gint64 id;

  if (office == NULL)
    {
      *ret_code = asy_ctl_fail (ctl, g_steal_pointer (&error), NULL);
      return FALSE;
    }
  id = find_by_number (workers, who);
  if (id == 0)
    id = find_by_login (office, who);
  if (id == 0)
    id = find_by_name (workers, who, &n_found);
  if (n_found == 1)
    {
      *ret_id = id;
      return TRUE;
    }
  *ret_code = ASY_CTL_FAILED;
  if (n_found == 0)
    asy_ctl_say (_("There is no assistant “%s”."), who);
  else
    asy_ctl_say (_("More than one assistant is called “%s”; give the full name, the login or the number."), who);
  return FALSE;
}
