/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letters"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "letters/asy-letter-editor.h"
#include "letters/asy-letters-page.h"
#include "letters/asy-verify-window.h"
#include "store/asy-letters.h"
#include "store/asy-requests.h"
#include "ui/asy-export.h"
#include "ui/asy-family-sign.h"
#include "ui/asy-format.h"
#include "ui/asy-list-menu.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-pill.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

#define PAGE_SIZE 60

typedef struct {
  GPtrArray *letters;           /* AsyLetterEntry */
  GPtrArray *requests;          /* AsyRequestEntry */
  gboolean is_next_page;
} Answer;

struct _AsyLettersPage
{
  AdwBin parent_instance;

  AsyContext *context;
  Answer *waiting;              /* nullable: to be shown when the page is seen */
  AsyLetter *last;              /* nullable: end of the list, where the next page begins */
  gboolean may_have_more;

  /* template children */
  AdwWindowTitle *title;
  GtkBox *requests;
  GtkSearchEntry *search;
  GtkDropDown *state_choice;
  GtkDropDown *kind_choice;
  GtkListBox *list;
};

static void asy_letters_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyLettersPage, asy_letters_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_letters_page_page_init))

static const char *const own_kinds[] = { ASY_LETTER_KIND_OPINION, ASY_LETTER_KIND_ASSESSMENT, ASY_LETTER_KIND_COMPARISON,
                                         ASY_LETTER_KIND_REVIEW, ASY_LETTER_KIND_MONTH_REPORT, ASY_LETTER_KIND_WEEK };

typedef struct {
  char *text;
  const char *kind;
  guint states;
  AsyLetter *older_than;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->text);
  g_clear_object (&request->older_than);
  g_free (request);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->letters, g_ptr_array_unref);
  g_clear_pointer (&answer->requests, g_ptr_array_unref);
  g_free (answer);
}

static gpointer
list_job (AsySession *session, gpointer data, GError **error)
{
  const Request *request = data;
  const AsyLetterFilter filter = { .kind = request->kind, .states = request->states, .text = request->text,
                                   .older_than = request->older_than, .limit = PAGE_SIZE };
  Answer *answer = g_new0 (Answer, 1);

  answer->is_next_page = request->older_than != NULL;
  answer->letters = asy_letters_list (session, &filter, error);
  answer->requests = answer->letters != NULL ? asy_court_requests_list_open (session, error) : NULL;
  if (answer->requests == NULL)
    {
      answer_free (answer);
      return NULL;
    }
  return answer;
}

/* Kinds in the order of the list that they are chosen from; %NULL: all. */
static const char *
get_kind (guint number)
{
  if (number == 0 || number > G_N_ELEMENTS (own_kinds) + g_strv_length ((char **) asy_family_letter_kinds))
    return NULL;
  number--;
  return number < G_N_ELEMENTS (own_kinds) ? own_kinds[number] : asy_family_letter_kinds[number - G_N_ELEMENTS (own_kinds)];
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = asy_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  return row;
}

static void
add_sign (AsyLettersPage *self, GtkWidget *row, gint64 family_id)
{
  GtkWidget *sign = asy_family_sign_new (self->context, family_id);

  if (sign != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), sign);
}

static void
on_answer_clicked_cb (GtkButton *button, gpointer user_data)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "request");
  AsyContext *context = asy_context_of (GTK_WIDGET (button));

  if (context != NULL)
    asy_context_go (context, "answer-court", *id, NULL);
}

static GtkWidget *
new_request_row (AsyLettersPage *self, const AsyRequestEntry *entry)
{
  const AsyDay today = asy_context_get_today (self->context);
  const AsyDay due = asy_court_request_get_due_on (entry->request);
  const gint64 id = asy_record_get_id (ASY_RECORD (entry->request));
  g_autofree char *term = asy_format_due (due, today, NULL);
  g_autofree char *subtitle = g_strjoin (" · ", asy_court_request_get_signature (entry->request),
                                         entry->court_name != NULL ? entry->court_name : entry->worker_name,
                                         entry->court_name != NULL ? entry->worker_name : NULL, NULL);
  GtkWidget *row = new_row (entry->family_name, subtitle);
  GtkWidget *pill = asy_pill_new (term, asy_deadline_get_meaning (due, today));
  GtkWidget *button = gtk_button_new_with_mnemonic (entry->letter_id != 0 ? _ ("_Open the opinion") : _ ("_Write the opinion"));

  add_sign (self, row, entry->family_id);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "request", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_answer_clicked_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_requests (AsyLettersPage *self, GPtrArray *requests)
{
  GtkWidget *list = gtk_list_box_new ();

  asy_ui_clear_box (self->requests);
  gtk_widget_set_visible (GTK_WIDGET (self->requests), requests->len > 0);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < requests->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_request_row (self, g_ptr_array_index (requests, i)));
  gtk_box_append (self->requests, asy_heading_new (_ ("Courts wait for an answer"), (int) requests->len, NULL));
  gtk_box_append (self->requests, list);
}

