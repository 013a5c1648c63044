/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"
#include "store/asy-drafts.h"

static void
put (AsySession *session, const char *kind, gint64 id, const char *body)
{
  g_autoptr (GError) error = NULL;

  asy_draft_put (session, kind, id, body, &error);
  g_assert_no_error (error);
}

static AsyDraft *
get (AsySession *session, const char *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AsyDraft *draft = NULL;

  g_assert_true (asy_draft_get (session, kind, id, &draft, &error));
  g_assert_no_error (error);
  return draft;
}

static void
test_newest_body_survives (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyDraft) draft = NULL;
  g_autoptr (AsyDraft) other = NULL;

  put (f->session, "visit", 7, "{\"course\":\"Zażół\"}");
  asy_clock_set_fixed (f->clock, STORE_FIXTURE_TODAY, 11 * 60);
  put (f->session, "visit", 7, "{\"course\":\"Zażółć gęślą\"}");
  store_fixture_reopen (f);

  draft = get (f->session, "visit", 7);
  g_assert_nonnull (draft);
  g_assert_cmpstr (draft->body, ==, "{\"course\":\"Zażółć gęślą\"}");
  g_assert_cmpstr (draft->kind, ==, "visit");
  g_assert_cmpint (draft->record_id, ==, 7);
  g_assert_cmpstr (draft->saved_at, ==, "2026-03-24T10:00:00Z");
  other = get (f->session, "visit", 8);
  g_assert_null (other);
}

static void
test_a_draft_is_its_authors_own (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsySession) second = store_fixture_open_second (f, "mwzorcowy");
  g_autoptr (AsyDraft) mine = NULL;
  g_autoptr (AsyDraft) theirs = NULL;
  g_autoptr (GError) error = NULL;

  put (f->session, "plan", 1, "mine");
  put (second, "plan", 1, "theirs");
  g_assert_true (asy_draft_remove (second, "plan", 1, &error));
  g_assert_no_error (error);

  mine = get (f->session, "plan", 1);
  g_assert_cmpstr (mine->body, ==, "mine");
  theirs = get (second, "plan", 1);
  g_assert_null (theirs);
}

static void
test_list_is_newest_first (StoreFixture *f, gconstpointer user_data)
{
  static const char *const kinds[] = { "letter", "plan", "visit" };
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      asy_clock_set_fixed (f->clock, STORE_FIXTURE_TODAY, 600 + (int) i);
      put (f->session, kinds[i], 0, kinds[i]);
    }
  drafts = asy_drafts_list (f->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < drafts->len; i++)
    {
      const AsyDraft *draft = g_ptr_array_index (drafts, i);

      g_assert_cmpstr (draft->body, ==, kinds[G_N_ELEMENTS (kinds) - 1 - i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/drafts/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("newest-body-survives", test_newest_body_survives);
  ADD ("a-draft-is-its-authors-own", test_a_draft_is_its_authors_own);
  ADD ("list-is-newest-first", test_list_is_newest_first);
#undef ADD

  return g_test_run ();
}
