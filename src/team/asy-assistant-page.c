/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-team"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/asy-repo.h"
#include "store/asy-reviews.h"
#include "store/asy-workers.h"
#include "team/asy-assistant-page.h"
#include "team/asy-team-rows.h"
#include "team/asy-worker-form.h"
#include "team/asy-workload-columns.h"
#include "ui/asy-format.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-pill.h"
#include "ui/asy-review-words.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"

#define TABLE_WIDTH 1200

struct _AsyAssistantPage
{
  AdwBin parent_instance;

  AsyContext *context;
  AsyWorker *worker;            /* nullable until loaded */
  gint64 worker_id;
  gboolean wants_focus;         /* once the table is in */

  /* children, owned by the widget tree */
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkColumnView *view;
  GListStore *items;
  GtkWidget *report_button;
  GtkWidget *reports_box;       /* heading and list, hidden without reports */
  GtkListBox *reports;
};

static void asy_assistant_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyAssistantPage, asy_assistant_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_assistant_page_page_init))

/* Loading. */

typedef struct {
  gint64 worker_id;
  const AsyRules *rules;
  AsyDay today;
} Request;

typedef struct {
  AsyWorker *worker;
  GPtrArray *entries;           /* AsyWorkloadEntry */
  GPtrArray *reports;           /* AsyReview, newest first */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_object (&answer->worker);
  g_clear_pointer (&answer->entries, g_ptr_array_unref);
  g_clear_pointer (&answer->reports, g_ptr_array_unref);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
load_job (AsySession *session, gpointer request, GError **error)
{
  const Request *asked = request;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->worker = asy_repo_load (session, ASY_TYPE_WORKER, asked->worker_id, error);
  if (answer->worker == NULL)
    return NULL;
  answer->entries = asy_workload_list (session, asked->worker_id, asked->rules, asked->today, error);
  if (answer->entries == NULL)
    return NULL;
  answer->reports = asy_reviews_list_for_worker (session, asked->worker_id, error);
  return answer->reports != NULL ? g_steal_pointer (&answer) : NULL;
}

static char *
dup_summary (GPtrArray *entries)
{
  g_autofree char *families = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u family", "%u families", entries->len), entries->len);
  g_autofree char *late = NULL;
  double weight = 0;
  guint n_late = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const AsyWorkloadEntry *entry = g_ptr_array_index (entries, i);

      weight += entry->weight;
      n_late += entry->n_late;
    }
  if (n_late == 0)
    return g_strdup_printf (_("%s, weight %.1f, nothing late"), families, weight);
  late = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u matter late", "%u matters late", n_late), n_late);
  return g_strdup_printf (_("%s, weight %.1f, %s"), families, weight, late);
}

static void
fill (AsyAssistantPage *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (items, asy_workload_item_new (g_ptr_array_index (entries, i)));
  g_ptr_array_set_free_func (entries, NULL);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "table" : "empty");
  if (self->wants_focus)
    self->wants_focus = !gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* Monthly reports, where the office makes them: those that are written stay to be looked at. */

static GtkWidget *
new_report_row (AsyReview *report)
{
  g_autofree char *period = asy_review_dup_period (report);
  g_autofree char *made = asy_format_day_long (asy_review_get_made_on (report));
  g_autofree char *text = made != NULL ? g_strdup_printf (_("finished on %s"), made) : g_strdup (_("a draft"));
  GtkWidget *row = asy_action_row_new ();
  GtkWidget *pill = asy_review_get_final (report) ? asy_pill_new (C_("report", "Finished"), ASY_MEANING_DONE)
                                                  : asy_pill_new (_("Being written"), ASY_MEANING_INFO);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), period);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "assistant.show-report");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", asy_record_get_id (ASY_RECORD (report)));
  return row;
}

static void
fill_reports (AsyAssistantPage *self, GPtrArray *reports)
{
  asy_ui_clear_list (self->reports);
  for (guint i = 0; i < reports->len; i++)
    gtk_list_box_append (self->reports, new_report_row (reports->pdata[i]));
  gtk_widget_set_visible (self->reports_box, reports->len > 0);
  gtk_widget_set_visible (self->report_button, asy_office_get_monthly_reports (asy_context_get_office (self->context)->office));
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyAssistantPage *self = owner;
  g_autoptr (Answer) answer = result;
  g_autofree char *name = NULL, *summary = NULL;

  if (answer == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  g_set_object (&self->worker, answer->worker);
  name = asy_worker_dup_name (answer->worker);
  summary = dup_summary (answer->entries);
  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, summary);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assistant.edit", TRUE);
  fill (self, answer->entries);
  fill_reports (self, answer->reports);
}

static void
reload (AsyAssistantPage *self)
{
  const Request request = { self->worker_id, asy_context_get_rules (self->context), asy_context_get_today (self->context) };

  if (self->worker_id != 0)
    asy_context_ask (self->context, self, "load", load_job, g_memdup2 (&request, sizeof request), g_free, answer_free, on_loaded_cb);
}

