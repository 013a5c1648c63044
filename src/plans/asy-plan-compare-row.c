/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/asy-word-diff.h"
#include "plans/asy-plan-compare-row.h"
#include "plans/asy-plan-words.h"
#include "ui/asy-format.h"
#include "ui/asy-pill.h"
#include "ui/asy-ui.h"

#define MARK_WIDTH 96

/* A part of a goal, a task or the plan as people read it. */
typedef struct {
  const char *title;            /* nullable: the line's own words */
  char *text;                   /* nullable: nothing was written */
} Part;

static void
part_clear (gpointer data)
{
  g_clear_pointer (&((Part *) data)->text, g_free);
}

static void
add_part (GArray *parts, const char *title, char *text)
{
  Part part = { title, text };

  g_array_append_val (parts, part);
}

static char *
dup_period (AsyDay from, AsyDay until)
{
  g_autofree char *first = asy_format_day (from);
  g_autofree char *last = asy_format_day (until);

  if (first != NULL && last != NULL)
    return g_strdup_printf (_ ("from %s until %s"), first, last);
  if (last != NULL)
    return g_strdup_printf (_ ("until %s"), last);
  return first != NULL ? g_strdup_printf (_ ("from %s"), first) : NULL;
}

static char *
dup_label (AsyContext *context, const char *kind, const char *code)
{
  return code != NULL ? g_strdup (asy_dictionary_get_label (asy_context_get_office (context)->dictionary, kind, code)) : NULL;
}

static void
read_plan (GArray *parts, AsyPlan *plan)
{
  add_part (parts, _ ("Main goal"), g_strdup (asy_plan_get_main_goal (plan)));
  add_part (parts, _ ("Period"), dup_period (asy_plan_get_from_day (plan), asy_plan_get_until_day (plan)));
  add_part (parts, _ ("Review on"), asy_format_day (asy_plan_get_review_on (plan)));
  add_part (parts, _ ("Diagnosis in short"), g_strdup (asy_plan_get_summary (plan)));
  add_part (parts, _ ("Rules of co-operation"), g_strdup (asy_plan_get_rules (plan)));
  add_part (parts, _ ("Contacts with the child"), g_strdup (asy_plan_get_care_contacts (plan)));
}

static void
read_goal (GArray *parts, AsyContext *context, AsyGoal *goal)
{
  g_autofree char *aim = asy_goal_get_aim (goal) != 0 ? g_strdup_printf ("%d", (int) asy_goal_get_aim (goal)) : NULL;

  add_part (parts, NULL, g_strdup (asy_goal_get_title (goal)));
  add_part (parts, _ ("Work area"), dup_label (context, ASY_DICT_WORK_AREA, asy_goal_get_area (goal)));
  add_part (parts, _ ("Statutory aim"), dup_label (context, ASY_DICT_STATUTORY_AIM, aim));
  add_part (parts, _ ("Period"), dup_period (asy_goal_get_from_day (goal), asy_goal_get_until_day (goal)));
  add_part (parts, _ ("Expected effect"), g_strdup (asy_goal_get_effect (goal)));
  add_part (parts, _ ("How one will know"), g_strdup (asy_goal_get_measure (goal)));
}

static void
read_task (GArray *parts, AsyContext *context, const AsyPlanAnswer *answer, AsyTask *task)
{
  add_part (parts, NULL, g_strdup (asy_task_get_what (task)));
  add_part (parts, _ ("Who"), asy_plan_dup_who (task, answer));
  add_part (parts, _ ("When"), dup_period (asy_task_get_from_day (task), asy_task_get_until_day (task)));
  add_part (parts, _ ("How often"), dup_label (context, ASY_DICT_FREQUENCY, asy_task_get_frequency (task)));
}

/* Both sides of a line have the same parts in the same order; a side that is not there has none. */
static GArray *
read_parts (AsyContext *context, const AsyPlanAnswer *answer, AsyRecord *record)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, part_clear);
  if (record == NULL)
    return parts;
  if (ASY_IS_GOAL (record))
    read_goal (parts, context, ASY_GOAL (record));
  else if (ASY_IS_TASK (record))
    read_task (parts, context, answer, ASY_TASK (record));
  else
    read_plan (parts, ASY_PLAN (record));
  return parts;
}

/* Marking */

static void
append_marked (GString *markup, const char *before, const char *after, AsyWordOp own)
{
  g_autoptr (GArray) spans = asy_word_diff (before, after);
  const char *open = own == ASY_WORD_REMOVED ? "<s>" : "<u><b>";
  const char *close = own == ASY_WORD_REMOVED ? "</s>" : "</b></u>";

  for (guint i = 0; i < spans->len; i++)
    {
      const AsyWordSpan *span = &g_array_index (spans, AsyWordSpan, i);
      g_autofree char *words = g_markup_escape_text (span->start, (gssize) span->length);
      const gsize length = strlen (g_strchomp (words));

      if (span->op == own)
        g_string_append_printf (markup, "%s%.*s%s ", open, (int) length, words, close);
      else if (span->op == ASY_WORD_SAME)
        g_string_append_printf (markup, "%.*s ", (int) length, words);
    }
}

