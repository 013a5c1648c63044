/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-directory"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "directory/asy-provider-row.h"
#include "ui/asy-format.h"
#include "ui/asy-pill.h"
#include "ui/asy-ui.h"

struct _AsyProviderRow
{
  GtkBox parent_instance;

  /* template children */
  GtkLabel *name;
  GtkLabel *kind;
  GtkLabel *checked;
  AsyPill *crisis;
  AsyPill *cost;
  AsyPill *waiting;
  GtkLabel *phone;
};

G_DEFINE_FINAL_TYPE (AsyProviderRow, asy_provider_row, GTK_TYPE_BOX)

static void
asy_provider_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_PROVIDER_ROW);

  G_OBJECT_CLASS (asy_provider_row_parent_class)->dispose (object);
}

static void
asy_provider_row_class_init (AsyProviderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_provider_row_dispose;

  g_type_ensure (ASY_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/directory/provider-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyProviderRow, name);
  gtk_widget_class_bind_template_child (widget_class, AsyProviderRow, kind);
  gtk_widget_class_bind_template_child (widget_class, AsyProviderRow, checked);
  gtk_widget_class_bind_template_child (widget_class, AsyProviderRow, crisis);
  gtk_widget_class_bind_template_child (widget_class, AsyProviderRow, cost);
  gtk_widget_class_bind_template_child (widget_class, AsyProviderRow, waiting);
  gtk_widget_class_bind_template_child (widget_class, AsyProviderRow, phone);
}

static void
asy_provider_row_init (AsyProviderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
asy_provider_row_new (void)
{
  return g_object_new (ASY_TYPE_PROVIDER_ROW, NULL);
}

char *
asy_provider_dup_checked (AsyProvider *provider, AsyDay today, gboolean *ret_is_stale)
{
  const AsyDay checked = asy_provider_get_verified_on (provider);
  g_autofree char *day = NULL;

  if (ret_is_stale != NULL)
    *ret_is_stale = checked == ASY_DAY_NONE || asy_day_add_months (checked, ASY_PROVIDER_STALE_MONTHS) < today;
  if (checked == ASY_DAY_NONE)
    return g_strdup (_ ("not checked yet"));
  day = asy_format_day (checked);
  return g_strdup_printf (_ ("checked %s"), day);
}

static char *
dup_kind_and_place (AsyProvider *provider, AsyDictionary *dictionary)
{
  const char *kind = asy_dictionary_get_label (dictionary, ASY_DICT_PROVIDER_KIND, asy_provider_get_kind (provider));
  const char *city = asy_provider_get_city (provider);

  return city != NULL ? g_strdup_printf ("%s · %s", kind, city) : g_strdup (kind);
}

void
asy_provider_row_show (AsyProviderRow *self, AsyProvider *provider, AsyDictionary *dictionary, AsyDay today)
{
  gboolean is_stale;
  g_autofree char *kind = dup_kind_and_place (provider, dictionary);
  g_autofree char *checked = asy_provider_dup_checked (provider, today, &is_stale);
  g_autofree char *phone = asy_provider_get_phone (provider) != NULL ? asy_text_phone (asy_provider_get_phone (provider)) : NULL;

  gtk_label_set_text (self->name, asy_provider_get_name (provider));
  gtk_label_set_text (self->kind, kind);
  gtk_label_set_text (self->checked, checked);
  asy_ui_set_meaning (GTK_WIDGET (self->checked), is_stale ? ASY_MEANING_SOON : ASY_MEANING_PLAIN);
  asy_pill_set (self->crisis, asy_provider_get_crisis_24h (provider) ? _ ("round the clock") : NULL, ASY_MEANING_DONE);
  asy_pill_set (self->cost, asy_provider_get_cost (provider), ASY_MEANING_INFO);
  asy_pill_set (self->waiting, asy_provider_get_waiting_time (provider), ASY_MEANING_PLAIN);
  gtk_label_set_text (self->phone, phone != NULL ? phone : "");
}
