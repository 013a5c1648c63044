/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "base/asy-text.h"
#include "exchange/asy-csv.h"
#include "ui/asy-import-file.h"

#define SAMPLE_CHARS 60

static void
clear (gpointer data)
{
  AsyImportFile *self = data;

  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_strfreev (self->header);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->fields, asy_import_map_unref);
  g_clear_pointer (&self->recognised, asy_import_map_unref);
  g_clear_pointer (&self->remembered, asy_import_map_unref);
}

AsyImportFile *
asy_import_file_ref (AsyImportFile *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
asy_import_file_unref (AsyImportFile *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

/* The place of the mapping for tables with these columns. (transfer full) */
static char *
make_map_path (AsyImportFile *self)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *sum = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *folded = asy_text_fold (self->header[i]);

      g_string_append (all, folded);
      g_string_append_c (all, '\n');
    }
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all->str, -1);
  name = g_strdup_printf ("%.16s.xml", sum);
  return g_build_filename (g_get_user_data_dir (), "asysta", "mappings", name, NULL);
}

/* One that cannot be read any more is none: the columns are proposed by their names then. */
static AsyImportMap *
find_remembered (AsyImportFile *self)
{
  g_autofree char *path = make_map_path (self);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) xml = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autoptr (AsyImportMap) map = xml != NULL ? asy_import_map_new_from_xml (xml, NULL) : NULL;

  return map != NULL && asy_import_map_get_kind (map) == self->kind ? g_steal_pointer (&map) : NULL;
}

static void
keep_header (AsyImportFile *self, const AsyCsvRecord *record)
{
  self->header = g_strdupv ((char **) record->cells);
  self->n_columns = record->n_cells;
  for (guint i = 0; i < self->n_columns; i++)
    {
      char *name = asy_text_squash (self->header[i]);

      g_free (self->header[i]);
      self->header[i] = name;
    }
}

static void
keep_row (AsyImportFile *self, const AsyCsvRecord *record)
{
  char **cells = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    cells[i] = i < record->n_cells ? asy_text_squash (record->cells[i]) : g_strdup ("");
  g_ptr_array_add (self->rows, cells);
}

static void
read_rows (AsyImportFile *self, AsyCsvReader *reader)
{
  const AsyCsvRecord *record;

  while ((record = asy_csv_reader_next (reader)) != NULL)
    {
      if (asy_csv_record_is_blank (record))
        continue;
      self->n_rows++;
      if (record->problem == ASY_CSV_OK && self->rows->len < ASY_IMPORT_FILE_SAMPLE)
        keep_row (self, record);
    }
}

AsyImportFile *
asy_import_file_load (GFile *file, AsyImportKind kind, GCancellable *cancellable, GError **error)
{
  static const char *const map_names[] = {
    [ASY_IMPORT_PROVIDERS] = ASY_IMPORT_MAP_PROVIDERS,
    [ASY_IMPORT_FAMILIES] = ASY_IMPORT_MAP_FAMILIES,
  };
  g_autoptr (AsyImportFile) self = g_atomic_rc_box_new0 (AsyImportFile);
  g_autoptr (AsyCsvReader) reader = NULL;
  const AsyCsvRecord *header;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self->kind = kind;
  self->name = g_file_get_basename (file);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->bytes = g_file_load_bytes (file, cancellable, NULL, error);
  if (self->bytes == NULL)
    return NULL;
  reader = asy_import_open_table (self->bytes, &header, error);
  self->fields = reader != NULL ? asy_import_map_new_shipped (map_names[kind], error) : NULL;
  if (self->fields == NULL)
    return NULL;
  keep_header (self, header);
  self->encoding = asy_csv_reader_get_encoding (reader);
  self->delimiter = asy_csv_reader_get_delimiter (reader);
  read_rows (self, reader);
  self->remembered = find_remembered (self);
  /* One that nobody knows is no failure: its columns are chosen by hand. */
  if (kind == ASY_IMPORT_PROVIDERS)
    self->recognised = asy_import_map_recognise ((const char *const *) self->header, NULL);
  return g_steal_pointer (&self);
}

static int
find_field (AsyImportMap *fields, const char *name)
{
  for (guint i = 0; i < asy_import_map_get_n_fields (fields); i++)
    if (g_str_equal (asy_import_map_get_field_name (fields, i), name))
      return (int) i;
  return -1;
}

int
asy_import_file_propose (AsyImportFile *self, guint column)
{
  int known;

  g_return_val_if_fail (column < self->n_columns, -1);

  if (self->remembered == NULL)
    return asy_import_map_find_column (self->fields, self->header[column]);
  known = asy_import_map_find_column (self->remembered, self->header[column]);
  return known >= 0 ? find_field (self->fields, asy_import_map_get_field_name (self->remembered, (guint) known)) : -1;
}

char *
asy_import_file_dup_sample (AsyImportFile *self, guint column)
{
  g_autoptr (GString) sample = g_string_new (NULL);
  g_autofree char *cut = NULL;

  g_return_val_if_fail (column < self->n_columns, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *cell = ((char **) g_ptr_array_index (self->rows, i))[column];

      if (*cell != '\0')
        g_string_append_printf (sample, "%s%s", sample->len > 0 ? " · " : "", cell);
    }
  if (g_utf8_strlen (sample->str, -1) <= SAMPLE_CHARS)
    return g_string_free (g_steal_pointer (&sample), FALSE);
  cut = g_utf8_substring (sample->str, 0, SAMPLE_CHARS);
  return g_strconcat (cut, "…", NULL);
}

gboolean
asy_import_file_remember (AsyImportFile *self, AsyImportMap *map, GError **error)
{
  g_autofree char *path = make_map_path (self);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) xml = asy_import_map_to_xml (map);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      const int problem = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (problem), "the folder of mappings cannot be made");
      return FALSE;
    }
  return g_file_set_contents (path, g_bytes_get_data (xml, NULL), (gssize) g_bytes_get_size (xml), error);
}
