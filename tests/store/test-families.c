/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store-fixture.h"

#include "store/asy-audit.h"
#include "store/asy-course.h"
#include "store/asy-due.h"
#include "store/asy-families.h"
#include "store/asy-repo.h"
#include "store/asy-workers.h"

static AsyMemberEntry *
new_member (const char *given_name, const char *family_name, const char *role, const char *born)
{
  g_autoptr (AsyMember) member = asy_member_new ();
  g_autoptr (AsyPerson) person = asy_person_new ();

  asy_member_set_role (member, role);
  asy_member_set_in_household (member, TRUE);
  asy_person_set_given_name (person, given_name);
  asy_person_set_family_name (person, family_name);
  asy_person_set_birth_date (person, asy_day_from_iso (born));
  return asy_member_entry_new (member, person);
}

static gint64
register_malinowscy (StoreFixture *f)
{
  g_autoptr (AsyFamily) family = asy_family_new ();
  g_autoptr (AsyCase) case_file = asy_case_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_member_entry_free);
  const char *const reasons[] = { "P10", "P04", NULL };
  g_autoptr (GError) error = NULL;

  asy_family_set_name (family, "Malinowscy");
  asy_family_set_street (family, "ul. Cichego Młyna 14/6");
  g_ptr_array_add (members, new_member ("Beata", "Malinowska", "mother", "1991-05-14"));
  g_ptr_array_add (members, new_member ("Kacper", "Malinowski", "son", "2015-09-02"));
  asy_case_set_notice_on (case_file, asy_day_new (2026, 3, 2));
  g_assert_true (asy_family_register (f->session, family, members, case_file, reasons, &error));
  g_assert_no_error (error);
  return asy_record_get_id (ASY_RECORD (family));
}

static void
test_register (StoreFixture *f, gconstpointer user_data)
{
  const gint64 id = register_malinowscy (f);
  g_autoptr (AsyFamilyFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const AsyMemberEntry *mother;

  store_fixture_reopen (f);
  file = asy_family_file_load (f->session, id, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asy_family_get_name (file->family), ==, "Malinowscy");
  g_assert_cmpuint (file->members->len, ==, 2);
  mother = g_ptr_array_index (file->members, 0);
  g_assert_cmpstr (asy_person_get_given_name (mother->person), ==, "Beata");
  g_assert_cmpuint (file->reasons->len, ==, 2);
  g_assert_nonnull (file->current);
  g_assert_null (file->assistant);
}

/* A failure in the middle leaves nothing of the family behind. */
static void
test_register_is_one_transaction (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyFamily) family = asy_family_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_member_entry_free);
  g_autoptr (GError) error = NULL;

  asy_family_set_name (family, "Malinowscy");
  g_ptr_array_add (members, new_member ("Beata", "Malinowska", "mother", "1991-05-14"));
  g_ptr_array_add (members, new_member ("Kacper", "", "son", "2015-09-02"));
  g_assert_false (asy_family_register (f->session, family, members, NULL, NULL, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_MISSING);
  g_assert_cmpstr (asy_store_error_get_detail (error)->field, ==, "Family name");
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM family"), ==, 0);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM person"), ==, 0);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM audit"), ==, 0);
}

/* Two windows of data that disagree: the second is told, nothing is overwritten. */
static void
test_conflict (StoreFixture *f, gconstpointer user_data)
{
  const gint64 id = register_malinowscy (f);
  AsySession *second = store_fixture_open_second (f, "kierownik");
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyFamily) mine = asy_repo_load (f->session, ASY_TYPE_FAMILY, id, &error);
  g_autoptr (AsyFamily) theirs = asy_repo_load (second, ASY_TYPE_FAMILY, id, &error);
  g_autoptr (AsyFamily) stored = NULL;

  g_assert_no_error (error);
  asy_family_set_phone (theirs, "600000111");
  g_assert_true (asy_family_save (second, theirs, &error));
  asy_family_set_phone (mine, "600000222");
  g_assert_false (asy_family_save (f->session, mine, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_CONFLICT);
  stored = asy_repo_load (second, ASY_TYPE_FAMILY, id, NULL);
  g_assert_cmpstr (asy_family_get_phone (stored), ==, "600000111");
  asy_session_free (second);
}

static void
test_save_without_changes (StoreFixture *f, gconstpointer user_data)
{
  const gint64 id = register_malinowscy (f);
  const gint64 entries = store_fixture_query_int (f, "SELECT count(*) FROM audit");
  g_autoptr (AsyFamily) family = asy_repo_load (f->session, ASY_TYPE_FAMILY, id, NULL);

  g_assert_true (asy_family_save (f->session, family, NULL));
  g_assert_cmpint (asy_record_get_revision (ASY_RECORD (family)), ==, 1);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM audit"), ==, entries);
}

