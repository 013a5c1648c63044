/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "calendar/asy-repeat-group.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-format.h"
#include "ui/asy-rows.h"

#define N_WEEKDAYS 7
#define N_PLACES 5
#define DEFAULT_COUNT 8
#define DEFAULT_MONTHS 3
#define DAYS_TOLD_MAX 8

struct _AsyRepeatGroup
{
  AdwPreferencesGroup parent_instance;

  AsyForm *form;                /* borrowed: it holds this */
  AsyVisit *visit;              /* owned */

  /* children, borrowed */
  AsyChoiceRow *how;
  GtkWidget *weekdays_row;
  GtkToggleButton *weekdays[N_WEEKDAYS];
  GtkWidget *places_row;
  GtkToggleButton *places[N_PLACES];
  AsyChoiceRow *end;
  AsyDateRow *until;
  AsyNumberRow *count;
  AsyChoiceRow *off;
  GtkLabel *told;

  gboolean clashes;
};

G_DEFINE_FINAL_TYPE (AsyRepeatGroup, asy_repeat_group, ADW_TYPE_PREFERENCES_GROUP)

enum { PROP_0, PROP_CLASHES, N_PROPS };
static GParamSpec *properties[N_PROPS];

static const AsyChoice hows[] = {
  { "never", N_("No") },
  { "1", N_("Every week") },
  { "2", N_("Every two weeks") },
  { "4", N_("Every four weeks") },
  { "month", N_("In the month, by the weekday") },
  { NULL, NULL },
};

static const AsyChoice ends[] = {
  { "until", N_("On a day") },
  { "count", N_("After a number of visits") },
  { NULL, NULL },
};

/* In the order of AsyVisitOff. */
static const AsyChoice offs[] = {
  { "earlier", N_("Move to the working day before") },
  { "later", N_("Move to the working day after") },
  { "leave-out", N_("Leave out") },
  { "keep", N_("Keep, day off or not") },
  { NULL, NULL },
};

/* Translators: which weekday of the month, as in "1st Thursday". */
static const char *const place_labels[N_PLACES] = { N_("1st"), N_("2nd"), N_("3rd"), N_("4th"), N_("last") };

static gboolean
is_monthly (AsyRepeatGroup *self)
{
  return g_strcmp0 (asy_choice_row_get_code (self->how), "month") == 0;
}

static gboolean
is_repeated (AsyRepeatGroup *self)
{
  return g_strcmp0 (asy_choice_row_get_code (self->how), "never") != 0;
}

static guint
get_toggled (GtkToggleButton *const *buttons, guint n)
{
  guint mask = 0;

  for (guint i = 0; i < n; i++)
    if (gtk_toggle_button_get_active (buttons[i]))
      mask |= 1u << i;
  return mask;
}

static void
read_rule (AsyRepeatGroup *self, AsyVisitRule *rule)
{
  gint64 weeks = 1;

  *rule = (AsyVisitRule){ .every = 1, .until = ASY_DAY_NONE };
  if (!is_monthly (self) && g_ascii_string_to_signed (asy_choice_row_get_code (self->how), 10, 1, 12, &weeks, NULL))
    rule->every = (guint) weeks;
  rule->weekdays = get_toggled (self->weekdays, N_WEEKDAYS);
  rule->places = is_monthly (self) ? get_toggled (self->places, N_PLACES) : 0;
  if (g_strcmp0 (asy_choice_row_get_code (self->end), "count") == 0)
    rule->count = (guint) asy_number_row_get_value (self->count);
  else
    rule->until = asy_date_row_get_day (self->until);
}

