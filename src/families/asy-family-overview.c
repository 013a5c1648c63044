/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "families/asy-event-row.h"
#include "families/asy-family-overview.h"
#include "families/asy-family-timeline.h"
#include "families/asy-folder-form.h"
#include "ui/asy-column-layout.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

/* What fills the window comes first, more by a button: the axis of ten years is not built to be scrolled past, and
 * every row costs time to set. */
#define FIRST_EVENTS_MIN 14
#define MORE_EVENTS 40
#define EVENT_HEIGHT_PX 48
#define DUE_SHOWN 4
/* NOTES: a child that was not seen for longer asks to be looked at. */
#define SEEN_DAYS_MAX 10

struct _AsyFamilyOverview
{
  AsyFamilyTab parent_instance;

  /* template children */
  GtkDropDown *kind_drop_down;
  GtkListBox *axis;
  GtkButton *older_button;
  GtkWidget *plan_section;
  GtkLabel *plan_note;
  GtkBox *plan_box;
  GtkWidget *children_section;
  GtkListBox *children_list;
  GtkWidget *due_section;
  GtkListBox *due_list;

  /* owned */
  GPtrArray *events;            /* AsyEvent */

  guint n_limit;
};

G_DEFINE_FINAL_TYPE (AsyFamilyOverview, asy_family_overview, ASY_TYPE_FAMILY_TAB)

/* The axis */

static gboolean
is_shown (AsyFamilyOverview *self, const AsyEvent *event)
{
  const guint selected = gtk_drop_down_get_selected (self->kind_drop_down);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION || (guint) event->kind == selected - 1;
}

static void
show_nothing (AsyFamilyOverview *self)
{
  GtkWidget *label = gtk_label_new (_("Nothing has happened yet. Begin with the first visit."));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 48);
  gtk_list_box_append (self->axis, label);
}

static void
fill_axis (AsyFamilyOverview *self)
{
  const AsyDay today = asy_family_tab_get_data (ASY_FAMILY_TAB (self))->today;
  int year = asy_day_get_year (today);
  guint shown = 0, hidden = 0;

  asy_ui_clear_list (self->axis);
  for (guint i = 0; i < self->events->len; i++)
    {
      const AsyEvent *event = self->events->pdata[i];

      if (!is_shown (self, event))
        continue;
      if (shown >= self->n_limit)
        {
          hidden++;
          continue;
        }
      if (asy_day_get_year (event->day) < year)
        {
          year = asy_day_get_year (event->day);
          gtk_list_box_append (self->axis, asy_event_year_row_new (year));
        }
      gtk_list_box_append (self->axis, asy_event_row_new (event, today));
      shown++;
    }
  if (shown == 0)
    show_nothing (self);
  gtk_widget_set_visible (GTK_WIDGET (self->older_button), hidden > 0);
}

static guint
count_first_events (AsyFamilyOverview *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const int height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : 0;

  return (guint) MAX (FIRST_EVENTS_MIN, height / EVENT_HEIGHT_PX);
}

static void
on_kind_cb (AsyFamilyOverview *self)
{
  if (self->events == NULL)
    return;
  self->n_limit = count_first_events (self);
  fill_axis (self);
}

/* On paper stands what the filter shows, all of it. */
static void
on_save_axis_cb (AsyFamilyOverview *self)
{
  const guint selected = gtk_drop_down_get_selected (self->kind_drop_down);
  AsyFamilyData *data = asy_family_tab_get_data (ASY_FAMILY_TAB (self));

  if (data != NULL)
    asy_folder_save_axis (asy_family_tab_get_context (ASY_FAMILY_TAB (self)), data,
                          selected == 0 || selected == GTK_INVALID_LIST_POSITION ? ASY_FOLDER_ALL : 1u << (selected - 1));
}

static void
on_older_cb (AsyFamilyOverview *self)
{
  self->n_limit += MORE_EVENTS;
  fill_axis (self);
}

/* An event opens its record through an action of the application. */
static void
on_event_cb (AsyFamilyOverview *self, GtkListBoxRow *row)
{
  const char *action;
  gint64 id;

  if (!ASY_IS_EVENT_ROW (row))
    return;
  action = asy_event_row_get_action (ASY_EVENT_ROW (row), &id);
  if (action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "family.open-record", "(sx)", action, id);
}

