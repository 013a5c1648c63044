/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-reasons-row.h"
#include "ui/asy-rows.h"

struct _AsyReasonsRow
{
  AdwExpanderRow parent_instance;

  GPtrArray *checks;            /* GtkCheckButton, children of the rows */
  AsyDictionary *dictionary;
};

G_DEFINE_FINAL_TYPE (AsyReasonsRow, asy_reasons_row, ADW_TYPE_EXPANDER_ROW)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
code_of (gpointer check)
{
  return g_object_get_data (check, "code");
}

char **
asy_reasons_row_dup_codes (AsyReasonsRow *self)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  g_return_val_if_fail (ASY_IS_REASONS_ROW (self), NULL);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_strv_builder_add (codes, code_of (self->checks->pdata[i]));
  return g_strv_builder_end (codes);
}

static void
update_subtitle (AsyReasonsRow *self)
{
  g_auto (GStrv) codes = asy_reasons_row_dup_codes (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            asy_dictionary_get_label (self->dictionary, ASY_DICT_DIFFICULTY, codes[i]));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text->len > 0 ? text->str : _("none chosen"));
}

static void
on_toggled_cb (AsyReasonsRow *self)
{
  update_subtitle (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_chosen (GPtrArray *codes, const char *code)
{
  for (guint i = 0; codes != NULL && i < codes->len; i++)
    if (g_str_equal (codes->pdata[i], code))
      return TRUE;
  return FALSE;
}

static void
add_check (AsyReasonsRow *self, const AsyDictEntry *entry, gboolean active)
{
  GtkWidget *row = asy_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "code", g_strdup (entry->code), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->label, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->checks, check);
}

GtkWidget *
asy_reasons_row_new (AsyDictionary *dictionary, GPtrArray *codes)
{
  AsyReasonsRow *self = g_object_new (ASY_TYPE_REASONS_ROW, NULL);
  GPtrArray *entries = asy_dictionary_list (dictionary, ASY_DICT_DIFFICULTY);

  self->dictionary = asy_dictionary_ref (dictionary);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const AsyDictEntry *entry = entries->pdata[i];
      const gboolean active = is_chosen (codes, entry->code);

      if (!entry->retired || active)
        add_check (self, entry, active);
    }
  update_subtitle (self);
  return GTK_WIDGET (self);
}

static void
asy_reasons_row_finalize (GObject *object)
{
  AsyReasonsRow *self = ASY_REASONS_ROW (object);

  g_ptr_array_unref (self->checks);
  g_clear_pointer (&self->dictionary, asy_dictionary_unref);

  G_OBJECT_CLASS (asy_reasons_row_parent_class)->finalize (object);
}

static void
asy_reasons_row_class_init (AsyReasonsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asy_reasons_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
asy_reasons_row_init (AsyReasonsRow *self)
{
  self->checks = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Reasons (art. 7 ups)"));
}