gboolean
asy_repeat_group_get_rule (AsyRepeatGroup *self, AsyVisitRule *ret_rule, AsyVisitOff *ret_off)
{
  const char *off;

  g_return_val_if_fail (ASY_IS_REPEAT_GROUP (self), FALSE);

  if (!is_repeated (self))
    return FALSE;
  read_rule (self, ret_rule);
  *ret_off = ASY_VISIT_OFF_KEEP;
  off = asy_choice_row_get_code (self->off);
  for (guint i = 0; offs[i].code != NULL; i++)
    if (g_strcmp0 (offs[i].code, off) == 0)
      *ret_off = (AsyVisitOff) i;
  return TRUE;
}

gboolean
asy_repeat_group_get_clashes (AsyRepeatGroup *self)
{
  g_return_val_if_fail (ASY_IS_REPEAT_GROUP (self), FALSE);

  return self->clashes && is_repeated (self);
}

static char *
check_rule (AsyForm *form, gpointer user_data)
{
  AsyRepeatGroup *self = user_data;
  AsyVisitRule rule;

  if (!is_repeated (self))
    return NULL;
  read_rule (self, &rule);
  if (rule.weekdays == 0)
    return g_strdup (_("Choose a weekday for the repetition."));
  if (is_monthly (self) && rule.places == 0)
    return g_strdup (_("Choose which weekday of the month it is."));
  if (rule.count == 0 && rule.until == ASY_DAY_NONE)
    return g_strdup (_("Say until when the visit repeats."));
  if (!asy_visit_rule_is_valid (&rule, asy_visit_get_day (self->visit)))
    return g_strdup (_("The repetition ends before the first visit, or more than two years after it."));
  return NULL;
}

/* What it would plan. */

typedef struct {
  AsyVisit *visit;              /* owned */
  AsyVisitRule rule;
  AsyVisitOff off;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  g_object_unref (ask->visit);
  g_free (ask);
}

static gpointer
preview_job (AsySession *session, gpointer request, GError **error)
{
  Ask *ask = request;

  return asy_visit_series_preview (session, ask->visit, &ask->rule, ask->off, error);
}

typedef gboolean (*IsTold) (const AsySeriesDate *date);

static gboolean
is_planned (const AsySeriesDate *date)
{
  return date->day != ASY_DAY_NONE;
}

static gboolean
is_moved (const AsySeriesDate *date)
{
  return date->day != ASY_DAY_NONE && date->day != date->rule_day;
}

static gboolean
is_left_out (const AsySeriesDate *date)
{
  return date->day == ASY_DAY_NONE;
}

static gboolean
is_in_the_way (const AsySeriesDate *date)
{
  return date->day != ASY_DAY_NONE && (date->n_conflicts > 0 || (date->is_off && date->day == date->rule_day));
}

/* The days that @is_told, the first ones by name; NULL when there are none. */
static char *
dup_days (GArray *dates, IsTold is_told, guint *ret_n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < dates->len; i++)
    {
      const AsySeriesDate *date = &g_array_index (dates, AsySeriesDate, i);
      g_autofree char *day = asy_format_day_short (date->rule_day);
      g_autofree char *moved = is_told == is_moved ? asy_format_day_short (date->day) : NULL;

      if (!is_told (date) || n++ >= DAYS_TOLD_MAX)
        continue;
      g_string_append_printf (text, "%s%s%s%s", n > 1 ? ", " : "", day, moved != NULL ? " → " : "", moved != NULL ? moved : "");
    }
  if (n > DAYS_TOLD_MAX)
    g_string_append (text, "…");
  *ret_n = n;
  return n > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
add_line (GString *text, char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

static char *
dup_told (GArray *dates)
{
  GString *text = g_string_new (NULL);
  guint n = 0;
  g_autofree char *planned = dup_days (dates, is_planned, &n);
  g_autofree char *moved = NULL;
  g_autofree char *left_out = NULL;
  g_autofree char *clashing = NULL;

  if (planned != NULL)
    add_line (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u visit: %s", "%u visits: %s", n), n, planned));
  moved = dup_days (dates, is_moved, &n);
  if (moved != NULL)
    add_line (text, g_strdup_printf (_("Moved from a day off: %s"), moved));
  left_out = dup_days (dates, is_left_out, &n);
  if (left_out != NULL)
    add_line (text, g_strdup_printf (_("Left out: %s"), left_out));
  clashing = dup_days (dates, is_in_the_way, &n);
  if (clashing != NULL)
    add_line (text, g_strdup_printf (_("Something is in the way: %s"), clashing));
  return g_string_free (text, FALSE);
}

static void
set_clashes (AsyRepeatGroup *self, gboolean clashes)
{
  if (self->clashes == clashes)
    return;
  self->clashes = clashes;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLASHES]);
}

