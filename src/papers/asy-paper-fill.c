/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-papers"

#include "config.h"

#include "base/asy-calendar-pl.h"
#include "base/asy-names.h"
#include "base/asy-text.h"
#include "law/asy-deadline.h"
#include "papers/asy-paper-fill-private.h"

/* Words of papers are Polish whatever the window speaks, in the wording of
 * the office's dictionaries where there is one. */

#define ACT "ustawy z dnia 9 czerwca 2011 r. o wspieraniu rodziny i systemie pieczy zastępczej"
#define DEFAULT_PUBLISHED "Dz.U. 2025 poz. 49"

static const char *const goal_words[] = { "nierozpoczęty", "w trakcie", "częściowo", "zrealizowany", "niezrealizowany", "zaniechany" };
static const char *const level_words[] = { "brak trudności", "niewielkie", "umiarkowane", "znaczne", "krytyczne" };
static const char *const cooperation_words[] = { "", "odmowa", "pozorna", "zmienna", "dobra", "samodzielna" };

static const char *
word_of (const char *const *words, gsize n_words, gint64 code)
{
  return code >= 0 && (gsize) code < n_words ? words[code] : NULL;
}

const char *
_asy_paper_goal_word (AsyGoalStatus status)
{
  return word_of (goal_words, G_N_ELEMENTS (goal_words), status);
}

const char *
_asy_paper_cooperation_word (gint64 degree)
{
  return word_of (cooperation_words, G_N_ELEMENTS (cooperation_words), degree);
}

const char *
_asy_paper_level_word (gint64 level)
{
  return word_of (level_words, G_N_ELEMENTS (level_words), level);
}

static char *
join (const char *separator, const char *left, const char *right)
{
  if (left == NULL || right == NULL)
    return g_strdup (left != NULL ? left : right);
  return g_strconcat (left, separator, right, NULL);
}

static char *
dup_address (const char *street, const char *postcode, const char *city, const char *separator)
{
  g_autofree char *town = join (" ", postcode, city);

  return join (separator, street, town);
}

const char *
_asy_paper_label (const AsyPaperSource *source, const char *kind, const char *code)
{
  return code != NULL ? asy_dictionary_get_label (source->office->dictionary, kind, code) : NULL;
}

static void
fill_office (AsyPaperData *data, AsyOffice *office)
{
  g_autofree char *address = dup_address (asy_office_get_street (office), asy_office_get_postcode (office),
                                          asy_office_get_city (office), ", ");
  const char *place = asy_office_get_place_line (office);

  asy_paper_data_set_bool (data, "demo", asy_office_get_demo (office));
  asy_paper_data_set_text (data, "office.name", asy_office_get_name (office));
  asy_paper_data_set_text (data, "office.unit", asy_office_get_team_name (office));
  asy_paper_data_set_text (data, "office.address", address);
  asy_paper_data_set_text (data, "office.phone", asy_office_get_phone (office));
  asy_paper_data_set_text (data, "office.email", asy_office_get_email (office));
  asy_paper_data_set_text (data, "office.edelivery", asy_office_get_e_delivery (office));
  asy_paper_data_set_text (data, "office.place", place != NULL ? place : asy_office_get_city (office));
}

/* The Act with its place of publication, which the office keeps up to date. */
void
_asy_paper_fill_basis (AsyPaperData *data, AsyOffice *office, const char *articles, const char *more)
{
  const char *published = asy_office_get_legal_basis (office);
  g_autofree char *basis = g_strdup_printf ("%s " ACT " (%s)%s", articles, published != NULL ? published : DEFAULT_PUBLISHED, more);

  asy_paper_data_set_text (data, "law.basis", basis);
}

static void
fill_sections (AsyPaperData *data, const AsyLetterFile *file)
{
  for (guint i = 0; i < file->sections->len; i++)
    {
      AsyLetterSection *section = g_ptr_array_index (file->sections, i);
      g_autofree char *body = g_strdup_printf ("section.%s.body", asy_letter_section_get_key (section));
      g_autofree char *source = g_strdup_printf ("section.%s.source", asy_letter_section_get_key (section));

      asy_paper_data_set_text (data, body, asy_letter_section_get_body (section));
      asy_paper_data_set_text (data, source, asy_letter_section_get_source (section));
    }
}

