/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <gio/gio.h>

#include "base/asy-text.h"
#include "exchange/asy-import-map-private.h"

#define RESOURCE_FOLDER ASY_RESOURCE_BASE "/exchange/"

static const char *const shipped[] = { "rspo", "ops", "ops-geo", "small", NULL };

static void
column_free (gpointer data)
{
  AsyImportColumn *column = data;

  g_free (column->name);
  g_free (column->folded);
  g_free (column->prefix);
  g_free (column);
}

static void
value_free (gpointer data)
{
  AsyImportValue *value = data;

  g_free (value->folded);
  g_free (value->code);
  g_free (value);
}

static void
field_free (gpointer data)
{
  AsyImportField *field = data;

  g_free (field->fallback);
  g_free (field->separator);
  g_ptr_array_unref (field->columns);
  g_ptr_array_unref (field->values);
  g_free (field);
}

AsyImportColumn *
_asy_import_column_new (const char *name)
{
  AsyImportColumn *column = g_new0 (AsyImportColumn, 1);

  column->name = g_strdup (name);
  column->folded = asy_text_fold (name);
  return column;
}

AsyImportValue *
_asy_import_value_new (AsyImportMatch match, const char *text, const char *code)
{
  AsyImportValue *value = g_new0 (AsyImportValue, 1);

  value->match = match;
  value->folded = asy_text_fold (text);
  value->code = g_strdup (code);
  return value;
}

AsyImportField *
_asy_import_field_new (guint number)
{
  AsyImportField *field = g_new0 (AsyImportField, 1);

  field->field = number;
  field->columns = g_ptr_array_new_with_free_func (column_free);
  field->values = g_ptr_array_new_with_free_func (value_free);
  return field;
}

AsyImportMap *
_asy_import_map_new (void)
{
  AsyImportMap *self = g_new0 (AsyImportMap, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->header = g_ptr_array_new_with_free_func (g_free);
  self->key = g_ptr_array_new_with_free_func (column_free);
  self->empty = g_ptr_array_new_with_free_func (g_free);
  self->fields = g_ptr_array_new_with_free_func (field_free);
  self->unused = g_ptr_array_new_with_free_func (g_free);
  return self;
}

AsyImportMap *
asy_import_map_ref (AsyImportMap *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
asy_import_map_unref (AsyImportMap *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self->register_name);
  g_ptr_array_unref (self->header);
  g_ptr_array_unref (self->key);
  g_ptr_array_unref (self->empty);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->unused);
  g_free (self);
}

const AsyImportField *
_asy_import_map_find_field (AsyImportMap *map, guint number)
{
  for (guint i = 0; i < map->fields->len; i++)
    {
      const AsyImportField *field = g_ptr_array_index (map->fields, i);

      if (field->field == number)
        return field;
    }
  return NULL;
}

AsyImportMap *
asy_import_map_new_shipped (const char *name, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) xml = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (!g_strv_contains (shipped, name) && !g_str_equal (name, ASY_IMPORT_MAP_FAMILIES) &&
      !g_str_equal (name, ASY_IMPORT_MAP_PROVIDERS))
    {
      g_set_error (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_NO_MAPPING, "no mapping is called %s", name);
      return NULL;
    }
  path = g_strconcat (RESOURCE_FOLDER, name, ".xml", NULL);
  xml = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return xml != NULL ? asy_import_map_new_from_xml (xml, error) : NULL;
}

static gboolean
knows_header (AsyImportMap *self, GHashTable *names)
{
  for (guint i = 0; i < self->header->len; i++)
    if (!g_hash_table_contains (names, g_ptr_array_index (self->header, i)))
      return FALSE;
  return TRUE;
}

AsyImportMap *
asy_import_map_recognise (const char *const *header, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (AsyImportMap) best = NULL;

  g_return_val_if_fail (header != NULL, NULL);

  for (guint i = 0; header[i] != NULL; i++)
    g_hash_table_add (names, asy_text_fold (header[i]));
  for (guint i = 0; shipped[i] != NULL; i++)
    {
      g_autoptr (AsyImportMap) map = asy_import_map_new_shipped (shipped[i], error);

      if (map == NULL)
        return NULL;
      if (!knows_header (map, names) || (best != NULL && best->header->len >= map->header->len))
        continue;
      g_clear_pointer (&best, asy_import_map_unref);
      best = g_steal_pointer (&map);
    }
  if (best == NULL)
    g_set_error_literal (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_NO_MAPPING, "no mapping knows these columns");
  return g_steal_pointer (&best);
}

const char *const *
asy_import_map_list_shipped (void)
{
  return shipped;
}

AsyImportKind
asy_import_map_get_kind (AsyImportMap *self)
{
  return self->kind;
}

const char *
asy_import_map_get_name (AsyImportMap *self)
{
  return self->name;
}

const char *
asy_import_map_get_title (AsyImportMap *self)
{
  return self->title;
}

const char *
asy_import_map_get_register (AsyImportMap *self)
{
  return self->register_name;
}
