/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "calendar/asy-clash-words.h"
#include "ui/asy-format.h"
#include "ui/asy-words.h"

char *
asy_absence_dup_words (AsyAbsence *absence)
{
  const char *kind = asy_absence_kind_get_label ((AsyAbsenceKind) asy_absence_get_kind (absence));
  g_autofree char *from = asy_format_day_short (asy_absence_get_from_day (absence));
  g_autofree char *until = asy_format_day_short (asy_absence_get_until_day (absence));

  if (asy_absence_get_from_day (absence) == asy_absence_get_until_day (absence))
    return g_strdup_printf ("%s %s", kind, from);
  return g_strdup_printf ("%s %s" ASY_TEXT_EN_DASH "%s", kind, from, until);
}

static char *
dup_hours_words (const AsyWorkTime *time, AsyDay day)
{
  g_autofree char *range = NULL;
  int start, end;

  if (!asy_work_time_get_hours (time, day, &start, &end) || start == end)
    return g_strdup (_("not a day of work"));
  range = asy_text_time_range (start, end - start);
  return g_strdup_printf (_("outside the hours %s"), range);
}

char *
asy_clash_dup_words (const AsyClash *clash, const char *other_name, const AsyWorkTime *time, AsyDay day)
{
  const char *other = other_name != NULL ? other_name : _("other work");
  g_autofree char *absence = clash->kind == ASY_CLASH_ABSENCE ? asy_absence_dup_words (asy_work_time_find_absence (time, day)) : NULL;

  switch (clash->kind)
    {
    case ASY_CLASH_OVERLAP:
      return g_strdup_printf (_("at the same time: %s"), other);
    case ASY_CLASH_FAMILY:
      return g_strdup (_("another assistant is with the family"));
    case ASY_CLASH_ABSENCE:
      return g_strdup_printf (_("absent: %s"), absence);
    case ASY_CLASH_TRAVEL:
      return g_strdup_printf (_("%d min too little for the way: %s"), clash->missing_minutes, other);
    case ASY_CLASH_REST:
      return g_strdup (_("less than 11 hours of rest"));
    case ASY_CLASH_DAY_OFF:
      return g_strdup (_("a day off"));
    case ASY_CLASH_HOURS:
      return dup_hours_words (time, day);
    case ASY_CLASH_NONE:
    default:
      return NULL;
    }
}
