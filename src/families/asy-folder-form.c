/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "families/asy-family-timeline.h"
#include "families/asy-folder-form.h"
#include "seal/asy-pades.h"
#include "ui/asy-compat.h"
#include "ui/asy-date-row.h"
#include "ui/asy-form.h"
#include "ui/asy-rows.h"

/* The filter above the axis and the one of the folder are the same list. */
G_STATIC_ASSERT (1 << ASY_EVENT_VISIT == ASY_FOLDER_VISITS && 1 << ASY_EVENT_LETTER == ASY_FOLDER_LETTERS &&
                 1 << ASY_EVENT_PLAN == ASY_FOLDER_PLAN && 1 << ASY_EVENT_ASSESSMENT == ASY_FOLDER_ASSESSMENTS &&
                 1 << ASY_EVENT_PEOPLE == ASY_FOLDER_PEOPLE && 1 << ASY_EVENT_CASE == ASY_FOLDER_CASE &&
                 1 << ASY_EVENT_SAFETY == ASY_FOLDER_SAFETY);

#define PROGRESS_MS 100
#define PROGRESS_MAX 1000

/* A folder that is being made. The worker reads the options and writes the progress, nothing else. */
typedef struct {
  AsyFolderOptions options;
  gboolean has_originals;       /* signed papers beside the folder */
  AsyContext *context;
  GFile *file;
  GCancellable *cancellable;
  GtkWindow *window;
  GtkProgressBar *bar;
  guint tick;
  int progress;                 /* atomic: of PROGRESS_MAX */
} Making;

static void
making_free (Making *making)
{
  g_clear_handle_id (&making->tick, g_source_remove);
  if (making->window != NULL)
    gtk_window_destroy (making->window);
  g_clear_object (&making->window);
  g_clear_object (&making->cancellable);
  g_clear_object (&making->file);
  g_clear_object (&making->context);
  g_free (making);
}

static void
on_progress_cb (double fraction, gpointer user_data)
{
  Making *making = user_data;

  g_atomic_int_set (&making->progress, (int) (fraction * PROGRESS_MAX));
}

typedef struct {
  GBytes *pdf;
  GPtrArray *originals;         /* nullable: AsyPdfPart */
} Made;

static void
made_free (gpointer data)
{
  Made *made = data;

  g_clear_pointer (&made->pdf, g_bytes_unref);
  g_clear_pointer (&made->originals, g_ptr_array_unref);
  g_free (made);
}

static gpointer
make_job (AsySession *session, gpointer request, GError **error)
{
  Making *making = request;
  Made *made = g_new0 (Made, 1);

  if (making->has_originals)
    made->originals = asy_folder_load_signed (session, making->options.family_id, error);
  if (!making->has_originals || made->originals != NULL)
    made->pdf = asy_folder_make (session, &making->options, making->cancellable, on_progress_cb, making, error);
  if (made->pdf != NULL)
    return made;
  made_free (made);
  return NULL;
}

/* The folder of the signed papers is called as the file is. */
static gboolean
write_originals (const char *path, GPtrArray *originals, GError **error)
{
  g_autofree char *stem = g_str_has_suffix (path, ".pdf") ? g_strndup (path, strlen (path) - strlen (".pdf")) : g_strdup (path);
  /* Translators: the name of a folder; %s is that of a file: "Folder of the Nowaks". */
  g_autofree char *folder = g_strdup_printf (_("%s – signed papers"), stem);

  if (originals == NULL || originals->len == 0)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), "the folder of signed papers cannot be made");
      return FALSE;
    }
  for (guint i = 0; i < originals->len; i++)
    {
      const AsyPdfPart *part = originals->pdata[i];
      g_autofree char *name = g_strdelimit (g_strdup_printf ("%02u %s.pdf", i + 1, part->title), "/\\:", '-');
      g_autofree char *target = g_build_filename (folder, name, NULL);

      if (!asy_seal_write_file (target, part->pdf, error))
        return FALSE;
    }
  return TRUE;
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Making *making = user_data;
  g_autoptr (GError) error = NULL;
  Made *made = asy_store_run_finish (ASY_STORE (source), result, &error);
  g_autofree char *path = g_file_get_path (making->file);
  g_autofree char *name = g_file_get_basename (making->file);
  g_autofree char *text = g_strdup_printf (_("Saved as %s; the file is not encrypted"), name);

  if (made != NULL && asy_seal_write_file (path, made->pdf, &error) && write_originals (path, made->originals, &error))
    asy_context_toast (making->context, text);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    asy_context_show_error (making->context, NULL, error);
  g_clear_pointer (&made, made_free);
  making_free (making);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  Making *making = user_data;

  gtk_progress_bar_set_fraction (making->bar, (double) g_atomic_int_get (&making->progress) / PROGRESS_MAX);
  return G_SOURCE_CONTINUE;
}

