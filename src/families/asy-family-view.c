/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "families/asy-family-actions.h"
#include "families/asy-family-forms.h"
#include "families/asy-family-head.h"
#include "families/asy-family-tab.h"
#include "families/asy-family-tabs.h"
#include "families/asy-family-view.h"
#include "families/asy-folder-form.h"
#include "families/asy-safety-forms.h"
#include "store/asy-course.h"
#include "families/asy-diagnosis-forms.h"
#include "ui/asy-ui.h"

/* One save announces several records. */
#define RELOAD_DELAY_MS 80

struct _AsyFamilyView
{
  GtkBox parent_instance;

  /* template children */
  GtkWidget *back_button;
  AdwWindowTitle *title;
  GtkWidget *record_button;
  GtkWidget *menu_button;
  GtkStack *stack;
  AsyFamilyHead *head;
  GtkWidget *switcher;
  GtkStack *tabs;

  /* owned */
  AsyContext *context;
  AsyFamilyData *data;

  gint64 family_id;             /* what is or is to be shown */
  guint reload_source;
  gboolean is_step_asked;       /* once the family is loaded */
  gboolean is_focus_asked;
};

G_DEFINE_FINAL_TYPE (AsyFamilyView, asy_family_view, GTK_TYPE_BOX)

typedef struct {
  gint64 family_id;
  gboolean note_access;
} LoadRequest;

static gpointer
load_job (AsySession *session, gpointer request, GError **error)
{
  const LoadRequest *load = request;

  return asy_family_data_load (session, load->family_id, load->note_access, error);
}

/* What can be done follows from where the case is. */
static void
update_actions (AsyFamilyView *self)
{
  AsyFamilyData *data = self->data;
  const gboolean is_here = data != NULL;
  const gboolean has_case = is_here && data->file->current != NULL && data->stage != ASY_STAGE_CLOSED;
  const gboolean has_ended = has_case && data->facts.ended_on != ASY_DAY_NONE;
  const gboolean is_at_work = has_case && !has_ended && data->facts.first_assigned_on != ASY_DAY_NONE;
  const gboolean is_before_work = has_case && data->facts.first_assigned_on == ASY_DAY_NONE;
  const struct {
    const char *name;
    gboolean enabled;
  } rows[] = {
    { "family.next-step", is_here },
    { "family.edit", is_here },
    { "family.folder", is_here },
    { "family.add-member", is_here },
    { "family.add-warning", is_here },
    { "family.edit-warning", is_here },
    { "family.add-intervention", is_here },
    { "family.edit-intervention", is_here },
    { "family.add-observation", is_here },
    { "family.edit-observation", is_here },
    { "family.add-blue-card", is_here },
    { "family.edit-blue-card", is_here },
    { "family.add-meeting", is_here },
    { "family.edit-meeting", is_here },
    { "family.intake", has_case },
    { "family.consent", has_case && !has_ended },
    { "family.court", has_case },
    { "family.assign", has_case && !has_ended },
    { "family.suspend", is_at_work },
    { "family.answer", has_case && data->facts.path == ASY_CASE_PATH_ZA_ZYCIEM && data->facts.answered_on == ASY_DAY_NONE },
    { "family.wait", is_before_work && data->facts.refused_on == ASY_DAY_NONE },
    { "family.refuse", is_before_work && data->facts.path != ASY_CASE_PATH_COURT },
    { "family.propose-end", is_at_work },
    { "family.end", is_at_work || has_ended },
    { "family.monitoring", has_ended },
    { "family.card", has_ended },
    { "family.skip-step", is_here && asy_step_can_skip (data->step) },
    { "family.close", has_case && (has_ended || data->facts.first_assigned_on == ASY_DAY_NONE) },
    { "family.new-case", is_here && (!has_case || has_ended) },
    { "family.add-request", has_case },
    { "family.involvement", is_here },
    { "family.new-opinion", has_case && asy_family_data_find_open_request (data) != NULL },
    { "family.plan", has_case && data->facts.first_assigned_on != ASY_DAY_NONE },
    { "family.new-visit", has_case && data->facts.worker_id != 0 },
    { "family.record-visit", has_case && data->facts.worker_id != 0 },
    { "family.new-assessment", has_case && data->facts.first_assigned_on != ASY_DAY_NONE },
    { "family.new-paper", has_case },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), rows[i].name, rows[i].enabled);
  gtk_widget_set_visible (self->record_button, is_here);
  gtk_widget_set_visible (self->menu_button, is_here);
}

