/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-assessments"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "assessments/asy-assessment-copy.h"
#include "assessments/asy-assessment-form.h"
#include "assessments/asy-assessment-jobs.h"
#include "assessments/asy-assessment-words.h"
#include "assessments/asy-assessments-page.h"
#include "base/asy-text.h"
#include "store/asy-store-error.h"
#include "ui/asy-banner.h"
#include "ui/asy-compat.h"
#include "ui/asy-date-row.h"
#include "ui/asy-family-sign.h"
#include "ui/asy-form.h"
#include "ui/asy-format.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"

/* After the last key. */
#define SAVE_DELAY_MS 1500

struct _AsyAssessmentsPage
{
  AdwBin parent_instance;

  AsyContext *context;
  AsyAssessmentAnswer *answer;  /* nullable until loaded */
  guint save_source;
  guint serial;                 /* of what is shown */
  guint saving_serial;          /* of what is being saved */
  gboolean is_dirty;
  gboolean is_saving;
  gboolean is_refused;          /* somebody else saved: nothing is written until theirs is shown */
  gboolean wants_finish;

  /* template children */
  AdwWindowTitle *title;
  GtkImage *sign;
  AdwBin *back_place;
  GtkLabel *saved_label;
  GtkMenuButton *menu_button;
  GtkButton *finish_button;
  GtkButton *hand_over_button;
  GtkButton *paper_button;
  AsyBanner *banner;
  GtkScrolledWindow *scroller;
  AsyAssessmentForm *form;
};

static void asy_assessments_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyAssessmentsPage, asy_assessments_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_assessments_page_page_init))

static void save_now (AsyAssessmentsPage *self);
static void show_assessment (AsyAssessmentsPage *self, gint64 assessment_id);

static AsyAssessment *
get_assessment (AsyAssessmentsPage *self)
{
  return self->answer != NULL ? self->answer->file->assessment : NULL;
}

static gint64
get_id (AsyAssessmentsPage *self)
{
  return self->answer != NULL ? asy_record_get_id (ASY_RECORD (get_assessment (self))) : 0;
}

static gboolean
is_draft (AsyAssessmentsPage *self)
{
  return self->answer != NULL && !asy_assessment_get_final (get_assessment (self));
}

/* Showing. */

static void
show_saved (AsyAssessmentsPage *self, const char *text)
{
  gtk_label_set_text (self->saved_label, text);
}

static void
show_gaps (AsyAssessmentsPage *self, GArray *gaps)
{
  AsyDictionary *dictionary = asy_context_get_office (self->context)->dictionary;
  g_autofree char *first = NULL;
  g_autofree char *text = NULL;

  if (gaps->len == 0)
    {
      asy_banner_hide (self->banner);
      return;
    }
  first = asy_assessment_gap_dup_text (&g_array_index (gaps, AsyAssessmentGap, 0), self->answer->file, dictionary);
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Before finishing, %u place waits. %s", "Before finishing, %u places wait. %s", gaps->len),
                          gaps->len, first);
  asy_banner_show (self->banner, ASY_MEANING_SOON, text, _ ("_Complete"), NULL);
}

