/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-assessments"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "assessments/asy-review-jobs.h"
#include "assessments/asy-review-page.h"
#include "base/asy-text.h"
#include "model/asy-family-file.h"
#include "model/asy-letter-file.h"
#include "store/asy-store-error.h"
#include "ui/asy-banner.h"
#include "ui/asy-compat.h"
#include "ui/asy-bind.h"
#include "ui/asy-family-sign.h"
#include "ui/asy-format.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-review-words.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"

/* After the last key. */
#define SAVE_DELAY_MS 1500

struct _AsyReviewPage
{
  AdwBin parent_instance;

  AsyContext *context;          /* nullable after dispose */
  AsyReviewAnswer *answer;      /* nullable until loaded */
  guint save_source;
  guint serial;                 /* of what is shown */
  guint saving_serial;          /* of what is being saved */
  gboolean is_dirty;
  gboolean is_saving;
  gboolean is_refused;          /* somebody else saved: nothing is written until theirs is shown */
  gboolean is_quiet;            /* the record takes what was saved */
  gboolean wants_finish;
  GtkWidget *first;             /* where writing begins; nullable */
  GtkWidget *numbers[3];        /* families, children, visits; nullable */

  /* template children */
  AdwWindowTitle *title;
  GtkImage *sign;
  AdwBin *back_place;
  GtkLabel *saved_label;
  GtkMenuButton *menu_button;
  GtkButton *finish_button;
  GtkButton *paper_button;
  AsyBanner *banner;
  GtkScrolledWindow *scroller;
  GtkBox *form;
};

static void asy_review_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyReviewPage, asy_review_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_review_page_page_init))

static void save_now (AsyReviewPage *self);

static AsyReview *
get_review (AsyReviewPage *self)
{
  return self->answer->review;
}

static gboolean
is_draft (AsyReviewPage *self)
{
  return self->answer != NULL && !asy_review_get_final (get_review (self));
}

static gboolean
is_report (AsyReviewPage *self)
{
  return asy_review_get_kind (get_review (self)) == ASY_REVIEW_KIND_WORKER_MONTH;
}

/* The form. */

static GtkWidget *
add_group (AsyReviewPage *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (self->form, group);
  return group;
}

static GtkWidget *
add_fact (GtkWidget *group, const char *title, const char *value)
{
  GtkWidget *row = asy_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value != NULL ? value : "–");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (row, "asy-fact");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static const char *
field_title (AsyReviewPage *self, guint field)
{
  if (is_report (self) && field == ASY_REVIEW_WORK)
    return _ ("Families and their visits");
  if (is_report (self) && field == ASY_REVIEW_CONTACTS)
    return _ ("Contacts for families, by kind");
  return _ (asy_record_get_fields (ASY_RECORD (get_review (self)), NULL)[field].label);
}

static void
add_texts (AsyReviewPage *self, GtkWidget *group, const guint *fields, gsize n_fields)
{
  AsyReview *review = get_review (self);

  for (gsize i = 0; i < n_fields; i++)
    {
      const char *title = field_title (self, fields[i]);
      GtkWidget *row;

      if (!is_draft (self))
        {
          add_fact (group, title, asy_record_get_text (ASY_RECORD (review), fields[i]));
          continue;
        }
      row = asy_text_row_new (title, 2);
      asy_bind_row (review, fields[i], row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      if (self->first == NULL)
        self->first = row;
    }
}

static char *
dup_visits (AsyReview *review)
{
  const int held = (int) asy_review_get_visits_held (review);
  const int missed = (int) asy_review_get_visits_missed (review);
  g_autofree char *time = asy_format_duration ((int) asy_review_get_visit_minutes (review));
  g_autofree char *held_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d visit held", "%d visits held", held), held);
  g_autofree char *missed_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d missed", "%d missed", missed), missed);

  return g_strjoin (" · ", held_text, missed_text, time, NULL);
}

static char *
dup_children (AsyReview *review)
{
  const int children = (int) asy_review_get_children (review);
  const int seen = (int) asy_review_get_children_seen (review);
  g_autofree char *all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d child", "%d children", children), children);
  g_autofree char *some = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d seen", "%d seen", seen), seen);

  return g_strjoin (" · ", all, some, NULL);
}

static char *
dup_families (AsyReview *review)
{
  return g_strdup_printf (_ ("%d at the beginning · %d new · %d ended · %d at the end"), (int) asy_review_get_families_before (review),
                          (int) asy_review_get_families_new (review), (int) asy_review_get_families_ended (review),
                          (int) asy_review_get_families_after (review));
}

static void
show_numbers (AsyReviewPage *self)
{
  g_autofree char *families = dup_families (get_review (self));
  g_autofree char *children = dup_children (get_review (self));
  g_autofree char *visits = dup_visits (get_review (self));
  const char *const texts[] = { families, children, visits };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (self->numbers[i] != NULL)
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->numbers[i]), texts[i]);
}

