/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-papers"

#include "config.h"

#include "law/asy-person-names.h"
#include "papers/asy-folder-axis-private.h"
#include "papers/asy-paper-fill-private.h"

/* Everything that happened with a family, in the words of paper. */

static const char *const kind_words[] = { "Wizyty", "Pisma", "Plan", "Oceny", "Osoby", "Sprawa", "Bezpieczeństwo" };

typedef struct {
  AsyDay day;
  guint kind;                   /* AsyFolderKinds */
  char *title;
  char *text;                   /* nullable */
} Event;

typedef struct {
  const AsyPaperSource *source;
  const AsyFolderOptions *options;
  GPtrArray *events;
} Axis;

static void
event_free (Event *event)
{
  g_free (event->title);
  g_free (event->text);
  g_free (event);
}

gboolean
_asy_folder_is_within (const AsyFolderOptions *options, AsyDay day)
{
  return (options->from == ASY_DAY_NONE || day >= options->from) && (options->until == ASY_DAY_NONE || day <= options->until);
}

char *
_asy_folder_dup_kinds (guint kinds)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if ((kinds & ASY_FOLDER_ALL) == ASY_FOLDER_ALL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if ((kinds & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", kind_words[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add (Axis *axis, AsyDay day, guint kind, const char *title, const char *text)
{
  Event *event;

  if (day == ASY_DAY_NONE || (axis->options->kinds & kind) == 0 || !_asy_folder_is_within (axis->options, day))
    return;
  event = g_new0 (Event, 1);
  event->day = day;
  event->kind = kind;
  event->title = g_strdup (title);
  event->text = g_strdup (text);
  g_ptr_array_add (axis->events, event);
}

static void
add_named (Axis *axis, AsyDay day, guint kind, const char *title, const char *name, const char *text)
{
  g_autofree char *both = name != NULL ? g_strdup_printf ("%s: %s", title, name) : g_strdup (title);

  add (axis, day, kind, both, text);
}

static void
add_visit (Axis *axis, const AsyVisitEntry *entry)
{
  AsyVisit *visit = entry->visit;
  const char *label = _asy_paper_label (axis->source, ASY_DICT_CONTACT, asy_visit_get_kind (visit));
  const gboolean is_missed = asy_visit_get_state (visit) == ASY_VISIT_STATE_MISSED;
  const char *reason = _asy_paper_label (axis->source, ASY_DICT_MISSED_REASON, asy_visit_get_missed_reason (visit));
  g_autofree char *title = g_strdup_printf ("%s%s%s", label, is_missed ? ", nieodbyta: " : "",
                                            is_missed && reason != NULL ? reason : "");
  g_autofree char *text = asy_visit_get_course (visit) != NULL
                            ? g_strdup_printf ("%s. %s", entry->worker_name, asy_visit_get_course (visit))
                            : g_strdup (entry->worker_name);

  if (asy_visit_get_state (visit) == ASY_VISIT_STATE_PLANNED)
    add_named (axis, asy_visit_get_day (visit), ASY_FOLDER_VISITS, "Zaplanowano", label, entry->worker_name);
  else
    add (axis, asy_visit_get_day (visit), ASY_FOLDER_VISITS, title, text);
}

static void
add_letters (Axis *axis)
{
  AsyFamilyFile *family = axis->source->family;

  for (guint i = 0; i < family->letters->len; i++)
    {
      AsyLetter *letter = family->letters->pdata[i];

      if (asy_letter_get_state (letter) != ASY_LETTER_STATE_DRAFT)
        add (axis, asy_letter_get_made_on (letter), ASY_FOLDER_LETTERS, asy_letter_get_title (letter), asy_letter_get_mark (letter));
    }
  for (guint i = 0; i < family->requests->len; i++)
    {
      AsyCourtRequest *request = family->requests->pdata[i];

      add_named (axis, asy_court_request_get_received_on (request), ASY_FOLDER_LETTERS, "Wpłynęło pismo sądu",
                 asy_court_request_get_signature (request), asy_court_request_get_questions (request));
      add_named (axis, asy_court_request_get_answered_on (request), ASY_FOLDER_LETTERS, "Odpowiedziano sądowi",
                 asy_court_request_get_signature (request), NULL);
    }
}

static void
add_work (Axis *axis)
{
  AsyFamilyFile *family = axis->source->family;

  for (guint i = 0; i < family->plans->len; i++)
    {
      AsyPlan *plan = family->plans->pdata[i];
      g_autofree char *name = g_strdup_printf ("nr %d, wersja %d", (int) asy_plan_get_number (plan), (int) asy_plan_get_version (plan));

      add_named (axis, asy_plan_get_agreed_on (plan), ASY_FOLDER_PLAN, "Uzgodniono plan pracy", name, asy_plan_get_main_goal (plan));
    }
  for (guint i = 0; i < family->assessments->len; i++)
    {
      AsyAssessment *assessment = family->assessments->pdata[i];
      g_autofree char *name = g_strdup_printf ("nr %d", (int) asy_assessment_get_number (assessment));

      add_named (axis, asy_assessment_get_made_on (assessment), ASY_FOLDER_ASSESSMENTS,
                 asy_assessment_get_kind (assessment) == ASY_ASSESSMENT_KIND_CLOSING ? "Ocena końcowa" : "Okresowa ocena", name,
                 asy_assessment_get_conclusion_note (assessment));
    }
}

/* By the name that was borne on that day, and with the age. */
static void
add_of_person (Axis *axis, AsyDay day, const char *what, AsyPerson *person, const char *text)
{
  g_autofree char *name = person != NULL ? asy_person_names_on (person, axis->source->family->names, day) : NULL;
  g_autofree char *age = person != NULL && day != ASY_DAY_NONE ? _asy_paper_dup_age (person, day) : NULL;
  g_autofree char *who = age != NULL && *age != '\0' ? g_strdup_printf ("%s (%s)", name, age) : g_steal_pointer (&name);

  add_named (axis, day, ASY_FOLDER_PEOPLE, what, who, text);
}

static void
add_name (Axis *axis, AsyPersonName *name)
{
  GPtrArray *names = axis->source->family->names;
  AsyPerson *person = asy_family_file_find_person (axis->source->family, asy_person_name_get_person_id (name));
  const AsyDay day = asy_person_name_get_changed_on (name);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (person == NULL || day == ASY_DAY_NONE)
    return;
  before = asy_person_names_on (person, names, day - 1);
  after = asy_person_names_on (person, names, day);
  add_named (axis, day, ASY_FOLDER_PEOPLE, "Zmiana nazwiska", before, after);
}

static void
add_people (Axis *axis)
{
  AsyFamilyFile *family = axis->source->family;

  for (guint i = 0; i < family->members->len; i++)
    {
      const AsyMemberEntry *entry = family->members->pdata[i];

      add_of_person (axis, asy_member_get_joined_on (entry->member), "W rodzinie od", entry->person, NULL);
      add_of_person (axis, asy_member_get_left_on (entry->member), "Opuścił(a) rodzinę", entry->person,
                     asy_member_get_left_reason (entry->member));
      add_of_person (axis, asy_member_get_whereabouts_since (entry->member), "Miejsce pobytu", entry->person,
                     _asy_paper_label (axis->source, ASY_DICT_WHEREABOUTS, asy_member_get_whereabouts (entry->member)));
    }
  for (guint i = 0; i < family->consents->len; i++)
    {
      AsyConsent *consent = family->consents->pdata[i];
      AsyPerson *person = asy_family_file_find_person (family, asy_consent_get_person_id (consent));
      const gboolean is_refusal = asy_consent_get_kind (consent) == ASY_CONSENT_KIND_REFUSAL;

      add_of_person (axis, asy_consent_get_given_on (consent), is_refusal ? "Odmowa zgody" : "Zgoda", person, NULL);
      add_of_person (axis, asy_consent_get_withdrawn_on (consent), "Zgoda cofnięta", person,
                     asy_consent_get_withdrawn_reason (consent));
    }
  for (guint i = 0; i < family->names->len; i++)
    add_name (axis, family->names->pdata[i]);
}

static void
add_case (Axis *axis, AsyCase *c)
{
  add (axis, asy_case_get_notice_on (c), ASY_FOLDER_CASE, "Zgłoszenie rodziny", asy_case_get_notice (c));
  add_named (axis, asy_case_get_interview_on (c), ASY_FOLDER_CASE, "Wywiad środowiskowy", asy_case_get_interview_by (c), NULL);
  add (axis, asy_case_get_analysis_on (c), ASY_FOLDER_CASE, "Analiza sytuacji rodziny", NULL);
  add_named (axis, asy_case_get_motion_on (c), ASY_FOLDER_CASE, "Wniosek o przydzielenie asystenta", asy_case_get_motion_by (c), NULL);
  add (axis, asy_case_get_waiting_since (c), ASY_FOLDER_CASE, "Lista oczekujących", NULL);
  add (axis, asy_case_get_refused_on (c), ASY_FOLDER_CASE, "Odmowa przydzielenia asystenta", asy_case_get_refused_reason (c));
  add (axis, asy_case_get_diagnosis_on (c), ASY_FOLDER_CASE, "Ukończono diagnozę", NULL);
  add_named (axis, asy_case_get_court_order_on (c), ASY_FOLDER_CASE, "Postanowienie sądu", asy_case_get_court_signature (c),
             asy_case_get_court_duty (c));
  add (axis, asy_case_get_suspended_from (c), ASY_FOLDER_CASE, "Zawieszono pracę", asy_case_get_suspended_reason (c));
  add (axis, asy_case_get_end_proposed_on (c), ASY_FOLDER_CASE, "Zaproponowano zakończenie pracy", NULL);
  add_named (axis, asy_case_get_ended_on (c), ASY_FOLDER_CASE, "Zakończono pracę",
             _asy_paper_label (axis->source, ASY_DICT_END_REASON, asy_case_get_end_reason (c)), asy_case_get_end_note (c));
  add (axis, asy_case_get_closed_on (c), ASY_FOLDER_CASE, "Zamknięto sprawę", NULL);
}

static void
add_course (Axis *axis)
{
  AsyFamilyFile *family = axis->source->family;

  for (guint i = 0; i < family->cases->len; i++)
    add_case (axis, family->cases->pdata[i]);
  for (guint i = 0; i < family->assignments->len; i++)
    {
      const AsyAssignmentEntry *entry = family->assignments->pdata[i];
      g_autofree char *name = asy_worker_dup_full_name (entry->worker);

      add_named (axis, asy_assignment_get_from_day (entry->assignment), ASY_FOLDER_CASE, "Przydzielono asystenta", name,
                 asy_assignment_get_note (entry->assignment));
    }
  for (guint i = 0; i < family->involvements->len; i++)
    add_named (axis, asy_involvement_get_from_day (family->involvements->pdata[i]), ASY_FOLDER_CASE, "Pracuje z rodziną",
               asy_family_file_get_involved (family, family->involvements->pdata[i]), asy_involvement_get_doing (family->involvements->pdata[i]));
  for (guint i = 0; i < family->skips->len; i++)
    add (axis, asy_step_skip_get_day (family->skips->pdata[i]), ASY_FOLDER_CASE, "Pominięto krok",
         asy_step_skip_get_reason (family->skips->pdata[i]));
  for (guint i = 0; i < family->cards->len; i++)
    add (axis, asy_monitoring_card_get_day (family->cards->pdata[i]), ASY_FOLDER_CASE, "Monitoring po zakończeniu pracy",
         asy_monitoring_card_get_children (family->cards->pdata[i]));
}

static void
add_safety (Axis *axis)
{
  AsyFamilyFile *family = axis->source->family;

  for (guint i = 0; i < family->interventions->len; i++)
    {
      AsyIntervention *intervention = family->interventions->pdata[i];

      add_named (axis, asy_intervention_get_day (intervention), ASY_FOLDER_SAFETY, "Zagrożenie dziecka",
                 asy_intervention_get_children (intervention), asy_intervention_get_seen (intervention));
      add (axis, asy_intervention_get_closed_on (intervention), ASY_FOLDER_SAFETY, "Zamknięto interwencję",
           asy_intervention_get_outcome (intervention));
    }
  for (guint i = 0; i < family->observations->len; i++)
    add_named (axis, asy_observation_get_day (family->observations->pdata[i]), ASY_FOLDER_SAFETY, "Wiadomość o dziecku",
               _asy_paper_label (axis->source, ASY_DICT_NOTICE_SOURCE, asy_observation_get_source (family->observations->pdata[i])),
               asy_observation_get_body (family->observations->pdata[i]));
  for (guint i = 0; i < family->warnings->len; i++)
    add (axis, asy_family_warning_get_from_day (family->warnings->pdata[i]), ASY_FOLDER_SAFETY, "Ostrzeżenie",
         asy_family_warning_get_reason (family->warnings->pdata[i]));
  for (guint i = 0; i < family->blue_cards->len; i++)
    {
      AsyBlueCard *card = family->blue_cards->pdata[i];

      add_named (axis, asy_blue_card_get_started_on (card), ASY_FOLDER_SAFETY, "Wszczęto procedurę Niebieskie Karty",
                 asy_blue_card_get_number (card), NULL);
      add (axis, asy_blue_card_get_ended_on (card), ASY_FOLDER_SAFETY, "Zakończono procedurę Niebieskie Karty",
           asy_blue_card_get_end_reason (card));
    }
  for (guint i = 0; i < family->blue_card_meetings->len; i++)
    add (axis, asy_blue_card_meeting_get_day (family->blue_card_meetings->pdata[i]), ASY_FOLDER_SAFETY,
         "Posiedzenie grupy diagnostyczno-pomocowej", asy_blue_card_meeting_get_note (family->blue_card_meetings->pdata[i]));
}

/* A stable sort: on one day in the order of the kinds. */
static int
compare_events (gconstpointer a, gconstpointer b)
{
  const Event *left = *(const Event *const *) a;
  const Event *right = *(const Event *const *) b;

  if (left->day != right->day)
    return left->day > right->day ? -1 : 1;
  return (int) left->kind - (int) right->kind;
}

void
_asy_folder_fill_axis (AsyPaperData *data, const AsyPaperSource *source, GPtrArray *visits, const AsyFolderOptions *options)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) event_free);
  Axis axis = { source, options, events };

  for (guint i = 0; i < visits->len; i++)
    add_visit (&axis, visits->pdata[i]);
  add_letters (&axis);
  add_work (&axis);
  add_people (&axis);
  add_course (&axis);
  add_safety (&axis);
  g_ptr_array_sort (events, compare_events);
  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = events->pdata[i];
      AsyPaperData *item = asy_paper_data_add_item (data, "events");

      asy_paper_data_set_day (item, "day", event->day);
      asy_paper_data_set_text (item, "kind", kind_words[g_bit_nth_lsf (event->kind, -1)]);
      asy_paper_data_set_text (item, "title", event->title);
      asy_paper_data_set_text (item, "text", event->text);
    }
}
