/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-assistant-picker.h"
#include "families/asy-family-actions.h"
#include "families/asy-family-forms.h"
#include "families/asy-form-rows.h"
#include "families/asy-handover-rows.h"
#include "families/asy-hint-row.h"
#include "law/asy-rules.h"
#include "model/asy-letter-file.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-format.h"
#include "ui/asy-rows.h"
#include "ui/asy-offer.h"

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
  GtkWidget *reason;            /* nullable: only for a change */
} Assigning;

typedef struct {
  AsyAssignment *assignment;
  char *reason;                 /* nullable */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->assignment);
  g_free (request->reason);
  g_free (request);
}

static gpointer
make_request (AsyForm *form, gpointer user_data)
{
  const Assigning *assigning = user_data;
  const char *reason = assigning->reason != NULL ? gtk_editable_get_text (GTK_EDITABLE (assigning->reason)) : "";
  Request *request = g_new0 (Request, 1);

  request->assignment = asy_record_duplicate (assigning->assignment);
  request->reason = *reason != '\0' ? g_strdup (reason) : NULL;
  return request;
}

static gpointer
assign_job (AsySession *session, gpointer request, GError **error)
{
  const Request *asked = request;

  return asy_assignment_change (session, asked->assignment, asked->reason, error) ? g_object_ref (asked->assignment) : NULL;
}

static char *
describe_obstacle (AsyWorkerObstacle obstacle)
{
  switch (obstacle)
    {
    case ASY_WORKER_OBSTACLE_SUSPENDED:
      return g_strdup (_("This assistant is suspended on that day (art. 13 uwr)."));
    case ASY_WORKER_OBSTACLE_SOCIAL_WORKER:
      return g_strdup (_("A social worker of this commune may not be its family assistant (art. 17 section 3 uwr)."));
    case ASY_WORKER_OBSTACLE_NOT_AUTHORISED:
      return g_strdup (_("This assistant has no authorisation or secrecy undertaking in force (art. 7 section 4 uwr)."));
    case ASY_WORKER_OBSTACLE_NONE:
    case ASY_WORKER_OBSTACLE_NOT_EMPLOYED:
    default:
      return g_strdup (_("This assistant is not at work on that day."));
    }
}

static int
warning_from (Assigning *assigning, AsyDay day)
{
  return asy_caseload_get_warning (asy_context_get_office (asy_form_get_context (assigning->form))->office, day);
}

/* Says before saving what saving would say; the store refuses in any case. */
static void
update_hint (Assigning *assigning)
{
  const AsyCaseload *chosen = asy_assistant_picker_get_chosen (assigning->picker);
  const AsyDay day = asy_assignment_get_from_day (assigning->assignment);
  g_autofree char *text = NULL, *since = NULL;
  AsyMeaning meaning = ASY_MEANING_LATE;
  AsyRule rule;

  if (chosen != NULL && !chosen->is_available)
    text = describe_obstacle (chosen->obstacle);
  else if (chosen != NULL && asy_rules_lookup (asy_rules_get_default (), "caseload-limit", day, &rule) &&
           chosen->families >= rule.value)
    {
      since = asy_format_day_long (rule.since);
      text = g_strdup_printf (_("This assistant has %d families. Since %s the limit is %d (%s)."), chosen->families, since, rule.value,
                              rule.article);
    }
  else if (chosen != NULL && warning_from (assigning, day) > 0 && chosen->families + 1 >= warning_from (assigning, day))
    {
      text = g_strdup_printf (_("With this family the assistant has %d of %d. The office is warned from %d."), chosen->families + 1,
                              chosen->limit, warning_from (assigning, day));
      meaning = ASY_MEANING_SOON;
    }
  asy_hint_row_set (assigning->hint, text, meaning);
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

static void
add_weight (Assigning *assigning)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = asy_number_row_new ("", 0.5, 3, 0.5, 1);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("How much the family weighs in the load of the assistant: "
                                                                          "the number depends on the difficulty (art. 15 section 4)."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (assigning->form, assigning->assignment,
                                                                           ASY_ASSIGNMENT_WEIGHT, row));
  asy_form_add_group (assigning->form, group);
}

