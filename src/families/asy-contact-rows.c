/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-contact-rows.h"
#include "ui/asy-date-row.h"

#define ROWS_AT_LEAST 4

static GPtrArray *
rows_of (AsyForm *form)
{
  return g_object_get_data (G_OBJECT (form), "contact-rows");
}

static GtkWidget *
new_row (AsyForm *form, guint number, AsyDay day)
{
  g_autofree char *title = g_strdup_printf (_("Contact %u"), number);
  GtkWidget *row = asy_date_row_new (title);

  asy_date_row_set_day (ASY_DATE_ROW (row), day);
  asy_form_watch (form, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (asy_form_touch), form, G_CONNECT_SWAPPED);
  return row;
}

void
asy_contact_rows_add (AsyForm *form, GArray *days)
{
  const guint n_rows = MAX (days->len + 1, ROWS_AT_LEAST);
  GtkWidget *group = adw_preferences_group_new ();
  GPtrArray *rows = g_ptr_array_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Contacts of the Monitoring"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("The Act sets no dates; one, three and six months after the "
                                                                          "end are usual. Each becomes a term on the page Today."));
  for (guint i = 0; i < n_rows; i++)
    {
      GtkWidget *row = new_row (form, i + 1, i < days->len ? g_array_index (days, AsyDay, i) : ASY_DAY_NONE);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (rows, row);
    }
  g_object_set_data_full (G_OBJECT (form), "contact-rows", rows, (GDestroyNotify) g_ptr_array_unref);
  asy_form_add_group (form, group);
}

static gboolean
has_day (GArray *days, AsyDay day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, AsyDay, i) == day)
      return TRUE;
  return FALSE;
}

GArray *
asy_contact_rows_dup_days (AsyForm *form)
{
  GPtrArray *rows = rows_of (form);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (AsyDay));

  for (guint i = 0; i < rows->len; i++)
    {
      const AsyDay day = asy_date_row_get_day (rows->pdata[i]);

      if (day != ASY_DAY_NONE && !has_day (days, day))
        g_array_append_val (days, day);
    }
  return days;
}

GArray *
asy_contact_rows_open_days (AsyFamilyData *data)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (AsyDay));

  for (guint i = 0; i < data->file->contacts->len; i++)
    {
      const AsyDay day = asy_monitoring_date_get_day (data->file->contacts->pdata[i]);

      if (asy_monitoring_date_get_card_id (data->file->contacts->pdata[i]) == 0)
        g_array_append_val (days, day);
    }
  return days;
}
