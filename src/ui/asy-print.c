/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include "ui/asy-compat.h"
#include "ui/asy-print.h"

static void
on_begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, AsyDocument *document)
{
  gtk_print_operation_set_n_pages (operation, (int) asy_document_get_n_pages (document));
}

static void
on_draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, AsyDocument *document)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height;

  /* A printer with larger margins than the paper has: shrink, do not cut. */
  asy_document_get_page_size (document, &width, &height);
  cairo_scale (cr, gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  asy_document_draw_page (document, cr, (guint) page);
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWindow *window)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    asy_ui_show_error (GTK_WIDGET (window), error);
}

static GtkPrintOperation *
new_operation (AsyDocument *document)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = NULL;
  double width, height;

  asy_document_get_page_size (document, &width, &height);
  paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (on_begin_cb), document, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (on_draw_cb), document, 0);
  return operation;
}

typedef struct {
  GtkPrintOperation *operation;
  GtkWindow *window;
} Printing;

/* The dialog runs a loop of its own: not within the click that asked for it. */
static gboolean
on_run_cb (gpointer data)
{
  Printing *printing = data;

  (void) gtk_print_operation_run (printing->operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, printing->window, NULL);
  g_object_unref (printing->operation);
  g_clear_object (&printing->window);
  g_free (printing);
  return G_SOURCE_REMOVE;
}

void
asy_ui_print (GtkWidget *parent, AsyDocument *document, const char *title)
{
  GtkRoot *root;
  Printing *printing;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (ASY_IS_DOCUMENT (document));

  root = gtk_widget_get_root (parent);
  printing = g_new0 (Printing, 1);
  printing->operation = new_operation (document);
  printing->window = GTK_IS_WINDOW (root) ? GTK_WINDOW (g_object_ref (root)) : NULL;
  gtk_print_operation_set_job_name (printing->operation, title);
  /* The operation keeps the paper as long as it prints. */
  g_object_set_data_full (G_OBJECT (printing->operation), "asy-document", g_object_ref (document), g_object_unref);
  g_signal_connect_object (printing->operation, "done", G_CALLBACK (on_done_cb), printing->window, 0);
  g_idle_add (on_run_cb, printing);
}

gboolean
asy_ui_print_to_file (AsyDocument *document, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (ASY_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  operation = new_operation (document);
  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error) == GTK_PRINT_OPERATION_RESULT_APPLY;
}
