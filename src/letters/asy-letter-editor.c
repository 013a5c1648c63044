/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letters"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "letters/asy-letter-editor.h"
#include "letters/asy-letter-jobs.h"
#include "letters/asy-letter-print.h"
#include "letters/asy-letter-section-row.h"
#include "letters/asy-paper-view.h"
#include "letters/asy-sign-window.h"
#include "letters/asy-verify-window.h"
#include "seal/asy-pades.h"
#include "ui/asy-banner.h"
#include "ui/asy-compat.h"
#include "ui/asy-family-sign.h"
#include "ui/asy-format.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

/* After the last key: the preview follows at once, the register a little later. */
#define PREVIEW_DELAY_MS 150
#define SAVE_DELAY_MS 1500

struct _AsyLetterEditor
{
  AdwBin parent_instance;

  AsyContext *context;
  AsyLetterDesk *desk;          /* nullable until loaded */
  AsyTemplate *template_;       /* nullable */
  AsyDocument *document;        /* nullable: what the preview shows */
  GPtrArray *dirty;             /* AsyLetterSection that are not saved yet */
  gboolean is_saving;
  gboolean is_letter_dirty;
  guint preview_source;
  guint save_source;
  guint preview_serial;

  /* template children */
  AdwWindowTitle *title;
  GtkImage *sign;
  AdwBin *back_place;
  GtkLabel *saved_label;
  GtkButton *sign_button;
  GtkButton *issue_button;
  AsyBanner *banner;
  GtkBox *sections;
  GtkLabel *check_label;
  AsyPaperView *preview;
};

static void asy_letter_editor_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyLetterEditor, asy_letter_editor, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_letter_editor_page_init))

static void save_now (AsyLetterEditor *self);

static AsyLetter *
get_letter (AsyLetterEditor *self)
{
  return self->desk != NULL ? self->desk->source->letter->letter : NULL;
}

static gboolean
is_draft (AsyLetterEditor *self)
{
  return self->desk != NULL && asy_letter_get_state (get_letter (self)) == ASY_LETTER_STATE_DRAFT;
}

/* The preview: set in a thread from data that nobody changes any more. */

typedef struct {
  AsyTemplate *template_;
  AsyPaperData *data;
  guint serial;
} Setting;

static void
setting_free (gpointer data)
{
  Setting *setting = data;

  asy_template_unref (setting->template_);
  asy_paper_data_unref (setting->data);
  g_free (setting);
}

static void
set_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Setting *setting = task_data;
  GError *error = NULL;
  AsyDocument *document = asy_document_new (setting->template_, setting->data, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* A field by its label, a section by its heading. */
static const char *
name_of_missing (AsyLetterEditor *self, const char *name)
{
  const char *label = asy_template_get_field_label (self->template_, name);
  guint n_sections;
  const AsyTemplateSection *sections = asy_template_get_sections (self->template_, &n_sections);

  for (guint i = 0; label == NULL && i < n_sections; i++)
    {
      g_autofree char *body = g_strdup_printf ("section.%s.body", sections[i].key);

      if (g_str_equal (body, name))
        label = sections[i].heading;
    }
  return label != NULL ? label : name;
}

/* The mark comes with the number, so it is never missing before. */
static GStrv
list_missing (AsyLetterEditor *self, AsyPaperData *data)
{
  g_auto (GStrv) all = asy_template_list_missing (self->template_, data);
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (!g_str_equal (all[i], "case.mark"))
      g_strv_builder_add (rest, all[i]);
  return g_strv_builder_end (rest);
}

static void
show_checks (AsyLetterEditor *self, AsyPaperData *data)
{
  g_auto (GStrv) missing = list_missing (self, data);
  const guint n = g_strv_length (missing);
  g_autofree char *text = NULL;

  if (!is_draft (self))
    {
      g_autofree char *mark = g_strdup_printf (_ ("%s · %s"), asy_letter_get_mark (get_letter (self)),
                                               asy_letter_state_get_label (asy_letter_get_state (get_letter (self))));

      gtk_label_set_text (self->check_label, mark);
      asy_ui_set_meaning (GTK_WIDGET (self->check_label), asy_letter_state_get_meaning (asy_letter_get_state (get_letter (self))));
      return;
    }
  if (n == 0)
    text = g_strdup (_ ("Ready to be issued"));
  else
    {
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Before issuing: %u place is empty (%s)", "Before issuing: %u places are empty (%s, …)", n),
                              n, name_of_missing (self, missing[0]));
    }
  gtk_label_set_text (self->check_label, text);
  asy_ui_set_meaning (GTK_WIDGET (self->check_label), n == 0 ? ASY_MEANING_DONE : ASY_MEANING_SOON);
}

