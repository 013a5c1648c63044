/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "base/asy-text.h"
#include "ctl/asy-ctl-commands.h"
#include "ctl/asy-ctl-output.h"
#include "ctl/asy-ctl-register.h"
#include "ctl/asy-ctl-workers.h"
#include "exchange/asy-list-words.h"
#include "store/asy-due.h"
#include "store/asy-families.h"
#include "store/asy-search.h"

#define SEARCH_LIMIT 200
#define DUE_DAYS 30

static char *
describe_hit (const AsySearchHit *hit)
{
  g_autofree char *former = hit->former != NULL ? g_strdup_printf (_("%s (formerly %s)"), hit->title, hit->former) : NULL;
  const char *title = former != NULL ? former : hit->title;

  if (hit->subtitle == NULL || hit->subtitle[0] == '\0')
    return g_strdup (title);
  return g_strconcat (title, " " ASY_TEXT_EN_DASH " ", hit->subtitle, NULL);
}

static void
print_hit (AsyCtl *ctl, JsonBuilder *builder, const AsySearchHit *hit)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, hit->id);
  g_autofree char *text = describe_hit (hit);

  if (!ctl->json)
    {
      asy_ctl_print_row (hit->kind, id, text, NULL);
      return;
    }
  json_builder_begin_object (builder);
  asy_ctl_json_text (builder, "kind", hit->kind);
  asy_ctl_json_int (builder, "id", hit->id);
  asy_ctl_json_text (builder, "text", text);
  json_builder_end_object (builder);
}

int
asy_ctl_search (AsyCtl *ctl, GStrv args)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (AsySession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *text = NULL;
  int code;

  if (!asy_ctl_parse (ctl, args, NULL, 1, -1, &words, &code))
    return code;
  session = asy_ctl_open (ctl, &code);
  if (session == NULL)
    return code;
  text = g_strjoinv (" ", words);
  groups = asy_search (session, NULL, text, SEARCH_LIMIT, &error);
  if (groups == NULL)
    return asy_ctl_fail (ctl, g_steal_pointer (&error), NULL);
  json_builder_begin_array (builder);
  for (guint i = 0; i < groups->len; i++)
    {
      const AsySearchGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->hits->len; j++)
        print_hit (ctl, builder, g_ptr_array_index (group->hits, j));
    }
  json_builder_end_array (builder);
  if (ctl->json)
    asy_ctl_print_json (builder);
  return ASY_CTL_OK;
}

static void
print_family (AsyCtl *ctl, JsonBuilder *builder, AsyFamilyRow *row)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, asy_family_row_get_id (row));
  const char *stage = asy_stage_get_nick (asy_family_row_get_stage (row));
  const char *assistant = asy_family_row_get_assistant (row);
  const AsyDay due = asy_family_row_get_due (row);
  char iso[11];

  asy_day_write_iso (due, iso);
  if (!ctl->json)
    {
      asy_ctl_print_row (id, asy_family_row_get_name (row), stage, assistant != NULL ? assistant : "", iso, NULL);
      return;
    }
  json_builder_begin_object (builder);
  asy_ctl_json_int (builder, "id", asy_family_row_get_id (row));
  asy_ctl_json_text (builder, "name", asy_family_row_get_name (row));
  asy_ctl_json_text (builder, "address", asy_family_row_get_address (row));
  asy_ctl_json_text (builder, "stage", stage);
  asy_ctl_json_text (builder, "assistant", assistant);
  asy_ctl_json_day (builder, "due", due);
  asy_ctl_json_text (builder, "due_kind", due != ASY_DAY_NONE ? asy_deadline_kind_get_nick (asy_family_row_get_due_kind (row)) : NULL);
  json_builder_end_object (builder);
}

