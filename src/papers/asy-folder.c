/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-papers"

#include "config.h"

#include "letter/asy-document.h"
#include "papers/asy-folder-axis-private.h"
#include "papers/asy-paper-fill-private.h"
#include "papers/asy-paper-issue.h"
#include "store/asy-audit.h"
#include "store/asy-letters.h"

#define KIND_FOLDER "folder"
#define KIND_AXIS "timeline"
#define PAGE_VISITS 500
/* How far each part of the work is; setting the papers takes the rest. */
#define SHARE_LOADED 0.2
#define SHARE_SET 0.4

typedef struct {
  AsySession *session;
  const AsyFolderOptions *options;
  GCancellable *cancellable;    /* nullable */
  AsyFolderProgress progress;   /* nullable */
  gpointer user_data;
  AsyPaperSource *source;
  GPtrArray *visits;            /* AsyVisitEntry, newest first */
  GPtrArray *signed_files;      /* AsySignedFile, oldest first */
  GPtrArray *parts;             /* AsyPdfPart */
} Folder;

static void
folder_clear (Folder *self)
{
  g_clear_pointer (&self->source, asy_paper_source_free);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->signed_files, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folder, folder_clear)

static gboolean
go_on (Folder *self, double fraction, GError **error)
{
  if (self->progress != NULL)
    self->progress (fraction, self->user_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static const char *
get_kind (const Folder *self)
{
  return self->options->axis_alone ? KIND_AXIS : KIND_FOLDER;
}

/* The folder is no paper of the register: it has no number and is not kept. */
static AsyLetterFile *
new_letter (Folder *self)
{
  g_autoptr (AsyLetter) letter = asy_letter_new ();
  AsyLetterFile *file;

  asy_letter_set_kind (letter, get_kind (self));
  asy_letter_set_family_id (letter, self->options->family_id);
  asy_letter_set_made_on (letter, asy_session_get_today (self->session));
  file = asy_letter_file_new (letter);
  file->author = self->source->family->assistant != NULL ? g_object_ref (self->source->family->assistant) : NULL;
  return file;
}

static gboolean
load_visits (Folder *self, GError **error)
{
  self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_visit_entry_free);
  for (guint n = PAGE_VISITS; n == PAGE_VISITS;)
    {
      AsyVisit *last = self->visits->len > 0 ? ((AsyVisitEntry *) self->visits->pdata[self->visits->len - 1])->visit : NULL;
      GPtrArray *page = asy_visits_list_for_family (self->session, self->options->family_id, last, PAGE_VISITS, error);

      if (page == NULL)
        return FALSE;
      n = page->len;
      g_ptr_array_extend_and_steal (self->visits, page);
    }
  return TRUE;
}

static gboolean
load (Folder *self, GError **error)
{
  AsyPaperSource *source = g_new0 (AsyPaperSource, 1);

  self->source = source;
  source->today = asy_session_get_today (self->session);
  source->office = asy_office_file_load (self->session, error);
  source->family = source->office != NULL ? asy_family_file_load (self->session, self->options->family_id, FALSE, error) : NULL;
  if (source->family == NULL)
    return FALSE;
  source->letter = new_letter (self);
  if (source->family->current != NULL &&
      !asy_visits_sum (self->session, asy_record_get_id (ASY_RECORD (source->family->current)), ASY_DAY_NONE, source->today,
                       &source->visits, error))
    return FALSE;
  self->signed_files = asy_letters_list_signed (self->session, self->options->family_id, error);
  return self->signed_files != NULL && load_visits (self, error);
}

/* The tables. */

static void
fill_assistants (AsyPaperData *data, const AsyPaperSource *source)
{
  for (guint i = 0; i < source->family->assignments->len; i++)
    {
      const AsyAssignmentEntry *entry = source->family->assignments->pdata[i];
      AsyPaperData *item = asy_paper_data_add_item (data, "assistants");
      g_autofree char *name = asy_worker_dup_full_name (entry->worker);

      asy_paper_data_set_text (item, "who", name);
      asy_paper_data_set_day (item, "from", asy_assignment_get_from_day (entry->assignment));
      asy_paper_data_set_day (item, "until", asy_assignment_get_until_day (entry->assignment));
      asy_paper_data_set_text (item, "note", _asy_paper_label (source, ASY_DICT_END_REASON, asy_assignment_get_end_reason (entry->assignment)));
    }
}

static void
fill_visits (AsyPaperData *data, const Folder *self)
{
  for (guint i = 0; i < self->visits->len; i++)
    {
      const AsyVisitEntry *entry = self->visits->pdata[i];
      AsyVisit *visit = entry->visit;
      AsyPaperData *item;

      if (!_asy_folder_is_within (self->options, asy_visit_get_day (visit)))
        continue;
      item = asy_paper_data_add_item (data, "all-visits");
      asy_paper_data_set_day (item, "day", asy_visit_get_day (visit));
      asy_paper_data_set_text (item, "who", entry->worker_name);
      asy_paper_data_set_text (item, "kind", _asy_paper_label (self->source, ASY_DICT_CONTACT, asy_visit_get_kind (visit)));
      if (asy_visit_get_state (visit) == ASY_VISIT_STATE_PLANNED)
        asy_paper_data_set_text (item, "state", "zaplanowana");
      else if (asy_visit_get_state (visit) == ASY_VISIT_STATE_MISSED)
        asy_paper_data_set_text (item, "state", _asy_paper_label (self->source, ASY_DICT_MISSED_REASON, asy_visit_get_missed_reason (visit)));
      asy_paper_data_set_text (item, "text", asy_visit_get_course (visit));
    }
}

static void
fill_assessments (AsyPaperData *data, const AsyPaperSource *source)
{
  for (guint i = 0; i < source->family->assessments->len; i++)
    {
      AsyAssessment *assessment = source->family->assessments->pdata[i];
      AsyPaperData *item = asy_paper_data_add_item (data, "assessments");
      g_autofree char *number = g_strdup_printf ("%d", (int) asy_assessment_get_number (assessment));

      asy_paper_data_set_text (item, "number", number);
      asy_paper_data_set_day (item, "from", asy_assessment_get_from_day (assessment));
      asy_paper_data_set_day (item, "until", asy_assessment_get_until_day (assessment));
      asy_paper_data_set_text (item, "conclusion", asy_assessment_get_conclusion_note (assessment));
      asy_paper_data_set_day (item, "handed", asy_assessment_get_handed_on (assessment));
    }
}

static void
fill_interventions (AsyPaperData *data, const AsyPaperSource *source)
{
  for (guint i = 0; i < source->family->interventions->len; i++)
    {
      AsyIntervention *intervention = source->family->interventions->pdata[i];
      AsyPaperData *item = asy_paper_data_add_item (data, "all-interventions");
      g_autofree char *told = _asy_paper_dup_told (intervention);

      asy_paper_data_set_day (item, "day", asy_intervention_get_day (intervention));
      asy_paper_data_set_text (item, "text", asy_intervention_get_seen (intervention));
      asy_paper_data_set_text (item, "told", told);
      asy_paper_data_set_text (item, "outcome", asy_intervention_get_outcome (intervention));
    }
}

static void
fill_letters (AsyPaperData *data, const AsyPaperSource *source)
{
  static const char *const states[] = { "szkic", "wystawione", "podpisane", "wysłane" };

  for (guint i = 0; i < source->family->letters->len; i++)
    {
      AsyLetter *letter = source->family->letters->pdata[i];
      AsyPaperData *item = asy_paper_data_add_item (data, "letters");

      asy_paper_data_set_text (item, "title", asy_letter_get_title (letter));
      asy_paper_data_set_text (item, "mark", asy_letter_get_mark (letter));
      asy_paper_data_set_day (item, "day", asy_letter_get_made_on (letter));
      asy_paper_data_set_text (item, "state", states[asy_letter_get_state (letter)]);
    }
}

static AsyDay
get_office_day (const char *utc)
{
  g_autoptr (GTimeZone) zone = asy_clock_new_office_zone ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_timezone (moment, zone) : NULL;

  return local != NULL
             ? asy_day_new (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local))
             : ASY_DAY_NONE;
}

