/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include <string.h>

#include "base/asy-case-number.h"
#include "demo/asy-demo-private.h"
#include "model/asy-letter-file.h"
#include "papers/asy-paper-issue.h"
#include "store/asy-audit.h"
#include "store/asy-bulk.h"
#include "store/asy-interventions.h"
#include "store/asy-letters.h"
#include "store/asy-requests.h"

#define BATCH 5000

void
demo_note_paper (Demo *demo, const DemoPaper *paper)
{
  g_array_append_vals (demo->papers, paper, 1);
}

static int
compare_papers (gconstpointer a, gconstpointer b)
{
  const DemoPaper *left = a;
  const DemoPaper *right = b;

  if (left->made_on != right->made_on)
    return left->made_on < right->made_on ? -1 : 1;
  if (left->kind != right->kind)
    return strcmp (left->kind, right->kind);
  return left->record_id < right->record_id ? -1 : left->record_id > right->record_id;
}

static gboolean
is_weekly (const DemoPaper *paper)
{
  return g_str_equal (paper->kind, ASY_LETTER_KIND_WEEK);
}

/* A paper a week for each assistant, written on the Friday before. */
static void
note_weekly_papers (Demo *demo)
{
  const AsyDay this_monday = asy_day_get_monday (demo->today);

  for (guint back = 0; back < demo->scale->n_weekly_papers; back++)
    for (guint i = 0; i < demo->workers->len; i++)
      {
        const AsyDay monday = this_monday - 7 * back;
        int year;
        const int week = asy_day_get_iso_week (monday, &year);
        g_autofree char *title = g_strdup_printf ("Plan tygodnia %d/%d", week, year);
        const DemoPaper paper = { .made_on = monday - 3, .kind = ASY_LETTER_KIND_WEEK, .title = g_intern_string (title),
                                  .worker_id = g_array_index (demo->workers, gint64, i), .record_id = i, .monday = monday };

        demo_note_paper (demo, &paper);
      }
}

/* Numbers given out so far: one register for weekly plans, one for the rest. */
typedef struct
{
  Demo *demo;
  guint first;                  /* papers of this batch */
  guint n;
  int year;
  int last[2];
} Register;

static gboolean
write_counters (Register *self, GError **error)
{
  return (self->last[0] == 0 || asy_bulk_set_counter (self->demo->session, "letter", self->year, self->last[0], error)) &&
         (self->last[1] == 0 || asy_bulk_set_counter (self->demo->session, ASY_LETTER_KIND_WEEK, self->year, self->last[1], error));
}

static gboolean
enter_year (Register *self, int year, GError **error)
{
  if (year == self->year)
    return TRUE;
  if (self->year != 0 && !write_counters (self, error))
    return FALSE;
  self->year = year;
  self->last[0] = self->last[1] = 0;
  return TRUE;
}

static void
set_subject (AsyLetter *letter, const DemoPaper *paper)
{
  asy_letter_set_family_id (letter, paper->family_id);
  asy_letter_set_case_file_id (letter, paper->case_id);
  asy_letter_set_worker_id (letter, paper->worker_id);
  asy_letter_set_week_monday (letter, paper->monday);
  if (g_str_equal (paper->kind, ASY_LETTER_KIND_OPINION))
    asy_letter_set_court_request_id (letter, paper->record_id);
  else if (g_str_equal (paper->kind, ASY_LETTER_KIND_ASSESSMENT))
    asy_letter_set_assessment_id (letter, paper->record_id);
  else if (g_str_equal (paper->kind, ASY_LETTER_KIND_PLAN))
    asy_letter_set_plan_id (letter, paper->record_id);
}

/* What the register cannot know: the answers and the conclusions. */
static const char *
write_section (const char *key, const char *body)
{
  if (g_str_equal (key, ASY_SECTION_ANSWERS))
    return asy_demo_answer;
  if (g_str_equal (key, ASY_SECTION_FACTS))
    return asy_demo_findings;
  if (g_str_equal (key, ASY_SECTION_CONCLUSIONS) || g_str_equal (key, "conclusions"))
    return asy_demo_judgement;
  if (g_str_equal (key, "situation"))
    return asy_demo_situation;
  return body != NULL ? body : "Bez uwag.";
}