static GtkWidget *
new_letter_row (AsyLettersPage *self, const AsyLetterEntry *entry)
{
  AsyLetter *letter = entry->letter;
  const AsyLetterState state = (AsyLetterState) asy_letter_get_state (letter);
  const char *mark = asy_letter_get_mark (letter);
  g_autofree char *title = entry->family_name != NULL
                               ? g_strdup_printf (_ ("%s – %s"), asy_letter_kind_get_label (asy_letter_get_kind (letter)), entry->family_name)
                               : g_strdup (asy_letter_get_title (letter));
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *subtitle = NULL;
  g_autofree char *day = asy_format_day (asy_letter_get_made_on (letter));
  GtkWidget *row, *pill, *date;

  if (mark != NULL)
    g_ptr_array_add (parts, (gpointer) mark);
  if (entry->signature != NULL)
    g_ptr_array_add (parts, entry->signature);
  if (entry->author_name != NULL)
    g_ptr_array_add (parts, entry->author_name);
  g_ptr_array_add (parts, NULL);
  subtitle = g_strjoinv (" · ", (char **) parts->pdata);
  row = new_row (title, subtitle);
  add_sign (self, row, asy_letter_get_family_id (letter));
  pill = asy_pill_new (asy_letter_state_get_label (state), asy_letter_state_get_meaning (state));
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  date = asy_caption_new (day);
  gtk_widget_add_css_class (date, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), date);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "letter", g_object_ref (letter), g_object_unref);
  return row;
}

static void
show_answer (AsyLettersPage *self, const Answer *answer)
{
  if (!answer->is_next_page)
    asy_ui_clear_list (self->list);
  for (guint i = 0; i < answer->letters->len; i++)
    {
      const AsyLetterEntry *entry = g_ptr_array_index (answer->letters, i);

      gtk_list_box_append (self->list, new_letter_row (self, entry));
      g_set_object (&self->last, entry->letter);
    }
  self->may_have_more = answer->letters->len == PAGE_SIZE;
  show_requests (self, answer->requests);
}

static void
show_waiting (AsyLettersPage *self)
{
  if (self->waiting == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  show_answer (self, self->waiting);
  g_clear_pointer (&self->waiting, answer_free);
}

/* The page is made with the window, for the number beside its name; its rows are
 * made when they are seen. */
static void
on_listed_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyLettersPage *self = owner;
  Answer *answer = result;

  if (answer == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  asy_context_set_counter (self->context, "letters", answer->requests->len, ASY_MEANING_PLAIN);
  g_clear_pointer (&self->waiting, answer_free);
  self->waiting = answer;
  show_waiting (self);
}

static Request *
new_request (AsyLettersPage *self, AsyLetter *older_than)
{
  Request *request = g_new0 (Request, 1);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const guint state = gtk_drop_down_get_selected (self->state_choice);

  request->text = *text != '\0' ? g_strdup (text) : NULL;
  request->kind = get_kind (gtk_drop_down_get_selected (self->kind_choice));
  request->states = state > 0 && state <= ASY_LETTER_STATE_SENT + 1 ? 1u << (state - 1) : 0;
  g_set_object (&request->older_than, older_than);
  return request;
}

static void
ask (AsyLettersPage *self, AsyLetter *older_than)
{
  asy_context_ask (self->context, self, "list", list_job, new_request (self, older_than), request_free, answer_free, on_listed_cb);
}

static AsyTable *
load_table (AsySession *session, gpointer data, GError **error)
{
  const Request *request = data;
  const AsyLetterFilter filter = { .kind = request->kind, .states = request->states, .text = request->text };

  return asy_list_load_letters (session, &filter, error);
}

static gboolean
asy_letters_page_export_list (AsyPage *page)
{
  AsyLettersPage *self = ASY_LETTERS_PAGE (page);

  asy_export_list (self->context, C_ ("file name", "papers"), load_table, new_request (self, NULL), request_free);
  return TRUE;
}

static void
on_filter_changed_cb (AsyLettersPage *self)
{
  if (self->context != NULL)
    ask (self, NULL);
}

static void
on_edge_reached_cb (AsyLettersPage *self, GtkPositionType edge)
{
  if (edge == GTK_POS_BOTTOM && self->may_have_more)
    ask (self, self->last);
}

static void
on_row_activated_cb (AsyLettersPage *self, GtkListBoxRow *row)
{
  AsyLetter *letter = g_object_get_data (G_OBJECT (row), "letter");

  if (letter != NULL)
    asy_context_go (self->context, "show-letter", asy_record_get_id (ASY_RECORD (letter)), NULL);
}

static void
on_changed_cb (AsyStore *store, const char *kind, gint64 id, gpointer user_data)
{
  static const char *const followed[] = { "*", "letter", "court_request", NULL };

  if (g_strv_contains (followed, kind))
    ask (ASY_LETTERS_PAGE (user_data), NULL);
}

static void
verify_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  asy_verify_window_choose (ASY_LETTERS_PAGE (widget)->context);
}

