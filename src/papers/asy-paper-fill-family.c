/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-papers"

#include "config.h"

#include "base/asy-text.h"
#include "papers/asy-paper-fill-private.h"

/* Papers that begin in a family. Each template takes what it declares of what
 * is told here; what the register does not know stays unset, and the template
 * leaves a line for it or a section to be written. */

static void
add_child (AsyPaperData *data, const AsyPaperSource *source, const AsyMemberEntry *entry)
{
  AsyPaperData *item = asy_paper_data_add_item (data, "children");
  const AsyDay born = asy_person_get_birth_date (entry->person);
  g_autofree char *name = asy_person_dup_full_name (entry->person);
  g_autofree char *birth = born != ASY_DAY_NONE ? asy_text_table_date (born) : NULL;
  g_autofree char *age = _asy_paper_dup_age (entry->person, source->today);
  g_autofree char *stay = _asy_paper_dup_stay (source, entry->member);

  asy_paper_data_set_text (item, "name", name);
  asy_paper_data_set_text (item, "birth", birth);
  asy_paper_data_set_text (item, "age", age);
  asy_paper_data_set_text (item, "stay", stay);
  asy_paper_data_set_text (item, "school", asy_member_get_school (entry->member));
}

static void
add_parent (AsyPaperData *data, const AsyPaperSource *source, const AsyMemberEntry *entry)
{
  AsyPaperData *item = asy_paper_data_add_item (data, "parents");
  const AsyDay born = asy_person_get_birth_date (entry->person);
  g_autofree char *name = asy_person_dup_full_name (entry->person);
  g_autofree char *birth = born != ASY_DAY_NONE ? asy_text_table_date (born) : NULL;

  asy_paper_data_set_text (item, "name", name);
  asy_paper_data_set_text (item, "birth", birth);
  asy_paper_data_set_text (item, "relation", _asy_paper_label (source, ASY_DICT_MEMBER_ROLE, asy_member_get_role (entry->member)));
  asy_paper_data_set_text (item, "authority", _asy_paper_label (source, ASY_DICT_AUTHORITY, asy_member_get_authority (entry->member)));
  asy_paper_data_set_text (item, "phone", asy_person_get_phone (entry->person));
}

/* Only those whom the work covers: the others are no business of these papers. */
static void
fill_people (AsyPaperData *data, const AsyPaperSource *source)
{
  for (guint i = 0; i < source->family->members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (source->family->members, i);

      if (!_asy_paper_is_here (entry) || !asy_member_get_covered (entry->member))
        continue;
      if (asy_member_entry_is_child (entry, source->today))
        add_child (data, source, entry);
      else
        add_parent (data, source, entry);
    }
}

/* The court of the case; before there is one, that of the office. */
static void
fill_court_of_case (AsyPaperData *data, const AsyPaperSource *source)
{
  AsyCase *current = source->family->current;
  AsyCourt *court = NULL;

  if (current != NULL)
    {
      court = asy_family_file_find_court (source->family, asy_case_get_court_id (current));
      asy_paper_data_set_text (data, "court.signature", asy_case_get_court_signature (current));
      asy_paper_data_set_day (data, "court.order-date", asy_case_get_court_order_on (current));
      asy_paper_data_set_text (data, "court.duty", asy_case_get_court_duty (current));
      asy_paper_data_set_text (data, "court.officer", asy_case_get_court_officer (current));
    }
  if (court == NULL)
    court = asy_office_file_find_court (source->office, asy_office_get_default_court_id (source->office->office));
  _asy_paper_fill_court_itself (data, court);
  if (source->letter->request != NULL)
    _asy_paper_fill_court (data, source->letter);
}

static void
fill_case (AsyPaperData *data, AsyCase *current)
{
  asy_paper_data_set_text (data, "social-worker.name", asy_case_get_social_worker (current));
  asy_paper_data_set_text (data, "foster-coordinator.name", asy_case_get_care_coordinator (current));
}

static void
fill_family (AsyPaperData *data, const AsyPaperSource *source)
{
  g_autofree char *address = asy_family_dup_address (source->family->family);
  g_autofree char *subject = _asy_paper_dup_subject (source);
  g_autofree char *assistant = source->letter->author != NULL ? asy_worker_dup_full_name (source->letter->author) : NULL;

  asy_paper_data_set_text (data, "subject", subject);
  asy_paper_data_set_text (data, "family.name", asy_family_get_name (source->family->family));
  asy_paper_data_set_text (data, "family.address", address);
  asy_paper_data_set_text (data, "assistant.name", assistant);
  fill_people (data, source);
  _asy_paper_fill_members (data, source);
  _asy_paper_fill_adults (data, source);
  fill_court_of_case (data, source);
  if (source->family->current != NULL)
    fill_case (data, source->family->current);
}