static void
test_audit_says_what_changed (StoreFixture *f, gconstpointer user_data)
{
  const gint64 id = register_malinowscy (f);
  g_autoptr (AsyFamily) family = asy_repo_load (f->session, ASY_TYPE_FAMILY, id, NULL);
  g_autoptr (GPtrArray) entries = NULL;
  const AsyAuditEntry *newest;

  asy_family_set_street (family, "ul. Wiosenna 2");
  g_assert_true (asy_family_save (f->session, family, NULL));
  entries = asy_audit_list_for_family (f->session, id, 0, 10, NULL);
  newest = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (newest->action, ==, "update");
  g_assert_cmpstr (newest->kind, ==, "family");
  g_assert_cmpstr (newest->changes, ==, "{\"street\":[\"ul. Cichego Młyna 14/6\",\"ul. Wiosenna 2\"]}");
  g_assert_cmpuint (entries->len, >=, 4);       /* family, two people, case … */
}

static void
test_audit_chain (StoreFixture *f, gconstpointer user_data)
{
  gint64 entries, broken;

  register_malinowscy (f);
  g_assert_true (asy_audit_verify (f->session, &entries, &broken, NULL));
  g_assert_cmpint (entries, >, 3);
  g_assert_cmpint (broken, ==, 0);

  /* Erased values (retention) leave the chain whole … */
  g_assert_true (asy_db_exec (f->db, "UPDATE audit SET changes = NULL WHERE id = 2", NULL));
  g_assert_true (asy_audit_verify (f->session, &entries, &broken, NULL));
  g_assert_cmpint (broken, ==, 0);

  /* … altered ones do not, nor does another author or a missing entry. */
  g_assert_true (asy_db_exec (f->db, "UPDATE audit SET changes = '{}' WHERE id = 3", NULL));
  g_assert_true (asy_audit_verify (f->session, &entries, &broken, NULL));
  g_assert_cmpint (broken, ==, 3);
  g_assert_true (asy_db_exec (f->db, "UPDATE audit SET changes = NULL WHERE id = 3", NULL));
  g_assert_true (asy_db_exec (f->db, "DELETE FROM audit WHERE id = 2", NULL));
  g_assert_true (asy_audit_verify (f->session, &entries, &broken, NULL));
  g_assert_cmpint (broken, ==, 3);
}

static void
test_access_is_noted (StoreFixture *f, gconstpointer user_data)
{
  const gint64 id = register_malinowscy (f);
  g_autoptr (AsyFamilyFile) file = asy_family_file_load (f->session, id, TRUE, NULL);

  g_assert_nonnull (file);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM audit WHERE action = 'open' AND kind = 'family'"), ==, 1);
}

static AsyAssignment *
new_assignment (gint64 case_id, gint64 worker_id, const char *from)
{
  AsyAssignment *assignment = asy_assignment_new ();

  asy_assignment_set_case_file_id (assignment, case_id);
  asy_assignment_set_worker_id (assignment, worker_id);
  asy_assignment_set_from_day (assignment, store_fixture_day (from));
  return assignment;
}

static gint64
add_case_on_path (StoreFixture *f, const char *name, AsyCasePath path)
{
  const gint64 family_id = store_fixture_add_family (f, name);
  g_autoptr (AsyCase) case_file = asy_case_new ();

  asy_case_set_family_id (case_file, family_id);
  asy_case_set_path (case_file, path);
  asy_case_set_notice_on (case_file, asy_day_new (2014, 1, 2));
  if (path == ASY_CASE_PATH_COURT)
    asy_case_set_court_order_on (case_file, asy_day_new (2014, 1, 2));
  if (path == ASY_CASE_PATH_INTERVIEW)
    {
      asy_case_set_interview_on (case_file, asy_day_new (2014, 1, 3));
      asy_case_set_analysis_on (case_file, asy_day_new (2014, 1, 6));
      asy_case_set_motion_on (case_file, asy_day_new (2014, 1, 7));
    }
  g_assert_true (asy_case_save (f->session, case_file, NULL));
  return asy_record_get_id (ASY_RECORD (case_file));
}

static gint64
add_old_worker (StoreFixture *f, const char *family_name)
{
  g_autoptr (AsyWorker) worker = asy_worker_new ();

  asy_worker_set_given_name (worker, "Ewa");
  asy_worker_set_family_name (worker, family_name);
  asy_worker_set_employed_from (worker, asy_day_new (2012, 1, 2));
  asy_worker_set_authorised_on (worker, asy_day_new (2019, 5, 6));
  asy_worker_set_secrecy_on (worker, asy_day_new (2019, 5, 6));
  g_assert_true (asy_worker_save (f->session, worker, NULL));
  return asy_record_get_id (ASY_RECORD (worker));
}

