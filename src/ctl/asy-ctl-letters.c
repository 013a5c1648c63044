/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "base/asy-text.h"
#include "ctl/asy-ctl-commands.h"
#include "ctl/asy-ctl-output.h"
#include "ctl/asy-ctl-register.h"
#include "ctl/asy-ctl-workers.h"
#include "papers/asy-paper-issue.h"
#include "papers/asy-paper-source.h"
#include "store/asy-letters.h"

#define PAGE 1000

#define LIST_OPTIONS(kind, year)                                                                                       \
  { "kind", 0, 0, G_OPTION_ARG_STRING, kind, N_("Only papers of this kind; see “letter kinds”"), N_("KIND") }, \
  { "year", 0, 0, G_OPTION_ARG_INT, year, N_("Only papers of this year"), N_("YEAR") }
#define OUTPUT_OPTION(out) { "output", 'o', 0, G_OPTION_ARG_FILENAME, out, N_("Where to write the PDF"), N_("FILE") }

static void
print_letter (AsyCtl *ctl, JsonBuilder *builder, const AsyLetterEntry *entry)
{
  AsyLetter *letter = entry->letter;
  const gint64 id = asy_record_get_id (ASY_RECORD (letter));
  const char *state = asy_letter_state_nicks[asy_letter_get_state (letter)];
  const char *number = asy_letter_get_mark (letter);

  if (!asy_ctl_wants_json (ctl))
    {
      g_autofree char *id_text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      char iso[11];

      asy_day_write_iso (asy_letter_get_made_on (letter), iso);
      asy_ctl_print_row (id_text, iso, number != NULL ? number : "", state, asy_letter_get_title (letter),
                         entry->family_name != NULL ? entry->family_name : "", NULL);
      return;
    }
  json_builder_begin_object (builder);
  asy_ctl_json_int (builder, "id", id);
  asy_ctl_json_text (builder, "kind", asy_letter_get_kind (letter));
  asy_ctl_json_text (builder, "title", asy_letter_get_title (letter));
  asy_ctl_json_text (builder, "family", entry->family_name);
  asy_ctl_json_day (builder, "date", asy_letter_get_made_on (letter));
  asy_ctl_json_text (builder, "number", number);
  asy_ctl_json_text (builder, "state", state);
  json_builder_end_object (builder);
}

/* By pages, so that a register of many years needs no more memory than its answer. */
static int
print_letters (AsyCtl *ctl, AsySession *session, AsyLetterFilter *filter)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (GPtrArray) page = NULL;

  filter->limit = PAGE;
  json_builder_begin_array (builder);
  do
    {
      g_autoptr (GPtrArray) previous = g_steal_pointer (&page);
      g_autoptr (GError) error = NULL;

      if (previous != NULL)
        filter->older_than = ((AsyLetterEntry *) g_ptr_array_index (previous, previous->len - 1))->letter;
      page = asy_letters_list (session, filter, &error);
      if (page == NULL)
        return asy_ctl_fail (ctl, g_steal_pointer (&error), NULL);
      for (guint i = 0; i < page->len; i++)
        print_letter (ctl, builder, g_ptr_array_index (page, i));
    }
  while (page->len == PAGE);
  json_builder_end_array (builder);
  if (asy_ctl_wants_json (ctl))
    asy_ctl_print_json (builder);
  return ASY_CTL_OK;
}

static int
list (AsyCtl *ctl, GStrv args)
{
  g_autofree char *kind = NULL;
  int year = 0;
  const GOptionEntry entries[] = {
    LIST_OPTIONS (&kind, &year),
    { NULL },
  };
  g_autoptr (AsySession) session = NULL;
  g_auto (GStrv) words = NULL;
  AsyLetterFilter filter = { 0 };
  int code;

  if (!asy_ctl_parse (ctl, args, entries, 1, 1, &words, &code))
    return code;
  session = asy_ctl_open (ctl, &code);
  if (session == NULL)
    return code;
  filter.kind = kind;
  filter.year = year;
  return print_letters (ctl, session, &filter);
}

static int
export (AsyCtl *ctl, GStrv args)
{
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
    OUTPUT_OPTION (&out),
    { NULL },
  };
  g_autoptr (AsySession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) words = NULL;
  gint64 id;
  int code;

  if (!asy_ctl_parse (ctl, args, entries, 2, 2, &words, &code))
    return code;
  if (out == NULL)
    return asy_ctl_usage (ctl, _("Say where to write: -o FILE.pdf."));
  if (!asy_ctl_check_output (ctl, out, &code))
    return code;
  if (!g_ascii_string_to_signed (words[1], 10, 1, G_MAXINT64, &id, NULL))
    return asy_ctl_usage (ctl, _("“%s” is no number of a paper; see “letter list”."), words[1]);
  session = asy_ctl_open (ctl, &code);
  if (session == NULL)
    return code;
  pdf = asy_paper_load_pdf (session, id, &error);
  if (pdf == NULL)
    return asy_ctl_fail (ctl, g_steal_pointer (&error), NULL);
  return asy_ctl_write_result (ctl, out, pdf);
}

static void
print_kind (AsyCtl *ctl, JsonBuilder *builder, const AsyTemplate *template_)
{
  if (!asy_ctl_wants_json (ctl))
    {
      asy_ctl_print_row (asy_template_get_id (template_), asy_template_get_title (template_), NULL);
      return;
    }
  json_builder_begin_object (builder);
  asy_ctl_json_text (builder, "kind", asy_template_get_id (template_));
  asy_ctl_json_text (builder, "title", asy_template_get_title (template_));
  asy_ctl_json_int (builder, "version", asy_template_get_version (template_));
  json_builder_end_object (builder);
}

