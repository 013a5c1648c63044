/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-case-page.h"
#include "families/asy-event-row.h"
#include "families/asy-family-tab.h"
#include "families/asy-family-timeline.h"
#include "store/asy-repo.h"
#include "ui/asy-format.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

#define COLUMN_WIDTH 760

struct _AsyCasePage
{
  AdwBin parent_instance;

  AsyContext *context;
  AsyFamilyData *data;          /* nullable until it is loaded */
  gint64 case_id;

  /* children, owned by the widget tree */
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkBox *column;
};

static void asy_case_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyCasePage, asy_case_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_case_page_page_init))

static gpointer
load_job (AsySession *session, gpointer request, GError **error)
{
  const gint64 id = *(gint64 *) request;
  g_autoptr (AsyCase) case_file = asy_repo_load (session, ASY_TYPE_CASE, id, error);

  return case_file != NULL ? asy_family_data_load_case (session, asy_case_get_family_id (case_file), id, error) : NULL;
}

static GtkListBox *
add_section (AsyCasePage *self, const char *title)
{
  return asy_family_column_add_card (self->column, asy_family_heading_new (title, -1, NULL, NULL, NULL));
}

/* Only what is there: of an earlier case nothing is missing any more. */
static void
add_fact (GtkListBox *card, const char *title, const char *value)
{
  if (value != NULL && *value != '\0')
    gtk_list_box_append (card, asy_family_fact_row_new (title, value, NULL, 0));
}

static void
add_day (GtkListBox *card, const char *title, AsyDay day)
{
  g_autofree char *text = asy_format_day_long (day);

  add_fact (card, title, text);
}

static char *
dup_reasons (AsyFamilyFile *file, AsyDictionary *dictionary)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < file->reasons->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            asy_dictionary_get_label (dictionary, ASY_DICT_DIFFICULTY, file->reasons->pdata[i]));
  return g_string_free (text, FALSE);
}

static void
fill_beginning (AsyCasePage *self, AsyDictionary *dictionary)
{
  AsyFamilyFile *file = self->data->file;
  AsyCase *c = file->current;
  AsyCourt *court = asy_family_file_find_court (file, asy_case_get_court_id (c));
  const char *source = asy_case_get_notice_source (c);
  g_autofree char *reasons = dup_reasons (file, dictionary);
  GtkListBox *card = add_section (self, _("How the Family Came"));

  add_fact (card, _("Way in"), asy_case_path_get_label (asy_case_get_path (c)));
  add_day (card, _("Notice"), asy_case_get_notice_on (c));
  add_fact (card, _("From whom"), source != NULL ? asy_dictionary_get_label (dictionary, ASY_DICT_NOTICE_SOURCE, source)
                                                 : asy_case_get_notice_by (c));
  add_fact (card, _("Content of the notice"), asy_case_get_notice (c));
  add_fact (card, _("Reasons (art. 7 ups)"), reasons);
  add_fact (card, _("Court"), court != NULL ? asy_court_get_name (court) : NULL);
  add_fact (card, _("Case number"), asy_case_get_court_signature (c));
  add_fact (card, _("Social worker"), asy_case_get_social_worker (c));
}

static void
fill_assistants (AsyCasePage *self)
{
  GPtrArray *assignments = self->data->file->assignments;
  GtkListBox *card = add_section (self, _("Assistants"));

  for (guint i = 0; i < assignments->len; i++)
    {
      const AsyAssignmentEntry *entry = assignments->pdata[i];
      const AsyDay last = asy_assignment_get_until_day (entry->assignment);
      g_autofree char *name = asy_worker_dup_full_name (entry->worker);
      g_autofree char *from = asy_format_day_long (asy_assignment_get_from_day (entry->assignment));
      g_autofree char *until = asy_format_day_long (last);
      g_autofree char *time = until != NULL ? g_strdup_printf (_("from %s until %s"), from, until) : g_strdup_printf (_("since %s"), from);

      gtk_list_box_append (card, asy_family_record_row_new (name, time, NULL, NULL, 0));
    }
  if (assignments->len == 0)
    gtk_list_box_append (card, asy_family_nothing_row_new (_("No assistant was assigned.")));
}

static void
fill_end (AsyCasePage *self, AsyDictionary *dictionary)
{
  AsyCase *c = self->data->file->current;
  const char *reason = asy_case_get_end_reason (c);
  GtkListBox *card = add_section (self, _("End of the Work"));

  add_fact (card, _("Assistant refused"), asy_case_get_refused_reason (c));
  add_day (card, _("Work ended"), asy_case_get_ended_on (c));
  add_fact (card, _("Reason"), reason != NULL ? asy_dictionary_get_label (dictionary, ASY_DICT_END_REASON, reason) : NULL);
  if (asy_case_get_ended_on (c) != ASY_DAY_NONE)
    add_fact (card, _("Goals of the plan"), asy_case_goals_get_label (asy_case_get_end_goals (c)));
  add_fact (card, _("Where the children are"), asy_case_get_end_children (c));
  add_fact (card, _("Advice for the social worker"), asy_case_get_end_advice (c));
  add_fact (card, _("Note"), asy_case_get_end_note (c));
  add_day (card, _("Monitoring until"), asy_case_get_monitoring_until (c));
  add_day (card, _("Case closed"), asy_case_get_closed_on (c));
}

