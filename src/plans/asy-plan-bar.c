/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "law/asy-plan-life.h"
#include "law/asy-plan-rules.h"
#include "model/asy-letter-file.h"
#include "plans/asy-plan-bar.h"
#include "plans/asy-plan-life-forms.h"
#include "ui/asy-format.h"
#include "ui/asy-pill.h"
#include "ui/asy-plan-words.h"
#include "ui/asy-ui.h"

struct _AsyPlanBar
{
  GtkBox parent_instance;

  AsyContext *context;
  AsyFamilyFile *family;        /* nullable until a plan is shown */
  GArray *lacks;                /* AsyPlanLack */
  char *menu_key;               /* nullable: what the menu says */
  char *lacks_key;              /* nullable: what the list of lacks says */

  GtkWidget *version;
  GtkWidget *state;
  GtkWidget *lacks_button;
  GtkWidget *step_button;
  GtkWidget *compare_button;
  GtkWidget *menu_button;
};

enum {
  COMPLETE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AsyPlanBar, asy_plan_bar, GTK_TYPE_BOX)

static AsyPlanFile *
get_file (AsyPlanBar *self)
{
  return self->family != NULL ? self->family->plan : NULL;
}

static gint64
get_plan_id (AsyPlanBar *self)
{
  return asy_record_get_id (ASY_RECORD (get_file (self)->plan));
}

static AsyPlan *
find_version_before (AsyPlanBar *self)
{
  return self->family->plans->len > 1 ? self->family->plans->pdata[1] : NULL;
}

/* The version by which one works while the next is being written. */
static AsyPlan *
find_in_force (AsyPlanBar *self)
{
  AsyPlan *before = find_version_before (self);

  if (asy_plan_get_agreed_on (get_file (self)->plan) != ASY_DAY_NONE || before == NULL)
    return NULL;
  return asy_plan_is_in_force (before, asy_context_get_today (self->context)) ? before : NULL;
}

/* The state in words. */

static char *
dup_day_of_state (AsyPlan *plan, AsyPlanState state)
{
  const gboolean is_over = state == ASY_PLAN_STATE_ENDED || state == ASY_PLAN_STATE_REPLACED;
  const AsyDay agreed_on = asy_plan_get_agreed_on (plan);
  g_autofree char *day = asy_format_day_long (is_over ? asy_plan_get_ended_on (plan) : agreed_on);

  if (agreed_on == ASY_DAY_NONE)
    return NULL;
  return is_over ? g_strdup_printf (_ ("until %s"), day) : g_strdup_printf (_ ("agreed %s"), day);
}

static char *
dup_tasks (AsyPlanBar *self)
{
  guint done, all, late;

  asy_goal_count_tasks (get_file (self)->tasks, asy_context_get_today (self->context), &done, &all, &late);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u task done", "%u of %u tasks done", all), done, all);
}

static void
show_state (AsyPlanBar *self, AsyPlanState state)
{
  AsyPlan *plan = get_file (self)->plan;
  AsyPlan *in_force = find_in_force (self);
  g_autofree char *version = g_strdup_printf (_ ("Version %d"), (int) asy_plan_get_version (plan));
  g_autofree char *day = dup_day_of_state (plan, state);
  g_autofree char *tasks = dup_tasks (self);
  g_autofree char *other = in_force != NULL ? g_strdup_printf (_ ("version %d is in force"), (int) asy_plan_get_version (in_force)) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  text = g_strdup_printf ("%s%s%s", day != NULL ? day : "", day != NULL ? " · " : "", asy_plan_state_get_label (state));
  markup = g_markup_printf_escaped ("%s%s<b>%s</b>  <span alpha=\"75%%\">%s</span>", day != NULL ? day : "", day != NULL ? " · " : "",
                                    asy_plan_state_get_label (state), other != NULL ? other : tasks);
  asy_pill_set (ASY_PILL (self->version), version, asy_plan_state_get_meaning (state));
  gtk_label_set_markup (GTK_LABEL (self->state), markup);
  asy_ui_set_tooltip (self->state, text);
}

/* What is missing. */

static void
on_lack_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  AsyPlanBar *self = user_data;
  const guint place = (guint) gtk_list_box_row_get_index (row);
  const AsyPlanStep step = asy_plan_lack_get_step (g_array_index (self->lacks, AsyPlanLack, place).kind);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->lacks_button));
  gtk_widget_activate_action (GTK_WIDGET (self), "life.step", "s", asy_plan_step_get_nick (step));
}