static void
show_data (AsyFamilyView *self)
{
  asy_family_head_set_data (self->head, self->data, self->context);
  adw_window_title_set_title (self->title, asy_family_get_name (self->data->file->family));
  for (GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self->tabs)); tab != NULL; tab = gtk_widget_get_next_sibling (tab))
    asy_family_tab_set_data (ASY_FAMILY_TAB (tab), self->data);
  gtk_stack_set_visible_child_name (self->stack, "family");
  update_actions (self);
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyFamilyView *self = owner;

  if (result == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->data, asy_family_data_unref);
  self->data = result;
  show_data (self);
  if (self->is_focus_asked)
    asy_family_view_focus (self);
  self->is_focus_asked = FALSE;
  if (self->is_step_asked)
    asy_family_view_do_step (self);
  self->is_step_asked = FALSE;
}

static void
load (AsyFamilyView *self, gboolean note_access)
{
  LoadRequest *request = g_new0 (LoadRequest, 1);

  request->family_id = self->family_id;
  request->note_access = note_access;
  asy_context_ask (self->context, self, "load", load_job, request, g_free, (GDestroyNotify) asy_family_data_unref, on_loaded_cb);
}

static gboolean
on_reload_cb (gpointer user_data)
{
  AsyFamilyView *self = user_data;

  self->reload_source = 0;
  load (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* Once the family is loaded: a reload would take the place of the noted opening. */
static void
on_changed_cb (AsyFamilyView *self, const char *kind, gint64 id)
{
  if (self->data == NULL || self->reload_source != 0 ||
      asy_record_get_id (ASY_RECORD (self->data->file->family)) != self->family_id)
    return;
  self->reload_source = g_timeout_add (RELOAD_DELAY_MS, on_reload_cb, self);
}

void
asy_family_view_open (AsyFamilyView *self, gint64 family_id)
{
  g_return_if_fail (ASY_IS_FAMILY_VIEW (self));

  if (self->family_id == family_id || family_id == 0)
    return;
  self->family_id = family_id;
  g_clear_handle_id (&self->reload_source, g_source_remove);
  load (self, TRUE);
}

gint64
asy_family_view_get_family_id (AsyFamilyView *self)
{
  g_return_val_if_fail (ASY_IS_FAMILY_VIEW (self), 0);

  return self->family_id;
}

void
asy_family_view_show_tab (AsyFamilyView *self, const char *name)
{
  g_return_if_fail (ASY_IS_FAMILY_VIEW (self));

  /* The name may come from outside, by an action. */
  if (gtk_stack_get_child_by_name (self->tabs, name) != NULL)
    gtk_stack_set_visible_child_name (self->tabs, name);
}

void
asy_family_view_set_alone (AsyFamilyView *self, gboolean is_alone)
{
  g_return_if_fail (ASY_IS_FAMILY_VIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->title), is_alone);
  gtk_widget_set_visible (self->back_button, is_alone);
}

void
asy_family_view_focus (AsyFamilyView *self)
{
  g_return_if_fail (ASY_IS_FAMILY_VIEW (self));

  if (self->data == NULL || asy_record_get_id (ASY_RECORD (self->data->file->family)) != self->family_id)
    self->is_focus_asked = TRUE;
  else
    (void) gtk_widget_child_focus (GTK_WIDGET (self->head), GTK_DIR_TAB_FORWARD);
}

GtkWidget *
asy_family_view_new (AsyContext *context)
{
  AsyFamilyView *self = g_object_new (ASY_TYPE_FAMILY_VIEW, NULL);

  self->context = g_object_ref (context);
  for (GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self->tabs)); tab != NULL; tab = gtk_widget_get_next_sibling (tab))
    asy_family_tab_set_context (ASY_FAMILY_TAB (tab), context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* Actions */

static void
go (AsyFamilyView *self, const char *action)
{
  asy_context_go (self->context, action, self->family_id, NULL);
}

static void
answer_request (AsyFamilyView *self, AsyCourtRequest *request)
{
  AsyLetter *letter = asy_family_data_find_answer (self->data, request);

  if (letter != NULL)
    asy_context_go (self->context, ASY_GO_LETTER, asy_record_get_id (ASY_RECORD (letter)), NULL);
  else
    asy_context_go (self->context, ASY_GO_ANSWER_COURT, asy_record_get_id (ASY_RECORD (request)), NULL);
}

static AsyCourtRequest *
find_request (AsyFamilyView *self, gint64 id)
{
  for (guint i = 0; i < self->data->file->requests->len; i++)
    if (asy_record_get_id (self->data->file->requests->pdata[i]) == id)
      return self->data->file->requests->pdata[i];
  return NULL;
}

static void
do_step_beyond_law (AsyFamilyView *self)
{
  AsyCourtRequest *request = asy_family_data_find_open_request (self->data);

  if (self->data->file->current == NULL || self->data->stage == ASY_STAGE_CLOSED)
    asy_family_form_intake (self->context, self->data, ASY_INTAKE_NEW_CASE);
  else if (request != NULL)
    answer_request (self, request);
  else if (self->data->stage == ASY_STAGE_MONITORING)
    asy_family_form_card (self->context, self->data, NULL);
  else if (self->data->stage == ASY_STAGE_SUSPENDED)
    asy_family_form_suspend (self->context, self->data);
  else
    go (self, ASY_GO_NEW_VISIT);
}

static void
do_step (AsyFamilyView *self)
{
  switch (self->data->step)
    {
    case ASY_STEP_INTERVIEW:
      asy_family_form_intake (self->context, self->data, ASY_INTAKE_INTERVIEW);
      break;
    case ASY_STEP_ANALYSIS:
      asy_family_form_intake (self->context, self->data, ASY_INTAKE_ANALYSIS);
      break;
    case ASY_STEP_MOTION:
      asy_family_form_intake (self->context, self->data, ASY_INTAKE_MOTION);
      break;
    case ASY_STEP_DIAGNOSIS:
      asy_family_view_show_tab (self, "diagnosis");
      asy_family_diagnosis_do_step (ASY_FAMILY_DIAGNOSIS (gtk_stack_get_visible_child (self->tabs)));
      break;
    case ASY_STEP_CONSENT:
      asy_family_form_consent (self->context, self->data, NULL);
      break;
    case ASY_STEP_ASSIGN:
      asy_family_form_assign (self->context, self->data);
      break;
    case ASY_STEP_FIRST_VISIT:
    case ASY_STEP_PLAN_VISIT:
      go (self, ASY_GO_NEW_VISIT);
      break;
    case ASY_STEP_PLAN:
    case ASY_STEP_AGREE_PLAN:
      go (self, ASY_GO_PLAN);
      break;
    case ASY_STEP_ASSESSMENT:
    case ASY_STEP_FINAL_ASSESSMENT:
      go (self, ASY_GO_NEW_ASSESSMENT);
      break;
    case ASY_STEP_ANSWER:
      asy_family_form_answer (self->context, self->data);
      break;
    case ASY_STEP_COURT_ORDER:
      asy_family_form_court (self->context, self->data);
      break;
    case ASY_STEP_END:
      asy_family_form_end (self->context, self->data);
      break;
    case ASY_STEP_MONITORING_PLAN:
      asy_family_form_monitoring (self->context, self->data);
      break;
    case ASY_STEP_MONITORING_CARD:
      asy_family_form_card (self->context, self->data, NULL);
      break;
    case ASY_STEP_REOPEN:
      asy_family_form_intake (self->context, self->data, ASY_INTAKE_NEW_CASE);
      break;
    case ASY_STEP_CLOSE:
      asy_family_form_close (self->context, self->data);
      break;
    case ASY_STEP_NONE:
    default:
      do_step_beyond_law (self);
    }
}

void
asy_family_view_do_step (AsyFamilyView *self)
{
  g_return_if_fail (ASY_IS_FAMILY_VIEW (self));

  if (self->data == NULL || asy_record_get_id (ASY_RECORD (self->data->file->family)) != self->family_id)
    self->is_step_asked = TRUE;
  else
    do_step (self);
}

static AsyMemberEntry *
find_member (AsyFamilyView *self, gint64 id)
{
  for (guint i = 0; i < self->data->file->members->len; i++)
    {
      AsyMemberEntry *entry = self->data->file->members->pdata[i];

      if (asy_record_get_id (ASY_RECORD (entry->member)) == id)
        return entry;
    }
  return NULL;
}

static AsyConsent *
find_consent (AsyFamilyView *self, gint64 id)
{
  for (guint i = 0; i < self->data->file->consents->len; i++)
    if (asy_record_get_id (self->data->file->consents->pdata[i]) == id)
      return self->data->file->consents->pdata[i];
  return NULL;
}

static void
on_form_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct {
    const char *name;
    void (*open) (AsyContext *, AsyFamilyData *);
  } rows[] = {
    { "family.edit", asy_family_form_family },
    { "family.folder", asy_folder_form_open },
    { "family.court", asy_family_form_court },
    { "family.assign", asy_family_form_assign },
    { "family.suspend", asy_family_form_suspend },
    { "family.answer", asy_family_form_answer },
    { "family.wait", asy_family_form_wait },
    { "family.refuse", asy_family_form_refuse },
    { "family.propose-end", asy_family_form_propose_end },
    { "family.monitoring", asy_family_form_monitoring },
    { "family.skip-step", asy_family_form_skip },
    { "family.end", asy_family_form_end },
    { "family.close", asy_family_form_close },
  };
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (rows) && self->data != NULL; i++)
    if (g_str_equal (rows[i].name, name))
      rows[i].open (self->context, self->data);
}

