/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"

#include "law/asy-library-match.h"

/* area, title, tasks parted by |; a title that begins with ! is hidden. */
static const struct {
  const char *area;
  const char *title;
  const char *tasks;
} shelf[] = {
  { "O1", "Stały rytm dnia", "Ułożyć plan dnia|Czytać dziecku wieczorem" },
  { "O2", "Dzieci regularnie chodzą do szkoły", "Sprawdzać frekwencję|Budzić dzieci o stałej porze" },
  { "O2", "Dziecko nadrabia zaległości w nauce", "Sprawdzać zeszyty|Zapewnić miejsce do nauki" },
  { "O4", "Rodzina spłaca zaległości", "Spisać długi|Sprawdzać frekwencję" },
  { "O4", "!Dzieci mają kieszonkowe", "Dać kieszonkowe" },
};

static AsyLibrary *
make_library (void)
{
  AsyLibrary *library = asy_library_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (shelf); i++)
    {
      g_autoptr (AsyLibraryGoal) goal = asy_library_goal_new ();
      g_auto (GStrv) tasks = g_strsplit (shelf[i].tasks, "|", -1);
      const gboolean is_hidden = *shelf[i].title == '!';
      AsyLibraryEntry *entry;

      asy_library_goal_set_area (goal, shelf[i].area);
      asy_library_goal_set_title (goal, shelf[i].title + (is_hidden ? 1 : 0));
      asy_library_goal_set_retired (goal, is_hidden);
      entry = asy_library_add (library, goal);
      for (guint j = 0; tasks[j] != NULL; j++)
        {
          AsyLibraryTask *task = asy_library_task_new ();

          asy_library_task_set_what (task, tasks[j]);
          g_ptr_array_add (entry->tasks, task);
        }
    }
  asy_library_settle (library);
  return library;
}

static char *
join (GArray *matches)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const AsyLibraryMatch *match = &g_array_index (matches, AsyLibraryMatch, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                              match->task != NULL ? asy_library_task_get_what (match->task) : asy_library_goal_get_title (match->entry->goal));
    }
  return g_string_free (text, FALSE);
}

static void
test_goals (void)
{
  static const struct {
    const char *typed;
    const char *area;
    guint limit;
    const char *expected;
  } rows[] = {
    /* Any word by its beginning, in any order, with Polish letters or without. */
    { "dzie", "O2", 9, "Dzieci regularnie chodzą do szkoły|Dziecko nadrabia zaległości w nauce" },
    { "zaleg", "O2", 9, "Dziecko nadrabia zaległości w nauce|Rodzina spłaca zaległości" },
    { "zaległ", "O4", 9, "Rodzina spłaca zaległości|Dziecko nadrabia zaległości w nauce" },
    { "ZALEGLOSCI", "O4", 1, "Rodzina spłaca zaległości" },
    { "szk dzieci", "O2", 9, "Dzieci regularnie chodzą do szkoły" },
    { "szkoły chodzą", NULL, 9, "Dzieci regularnie chodzą do szkoły" },
    { "chodzą d", "O1", 9, "Dzieci regularnie chodzą do szkoły" },
    /* What begins so comes before what only has the word; the area before both. */
    { "r", "O2", 9, "Dzieci regularnie chodzą do szkoły|Rodzina spłaca zaległości|Stały rytm dnia" },
    /* Not within a word. */
    { "koły", "O2", 9, "" },
    { "dzieci xyz", "O2", 9, "" },
    /* Hidden. */
    { "kiesz", "O4", 9, "" },
    /* Nothing typed: what the area has. */
    { "", "O2", 9, "Dzieci regularnie chodzą do szkoły|Dziecko nadrabia zaległości w nauce" },
    { " ", "O4", 9, "Rodzina spłaca zaległości" },
    { "", NULL, 9, "" },
    { "?", "O2", 1, "Dzieci regularnie chodzą do szkoły" },
  };
  g_autoptr (AsyLibrary) library = make_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) matches = asy_library_match_goals (library, rows[i].typed, rows[i].area, rows[i].limit);
      g_autofree char *text = join (matches);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_tasks (void)
{
  static const struct {
    const char *typed;
    const char *area;
    const char *title;
    const char *expected;
  } rows[] = {
    { "spr", "O2", NULL, "Sprawdzać frekwencję|Sprawdzać zeszyty" },
    /* The tasks of the library's goal of this title first, and alone when nothing is typed. */
    { "spr", "O2", "dziecko nadrabia zaleglosci w nauce", "Sprawdzać zeszyty|Sprawdzać frekwencję" },
    { "", "O1", "Rodzina spłaca zaległości", "Spisać długi|Sprawdzać frekwencję" },
    { "", "O1", "Coś innego", "" },
    { "frekw", "O4", NULL, "Sprawdzać frekwencję" },
    { "dać", "O4", NULL, "" },
    { "wiecz czyt", "O9", NULL, "Czytać dziecku wieczorem" },
  };
  g_autoptr (AsyLibrary) library = make_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) matches = asy_library_match_tasks (library, rows[i].typed, rows[i].area, rows[i].title, 9);
      g_autofree char *text = join (matches);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law/library-match/goals", test_goals);
  g_test_add_func ("/law/library-match/tasks", test_tasks);
  return g_test_run ();
}
