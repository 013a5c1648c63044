/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "base/asy-text.h"
#include "store/asy-opinion.h"

/*
 * The words of an opinion as the register proposes them: Polish, because they
 * go to paper. A line is a paragraph; one that begins with an en dash or a
 * number is an item of a list. Names stand in the nominative. A date ends in
 * `r.`, so that no full stop follows it.
 */

#define ITEM ASY_TEXT_EN_DASH " "

/* A section on its way: lines of text, and what they follow from. */
typedef struct {
  const AsyOpinionFacts *facts;
  GString *body;
  GString *source;
} Section;

static void
add_line (Section *section, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_line (Section *section, const char *format, ...)
{
  va_list args;

  if (section->body->len > 0)
    g_string_append_c (section->body, '\n');
  va_start (args, format);
  g_string_append_vprintf (section->body, format, args);
  va_end (args);
}

static void
add_source (Section *section, const char *source)
{
  if (source == NULL || g_strstr_len (section->source->str, -1, source) != NULL)
    return;
  if (section->source->len > 0)
    g_string_append (section->source, "; ");
  g_string_append (section->source, source);
}

/* Sources. */

static void
cite_register (Section *section)
{
  g_autofree char *date = asy_text_table_date (section->facts->today);
  g_autofree char *source = g_strdup_printf ("dane rodziny w rejestrze na dzień %s", date);

  add_source (section, source);
}

static void
cite_visits (Section *section)
{
  const AsyVisitTotals *visits = section->facts->visits;
  g_autofree char *first = asy_text_table_date (visits->first_on);
  g_autofree char *last = asy_text_table_date (visits->last_on);
  g_autofree char *source = NULL;

  if (visits->held == 0)
    return;
  source = g_strdup_printf ("%d %s, %s" ASY_TEXT_EN_DASH "%s", visits->held,
                            asy_text_plural (visits->held, "wizyta", "wizyty", "wizyt"), first, last);
  add_source (section, source);
}

static void
cite_plan (Section *section)
{
  g_autofree char *source = g_strdup_printf ("plan pracy z rodziną, wersja %d",
                                             (int) asy_plan_get_version (section->facts->plan->plan));

  add_source (section, source);
}

static void
cite_assessment (Section *section)
{
  AsyAssessment *assessment = section->facts->assessment->assessment;
  g_autofree char *date = asy_text_table_date (asy_assessment_get_made_on (assessment));
  g_autofree char *source = g_strdup_printf ("okresowa ocena nr %d z %s", (int) asy_assessment_get_number (assessment), date);

  add_source (section, source);
}

/* The family. */

static gboolean
is_present (const AsyMemberEntry *entry)
{
  return asy_member_get_left_on (entry->member) == ASY_DAY_NONE && asy_person_get_died_on (entry->person) == ASY_DAY_NONE;
}

static gboolean
is_child (Section *section, const AsyMemberEntry *entry)
{
  return is_present (entry) && asy_member_entry_is_child (entry, section->facts->today);
}

static gboolean
is_away_from_home (Section *section, const AsyMemberEntry *entry)
{
  const char *place = asy_member_get_whereabouts (entry->member);
  const char *group = asy_dictionary_get_detail (section->facts->dictionary, ASY_DICT_WHEREABOUTS, place);

  return place != NULL && g_strcmp0 (group, "home") != 0;
}

/* Whom the opinion is about is named in full; of other children the first name and the year. */
static char *
name_child (const AsyMemberEntry *entry)
{
  const AsyDay born = asy_person_get_birth_date (entry->person);

  if (asy_member_get_covered (entry->member))
    return asy_person_dup_full_name (entry->person);
  if (born == ASY_DAY_NONE)
    return g_strdup (asy_person_get_given_name (entry->person));
  return g_strdup_printf ("%s (ur. %d)", asy_person_get_given_name (entry->person), asy_day_get_year (born));
}

static void
write_whereabouts (Section *section, const AsyMemberEntry *entry)
{
  const AsyDay since = asy_member_get_whereabouts_since (entry->member);
  g_autofree char *name = name_child (entry);
  g_autofree char *date = asy_text_letter_date (since);

  add_line (section, ITEM "%s: %s%s%s;", name,
            asy_dictionary_get_label (section->facts->dictionary, ASY_DICT_WHEREABOUTS, asy_member_get_whereabouts (entry->member)),
            since != ASY_DAY_NONE ? ", od " : "", date);
}

static void
write_family (Section *section)
{
  GPtrArray *members = section->facts->family->members;
  int n_people = 0, n_children = 0, n_away = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (members, i);

      n_people += is_present (entry) ? 1 : 0;
      n_children += is_child (section, entry) ? 1 : 0;
      n_away += is_child (section, entry) && is_away_from_home (section, entry) ? 1 : 0;
    }
  if (n_people == 0)
    return;
  add_line (section, "Rodzina liczy %d %s, w tym %d %s.", n_people, asy_text_plural (n_people, "osobę", "osoby", "osób"),
            n_children, asy_text_plural (n_children, "dziecko", "dzieci", "dzieci"));
  cite_register (section);
  if (n_away == 0)
    return;
  add_line (section, "Poza domem rodzinnym %s:", asy_text_plural (n_away, "przebywa", "przebywają", "przebywa"));
  for (guint i = 0; i < members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (members, i);

      if (is_child (section, entry) && is_away_from_home (section, entry))
        write_whereabouts (section, entry);
    }
}