static void
on_preview_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyRepeatGroup *self = owner;
  g_autoptr (GArray) dates = result;
  g_autofree char *told = NULL;
  gboolean clashes = FALSE;

  /* A rule that is not whole yet: the form says what is missing. */
  if (error != NULL)
    return;
  for (guint i = 0; i < dates->len; i++)
    clashes = clashes || is_in_the_way (&g_array_index (dates, AsySeriesDate, i));
  told = dup_told (dates);
  gtk_label_set_text (self->told, told);
  gtk_widget_set_visible (GTK_WIDGET (self->told), TRUE);
  set_clashes (self, clashes);
}

static void
look (AsyRepeatGroup *self)
{
  AsyVisitRule rule;
  AsyVisitOff off;
  Ask *ask;

  if (!asy_repeat_group_get_rule (self, &rule, &off) || !asy_visit_rule_is_valid (&rule, asy_visit_get_day (self->visit)) ||
      asy_visit_get_worker_id (self->visit) == 0 || asy_visit_get_minutes (self->visit) <= 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->told), FALSE);
      set_clashes (self, FALSE);
      return;
    }
  ask = g_new0 (Ask, 1);
  ask->visit = asy_record_duplicate (self->visit);
  ask->rule = rule;
  ask->off = off;
  asy_context_ask (asy_form_get_context (self->form), self, "preview", preview_job, ask, ask_free, (GDestroyNotify) g_array_unref, on_preview_cb);
}

/* Rows. */

static void
update_rows (AsyRepeatGroup *self)
{
  const gboolean repeats = is_repeated (self);
  const gboolean counts = g_strcmp0 (asy_choice_row_get_code (self->end), "count") == 0;

  gtk_widget_set_visible (self->weekdays_row, repeats);
  gtk_widget_set_visible (self->places_row, repeats && is_monthly (self));
  gtk_widget_set_visible (GTK_WIDGET (self->end), repeats);
  gtk_widget_set_visible (GTK_WIDGET (self->until), repeats && !counts);
  gtk_widget_set_visible (GTK_WIDGET (self->count), repeats && counts);
  gtk_widget_set_visible (GTK_WIDGET (self->off), repeats);
}

static void
on_chosen_cb (AsyRepeatGroup *self)
{
  update_rows (self);
  asy_form_touch (self->form);
  look (self);
}

/* The weekday and the place in the month of the first visit are what is meant most often. */
static void
propose (AsyRepeatGroup *self)
{
  const AsyDay day = asy_visit_get_day (self->visit);
  const guint place = ((guint) asy_day_get_day (day) - 1) / 7;

  if (day == ASY_DAY_NONE)
    return;
  gtk_toggle_button_set_active (self->weekdays[day - asy_day_get_monday (day)], TRUE);
  gtk_toggle_button_set_active (self->places[MIN (place, N_PLACES - 1)], TRUE);
  asy_date_row_set_day (self->until, asy_day_add_months (day, DEFAULT_MONTHS));
}

static GtkToggleButton *
add_toggle (AsyRepeatGroup *self, GtkWidget *box, const char *label, const char *name)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_TOGGLE_BUTTON (button);
}

static GtkWidget *
new_toggles_row (const char *title, GtkWidget **ret_box)
{
  GtkWidget *row = adw_action_row_new ();

  *ret_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (*ret_box, "linked");
  gtk_widget_set_valign (*ret_box, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *ret_box);
  return row;
}

