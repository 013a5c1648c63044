/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store-fixture.h"

#include "store/asy-due.h"
#include "store/asy-families.h"
#include "store/asy-kin.h"
#include "store/asy-person-merge.h"
#include "store/asy-person-names.h"
#include "store/asy-repo.h"
#include "store/asy-search.h"

static AsyKinship *
new_kinship (gint64 child_id, gint64 parent_id, AsyKinshipKind kind)
{
  AsyKinship *kinship = asy_kinship_new ();

  asy_kinship_set_child_id (kinship, child_id);
  asy_kinship_set_parent_id (kinship, parent_id);
  asy_kinship_set_kind (kinship, (int) kind);
  return kinship;
}

static void
add_kinship (StoreFixture *f, gint64 child_id, gint64 parent_id, AsyKinshipKind kind)
{
  g_autoptr (AsyKinship) kinship = new_kinship (child_id, parent_id, kind);
  g_autoptr (GError) error = NULL;

  g_assert_true (asy_kinship_save (f->session, kinship, &error));
  g_assert_no_error (error);
}

static void
assert_refused (StoreFixture *f, gint64 child_id, gint64 parent_id, AsyKinshipKind kind, AsyStoreErrorCode code)
{
  g_autoptr (AsyKinship) kinship = new_kinship (child_id, parent_id, kind);
  g_autoptr (GError) error = NULL;

  g_assert_false (asy_kinship_save (f->session, kinship, &error));
  g_assert_error (error, ASY_STORE_ERROR, (int) code);
}

static void
test_kinship (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family = store_fixture_add_family (f, "Malinowscy");
  const gint64 mother = store_fixture_add_person (f, family, "Beata", "Malinowska", "mother", "1991-05-14");
  const gint64 father = store_fixture_add_person (f, family, "Piotr", "Malinowski", "father", "1988-02-01");
  const gint64 child = store_fixture_add_person (f, family, "Kacper", "Malinowski", "son", "2015-09-02");
  const gint64 other = store_fixture_add_person (f, family, "Lena", "Malinowska", "daughter", "2017-03-01");

  add_kinship (f, child, mother, ASY_KINSHIP_KIND_MOTHER);
  add_kinship (f, child, 0, ASY_KINSHIP_KIND_FATHER);
  assert_refused (f, child, father, ASY_KINSHIP_KIND_FATHER, ASY_STORE_ERROR_OVERLAP);
  add_kinship (f, child, father, ASY_KINSHIP_KIND_ADOPTIVE_FATHER);
  assert_refused (f, child, father, ASY_KINSHIP_KIND_ADOPTIVE_FATHER, ASY_STORE_ERROR_OVERLAP);
  assert_refused (f, mother, other, ASY_KINSHIP_KIND_MOTHER, ASY_STORE_ERROR_INVALID);
  assert_refused (f, mother, mother, ASY_KINSHIP_KIND_MOTHER, ASY_STORE_ERROR_INVALID);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM kinship"), ==, 3);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM audit WHERE kind = 'kinship' AND family_id = 1"), ==, 3);
}

/* Where days of birth say nothing, a circle is still no family. */
static void
test_circle (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family = store_fixture_add_family (f, "Malinowscy");
  gint64 ids[3];

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (AsyPerson) person = NULL;

      ids[i] = store_fixture_add_person (f, family, "Jan", "Nowak", "unrelated", "1990-01-01");
      person = asy_repo_load (f->session, ASY_TYPE_PERSON, ids[i], NULL);
      asy_person_set_birth_date (person, ASY_DAY_NONE);
      g_assert_true (asy_repo_save (f->session, person, NULL));
    }
  add_kinship (f, ids[0], ids[1], ASY_KINSHIP_KIND_FATHER);
  add_kinship (f, ids[1], ids[2], ASY_KINSHIP_KIND_FATHER);
  assert_refused (f, ids[2], ids[0], ASY_KINSHIP_KIND_FATHER, ASY_STORE_ERROR_INVALID);
}

