/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"

#include "law/asy-likeness.h"

static void
side_clear (AsyLikenessSide *side)
{
  g_clear_object (&side->person);
  g_clear_pointer (&side->names, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AsyLikenessSide, side_clear)

static GPtrArray *
make_names (const char *text)
{
  GPtrArray *names = asy_record_array_new ();
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      AsyPersonName *name = asy_person_name_new ();

      asy_person_name_set_family_name (name, words[i]);
      g_ptr_array_add (names, name);
    }
  return names;
}

/* `given/family/former,former/born/pesel`; what is missing is empty. */
static AsyLikenessSide
make (const char *text, const char *street)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 5);
  AsyPerson *person = asy_person_new ();

  g_assert_cmpuint (g_strv_length (parts), ==, 5);
  asy_person_set_given_name (person, parts[0]);
  asy_person_set_family_name (person, parts[1]);
  asy_person_set_birth_date (person, *parts[3] != '\0' ? D (parts[3]) : ASY_DAY_NONE);
  asy_person_set_pesel (person, parts[4]);
  return (AsyLikenessSide) { person, make_names (parts[2]), street };
}

static void
test_people (void)
{
  static const struct {
    const char *a;
    const char *address_a;
    const char *b;
    const char *address_b;
    AsyLikeness likeness;
  } rows[] = {
    /* The number decides, whatever the name. */
    { "Anna/Nowak///85071400124", NULL, "Zofia/Lis///85071400124", NULL, ASY_LIKENESS_PESEL },
    { "Anna/Nowak//1985-07-14/", NULL, "Anna/Nowak//1985-07-14/85071400124", NULL, ASY_LIKENESS_BIRTH },
    /* Letters, case and marks. */
    { "Łucja/Żak//1985-07-14/", NULL, "LUCJA/Zak//1985-07-14/", NULL, ASY_LIKENESS_BIRTH },
    { "Katarzyna/Kowalska//1985-07-14/", NULL, "Kasia/Kowalska//1985-07-14/", NULL, ASY_LIKENESS_NONE },
    { "Katarzyna/Kowalska//1985-07-14/", NULL, "Kata/Kowalska//1985-07-14/", NULL, ASY_LIKENESS_BIRTH },
    { "Marcin/Nowak//1985-07-14/", NULL, "Macrin/Nowak//1985-07-14/", NULL, ASY_LIKENESS_BIRTH },
    { "Jan/Wiśniewski//1985-07-14/", NULL, "Jan/Wisnewski//1985-07-14/", NULL, ASY_LIKENESS_BIRTH },
    { "Jan/Wiśniewski//1985-07-14/", NULL, "Janusz/Wiszniewski//1985-07-14/", NULL, ASY_LIKENESS_BIRTH },
    { "Ewa/Lis//1985-07-14/", NULL, "Eryk/Las//1985-07-14/", NULL, ASY_LIKENESS_NONE },
    /* A marriage, and the names in each other's place. */
    { "Anna/Nowak/Lipa/1985-07-14/", NULL, "Ania/Lipa//1985-07-14/", NULL, ASY_LIKENESS_BIRTH },
    { "Anna/Nowak/Lipa/1985-07-14/", NULL, "Annamaria/Lipa//1985-07-14/", NULL, ASY_LIKENESS_BIRTH },
    { "Anna/Nowak//1985-07-14/", NULL, "Anna/Zupełnie-Inna//1985-07-14/", NULL, ASY_LIKENESS_BIRTH },
    { "Adam/Paweł//1985-07-14/", NULL, "Paweł/Adam//1985-07-14/", NULL, ASY_LIKENESS_BIRTH },
    /* Two marriages: by any name that was ever borne. */
    { "Ania/Nowak/Lipa,Wójcik/1985-07-14/", NULL, "Anna/Wojcik//1985-07-14/", NULL, ASY_LIKENESS_BIRTH },
    { "Anna/Nowak/Lipa,Wójcik///", NULL, "Anna/Wojcik///", NULL, ASY_LIKENESS_NAME },
    { "Anna/Nowak/Lipa///", NULL, "Anna/Wójcik/Lipa///", NULL, ASY_LIKENESS_NAME },
    { "Anna/Nowak/Lipa///", NULL, "Ania/Wójcik/Lipa///", NULL, ASY_LIKENESS_NONE },
    { "Anna/Nowak///", NULL, "Anna/Wójcik/Lipa///", NULL, ASY_LIKENESS_NONE },
    /* Twins have other given names. */
    { "Lena/Malinowska//2017-08-11/", NULL, "Zuzanna/Malinowska//2017-08-11/", NULL, ASY_LIKENESS_NONE },
    /* Born on another day: not the same, even at the same address. */
    { "Jan/Nowak//1985-07-14/", "ul. Żabia 3", "Jan/Nowak//2010-07-14/", "ul. Żabia 3", ASY_LIKENESS_NONE },
    /* Without a day: the whole name, or a like one at the same address. */
    { "Jan/Nowak///", NULL, "Jan/Nowak//1985-07-14/", NULL, ASY_LIKENESS_NAME },
    { "Jan/Nowak///", NULL, "Janusz/Nowak//1985-07-14/", NULL, ASY_LIKENESS_NONE },
    { "Jan/Nowak///", "Żabia 3", "Janusz/Nowak//1985-07-14/", "ul. Zabia 3", ASY_LIKENESS_ADDRESS },
    { "Jan/Nowak///", "Żabia 3", "Janusz/Nowak//1985-07-14/", "ul. Żabia 3/1", ASY_LIKENESS_NONE },
    { "Jan/Nowak///", "Żabia 3", "Janusz/Nowak//1985-07-14/", NULL, ASY_LIKENESS_NONE },
    { "Jan/Nowak///", "Żabia 3", "Zofia/Nowak//1985-07-14/", "Żabia 3", ASY_LIKENESS_NONE },
    /* Nothing is like nothing. */
    { "////", NULL, "////", NULL, ASY_LIKENESS_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (AsyLikenessSide) a = make (rows[i].a, rows[i].address_a);
      g_auto (AsyLikenessSide) b = make (rows[i].b, rows[i].address_b);

      g_test_message ("%s and %s", rows[i].a, rows[i].b);
      g_assert_cmpint (asy_likeness_of_people (&a, &b), ==, rows[i].likeness);
      g_assert_cmpint (asy_likeness_of_people (&b, &a), ==, rows[i].likeness);
    }
}

static void
test_addresses (void)
{
  static const struct {
    const char *a;
    const char *b;
    gboolean is_same;
  } rows[] = {
    { "ul. Żabia 3/4", "Żabia 3/4", TRUE },      { "ul. Żabia 3/4", "ulica zabia 3 m. 4", FALSE },
    { "os. Leśne 7", "Osiedle Leśne 7", TRUE },  { "Żabia 3", "Żabia 33", FALSE },
    { "al. Lipowa 1", "Aleja Lipowa 1", TRUE },  { "", "", FALSE },
    { NULL, "Żabia 3", FALSE },                  { NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (asy_likeness_of_addresses (rows[i].a, rows[i].b), ==, rows[i].is_same);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/likeness/people", test_people);
  g_test_add_func ("/likeness/addresses", test_addresses);
  return g_test_run ();
}
