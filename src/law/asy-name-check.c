/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"
#include "law/asy-name-check.h"

#define STEM_MIN 2
#define LOWER_CASE_MIN 5        /* letters of a stem that is believed without a capital */

/* What follows the stem of a noun or an adjective in any case, folded. */
static const char *const endings[] = {
  "", "a", "ach", "ami", "e", "ego", "ej", "em", "emu", "i", "ia", "iach", "iami", "ich", "ie", "iego", "iej", "iem", "iemu", "ii",
  "im", "imi", "io", "iom", "iow", "iowi", "iu", "o", "om", "ow", "owa", "owej", "owi", "owie", "owna", "u", "y", "ych", "ym", "ymi", NULL,
};

/* The last sound of a stem before some endings: Beata, Beacie; Marta, Marcie; Olga, Oldze; Marek, Marku; Kowalski, Kowalscy. */
static const struct {
  const char *from;
  const char *to;
} sounds[] = {
  { "t", "c" }, { "d", "dz" }, { "k", "c" }, { "g", "dz" }, { "r", "rz" }, { "ch", "sz" }, { "ek", "k" }, { "el", "l" },
  { "er", "r" }, { "en", "n" }, { "iec", "c" }, { "iol", "l" },
  /* From what a family is called to one of it: Malinowscy, Nowakowie. */
  { "sc", "sk" }, { "cc", "ck" }, { "dzc", "dzk" }, { "owi", "" },
};

/* Given names and what they are at home, folded. */
static const struct {
  const char *name;
  const char *home;
} at_home[] = {
  { "adam", "adas" }, { "agnieszka", "aga agusia" }, { "aleksander", "olek alek" }, { "aleksandra", "ola olka olenka" },
  { "alicja", "ala alusia" }, { "amelia", "amelka" }, { "andrzej", "jedrek" }, { "anna", "ania anka andzia anusia" },
  { "antoni", "antek antos" }, { "antonina", "tosia" }, { "barbara", "basia baska" }, { "bartlomiej", "bartek bartus" },
  { "bartosz", "bartek bartus" }, { "beata", "beatka" }, { "danuta", "danka danusia" }, { "dawid", "dawidek" },
  { "dominika", "domi" }, { "dorota", "dorotka" }, { "elzbieta", "ela elka" }, { "emilia", "emilka" }, { "ewa", "ewka ewunia" },
  { "filip", "filipek" }, { "franciszek", "franek franio" }, { "gabriela", "gabrysia gabi" }, { "grzegorz", "grzesiek grzes" },
  { "hanna", "hania hanka" }, { "henryk", "heniek" }, { "iwona", "iwonka" }, { "jakub", "kuba kubus" },
  { "jan", "janek jasiek jas jasio" }, { "jerzy", "jurek" }, { "joanna", "asia aska joasia" }, { "jozef", "jozek" },
  { "julia", "julka julcia" }, { "kacper", "kacperek" }, { "karol", "karolek" }, { "karolina", "karola karolinka" },
  { "katarzyna", "kasia kaska kasienka" }, { "krystyna", "krysia kryska" }, { "krzysztof", "krzysiek krzys" }, { "lena", "lenka" },
  { "lukasz", "lukaszek" }, { "maciej", "maciek macius" }, { "magdalena", "magda madzia" }, { "malgorzata", "gosia malgosia goska" },
  { "marcin", "marcinek" }, { "maria", "marysia maryska mania" }, { "mateusz", "mati" }, { "michal", "michas michalek" },
  { "mikolaj", "mikolajek miki" }, { "monika", "monia" }, { "natalia", "natalka" }, { "oliwia", "oliwka" }, { "patrycja", "pati" },
  { "pawel", "pawelek" }, { "piotr", "piotrek piotrus" }, { "ryszard", "rysiek" }, { "sebastian", "seba" },
  { "stanislaw", "stas staszek stasiek" }, { "szymon", "szymek szymus" }, { "tadeusz", "tadek tadzio" }, { "tomasz", "tomek tomus" },
  { "weronika", "wera" }, { "wiktoria", "wika wiki" }, { "wojciech", "wojtek" }, { "zbigniew", "zbyszek" }, { "zofia", "zosia zoska" },
  { "zuzanna", "zuzia zuza" },
};

void
asy_name_owner_free (AsyNameOwner *owner)
{
  g_ptr_array_unref (owner->names);
  g_free (owner->stand_in);
  g_free (owner);
}

