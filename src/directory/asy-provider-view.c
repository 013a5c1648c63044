/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-directory"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "directory/asy-provider-row.h"
#include "directory/asy-provider-view.h"
#include "store/asy-providers.h"
#include "ui/asy-compat.h"
#include "ui/asy-pill.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
on_copy_clicked_cb (GtkButton *button, gpointer user_data)
{
  const char *text = g_object_get_data (G_OBJECT (button), "text");
  AsyContext *context = asy_context_of (GTK_WIDGET (button));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
  if (context != NULL)
    asy_context_toast (context, _ ("Copied"));
}

static void
on_link_clicked_cb (GtkButton *button, gpointer user_data)
{
  asy_ui_show_uri (GTK_WIDGET (button), g_object_get_data (G_OBJECT (button), "text"));
}

static void
add_button (GtkWidget *row, const char *icon_name, const char *name, const char *text, GCallback callback)
{
  GtkWidget *button = asy_icon_button_new (icon_name, name, NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect (button, "clicked", callback, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
add_row (GtkWidget *group, const char *icon_name, const char *title, const char *value)
{
  GtkWidget *row;

  if (value == NULL)
    return NULL;
  row = asy_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), title);
  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), TRUE);
  if (icon_name != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
add_phone (GtkWidget *group, const char *title, const char *digits)
{
  g_autofree char *printed = digits != NULL ? asy_text_phone (digits) : NULL;
  GtkWidget *row = add_row (group, "call-start-symbolic", title, printed);

  if (row != NULL)
    add_button (row, "edit-copy-symbolic", _ ("Copy the number"), printed, G_CALLBACK (on_copy_clicked_cb));
}

static GtkWidget *
new_contacts (AsyProvider *provider)
{
  GtkWidget *group = adw_preferences_group_new ();
  const char *www = asy_provider_get_www (provider);
  GtkWidget *row;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Phones and contact"));
  add_phone (group, _ ("Phone"), asy_provider_get_phone (provider));
  add_phone (group, _ ("Other phone"), asy_provider_get_phone2 (provider));
  row = add_row (group, "mail-unread-symbolic", _ ("E-mail"), asy_provider_get_email (provider));
  if (row != NULL)
    add_button (row, "edit-copy-symbolic", _ ("Copy the address"), asy_provider_get_email (provider), G_CALLBACK (on_copy_clicked_cb));
  row = add_row (group, "web-browser-symbolic", _ ("Web site"), www);
  if (row != NULL)
    {
      g_autofree char *uri = g_str_has_prefix (www, "http") ? g_strdup (www) : g_strconcat ("https://", www, NULL);

      add_button (row, "go-next-symbolic", _ ("Open the site"), uri, G_CALLBACK (on_link_clicked_cb));
    }
  add_row (group, "mail-send-symbolic", _ ("e-Delivery address"), asy_provider_get_e_delivery (provider));
  add_row (group, "avatar-default-symbolic", _ ("Contact person"), asy_provider_get_contact_person (provider));
  return group;
}

static GtkWidget *
new_details (AsyProvider *provider)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Help"));
  add_row (group, NULL, _ ("Scope of help"), asy_provider_get_scope (provider));
  add_row (group, NULL, _ ("Age group"), asy_provider_get_age_group (provider));
  add_row (group, NULL, _ ("Opening hours"), asy_provider_get_hours (provider));
  add_row (group, NULL, _ ("Waiting time"), asy_provider_get_waiting_time (provider));
  add_row (group, NULL, _ ("Cost"), asy_provider_get_cost (provider));
  add_row (group, NULL, _ ("What to bring"), asy_provider_get_requirements (provider));
  add_row (group, NULL, _ ("Languages"), asy_provider_get_languages (provider));
  add_row (group, NULL, _ ("Accessibility"), asy_provider_get_accessibility (provider));
  add_row (group, NULL, _ ("Notes"), asy_provider_get_notes (provider));
  return group;
}

