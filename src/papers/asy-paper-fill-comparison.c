/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-papers"

#include "config.h"

#include "base/asy-text.h"
#include "law/asy-assessment-compare.h"
#include "model/asy-area-series.h"
#include "papers/asy-paper-fill-private.h"

static void
add_trend (AsyPaperData *data, const AsyPaperSource *source, const AsyAreaSeries *series, AsyDay until)
{
  AsyPaperData *item = asy_paper_data_add_item (data, "trend");

  asy_paper_data_set_text (item, "name", _asy_paper_label (source, ASY_DICT_WORK_AREA, series->area));
  for (guint i = 0; i < series->points->len; i++)
    {
      const AsyAreaPoint *point = series->points->pdata[i];
      AsyPaperData *mark = point->day <= until ? asy_paper_data_add_item (item, "points") : NULL;

      if (mark == NULL)
        continue;
      asy_paper_data_set_day (mark, "day", point->day);
      asy_paper_data_set_number (mark, "level", point->level);
    }
}

void
_asy_paper_fill_trend (AsyPaperData *data, const AsyPaperSource *source, guint least)
{
  const AsyDay until = asy_assessment_get_until_day (source->assessment->assessment);

  for (guint i = 0; source->series != NULL && i < source->series->len; i++)
    {
      const AsyAreaSeries *series = source->series->pdata[i];
      guint n_points = 0;

      for (guint j = 0; j < series->points->len; j++)
        n_points += ((const AsyAreaPoint *) series->points->pdata[j])->day <= until;
      if (n_points >= least)
        add_trend (data, source, series, until);
    }
}

/* The arrow goes the way of the mark, the word says what that means. */
static char *
dup_change (gint64 earlier, gint64 later)
{
  const int steps = (int) ABS (later - earlier);

  switch (asy_level_compare (earlier, later))
    {
    case ASY_LEVEL_CHANGE_BETTER:
      return g_strdup_printf ("↓ poprawa o %d", steps);
    case ASY_LEVEL_CHANGE_WORSE:
      return g_strdup_printf ("↑ pogorszenie o %d", steps);
    case ASY_LEVEL_CHANGE_SAME:
      return g_strdup ("= bez zmian");
    case ASY_LEVEL_CHANGE_UNKNOWN:
    default:
      return g_strdup (ASY_TEXT_EN_DASH);
    }
}

static char *
dup_level (gint64 level)
{
  return level >= 0 ? g_strdup_printf ("%d %s", (int) level, _asy_paper_level_word (level)) : g_strdup ("nie oceniono");
}

static void
fill_areas (AsyPaperData *data, const AsyPaperSource *source, const AsyComparison *comparison)
{
  for (guint i = 0; i < comparison->areas->len; i++)
    {
      const AsyAreaChange *change = &g_array_index (comparison->areas, AsyAreaChange, i);
      AsyPaperData *item = asy_paper_data_add_item (data, "areas");
      g_autofree char *earlier = dup_level (change->earlier);
      g_autofree char *later = dup_level (change->later);
      g_autofree char *moved = dup_change (change->earlier, change->later);

      asy_paper_data_set_text (item, "name", _asy_paper_label (source, ASY_DICT_WORK_AREA, change->area));
      asy_paper_data_set_text (item, "earlier", earlier);
      asy_paper_data_set_text (item, "earlier-note", change->note_earlier);
      asy_paper_data_set_text (item, "later", later);
      asy_paper_data_set_text (item, "later-note", change->note_later);
      asy_paper_data_set_text (item, "change", moved);
    }
}

static void
add_said (GString *text, const char *name, const char *said)
{
  if (said != NULL)
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", name, said);
}

static char *
dup_child (AsyAssessmentChild *child)
{
  GString *text = g_string_new (NULL);

  if (child == NULL)
    return g_string_free (text, TRUE);
  add_said (text, "Zdrowie", asy_assessment_child_get_health (child));
  add_said (text, "Nauka", asy_assessment_child_get_school (child));
  add_said (text, "Rozwój", asy_assessment_child_get_development (child));
  add_said (text, "Pobyt", asy_assessment_child_get_whereabouts (child));
  return g_string_free (text, FALSE);
}

static void
fill_children (AsyPaperData *data, const AsyPaperSource *source, const AsyComparison *comparison)
{
  for (guint i = 0; i < comparison->children->len; i++)
    {
      const AsyChildChange *change = &g_array_index (comparison->children, AsyChildChange, i);
      AsyPerson *person = asy_assessment_file_find_person (change->later != NULL ? source->assessment : source->compared, change->person_id);
      AsyPaperData *item = asy_paper_data_add_item (data, "children");
      g_autofree char *earlier = dup_child (change->earlier);
      g_autofree char *later = dup_child (change->later);

      asy_paper_data_set_text (item, "name", person != NULL ? asy_person_get_given_name (person) : ASY_TEXT_EN_DASH);
      asy_paper_data_set_text (item, "earlier", earlier);
      asy_paper_data_set_text (item, "later", later);
    }
}

static const char *
get_degree (AsyAssessmentGoal *line)
{
  return line != NULL ? _asy_paper_goal_word ((AsyGoalStatus) asy_assessment_goal_get_degree (line)) : NULL;
}

