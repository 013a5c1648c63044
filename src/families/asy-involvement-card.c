/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "families/asy-family-tab.h"
#include "families/asy-involvement-card.h"
#include "ui/asy-format.h"
#include "ui/asy-pill.h"

static char *
dup_when (AsyInvolvement *involvement)
{
  g_autofree char *from = asy_format_day_long (asy_involvement_get_from_day (involvement));
  g_autofree char *until = asy_format_day_long (asy_involvement_get_until_day (involvement));

  if (from != NULL && until != NULL)
    return g_strdup_printf (_("from %s until %s"), from, until);
  if (until != NULL)
    return g_strdup_printf (_("until %s"), until);
  return from != NULL ? g_strdup_printf (_("since %s"), from) : NULL;
}

static void
add_part (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
dup_text (AsyFamilyFile *file, AsyInvolvement *involvement)
{
  AsyPerson *person = asy_family_file_find_person (file, asy_involvement_get_person_id (involvement));
  g_autofree char *name = person != NULL ? asy_person_dup_full_name (person) : NULL;
  g_autofree char *when = dup_when (involvement);
  g_autofree char *result = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  add_part (text, asy_involvement_get_doing (involvement));
  add_part (text, name);
  add_part (text, when);
  add_part (text, asy_involvement_get_contact (involvement));
  if (asy_involvement_get_result (involvement) != NULL)
    {
      result = g_strdup_printf (_("result: %s"), asy_involvement_get_result (involvement));
      add_part (text, result);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
new_row (AsyFamilyData *data, AsyInvolvement *involvement)
{
  const AsyDay until = asy_involvement_get_until_day (involvement);
  const gboolean is_running = until == ASY_DAY_NONE || until >= data->today;
  g_autofree char *text = dup_text (data->file, involvement);
  GtkWidget *row;

  row = asy_family_record_row_new (asy_family_file_get_involved (data->file, involvement), text,
                                   is_running ? asy_pill_new (_("At work"), ASY_MEANING_DONE) : asy_pill_new (C_("involvement", "Ended"), ASY_MEANING_PLAIN),
                                   "family.edit-involvement", asy_record_get_id (ASY_RECORD (involvement)));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

void
asy_involvement_card_append (GtkBox *column, AsyFamilyData *data)
{
  GPtrArray *involvements = data->file->involvements;
  GtkWidget *heading = asy_family_heading_new (_("Who Works with the Family Already"), (int) involvements->len, _("Add"),
                                               "list-add-symbolic", "family.involvement");
  GtkWidget *card = asy_family_card_new ();

  gtk_widget_set_margin_top (heading, 17);
  for (guint i = 0; i < involvements->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (card), new_row (data, involvements->pdata[i]));
  if (involvements->len == 0)
    gtk_list_box_append (GTK_LIST_BOX (card),
                         asy_family_nothing_row_new (_("Nobody is noted. Write down who does what, so that nothing is done twice.")));
  gtk_box_append (column, heading);
  gtk_box_append (column, card);
}
