/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#include "ctl/asy-ctl-output.h"

gboolean
asy_ctl_wants_json (AsyCtl *ctl)
{
  return ctl->json || !isatty (STDOUT_FILENO);
}

void
asy_ctl_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  fputs (text, stdout);
  fputc ('\n', stdout);
}

void
asy_ctl_json_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
asy_ctl_json_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
asy_ctl_json_bool (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
asy_ctl_json_day (JsonBuilder *builder, const char *name, AsyDay value)
{
  char iso[11];

  asy_day_write_iso (value, iso);
  asy_ctl_json_text (builder, name, value != ASY_DAY_NONE ? iso : NULL);
}

static void
print_cell (const char *cell)
{
  for (; *cell != '\0'; cell++)
    fputc (*cell == '\t' || *cell == '\n' || *cell == '\r' ? ' ' : *cell, stdout);
}

void
asy_ctl_print_row (const char *cell, ...)
{
  va_list args;

  va_start (args, cell);
  while (cell != NULL)
    {
      print_cell (cell);
      cell = va_arg (args, const char *);
      fputc (cell != NULL ? '\t' : '\n', stdout);
    }
  va_end (args);
}

static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!g_str_equal (path, "-"))
    return g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0600, error);
  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_IO, "cannot write to the standard output");
  return FALSE;
}

gboolean
asy_ctl_check_output (AsyCtl *ctl, const char *path, int *ret_code)
{
  if (!ctl->json || !g_str_equal (path, "-"))
    return TRUE;
  *ret_code = asy_ctl_usage (ctl, _("The file and the JSON document cannot both go to the standard output."));
  return FALSE;
}

int
asy_ctl_write_result (AsyCtl *ctl, const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *name = NULL;

  if (!write_file (path, bytes, &error))
    return asy_ctl_fail (ctl, g_steal_pointer (&error), path);
  if (!ctl->json)
    return ASY_CTL_OK;
  name = g_filename_display_name (path);
  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  asy_ctl_json_text (builder, "file", name);
  asy_ctl_json_int (builder, "bytes", (gint64) g_bytes_get_size (bytes));
  json_builder_end_object (builder);
  asy_ctl_print_json (builder);
  return ASY_CTL_OK;
}