static void
on_changed_cb (AsyAssistantPage *self, const char *kind, gint64 id)
{
  static const char *const followed[] = { "*", "worker", "assignment", "case_file", "family", "plan", "goal", "task",
                                          "visit", "assessment", "letter", "court_request", "intervention", "review", "office", NULL };

  if (g_strv_contains (followed, kind))
    reload (self);
}

/* What can be done. */

static void
on_activated_cb (AsyAssistantPage *self, guint position)
{
  g_autoptr (AsyWorkloadItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->view)), position);

  if (item != NULL)
    asy_context_go (self->context, "show-family", asy_workload_item_get_entry (item)->family_id, NULL);
}

static void
edit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyAssistantPage *self = ASY_ASSISTANT_PAGE (widget);

  asy_form_present (asy_worker_form_new (self->context, self->worker));
}

static void
week_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyAssistantPage *self = ASY_ASSISTANT_PAGE (widget);

  asy_context_go (self->context, "show-week", self->worker_id, NULL);
}

static void
time_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyAssistantPage *self = ASY_ASSISTANT_PAGE (widget);

  asy_context_go (self->context, "show-work-time", self->worker_id, NULL);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyAssistantPage *self = ASY_ASSISTANT_PAGE (widget);

  asy_context_go (self->context, "report-month", self->worker_id, NULL);
}

static void
show_report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  asy_context_go (ASY_ASSISTANT_PAGE (widget)->context, "show-review", g_variant_get_int64 (parameter), NULL);
}

/* AsyPage */

static gboolean
asy_assistant_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  AsyAssistantPage *self = ASY_ASSISTANT_PAGE (page);

  if (!g_str_equal (what, "assistant"))
    return FALSE;
  self->worker_id = id;
  reload (self);
  return TRUE;
}

static void
asy_assistant_page_activate (AsyPage *page)
{
  ASY_ASSISTANT_PAGE (page)->wants_focus = TRUE;
}

static void
asy_assistant_page_page_init (AsyPageInterface *iface)
{
  iface->show = asy_assistant_page_show;
  iface->activate = asy_assistant_page_activate;
}

/* Building */

static GtkWidget *
new_button (const char *label, const char *action_name)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  return button;
}

static GtkWidget *
new_header (AsyAssistantPage *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (NULL, NULL));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), asy_back_button_new ());
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), new_button (_("_Edit…"), "assistant.edit"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), new_button (_("_Week"), "assistant.week"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), new_button (_("Working _Time"), "assistant.time"));
  self->report_button = new_button (_("_Monthly report"), "assistant.report");
  gtk_widget_set_visible (self->report_button, FALSE);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->report_button);
  return header;
}

static void
make_view (AsyAssistantPage *self)
{
  GtkSortListModel *sorted;

  self->items = g_list_store_new (ASY_TYPE_WORKLOAD_ITEM);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->items), g_object_ref (gtk_column_view_get_sorter (self->view)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (sorted))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "asy-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Families of the assistant"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
new_reports (AsyAssistantPage *self)
{
  self->reports_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->reports = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->reports, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->reports), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reports), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Monthly Reports"), -1);
  gtk_box_append (GTK_BOX (self->reports_box), asy_heading_new (_("Monthly Reports"), -1, NULL));
  gtk_box_append (GTK_BOX (self->reports_box), GTK_WIDGET (self->reports));
  gtk_widget_set_visible (self->reports_box, FALSE);
  return self->reports_box;
}

static GtkWidget *
new_table (AsyAssistantPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *clamp = adw_clamp_new ();

  make_view (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "card");
  gtk_widget_set_valign (GTK_WIDGET (self->view), GTK_ALIGN_START);
  gtk_widget_set_overflow (GTK_WIDGET (self->view), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_margin_top (clamp, 18);
  gtk_widget_set_margin_bottom (clamp, 24);
  gtk_widget_set_margin_start (clamp, 20);
  gtk_widget_set_margin_end (clamp, 20);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), TABLE_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), TABLE_WIDTH);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (column), new_reports (self));
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

GtkWidget *
asy_assistant_page_new (AsyContext *context)
{
  AsyAssistantPage *self = g_object_new (ASY_TYPE_ASSISTANT_PAGE, NULL);

  self->context = g_object_ref (context);
  asy_workload_columns_add (self->view, context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
asy_assistant_page_dispose (GObject *object)
{
  AsyAssistantPage *self = ASY_ASSISTANT_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->items);
  g_clear_object (&self->worker);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_assistant_page_parent_class)->dispose (object);
}

static void
asy_assistant_page_class_init (AsyAssistantPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_assistant_page_dispose;
  gtk_widget_class_install_action (widget_class, "assistant.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "assistant.week", NULL, week_action);
  gtk_widget_class_install_action (widget_class, "assistant.time", NULL, time_action);
  gtk_widget_class_install_action (widget_class, "assistant.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "assistant.show-report", "x", show_report_action);
}

static void
asy_assistant_page_init (AsyAssistantPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_stack_add_named (self->stack, new_table (self), "table");
  gtk_stack_add_named (self->stack, asy_empty_new ("go-home-symbolic", _("No Families at the Moment"),
                                                   _("Families are assigned on their own pages, by the next step."), NULL, NULL), "empty");
  asy_ui_hide_others (self->stack);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assistant.edit", FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}