void
_asy_paper_fill_letter (AsyPaperData *data, const AsyPaperSource *source)
{
  AsyLetter *letter = source->letter->letter;

  fill_office (data, source->office->office);
  asy_paper_data_set_bool (data, "print-sources", asy_letter_get_sources_shown (letter));
  asy_paper_data_set_text (data, "audit.head", source->audit_head);
  asy_paper_data_set_day (data, "paper.date", asy_letter_get_made_on (letter));
  asy_paper_data_set_text (data, "case.mark", asy_letter_get_mark (letter));
  fill_sections (data, source->letter);
}

void
_asy_paper_fill_head (AsyPaperData *data, AsyOffice *office)
{
  asy_paper_data_set_text (data, "head.name", asy_office_get_head_name (office));
  asy_paper_data_set_text (data, "head.position",
                           asy_office_get_head_title (office) != NULL ? asy_office_get_head_title (office) : "kierownik");
}

static const char *
position_of (AsyWorker *worker)
{
  const char *position = worker != NULL ? asy_worker_get_position (worker) : NULL;

  return position != NULL ? position : "asystent rodziny";
}

void
_asy_paper_fill_author (AsyPaperData *data, AsyWorker *author)
{
  g_autofree char *name = author != NULL ? asy_worker_dup_full_name (author) : NULL;

  asy_paper_data_set_text (data, "author.name", name);
  asy_paper_data_set_text (data, "author.position", position_of (author));
}

void
_asy_paper_fill_court_itself (AsyPaperData *data, AsyCourt *court)
{
  g_autofree char *address = NULL;

  if (court == NULL)
    return;
  address = dup_address (asy_court_get_street (court), asy_court_get_postcode (court), asy_court_get_city (court), "\n");
  asy_paper_data_set_text (data, "court.name", asy_court_get_name (court));
  asy_paper_data_set_text (data, "court.division", asy_court_get_division (court));
  asy_paper_data_set_text (data, "court.address", address);
}

void
_asy_paper_fill_court (AsyPaperData *data, const AsyLetterFile *file)
{
  _asy_paper_fill_court_itself (data, file->court);
  if (file->request == NULL)
    return;
  asy_paper_data_set_text (data, "court.signature", asy_court_request_get_signature (file->request));
  asy_paper_data_set_day (data, "court.letter-date", asy_court_request_get_letter_on (file->request));
  asy_paper_data_set_day (data, "court.received", asy_court_request_get_received_on (file->request));
  asy_paper_data_set_day (data, "court.deadline", asy_court_request_get_due_on (file->request));
}

gboolean
_asy_paper_is_here (const AsyMemberEntry *entry)
{
  return asy_member_get_left_on (entry->member) == ASY_DAY_NONE;
}

/* Whom the paper is about, in the nominative: the adults that the work covers. */
char *
_asy_paper_dup_subject (const AsyPaperSource *source)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < source->family->members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (source->family->members, i);
      g_autofree char *name = NULL;

      if (!_asy_paper_is_here (entry) || !asy_member_get_covered (entry->member) || asy_member_entry_is_child (entry, source->today))
        continue;
      name = asy_person_dup_full_name (entry->person);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  if (names->len == 0)
    g_string_append_printf (names, "rodzina: %s", asy_family_get_name (source->family->family));
  return g_string_free (names, FALSE);
}

char *
_asy_paper_dup_stay (const AsyPaperSource *source, AsyMember *member)
{
  const char *place = _asy_paper_label (source, ASY_DICT_WHEREABOUTS, asy_member_get_whereabouts (member));
  const AsyDay since = asy_member_get_whereabouts_since (member);
  g_autofree char *day = NULL;

  if (place == NULL)
    return g_strdup (asy_member_get_in_household (member) ? "w rodzinie" : NULL);
  if (since == ASY_DAY_NONE)
    return g_strdup (place);
  day = asy_text_table_date (since);
  return g_strdup_printf ("%s, od %s", place, day);
}

