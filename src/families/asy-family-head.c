/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "families/asy-family-head.h"
#include "law/asy-intervention-rules.h"
#include "ui/asy-format.h"
#include "ui/asy-pill.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

struct _AsyFamilyHead
{
  GtkBox parent_instance;

  /* template children */
  GtkLabel *name_label;
  AsyPill *stage_pill;
  GtkBox *warnings_box;
  AdwSplitButton *step_button;
  GtkWidget *address_box;
  GtkLabel *address_label;
  GtkWidget *phone_box;
  GtkLabel *phone_label;
  GtkWidget *assistant_box;
  GtkLabel *assistant_label;
  GtkLabel *since_label;
  GtkWidget *strip;
  GtkLabel *strip_what;
  GtkLabel *strip_number;
  GtkLabel *strip_when;
  GtkButton *strip_button;
};

G_DEFINE_FINAL_TYPE (AsyFamilyHead, asy_family_head, GTK_TYPE_BOX)

const char *
asy_family_head_get_step_label (AsyFamilyData *data)
{
  if (data->step != ASY_STEP_NONE)
    return asy_step_get_label (data->step);
  if (data->file->current == NULL || data->stage == ASY_STAGE_CLOSED)
    return _("Take a new notice");
  if (asy_family_data_find_open_request (data) != NULL)
    return _("Write the opinion");
  if (data->stage == ASY_STAGE_MONITORING)
    return asy_step_get_label (ASY_STEP_MONITORING_CARD);
  return data->stage == ASY_STAGE_SUSPENDED ? _("Resume the work") : _("Plan a visit");
}

static AsyMeaning
stage_meaning (AsyStage stage)
{
  switch (stage)
    {
    case ASY_STAGE_REFUSED:
      return ASY_MEANING_LATE;
    case ASY_STAGE_WAITING:
    case ASY_STAGE_SUSPENDED:
    case ASY_STAGE_ENDING:
      return ASY_MEANING_SOON;
    case ASY_STAGE_MONITORING:
      return ASY_MEANING_DONE;
    case ASY_STAGE_NONE:
    case ASY_STAGE_CLOSED:
      return ASY_MEANING_PLAIN;
    case ASY_STAGE_NOTICE:
    case ASY_STAGE_REOPENED:
    case ASY_STAGE_ANALYSIS:
    case ASY_STAGE_MOTION:
    case ASY_STAGE_ASSIGNED:
    case ASY_STAGE_DIAGNOSIS:
    case ASY_STAGE_PLANNING:
    case ASY_STAGE_WORK:
    default:
      return ASY_MEANING_INFO;
    }
}

static void
set_part (GtkWidget *box, GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (box, text != NULL && *text != '\0');
}

static char *
dup_address (AsyFamily *family)
{
  const char *street = asy_family_get_street (family);
  const char *district = asy_family_get_district (family);

  if (street != NULL && district != NULL)
    return g_strconcat (street, ", ", district, NULL);
  return street != NULL || district == NULL ? asy_family_dup_address (family) : g_strdup (district);
}

static char *
dup_since (AsyFamilyData *data)
{
  g_autofree char *day = NULL;

  if (data->facts.ended_on != ASY_DAY_NONE && data->facts.ended_on <= data->today)
    {
      day = asy_format_day_long (data->facts.ended_on);
      return g_strdup_printf (_("work ended on %s"), day);
    }
  if (data->facts.first_assigned_on != ASY_DAY_NONE)
    {
      day = asy_format_day_long (data->facts.first_assigned_on);
      return g_strdup_printf (_("at work since %s"), day);
    }
  if (data->facts.case_id == 0)
    return NULL;
  day = asy_format_day_long (data->facts.notice_on);
  return g_strdup_printf (_("notice of %s"), day);
}

static void
set_lines (AsyFamilyHead *self, AsyFamilyData *data)
{
  AsyFamily *family = data->file->family;
  g_autofree char *address = dup_address (family);
  g_autofree char *full = asy_family_dup_address (family);
  g_autofree char *phone = asy_family_get_phone (family) != NULL ? asy_text_phone (asy_family_get_phone (family)) : NULL;
  g_autofree char *assistant = data->file->assistant != NULL ? asy_worker_dup_full_name (data->file->assistant) : NULL;
  g_autofree char *since = dup_since (data);

  gtk_label_set_text (self->name_label, asy_family_get_name (family));
  set_part (self->address_box, self->address_label, address);
  asy_ui_set_tooltip (self->address_box, full);
  set_part (self->phone_box, self->phone_label, phone);
  set_part (self->assistant_box, self->assistant_label, assistant != NULL ? assistant : _("no assistant"));
  set_part (GTK_WIDGET (self->since_label), self->since_label, since);
}