static void
add_numbers (AsyReviewPage *self)
{
  g_autofree char *period = asy_review_dup_period (get_review (self));
  GtkWidget *group = add_group (self, period, _ ("Counted from the register each time it is saved"));

  if (is_report (self))
    self->numbers[0] = add_fact (group, _ ("Families"), NULL);
  self->numbers[1] = add_fact (group, _ ("Children"), NULL);
  self->numbers[2] = add_fact (group, _ ("Visits"), NULL);
  show_numbers (self);
}

static void
build (AsyReviewPage *self)
{
  static const guint work[] = { ASY_REVIEW_WORK, ASY_REVIEW_CONTACTS, ASY_REVIEW_INTERVENTIONS, ASY_REVIEW_DOCUMENTS };
  static const guint plan[] = { ASY_REVIEW_TASKS, ASY_REVIEW_GOALS };
  static const guint conclusions[] = { ASY_REVIEW_SUCCESS, ASY_REVIEW_DIFFICULTIES, ASY_REVIEW_INTENTIONS };

  asy_ui_clear_box (self->form);
  self->first = NULL;
  memset (self->numbers, 0, sizeof self->numbers);
  add_numbers (self);
  add_texts (self, add_group (self, _ ("Work in this time"), NULL), work, G_N_ELEMENTS (work));
  if (!is_report (self))
    add_texts (self, add_group (self, _ ("The plan of work"), NULL), plan, G_N_ELEMENTS (plan));
  add_texts (self, add_group (self, _ ("Conclusions"), NULL), conclusions, G_N_ELEMENTS (conclusions));
}

/* Showing. */

static void
show_saved (AsyReviewPage *self, const char *text)
{
  gtk_label_set_text (self->saved_label, text);
}

/* It is finished only when its time is over. */
static void
show_draft (AsyReviewPage *self)
{
  const AsyDay until = asy_review_get_until_day (get_review (self));
  const gboolean is_over = until <= asy_context_get_today (self->context);
  g_autofree char *day = asy_format_day_long (until);
  g_autofree char *text = g_strdup_printf (_ ("This time ends on %s; until then the review stays a draft."), day);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.finish", is_over && !self->is_refused);
  if (is_over)
    asy_banner_hide (self->banner);
  else
    asy_banner_show (self->banner, ASY_MEANING_INFO, text, NULL, NULL);
}

static void
show_finished (AsyReviewPage *self)
{
  g_autofree char *day = asy_format_day_long (asy_review_get_made_on (get_review (self)));
  g_autofree char *text = g_strdup_printf (_ ("Finished on %s. It does not change any more."), day);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.finish", FALSE);
  asy_banner_show (self->banner, ASY_MEANING_DONE, text, NULL, NULL);
}

static void
show_about (AsyReviewPage *self)
{
  AsyFamily *family = self->answer->family;
  g_autofree char *worker = self->answer->worker != NULL ? asy_worker_dup_full_name (self->answer->worker) : NULL;

  adw_window_title_set_title (self->title, asy_review_kind_get_label ((AsyReviewKind) asy_review_get_kind (get_review (self))));
  adw_window_title_set_subtitle (self->title, family != NULL ? asy_family_get_name (family) : worker);
  asy_family_sign_set (self->sign, self->context, family != NULL ? asy_record_get_id (ASY_RECORD (family)) : 0);
}

