/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-assessments"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "assessments/asy-assessment-jobs.h"
#include "assessments/asy-assessment-words.h"
#include "assessments/asy-comparison-page.h"
#include "assessments/asy-trend-chart.h"
#include "assessments/asy-trend-table.h"
#include "law/asy-assessment-compare.h"
#include "ui/asy-format.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-pill.h"
#include "ui/asy-ui.h"

#define NAME_WIDTH_PX 210

struct _AsyComparisonPage
{
  AdwBin parent_instance;

  AsyContext *context;          /* nullable after dispose */
  AsyComparisonAnswer *answer;  /* nullable until loaded */
  AsyComparison *comparison;    /* into the answer */
  gboolean is_filling;

  AdwWindowTitle *title;
  GtkDropDown *earlier;
  GtkDropDown *later;
  GtkBox *column;
};

static void asy_comparison_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyComparisonPage, asy_comparison_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_comparison_page_page_init))

static AsyDictionary *
get_dictionary (AsyComparisonPage *self)
{
  return asy_context_get_office (self->context)->dictionary;
}

/* Building blocks: a card with a name and the two sides in each row. */

static GtkGrid *
add_card (AsyComparisonPage *self, const char *title)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_box_append (self->column, asy_heading_new (title, -1, NULL));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "asy-comparison");
  gtk_box_append (self->column, grid);
  return GTK_GRID (grid);
}

static GtkWidget *
new_words (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text != NULL ? text : "–");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), text != NULL && css_class == NULL);
  gtk_widget_set_hexpand (label, css_class == NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_row (GtkGrid *grid, const char *name, GtkWidget *earlier, GtkWidget *later)
{
  GtkWidget *label = new_words (name, "heading");
  int row = 0;

  while (gtk_grid_get_child_at (grid, 0, row) != NULL)
    row++;
  gtk_widget_set_size_request (label, NAME_WIDTH_PX, -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, earlier, 1, row, 1, 1);
  gtk_grid_attach (grid, later, 2, row, 1, 1);
}

static char *
dup_name (AsyAssessment *assessment)
{
  g_autofree char *day = asy_format_day_long (asy_assessment_get_until_day (assessment));

  return g_strdup_printf (_ ("No. %d, until %s"), (int) asy_assessment_get_number (assessment), day);
}

static void
add_head (AsyComparisonPage *self, GtkGrid *grid)
{
  g_autofree char *earlier = dup_name (self->answer->earlier->assessment);
  g_autofree char *later = dup_name (self->answer->later->assessment);

  add_row (grid, "", new_words (earlier, "dim-label"), new_words (later, "dim-label"));
}

/* A side: pills over words. */
static GtkWidget *
new_side (GtkWidget *first, GtkWidget *second, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (pills), first);
  if (second != NULL)
    gtk_box_append (GTK_BOX (pills), second);
  gtk_box_append (GTK_BOX (box), pills);
  if (words != NULL)
    gtk_box_append (GTK_BOX (box), new_words (words, NULL));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

/* How far it moved; the arrow goes the way of the mark, the word says what that means. */
static GtkWidget *
new_change (gint64 earlier, gint64 later, gboolean higher_is_better)
{
  static const char *const icons[] = { NULL, "go-down-symbolic", "list-remove-symbolic", "go-up-symbolic" };
  static const AsyMeaning meanings[] = { ASY_MEANING_PLAIN, ASY_MEANING_DONE, ASY_MEANING_PLAIN, ASY_MEANING_LATE };
  const AsyLevelChange change = higher_is_better ? asy_level_compare (later, earlier) : asy_level_compare (earlier, later);
  const int steps = (int) ABS (later - earlier);
  g_autofree char *text = NULL;
  GtkWidget *pill;

  if (change == ASY_LEVEL_CHANGE_UNKNOWN)
    return NULL;
  if (change == ASY_LEVEL_CHANGE_BETTER)
    text = g_strdup_printf (_ ("better by %d"), steps);
  else if (change == ASY_LEVEL_CHANGE_WORSE)
    text = g_strdup_printf (_ ("worse by %d"), steps);
  pill = asy_pill_new (text != NULL ? text : C_ ("difficulty", "no change"), meanings[change]);
  asy_pill_set_icon_name (ASY_PILL (pill), icons[higher_is_better && change != ASY_LEVEL_CHANGE_SAME ? ASY_LEVEL_CHANGE_WORSE + 1 - change : change]);
  return pill;
}

static GtkWidget *
new_level (gint64 level)
{
  g_autofree char *text = level >= 0 ? g_strdup_printf ("%d · %s", (int) level, asy_level_get_label (level)) : NULL;

  return asy_pill_new (text != NULL ? text : asy_level_get_label (level), asy_level_get_meaning (level));
}

static char *
dup_summary (const AsyComparison *comparison)
{
  g_autofree char *better = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u area better", "%u areas better", comparison->n_better),
                                             comparison->n_better);
  g_autofree char *worse = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u area worse", "%u areas worse", comparison->n_worse),
                                            comparison->n_worse);
  g_autofree char *same = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u area unchanged", "%u areas unchanged", comparison->n_same),
                                           comparison->n_same);

  return g_strjoin (" · ", better, worse, same, NULL);
}