static GtkWidget *
new_lack_row (const AsyPlanLack *lack)
{
  g_autofree char *text = asy_plan_lack_dup_text (lack);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  if (lack->is_blocking)
    asy_ui_set_meaning (label, ASY_MEANING_LATE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

static char *
dup_lacks_key (GArray *lacks)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < lacks->len; i++)
    {
      const AsyPlanLack *lack = &g_array_index (lacks, AsyPlanLack, i);

      g_string_append_printf (key, "%d.%u%c", (int) lack->kind, lack->count, lack->is_blocking ? '!' : ' ');
    }
  return g_string_free (key, FALSE);
}

static void
show_lacks (AsyPlanBar *self)
{
  const guint n = self->lacks->len;
  g_autofree char *key = dup_lacks_key (self->lacks);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing missing", "%u things missing", n), n);
  GtkWidget *popover, *list;

  if (g_strcmp0 (self->lacks_key, key) == 0)
    return;
  g_free (self->lacks_key);
  self->lacks_key = g_steal_pointer (&key);
  popover = gtk_popover_new ();
  list = gtk_list_box_new ();
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_lack_row (&g_array_index (self->lacks, AsyPlanLack, i)));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_lack_activated_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->lacks_button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->lacks_button), text);
  gtk_widget_set_visible (self->lacks_button, n > 0);
}

/* Steps. */

static void
append_step (GMenu *menu, AsyPlanStep step)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (asy_plan_step_get_label (step), NULL);

  g_menu_item_set_action_and_target (item, "life.step", "s", asy_plan_step_get_nick (step));
  g_menu_append_item (menu, item);
}

/* What is in the menu, a letter each: making it anew is dear, and seldom needed. */
static char *
dup_menu_key (const AsyPlanFacts *facts, AsyDay today)
{
  GString *key = g_string_new (asy_plan_get_agreed_on (facts->plan) == ASY_DAY_NONE ? "draft" : "agreed");

  for (AsyPlanStep step = ASY_PLAN_STEP_CONSULT; step <= ASY_PLAN_STEP_NEW; step++)
    g_string_append_c (key, asy_plan_step_is_possible (facts, step, today) ? '+' : '-');
  return g_string_free (key, FALSE);
}

static void
show_menu (AsyPlanBar *self, const AsyPlanFacts *facts)
{
  const AsyDay today = asy_context_get_today (self->context);
  g_autofree char *key = dup_menu_key (facts, today);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) steps = g_menu_new ();
  g_autoptr (GMenu) papers = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  if (g_strcmp0 (self->menu_key, key) == 0)
    return;
  g_free (self->menu_key);
  self->menu_key = g_steal_pointer (&key);
  for (AsyPlanStep step = ASY_PLAN_STEP_CONSULT; step <= ASY_PLAN_STEP_NEW; step++)
    if (step != ASY_PLAN_STEP_COPY && asy_plan_step_is_possible (facts, step, today))
      append_step (steps, step);
  g_menu_append (papers, _ ("_Print the plan…"), "life.print");
  append_step (papers, ASY_PLAN_STEP_COPY);
  if (asy_plan_get_agreed_on (facts->plan) == ASY_DAY_NONE)
    g_menu_append (end, _ ("_Discard the draft…"), "life.discard");
  else if (asy_plan_step_is_possible (facts, ASY_PLAN_STEP_REVIEW, today))
    g_menu_append (end, _ ("_End the plan…"), "life.end");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (steps));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (papers));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), G_MENU_MODEL (menu));
}

static void
show_step (AsyPlanBar *self, AsyPlanStep step)
{
  const gboolean is_way = step >= ASY_PLAN_STEP_COMPLETE && step != ASY_PLAN_STEP_AMEND;

  gtk_widget_set_visible (self->step_button, step != ASY_PLAN_STEP_NONE);
  if (step == ASY_PLAN_STEP_NONE)
    return;
  gtk_button_set_label (GTK_BUTTON (self->step_button), asy_plan_step_get_label (step));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->step_button), "s", asy_plan_step_get_nick (step));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->step_button), "life.step");
  if (is_way)
    gtk_widget_add_css_class (self->step_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->step_button, "suggested-action");
}

static void
show_versions (AsyPlanBar *self)
{
  AsyPlan *before = find_version_before (self);
  g_autofree char *text = before != NULL ? g_strdup_printf (_ ("C_ompare with version %d"), (int) asy_plan_get_version (before)) : NULL;

  gtk_widget_set_visible (self->compare_button, before != NULL);
  if (before != NULL)
    gtk_button_set_label (GTK_BUTTON (self->compare_button), text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "life.compare", before != NULL);
}