int
asy_ctl_families (AsyCtl *ctl, GStrv args)
{
  gboolean archived = FALSE, all = FALSE;
  const GOptionEntry entries[] = {
    { "archived", 0, 0, G_OPTION_ARG_NONE, &archived, N_("Families whose case is closed"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("All families"), NULL },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (AsySession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  int code;

  if (!asy_ctl_parse (ctl, args, entries, 0, 0, &words, &code))
    return code;
  session = asy_ctl_open (ctl, &code);
  if (session == NULL)
    return code;
  rows = asy_families_list (session, all ? ASY_FAMILIES_ALL : archived ? ASY_FAMILIES_ARCHIVED : ASY_FAMILIES_ACTIVE, &error);
  if (rows == NULL)
    return asy_ctl_fail (ctl, g_steal_pointer (&error), NULL);
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    print_family (ctl, builder, g_ptr_array_index (rows, i));
  json_builder_end_array (builder);
  if (ctl->json)
    asy_ctl_print_json (builder);
  return ASY_CTL_OK;
}

static void
print_due_line (const AsyDueEntry *entry, gint64 days_left)
{
  g_autofree char *what = asy_list_describe_due (entry);
  g_autofree char *left = g_strdup_printf ("%" G_GINT64_FORMAT, days_left);
  char iso[11];

  asy_day_write_iso (entry->deadline.due, iso);
  asy_ctl_print_row (iso, left, entry->family_name != NULL ? entry->family_name : "", what, entry->worker_name != NULL ? entry->worker_name : "", NULL);
}

static void
add_due (JsonBuilder *builder, const AsyDueEntry *entry, gint64 days_left)
{
  g_autofree char *what = asy_list_describe_due (entry);
  g_autofree char *why = asy_list_explain_due (&entry->deadline);

  json_builder_begin_object (builder);
  asy_ctl_json_text (builder, "kind", asy_deadline_kind_get_nick (entry->deadline.kind));
  asy_ctl_json_day (builder, "due", entry->deadline.due);
  asy_ctl_json_int (builder, "days_left", days_left);
  asy_ctl_json_text (builder, "family", entry->family_name);
  asy_ctl_json_text (builder, "what", what);
  asy_ctl_json_text (builder, "article", entry->deadline.article);
  asy_ctl_json_text (builder, "why", why);
  asy_ctl_json_text (builder, "assistant", entry->worker_name);
  json_builder_end_object (builder);
}

static void
print_all_due (AsyCtl *ctl, GPtrArray *entries, AsyDay today)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  const gboolean json = asy_ctl_wants_json (ctl);

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const AsyDueEntry *entry = g_ptr_array_index (entries, i);
      const gint64 days_left = (gint64) entry->deadline.due - (gint64) today;

      if (json)
        add_due (builder, entry, days_left);
      else
        print_due_line (entry, days_left);
    }
  json_builder_end_array (builder);
  if (json)
    asy_ctl_print_json (builder);
}

int
asy_ctl_due (AsyCtl *ctl, GStrv args)
{
  int days = DUE_DAYS;
  g_autofree char *who = NULL;
  const GOptionEntry entries[] = {
    { "days", 0, 0, G_OPTION_ARG_INT, &days, N_("How many days to look ahead; what is overdue is always listed"), N_("N") },
    { "assistant", 0, 0, G_OPTION_ARG_STRING, &who, N_("Only families of this assistant"), N_("WHO") },
    { NULL },
  };
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (AsySession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  gint64 worker_id = 0;
  AsyDay today;
  int code;

  if (!asy_ctl_parse (ctl, args, entries, 0, 0, &words, &code))
    return code;
  if (days < 0 || days > 3660)
    return asy_ctl_usage (ctl, _("%d is no number of days to look ahead."), days);
  session = asy_ctl_open (ctl, &code);
  if (session == NULL || (who != NULL && !asy_ctl_find_worker (ctl, session, who, &worker_id, &code)))
    return code;
  today = asy_session_get_today (session);
  due = asy_due_list (session, asy_rules_get_default (), today, today + (AsyDay) days, worker_id, &error);
  if (due == NULL)
    return asy_ctl_fail (ctl, g_steal_pointer (&error), NULL);
  print_all_due (ctl, due, today);
  return ASY_CTL_OK;
}
