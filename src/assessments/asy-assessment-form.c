/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-assessments"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "assessments/asy-assessment-copy.h"
#include "assessments/asy-assessment-form.h"
#include "assessments/asy-assessment-words.h"
#include "law/asy-deadline.h"
#include "ui/asy-bind.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-format.h"
#include "ui/asy-pill.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

/* So many people or goals are open from the start; more are opened one by one. */
#define OPEN_MAX 3
#define SCALE_WIDTH_PX 190

/* Where a gap is filled. */
typedef struct {
  const char *field;            /* msgid, static */
  const char *area;             /* nullable, owned by the file */
  gint64 goal_id;
  gint64 person_id;
  GtkWidget *expander;          /* nullable: opened first */
  GtkWidget *widget;
} Spot;

struct _AsyAssessmentForm
{
  AdwBin parent_instance;

  AsyContext *context;          /* nullable until filled */
  AsyAssessmentFile *file;      /* borrowed, nullable */
  GtkBox *box;
  GtkWidget *visits;            /* AdwActionRow */
  GtkWidget *next;              /* AdwActionRow */
  GtkWidget *first;             /* where writing begins */
  GArray *spots;                /* Spot */
  gboolean is_quiet;
};

G_DEFINE_FINAL_TYPE (AsyAssessmentForm, asy_assessment_form, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_frozen (AsyAssessmentForm *self)
{
  return asy_assessment_get_final (self->file->assessment);
}

static AsyDictionary *
get_dictionary (AsyAssessmentForm *self)
{
  return asy_context_get_office (self->context)->dictionary;
}

/* Building blocks. */

static GtkWidget *
add_group (AsyAssessmentForm *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (self->box, group);
  return group;
}

static void
put (GtkWidget *parent, GtkWidget *row)
{
  if (ADW_IS_EXPANDER_ROW (parent))
    adw_expander_row_add_row (ADW_EXPANDER_ROW (parent), row);
  else
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (parent), row);
}

static void
add_spot (AsyAssessmentForm *self, gpointer record, guint field, GtkWidget *expander, GtkWidget *widget)
{
  Spot spot = { asy_record_get_fields (record, NULL)[field].label, NULL, 0, 0, expander, widget };

  if (ASY_IS_ASSESSMENT_AREA (record))
    spot.area = asy_assessment_area_get_area (record);
  else if (ASY_IS_ASSESSMENT_GOAL (record))
    spot.goal_id = asy_assessment_goal_get_goal_id (record);
  else if (ASY_IS_ASSESSMENT_CHILD (record))
    spot.person_id = asy_assessment_child_get_person_id (record);
  g_array_append_val (self->spots, spot);
}

/* A caption over what was written. */
static GtkWidget *
new_fact_row (const char *title, const char *value)
{
  GtkWidget *row = asy_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value != NULL ? value : "–");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (row, "asy-fact");
  return row;
}

static const char *
field_label (gpointer record, guint field)
{
  return _ (asy_record_get_fields (record, NULL)[field].label);
}

static GtkWidget *
add_text (AsyAssessmentForm *self, GtkWidget *parent, gpointer record, guint field, int lines)
{
  const char *title = field_label (record, field);
  GtkWidget *row;

  if (is_frozen (self))
    row = new_fact_row (title, asy_record_get_text (record, field));
  else
    {
      row = asy_text_row_new (title, lines);
      asy_bind_row (record, field, row);
    }
  put (parent, row);
  return row;
}

static GtkWidget *
add_day (AsyAssessmentForm *self, GtkWidget *parent, gpointer record, guint field)
{
  const char *title = field_label (record, field);
  GtkWidget *row;

  if (is_frozen (self))
    {
      g_autofree char *day = asy_format_day_long ((AsyDay) asy_record_get_int (record, field));

      row = new_fact_row (title, day);
    }
  else
    {
      row = asy_date_row_new (title);
      asy_bind_row (record, field, row);
    }
  put (parent, row);
  return row;
}

/* A number with words: a choice at the end of a row. The first word stands for @least. */