static void
on_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AsyLetterEditor *self = ASY_LETTER_EDITOR (source);
  Setting *setting = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyDocument) document = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->context == NULL || setting->serial != self->preview_serial)
    return;
  if (document == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  g_set_object (&self->document, document);
  asy_paper_view_set_document (self->preview, document);
  show_checks (self, setting->data);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.print", TRUE);
}

static void
start_setting (AsyLetterEditor *self, AsyPaperData *data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_set_cb, NULL);
  Setting *setting = g_new0 (Setting, 1);

  setting->template_ = asy_template_ref (self->template_);
  setting->data = asy_paper_data_ref (data);
  setting->serial = ++self->preview_serial;
  g_task_set_task_data (task, setting, setting_free);
  g_task_run_in_thread (task, set_in_thread);
}

/* An issued paper is shown from what it was frozen with, never from the
 * register as it is today. */
static AsyPaperData *
make_data (AsyLetterEditor *self, GError **error)
{
  g_autoptr (GBytes) xml = NULL;

  if (self->desk->frozen_data == NULL)
    return asy_paper_source_fill (self->desk->source);
  xml = g_bytes_new (self->desk->frozen_data, strlen (self->desk->frozen_data));
  return asy_paper_data_new_from_xml (xml, error);
}

static gboolean
on_preview_cb (gpointer user_data)
{
  AsyLetterEditor *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyPaperData) data = NULL;

  self->preview_source = 0;
  data = make_data (self, &error);
  if (data == NULL)
    asy_context_show_error (self->context, GTK_WIDGET (self), error);
  else
    start_setting (self, data);
  return G_SOURCE_REMOVE;
}

static void
queue_preview (AsyLetterEditor *self)
{
  g_clear_handle_id (&self->preview_source, g_source_remove);
  self->preview_source = g_timeout_add (PREVIEW_DELAY_MS, on_preview_cb, self);
}

/* Saving. */

static void
show_saved (AsyLetterEditor *self, const char *text)
{
  gtk_label_set_text (self->saved_label, text);
}

static void
on_conflict_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyLetterEditor) self = user_data;
  g_autofree char *answer = asy_ui_ask_finish (result);

  if (g_str_equal (answer, "theirs") && self->context != NULL)
    asy_letter_editor_show_letter (self, asy_record_get_id (ASY_RECORD (get_letter (self))));
}

static void
ask_about_conflict (AsyLetterEditor *self)
{
  static const AsyAnswer answers[] = {
    { "stay", N_ ("_Stay here"), ADW_RESPONSE_DEFAULT },
    { "theirs", N_ ("_Show their text"), ADW_RESPONSE_SUGGESTED },
  };
  AsyAnswer translated[G_N_ELEMENTS (answers)];

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      translated[i] = answers[i];
      translated[i].label = _ (answers[i].label);
    }
  show_saved (self, _ ("not saved"));
  asy_ui_ask_async (GTK_WIDGET (self), _ ("Somebody else changed this paper"),
                    _ ("Your text was not saved, so that theirs is not lost. Copy what you wrote before you show their text."),
                    translated, G_N_ELEMENTS (translated), "stay", NULL, on_conflict_answered_cb, g_object_ref (self));
}