static void
show_state (AsyReviewPage *self)
{
  const gboolean draft = is_draft (self);

  show_about (self);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), draft);
  gtk_widget_set_visible (GTK_WIDGET (self->finish_button), draft);
  gtk_widget_set_visible (GTK_WIDGET (self->paper_button), !draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.discard", draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.fill", draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.paper", !draft);
  if (draft)
    show_draft (self);
  else
    show_finished (self);
}

static gboolean
on_save_timeout_cb (gpointer user_data)
{
  AsyReviewPage *self = user_data;

  self->save_source = 0;
  save_now (self);
  return G_SOURCE_REMOVE;
}

static void
on_record_changed_cb (AsyReviewPage *self)
{
  if (self->is_quiet)
    return;
  self->is_dirty = TRUE;
  if (self->is_refused)
    return;
  show_saved (self, _ ("Draft · saving…"));
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, on_save_timeout_cb, self);
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyReviewPage *self = owner;

  if (result == NULL)
    {
      asy_context_show_error (self->context, NULL, error);
      if (self->answer == NULL)
        asy_context_pop (self->context);
      return;
    }
  asy_ui_clear_box (self->form);
  g_clear_pointer (&self->answer, asy_review_answer_free);
  self->answer = result;
  self->serial++;
  self->is_dirty = self->is_refused = FALSE;
  build (self);
  g_signal_connect_object (get_review (self), "notify", G_CALLBACK (on_record_changed_cb), self, G_CONNECT_SWAPPED);
  show_saved (self, is_draft (self) ? _ ("Draft") : "");
  show_state (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (self->first != NULL)
    gtk_widget_grab_focus (self->first);
}

static void
load (AsyReviewPage *self, gint64 id)
{
  asy_context_ask (self->context, self, "load", asy_review_load_job, g_memdup2 (&id, sizeof id), g_free,
                   (GDestroyNotify) asy_review_answer_free, on_loaded_cb);
}

static void
begin (AsyReviewPage *self, AsyReviewKind kind, gint64 about_id)
{
  const AsyReviewRequest request = { kind, about_id };

  asy_context_ask (self->context, self, "load", asy_review_begin_job, g_memdup2 (&request, sizeof request), g_free,
                   (GDestroyNotify) asy_review_answer_free, on_loaded_cb);
}

/* Saving. */

static void
on_conflict_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyReviewPage) self = user_data;
  g_autofree char *answer = asy_ui_ask_finish (result);

  if (g_str_equal (answer, "theirs") && self->context != NULL)
    load (self, asy_record_get_id (ASY_RECORD (get_review (self))));
}

static void
ask_about_conflict (AsyReviewPage *self)
{
  const AsyAnswer answers[] = {
    { "stay", _ ("_Stay here"), ADW_RESPONSE_DEFAULT },
    { "theirs", _ ("_Show their text"), ADW_RESPONSE_SUGGESTED },
  };

  self->is_refused = TRUE;
  show_state (self);
  asy_ui_ask_async (GTK_WIDGET (self), _ ("Somebody else changed this review"),
                    _ ("Your text was not saved, so that theirs is not lost. Copy what you wrote before you show their text."),
                    answers, G_N_ELEMENTS (answers), "stay", NULL, on_conflict_answered_cb, g_object_ref (self));
}

static void
on_save_failed (AsyReviewPage *self, const GError *error)
{
  self->is_dirty = TRUE;
  self->wants_finish = FALSE;
  show_saved (self, _ ("not saved"));
  if (g_error_matches (error, ASY_STORE_ERROR, ASY_STORE_ERROR_CONFLICT))
    ask_about_conflict (self);
  else
    asy_context_show_error (self->context, GTK_WIDGET (self), error);
}