/* Looking back at a case shows what was of that case, and not of the one after it. */
static void
test_earlier_case (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  const gint64 first = store_fixture_add_case (f, family_id, "2024-01-15");
  const gint64 worker_id = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  g_autoptr (AsyFamilyFile) now = NULL;
  g_autoptr (AsyFamilyFile) then = NULL;
  g_autoptr (AsyFamilyFile) none = NULL;
  g_autoptr (AsyCase) case_file = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add_assignment (f, first, worker_id, "2024-02-01");
  case_file = asy_repo_load (f->session, ASY_TYPE_CASE, first, &error);
  asy_case_set_ended_on (case_file, asy_day_new (2024, 12, 1));
  asy_case_set_end_reason (case_file, "goals");
  asy_case_set_closed_on (case_file, asy_day_new (2024, 12, 20));
  g_assert_true (asy_repo_save (f->session, case_file, &error));
  g_assert_no_error (error);
  store_fixture_add_case (f, family_id, "2026-03-02");

  now = asy_family_file_load (f->session, family_id, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (now->assignments->len, ==, 0);
  then = asy_family_file_load_case (f->session, family_id, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (then->current)), ==, first);
  g_assert_cmpuint (then->assignments->len, ==, 1);
  g_assert_cmpuint (then->cases->len, ==, 2);
  none = asy_family_file_load_case (f->session, family_id, first + 100, &error);
  g_assert_no_error (error);
  g_assert_null (none->current);
}

/* Art. 15 ust. 4: 20 families until the end of 2014, 15 from 1 January 2015. */
static void
test_caseload_limit (StoreFixture *f, gconstpointer user_data)
{
  static const struct
  {
    const char *day;
    int limit;
    const char *since;
  } rows[] = {
    { "2014-12-31", 20, "2012-01-01" },
    { "2015-01-01", 15, "2015-01-01" },
    { "2026-03-24", 15, "2015-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("Próbna%c", (char) ('a' + i));
      const gint64 worker_id = add_old_worker (f, name);
      const AsyStoreErrorDetail *detail;
      g_autoptr (GError) error = NULL;

      for (int n = 0; n < rows[i].limit; n++)
        {
          g_autoptr (AsyAssignment) assignment = NULL;

          assignment = new_assignment (add_case_on_path (f, "Borówkowie", ASY_CASE_PATH_COURT), worker_id, rows[i].day);
          g_assert_true (asy_assignment_make (f->session, assignment, &error));
          g_assert_no_error (error);
        }
      {
        const gint64 case_id = add_case_on_path (f, "Dereniowie", ASY_CASE_PATH_COURT);
        g_autoptr (AsyAssignment) assignment = new_assignment (case_id, worker_id, rows[i].day);

        g_assert_false (asy_assignment_make (f->session, assignment, &error));
      }
      g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_CASELOAD);
      detail = asy_store_error_get_detail (error);
      g_assert_cmpint (detail->limit, ==, rows[i].limit);
      g_assert_cmpint (detail->count, ==, rows[i].limit);
      g_assert_cmpuint (detail->since, ==, store_fixture_day (rows[i].since));
      g_assert_cmpstr (detail->article, ==, "art. 15 ust. 4 uwr");
    }
}

