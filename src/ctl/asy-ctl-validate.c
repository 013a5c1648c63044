/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/asy-calendar-pl.h"
#include "base/asy-ident.h"
#include "base/asy-case-number.h"
#include "ctl/asy-ctl-commands.h"
#include "ctl/asy-ctl-output.h"

/* What is found about one line. */
typedef struct
{
  const char *reason;           /* nick; "" when it is valid */
  char born[11];                /* of a valid PESEL */
  const char *sex;
} Finding;

static void
validate_pesel (const char *text, Finding *finding)
{
  AsyPesel pesel;
  const AsyIdentProblem problem = asy_ident_check_pesel (text, &pesel);

  finding->reason = asy_ident_problem_get_nick (problem);
  if (problem != ASY_IDENT_OK)
    return;
  asy_day_write_iso (pesel.born, finding->born);
  finding->sex = asy_sex_get_letter (pesel.sex);
}

static void
validate_nip (const char *text, Finding *finding)
{
  finding->reason = asy_ident_problem_get_nick (asy_ident_check_nip (text, NULL));
}

static void
validate_regon (const char *text, Finding *finding)
{
  finding->reason = asy_ident_problem_get_nick (asy_ident_check_regon (text, NULL));
}

static void
validate_postcode (const char *text, Finding *finding)
{
  finding->reason = asy_ident_problem_get_nick (asy_ident_check_postcode (text, NULL));
}

static void
validate_phone (const char *text, Finding *finding)
{
  finding->reason = asy_ident_problem_get_nick (asy_ident_check_phone (text, NULL));
}

static void
validate_case_number (const char *text, Finding *finding)
{
  finding->reason = asy_case_number_problem_get_nick (asy_case_number_parse (text, NULL));
}

static const struct
{
  const char *name;
  void (*validate) (const char *text, Finding *finding);
  gboolean has_person;
} kinds[] = {
  { "pesel", validate_pesel, TRUE },
  { "nip", validate_nip, FALSE },
  { "regon", validate_regon, FALSE },
  { "postcode", validate_postcode, FALSE },
  { "phone", validate_phone, FALSE },
  { "case-number", validate_case_number, FALSE },
};

static void
add_json (JsonBuilder *builder, guint kind, const char *value, const Finding *finding)
{
  json_builder_begin_object (builder);
  asy_ctl_json_text (builder, "value", value);
  asy_ctl_json_bool (builder, "valid", finding->reason[0] == '\0');
  asy_ctl_json_text (builder, "reason", finding->reason);
  if (kinds[kind].has_person)
    {
      asy_ctl_json_text (builder, "birth_date", finding->born[0] != '\0' ? finding->born : NULL);
      asy_ctl_json_text (builder, "sex", finding->sex);
    }
  json_builder_end_object (builder);
}

static void
answer (JsonBuilder *builder, guint kind, const char *value)
{
  Finding finding = { "", "", NULL };
  const char *verdict;

  kinds[kind].validate (value, &finding);
  verdict = finding.reason[0] == '\0' ? "valid" : "invalid";
  if (builder != NULL)
    add_json (builder, kind, value, &finding);
  else if (kinds[kind].has_person)
    asy_ctl_print_row (value, verdict, finding.reason, finding.born, finding.sex != NULL ? finding.sex : "", NULL);
  else
    asy_ctl_print_row (value, verdict, finding.reason, NULL);
}

/* A line without its break; bytes that are no text become marks of a missing letter. */
static char *
clean_line (char *line, gsize size)
{
  if (size > 0 && line[size - 1] == '\n')
    size--;
  if (size > 0 && line[size - 1] == '\r')
    size--;
  for (gsize i = 0; i < size; i++)
    if (line[i] == '\0')
      line[i] = '\001';
  return g_utf8_make_valid (line, (gssize) size);
}

static gboolean
answer_lines (JsonBuilder *builder, guint kind)
{
  char *line = NULL;
  gsize room = 0;
  gssize size;

  while ((size = getline (&line, &room, stdin)) >= 0)
    {
      g_autofree char *value = clean_line (line, (gsize) size);

      answer (builder, kind, value);
    }
  free (line);
  return !ferror (stdin);
}

static int
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return (int) i;
  return -1;
}

int
asy_ctl_validate (AsyCtl *ctl, GStrv args)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_auto (GStrv) words = NULL;
  gboolean read_all;
  int kind, code;

  if (!asy_ctl_parse (ctl, args, NULL, 1, 1, &words, &code))
    return code;
  kind = find_kind (words[0]);
  if (kind < 0)
    return asy_ctl_usage (ctl, _("“%s” is nothing that can be validated."), words[0]);
  if (ctl->json)
    {
      builder = json_builder_new_immutable ();
      json_builder_begin_array (builder);
    }
  read_all = answer_lines (builder, (guint) kind);
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      asy_ctl_print_json (builder);
    }
  if (read_all)
    return ASY_CTL_OK;
  asy_ctl_say (_("The input could not be read."));
  return ASY_CTL_FAILED;
}

static void
print_days_off (AsyCtl *ctl, GArray *days)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < days->len; i++)
    {
      const AsyDayOff *day = &g_array_index (days, AsyDayOff, i);
      char iso[11];

      asy_day_write_iso (day->day, iso);
      json_builder_begin_object (builder);
      asy_ctl_json_text (builder, "day", iso);
      asy_ctl_json_text (builder, "name", day->name);
      json_builder_end_object (builder);
      if (!ctl->json)
        asy_ctl_print_row (iso, day->name, NULL);
    }
  json_builder_end_array (builder);
  if (ctl->json)
    asy_ctl_print_json (builder);
}

int
asy_ctl_days_off (AsyCtl *ctl, GStrv args)
{
  g_autofree char *year_text = NULL;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_STRING, &year_text, N_("Year; this one where it is missing"), N_("YEAR") },
    { NULL },
  };
  g_autoptr (GArray) days = NULL;
  g_auto (GStrv) words = NULL;
  gint64 year;
  int code;

  if (!asy_ctl_parse (ctl, args, entries, 0, 0, &words, &code))
    return code;
  year = asy_day_get_year (asy_clock_get_today (ctl->clock));
  /* Before 1990 the table of holidays is not complete. */
  if (year_text != NULL && !g_ascii_string_to_signed (year_text, 10, 1990, ASY_DAY_YEAR_MAX, &year, NULL))
    return asy_ctl_usage (ctl, _("“%s” is not a year from 1990 to %d."), year_text, ASY_DAY_YEAR_MAX);
  days = asy_days_off_in_year ((int) year);
  print_days_off (ctl, days);
  return ASY_CTL_OK;
}