/* Sources and history. */

static void
write_documents (Section *section)
{
  const AsyOpinionFacts *facts = section->facts;
  g_autoptr (GString) documents = g_string_new (NULL);

  if (facts->plan != NULL && asy_plan_get_agreed_on (facts->plan->plan) != ASY_DAY_NONE)
    {
      g_autofree char *date = asy_text_letter_date (asy_plan_get_agreed_on (facts->plan->plan));

      g_string_append_printf (documents, "plan pracy z rodziną z dnia %s (wersja %d)", date,
                              (int) asy_plan_get_version (facts->plan->plan));
    }
  if (facts->assessment != NULL)
    {
      g_autofree char *date = asy_text_letter_date (asy_assessment_get_made_on (facts->assessment->assessment));

      g_string_append_printf (documents, "%sokresowa ocena sytuacji rodziny z dnia %s", documents->len > 0 ? "; " : "", date);
    }
  if (documents->len > 0)
    add_line (section, ITEM "dokumenty: %s;", documents->str);
}

static void
write_sources (Section *section)
{
  const AsyVisitTotals *visits = section->facts->visits;
  g_autofree char *first = asy_text_letter_date (visits->first_on);
  g_autofree char *last = asy_text_letter_date (visits->last_on);

  if (visits->held > 0)
    {
      add_line (section, ITEM "wizyty asystenta rodziny: %d, w tym w miejscu zamieszkania rodziny: %d, w okresie od %s do %s;",
                visits->held, visits->at_home, first, last);
      add_line (section, ITEM "rozmowy z członkami rodziny i obserwacja podczas wizyt;");
      cite_visits (section);
    }
  write_documents (section);
  if (section->facts->plan != NULL)
    cite_plan (section);
  if (section->facts->assessment != NULL)
    cite_assessment (section);
}

static void
write_basis (Section *section, AsyCase *case_file)
{
  const AsyDay order_on = asy_case_get_court_order_on (case_file);
  const AsyDay motion_on = asy_case_get_motion_on (case_file);
  g_autofree char *order = asy_text_letter_date (order_on);
  g_autofree char *motion = asy_text_letter_date (motion_on);

  if (order_on != ASY_DAY_NONE)
    add_line (section, "Podstawa pracy z rodziną: postanowienie Sądu z dnia %s%s%s", order,
              asy_case_get_court_signature (case_file) != NULL ? ", sygn. akt " : "",
              asy_case_get_court_signature (case_file) != NULL ? asy_case_get_court_signature (case_file) : "");
  else if (motion_on != ASY_DAY_NONE)
    add_line (section, "Podstawa pracy z rodziną: wniosek pracownika socjalnego z dnia %s", motion);
}

