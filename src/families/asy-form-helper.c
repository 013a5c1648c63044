/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-ident.h"
#include "families/asy-form-helper.h"

AsyForm *
asy_form_new_of_family (AsyContext *context, AsyFamilyData *data, const char *title)
{
  AsyForm *form = asy_form_new (context, title);

  asy_form_set_subtitle (form, asy_family_get_name (data->file->family));
  g_object_set_data_full (G_OBJECT (form), "family-data", asy_family_data_ref (data), (GDestroyNotify) asy_family_data_unref);
  return form;
}

AsyFamilyData *
asy_form_get_family_data (AsyForm *form)
{
  g_return_val_if_fail (ASY_IS_FORM (form), NULL);

  return g_object_get_data (G_OBJECT (form), "family-data");
}

char *
asy_form_check_email (AsyForm *form, gpointer family)
{
  const char *email = asy_family_get_email (family);

  if (email == NULL || asy_ident_check_email (email, NULL) == ASY_IDENT_OK)
    return NULL;
  return g_strdup (_("This is no e-mail address"));
}
