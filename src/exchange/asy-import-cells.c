/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"
#include "exchange/asy-import-cells-private.h"
#include "exchange/asy-import-values-private.h"

#define PESEL_DIGITS 11
#define PESEL_DIGITS_MIN 9      /* of one born in 2000, of whom two zeros are lost */
#define POSTCODE_CHARS 6

/* Names */

void
_asy_import_split_name (const char *text, gboolean is_surname_first, char **ret_surname, char **ret_given)
{
  g_autofree char *blank = g_strdelimit (g_strdup (text), ",", ' ');
  g_autofree char *clean = asy_text_squash (blank);
  char *space = is_surname_first ? strchr (clean, ' ') : strrchr (clean, ' ');
  const char *first, *second;

  *ret_surname = *ret_given = NULL;
  if (*clean == '\0')
    return;
  if (space != NULL)
    *space = '\0';
  first = clean;
  second = space != NULL ? space + 1 : NULL;
  *ret_surname = g_strdup (is_surname_first || second == NULL ? first : second);
  *ret_given = second != NULL ? g_strdup (is_surname_first ? second : first) : NULL;
}

/* Where a postcode stands on its own, or NULL. */
static const char *
find_postcode (const char *text)
{
  for (const char *dash = strchr (text, '-'); dash != NULL; dash = strchr (dash + 1, '-'))
    {
      const char *begin = dash - 2;

      if (dash - text < 2 || strspn (begin, "0123456789") != 2 || strspn (dash + 1, "0123456789") != 3)
        continue;
      if ((begin == text || strchr (" ,", begin[-1]) != NULL) && strchr (" ,", begin[POSTCODE_CHARS]) != NULL)
        return begin;
    }
  return NULL;
}

gboolean
_asy_import_split_address (const char *text, char **ret_street, char **ret_postcode, char **ret_city)
{
  const char *postcode = find_postcode (text);
  g_autofree char *street = NULL;
  gsize length;

  if (postcode == NULL || postcode == text)
    return FALSE;
  street = g_strndup (text, (gsize) (postcode - text));
  for (length = strlen (street); length > 0 && strchr (" ,;", street[length - 1]) != NULL; length--)
    street[length - 1] = '\0';
  *ret_street = g_steal_pointer (&street);
  *ret_postcode = g_strndup (postcode, POSTCODE_CHARS);
  *ret_city = g_strdup (postcode + POSTCODE_CHARS + strspn (postcode + POSTCODE_CHARS, " ,"));
  return TRUE;
}

AsySex
_asy_import_guess_sex (const char *given_name)
{
  static const char *const men[] = { "kuba", "barnaba", "bonawentura", "kosma", "jarema", "sasza", "misza", "nikita", "ilia", NULL };
  g_auto (GStrv) words = g_strsplit (given_name, " ", 2);
  g_autofree char *folded = words[0] != NULL ? asy_text_fold (words[0]) : g_strdup ("");

  if (*folded == '\0')
    return ASY_SEX_UNKNOWN;
  return g_str_has_suffix (folded, "a") && !g_strv_contains (men, folded) ? ASY_SEX_FEMALE : ASY_SEX_MALE;
}

char *
_asy_import_fit_surname (const char *surname, AsySex sex)
{
  static const struct {
    const char *ending;
    const char *male;
    const char *female;
  } endings[] = {
    { "scy", "ski", "ska" }, { "dzcy", "dzki", "dzka" }, { "ccy", "cki", "cka" },   { "owie", "", "" },
    { "ski", "ski", "ska" }, { "dzki", "dzki", "dzka" }, { "cki", "cki", "cka" },
    { "ska", "ski", "ska" }, { "dzka", "dzki", "dzka" }, { "cka", "cki", "cka" },
  };

  for (guint i = 0; sex != ASY_SEX_UNKNOWN && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (surname, endings[i].ending))
      return g_strdup_printf ("%.*s%s", (int) (strlen (surname) - strlen (endings[i].ending)), surname,
                              sex == ASY_SEX_FEMALE ? endings[i].female : endings[i].male);
  return g_strdup (surname);
}