static char *
dup_relation (const AsyPaperSource *source, const AsyMemberEntry *entry)
{
  const char *role = _asy_paper_label (source, ASY_DICT_MEMBER_ROLE, asy_member_get_role (entry->member));
  const AsySex sex = (AsySex) asy_person_get_sex (entry->person);

  if (!asy_member_entry_is_child (entry, source->today))
    return g_strdup (role);
  return g_strdup_printf ("%s, %s", role, sex == ASY_SEX_MALE ? "małoletni" : "małoletnia");
}

/* Data minimisation: a child that the work does not cover is named by first
 * name and year of birth only. */
static void
add_member (AsyPaperData *data, const AsyPaperSource *source, const AsyMemberEntry *entry)
{
  AsyPaperData *item = asy_paper_data_add_item (data, "members");
  const AsyDay born = asy_person_get_birth_date (entry->person);
  const gboolean is_short = !asy_member_get_covered (entry->member) && asy_member_entry_is_child (entry, source->today);
  g_autofree char *name = is_short ? g_strdup (asy_person_get_given_name (entry->person)) : asy_person_dup_full_name (entry->person);
  g_autofree char *relation = dup_relation (source, entry);
  g_autofree char *stay = _asy_paper_dup_stay (source, entry->member);
  g_autofree char *birth = NULL;

  if (born != ASY_DAY_NONE)
    birth = is_short ? g_strdup_printf ("%d r.", asy_day_get_year (born)) : asy_text_table_date (born);
  asy_paper_data_set_text (item, "name", name);
  asy_paper_data_set_text (item, "relation", relation);
  asy_paper_data_set_text (item, "birth", birth);
  asy_paper_data_set_text (item, "stay", stay);
}

void
_asy_paper_fill_members (AsyPaperData *data, const AsyPaperSource *source)
{
  for (guint i = 0; i < source->family->members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (source->family->members, i);

      if (_asy_paper_is_here (entry))
        add_member (data, source, entry);
    }
}

AsyDay
_asy_paper_first_assignment (AsyFamilyFile *family)
{
  const AsyAssignmentEntry *oldest;

  if (family->assignments->len == 0)
    return ASY_DAY_NONE;
  oldest = g_ptr_array_index (family->assignments, family->assignments->len - 1);
  return asy_assignment_get_from_day (oldest->assignment);
}

const char *
_asy_paper_basis_of_work (AsyFamilyFile *family)
{
  if (family->current == NULL)
    return NULL;
  switch (asy_case_get_path (family->current))
    {
    case ASY_CASE_PATH_COURT:
      return "postanowienie Sądu, art. 109 § 2 pkt 1 k.r.o.";
    case ASY_CASE_PATH_ZA_ZYCIEM:
      return "wniosek w trybie ustawy „Za życiem”";
    case ASY_CASE_PATH_MINOR_PARENT:
      return "art. 11 ust. 1a ustawy";
    case ASY_CASE_PATH_INTERVIEW:
    default:
      return "wniosek pracownika socjalnego i zgoda rodziny";
    }
}

void
_asy_paper_fill_plan (AsyPaperData *data, const AsyPaperSource *source)
{
  AsyPlanFile *file = source->family->plan;

  if (file == NULL || asy_plan_get_agreed_on (file->plan) == ASY_DAY_NONE)
    return;
  asy_paper_data_set_day (data, "plan.date", asy_plan_get_agreed_on (file->plan));
  asy_paper_data_set_number (data, "plan.version", asy_plan_get_version (file->plan));
  for (guint i = 0; i < file->goals->len; i++)
    {
      AsyGoal *goal = g_ptr_array_index (file->goals, i);
      AsyPaperData *item = asy_paper_data_add_item (data, "goals");

      asy_paper_data_set_text (item, "title", asy_goal_get_title (goal));
      asy_paper_data_set_text (item, "state", word_of (goal_words, G_N_ELEMENTS (goal_words), asy_goal_get_status (goal)));
      asy_paper_data_set_text (item, "effect", asy_goal_get_status_note (goal));
    }
}

static void
add_document (AsyPaperData *data, const char *title)
{
  asy_paper_data_set_text (asy_paper_data_add_item (data, "documents"), "title", title);
}