static void
build_toggles (AsyRepeatGroup *self)
{
  /* Any Monday names the days of a week. */
  const AsyDay monday = asy_day_new (2026, 3, 23);
  GtkWidget *box;

  self->weekdays_row = new_toggles_row (_("Weekdays"), &box);
  for (guint i = 0; i < N_WEEKDAYS; i++)
    {
      g_autofree char *label = asy_format_weekday_short (monday + i);
      g_autofree char *name = asy_format_weekday (monday + i);

      self->weekdays[i] = add_toggle (self, box, label, name);
    }
  self->places_row = new_toggles_row (_("Which in the month"), &box);
  for (guint i = 0; i < N_PLACES; i++)
    self->places[i] = add_toggle (self, box, _(place_labels[i]), _(place_labels[i]));
}

static GtkWidget *
new_choice (AsyRepeatGroup *self, const char *title, const AsyChoice *choices)
{
  GtkWidget *row = asy_choice_row_new (title);

  asy_choice_row_set_choices (ASY_CHOICE_ROW (row), choices);
  asy_choice_row_set_code (ASY_CHOICE_ROW (row), choices[0].code);
  g_signal_connect_object (row, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
build_rows (AsyRepeatGroup *self)
{
  self->how = ASY_CHOICE_ROW (new_choice (self, _("Repeats"), hows));
  build_toggles (self);
  self->end = ASY_CHOICE_ROW (new_choice (self, _("Ends"), ends));
  self->until = ASY_DATE_ROW (asy_date_row_new (_("Last day")));
  self->count = ASY_NUMBER_ROW (asy_number_row_new (_("Number of visits"), 1, ASY_VISIT_RULE_VISITS_MAX, 1, 0));
  asy_number_row_set_value (self->count, DEFAULT_COUNT);
  self->off = ASY_CHOICE_ROW (new_choice (self, _("On a day off"), offs));
  g_signal_connect_object (self->until, "notify::day", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->count, "notify::value", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
add_rows (AsyRepeatGroup *self)
{
  GtkWidget *const rows[] = {
    GTK_WIDGET (self->how), self->weekdays_row, self->places_row, GTK_WIDGET (self->end), GTK_WIDGET (self->until),
    GTK_WIDGET (self->count), GTK_WIDGET (self->off),
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), rows[i]);
  self->told = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->told, TRUE);
  gtk_label_set_xalign (self->told, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->told), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self->told), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->told), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->told));
}

GtkWidget *
asy_repeat_group_new (AsyForm *form, AsyVisit *visit)
{
  AsyRepeatGroup *self;

  g_return_val_if_fail (ASY_IS_FORM (form), NULL);
  g_return_val_if_fail (ASY_IS_VISIT (visit), NULL);

  self = g_object_new (ASY_TYPE_REPEAT_GROUP, NULL);
  self->form = form;
  self->visit = g_object_ref (visit);
  build_rows (self);
  add_rows (self);
  propose (self);
  update_rows (self);
  asy_form_add_check (form, check_rule, self);
  asy_form_watch (form, GTK_WIDGET (self->until));
  g_signal_connect_object (visit, "notify", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
asy_repeat_group_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, ASY_REPEAT_GROUP (object)->clashes);
}

static void
asy_repeat_group_dispose (GObject *object)
{
  g_clear_object (&ASY_REPEAT_GROUP (object)->visit);

  G_OBJECT_CLASS (asy_repeat_group_parent_class)->dispose (object);
}

static void
asy_repeat_group_class_init (AsyRepeatGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = asy_repeat_group_get_property;
  object_class->dispose = asy_repeat_group_dispose;

  properties[PROP_CLASHES] = g_param_spec_boolean ("clashes", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asy_repeat_group_init (AsyRepeatGroup *self)
{
}