static void
show_draft (AsyAssessmentsPage *self)
{
  g_autoptr (GArray) gaps = asy_assessment_find_gaps (self->answer->file);
  g_autofree char *problem = asy_assessment_dup_period_problem (get_assessment (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assessment.finish", gaps->len == 0 && problem == NULL && !self->is_refused);
  if (problem != NULL)
    asy_banner_show (self->banner, ASY_MEANING_LATE, problem, NULL, NULL);
  else
    show_gaps (self, gaps);
}

/* Handing over is a duty of the Act: the page asks for it until it is done. */
static void
show_finished (AsyAssessmentsPage *self)
{
  AsyAssessment *assessment = get_assessment (self);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (asy_assessment_get_handed_on (assessment) == ASY_DAY_NONE)
    {
      asy_banner_show (self->banner, ASY_MEANING_SOON,
                       _ ("The assessment is finished. The Act asks for handing it to the employer (art. 15 ust. 1 pkt 15)."),
                       _ ("_Hand over…"), NULL);
      return;
    }
  day = asy_format_day_long (asy_assessment_get_handed_on (assessment));
  text = g_strdup_printf (_ ("Handed over %s: %s"), day, asy_assessment_get_handed_to (assessment));
  if (asy_assessment_get_conclusion (assessment) == ASY_ASSESSMENT_CONCLUSION_AMEND)
    {
      g_autofree char *more = g_strdup_printf (_ ("%s. The conclusion asks for a change of the plan."), text);

      asy_banner_show (self->banner, ASY_MEANING_INFO, more, _ ("_Open the plan"), NULL);
    }
  else
    asy_banner_show (self->banner, ASY_MEANING_DONE, text, NULL, NULL);
}

static void
show_state (AsyAssessmentsPage *self)
{
  const gboolean draft = is_draft (self);
  const gboolean handed = asy_assessment_get_handed_on (get_assessment (self)) != ASY_DAY_NONE;

  adw_window_title_set_title (self->title, asy_assessment_is_closing (get_assessment (self)) ? _ ("Final assessment of the family")
                                                                                              : _ ("Periodic assessment of the family"));
  adw_window_title_set_subtitle (self->title, asy_family_get_name (self->answer->family));
  asy_family_sign_set (self->sign, self->context, asy_record_get_id (ASY_RECORD (self->answer->family)));
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), draft || asy_assessment_get_number (get_assessment (self)) > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->finish_button), draft);
  gtk_widget_set_visible (GTK_WIDGET (self->hand_over_button), !draft && !handed);
  gtk_widget_set_visible (GTK_WIDGET (self->paper_button), !draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assessment.discard", draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assessment.hand-over", !draft && !handed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assessment.paper", !draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assessment.compare", !draft && asy_assessment_get_number (get_assessment (self)) > 1);
  if (draft)
    show_draft (self);
  else
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "assessment.finish", FALSE);
      show_finished (self);
    }
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyAssessmentsPage *self = owner;

  if (result == NULL)
    {
      asy_context_show_error (self->context, NULL, error);
      if (self->answer == NULL)
        asy_context_pop (self->context);
      return;
    }
  asy_assessment_form_fill (self->form, self->context, NULL);
  g_clear_pointer (&self->answer, asy_assessment_answer_free);
  self->answer = result;
  self->serial++;
  self->is_dirty = self->is_refused = FALSE;
  asy_assessment_form_fill (self->form, self->context, self->answer->file);
  show_saved (self, is_draft (self) ? _ ("Draft") : "");
  show_state (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (is_draft (self))
    asy_assessment_form_begin (self->form);
}

static void
load (AsyAssessmentsPage *self, AsyStoreJob job, gint64 id)
{
  asy_context_ask (self->context, self, "load", job, g_memdup2 (&id, sizeof id), g_free,
                   (GDestroyNotify) asy_assessment_answer_free, on_loaded_cb);
}

static void
show_assessment (AsyAssessmentsPage *self, gint64 assessment_id)
{
  load (self, asy_assessment_load_job, assessment_id);
}

/* Saving. */

static void
on_conflict_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyAssessmentsPage) self = user_data;
  g_autofree char *answer = asy_ui_ask_finish (result);

  if (g_str_equal (answer, "theirs") && self->context != NULL)
    show_assessment (self, get_id (self));
}

static void
ask_about_conflict (AsyAssessmentsPage *self)
{
  const AsyAnswer answers[] = {
    { "stay", _ ("_Stay here"), ADW_RESPONSE_DEFAULT },
    { "theirs", _ ("_Show their text"), ADW_RESPONSE_SUGGESTED },
  };

  self->is_refused = TRUE;
  show_state (self);
  asy_ui_ask_async (GTK_WIDGET (self), _ ("Somebody else changed this assessment"),
                    _ ("Your text was not saved, so that theirs is not lost. Copy what you wrote before you show their text."),
                    answers, G_N_ELEMENTS (answers), "stay", NULL, on_conflict_answered_cb, g_object_ref (self));
}

static void
on_save_failed (AsyAssessmentsPage *self, const GError *error)
{
  self->is_dirty = TRUE;
  self->wants_finish = FALSE;
  show_saved (self, _ ("not saved"));
  if (g_error_matches (error, ASY_STORE_ERROR, ASY_STORE_ERROR_CONFLICT))
    ask_about_conflict (self);
  else
    asy_context_show_error (self->context, GTK_WIDGET (self), error);
}