void
asy_plan_bar_show (AsyPlanBar *self, AsyContext *context, AsyFamilyFile *family)
{
  const AsyDay today = asy_context_get_today (context);
  AsyPlanFacts facts;

  g_return_if_fail (ASY_IS_PLAN_BAR (self) && family->plan != NULL);

  g_set_object (&self->context, context);
  asy_family_file_ref (family);
  g_clear_pointer (&self->family, asy_family_file_unref);
  self->family = family;
  asy_plan_facts_read (family, family->plan, asy_context_get_office (context)->dictionary, today, &facts);
  g_clear_pointer (&self->lacks, g_array_unref);
  self->lacks = asy_plan_find_lacks (&facts, today);
  show_state (self, asy_plan_state_compute (&facts, today));
  show_lacks (self);
  show_step (self, asy_plan_step_compute (&facts, today));
  show_versions (self);
  show_menu (self, &facts);
}

void
asy_plan_bar_compare (AsyPlanBar *self)
{
  if (get_file (self) != NULL && find_version_before (self) != NULL)
    asy_context_go (self->context, "compare-plan", get_plan_id (self), NULL);
}

/* Actions. */

static AsyPlanStep
step_from_nick (const char *nick)
{
  for (AsyPlanStep step = ASY_PLAN_STEP_COMPLETE; step <= ASY_PLAN_STEP_NEW; step++)
    if (g_str_equal (asy_plan_step_get_nick (step), nick))
      return step;
  return ASY_PLAN_STEP_NONE;
}

static void
step_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlanBar *self = ASY_PLAN_BAR (widget);
  const AsyPlanStep step = step_from_nick (g_variant_get_string (parameter, NULL));

  if (step == ASY_PLAN_STEP_COMPLETE)
    g_signal_emit (self, signals[COMPLETE], 0);
  else if (get_file (self) != NULL)
    asy_plan_step_form_open (self->context, self->family, get_file (self), step);
}

static void
compare_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  asy_plan_bar_compare (ASY_PLAN_BAR (widget));
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlanBar *self = ASY_PLAN_BAR (widget);

  if (get_file (self) != NULL)
    asy_context_go (self->context, "paper-of", get_plan_id (self), ASY_LETTER_KIND_PLAN);
}

static void
end_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlanBar *self = ASY_PLAN_BAR (widget);

  if (get_file (self) != NULL)
    asy_plan_end_form_open (self->context, get_file (self)->plan);
}

static void
discard_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlanBar *self = ASY_PLAN_BAR (widget);

  if (get_file (self) != NULL)
    asy_plan_discard_ask (self->context, widget, get_file (self)->plan);
}

/* The widget. */

static void
asy_plan_bar_dispose (GObject *object)
{
  AsyPlanBar *self = ASY_PLAN_BAR (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->family, asy_family_file_unref);
  g_clear_pointer (&self->lacks, g_array_unref);
  g_clear_pointer (&self->menu_key, g_free);
  g_clear_pointer (&self->lacks_key, g_free);

  G_OBJECT_CLASS (asy_plan_bar_parent_class)->dispose (object);
}

static void
asy_plan_bar_class_init (AsyPlanBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_plan_bar_dispose;
  signals[COMPLETE] = g_signal_new ("complete", ASY_TYPE_PLAN_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "life.step", "s", step_action);
  gtk_widget_class_install_action (widget_class, "life.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "life.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "life.end", NULL, end_action);
  gtk_widget_class_install_action (widget_class, "life.discard", NULL, discard_action);
}

static GtkWidget *
new_button (const char *action_name)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_use_underline (GTK_BUTTON (button), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  return button;
}

static void
build_words (AsyPlanBar *self)
{
  self->version = asy_pill_new ("", ASY_MEANING_INFO);
  gtk_widget_set_valign (self->version, GTK_ALIGN_CENTER);
  self->state = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->state), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->state), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->state, TRUE);
  self->lacks_button = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->lacks_button, "flat");
  asy_ui_set_meaning (self->lacks_button, ASY_MEANING_SOON);
  gtk_box_append (GTK_BOX (self), self->version);
  gtk_box_append (GTK_BOX (self), self->state);
  gtk_box_append (GTK_BOX (self), self->lacks_button);
}

static void
asy_plan_bar_init (AsyPlanBar *self)
{
  GtkWidget *print = asy_icon_button_new ("printer-symbolic", _ ("Print the plan"), "life.print");

  gtk_box_set_spacing (GTK_BOX (self), 10);
  build_words (self);
  self->step_button = new_button (NULL);
  self->compare_button = new_button ("life.compare");
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  asy_ui_set_name (self->menu_button, _ ("Steps of the plan"));
  gtk_box_append (GTK_BOX (self), self->step_button);
  gtk_box_append (GTK_BOX (self), self->compare_button);
  gtk_box_append (GTK_BOX (self), print);
  gtk_box_append (GTK_BOX (self), self->menu_button);
}