/* No register is needed to tell which papers there are. */
static int
list_kinds (AsyCtl *ctl, GStrv args)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  const char *const *names = asy_template_list_shipped ();
  g_auto (GStrv) words = NULL;
  int code;

  if (!asy_ctl_parse (ctl, args, NULL, 1, 1, &words, &code))
    return code;
  json_builder_begin_array (builder);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AsyTemplate) template_ = asy_template_new_shipped (names[i], &error);

      if (template_ == NULL)
        return asy_ctl_fail (ctl, g_steal_pointer (&error), NULL);
      print_kind (ctl, builder, template_);
    }
  json_builder_end_array (builder);
  if (asy_ctl_wants_json (ctl))
    asy_ctl_print_json (builder);
  return ASY_CTL_OK;
}

/* The word after `letter`, options left aside. */
static const char *
find_verb (GStrv args)
{
  static const char *const verbs[] = { "list", "export", "kinds", NULL };

  for (guint i = 0; args[i] != NULL; i++)
    if (g_strv_contains (verbs, args[i]))
      return args[i];
  return NULL;
}

int
asy_ctl_letter (AsyCtl *ctl, GStrv args)
{
  const char *verb = find_verb (args);
  /* What the verbs take, for the help on the whole command. */
  g_autofree char *kind = NULL;
  g_autofree char *out = NULL;
  int year = 0;
  const GOptionEntry entries[] = {
    LIST_OPTIONS (&kind, &year),
    OUTPUT_OPTION (&out),
    { NULL },
  };
  g_auto (GStrv) words = NULL;
  int code;

  if (g_strcmp0 (verb, "export") == 0)
    return export (ctl, args);
  if (g_strcmp0 (verb, "kinds") == 0)
    return list_kinds (ctl, args);
  if (verb != NULL)
    return list (ctl, args);
  if (!asy_ctl_parse (ctl, args, entries, 1, -1, &words, &code))
    return code;
  return asy_ctl_usage (ctl, _("“%s” is nothing that can be done with papers."), words[0]);
}

/* The plan of a week is made when it is asked for; it bears the day it was
 * asked for on, and no moment, so that two of one day are alike. */
static GBytes *
make_week (AsySession *session, gint64 worker_id, AsyDay monday, gboolean privacy, GError **error)
{
  g_autoptr (AsyPaperSource) source = asy_paper_source_load_week (session, worker_id, monday, error);
  g_autoptr (AsyPaperData) data = NULL;
  g_autoptr (GDateTime) noon = asy_clock_new_office_time (asy_session_get_today (session), 12 * 60);
  g_autofree char *author = NULL;

  if (source == NULL)
    return NULL;
  data = asy_paper_source_fill_week (source, privacy);
  author = asy_worker_dup_full_name (source->week->worker);
  return asy_paper_make_pdf (ASY_LETTER_KIND_WEEK, data, author, g_date_time_to_unix (noon), ASY_PDFA_2B, error);
}

typedef struct
{
  char *assistant;
  char *week;
  char *out;
  gboolean privacy;
} WeekOptions;

static void
week_options_clear (WeekOptions *options)
{
  g_free (options->assistant);
  g_free (options->week);
  g_free (options->out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WeekOptions, week_options_clear)

static int
print_week (AsyCtl *ctl, const WeekOptions *options, AsyDay monday)
{
  g_autoptr (AsySession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  gint64 worker_id;
  int code;

  session = asy_ctl_open (ctl, &code);
  if (session == NULL || !asy_ctl_find_worker (ctl, session, options->assistant, &worker_id, &code))
    return code;
  pdf = make_week (session, worker_id, monday, options->privacy, &error);
  if (pdf == NULL)
    return asy_ctl_fail (ctl, g_steal_pointer (&error), NULL);
  return asy_ctl_write_result (ctl, options->out, pdf);
}

int
asy_ctl_week (AsyCtl *ctl, GStrv args)
{
  g_auto (WeekOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "assistant", 0, 0, G_OPTION_ARG_STRING, &options.assistant, N_("Name, login or number of the assistant"), N_("WHO") },
    { "week", 0, 0, G_OPTION_ARG_STRING, &options.week, N_("Week; this one where it is missing"), N_("YYYY-Wnn") },
    OUTPUT_OPTION (&options.out),
    { "initials", 0, 0, G_OPTION_ARG_NONE, &options.privacy, N_("Initials and districts instead of names and addresses"), NULL },
    { NULL },
  };
  g_auto (GStrv) words = NULL;
  AsyDay monday;
  int code;

  if (!asy_ctl_parse (ctl, args, entries, 0, 0, &words, &code))
    return code;
  if (options.assistant == NULL)
    return asy_ctl_usage (ctl, _("Say whose week: --assistant WHO."));
  if (options.out == NULL)
    return asy_ctl_usage (ctl, _("Say where to write: -o FILE.pdf."));
  if (!asy_ctl_check_output (ctl, options.out, &code))
    return code;
  monday = options.week != NULL ? asy_day_from_iso_week (options.week) : asy_day_get_monday (asy_clock_get_today (ctl->clock));
  if (monday == ASY_DAY_NONE)
    return asy_ctl_usage (ctl, _("“%s” is not a week. Write it as 2026-W13."), options.week);
  return print_week (ctl, &options, monday);
}
