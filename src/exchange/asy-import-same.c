/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include "exchange/asy-import-same-private.h"
#include "model/asy-family-file.h"
#include "model/asy-person-name.h"

gboolean
_asy_import_is_one_person (AsyPerson *a, AsyPerson *b)
{
  const char *pesel = asy_person_get_pesel (a);
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (pesel != NULL && asy_person_get_pesel (b) != NULL)
    return g_str_equal (pesel, asy_person_get_pesel (b));
  left = asy_person_dup_full_name (a);
  right = asy_person_dup_full_name (b);
  return g_str_equal (left, right) && asy_person_get_birth_date (a) == asy_person_get_birth_date (b);
}

gboolean
_asy_import_says_the_same (gpointer a, gpointer b)
{
  guint n_fields;

  asy_record_get_fields (a, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (!asy_record_field_equals (a, b, i))
      return FALSE;
  return TRUE;
}

gboolean
_asy_import_has_same_names (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!asy_record_field_equals (a->pdata[i], b->pdata[i], ASY_PERSON_NAME_FAMILY_NAME))
      return FALSE;
  return TRUE;
}
