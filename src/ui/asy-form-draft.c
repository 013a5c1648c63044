/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <json-glib/json-glib.h>

#include "ui/asy-form-private.h"

/* What kind of record an entry of a list is; no column has such a name. */
#define TABLE "@table"

static gboolean
write_record (JsonBuilder *builder, AsyFormRecord *entry, gboolean with_table)
{
  gboolean any = FALSE;
  guint n;
  const AsyField *fields = asy_record_get_fields (entry->copy, &n);

  json_builder_begin_object (builder);
  if (with_table)
    {
      json_builder_set_member_name (builder, TABLE);
      json_builder_add_string_value (builder, asy_record_get_table (entry->copy));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;

      if ((fields[i].flags & ASY_FIELD_HIDDEN) != 0 || asy_record_field_equals (entry->copy, entry->original, i))
        continue;
      any = TRUE;
      text = asy_record_dup_field_as_text (entry->copy, i);
      json_builder_set_member_name (builder, fields[i].column);
      if (text != NULL)
        json_builder_add_string_value (builder, text);
      else
        json_builder_add_null_value (builder);
    }
  json_builder_end_object (builder);
  return any;
}

char *
_asy_form_draft_write (GPtrArray *records, GPtrArray *list)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  gboolean any = list->len > 0;

  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    if (write_record (builder, records->pdata[i], FALSE))
      any = TRUE;
  for (guint i = 0; i < list->len; i++)
    (void) write_record (builder, list->pdata[i], TRUE);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return any ? json_to_string (root, FALSE) : NULL;
}

GPtrArray *
_asy_form_draft_collect (AsyForm *form, AsyFormCollect collect, AsyFormBlank blank, gpointer user_data)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (_asy_form_record_free);
  g_autoptr (GPtrArray) records = collect != NULL ? collect (form, user_data) : NULL;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      AsyFormRecord *entry = g_new0 (AsyFormRecord, 1);

      entry->original = blank (asy_record_get_table (records->pdata[i]));
      entry->copy = g_object_ref (records->pdata[i]);
      g_ptr_array_add (list, entry);
    }
  return list;
}

static void
read_record (AsyRecord *record, JsonObject *object)
{
  guint n;
  const AsyField *fields = asy_record_get_fields (record, &n);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node;

      if ((fields[i].flags & ASY_FIELD_HIDDEN) != 0 || !json_object_has_member (object, fields[i].column))
        continue;
      node = json_object_get_member (object, fields[i].column);
      if (JSON_NODE_HOLDS_NULL (node))
        asy_record_set_field_from_text (record, i, NULL);
      else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        asy_record_set_field_from_text (record, i, json_node_get_string (node));
    }
}

void
_asy_form_draft_read (GPtrArray *records, const char *body)
{
  g_autoptr (JsonNode) root = json_from_string (body, NULL);
  JsonArray *array;

  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return;
  array = json_node_get_array (root);
  for (guint i = 0; i < records->len && i < json_array_get_length (array); i++)
    {
      AsyFormRecord *entry = records->pdata[i];
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        read_record (entry->copy, json_node_get_object (node));
    }
}

GPtrArray *
_asy_form_draft_read_list (const char *body, guint n_records, AsyFormBlank blank)
{
  GPtrArray *list = asy_record_array_new ();
  g_autoptr (JsonNode) root = json_from_string (body, NULL);
  JsonArray *array;

  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return list;
  array = json_node_get_array (root);
  for (guint i = n_records; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      AsyRecord *record;

      if (object == NULL || !json_object_has_member (object, TABLE))
        continue;
      record = blank (json_object_get_string_member (object, TABLE));
      read_record (record, object);
      g_ptr_array_add (list, record);
    }
  return list;
}