gboolean
_asy_import_mend_pesel (const char *text, AsyPesel *ret_pesel)
{
  const gsize length = strlen (text);
  g_autofree char *mended = NULL;

  if (length < PESEL_DIGITS_MIN || length >= PESEL_DIGITS || strspn (text, "0123456789") != length)
    return FALSE;
  mended = g_strdup_printf ("%.*s%s", (int) (PESEL_DIGITS - length), "00", text);
  return asy_ident_check_pesel (mended, ret_pesel) == ASY_IDENT_OK && asy_day_get_year (ret_pesel->born) >= 2000;
}

/* Children of a cell */

typedef struct {
  GPtrArray *children;
  AsyImportChild *child;        /* nullable: the next name begins one */
  gboolean has_number;          /* of the child under way: another name begins the next */
  gboolean is_all;
} Children;

static void
child_free (gpointer data)
{
  AsyImportChild *child = data;

  g_free (child->given_name);
  g_free (child->surname);
  g_free (child->pesel);
  g_free (child);
}

/* The first word is the given name, the last one the surname, what stands between them another given name. */
static void
take_name (Children *self, const char *word)
{
  char *given;

  if (self->child == NULL || self->has_number)
    {
      self->child = g_new0 (AsyImportChild, 1);
      self->child->given_name = g_strdup (word);
      self->has_number = FALSE;
      g_ptr_array_add (self->children, self->child);
      return;
    }
  if (self->child->surname != NULL)
    {
      given = g_strconcat (self->child->given_name, " ", self->child->surname, NULL);
      g_free (self->child->given_name);
      g_free (self->child->surname);
      self->child->given_name = given;
    }
  self->child->surname = g_strdup (word);
}

static void
take_number (Children *self, const char *word)
{
  AsyPesel pesel;
  guint32 day;

  /* `2. Jan`: its place in the list. */
  if (strlen (word) <= 3 && g_str_has_suffix (word, "."))
    {
      self->child = NULL;
      return;
    }
  self->is_all = self->is_all && self->child != NULL;
  if (self->child == NULL)
    return;
  self->has_number = TRUE;
  if (self->child->born == ASY_DAY_NONE && _asy_import_read_any_day (word, &day) == ASY_IMPORT_DAY_OK)
    self->child->born = day;
  else if (self->child->pesel == NULL && asy_ident_check_pesel (word, &pesel) == ASY_IDENT_OK)
    {
      self->child->pesel = g_strdup (pesel.digits);
      self->child->born = pesel.born;
    }
  else
    self->is_all = FALSE;
}

static void
take_word (Children *self, const char *word)
{
  static const char *const born[] = { "ur", "urodzony", "urodzona", "pesel", "r", NULL };
  const char *bare = g_str_has_prefix (word, "ur.") ? word + strlen ("ur.") : word;
  g_autofree char *folded = asy_text_fold (bare);

  if (*bare == '\0' || g_strv_contains (born, folded))
    return;
  if (g_ascii_isdigit (*bare))
    take_number (self, bare);
  else if (g_unichar_isupper (g_utf8_get_char (bare)))
    take_name (self, bare);
  else if (g_str_equal (bare, "i") || g_str_equal (bare, "oraz"))
    self->child = NULL;
  else if (strpbrk (bare, "-–") != bare)
    self->is_all = FALSE;
}

GPtrArray *
_asy_import_read_children (const char *text, gboolean *ret_is_all)
{
  Children self = { g_ptr_array_new_with_free_func (child_free), NULL, FALSE, TRUE };

  while (*text != '\0')
    {
      const gsize length = strcspn (text, " \t,;()\r\n");
      g_autofree char *word = g_strndup (text, length);

      take_word (&self, word);
      text += length;
      /* `Jan, 2015` is one child still; `Jan, Anna` are two. */
      if (*text != '\0' && strchr (",;\r\n", *text) != NULL)
        {
          const char *next = text + strspn (text, " \t,;()\r\n");

          if (!g_ascii_isdigit (*next) && !g_str_has_prefix (next, "ur"))
            self.child = NULL;
        }
      text += *text != '\0';
    }
  *ret_is_all = self.is_all && self.children->len > 0;
  return self.children;
}