static void
take_revisions (AsyLetterEditor *self, AsyLetterSave *saved)
{
  AsyLetterFile *file = self->desk->source->letter;

  asy_record_set_revision (ASY_RECORD (file->letter), asy_record_get_revision (ASY_RECORD (saved->letter)));
  for (guint i = 0; i < saved->sections->len; i++)
    {
      AsyLetterSection *fresh = g_ptr_array_index (saved->sections, i);
      AsyLetterSection *shown = asy_letter_file_find_section (file, asy_letter_section_get_key (fresh));

      if (shown == NULL)
        continue;
      asy_record_set_id (ASY_RECORD (shown), asy_record_get_id (ASY_RECORD (fresh)));
      asy_record_set_uid (ASY_RECORD (shown), asy_record_get_uid (ASY_RECORD (fresh)));
      asy_record_set_revision (ASY_RECORD (shown), asy_record_get_revision (ASY_RECORD (fresh)));
    }
}

static void
on_saved_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyLetterEditor *self = owner;
  AsyLetterSave *saved = result;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  self->is_saving = FALSE;
  if (saved == NULL)
    {
      if (g_error_matches (error, ASY_STORE_ERROR, ASY_STORE_ERROR_CONFLICT))
        ask_about_conflict (self);
      else
        {
          show_saved (self, _ ("not saved"));
          asy_context_show_error (self->context, GTK_WIDGET (self), error);
        }
      return;
    }
  take_revisions (self, saved);
  asy_letter_save_free (saved);
  time = asy_text_time (asy_clock_get_minutes (asy_context_get_clock (self->context)));
  text = g_strdup_printf (_ ("Draft · saved %s"), time);
  show_saved (self, text);
  if (self->dirty->len > 0 || self->is_letter_dirty)
    save_now (self);
}

static void
save_now (AsyLetterEditor *self)
{
  g_autoptr (GPtrArray) sections = NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->is_saving || !is_draft (self) || (self->dirty->len == 0 && !self->is_letter_dirty))
    return;
  sections = g_steal_pointer (&self->dirty);
  self->dirty = asy_record_array_new ();
  self->is_letter_dirty = FALSE;
  self->is_saving = TRUE;
  /* Without a slot: a save is never replaced by the next one. */
  asy_context_ask (self->context, self, NULL, asy_letter_save_job, asy_letter_save_new (get_letter (self), sections),
                   (GDestroyNotify) asy_letter_save_free, (GDestroyNotify) asy_letter_save_free, on_saved_cb);
}

static gboolean
on_save_timeout_cb (gpointer user_data)
{
  AsyLetterEditor *self = user_data;

  self->save_source = 0;
  save_now (self);
  return G_SOURCE_REMOVE;
}

static void
queue_save (AsyLetterEditor *self)
{
  show_saved (self, _ ("Draft · saving…"));
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, on_save_timeout_cb, self);
}

static void
on_section_changed_cb (AsyLetterSectionRow *row, gpointer user_data)
{
  AsyLetterEditor *self = user_data;
  AsyLetterSection *section = asy_letter_section_row_get_section (row);

  if (!g_ptr_array_find (self->dirty, section, NULL))
    g_ptr_array_add (self->dirty, g_object_ref (section));
  queue_save (self);
  queue_preview (self);
}

static void
on_section_focused_cb (AsyLetterSectionRow *row, gpointer user_data)
{
  AsyLetterEditor *self = user_data;

  asy_paper_view_show_section (self->preview, asy_letter_section_get_key (asy_letter_section_row_get_section (row)));
}

/* Showing. */

static AsyLetterSection *
get_section (AsyLetterEditor *self, const char *key, gint64 position)
{
  AsyLetterFile *file = self->desk->source->letter;
  AsyLetterSection *section = asy_letter_file_find_section (file, key);

  if (section != NULL)
    return section;
  section = asy_letter_section_new ();
  asy_letter_section_set_letter_id (section, asy_record_get_id (ASY_RECORD (file->letter)));
  asy_letter_section_set_key (section, key);
  asy_letter_section_set_position (section, position);
  g_ptr_array_add (file->sections, section);
  return section;
}