static GtkWidget *
new_identity (AsyProvider *provider)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *area = g_strjoin (", ", asy_provider_get_commune (provider) != NULL ? asy_provider_get_commune (provider) : "",
                                     asy_provider_get_county (provider), asy_provider_get_voivodeship (provider), NULL);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Registers"));
  add_row (group, NULL, _ ("Kind in the source"), asy_provider_get_kind_text (provider));
  add_row (group, NULL, _ ("Commune, county, voivodeship"), *area != '\0' && *area != ',' ? area : NULL);
  add_row (group, NULL, _ ("NIP"), asy_provider_get_nip (provider));
  add_row (group, NULL, _ ("REGON"), asy_provider_get_regon (provider));
  return group;
}

static char *
dup_address (AsyProvider *provider)
{
  const char *street = asy_provider_get_street (provider);
  const char *postcode = asy_provider_get_postcode (provider);
  const char *city = asy_provider_get_city (provider);
  g_autofree char *town = g_strjoin (" ", postcode != NULL ? postcode : city, postcode != NULL ? city : NULL, NULL);

  return g_strjoin (", ", street != NULL ? street : town, street != NULL ? town : NULL, NULL);
}

static gpointer
mark_checked_job (AsySession *session, gpointer request, GError **error)
{
  AsyProvider *provider = request;

  asy_provider_set_verified_on (provider, asy_session_get_today (session));
  return asy_provider_save (session, provider, error) ? ASY_STORE_DONE : NULL;
}

static void
on_checked_clicked_cb (GtkButton *button, gpointer user_data)
{
  AsyProvider *provider = g_object_get_data (G_OBJECT (button), "provider");
  AsyContext *context = asy_context_of (GTK_WIDGET (button));

  if (context != NULL)
    asy_context_ask (context, button, "check", mark_checked_job, asy_record_duplicate (provider), g_object_unref, NULL, NULL);
}

static GtkWidget *
new_head (AsyContext *context, AsyProvider *provider)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_button_new_with_mnemonic (_ ("_Checked today"));
  AsyDictionary *dictionary = asy_context_get_office (context)->dictionary;
  g_autofree char *address = dup_address (provider);
  gboolean is_stale;
  g_autofree char *checked = asy_provider_dup_checked (provider, asy_context_get_today (context), &is_stale);

  gtk_box_append (GTK_BOX (box), new_label (asy_provider_get_name (provider), "title-2"));
  if (address != NULL)
    gtk_box_append (GTK_BOX (box), new_label (address, "dim-label"));
  gtk_box_append (GTK_BOX (pills), asy_pill_new (asy_dictionary_get_label (dictionary, ASY_DICT_PROVIDER_KIND, asy_provider_get_kind (provider)),
                                                 ASY_MEANING_INFO));
  if (asy_provider_get_crisis_24h (provider))
    gtk_box_append (GTK_BOX (pills), asy_pill_new (_ ("round the clock"), ASY_MEANING_DONE));
  gtk_box_append (GTK_BOX (pills), asy_pill_new (checked, is_stale ? ASY_MEANING_SOON : ASY_MEANING_PLAIN));
  g_object_set_data_full (G_OBJECT (check), "provider", g_object_ref (provider), g_object_unref);
  g_signal_connect (check, "clicked", G_CALLBACK (on_checked_clicked_cb), NULL);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_set_halign (check, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (pills), check);
  gtk_box_append (GTK_BOX (box), pills);
  return box;
}

static gboolean
has_rows (AsyProvider *provider)
{
  return asy_provider_get_scope (provider) != NULL || asy_provider_get_age_group (provider) != NULL ||
         asy_provider_get_hours (provider) != NULL || asy_provider_get_waiting_time (provider) != NULL ||
         asy_provider_get_cost (provider) != NULL || asy_provider_get_requirements (provider) != NULL ||
         asy_provider_get_languages (provider) != NULL || asy_provider_get_accessibility (provider) != NULL ||
         asy_provider_get_notes (provider) != NULL;
}

GtkWidget *
asy_provider_view_new (AsyContext *context, AsyProvider *provider)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 820);
  gtk_widget_set_margin_start (box, 20);
  gtk_widget_set_margin_end (box, 20);
  gtk_widget_set_margin_top (box, 16);
  gtk_widget_set_margin_bottom (box, 20);
  gtk_box_append (GTK_BOX (box), new_head (context, provider));
  gtk_box_append (GTK_BOX (box), new_contacts (provider));
  if (has_rows (provider))
    gtk_box_append (GTK_BOX (box), new_details (provider));
  gtk_box_append (GTK_BOX (box), new_identity (provider));
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}
