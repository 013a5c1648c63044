/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-family-file.h"

AsyMemberEntry *
asy_member_entry_new (AsyMember *member, AsyPerson *person)
{
  AsyMemberEntry *entry = g_new0 (AsyMemberEntry, 1);

  entry->member = g_object_ref (member);
  entry->person = g_object_ref (person);
  entry->names = asy_record_array_new ();
  return entry;
}

AsyMemberEntry *
asy_member_entry_copy (const AsyMemberEntry *entry)
{
  g_autoptr (AsyMember) member = asy_record_duplicate (entry->member);
  g_autoptr (AsyPerson) person = asy_record_duplicate (entry->person);
  AsyMemberEntry *copy = asy_member_entry_new (member, person);

  for (guint i = 0; i < entry->names->len; i++)
    g_ptr_array_add (copy->names, asy_record_duplicate (entry->names->pdata[i]));
  return copy;
}

void
asy_member_entry_free (AsyMemberEntry *entry)
{
  if (entry == NULL)
    return;
  g_clear_object (&entry->member);
  g_clear_object (&entry->person);
  g_clear_pointer (&entry->names, g_ptr_array_unref);
  g_free (entry);
}

void
asy_person_merge_entry_free (AsyPersonMergeEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->merged_name);
  g_free (entry);
}

void
asy_assignment_entry_free (AsyAssignmentEntry *entry)
{
  if (entry == NULL)
    return;
  g_clear_object (&entry->assignment);
  g_clear_object (&entry->worker);
  g_free (entry);
}

AsyPlanFile *
asy_plan_file_new (AsyPlan *plan)
{
  AsyPlanFile *self = g_new0 (AsyPlanFile, 1);

  self->plan = g_object_ref (plan);
  self->goals = asy_record_array_new ();
  self->tasks = asy_record_array_new ();
  self->signatures = asy_record_array_new ();
  self->reviews = asy_record_array_new ();
  self->copies = asy_record_array_new ();
  return self;
}

void
asy_plan_file_free (AsyPlanFile *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->plan);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->signatures, g_ptr_array_unref);
  g_clear_pointer (&self->reviews, g_ptr_array_unref);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  g_free (self);
}

AsyPlanSignature *
asy_plan_file_find_signature (AsyPlanFile *self, gint64 person_id)
{
  for (guint i = 0; i < self->signatures->len; i++)
    if (asy_plan_signature_get_person_id (g_ptr_array_index (self->signatures, i)) == person_id)
      return g_ptr_array_index (self->signatures, i);
  return NULL;
}

GHashTable *
asy_plan_file_group_tasks (AsyPlanFile *self)
{
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->goals->len; i++)
    {
      const gint64 id = asy_record_get_id (g_ptr_array_index (self->goals, i));

      g_hash_table_insert (groups, g_memdup2 (&id, sizeof id), g_ptr_array_new ());
    }
  for (guint i = 0; i < self->tasks->len; i++)
    {
      const gint64 id = asy_task_get_goal_id (g_ptr_array_index (self->tasks, i));
      GPtrArray *group = g_hash_table_lookup (groups, &id);

      if (group != NULL)
        g_ptr_array_add (group, g_ptr_array_index (self->tasks, i));
    }
  return groups;
}

GPtrArray *
asy_plan_file_list_tasks (AsyPlanFile *self, gint64 goal_id)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->tasks->len; i++)
    {
      AsyTask *task = g_ptr_array_index (self->tasks, i);

      if (asy_task_get_goal_id (task) == goal_id)
        g_ptr_array_add (found, task);
    }
  return found;
}

