/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "base/asy-text.h"
#include "store/asy-course.h"
#include "store/asy-facts.h"
#include "store/asy-families.h"
#include "store/asy-family-import.h"
#include "store/asy-people-private.h"
#include "store/asy-repo.h"

typedef struct {
  AsyFamilyImport *import;
  GPtrArray *known;             /* AsyPerson or NULL: by place of the member */
  GArray *results;
  gboolean is_changed;          /* beside the people */
} Work;

static gboolean
reads_the_same (const char *a, const char *b)
{
  g_autofree char *left = asy_text_fold (a);
  g_autofree char *right = asy_text_fold (b);

  return g_str_equal (left, right);
}

static gboolean
have_same_name (AsyPerson *a, AsyPerson *b)
{
  g_autofree char *left = asy_person_dup_full_name (a);
  g_autofree char *right = asy_person_dup_full_name (b);

  return reads_the_same (left, right);
}

/* Nothing that both tell is against it. */
static gboolean
may_be_one (AsyPerson *a, AsyPerson *b)
{
  const AsyDay born = asy_person_get_birth_date (a), other_born = asy_person_get_birth_date (b);
  const char *pesel = asy_person_get_pesel (a), *other_pesel = asy_person_get_pesel (b);

  return have_same_name (a, b) && (born == ASY_DAY_NONE || other_born == ASY_DAY_NONE || born == other_born) &&
         (pesel == NULL || other_pesel == NULL || g_str_equal (pesel, other_pesel));
}

/* People */

static gboolean
find_known (AsySession *session, const AsyMemberEntry *entry, AsyPerson **ret_known, GError **error)
{
  AsyPerson *person = entry->person;
  g_autoptr (GPtrArray) matches = asy_person_find_matches (session, person, entry->names, 0, NULL, error);
  AsyPerson *known = NULL;

  if (matches == NULL)
    return FALSE;
  for (guint i = 0; i < matches->len; i++)
    {
      const AsyPersonMatch *match = g_ptr_array_index (matches, i);

      if (match->likeness == ASY_LIKENESS_PESEL ||
          (known == NULL && match->likeness == ASY_LIKENESS_BIRTH && may_be_one (person, match->person)))
        known = match->person;
      if (match->likeness == ASY_LIKENESS_PESEL)
        break;
    }
  *ret_known = known != NULL ? g_object_ref (known) : NULL;
  return TRUE;
}

static gboolean
find_all_known (AsySession *session, Work *work, GError **error)
{
  for (guint i = 0; i < work->import->members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (work->import->members, i);
      AsyPerson *known;

      if (!find_known (session, entry, &known, error))
        return FALSE;
      g_ptr_array_add (work->known, known);
    }
  return TRUE;
}

/* Fills what is blank; %FALSE when nothing was. */
static gboolean
fill_gaps (gpointer record, gpointer source)
{
  guint n_fields;
  const AsyField *fields = asy_record_get_fields (record, &n_fields);
  gboolean is_filled = FALSE;

  for (guint i = 0; i < n_fields; i++)
    {
      const gboolean is_text = fields[i].type == ASY_FIELD_TEXT;

      if ((fields[i].flags & ASY_FIELD_HIDDEN) != 0 || fields[i].type == ASY_FIELD_REAL || fields[i].type == ASY_FIELD_REF)
        continue;
      if (is_text ? asy_record_get_text (record, i) != NULL || asy_record_get_text (source, i) == NULL
                  : asy_record_get_int (record, i) != 0 || asy_record_get_int (source, i) == 0)
        continue;
      if (is_text)
        asy_record_set_text (record, i, asy_record_get_text (source, i));
      else
        asy_record_set_int (record, i, asy_record_get_int (source, i));
      is_filled = TRUE;
    }
  return is_filled;
}

static gboolean
fill_person (AsyPerson *known, AsyPerson *row)
{
  gboolean is_filled;

  /* Why there is no number, only while there is none. */
  if (asy_person_get_pesel (known) != NULL || asy_person_get_pesel (row) != NULL)
    asy_person_set_no_pesel_reason (row, ASY_PERSON_NO_PESEL_REASON_NONE);
  is_filled = fill_gaps (known, row);
  if (asy_person_get_pesel (known) != NULL)
    asy_person_set_no_pesel_reason (known, ASY_PERSON_NO_PESEL_REASON_NONE);
  return is_filled;
}