static void
fill_visits (AsyPaperData *data, const AsyVisitTotals *visits)
{
  if (visits->held == 0)
    return;
  asy_paper_data_set_number (data, "visits.count", visits->held);
  asy_paper_data_set_number (data, "visits.home", visits->at_home);
  asy_paper_data_set_day (data, "visits.from", visits->first_on);
  asy_paper_data_set_day (data, "visits.to", visits->last_on);
}

/* What a paper for a court rests on. */
void
_asy_paper_fill_documents (AsyPaperData *data, const AsyPaperSource *source)
{
  AsyPlanFile *plan = source->family->plan;

  fill_visits (data, &source->visits);
  if (plan != NULL && asy_plan_get_agreed_on (plan->plan) != ASY_DAY_NONE)
    {
      g_autofree char *title = g_strdup_printf ("plan pracy z rodziną (wersja %d)", (int) asy_plan_get_version (plan->plan));

      add_document (data, title);
    }
  if (source->assessment != NULL)
    {
      g_autofree char *day = asy_text_letter_date (asy_assessment_get_made_on (source->assessment->assessment));
      g_autofree char *title = g_strdup_printf ("okresowa ocena sytuacji rodziny z dnia %s", day);

      asy_paper_data_set_day (data, "assessment.date", asy_assessment_get_made_on (source->assessment->assessment));
      add_document (data, title);
    }
}

static AsyPaperData *
fill_opinion (const AsyPaperSource *source)
{
  AsyPaperData *data = asy_paper_data_new ();
  g_autofree char *subject = _asy_paper_dup_subject (source);

  _asy_paper_fill_letter (data, source);
  _asy_paper_fill_author (data, source->letter->author);
  _asy_paper_fill_head (data, source->office->office);
  _asy_paper_fill_basis (data, source->office->office, "art. 15 ust. 1 pkt 17", " oraz art. 570¹ Kodeksu postępowania cywilnego");
  _asy_paper_fill_court (data, source->letter);
  asy_paper_data_set_text (data, "subject", subject);
  _asy_paper_fill_documents (data, source);
  _asy_paper_fill_members (data, source);
  asy_paper_data_set_day (data, "cooperation.since", _asy_paper_first_assignment (source->family));
  asy_paper_data_set_text (data, "cooperation.basis", _asy_paper_basis_of_work (source->family));
  _asy_paper_fill_plan (data, source);
  return data;
}

static void
set_level (AsyPaperData *item, const char *prefix, gint64 level)
{
  g_autofree char *number = g_strconcat (prefix, "-level", NULL);
  g_autofree char *word = g_strconcat (prefix, "-word", NULL);

  if (level < 0)
    return;
  asy_paper_data_set_number (item, number, level);
  asy_paper_data_set_text (item, word, word_of (level_words, G_N_ELEMENTS (level_words), level));
}

static const char *
change_between (gint64 before, gint64 now)
{
  if (before < 0 || now < 0)
    return NULL;
  return now < before ? "poprawa" : now > before ? "pogorszenie" : "bez zmian";
}

static void
fill_areas (AsyPaperData *data, const AsyPaperSource *source)
{
  const gboolean is_closing = asy_assessment_get_kind (source->assessment->assessment) == ASY_ASSESSMENT_KIND_CLOSING;

  /* The closing one tells of the way from the start. */
  for (guint i = 0; i < source->assessment->areas->len; i++)
    {
      AsyAssessmentArea *area = g_ptr_array_index (source->assessment->areas, i);
      const gint64 start = asy_assessment_area_get_at_start (area);
      const gint64 before = asy_assessment_area_get_before (area);
      const gint64 now = asy_assessment_area_get_now (area);
      AsyPaperData *item;

      if (now < 0 && before < 0 && start < 0)
        continue;
      item = asy_paper_data_add_item (data, "areas");
      asy_paper_data_set_text (item, "name", _asy_paper_label (source, ASY_DICT_WORK_AREA, asy_assessment_area_get_area (area)));
      set_level (item, "start", start);
      set_level (item, "previous", before);
      set_level (item, "now", now);
      asy_paper_data_set_text (item, "change", change_between (before >= 0 && !is_closing ? before : start, now));
      asy_paper_data_set_text (item, "note", asy_assessment_area_get_note (area));
    }
}