static void
test_union (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family = store_fixture_add_family (f, "Malinowscy");
  const gint64 mother = store_fixture_add_person (f, family, "Beata", "Malinowska", "mother", "1991-05-14");
  const gint64 father = store_fixture_add_person (f, family, "Piotr", "Malinowski", "father", "1988-02-01");
  g_autoptr (AsyUnion) couple = asy_union_new ();
  g_autoptr (GError) error = NULL;

  asy_union_set_person_id (couple, mother);
  asy_union_set_partner_id (couple, mother);
  g_assert_false (asy_union_save (f->session, couple, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INVALID);
  g_clear_error (&error);
  asy_union_set_partner_id (couple, father);
  asy_union_set_from_day (couple, store_fixture_day ("2012-06-02"));
  asy_union_set_until_day (couple, store_fixture_day ("2021-03-04"));
  g_assert_false (asy_union_save (f->session, couple, &error));
  g_assert_cmpstr (asy_store_error_get_detail (error)->field, ==, "How it ended");
  g_clear_error (&error);
  asy_union_set_ended (couple, ASY_UNION_ENDED_DIVORCED);
  asy_union_set_until_day (couple, store_fixture_day ("2011-03-04"));
  g_assert_false (asy_union_save (f->session, couple, &error));
  g_clear_error (&error);
  asy_union_set_until_day (couple, store_fixture_day ("2021-03-04"));
  g_assert_true (asy_union_save (f->session, couple, &error));
  g_assert_no_error (error);
  g_assert_true (asy_union_remove (f->session, couple, &error));
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM union_of"), ==, 0);
}

/* Parents, half-siblings and partners who stand in no family or in another one. */
static void
test_load (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family = store_fixture_add_family (f, "Malinowscy");
  const gint64 elsewhere = store_fixture_add_family (f, "Leśni");
  const gint64 mother = store_fixture_add_person (f, family, "Beata", "Malinowska", "mother", "1991-05-14");
  const gint64 child = store_fixture_add_person (f, family, "Kacper", "Malinowski", "son", "2015-09-02");
  const gint64 father = store_fixture_add_person (f, elsewhere, "Piotr", "Leśny", "father", "1988-02-01");
  const gint64 half = store_fixture_add_person (f, elsewhere, "Ola", "Leśna", "daughter", "2020-03-01");
  const gint64 stranger = store_fixture_add_person (f, elsewhere, "Anna", "Leśna", "mother", "1990-03-01");
  g_autoptr (AsyUnion) couple = asy_union_new ();
  g_autoptr (AsyFamilyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  add_kinship (f, child, mother, ASY_KINSHIP_KIND_MOTHER);
  add_kinship (f, child, father, ASY_KINSHIP_KIND_FATHER);
  add_kinship (f, half, father, ASY_KINSHIP_KIND_FATHER);
  add_kinship (f, half, stranger, ASY_KINSHIP_KIND_MOTHER);
  asy_union_set_person_id (couple, father);
  asy_union_set_partner_id (couple, mother);
  g_assert_true (asy_union_save (f->session, couple, NULL));
  store_fixture_reopen (f);
  file = asy_family_file_load (f->session, family, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->members->len, ==, 2);
  g_assert_cmpuint (file->kin->len, ==, 2);
  g_assert_cmpuint (file->kinships->len, ==, 3);
  g_assert_cmpuint (file->unions->len, ==, 1);
  g_assert_nonnull (asy_family_file_find_person (file, half));
  g_assert_null (asy_family_file_find_person (file, stranger));
}

static void
test_child_review (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family = store_fixture_add_family (f, "Malinowscy");
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) places = NULL;
  AsyMember *place;
  gboolean is_found = FALSE;

  (void) store_fixture_add_person (f, family, "Kacper", "Malinowski", "son", "2024-09-02");
  (void) store_fixture_add_case (f, family, "2026-03-20");
  places = asy_repo_list_by_id (f->session, ASY_TYPE_MEMBER, "WHERE t.family_id = :id", family, NULL);
  place = g_ptr_array_index (places, 0);
  asy_member_set_whereabouts (place, "foster-kin");
  asy_member_set_whereabouts_since (place, store_fixture_day ("2025-12-20"));
  asy_member_set_care_basis (place, ASY_MEMBER_CARE_BASIS_COURT);
  g_assert_true (asy_repo_save (f->session, place, NULL));
  store_fixture_reopen (f);
  due = asy_due_list_for_family (f->session, asy_rules_get_default (), STORE_FIXTURE_TODAY, family, NULL);
  for (guint i = 0; i < due->len; i++)
    {
      const AsyDueEntry *entry = g_ptr_array_index (due, i);

      if (entry->deadline.kind != ASY_DEADLINE_CHILD_REVIEW)
        continue;
      is_found = TRUE;
      g_assert_cmpuint (entry->deadline.due, ==, store_fixture_day ("2026-03-20"));
      g_assert_cmpstr (entry->detail, ==, "Kacper Malinowski");
    }
  g_assert_true (is_found);
  rows = asy_families_list (f->session, ASY_FAMILIES_ACTIVE, NULL);
  g_assert_cmpint (asy_family_row_get_due_kind (rows->pdata[0]), ==, ASY_DEADLINE_CHILD_REVIEW);
}

/* Merging */

typedef struct {
  gint64 family;
  gint64 elsewhere;
  gint64 mother;
  gint64 kept;
  gint64 merged;
  gint64 case_id;
} Two;

/* One boy entered twice: at home and at his father's. */
static void
add_two (StoreFixture *f, Two *two)
{
  two->family = store_fixture_add_family (f, "Malinowscy");
  two->elsewhere = store_fixture_add_family (f, "Leśni");
  two->mother = store_fixture_add_person (f, two->family, "Beata", "Malinowska", "mother", "1991-05-14");
  two->kept = store_fixture_add_person (f, two->family, "Kacper", "Malinowski", "son", "2015-09-02");
  two->merged = store_fixture_add_person (f, two->elsewhere, "Kacperek", "Leśny", "stepson", "2015-09-02");
  two->case_id = store_fixture_add_case (f, two->family, "2026-01-20");
  add_kinship (f, two->merged, two->mother, ASY_KINSHIP_KIND_MOTHER);
}

static gint64
merge (StoreFixture *f, const Two *two, const char *school)
{
  g_autoptr (AsyPerson) kept = asy_repo_load (f->session, ASY_TYPE_PERSON, two->kept, NULL);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  asy_person_set_education (kept, school);
  g_assert_true (asy_person_merge (f->session, kept, two->merged, &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static guint
count_hits (StoreFixture *f, const char *text)
{
  const char *const kinds[] = { ASY_SEARCH_PERSON, NULL };
  g_autoptr (GPtrArray) groups = asy_search (f->session, kinds, text, 10, NULL);
  const AsySearchGroup *group = groups->len > 0 ? g_ptr_array_index (groups, 0) : NULL;

  return group != NULL ? group->hits->len : 0;
}

static void
add_name (StoreFixture *f, gint64 person_id, const char *family_name, const char *changed_on)
{
  g_autoptr (AsyPersonName) name = asy_person_name_new ();

  asy_person_name_set_person_id (name, person_id);
  asy_person_name_set_family_name (name, family_name);
  asy_person_name_set_changed_on (name, store_fixture_day (changed_on));
  g_assert_true (asy_repo_save (f->session, name, NULL));
}

static char *
dump (StoreFixture *f)
{
  return store_fixture_query_text (f, "SELECT (SELECT group_concat(family_id || ':' || person_id || ':' || role || ':' || coalesce(school, '')"
                                      " || ':' || authority, ' ') FROM (SELECT * FROM member ORDER BY family_id, person_id))"
                                      " || (SELECT group_concat(id || given_name || family_name || coalesce(education, ''), ' ')"
                                      " FROM (SELECT * FROM person ORDER BY id))"
                                      " || (SELECT group_concat(person_id || family_name || coalesce(changed_on, ''), ' ')"
                                      " FROM (SELECT * FROM person_name ORDER BY id))"
                                      " || (SELECT group_concat(child_id || '>' || parent_id || kind, ' ') FROM kinship)"
                                      " || (SELECT group_concat(visit_id || ':' || person_id || ':' || seen, ' ')"
                                      " FROM (SELECT * FROM visit_person ORDER BY visit_id, person_id))");
}

static void
exec (StoreFixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (asy_db_exec (f->db, sql, &error));
  g_assert_no_error (error);
}

/* Two visits: one that both records were on, one of the merged record alone. */
static void
add_visits (StoreFixture *f, const Two *two)
{
  g_autofree char *sql = NULL;

  (void) store_fixture_add_worker (f, "Ewa", "Zmyślona");
  sql = g_strdup_printf ("INSERT INTO visit (id, uid, worker_id, family_id, day, kind, state) VALUES"
                         " (1, 'v1', 1, 1, '2026-03-02', 'home', 'held'), (2, 'v2', 1, 1, '2026-03-09', 'home', 'held');"
                         "INSERT INTO visit_person VALUES (1, %d, 1, 0), (1, %d, 1, 1), (2, %d, 1, 1);"
                         "UPDATE member SET authority = 'full'",
                         (int) two->kept, (int) two->merged, (int) two->merged);
  exec (f, sql);
}

static void
test_merge_and_part (StoreFixture *f, gconstpointer user_data)
{
  Two two;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (AsyFamilyFile) file = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  add_two (f, &two);
  add_visits (f, &two);
  add_name (f, two.kept, "Lipa", "2018-05-01");
  add_name (f, two.merged, "Polny", "2020-05-01");
  before = dump (f);
  id = merge (f, &two, "podstawowe");
  store_fixture_reopen (f);
  file = asy_family_file_load (f->session, two.elsewhere, FALSE, &error);
  g_assert_cmpuint (file->members->len, ==, 1);
  g_assert_cmpint (asy_record_get_id (ASY_RECORD (((AsyMemberEntry *) file->members->pdata[0])->person)), ==, two.kept);
  g_assert_cmpuint (file->merges->len, ==, 1);
  g_assert_cmpstr (((AsyPersonMergeEntry *) file->merges->pdata[0])->merged_name, ==, "Kacperek Leśny");
  g_assert_cmpint (store_fixture_query_int (f, "SELECT child_id FROM kinship"), ==, two.kept);
  /* He was seen on both visits, whichever record said so. */
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM visit_person WHERE person_id = 2 AND seen = 1"), ==, 2);
  /* Whoever knows him by the name given up finds the one record. */
  g_assert_cmpuint (count_hits (f, "kacperek"), ==, 1);
  /* What both were called before is the history of one. */
  names = asy_person_names_list (f->session, two.kept, NULL);
  g_assert_cmpuint (names->len, ==, 3);
  g_assert_cmpstr (asy_person_name_get_family_name (names->pdata[0]), ==, "Leśny");
  g_assert_cmpstr (asy_person_name_get_given_name (names->pdata[0]), ==, "Kacperek");
  g_assert_cmpint (asy_person_name_get_changed_on (names->pdata[0]), ==, ASY_DAY_NONE);
  g_assert_cmpstr (asy_person_name_get_family_name (names->pdata[2]), ==, "Polny");
  g_assert_cmpuint (count_hits (f, "lesny"), ==, 1);
  g_assert_cmpuint (count_hits (f, "polny"), ==, 1);

  g_assert_true (asy_person_part (f->session, id, &error));
  g_assert_no_error (error);
  after = dump (f);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_hits (f, "kacperek"), ==, 1);
  g_assert_false (asy_person_part (f->session, id, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_CONFLICT);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM audit WHERE action IN ('merge', 'part')"), ==, 2);
}

/* The name that the record gives up is its name until the day of the merge; nothing is kept twice. */
static void
test_merge_keeps_the_name_given_up (StoreFixture *f, gconstpointer user_data)
{
  Two two;
  g_autoptr (AsyPerson) kept = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  add_two (f, &two);
  kept = asy_repo_load (f->session, ASY_TYPE_PERSON, two.kept, NULL);
  asy_person_set_family_name (kept, "Leśny");
  asy_person_set_given_name (kept, "Kacperek");
  g_assert_true (asy_person_merge (f->session, kept, two.merged, &id, &error));
  g_assert_no_error (error);
  names = asy_person_names_list (f->session, two.kept, NULL);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (asy_person_name_get_family_name (names->pdata[0]), ==, "Malinowski");
  g_assert_cmpstr (asy_person_name_get_given_name (names->pdata[0]), ==, "Kacper");
  g_assert_cmpint (asy_person_name_get_changed_on (names->pdata[0]), ==, STORE_FIXTURE_TODAY);
  g_assert_cmpuint (count_hits (f, "malinowski"), ==, 1);
  g_assert_true (asy_person_part (f->session, id, &error));
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM person_name"), ==, 0);
}

/* Twice in one family: one place is left, with what either knew; parting gives both back. */
static void
test_merge_in_one_family (StoreFixture *f, gconstpointer user_data)
{
  Two two = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *school = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  two.family = store_fixture_add_family (f, "Malinowscy");
  two.kept = store_fixture_add_person (f, two.family, "Kacper", "Malinowski", "son", "2015-09-02");
  two.merged = store_fixture_add_person (f, two.family, "Kacper", "Malinowski", "son", "2015-09-02");
  exec (f, "UPDATE member SET school = 'SP 4', authority = 'full' WHERE person_id = 2;"
           "UPDATE member SET authority = 'suspended' WHERE person_id = 1");
  before = dump (f);
  id = merge (f, &two, NULL);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM member"), ==, 1);
  school = store_fixture_query_text (f, "SELECT school || authority FROM member");
  g_assert_cmpstr (school, ==, "SP 4suspended");
  g_assert_true (asy_person_part (f->session, id, &error));
  g_assert_no_error (error);
  after = dump (f);
  g_assert_cmpstr (after, ==, before);
}

/* What somebody wrote after the merge stays when it is taken back. */
static void
test_part_keeps_later_words (StoreFixture *f, gconstpointer user_data)
{
  Two two;
  g_autoptr (AsyPerson) kept = NULL;
  g_autofree char *name = NULL;
  gint64 id;

  add_two (f, &two);
  id = merge (f, &two, "podstawowe");
  kept = asy_repo_load (f->session, ASY_TYPE_PERSON, two.kept, NULL);
  asy_person_set_education (kept, "średnie");
  g_assert_true (asy_repo_save (f->session, kept, NULL));
  g_assert_true (asy_person_part (f->session, id, NULL));
  name = store_fixture_query_text (f, "SELECT education FROM person WHERE id = 2");
  g_assert_cmpstr (name, ==, "średnie");
}

static void
test_merge_refusals (StoreFixture *f, gconstpointer user_data)
{
  Two two;
  g_autoptr (AsyPerson) mother = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first, second = 0;

  add_two (f, &two);
  mother = asy_repo_load (f->session, ASY_TYPE_PERSON, two.mother, NULL);
  g_assert_false (asy_person_merge (f->session, mother, two.merged, NULL, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (asy_person_merge (f->session, mother, two.mother, NULL, &error));
  g_clear_error (&error);
  g_assert_cmpint (store_fixture_query_int (f, "SELECT count(*) FROM person WHERE merged_into_id IS NOT NULL"), ==, 0);

  /* Merges are taken back in the order opposite to that in which they were made. */
  first = merge (f, &two, NULL);
  two.merged = store_fixture_add_person (f, two.elsewhere, "Kacper", "L.", "stepson", "2015-09-02");
  second = merge (f, &two, NULL);
  g_assert_false (asy_person_part (f->session, first, &error));
  g_assert_error (error, ASY_STORE_ERROR, ASY_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (asy_person_part (f->session, second, &error));
  g_assert_true (asy_person_part (f->session, first, &error));
  g_assert_no_error (error);
}

/* Every column that refers to a person is known to the merge: when a table is
 * added and forgotten there, this fails. */
static void
test_merge_knows_every_reference (StoreFixture *f, gconstpointer user_data)
{
  g_autofree char *found = store_fixture_query_text (f, "SELECT group_concat(at, ' ') FROM (SELECT m.name || '.' || k.\"from\" AS at"
                                                        " FROM sqlite_master m, pragma_foreign_key_list(m.name) k"
                                                        " WHERE m.type = 'table' AND k.\"table\" = 'person' ORDER BY 1)");
  g_autofree char *source = NULL;
  g_auto (GStrv) columns = g_strsplit (found, " ", -1);
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "..", "src", "store", "asy-person-merge.c", NULL);

  g_assert_true (g_file_get_contents (file, &source, NULL, NULL));
  g_assert_cmpuint (g_strv_length (columns), >, 10);
  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (columns[i], ".", 2);
      g_autofree char *entry = g_strdup_printf ("{ \"%s\", \"%s\",", parts[0], parts[1]);
      const gboolean is_own = g_str_equal (parts[0], "person") || g_str_equal (parts[0], "person_merge") || g_str_equal (parts[0], "member");

      g_test_message ("%s", columns[i]);
      g_assert_true (is_own || strstr (source, entry) != NULL);
    }
}

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/kin/kinship", test_kinship);
  ADD ("/kin/circle", test_circle);
  ADD ("/kin/union", test_union);
  ADD ("/kin/load", test_load);
  ADD ("/kin/child-review", test_child_review);
  ADD ("/kin/merge-and-part", test_merge_and_part);
  ADD ("/kin/merge-keeps-the-name-given-up", test_merge_keeps_the_name_given_up);
  ADD ("/kin/merge-in-one-family", test_merge_in_one_family);
  ADD ("/kin/part-keeps-later-words", test_part_keeps_later_words);
  ADD ("/kin/merge-refusals", test_merge_refusals);
  ADD ("/kin/merge-knows-every-reference", test_merge_knows_every_reference);
  return g_test_run ();
}
