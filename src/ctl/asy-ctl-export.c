/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ctl/asy-ctl-commands.h"
#include "ctl/asy-ctl-output.h"
#include "ctl/asy-ctl-register.h"
#include "ctl/asy-ctl-workers.h"
#include "exchange/asy-lists.h"
#include "store/asy-families.h"

#define DUE_DAYS 30

typedef struct
{
  char *format;
  char *out;
  char *who;
  int days;
  gboolean archived;
  gboolean all;
  char *week;
  int visit;
  gboolean names;
  gint64 worker_id;             /* of @who */
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->out);
  g_free (options->who);
  g_free (options->week);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Each list takes what it needs of the options. */

static AsyTable *
load_families (AsySession *session, const Options *options, GError **error)
{
  const AsyFamiliesScope scope = options->all ? ASY_FAMILIES_ALL : options->archived ? ASY_FAMILIES_ARCHIVED : ASY_FAMILIES_ACTIVE;
  g_autoptr (GPtrArray) rows = asy_families_list (session, scope, error);

  return rows != NULL ? asy_list_of_families (rows) : NULL;
}

static AsyTable *
load_due (AsySession *session, const Options *options, GError **error)
{
  return asy_list_load_due (session, asy_session_get_today (session) + (AsyDay) options->days, options->worker_id, error);
}

static AsyTable *
load_providers (AsySession *session, const Options *options, GError **error)
{
  return asy_list_load_providers (session, NULL, error);
}

static AsyTable *
load_letters (AsySession *session, const Options *options, GError **error)
{
  return asy_list_load_letters (session, NULL, error);
}

static AsyTable *
load_interventions (AsySession *session, const Options *options, GError **error)
{
  return asy_list_load_interventions (session, ASY_INTERVENTIONS_ALL, error);
}

static AsyTable *
load_workers (AsySession *session, const Options *options, GError **error)
{
  return asy_list_load_workers (session, error);
}

static const struct
{
  const char *name;
  AsyTable *(*load) (AsySession *session, const Options *options, GError **error);
} lists[] = {
  { "families", load_families }, { "due", load_due },                     { "providers", load_providers },
  { "letters", load_letters },   { "interventions", load_interventions }, { "workers", load_workers },
};

static int
find_list (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].name, name))
      return (int) i;
  return -1;
}

/* The word given, else what the name of the file ends with, else CSV. */
static gboolean
find_format (const Options *options, AsyTableFormat *ret_format)
{
  *ret_format = ASY_TABLE_CSV;
  if (options->format == NULL)
    {
      if (g_str_has_suffix (options->out, ".xlsx"))
        *ret_format = ASY_TABLE_XLSX;
      return TRUE;
    }
  if (g_str_equal (options->format, asy_table_format_get_nick (ASY_TABLE_XLSX)))
    *ret_format = ASY_TABLE_XLSX;
  else if (!g_str_equal (options->format, asy_table_format_get_nick (ASY_TABLE_CSV)))
    return FALSE;
  return TRUE;
}

static int
export (AsyCtl *ctl, Options *options, int list, AsyTableFormat format)
{
  g_autoptr (AsySession) session = NULL;
  g_autoptr (AsyTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int code;

  session = asy_ctl_open (ctl, &code);
  if (session == NULL || (options->who != NULL && !asy_ctl_find_worker (ctl, session, options->who, &options->worker_id, &code)))
    return code;
  table = lists[list].load (session, options, &error);
  bytes = table != NULL ? asy_table_write (table, format, &error) : NULL;
  if (bytes == NULL || !asy_list_note_export (session, table, format, &error))
    return asy_ctl_fail (ctl, g_steal_pointer (&error), NULL);
  code = asy_ctl_write_result (ctl, options->out, bytes);
  if (code == ASY_CTL_OK)
    asy_ctl_say (g_dngettext (GETTEXT_PACKAGE, "%u row written; the file is not encrypted.",
                              "%u rows written; the file is not encrypted.", asy_table_get_n_rows (table)),
                 asy_table_get_n_rows (table));
  return code;
}

int
asy_ctl_export (AsyCtl *ctl, GStrv args)
{
  g_auto (Options) options = { .days = DUE_DAYS };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.out, N_("Where to write the list"), N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("Text for spreadsheets or a workbook; by the name of the file where it is missing"), "csv|xlsx" },
    { "archived", 0, 0, G_OPTION_ARG_NONE, &options.archived, N_("Families whose case is closed"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_("All families"), NULL },
    { "days", 0, 0, G_OPTION_ARG_INT, &options.days, N_("How many days to look ahead; what is overdue is always listed"), N_("N") },
    { "assistant", 0, 0, G_OPTION_ARG_STRING, &options.who, N_("Only what is due of this assistant's families, or the assistant's calendar"), N_("WHO") },
    { "week", 0, 0, G_OPTION_ARG_STRING, &options.week, N_("Week of a calendar; a year from this week on where it is missing"), N_("YYYY-Wnn") },
    { "visit", 0, 0, G_OPTION_ARG_INT, &options.visit, N_("Number of the only visit of a calendar"), N_("N") },
    { "names", 0, 0, G_OPTION_ARG_NONE, &options.names, N_("Name families and addresses in a calendar"), NULL },
    { NULL },
  };
  g_auto (GStrv) words = NULL;
  AsyTableFormat format;
  int list, code;

  if (!asy_ctl_parse (ctl, args, entries, 1, 2, &words, &code))
    return code;
  if (g_str_equal (words[0], "family"))
    return asy_ctl_export_family (ctl, words[1], options.out);
  if (g_str_equal (words[0], "calendar") && words[1] == NULL)
    return asy_ctl_export_calendar (ctl, options.who, options.week, options.visit, options.names, options.out);
  list = words[1] == NULL ? find_list (words[0]) : -1;
  if (list < 0)
    return asy_ctl_usage (ctl, _("“%s” is no list that can be exported."), words[0]);
  if (options.out == NULL)
    return asy_ctl_usage (ctl, _("Say where to write: -o FILE."));
  if (!find_format (&options, &format))
    return asy_ctl_usage (ctl, _("“%s” is no format of a list: csv or xlsx."), options.format);
  if (options.days < 0 || options.days > 3660)
    return asy_ctl_usage (ctl, _("%d is no number of days to look ahead."), options.days);
  if (!asy_ctl_check_output (ctl, options.out, &code))
    return code;
  return export (ctl, &options, list, format);
}
