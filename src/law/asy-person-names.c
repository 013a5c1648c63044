/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "base/asy-text.h"
#include "law/asy-person-names.h"

static gboolean
is_of (AsyPersonName *name, AsyPerson *person)
{
  return asy_person_name_get_person_id (name) == asy_record_get_id (ASY_RECORD (person));
}

/* The name that was given up first after @day; @with_given asks for one that tells the given name. */
static AsyPersonName *
find_on (AsyPerson *person, GPtrArray *names, AsyDay day, gboolean with_given)
{
  AsyPersonName *found = NULL;

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      AsyPersonName *name = g_ptr_array_index (names, i);
      const AsyDay changed_on = asy_person_name_get_changed_on (name);

      if (!is_of (name, person) || changed_on == ASY_DAY_NONE || changed_on <= day ||
          (with_given && asy_person_name_get_given_name (name) == NULL))
        continue;
      if (found == NULL || changed_on < asy_person_name_get_changed_on (found))
        found = name;
    }
  return found;
}

char *
asy_person_names_on (AsyPerson *person, GPtrArray *names, AsyDay day)
{
  AsyPersonName *then = day != ASY_DAY_NONE ? find_on (person, names, day, FALSE) : NULL;
  AsyPersonName *given_then = day != ASY_DAY_NONE ? find_on (person, names, day, TRUE) : NULL;
  const char *given = given_then != NULL ? asy_person_name_get_given_name (given_then) : asy_person_get_given_name (person);
  const char *family = then != NULL ? asy_person_name_get_family_name (then) : asy_person_get_family_name (person);

  return g_strjoin (" ", given != NULL ? given : "", family, NULL);
}

static gboolean
reads_the_same (const char *a, const char *b)
{
  g_autofree char *left = asy_text_fold (a);
  g_autofree char *right = asy_text_fold (b);

  return g_str_equal (left, right);
}

/* Unknown days are the oldest. */
static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const AsyDay left = asy_person_name_get_changed_on (*(AsyPersonName *const *) a);
  const AsyDay right = asy_person_name_get_changed_on (*(AsyPersonName *const *) b);

  return left > right ? -1 : left < right;
}

static gboolean
has_text (GPtrArray *texts, const char *text)
{
  for (guint i = 0; i < texts->len; i++)
    if (reads_the_same (texts->pdata[i], text))
      return TRUE;
  return FALSE;
}

char *
asy_person_names_join_former (AsyPerson *person, GPtrArray *names)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; names != NULL && i < names->len; i++)
    if (is_of (names->pdata[i], person))
      g_ptr_array_add (own, names->pdata[i]);
  g_ptr_array_sort (own, compare_newest_first);
  for (guint i = 0; i < own->len; i++)
    {
      const char *text = asy_person_name_get_family_name (own->pdata[i]);

      if (text != NULL && !reads_the_same (text, asy_person_get_family_name (person)) && !has_text (texts, text))
        g_ptr_array_add (texts, (gpointer) text);
    }
  if (texts->len == 0)
    return NULL;
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (", ", (char **) texts->pdata);
}

gboolean
asy_person_names_has (AsyPerson *person, GPtrArray *names, const char *family_name)
{
  if (reads_the_same (asy_person_get_family_name (person), family_name))
    return TRUE;
  for (guint i = 0; names != NULL && i < names->len; i++)
    if (is_of (names->pdata[i], person) && reads_the_same (asy_person_name_get_family_name (names->pdata[i]), family_name))
      return TRUE;
  return FALSE;
}
