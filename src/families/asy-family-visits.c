/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "families/asy-family-actions.h"
#include "families/asy-family-tabs.h"
#include "model/asy-letter-file.h"
#include "store/asy-visits.h"
#include "ui/asy-format.h"
#include "ui/asy-pill.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

/* Ten years of visits come by pages. */
#define PAGE_VISITS 30

struct _AsyFamilyVisitsTab
{
  AsyFamilyTab parent_instance;

  GtkBox *column;               /* inside the page */
  GtkListBox *planned_card;     /* inside the column; NULL when nothing is shown */
  GtkListBox *past_card;
  GtkWidget *older_button;

  AsyVisit *last;               /* owned: the oldest shown */
};

G_DEFINE_FINAL_TYPE (AsyFamilyVisitsTab, asy_family_visits_tab, ASY_TYPE_FAMILY_TAB)

typedef struct {
  gint64 family_id;
  AsyVisit *older_than;         /* nullable */
} PageRequest;

static void
page_request_free (gpointer data)
{
  PageRequest *request = data;

  g_clear_object (&request->older_than);
  g_free (request);
}

static gpointer
page_job (AsySession *session, gpointer data, GError **error)
{
  const PageRequest *request = data;

  return asy_visits_list_for_family (session, request->family_id, request->older_than, PAGE_VISITS, error);
}

static const char *
describe_course (AsyVisit *visit, AsyDictionary *dictionary)
{
  if (asy_visit_get_state (visit) == ASY_VISIT_STATE_MISSED && asy_visit_get_missed_reason (visit) != NULL)
    return asy_dictionary_get_label (dictionary, ASY_DICT_MISSED_REASON, asy_visit_get_missed_reason (visit));
  if (asy_visit_get_course (visit) != NULL)
    return asy_visit_get_course (visit);
  return asy_visit_get_purpose (visit);
}

static GtkWidget *
new_state_pill (AsyVisit *visit, AsyDay today)
{
  switch (asy_visit_get_state (visit))
    {
    case ASY_VISIT_STATE_MISSED:
      return asy_pill_new (asy_visit_state_get_label (ASY_VISIT_STATE_MISSED), ASY_MEANING_LATE);
    case ASY_VISIT_STATE_PLANNED:
      return asy_visit_get_day (visit) < today ? asy_pill_new (_("To be recorded"), ASY_MEANING_SOON) : NULL;
    default:
      return asy_visit_get_danger (visit) ? asy_pill_new (_("Danger signs"), ASY_MEANING_LATE) : NULL;
    }
}

static GtkWidget *
new_visit_row (AsyFamilyVisitsTab *self, const AsyVisitEntry *entry)
{
  AsyFamilyTab *tab = ASY_FAMILY_TAB (self);
  AsyDictionary *dictionary = asy_context_get_office (asy_family_tab_get_context (tab))->dictionary;
  AsyVisit *visit = entry->visit;
  g_autofree char *day = asy_format_day_full (asy_visit_get_day (visit));
  g_autofree char *hours = asy_text_time_range ((int) asy_visit_get_start_minute (visit), (int) asy_visit_get_minutes (visit));
  g_autofree char *title = g_strdup_printf ("%s, %s", day, hours);
  const char *kind = asy_dictionary_get_label (dictionary, ASY_DICT_CONTACT, asy_visit_get_kind (visit));
  const char *course = describe_course (visit, dictionary);
  g_autofree char *text = course != NULL ? g_strdup_printf ("%s · %s\n%s", kind, entry->worker_name, course)
                                         : g_strdup_printf ("%s · %s", kind, entry->worker_name);
  GtkWidget *row = asy_family_record_row_new (title, text, new_state_pill (visit, asy_family_tab_get_data (tab)->today), NULL, 0);
  const gboolean is_due = asy_visit_get_state (visit) == ASY_VISIT_STATE_PLANNED &&
                          asy_visit_get_day (visit) <= asy_family_tab_get_data (tab)->today;

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  if (asy_visit_get_state (visit) != ASY_VISIT_STATE_PLANNED)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), asy_family_paper_button_new (ASY_LETTER_KIND_VISIT_CARD, asy_record_get_id (ASY_RECORD (visit))));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "family.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", is_due ? ASY_GO_RECORD_VISIT : ASY_GO_VISIT,
                                    asy_record_get_id (ASY_RECORD (visit)));
  return row;
}