typedef struct {
  AsyRecord *record;
  guint field;
  gint64 least;
} Scale;

static void
scale_free (gpointer data, GClosure *closure)
{
  Scale *scale = data;

  g_object_unref (scale->record);
  g_free (scale);
}

static void
on_scale_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, gpointer user_data)
{
  Scale *scale = user_data;

  asy_record_set_int (scale->record, scale->field, scale->least + gtk_drop_down_get_selected (drop_down));
}

static GtkWidget *
new_scale (gpointer record, guint field, gint64 least, gint64 most, const char *(*get_label) (gint64 value), const char *name)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;
  Scale *scale = g_new0 (Scale, 1);
  GtkWidget *drop_down;

  for (gint64 value = least; value <= most; value++)
    g_strv_builder_add (words, get_label (value));
  labels = g_strv_builder_end (words);
  drop_down = gtk_drop_down_new_from_strings ((const char *const *) labels);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), (guint) (asy_record_get_int (record, field) - least));
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (drop_down, SCALE_WIDTH_PX, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  scale->record = g_object_ref (record);
  scale->field = field;
  scale->least = least;
  g_signal_connect_data (drop_down, "notify::selected", G_CALLBACK (on_scale_selected_cb), scale, scale_free, G_CONNECT_DEFAULT);
  return drop_down;
}

static GtkWidget *
new_expander (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle != NULL ? subtitle : "");
  return row;
}

/* The period and its visits. */

static char *
dup_visits (AsyAssessment *assessment)
{
  const int held = (int) asy_assessment_get_visits_held (assessment);
  const int missed = (int) asy_assessment_get_visits_missed (assessment);
  g_autofree char *time = asy_format_duration ((int) asy_assessment_get_visit_minutes (assessment));
  g_autofree char *held_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d visit held", "%d visits held", held), held);
  g_autofree char *missed_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d missed", "%d missed", missed), missed);

  return g_strjoin (" · ", held_text, missed_text, time, NULL);
}

static void
show_visits (AsyAssessmentForm *self)
{
  g_autofree char *text = dup_visits (self->file->assessment);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->visits), text);
}

static void
add_period (AsyAssessmentForm *self)
{
  AsyAssessment *assessment = self->file->assessment;
  g_autofree char *title = asy_assessment_dup_title (assessment);
  GtkWidget *group = add_group (self, title, asy_assessment_is_closing (assessment)
                                               ? _ ("At the end of the work: what was reached, area by area, from the start until now")
                                               : _ ("Every half-year at least (art. 15 ust. 1 pkt 15 of the Act)"));

  self->first = add_day (self, group, assessment, ASY_ASSESSMENT_FROM_DAY);
  (void) add_day (self, group, assessment, ASY_ASSESSMENT_UNTIL_DAY);
  (void) add_day (self, group, assessment, ASY_ASSESSMENT_MADE_ON);
  self->visits = new_fact_row (_ ("Visits of the period, counted from the register"), "");
  put (group, self->visits);
  show_visits (self);
  group = add_group (self, _ ("Changes in the family"), NULL);
  self->first = add_text (self, group, assessment, ASY_ASSESSMENT_CHANGES, 3);
}

/* Children. */

static void
add_child (AsyAssessmentForm *self, GtkWidget *group, AsyAssessmentChild *child)
{
  static const guint fields[] = { ASY_ASSESSMENT_CHILD_HEALTH, ASY_ASSESSMENT_CHILD_SCHOOL, ASY_ASSESSMENT_CHILD_DEVELOPMENT,
                                  ASY_ASSESSMENT_CHILD_WHEREABOUTS };
  const gint64 person_id = asy_assessment_child_get_person_id (child);
  AsyPerson *person = asy_assessment_file_find_person (self->file, person_id);
  const AsyDay until = asy_assessment_get_until_day (self->file->assessment);
  g_autofree char *name = asy_assessment_child_dup_name (self->file, person_id);
  g_autofree char *age = person != NULL ? asy_person_dup_age (person, until) : NULL;
  GtkWidget *row = new_expander (name, age);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *text = add_text (self, row, child, fields[i], 1);

      if (i == 0)
        add_spot (self, child, ASY_ASSESSMENT_CHILD_PERSON_ID, row, text);
    }
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), self->file->children->len <= OPEN_MAX);
  put (group, row);
}