static void
test_assignment_guards (StoreFixture *f, gconstpointer user_data)
{
  const gint64 worker_id = add_old_worker (f, "Zmyślona");
  const gint64 voluntary = add_case_on_path (f, "Irysowie", ASY_CASE_PATH_INTERVIEW);
  g_autoptr (AsyAssignment) assignment = new_assignment (voluntary, worker_id, "2026-03-24");
  g_autoptr (AsyConsent) consent = asy_consent_new ();
  const gint64 family_id = store_fixture_query_int (f, "SELECT max(id) FROM family");
  g_autoptr (GError) error = NULL;

  g_assert_false (asy_assignment_make (f->session, assignment, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_NO_CONSENT);
  g_clear_error (&error);

  asy_consent_set_case_file_id (consent, voluntary);
  asy_consent_set_person_id (consent, store_fixture_add_person (f, family_id, "Olga", "Irys", "mother", "1990-01-01"));
  asy_consent_set_given_on (consent, store_fixture_day ("2026-03-20"));
  g_assert_true (asy_consent_save (f->session, consent, &error));
  g_assert_true (asy_assignment_make (f->session, assignment, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (asy_assignment_get_weight (assignment), ==, 1.0);

  {
    g_autoptr (AsyAssignment) again = new_assignment (voluntary, worker_id, "2026-03-25");

    g_assert_false (asy_assignment_make (f->session, again, &error));
    g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_OVERLAP);
    g_clear_error (&error);
  }
  {
    const gint64 other_id = add_old_worker (f, "Szkicowa");
    g_autoptr (AsyAssignment) change = new_assignment (voluntary, other_id, "2026-04-01");
    g_autoptr (AsyAssignment) ended = NULL;

    g_assert_true (asy_assignment_make (f->session, change, &error));
    g_assert_no_error (error);
    ended = asy_repo_load (f->session, ASY_TYPE_ASSIGNMENT, asy_record_get_id (ASY_RECORD (assignment)), NULL);
    g_assert_cmpuint (asy_assignment_get_until_day (ended), ==, store_fixture_day ("2026-03-31"));
  }
}

/* Art. 13: a suspended assistant gets no family; one who left neither. */
static void
test_unavailable (StoreFixture *f, gconstpointer user_data)
{
  const gint64 worker_id = add_old_worker (f, "Makieta");
  g_autoptr (AsyWorker) worker = asy_repo_load (f->session, ASY_TYPE_WORKER, worker_id, NULL);
  g_autoptr (AsyAssignment) assignment = NULL;
  g_autoptr (GError) error = NULL;

  asy_worker_set_suspended_from (worker, store_fixture_day ("2026-03-01"));
  asy_worker_set_suspended_until (worker, store_fixture_day ("2026-03-31"));
  g_assert_true (asy_worker_save (f->session, worker, &error));
  assignment = new_assignment (add_case_on_path (f, "Makowie", ASY_CASE_PATH_COURT), worker_id, "2026-03-31");
  g_assert_false (asy_assignment_make (f->session, assignment, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_UNAVAILABLE);
  g_clear_error (&error);
  asy_assignment_set_from_day (assignment, store_fixture_day ("2026-04-01"));
  g_assert_true (asy_assignment_make (f->session, assignment, &error));
  g_assert_no_error (error);
}

/* Żabia 3: Łucja, born 1985-07-14, with her son Jan, and Olaf, whose day of birth nobody wrote. */
static gint64
add_chabrowie (StoreFixture *f)
{
  const gint64 family_id = store_fixture_add_family (f, "Chabrowie");
  g_autoptr (AsyFamily) family = asy_repo_load (f->session, ASY_TYPE_FAMILY, family_id, NULL);
  g_autoptr (GPtrArray) all = NULL;

  asy_family_set_street (family, "ul. Żabia 3");
  g_assert_true (asy_family_save (f->session, family, NULL));
  store_fixture_add_person (f, family_id, "Łucja", "Chaber", "mother", "1985-07-14");
  store_fixture_add_person (f, family_id, "Jan", "Chaber", "son", "2015-05-05");
  store_fixture_add_person (f, family_id, "Olaf", "Chaber", "father", "1970-01-01");
  all = asy_repo_list_by_id (f->session, ASY_TYPE_MEMBER, "WHERE t.family_id = :id ORDER BY t.id", family_id, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (AsyPerson) person = asy_repo_load (f->session, ASY_TYPE_PERSON, asy_member_get_person_id (all->pdata[i]), NULL);

      if (i == 0)
        asy_person_set_pesel (person, "85071400124");         /* made up */
      if (i == 2)
        asy_person_set_birth_date (person, ASY_DAY_NONE);
      g_assert_true (asy_member_save (f->session, all->pdata[i], person, NULL));
    }
  return family_id;
}

static void
test_find_matches (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *given;
    const char *family;
    const char *born;
    const char *pesel;
    gboolean is_in_family;      /* of those who are there */
    const char *street;
    const char *found;          /* given name, or NULL */
    AsyLikeness likeness;
  } rows[] = {
    { "Lucja", "Chaber", "1985-07-14", NULL, FALSE, NULL, "Łucja", ASY_LIKENESS_BIRTH },
    { "Łucjana", "Chabler", "1985-07-14", NULL, FALSE, NULL, "Łucja", ASY_LIKENESS_BIRTH },
    { "Zofia", "Lis", NULL, "85071400124", FALSE, NULL, "Łucja", ASY_LIKENESS_PESEL },
    { "Zofia", "Lis", "1985-07-14", NULL, FALSE, NULL, NULL, ASY_LIKENESS_NONE },
    { "Olaf", "Chaber", "1980-01-01", NULL, FALSE, NULL, "Olaf", ASY_LIKENESS_NAME },
    { "Ola", "Chaber", "1980-01-01", NULL, FALSE, NULL, NULL, ASY_LIKENESS_NONE },
    { "Ola", "Chaber", "1980-01-01", NULL, FALSE, "Żabia 3", "Olaf", ASY_LIKENESS_ADDRESS },
    { "Ola", "Chaber", "1980-01-01", NULL, FALSE, "Żabia 33", NULL, ASY_LIKENESS_NONE },
    { "Janina", "Chaber", "2015-05-05", NULL, FALSE, NULL, "Jan", ASY_LIKENESS_BIRTH },
    /* A twin is no second record; the same name written twice is. */
    { "Janina", "Chaber", "2015-05-05", NULL, TRUE, NULL, NULL, ASY_LIKENESS_NONE },
    { "Jan", "Chaber", "2015-05-05", NULL, TRUE, NULL, "Jan", ASY_LIKENESS_BIRTH },
    { "Ola", "Chaber", NULL, NULL, TRUE, NULL, NULL, ASY_LIKENESS_NONE },
  };
  const gint64 family_id = add_chabrowie (f);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyPerson) typed = asy_person_new ();
      g_autoptr (GPtrArray) matches = NULL;
      g_autoptr (GError) error = NULL;
      const AsyPersonMatch *match;

      asy_person_set_given_name (typed, rows[i].given);
      asy_person_set_family_name (typed, rows[i].family);
      asy_person_set_birth_date (typed, rows[i].born != NULL ? store_fixture_day (rows[i].born) : ASY_DAY_NONE);
      asy_person_set_pesel (typed, rows[i].pesel);
      matches = asy_person_find_matches (f->session, typed, NULL, rows[i].is_in_family ? family_id : 0, rows[i].street, &error);
      g_assert_no_error (error);
      g_test_message ("%s %s", rows[i].given, rows[i].family);
      g_assert_cmpuint (matches->len, ==, rows[i].found != NULL ? 1 : 0);
      if (rows[i].found == NULL)
        continue;
      match = g_ptr_array_index (matches, 0);
      g_assert_cmpstr (asy_person_get_given_name (match->person), ==, rows[i].found);
      g_assert_cmpint (match->likeness, ==, rows[i].likeness);
      g_assert_cmpint (match->family_id, ==, family_id);
      g_assert_cmpstr (match->family_name, ==, "Chabrowie");
    }
}

