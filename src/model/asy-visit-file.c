/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-visit-file.h"

void
asy_visit_entry_free (AsyVisitEntry *entry)
{
  if (entry == NULL)
    return;
  g_clear_object (&entry->visit);
  g_free (entry->worker_name);
  g_free (entry->family_name);
  g_free (entry->address);
  g_free (entry->district);
  g_free (entry->phone);
  g_free (entry->warning);
  g_free (entry);
}

int
asy_visit_get_end_minute (AsyVisit *visit)
{
  return (int) (asy_visit_get_start_minute (visit) + asy_visit_get_minutes (visit));
}

static void
asy_visit_mark_free (AsyVisitMark *mark)
{
  g_free (mark->title);
  g_free (mark);
}

AsyVisitMark *
asy_visit_marks_find (GPtrArray *marks, gint64 id)
{
  for (guint i = 0; i < marks->len; i++)
    if (((AsyVisitMark *) g_ptr_array_index (marks, i))->id == id)
      return g_ptr_array_index (marks, i);
  return NULL;
}

void
asy_visit_marks_set (GPtrArray *marks, gint64 id, int status, const char *title)
{
  AsyVisitMark *mark = asy_visit_marks_find (marks, id);

  if (mark == NULL)
    {
      mark = g_new0 (AsyVisitMark, 1);
      mark->id = id;
      g_ptr_array_add (marks, mark);
    }
  mark->status = status;
  g_free (mark->title);
  mark->title = g_strdup (title);
}

void
asy_visit_marks_remove (GPtrArray *marks, gint64 id)
{
  AsyVisitMark *mark = asy_visit_marks_find (marks, id);

  if (mark != NULL)
    g_ptr_array_remove (marks, mark);
}

static void
add_marks (GPtrArray *marks, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    {
      const AsyVisitMark *mark = g_ptr_array_index (from, i);

      asy_visit_marks_set (marks, mark->id, mark->status, mark->title);
    }
}

void
asy_visit_file_add_sets (AsyVisitFile *self, const AsyVisitFile *from)
{
  g_array_append_vals (self->persons, from->persons->data, from->persons->len);
  g_array_append_vals (self->goals, from->goals->data, from->goals->len);
  add_marks (self->goal_marks, from->goal_marks);
  add_marks (self->task_marks, from->task_marks);
  for (guint i = 0; i < from->goal_titles->len; i++)
    g_ptr_array_add (self->goal_titles, g_strdup (g_ptr_array_index (from->goal_titles, i)));
  for (guint i = 0; i < from->duties->len; i++)
    g_ptr_array_add (self->duties, g_strdup (g_ptr_array_index (from->duties, i)));
}

AsyVisitFile *
asy_visit_file_new (AsyVisit *visit)
{
  AsyVisitFile *self = g_new0 (AsyVisitFile, 1);

  self->visit = g_object_ref (visit);
  self->persons = g_array_new (FALSE, FALSE, sizeof (AsyVisitPerson));
  self->goals = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->goal_titles = g_ptr_array_new_with_free_func (g_free);
  self->goal_marks = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_visit_mark_free);
  self->task_marks = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_visit_mark_free);
  self->duties = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
asy_visit_file_free (AsyVisitFile *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->visit);
  g_clear_pointer (&self->persons, g_array_unref);
  g_clear_pointer (&self->goals, g_array_unref);
  g_clear_pointer (&self->goal_titles, g_ptr_array_unref);
  g_clear_pointer (&self->goal_marks, g_ptr_array_unref);
  g_clear_pointer (&self->task_marks, g_ptr_array_unref);
  g_clear_pointer (&self->duties, g_ptr_array_unref);
  g_free (self);
}

void
asy_visit_file_add_person (AsyVisitFile *self, gint64 person_id, gboolean present, gboolean seen)
{
  const AsyVisitPerson person = { person_id, present, seen };

  g_array_append_val (self->persons, person);
}

void
asy_visit_conflict_free (AsyVisitConflict *conflict)
{
  if (conflict == NULL)
    return;
  asy_visit_entry_free (conflict->other);
  g_clear_object (&conflict->absence);
  g_free (conflict);
}

void
asy_family_visits_free (AsyFamilyVisits *visits)
{
  if (visits == NULL)
    return;
  g_free (visits->family_name);
  g_free (visits->district);
  g_free (visits);
}

gboolean
asy_family_visits_is_below (const AsyFamilyVisits *visits)
{
  return visits->held + visits->planned < visits->norm;
}

void
asy_week_free (AsyWeek *week)
{
  if (week == NULL)
    return;
  g_clear_object (&week->worker);
  g_clear_pointer (&week->entries, g_ptr_array_unref);
  g_clear_pointer (&week->families, g_ptr_array_unref);
  g_clear_pointer (&week->others, g_ptr_array_unref);
  g_clear_pointer (&week->time, asy_work_time_free);
  g_free (week);
}

gboolean
asy_week_has_family (AsyWeek *week, gint64 family_id)
{
  for (guint i = 0; i < week->entries->len; i++)
    {
      const AsyVisitEntry *entry = g_ptr_array_index (week->entries, i);

      if (asy_visit_get_family_id (entry->visit) == family_id &&
          asy_visit_get_state (entry->visit) != ASY_VISIT_STATE_MISSED)
        return TRUE;
    }
  return FALSE;
}