static void
add_children (AsyAssessmentForm *self)
{
  GPtrArray *children = self->file->children;
  GtkWidget *group;

  if (children->len == 0)
    return;
  group = add_group (self, _ ("Situation of the children"), _ ("Health, school, development and whereabouts, child by child"));
  for (guint i = 0; i < children->len; i++)
    add_child (self, group, g_ptr_array_index (children, i));
}

/* Work areas. */

static void
on_area_changed_cb (AsyAssessmentArea *area, GParamSpec *pspec, gpointer user_data)
{
  g_autofree char *history = asy_assessment_area_dup_history (area);

  adw_expander_row_set_subtitle (user_data, history);
  /* A mark that needs its reason shows where it is written. */
  if (asy_assessment_area_get_now (area) > 0 && asy_assessment_area_get_note (area) == NULL)
    adw_expander_row_set_expanded (user_data, TRUE);
}

static GtkWidget *
new_level (AsyAssessmentForm *self, AsyAssessmentArea *area, guint field, const char *name)
{
  const gint64 level = asy_record_get_int (ASY_RECORD (area), field);
  g_autofree char *full_name = g_strdup_printf ("%s: %s", name, field_label (area, field));
  GtkWidget *pill;

  if (!is_frozen (self))
    return new_scale (area, field, ASY_ASSESSMENT_UNKNOWN, ASY_LEVEL_MAX, asy_level_get_label, full_name);
  pill = asy_pill_new (asy_level_get_label (level), asy_level_get_meaning (level));
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  return pill;
}

/* How it was at the start comes from the first assessment: there it is said. */
static void
add_start (AsyAssessmentForm *self, GtkWidget *row, AsyAssessmentArea *area, const char *name)
{
  GtkWidget *start;

  if (is_frozen (self) || asy_assessment_area_get_before (area) != ASY_ASSESSMENT_UNKNOWN)
    return;
  start = asy_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (start), field_label (area, ASY_ASSESSMENT_AREA_AT_START));
  adw_action_row_add_suffix (ADW_ACTION_ROW (start), new_level (self, area, ASY_ASSESSMENT_AREA_AT_START, name));
  put (row, start);
  (void) add_text (self, row, area, ASY_ASSESSMENT_AREA_START_NOTE, 1);
}

/* What was said then does not change any more: it is read beside what is written now. */
static void
add_reason (AsyAssessmentForm *self, GtkWidget *row, AsyAssessmentArea *area, guint level_field, guint note_field)
{
  const char *note = asy_record_get_text (ASY_RECORD (area), note_field);
  const char *level = asy_level_get_label (asy_record_get_int (ASY_RECORD (area), level_field));
  g_autofree char *title = NULL;

  if (note == NULL)
    return;
  title = g_strdup_printf ("%s: %s", field_label (area, level_field), level);
  put (row, new_fact_row (title, note));
}

static void
add_reasons (AsyAssessmentForm *self, GtkWidget *row, AsyAssessmentArea *area)
{
  const gboolean is_first = asy_assessment_area_get_before (area) == ASY_ASSESSMENT_UNKNOWN;

  add_reason (self, row, area, ASY_ASSESSMENT_AREA_BEFORE, ASY_ASSESSMENT_AREA_BEFORE_NOTE);
  if (!is_first || is_frozen (self))
    add_reason (self, row, area, ASY_ASSESSMENT_AREA_AT_START, ASY_ASSESSMENT_AREA_START_NOTE);
}

