/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "calendar/asy-calendar-paper.h"
#include "papers/asy-paper-issue.h"
#include "papers/asy-paper-source.h"
#include "seal/asy-pades.h"
#include "ui/asy-compat.h"

typedef struct {
  gint64 worker_id;
  AsyDay monday;
} Request;

typedef struct {
  GtkWidget *page;
  Request request;
} Wish;

static gpointer
pdf_job (AsySession *session, gpointer data, GError **error)
{
  const Request *request = data;
  g_autoptr (AsyPaperSource) source = asy_paper_source_load_week (session, request->worker_id, request->monday, error);
  g_autoptr (AsyPaperData) paper = NULL;
  g_autoptr (GDateTime) now = asy_clock_now (asy_session_get_clock (session));

  if (source == NULL)
    return NULL;
  paper = asy_paper_source_fill_week (source, FALSE);
  return asy_paper_make_pdf ("week", paper, NULL, g_date_time_to_unix (now), ASY_PDFA_2B, error);
}

static void
on_pdf_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyContext *context = asy_context_of (owner);
  g_autoptr (GBytes) pdf = result;
  g_autoptr (GError) write_error = NULL;
  GFile *file = g_object_get_data (owner, "file");
  g_autofree char *path = g_file_get_path (file);

  if (context == NULL)
    return;
  if (pdf == NULL)
    asy_context_show_error (context, owner, error);
  else if (!asy_seal_write_file (path, pdf, &write_error))
    asy_context_show_error (context, owner, write_error);
  else
    asy_context_toast (context, _ ("The week is saved as PDF"));
}

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wish *wish = user_data;
  g_autoptr (GFile) file = asy_ui_save_file_finish (result);
  AsyContext *context = asy_context_of (wish->page);

  if (file != NULL && context != NULL)
    {
      g_object_set_data_full (G_OBJECT (wish->page), "file", g_object_ref (file), g_object_unref);
      asy_context_ask (context, wish->page, "pdf", pdf_job, g_memdup2 (&wish->request, sizeof wish->request), g_free,
                       (GDestroyNotify) g_bytes_unref, on_pdf_cb);
    }
  g_object_unref (wish->page);
  g_free (wish);
}

void
asy_calendar_paper_begin (GtkWidget *page, gint64 worker_id, AsyDay monday)
{
  static const char *const patterns[] = { "*.pdf", NULL };
  const AsyFileKind kind = { _ ("PDF documents"), patterns };
  int year;
  const int week = asy_day_get_iso_week (monday, &year);
  g_autofree char *name = g_strdup_printf (_ ("Week %d-W%02d.pdf"), year, week);
  Wish *wish = g_new0 (Wish, 1);

  wish->page = g_object_ref (page);
  wish->request = (Request){ worker_id, monday };
  asy_ui_save_file_async (page, _ ("Save the week as PDF"), &kind, NULL, name, on_file_chosen_cb, wish);
}
