/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letters"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "letters/asy-letter-print.h"
#include "papers/asy-paper-issue.h"
#include "seal/asy-pades.h"

/* A version of a plan whose paper has just been made. */
typedef struct {
  AsyContext *context;
  gint64 plan_id;
} Handing;

static void
handing_free (gpointer data, GClosure *closure)
{
  Handing *handing = data;

  g_object_unref (handing->context);
  g_free (handing);
}

static void
on_note_copy_cb (Handing *handing)
{
  asy_context_go (handing->context, "note-plan-copy", handing->plan_id, NULL);
}

static void
tell_done (AsyContext *context, const char *text, gint64 plan_id)
{
  Handing *handing;

  if (plan_id == 0)
    {
      asy_context_toast (context, text);
      return;
    }
  handing = g_new (Handing, 1);
  handing->context = g_object_ref (context);
  handing->plan_id = plan_id;
  asy_context_toast_action (context, text, _ ("_Note who receives it"), G_CALLBACK (on_note_copy_cb), handing, handing_free);
}

static gint64
get_plan_id (gpointer object)
{
  const gint64 *plan_id = g_object_get_data (object, "plan-id");

  return plan_id != NULL ? *plan_id : 0;
}

static void
set_plan_id (gpointer object, gint64 plan_id)
{
  g_object_set_data_full (object, "plan-id", g_memdup2 (&plan_id, sizeof plan_id), g_free);
}

static void
on_begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *print, gpointer user_data)
{
  gtk_print_operation_set_n_pages (operation, (int) asy_document_get_n_pages (user_data));
}

static void
on_draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *print, int page, gpointer user_data)
{
  asy_document_draw_page (user_data, gtk_print_context_get_cairo_context (print), (guint) page);
}

static GtkPageSetup *
new_page_setup (AsyDocument *document)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width, height;

  asy_document_get_page_size (document, &width, &height);
  gtk_page_setup_set_paper_size (setup, a4);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  return setup;
}

static void
on_print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && get_plan_id (operation) != 0)
    tell_done (user_data, _ ("The plan was printed"), get_plan_id (operation));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  asy_context_show_error (user_data, NULL, error);
}

typedef struct {
  GtkPrintOperation *operation;
  AsyContext *context;
} Printing;

/* From an idle: the dialog runs a loop of its own, and an action that is asked
 * for over the accessibility bus must answer first. */
static gboolean
on_print_idle_cb (gpointer user_data)
{
  Printing *printing = user_data;

  gtk_print_operation_run (printing->operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           asy_context_get_window (printing->context), NULL);
  g_object_unref (printing->operation);
  g_object_unref (printing->context);
  g_free (printing);
  return G_SOURCE_REMOVE;
}

void
asy_letter_print (AsyContext *context, AsyDocument *document, const char *title, gint64 plan_id)
{
  g_autoptr (GtkPageSetup) setup = new_page_setup (document);
  Printing *printing = g_new0 (Printing, 1);

  printing->operation = gtk_print_operation_new ();
  printing->context = g_object_ref (context);
  set_plan_id (printing->operation, plan_id);
  gtk_print_operation_set_default_page_setup (printing->operation, setup);
  gtk_print_operation_set_use_full_page (printing->operation, TRUE);
  gtk_print_operation_set_unit (printing->operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (printing->operation, TRUE);
  gtk_print_operation_set_job_name (printing->operation, title != NULL ? title : _ ("Paper"));
  g_signal_connect_data (printing->operation, "begin-print", G_CALLBACK (on_begin_print_cb), g_object_ref (document),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  g_signal_connect (printing->operation, "draw-page", G_CALLBACK (on_draw_page_cb), document);
  g_signal_connect_object (printing->operation, "done", G_CALLBACK (on_print_done_cb), context, G_CONNECT_DEFAULT);
  g_idle_add (on_print_idle_cb, printing);
}

static gpointer
pdf_job (AsySession *session, gpointer request, GError **error)
{
  return asy_paper_load_pdf (session, *(gint64 *) request, error);
}

static void
on_pdf_cb (gpointer owner, gpointer result, const GError *error)
{
  GFile *file = owner;
  AsyContext *context = g_object_get_data (owner, "context");
  g_autoptr (GBytes) pdf = result;
  g_autoptr (GError) write_error = NULL;
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), name);

  if (pdf == NULL)
    asy_context_show_error (context, NULL, error);
  else if (!asy_seal_write_file (path, pdf, &write_error))
    asy_context_show_error (context, NULL, write_error);
  else
    tell_done (context, text, get_plan_id (file));
  g_object_unref (file);
}

void
asy_letter_export (AsyContext *context, gint64 letter_id, GFile *file, gint64 plan_id)
{
  /* The file is the owner of the request and keeps itself until the answer. */
  set_plan_id (file, plan_id);
  g_object_set_data_full (G_OBJECT (file), "context", g_object_ref (context), g_object_unref);
  asy_context_ask (context, g_object_ref (file), NULL, pdf_job, g_memdup2 (&letter_id, sizeof letter_id), g_free,
                   (GDestroyNotify) g_bytes_unref, on_pdf_cb);
}
