/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-base"

#include "config.h"

#include <string.h>

#include "base/asy-hours.h"
#include "base/asy-text.h"

#define DAY_MINUTES (24 * 60)

static void
skip_spaces (const char **cursor)
{
  while (**cursor == ' ')
    (*cursor)++;
}

static gboolean
read_digits (const char **cursor, int *ret_value)
{
  int value = 0, n = 0;

  for (; g_ascii_isdigit (**cursor) && n < 2; n++, (*cursor)++)
    value = value * 10 + g_ascii_digit_value (**cursor);
  *ret_value = value;
  return n > 0 && !g_ascii_isdigit (**cursor);
}

static gboolean
read_time (const char **cursor, int *ret_minute)
{
  int hour, minute = 0;

  skip_spaces (cursor);
  if (!read_digits (cursor, &hour))
    return FALSE;
  if (**cursor == ':' || **cursor == '.')
    {
      const char *digits = ++(*cursor);

      if (!read_digits (cursor, &minute) || *cursor - digits != 2)
        return FALSE;
    }
  skip_spaces (cursor);
  *ret_minute = hour * 60 + minute;
  return minute < 60 && *ret_minute <= DAY_MINUTES;
}

static gboolean
read_dash (const char **cursor)
{
  static const char *const dashes[] = { "-", ASY_TEXT_EN_DASH, "—" };

  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (*cursor, dashes[i]))
      {
        *cursor += strlen (dashes[i]);
        return TRUE;
      }
  return FALSE;
}

gboolean
asy_hours_parse (const char *text, int *ret_start, int *ret_end)
{
  const char *cursor = text;
  int start, end;

  if (text == NULL || !read_time (&cursor, &start) || !read_dash (&cursor) || !read_time (&cursor, &end) || *cursor != '\0' ||
      end <= start)
    return FALSE;
  *ret_start = start;
  *ret_end = end;
  return TRUE;
}

char *
asy_hours_format (int start, int end)
{
  g_return_val_if_fail (start >= 0 && start < end && end <= DAY_MINUTES, NULL);

  return g_strdup_printf ("%02d:%02d-%02d:%02d", start / 60, start % 60, end / 60, end % 60);
}
