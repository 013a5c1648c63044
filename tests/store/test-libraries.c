/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "store/asy-libraries.h"
#include "store/asy-offices.h"

static AsyLibrary *
load (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  AsyLibrary *library = asy_library_load (f->session, &error);

  g_assert_no_error (error);
  return library;
}

static AsyLibraryGoal *
new_goal (const char *area, const char *title)
{
  AsyLibraryGoal *goal = asy_library_goal_new ();

  asy_library_goal_set_area (goal, area);
  asy_library_goal_set_title (goal, title);
  return goal;
}

/* Tasks parted by |. */
static GPtrArray *
new_tasks (const char *text)
{
  GPtrArray *tasks = asy_record_array_new ();
  g_auto (GStrv) words = g_strsplit (text, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      AsyLibraryTask *task = asy_library_task_new ();

      asy_library_task_set_what (task, words[i]);
      g_ptr_array_add (tasks, task);
    }
  return tasks;
}

static gint64
save (StoreFixture *f, AsyLibraryGoal *goal, GPtrArray *tasks)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (asy_library_save (f->session, goal, tasks, &error));
  g_assert_no_error (error);
  return asy_record_get_id (ASY_RECORD (goal));
}

static void
assert_tasks (StoreFixture *f, gint64 goal_id, const char *expected)
{
  g_autoptr (AsyLibrary) library = load (f);
  AsyLibraryEntry *entry = asy_library_find (library, goal_id);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (entry);
  for (guint i = 0; i < entry->tasks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", asy_library_task_get_what (entry->tasks->pdata[i]));
  g_assert_cmpstr (text->str, ==, expected);
}

/* What every register begins with: for each area enough to choose from, nothing left out, nothing unknown. */
static void
test_shipped (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyLibrary) library = load (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyOfficeFile) office = asy_office_file_load (f->session, &error);
  GPtrArray *areas = asy_dictionary_list (office->dictionary, ASY_DICT_WORK_AREA);
  guint n = 0;

  g_assert_cmpuint (areas->len, ==, 14);
  for (guint i = 0; i < areas->len; i++)
    {
      const AsyDictEntry *area = areas->pdata[i];
      const guint before = n;

      for (; n < library->entries->len; n++)
        {
          AsyLibraryEntry *entry = library->entries->pdata[n];

          if (g_strcmp0 (asy_library_goal_get_area (entry->goal), area->code) != 0)
            break;
          g_assert_true (asy_library_goal_get_shipped (entry->goal));
          g_assert_cmpint (asy_library_goal_get_aim (entry->goal), >, 0);
          g_assert_nonnull (asy_library_goal_get_effect (entry->goal));
          g_assert_nonnull (asy_library_goal_get_measure (entry->goal));
          g_assert_cmpuint (entry->tasks->len, >=, 2);
          for (guint j = 0; j < entry->tasks->len; j++)
            {
              AsyLibraryTask *task = entry->tasks->pdata[j];
              const char *kind = asy_library_task_get_provider_kind (task);

              g_assert_cmpint (asy_dictionary_find (office->dictionary, ASY_DICT_FREQUENCY, asy_library_task_get_frequency (task)), >=, 0);
              g_assert_cmpint (asy_library_task_get_days (task), >, 0);
              g_assert_cmpint (kind != NULL, ==, asy_library_task_get_who_kind (task) == ASY_TASK_WHO_KIND_INSTITUTION);
              if (kind != NULL)
                g_assert_cmpint (asy_dictionary_find (office->dictionary, ASY_DICT_PROVIDER_KIND, kind), >=, 0);
            }
        }
      g_assert_cmpuint (n - before, >=, 4);
    }
  g_assert_cmpuint (n, ==, library->entries->len);
}

static void
test_save (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyLibraryGoal) goal = new_goal ("O4", "Rodzina odkłada pieniądze");
  g_autoptr (GPtrArray) tasks = new_tasks ("Założyć skarbonkę|Odkładać co tydzień|Podsumować");
  const gint64 id = save (f, goal, tasks);
  g_autoptr (AsyLibrary) library = NULL;

  g_assert_cmpint (asy_library_goal_get_position (goal), ==, 5);
  assert_tasks (f, id, "Założyć skarbonkę|Odkładać co tydzień|Podsumować");
  /* Another order, one gone, one new. */
  g_ptr_array_remove_index (tasks, 2);
  g_ptr_array_insert (tasks, 0, g_object_ref (tasks->pdata[1]));
  g_ptr_array_remove_index (tasks, 2);
  asy_library_task_set_what (tasks->pdata[1], "Kupić skarbonkę");
  save (f, goal, tasks);
  store_fixture_reopen (f);
  assert_tasks (f, id, "Odkładać co tydzień|Kupić skarbonkę");
  library = load (f);
  g_assert_false (asy_library_goal_get_shipped (asy_library_find (library, id)->goal));
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM audit WHERE kind IN ('library_goal', 'library_task')"), >=, 6);
}

