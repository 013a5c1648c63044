/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/asy-models.h"
#include "store/asy-drafts.h"
#include "store/asy-repo.h"
#include "store/asy-workers.h"
#include "ui-fixture.h"
#include "ui/asy-banner.h"
#include "ui/asy-date-row.h"
#include "ui/asy-form-private.h"
#include "ui/asy-ui.h"

static gpointer
save_job (AsySession *session, gpointer request, GError **error)
{
  return asy_worker_save (session, request, error) ? g_object_ref (request) : NULL;
}

static void
on_saved_cb (AsyForm *form, gpointer result, gpointer *ret_saved)
{
  g_set_object ((GObject **) ret_saved, result);
}

typedef struct {
  AsyForm *form;
  AsyWorker *copy;
  GtkWidget *district;
  GtkWidget *from;
  gpointer saved;
} Made;

static void
make_form (UiFixture *f, AsyWorker *worker, Made *ret_made)
{
  GtkWidget *group = adw_preferences_group_new ();

  ret_made->form = asy_form_new (f->context, "Assistant");
  ret_made->copy = asy_form_add_record (ret_made->form, worker);
  ret_made->district = asy_form_bind (ret_made->form, ret_made->copy, ASY_WORKER_DISTRICT, adw_entry_row_new ());
  ret_made->from = asy_form_bind (ret_made->form, ret_made->copy, ASY_WORKER_EMPLOYED_FROM, asy_date_row_new (""));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), ret_made->district);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), ret_made->from);
  asy_form_add_group (ret_made->form, group);
  asy_form_set_job (ret_made->form, save_job);
  asy_form_set_draft (ret_made->form, "worker");
  ret_made->saved = NULL;
  g_signal_connect (ret_made->form, "saved", G_CALLBACK (on_saved_cb), &ret_made->saved);
  asy_form_present (ret_made->form);
  ui_fixture_settle (f);
}

static AsyWorker *
load_worker (UiFixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AsyWorker *worker = asy_repo_load (f->base.session, ASY_TYPE_WORKER, id, &error);

  g_assert_no_error (error);
  return worker;
}

/* What another window did meanwhile. */
static void
save_elsewhere (UiFixture *f, AsyWorker *worker)
{
  g_autoptr (AsySession) second = store_fixture_open_second (&f->base, "mzmyslna");
  g_autoptr (GError) error = NULL;

  g_assert_true (asy_worker_save (second, worker, &error));
  g_assert_no_error (error);
}

static gpointer
load_job (AsySession *session, gpointer request, GError **error)
{
  return asy_repo_load (session, ASY_TYPE_WORKER, *(gint64 *) request, error);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gpointer *) user_data = asy_store_run_finish (ASY_STORE (source), result, NULL);
}

static AsyWorker *
read_back (UiFixture *f, gint64 id)
{
  gpointer worker = NULL;

  asy_store_run_async (f->store, load_job, g_memdup2 (&id, sizeof id), g_free, g_object_unref, NULL, on_loaded_cb, &worker);
  ui_wait_for (worker != NULL);
  return worker;
}

static void
test_save (UiFixture *f, gconstpointer user_data)
{
  gint64 id = store_fixture_add_worker (&f->base, "Ewa", "Zmyślona");
  g_autoptr (AsyWorker) worker = load_worker (f, id);
  g_autoptr (AsyWorker) after = NULL;
  Made made;

  ui_fixture_open (f);
  make_form (f, worker, &made);
  g_object_add_weak_pointer (G_OBJECT (made.form), (gpointer *) &made.form);
  g_assert_false (asy_form_can_save (made.form));

  gtk_editable_set_text (GTK_EDITABLE (made.district), "Nadodrze");
  g_assert_true (asy_form_can_save (made.form));
  /* The original is not touched by typing. */
  g_assert_cmpstr (asy_worker_get_district (worker), !=, "Nadodrze");
  gtk_editable_set_text (GTK_EDITABLE (made.from), "30.2.2026");
  g_assert_false (asy_form_can_save (made.form));
  gtk_editable_set_text (GTK_EDITABLE (made.from), "1.2.2026");
  g_assert_true (asy_form_can_save (made.form));

  gtk_widget_activate_action (GTK_WIDGET (made.form), "form.save", NULL);
  ui_wait_for (made.saved != NULL);
  g_assert_cmpint (asy_record_get_revision (made.saved), >, asy_record_get_revision (ASY_RECORD (worker)));
  after = read_back (f, id);
  g_assert_cmpstr (asy_worker_get_district (after), ==, "Nadodrze");
  g_assert_cmpuint (asy_worker_get_employed_from (after), ==, asy_day_new (2026, 2, 1));
  g_clear_object (&made.saved);
  ui_fixture_settle (f);
  g_assert_null (made.form);
}