static void
on_go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct {
    const char *name;
    const char *action;
  } rows[] = {
    { "family.plan", ASY_GO_PLAN },
    { "family.new-visit", ASY_GO_NEW_VISIT },
    { "family.new-assessment", ASY_GO_NEW_ASSESSMENT },
    { "family.compare-assessments", ASY_GO_COMPARISON },
    { "family.review-quarter", ASY_GO_QUARTER_REVIEW },
    { "family.review-month", ASY_GO_MONTH_REVIEW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].name, name))
      go (ASY_FAMILY_VIEW (widget), rows[i].action);
}

/* The oldest visit that was to be held already; when there is none, the one that
 * is to be recorded is put in first. */
static void
on_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);
  AsyVisit *visit = asy_family_data_find_visit_to_record (self->data);

  if (visit != NULL)
    asy_context_go (self->context, ASY_GO_RECORD_VISIT, asy_record_get_id (ASY_RECORD (visit)), NULL);
  else
    go (self, ASY_GO_NEW_VISIT);
}

static void
on_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  asy_family_view_do_step (ASY_FAMILY_VIEW (widget));
}

static void
on_intake_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);

  asy_family_form_intake (self->context, self->data,
                          g_str_equal (name, "family.new-case") ? ASY_INTAKE_NEW_CASE : ASY_INTAKE_NOTICE);
}