char *
_asy_paper_dup_age (AsyPerson *person, AsyDay on)
{
  const AsyDay born = asy_person_get_birth_date (person);
  int months;

  if (born == ASY_DAY_NONE || born > on)
    return NULL;
  months = asy_day_get_age_months (born, on);
  if (months < 24)
    return g_strdup_printf ("%d %s", months, asy_text_plural (months, "miesiąc", "miesiące", "miesięcy"));
  return g_strdup_printf ("%d %s", months / 12, asy_text_plural (months / 12, "rok", "lata", "lat"));
}

static void
fill_children (AsyPaperData *data, const AsyPaperSource *source)
{
  const AsyDay on = asy_assessment_get_until_day (source->assessment->assessment);

  for (guint i = 0; i < source->assessment->children->len; i++)
    {
      AsyAssessmentChild *child = g_ptr_array_index (source->assessment->children, i);
      AsyPerson *person = asy_assessment_file_find_person (source->assessment, asy_assessment_child_get_person_id (child));
      AsyPaperData *item = asy_paper_data_add_item (data, "children");
      g_autofree char *age = person != NULL ? _asy_paper_dup_age (person, on) : NULL;

      asy_paper_data_set_text (item, "name", person != NULL ? asy_person_get_given_name (person) : "–");
      asy_paper_data_set_text (item, "age", age);
      asy_paper_data_set_text (item, "health", asy_assessment_child_get_health (child));
      asy_paper_data_set_text (item, "school", asy_assessment_child_get_school (child));
      asy_paper_data_set_text (item, "development", asy_assessment_child_get_development (child));
      asy_paper_data_set_text (item, "stay", asy_assessment_child_get_whereabouts (child));
    }
}

static void
fill_assessment_goals (AsyPaperData *data, const AsyPaperSource *source)
{
  for (guint i = 0; i < source->assessment->goals->len; i++)
    {
      AsyAssessmentGoal *line = g_ptr_array_index (source->assessment->goals, i);
      AsyGoal *goal = asy_assessment_file_find_goal (source->assessment, asy_assessment_goal_get_goal_id (line));
      AsyPaperData *item = asy_paper_data_add_item (data, "goals");

      asy_paper_data_set_text (item, "title", goal != NULL ? asy_goal_get_title (goal) : "–");
      asy_paper_data_set_text (item, "state", word_of (goal_words, G_N_ELEMENTS (goal_words), asy_assessment_goal_get_degree (line)));
      asy_paper_data_set_text (item, "effect", asy_assessment_goal_get_effect (line));
      asy_paper_data_set_text (item, "reason", asy_assessment_goal_get_obstacle (line));
    }
}

const char *
_asy_paper_conclusion_word (AsyAssessmentConclusion conclusion)
{
  static const char *const words[] = { NULL, "kontynuować pracę z rodziną", "zmodyfikować plan pracy z rodziną", "zmienić asystenta rodziny",
                                       "zakończyć pracę z rodziną", "wnioskować do sądu" };

  return word_of (words, G_N_ELEMENTS (words), conclusion);
}

static void
fill_conclusion (AsyPaperData *data, AsyAssessment *assessment)
{
  const char *word = _asy_paper_conclusion_word ((AsyAssessmentConclusion) asy_assessment_get_conclusion (assessment));

  if (word != NULL)
    asy_paper_data_set_text (asy_paper_data_add_item (data, "recommendations"), "text", word);
}

static char *
dup_voices (AsyAssessment *assessment)
{
  const char *family = asy_assessment_get_family_view (assessment);
  const char *child = asy_assessment_get_child_voice (assessment);
  g_autofree char *family_line = family != NULL ? g_strdup_printf ("Stanowisko rodziny: %s", family) : NULL;
  g_autofree char *child_line = child != NULL ? g_strdup_printf ("Zdanie dziecka: %s", child) : NULL;

  return join ("\n", family_line, child_line);
}