/* Families */

static gboolean
is_alike (AsyFamily *family, AsyFamily *row)
{
  const char *street = asy_family_get_street (row);

  return reads_the_same (asy_family_get_name (family), asy_family_get_name (row)) ||
         (street != NULL && reads_the_same (asy_family_get_street (family), street) &&
          reads_the_same (asy_family_get_city (family), asy_family_get_city (row)));
}

static gboolean
count_shared (AsySession *session, Work *work, gint64 family_id, guint *ret_shared, GError **error)
{
  g_autoptr (GPtrArray) members = asy_repo_list_by_id (session, ASY_TYPE_MEMBER, "WHERE t.family_id = :id", family_id, error);

  if (members == NULL)
    return FALSE;
  *ret_shared = 0;
  for (guint i = 0; i < work->known->len; i++)
    for (guint j = 0; j < members->len; j++)
      if (g_ptr_array_index (work->known, i) != NULL &&
          asy_member_get_person_id (g_ptr_array_index (members, j)) == asy_record_get_id (g_ptr_array_index (work->known, i)))
        {
          (*ret_shared)++;
          break;
        }
  return TRUE;
}

/* Of the families of one known person the one that this is, if any. */
static gboolean
look_among_families (AsySession *session, Work *work, gint64 person_id, AsyFamily **ret_family, GError **error)
{
  g_autoptr (GPtrArray) families = asy_repo_list_by_id (session, ASY_TYPE_FAMILY,
                                                        "WHERE t.id IN (SELECT family_id FROM member WHERE person_id = :id)"
                                                        " ORDER BY t.id DESC",
                                                        person_id, error);

  if (families == NULL)
    return FALSE;
  for (guint i = 0; i < families->len && *ret_family == NULL; i++)
    {
      AsyFamily *family = g_ptr_array_index (families, i);
      guint shared;

      if (!count_shared (session, work, asy_record_get_id (ASY_RECORD (family)), &shared, error))
        return FALSE;
      if (is_alike (family, work->import->family) || shared * 2 > work->known->len)
        *ret_family = g_object_ref (family);
    }
  return TRUE;
}