/* Only an institution has a kind. */
static void
test_kind (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyLibraryGoal) goal = new_goal ("O4", "Rodzina odkłada pieniądze");
  g_autoptr (GPtrArray) tasks = new_tasks ("Doradzić|Odkładać");

  for (guint i = 0; i < 2; i++)
    asy_library_task_set_provider_kind (tasks->pdata[i], "lawyer");
  asy_library_task_set_who_kind (tasks->pdata[0], ASY_TASK_WHO_KIND_INSTITUTION);
  save (f, goal, tasks);
  g_assert_cmpstr (asy_library_task_get_provider_kind (tasks->pdata[0]), ==, "lawyer");
  g_assert_null (asy_library_task_get_provider_kind (tasks->pdata[1]));
}

static void
test_refused (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *area;
    const char *title;
    const char *task;
    int code;                   /* 0: taken */
  } rows[] = {
    { "O2", "DZIECI regularnie chodza do szkoly", "Budzić", ASY_STORE_ERROR_INVALID },
    { "O3", "Dzieci regularnie chodzą do szkoły", "Budzić", 0 },
    { "O3", " ", "Budzić", ASY_STORE_ERROR_MISSING },
    { NULL, "Coś", "Budzić", ASY_STORE_ERROR_MISSING },
    { "O3", "Coś", " ", ASY_STORE_ERROR_MISSING },
  };
  const gint64 before = store_fixture_query_int (f, "SELECT count(*) FROM library_goal");
  gint64 n_taken = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyLibraryGoal) goal = new_goal (rows[i].area, rows[i].title);
      g_autoptr (GPtrArray) tasks = new_tasks (rows[i].task);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (asy_library_save (f->session, goal, tasks, &error), ==, rows[i].code == 0);
      g_assert_cmpint (error != NULL ? error->code : 0, ==, rows[i].code);
      n_taken += rows[i].code == 0;
    }
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM library_goal"), ==, before + n_taken);
}

static void
test_names (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *title;
    const char *effect;
    const char *task;
    gboolean is_taken;
  } rows[] = {
    { "Oliwia chodzi do szkoły", NULL, "Budzić dziecko", FALSE },
    { "Dziecko chodzi do szkoły", "Wychowawca Oliwii nie zgłasza nieobecności", "Budzić dziecko", FALSE },
    { "Dziecko chodzi do szkoły", NULL, "Budzić Oliwkę o siódmej", FALSE },
    { "Dziecko chodzi do szkoły", NULL, "Pani Malinowska budzi dziecko", FALSE },
    { "Dziecko chodzi do szkoły", "Dziecko ma dobre oceny", "Budzić dziecko o siódmej", TRUE },
  };
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");

  store_fixture_add_person (f, family_id, "Oliwia", "Malinowska", "daughter", "2013-05-02");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyLibraryGoal) goal = new_goal ("O2", rows[i].title);
      g_autoptr (GPtrArray) tasks = new_tasks (rows[i].task);
      g_autoptr (GError) error = NULL;

      asy_library_goal_set_effect (goal, rows[i].effect);
      g_assert_cmpint (asy_library_keep (f->session, family_id, goal, tasks, &error), ==, rows[i].is_taken);
      if (!rows[i].is_taken)
        g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INVALID);
    }
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM library_goal WHERE shipped = 0"), ==, 1);
}

static void
test_hide_and_remove (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyLibraryGoal) goal = new_goal ("O4", "Rodzina odkłada pieniądze");
  g_autoptr (GPtrArray) tasks = new_tasks ("Odkładać");
  g_autoptr (GError) error = NULL;
  const gint64 own = save (f, goal, tasks);
  const gint64 shipped = store_fixture_query_int (f, "SELECT min(id) FROM library_goal WHERE shipped = 1");
  const gint64 n_tasks = store_fixture_query_int (f, "SELECT count(*) FROM library_task");

  g_assert_true (asy_library_set_retired (f->session, shipped, TRUE, &error));
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM library_goal WHERE retired = 1"), ==, 1);
  g_assert_true (asy_library_set_retired (f->session, shipped, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM library_goal WHERE retired = 1"), ==, 0);
  g_assert_false (asy_library_remove (f->session, shipped, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_FROZEN);
  g_clear_error (&error);
  g_assert_true (asy_library_remove (f->session, own, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM library_goal WHERE shipped = 0"), ==, 0);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM library_task"), ==, n_tasks - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/libraries/shipped", StoreFixture, NULL, store_fixture_set_up, test_shipped, store_fixture_tear_down);
  g_test_add ("/store/libraries/save", StoreFixture, NULL, store_fixture_set_up, test_save, store_fixture_tear_down);
  g_test_add ("/store/libraries/kind", StoreFixture, NULL, store_fixture_set_up, test_kind, store_fixture_tear_down);
  g_test_add ("/store/libraries/refused", StoreFixture, NULL, store_fixture_set_up, test_refused, store_fixture_tear_down);
  g_test_add ("/store/libraries/names", StoreFixture, NULL, store_fixture_set_up, test_names, store_fixture_tear_down);
  g_test_add ("/store/libraries/hide-and-remove", StoreFixture, NULL, store_fixture_set_up, test_hide_and_remove, store_fixture_tear_down);
  return g_test_run ();
}