/* The texts may have been written on meanwhile: the page takes the key and the numbers only. */
static void
take_saved (AsyReviewPage *self, AsyReview *saved)
{
  AsyRecord *review = ASY_RECORD (get_review (self));

  self->is_quiet = TRUE;
  asy_record_set_id (review, asy_record_get_id (ASY_RECORD (saved)));
  asy_record_set_uid (review, asy_record_get_uid (ASY_RECORD (saved)));
  asy_record_set_revision (review, asy_record_get_revision (ASY_RECORD (saved)));
  for (guint field = ASY_REVIEW_FAMILIES_BEFORE; field <= ASY_REVIEW_VISIT_MINUTES; field++)
    asy_record_set_int (review, field, asy_record_get_int (ASY_RECORD (saved), field));
  self->is_quiet = FALSE;
  show_numbers (self);
}

static void
on_finished (AsyReviewPage *self)
{
  asy_context_toast (self->context, is_report (self) ? _ ("The report is finished") : _ ("The review is finished"));
  load (self, asy_record_get_id (ASY_RECORD (get_review (self))));
}

/* The page lives until this came back, so that nothing typed meanwhile is lost when it is left. */
static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyReviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyReview) saved = asy_store_run_finish (ASY_STORE (source), result, &error);
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  self->is_saving = FALSE;
  if (self->context == NULL || self->serial != self->saving_serial)
    return;
  if (saved == NULL)
    {
      on_save_failed (self, error);
      return;
    }
  take_saved (self, saved);
  if (asy_review_get_final (saved))
    {
      on_finished (self);
      return;
    }
  time = asy_text_time (asy_clock_get_minutes (asy_context_get_clock (self->context)));
  text = g_strdup_printf (_ ("Draft · saved %s"), time);
  show_saved (self, text);
  if (self->is_dirty || self->wants_finish)
    save_now (self);
}

static void
save_now (AsyReviewPage *self)
{
  const gboolean finishes = self->wants_finish;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->is_saving || self->is_refused || !is_draft (self) || (!self->is_dirty && !finishes))
    return;
  self->is_dirty = self->wants_finish = FALSE;
  self->is_saving = TRUE;
  self->saving_serial = self->serial;
  asy_store_run_async (asy_context_get_store (self->context), finishes ? asy_review_finish_job : asy_review_save_job,
                       asy_record_duplicate (get_review (self)), g_object_unref, g_object_unref, NULL, on_saved_cb,
                       g_object_ref (self));
}

/* Actions. */

static void
on_finish_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyReviewPage) self = user_data;

  if (!asy_ui_confirm_finish (result) || self->context == NULL)
    return;
  self->wants_finish = TRUE;
  save_now (self);
}

static void
finish_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const gboolean report = is_report (ASY_REVIEW_PAGE (widget));

  asy_ui_confirm_async (widget, report ? _ ("Finish the report?") : _ ("Finish the review?"),
                        _ ("It is frozen then: what it says will not change any more. The paper comes next."), _ ("_Finish"), FALSE,
                        on_finish_confirmed_cb, g_object_ref (widget));
}

static void
paper_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyReviewPage *self = ASY_REVIEW_PAGE (widget);

  asy_context_go (self->context, "paper-of", asy_record_get_id (ASY_RECORD (get_review (self))),
                  is_report (self) ? ASY_LETTER_KIND_MONTH_REPORT : ASY_LETTER_KIND_REVIEW);
}

static void
on_filled_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyReviewPage *self = owner;
  g_autoptr (AsyReview) filled = result;

  if (filled == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  for (guint field = ASY_REVIEW_WORK; is_draft (self) && field <= ASY_REVIEW_DOCUMENTS; field++)
    asy_record_set_text (ASY_RECORD (get_review (self)), field, asy_record_get_text (ASY_RECORD (filled), field));
}

static void
on_fill_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyReviewPage) self = user_data;

  if (asy_ui_confirm_finish (result) && self->context != NULL && is_draft (self))
    asy_context_ask (self->context, self, "fill", asy_review_fill_job, asy_record_duplicate (get_review (self)), g_object_unref,
                     g_object_unref, on_filled_cb);
}

static void
fill_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  asy_ui_confirm_async (widget, _ ("Fill the texts anew?"),
                        _ ("What the register knows replaces what stands under work, plan, contacts, interventions and papers. "
                           "The conclusions stay."),
                        _ ("_Fill anew"), TRUE, on_fill_confirmed_cb, g_object_ref (widget));
}

