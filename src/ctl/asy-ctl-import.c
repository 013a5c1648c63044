/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ctl/asy-ctl-commands.h"
#include "ctl/asy-ctl-output.h"
#include "ctl/asy-ctl-register.h"
#include "exchange/asy-import.h"

static void
tell_notes (GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const AsyImportNote *note = g_ptr_array_index (notes, i);

      if (note->column != NULL)
        asy_ctl_say (_("row %u, %s: %s"), note->row, note->column, _(asy_import_reason_get_label (note->reason)));
      else
        asy_ctl_say (_("row %u: %s"), note->row, _(asy_import_reason_get_label (note->reason)));
    }
}

static void
add_notes (JsonBuilder *builder, const char *name, GPtrArray *notes)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < notes->len; i++)
    {
      const AsyImportNote *note = g_ptr_array_index (notes, i);

      json_builder_begin_object (builder);
      asy_ctl_json_int (builder, "row", note->row);
      asy_ctl_json_text (builder, "column", note->column);
      asy_ctl_json_text (builder, "reason", asy_import_reason_get_nick (note->reason));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_report (AsyCtl *ctl, GPtrArray *refused, const AsyImportCounts *counts)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!asy_ctl_wants_json (ctl))
    {
      g_print (_("Rows: %u. Added: %u, updated: %u, the same: %u, skipped: %u, refused: %u.\n"), counts->n_rows,
               counts->n_added, counts->n_updated, counts->n_same, counts->n_skipped, refused->len);
      return;
    }
  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  asy_ctl_json_int (builder, "rows", counts->n_rows);
  asy_ctl_json_int (builder, "added", counts->n_added);
  asy_ctl_json_int (builder, "updated", counts->n_updated);
  asy_ctl_json_int (builder, "same", counts->n_same);
  asy_ctl_json_int (builder, "skipped", counts->n_skipped);
  add_notes (builder, "refused", refused);
  json_builder_end_object (builder);
  asy_ctl_print_json (builder);
}

static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);

  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}

/* The name of a shipped mapping, else a file. */
static AsyImportMap *
find_map (const char *given, GError **error)
{
  g_autoptr (GBytes) xml = NULL;

  if (g_strv_contains (asy_import_map_list_shipped (), given) || g_str_equal (given, ASY_IMPORT_MAP_FAMILIES))
    return asy_import_map_new_shipped (given, error);
  xml = read_file (given, error);
  return xml != NULL ? asy_import_map_new_from_xml (xml, error) : NULL;
}

static AsyImportBatch *
read_batch (AsyCtl *ctl, AsyImportKind kind, const char *path, const char *map_name, int *ret_code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AsyImportMap) map = NULL;
  AsyImportBatch *batch;

  if (map_name != NULL)
    {
      map = find_map (map_name, &error);
      if (map == NULL)
        {
          *ret_code = asy_ctl_fail (ctl, g_steal_pointer (&error), map_name);
          return NULL;
        }
    }
  if (map != NULL && asy_import_map_get_kind (map) != kind)
    {
      *ret_code = asy_ctl_usage (ctl, _("The mapping %s is for another kind of table."), map_name);
      return NULL;
    }
  bytes = read_file (path, &error);
  if (bytes == NULL)
    batch = NULL;
  else if (kind == ASY_IMPORT_FAMILIES)
    batch = asy_import_read_families (bytes, map, asy_clock_get_today (ctl->clock), &error);
  else
    batch = asy_import_read (bytes, map, &error);
  if (batch == NULL)
    *ret_code = asy_ctl_fail (ctl, g_steal_pointer (&error), path);
  return batch;
}

static void
tell_source (AsyImportBatch *batch)
{
  asy_ctl_say (_("mapping %s (%s), encoding %s"), asy_import_map_get_name (batch->map), asy_import_map_get_title (batch->map),
               batch->encoding);
  for (guint i = 0; i < batch->unknown_columns->len; i++)
    asy_ctl_say (_("column %s is not used"), (const char *) g_ptr_array_index (batch->unknown_columns, i));
}

int
asy_ctl_import (AsyCtl *ctl, GStrv args)
{
  g_autofree char *map_name = NULL;
  g_autofree char *who = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &map_name, N_("Name or file of a mapping of columns; recognised by the header where it is missing"), N_("NAME") },
    { "assistant", 0, 0, G_OPTION_ARG_STRING, &who, N_("Whose calendar it is: name, login or number of the assistant"), N_("WHO") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_("Only tell what would happen"), NULL },
    { NULL },
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (AsyImportBatch) batch = NULL;
  g_autoptr (AsySession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) refused = NULL;
  AsyImportCounts counts;
  AsyImportKind kind;
  int code;

  if (!asy_ctl_parse (ctl, args, entries, 2, 2, &words, &code))
    return code;
  if (g_str_equal (words[0], "calendar"))
    return asy_ctl_import_calendar (ctl, words[1], who, dry_run);
  if (!g_str_equal (words[0], "providers") && !g_str_equal (words[0], "families"))
    return asy_ctl_usage (ctl, _("“%s” is nothing that can be imported."), words[0]);
  kind = g_str_equal (words[0], "families") ? ASY_IMPORT_FAMILIES : ASY_IMPORT_PROVIDERS;
  batch = read_batch (ctl, kind, words[1], map_name, &code);
  if (batch == NULL)
    return code;
  session = asy_ctl_open (ctl, &code);
  if (session == NULL)
    return code;
  name = g_path_get_basename (words[1]);
  if (!asy_import_store (session, batch, name, dry_run, &counts, &error))
    return asy_ctl_fail (ctl, g_steal_pointer (&error), words[1]);
  tell_source (batch);
  tell_notes (batch->remarks);
  tell_notes (batch->kept);
  refused = asy_import_batch_list_refused (batch);
  tell_notes (refused);
  print_report (ctl, refused, &counts);
  if (dry_run)
    asy_ctl_say (_("This was a dry run: nothing was written."));
  return refused->len > 0 ? ASY_CTL_PARTIAL : ASY_CTL_OK;
}