/* Keys of the sections that a clerk writes in a paper of that kind; %NULL: none. */
static const char *const *
get_written_keys (const char *kind)
{
  static const char *const of_opinion[] = { ASY_SECTION_UPBRINGING, ASY_SECTION_LIVING, ASY_SECTION_EDUCATION, ASY_SECTION_CONTACTS,
                                            ASY_SECTION_ATTITUDE, ASY_SECTION_HELP, ASY_SECTION_HEALTH, ASY_SECTION_RELATIONS,
                                            ASY_SECTION_FACTS, ASY_SECTION_CONCLUSIONS, NULL };
  static const char *const of_report[] = { "situation", "conclusions", NULL };

  if (g_str_equal (kind, ASY_LETTER_KIND_OPINION))
    return of_opinion;
  return g_str_equal (kind, ASY_LETTER_KIND_COURT_REPORT) ? of_report : NULL;
}

static GPtrArray *
new_sections (AsyLetter *letter)
{
  const char *const *keys = get_written_keys (asy_letter_get_kind (letter));
  GPtrArray *sections = asy_record_array_new ();

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      AsyLetterSection *section = asy_letter_section_new ();

      asy_letter_section_set_letter_id (section, asy_record_get_id (ASY_RECORD (letter)));
      asy_letter_section_set_key (section, keys[i]);
      asy_letter_section_set_position (section, i + 1);
      asy_letter_section_set_body (section, write_section (keys[i], NULL));
      asy_letter_section_set_reviewed (section, TRUE);
      g_ptr_array_add (sections, section);
    }
  return sections;
}