static void
fill_sections (AsyLetterEditor *self, AsyPaperData *data)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n_sections, number = 0;
  const AsyTemplateSection *sections = asy_template_get_sections (self->template_, &n_sections);

  asy_ui_clear_box (self->sections);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Sections"));
  for (guint i = 0; i < n_sections; i++)
    {
      g_autofree char *default_body = NULL;
      GtkWidget *row;

      if (!sections[i].has_body)
        continue;
      number++;
      default_body = asy_template_dup_default_body (self->template_, data, sections[i].key);
      row = asy_letter_section_row_new (get_section (self, sections[i].key, number), sections[i].heading, number, default_body, is_draft (self));
      g_signal_connect_object (row, "changed", G_CALLBACK (on_section_changed_cb), self, G_CONNECT_DEFAULT);
      g_signal_connect_object (row, "focused", G_CALLBACK (on_section_focused_cb), self, G_CONNECT_DEFAULT);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (self->sections, group);
}

static gboolean
has_empty_field (AsyLetterEditor *self)
{
  g_auto (GStrv) fields = self->desk->pdf != NULL ? asy_pades_list_empty_fields (self->desk->pdf, NULL) : NULL;

  return fields != NULL && fields[0] != NULL;
}

static void
show_state (AsyLetterEditor *self)
{
  AsyLetter *letter = get_letter (self);
  const AsyLetterState state = (AsyLetterState) asy_letter_get_state (letter);
  const gboolean draft = state == ASY_LETTER_STATE_DRAFT;
  AsyCourtRequest *request = self->desk->source->letter->request;
  AsyFamily *family = self->desk->source->letter->family;
  g_autofree char *subtitle = g_strjoin (", ", family != NULL ? asy_family_get_name (family) : asy_letter_get_title (letter),
                                         request != NULL ? asy_court_request_get_signature (request) : NULL, NULL);

  adw_window_title_set_title (self->title, asy_letter_kind_get_label (asy_letter_get_kind (letter)));
  adw_window_title_set_subtitle (self->title, subtitle);
  asy_family_sign_set (self->sign, self->context, asy_letter_get_family_id (letter));
  gtk_widget_set_visible (GTK_WIDGET (self->issue_button), draft);
  gtk_widget_set_visible (GTK_WIDGET (self->sign_button), !draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.issue", draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.discard", draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.show-sources", draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.sign", !draft && has_empty_field (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.verify", self->desk->pdf != NULL && state >= ASY_LETTER_STATE_SIGNED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.mark-sent", state == ASY_LETTER_STATE_ISSUED || state == ASY_LETTER_STATE_SIGNED);
  show_saved (self, draft ? _ ("Draft") : asy_letter_state_get_label (state));
  if (draft && request != NULL)
    {
      const AsyDay today = asy_context_get_today (self->context);
      const AsyDay due = asy_court_request_get_due_on (request);
      g_autofree char *day = asy_format_day (due);
      g_autofree char *text = g_strdup_printf (_ ("The court asks for an answer until %s."), day);

      asy_banner_show (self->banner, asy_deadline_get_meaning (due, today) == ASY_MEANING_PLAIN ? ASY_MEANING_INFO : asy_deadline_get_meaning (due, today),
                       text, NULL, NULL);
    }
  else if (!draft && has_empty_field (self))
    asy_banner_show (self->banner, ASY_MEANING_INFO, _ ("The paper is numbered and frozen. It can be signed now."), _ ("_Sign…"), NULL);
  else
    asy_banner_hide (self->banner);
}

static gboolean
load_template (AsyLetterEditor *self, GError **error)
{
  g_clear_pointer (&self->template_, asy_template_unref);
  self->template_ = asy_template_new_shipped (asy_letter_get_kind (get_letter (self)), error);
  return self->template_ != NULL;
}

static void
on_desk_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyLetterEditor *self = owner;
  g_autoptr (GError) own_error = NULL;
  g_autoptr (AsyPaperData) data = NULL;

  if (result == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->desk, asy_letter_desk_free);
  self->desk = result;
  g_ptr_array_set_size (self->dirty, 0);
  data = load_template (self, &own_error) ? make_data (self, &own_error) : NULL;
  if (data == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), own_error);
      return;
    }
  fill_sections (self, data);
  show_state (self);
  start_setting (self, data);
}

