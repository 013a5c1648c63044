/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-team"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/asy-workers.h"
#include "team/asy-worker-form.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-rows.h"
#include "ui/asy-words.h"

static gpointer
save_job (AsySession *session, gpointer request, GError **error)
{
  return asy_worker_save (session, request, error) ? g_object_ref (request) : NULL;
}

static char *
check_days (AsyForm *form, gpointer user_data)
{
  AsyWorker *worker = asy_form_get_record (form, 0);
  AsyDay from = asy_worker_get_employed_from (worker);
  AsyDay until = asy_worker_get_employed_until (worker);
  AsyDay authorised_until = asy_worker_get_authorised_until (worker);
  AsyDay suspended_from = asy_worker_get_suspended_from (worker);
  AsyDay suspended_until = asy_worker_get_suspended_until (worker);

  if (until != ASY_DAY_NONE && until < from)
    return g_strdup (_("The employment ends before it begins"));
  if (authorised_until != ASY_DAY_NONE && authorised_until < asy_worker_get_authorised_on (worker))
    return g_strdup (_("The authorisation ends before it begins"));
  if (suspended_until != ASY_DAY_NONE && suspended_from == ASY_DAY_NONE)
    return g_strdup (_("Type when the suspension began"));
  if (suspended_until != ASY_DAY_NONE && suspended_until < suspended_from)
    return g_strdup (_("The suspension ends before it begins"));
  if (suspended_from != ASY_DAY_NONE && suspended_from < from)
    return g_strdup (_("The suspension begins before the employment"));
  return NULL;
}

static GtkWidget *
add_group (AsyForm *form, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  asy_form_add_group (form, group);
  return group;
}

static void
add (AsyForm *form, GtkWidget *group, guint field, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, asy_form_get_record (form, 0), field, row));
}

static GtkWidget *
new_contract_row (void)
{
  GtkWidget *row = asy_choice_row_new ("");

  for (int contract = 0; asy_worker_contract_nicks[contract] != NULL; contract++)
    asy_choice_row_append (ASY_CHOICE_ROW (row), asy_worker_contract_nicks[contract],
                           asy_worker_contract_get_label ((AsyWorkerContract) contract), NULL);
  return row;
}

static GtkWidget *
new_sex_row (void)
{
  static const char *const labels[] = { N_("Not given"), N_("Woman"), N_("Man") };
  GtkWidget *row = asy_choice_row_new ("");

  for (guint sex = 0; sex < G_N_ELEMENTS (labels); sex++)
    asy_choice_row_append (ASY_CHOICE_ROW (row), asy_worker_sex_nicks[sex], _(labels[sex]), NULL);
  return row;
}

static void
add_person (AsyForm *form)
{
  GtkWidget *group = add_group (form, "", NULL);

  add (form, group, ASY_WORKER_GIVEN_NAME, adw_entry_row_new ());
  add (form, group, ASY_WORKER_FAMILY_NAME, adw_entry_row_new ());
  /* Forms of words in letters: asystentka, asystent. */
  add (form, group, ASY_WORKER_SEX, new_sex_row ());
  add (form, group, ASY_WORKER_PHONE, adw_entry_row_new ());
  add (form, group, ASY_WORKER_EMAIL, adw_entry_row_new ());
  add (form, group, ASY_WORKER_DISTRICT, adw_entry_row_new ());
}

static void
add_employment (AsyForm *form)
{
  GtkWidget *group = add_group (form, _("Employment"), NULL);

  add (form, group, ASY_WORKER_CONTRACT, new_contract_row ());
  add (form, group, ASY_WORKER_FTE, asy_number_row_new ("", 0.05, 1, 0.05, 2));
  add (form, group, ASY_WORKER_POSITION, adw_entry_row_new ());
  add (form, group, ASY_WORKER_EMPLOYED_FROM, asy_date_row_new (""));
  add (form, group, ASY_WORKER_EMPLOYED_UNTIL, asy_date_row_new (""));
  add (form, group, ASY_WORKER_SOCIAL_WORKER_HERE, asy_switch_row_new ("", _("Then no family of this commune can be assigned (art. 17 section 3 uwr).")));
}

static void
add_qualification (AsyForm *form)
{
  GtkWidget *group = add_group (form, _("Qualification"), _("Education and practice that art. 12 uwr asks for, and the check in the register "
                                                            "of sexual offenders (RSPTS, art. 7b uwr)."));

  add (form, group, ASY_WORKER_QUALIFICATION, asy_text_row_new ("", 2));
  add (form, group, ASY_WORKER_RSPTS_CHECKED_ON, asy_date_row_new (""));
}

static void
add_rights (AsyForm *form)
{
  GtkWidget *group = add_group (form, _("Right to the Data"),
                                _("The administrator’s written authorisation and the secrecy undertaking, art. 7 section 4 uwr. "
                                  "Without them no family can be assigned. For an assistant with an account, those of the account hold."));

  add (form, group, ASY_WORKER_AUTHORISED_ON, asy_date_row_new (""));
  add (form, group, ASY_WORKER_AUTHORISED_UNTIL, asy_date_row_new (""));
  add (form, group, ASY_WORKER_SECRECY_ON, asy_date_row_new (""));
}

static void
add_suspension (AsyForm *form)
{
  GtkWidget *group = add_group (form, _("Suspension"), _("Proceedings for an intentional offence suspend an assistant (art. 13 uwr). "
                                                         "Families are not assigned in that time."));

  add (form, group, ASY_WORKER_SUSPENDED_FROM, asy_date_row_new (""));
  add (form, group, ASY_WORKER_SUSPENDED_UNTIL, asy_date_row_new (""));
  add (form, group, ASY_WORKER_SUSPENDED_REASON, adw_entry_row_new ());
}

AsyForm *
asy_worker_form_new (AsyContext *context, AsyWorker *worker)
{
  AsyForm *form = asy_form_new (context, asy_record_get_id (ASY_RECORD (worker)) == 0 ? _("New Assistant") : _("Assistant"));
  GtkWidget *group;

  (void) asy_form_add_record (form, worker);
  add_person (form);
  add_employment (form);
  add_qualification (form);
  add_rights (form);
  add_suspension (form);
  group = add_group (form, "", NULL);
  add (form, group, ASY_WORKER_NOTES, asy_text_row_new ("", 3));
  asy_form_add_check (form, check_days, NULL);
  asy_form_set_job (form, save_job);
  asy_form_set_draft (form, "worker");
  return form;
}