static void
write_assistants (Section *section)
{
  GPtrArray *assignments = section->facts->family->assignments;

  /* The list is newest first; paper tells it as it went. */
  for (guint i = assignments->len; i > 0; i--)
    {
      const AsyAssignmentEntry *entry = g_ptr_array_index (assignments, i - 1);
      const AsyDay until = asy_assignment_get_until_day (entry->assignment);
      g_autofree char *name = asy_worker_dup_full_name (entry->worker);
      g_autofree char *from_date = asy_text_letter_date (asy_assignment_get_from_day (entry->assignment));
      g_autofree char *until_date = asy_text_letter_date (until);

      add_line (section, "Asystent rodziny: %s, od %s%s%s", name, from_date, until != ASY_DAY_NONE ? " do " : "", until_date);
    }
}

static void
write_history (Section *section)
{
  const AsyOpinionFacts *facts = section->facts;
  AsyCase *case_file = facts->family->current;

  /* The family's file is that of the newest case; an older one is not told by it. */
  if (case_file == NULL ||
      asy_record_get_id (ASY_RECORD (case_file)) != asy_court_request_get_case_file_id (facts->request))
    return;
  write_basis (section, case_file);
  write_assistants (section);
  cite_register (section);
  if (facts->visits->held + facts->visits->missed > 0)
    {
      add_line (section, "Wizyty odbyte: %d; wizyty, które się nie odbyły: %d.", facts->visits->held, facts->visits->missed);
      cite_visits (section);
    }
  if (facts->plan != NULL && asy_plan_get_agreed_on (facts->plan->plan) != ASY_DAY_NONE)
    {
      g_autofree char *date = asy_text_letter_date (asy_plan_get_agreed_on (facts->plan->plan));

      add_line (section, "Plan pracy z rodziną uzgodniono dnia %s (wersja %d).", date,
                (int) asy_plan_get_version (facts->plan->plan));
      cite_plan (section);
    }
  if (facts->assessment != NULL)
    {
      g_autofree char *date = asy_text_letter_date (asy_assessment_get_made_on (facts->assessment->assessment));

      add_line (section, "Ostatnią okresową ocenę sytuacji rodziny sporządzono dnia %s", date);
      cite_assessment (section);
    }
}

/* What the last assessment says, by areas of work and by children. */

static const char *
name_level (gint64 level)
{
  static const char *const names[] = { "brak trudności", "niewielkie trudności", "umiarkowane trudności",
                                       "znaczne trudności", "krytyczne trudności, zagrożenie" };

  return level >= 0 && level < (gint64) G_N_ELEMENTS (names) ? names[level] : NULL;
}

static void
write_area (Section *section, AsyAssessmentArea *area)
{
  const char *now = name_level (asy_assessment_area_get_now (area));
  const char *at_start = name_level (asy_assessment_area_get_at_start (area));
  const char *note = asy_assessment_area_get_note (area);
  g_autofree char *before = NULL;

  if (now == NULL && note == NULL)
    return;
  if (at_start != NULL && now != NULL && at_start != now)
    before = g_strdup_printf (" (na początku pracy: %s)", at_start);
  add_line (section, "%s: %s%s%s%s%s",
            asy_dictionary_get_label (section->facts->dictionary, ASY_DICT_WORK_AREA, asy_assessment_area_get_area (area)),
            now != NULL ? now : "", before != NULL ? before : "", now != NULL ? "." : "", now != NULL && note != NULL ? " " : "",
            note != NULL ? note : "");
  cite_assessment (section);
}

static void
write_areas (Section *section, const char *const *codes)
{
  AsyAssessmentFile *assessment = section->facts->assessment;

  for (guint i = 0; assessment != NULL && i < assessment->areas->len; i++)
    {
      AsyAssessmentArea *area = g_ptr_array_index (assessment->areas, i);

      if (g_strv_contains (codes, asy_assessment_area_get_area (area)))
        write_area (section, area);
    }
}

/* A text of the assessment as it stands there, under a name of its own. */
static void
quote (Section *section, const char *heading, const char *text)
{
  if (text == NULL)
    return;
  if (heading != NULL)
    add_line (section, "%s: %s", heading, text);
  else
    add_line (section, "%s", text);
  cite_assessment (section);
}

typedef const char *(*ReadChild) (AsyAssessmentChild *child);

static const char *
read_health (AsyAssessmentChild *child)
{
  return asy_assessment_child_get_health (child);
}

