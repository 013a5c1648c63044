/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law-fixture.h"

#include "law/asy-name-check.h"

static GPtrArray *
make_owners (void)
{
  GPtrArray *owners = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_name_owner_free);

  g_ptr_array_add (owners, asy_name_owner_new ("Katarzyna", "matka", TRUE));
  g_ptr_array_add (owners, asy_name_owner_new ("Marek", "ojciec", TRUE));
  g_ptr_array_add (owners, asy_name_owner_new ("Oliwia Beata", "dziecko", TRUE));
  g_ptr_array_add (owners, asy_name_owner_new ("Paweł", "dziecko", TRUE));
  g_ptr_array_add (owners, asy_name_owner_new ("Maja", "dziecko", TRUE));
  g_ptr_array_add (owners, asy_name_owner_new ("Nowiccy Nowakowie", "krewni", FALSE));
  g_ptr_array_add (owners, asy_name_owner_new ("Malinowscy Kozioł Gołąb-Zając", "rodzina", FALSE));
  return owners;
}

static void
test_replace (void)
{
  static const struct {
    const char *text;
    const char *expected;
    const char *found;
  } rows[] = {
    { "Odwozić Oliwię do szkoły", "Odwozić [dziecko] do szkoły", "Oliwię" },
    { "Rozmowa z Oliwią i o Oliwii", "Rozmowa z [dziecko] i o [dziecko]", "Oliwią|Oliwii" },
    { "OLIWIA ma stały rytm dnia", "[dziecko] ma stały rytm dnia", "OLIWIA" },
    { "Beacie kupić buty", "[dziecko] kupić buty", "Beacie" },
    { "Zaprowadzić Pawła na zajęcia, odebrać z Pawłem", "Zaprowadzić [dziecko] na zajęcia, odebrać z [dziecko]", "Pawła|Pawłem" },
    { "Książeczka Mai", "Książeczka [dziecko]", "Mai" },
    { "Marek, z Markiem, Markowi, o Marku", "[ojciec], z [ojciec], [ojciec], o [ojciec]", "Marek|Markiem|Markowi|Marku" },
    { "Katarzynie pomóc; Kasia i z Kasią", "[matka] pomóc; [matka] i z [matka]", "Katarzynie|Kasia|Kasią" },
    { "Pani Malinowska, rodzina Malinowskich, Malinowskim", "Pani [rodzina], rodzina [rodzina], [rodzina]", "Malinowska|Malinowskich|Malinowskim" },
    { "Marek Malinowski odbierze", "[ojciec] odbierze", "Marek Malinowski" },
    { "Oliwia Gołąb-Zając chodzi", "[dziecko] chodzi", "Oliwia Gołąb-Zając" },
    { "Dla Gołębia i Kozła", "Dla [rodzina] i [rodzina]", "Gołębia|Kozła" },
    { "U Nowickich, u Nowaków i u Nowaka", "U [krewni], u [krewni] i u [krewni]", "Nowickich|Nowaków|Nowaka" },
    { "malinowska spłaca dług", "[rodzina] spłaca dług", "malinowska" },
    { "Oliwia, Paweł", "[dziecko], [dziecko]", "Oliwia|Paweł" },
    /* Nobody. */
    { "Markowe ubrania nie są potrzebne", "Markowe ubrania nie są potrzebne", "" },
    { "Dzieci mają stały plan dnia", "Dzieci mają stały plan dnia", "" },
    { "Budzić dzieci i wyprawiać je do szkoły", "Budzić dzieci i wyprawiać je do szkoły", "" },
    { "", "", "" },
  };
  g_autoptr (GPtrArray) owners = make_owners ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = asy_name_check_replace (rows[i].text, owners, found);
      g_autofree char *joined = NULL;

      g_ptr_array_add (found, NULL);
      joined = g_strjoinv ("|", (char **) found->pdata);
      g_assert_cmpstr (text, ==, rows[i].expected);
      g_assert_cmpstr (joined, ==, rows[i].found);
      g_assert_cmpint (asy_name_check_finds (rows[i].text, owners), ==, *rows[i].found != '\0');
      g_assert_cmpint (asy_name_check_has_stand_in (text), ==, *rows[i].found != '\0');
    }
  g_assert_null (asy_name_check_replace (NULL, owners, NULL));
  g_assert_false (asy_name_check_finds (NULL, owners));
  g_assert_false (asy_name_check_has_stand_in (NULL));
}

/* A name of a person in each case, with the family name and a former one. */
static void
test_family (void)
{
  g_autoptr (AsyDictionary) dictionary = asy_dictionary_new ();
  g_autoptr (AsyFamilyFile) family = asy_family_file_new ();
  g_autoptr (AsyMember) member = asy_member_new ();
  g_autoptr (AsyPerson) person = asy_person_new ();
  AsyPersonName *former = asy_person_name_new ();
  AsyMemberEntry *entry;
  g_autoptr (GPtrArray) owners = NULL;
  g_autofree char *text = NULL;

  asy_dictionary_add (dictionary, ASY_DICT_MEMBER_ROLE, "partner-f", "partnerka, konkubina", NULL, FALSE);
  family->family = asy_family_new ();
  family->members = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_member_entry_free);
  asy_family_set_name (family->family, "Lipowie");
  asy_member_set_role (member, "partner-f");
  asy_person_set_given_name (person, "Dorota");
  asy_person_set_family_name (person, "Lipa");
  asy_person_name_set_family_name (former, "Sroka");
  entry = asy_member_entry_new (member, person);
  g_ptr_array_add (entry->names, former);
  g_ptr_array_add (family->members, entry);
  owners = asy_name_check_list_owners (family, dictionary);
  text = asy_name_check_replace ("Dorocie Lipie i dawnej Sroce", owners, NULL);
  g_assert_cmpstr (text, ==, "[partnerka] i dawnej [rodzina]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law/name-check/replace", test_replace);
  g_test_add_func ("/law/name-check/family", test_family);
  return g_test_run ();
}
