/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/asy-warnings.h"
#include "ui/asy-family-sign.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

/* On the context: family id → text. Warnings in force are few, a hundred in a city. */
static GQuark
signs_quark (void)
{
  return g_quark_from_static_string ("asy-family-signs");
}

static gpointer
list_job (AsySession *session, gpointer request, GError **error)
{
  const AsyDay today = asy_session_get_today (session);

  return asy_family_warnings_list (session, 0, today, today, error);
}

static void
add_sign (GHashTable *signs, AsyFamilyWarning *warning)
{
  const gint64 id = asy_family_warning_get_family_id (warning);
  const char *old = g_hash_table_lookup (signs, &id);
  const char *kind = asy_warning_kind_get_label ((AsyWarningKind) asy_family_warning_get_kind (warning));

  g_hash_table_replace (signs, g_memdup2 (&id, sizeof id),
                        g_strdup_printf ("%s%s%s: %s", old != NULL ? old : "", old != NULL ? "\n" : "", kind,
                                         asy_family_warning_get_reason (warning)));
}

static void
on_listed_cb (gpointer owner, gpointer result, const GError *error)
{
  g_autoptr (GPtrArray) warnings = result;
  GHashTable *signs;

  if (warnings == NULL)
    {
      asy_context_show_error (owner, NULL, error);
      return;
    }
  signs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < warnings->len; i++)
    add_sign (signs, warnings->pdata[i]);
  g_object_set_qdata_full (owner, signs_quark (), signs, (GDestroyNotify) g_hash_table_unref);
}

static void
load (AsyContext *context)
{
  asy_context_ask (context, context, "family-signs", list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, on_listed_cb);
}

static void
on_changed_cb (AsyContext *context, const char *kind)
{
  if (g_str_equal (kind, "*") || g_str_equal (kind, "family_warning"))
    load (context);
}

void
asy_family_signs_follow (AsyContext *context)
{
  g_return_if_fail (ASY_IS_CONTEXT (context));

  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), context, G_CONNECT_SWAPPED);
  load (context);
}

const char *
asy_family_sign_get_text (AsyContext *context, gint64 family_id)
{
  GHashTable *signs;

  g_return_val_if_fail (ASY_IS_CONTEXT (context), NULL);

  signs = g_object_get_qdata (G_OBJECT (context), signs_quark ());
  return signs != NULL ? g_hash_table_lookup (signs, &family_id) : NULL;
}

void
asy_family_sign_set (GtkImage *image, AsyContext *context, gint64 family_id)
{
  const char *text;

  g_return_if_fail (GTK_IS_IMAGE (image));

  text = asy_family_sign_get_text (context, family_id);
  gtk_image_set_from_icon_name (image, "dialog-warning-symbolic");
  asy_ui_set_meaning (GTK_WIDGET (image), ASY_MEANING_LATE);
  asy_ui_set_tooltip (GTK_WIDGET (image), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Warning"), -1);
  gtk_widget_set_visible (GTK_WIDGET (image), text != NULL);
}

GtkWidget *
asy_family_sign_new (AsyContext *context, gint64 family_id)
{
  GtkWidget *image;

  if (asy_family_sign_get_text (context, family_id) == NULL)
    return NULL;
  image = gtk_image_new ();
  asy_family_sign_set (GTK_IMAGE (image), context, family_id);
  return image;
}