static gboolean
asy_letters_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  static const char *const known[] = { "letter", "answer-court", "assessment-paper", "comparison-paper", "new-paper", "paper-of", NULL };
  AsyLettersPage *self = ASY_LETTERS_PAGE (page);
  GtkWidget *editor;

  if (!g_strv_contains (known, what) || (g_str_equal (what, "new-paper") && !g_strv_contains (asy_family_letter_kinds, detail)) ||
      (g_str_equal (what, "paper-of") && !g_strv_contains (asy_record_letter_kinds, detail)))
    return FALSE;
  if (g_str_equal (what, "comparison-paper") && detail == NULL)
    return FALSE;
  editor = asy_letter_editor_new (self->context);
  asy_context_push (self->context, editor);
  if (g_str_equal (what, "letter"))
    asy_letter_editor_show_letter (ASY_LETTER_EDITOR (editor), id);
  else if (g_str_equal (what, "answer-court"))
    asy_letter_editor_answer_request (ASY_LETTER_EDITOR (editor), id);
  else if (g_str_equal (what, "comparison-paper"))
    asy_letter_editor_show_comparison (ASY_LETTER_EDITOR (editor), id, detail);
  else if (g_str_equal (what, "new-paper"))
    asy_letter_editor_begin (ASY_LETTER_EDITOR (editor), id, detail);
  else if (g_str_equal (what, "paper-of"))
    asy_letter_editor_begin_of (ASY_LETTER_EDITOR (editor), id, detail);
  else
    asy_letter_editor_show_assessment (ASY_LETTER_EDITOR (editor), id);
  return TRUE;
}

static gboolean
asy_letters_page_search (AsyPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (ASY_LETTERS_PAGE (page)->search));
  return TRUE;
}

static void
asy_letters_page_activate (AsyPage *page)
{
  asy_letters_page_search (page);
}

static void
asy_letters_page_page_init (AsyPageInterface *iface)
{
  iface->show = asy_letters_page_show;
  iface->search = asy_letters_page_search;
  iface->export_list = asy_letters_page_export_list;
  iface->activate = asy_letters_page_activate;
}

static void
asy_letters_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (asy_letters_page_parent_class)->map (widget);
  show_waiting (ASY_LETTERS_PAGE (widget));
}

static void
asy_letters_page_dispose (GObject *object)
{
  AsyLettersPage *self = ASY_LETTERS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_LETTERS_PAGE);
  g_clear_object (&self->context);
  g_clear_object (&self->last);
  g_clear_pointer (&self->waiting, answer_free);

  G_OBJECT_CLASS (asy_letters_page_parent_class)->dispose (object);
}

static void
asy_letters_page_class_init (AsyLettersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_letters_page_dispose;
  widget_class->map = asy_letters_page_map;

  g_type_ensure (ASY_TYPE_NAV_BUTTON);
  g_type_ensure (ASY_TYPE_LIST_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/letters/letters-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyLettersPage, title);
  gtk_widget_class_bind_template_child (widget_class, AsyLettersPage, requests);
  gtk_widget_class_bind_template_child (widget_class, AsyLettersPage, search);
  gtk_widget_class_bind_template_child (widget_class, AsyLettersPage, state_choice);
  gtk_widget_class_bind_template_child (widget_class, AsyLettersPage, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, AsyLettersPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_install_action (widget_class, "letters.verify", NULL, verify_action);
}

static void
fill_choices (AsyLettersPage *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) kind_names = gtk_string_list_new (NULL);

  gtk_string_list_append (states, _ ("All states"));
  for (guint i = 0; i <= ASY_LETTER_STATE_SENT; i++)
    gtk_string_list_append (states, asy_letter_state_get_label ((AsyLetterState) i));
  gtk_string_list_append (kind_names, _ ("All kinds"));
  for (guint i = 1; get_kind (i) != NULL; i++)
    gtk_string_list_append (kind_names, asy_letter_kind_get_label (get_kind (i)));
  gtk_drop_down_set_model (self->state_choice, G_LIST_MODEL (states));
  gtk_drop_down_set_model (self->kind_choice, G_LIST_MODEL (kind_names));
}

static void
asy_letters_page_init (AsyLettersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_placeholder (self->list, asy_empty_new ("x-office-document-symbolic", _ ("No papers here yet"),
                                                           _ ("Papers begin in a family, or with a letter of a court."), NULL, NULL));
  fill_choices (self);
}

GtkWidget *
asy_letters_page_new (AsyContext *context)
{
  AsyLettersPage *self = g_object_new (ASY_TYPE_LETTERS_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_DEFAULT);
  ask (self, NULL);
  return GTK_WIDGET (self);
}