/* People whom nothing but their name tells: the family of the same name at the same address. */
static gboolean
look_by_name (AsySession *session, Work *work, AsyFamily **ret_family, GError **error)
{
  AsyFamily *row = work->import->family;
  g_autofree char *key = asy_text_sort_key (asy_family_get_name (row));
  g_autoptr (GPtrArray) families = NULL;
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_repo_prepare (session, ASY_TYPE_FAMILY, "WHERE t.sort_key = :key ORDER BY t.id", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_text (stmt, ":key", key);
  families = asy_repo_read_all (stmt, ASY_TYPE_FAMILY, error);
  if (families == NULL)
    return FALSE;
  for (guint i = 0; i < families->len && *ret_family == NULL; i++)
    {
      AsyFamily *family = g_ptr_array_index (families, i);

      if (reads_the_same (asy_family_get_street (family), asy_family_get_street (row)) &&
          reads_the_same (asy_family_get_city (family), asy_family_get_city (row)))
        *ret_family = g_object_ref (family);
    }
  return TRUE;
}

static gboolean
find_family (AsySession *session, Work *work, AsyFamily **ret_family, GError **error)
{
  for (guint i = 0; i < work->known->len && *ret_family == NULL; i++)
    {
      AsyRecord *known = g_ptr_array_index (work->known, i);

      if (known != NULL && !look_among_families (session, work, asy_record_get_id (known), ret_family, error))
        return FALSE;
    }
  return *ret_family != NULL || look_by_name (session, work, ret_family, error);
}

static void
set_result (Work *work, guint i, AsyFamilyImportResult result)
{
  g_array_index (work->results, AsyFamilyImportResult, i) = result;
}

/* The case and who works on it */

static gboolean
save_consent (AsySession *session, Work *work, AsyCase *case_file, GError **error)
{
  AsyFamilyImport *import = work->import;
  const AsyDay today = asy_session_get_today (session);
  g_autoptr (AsyConsent) consent = NULL;

  if (import->consent_on == ASY_DAY_NONE)
    return TRUE;
  for (guint i = 0; i < import->members->len && consent == NULL; i++)
    {
      AsyMemberEntry *entry = g_ptr_array_index (import->members, i);

      if (asy_member_entry_is_child (entry, today))
        continue;
      consent = asy_consent_new ();
      asy_consent_set_person_id (consent, asy_member_get_person_id (entry->member));
    }
  if (consent == NULL)
    return TRUE;
  asy_consent_set_case_file_id (consent, asy_record_get_id (ASY_RECORD (case_file)));
  asy_consent_set_given_on (consent, import->consent_on);
  return asy_consent_save (session, consent, error);
}

static gboolean
pass_over (AsySession *session, Work *work, gint64 case_id, AsyStep step, GError **error)
{
  g_autoptr (AsyStepSkip) skip = asy_step_skip_new ();

  asy_step_skip_set_case_file_id (skip, case_id);
  asy_step_skip_set_step (skip, asy_step_get_nick (step));
  asy_step_skip_set_day (skip, work->import->assigned_on);
  asy_step_skip_set_reason (skip, work->import->skip_reason);
  return asy_step_skip_save (session, skip, error);
}

/* Work that went on for years began with papers whose days no table tells. */
static gboolean
pass_papers_over (AsySession *session, Work *work, gint64 case_id, GError **error)
{
  for (guint i = 0; i < ASY_N_STEPS; i++)
    {
      AsyCaseFacts facts;
      AsyStep step;

      if (!asy_facts_load (session, case_id, asy_session_get_today (session), &facts, error))
        return FALSE;
      step = asy_step_before_assignment (&facts);
      if (step != ASY_STEP_INTERVIEW && step != ASY_STEP_ANALYSIS && step != ASY_STEP_MOTION)
        return TRUE;
      if (!pass_over (session, work, case_id, step, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
assign (AsySession *session, Work *work, AsyCase *case_file, GError **error)
{
  static const AsyAssignmentBasis bases[] = {
    [ASY_CASE_PATH_INTERVIEW] = ASY_ASSIGNMENT_BASIS_MOTION,
    [ASY_CASE_PATH_MINOR_PARENT] = ASY_ASSIGNMENT_BASIS_DIRECT,
    [ASY_CASE_PATH_COURT] = ASY_ASSIGNMENT_BASIS_COURT,
    [ASY_CASE_PATH_ZA_ZYCIEM] = ASY_ASSIGNMENT_BASIS_ZA_ZYCIEM,
  };
  const gint64 case_id = asy_record_get_id (ASY_RECORD (case_file));
  g_autoptr (AsyAssignment) assignment = asy_assignment_new ();

  if (!pass_papers_over (session, work, case_id, error))
    return FALSE;
  asy_assignment_set_case_file_id (assignment, case_id);
  asy_assignment_set_worker_id (assignment, work->import->worker_id);
  asy_assignment_set_from_day (assignment, work->import->assigned_on);
  asy_assignment_set_basis (assignment, bases[asy_case_get_path (case_file)]);
  return asy_assignment_make (session, assignment, error);
}

/* A consent that the office did not know of yet. */
static gboolean
add_consent (AsySession *session, Work *work, AsyCase *case_file, GError **error)
{
  g_autoptr (GPtrArray) consents = NULL;

  if (work->import->consent_on == ASY_DAY_NONE || asy_case_get_ended_on (case_file) != ASY_DAY_NONE ||
      asy_case_get_closed_on (case_file) != ASY_DAY_NONE)
    return TRUE;
  consents = asy_repo_list_by_id (session, ASY_TYPE_CONSENT, "WHERE t.case_file_id = :id", asy_record_get_id (ASY_RECORD (case_file)),
                                  error);
  if (consents == NULL)
    return FALSE;
  if (consents->len > 0)
    return TRUE;
  work->is_changed = TRUE;
  return save_consent (session, work, case_file, error);
}

/* The newest case, or the row's own as the first one. */
static gboolean
get_case (AsySession *session, Work *work, gint64 family_id, AsyCase **ret_case, GError **error)
{
  g_autoptr (GPtrArray) cases = asy_repo_list_by_id (session, ASY_TYPE_CASE, "WHERE t.family_id = :id ORDER BY t.id DESC LIMIT 1",
                                                     family_id, error);

  if (cases == NULL)
    return FALSE;
  if (cases->len > 0)
    {
      *ret_case = g_object_ref (g_ptr_array_index (cases, 0));
      return add_consent (session, work, *ret_case, error);
    }
  if (work->import->case_file != NULL)
    {
      asy_case_set_family_id (work->import->case_file, family_id);
      if (!asy_case_save (session, work->import->case_file, error) || !save_consent (session, work, work->import->case_file, error))
        return FALSE;
      *ret_case = g_object_ref (work->import->case_file);
      work->is_changed = TRUE;
    }
  return TRUE;
}

/* The first assistant of the case; whom the office assigned itself stays. */
static gboolean
take_assistant (AsySession *session, Work *work, AsyCase *case_file, GError **error)
{
  g_autoptr (GPtrArray) assignments = NULL;

  if (work->import->is_waiting)
    return pass_papers_over (session, work, asy_record_get_id (ASY_RECORD (case_file)), error);
  if (work->import->worker_id == 0)
    return TRUE;
  assignments = asy_repo_list_by_id (session, ASY_TYPE_ASSIGNMENT, "WHERE t.case_file_id = :id",
                                     asy_record_get_id (ASY_RECORD (case_file)), error);
  if (assignments == NULL)
    return FALSE;
  if (assignments->len > 0)
    return TRUE;
  work->is_changed = TRUE;
  return assign (session, work, case_file, error);
}

static gboolean
take_case (AsySession *session, Work *work, gint64 family_id, GError **error)
{
  g_autoptr (AsyCase) case_file = NULL;

  if (!get_case (session, work, family_id, &case_file, error))
    return FALSE;
  return case_file == NULL || take_assistant (session, work, case_file, error);
}

/* A new family */

static gboolean
take_new (AsySession *session, Work *work, GError **error)
{
  AsyFamilyImport *import = work->import;

  for (guint i = 0; i < import->members->len; i++)
    {
      AsyMemberEntry *entry = g_ptr_array_index (import->members, i);
      AsyPerson *known = g_ptr_array_index (work->known, i);

      if (known == NULL)
        continue;
      fill_person (known, entry->person);
      g_set_object (&entry->person, known);
    }
  return asy_family_register (session, import->family, import->members, NULL, NULL, error) &&
         take_case (session, work, asy_record_get_id (ASY_RECORD (import->family)), error);
}

/* A family that is there */

/* The member of the family whom a row tells of, with the person; or NULL. */
static AsyMember *
find_member (GPtrArray *members, GPtrArray *people, AsyPerson *known, AsyPerson *row, AsyPerson **ret_person)
{
  for (guint i = 0; i < members->len; i++)
    {
      AsyPerson *person = g_ptr_array_index (people, i);

      if (known != NULL ? asy_record_get_id (ASY_RECORD (known)) != asy_record_get_id (ASY_RECORD (person)) : !may_be_one (person, row))
        continue;
      *ret_person = person;
      return g_ptr_array_index (members, i);
    }
  return NULL;
}

/* Names of old that the register does not know. */
static gboolean
take_names (AsySession *session, Work *work, guint i, AsyPerson *person, GError **error)
{
  const AsyMemberEntry *entry = g_ptr_array_index (work->import->members, i);
  gboolean is_added;

  if (!_asy_person_names_add_missing (session, person, entry->names, &is_added, error))
    return FALSE;
  if (is_added && g_array_index (work->results, AsyFamilyImportResult, i) == ASY_FAMILY_IMPORT_SAME)
    set_result (work, i, ASY_FAMILY_IMPORT_UPDATED);
  return TRUE;
}

static gboolean
take_member (AsySession *session, Work *work, guint i, gint64 family_id, GPtrArray *members, GPtrArray *people, GError **error)
{
  AsyMemberEntry *entry = g_ptr_array_index (work->import->members, i);
  AsyPerson *known = g_ptr_array_index (work->known, i);
  AsyPerson *person = NULL;
  AsyMember *member = find_member (members, people, known, entry->person, &person);

  if (member != NULL)
    {
      asy_member_set_person_id (entry->member, asy_record_get_id (ASY_RECORD (person)));
      set_result (work, i, fill_person (person, entry->person) ? ASY_FAMILY_IMPORT_UPDATED : ASY_FAMILY_IMPORT_SAME);
      return take_names (session, work, i, person, error) && asy_member_save (session, member, person, error);
    }
  if (known != NULL)
    {
      fill_person (known, entry->person);
      g_set_object (&entry->person, known);
    }
  asy_member_set_family_id (entry->member, family_id);
  asy_member_set_position (entry->member, members->len + i + 1);
  if (!asy_member_save (session, entry->member, entry->person, error))
    return FALSE;
  return entry->names->len == 0 || (take_names (session, work, i, entry->person, error) &&
                                    _asy_person_reindex_families (session, asy_record_get_id (ASY_RECORD (entry->person)), error));
}

static gboolean
take_members (AsySession *session, Work *work, gint64 family_id, GError **error)
{
  g_autoptr (GPtrArray) members = asy_repo_list_by_id (session, ASY_TYPE_MEMBER, "WHERE t.family_id = :id ORDER BY t.id", family_id, error);
  g_autoptr (GPtrArray) people = NULL;

  if (members == NULL)
    return FALSE;
  people = asy_repo_list_by_id (session, ASY_TYPE_PERSON, "JOIN member m ON m.person_id = t.id WHERE m.family_id = :id ORDER BY m.id",
                                family_id, error);
  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < work->import->members->len; i++)
    if (!take_member (session, work, i, family_id, members, people, error))
      return FALSE;
  return TRUE;
}

static gboolean
take_known (AsySession *session, Work *work, AsyFamily *family, GError **error)
{
  const gint64 family_id = asy_record_get_id (ASY_RECORD (family));
  AsyFamilyImportResult *first;

  work->is_changed = fill_gaps (family, work->import->family);
  if (!asy_family_save (session, family, error) || !take_members (session, work, family_id, error) ||
      !take_case (session, work, family_id, error))
    return FALSE;
  set_result (work, work->import->members->len, work->is_changed ? ASY_FAMILY_IMPORT_UPDATED : ASY_FAMILY_IMPORT_SAME);
  first = &g_array_index (work->results, AsyFamilyImportResult, 0);
  if (work->is_changed && *first == ASY_FAMILY_IMPORT_SAME)
    *first = ASY_FAMILY_IMPORT_UPDATED;
  return TRUE;
}

static void
person_clear (gpointer person)
{
  if (person != NULL)
    g_object_unref (person);
}

static gboolean
import_family (AsySession *session, gpointer user_data, GError **error)
{
  Work *work = user_data;
  g_autoptr (AsyFamily) family = NULL;

  if (!find_all_known (session, work, error) || !find_family (session, work, &family, error))
    return FALSE;
  return family != NULL ? take_known (session, work, family, error) : take_new (session, work, error);
}

gboolean
asy_family_import (AsySession *session, AsyFamilyImport *import, GArray *results, GError **error)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (person_clear);
  Work work = { import, known, results, FALSE };

  g_return_val_if_fail (import != NULL && import->members != NULL, FALSE);
  g_return_val_if_fail (import->worker_id == 0 || import->skip_reason != NULL, FALSE);

  /* All zeros: added. */
  g_array_set_size (results, 0);
  g_array_set_size (results, import->members->len + 1);
  for (guint i = 0; i < results->len; i++)
    set_result (&work, i, ASY_FAMILY_IMPORT_ADDED);
  return asy_session_transaction (session, import_family, &work, error);
}