/* The plan */

/* A label that wraps is measured letter by letter, which takes long, unless it has a least width. */
static void
set_wrap (GtkWidget *label)
{
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
}

static GtkWidget *
new_goal (AsyFamilyData *data, AsyGoal *goal, guint number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *title = g_strdup_printf ("%u. %s", number, asy_goal_get_title (goal));
  g_autofree char *count = NULL;
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *bar = gtk_level_bar_new ();
  GtkWidget *count_label;
  int done, all;

  asy_family_data_count_tasks (data, asy_record_get_id (ASY_RECORD (goal)), &done, &all);
  count = g_strdup_printf (_("%d of %d"), done, all);
  count_label = gtk_label_new (count);
  set_wrap (label);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "asy-second");
  gtk_widget_add_css_class (count_label, "dim-label");
  gtk_widget_add_css_class (count_label, "asy-second");
  gtk_widget_add_css_class (count_label, "numeric");
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), all > 0 ? (double) done / all : 0);
  gtk_widget_add_css_class (bar, "thin");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, count, -1);
  gtk_box_append (GTK_BOX (line), asy_column_new (label));
  gtk_box_append (GTK_BOX (line), count_label);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), bar);
  return box;
}

static void
fill_plan (AsyFamilyOverview *self, AsyFamilyData *data)
{
  AsyPlanFile *plan = data->file->plan;
  g_autofree char *until = NULL, *note = NULL;

  asy_ui_clear_box (self->plan_box);
  gtk_widget_set_visible (self->plan_section, plan != NULL);
  if (plan == NULL)
    return;
  until = asy_format_day_axis (asy_plan_get_until_day (plan->plan));
  if (asy_plan_get_agreed_on (plan->plan) == ASY_DAY_NONE)
    note = g_strdup_printf (_("version %d · draft"), (int) asy_plan_get_version (plan->plan));
  else if (until != NULL)
    note = g_strdup_printf (_("version %d · until %s"), (int) asy_plan_get_version (plan->plan), until);
  gtk_label_set_text (self->plan_note, note != NULL ? note : "");
  for (guint i = 0; i < plan->goals->len; i++)
    gtk_box_append (self->plan_box, new_goal (data, plan->goals->pdata[i], i + 1));
  if (plan->goals->len == 0)
    gtk_box_append (self->plan_box, asy_caption_new (_("The plan has no goals yet")));
}

/* Children */

static GtkWidget *
new_pair_row (const char *left, const char *right, const char *tooltip, AsyMeaning meaning)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (left);
  GtkWidget *value = gtk_label_new (right);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "asy-second");
  gtk_widget_add_css_class (value, "asy-second");
  gtk_widget_add_css_class (value, "numeric");
  if (meaning == ASY_MEANING_PLAIN)
    gtk_widget_add_css_class (value, "dim-label");
  asy_ui_set_meaning (value, meaning);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), value);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  asy_ui_set_tooltip (row, tooltip);
  return row;
}

static GtkWidget *
new_child_row (AsyFamilyData *data, const AsyMemberEntry *entry)
{
  const AsyDay seen = asy_family_data_get_seen (data, asy_record_get_id (ASY_RECORD (entry->person)));
  const gboolean is_late = seen == ASY_DAY_NONE || data->today - seen > SEEN_DAYS_MAX;
  g_autofree char *age = asy_person_dup_age (entry->person, data->today);
  g_autofree char *name = *age != '\0' ? g_strdup_printf ("%s, %s", asy_person_get_given_name (entry->person), age)
                                       : g_strdup (asy_person_get_given_name (entry->person));
  g_autofree char *day = seen != ASY_DAY_NONE ? asy_format_day_axis (seen) : g_strdup (_("not yet"));
  g_autofree char *full = seen != ASY_DAY_NONE ? asy_format_day_full (seen) : NULL;

  return new_pair_row (name, day, full, is_late ? ASY_MEANING_SOON : ASY_MEANING_PLAIN);
}