static void
on_member_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);
  AsyMemberEntry *entry = parameter != NULL ? find_member (self, g_variant_get_int64 (parameter)) : NULL;

  if (parameter == NULL || entry != NULL)
    asy_family_form_member (self->context, self->data, entry);
}

static void
on_consent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);
  AsyConsent *consent = parameter != NULL ? find_consent (self, g_variant_get_int64 (parameter)) : NULL;

  if (parameter == NULL || consent != NULL)
    asy_family_form_consent (self->context, self->data, consent);
}

static AsyRecord *
find_record (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (asy_record_get_id (records->pdata[i]) == id)
      return records->pdata[i];
  return NULL;
}

static void
on_card_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);
  AsyRecord *card = parameter != NULL ? find_record (self->data->file->cards, g_variant_get_int64 (parameter)) : NULL;

  if (parameter == NULL || card != NULL)
    asy_family_form_card (self->context, self->data, (AsyMonitoringCard *) card);
}

static gpointer
take_back_job (AsySession *session, gpointer request, GError **error)
{
  return asy_step_skip_take_back (session, request, error) ? ASY_STORE_DONE : NULL;
}

static void
on_take_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);
  AsyRecord *skip = find_record (self->data->file->skips, g_variant_get_int64 (parameter));

  if (skip != NULL)
    asy_context_ask (self->context, self, NULL, take_back_job, asy_record_duplicate (skip), g_object_unref, NULL, NULL);
}