/* In groups, so that it is compared by eye and broken over lines. */
static char *
group_digest (const char *sha256)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; sha256[i] != '\0'; i++)
    {
      if (i > 0 && i % 8 == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, sha256[i]);
    }
  return g_string_free (text, FALSE);
}

/* Signatures do not come along into a printed folder: who signed what, and by
 * what the signed file is told. */
static void
fill_signatures (AsyPaperData *data, const Folder *self)
{
  for (guint i = 0; i < self->signed_files->len; i++)
    {
      const AsySignedFile *file = self->signed_files->pdata[i];
      AsyPaperData *item = asy_paper_data_add_item (data, "signatures");
      g_autofree char *digest = group_digest (file->revision->sha256);

      asy_paper_data_set_text (item, "title", file->title);
      asy_paper_data_set_text (item, "mark", file->mark);
      asy_paper_data_set_text (item, "who", file->revision->note);
      asy_paper_data_set_day (item, "day", get_office_day (file->revision->made_at));
      asy_paper_data_set_text (item, "sha256", digest);
    }
}

static AsyPaperData *
fill (Folder *self)
{
  AsyPaperData *data = asy_paper_source_fill (self->source);
  g_autofree char *kinds = _asy_folder_dup_kinds (self->options->kinds);

  asy_paper_data_set_text (data, "filter.kinds", kinds);
  asy_paper_data_set_day (data, "filter.from", self->options->from);
  asy_paper_data_set_day (data, "filter.until", self->options->until);
  asy_paper_data_set_text (data, "cooperation.basis", _asy_paper_basis_of_work (self->source->family));
  _asy_folder_fill_axis (data, self->source, self->visits, self->options);
  if (self->options->axis_alone)
    return data;
  fill_assistants (data, self->source);
  fill_visits (data, self);
  fill_assessments (data, self->source);
  fill_interventions (data, self->source);
  fill_letters (data, self->source);
  fill_signatures (data, self);
  return data;
}