AsyFamilyFile *
asy_family_file_new (void)
{
  AsyFamilyFile *self = g_new0 (AsyFamilyFile, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

AsyFamilyFile *
asy_family_file_ref (AsyFamilyFile *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
asy_family_file_unref (AsyFamilyFile *self)
{
  GPtrArray **arrays[] = { &self->members, &self->kinships, &self->unions, &self->kin, &self->names, &self->merges, &self->cases, &self->reasons, &self->consents, &self->assignments,
                           &self->plans, &self->plan_signatures, &self->plan_reviews, &self->visits, &self->seen, &self->assessments, &self->reviews, &self->requests,
                           &self->courts, &self->letters, &self->contacts, &self->cards, &self->skips,
                           &self->warnings, &self->interventions, &self->observations, &self->blue_cards,
                           &self->blue_card_meetings, &self->involvements, &self->providers };

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->family);
  g_clear_object (&self->current);
  g_clear_object (&self->assistant);
  g_clear_pointer (&self->plan, asy_plan_file_free);
  g_clear_pointer (&self->diagnosis, asy_diagnosis_file_free);
  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (arrays[i], g_ptr_array_unref);
  g_free (self);
}

AsyPerson *
asy_family_file_find_person (AsyFamilyFile *self, gint64 person_id)
{
  for (guint i = 0; self->members != NULL && i < self->members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (self->members, i);

      if (asy_record_get_id (ASY_RECORD (entry->person)) == person_id)
        return entry->person;
    }
  for (guint i = 0; self->kin != NULL && i < self->kin->len; i++)
    if (asy_record_get_id (g_ptr_array_index (self->kin, i)) == person_id)
      return g_ptr_array_index (self->kin, i);
  return NULL;
}

GPtrArray *
asy_family_file_list_names (AsyFamilyFile *self, gint64 person_id)
{
  GPtrArray *names = asy_record_array_new ();

  for (guint i = 0; self->names != NULL && i < self->names->len; i++)
    if (asy_person_name_get_person_id (self->names->pdata[i]) == person_id)
      g_ptr_array_add (names, g_object_ref (self->names->pdata[i]));
  return names;
}

AsyCourt *
asy_family_file_find_court (AsyFamilyFile *self, gint64 court_id)
{
  for (guint i = 0; self->courts != NULL && i < self->courts->len; i++)
    {
      AsyCourt *court = g_ptr_array_index (self->courts, i);

      if (asy_record_get_id (ASY_RECORD (court)) == court_id)
        return court;
    }
  return NULL;
}

AsyLetter *
asy_family_file_find_letter (AsyFamilyFile *self, const char *kind, guint field, gint64 record_id)
{
  for (guint i = 0; i < self->letters->len; i++)
    {
      AsyLetter *letter = g_ptr_array_index (self->letters, i);

      if (asy_record_get_int (ASY_RECORD (letter), field) == record_id && g_strcmp0 (asy_letter_get_kind (letter), kind) == 0)
        return letter;
    }
  return NULL;
}

gboolean
asy_family_warning_holds (AsyFamilyWarning *warning, AsyDay on)
{
  const AsyDay until = asy_family_warning_get_until_day (warning);

  return asy_family_warning_get_from_day (warning) <= on && (until == ASY_DAY_NONE || until >= on);
}

gboolean
asy_family_file_warns (AsyFamilyFile *self, AsyWarningKind kind, AsyDay on)
{
  for (guint i = 0; self->warnings != NULL && i < self->warnings->len; i++)
    {
      AsyFamilyWarning *warning = g_ptr_array_index (self->warnings, i);

      if (asy_family_warning_get_kind (warning) == (int) kind && asy_family_warning_holds (warning, on))
        return TRUE;
    }
  return FALSE;
}

const char *
asy_family_file_get_involved (AsyFamilyFile *self, AsyInvolvement *involvement)
{
  for (guint i = 0; i < self->providers->len; i++)
    {
      AsyProvider *provider = g_ptr_array_index (self->providers, i);

      if (asy_record_get_id (ASY_RECORD (provider)) == asy_involvement_get_provider_id (involvement))
        return asy_provider_get_name (provider);
    }
  return asy_involvement_get_who (involvement);
}

static char *
join_names (const char *given, const char *family)
{
  if (given == NULL || family == NULL)
    return g_strdup (given != NULL ? given : family != NULL ? family : "");
  return g_strconcat (given, " ", family, NULL);
}

char *
asy_person_dup_full_name (AsyPerson *person)
{
  return join_names (asy_person_get_given_name (person), asy_person_get_family_name (person));
}

char *
asy_worker_dup_full_name (AsyWorker *worker)
{
  return join_names (asy_worker_get_given_name (worker), asy_worker_get_family_name (worker));
}

char *
asy_family_dup_address (AsyFamily *family)
{
  const char *street = asy_family_get_street (family);
  g_autofree char *town = join_names (asy_family_get_postcode (family), asy_family_get_city (family));

  if (street == NULL)
    return g_steal_pointer (&town);
  if (*town == '\0')
    return g_strdup (street);
  return g_strconcat (street, ", ", town, NULL);
}

gboolean
asy_member_entry_is_child (const AsyMemberEntry *entry, AsyDay on)
{
  static const char *const child_roles[] = { "son", "daughter", "stepson", "stepdaughter", "grandson", "granddaughter",
                                             "brother", "sister", "half-sibling", "unborn", NULL };
  const AsyDay born = asy_person_get_birth_date (entry->person);
  const char *role = asy_member_get_role (entry->member);

  if (born != ASY_DAY_NONE)
    return asy_day_get_age (born, on) < 18 && role != NULL && g_strv_contains (child_roles, role);
  return role != NULL && g_strv_contains (child_roles, role);
}
