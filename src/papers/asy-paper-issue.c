/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-papers"

#include "config.h"

#include "papers/asy-paper-issue.h"
#include "papers/asy-paper-source.h"
#include "store/asy-letters.h"

/* Names are ASCII: they are identifiers in the file, not words on paper. */
static const char *const two_signers[] = { "Asystent", "Kierownik", NULL };
static const char *const one_signer[] = { "Asystent", NULL };
static const char *const head_alone[] = { "Kierownik", NULL };

static const struct
{
  const char *kind;
  const char *const *fields;
} signings[] = {
  { ASY_LETTER_KIND_OPINION, two_signers },
  { ASY_LETTER_KIND_ASSESSMENT, one_signer },
  { ASY_LETTER_KIND_COMPARISON, one_signer },
  { ASY_LETTER_KIND_REVIEW, one_signer },
  { ASY_LETTER_KIND_MONTH_REPORT, two_signers },
  { ASY_LETTER_KIND_PLAN, one_signer },
  { ASY_LETTER_KIND_COURT_REPORT, two_signers },
  { ASY_LETTER_KIND_COURT_NOTICE, two_signers },
  { ASY_LETTER_KIND_COURT_REPLY, two_signers },
  { ASY_LETTER_KIND_ASSIGNMENT, head_alone },
  { ASY_LETTER_KIND_DIAGNOSIS, one_signer },
  { ASY_LETTER_KIND_HANDOVER, two_signers },
  { ASY_LETTER_KIND_VISIT_CARD, one_signer },
  { ASY_LETTER_KIND_END_CARD, two_signers },
  { ASY_LETTER_KIND_MONITORING_CARD, one_signer },
};

const char *const *
asy_paper_get_signature_fields (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signings); i++)
    if (g_strcmp0 (kind, signings[i].kind) == 0)
      return signings[i].fields;
  return NULL;
}

GBytes *
asy_paper_make_pdf (const char *kind, AsyPaperData *data, const char *author, gint64 created, AsyPdfaPart part, GError **error)
{
  g_autoptr (AsyTemplate) template_ = asy_template_new_shipped (kind, error);
  g_autoptr (AsyDocument) document = NULL;
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (created);
  g_autofree char *moment_text = g_date_time_format_iso8601 (moment);
  g_autoptr (GBytes) raw = NULL;
  AsyDocumentMeta meta = { .author = author, .created = moment_text };
  AsyPdfaInfo info = { .author = author, .producer = "Asysta " ASY_VERSION, .created = created, .language = "pl-PL", .part = part };

  if (template_ == NULL)
    return NULL;
  document = asy_document_new (template_, data, error);
  if (document == NULL)
    return NULL;
  meta.title = info.title = asy_template_get_title (template_);
  raw = asy_document_write_pdf (document, &meta, error);
  if (raw == NULL)
    return NULL;
  info.signature_fields = asy_paper_get_signature_fields (kind);
  return asy_pdfa_finish (raw, &info, error);
}

/* Drafts bear the day of the paper, issued ones the moment of issue. */
static gint64
created_of (AsyLetter *letter)
{
  g_autoptr (GDateTime) issued = NULL;

  if (asy_letter_get_issued_at (letter) != NULL)
    issued = g_date_time_new_from_iso8601 (asy_letter_get_issued_at (letter), NULL);
  if (issued == NULL)
    {
      const AsyDay day = asy_letter_get_made_on (letter);

      issued = day == ASY_DAY_NONE ? g_date_time_new_from_unix_utc (0)
                                   : g_date_time_new_utc (asy_day_get_year (day), asy_day_get_month (day), asy_day_get_day (day), 12, 0, 0);
    }
  return g_date_time_to_unix (issued);
}

static GBytes *
make_from_source (const AsyPaperSource *source, AsyPaperData *data, GError **error)
{
  AsyWorker *author = source->letter->author;
  g_autofree char *name = author != NULL ? asy_worker_dup_full_name (author) : NULL;

  return asy_paper_make_pdf (asy_paper_source_get_kind (source), data, name, created_of (source->letter->letter), ASY_PDFA_2B, error);
}

/* The source was loaded before the number was given; the file that comes in
 * has the number, the mark and the head of the audit. */
static gboolean
render_issued (AsyLetterFile *file, gpointer user_data, AsyLetterPaper *ret_paper, GError **error)
{
  AsyPaperSource *source = user_data;
  AsyPaperSource numbered = *source;
  g_autoptr (AsyPaperData) data = NULL;
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (AsyTemplate) template_ = asy_template_new_shipped (asy_letter_get_kind (file->letter), error);

  if (template_ == NULL)
    return FALSE;
  numbered.letter = file;
  numbered.audit_head = (char *) asy_letter_get_audit_head (file->letter);
  data = asy_paper_source_fill (&numbered);
  ret_paper->pdf = make_from_source (&numbered, data, error);
  if (ret_paper->pdf == NULL)
    return FALSE;
  xml = asy_paper_data_to_xml (data);
  ret_paper->data = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
  ret_paper->template_id = g_strdup (asy_template_get_id (template_));
  ret_paper->template_version = (int) asy_template_get_version (template_);
  return TRUE;
}

gboolean
asy_paper_issue (AsySession *session, gint64 letter_id, GError **error)
{
  g_autoptr (AsyPaperSource) source = asy_paper_source_load (session, letter_id, error);

  if (source == NULL)
    return FALSE;
  return asy_letter_issue (session, source->letter->letter, render_issued, source, error);
}

GBytes *
asy_paper_load_pdf (AsySession *session, gint64 letter_id, GError **error)
{
  g_autoptr (AsyPaperSource) source = asy_paper_source_load (session, letter_id, error);
  g_autoptr (AsyPaperData) data = NULL;

  if (source == NULL)
    return NULL;
  if (!asy_paper_source_is_set_anew (source))
    return asy_letter_load_file (session, letter_id, 0, error);
  data = asy_paper_source_fill (source);
  return make_from_source (source, data, error);
}