static gpointer
find_target (GPtrArray *records, GVariant *parameter)
{
  return find_record (records, g_variant_get_int64 (parameter));
}

static void
on_warning_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);
  AsyFamilyWarning *warning = parameter != NULL ? find_target (self->data->file->warnings, parameter) : NULL;

  if (parameter == NULL || warning != NULL)
    asy_family_form_warning (self->context, self->data, warning);
}

static void
on_intervention_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);
  AsyIntervention *intervention = parameter != NULL ? find_target (self->data->file->interventions, parameter) : NULL;

  if (parameter == NULL || intervention != NULL)
    asy_family_form_intervention (self->context, self->data, intervention);
}

static void
on_observation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);
  AsyObservation *observation = parameter != NULL ? find_target (self->data->file->observations, parameter) : NULL;

  if (parameter == NULL || observation != NULL)
    asy_family_form_observation (self->context, self->data, observation);
}

static void
on_blue_card_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);
  AsyBlueCard *card = parameter != NULL ? find_target (self->data->file->blue_cards, parameter) : NULL;

  if (parameter == NULL || card != NULL)
    asy_family_form_blue_card (self->context, self->data, card);
}

static void
on_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);
  AsyBlueCardMeeting *meeting;

  if (g_str_equal (name, "family.add-meeting"))
    {
      asy_family_form_blue_card_meeting (self->context, self->data, g_variant_get_int64 (parameter), NULL);
      return;
    }
  meeting = find_target (self->data->file->blue_card_meetings, parameter);
  if (meeting != NULL)
    asy_family_form_blue_card_meeting (self->context, self->data, asy_blue_card_meeting_get_blue_card_id (meeting), meeting);
}

static void
on_request_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);
  AsyCourtRequest *request = parameter != NULL ? find_request (self, g_variant_get_int64 (parameter)) : NULL;

  if (parameter == NULL || request != NULL)
    asy_family_form_request (self->context, self->data, request);
}

static void
on_involvement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);
  AsyInvolvement *involvement = parameter != NULL ? find_target (self->data->file->involvements, parameter) : NULL;

  if (parameter == NULL || involvement != NULL)
    asy_involvement_form (self->context, self->data, involvement);
}

static void
on_answer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);
  AsyCourtRequest *request = parameter != NULL ? find_request (self, g_variant_get_int64 (parameter))
                                               : asy_family_data_find_open_request (self->data);

  if (request != NULL)
    answer_request (self, request);
}

static void
on_open_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *action;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &action, &id);
  asy_context_go (ASY_FAMILY_VIEW (widget)->context, action, id, NULL);
}

static void
on_new_paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (widget);

  if (self->data != NULL)
    asy_context_go (self->context, ASY_GO_NEW_PAPER, asy_record_get_id (ASY_RECORD (self->data->file->family)),
                    g_variant_get_string (parameter, NULL));
}

