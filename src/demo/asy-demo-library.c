/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include "demo/asy-demo-private.h"
#include "store/asy-libraries.h"

/* What this office has proven itself; the rest of the library is what every register begins with. */

typedef struct {
  const char *what;
  AsyTaskWhoKind who_kind;
  const char *provider_kind;    /* nullable */
  const char *frequency;
  int days;
} OwnTask;

static const struct {
  const char *uid;
  const char *area;
  int aim;
  const char *title;
  const char *effect;
  const char *measure;
  OwnTask tasks[4];             /* until the first without a text */
} own[] = {
  { "demo-library-1", "O2", 3, "Dziecko odrabia lekcje w klubie „Pod Dębem”",
    "Dziecko przychodzi do klubu po szkole i wraca do domu z odrobionymi lekcjami.",
    "Lista obecności klubu: co najmniej trzy popołudnia w tygodniu przez dwa miesiące.",
    { { "Zapisać dziecko do klubu i podpisać regulamin", ASY_TASK_WHO_KIND_FAMILY, NULL, "once", 14 },
      { "Pomagać dziecku w lekcjach i prowadzić listę obecności", ASY_TASK_WHO_KIND_INSTITUTION, "day-support", "daily", 120 },
      { "Zapytać wychowawcę o zmianę w zeszytach dziecka", ASY_TASK_WHO_KIND_ASSISTANT, NULL, "monthly", 120 } } },
  { "demo-library-2", "O4", 4, "Rodzina płaci rachunki z jednej koperty",
    "Pieniądze na opłaty są odkładane w dniu wypłaty i nie są wydawane na nic innego.",
    "Trzy kolejne miesiące bez zaległości w czynszu i prądzie.",
    { { "Przygotować kopertę na opłaty i kartkę z terminami", ASY_TASK_WHO_KIND_ASSISTANT, NULL, "once", 7 },
      { "Włożyć do koperty kwotę na opłaty w dniu wypłaty", ASY_TASK_WHO_KIND_FAMILY, NULL, "monthly", 90 },
      { "Pokazać asystentowi potwierdzenia opłat", ASY_TASK_WHO_KIND_FAMILY, NULL, "monthly", 90 } } },
};

static AsyLibraryTask *
new_task (const OwnTask *own_task, const char *goal_uid, guint number)
{
  AsyLibraryTask *task = asy_library_task_new ();
  g_autofree char *uid = g_strdup_printf ("%s-%u", goal_uid, number);

  asy_record_set_uid (ASY_RECORD (task), uid);
  asy_library_task_set_what (task, own_task->what);
  asy_library_task_set_who_kind (task, (int) own_task->who_kind);
  asy_library_task_set_provider_kind (task, own_task->provider_kind);
  asy_library_task_set_frequency (task, own_task->frequency);
  asy_library_task_set_days (task, own_task->days);
  return task;
}

gboolean
demo_add_library (Demo *demo, gpointer data, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autoptr (AsyLibraryGoal) goal = asy_library_goal_new ();
      g_autoptr (GPtrArray) tasks = asy_record_array_new ();

      asy_record_set_uid (ASY_RECORD (goal), own[i].uid);
      asy_library_goal_set_area (goal, own[i].area);
      asy_library_goal_set_aim (goal, own[i].aim);
      asy_library_goal_set_title (goal, own[i].title);
      asy_library_goal_set_effect (goal, own[i].effect);
      asy_library_goal_set_measure (goal, own[i].measure);
      for (guint j = 0; j < G_N_ELEMENTS (own[i].tasks) && own[i].tasks[j].what != NULL; j++)
        g_ptr_array_add (tasks, new_task (&own[i].tasks[j], own[i].uid, j + 1));
      if (!asy_library_save (demo->session, goal, tasks, error))
        return FALSE;
    }
  return TRUE;
}
