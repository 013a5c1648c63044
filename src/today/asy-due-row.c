/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-today"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "today/asy-due-row.h"
#include "ui/asy-family-sign.h"
#include "ui/asy-format.h"
#include "ui/asy-pill.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

struct _AsyDueRow
{
  GtkListBoxRow parent_instance;

  gint64 family_id;
  gint64 record_id;
  AsyDeadlineKind kind;
  gboolean needs_consent;       /* which is the family's next step */

  /* template children */
  GtkImage *icon;
  GtkBox *title_box;
  GtkLabel *title;
  GtkLabel *reason;
  AsyPill *pill;
  GtkLabel *worker;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (AsyDueRow, asy_due_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
action_for (AsyDeadlineKind kind)
{
  switch (kind)
    {
    case ASY_DEADLINE_PLAN:
    case ASY_DEADLINE_PLAN_END:
    case ASY_DEADLINE_TASK:
    case ASY_DEADLINE_PLAN_REVIEW:
    case ASY_DEADLINE_PLAN_CONSULTATION:
    case ASY_DEADLINE_PLAN_COPY:
      return "show-plan";
    case ASY_DEADLINE_ASSESSMENT:
    case ASY_DEADLINE_FINAL_ASSESSMENT:
      return "write-assessment";
    case ASY_DEADLINE_QUARTER_REVIEW:
      return "review-quarter";
    case ASY_DEADLINE_MONTH_REVIEW:
      return "review-month";
    case ASY_DEADLINE_MONTH_REPORT:
      return "report-month";
    case ASY_DEADLINE_COURT_OPINION:
      return "answer-court";
    case ASY_DEADLINE_FIRST_VISIT:
    case ASY_DEADLINE_VISIT:
      return "new-visit";
    case ASY_DEADLINE_ASSIGNMENT:
      return "assign";
    case ASY_DEADLINE_INTERVIEW:
    case ASY_DEADLINE_ANSWER:
    case ASY_DEADLINE_MOTION:
    case ASY_DEADLINE_MONITORING:
      return "next-step";
    case ASY_DEADLINE_INTERVENTION:
      return "show-intervention";
    case ASY_DEADLINE_NONE:
    case ASY_DEADLINE_HANDOVER:
    case ASY_DEADLINE_COURT_REPORT:
    case ASY_DEADLINE_HEARING:
    case ASY_DEADLINE_CHILD_REVIEW:
    default:
      return "show-family";
    }
}

void
asy_due_row_answer (AsyDueRow *self)
{
  AsyContext *context = asy_context_of (GTK_WIDGET (self));
  const gboolean by_record = self->kind == ASY_DEADLINE_COURT_OPINION || self->kind == ASY_DEADLINE_INTERVENTION ||
                             self->kind == ASY_DEADLINE_MONTH_REPORT;

  if (context != NULL)
    asy_context_go (context, self->needs_consent ? "next-step" : action_for (self->kind), by_record ? self->record_id : self->family_id, NULL);
}

static void
on_button_clicked_cb (AsyDueRow *self)
{
  asy_due_row_answer (self);
}

static void
show_family_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyDueRow *self = ASY_DUE_ROW (widget);
  AsyContext *context = asy_context_of (widget);

  if (context == NULL)
    return;
  if (self->family_id != 0)
    asy_context_go (context, "show-family", self->family_id, NULL);
  else
    asy_context_go (context, "show-worker", self->record_id, NULL);
}

static void
asy_due_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_DUE_ROW);

  G_OBJECT_CLASS (asy_due_row_parent_class)->dispose (object);
}

static void
asy_due_row_class_init (AsyDueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_due_row_dispose;

  g_type_ensure (ASY_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/today/due-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyDueRow, icon);
  gtk_widget_class_bind_template_child (widget_class, AsyDueRow, title_box);
  gtk_widget_class_bind_template_child (widget_class, AsyDueRow, title);
  gtk_widget_class_bind_template_child (widget_class, AsyDueRow, reason);
  gtk_widget_class_bind_template_child (widget_class, AsyDueRow, pill);
  gtk_widget_class_bind_template_child (widget_class, AsyDueRow, worker);
  gtk_widget_class_bind_template_child (widget_class, AsyDueRow, button);
  gtk_widget_class_bind_template_callback (widget_class, on_button_clicked_cb);
  gtk_widget_class_install_action (widget_class, "due.show-family", NULL, show_family_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, "due.show-family", NULL);
}

static void
asy_due_row_init (AsyDueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_title (const AsyDueEntry *entry)
{
  const char *what = asy_deadline_kind_get_label (entry->deadline.kind);

  if (entry->family_name == NULL)
    return g_strdup (what);
  /* Translators: what is due, then the family's name in the nominative. */
  return g_strdup_printf (_ ("%s – %s"), what, entry->family_name);
}

GtkWidget *
asy_due_row_new (AsyContext *context, const AsyDueEntry *entry, AsyDay today, gboolean is_first)
{
  AsyDueRow *self = g_object_new (ASY_TYPE_DUE_ROW, NULL);
  g_autofree char *title = dup_title (entry);
  g_autofree char *reason = asy_due_entry_dup_reason (entry);
  g_autofree char *due = asy_format_due (entry->deadline.due, today, NULL);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, due);
  GtkWidget *sign = asy_family_sign_new (context, entry->family_id);

  if (sign != NULL)
    gtk_box_append (self->title_box, sign);
  self->family_id = entry->family_id;
  self->record_id = entry->record_id;
  self->kind = entry->deadline.kind;
  self->needs_consent = entry->needs_consent;
  gtk_image_set_from_icon_name (self->icon, asy_deadline_kind_get_icon (entry->deadline.kind));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->reason, reason);
  asy_ui_set_tooltip (GTK_WIDGET (self->reason), reason);
  asy_pill_set (self->pill, due, asy_deadline_get_meaning (entry->deadline.due, today));
  gtk_label_set_text (self->worker, entry->worker_name != NULL ? entry->worker_name : _ ("no assistant"));
  gtk_button_set_label (self->button, entry->needs_consent ? asy_step_get_label (ASY_STEP_CONSENT)
                                                          : asy_deadline_kind_get_verb (entry->deadline.kind));
  if (is_first)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
  return GTK_WIDGET (self);
}
