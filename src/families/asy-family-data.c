/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include "families/asy-family-data.h"
#include "law/asy-rules.h"
#include "store/asy-facts.h"

AsyFamilyData *
asy_family_data_load (AsySession *session, gint64 family_id, gboolean note_access, GError **error)
{
  g_autoptr (AsyFamilyData) self = g_new0 (AsyFamilyData, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->today = asy_session_get_today (session);
  self->file = asy_family_file_load (session, family_id, note_access, error);
  if (self->file == NULL || !asy_facts_load_for_family (session, family_id, self->today, &self->facts, error))
    return NULL;
  self->due = asy_due_list_for_family (session, asy_rules_get_default (), self->today, family_id, error);
  if (self->due == NULL)
    return NULL;
  self->stage = asy_stage_compute (&self->facts, self->today);
  self->step = asy_step_compute (&self->facts, self->today);
  return g_steal_pointer (&self);
}

AsyFamilyData *
asy_family_data_load_case (AsySession *session, gint64 family_id, gint64 case_id, GError **error)
{
  g_autoptr (AsyFamilyData) self = g_new0 (AsyFamilyData, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->today = asy_session_get_today (session);
  self->file = asy_family_file_load_case (session, family_id, case_id, error);
  return self->file != NULL ? g_steal_pointer (&self) : NULL;
}

AsyFamilyData *
asy_family_data_ref (AsyFamilyData *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
asy_family_data_unref (AsyFamilyData *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->file, asy_family_file_unref);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_free (self);
}

AsyCourtRequest *
asy_family_data_find_hearing (AsyFamilyData *self)
{
  AsyCourtRequest *nearest = NULL;

  for (guint i = 0; i < self->file->requests->len; i++)
    {
      AsyCourtRequest *request = g_ptr_array_index (self->file->requests, i);
      const AsyDay day = asy_court_request_get_hearing_on (request);

      if (day < self->today || day == ASY_DAY_NONE)
        continue;
      if (nearest == NULL || day < asy_court_request_get_hearing_on (nearest))
        nearest = request;
    }
  return nearest;
}

AsyLetter *
asy_family_data_find_answer (AsyFamilyData *self, AsyCourtRequest *request)
{
  const gint64 id = asy_record_get_id (ASY_RECORD (request));

  for (guint i = 0; i < self->file->letters->len; i++)
    {
      AsyLetter *letter = g_ptr_array_index (self->file->letters, i);

      if (asy_letter_get_court_request_id (letter) == id)
        return letter;
    }
  return NULL;
}

AsyCourtRequest *
asy_family_data_find_open_request (AsyFamilyData *self)
{
  for (guint i = 0; i < self->file->requests->len; i++)
    {
      AsyCourtRequest *request = g_ptr_array_index (self->file->requests, i);

      if (asy_court_request_get_answered_on (request) == ASY_DAY_NONE)
        return request;
    }
  return NULL;
}

AsyAssignment *
asy_family_data_find_assignment (AsyFamilyData *self)
{
  for (guint i = 0; i < self->file->assignments->len; i++)
    {
      const AsyAssignmentEntry *entry = g_ptr_array_index (self->file->assignments, i);
      const AsyDay until = asy_assignment_get_until_day (entry->assignment);

      if (asy_assignment_get_from_day (entry->assignment) <= self->today && (until == ASY_DAY_NONE || until >= self->today))
        return entry->assignment;
    }
  return NULL;
}

AsyVisit *
asy_family_data_find_visit_to_record (AsyFamilyData *self)
{
  AsyVisit *oldest = NULL;

  /* Newest first: the last one that fits is the oldest. */
  for (guint i = 0; i < self->file->visits->len; i++)
    {
      AsyVisit *visit = g_ptr_array_index (self->file->visits, i);

      if (asy_visit_get_state (visit) == ASY_VISIT_STATE_PLANNED && asy_visit_get_day (visit) <= self->today)
        oldest = visit;
    }
  return oldest;
}

AsyDay
asy_family_data_get_seen (AsyFamilyData *self, gint64 person_id)
{
  for (guint i = 0; i < self->file->seen->len; i++)
    {
      const AsyChildSeen *seen = g_ptr_array_index (self->file->seen, i);

      if (seen->person_id == person_id)
        return seen->day;
    }
  return ASY_DAY_NONE;
}

void
asy_family_data_count_tasks (AsyFamilyData *self, gint64 goal_id, int *ret_done, int *ret_all)
{
  int done = 0, all = 0;

  for (guint i = 0; self->file->plan != NULL && i < self->file->plan->tasks->len; i++)
    {
      AsyTask *task = g_ptr_array_index (self->file->plan->tasks, i);

      if (asy_task_get_goal_id (task) != goal_id || asy_task_get_status (task) == ASY_TASK_STATUS_DROPPED)
        continue;
      all++;
      if (asy_task_get_status (task) == ASY_TASK_STATUS_DONE)
        done++;
    }
  *ret_done = done;
  *ret_all = all;
}
