/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "families/asy-family-filter-words.h"
#include "ui/asy-words.h"

const char *
asy_family_facet_get_label (AsyFamilyFacet facet)
{
  static const char *const labels[] = { N_("Deadline"), N_("Stage"), N_("Assistant"), N_("District"), N_("Reason"), N_("Marks") };

  return _(labels[facet]);
}

const char *
asy_families_scope_get_label (AsyFamiliesScope scope)
{
  static const char *const labels[] = { N_("At Work"), N_("Archive"), N_("All Families") };

  return _(labels[scope]);
}

const char *
asy_family_order_get_label (AsyFamilyOrder order)
{
  static const char *const labels[] = { N_("Name"), N_("What Is Due"), N_("Stage"), N_("Assistant"), N_("District"),
                                        N_("Last Visit"), N_("Registered"), N_("Number of Children"), N_("Next Step"),
                                        N_("Next Visit"), N_("Next Assessment"), N_("Marks"), N_("Court Case Number"),
                                        N_("Address") };

  return _(labels[order]);
}

static const char *
get_due_label (const char *value)
{
  static const char *const labels[] = { N_("overdue"), N_("within 7 days"), N_("within 30 days") };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (asy_family_due_nicks[i], value) == 0)
      return _(labels[i]);
  return value;
}

static const char *
get_flag_label (const char *value)
{
  static const char *const labels[] = { N_("a warning holds"), N_("visits by two"), N_("open intervention"), N_("Blue Card"),
                                        N_("a court is in it"), N_("duty laid down by the court"), N_("child in foster care"),
                                        N_("no next visit"), N_("urgent notice") };

  for (guint i = 0; asy_family_flag_nicks[i] != NULL; i++)
    if (g_str_equal (asy_family_flag_nicks[i], value))
      return _(labels[i]);
  return value;
}

static const char *
get_stage_label (const char *value)
{
  for (int stage = ASY_STAGE_NONE; stage <= ASY_STAGE_CLOSED; stage++)
    if (g_str_equal (asy_stage_get_nick ((AsyStage) stage), value))
      return asy_stage_get_label ((AsyStage) stage);
  return value;
}

static char *
dup_worker_label (const char *value, GListModel *rows)
{
  const gint64 id = g_ascii_strtoll (value, NULL, 10);

  if (g_str_equal (value, ASY_FAMILY_WORKER_NONE))
    return g_strdup (_("without an assistant"));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AsyFamilyRow) row = g_list_model_get_item (rows, i);

      if (asy_family_row_get_worker_id (row) == id && asy_family_row_get_assistant (row) != NULL)
        return g_strdup (asy_family_row_get_assistant (row));
    }
  return g_strdup (_("an assistant without families"));
}

char *
asy_family_facet_dup_value_label (AsyFamilyFacet facet, const char *value, AsyDictionary *dictionary, GListModel *rows)
{
  switch (facet)
    {
    case ASY_FAMILY_FACET_DUE:
      return g_strdup (get_due_label (value));
    case ASY_FAMILY_FACET_STAGE:
      return g_strdup (get_stage_label (value));
    case ASY_FAMILY_FACET_WORKER:
      return dup_worker_label (value, rows);
    case ASY_FAMILY_FACET_REASON:
      return g_strdup (asy_dictionary_get_label (dictionary, ASY_DICT_DIFFICULTY, value));
    case ASY_FAMILY_FACET_FLAG:
      return g_strdup (get_flag_label (value));
    case ASY_FAMILY_FACET_DISTRICT:
    default:
      return g_strdup (value);
    }
}

char *
asy_family_filter_describe_facet (const AsyFamilyFilter *filter, AsyFamilyFacet facet, AsyDictionary *dictionary, GListModel *rows)
{
  GPtrArray *values = filter->values[facet];
  g_autoptr (GString) text = g_string_new (NULL);

  if (values == NULL || values->len == 0)
    return NULL;
  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *label = asy_family_facet_dup_value_label (facet, values->pdata[i], dictionary, rows);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", label);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
asy_family_flags_describe (AsyFamilyFlags flags)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; asy_family_flag_nicks[i] != NULL; i++)
    if ((flags & 1u << i) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", get_flag_label (asy_family_flag_nicks[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What the families of the list have, each once, in Polish order. */

typedef struct {
  const char *value;            /* interned */
  const char *key;              /* of a row that lives on in the model */
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Found *) a)->key, ((const Found *) b)->key);
}

static const char *
get_value (AsyFamilyFacet facet, AsyFamilyRow *row, char *buffer, gsize size)
{
  if (facet == ASY_FAMILY_FACET_DISTRICT)
    return asy_family_row_get_district (row);
  if (asy_family_row_get_worker_id (row) == 0)
    return NULL;
  g_snprintf (buffer, size, "%" G_GINT64_FORMAT, asy_family_row_get_worker_id (row));
  return buffer;
}

static void
collect (AsyFamilyFacet facet, GListModel *rows, GPtrArray *values)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AsyFamilyRow) row = g_list_model_get_item (rows, i);
      const char *key = facet == ASY_FAMILY_FACET_DISTRICT ? asy_family_row_get_district_key (row) : asy_family_row_get_assistant_key (row);
      char buffer[24];
      const char *value = get_value (facet, row, buffer, sizeof buffer);
      const Found one = { g_intern_string (value), key };

      if (value != NULL && key != NULL && g_hash_table_add (seen, (gpointer) one.value))
        g_array_append_val (found, one);
    }
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (values, (gpointer) g_array_index (found, Found, i).value);
}

static void
add_nicks (GPtrArray *values, const char *const *nicks)
{
  for (guint i = 0; nicks[i] != NULL; i++)
    g_ptr_array_add (values, (gpointer) g_intern_string (nicks[i]));
}

static void
add_reasons (GPtrArray *values, AsyDictionary *dictionary)
{
  GPtrArray *entries = asy_dictionary_list (dictionary, ASY_DICT_DIFFICULTY);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    g_ptr_array_add (values, (gpointer) g_intern_string (((const AsyDictEntry *) entries->pdata[i])->code));
}

GPtrArray *
asy_family_facet_list_values (AsyFamilyFacet facet, AsyDictionary *dictionary, GListModel *rows)
{
  GPtrArray *values = g_ptr_array_new ();

  if (facet == ASY_FAMILY_FACET_WORKER)
    g_ptr_array_add (values, (gpointer) g_intern_static_string (ASY_FAMILY_WORKER_NONE));
  if (facet == ASY_FAMILY_FACET_DUE)
    add_nicks (values, asy_family_due_nicks);
  else if (facet == ASY_FAMILY_FACET_FLAG)
    add_nicks (values, asy_family_flag_nicks);
  else if (facet == ASY_FAMILY_FACET_REASON)
    add_reasons (values, dictionary);
  else if (facet == ASY_FAMILY_FACET_STAGE)
    for (int stage = ASY_STAGE_NOTICE; stage <= ASY_STAGE_CLOSED; stage++)
      g_ptr_array_add (values, (gpointer) g_intern_string (asy_stage_get_nick ((AsyStage) stage)));
  else
    collect (facet, rows, values);
  return values;
}