static void
fill_goals (AsyPaperData *data, const AsyComparison *comparison)
{
  for (guint i = 0; i < comparison->goals->len; i++)
    {
      const AsyGoalChange *change = &g_array_index (comparison->goals, AsyGoalChange, i);
      AsyPaperData *item = asy_paper_data_add_item (data, "goals");

      asy_paper_data_set_text (item, "title", asy_goal_get_title (change->goal));
      asy_paper_data_set_text (item, "earlier", get_degree (change->earlier));
      asy_paper_data_set_text (item, "later", get_degree (change->later));
    }
}

static void
add_text (AsyPaperData *data, const char *name, const char *earlier, const char *later)
{
  AsyPaperData *item;

  if (earlier == NULL && later == NULL)
    return;
  item = asy_paper_data_add_item (data, "texts");
  asy_paper_data_set_text (item, "name", name);
  asy_paper_data_set_text (item, "earlier", earlier);
  asy_paper_data_set_text (item, "later", later);
}

static char *
dup_visits (AsyAssessment *assessment)
{
  const int held = (int) asy_assessment_get_visits_held (assessment);
  g_autofree char *time = asy_text_duration ((int) asy_assessment_get_visit_minutes (assessment));

  return g_strdup_printf ("%d %s, %s; nieodbyte: %d", held, asy_text_plural (held, "wizyta", "wizyty", "wizyt"), time,
                          (int) asy_assessment_get_visits_missed (assessment));
}

static char *
dup_cooperation (AsyAssessment *assessment)
{
  const gint64 degree = asy_assessment_get_cooperation (assessment);

  return degree > 0 ? g_strdup_printf ("%d – %s", (int) degree, _asy_paper_cooperation_word (degree)) : NULL;
}

static void
fill_texts (AsyPaperData *data, AsyAssessment *earlier, AsyAssessment *later)
{
  static const struct {
    guint field;
    const char *name;
  } rows[] = {
    { ASY_ASSESSMENT_COOPERATION_NOTE, "Współpraca, opis" }, { ASY_ASSESSMENT_INSTITUTIONS, "Współpraca z instytucjami" },
    { ASY_ASSESSMENT_RISKS, "Ryzyka dla dzieci" },           { ASY_ASSESSMENT_HELP_GIVEN, "Udzielona pomoc" },
    { ASY_ASSESSMENT_FAMILY_VIEW, "Stanowisko rodziny" },    { ASY_ASSESSMENT_CHILD_VOICE, "Zdanie dziecka" },
  };
  g_autofree char *visits_earlier = dup_visits (earlier);
  g_autofree char *visits_later = dup_visits (later);
  g_autofree char *cooperation_earlier = dup_cooperation (earlier);
  g_autofree char *cooperation_later = dup_cooperation (later);

  add_text (data, "Wizyty", visits_earlier, visits_later);
  add_text (data, "Współpraca rodziny (1–5)", cooperation_earlier, cooperation_later);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    add_text (data, rows[i].name, asy_record_get_text (ASY_RECORD (earlier), rows[i].field),
              asy_record_get_text (ASY_RECORD (later), rows[i].field));
  add_text (data, "Wniosek", _asy_paper_conclusion_word ((AsyAssessmentConclusion) asy_assessment_get_conclusion (earlier)),
            _asy_paper_conclusion_word ((AsyAssessmentConclusion) asy_assessment_get_conclusion (later)));
  add_text (data, "Uzasadnienie", asy_assessment_get_conclusion_note (earlier), asy_assessment_get_conclusion_note (later));
}

static void
fill_side (AsyPaperData *data, const char *side, AsyAssessment *assessment)
{
  g_autofree char *number = g_strconcat (side, ".number", NULL);
  g_autofree char *from = g_strconcat (side, ".from", NULL);
  g_autofree char *until = g_strconcat (side, ".to", NULL);
  g_autofree char *number_text = g_strdup_printf ("%d", (int) asy_assessment_get_number (assessment));

  asy_paper_data_set_text (data, number, number_text);
  asy_paper_data_set_day (data, from, asy_assessment_get_from_day (assessment));
  asy_paper_data_set_day (data, until, asy_assessment_get_until_day (assessment));
}

AsyPaperData *
_asy_paper_fill_comparison (const AsyPaperSource *source)
{
  AsyPaperData *data = asy_paper_data_new ();
  AsyAssessment *earlier = source->compared->assessment;
  AsyAssessment *later = source->assessment->assessment;
  g_autoptr (AsyComparison) comparison = asy_assessment_compare (source->compared, source->assessment);
  g_autofree char *address = asy_family_dup_address (source->family->family);

  _asy_paper_fill_letter (data, source);
  _asy_paper_fill_author (data, source->letter->author);
  asy_paper_data_set_text (data, "family.name", asy_family_get_name (source->family->family));
  asy_paper_data_set_text (data, "family.address", address);
  fill_side (data, "earlier", earlier);
  fill_side (data, "later", later);
  asy_paper_data_set_number (data, "areas-better", comparison->n_better);
  asy_paper_data_set_number (data, "areas-worse", comparison->n_worse);
  asy_paper_data_set_number (data, "areas-same", comparison->n_same);
  fill_areas (data, source, comparison);
  _asy_paper_fill_trend (data, source, 2);
  fill_children (data, source, comparison);
  fill_goals (data, comparison);
  fill_texts (data, earlier, later);
  return data;
}
