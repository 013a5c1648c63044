/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-calendar-pl.h"
#include "calendar/asy-day-head.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

/* What is to be known of a day besides its visits. */
static char *
dup_day_note (const AsyWeek *week, AsyDay day, guint n_entries)
{
  const char *holiday = asy_day_get_holiday (day);
  AsyWorkTime *time = week != NULL ? week->time : NULL;
  AsyAbsence *absence = time != NULL ? asy_work_time_find_absence (time, day) : NULL;
  g_autofree char *count = n_entries > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", n_entries), n_entries)
                                         : NULL;

  if (absence != NULL)
    return g_strdup (asy_absence_kind_get_label ((AsyAbsenceKind) asy_absence_get_kind (absence)));
  if (holiday != NULL)
    return g_strdup (holiday);
  if (time != NULL && asy_work_time_has_shift (time, day))
    return count != NULL ? g_strdup_printf (_ ("%s, on duty"), count) : g_strdup (_ ("on duty"));
  return g_steal_pointer (&count);
}

GtkWidget *
asy_day_head_new (const AsyWeek *week, AsyDay day, AsyDay today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *weekday = asy_format_weekday_short (day);
  g_autofree char *title = g_strdup_printf ("%s %d", weekday, asy_day_get_day (day));
  g_autofree char *note = NULL;
  GtkWidget *label = gtk_label_new (title);
  guint n = 0;

  for (guint i = 0; week != NULL && i < week->entries->len; i++)
    if (asy_visit_get_day (((AsyVisitEntry *) g_ptr_array_index (week->entries, i))->visit) == day)
      n++;
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
  if (day == today)
    gtk_widget_add_css_class (label, "today");
  if (asy_day_is_off (day))
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  note = dup_day_note (week, day, n);
  if (note != NULL)
    {
      GtkWidget *caption = asy_caption_new (note);

      gtk_widget_set_halign (caption, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), caption);
    }
  return box;
}