/* The parts. */

static void
add_chart (AsyComparisonPage *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *chart = asy_trend_chart_new ();
  GtkWidget *caption = new_words ("", "dim-label");
  GtkWidget *table = gtk_expander_new_with_mnemonic (_ ("The same as a _table"));
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_ ("The same _in words"));
  g_autofree char *text = asy_trend_chart_dup_text (self->answer->series, get_dictionary (self));

  gtk_box_append (self->column, asy_heading_new (_ ("Difficulties over the years"), -1, NULL));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "asy-comparison");
  asy_trend_chart_set_series (ASY_TREND_CHART (chart), self->answer->series, get_dictionary (self));
  g_object_bind_property (chart, "caption", caption, "label", G_BINDING_SYNC_CREATE);
  gtk_expander_set_child (GTK_EXPANDER (expander), new_words (text, NULL));
  gtk_box_append (GTK_BOX (card), chart);
  gtk_box_append (GTK_BOX (card), caption);
  gtk_expander_set_child (GTK_EXPANDER (table), asy_trend_table_new (self->answer->series, get_dictionary (self)));
  gtk_box_append (GTK_BOX (card), table);
  gtk_box_append (GTK_BOX (card), expander);
  gtk_box_append (self->column, card);
}

static void
add_areas (AsyComparisonPage *self)
{
  g_autofree char *summary = dup_summary (self->comparison);
  GtkGrid *grid = add_card (self, _ ("Work areas"));

  add_head (self, grid);
  for (guint i = 0; i < self->comparison->areas->len; i++)
    {
      const AsyAreaChange *change = &g_array_index (self->comparison->areas, AsyAreaChange, i);

      add_row (grid, asy_dictionary_get_label (get_dictionary (self), ASY_DICT_WORK_AREA, change->area),
               new_side (new_level (change->earlier), NULL, change->note_earlier),
               new_side (new_level (change->later), new_change (change->earlier, change->later, FALSE), change->note_later));
    }
  gtk_box_insert_child_after (self->column, new_words (summary, "dim-label"), gtk_widget_get_prev_sibling (GTK_WIDGET (grid)));
}

static void
add_cooperation (AsyComparisonPage *self)
{
  AsyAssessment *earlier = self->answer->earlier->assessment;
  AsyAssessment *later = self->answer->later->assessment;
  const gint64 before = asy_assessment_get_cooperation (earlier);
  const gint64 after = asy_assessment_get_cooperation (later);
  GtkGrid *grid = add_card (self, _ ("Co-operation and conclusions"));

  add_head (self, grid);
  add_row (grid, _ ("Co-operation of the family"), new_side (asy_pill_new (asy_cooperation_get_label (before), ASY_MEANING_INFO), NULL, NULL),
           new_side (asy_pill_new (asy_cooperation_get_label (after), ASY_MEANING_INFO), new_change (before, after, TRUE), NULL));
  add_row (grid, _ ("Conclusion"), new_words (asy_conclusion_get_label (asy_assessment_get_conclusion (earlier)), NULL),
           new_words (asy_conclusion_get_label (asy_assessment_get_conclusion (later)), NULL));
}

static char *
dup_visits (AsyAssessment *assessment)
{
  g_autofree char *time = asy_format_duration ((int) asy_assessment_get_visit_minutes (assessment));
  const int held = (int) asy_assessment_get_visits_held (assessment);
  const int missed = (int) asy_assessment_get_visits_missed (assessment);
  g_autofree char *held_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d visit held", "%d visits held", held), held);
  g_autofree char *missed_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d missed", "%d missed", missed), missed);

  return g_strjoin (" · ", held_text, missed_text, time, NULL);
}