static void
add_area (AsyAssessmentForm *self, GtkWidget *group, AsyAssessmentArea *area)
{
  const char *name = asy_dictionary_get_label (get_dictionary (self), ASY_DICT_WORK_AREA, asy_assessment_area_get_area (area));
  g_autofree char *history = asy_assessment_area_dup_history (area);
  GtkWidget *row = new_expander (name, history);
  GtkWidget *now = new_level (self, area, ASY_ASSESSMENT_AREA_NOW, name);

  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), now);
  add_start (self, row, area, name);
  add_spot (self, area, ASY_ASSESSMENT_AREA_NOTE, row, add_text (self, row, area, ASY_ASSESSMENT_AREA_NOTE, 2));
  add_reasons (self, row, area);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), is_frozen (self) && asy_assessment_area_get_note (area) != NULL);
  g_signal_connect_object (area, "notify", G_CALLBACK (on_area_changed_cb), row, G_CONNECT_DEFAULT);
  add_spot (self, area, ASY_ASSESSMENT_AREA_NOW, NULL, now);
  put (group, row);
}

static void
add_areas (AsyAssessmentForm *self)
{
  GPtrArray *areas = self->file->areas;
  GtkWidget *group = add_group (self, _ ("Work areas"), _ ("How big the difficulties are now: from none to critical, which is a danger"));

  for (guint i = 0; i < areas->len; i++)
    add_area (self, group, g_ptr_array_index (areas, i));
}

/* Goals. */

static const char *
get_degree_label (gint64 degree)
{
  return asy_goal_status_get_label ((AsyGoalStatus) degree);
}

static void
add_goal (AsyAssessmentForm *self, GtkWidget *group, AsyAssessmentGoal *line)
{
  AsyGoal *goal = asy_assessment_file_find_goal (self->file, asy_assessment_goal_get_goal_id (line));
  const char *title = goal != NULL ? asy_goal_get_title (goal) : "";
  const char *area = goal != NULL ? asy_dictionary_get_label (get_dictionary (self), ASY_DICT_WORK_AREA, asy_goal_get_area (goal)) : NULL;
  g_autofree char *name = g_strdup_printf ("%s: %s", title, field_label (line, ASY_ASSESSMENT_GOAL_DEGREE));
  GtkWidget *row = new_expander (title, area);
  GtkWidget *degree;

  if (is_frozen (self))
    {
      degree = asy_pill_new (get_degree_label (asy_assessment_goal_get_degree (line)), ASY_MEANING_INFO);
      gtk_widget_set_valign (degree, GTK_ALIGN_CENTER);
    }
  else
    degree = new_scale (line, ASY_ASSESSMENT_GOAL_DEGREE, ASY_ASSESSMENT_GOAL_DEGREE_NOT_STARTED, ASY_ASSESSMENT_GOAL_DEGREE_DROPPED,
                        get_degree_label, name);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), degree);
  (void) add_text (self, row, line, ASY_ASSESSMENT_GOAL_EFFECT, 1);
  add_spot (self, line, ASY_ASSESSMENT_GOAL_OBSTACLE, row, add_text (self, row, line, ASY_ASSESSMENT_GOAL_OBSTACLE, 1));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), self->file->goals->len <= OPEN_MAX);
  put (group, row);
}

static void
add_goals (AsyAssessmentForm *self)
{
  GPtrArray *goals = self->file->goals;
  GtkWidget *group;

  if (goals->len == 0)
    return;
  group = add_group (self, _ ("Goals of the plan"), _ ("A goal that was not reached or was dropped needs its reasons"));
  for (guint i = 0; i < goals->len; i++)
    add_goal (self, group, g_ptr_array_index (goals, i));
  (void) add_text (self, group, self->file->assessment, ASY_ASSESSMENT_TASKS, 3);
}

/* Co-operation and the rest in words. */

static void
add_cooperation (AsyAssessmentForm *self)
{
  AsyAssessment *assessment = self->file->assessment;
  const char *title = field_label (assessment, ASY_ASSESSMENT_COOPERATION);
  const gint64 degree = asy_assessment_get_cooperation (assessment);
  GtkWidget *group = add_group (self, _ ("Co-operation of the family"), NULL);

  if (is_frozen (self))
    put (group, new_fact_row (title, asy_cooperation_get_label (degree)));
  else
    {
      GtkWidget *row = asy_action_row_new ();
      GtkWidget *scale = new_scale (assessment, ASY_ASSESSMENT_COOPERATION, 0, ASY_COOPERATION_MAX, asy_cooperation_get_label, title);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), scale);
      add_spot (self, assessment, ASY_ASSESSMENT_COOPERATION, NULL, scale);
      put (group, row);
    }
  (void) add_text (self, group, assessment, ASY_ASSESSMENT_COOPERATION_NOTE, 2);
  (void) add_text (self, group, assessment, ASY_ASSESSMENT_INSTITUTIONS, 2);
}