/* They stand where the paper has no wording of its own. */
static void
fill_assessment_texts (AsyPaperData *data, AsyAssessment *assessment)
{
  g_autofree char *voices = dup_voices (assessment);

  asy_paper_data_set_text (data, "assessment.changes", asy_assessment_get_changes (assessment));
  asy_paper_data_set_text (data, "assessment.cooperation", asy_assessment_get_cooperation_note (assessment));
  asy_paper_data_set_text (data, "assessment.institutions", asy_assessment_get_institutions (assessment));
  asy_paper_data_set_text (data, "assessment.risks", asy_assessment_get_risks (assessment));
  asy_paper_data_set_text (data, "assessment.help", asy_assessment_get_help_given (assessment));
  asy_paper_data_set_text (data, "assessment.tasks", asy_assessment_get_tasks (assessment));
  asy_paper_data_set_text (data, "assessment.conclusion", asy_assessment_get_conclusion_note (assessment));
  asy_paper_data_set_text (data, "assessment.voice", voices);
}

void
_asy_paper_fill_adults (AsyPaperData *data, const AsyPaperSource *source)
{
  for (guint i = 0; i < source->family->members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (source->family->members, i);
      AsyPaperData *item;
      g_autofree char *name = NULL;

      if (!_asy_paper_is_here (entry) || !asy_member_get_covered (entry->member) || !asy_member_get_in_household (entry->member) ||
          asy_member_entry_is_child (entry, source->today))
        continue;
      name = asy_person_dup_full_name (entry->person);
      item = asy_paper_data_add_item (data, "adults");
      asy_paper_data_set_text (item, "name", name);
      if (source->plan != NULL)
        _asy_paper_fill_answer (item, asy_plan_file_find_signature (source->plan, asy_record_get_id (ASY_RECORD (entry->person))));
    }
}

static AsyPaperData *
fill_assessment (const AsyPaperSource *source)
{
  AsyPaperData *data = asy_paper_data_new ();
  AsyAssessment *assessment = source->assessment->assessment;
  const gboolean is_closing = asy_assessment_get_kind (assessment) == ASY_ASSESSMENT_KIND_CLOSING;
  const gint64 cooperation = asy_assessment_get_cooperation (assessment);
  g_autofree char *number = g_strdup_printf ("%d", (int) asy_assessment_get_number (assessment));
  g_autofree char *address = asy_family_dup_address (source->family->family);
  g_autofree char *author = source->letter->author != NULL ? asy_worker_dup_full_name (source->letter->author) : NULL;

  _asy_paper_fill_letter (data, source);
  _asy_paper_fill_basis (data, source->office->office, "art. 15 ust. 1 pkt 15", "");
  asy_paper_data_set_text (data, "assessment.number", number);
  asy_paper_data_set_day (data, "period.from", asy_assessment_get_from_day (assessment));
  asy_paper_data_set_day (data, "period.to", asy_assessment_get_until_day (assessment));
  asy_paper_data_set_text (data, "family.name", asy_family_get_name (source->family->family));
  asy_paper_data_set_text (data, "family.address", address);
  asy_paper_data_set_text (data, "assistant.name", author);
  asy_paper_data_set_text (data, "assistant.position", position_of (source->letter->author));
  if (source->family->current != NULL)
    {
      asy_paper_data_set_text (data, "social-worker.name", asy_case_get_social_worker (source->family->current));
      asy_paper_data_set_text (data, "foster-coordinator.name", asy_case_get_care_coordinator (source->family->current));
    }
  _asy_paper_fill_members (data, source);
  fill_children (data, source);
  fill_areas (data, source);
  fill_assessment_goals (data, source);
  if (cooperation > 0)
    {
      asy_paper_data_set_number (data, "cooperation.level", cooperation);
      asy_paper_data_set_text (data, "cooperation.word", word_of (cooperation_words, G_N_ELEMENTS (cooperation_words), cooperation));
    }
  asy_paper_data_set_number (data, "visits.count", asy_assessment_get_visits_held (assessment));
  asy_paper_data_set_number (data, "visits.minutes", asy_assessment_get_visit_minutes (assessment));
  asy_paper_data_set_number (data, "visits.missed", asy_assessment_get_visits_missed (assessment));
  fill_conclusion (data, assessment);
  fill_assessment_texts (data, assessment);
  asy_paper_data_set_bool (data, "assessment.closing", is_closing);
  if (!is_closing)
    asy_paper_data_set_day (data, "next.date",
                            asy_deadline_next_assessment (asy_assessment_get_until_day (assessment), asy_rules_get_default ()));
  _asy_paper_fill_trend (data, source, 3);
  _asy_paper_fill_adults (data, source);
  asy_paper_data_set_day (data, "handed.date", asy_assessment_get_handed_on (assessment));
  asy_paper_data_set_text (data, "handed.to", asy_assessment_get_handed_to (assessment));
  asy_paper_data_set_day (data, "read.date", asy_assessment_get_read_on (assessment));
  asy_paper_data_set_text (data, "read.refusal", asy_assessment_get_read_refusal (assessment));
  asy_paper_data_set_day (data, "social-worker.date", asy_assessment_get_social_worker_on (assessment));
  asy_paper_data_set_day (data, "foster-coordinator.date", asy_assessment_get_coordinator_on (assessment));
  return data;
}