static void
show_time_of_saving (AsyAssessmentsPage *self)
{
  g_autofree char *time = asy_text_time (asy_clock_get_minutes (asy_context_get_clock (self->context)));
  g_autofree char *text = g_strdup_printf (_ ("Draft · saved %s"), time);

  show_saved (self, text);
}

static void
on_finished (AsyAssessmentsPage *self)
{
  asy_context_toast (self->context, _ ("The assessment is finished"));
  show_assessment (self, get_id (self));
}

/* The page lives until this came back, so that nothing typed meanwhile is lost
 * when it is left. */
static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyAssessmentsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyAssessmentFile) saved = asy_store_run_finish (ASY_STORE (source), result, &error);

  self->is_saving = FALSE;
  if (self->context == NULL || self->serial != self->saving_serial)
    return;
  if (saved == NULL)
    {
      on_save_failed (self, error);
      return;
    }
  asy_assessment_form_take_saved (self->form, saved);
  if (asy_assessment_get_final (saved->assessment))
    {
      on_finished (self);
      return;
    }
  show_time_of_saving (self);
  if (self->is_dirty || self->wants_finish)
    save_now (self);
}

static void
save_now (AsyAssessmentsPage *self)
{
  g_autofree char *problem = NULL;
  const gboolean finishes = self->wants_finish;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->is_saving || self->is_refused || !is_draft (self) || (!self->is_dirty && !finishes))
    return;
  problem = asy_assessment_dup_period_problem (get_assessment (self));
  if (problem != NULL)
    {
      show_saved (self, _ ("not saved"));
      return;
    }
  self->is_dirty = self->wants_finish = FALSE;
  self->is_saving = TRUE;
  self->saving_serial = self->serial;
  asy_store_run_async (asy_context_get_store (self->context), finishes ? asy_assessment_finish_job : asy_assessment_save_job,
                       asy_assessment_file_duplicate (self->answer->file), (GDestroyNotify) asy_assessment_file_free,
                       (GDestroyNotify) asy_assessment_file_free, NULL, on_saved_cb, g_object_ref (self));
}

static gboolean
on_save_timeout_cb (gpointer user_data)
{
  AsyAssessmentsPage *self = user_data;

  self->save_source = 0;
  save_now (self);
  return G_SOURCE_REMOVE;
}

static void
on_form_changed_cb (AsyAssessmentsPage *self)
{
  self->is_dirty = TRUE;
  show_state (self);
  if (self->is_refused)
    return;
  show_saved (self, _ ("Draft · saving…"));
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, on_save_timeout_cb, self);
}

/* Actions. */

static void
on_finish_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyAssessmentsPage) self = user_data;

  if (!asy_ui_confirm_finish (result) || self->context == NULL)
    return;
  self->wants_finish = TRUE;
  save_now (self);
}

static void
finish_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  asy_ui_confirm_async (widget, _ ("Finish the assessment?"),
                        _ ("It is frozen then: what it says will not change any more. Handing it to the employer and the paper come next."),
                        _ ("_Finish"), FALSE, on_finish_confirmed_cb, g_object_ref (widget));
}

static gboolean
is_possible (AsyForm *form, AsyAssessment *assessment, AsyDay day)
{
  return day == ASY_DAY_NONE ||
         (day >= asy_assessment_get_made_on (assessment) && day <= asy_context_get_today (asy_form_get_context (form)));
}

static char *
check_handing_over (AsyForm *form, gpointer user_data)
{
  static const guint days[] = { ASY_ASSESSMENT_HANDED_ON, ASY_ASSESSMENT_READ_ON, ASY_ASSESSMENT_SOCIAL_WORKER_ON,
                                ASY_ASSESSMENT_COORDINATOR_ON };
  AsyAssessment *copy = asy_form_get_record (form, 0);
  const AsyDay day = asy_assessment_get_handed_on (copy);

  if (day == ASY_DAY_NONE)
    return g_strdup (_ ("Give the day of handing over."));
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (!is_possible (form, copy, (AsyDay) asy_record_get_int (ASY_RECORD (copy), days[i])))
      return g_strdup (_ ("The day lies between the making of the assessment and today."));
  if (asy_assessment_get_handed_to (copy) == NULL)
    return g_strdup (_ ("Say who took it."));
  return NULL;
}