static void
add_help (AsyAssessmentForm *self)
{
  AsyAssessment *assessment = self->file->assessment;
  GtkWidget *group = add_group (self, _ ("Risks and help"), NULL);

  (void) add_text (self, group, assessment, ASY_ASSESSMENT_RISKS, 2);
  (void) add_text (self, group, assessment, ASY_ASSESSMENT_HELP_GIVEN, 2);
  group = add_group (self, _ ("What they say themselves"), NULL);
  (void) add_text (self, group, assessment, ASY_ASSESSMENT_FAMILY_VIEW, 2);
  (void) add_text (self, group, assessment, ASY_ASSESSMENT_CHILD_VOICE, 2);
}

static GtkWidget *
new_conclusion_row (AsyAssessment *assessment)
{
  GtkWidget *row = asy_choice_row_new (field_label (assessment, ASY_ASSESSMENT_CONCLUSION));

  for (int i = ASY_ASSESSMENT_CONCLUSION_CONTINUE; i <= ASY_ASSESSMENT_CONCLUSION_COURT; i++)
    asy_choice_row_append (ASY_CHOICE_ROW (row), asy_assessment_conclusion_nicks[i],
                           asy_conclusion_get_label ((AsyAssessmentConclusion) i), NULL);
  asy_bind_row (assessment, ASY_ASSESSMENT_CONCLUSION, row);
  return row;
}

static void
add_conclusion (AsyAssessmentForm *self)
{
  AsyAssessment *assessment = self->file->assessment;
  GtkWidget *group = add_group (self, _ ("Conclusions and recommendations"), NULL);
  GtkWidget *row;

  if (is_frozen (self))
    row = new_fact_row (field_label (assessment, ASY_ASSESSMENT_CONCLUSION),
                        asy_conclusion_get_label ((AsyAssessmentConclusion) asy_assessment_get_conclusion (assessment)));
  else
    row = new_conclusion_row (assessment);
  put (group, row);
  add_spot (self, assessment, ASY_ASSESSMENT_CONCLUSION, NULL, row);
  row = add_text (self, group, assessment, ASY_ASSESSMENT_CONCLUSION_NOTE, 4);
  add_spot (self, assessment, ASY_ASSESSMENT_CONCLUSION_NOTE, NULL, row);
}

/* Six months from the end of this one, and never later (art. 15 ust. 1 pkt 15). */
static void
show_next (AsyAssessmentForm *self)
{
  const AsyDay until = asy_assessment_get_until_day (self->file->assessment);
  g_autofree char *day = until != ASY_DAY_NONE ? asy_format_day_long (asy_deadline_next_assessment (until, asy_rules_get_default ())) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->next), day != NULL ? day : "–");
}

static void
add_next (AsyAssessmentForm *self)
{
  GtkWidget *group = add_group (self, _ ("The next assessment"), NULL);

  self->next = new_fact_row (_ ("At the latest on"), "");
  put (group, self->next);
  show_next (self);
}