static void
on_row_activated_cb (AsyCasePage *self, GtkListBoxRow *row)
{
  gint64 id = 0;
  const char *action = asy_event_row_get_action (ASY_EVENT_ROW (row), &id);

  if (action != NULL)
    asy_context_go (self->context, action, id, NULL);
}

static AsyDay
get_last_day (AsyCase *c, AsyDay today)
{
  return asy_case_get_closed_on (c) != ASY_DAY_NONE ? asy_case_get_closed_on (c)
         : asy_case_get_ended_on (c) != ASY_DAY_NONE ? asy_case_get_ended_on (c) : today;
}

static void
fill_history (AsyCasePage *self, AsyDictionary *dictionary)
{
  g_autoptr (GPtrArray) events = asy_family_timeline_build (self->data, dictionary);
  AsyCase *c = self->data->file->current;
  const AsyDay last = get_last_day (c, self->data->today);
  GtkWidget *list = gtk_list_box_new ();
  int year = 0;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "asy-events");
  asy_ui_set_name (list, _("History of the case"));
  for (guint i = 0; i < events->len; i++)
    {
      const AsyEvent *event = events->pdata[i];

      if (event->day < asy_case_get_notice_on (c) || event->day > last)
        continue;
      if (asy_day_get_year (event->day) != year)
        {
          year = asy_day_get_year (event->day);
          gtk_list_box_append (GTK_LIST_BOX (list), asy_event_year_row_new (year));
        }
      gtk_list_box_append (GTK_LIST_BOX (list), asy_event_row_new (event, self->data->today));
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->column, asy_family_heading_new (_("History"), -1, NULL, NULL, NULL));
  gtk_widget_set_margin_top (gtk_widget_get_last_child (GTK_WIDGET (self->column)), 17);
  gtk_box_append (self->column, list);
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyCasePage *self = owner;
  AsyDictionary *dictionary = asy_context_get_office (self->context)->dictionary;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *title = NULL;

  if (result == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->data, asy_family_data_unref);
  self->data = result;
  from = asy_format_day (asy_case_get_notice_on (self->data->file->current));
  until = asy_format_day (get_last_day (self->data->file->current, self->data->today));
  title = g_strdup_printf (_("Case from %s until %s"), from, until);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, asy_family_get_name (self->data->file->family));
  asy_ui_clear_box (self->column);
  fill_beginning (self, dictionary);
  fill_assistants (self);
  fill_end (self, dictionary);
  fill_history (self, dictionary);
}

static gboolean
asy_case_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  AsyCasePage *self = ASY_CASE_PAGE (page);

  if (!g_str_equal (what, "case"))
    return FALSE;
  self->case_id = id;
  asy_context_ask (self->context, self, "case", load_job, g_memdup2 (&id, sizeof id), g_free,
                   (GDestroyNotify) asy_family_data_unref, on_loaded_cb);
  return TRUE;
}

static void
asy_case_page_activate (AsyPage *page)
{
  gtk_widget_grab_focus (ASY_CASE_PAGE (page)->back_button);
}

static gint64
asy_case_page_get_family (AsyPage *page)
{
  AsyCasePage *self = ASY_CASE_PAGE (page);

  return self->data != NULL ? asy_record_get_id (ASY_RECORD (self->data->file->family)) : 0;
}

static void
asy_case_page_page_init (AsyPageInterface *iface)
{
  iface->show = asy_case_page_show;
  iface->activate = asy_case_page_activate;
  iface->get_family = asy_case_page_get_family;
}

GtkWidget *
asy_case_page_new (AsyContext *context)
{
  AsyCasePage *self = g_object_new (ASY_TYPE_CASE_PAGE, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

static void
asy_case_page_dispose (GObject *object)
{
  AsyCasePage *self = ASY_CASE_PAGE (object);

  g_clear_pointer (&self->data, asy_family_data_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_case_page_parent_class)->dispose (object);
}

static void
asy_case_page_class_init (AsyCasePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_case_page_dispose;
}

static GtkWidget *
new_scrolled_column (AsyCasePage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_margin_top (GTK_WIDGET (self->column), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->column), 24);
  gtk_widget_set_margin_start (GTK_WIDGET (self->column), 20);
  gtk_widget_set_margin_end (GTK_WIDGET (self->column), 20);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->column));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
asy_case_page_init (AsyCasePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_("Earlier Case"), NULL));
  self->back_button = asy_back_button_new ();
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back_button);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), new_scrolled_column (self));
  adw_bin_set_child (ADW_BIN (self), box);
}
