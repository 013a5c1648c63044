/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-directory"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-ident.h"
#include "directory/asy-provider-view.h"
#include "store/asy-providers.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-form.h"
#include "ui/asy-rows.h"

static gpointer
save_job (AsySession *session, gpointer request, GError **error)
{
  return asy_provider_save (session, request, error) ? ASY_STORE_DONE : NULL;
}

static void
add_text (AsyForm *form, GtkWidget *group, AsyProvider *provider, guint field)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, provider, field, adw_entry_row_new ()));
}

static GtkWidget *
new_group (const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  return group;
}

static char *
check_postcode (AsyForm *form, gpointer user_data)
{
  AsyProvider *provider = asy_form_get_record (form, 0);
  const char *postcode = asy_provider_get_postcode (provider);
  char normal[7];

  if (postcode == NULL || asy_ident_check_postcode (postcode, normal) == ASY_IDENT_OK)
    return NULL;
  return g_strdup (_ ("The postcode has the form 00-000."));
}

static char *
check_nip (AsyForm *form, gpointer user_data)
{
  AsyProvider *provider = asy_form_get_record (form, 0);
  const char *nip = asy_provider_get_nip (provider);
  char digits[11];

  if (nip == NULL || asy_ident_check_nip (nip, digits) == ASY_IDENT_OK)
    return NULL;
  return g_strdup (_ ("The NIP is not right: check its ten digits."));
}

static GtkWidget *
new_main_group (AsyContext *context, AsyForm *form, AsyProvider *provider)
{
  static const guint fields[] = { ASY_PROVIDER_STREET, ASY_PROVIDER_POSTCODE, ASY_PROVIDER_CITY, ASY_PROVIDER_DISTRICT };
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *kind = asy_choice_row_new (_ ("Kind"));

  add_text (form, group, provider, ASY_PROVIDER_NAME);
  asy_choice_row_set_dictionary (ASY_CHOICE_ROW (kind), asy_context_get_office (context)->dictionary, ASY_DICT_PROVIDER_KIND);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, provider, ASY_PROVIDER_KIND, kind));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    add_text (form, group, provider, fields[i]);
  return group;
}

static GtkWidget *
new_contact_group (AsyForm *form, AsyProvider *provider)
{
  static const guint fields[] = { ASY_PROVIDER_PHONE, ASY_PROVIDER_PHONE2, ASY_PROVIDER_EMAIL, ASY_PROVIDER_WWW,
                                  ASY_PROVIDER_E_DELIVERY, ASY_PROVIDER_CONTACT_PERSON };
  GtkWidget *group = new_group (_ ("Contact"));

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    add_text (form, group, provider, fields[i]);
  return group;
}

static GtkWidget *
new_help_group (AsyForm *form, AsyProvider *provider)
{
  static const guint fields[] = { ASY_PROVIDER_AGE_GROUP, ASY_PROVIDER_COST, ASY_PROVIDER_REQUIREMENTS, ASY_PROVIDER_HOURS,
                                  ASY_PROVIDER_WAITING_TIME, ASY_PROVIDER_LANGUAGES, ASY_PROVIDER_ACCESSIBILITY };
  GtkWidget *group = new_group (_ ("Help"));

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             asy_form_bind (form, provider, ASY_PROVIDER_SCOPE, asy_text_row_new (_ ("Scope of help"), 2)));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    add_text (form, group, provider, fields[i]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             asy_form_bind (form, provider, ASY_PROVIDER_CRISIS_24H,
                                            asy_switch_row_new (_ ("Crisis duty round the clock"), NULL)));
  return group;
}

static GtkWidget *
new_other_group (AsyForm *form, AsyProvider *provider)
{
  GtkWidget *group = new_group (_ ("Registers and notes"));

  add_text (form, group, provider, ASY_PROVIDER_NIP);
  add_text (form, group, provider, ASY_PROVIDER_REGON);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             asy_form_bind (form, provider, ASY_PROVIDER_VERIFIED_ON, asy_date_row_new (_ ("Verified on"))));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             asy_form_bind (form, provider, ASY_PROVIDER_NOTES, asy_text_row_new (_ ("Notes"), 2)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             asy_form_bind (form, provider, ASY_PROVIDER_RETIRED,
                                            asy_switch_row_new (_ ("No longer in use"), _ ("Kept for the history, not offered any more"))));
  return group;
}

void
asy_provider_form_open (AsyContext *context, AsyProvider *provider)
{
  const gboolean is_new = asy_record_get_id (ASY_RECORD (provider)) == 0;
  AsyForm *form = asy_form_new (context, is_new ? _ ("New place") : _ ("Place in the directory"));
  AsyProvider *copy = asy_form_add_record (form, provider);

  asy_form_add_group (form, new_main_group (context, form, copy));
  asy_form_add_group (form, new_contact_group (form, copy));
  asy_form_add_group (form, new_help_group (form, copy));
  asy_form_add_group (form, new_other_group (form, copy));
  asy_form_add_check (form, check_postcode, NULL);
  asy_form_add_check (form, check_nip, NULL);
  asy_form_set_job (form, save_job);
  asy_form_set_draft (form, "provider");
  asy_form_present (form);
}