/* One word as the register writes it: Nowak-Zając gives two. */
static void
add_names (AsyNameOwner *owner, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " -", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= STEM_MIN && !g_ptr_array_find_with_equal_func (owner->names, words[i], g_str_equal, NULL))
      g_ptr_array_add (owner->names, g_strdup (words[i]));
}

AsyNameOwner *
asy_name_owner_new (const char *names, const char *stand_in, gboolean is_given)
{
  AsyNameOwner *owner = g_new0 (AsyNameOwner, 1);

  owner->names = g_ptr_array_new_with_free_func (g_free);
  owner->stand_in = g_strdup (stand_in);
  owner->is_given = is_given;
  add_names (owner, names);
  return owner;
}

/* What a person is in the family, in one word where there are several: partner, konkubent. */
static char *
dup_stand_in (AsyDictionary *dictionary, const char *role)
{
  const char *label = asy_dictionary_get_label (dictionary, ASY_DICT_MEMBER_ROLE, role);

  if (g_strcmp0 (asy_dictionary_get_detail (dictionary, ASY_DICT_MEMBER_ROLE, role), "child") == 0)
    return g_strdup ("dziecko");
  return g_strndup (label, strcspn (label, ","));
}

static void
add_former (AsyNameOwner *given, AsyNameOwner *families, GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      add_names (given, asy_person_name_get_given_name (names->pdata[i]));
      add_names (families, asy_person_name_get_family_name (names->pdata[i]));
    }
}

GPtrArray *
asy_name_check_list_owners (AsyFamilyFile *family, AsyDictionary *dictionary)
{
  GPtrArray *owners = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_name_owner_free);
  AsyNameOwner *families = asy_name_owner_new (asy_family_get_name (family->family), "rodzina", FALSE);

  for (guint i = 0; i < family->members->len; i++)
    {
      const AsyMemberEntry *entry = family->members->pdata[i];
      g_autofree char *stand_in = dup_stand_in (dictionary, asy_member_get_role (entry->member));
      AsyNameOwner *given = asy_name_owner_new (asy_person_get_given_name (entry->person), stand_in, TRUE);

      add_names (families, asy_person_get_family_name (entry->person));
      add_former (given, families, entry->names);
      g_ptr_array_add (owners, given);
    }
  g_ptr_array_add (owners, families);
  return owners;
}

/* One name. */

static gboolean
has_ending (const char *rest)
{
  return g_strv_contains (endings, rest);
}

static gboolean
has_stem (const char *word, const char *stem, gboolean is_capital)
{
  const gsize length = strlen (stem);

  return length >= (is_capital ? STEM_MIN : LOWER_CASE_MIN) && strncmp (word, stem, length) == 0 && has_ending (word + length);
}

static gboolean
has_other_sound (const char *word, const char *stem, gboolean is_capital)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sounds); i++)
    {
      g_autofree char *other = NULL;

      if (!g_str_has_suffix (stem, sounds[i].from))
        continue;
      other = g_strdup_printf ("%.*s%s", (int) (strlen (stem) - strlen (sounds[i].from)), stem, sounds[i].to);
      if (has_stem (word, other, is_capital))
        return TRUE;
    }
  return FALSE;
}

/* Both folded. */
static gboolean
is_form_of (const char *word, const char *name, gboolean is_capital)
{
  const gsize length = strlen (name);
  const gboolean ends_in_vowel = length > STEM_MIN && strchr ("aeiouy", name[length - 1]) != NULL;
  g_autofree char *stem = g_strndup (name, ends_in_vowel ? length - 1 : length);
  g_autofree char *without_j = g_str_has_suffix (name, "ja") ? g_strdup_printf ("%.*si", (int) length - 2, name) : NULL;

  return has_stem (word, name, is_capital) || has_stem (word, stem, is_capital) || has_other_sound (word, stem, is_capital) ||
         (is_capital && g_strcmp0 (word, without_j) == 0);
}

static gboolean
is_said_at_home (const char *word, const char *name, gboolean is_capital)
{
  for (gsize i = 0; i < G_N_ELEMENTS (at_home); i++)
    {
      g_auto (GStrv) forms = g_str_equal (at_home[i].name, name) ? g_strsplit (at_home[i].home, " ", -1) : NULL;

      for (guint j = 0; forms != NULL && forms[j] != NULL; j++)
        if (is_form_of (word, forms[j], is_capital))
          return TRUE;
    }
  return FALSE;
}