/* What the one who leaves hands on: their note, and what the register knows. */
static void
add_handover (Assigning *assigning, AsyFamilyData *data, AsyDictionary *dictionary)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *known = adw_preferences_group_new ();
  g_autoptr (GPtrArray) rows = asy_handover_rows_new (data, dictionary);

  assigning->reason = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (assigning->reason), _("Reason for the change"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Handover"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("What the next assistant must know and no record says"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), assigning->reason);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (assigning->form, assigning->assignment,
                                                                           ASY_ASSIGNMENT_HANDOVER, asy_text_row_new ("", 4)));
  g_signal_connect_object (assigning->reason, "changed", G_CALLBACK (asy_form_touch), assigning->form, G_CONNECT_SWAPPED);
  asy_form_add_group (assigning->form, group);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (known), _("Handed Over with the Family"));
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (known), rows->pdata[i]);
  asy_form_add_group (assigning->form, known);
}

static void
on_write_cb (AsyContext *context, gpointer assignment)
{
  asy_context_go (context, ASY_GO_PAPER_OF, asy_record_get_id (assignment), ASY_LETTER_KIND_HANDOVER);
}

/* Both assistants sign what was handed over. */
static void
on_changed_cb (AsyForm *form, gpointer result, gpointer user_data)
{
  asy_offer (asy_form_get_context (form), _("The Assistant Was Changed"),
             _("Write the record of the handover now? It is filled from the register and both assistants sign it."),
             _("_Write the Record"), on_write_cb, g_object_ref (result), g_object_unref);
}

static double
guess_weight (AsyFamilyData *data)
{
  AsyAssignment *running = asy_family_data_find_assignment (data);
  const double difficulty = asy_case_get_difficulty (data->file->current);

  if (running != NULL && asy_assignment_get_weight (running) > 0)
    return asy_assignment_get_weight (running);
  return difficulty > 0 ? difficulty : 1;
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
  const gboolean is_change = asy_family_data_find_assignment (data) != NULL;
  AsyForm *form = asy_form_new (context, is_change ? _("Change the Assistant") : _("Assign an Assistant"));
  Assigning *assigning = g_new0 (Assigning, 1);

  asy_form_set_subtitle (form, asy_family_get_name (data->file->family));
  asy_form_set_save_label (form, _("_Assign"));
  asy_assignment_set_case_file_id (source, asy_record_get_id (ASY_RECORD (data->file->current)));
  asy_assignment_set_basis (source, guess_basis ((AsyCasePath) asy_case_get_path (data->file->current)));
  asy_assignment_set_from_day (source, data->today);
  asy_assignment_set_weight (source, guess_weight (data));
  assigning->form = form;
  assigning->assignment = asy_form_add_record (form, source);
  assigning->picker = ASY_ASSISTANT_PICKER (asy_assistant_picker_new (context));
  assigning->hint = ASY_HINT_ROW (asy_hint_row_new ());
  g_object_set_data_full (G_OBJECT (form), "assigning", assigning, g_free);
  add_picker (assigning);
  asy_form_add_rows (form, assigning->assignment, NULL, specs, G_N_ELEMENTS (specs), NULL);
  add_weight (assigning);
  if (is_change)
    add_handover (assigning, data, asy_context_get_office (context)->dictionary);
  g_signal_connect_swapped (assigning->picker, "changed", G_CALLBACK (on_chosen_cb), assigning);
  g_signal_connect (assigning->assignment, "notify::from-day", G_CALLBACK (on_day_cb), assigning);
  asy_assistant_picker_set_day (assigning->picker, data->today);
  asy_form_add_check (form, check_assigning, assigning);
  asy_form_set_request (form, make_request, assigning, request_free, g_object_unref);
  if (is_change)
    g_signal_connect (form, "saved", G_CALLBACK (on_changed_cb), NULL);
  asy_form_set_job (form, assign_job);
  asy_form_present (form);
}