static AsyPersonName *
new_name (const char *family_name, const char *changed_on)
{
  AsyPersonName *name = asy_person_name_new ();

  asy_person_name_set_family_name (name, family_name);
  asy_person_name_set_changed_on (name, changed_on != NULL ? store_fixture_day (changed_on) : ASY_DAY_NONE);
  return name;
}

/* By any name: one that was borne before, on either side. */
static void
test_matches_by_former_name (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *family;
    const char *former;         /* nullable */
    gboolean is_found;
  } rows[] = {
    { "Wójcik", NULL, TRUE }, { "Lipa", NULL, TRUE }, { "Rumianek", "Wójcik", TRUE }, { "Rumianek", "Malinowska", TRUE },
    { "Rumianek", "Jaskier", FALSE }, { "Rumianek", NULL, FALSE },
  };
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  AsyMemberEntry *entry = new_member ("Beata", "Malinowska", "mother", "1991-05-14");

  asy_member_set_family_id (entry->member, family_id);
  g_ptr_array_add (entry->names, new_name ("Lipa", "2010-05-01"));
  g_ptr_array_add (entry->names, new_name ("Wójcik", "2014-05-01"));
  g_assert_true (asy_member_save_named (f->session, entry->member, entry->person, entry->names, NULL));
  asy_member_entry_free (entry);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyPerson) typed = asy_person_new ();
      g_autoptr (GPtrArray) names = asy_record_array_new ();
      g_autoptr (GPtrArray) matches = NULL;

      asy_person_set_given_name (typed, "Beata");
      asy_person_set_family_name (typed, rows[i].family);
      if (rows[i].former != NULL)
        g_ptr_array_add (names, new_name (rows[i].former, NULL));
      matches = asy_person_find_matches (f->session, typed, names, 0, NULL, NULL);
      g_test_message ("%s, %s", rows[i].family, rows[i].former);
      g_assert_cmpuint (matches->len, ==, rows[i].is_found ? 1 : 0);
      if (rows[i].is_found)
        g_assert_cmpuint (((AsyPersonMatch *) matches->pdata[0])->names->len, ==, 2);
    }
}

/* The list that is given is what there is afterwards; one that is not given touches nothing. */
static void
test_names (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = register_malinowscy (f);
  g_autoptr (AsyFamilyFile) file = asy_family_file_load (f->session, family_id, FALSE, NULL);
  AsyMemberEntry *mother = file->members->pdata[0];
  g_autoptr (AsyFamilyFile) again = NULL;
  g_autoptr (AsyFamilyFile) last = NULL;
  g_autoptr (GPtrArray) none = asy_record_array_new ();
  AsyMemberEntry *loaded;

  g_ptr_array_add (mother->names, new_name ("Wójcik", "2014-05-01"));
  g_ptr_array_add (mother->names, new_name ("Lipa", NULL));
  g_assert_true (asy_member_save_named (f->session, mother->member, mother->person, mother->names, NULL));
  store_fixture_reopen (f);
  again = asy_family_file_load (f->session, family_id, FALSE, NULL);
  loaded = again->members->pdata[0];
  g_assert_cmpuint (loaded->names->len, ==, 2);
  g_assert_cmpuint (((AsyMemberEntry *) again->members->pdata[1])->names->len, ==, 0);
  g_assert_cmpstr (asy_person_name_get_family_name (loaded->names->pdata[0]), ==, "Lipa");
  g_assert_cmpstr (asy_person_name_get_family_name (loaded->names->pdata[1]), ==, "Wójcik");
  g_assert_cmpuint (asy_person_name_get_changed_on (loaded->names->pdata[1]), ==, store_fixture_day ("2014-05-01"));

  asy_person_name_set_family_name (loaded->names->pdata[1], "Wójcicka");
  g_ptr_array_remove_index (loaded->names, 0);
  g_assert_true (asy_member_save_named (f->session, loaded->member, loaded->person, loaded->names, NULL));
  g_assert_true (asy_member_save (f->session, loaded->member, loaded->person, NULL));
  last = asy_family_file_load (f->session, family_id, FALSE, NULL);
  loaded = last->members->pdata[0];
  g_assert_cmpuint (loaded->names->len, ==, 1);
  g_assert_cmpstr (asy_person_name_get_family_name (loaded->names->pdata[0]), ==, "Wójcicka");
  g_assert_true (asy_member_save_named (f->session, loaded->member, loaded->person, none, NULL));
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM person_name"), ==, 0);
  /* Each change stands in the audit of the family. */
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM audit WHERE kind = 'person_name' AND family_id = 1"), ==, 5);
}