/* The window goes when the worker has stopped. */
static gboolean
on_close_cb (GtkWindow *window, gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return TRUE;
}

static void
on_cancel_cb (GtkButton *button, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
show_progress (Making *making)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (making->options.axis_alone ? _("The time axis is being set…") : _("The folder is being put together…"));
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *window = adw_window_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (label)), -1);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), button);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _("Folder of the Family"));
  gtk_window_set_default_size (GTK_WINDOW (window), 360, -1);
  gtk_window_set_resizable (GTK_WINDOW (window), FALSE);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), asy_context_get_window (making->context));
  g_signal_connect (window, "close-request", G_CALLBACK (on_close_cb), making->cancellable);
  g_signal_connect (button, "clicked", G_CALLBACK (on_cancel_cb), making->cancellable);
  making->window = g_object_ref (GTK_WINDOW (window));
  making->bar = GTK_PROGRESS_BAR (bar);
  making->tick = g_timeout_add (PROGRESS_MS, on_tick_cb, making);
  gtk_window_present (making->window);
}

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Making *making = user_data;

  making->file = asy_ui_save_file_finish (result);
  if (making->file == NULL)
    {
      making_free (making);
      return;
    }
  show_progress (making);
  asy_store_run_async (asy_context_get_store (making->context), make_job, making, NULL, made_free,
                       making->cancellable, on_made_cb, making);
}

static void
choose_file (AsyContext *context, const char *name, const AsyFolderOptions *options, gboolean has_originals)
{
  static const char *const patterns[] = { "*.pdf", NULL };
  const AsyFileKind kind = { _("PDF documents"), patterns };
  g_autofree char *clean = g_strdelimit (g_strdup (name), "/\\:", '-');
  Making *making = g_new0 (Making, 1);

  making->options = *options;
  making->has_originals = has_originals;
  making->context = g_object_ref (context);
  making->cancellable = g_cancellable_new ();
  asy_ui_save_file_async (GTK_WIDGET (asy_context_get_window (context)), _("Export as PDF"), &kind, NULL, clean, on_file_chosen_cb,
                          making);
}

/* The dialog */

typedef struct {
  gint64 family_id;
  char *name;                   /* of the file */
  GtkWidget *kinds[ASY_N_EVENT_KINDS];
  GtkWidget *from;
  GtkWidget *until;
  GtkWidget *papers;
  GtkWidget *originals;
} Fields;

static void
fields_free (gpointer data)
{
  Fields *fields = data;

  g_free (fields->name);
  g_free (fields);
}

static guint
get_kinds (const Fields *fields)
{
  guint kinds = 0;

  for (guint i = 0; i < ASY_N_EVENT_KINDS; i++)
    if (asy_switch_row_get_active (ASY_SWITCH_ROW (fields->kinds[i])))
      kinds |= 1u << i;
  return kinds;
}

static char *
check (AsyForm *form, gpointer user_data)
{
  const Fields *fields = user_data;
  const AsyDay from = asy_date_row_get_day (ASY_DATE_ROW (fields->from));
  const AsyDay until = asy_date_row_get_day (ASY_DATE_ROW (fields->until));

  if (from != ASY_DAY_NONE && until != ASY_DAY_NONE && until < from)
    return g_strdup (_("The period ends before it begins"));
  return get_kinds (fields) == 0 ? g_strdup (_("Choose what the time axis shows")) : NULL;
}