static void
fill_work (AsyPaperData *data, const AsyPaperSource *source)
{
  asy_paper_data_set_day (data, "cooperation.since", _asy_paper_first_assignment (source->family));
  asy_paper_data_set_text (data, "cooperation.basis", _asy_paper_basis_of_work (source->family));
  _asy_paper_fill_documents (data, source);
  _asy_paper_fill_plan (data, source);
  if (source->assessment != NULL)
    asy_paper_data_set_text (data, "help", asy_assessment_get_help_given (source->assessment->assessment));
}

static void
fill_plan_paper (AsyPaperData *data, const AsyPaperSource *source)
{
  _asy_paper_fill_basis (data, source->office->office, "art. 15 ust. 1 pkt 1 i ust. 3", "");
  if (source->plan != NULL)
    _asy_paper_fill_plan_itself (data, source);
}

static void
fill_annex (AsyPaperData *data, const AsyPaperSource *source)
{
  _asy_paper_fill_basis (data, source->office->office, "art. 15 ust. 1 pkt 1 i ust. 3", "");
  if (source->plan != NULL)
    _asy_paper_fill_annex (data, source);
}

/* Papers for the court. */

/* The report before this one ends where this one begins. */
static AsyDay
find_report_start (const AsyPaperSource *source)
{
  AsyLetter *letter = source->letter->letter;
  const gint64 id = asy_record_get_id (ASY_RECORD (letter));

  for (guint i = 0; i < source->family->letters->len; i++)
    {
      AsyLetter *other = g_ptr_array_index (source->family->letters, i);

      if (asy_record_get_id (ASY_RECORD (other)) != id && asy_letter_get_state (other) != ASY_LETTER_STATE_DRAFT &&
          asy_letter_get_case_file_id (other) == asy_letter_get_case_file_id (letter) &&
          g_strcmp0 (asy_letter_get_kind (other), ASY_LETTER_KIND_COURT_REPORT) == 0 &&
          asy_letter_get_made_on (other) <= asy_letter_get_made_on (letter))
        return asy_letter_get_made_on (other);
    }
  return _asy_paper_first_assignment (source->family);
}

static void
fill_report (AsyPaperData *data, const AsyPaperSource *source)
{
  const AsyDay day = asy_letter_get_made_on (source->letter->letter);
  const AsyDay from = find_report_start (source);
  const gint64 months = source->family->current != NULL ? asy_case_get_court_report_months (source->family->current) : 0;

  fill_work (data, source);
  _asy_paper_fill_basis (data, source->office->office,
                         "art. 109 § 2 pkt 1 i § 4 Kodeksu rodzinnego i opiekuńczego oraz art. 15 ust. 1", "");
  if (from <= day)
    asy_paper_data_set_day (data, "period.from", from);
  asy_paper_data_set_day (data, "period.to", day);
  if (months > 0)
    asy_paper_data_set_day (data, "next.date", asy_day_add_months (day, (int) months));
}

/* The notice of a threat to a child. */

static AsyIntervention *
find_intervention (const AsyPaperSource *source)
{
  const gint64 id = asy_letter_get_intervention_id (source->letter->letter);

  for (guint i = 0; i < source->family->interventions->len; i++)
    if (asy_record_get_id (source->family->interventions->pdata[i]) == id)
      return source->family->interventions->pdata[i];
  return NULL;
}

static const struct {
  const char *who;
  guint on, note;
} told_fields[] = {
  { "112 lub policja", ASY_INTERVENTION_EMERGENCY_ON, ASY_INTERVENTION_EMERGENCY_NOTE },
  { "pracownik socjalny", ASY_INTERVENTION_SOCIAL_WORKER_ON, ASY_INTERVENTION_SOCIAL_WORKER_NOTE },
  { "sąd opiekuńczy", ASY_INTERVENTION_COURT_ON, ASY_INTERVENTION_COURT_NOTE },
  { "Niebieska Karta – A", ASY_INTERVENTION_BLUE_CARD_ON, ASY_INTERVENTION_BLUE_CARD_NOTE },
  { "inni", ASY_INTERVENTION_OTHER_ON, ASY_INTERVENTION_OTHER_NOTE },
};

static void
fill_told (AsyPaperData *data, AsyIntervention *intervention)
{
  for (gsize i = 0; i < G_N_ELEMENTS (told_fields); i++)
    {
      const AsyDay on = (AsyDay) asy_record_get_int (ASY_RECORD (intervention), told_fields[i].on);
      AsyPaperData *item;

      if (on == ASY_DAY_NONE)
        continue;
      item = asy_paper_data_add_item (data, "told");
      asy_paper_data_set_text (item, "who", told_fields[i].who);
      asy_paper_data_set_day (item, "day", on);
      asy_paper_data_set_text (item, "note", asy_record_get_text (ASY_RECORD (intervention), told_fields[i].note));
    }
}