/* A name that another window added is not removed by one that did not know of it. */
static void
test_names_of_two_windows (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = register_malinowscy (f);
  g_autoptr (AsyFamilyFile) file = asy_family_file_load (f->session, family_id, FALSE, NULL);
  g_autoptr (AsyFamilyFile) stale = asy_family_file_load (f->session, family_id, FALSE, NULL);
  AsyMemberEntry *mother = file->members->pdata[0];
  AsyMemberEntry *late = stale->members->pdata[0];
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (mother->names, new_name ("Wójcik", "2014-05-01"));
  g_assert_true (asy_member_save_named (f->session, mother->member, mother->person, mother->names, NULL));
  /* The same window saves on. */
  g_assert_true (asy_member_save_named (f->session, mother->member, mother->person, mother->names, NULL));
  g_ptr_array_add (late->names, new_name ("Lipa", NULL));
  g_assert_false (asy_member_save_named (f->session, late->member, late->person, late->names, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_CONFLICT);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM person_name WHERE family_name = 'Wójcik'"), ==, 1);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM person_name"), ==, 1);
}

/* Whoever the register knows already keeps the history and gains what it lacks. */
static void
test_register_known_with_names (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (AsyFamilyFile) file = asy_family_file_load (f->session, register_malinowscy (f), FALSE, NULL);
  g_autoptr (AsyFamily) family = asy_family_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_member_entry_free);
  g_autoptr (AsyMember) place = asy_member_new ();
  AsyMemberEntry *mother = file->members->pdata[0];
  AsyMemberEntry *entry = asy_member_entry_new (place, mother->person);

  g_ptr_array_add (mother->names, new_name ("Wójcik", "2014-05-01"));
  g_assert_true (asy_member_save_named (f->session, mother->member, mother->person, mother->names, NULL));
  asy_family_set_name (family, "Lipowie");
  asy_member_set_role (place, "mother");
  g_ptr_array_add (members, entry);
  g_ptr_array_add (entry->names, new_name ("wojcik", NULL));
  g_ptr_array_add (entry->names, new_name ("Lipa", NULL));
  g_assert_true (asy_family_register (f->session, family, members, NULL, NULL, NULL));
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM person_name"), ==, 2);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM person_name WHERE family_name = 'Lipa'"), ==, 1);
}

/* Whoever may be the same is looked for as one types: every way there is an index. */
static void
test_matches_by_index (StoreFixture *f, gconstpointer user_data)
{
  static const char *const statements[] = {
    "SELECT p.id FROM person p WHERE p.pesel = '1'",
    "SELECT p.id FROM person p WHERE p.birth_date = '1985-07-14'",
    "SELECT p.id FROM person p WHERE p.sort_key IN ('a', 'b')",
    "SELECT n.person_id FROM person_name n WHERE n.family_name IN ('a', 'b')",
    "SELECT x.person_id FROM family h JOIN member x ON x.family_id = h.id WHERE h.street IN ('a', 'b')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autofree char *plan = store_fixture_explain (f, statements[i]);

      g_assert_null (strstr (plan, "SCAN"));
    }
}

static void
test_find_at (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *street;
    const char *city;
    guint n_found;
  } rows[] = {
    { "ul. Żabia 3", NULL, 1 }, { "Żabia 3", "Wrocław", 1 }, { " ul.  Żabia 3 ", "Wrocław", 1 },
    { "Żabia 3", "Opole", 0 },  { "Żabia 33", NULL, 0 },     { NULL, NULL, 0 },
  };
  g_autoptr (AsyFamily) family = asy_repo_load (f->session, ASY_TYPE_FAMILY, add_chabrowie (f), NULL);

  asy_family_set_city (family, "Wrocław");
  g_assert_true (asy_family_save (f->session, family, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) found = asy_families_find_at (f->session, rows[i].street, rows[i].city, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, rows[i].n_found);
    }
}

static void
test_list (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (GPtrArray) rows = NULL;
  AsyFamilyRow *row;

  store_fixture_add_family (f, "Żurawinowie");
  store_fixture_add_family (f, "Łubinowie");
  store_fixture_add_family (f, "Lipowie");
  register_malinowscy (f);
  rows = asy_families_list (f->session, ASY_FAMILIES_ACTIVE, NULL);
  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_cmpstr (asy_family_row_get_name (g_ptr_array_index (rows, 0)), ==, "Lipowie");
  g_assert_cmpstr (asy_family_row_get_name (g_ptr_array_index (rows, 1)), ==, "Łubinowie");
  row = g_ptr_array_index (rows, 2);
  g_assert_cmpstr (asy_family_row_get_name (row), ==, "Malinowscy");
  g_assert_cmpint (asy_family_row_get_stage (row), ==, ASY_STAGE_NOTICE);
  g_assert_cmpint (asy_family_row_get_due_kind (row), ==, ASY_DEADLINE_INTERVIEW);
  g_assert_cmpuint (asy_family_row_get_due (row), ==, store_fixture_day ("2026-03-20"));
  g_assert_nonnull (strstr (asy_family_row_get_folded (row), "mlyna"));
  g_assert_nonnull (strstr (asy_family_row_get_folded (row), "kacper"));
  g_assert_cmpstr (asy_family_row_get_name (g_ptr_array_index (rows, 3)), ==, "Żurawinowie");
}