static void
fill_children (AsyFamilyOverview *self, AsyFamilyData *data)
{
  guint n = 0;

  asy_ui_clear_list (self->children_list);
  for (guint i = 0; i < data->file->members->len; i++)
    {
      const AsyMemberEntry *entry = data->file->members->pdata[i];

      if (!asy_member_entry_is_child (entry, data->today) || asy_member_get_left_on (entry->member) != ASY_DAY_NONE ||
          g_strcmp0 (asy_member_get_role (entry->member), "unborn") == 0 ||
          asy_person_get_died_on (entry->person) != ASY_DAY_NONE)
        continue;
      gtk_list_box_append (self->children_list, new_child_row (data, entry));
      n++;
    }
  gtk_widget_set_visible (self->children_section, n > 0 && data->facts.first_assigned_on != ASY_DAY_NONE);
}

/* What is due */

/* The column is narrow: what, when and why stand below one another. */
static GtkWidget *
new_due_row (AsyFamilyData *data, const AsyDueEntry *entry)
{
  AsyMeaning meaning = ASY_MEANING_PLAIN;
  g_autofree char *due = asy_format_due (entry->deadline.due, data->today, &meaning);
  g_autofree char *day = asy_format_day_axis (entry->deadline.due);
  g_autofree char *when = g_strdup_printf ("%s · %s", day, due);
  g_autofree char *reason = asy_due_entry_dup_reason (entry);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *labels[] = { gtk_label_new (asy_deadline_kind_get_label (entry->deadline.kind)), gtk_label_new (when),
                          gtk_label_new (reason) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      set_wrap (labels[i]);
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_widget_add_css_class (labels[i], i == 2 ? "caption" : "asy-second");
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_add_css_class (labels[1], "numeric");
  asy_ui_set_meaning (labels[1], meaning);
  gtk_widget_add_css_class (labels[2], "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
fill_due (AsyFamilyOverview *self, AsyFamilyData *data)
{
  asy_ui_clear_list (self->due_list);
  for (guint i = 0; i < MIN (data->due->len, DUE_SHOWN); i++)
    gtk_list_box_append (self->due_list, new_due_row (data, data->due->pdata[i]));
  gtk_widget_set_visible (self->due_section, data->due->len > 0);
}

static void
asy_family_overview_fill (AsyFamilyTab *tab, AsyFamilyData *data)
{
  AsyFamilyOverview *self = ASY_FAMILY_OVERVIEW (tab);
  AsyOfficeFile *office = asy_context_get_office (asy_family_tab_get_context (tab));

  g_clear_pointer (&self->events, g_ptr_array_unref);
  self->events = asy_family_timeline_build (data, office->dictionary);
  self->n_limit = count_first_events (self);
  fill_axis (self);
  fill_plan (self, data);
  fill_children (self, data);
  fill_due (self, data);
}

static void
asy_family_overview_dispose (GObject *object)
{
  /* The parent class would let the child go a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_FAMILY_OVERVIEW);
  g_clear_pointer (&ASY_FAMILY_OVERVIEW (object)->events, g_ptr_array_unref);

  G_OBJECT_CLASS (asy_family_overview_parent_class)->dispose (object);
}

static void
asy_family_overview_class_init (AsyFamilyOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_family_overview_dispose;
  ASY_FAMILY_TAB_CLASS (klass)->fill = asy_family_overview_fill;
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/families/asy-family-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyOverview, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyOverview, axis);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyOverview, older_button);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyOverview, plan_section);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyOverview, plan_note);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyOverview, plan_box);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyOverview, children_section);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyOverview, children_list);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyOverview, due_section);
  gtk_widget_class_bind_template_child (widget_class, AsyFamilyOverview, due_list);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_older_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_axis_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_event_cb);
}

static void
asy_family_overview_init (AsyFamilyOverview *self)
{
  const char *labels[ASY_N_EVENT_KINDS + 2] = { NULL };
  g_autoptr (GtkStringList) kinds = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->n_limit = FIRST_EVENTS_MIN;
  labels[0] = C_("events", "Everything");
  for (guint i = 0; i < ASY_N_EVENT_KINDS; i++)
    labels[i + 1] = asy_event_kind_get_label ((AsyEventKind) i);
  kinds = gtk_string_list_new (labels);
  gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (kinds));
}
