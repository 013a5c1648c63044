/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "papers/asy-folder.h"
#include "papers/asy-paper-issue.h"
#include "seal/asy-pdf-append.h"
#include "store-fixture.h"
#include "store/asy-letters.h"
#include "store/asy-repo.h"

typedef struct {
  StoreFixture store;
  gint64 family_id;
} Fixture;

static void
set_up (Fixture *f, gconstpointer user_data)
{
  gint64 ewa, case_id;

  store_fixture_set_up (&f->store, NULL);
  store_fixture_add_office (&f->store);
  ewa = store_fixture_add_worker (&f->store, "Ewa", "Zmyślona");
  f->family_id = store_fixture_add_family (&f->store, "Malinowscy");
  store_fixture_add_person (&f->store, f->family_id, "Beata", "Malinowska", "mother", "1991-05-02");
  case_id = store_fixture_add_case (&f->store, f->family_id, "2025-09-15");
  store_fixture_add_assignment (&f->store, case_id, ewa, "2025-10-01");
}

static void
tear_down (Fixture *f, gconstpointer user_data)
{
  store_fixture_tear_down (&f->store, NULL);
}

static int
issue_paper (Fixture *f, const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyLetterFile) file = asy_letter_draft_family (f->store.session, f->family_id, kind, &error);
  g_autoptr (GBytes) pdf = NULL;

  g_assert_no_error (error);
  g_assert_true (asy_paper_issue (f->store.session, asy_record_get_id (ASY_RECORD (file->letter)), &error));
  g_assert_no_error (error);
  pdf = asy_paper_load_pdf (f->store.session, asy_record_get_id (ASY_RECORD (file->letter)), &error);
  g_assert_no_error (error);
  return asy_pdf_count_pages (pdf, &error);
}

static int
count_pages (Fixture *f, const AsyFolderOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = asy_folder_make (f->store.session, options, NULL, NULL, NULL, &error);
  int n;

  g_assert_no_error (error);
  n = asy_pdf_count_pages (pdf, &error);
  g_assert_no_error (error);
  return n;
}

static gint64
count_exports (Fixture *f)
{
  return store_fixture_query_int (&f->store, "SELECT count(*) FROM audit WHERE action = 'export' AND kind = 'family'");
}

static void
test_issued_papers_stand_behind_the_folder (Fixture *f, gconstpointer user_data)
{
  AsyFolderOptions options = { .family_id = f->family_id, .kinds = ASY_FOLDER_ALL, .from = ASY_DAY_NONE, .until = ASY_DAY_NONE };
  const int n_papers = issue_paper (f, ASY_LETTER_KIND_ASSIGNMENT) + issue_paper (f, ASY_LETTER_KIND_CONSENT);
  int alone;

  g_assert_cmpint (n_papers, ==, 2);
  alone = count_pages (f, &options);
  g_assert_cmpint (alone, >=, 2);
  options.has_papers = TRUE;
  g_assert_cmpint (count_pages (f, &options), ==, alone + n_papers);
  /* Each copy that leaves the register is noted. */
  g_assert_cmpint (count_exports (f), ==, 2);
}

/* Who signed is said once for each signature, and papers nobody signed make no chapter of it. */
static void
test_signatures_are_told (Fixture *f, gconstpointer user_data)
{
  const AsyFolderOptions options = { .family_id = f->family_id, .kinds = ASY_FOLDER_ALL, .from = ASY_DAY_NONE, .until = ASY_DAY_NONE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) letters = NULL;
  g_autoptr (GPtrArray) originals = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GByteArray) longer = g_byte_array_new ();
  g_autoptr (GBytes) signed_pdf = NULL;

  issue_paper (f, ASY_LETTER_KIND_CONSENT);
  letters = asy_repo_list_by_id (f->store.session, ASY_TYPE_LETTER, "WHERE t.family_id = :id", f->family_id, &error);
  g_assert_no_error (error);
  before = asy_folder_make (f->store.session, &options, NULL, NULL, NULL, &error);
  pdf = asy_paper_load_pdf (f->store.session, asy_record_get_id (letters->pdata[0]), &error);
  g_byte_array_append (longer, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  g_byte_array_append (longer, (const guint8 *) "% podpis\n", 9);
  signed_pdf = g_bytes_new (longer->data, longer->len);
  g_assert_true (asy_letter_add_signed (f->store.session, letters->pdata[0], signed_pdf, "Ewa Zmyślona", &error));
  after = asy_folder_make (f->store.session, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (after), >, g_bytes_get_size (before) + 200);
  originals = asy_folder_load_signed (f->store.session, f->family_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (originals->len, ==, 1);
  g_assert_true (g_bytes_equal (((AsyPdfPart *) originals->pdata[0])->pdf, signed_pdf));
}

static void
test_equal_folders_are_equal_bytes (Fixture *f, gconstpointer user_data)
{
  const AsyFolderOptions options = { .family_id = f->family_id, .kinds = ASY_FOLDER_CASE, .from = store_fixture_day ("2025-09-20"),
                                     .until = STORE_FIXTURE_TODAY, .axis_alone = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = asy_folder_make (f->store.session, &options, NULL, NULL, NULL, &error);
  g_autoptr (GBytes) second = asy_folder_make (f->store.session, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
}

static void
cancel_in_the_middle (double fraction, gpointer user_data)
{
  if (fraction > 0)
    g_cancellable_cancel (user_data);
}

static void
test_a_cancelled_folder_leaves_nothing (Fixture *f, gconstpointer user_data)
{
  const AsyFolderOptions options = { .family_id = f->family_id, .kinds = ASY_FOLDER_ALL, .from = ASY_DAY_NONE, .until = ASY_DAY_NONE };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = asy_folder_make (f->store.session, &options, cancellable, cancel_in_the_middle, cancellable, &error);

  g_assert_null (pdf);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count_exports (f), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/papers/folder/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("issued-papers-stand-behind-the-folder", test_issued_papers_stand_behind_the_folder);
  ADD ("signatures-are-told", test_signatures_are_told);
  ADD ("equal-folders-are-equal-bytes", test_equal_folders_are_equal_bytes);
  ADD ("a-cancelled-folder-leaves-nothing", test_a_cancelled_folder_leaves_nothing);
#undef ADD

  return g_test_run ();
}