static void
ask_for_desk (AsyLetterEditor *self, AsyStoreJob job, gint64 id)
{
  asy_context_ask (self->context, self, "desk", job, g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify) asy_letter_desk_free, on_desk_cb);
}

void
asy_letter_editor_show_letter (AsyLetterEditor *self, gint64 letter_id)
{
  ask_for_desk (self, asy_letter_load_job, letter_id);
}

void
asy_letter_editor_answer_request (AsyLetterEditor *self, gint64 request_id)
{
  ask_for_desk (self, asy_letter_answer_job, request_id);
}

void
asy_letter_editor_show_assessment (AsyLetterEditor *self, gint64 assessment_id)
{
  ask_for_desk (self, asy_letter_of_assessment_job, assessment_id);
}

void
asy_letter_editor_show_comparison (AsyLetterEditor *self, gint64 later_id, const char *earlier)
{
  asy_context_ask (self->context, self, "desk", asy_letter_of_comparison_job, asy_letter_beginning_new (later_id, earlier),
                   (GDestroyNotify) asy_letter_beginning_free, (GDestroyNotify) asy_letter_desk_free, on_desk_cb);
}

void
asy_letter_editor_begin_of (AsyLetterEditor *self, gint64 record_id, const char *kind)
{
  asy_context_ask (self->context, self, "desk", asy_letter_begin_of_job, asy_letter_beginning_new (record_id, kind),
                   (GDestroyNotify) asy_letter_beginning_free, (GDestroyNotify) asy_letter_desk_free, on_desk_cb);
}

void
asy_letter_editor_begin (AsyLetterEditor *self, gint64 family_id, const char *kind)
{
  asy_context_ask (self->context, self, "desk", asy_letter_begin_job, asy_letter_beginning_new (family_id, kind),
                   (GDestroyNotify) asy_letter_beginning_free, (GDestroyNotify) asy_letter_desk_free, on_desk_cb);
}

/* Actions. */

static void
on_issue_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyLetterEditor) self = user_data;

  if (asy_ui_confirm_finish (result) && self->context != NULL)
    ask_for_desk (self, asy_letter_issue_job, asy_record_get_id (ASY_RECORD (get_letter (self))));
}

/* A frozen paper with an empty place would have to be issued again: what is
 * missing is named, and the first of it shown. */
static gboolean
tell_what_is_missing (AsyLetterEditor *self)
{
  g_autoptr (AsyPaperData) data = asy_paper_source_fill (self->desk->source);
  g_auto (GStrv) missing = list_missing (self, data);
  g_autoptr (GString) names = g_string_new (NULL);

  if (missing[0] == NULL)
    return FALSE;
  for (guint i = 0; missing[i] != NULL; i++)
    g_string_append_printf (names, "%s• %s", i > 0 ? "\n" : "", name_of_missing (self, missing[i]));
  asy_ui_tell (GTK_WIDGET (self), _ ("The paper is not complete yet"), names->str);
  return TRUE;
}

static void
issue_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyLetterEditor *self = ASY_LETTER_EDITOR (widget);

  save_now (self);
  if (tell_what_is_missing (self))
    return;
  asy_ui_confirm_async (widget, _ ("Issue the paper?"),
                        _ ("It gets the next number of the yearly register and is frozen: what is printed later will be the same to the byte. A correction is a new paper."),
                        _ ("_Issue"), FALSE, on_issue_confirmed_cb, g_object_ref (self));
}