/* The issued papers, oldest first. */

static gboolean
load_parts (Folder *self, GError **error)
{
  GPtrArray *letters = self->source->family->letters;

  for (guint i = letters->len; i > 0; i--)
    {
      AsyLetter *letter = letters->pdata[i - 1];
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *title = g_strdup_printf ("%s, %s", asy_letter_get_title (letter),
                                                asy_letter_get_mark (letter) != NULL ? asy_letter_get_mark (letter) : "–");

      if (!go_on (self, SHARE_SET + (0.95 - SHARE_SET) * (letters->len - i) / letters->len, error))
        return FALSE;
      if (asy_letter_get_state (letter) == ASY_LETTER_STATE_DRAFT)
        continue;
      pdf = asy_paper_load_pdf (self->session, asy_record_get_id (ASY_RECORD (letter)), error);
      if (pdf == NULL)
        return FALSE;
      g_ptr_array_add (self->parts, asy_pdf_part_new (title, pdf));
    }
  return TRUE;
}

/* Contents */

static void
add_line (AsyPaperData *data, const char *title, guint page)
{
  AsyPaperData *item = asy_paper_data_add_item (data, "contents");

  asy_paper_data_set_text (item, "title", title);
  if (page > 0)
    asy_paper_data_set_number (item, "page", page);
}

/* @document is %NULL while the pages are not known: the lines take their room all the same. */
static gboolean
fill_contents (Folder *self, AsyPaperData *data, AsyTemplate *template_, AsyDocument *document, GError **error)
{
  guint n_sections;
  const AsyTemplateSection *sections = asy_template_get_sections (template_, &n_sections);
  guint page = document != NULL ? asy_document_get_n_pages (document) : 0;
  guint number = 0, found;
  double y;

  asy_paper_data_remove (data, "contents");
  for (guint i = 0; i < n_sections; i++)
    {
      const char *key = sections[i].key;
      g_autofree char *title = NULL;

      if (g_str_equal (key, "contents") || (document != NULL && !asy_document_find_section (document, key, &found, &y)))
        continue;
      title = g_strdup_printf ("%u. %s", ++number, sections[i].heading);
      add_line (data, title, document != NULL ? found + 1 : 0);
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      const AsyPdfPart *part = self->parts->pdata[i];
      const int n = asy_pdf_count_pages (part->pdf, error);

      if (n < 0)
        return FALSE;
      add_line (data, part->title, document != NULL ? page + 1 : 0);
      page += (guint) n;
    }
  return TRUE;
}

/* Twice: the first time to learn on which page each section begins, the second
 * time to print it. A line of contents is as high with its page as without. */
