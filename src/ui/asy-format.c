/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/asy-format.h"

static char *
format (AsyDay day, const char *pattern)
{
  g_autoptr (GDateTime) time = NULL;

  if (day == ASY_DAY_NONE)
    return NULL;
  time = g_date_time_new_utc (asy_day_get_year (day), asy_day_get_month (day), asy_day_get_day (day), 12, 0, 0);
  return g_date_time_format (time, pattern);
}

char *
asy_format_day (AsyDay day)
{
  /* Translators: a date in figures, see the manual of strftime. */
  return format (day, C_("date", "%d.%m.%Y"));
}

char *
asy_format_day_short (AsyDay day)
{
  return format (day, C_("date", "%d.%m"));
}

char *
asy_format_day_axis (AsyDay day)
{
  return format (day, C_("date", "%-d %b"));
}

char *
asy_format_day_long (AsyDay day)
{
  return format (day, C_("date", "%-d %B %Y"));
}

char *
asy_format_day_full (AsyDay day)
{
  return format (day, C_("date", "%A, %-d %B %Y"));
}

char *
asy_format_month (AsyDay day)
{
  return format (day, C_("date", "%OB %Y"));
}

char *
asy_format_weekday (AsyDay day)
{
  return format (day, "%A");
}

char *
asy_format_weekday_short (AsyDay day)
{
  static const char *const names[] = {
    NC_("weekday", "Mon"), NC_("weekday", "Tue"), NC_("weekday", "Wed"), NC_("weekday", "Thu"),
    NC_("weekday", "Fri"), NC_("weekday", "Sat"), NC_("weekday", "Sun"),
  };

  if (day == ASY_DAY_NONE)
    return NULL;
  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "weekday", names[asy_day_get_weekday (day) - 1]));
}

char *
asy_format_due (AsyDay due, AsyDay today, AsyMeaning *ret_meaning)
{
  AsyMeaning meaning = ASY_MEANING_PLAIN;
  char *text;
  int days;

  if (due == ASY_DAY_NONE || today == ASY_DAY_NONE)
    return NULL;
  days = (int) due - (int) today;
  if (days < 0)
    {
      meaning = ASY_MEANING_LATE;
      text = days == -1 ? g_strdup (_("a day overdue"))
                        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day overdue", "%d days overdue", (gulong) -days), -days);
    }
  else if (days <= 1)
    {
      meaning = ASY_MEANING_SOON;
      text = g_strdup (days == 0 ? C_("due", "today") : C_("due", "tomorrow"));
    }
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d day", "in %d days", (gulong) days), days);
  if (ret_meaning != NULL)
    *ret_meaning = meaning;
  return text;
}

char *
asy_format_duration (int minutes)
{
  if (minutes < 60)
    return g_strdup_printf (_("%d min"), minutes);
  if (minutes % 60 == 0)
    return g_strdup_printf (_("%d h"), minutes / 60);
  return g_strdup_printf (_("%d h %d min"), minutes / 60, minutes % 60);
}