static char *
dup_head (AsyContext *context)
{
  AsyOffice *office = asy_context_get_office (context)->office;
  const char *name = asy_office_get_head_name (office);
  const char *title = asy_office_get_head_title (office);

  if (name == NULL || title == NULL)
    return g_strdup (name != NULL ? name : title);
  return g_strdup_printf ("%s, %s", name, title);
}

/* The family, which reads it, and those who get a copy (rozdzielnik). */
static void
add_others (AsyForm *form, AsyAssessment *copy)
{
  static const guint days[] = { ASY_ASSESSMENT_READ_ON, ASY_ASSESSMENT_SOCIAL_WORKER_ON, ASY_ASSESSMENT_COORDINATOR_ON };
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("The family and the copies"));
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, copy, days[i], asy_date_row_new (NULL)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             asy_form_bind (form, copy, ASY_ASSESSMENT_READ_REFUSAL, adw_entry_row_new ()));
  asy_form_add_group (form, group);
}

static void
on_handed_over_cb (AsyForm *form, gpointer result, gpointer user_data)
{
  AsyAssessmentsPage *self = user_data;

  show_assessment (self, get_id (self));
}

static void
hand_over_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyAssessmentsPage *self = ASY_ASSESSMENTS_PAGE (widget);
  AsyForm *form = asy_form_new (self->context, _ ("Hand the assessment to the employer"));
  AsyAssessment *copy = asy_form_add_record (form, get_assessment (self));
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *head = dup_head (self->context);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("art. 15 ust. 1 pkt 15 of the Act"));
  asy_assessment_set_handed_on (copy, asy_context_get_today (self->context));
  asy_assessment_set_handed_to (copy, head);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, copy, ASY_ASSESSMENT_HANDED_ON, asy_date_row_new (_ ("Day"))));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, copy, ASY_ASSESSMENT_HANDED_TO, adw_entry_row_new ()));
  asy_form_add_group (form, group);
  add_others (form, copy);
  asy_form_set_save_label (form, _ ("_Hand over"));
  asy_form_add_check (form, check_handing_over, NULL);
  asy_form_set_job (form, asy_assessment_hand_over_job);
  g_signal_connect_object (form, "saved", G_CALLBACK (on_handed_over_cb), self, G_CONNECT_DEFAULT);
  asy_form_present (form);
}

static void
paper_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyAssessmentsPage *self = ASY_ASSESSMENTS_PAGE (widget);

  asy_context_go (self->context, "assessment-paper", get_id (self), NULL);
}

static void
compare_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyAssessmentsPage *self = ASY_ASSESSMENTS_PAGE (widget);

  asy_context_go (self->context, "compare-assessment", get_id (self), NULL);
}

static void
on_discard_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyAssessmentsPage) self = user_data;

  if (!asy_ui_confirm_finish (result) || self->context == NULL || !is_draft (self))
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->is_dirty = FALSE;
  if (get_id (self) != 0)
    asy_context_ask (self->context, NULL, NULL, asy_assessment_discard_job, asy_record_duplicate (get_assessment (self)), g_object_unref,
                     NULL, NULL);
  asy_context_pop (self->context);
}

static void
discard_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  asy_ui_confirm_async (widget, _ ("Discard the draft of the assessment?"), _ ("What was written in it is lost. Finished assessments stay."),
                        _ ("_Discard"), TRUE, on_discard_confirmed_cb, g_object_ref (widget));
}

static void
on_banner_clicked_cb (AsyAssessmentsPage *self)
{
  g_autoptr (GArray) gaps = NULL;

  if (!is_draft (self))
    {
      if (asy_assessment_get_handed_on (get_assessment (self)) == ASY_DAY_NONE)
        gtk_widget_activate_action (GTK_WIDGET (self), "assessment.hand-over", NULL);
      else
        asy_context_go (self->context, "show-plan", asy_record_get_id (ASY_RECORD (self->answer->family)), NULL);
      return;
    }
  gaps = asy_assessment_find_gaps (self->answer->file);
  if (gaps->len > 0)
    asy_assessment_form_show_gap (self->form, &g_array_index (gaps, AsyAssessmentGap, 0));
}

static void
next_gap_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyAssessmentsPage *self = ASY_ASSESSMENTS_PAGE (widget);

  if (is_draft (self))
    on_banner_clicked_cb (self);
}