char *
_asy_paper_dup_told (AsyIntervention *intervention)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (told_fields); i++)
    {
      const AsyDay on = (AsyDay) asy_record_get_int (ASY_RECORD (intervention), told_fields[i].on);
      g_autofree char *day = on != ASY_DAY_NONE ? asy_text_table_date (on) : NULL;

      if (day != NULL)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", told_fields[i].who, day);
    }
  return g_string_free (text, FALSE);
}

/* Who said it, when it was not the assistant who saw it. */
static char *
dup_informant (const AsyPaperSource *source, AsyIntervention *intervention)
{
  const gint64 id = asy_intervention_get_observation_id (intervention);

  for (guint i = 0; id != 0 && i < source->family->observations->len; i++)
    {
      AsyObservation *observation = source->family->observations->pdata[i];
      const char *by = asy_observation_get_said_by (observation);
      const char *kind = _asy_paper_label (source, ASY_DICT_NOTICE_SOURCE, asy_observation_get_source (observation));

      if (asy_record_get_id (ASY_RECORD (observation)) == id)
        return by != NULL ? g_strdup_printf ("%s: %s", kind, by) : g_strdup (kind);
    }
  return asy_intervention_get_visit_id (intervention) != 0 ? g_strdup ("Wizyta asystenta rodziny u rodziny.") : NULL;
}

/* Only the children that were threatened, when it is known which. */
static gboolean
is_concerned (AsyIntervention *intervention, const AsyPaperSource *source, const AsyMemberEntry *entry)
{
  const char *children = asy_intervention_get_children (intervention);
  g_autofree char *name = asy_person_dup_full_name (entry->person);
  g_auto (GStrv) names = g_strsplit (children, ", ", -1);

  return _asy_paper_is_here (entry) && asy_member_entry_is_child (entry, source->today) &&
         g_strv_contains ((const char *const *) names, name);
}

static void
narrow_children (AsyPaperData *data, const AsyPaperSource *source, AsyIntervention *intervention)
{
  gboolean has_begun = FALSE;

  for (guint i = 0; asy_intervention_get_children (intervention) != NULL && i < source->family->members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (source->family->members, i);

      if (!is_concerned (intervention, source, entry))
        continue;
      if (!has_begun)
        asy_paper_data_remove (data, "children");
      has_begun = TRUE;
      add_child (data, source, entry);
    }
}

static void
fill_notice (AsyPaperData *data, const AsyPaperSource *source)
{
  AsyIntervention *intervention = find_intervention (source);
  g_autofree char *informant = NULL;

  fill_work (data, source);
  if (intervention == NULL)
    return;
  informant = dup_informant (source, intervention);
  asy_paper_data_set_day (data, "event.day", asy_intervention_get_day (intervention));
  if (asy_intervention_get_start_minute (intervention) >= 0)
    asy_paper_data_set_number (data, "event.time", asy_intervention_get_start_minute (intervention));
  asy_paper_data_set_text (data, "event.place", asy_intervention_get_place (intervention));
  asy_paper_data_set_text (data, "event.seen", asy_intervention_get_seen (intervention));
  asy_paper_data_set_text (data, "event.source", informant);
  asy_paper_data_set_text (data, "event.done", asy_intervention_get_done (intervention));
  fill_told (data, intervention);
  narrow_children (data, source, intervention);
}

static const struct
{
  const char *kind;
  void (*fill) (AsyPaperData *data, const AsyPaperSource *source);
} fillings[] = {
  { ASY_LETTER_KIND_PLAN, fill_plan_paper },
  { ASY_LETTER_KIND_ANNEX, fill_annex },
  { ASY_LETTER_KIND_COURT_REPORT, fill_report },
  { ASY_LETTER_KIND_COURT_NOTICE, fill_notice },
};

AsyPaperData *
_asy_paper_fill_family (const AsyPaperSource *source)
{
  AsyPaperData *data = asy_paper_data_new ();
  const char *kind = asy_paper_source_get_kind (source);

  _asy_paper_fill_letter (data, source);
  _asy_paper_fill_author (data, source->letter->author);
  _asy_paper_fill_head (data, source->office->office);
  if (source->family == NULL)
    return data;
  fill_family (data, source);
  for (gsize i = 0; i < G_N_ELEMENTS (fillings); i++)
    if (g_strcmp0 (fillings[i].kind, kind) == 0)
      {
        fillings[i].fill (data, source);
        return data;
      }
  if (kind != NULL && !g_str_equal (kind, ASY_LETTER_KIND_COURT_REPLY))
    _asy_paper_fill_course (data, source);
  return data;
}