static void
add_visit (AsyPaperData *day, const AsyPaperSource *source, const AsyVisitEntry *entry)
{
  AsyPaperData *item = asy_paper_data_add_item (day, "visits");
  const gint64 start = asy_visit_get_start_minute (entry->visit);
  const char *kind = _asy_paper_label (source, ASY_DICT_CONTACT, asy_visit_get_kind (entry->visit));
  const char *name = entry->family_name != NULL ? entry->family_name : kind;
  g_autofree char *initials = entry->family_name != NULL ? asy_text_initials (entry->family_name) : g_strdup (kind);

  asy_paper_data_set_number (item, "start", start);
  asy_paper_data_set_number (item, "end", asy_visit_get_end_minute (entry->visit));
  asy_paper_data_set_text (item, "family", name);
  asy_paper_data_set_text (item, "initials", initials);
  asy_paper_data_set_text (item, "kind", kind);
  asy_paper_data_set_text (item, "address",
                           asy_visit_get_place_text (entry->visit) != NULL ? asy_visit_get_place_text (entry->visit) : entry->address);
  asy_paper_data_set_text (item, "area", entry->district);
  asy_paper_data_set_text (item, "phone", entry->phone);
  asy_paper_data_set_text (item, "tasks", asy_visit_get_purpose (entry->visit));
  asy_paper_data_set_bool (item, "twos", entry->two_persons);
  asy_paper_data_set_text (item, "warning", entry->warning);
}

static guint
count_families (const AsyWeek *week)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *ids = g_new0 (gint64, week->entries->len + 1);

  for (guint i = 0; i < week->entries->len; i++)
    {
      const AsyVisitEntry *entry = g_ptr_array_index (week->entries, i);

      ids[i] = asy_visit_get_family_id (entry->visit);
      if (ids[i] != 0)
        g_hash_table_add (seen, &ids[i]);
    }
  return g_hash_table_size (seen);
}

/* Saturday and Sunday are columns only when something is in them. */
static gboolean
is_shown (const AsyWeek *week, AsyDay day)
{
  if (asy_day_get_weekday (day) < 6)
    return TRUE;
  for (guint i = 0; i < week->entries->len; i++)
    if (asy_visit_get_day (((AsyVisitEntry *) g_ptr_array_index (week->entries, i))->visit) >= day)
      return TRUE;
  return asy_work_time_has_shift (week->time, day);
}

static void
append_note (GString *note, const char *text)
{
  if (text != NULL)
    g_string_append_printf (note, "%s%s", note->len > 0 ? "; " : "", text);
}