static const char *
read_school (AsyAssessmentChild *child)
{
  return asy_assessment_child_get_school (child);
}

static const char *
read_development (AsyAssessmentChild *child)
{
  return asy_assessment_child_get_development (child);
}

static const AsyMemberEntry *
find_member (Section *section, gint64 person_id)
{
  GPtrArray *members = section->facts->family->members;

  for (guint i = 0; i < members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (members, i);

      if (asy_record_get_id (ASY_RECORD (entry->person)) == person_id)
        return entry;
    }
  return NULL;
}

static void
write_children (Section *section, ReadChild read_child)
{
  AsyAssessmentFile *assessment = section->facts->assessment;

  for (guint i = 0; assessment != NULL && i < assessment->children->len; i++)
    {
      AsyAssessmentChild *child = g_ptr_array_index (assessment->children, i);
      const AsyMemberEntry *entry = find_member (section, asy_assessment_child_get_person_id (child));
      g_autofree char *name = entry != NULL ? name_child (entry) : NULL;

      if (entry != NULL && read_child (child) != NULL)
        quote (section, name, read_child (child));
    }
}

static void
write_upbringing (Section *section)
{
  static const char *const areas[] = { "O1", "O10", "O11", NULL };

  write_areas (section, areas);
  write_children (section, read_development);
  if (section->facts->assessment != NULL)
    quote (section, "Ryzyka dla dzieci", asy_assessment_get_risks (section->facts->assessment->assessment));
}

static void
write_living (Section *section)
{
  static const char *const areas[] = { "O4", "O5", "O6", "O7", "O12", NULL };

  write_areas (section, areas);
}

/* Until the first assessment the school is known from the family's card. */
static void
write_education (Section *section)
{
  static const char *const areas[] = { "O2", NULL };
  GPtrArray *members = section->facts->family->members;

  write_children (section, read_school);
  write_areas (section, areas);
  for (guint i = 0; section->facts->assessment == NULL && i < members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (members, i);
      g_autofree char *name = name_child (entry);

      if (!is_child (section, entry) || asy_member_get_school (entry->member) == NULL)
        continue;
      add_line (section, "%s: %s", name, asy_member_get_school (entry->member));
      cite_register (section);
    }
}

static void
write_contacts (Section *section)
{
  static const char *const areas[] = { "O9", NULL };

  write_areas (section, areas);
  if (section->facts->assessment != NULL)
    quote (section, "Współpraca z instytucjami", asy_assessment_get_institutions (section->facts->assessment->assessment));
}

static const char *
name_cooperation (gint64 degree)
{
  static const char *const names[] = { NULL, "odmowa współpracy", "współpraca pozorna", "współpraca zmienna",
                                       "współpraca dobra", "współpraca samodzielna" };

  return degree >= 0 && degree < (gint64) G_N_ELEMENTS (names) ? names[degree] : NULL;
}

static void
write_attitude (Section *section)
{
  AsyAssessment *assessment;

  if (section->facts->assessment == NULL)
    return;
  assessment = section->facts->assessment->assessment;
  quote (section, "Współpraca z asystentem", name_cooperation (asy_assessment_get_cooperation (assessment)));
  quote (section, NULL, asy_assessment_get_cooperation_note (assessment));
  quote (section, "Stanowisko rodziny", asy_assessment_get_family_view (assessment));
}

static void
write_help (Section *section)
{
  if (section->facts->assessment != NULL)
    quote (section, NULL, asy_assessment_get_help_given (section->facts->assessment->assessment));
}

static void
write_health (Section *section)
{
  static const char *const areas[] = { "O3", NULL };

  write_children (section, read_health);
  write_areas (section, areas);
}

static void
write_relations (Section *section)
{
  static const char *const areas[] = { "O8", "O13", NULL };

  write_areas (section, areas);
  if (section->facts->assessment != NULL)
    quote (section, "Zdanie dziecka", asy_assessment_get_child_voice (section->facts->assessment->assessment));
}

/* The plan. */

static gboolean
is_late (AsyTask *task, AsyDay today)
{
  const AsyTaskStatus status = asy_task_get_status (task);
  const AsyDay until = asy_task_get_until_day (task);

  return (status == ASY_TASK_STATUS_PLANNED || status == ASY_TASK_STATUS_IN_PROGRESS) && until != ASY_DAY_NONE && until < today;
}