static AsyDocument *
set_folder (Folder *self, AsyTemplate *template_, GError **error)
{
  g_autoptr (AsyPaperData) data = fill (self);
  g_autoptr (AsyDocument) first = NULL;
  g_autoptr (AsyDocument) counted = NULL;

  if (self->options->axis_alone)
    return asy_document_new (template_, data, error);
  if (!fill_contents (self, data, template_, NULL, error))
    return NULL;
  first = asy_document_new (template_, data, error);
  if (first == NULL || !fill_contents (self, data, template_, first, error))
    return NULL;
  counted = asy_document_new (template_, data, error);
  if (counted == NULL || !fill_contents (self, data, template_, counted, error))
    return NULL;
  return asy_document_new (template_, data, error);
}

static GBytes *
finish (Folder *self, AsyDocument *document, const char *title, GError **error)
{
  g_autoptr (GDateTime) noon = asy_clock_new_office_time (self->source->today, 12 * 60);
  g_autofree char *moment = g_date_time_format_iso8601 (noon);
  const char *author = asy_office_get_name (self->source->office->office);
  const AsyDocumentMeta meta = { .title = title, .author = author, .created = moment };
  const AsyPdfaInfo info = { .title = title, .author = author, .producer = "Asysta " ASY_VERSION,
                             .created = g_date_time_to_unix (noon), .language = "pl-PL", .part = ASY_PDFA_2B };
  g_autoptr (GBytes) raw = asy_document_write_pdf (document, &meta, error);
  g_autoptr (GBytes) whole = NULL;

  if (raw == NULL)
    return NULL;
  whole = self->parts->len > 0 ? asy_pdf_append (raw, self->parts, error) : g_bytes_ref (raw);
  return whole != NULL ? asy_pdfa_finish (whole, &info, error) : NULL;
}

static gboolean
note_export (AsySession *session, gpointer user_data, GError **error)
{
  const gint64 *family_id = user_data;

  return asy_audit_write (session, "export", "family", *family_id, *family_id, NULL, error);
}

static GBytes *
make (Folder *self, GError **error)
{
  g_autoptr (AsyTemplate) template_ = asy_template_new_shipped (get_kind (self), error);
  g_autoptr (AsyDocument) document = NULL;
  gint64 family_id = self->options->family_id;
  g_autoptr (GBytes) pdf = NULL;

  if (template_ == NULL || !go_on (self, 0, error) || !load (self, error) || !go_on (self, SHARE_LOADED, error))
    return NULL;
  if (self->options->has_papers && !self->options->axis_alone && !load_parts (self, error))
    return NULL;
  document = set_folder (self, template_, error);
  if (document == NULL || !go_on (self, 0.95, error))
    return NULL;
  pdf = finish (self, document, asy_template_get_title (template_), error);
  if (pdf == NULL || !go_on (self, 1, error) || !asy_session_transaction (self->session, note_export, &family_id, error))
    return NULL;
  return g_steal_pointer (&pdf);
}

GBytes *
asy_folder_make (AsySession *session, const AsyFolderOptions *options, GCancellable *cancellable, AsyFolderProgress progress,
                 gpointer user_data, GError **error)
{
  g_auto (Folder) folder = { .session = session, .options = options, .cancellable = cancellable, .progress = progress,
                             .user_data = user_data };

  g_return_val_if_fail (options != NULL && options->family_id != 0, NULL);

  folder.parts = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_pdf_part_free);
  return make (&folder, error);
}

/* The newest file of a paper holds all its signatures. */
GPtrArray *
asy_folder_load_signed (AsySession *session, gint64 family_id, GError **error)
{
  g_autoptr (GPtrArray) files = asy_letters_list_signed (session, family_id, error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_pdf_part_free);

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const AsySignedFile *file = files->pdata[i];
      const AsySignedFile *next = i + 1 < files->len ? files->pdata[i + 1] : NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *title = NULL;

      if (file == NULL || (next != NULL && next->letter_id == file->letter_id))
        continue;
      title = file->mark != NULL ? g_strdup_printf ("%s, %s", file->title, file->mark) : g_strdup (file->title);
      pdf = asy_letter_load_file (session, file->letter_id, 0, error);
      if (pdf == NULL)
        return NULL;
      g_ptr_array_add (parts, asy_pdf_part_new (title, pdf));
    }
  return files != NULL ? g_steal_pointer (&parts) : NULL;
}
