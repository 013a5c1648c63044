/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-family-tabs.h"
#include "families/asy-person-row.h"
#include "ui/asy-ui.h"

struct _AsyFamilyPeople
{
  AsyFamilyTab parent_instance;

  GtkBox *column;               /* inside the page */
};

G_DEFINE_FINAL_TYPE (AsyFamilyPeople, asy_family_people, ASY_TYPE_FAMILY_TAB)

static guint
append_members (AsyFamilyPeople *self, AsyFamilyData *data, GtkWidget *card, gboolean with_left)
{
  AsyContext *context = asy_family_tab_get_context (ASY_FAMILY_TAB (self));
  guint n = 0;

  for (guint i = 0; i < data->file->members->len; i++)
    {
      const AsyMemberEntry *entry = data->file->members->pdata[i];
      const AsyDay left_on = asy_member_get_left_on (entry->member);
      const gboolean has_left = left_on != ASY_DAY_NONE && left_on <= data->today;

      if (has_left != with_left)
        continue;
      gtk_list_box_append (GTK_LIST_BOX (card), asy_person_row_new (context, entry, "family.edit-member"));
      n++;
    }
  return n;
}

static void
asy_family_people_fill (AsyFamilyTab *tab, AsyFamilyData *data)
{
  AsyFamilyPeople *self = ASY_FAMILY_PEOPLE (tab);
  GtkWidget *card = asy_family_card_new ();
  GtkWidget *left_card = asy_family_card_new ();
  const guint n = append_members (self, data, card, FALSE);
  const guint n_left = append_members (self, data, left_card, TRUE);

  g_object_ref_sink (left_card);
  asy_ui_clear_box (self->column);
  gtk_box_append (self->column, asy_family_heading_new (_("People"), (int) n, _("Add"), "list-add-symbolic", "family.add-member"));
  if (n == 0)
    gtk_list_box_append (GTK_LIST_BOX (card), asy_family_nothing_row_new (_("Nobody belongs to the family yet.")));
  gtk_box_append (self->column, card);
  if (n_left > 0)
    {
      GtkWidget *heading = asy_family_heading_new (_("Left the Family"), (int) n_left, NULL, NULL, NULL);

      gtk_widget_set_margin_top (heading, 17);
      gtk_box_append (self->column, heading);
      gtk_box_append (self->column, left_card);
    }
  g_object_unref (left_card);
}

static void
asy_family_people_class_init (AsyFamilyPeopleClass *klass)
{
  ASY_FAMILY_TAB_CLASS (klass)->fill = asy_family_people_fill;
}

static void
asy_family_people_init (AsyFamilyPeople *self)
{
  self->column = asy_family_tab_build_column (ASY_FAMILY_TAB (self), 760);
}