static void
write_plan (Section *section)
{
  AsyPlanFile *plan = section->facts->plan;
  int n_tasks = 0, n_done = 0, n_late = 0;

  if (plan == NULL || asy_plan_get_agreed_on (plan->plan) == ASY_DAY_NONE)
    return;
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      AsyTask *task = g_ptr_array_index (plan->tasks, i);

      n_tasks += asy_task_get_status (task) != ASY_TASK_STATUS_DROPPED ? 1 : 0;
      n_done += asy_task_get_status (task) == ASY_TASK_STATUS_DONE ? 1 : 0;
      n_late += is_late (task, section->facts->today) ? 1 : 0;
    }
  add_line (section, "Plan obejmuje %u %s i %d %s. Zadania wykonane: %d; po terminie: %d.", plan->goals->len,
            asy_text_plural (plan->goals->len, "cel", "cele", "celów"), n_tasks,
            asy_text_plural (n_tasks, "zadanie", "zadania", "zadań"), n_done, n_late);
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      AsyTask *task = g_ptr_array_index (plan->tasks, i);
      g_autofree char *date = asy_text_letter_date (asy_task_get_until_day (task));

      if (is_late (task, section->facts->today))
        add_line (section, ITEM "po terminie (%s): %s;", date, asy_task_get_what (task));
    }
  cite_plan (section);
}

/* The court's questions, each in a line of its own with room for the answer. */
static void
write_answers (Section *section)
{
  const char *questions = asy_court_request_get_questions (section->facts->request);
  g_auto (GStrv) lines = NULL;
  int number = 0;

  if (questions == NULL)
    return;
  lines = g_strsplit (questions, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *question = asy_text_squash (lines[i]);
      const char *text = question;

      /* A number that the court gave is not given twice. */
      while (g_ascii_isdigit (*text))
        text++;
      text = text > question && (*text == '.' || *text == ')') ? text + 1 : question;
      while (*text == ' ')
        text++;
      if (*text != '\0')
        add_line (section, "%d. %s", ++number, text);
    }
  if (number > 0)
    {
      g_autofree char *date = asy_text_table_date (asy_court_request_get_letter_on (section->facts->request));
      g_autofree char *source = *date != '\0' ? g_strdup_printf ("pismo Sądu z %s", date) : g_strdup ("pismo Sądu");

      add_source (section, source);
    }
}

/* Findings and conclusions are the assistant's own. */
static void
write_nothing (Section *section)
{
}

static const struct {
  const char *key;
  void (*write) (Section *section);
} writers[] = {
  { ASY_SECTION_SOURCES, write_sources },
  { ASY_SECTION_FAMILY, write_family },
  { ASY_SECTION_HISTORY, write_history },
  { ASY_SECTION_UPBRINGING, write_upbringing },
  { ASY_SECTION_LIVING, write_living },
  { ASY_SECTION_EDUCATION, write_education },
  { ASY_SECTION_CONTACTS, write_contacts },
  { ASY_SECTION_ATTITUDE, write_attitude },
  { ASY_SECTION_HELP, write_help },
  { ASY_SECTION_HEALTH, write_health },
  { ASY_SECTION_RELATIONS, write_relations },
  { ASY_SECTION_PLAN, write_plan },
  { ASY_SECTION_ANSWERS, write_answers },
  { ASY_SECTION_FACTS, write_nothing },
  { ASY_SECTION_CONCLUSIONS, write_nothing },
};

GPtrArray *
asy_opinion_prefill (const AsyOpinionFacts *facts)
{
  GPtrArray *sections = asy_record_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GString) body = g_string_new (NULL);
      g_autoptr (GString) source = g_string_new (NULL);
      Section section = { facts, body, source };
      AsyLetterSection *record = asy_letter_section_new ();

      writers[i].write (&section);
      asy_letter_section_set_key (record, writers[i].key);
      asy_letter_section_set_position (record, (gint64) i + 1);
      asy_letter_section_set_body (record, body->str);
      asy_letter_section_set_source (record, source->str);
      g_ptr_array_add (sections, record);
    }
  return sections;
}
