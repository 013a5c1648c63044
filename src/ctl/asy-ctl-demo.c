/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "ctl/asy-ctl-commands.h"
#include "ctl/asy-ctl-output.h"
#include "ctl/asy-ctl-password.h"
#include "ctl/asy-ctl-register.h"
#include "demo/asy-demo.h"

#define DEFAULT_LOGIN "demo"

typedef struct
{
  gboolean at_terminal;
  int last_percent;
} Progress;

/* A line that counts up for a person, every tenth for a log. */
static void
tell_progress (double done, gpointer user_data)
{
  Progress *progress = user_data;
  const int percent = (int) (done * 100);

  if (percent == progress->last_percent || (!progress->at_terminal && percent / 10 == progress->last_percent / 10))
    return;
  progress->last_percent = percent;
  if (progress->at_terminal)
    g_printerr (percent < 100 ? "\rasystactl: %d%%" : "\rasystactl: %d%%\n", percent);
  else
    g_printerr ("asystactl: %d%%\n", percent);
}

static gboolean
read_seed (AsyCtl *ctl, const char *text, guint32 *ret_seed, int *ret_code)
{
  guint64 value;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &value, NULL))
    {
      *ret_code = asy_ctl_usage (ctl, _("“%s” is no seed: give a number from 0 to %u."), text, G_MAXUINT32);
      return FALSE;
    }
  *ret_seed = (guint32) value;
  return TRUE;
}

static void
print_made (AsyCtl *ctl, const char *login, const char *code, const AsyDemoTotals *totals)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *name = g_filename_display_name (ctl->register_path);

  if (!ctl->json)
    {
      g_print (_("The demonstration register %s is made; its user is %s.\n"), name, login);
      g_print (_("Families: %u, assistants: %u, visits: %u, papers: %u.\n"), totals->n_families, totals->n_workers,
               totals->n_visits, totals->n_papers);
      return;
    }
  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  asy_ctl_json_text (builder, "register", ctl->register_path);
  asy_ctl_json_text (builder, "login", login);
  asy_ctl_json_text (builder, "recovery_code", code);
  asy_ctl_json_int (builder, "families", totals->n_families);
  asy_ctl_json_int (builder, "assistants", totals->n_workers);
  asy_ctl_json_int (builder, "visits", totals->n_visits);
  asy_ctl_json_int (builder, "papers", totals->n_papers);
  json_builder_end_object (builder);
  asy_ctl_print_json (builder);
}

static int
make (AsyCtl *ctl, AsyDemoSize size, guint32 seed)
{
  const char *login = ctl->user != NULL ? ctl->user : DEFAULT_LOGIN;
  Progress progress = { isatty (STDERR_FILENO), 0 };
  g_autoptr (AsyCtlSecretText) code = NULL;
  g_autoptr (GError) error = NULL;
  AsyDemoTotals totals;
  AsyDb *db;
  int exit_code;

  db = asy_ctl_create (ctl, login, &code, &exit_code);
  if (db == NULL)
    return exit_code;
  if (!asy_demo_fill (db, login, asy_clock_get_today (ctl->clock), size, seed,
                      size >= ASY_DEMO_CITY ? tell_progress : NULL, &progress, &totals, &error))
    {
      asy_ctl_remove (ctl);
      return asy_ctl_fail (ctl, g_steal_pointer (&error), ctl->register_path);
    }
  print_made (ctl, login, code, &totals);
  return ASY_CTL_OK;
}

int
asy_ctl_demo (AsyCtl *ctl, GStrv args)
{
  g_autofree char *size_name = NULL;
  g_autofree char *seed_text = NULL;
  const GOptionEntry entries[] = {
    { "size", 0, 0, G_OPTION_ARG_STRING, &size_name, N_("How big: tiny, town, city or nation"), N_("SIZE") },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &seed_text, N_("The same number makes the same register"), N_("N") },
    { NULL },
  };
  AsyDemoSize size = ASY_DEMO_TINY;
  guint32 seed = 1;
  g_auto (GStrv) words = NULL;
  int code;

  if (!asy_ctl_parse (ctl, args, entries, 0, 0, &words, &code))
    return code;
  if (size_name != NULL && !asy_demo_size_from_name (size_name, &size))
    return asy_ctl_usage (ctl, _("“%s” is no size: give tiny, town, city or nation."), size_name);
  if (!read_seed (ctl, seed_text, &seed, &code))
    return code;
  return make (ctl, size, seed);
}
