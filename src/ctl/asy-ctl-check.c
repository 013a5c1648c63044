/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ctl/asy-ctl-commands.h"
#include "ctl/asy-ctl-output.h"
#include "ctl/asy-ctl-register.h"
#include "db/asy-register.h"
#include "store/asy-audit.h"

/* What was checked so far, told line by line. */
typedef struct
{
  AsyCtl *ctl;
  JsonBuilder *builder;
  gboolean all_well;
} Report;

/* @name stays the same for scripts, @found is for people. */
static void
report (Report *self, const char *name, gboolean is_well, char *found)
{
  if (self->ctl->json)
    {
      json_builder_begin_object (self->builder);
      asy_ctl_json_text (self->builder, "check", name);
      asy_ctl_json_bool (self->builder, "ok", is_well);
      asy_ctl_json_text (self->builder, "found", found);
      json_builder_end_object (self->builder);
    }
  else
    asy_ctl_print_row (is_well ? "ok" : "FAIL", name, found, NULL);
  self->all_well &= is_well;
  g_free (found);
}

static void
check_integrity (Report *self, AsyDb *db)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (!asy_db_check_integrity (db, findings, &error))
    g_ptr_array_add (findings, g_strdup (error->message));
  if (findings->len == 0)
    report (self, "integrity", TRUE, g_strdup (_("every page is authentic and every index is right")));
  for (guint i = 0; i < findings->len; i++)
    report (self, "integrity", FALSE, g_strdup (g_ptr_array_index (findings, i)));
}

static void
check_audit (Report *self, AsySession *session)
{
  g_autoptr (GError) error = NULL;
  gint64 n_entries, broken;

  if (!asy_audit_verify (session, &n_entries, &broken, &error))
    report (self, "audit", FALSE, g_strdup (error->message));
  else if (broken != 0)
    report (self, "audit", FALSE, g_strdup_printf (_("entry %ld was altered, or one before it is missing"), (long) broken));
  else
    report (self, "audit", TRUE,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%ld entry, the chain is whole", "%ld entries, the chain is whole",
                                          (gulong) n_entries), (long) n_entries));
}

/* An older schema is brought up to date when the register is next opened for work. */
static gboolean
check_versions (Report *self, AsyDb *db)
{
  const int have = asy_db_get_schema_version (db);
  const int want = asy_session_get_schema_version ();

  report (self, "schema", have == want,
          have == want ? g_strdup_printf (_("version %d, the one of this program"), have)
                       : g_strdup_printf (_("version %d, this program writes version %d"), have, want));
  report (self, "program", TRUE, g_strdup (ASY_VERSION));
  return have == want;
}

static void
check_keys (Report *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) logins = asy_register_list_logins (self->ctl->register_path, &error);
  g_autofree char *list = NULL;

  if (logins == NULL)
    {
      report (self, "keys", FALSE, g_strdup (error->message));
      return;
    }
  list = g_strjoinv (", ", logins);
  report (self, "keys", TRUE,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u user: %s", "%u users: %s", g_strv_length (logins)),
                           g_strv_length (logins), list));
}

int
asy_ctl_check (AsyCtl *ctl, GStrv args)
{
  Report self = { .ctl = ctl, .all_well = TRUE };
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (AsySession) session = NULL;
  g_autofree char *login = NULL;
  g_auto (GStrv) words = NULL;
  AsyDb *db;
  int code;

  if (!asy_ctl_parse (ctl, args, NULL, 0, 0, &words, &code))
    return code;
  db = asy_ctl_open_unchanged (ctl, &login, &code);
  if (db == NULL)
    return code;
  session = asy_session_new (db, ctl->clock, login);
  self.builder = builder;
  json_builder_begin_array (builder);
  /* Opening has proved it: a file that is not encrypted is not opened at all. */
  report (&self, "encryption", TRUE, g_strdup (_("in force")));
  check_integrity (&self, db);
  if (check_versions (&self, db))
    check_audit (&self, session);
  check_keys (&self);
  json_builder_end_array (builder);
  if (ctl->json)
    asy_ctl_print_json (builder);
  return self.all_well ? ASY_CTL_OK : ASY_CTL_FAILED;
}
