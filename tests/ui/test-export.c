/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/asy-families.h"
#include "ui-fixture.h"
#include "ui/asy-export.h"
#include "ui/asy-ui.h"

static AsyTable *
load_families (AsySession *session, gpointer request, GError **error)
{
  g_autoptr (GPtrArray) rows = asy_families_list (session, ASY_FAMILIES_ALL, error);

  return rows != NULL ? asy_list_of_families (rows) : NULL;
}

static AsyTable *
load_nothing (AsySession *session, gpointer request, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "a list that cannot be had");
  return NULL;
}

static void
on_toast_cb (AsyContext *context, AdwToast *toast, AdwToast **ret_toast)
{
  g_set_object (ret_toast, toast);
}

static gpointer
count_job (AsySession *session, gpointer request, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session),
                                             "SELECT count(*) FROM audit WHERE action = 'export' AND kind = 'families'"
                                             " AND changes = '{\"rows\":[null,2],\"format\":[null,\"xlsx\"]}'", error);
  gint64 *count = g_new0 (gint64, 1);

  g_assert_nonnull (stmt);
  g_assert_true (asy_stmt_fetch_int (stmt, 0, count, error));
  return count;
}

static void
on_counted_cb (gpointer owner, gpointer result, const GError *error)
{
  *(gint64 *) g_object_get_data (owner, "count") = *(gint64 *) result;
  g_free (result);
}

static gint64
count_exports (UiFixture *f)
{
  gint64 count = -1;

  g_object_set_data (G_OBJECT (f->window), "count", &count);
  asy_context_ask (f->context, f->window, NULL, count_job, NULL, NULL, g_free, on_counted_cb);
  ui_wait_for (count >= 0);
  return count;
}

static void
test_a_list_goes_to_a_file_and_the_audit (UiFixture *f, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (f->base.folder, "rodziny.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AdwToast) toast = NULL;
  g_autofree char *content = NULL;

  store_fixture_add_family (&f->base, "Żurawscy");
  store_fixture_add_family (&f->base, "Łąccy");
  ui_fixture_open (f);
  g_signal_connect (f->context, "toast", G_CALLBACK (on_toast_cb), &toast);
  asy_export_to_file (f->context, file, ASY_TABLE_XLSX, load_families, g_strdup ("request"), g_free);
  ui_wait_for (toast != NULL);
  g_assert_nonnull (strstr (adw_toast_get_title (toast), "rodziny.xlsx"));
  g_assert_nonnull (adw_toast_get_button_label (toast));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "PK"));
  g_assert_cmpint (count_exports (f), ==, 1);
}

static void
test_no_list_no_file (UiFixture *f, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (f->base.folder, "rodziny.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  ui_fixture_open (f);
  asy_export_to_file (f->context, file, ASY_TABLE_CSV, load_nothing, NULL, NULL);
  /* The worker answers in order: the answer of this one comes after it. */
  g_assert_cmpint (count_exports (f), ==, 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  asy_ui_init ();
  g_test_add ("/export/a-list-goes-to-a-file-and-the-audit", UiFixture, NULL, ui_fixture_set_up,
              test_a_list_goes_to_a_file_and_the_audit, ui_fixture_tear_down);
  g_test_add ("/export/no-list-no-file", UiFixture, NULL, ui_fixture_set_up, test_no_list_no_file, ui_fixture_tear_down);
  return g_test_run ();
}