static GtkWindow *
find_dialog (UiFixture *f)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

typedef struct {
  const char *answer;
  const char *district;         /* afterwards in the register */
  const char *phone;
} Answer;

/* Two windows that disagree: never overwritten without a question. */
static void
test_conflict (UiFixture *f, gconstpointer user_data)
{
  static const Answer answers[] = {
    { "cancel", "Ołbin", "600 000 002" },
    { "theirs", "Ołbin", "600 000 002" },
    { "mine", "Nadodrze", "600 000 002" },
  };
  const Answer *answer = &answers[GPOINTER_TO_INT (user_data)];
  gint64 id = store_fixture_add_worker (&f->base, "Ewa", "Zmyślona");
  g_autoptr (AsyWorker) worker = load_worker (f, id);
  g_autoptr (AsyWorker) theirs = load_worker (f, id);
  g_autoptr (AsyWorker) after = NULL;
  GtkWindow *dialog;
  Made made;

  ui_fixture_open (f);
  make_form (f, worker, &made);
  asy_worker_set_district (theirs, "Ołbin");
  asy_worker_set_phone (theirs, "600 000 002");
  save_elsewhere (f, theirs);

  gtk_editable_set_text (GTK_EDITABLE (made.district), "Nadodrze");
  asy_form_save (made.form);
  ui_wait_for (find_dialog (f) != NULL);
  dialog = find_dialog (f);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "Ołbin"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), answer->answer);
  ui_fixture_settle (f);

  if (g_str_equal (answer->answer, "mine"))
    ui_wait_for (made.saved != NULL);
  else
    {
      g_assert_null (made.saved);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (made.district)), ==,
                       g_str_equal (answer->answer, "theirs") ? "Ołbin" : "Nadodrze");
    }
  after = read_back (f, id);
  g_assert_cmpstr (asy_worker_get_district (after), ==, answer->district);
  /* What only they changed stays theirs in any case. */
  g_assert_cmpstr (asy_worker_get_phone (after), ==, answer->phone);
  g_clear_object (&made.saved);
}

/* Lists: `1=a` is record 1 called a, `=b` a new one. */
static GPtrArray *
new_list (const char *text)
{
  GPtrArray *list = asy_record_array_new ();
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);
      AsyPersonName *name = asy_person_name_new ();

      asy_record_set_id (ASY_RECORD (name), (gint64) g_ascii_strtoll (pair[0], NULL, 10));
      asy_person_name_set_family_name (name, pair[1]);
      g_ptr_array_add (list, name);
    }
  return list;
}