/* Gołąb, Gołębia; but Zając, Zająca. */
static gboolean
is_form_with_other_nasal (const char *word, const char *name, gboolean is_capital)
{
  static const char *const ends[] = { "ąb", "ąd", "ąg", "ąż" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *other = NULL;
      g_autofree char *folded = NULL;

      if (!g_str_has_suffix (name, ends[i]))
        continue;
      other = g_strdup_printf ("%.*sę%s", (int) (strlen (name) - strlen (ends[i])), name, ends[i] + strlen ("ą"));
      folded = asy_text_fold (other);
      return is_form_of (word, folded, is_capital);
    }
  return FALSE;
}

static gboolean
is_name (const char *word, gboolean is_capital, const char *name, gboolean is_given)
{
  g_autofree char *folded = asy_text_fold (name);

  return is_form_of (word, folded, is_capital) || is_form_with_other_nasal (word, name, is_capital) ||
         (is_given && is_said_at_home (word, folded, is_capital));
}

/* A text. */

/* The next word from @text on, or %NULL. */
static const char *
find_word (const char *text, const char **ret_end)
{
  const char *end;

  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  if (*text == '\0')
    return NULL;
  for (end = text; *end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)); end = g_utf8_next_char (end))
    continue;
  *ret_end = end;
  return text;
}

static AsyNameOwner *
find_owner (const char *start, const char *end, GPtrArray *owners)
{
  const gboolean is_capital = g_unichar_isupper (g_utf8_get_char (start));
  g_autofree char *word = g_strndup (start, (gsize) (end - start));
  g_autofree char *folded = asy_text_fold (word);

  for (guint i = 0; i < owners->len; i++)
    {
      AsyNameOwner *owner = owners->pdata[i];

      for (guint j = 0; j < owner->names->len; j++)
        if (is_name (folded, is_capital, owner->names->pdata[j], owner->is_given))
          return owner;
    }
  return NULL;
}

/* Nothing but blanks and hyphens between two words: Oliwia Nowak-Zając. */
static gboolean
is_gap (const char *from, const char *to)
{
  for (const char *c = from; c < to; c = g_utf8_next_char (c))
    if (*c != '-' && !g_unichar_isspace (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

/* From a name on, the family names that go with it; gives the end of the last. */
static const char *
find_end (const char *end, AsyNameOwner *owner, GPtrArray *owners)
{
  const char *next_end;
  const char *next = find_word (end, &next_end);

  while (next != NULL && is_gap (end, next))
    {
      AsyNameOwner *other = find_owner (next, next_end, owners);

      if (other == NULL || (other != owner && other->is_given))
        break;
      end = next_end;
      next = find_word (end, &next_end);
    }
  return end;
}

static void
note (GPtrArray *found, const char *start, const char *end)
{
  g_autofree char *name = g_strndup (start, (gsize) (end - start));

  if (found != NULL && !g_ptr_array_find_with_equal_func (found, name, g_str_equal, NULL))
    g_ptr_array_add (found, g_steal_pointer (&name));
}

char *
asy_name_check_replace (const char *text, GPtrArray *owners, GPtrArray *found)
{
  GString *out;
  const char *done = text;
  const char *end;

  if (text == NULL)
    return NULL;
  out = g_string_new (NULL);
  for (const char *word = find_word (text, &end); word != NULL; word = find_word (end, &end))
    {
      AsyNameOwner *owner = find_owner (word, end, owners);

      if (owner == NULL)
        continue;
      end = find_end (end, owner, owners);
      note (found, word, end);
      g_string_append_len (out, done, word - done);
      g_string_append_printf (out, "[%s]", owner->stand_in);
      done = end;
    }
  g_string_append (out, done);
  return g_string_free (out, FALSE);
}

gboolean
asy_name_check_finds (const char *text, GPtrArray *owners)
{
  const char *end = text;

  if (text == NULL)
    return FALSE;
  for (const char *word = find_word (text, &end); word != NULL; word = find_word (end, &end))
    if (find_owner (word, end, owners) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
asy_name_check_has_stand_in (const char *text)
{
  const char *open = text != NULL ? strchr (text, '[') : NULL;

  return open != NULL && strchr (open, ']') != NULL;
}