static void
on_tab_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  asy_family_view_show_tab (ASY_FAMILY_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "family.next-step", NULL, on_step_action);
  gtk_widget_class_install_action (widget_class, "family.edit", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "family.folder", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "family.add-warning", NULL, on_warning_action);
  gtk_widget_class_install_action (widget_class, "family.edit-warning", "x", on_warning_action);
  gtk_widget_class_install_action (widget_class, "family.add-intervention", NULL, on_intervention_action);
  gtk_widget_class_install_action (widget_class, "family.edit-intervention", "x", on_intervention_action);
  gtk_widget_class_install_action (widget_class, "family.add-observation", NULL, on_observation_action);
  gtk_widget_class_install_action (widget_class, "family.edit-observation", "x", on_observation_action);
  gtk_widget_class_install_action (widget_class, "family.add-blue-card", NULL, on_blue_card_action);
  gtk_widget_class_install_action (widget_class, "family.edit-blue-card", "x", on_blue_card_action);
  gtk_widget_class_install_action (widget_class, "family.add-meeting", "x", on_meeting_action);
  gtk_widget_class_install_action (widget_class, "family.edit-meeting", "x", on_meeting_action);
  gtk_widget_class_install_action (widget_class, "family.court", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "family.assign", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "family.suspend", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "family.end", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "family.close", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "family.answer", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "family.wait", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "family.refuse", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "family.propose-end", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "family.monitoring", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "family.skip-step", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "family.take-back", "x", on_take_back_action);
  gtk_widget_class_install_action (widget_class, "family.card", NULL, on_card_action);
  gtk_widget_class_install_action (widget_class, "family.edit-card", "x", on_card_action);
  gtk_widget_class_install_action (widget_class, "family.intake", NULL, on_intake_action);
  gtk_widget_class_install_action (widget_class, "family.new-case", NULL, on_intake_action);
  gtk_widget_class_install_action (widget_class, "family.add-member", NULL, on_member_action);
  gtk_widget_class_install_action (widget_class, "family.edit-member", "x", on_member_action);
  gtk_widget_class_install_action (widget_class, "family.consent", NULL, on_consent_action);
  gtk_widget_class_install_action (widget_class, "family.edit-consent", "x", on_consent_action);
  gtk_widget_class_install_action (widget_class, "family.add-request", NULL, on_request_action);
  gtk_widget_class_install_action (widget_class, "family.edit-request", "x", on_request_action);
  gtk_widget_class_install_action (widget_class, "family.answer-request", "x", on_answer_action);
  gtk_widget_class_install_action (widget_class, "family.new-opinion", NULL, on_answer_action);
  gtk_widget_class_install_action (widget_class, "family.involvement", NULL, on_involvement_action);
  gtk_widget_class_install_action (widget_class, "family.edit-involvement", "x", on_involvement_action);
  gtk_widget_class_install_action (widget_class, "family.plan", NULL, on_go_action);
  gtk_widget_class_install_action (widget_class, "family.new-visit", NULL, on_go_action);
  gtk_widget_class_install_action (widget_class, "family.record-visit", NULL, on_record_action);
  gtk_widget_class_install_action (widget_class, "family.new-assessment", NULL, on_go_action);
  gtk_widget_class_install_action (widget_class, "family.compare-assessments", NULL, on_go_action);
  gtk_widget_class_install_action (widget_class, "family.review-quarter", NULL, on_go_action);
  gtk_widget_class_install_action (widget_class, "family.review-month", NULL, on_go_action);
  gtk_widget_class_install_action (widget_class, "family.new-paper", "s", on_new_paper_action);
  gtk_widget_class_install_action (widget_class, "family.open-record", "(sx)", on_open_record_action);
  gtk_widget_class_install_action (widget_class, "family.show-tab", "s", on_tab_action);
}

static void
asy_family_view_dispose (GObject *object)
{
  AsyFamilyView *self = ASY_FAMILY_VIEW (object);

  g_clear_handle_id (&self->reload_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_FAMILY_VIEW);
  g_clear_pointer (&self->data, asy_family_data_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_family_view_parent_class)->dispose (object);
}

static void
asy_family_view_class_init (AsyFamilyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_family_view_dispose;
  g_type_ensure (ASY_TYPE_FAMILY_HEAD);
  asy_family_tabs_ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/families/asy-family-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyView, back_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyView, title);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyView, record_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyView, stack);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyView, head);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyView, switcher);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyView, tabs);
  install_actions (widget_class);
}

static void
asy_family_view_init (AsyFamilyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  asy_ui_hide_others (self->stack);
  asy_ui_hide_others (self->tabs);
  /* Eight names of the same width would not fit. */
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (self->switcher)), FALSE);
  update_actions (self);
  asy_family_view_set_alone (self, FALSE);
}
