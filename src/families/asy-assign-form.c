/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-assistant-picker.h"
#include "families/asy-family-forms.h"
#include "families/asy-form-rows.h"
#include "families/asy-hint-row.h"
#include "law/asy-rules.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-format.h"
#include "ui/asy-rows.h"

/* Assigning an assistant (przydzielenie, art. 11 ust. 4). */

static const AsyChoice bases[] = {
  { "motion", N_("Motion of the social worker") },
  { "direct", N_("Directly after the interview (art. 11 section 1a)") },
  { "court", N_("Order of the court") },
  { "za-zyciem", N_("Application under Za życiem") },
  { NULL, NULL },
};

typedef struct {
  AsyForm *form;                /* weak: all of this belongs to it */
  AsyAssignment *assignment;
  AsyAssistantPicker *picker;
  AsyHintRow *hint;
} Assigning;

static gpointer
assign_job (AsySession *session, gpointer request, GError **error)
{
  return asy_assignment_make (session, request, error) ? ASY_STORE_DONE : NULL;
}

/* Says before saving what saving would say; the store refuses in any case. */
static void
update_hint (Assigning *assigning)
{
  const AsyCaseload *chosen = asy_assistant_picker_get_chosen (assigning->picker);
  const AsyDay day = asy_assignment_get_from_day (assigning->assignment);
  g_autofree char *text = NULL, *since = NULL;
  AsyRule rule;

  if (chosen != NULL && !chosen->is_available)
    text = g_strdup (_("This assistant is not at work on that day."));
  else if (chosen != NULL && asy_rules_lookup (asy_rules_get_default (), "caseload-limit", day, &rule) &&
           chosen->families >= rule.value)
    {
      since = asy_format_day_long (rule.since);
      text = g_strdup_printf (_("This assistant has %d families. Since %s the limit is %d (%s)."), chosen->families, since, rule.value,
                              rule.article);
    }
  asy_hint_row_set (assigning->hint, text, ASY_MEANING_LATE);
}

static void
on_chosen_cb (Assigning *assigning)
{
  const gint64 worker_id = asy_assistant_picker_get_worker_id (assigning->picker);

  if (asy_assignment_get_worker_id (assigning->assignment) != worker_id)
    asy_assignment_set_worker_id (assigning->assignment, worker_id);
  update_hint (assigning);
}

static void
on_day_cb (AsyRecord *record, GParamSpec *pspec, gpointer user_data)
{
  Assigning *assigning = user_data;

  asy_assistant_picker_set_day (assigning->picker, asy_assignment_get_from_day (assigning->assignment));
  update_hint (assigning);
}

static char *
check_assigning (AsyForm *form, gpointer user_data)
{
  const Assigning *assigning = user_data;

  if (asy_assignment_get_from_day (assigning->assignment) == ASY_DAY_NONE)
    return g_strdup (_("Say from when"));
  return asy_assignment_get_worker_id (assigning->assignment) == 0 ? g_strdup (_("Choose an assistant")) : NULL;
}

static AsyAssignmentBasis
guess_basis (AsyCasePath path)
{
  switch (path)
    {
    case ASY_CASE_PATH_MINOR_PARENT:
      return ASY_ASSIGNMENT_BASIS_DIRECT;
    case ASY_CASE_PATH_COURT:
      return ASY_ASSIGNMENT_BASIS_COURT;
    case ASY_CASE_PATH_ZA_ZYCIEM:
      return ASY_ASSIGNMENT_BASIS_ZA_ZYCIEM;
    case ASY_CASE_PATH_INTERVIEW:
    default:
      return ASY_ASSIGNMENT_BASIS_MOTION;
    }
}

static void
add_picker (Assigning *assigning)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *hints = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Assistant"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (assigning->picker));
  asy_form_add_group (assigning->form, group);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (hints), GTK_WIDGET (assigning->hint));
  g_object_bind_property (assigning->hint, "visible", hints, "visible", G_BINDING_SYNC_CREATE);
  asy_form_add_group (assigning->form, hints);
}

void
asy_family_form_assign (AsyContext *context, AsyFamilyData *data)
{
  static const AsyRowSpec specs[] = {
    { ASY_ASSIGNMENT_FROM_DAY, ASY_ROW_DAY, NULL, NULL },
    { ASY_ASSIGNMENT_BASIS, ASY_ROW_CHOICE, bases, NULL },
    { ASY_ASSIGNMENT_NOTE, ASY_ROW_TEXT, NULL, NULL },
  };
  g_autoptr (AsyAssignment) source = asy_assignment_new ();
  AsyForm *form = asy_form_new (context, _("Assign an Assistant"));
  Assigning *assigning = g_new0 (Assigning, 1);

  asy_form_set_subtitle (form, asy_family_get_name (data->file->family));
  asy_form_set_save_label (form, _("_Assign"));
  asy_assignment_set_case_file_id (source, asy_record_get_id (ASY_RECORD (data->file->current)));
  asy_assignment_set_basis (source, guess_basis ((AsyCasePath) asy_case_get_path (data->file->current)));
  asy_assignment_set_from_day (source, data->today);
  assigning->form = form;
  assigning->assignment = asy_form_add_record (form, source);
  assigning->picker = ASY_ASSISTANT_PICKER (asy_assistant_picker_new (context));
  assigning->hint = ASY_HINT_ROW (asy_hint_row_new ());
  g_object_set_data_full (G_OBJECT (form), "assigning", assigning, g_free);
  add_picker (assigning);
  asy_form_add_rows (form, assigning->assignment, NULL, specs, G_N_ELEMENTS (specs), NULL);
  g_signal_connect_swapped (assigning->picker, "changed", G_CALLBACK (on_chosen_cb), assigning);
  g_signal_connect (assigning->assignment, "notify::from-day", G_CALLBACK (on_day_cb), assigning);
  asy_assistant_picker_set_day (assigning->picker, data->today);
  asy_form_add_check (form, check_assigning, assigning);
  asy_form_set_job (form, assign_job);
  asy_form_present (form);
}
