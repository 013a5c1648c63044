/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-base"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"

/*
 * Endings of a surname and of the family that bears it; the first that fits
 * counts. NULL: the rules of the language are not sure here (a vowel that
 * comes and goes, an adjective, a foreign feminine), so nothing is proposed.
 */
static const struct
{
  const char *ending;
  const char *family;
} endings[] = {
  { "dzki", "dzcy" }, { "dzka", "dzcy" }, { "cki", "ccy" },   { "cka", "ccy" },   { "ski", "scy" },
  { "ska", "scy" },   { "zki", "zcy" },   { "zka", NULL },    { "owa", NULL },    { "ewa", NULL },
  { "ówna", NULL },   { "na", NULL },     { "ia", NULL },     { "ja", NULL },     { "io", NULL },
  { "a", "owie" },    { "o", "owie" },    { "iec", NULL },    { "ec", NULL },     { "iek", NULL },
  { "ek", "kowie" },  { "eł", NULL },     { "ioł", NULL },    { "ąb", NULL },     { "ień", NULL },
  { "eń", NULL },     { "ń", "niowie" },  { "ść", NULL },     { "ć", "ciowie" },  { "ś", "siowie" },
  { "ź", "ziowie" },  { "b", "bowie" },   { "c", "cowie" },   { "d", "dowie" },   { "f", "fowie" },
  { "g", "gowie" },   { "h", "howie" },   { "j", "jowie" },   { "k", "kowie" },   { "l", "lowie" },
  { "ł", "łowie" },   { "m", "mowie" },   { "n", "nowie" },   { "p", "powie" },   { "r", "rowie" },
  { "s", "sowie" },   { "t", "towie" },   { "w", "wowie" },   { "z", "zowie" },   { "ż", "żowie" },
};

static gboolean
is_one_word (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* NOWAK stays in capitals. */
static char *
join_like (const char *surname, gsize stem_length, const char *ending)
{
  g_autofree char *lower = g_utf8_strdown (surname, -1);
  g_autofree char *upper = g_utf8_strup (surname, -1);
  g_autofree char *tail = NULL;

  tail = strcmp (surname, upper) == 0 && strcmp (surname, lower) != 0 ? g_utf8_strup (ending, -1) : g_strdup (ending);
  return g_strdup_printf ("%.*s%s", (int) stem_length, surname, tail);
}

char *
asy_text_family_plural (const char *surname)
{
  g_autofree char *squashed = asy_text_squash (surname);
  g_autofree char *composed = g_utf8_normalize (squashed, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *lower = g_utf8_strdown (composed, -1);

  if (!is_one_word (composed) || g_utf8_strlen (composed, -1) < 3 || strlen (lower) != strlen (composed))
    return g_steal_pointer (&composed);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (!g_str_has_suffix (lower, endings[i].ending))
        continue;
      if (endings[i].family == NULL)
        break;
      return join_like (composed, strlen (composed) - strlen (endings[i].ending), endings[i].family);
    }
  return g_steal_pointer (&composed);
}