static void
on_asked_cb (AsyForm *form, gpointer result, gpointer user_data)
{
  const Fields *fields = user_data;
  const AsyFolderOptions options = { .family_id = fields->family_id, .kinds = get_kinds (fields),
                                     .from = asy_date_row_get_day (ASY_DATE_ROW (fields->from)),
                                     .until = asy_date_row_get_day (ASY_DATE_ROW (fields->until)),
                                     .has_papers = asy_switch_row_get_active (ASY_SWITCH_ROW (fields->papers)) };

  choose_file (asy_form_get_context (form), fields->name, &options,
               asy_switch_row_get_active (ASY_SWITCH_ROW (fields->originals)));
}

static void
add_period (AsyForm *form, Fields *fields)
{
  GtkWidget *group = adw_preferences_group_new ();

  fields->from = asy_date_row_new (_("From"));
  fields->until = asy_date_row_new (_("Until"));
  fields->papers = asy_switch_row_new (_("Issued papers behind the folder"), _("As they were frozen; their signatures stay with the originals"));
  fields->originals = asy_switch_row_new (_("Signed papers beside it"), _("In a folder of their own, as they were signed"));
  asy_switch_row_set_active (ASY_SWITCH_ROW (fields->papers), TRUE);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("The period of the time axis and of the visits; empty is from "
                                                                          "the beginning until today."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), fields->from);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), fields->until);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), fields->papers);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), fields->originals);
  asy_form_watch (form, fields->from);
  asy_form_watch (form, fields->until);
  g_signal_connect_object (fields->from, "changed", G_CALLBACK (asy_form_touch), form, G_CONNECT_SWAPPED);
  g_signal_connect_object (fields->until, "changed", G_CALLBACK (asy_form_touch), form, G_CONNECT_SWAPPED);
  asy_form_add_group (form, group);
}

static void
add_kinds (AsyForm *form, Fields *fields)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("On the Time Axis"));
  for (guint i = 0; i < ASY_N_EVENT_KINDS; i++)
    {
      fields->kinds[i] = asy_switch_row_new (asy_event_kind_get_label ((AsyEventKind) i), NULL);
      asy_switch_row_set_active (ASY_SWITCH_ROW (fields->kinds[i]), TRUE);
      g_signal_connect_object (fields->kinds[i], "notify::active", G_CALLBACK (asy_form_touch), form, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), fields->kinds[i]);
    }
  asy_form_add_group (form, group);
}

void
asy_folder_form_open (AsyContext *context, AsyFamilyData *data)
{
  AsyForm *form = asy_form_new (context, _("Folder of the Family"));
  Fields *fields = g_new0 (Fields, 1);

  fields->family_id = asy_record_get_id (ASY_RECORD (data->file->family));
  fields->name = g_strdup_printf (_("Folder %s.pdf"), asy_family_get_name (data->file->family));
  g_object_set_data_full (G_OBJECT (form), "fields", fields, fields_free);
  asy_form_set_subtitle (form, asy_family_get_name (data->file->family));
  asy_form_set_save_label (form, _("_Save As…"));
  add_period (form, fields);
  add_kinds (form, fields);
  asy_form_add_check (form, check, fields);
  asy_form_allow_unchanged (form);
  g_signal_connect (form, "saved", G_CALLBACK (on_asked_cb), fields);
  asy_form_present (form);
}

void
asy_folder_save_axis (AsyContext *context, AsyFamilyData *data, guint kinds)
{
  const AsyFolderOptions options = { .family_id = asy_record_get_id (ASY_RECORD (data->file->family)), .kinds = kinds,
                                     .from = ASY_DAY_NONE, .until = ASY_DAY_NONE, .axis_alone = TRUE };
  g_autofree char *name = g_strdup_printf (_("Time axis %s.pdf"), asy_family_get_name (data->file->family));

  choose_file (context, name, &options, FALSE);
}
