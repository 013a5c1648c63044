/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"

#include "law/asy-person-names.h"

#define PERSON_ID 7

static AsyPerson *
make_person (void)
{
  AsyPerson *person = asy_person_new ();

  asy_record_set_id (ASY_RECORD (person), PERSON_ID);
  asy_person_set_given_name (person, "Anna");
  asy_person_set_family_name (person, "Kowalska");
  return person;
}

/* `Nowak until 2014-06-14|Ania Lis until`; of somebody else after `!`. */
static GPtrArray *
make_names (const char *text)
{
  GPtrArray *names = asy_record_array_new ();
  g_auto (GStrv) rows = g_strsplit (text, "|", -1);

  for (guint i = 0; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      const gboolean is_other = rows[i][0] == '!';
      g_auto (GStrv) parts = g_strsplit (rows[i] + (is_other ? 1 : 0), " until ", 2);
      g_auto (GStrv) words = g_strsplit (parts[0], " ", 2);
      AsyPersonName *name = asy_person_name_new ();

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      asy_person_name_set_person_id (name, is_other ? PERSON_ID + 1 : PERSON_ID);
      asy_person_name_set_given_name (name, words[1] != NULL ? words[0] : NULL);
      asy_person_name_set_family_name (name, words[1] != NULL ? words[1] : words[0]);
      asy_person_name_set_changed_on (name, D (parts[1]));
      g_ptr_array_add (names, name);
    }
  return names;
}

static void
test_on (void)
{
  static const struct {
    const char *names;
    const char *day;
    const char *expected;
  } rows[] = {
    { "", "2010-01-01", "Anna Kowalska" },
    /* The day of the wedding is the first day of the new name. */
    { "Nowak until 2014-06-14", "2014-06-13", "Anna Nowak" },
    { "Nowak until 2014-06-14", "2014-06-14", "Anna Kowalska" },
    { "Nowak until 2014-06-14", "2026-03-24", "Anna Kowalska" },
    /* Several, in whatever order. */
    { "Wójcik until 2020-02-01|Nowak until 2014-06-14", "2010-01-01", "Anna Nowak" },
    { "Wójcik until 2020-02-01|Nowak until 2014-06-14", "2014-06-14", "Anna Wójcik" },
    { "Wójcik until 2020-02-01|Nowak until 2014-06-14", "2020-02-01", "Anna Kowalska" },
    /* Nobody knows until when: the name of no day. */
    { "Nowak until ", "1990-01-01", "Anna Kowalska" },
    { "Lis until |Nowak until 2014-06-14", "1990-01-01", "Anna Nowak" },
    /* A given name too, which holds for the names before it as well. */
    { "Ania Nowak until 2014-06-14", "2010-01-01", "Ania Nowak" },
    { "Ania Wójcik until 2020-02-01|Nowak until 2014-06-14", "2010-01-01", "Ania Nowak" },
    { "Wójcik until 2020-02-01|Ania Nowak until 2014-06-14", "2015-01-01", "Anna Wójcik" },
    /* Of somebody else; of no day. */
    { "!Nowak until 2014-06-14", "2010-01-01", "Anna Kowalska" },
    { "Nowak until 2014-06-14", "", "Anna Kowalska" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyPerson) person = make_person ();
      g_autoptr (GPtrArray) names = make_names (rows[i].names);
      g_autofree char *name = asy_person_names_on (person, names, D (rows[i].day));

      g_test_message ("%s on %s", rows[i].names, rows[i].day);
      g_assert_cmpstr (name, ==, rows[i].expected);
    }
}

static void
test_former (void)
{
  static const struct {
    const char *names;
    const char *expected;
  } rows[] = {
    { "", NULL },
    { "Nowak until ", "Nowak" },
    { "Nowak until 2014-06-14|Wójcik until 2020-02-01", "Wójcik, Nowak" },
    { "Lis until |Wójcik until 2020-02-01", "Wójcik, Lis" },
    /* Taken again, or borne now. */
    { "Nowak until 2014-06-14|Wójcik until 2020-02-01|Nowak until 2022-01-01", "Nowak, Wójcik" },
    { "Kowalska until 2010-01-01|Nowak until 2014-06-14", "Nowak" },
    { "KOWALSKA until 2010-01-01", NULL },
    { "!Nowak until 2014-06-14", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AsyPerson) person = make_person ();
      g_autoptr (GPtrArray) names = make_names (rows[i].names);
      g_autofree char *former = asy_person_names_join_former (person, names);

      g_assert_cmpstr (former, ==, rows[i].expected);
    }
}

static void
test_has (void)
{
  static const struct {
    const char *family_name;
    gboolean expected;
  } rows[] = {
    { "Kowalska", TRUE }, { "kowalska", TRUE }, { "Wójcik", TRUE }, { "WOJCIK", TRUE }, { "Lis", FALSE }, { "Nowak", FALSE }, { "", FALSE },
  };
  g_autoptr (AsyPerson) person = make_person ();
  g_autoptr (GPtrArray) names = make_names ("Wójcik until 2020-02-01|!Nowak until ");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (asy_person_names_has (person, names, rows[i].family_name), ==, rows[i].expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-names/on", test_on);
  g_test_add_func ("/person-names/former", test_former);
  g_test_add_func ("/person-names/has", test_has);
  return g_test_run ();
}