static void
add_pill (AsyFamilyHead *self, const char *text, const char *detail, AsyMeaning meaning)
{
  GtkWidget *pill = asy_pill_new (text, meaning);

  asy_pill_set_icon_name (ASY_PILL (pill), "dialog-warning-symbolic");
  asy_ui_set_tooltip (pill, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
  gtk_box_append (self->warnings_box, pill);
}

static void
add_warning (AsyFamilyHead *self, AsyFamilyWarning *warning)
{
  const AsyWarningKind kind = (AsyWarningKind) asy_family_warning_get_kind (warning);

  add_pill (self, asy_warning_kind_get_label (kind), asy_family_warning_get_reason (warning), asy_warning_kind_get_meaning (kind));
}

static void
add_intervention (AsyFamilyHead *self, AsyIntervention *intervention)
{
  if (asy_intervention_get_closed_on (intervention) != ASY_DAY_NONE)
    return;
  add_pill (self, asy_intervention_is_told (intervention) ? _("Intervention under way") : _("Threat to a child, nobody told"),
            asy_intervention_get_seen (intervention), ASY_MEANING_LATE);
}

static void
set_pills (AsyFamilyHead *self, AsyFamilyData *data)
{
  asy_pill_set (self->stage_pill, asy_stage_get_label (data->stage), stage_meaning (data->stage));
  asy_ui_clear_box (self->warnings_box);
  for (guint i = 0; i < data->file->interventions->len; i++)
    add_intervention (self, data->file->interventions->pdata[i]);
  for (guint i = 0; i < data->file->warnings->len; i++)
    if (asy_family_warning_holds (data->file->warnings->pdata[i], data->today))
      add_warning (self, data->file->warnings->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings_box), gtk_widget_get_first_child (GTK_WIDGET (self->warnings_box)) != NULL);
}

/* The court's nearest date: a hearing, or the term of an opinion. */

static const char *
describe_answer (AsyFamilyData *data, AsyCourtRequest *request)
{
  AsyLetter *letter = asy_family_data_find_answer (data, request);

  if (letter == NULL)
    return asy_court_request_get_answered_on (request) != ASY_DAY_NONE ? _("opinion sent") : _("opinion not begun");
  switch (asy_letter_get_state (letter))
    {
    case ASY_LETTER_STATE_DRAFT:
      return _("opinion in draft");
    case ASY_LETTER_STATE_SENT:
      return _("opinion sent");
    default:
      return _("opinion ready");
    }
}

static void
set_strip_days (AsyFamilyHead *self, AsyFamilyData *data, AsyCourtRequest *request, AsyDay day, gboolean is_hearing)
{
  g_autofree char *date = asy_format_day_long (day);
  g_autofree char *what = is_hearing ? g_strdup_printf (_("Hearing on %s"), date) : g_strdup_printf (_("Opinion due on %s"), date);
  g_autofree char *weekday = asy_format_weekday (day);
  g_autofree char *due = asy_format_due (day, data->today, NULL);
  g_autofree char *when = g_strdup_printf ("%s, %s · %s", weekday, due, describe_answer (data, request));

  gtk_label_set_text (self->strip_what, what);
  gtk_label_set_text (self->strip_number, asy_court_request_get_signature (request));
  gtk_label_set_text (self->strip_when, when);
}

static void
set_strip (AsyFamilyHead *self, AsyFamilyData *data)
{
  AsyCourtRequest *request = asy_family_data_find_hearing (data);
  AsyLetter *letter;

  if (request != NULL)
    set_strip_days (self, data, request, asy_court_request_get_hearing_on (request), TRUE);
  else
    {
      request = asy_family_data_find_open_request (data);
      if (request != NULL)
        set_strip_days (self, data, request, asy_court_request_get_due_on (request), FALSE);
    }
  gtk_widget_set_visible (self->strip, request != NULL);
  if (request == NULL)
    return;
  letter = asy_family_data_find_answer (data, request);
  gtk_button_set_label (self->strip_button, letter != NULL ? _("Open the opinion") : _("Write the opinion"));
  gtk_widget_set_visible (GTK_WIDGET (self->strip_button),
                          letter != NULL || asy_court_request_get_answered_on (request) == ASY_DAY_NONE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->strip_button), "x", asy_record_get_id (ASY_RECORD (request)));
}

void
asy_family_head_set_data (AsyFamilyHead *self, AsyFamilyData *data, AsyContext *context)
{
  g_return_if_fail (ASY_IS_FAMILY_HEAD (self));
  g_return_if_fail (data != NULL);

  set_lines (self, data);
  set_pills (self, data);
  set_strip (self, data);
  adw_split_button_set_label (self->step_button, asy_family_head_get_step_label (data));
}

static void
asy_family_head_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_FAMILY_HEAD);

  G_OBJECT_CLASS (asy_family_head_parent_class)->dispose (object);
}

static void
asy_family_head_class_init (AsyFamilyHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_family_head_dispose;
  g_type_ensure (ASY_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/families/asy-family-head.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, name_label);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, stage_pill);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, warnings_box);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, step_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, address_box);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, address_label);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, phone_box);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, phone_label);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, assistant_box);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, assistant_label);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, since_label);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, strip);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, strip_what);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, strip_number);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, strip_when);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyHead, strip_button);
}

static void
asy_family_head_init (AsyFamilyHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