static void
plan_visit (StoreFixture *f, gint64 family_id, gint64 case_id, gint64 worker_id, const char *day, AsyVisitState state)
{
  g_autoptr (AsyVisit) visit = asy_visit_new ();
  g_autoptr (GError) error = NULL;

  asy_visit_set_family_id (visit, family_id);
  asy_visit_set_case_file_id (visit, case_id);
  asy_visit_set_worker_id (visit, worker_id);
  asy_visit_set_day (visit, store_fixture_day (day));
  asy_visit_set_start_minute (visit, 9 * 60);
  asy_visit_set_minutes (visit, 60);
  asy_visit_set_kind (visit, "home");
  asy_visit_set_state (visit, state);
  g_assert_true (asy_repo_save (f->session, visit, &error));
  g_assert_no_error (error);
}

/* What the columns of the wide table show. */
static void
test_list_columns (StoreFixture *f, gconstpointer user_data)
{
  const gint64 worker_id = store_fixture_add_worker (f, "Ewa", "Zmyślona");
  const gint64 family_id = store_fixture_add_family (f, "Żurawinowie");
  const gint64 case_id = store_fixture_add_case (f, family_id, "2025-09-01");
  g_autoptr (AsyCase) case_file = asy_repo_load (f->session, ASY_TYPE_CASE, case_id, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  AsyFamilyRow *row;

  store_fixture_add_assignment (f, case_id, worker_id, "2025-10-01");
  asy_case_set_court_signature (case_file, "III Nsm 45/26");
  g_assert_true (asy_repo_save (f->session, case_file, NULL));
  plan_visit (f, family_id, case_id, worker_id, "2025-10-05", ASY_VISIT_STATE_HELD);
  plan_visit (f, family_id, case_id, worker_id, "2026-04-08", ASY_VISIT_STATE_PLANNED);
  plan_visit (f, family_id, case_id, worker_id, "2026-03-31", ASY_VISIT_STATE_PLANNED);
  rows = asy_families_list (f->session, ASY_FAMILIES_ACTIVE, NULL);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpuint (asy_family_row_get_last_visit (row), ==, store_fixture_day ("2025-10-05"));
  g_assert_cmpuint (asy_family_row_get_next_visit (row), ==, store_fixture_day ("2026-03-31"));
  g_assert_cmpuint (asy_family_row_get_assessment_due (row), ==, store_fixture_day ("2026-04-01"));
  g_assert_cmpint (asy_family_row_get_step (row), ==, ASY_STEP_DIAGNOSIS);
  g_assert_cmpstr (asy_family_row_get_court_signature (row), ==, "III Nsm 45/26");
}

/* What is asked of every open case must not grow with the archive. */
static void
test_due_walks_its_indexes (StoreFixture *f, gconstpointer user_data)
{
  g_autofree char *report = store_fixture_explain (f, "SELECT max(l.made_on) FROM letter l WHERE l.case_file_id = 1"
                                                      " AND l.kind = 'court-report' AND l.state <> 'draft'");
  g_autofree char *tasks = store_fixture_explain (f, "SELECT t.what FROM case_file c CROSS JOIN plan p CROSS JOIN goal g CROSS JOIN task t"
                                                     " WHERE c.closed_on IS NULL AND p.case_file_id = c.id AND g.plan_id = p.id"
                                                     " AND t.goal_id = g.id AND t.until_day < '2026-03-24' AND t.done_on IS NULL");

  g_assert_nonnull (strstr (report, "COVERING INDEX letter_case"));
  g_assert_true (g_str_has_prefix (tasks, "SCAN c USING INDEX case_open"));
  g_assert_nonnull (strstr (tasks, "INDEX task_open (goal_id=? AND until_day<?)"));
}

static gint64
add_open_task (StoreFixture *f, const char *family_name, gboolean is_closed)
{
  const gint64 family_id = store_fixture_add_family (f, family_name);
  g_autofree char *close = g_strdup_printf ("UPDATE case_file SET closed_on = '2026-03-02' WHERE family_id = %d", (int) family_id);
  g_autoptr (GError) error = NULL;

  (void) store_fixture_add_case (f, family_id, "2026-01-05");
  asy_db_exec (f->db,
               "INSERT INTO plan (id, uid, case_file_id, number, version, drafted_on, agreed_on, until_day)"
               " SELECT id, 'p' || id, id, 1, 1, '2026-02-02', '2026-02-03', '2027-02-02' FROM case_file ORDER BY id DESC LIMIT 1;"
               "INSERT INTO goal (id, uid, plan_id, area, title) SELECT id, 'g' || id, id, 'O1', 'Cel' FROM plan ORDER BY id DESC LIMIT 1;"
               "INSERT INTO task (uid, goal_id, what, until_day, status)"
               " SELECT 't' || id, id, 'Zadanie', '2026-03-20', 'planned' FROM goal ORDER BY id DESC LIMIT 1",
               &error);
  g_assert_no_error (error);
  if (is_closed)
    asy_db_exec (f->db, close, &error);
  g_assert_no_error (error);
  return family_id;
}

static guint
count_tasks (GPtrArray *due, gint64 family_id)
{
  guint n = 0;

  for (guint i = 0; i < due->len; i++)
    {
      const AsyDueEntry *entry = due->pdata[i];

      g_assert_nonnull (entry->family_name);
      if (entry->deadline.kind == ASY_DEADLINE_TASK && entry->family_id == family_id)
        n++;
    }
  return n;
}

/* Of the whole office, and of one family alone; the closed case is in neither. */
static void
test_due_tasks (StoreFixture *f, gconstpointer user_data)
{
  const gint64 first = add_open_task (f, "Lipowie", FALSE);
  const gint64 second = add_open_task (f, "Jodłowie", FALSE);
  const gint64 closed = add_open_task (f, "Dawni", TRUE);
  g_autoptr (GPtrArray) all = asy_due_list (f->session, asy_rules_get_default (), STORE_FIXTURE_TODAY, STORE_FIXTURE_TODAY + 30, 0, NULL);
  g_autoptr (GPtrArray) one = asy_due_list_for_family (f->session, asy_rules_get_default (), STORE_FIXTURE_TODAY, second, NULL);

  g_assert_cmpuint (count_tasks (all, first), ==, 1);
  g_assert_cmpuint (count_tasks (all, second), ==, 1);
  g_assert_cmpuint (count_tasks (all, closed), ==, 0);
  g_assert_cmpuint (count_tasks (one, first), ==, 0);
  g_assert_cmpuint (count_tasks (one, second), ==, 1);
  g_assert_cmpstr (((AsyDueEntry *) one->pdata[0])->family_name, ==, "Jodłowie");
}

/* A motion without the family's consent is due as an assignment, and says what stands before it. */
static void
test_due_consent (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Lipowie");
  const gint64 case_id = store_fixture_add_case (f, family_id, "2026-03-02");
  const gint64 person_id = store_fixture_add_person (f, family_id, "Ewa", "Lipa", "mother", "1990-05-14");
  g_autoptr (AsyCase) case_file = asy_repo_load (f->session, ASY_TYPE_CASE, case_id, NULL);
  g_autoptr (AsyConsent) consent = asy_consent_new ();

  asy_case_set_interview_on (case_file, store_fixture_day ("2026-03-05"));
  asy_case_set_analysis_on (case_file, store_fixture_day ("2026-03-06"));
  asy_case_set_motion_on (case_file, store_fixture_day ("2026-03-09"));
  g_assert_true (asy_case_save (f->session, case_file, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) all = asy_due_list (f->session, asy_rules_get_default (), STORE_FIXTURE_TODAY, STORE_FIXTURE_TODAY + 30, 0, NULL);
      const AsyDueEntry *entry = all->pdata[0];

      g_assert_cmpuint (all->len, ==, 1);
      g_assert_cmpint (entry->deadline.kind, ==, ASY_DEADLINE_ASSIGNMENT);
      g_assert_cmpint (entry->needs_consent, ==, i == 0);
      asy_consent_set_case_file_id (consent, case_id);
      asy_consent_set_person_id (consent, person_id);
      asy_consent_set_given_on (consent, store_fixture_day ("2026-03-10"));
      g_assert_true (asy_consent_save (f->session, consent, NULL));
    }
}

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/families/register", test_register);
  ADD ("/families/register-is-one-transaction", test_register_is_one_transaction);
  ADD ("/families/conflict", test_conflict);
  ADD ("/families/save-without-changes", test_save_without_changes);
  ADD ("/families/audit-says-what-changed", test_audit_says_what_changed);
  ADD ("/families/audit-chain", test_audit_chain);
  ADD ("/families/access-is-noted", test_access_is_noted);
  ADD ("/families/caseload-limit", test_caseload_limit);
  ADD ("/families/assignment-guards", test_assignment_guards);
  ADD ("/families/unavailable", test_unavailable);
  ADD ("/families/find-matches", test_find_matches);
  ADD ("/families/matches-by-former-name", test_matches_by_former_name);
  ADD ("/families/names", test_names);
  ADD ("/families/names-of-two-windows", test_names_of_two_windows);
  ADD ("/families/register-known-with-names", test_register_known_with_names);
  ADD ("/families/find-matches-by-index", test_matches_by_index);
  ADD ("/families/find-at", test_find_at);
  ADD ("/families/list", test_list);
  ADD ("/families/list-columns", test_list_columns);
  ADD ("/families/due-walks-its-indexes", test_due_walks_its_indexes);
  ADD ("/families/earlier-case", test_earlier_case);
  ADD ("/families/due-tasks", test_due_tasks);
  ADD ("/families/due-consent", test_due_consent);
  return g_test_run ();
}
