/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-dictionary.h"

struct _AsyDictionary
{
  gatomicrefcount ref_count;
  GStringChunk *texts;
  GHashTable *lists;            /* kind → GPtrArray of AsyDictEntry */
};

AsyDictionary *
asy_dictionary_new (void)
{
  AsyDictionary *self = g_new0 (AsyDictionary, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->texts = g_string_chunk_new (4096);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

AsyDictionary *
asy_dictionary_ref (AsyDictionary *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
asy_dictionary_unref (AsyDictionary *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->lists);
  g_string_chunk_free (self->texts);
  g_free (self);
}

void
asy_dictionary_add (AsyDictionary *self, const char *kind, const char *code, const char *label, const char *detail,
                    gboolean retired)
{
  GPtrArray *list = g_hash_table_lookup (self->lists, kind);
  AsyDictEntry *entry = g_new0 (AsyDictEntry, 1);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->lists, g_string_chunk_insert_const (self->texts, kind), list);
    }
  entry->code = g_string_chunk_insert_const (self->texts, code);
  entry->label = g_string_chunk_insert_const (self->texts, label);
  entry->detail = detail != NULL ? g_string_chunk_insert_const (self->texts, detail) : NULL;
  entry->retired = retired;
  g_ptr_array_add (list, entry);
}

GPtrArray *
asy_dictionary_list (AsyDictionary *self, const char *kind)
{
  return g_hash_table_lookup (self->lists, kind);
}

int
asy_dictionary_find (AsyDictionary *self, const char *kind, const char *code)
{
  GPtrArray *list = asy_dictionary_list (self, kind);

  for (guint i = 0; list != NULL && code != NULL && i < list->len; i++)
    {
      const AsyDictEntry *entry = g_ptr_array_index (list, i);

      if (g_str_equal (entry->code, code))
        return (int) i;
    }
  return -1;
}

static const AsyDictEntry *
lookup (AsyDictionary *self, const char *kind, const char *code)
{
  const int i = asy_dictionary_find (self, kind, code);

  return i < 0 ? NULL : g_ptr_array_index (asy_dictionary_list (self, kind), (guint) i);
}

const char *
asy_dictionary_get_label (AsyDictionary *self, const char *kind, const char *code)
{
  const AsyDictEntry *entry = lookup (self, kind, code);

  if (entry != NULL)
    return entry->label;
  return code != NULL ? code : "";
}

const char *
asy_dictionary_get_detail (AsyDictionary *self, const char *kind, const char *code)
{
  const AsyDictEntry *entry = lookup (self, kind, code);

  return entry != NULL ? entry->detail : NULL;
}
