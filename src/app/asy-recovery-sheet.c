/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include "app/asy-recovery-sheet.h"
#include "db/asy-register.h"

static void
set_office (AsyPaperData *data, AsyOffice *office)
{
  g_autofree char *town = NULL;
  g_autofree char *address = NULL;

  town = g_strjoin (" ", asy_office_get_postcode (office) != NULL ? asy_office_get_postcode (office) : "",
                    asy_office_get_city (office) != NULL ? asy_office_get_city (office) : "", NULL);
  g_strstrip (town);
  if (asy_office_get_street (office) != NULL && *town != '\0')
    address = g_strdup_printf ("%s, %s", asy_office_get_street (office), town);
  else
    address = g_strdup (asy_office_get_street (office) != NULL ? asy_office_get_street (office) : town);
  asy_paper_data_set_text (data, "office.name", asy_office_get_name (office));
  asy_paper_data_set_text (data, "office.unit", asy_office_get_team_name (office));
  asy_paper_data_set_text (data, "office.address", address);
  asy_paper_data_set_text (data, "office.place", asy_office_get_place_line (office));
  asy_paper_data_set_bool (data, "demo", asy_office_get_demo (office));
}

AsyDocument *
asy_recovery_sheet_new (const char *code, const char *path, AsyOffice *office, const char *issued_by, AsyDay today, GError **error)
{
  g_autoptr (AsyTemplate) template = asy_template_new_shipped ("recovery", error);
  g_autoptr (AsyPaperData) data = asy_paper_data_new ();
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *uid = NULL;

  if (template == NULL)
    return NULL;
  uid = asy_register_dup_uuid (path, error);
  if (uid == NULL)
    return NULL;
  set_office (data, office);
  asy_paper_data_set_text (data, "register.file", name);
  asy_paper_data_set_text (data, "register.uid", uid);
  asy_paper_data_set_day (data, "paper.date", today);
  asy_paper_data_set_text (data, "issued-by", issued_by);
  asy_paper_data_set_text (data, "code", code);
  return asy_document_new (template, data, error);
}