static void
on_signed_cb (AsySignWindow *window, GBytes *pdf, const char *signer, gpointer user_data)
{
  AsyLetterEditor *self = user_data;
  AsyLetterSigned *signed_ = g_new0 (AsyLetterSigned, 1);

  signed_->letter = asy_record_duplicate (get_letter (self));
  signed_->pdf = g_bytes_ref (pdf);
  signed_->note = g_strdup (signer);
  asy_context_ask (self->context, self, NULL, asy_letter_add_signed_job, signed_, (GDestroyNotify) asy_letter_signed_free, NULL, NULL);
  asy_context_toast (self->context, _ ("The paper is signed"));
}

static void
sign_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyLetterEditor *self = ASY_LETTER_EDITOR (widget);
  g_autofree char *what = g_strdup_printf ("%s, %s", asy_letter_kind_get_label (asy_letter_get_kind (get_letter (self))),
                                           asy_letter_get_mark (get_letter (self)));
  AsySignWindow *window = asy_sign_window_new (self->context, self->desk->pdf, what);

  g_signal_connect_object (window, "signed", G_CALLBACK (on_signed_cb), self, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (window));
}

static void
verify_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyLetterEditor *self = ASY_LETTER_EDITOR (widget);

  asy_verify_window_open (self->context, self->desk->pdf, asy_letter_get_mark (get_letter (self)));
}

static char *
dup_file_name (AsyLetterEditor *self)
{
  AsyLetter *letter = get_letter (self);
  const char *mark = asy_letter_get_mark (letter);
  g_autofree char *name = g_strdup_printf ("%s %s.pdf", asy_letter_kind_get_label (asy_letter_get_kind (letter)), mark != NULL ? mark : _ ("draft"));

  return g_strdelimit (g_steal_pointer (&name), "/\\:", '-');
}

static void
on_export_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyLetterEditor) self = user_data;
  g_autoptr (GFile) file = asy_ui_save_file_finish (result);

  if (file != NULL && self->context != NULL)
    asy_letter_export (self->context, asy_record_get_id (ASY_RECORD (get_letter (self))), file, asy_letter_get_plan_id (get_letter (self)));
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.pdf", NULL };
  AsyLetterEditor *self = ASY_LETTER_EDITOR (widget);
  const AsyFileKind kind = { _ ("PDF documents"), patterns };
  g_autofree char *name = dup_file_name (self);

  save_now (self);
  asy_ui_save_file_async (widget, _ ("Export as PDF"), &kind, NULL, name, on_export_chosen_cb, g_object_ref (self));
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyLetterEditor *self = ASY_LETTER_EDITOR (widget);

  if (self->document != NULL)
    asy_letter_print (self->context, self->document, asy_letter_get_title (get_letter (self)), asy_letter_get_plan_id (get_letter (self)));
}

static void
on_discard_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyLetterEditor) self = user_data;

  if (!asy_ui_confirm_finish (result) || self->context == NULL)
    return;
  g_ptr_array_set_size (self->dirty, 0);
  asy_context_ask (self->context, self, NULL, asy_letter_discard_job, asy_record_duplicate (get_letter (self)), g_object_unref, NULL, NULL);
  asy_context_pop (self->context);
}

static void
discard_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  asy_ui_confirm_async (widget, _ ("Discard the draft?"), _ ("Its text is lost. Papers that were issued stay."), _ ("_Discard"), TRUE,
                        on_discard_confirmed_cb, g_object_ref (widget));
}

static void
mark_sent_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyLetterEditor *self = ASY_LETTER_EDITOR (widget);

  asy_context_ask (self->context, self, NULL, asy_letter_mark_sent_job, asy_record_duplicate (get_letter (self)), g_object_unref, NULL, NULL);
}

static void
show_sources_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyLetterEditor *self = ASY_LETTER_EDITOR (widget);
  AsyLetter *letter = get_letter (self);

  asy_letter_set_sources_shown (letter, !asy_letter_get_sources_shown (letter));
  self->is_letter_dirty = TRUE;
  queue_save (self);
  queue_preview (self);
}

