/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "base/asy-text.h"
#include "law/asy-diagnosis-rules.h"

static void
add_gap (GArray *gaps, AsyDiagnosisGapKind kind, gint64 item_id, gint64 person_id)
{
  const gboolean is_blocking = kind <= ASY_DIAGNOSIS_GAP_AREA;
  const AsyDiagnosisGap gap = { kind, item_id, person_id, is_blocking, kind == ASY_DIAGNOSIS_GAP_VOICE ? "art. 4a uwr" : NULL };

  g_array_append_val (gaps, gap);
}

static gboolean
is_difficulty (AsyDiagnosisItem *item)
{
  return asy_diagnosis_item_get_kind (item) == ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY;
}

static void
look_at_items (AsyDiagnosisFile *file, GArray *gaps)
{
  guint n_heavy = 0;

  if (asy_diagnosis_file_count (file, ASY_DIAGNOSIS_ITEM_KIND_STRENGTH) == 0)
    add_gap (gaps, ASY_DIAGNOSIS_GAP_STRENGTHS, 0, 0);
  for (guint i = 0; i < file->items->len; i++)
    {
      AsyDiagnosisItem *item = g_ptr_array_index (file->items, i);

      if (is_difficulty (item) && asy_diagnosis_item_get_severity (item) > 0)
        n_heavy++;
    }
  if (n_heavy == 0)
    add_gap (gaps, ASY_DIAGNOSIS_GAP_DIFFICULTIES, 0, 0);
  for (guint i = 0; i < file->items->len; i++)
    {
      AsyDiagnosisItem *item = g_ptr_array_index (file->items, i);

      if (is_difficulty (item) && asy_diagnosis_item_get_area (item) == NULL)
        add_gap (gaps, ASY_DIAGNOSIS_GAP_AREA, asy_record_get_id (ASY_RECORD (item)), 0);
    }
}

gboolean
asy_child_sheet_says_nothing (AsyChildSheet *sheet)
{
  static const guint texts[] = { ASY_CHILD_SHEET_PLACE_AT_HOME, ASY_CHILD_SHEET_SCHOOL, ASY_CHILD_SHEET_HEALTH,
                                 ASY_CHILD_SHEET_SUPPORT, ASY_CHILD_SHEET_LEGAL, ASY_CHILD_SHEET_VOICE, ASY_CHILD_SHEET_NOTE };

  for (guint i = 0; sheet != NULL && i < G_N_ELEMENTS (texts); i++)
    if (asy_record_get_text (ASY_RECORD (sheet), texts[i]) != NULL)
      return FALSE;
  return TRUE;
}

static gboolean
has_voice (AsyDiagnosisFile *file)
{
  for (guint i = 0; i < file->children->len; i++)
    if (asy_child_sheet_get_voice (g_ptr_array_index (file->children, i)) != NULL)
      return TRUE;
  return asy_diagnosis_get_child_voice (file->diagnosis) != NULL;
}

/* An unborn child has neither a school nor a voice yet, and who left is not asked about. */
static gboolean
is_child_here (const AsyMemberEntry *entry, AsyDay on)
{
  return asy_member_get_left_on (entry->member) == ASY_DAY_NONE && asy_member_entry_is_child (entry, on) &&
         g_strcmp0 (asy_member_get_role (entry->member), "unborn") != 0;
}

static void
look_at_children (AsyDiagnosisFile *file, GPtrArray *members, AsyDay on, GArray *gaps)
{
  guint n_children = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (members, i);
      const gint64 person_id = asy_record_get_id (ASY_RECORD (entry->person));

      if (!is_child_here (entry, on))
        continue;
      n_children++;
      if (asy_child_sheet_says_nothing (asy_diagnosis_file_find_child (file, person_id)))
        add_gap (gaps, ASY_DIAGNOSIS_GAP_CHILD, 0, person_id);
    }
  if (n_children > 0 && !has_voice (file))
    add_gap (gaps, ASY_DIAGNOSIS_GAP_VOICE, 0, 0);
}

GArray *
asy_diagnosis_find_gaps (AsyDiagnosisFile *file, GPtrArray *members, AsyDay on)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (AsyDiagnosisGap));

  g_return_val_if_fail (file != NULL, gaps);

  look_at_items (file, gaps);
  if (members != NULL)
    look_at_children (file, members, on, gaps);
  if (asy_diagnosis_get_conclusions (file->diagnosis) == NULL)
    add_gap (gaps, ASY_DIAGNOSIS_GAP_CONCLUSIONS, 0, 0);
  return gaps;
}

const AsyDiagnosisGap *
asy_diagnosis_gaps_find_blocking (GArray *gaps)
{
  for (guint i = 0; i < gaps->len; i++)
    if (g_array_index (gaps, AsyDiagnosisGap, i).is_blocking)
      return &g_array_index (gaps, AsyDiagnosisGap, i);
  return NULL;
}

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *left = asy_text_fold (a != NULL ? a : "");
  g_autofree char *right = asy_text_fold (b != NULL ? b : "");

  return g_str_equal (left, right);
}

/* Takes the first goal left that answers @item out of @left. */
static gboolean
take_goal (GPtrArray *left, AsyDiagnosisItem *item, gboolean by_words)
{
  for (guint i = 0; i < left->len; i++)
    {
      AsyGoal *goal = g_ptr_array_index (left, i);

      if (g_strcmp0 (asy_goal_get_area (goal), asy_diagnosis_item_get_area (item)) != 0)
        continue;
      if (by_words && !is_same_text (asy_goal_get_title (goal), asy_diagnosis_item_get_body (item)))
        continue;
      g_ptr_array_remove_index (left, i);
      return TRUE;
    }
  return FALSE;
}

static void
drop_answered (GPtrArray *items, GPtrArray *left, gboolean by_words)
{
  for (guint i = 0; i < items->len;)
    if (take_goal (left, g_ptr_array_index (items, i), by_words))
      g_ptr_array_remove_index (items, i);
    else
      i++;
}

GPtrArray *
asy_diagnosis_list_uncovered (AsyDiagnosisFile *file, GPtrArray *goals)
{
  GPtrArray *items = g_ptr_array_new ();
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  g_return_val_if_fail (file != NULL && goals != NULL, items);

  for (guint i = 0; i < file->items->len; i++)
    {
      AsyDiagnosisItem *item = g_ptr_array_index (file->items, i);

      if (is_difficulty (item) && asy_diagnosis_item_get_severity (item) > 0)
        g_ptr_array_add (items, item);
    }
  for (guint i = 0; i < goals->len; i++)
    if (asy_goal_get_status (g_ptr_array_index (goals, i)) != ASY_GOAL_STATUS_DROPPED)
      g_ptr_array_add (left, g_ptr_array_index (goals, i));
  drop_answered (items, left, TRUE);
  drop_answered (items, left, FALSE);
  return items;
}
