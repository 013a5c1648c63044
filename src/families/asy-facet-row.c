/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-facet-row.h"
#include "families/asy-family-filter-words.h"

struct _AsyFacetRow
{
  AdwExpanderRow parent_instance;

  AsyFamilyFacet facet;
  AsyFamilyFilter *filter;      /* borrowed */
  GListModel *rows;             /* borrowed */
  AsyDictionary *dictionary;
  GPtrArray *checks;            /* owned rows: children of the expander */
  gboolean is_refreshing;
};

G_DEFINE_FINAL_TYPE (AsyFacetRow, asy_facet_row, ADW_TYPE_EXPANDER_ROW)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
value_of (gpointer check)
{
  return g_object_get_data (check, "value");
}

static void
update_subtitle (AsyFacetRow *self)
{
  g_autofree char *text = asy_family_filter_describe_facet (self->filter, self->facet, self->dictionary, self->rows);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text != NULL ? text : _("any"));
}

static void
on_toggled_cb (AsyFacetRow *self, GtkCheckButton *check)
{
  if (self->is_refreshing)
    return;
  asy_family_filter_set (self->filter, self->facet, value_of (check), gtk_check_button_get_active (check));
  update_subtitle (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_check (AsyFacetRow *self, const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *label = asy_family_facet_dup_value_label (self->facet, value, self->dictionary, self->rows);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), asy_family_filter_has (self->filter, self->facet, value));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "value", (gpointer) value);
  g_object_set_data (G_OBJECT (check), "row", row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->checks, check);
}

/* Only what is opened has its checks: an office has a hundred assistants. */
static void
fill (AsyFacetRow *self)
{
  g_autoptr (GPtrArray) values = asy_family_facet_list_values (self->facet, self->dictionary, self->rows);

  for (guint i = 0; i < values->len; i++)
    add_check (self, values->pdata[i]);
}

static void
on_expanded_cb (AsyFacetRow *self)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) && self->checks->len == 0)
    fill (self);
}

static gboolean
has_same_values (AsyFacetRow *self, GPtrArray *values)
{
  if (values->len != self->checks->len)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    if (values->pdata[i] != value_of (self->checks->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
empty (AsyFacetRow *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_object_get_data (self->checks->pdata[i], "row"));
  g_ptr_array_set_size (self->checks, 0);
}

void
asy_facet_row_refresh (AsyFacetRow *self)
{
  g_autoptr (GPtrArray) values = NULL;

  g_return_if_fail (ASY_IS_FACET_ROW (self));

  update_subtitle (self);
  if (self->checks->len == 0)
    return;
  values = asy_family_facet_list_values (self->facet, self->dictionary, self->rows);
  if (!has_same_values (self, values))
    {
      empty (self);
      on_expanded_cb (self);
      return;
    }
  self->is_refreshing = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i],
                                 asy_family_filter_has (self->filter, self->facet, value_of (self->checks->pdata[i])));
  self->is_refreshing = FALSE;
}

GtkWidget *
asy_facet_row_new (AsyFamilyFacet facet, AsyFamilyFilter *filter, AsyDictionary *dictionary, GListModel *rows)
{
  AsyFacetRow *self = g_object_new (ASY_TYPE_FACET_ROW, NULL);

  self->facet = facet;
  self->filter = filter;
  self->rows = rows;
  self->dictionary = asy_dictionary_ref (dictionary);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), asy_family_facet_get_label (facet));
  update_subtitle (self);
  return GTK_WIDGET (self);
}

static void
asy_facet_row_finalize (GObject *object)
{
  AsyFacetRow *self = ASY_FACET_ROW (object);

  g_ptr_array_unref (self->checks);
  g_clear_pointer (&self->dictionary, asy_dictionary_unref);

  G_OBJECT_CLASS (asy_facet_row_parent_class)->finalize (object);
}

static void
asy_facet_row_class_init (AsyFacetRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asy_facet_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
asy_facet_row_init (AsyFacetRow *self)
{
  self->checks = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded_cb), NULL);
}