static void
append_part (GString *markup, const Part *part, const char *before, const char *after, AsyWordOp own, const char *number)
{
  g_autofree char *title = part->title != NULL ? g_markup_escape_text (part->title, -1) : NULL;

  if (markup->len > 0)
    g_string_append_c (markup, '\n');
  if (title != NULL)
    g_string_append_printf (markup, "<span alpha=\"72%%\" size=\"small\">%s:</span> ", title);
  else
    g_string_append_printf (markup, "%s ", number);
  append_marked (markup, before, after, own);
}

static const char *
text_at (GArray *parts, guint i)
{
  return i < parts->len ? g_array_index (parts, Part, i).text : NULL;
}

static char *
dup_side (GArray *before, GArray *after, gboolean is_after, gboolean only_changes, const char *number)
{
  GArray *parts = is_after ? after : before;
  GArray *others = is_after ? before : after;
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      const char *own = part->text;
      const gboolean is_same = others->len > 0 && g_strcmp0 (own, text_at (others, i)) == 0;

      if ((own == NULL && (others->len == 0 || text_at (others, i) == NULL)) || (only_changes && is_same && part->title != NULL))
        continue;
      /* A side alone is not marked word by word: all of it is new, or gone. */
      if (others->len == 0)
        append_part (markup, part, own, own, ASY_WORD_ADDED, number);
      else if (is_after)
        append_part (markup, part, text_at (before, i), own, ASY_WORD_ADDED, number);
      else
        append_part (markup, part, own, text_at (after, i), ASY_WORD_REMOVED, number);
    }
  return g_string_free (markup, FALSE);
}

static char *
dup_number (guint goal, guint task)
{
  return task > 0 ? g_strdup_printf ("%u.%u", goal, task) : goal > 0 ? g_strdup_printf ("<b>%u.</b>", goal) : g_strdup ("");
}

/* The row */

static GtkWidget *
new_side (const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static const struct {
  const char *text;
  AsyMeaning meaning;
} kinds[] = {
  { NC_ ("difference", "unchanged"), ASY_MEANING_PLAIN },
  { NC_ ("difference", "added"), ASY_MEANING_DONE },
  { NC_ ("difference", "changed"), ASY_MEANING_INFO },
  { NC_ ("difference", "dropped"), ASY_MEANING_LATE },
};

static const char *
get_word (AsyPlanDiffKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "difference", kinds[kind].text);
}

static void
name_row (GtkWidget *row, const AsyPlanDiffLine *line, GtkWidget *before, GtkWidget *after)
{
  const char *old = gtk_label_get_text (GTK_LABEL (before));
  const char *new = gtk_label_get_text (GTK_LABEL (after));
  g_autofree char *text = NULL;

  if (line->kind == ASY_PLAN_DIFF_CHANGED)
    text = g_strdup_printf (_ ("%s. Before: %s. After: %s"), get_word (line->kind), old, new);
  else
    text = g_strdup_printf ("%s. %s", get_word (line->kind), *new != '\0' ? new : old);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
set_margins (GtkWidget *box, gboolean is_task)
{
  gtk_widget_set_margin_start (box, 14);
  gtk_widget_set_margin_end (box, 14);
  gtk_widget_set_margin_top (box, is_task ? 6 : 10);
  gtk_widget_set_margin_bottom (box, is_task ? 6 : 10);
}

GtkWidget *
asy_plan_compare_row_new (AsyContext *context, const AsyPlanAnswer *answer, const AsyPlanDiffLine *line, gboolean only_changes)
{
  g_autoptr (GArray) old = read_parts (context, answer, line->before);
  g_autoptr (GArray) new = read_parts (context, answer, line->after);
  g_autofree char *old_number = dup_number (line->goal_before, line->task_before);
  g_autofree char *new_number = dup_number (line->goal_after, line->task_after);
  g_autofree char *old_markup = dup_side (old, new, FALSE, only_changes, old_number);
  g_autofree char *new_markup = dup_side (old, new, TRUE, only_changes, new_number);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *mark = asy_pill_new (get_word (line->kind), kinds[line->kind].meaning);
  GtkWidget *mark_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *before = new_side (old_markup);
  GtkWidget *after = new_side (new_markup);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_visible (mark, line->kind != ASY_PLAN_DIFF_SAME);
  gtk_widget_set_size_request (mark_box, MARK_WIDTH, -1);
  gtk_box_append (GTK_BOX (mark_box), mark);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_widget_set_hexpand (sides, TRUE);
  gtk_box_append (GTK_BOX (sides), before);
  gtk_box_append (GTK_BOX (sides), after);
  gtk_box_append (GTK_BOX (box), mark_box);
  gtk_box_append (GTK_BOX (box), sides);
  set_margins (box, line->task_before + line->task_after > 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  name_row (row, line, before, after);
  return row;
}