/* In an archive of a hundred thousand papers nobody reads the sections. */
static gboolean
enter_sections (Demo *demo, AsyLetter *letter, GError **error)
{
  g_autoptr (GPtrArray) sections = new_sections (letter);

  if (demo->scale->detail_months < 12)
    return TRUE;
  for (guint i = 0; i < sections->len; i++)
    if (!demo_insert (demo, g_ptr_array_index (sections, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
enter_paper (Register *self, const DemoPaper *paper, GError **error)
{
  g_autoptr (AsyLetter) letter = asy_letter_new ();
  g_autofree char *mark = NULL;
  char stamp[] = "0000-00-00T12:00:00Z";
  int *last = &self->last[is_weekly (paper)];

  if (!enter_year (self, asy_day_get_year (paper->made_on), error))
    return FALSE;
  (*last)++;
  mark = asy_case_mark_format (is_weekly (paper) ? "T.{n}.{year}" : "AR.4021.{n}.{year}", *last, self->year);
  asy_day_write_iso (paper->made_on, stamp);
  stamp[10] = 'T';
  asy_letter_set_kind (letter, paper->kind);
  asy_letter_set_title (letter, paper->title);
  set_subject (letter, paper);
  asy_letter_set_made_on (letter, paper->made_on);
  asy_letter_set_year (letter, self->year);
  asy_letter_set_seq (letter, *last);
  asy_letter_set_mark (letter, mark);
  asy_letter_set_state (letter, paper->made_on + 14 < self->demo->today ? ASY_LETTER_STATE_SENT : ASY_LETTER_STATE_ISSUED);
  asy_letter_set_template_version (letter, 1);
  asy_letter_set_issued_at (letter, stamp);
  return demo_insert (self->demo, letter, error) && enter_sections (self->demo, letter, error);
}

static gboolean
enter_batch (AsySession *session, gpointer user_data, GError **error)
{
  Register *self = user_data;

  for (guint i = self->first; i < self->first + self->n; i++)
    if (!enter_paper (self, &g_array_index (self->demo->papers, DemoPaper, i), error))
      return FALSE;
  return write_counters (self, error) && asy_audit_write (session, "demo", "letter", 0, 0, NULL, error);
}

static AsyLetterFile *
draft_paper (Demo *demo, const DemoPaper *paper, GError **error)
{
  if (g_str_equal (paper->kind, ASY_LETTER_KIND_OPINION))
    return asy_letter_draft_opinion (demo->session, paper->record_id, error);
  if (g_str_equal (paper->kind, ASY_LETTER_KIND_ASSESSMENT))
    return asy_letter_draft_assessment (demo->session, paper->record_id, error);
  if (g_str_equal (paper->kind, ASY_LETTER_KIND_PLAN))
    return asy_letter_draft_plan (demo->session, paper->record_id, error);
  if (!is_weekly (paper))
    return asy_letter_draft_family (demo->session, paper->family_id, paper->kind, error);
  return asy_letter_draft_week (demo->session, paper->worker_id, paper->monday, error);
}

static gboolean
write_report (Demo *demo, AsyLetterFile *file, GError **error)
{
  g_autoptr (GPtrArray) sections = new_sections (file->letter);

  return asy_letter_save (demo->session, file->letter, sections, error);
}

static gboolean
write_opinion (Demo *demo, AsyLetterFile *file, GError **error)
{
  for (guint i = 0; i < file->sections->len; i++)
    {
      AsyLetterSection *section = g_ptr_array_index (file->sections, i);

      asy_letter_section_set_body (section, write_section (asy_letter_section_get_key (section), asy_letter_section_get_body (section)));
      asy_letter_section_set_reviewed (section, TRUE);
    }
  return asy_letter_save (demo->session, file->letter, file->sections, error);
}

/* Drafted and issued as the office does it, on the day itself. */
static gboolean
issue_paper (Register *self, const DemoPaper *paper, GError **error)
{
  g_autoptr (AsyLetterFile) file = NULL;

  if (!enter_year (self, asy_day_get_year (paper->made_on), error))
    return FALSE;
  asy_clock_set_fixed (self->demo->clock, paper->made_on, 13 * 60);
  file = draft_paper (self->demo, paper, error);
  if (file == NULL ||
      !(file->sections->len > 0 ? write_opinion (self->demo, file, error) : write_report (self->demo, file, error)) ||
      !asy_paper_issue (self->demo->session, asy_record_get_id (ASY_RECORD (file->letter)), error))
    return FALSE;
  demo_note_id (self->demo, file->letter);
  self->last[is_weekly (paper)]++;
  return TRUE;
}

/* Number of the first paper of those that are really set and frozen: so many, and back to
 * the last opinion, which is what the program is for. */
static guint
find_first_real (Demo *demo)
{
  guint n = 0, n_opinions = 0;

  for (guint i = demo->papers->len; i > 0; i--)
    {
      const DemoPaper *paper = &g_array_index (demo->papers, DemoPaper, i - 1);

      n++;
      n_opinions += g_str_equal (paper->kind, ASY_LETTER_KIND_OPINION);
      if ((n >= demo->scale->n_real_papers && n_opinions > 0) || n >= 4 * demo->scale->n_real_papers)
        return i - 1;
    }
  return 0;
}

static gboolean
enter_rows (Register *self, guint first, guint until, GError **error)
{
  for (guint i = first; i < until; i += BATCH)
    {
      self->first = i;
      self->n = MIN (BATCH, until - i);
      if (!asy_session_transaction (self->demo->session, enter_batch, self, error))
        return FALSE;
    }
  return TRUE;
}

/* Answers that are being written: the first of the letters that wait. */
static gboolean
add_drafts (Demo *demo, GError **error)
{
  g_autoptr (GPtrArray) requests = asy_court_requests_list_open (demo->session, error);

  for (guint i = 0; requests != NULL && i < requests->len && i < 3; i++)
    {
      const AsyRequestEntry *entry = g_ptr_array_index (requests, i);
      g_autoptr (AsyLetterFile) file = NULL;

      file = asy_letter_draft_opinion (demo->session, asy_record_get_id (ASY_RECORD (entry->request)), error);
      if (file == NULL)
        return FALSE;
    }
  return requests != NULL;
}

/* A paper of that kind in the first family that the register can tell it of, the latest at work before the archive. */
static AsyLetterFile *
draft_somewhere (Demo *demo, const char *kind, GError **error)
{
  g_autoptr (GHashTable) tried = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = demo->papers->len; i > 0; i--)
    {
      const DemoPaper *paper = &g_array_index (demo->papers, DemoPaper, i - 1);
      g_autoptr (GError) refusal = NULL;
      AsyLetterFile *file = NULL;

      if (paper->family_id == 0 || !g_hash_table_add (tried, (gpointer) &paper->family_id))
        continue;
      file = asy_letter_draft_family (demo->session, paper->family_id, kind, &refusal);
      if (file != NULL)
        return file;
      if (!g_error_matches (refusal, ASY_STORE_ERROR, ASY_STORE_ERROR_INCOMPLETE))
        {
          g_propagate_error (error, g_steal_pointer (&refusal));
          return NULL;
        }
    }
  return NULL;
}

/* The two newest assessments of a family side by side, for a few of the families. */
static gboolean
add_comparisons (Demo *demo, GError **error)
{
  g_autoptr (GHashTable) later = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_made = 0;

  for (guint i = demo->papers->len; i > 0 && n_made < 3; i--)
    {
      const DemoPaper *paper = &g_array_index (demo->papers, DemoPaper, i - 1);
      const DemoPaper *other = g_hash_table_lookup (later, &paper->family_id);
      g_autoptr (AsyLetterFile) file = NULL;

      if (!g_str_equal (paper->kind, ASY_LETTER_KIND_ASSESSMENT))
        continue;
      g_hash_table_insert (later, (gpointer) &paper->family_id, (gpointer) paper);
      if (other == NULL)
        continue;
      file = asy_letter_draft_comparison (demo->session, other->record_id, paper->record_id, error);
      if (file == NULL)
        return FALSE;
      n_made++;
    }
  return TRUE;
}

/* One of each paper that accompanies a case, and a notice of a threat; as in an office some are issued and some wait. */
static gboolean
add_course_papers (Demo *demo, GError **error)
{
  static const char *const kinds[] = {
    ASY_LETTER_KIND_INTAKE_CARD, ASY_LETTER_KIND_MOTION, ASY_LETTER_KIND_CONSENT, ASY_LETTER_KIND_AGREEMENT,
    ASY_LETTER_KIND_AUTHORISATION, ASY_LETTER_KIND_ASSIGNMENT, ASY_LETTER_KIND_DIAGNOSIS, ASY_LETTER_KIND_VISIT_CARD,
    ASY_LETTER_KIND_HANDOVER, ASY_LETTER_KIND_RESIGNATION, ASY_LETTER_KIND_END_CARD, ASY_LETTER_KIND_MONITORING_CARD,
  };
  g_autoptr (GPtrArray) open = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (AsyLetterFile) file = draft_somewhere (demo, kinds[i], &local);

      if (local == NULL && (file == NULL || i % 2 != 0 || asy_letter_get_state (file->letter) != ASY_LETTER_STATE_DRAFT))
        continue;
      if (local != NULL || !asy_paper_issue (demo->session, asy_record_get_id (ASY_RECORD (file->letter)), &local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  open = asy_interventions_list_open (demo->session, 0, error);
  if (open != NULL && open->len > 0)
    {
      g_autoptr (AsyLetterFile) file = asy_letter_draft_of (demo->session, ASY_LETTER_KIND_COURT_NOTICE,
                                                            asy_record_get_id (open->pdata[0]), error);

      return file != NULL;
    }
  return open != NULL;
}

gboolean
demo_add_papers (Demo *demo, GError **error)
{
  Register self = { .demo = demo };
  guint first_real;

  note_weekly_papers (demo);
  g_array_sort (demo->papers, compare_papers);
  first_real = find_first_real (demo);
  if (!enter_rows (&self, 0, first_real, error))
    return FALSE;
  for (guint i = first_real; i < demo->papers->len; i++)
    if (!issue_paper (&self, &g_array_index (demo->papers, DemoPaper, i), error))
      return FALSE;
  asy_clock_set_fixed (demo->clock, demo->today, 7 * 60);
  return add_drafts (demo, error) && add_comparisons (demo, error) && add_course_papers (demo, error);
}
