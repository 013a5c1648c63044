/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/asy-compat.h"
#include "ui/asy-export.h"

/* What the store's worker is handed, and frees. */
typedef struct {
  AsyExportFunc load;
  gpointer request;
  GDestroyNotify request_free;
  AsyTableFormat format;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  if (load->request_free != NULL)
    load->request_free (load->request);
  g_free (load);
}

/* A list on its way from the register to a file. */
typedef struct {
  AsyContext *context;
  char *name;
  Load *load;                   /* nullable: handed to the store */
  AsyTable *table;              /* once it is loaded */
  AsyTableFormat format;
  GFile *file;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_pointer (&export->load, load_free);
  g_clear_pointer (&export->table, asy_table_free);
  g_clear_object (&export->file);
  g_clear_object (&export->context);
  g_free (export->name);
  g_free (export);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_new (AsyContext *context, AsyExportFunc load, gpointer request, GDestroyNotify request_free)
{
  Export *export = g_new0 (Export, 1);

  export->context = g_object_ref (context);
  if (load == NULL)
    return export;
  export->load = g_new0 (Load, 1);
  export->load->load = load;
  export->load->request = request;
  export->load->request_free = request_free;
  return export;
}

static GtkWidget *
get_parent (Export *export)
{
  return GTK_WIDGET (asy_context_get_window (export->context));
}

/* Writing, in a thread of its own */

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Export *export = task_data;
  GError *error = NULL;
  gsize size;
  const char *data;
  g_autoptr (GBytes) bytes = asy_table_write (export->table, export->format, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  data = g_bytes_get_data (bytes, &size);
  if (g_file_replace_contents (export->file, data, size, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

typedef struct {
  AsyContext *context;
  GFile *folder;
} Folder;

static void
folder_free (gpointer data, GClosure *closure)
{
  Folder *folder = data;

  g_object_unref (folder->context);
  g_object_unref (folder->folder);
  g_free (folder);
}

static void
on_open_folder_cb (Folder *folder)
{
  asy_ui_show_file (GTK_WIDGET (asy_context_get_window (folder->context)), folder->folder);
}

static void
tell_written (Export *export)
{
  const guint n_rows = asy_table_get_n_rows (export->table);
  g_autofree char *name = g_file_get_basename (export->file);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row saved as %s", "%u rows saved as %s", n_rows), n_rows, name);
  Folder *folder = g_new0 (Folder, 1);

  folder->context = g_object_ref (export->context);
  folder->folder = g_file_get_parent (export->file);
  asy_context_toast_action (export->context, text, _("_Open the Folder"), G_CALLBACK (on_open_folder_cb), folder, folder_free);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    tell_written (export);
  else
    asy_context_show_error (export->context, get_parent (export), error);
}

static void
write_table (Export *export)
{
  g_autoptr (GTask) task = g_task_new (export->context, NULL, on_written_cb, NULL);

  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, write_in_thread);
}

/* Loading, in the store's worker */

static gpointer
load_job (AsySession *session, gpointer request, GError **error)
{
  const Load *load = request;
  g_autoptr (AsyTable) table = load->load (session, load->request, error);

  if (table == NULL || !asy_list_note_export (session, table, load->format, error))
    return NULL;
  return g_steal_pointer (&table);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;

  export->table = asy_store_run_finish (ASY_STORE (source), result, &error);
  if (export->table == NULL)
    asy_context_show_error (export->context, get_parent (export), error);
  else
    write_table (g_steal_pointer (&export));
}

static void
begin (Export *export)
{
  if (export->table != NULL)
    {
      write_table (export);
      return;
    }
  export->load->format = export->format;
  asy_store_run_async (asy_context_get_store (export->context), load_job, g_steal_pointer (&export->load), load_free,
                       (GDestroyNotify) asy_table_free, NULL, on_loaded_cb, export);
}

void
asy_export_to_file (AsyContext *context, GFile *file, AsyTableFormat format, AsyExportFunc load, gpointer request,
                    GDestroyNotify request_free)
{
  Export *export;

  g_return_if_fail (ASY_IS_CONTEXT (context));
  g_return_if_fail (G_IS_FILE (file) && load != NULL);

  export = export_new (context, load, request, request_free);
  export->file = g_object_ref (file);
  export->format = format;
  begin (export);
}

/* Asking */

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;

  export->file = asy_ui_save_file_finish (result);
  if (export->file != NULL)
    begin (g_steal_pointer (&export));
}

static void
choose_file (Export *export)
{
  static const char *const csv_patterns[] = { "*.csv", NULL };
  static const char *const xlsx_patterns[] = { "*.xlsx", NULL };
  const AsyFileKind csv = { _("Tables as text (CSV)"), csv_patterns };
  const AsyFileKind xlsx = { _("Workbooks (XLSX)"), xlsx_patterns };
  g_autofree char *day = asy_day_to_iso (asy_context_get_today (export->context));
  g_autofree char *name = g_strdup_printf ("%s-%s.%s", export->name, day, asy_table_format_get_nick (export->format));

  asy_ui_save_file_async (get_parent (export), _("Export the List"), export->format == ASY_TABLE_XLSX ? &xlsx : &csv, NULL, name,
                          on_file_chosen_cb, export);
}

static void
on_format_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autofree char *answer = asy_ui_ask_finish (result);

  if (g_str_equal (answer, "cancel"))
    return;
  export->format = g_str_equal (answer, asy_table_format_get_nick (ASY_TABLE_XLSX)) ? ASY_TABLE_XLSX : ASY_TABLE_CSV;
  choose_file (g_steal_pointer (&export));
}

static void
ask_format (Export *export)
{
  const AsyAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "csv", _("_Text (CSV)"), ADW_RESPONSE_DEFAULT },
    { "xlsx", _("_Workbook (XLSX)"), ADW_RESPONSE_SUGGESTED },
  };

  asy_ui_ask_async (get_parent (export), _("Export the list?"),
                    _("All rows that the list shows are written, in its order. The file is not encrypted: keep what is personal in it as "
                      "safe as the register."),
                    answers, G_N_ELEMENTS (answers), "xlsx", NULL, on_format_cb, export);
}

void
asy_export_list (AsyContext *context, const char *name, AsyExportFunc load, gpointer request, GDestroyNotify request_free)
{
  Export *export;

  g_return_if_fail (ASY_IS_CONTEXT (context));
  g_return_if_fail (name != NULL && load != NULL);

  export = export_new (context, load, request, request_free);
  export->name = g_strdup (name);
  ask_format (export);
}

void
asy_export_report (AsyContext *context, const char *name, AsyTable *table)
{
  Export *export;

  g_return_if_fail (ASY_IS_CONTEXT (context));
  g_return_if_fail (name != NULL && table != NULL);

  export = export_new (context, NULL, NULL, NULL);
  export->name = g_strdup (name);
  export->table = table;
  export->format = ASY_TABLE_CSV;
  choose_file (export);
}