static void
test_merge_list (void)
{
  static const struct {
    const char *base, *mine, *theirs;
    const char *if_mine, *if_theirs;
    const char *told;           /* what is in the question */
  } rows[] = {
    { "1=a", "1=a =n", "1=a 2=t", "1=a 2=t 0=n", "1=a 2=t 0=n", "Former name: “t”, in your form “”" },
    { "1=a", "1=m", "1=a", "1=m", "1=m", "" },
    { "1=a", "1=a", "1=t", "1=t", "1=t", "Former name: “t”, in your form “a”" },
    { "1=a", "1=m", "1=t", "1=m", "1=t", "Former name: “t”, in your form “m”" },
    { "1=a 2=b", "2=b", "1=a 2=b", "2=b", "2=b", "" },
    { "1=a 2=b", "2=b", "1=t 2=b", "2=b", "1=t 2=b", "Former name: “t”, in your form “”" },
    { "1=a 2=b", "1=a 2=m", "1=a", "1=a 0=m", "1=a", "Former name: “”, in your form “m”" },
    { "1=a 2=b", "1=a 2=b", "1=a", "1=a", "1=a", "Former name: “”, in your form “b”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int keep_mine = 0; keep_mine < 2; keep_mine++)
      {
        g_autoptr (GPtrArray) base = new_list (rows[i].base), mine = new_list (rows[i].mine), theirs = new_list (rows[i].theirs);
        g_autoptr (GPtrArray) merged = _asy_form_merge_list (base, mine, theirs, keep_mine);
        g_autofree char *told = _asy_form_describe_list ("Former name", base, mine, theirs);
        g_autoptr (GString) all = g_string_new (NULL);

        for (guint j = 0; j < merged->len; j++)
          g_string_append_printf (all, "%s%d=%s", j > 0 ? " " : "", (int) asy_record_get_id (merged->pdata[j]),
                                  asy_person_name_get_family_name (merged->pdata[j]));
        g_test_message ("%u", i);
        g_assert_cmpstr (all->str, ==, keep_mine ? rows[i].if_mine : rows[i].if_theirs);
        g_assert_cmpstr (told, ==, rows[i].told);
      }
}

/* What the store refuses is said in the form, which stays open. */
static gpointer
refuse_job (AsySession *session, gpointer request, GError **error)
{
  asy_store_set_error (error, ASY_STORE_ERROR_UNAVAILABLE, "not employed");
  return NULL;
}

static void
test_refused (UiFixture *f, gconstpointer user_data)
{
  gint64 id = store_fixture_add_worker (&f->base, "Ewa", "Zmyślona");
  g_autoptr (AsyWorker) worker = load_worker (f, id);
  GtkWidget *banner;
  Made made;

  ui_fixture_open (f);
  make_form (f, worker, &made);
  asy_form_set_job (made.form, refuse_job);
  gtk_editable_set_text (GTK_EDITABLE (made.district), "Nadodrze");
  asy_form_save (made.form);
  banner = ui_find (GTK_WIDGET (made.form), ASY_TYPE_BANNER);
  ui_wait_for (asy_banner_get_revealed (ASY_BANNER (banner)));
  g_assert_nonnull (strstr (asy_banner_get_text (ASY_BANNER (banner)), "suspended or not employed"));
  g_assert_null (made.saved);
  g_assert_true (asy_form_can_save (made.form));
}

static gpointer
list_drafts_job (AsySession *session, gpointer request, GError **error)
{
  return asy_drafts_list (session, error);
}

static guint
count_drafts (UiFixture *f)
{
  gpointer drafts = NULL;
  guint n;

  asy_store_run_async (f->store, list_drafts_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, on_loaded_cb, &drafts);
  ui_wait_for (drafts != NULL);
  n = ((GPtrArray *) drafts)->len;
  g_ptr_array_unref (drafts);
  return n;
}

/* Locked while typing: the typing is there again afterwards. */
static void
test_draft (UiFixture *f, gconstpointer user_data)
{
  gint64 id = store_fixture_add_worker (&f->base, "Ewa", "Zmyślona");
  g_autoptr (AsyWorker) worker = load_worker (f, id);
  GtkWidget *banner;
  Made made;

  ui_fixture_open (f);
  make_form (f, worker, &made);
  gtk_editable_set_text (GTK_EDITABLE (made.district), "Nadodrze");
  gtk_editable_set_text (GTK_EDITABLE (made.from), "1.2.2026");
  g_signal_emit_by_name (f->context, "closing");
  ui_fixture_settle (f);
  g_assert_cmpuint (count_drafts (f), ==, 1);

  make_form (f, worker, &made);
  banner = ui_find (GTK_WIDGET (made.form), ASY_TYPE_BANNER);
  ui_wait_for (asy_banner_get_revealed (ASY_BANNER (banner)));
  g_assert_false (asy_form_can_save (made.form));
  g_signal_emit_by_name (banner, "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (made.district)), ==, "Nadodrze");
  g_assert_cmpuint (asy_date_row_get_day (ASY_DATE_ROW (made.from)), ==, asy_day_new (2026, 2, 1));
  g_assert_true (asy_form_can_save (made.form));

  asy_form_save (made.form);
  ui_wait_for (made.saved != NULL);
  ui_fixture_settle (f);
  g_assert_cmpuint (count_drafts (f), ==, 0);
  g_clear_object (&made.saved);
}

/* A list beside the records: people that were added before the lock. */

static GPtrArray *
collect (AsyForm *form, gpointer user_data)
{
  return g_ptr_array_ref (user_data);
}

static gpointer
new_blank (const char *table)
{
  g_assert_cmpstr (table, ==, "worker");
  return asy_worker_new ();
}

static void
restore (AsyForm *form, GPtrArray *records, gpointer user_data)
{
  GPtrArray *list = user_data;

  g_ptr_array_set_size (list, 0);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (list, g_object_ref (records->pdata[i]));
}

static void
add_to_list (GPtrArray *list, const char *given_name, AsyDay from)
{
  AsyWorker *worker = asy_worker_new ();

  asy_worker_set_given_name (worker, given_name);
  asy_worker_set_employed_from (worker, from);
  g_ptr_array_add (list, worker);
}

static void
test_draft_list (UiFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyWorker) worker = asy_worker_new ();
  g_autoptr (GPtrArray) list = asy_record_array_new ();
  GtkWidget *banner;
  Made made;

  ui_fixture_open (f);
  make_form (f, worker, &made);
  asy_form_set_draft_list (made.form, collect, new_blank, restore, list);
  add_to_list (list, "Ewa", asy_day_new (2026, 2, 1));
  add_to_list (list, "Jan", ASY_DAY_NONE);
  asy_form_touch (made.form);
  g_signal_emit_by_name (f->context, "closing");
  ui_fixture_settle (f);
  g_assert_cmpuint (count_drafts (f), ==, 1);

  g_ptr_array_set_size (list, 0);
  make_form (f, worker, &made);
  asy_form_set_draft_list (made.form, collect, new_blank, restore, list);
  banner = ui_find (GTK_WIDGET (made.form), ASY_TYPE_BANNER);
  ui_wait_for (asy_banner_get_revealed (ASY_BANNER (banner)));
  g_assert_cmpuint (list->len, ==, 0);
  g_signal_emit_by_name (banner, "clicked");
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (asy_worker_get_given_name (list->pdata[0]), ==, "Ewa");
  g_assert_cmpuint (asy_worker_get_employed_from (list->pdata[0]), ==, asy_day_new (2026, 2, 1));
  g_assert_cmpstr (asy_worker_get_given_name (list->pdata[1]), ==, "Jan");
  g_assert_cmpuint (asy_worker_get_employed_from (list->pdata[1]), ==, ASY_DAY_NONE);

  gtk_window_destroy (GTK_WINDOW (made.form));
}

/* What was proposed may be saved as it stands, and left without a question. */
static void
test_new (UiFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyWorker) worker = asy_worker_new ();
  Made made;

  asy_worker_set_given_name (worker, "Ewa");
  asy_worker_set_family_name (worker, "Zmyślona");
  ui_fixture_open (f);
  make_form (f, worker, &made);
  g_object_add_weak_pointer (G_OBJECT (made.form), (gpointer *) &made.form);
  g_assert_false (asy_form_can_save (made.form));
  asy_date_row_set_day (ASY_DATE_ROW (made.from), STORE_FIXTURE_TODAY);
  g_assert_true (asy_form_can_save (made.form));
  gtk_window_destroy (GTK_WINDOW (made.form));
  ui_wait_for (made.form == NULL);

  asy_worker_set_employed_from (worker, STORE_FIXTURE_TODAY);
  make_form (f, worker, &made);
  g_object_add_weak_pointer (G_OBJECT (made.form), (gpointer *) &made.form);
  g_assert_true (asy_form_can_save (made.form));
  gtk_window_close (GTK_WINDOW (made.form));
  g_assert_null (find_dialog (f));
  ui_wait_for (made.form == NULL);
}

/* Esc asks when something was typed, and only then. */
static void
test_close (UiFixture *f, gconstpointer user_data)
{
  gint64 id = store_fixture_add_worker (&f->base, "Ewa", "Zmyślona");
  g_autoptr (AsyWorker) worker = load_worker (f, id);
  GtkWindow *dialog;
  Made made;

  ui_fixture_open (f);
  make_form (f, worker, &made);
  g_object_add_weak_pointer (G_OBJECT (made.form), (gpointer *) &made.form);
  gtk_editable_set_text (GTK_EDITABLE (made.district), "Nadodrze");
  gtk_window_close (GTK_WINDOW (made.form));
  ui_wait_for (find_dialog (f) != NULL);
  dialog = find_dialog (f);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  ui_fixture_settle (f);
  g_assert_nonnull (made.form);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (made.district)), ==, "Nadodrze");

  gtk_window_close (GTK_WINDOW (made.form));
  ui_wait_for (find_dialog (f) != NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog (f)), "accept");
  ui_wait_for (made.form == NULL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  asy_ui_init ();

#define ADD(path, func, data) g_test_add (path, UiFixture, data, ui_fixture_set_up, func, ui_fixture_tear_down)
  ADD ("/ui/form/save", test_save, NULL);
  g_test_add_func ("/ui/form/conflict/list", test_merge_list);
  ADD ("/ui/form/conflict/cancel", test_conflict, GINT_TO_POINTER (0));
  ADD ("/ui/form/conflict/theirs", test_conflict, GINT_TO_POINTER (1));
  ADD ("/ui/form/conflict/mine", test_conflict, GINT_TO_POINTER (2));
  ADD ("/ui/form/refused", test_refused, NULL);
  ADD ("/ui/form/draft", test_draft, NULL);
  ADD ("/ui/form/draft-list", test_draft_list, NULL);
  ADD ("/ui/form/new", test_new, NULL);
  ADD ("/ui/form/close", test_close, NULL);

  return g_test_run ();
}