static void
on_discard_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyReviewPage) self = user_data;

  if (!asy_ui_confirm_finish (result) || self->context == NULL || !is_draft (self))
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->is_dirty = FALSE;
  if (asy_record_get_id (ASY_RECORD (get_review (self))) != 0)
    asy_context_ask (self->context, NULL, NULL, asy_review_discard_job, asy_record_duplicate (get_review (self)), g_object_unref, NULL,
                     NULL);
  asy_context_pop (self->context);
}

static void
discard_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  asy_ui_confirm_async (widget, _ ("Discard the draft?"), _ ("What was written in it is lost. Finished ones stay."), _ ("_Discard"), TRUE,
                        on_discard_confirmed_cb, g_object_ref (widget));
}

/* AsyPage */

static gboolean
asy_review_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  static const struct {
    const char *what;
    AsyReviewKind kind;
  } beginnings[] = {
    { "quarter-of-family", ASY_REVIEW_KIND_FAMILY_QUARTER },
    { "month-of-family", ASY_REVIEW_KIND_FAMILY_MONTH },
    { "month-of-worker", ASY_REVIEW_KIND_WORKER_MONTH },
  };
  AsyReviewPage *self = ASY_REVIEW_PAGE (page);

  save_now (self);
  if (g_str_equal (what, "review"))
    {
      load (self, id);
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_equal (what, beginnings[i].what))
      {
        begin (self, beginnings[i].kind, id);
        return TRUE;
      }
  return FALSE;
}

static void
asy_review_page_activate (AsyPage *page)
{
  AsyReviewPage *self = ASY_REVIEW_PAGE (page);

  if (self->first != NULL)
    gtk_widget_grab_focus (self->first);
}

static void
asy_review_page_leave (AsyPage *page)
{
  save_now (ASY_REVIEW_PAGE (page));
}

static gint64
asy_review_page_get_family (AsyPage *page)
{
  AsyReviewPage *self = ASY_REVIEW_PAGE (page);

  return self->answer != NULL && self->answer->family != NULL ? asy_record_get_id (ASY_RECORD (self->answer->family)) : 0;
}

static void
asy_review_page_page_init (AsyPageInterface *iface)
{
  iface->show = asy_review_page_show;
  iface->activate = asy_review_page_activate;
  iface->leave = asy_review_page_leave;
  iface->get_family = asy_review_page_get_family;
}

static void
asy_review_page_dispose (GObject *object)
{
  AsyReviewPage *self = ASY_REVIEW_PAGE (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_REVIEW_PAGE);
  g_clear_object (&self->context);
  g_clear_pointer (&self->answer, asy_review_answer_free);

  G_OBJECT_CLASS (asy_review_page_parent_class)->dispose (object);
}

static void
asy_review_page_class_init (AsyReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_review_page_dispose;

  g_type_ensure (ASY_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/assessments/review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyReviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, AsyReviewPage, sign);
  gtk_widget_class_bind_template_child (widget_class, AsyReviewPage, back_place);
  gtk_widget_class_bind_template_child (widget_class, AsyReviewPage, saved_label);
  gtk_widget_class_bind_template_child (widget_class, AsyReviewPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AsyReviewPage, finish_button);
  gtk_widget_class_bind_template_child (widget_class, AsyReviewPage, paper_button);
  gtk_widget_class_bind_template_child (widget_class, AsyReviewPage, banner);
  gtk_widget_class_bind_template_child (widget_class, AsyReviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AsyReviewPage, form);
  gtk_widget_class_install_action (widget_class, "review.finish", NULL, finish_action);
  gtk_widget_class_install_action (widget_class, "review.paper", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "review.fill", NULL, fill_action);
  gtk_widget_class_install_action (widget_class, "review.discard", NULL, discard_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "review.finish", NULL);
}

static void
asy_review_page_init (AsyReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->back_place, asy_back_button_new ());
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.finish", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.discard", FALSE);
}

GtkWidget *
asy_review_page_new (AsyContext *context)
{
  AsyReviewPage *self = g_object_new (ASY_TYPE_REVIEW_PAGE, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
