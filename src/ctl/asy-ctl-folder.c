/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ctl/asy-ctl-commands.h"
#include "ctl/asy-ctl-output.h"
#include "ctl/asy-ctl-register.h"
#include "papers/asy-folder.h"

int
asy_ctl_export_family (AsyCtl *ctl, const char *word, const char *out)
{
  AsyFolderOptions options = { .kinds = ASY_FOLDER_ALL, .from = ASY_DAY_NONE, .until = ASY_DAY_NONE, .has_papers = TRUE };
  g_autoptr (AsySession) session = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  int code;

  if (word == NULL || !g_ascii_string_to_signed (word, 10, 1, G_MAXINT64, &options.family_id, NULL))
    return asy_ctl_usage (ctl, _("Say the number of the family: export family ID -o FILE.pdf."));
  if (out == NULL)
    return asy_ctl_usage (ctl, _("Say where to write: -o FILE.pdf."));
  if (!asy_ctl_check_output (ctl, out, &code))
    return code;
  session = asy_ctl_open (ctl, &code);
  if (session == NULL)
    return code;
  pdf = asy_folder_make (session, &options, NULL, NULL, NULL, &error);
  if (pdf == NULL)
    return asy_ctl_fail (ctl, g_steal_pointer (&error), NULL);
  code = asy_ctl_write_result (ctl, out, pdf);
  if (code == ASY_CTL_OK)
    asy_ctl_say (_("The folder of the family is written; the file is not encrypted."));
  return code;
}
