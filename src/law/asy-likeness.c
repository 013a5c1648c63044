/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"
#include "law/asy-likeness.h"

#define BEGINNING 3             /* letters of a given name: Kat-arzyna */
#define LONG_NAME 8             /* letters from which two may be written otherwise */
#define LONGEST 40

/* Letters to put in, leave out, change or swap; names are folded to ASCII, and what is longer than a name is cut. */
static guint
get_distance (const char *a, const char *b)
{
  const guint n_a = MIN (strlen (a), LONGEST), n_b = MIN (strlen (b), LONGEST);
  guint rows[LONGEST + 1][LONGEST + 1];

  for (guint i = 0; i <= n_a; i++)
    rows[i][0] = i;
  for (guint j = 0; j <= n_b; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= n_a; i++)
    for (guint j = 1; j <= n_b; j++)
      {
        rows[i][j] = MIN (MIN (rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          rows[i][j] = MIN (rows[i][j], rows[i - 2][j - 2] + 1);
      }
  return rows[n_a][n_b];
}

/* Kowalski and Kowalska, Nowak and Nowik; but not Lis and Las. */
static gboolean
is_like_surname (const char *a, const char *b)
{
  const gsize shorter = MIN (strlen (a), strlen (b));

  if (shorter == 0)
    return FALSE;
  if (g_str_equal (a, b))
    return TRUE;
  return shorter > BEGINNING && get_distance (a, b) <= (shorter >= LONG_NAME ? 2u : 1u);
}

/* Kata and Katarzyna begin alike; so do Al and Alicja, though shorter. */
static gboolean
is_like_given (const char *a, const char *b)
{
  const gsize shorter = MIN (strlen (a), strlen (b));

  if (shorter < 2)
    return FALSE;
  return strncmp (a, b, MIN (shorter, BEGINNING)) == 0 || (shorter > BEGINNING && get_distance (a, b) <= 1);
}

typedef struct {
  char *given;
  GPtrArray *families;          /* char *: the present one first */
} Names;

static void
fold_names (Names *names, const AsyLikenessSide *side)
{
  names->given = asy_text_fold (asy_person_get_given_name (side->person));
  names->families = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (names->families, asy_text_fold (asy_person_get_family_name (side->person)));
  for (guint i = 0; side->names != NULL && i < side->names->len; i++)
    if (asy_person_name_get_person_id (side->names->pdata[i]) == asy_record_get_id (ASY_RECORD (side->person)))
      g_ptr_array_add (names->families, asy_text_fold (asy_person_name_get_family_name (side->names->pdata[i])));
}

static void
names_clear (Names *names)
{
  g_free (names->given);
  g_ptr_array_unref (names->families);
}

typedef gboolean (*IsLike) (const char *a, const char *b);

static gboolean
is_like_any_surname (const Names *a, const Names *b, IsLike is_like)
{
  for (guint i = 0; i < a->families->len; i++)
    for (guint j = 0; j < b->families->len; j++)
      if (is_like (a->families->pdata[i], b->families->pdata[j]))
        return TRUE;
  return FALSE;
}

static gboolean
are_alike (const Names *a, const Names *b)
{
  if (is_like_given (a->given, b->given) && is_like_any_surname (a, b, is_like_surname))
    return TRUE;
  return *a->given != '\0' && g_str_equal (a->given, b->families->pdata[0]) && g_str_equal (a->families->pdata[0], b->given);
}

gboolean
asy_likeness_of_names (const AsyLikenessSide *a, const AsyLikenessSide *b)
{
  Names left, right;
  gboolean is_alike;

  fold_names (&left, a);
  fold_names (&right, b);
  is_alike = are_alike (&left, &right);
  names_clear (&left);
  names_clear (&right);
  return is_alike;
}

static gboolean
have_same (AsyPerson *a, AsyPerson *b, guint field)
{
  g_autofree char *left = asy_text_fold (asy_record_get_text (ASY_RECORD (a), field));
  g_autofree char *right = asy_text_fold (asy_record_get_text (ASY_RECORD (b), field));

  return *left != '\0' && g_str_equal (left, right);
}

/* `ul. Żabia 3` and `Żabia 3`. */
static const char *
skip_kind_of_street (const char *folded)
{
  static const char *const kinds[] = { "ul ", "ulica ", "al ", "aleja ", "os ", "osiedle ", "pl ", "plac " };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (folded, kinds[i]))
      return folded + strlen (kinds[i]);
  return folded;
}

gboolean
asy_likeness_of_addresses (const char *a, const char *b)
{
  g_autofree char *left = asy_text_fold (a);
  g_autofree char *right = asy_text_fold (b);

  return *left != '\0' && g_str_equal (skip_kind_of_street (left), skip_kind_of_street (right));
}

static gboolean
is_same_surname (const char *a, const char *b)
{
  return *a != '\0' && g_str_equal (a, b);
}

/* The whole name, present or former. */
static gboolean
have_same_name (const AsyLikenessSide *a, const AsyLikenessSide *b)
{
  Names left, right;
  gboolean is_same;

  fold_names (&left, a);
  fold_names (&right, b);
  is_same = *left.given != '\0' && g_str_equal (left.given, right.given) && is_like_any_surname (&left, &right, is_same_surname);
  names_clear (&left);
  names_clear (&right);
  return is_same;
}

AsyLikeness
asy_likeness_of_people (const AsyLikenessSide *a, const AsyLikenessSide *b)
{
  const AsyDay born_a = asy_person_get_birth_date (a->person), born_b = asy_person_get_birth_date (b->person);
  const gboolean is_birth_known = born_a != ASY_DAY_NONE && born_b != ASY_DAY_NONE;

  if (have_same (a->person, b->person, ASY_PERSON_PESEL))
    return ASY_LIKENESS_PESEL;
  /* A surname changes with a marriage; the given name and the day do not. */
  if (is_birth_known && born_a == born_b && (have_same (a->person, b->person, ASY_PERSON_GIVEN_NAME) || asy_likeness_of_names (a, b)))
    return ASY_LIKENESS_BIRTH;
  if (is_birth_known || !asy_likeness_of_names (a, b))
    return ASY_LIKENESS_NONE;
  if (asy_likeness_of_addresses (a->street, b->street))
    return ASY_LIKENESS_ADDRESS;
  return have_same_name (a, b) ? ASY_LIKENESS_NAME : ASY_LIKENESS_NONE;
}
