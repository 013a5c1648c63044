/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "store-fixture.h"
#include "store/asy-repo.h"

static const guint8 key[ASY_DB_KEY_SIZE] = { 0xa5, 7, 1, 3, 9, 2 };

static AsySession *
open_session (StoreFixture *f, AsyDbOpenFlags flags, const char *login)
{
  g_autoptr (GError) error = NULL;
  AsyDb *db = asy_db_open (f->path, key, flags, &error);

  g_assert_no_error (error);
  g_assert_true (asy_session_migrate (db, NULL, &error));
  g_assert_no_error (error);
  return asy_session_new (db, f->clock, login);
}

void
store_fixture_set_up (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("asy-store-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "office.asy", NULL);
  f->clock = asy_clock_new_fixed (STORE_FIXTURE_TODAY, 10 * 60 + 40);
  f->session = open_session (f, ASY_DB_OPEN_CREATE, "aprobna");
  f->db = asy_session_get_db (f->session);
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
store_fixture_tear_down (StoreFixture *f, gconstpointer user_data)
{
  asy_session_free (f->session);
  g_assert_finalize_object (f->clock);
  remove_tree (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

void
store_fixture_reopen (StoreFixture *f)
{
  g_autofree char *login = g_strdup (asy_session_get_login (f->session));

  asy_session_free (f->session);
  f->session = open_session (f, ASY_DB_OPEN_DEFAULT, login);
  f->db = asy_session_get_db (f->session);
}

AsySession *
store_fixture_open_second (StoreFixture *f, const char *login)
{
  return open_session (f, ASY_DB_OPEN_DEFAULT, login);
}

static gint64
save (StoreFixture *f, gpointer record)
{
  g_autoptr (AsyRecord) owned G_GNUC_UNUSED = record;
  g_autoptr (GError) error = NULL;

  asy_repo_save (f->session, record, &error);
  g_assert_no_error (error);
  return asy_record_get_id (record);
}

gint64
store_fixture_add_worker (StoreFixture *f, const char *given_name, const char *family_name)
{
  AsyWorker *worker = asy_worker_new ();

  asy_worker_set_given_name (worker, given_name);
  asy_worker_set_family_name (worker, family_name);
  asy_worker_set_position (worker, "asystent rodziny");
  asy_worker_set_fte (worker, 1.0);
  asy_worker_set_employed_from (worker, asy_day_new (2020, 1, 1));
  asy_worker_set_authorised_on (worker, asy_day_new (2020, 1, 1));
  asy_worker_set_secrecy_on (worker, asy_day_new (2020, 1, 1));
  return save (f, worker);
}

gint64
store_fixture_add_family (StoreFixture *f, const char *name)
{
  AsyFamily *family = asy_family_new ();
  g_autofree char *sort_key = asy_text_sort_key (name);

  asy_family_set_name (family, name);
  asy_family_set_street (family, "ul. Zmyślona 5 m. 2");
  asy_family_set_postcode (family, "50-000");
  asy_family_set_city (family, "Wrocław");
  asy_family_set_district (family, "Ołbin");
  asy_family_set_phone (family, "600000401");
  asy_family_set_sort_key (family, sort_key);
  return save (f, family);
}

gint64
store_fixture_add_person (StoreFixture *f, gint64 family_id, const char *given_name, const char *family_name,
                          const char *role, const char *birth_date)
{
  AsyPerson *person = asy_person_new ();
  AsyMember *member = asy_member_new ();
  gint64 person_id;

  asy_person_set_given_name (person, given_name);
  asy_person_set_family_name (person, family_name);
  asy_person_set_birth_date (person, store_fixture_day (birth_date));
  asy_person_set_no_pesel_reason (person, ASY_PERSON_NO_PESEL_REASON_NOT_KNOWN);
  person_id = save (f, person);
  asy_member_set_family_id (member, family_id);
  asy_member_set_person_id (member, person_id);
  asy_member_set_role (member, role);
  asy_member_set_in_household (member, TRUE);
  asy_member_set_covered (member, TRUE);
  asy_member_set_whereabouts (member, "family");
  asy_member_set_position (member, person_id);
  (void) save (f, member);
  return person_id;
}

gint64
store_fixture_add_case (StoreFixture *f, gint64 family_id, const char *notice_on)
{
  AsyCase *case_file = asy_case_new ();

  asy_case_set_family_id (case_file, family_id);
  asy_case_set_notice_on (case_file, store_fixture_day (notice_on));
  asy_case_set_interview_on (case_file, store_fixture_day (notice_on) + 7);
  asy_case_set_motion_on (case_file, store_fixture_day (notice_on) + 14);
  return save (f, case_file);
}

gint64
store_fixture_add_assignment (StoreFixture *f, gint64 case_id, gint64 worker_id, const char *from)
{
  AsyAssignment *assignment = asy_assignment_new ();

  asy_assignment_set_case_file_id (assignment, case_id);
  asy_assignment_set_worker_id (assignment, worker_id);
  asy_assignment_set_from_day (assignment, store_fixture_day (from));
  asy_assignment_set_weight (assignment, 1.0);
  return save (f, assignment);
}

gint64
store_fixture_add_court (StoreFixture *f, const char *name)
{
  AsyCourt *court = asy_court_new ();

  asy_court_set_name (court, name);
  asy_court_set_division (court, "III Wydział Rodzinny i Nieletnich");
  asy_court_set_city (court, "Wrocław");
  return save (f, court);
}

gint64
store_fixture_add_office (StoreFixture *f)
{
  AsyOffice *office = asy_office_new ();

  asy_office_set_name (office, "Miejski Ośrodek Pomocy Społecznej");
  asy_office_set_unit_kind (office, ASY_OFFICE_UNIT_KIND_MOPS);
  asy_office_set_city (office, "Wrocław");
  asy_office_set_letter_mark (office, "AR.4021.{n}.{year}");
  return save (f, office);
}

gint64
store_fixture_query_int (StoreFixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyStmt) stmt = asy_db_prepare (f->db, sql, &error);
  gint64 value = -1;

  g_assert_no_error (error);
  asy_stmt_fetch_int (stmt, -1, &value, &error);
  g_assert_no_error (error);
  return value;
}

char *
store_fixture_query_text (StoreFixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyStmt) stmt = asy_db_prepare (f->db, sql, &error);
  gboolean has_row = FALSE;

  g_assert_no_error (error);
  asy_stmt_step (stmt, &has_row, &error);
  g_assert_no_error (error);
  return has_row ? asy_stmt_column_dup_text (stmt, 0) : NULL;
}

char *
store_fixture_explain (StoreFixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (AsyStmt) stmt = asy_db_prepare (f->db, explain, &error);
  g_autoptr (GString) plan = g_string_new (NULL);
  gboolean has_row;

  g_assert_no_error (error);
  while (asy_stmt_step (stmt, &has_row, &error) && has_row)
    g_string_append_printf (plan, "%s\n", asy_stmt_column_text (stmt, 3));
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&plan), FALSE);
}

AsyDay
store_fixture_day (const char *iso)
{
  const AsyDay day = asy_day_from_iso (iso);

  g_assert_cmpuint (day, !=, ASY_DAY_NONE);
  return day;
}