/* A holiday, why the assistant is away, hours on duty. */
static char *
dup_day_note (const AsyWorkTime *time, AsyDay day)
{
  static const char *const kinds[] = { "urlop", "zwolnienie lekarskie", "opieka nad bliskim", "szkolenie", "nieobecność" };
  g_autoptr (GString) note = g_string_new (NULL);
  AsyAbsence *absence = asy_work_time_find_absence (time, day);

  append_note (note, asy_day_get_holiday (day));
  append_note (note, absence != NULL ? kinds[asy_absence_get_kind (absence)] : NULL);
  for (guint i = 0; i < time->shifts->len; i++)
    {
      AsyDutyShift *shift = time->shifts->pdata[i];
      g_autofree char *range = asy_text_time_range ((int) asy_duty_shift_get_start_minute (shift), (int) asy_duty_shift_get_minutes (shift));
      g_autofree char *text = g_strdup_printf ("dyżur %s", range);

      append_note (note, asy_duty_shift_get_day (shift) == day ? text : NULL);
    }
  return note->len > 0 ? g_string_free (g_steal_pointer (&note), FALSE) : NULL;
}

static void
add_day (AsyPaperData *data, const AsyPaperSource *source, AsyDay day)
{
  AsyPaperData *item = asy_paper_data_add_item (data, "days");
  g_autofree char *note = dup_day_note (source->week->time, day);

  asy_paper_data_set_day (item, "date", day);
  asy_paper_data_set_text (item, "note", note);
  for (guint i = 0; i < source->week->entries->len; i++)
    {
      const AsyVisitEntry *entry = g_ptr_array_index (source->week->entries, i);

      if (asy_visit_get_day (entry->visit) == day && asy_visit_get_state (entry->visit) != ASY_VISIT_STATE_MISSED)
        add_visit (item, source, entry);
    }
}

AsyPaperData *
asy_paper_source_fill_week (const AsyPaperSource *source, gboolean privacy)
{
  AsyPaperData *data = asy_paper_data_new ();
  const AsyWeek *week = source->week;
  g_autofree char *name = asy_worker_dup_full_name (week->worker);
  int year;
  const int number = asy_day_get_iso_week (week->monday, &year);
  g_autofree char *title = g_strdup_printf ("tydzień %d/%d", number, year);
  AsyDay last = week->monday;

  fill_office (data, source->office->office);
  asy_paper_data_set_bool (data, "privacy", privacy);
  asy_paper_data_set_text (data, "audit.head", source->audit_head);
  asy_paper_data_set_text (data, "assistant.name", name);
  asy_paper_data_set_text (data, "assistant.phone", asy_worker_get_phone (week->worker));
  asy_paper_data_set_text (data, "week.label", title);
  asy_paper_data_set_day (data, "paper.date", source->today);
  for (AsyDay day = week->monday; day < week->monday + 7; day++)
    if (is_shown (week, day))
      {
        add_day (data, source, day);
        last = day;
      }
  asy_paper_data_set_day (data, "week.from", week->monday);
  asy_paper_data_set_day (data, "week.to", last);
  asy_paper_data_set_number (data, "total.visits", week->held + week->planned);
  asy_paper_data_set_number (data, "total.families", count_families (week));
  asy_paper_data_set_number (data, "total.minutes", week->minutes);
  asy_paper_data_set_number (data, "total.travel", week->travel_minutes);
  return data;
}

AsyPaperData *
asy_paper_source_fill (const AsyPaperSource *source)
{
  const char *kind = asy_paper_source_get_kind (source);

  if (source->week != NULL)
    return asy_paper_source_fill_week (source, FALSE);
  if (g_strcmp0 (kind, ASY_LETTER_KIND_ASSESSMENT) == 0)
    return fill_assessment (source);
  if (g_strcmp0 (kind, ASY_LETTER_KIND_COMPARISON) == 0)
    return _asy_paper_fill_comparison (source);
  if (source->review != NULL)
    return _asy_paper_fill_review (source);
  if (g_strcmp0 (kind, ASY_LETTER_KIND_OPINION) == 0)
    return fill_opinion (source);
  return _asy_paper_fill_family (source);
}

AsyPaperData *
asy_paper_fill_recovery (AsyOffice *office, const char *file_name, const char *code, AsyDay day)
{
  AsyPaperData *data = asy_paper_data_new ();

  fill_office (data, office);
  asy_paper_data_set_text (data, "register.file", file_name);
  asy_paper_data_set_text (data, "code", code);
  asy_paper_data_set_day (data, "paper.date", day);
  return data;
}