static void
append_visits (AsyFamilyVisitsTab *self, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const AsyVisitEntry *entry = entries->pdata[i];
      const gboolean is_planned = asy_visit_get_state (entry->visit) == ASY_VISIT_STATE_PLANNED;
      GtkWidget *row = new_visit_row (self, entry);

      /* Newest first, but what is to come is read from the nearest. */
      if (is_planned)
        gtk_list_box_prepend (self->planned_card, row);
      else
        gtk_list_box_append (self->past_card, row);
      g_set_object (&self->last, entry->visit);
    }
}

static void
on_page_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyFamilyVisitsTab *self = owner;
  g_autoptr (GPtrArray) entries = result;

  if (entries == NULL)
    {
      asy_context_show_error (asy_family_tab_get_context (ASY_FAMILY_TAB (self)), GTK_WIDGET (self), error);
      return;
    }
  append_visits (self, entries);
  gtk_widget_set_visible (self->older_button, entries->len == PAGE_VISITS);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->planned_card)) == NULL)
    gtk_list_box_append (self->planned_card, asy_family_nothing_row_new (_("No visit is planned.")));
  if (gtk_widget_get_first_child (GTK_WIDGET (self->past_card)) == NULL)
    gtk_list_box_append (self->past_card, asy_family_nothing_row_new (_("Nothing has happened yet. Begin with the first visit.")));
}

static void
ask_page (AsyFamilyVisitsTab *self)
{
  AsyFamilyTab *tab = ASY_FAMILY_TAB (self);
  PageRequest *request = g_new0 (PageRequest, 1);

  request->family_id = asy_record_get_id (ASY_RECORD (asy_family_tab_get_data (tab)->file->family));
  request->older_than = self->last != NULL ? g_object_ref (self->last) : NULL;
  asy_context_ask (asy_family_tab_get_context (tab), self, "visits", page_job, request, page_request_free,
                   (GDestroyNotify) g_ptr_array_unref, on_page_cb);
}

static GtkWidget *
new_past_heading (AsyFamilyData *data)
{
  g_autofree char *held = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d held", "%d held", (gulong) data->file->visits_held),
                                           data->file->visits_held);
  g_autofree char *missed = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d missed", "%d missed", (gulong) data->file->visits_missed),
                                             data->file->visits_missed);
  g_autofree char *text = data->file->visits_missed > 0 ? g_strconcat (held, " · ", missed, NULL) : g_strdup (held);
  GtkWidget *caption = asy_caption_new (text);

  return asy_heading_new (_("Held"), -1, caption);
}

static void
asy_family_visits_tab_fill (AsyFamilyTab *tab, AsyFamilyData *data)
{
  AsyFamilyVisitsTab *self = ASY_FAMILY_VISITS_TAB (tab);

  asy_ui_clear_box (self->column);
  g_clear_object (&self->last);
  self->planned_card = asy_family_column_add_card (self->column,
                                                   asy_family_heading_new (_("Planned"), -1, _("Plan a Visit"),
                                                                           "list-add-symbolic", "family.new-visit"));
  self->past_card = asy_family_column_add_card (self->column, new_past_heading (data));
  self->older_button = gtk_button_new_with_mnemonic (_("Show _Older"));
  gtk_widget_set_halign (self->older_button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->older_button, 12);
  gtk_widget_set_visible (self->older_button, FALSE);
  g_signal_connect_object (self->older_button, "clicked", G_CALLBACK (ask_page), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->column, self->older_button);
  ask_page (self);
}

static void
asy_family_visits_tab_dispose (GObject *object)
{
  g_clear_object (&ASY_FAMILY_VISITS_TAB (object)->last);

  G_OBJECT_CLASS (asy_family_visits_tab_parent_class)->dispose (object);
}

static void
asy_family_visits_tab_class_init (AsyFamilyVisitsTabClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_family_visits_tab_dispose;
  ASY_FAMILY_TAB_CLASS (klass)->fill = asy_family_visits_tab_fill;
}

static void
asy_family_visits_tab_init (AsyFamilyVisitsTab *self)
{
  self->column = asy_family_tab_build_column (ASY_FAMILY_TAB (self), 860);
}