static void
add_handing_over (AsyAssessmentForm *self)
{
  static const guint days[] = { ASY_ASSESSMENT_READ_ON, ASY_ASSESSMENT_SOCIAL_WORKER_ON, ASY_ASSESSMENT_COORDINATOR_ON };
  AsyAssessment *assessment = self->file->assessment;
  GtkWidget *group;

  if (!is_frozen (self) || asy_assessment_get_handed_on (assessment) == ASY_DAY_NONE)
    return;
  group = add_group (self, _ ("Handed to the employer"), NULL);
  (void) add_day (self, group, assessment, ASY_ASSESSMENT_HANDED_ON);
  (void) add_text (self, group, assessment, ASY_ASSESSMENT_HANDED_TO, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (asy_record_get_int (ASY_RECORD (assessment), days[i]) != 0)
      (void) add_day (self, group, assessment, days[i]);
  if (asy_assessment_get_read_refusal (assessment) != NULL)
    (void) add_text (self, group, assessment, ASY_ASSESSMENT_READ_REFUSAL, 1);
}

/* Following the records. */

static void
on_record_changed_cb (AsyAssessmentForm *self)
{
  if (self->next != NULL)
    show_next (self);
  if (!self->is_quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
follow (AsyAssessmentForm *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    g_signal_connect_object (g_ptr_array_index (records, i), "notify", G_CALLBACK (on_record_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
follow_file (AsyAssessmentForm *self)
{
  g_signal_connect_object (self->file->assessment, "notify", G_CALLBACK (on_record_changed_cb), self, G_CONNECT_SWAPPED);
  follow (self, self->file->areas);
  follow (self, self->file->children);
  follow (self, self->file->goals);
}

void
asy_assessment_form_fill (AsyAssessmentForm *self, AsyContext *context, AsyAssessmentFile *file)
{
  g_return_if_fail (ASY_IS_ASSESSMENT_FORM (self));

  g_set_object (&self->context, context);
  g_array_set_size (self->spots, 0);
  asy_ui_clear_box (self->box);
  self->first = self->visits = self->next = NULL;
  self->file = file;
  if (file == NULL)
    return;
  add_period (self);
  add_children (self);
  add_areas (self);
  add_goals (self);
  add_cooperation (self);
  add_help (self);
  add_conclusion (self);
  if (!asy_assessment_is_closing (file->assessment))
    add_next (self);
  add_handing_over (self);
  follow_file (self);
}

void
asy_assessment_form_take_saved (AsyAssessmentForm *self, AsyAssessmentFile *saved)
{
  g_return_if_fail (ASY_IS_ASSESSMENT_FORM (self));
  g_return_if_fail (self->file != NULL);

  self->is_quiet = TRUE;
  asy_assessment_file_take_saved (self->file, saved);
  self->is_quiet = FALSE;
  show_visits (self);
}

static gboolean
is_spot_of (const Spot *spot, const AsyAssessmentGap *gap)
{
  return spot->goal_id == gap->goal_id && spot->person_id == gap->person_id && g_strcmp0 (spot->area, gap->area) == 0 &&
         g_strcmp0 (spot->field, gap->field) == 0;
}

void
asy_assessment_form_show_gap (AsyAssessmentForm *self, const AsyAssessmentGap *gap)
{
  g_return_if_fail (ASY_IS_ASSESSMENT_FORM (self));

  for (guint i = 0; i < self->spots->len; i++)
    {
      const Spot *spot = &g_array_index (self->spots, Spot, i);

      if (!is_spot_of (spot, gap))
        continue;
      if (spot->expander != NULL)
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (spot->expander), TRUE);
      gtk_widget_grab_focus (spot->widget);
      return;
    }
}

void
asy_assessment_form_begin (AsyAssessmentForm *self)
{
  g_return_if_fail (ASY_IS_ASSESSMENT_FORM (self));

  if (self->first != NULL)
    gtk_widget_grab_focus (self->first);
}

static void
asy_assessment_form_dispose (GObject *object)
{
  AsyAssessmentForm *self = ASY_ASSESSMENT_FORM (object);

  self->file = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_assessment_form_parent_class)->dispose (object);
}

static void
asy_assessment_form_finalize (GObject *object)
{
  g_array_unref (ASY_ASSESSMENT_FORM (object)->spots);

  G_OBJECT_CLASS (asy_assessment_form_parent_class)->finalize (object);
}

static void
asy_assessment_form_class_init (AsyAssessmentFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_assessment_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = asy_assessment_form_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
asy_assessment_form_init (AsyAssessmentForm *self)
{
  self->spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