/* Own saves are known already; what others do to a finished one is shown. */
static void
on_changed_cb (AsyStore *store, const char *kind, gint64 id, gpointer user_data)
{
  AsyAssessmentsPage *self = user_data;

  if (self->answer != NULL && !is_draft (self) && get_id (self) == id && g_str_equal (kind, "assessment"))
    show_assessment (self, id);
}

static gboolean
asy_assessments_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  AsyAssessmentsPage *self = ASY_ASSESSMENTS_PAGE (page);

  if (!g_str_equal (what, "write-assessment") && !g_str_equal (what, "assessment"))
    return FALSE;
  save_now (self);
  load (self, g_str_equal (what, "assessment") ? asy_assessment_load_job : asy_assessment_begin_job, id);
  return TRUE;
}

static void
asy_assessments_page_activate (AsyPage *page)
{
  asy_assessment_form_begin (ASY_ASSESSMENTS_PAGE (page)->form);
}

static void
asy_assessments_page_leave (AsyPage *page)
{
  save_now (ASY_ASSESSMENTS_PAGE (page));
}

static gint64
asy_assessments_page_get_family (AsyPage *page)
{
  AsyAssessmentsPage *self = ASY_ASSESSMENTS_PAGE (page);

  return self->answer != NULL ? asy_record_get_id (ASY_RECORD (self->answer->family)) : 0;
}

static void
asy_assessments_page_page_init (AsyPageInterface *iface)
{
  iface->show = asy_assessments_page_show;
  iface->activate = asy_assessments_page_activate;
  iface->leave = asy_assessments_page_leave;
  iface->get_family = asy_assessments_page_get_family;
}

static void
asy_assessments_page_dispose (GObject *object)
{
  AsyAssessmentsPage *self = ASY_ASSESSMENTS_PAGE (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_ASSESSMENTS_PAGE);
  g_clear_object (&self->context);
  g_clear_pointer (&self->answer, asy_assessment_answer_free);

  G_OBJECT_CLASS (asy_assessments_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "assessment.finish", NULL, finish_action);
  gtk_widget_class_install_action (widget_class, "assessment.hand-over", NULL, hand_over_action);
  gtk_widget_class_install_action (widget_class, "assessment.paper", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "assessment.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "assessment.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "assessment.next-gap", NULL, next_gap_action);
}

static void
asy_assessments_page_class_init (AsyAssessmentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_assessments_page_dispose;

  g_type_ensure (ASY_TYPE_BANNER);
  g_type_ensure (ASY_TYPE_ASSESSMENT_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/assessments/assessments-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyAssessmentsPage, title);
  gtk_widget_class_bind_template_child (widget_class, AsyAssessmentsPage, sign);
  gtk_widget_class_bind_template_child (widget_class, AsyAssessmentsPage, back_place);
  gtk_widget_class_bind_template_child (widget_class, AsyAssessmentsPage, saved_label);
  gtk_widget_class_bind_template_child (widget_class, AsyAssessmentsPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AsyAssessmentsPage, finish_button);
  gtk_widget_class_bind_template_child (widget_class, AsyAssessmentsPage, hand_over_button);
  gtk_widget_class_bind_template_child (widget_class, AsyAssessmentsPage, paper_button);
  gtk_widget_class_bind_template_child (widget_class, AsyAssessmentsPage, banner);
  gtk_widget_class_bind_template_child (widget_class, AsyAssessmentsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AsyAssessmentsPage, form);
  gtk_widget_class_bind_template_callback (widget_class, on_banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_form_changed_cb);
  install_actions (widget_class);
}

/* Before a text has them: in a text F7 is about the cursor. */
static void
add_shortcuts (AsyAssessmentsPage *self)
{
  static const struct { guint key; GdkModifierType modifiers; const char *action; } keys[] = {
    { GDK_KEY_F7, (GdkModifierType) 0, "assessment.next-gap" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "assessment.finish" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
asy_assessments_page_init (AsyAssessmentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcuts (self);
  adw_bin_set_child (self->back_place, asy_back_button_new ());
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assessment.finish", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assessment.discard", FALSE);
}

GtkWidget *
asy_assessments_page_new (AsyContext *context)
{
  AsyAssessmentsPage *self = g_object_new (ASY_TYPE_ASSESSMENTS_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_DEFAULT);
  return GTK_WIDGET (self);
}