static char *
dup_child (AsyAssessmentChild *child)
{
  static const guint fields[] = { ASY_ASSESSMENT_CHILD_HEALTH, ASY_ASSESSMENT_CHILD_SCHOOL, ASY_ASSESSMENT_CHILD_DEVELOPMENT,
                                  ASY_ASSESSMENT_CHILD_WHEREABOUTS };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; child != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      const char *said = asy_record_get_text (ASY_RECORD (child), fields[i]);

      if (said != NULL)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "",
                                _ (asy_record_get_fields (ASY_RECORD (child), NULL)[fields[i]].label), said);
    }
  return g_string_free (text, text->len == 0);
}

static void
add_children (AsyComparisonPage *self)
{
  GtkGrid *grid;

  if (self->comparison->children->len == 0)
    return;
  grid = add_card (self, _ ("Situation of the children"));
  add_head (self, grid);
  for (guint i = 0; i < self->comparison->children->len; i++)
    {
      const AsyChildChange *change = &g_array_index (self->comparison->children, AsyChildChange, i);
      AsyAssessmentFile *file = change->later != NULL ? self->answer->later : self->answer->earlier;
      g_autofree char *name = asy_assessment_child_dup_name (file, change->person_id);
      g_autofree char *earlier = dup_child (change->earlier);
      g_autofree char *later = dup_child (change->later);

      add_row (grid, name, new_words (earlier, NULL), new_words (later, NULL));
    }
}

static GtkWidget *
new_goal (AsyAssessmentGoal *line)
{
  if (line == NULL)
    return new_words (NULL, NULL);
  return new_side (asy_pill_new (asy_goal_status_get_label ((AsyGoalStatus) asy_assessment_goal_get_degree (line)), ASY_MEANING_INFO), NULL,
                   asy_assessment_goal_get_effect (line));
}

static void
add_goals (AsyComparisonPage *self)
{
  GtkGrid *grid;

  if (self->comparison->goals->len == 0)
    return;
  grid = add_card (self, _ ("Goals of the plan"));
  add_head (self, grid);
  for (guint i = 0; i < self->comparison->goals->len; i++)
    {
      const AsyGoalChange *change = &g_array_index (self->comparison->goals, AsyGoalChange, i);

      add_row (grid, asy_goal_get_title (change->goal), new_goal (change->earlier), new_goal (change->later));
    }
}

static void
add_texts (AsyComparisonPage *self)
{
  AsyAssessment *later = self->answer->later->assessment;
  g_autofree char *visits_earlier = dup_visits (self->answer->earlier->assessment);
  g_autofree char *visits_later = dup_visits (later);
  GtkGrid *grid = add_card (self, _ ("In words"));

  add_head (self, grid);
  add_row (grid, _ ("Visits"), new_words (visits_earlier, NULL), new_words (visits_later, NULL));
  for (guint i = 0; i < self->comparison->texts->len; i++)
    {
      const AsyTextChange *change = &g_array_index (self->comparison->texts, AsyTextChange, i);

      add_row (grid, _ (asy_record_get_fields (ASY_RECORD (later), NULL)[change->field].label), new_words (change->earlier, NULL),
               new_words (change->later, NULL));
    }
}

/* Showing. */

static void
select_assessment (AsyComparisonPage *self, GtkDropDown *choice, AsyAssessmentFile *file)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GtkStringList) list = NULL;
  g_auto (GStrv) strings = NULL;
  guint selected = 0;

  for (guint i = 0; i < self->answer->all->len; i++)
    {
      AsyAssessment *assessment = self->answer->all->pdata[i];
      g_autofree char *name = dup_name (assessment);

      g_strv_builder_add (names, name);
      if (asy_record_get_id (ASY_RECORD (assessment)) == asy_record_get_id (ASY_RECORD (file->assessment)))
        selected = i;
    }
  strings = g_strv_builder_end (names);
  list = gtk_string_list_new ((const char *const *) strings);
  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (choice, selected);
}