static void
on_banner_clicked_cb (AsyLetterEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "letter.sign", NULL);
}

/* Own saves are known already; what others do to an issued paper is shown. */
static void
on_changed_cb (AsyStore *store, const char *kind, gint64 id, gpointer user_data)
{
  AsyLetterEditor *self = user_data;

  if (self->desk == NULL || !g_str_equal (kind, "letter") || id != asy_record_get_id (ASY_RECORD (get_letter (self))))
    return;
  if (!is_draft (self))
    asy_letter_editor_show_letter (self, id);
}

static gboolean
asy_letter_editor_print (AsyPage *page)
{
  return gtk_widget_activate_action (GTK_WIDGET (page), "letter.print", NULL);
}

static void
asy_letter_editor_leave (AsyPage *page)
{
  save_now (ASY_LETTER_EDITOR (page));
}

static gint64
asy_letter_editor_get_family (AsyPage *page)
{
  AsyLetter *letter = get_letter (ASY_LETTER_EDITOR (page));

  return letter != NULL ? asy_letter_get_family_id (letter) : 0;
}

static void
asy_letter_editor_page_init (AsyPageInterface *iface)
{
  iface->print = asy_letter_editor_print;
  iface->leave = asy_letter_editor_leave;
  iface->get_family = asy_letter_editor_get_family;
}

static void
asy_letter_editor_dispose (GObject *object)
{
  AsyLetterEditor *self = ASY_LETTER_EDITOR (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  g_clear_handle_id (&self->save_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_LETTER_EDITOR);
  g_clear_object (&self->context);
  g_clear_object (&self->document);
  g_clear_pointer (&self->template_, asy_template_unref);
  g_clear_pointer (&self->desk, asy_letter_desk_free);
  g_clear_pointer (&self->dirty, g_ptr_array_unref);

  G_OBJECT_CLASS (asy_letter_editor_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "letter.issue", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "letter.sign", NULL, sign_action);
  gtk_widget_class_install_action (widget_class, "letter.verify", NULL, verify_action);
  gtk_widget_class_install_action (widget_class, "letter.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "letter.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "letter.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "letter.mark-sent", NULL, mark_sent_action);
  gtk_widget_class_install_action (widget_class, "letter.show-sources", NULL, show_sources_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "letter.sign", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "letter.export", NULL);
}

static void
asy_letter_editor_class_init (AsyLetterEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_letter_editor_dispose;

  g_type_ensure (ASY_TYPE_BANNER);
  g_type_ensure (ASY_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/letters/letter-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyLetterEditor, title);
  gtk_widget_class_bind_template_child (widget_class, AsyLetterEditor, sign);
  gtk_widget_class_bind_template_child (widget_class, AsyLetterEditor, back_place);
  gtk_widget_class_bind_template_child (widget_class, AsyLetterEditor, saved_label);
  gtk_widget_class_bind_template_child (widget_class, AsyLetterEditor, sign_button);
  gtk_widget_class_bind_template_child (widget_class, AsyLetterEditor, issue_button);
  gtk_widget_class_bind_template_child (widget_class, AsyLetterEditor, banner);
  gtk_widget_class_bind_template_child (widget_class, AsyLetterEditor, sections);
  gtk_widget_class_bind_template_child (widget_class, AsyLetterEditor, check_label);
  gtk_widget_class_bind_template_child (widget_class, AsyLetterEditor, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_banner_clicked_cb);
  install_actions (widget_class);
}

static void
asy_letter_editor_init (AsyLetterEditor *self)
{
  self->dirty = asy_record_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->back_place, asy_back_button_new ());
}

GtkWidget *
asy_letter_editor_new (AsyContext *context)
{
  AsyLetterEditor *self = g_object_new (ASY_TYPE_LETTER_EDITOR, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_DEFAULT);
  return GTK_WIDGET (self);
}