static void
fill (AsyComparisonPage *self)
{
  self->is_filling = TRUE;
  asy_ui_clear_box (self->column);
  g_clear_pointer (&self->comparison, asy_comparison_free);
  self->comparison = asy_assessment_compare (self->answer->earlier, self->answer->later);
  adw_window_title_set_subtitle (self->title, asy_family_get_name (self->answer->family));
  select_assessment (self, self->earlier, self->answer->earlier);
  select_assessment (self, self->later, self->answer->later);
  add_chart (self);
  add_areas (self);
  add_cooperation (self);
  add_children (self);
  add_goals (self);
  add_texts (self);
  self->is_filling = FALSE;
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyComparisonPage *self = owner;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.paper", result != NULL || self->answer != NULL);
  if (result == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->comparison, asy_comparison_free);
  g_clear_pointer (&self->answer, asy_comparison_answer_free);
  self->answer = result;
  fill (self);
}

static void
ask (AsyComparisonPage *self, gint64 family_id, gint64 earlier_id, gint64 later_id)
{
  const AsyComparisonRequest request = { family_id, earlier_id, later_id };

  asy_context_ask (self->context, self, "load", asy_comparison_load_job, g_memdup2 (&request, sizeof request), g_free,
                   (GDestroyNotify) asy_comparison_answer_free, on_loaded_cb);
}

static gint64
get_selected (AsyComparisonPage *self, GtkDropDown *choice)
{
  const guint selected = gtk_drop_down_get_selected (choice);

  return selected < self->answer->all->len ? asy_record_get_id (self->answer->all->pdata[selected]) : 0;
}

static void
on_chosen_cb (AsyComparisonPage *self)
{
  if (!self->is_filling && self->answer != NULL)
    ask (self, asy_record_get_id (ASY_RECORD (self->answer->family)), get_selected (self, self->earlier), get_selected (self, self->later));
}

static void
paper_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyComparisonPage *self = ASY_COMPARISON_PAGE (widget);
  g_autofree char *earlier = g_strdup_printf ("%" G_GINT64_FORMAT, asy_record_get_id (ASY_RECORD (self->answer->earlier->assessment)));

  asy_context_go (self->context, "comparison-paper", asy_record_get_id (ASY_RECORD (self->answer->later->assessment)), earlier);
}

static gboolean
asy_comparison_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  if (!g_str_equal (what, "of-family") && !g_str_equal (what, "of-assessment"))
    return FALSE;
  if (g_str_equal (what, "of-family"))
    ask (ASY_COMPARISON_PAGE (page), id, 0, 0);
  else
    ask (ASY_COMPARISON_PAGE (page), 0, 0, id);
  return TRUE;
}

static void
asy_comparison_page_activate (AsyPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (ASY_COMPARISON_PAGE (page)->earlier));
}

static gint64
asy_comparison_page_get_family (AsyPage *page)
{
  AsyComparisonPage *self = ASY_COMPARISON_PAGE (page);

  return self->answer != NULL ? asy_record_get_id (ASY_RECORD (self->answer->family)) : 0;
}

static void
asy_comparison_page_page_init (AsyPageInterface *iface)
{
  iface->show = asy_comparison_page_show;
  iface->activate = asy_comparison_page_activate;
  iface->get_family = asy_comparison_page_get_family;
}

static void
asy_comparison_page_dispose (GObject *object)
{
  AsyComparisonPage *self = ASY_COMPARISON_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_COMPARISON_PAGE);
  g_clear_pointer (&self->comparison, asy_comparison_free);
  g_clear_pointer (&self->answer, asy_comparison_answer_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_comparison_page_parent_class)->dispose (object);
}

static void
asy_comparison_page_class_init (AsyComparisonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_comparison_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/assessments/comparison-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyComparisonPage, title);
  gtk_widget_class_bind_template_child (widget_class, AsyComparisonPage, earlier);
  gtk_widget_class_bind_template_child (widget_class, AsyComparisonPage, later);
  gtk_widget_class_bind_template_child (widget_class, AsyComparisonPage, column);
  gtk_widget_class_bind_template_child_full (widget_class, "back_place", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_install_action (widget_class, "comparison.paper", NULL, paper_action);
}

static void
asy_comparison_page_init (AsyComparisonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (ADW_BIN (gtk_widget_get_template_child (GTK_WIDGET (self), ASY_TYPE_COMPARISON_PAGE, "back_place")),
                     asy_back_button_new ());
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.paper", FALSE);
}

GtkWidget *
asy_comparison_page_new (AsyContext *context)
{
  AsyComparisonPage *self = g_object_new (ASY_TYPE_COMPARISON_PAGE, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
