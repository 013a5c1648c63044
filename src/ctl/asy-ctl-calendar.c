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
#include "exchange/asy-ical.h"

/* What happens to an entry, by verdict: a word for machines and one for people. */
static const struct {
  const char *nick;
  const char *label;
} verdicts[] = {
  [ASY_CALENDAR_ADDED] = { "added", N_("added") },
  [ASY_CALENDAR_CHANGED] = { "changed", N_("changed") },
  [ASY_CALENDAR_SAME] = { "same", N_("the same") },
  [ASY_CALENDAR_KEPT] = { "kept", N_("left as the office changed it") },
  [ASY_CALENDAR_DELETED] = { "deleted", N_("left out: the office deleted it") },
  [ASY_CALENDAR_UNAVAILABLE] = { "unavailable", N_("left out: the assistant is not at work on that day") },
  [ASY_CALENDAR_OWN] = { "own", N_("left out: it comes from this register") },
};

static AsyIcal *
read_calendar (AsyCtl *ctl, const char *path, int *ret_code)
{
  const AsyDay today = asy_clock_get_today (ctl->clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  guint line = 0;
  AsyIcal *ical = bytes != NULL ? asy_ical_read (bytes, today, today + ASY_ICAL_DAYS_AHEAD, &line, &error) : NULL;
  g_autofree char *place = line > 0 ? g_strdup_printf (_("%s, line %u"), path, line) : g_strdup (path);

  if (ical == NULL)
    *ret_code = asy_ctl_fail (ctl, g_steal_pointer (&error), place);
  return ical;
}

static void
tell_notes (AsyIcal *ical)
{
  for (guint i = 0; i < ical->notes->len; i++)
    {
      const AsyIcalNote *note = g_ptr_array_index (ical->notes, i);
      const char *label = _(asy_ical_reason_get_label (note->reason));

      if (note->detail != NULL)
        asy_ctl_say (_("line %u: %s: %s"), note->line, label, note->detail);
      else
        asy_ctl_say (_("line %u: %s"), note->line, label);
    }
}

static void
tell_entries (AsyIcal *ical)
{
  for (guint i = 0; i < ical->entries->len; i++)
    {
      const AsyCalendarEntry *entry = g_ptr_array_index (ical->entries, i);
      g_autofree char *day = asy_day_to_iso (entry->day);
      g_autofree char *time = asy_text_time_range (entry->start_minute, entry->minutes);

      if (entry->verdict != ASY_CALENDAR_SAME)
        asy_ctl_say ("%s %s %s: %s", day, time, entry->title != NULL ? entry->title : "", _(verdicts[entry->verdict].label));
    }
}

static void
print_notes (JsonBuilder *builder, AsyIcal *ical)
{
  json_builder_set_member_name (builder, "remarks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ical->notes->len; i++)
    {
      const AsyIcalNote *note = g_ptr_array_index (ical->notes, i);

      json_builder_begin_object (builder);
      asy_ctl_json_int (builder, "line", note->line);
      asy_ctl_json_text (builder, "reason", asy_ical_reason_get_nick (note->reason));
      asy_ctl_json_text (builder, "detail", note->detail);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_report (AsyCtl *ctl, AsyIcal *ical, const AsyCalendarCounts *counts)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!asy_ctl_wants_json (ctl))
    {
      g_print (_("Events: %u, left out: %u. Entries added: %u, changed: %u, removed: %u, the same: %u, kept: %u, skipped: %u.\n"),
               ical->n_events, ical->n_left_out, counts->n_added, counts->n_changed, counts->n_removed, counts->n_same, counts->n_kept,
               counts->n_skipped);
      return;
    }
  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  asy_ctl_json_int (builder, "events", ical->n_events);
  asy_ctl_json_int (builder, "left_out", ical->n_left_out);
  asy_ctl_json_int (builder, "added", counts->n_added);
  asy_ctl_json_int (builder, "changed", counts->n_changed);
  asy_ctl_json_int (builder, "removed", counts->n_removed);
  asy_ctl_json_int (builder, "same", counts->n_same);
  asy_ctl_json_int (builder, "kept", counts->n_kept);
  asy_ctl_json_int (builder, "skipped", counts->n_skipped);
  print_notes (builder, ical);
  json_builder_end_object (builder);
  asy_ctl_print_json (builder);
}

int
asy_ctl_import_calendar (AsyCtl *ctl, const char *path, const char *who, gboolean dry_run)
{
  g_autoptr (AsyIcal) ical = NULL;
  g_autoptr (AsySession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  AsyCalendarCounts counts;
  gint64 worker_id;
  int code;

  if (who == NULL)
    return asy_ctl_usage (ctl, _("Say whose calendar it is: --assistant WHO."));
  ical = read_calendar (ctl, path, &code);
  session = ical != NULL ? asy_ctl_open (ctl, &code) : NULL;
  if (session == NULL || !asy_ctl_find_worker (ctl, session, who, &worker_id, &code))
    return code;
  if (!asy_ical_store (session, ical, worker_id, name, dry_run, &counts, &error))
    return asy_ctl_fail (ctl, g_steal_pointer (&error), path);
  tell_notes (ical);
  if (dry_run)
    tell_entries (ical);
  print_report (ctl, ical, &counts);
  if (dry_run)
    asy_ctl_say (_("This was a dry run: nothing was written."));
  return ASY_CTL_OK;
}

typedef struct {
  AsyDay from;
  AsyDay until;
} Days;

static gboolean
find_days (AsyCtl *ctl, const char *week, Days *ret_days)
{
  const AsyDay monday = week != NULL ? asy_day_from_iso_week (week) : asy_day_get_monday (asy_clock_get_today (ctl->clock));

  ret_days->from = monday;
  ret_days->until = monday + (week != NULL ? 6 : ASY_ICAL_DAYS_AHEAD);
  return monday != ASY_DAY_NONE;
}

static int
write_calendar (AsyCtl *ctl, const char *who, Days days, int visit, gboolean names, const char *out)
{
  g_autoptr (AsySession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gint64 worker_id = 0;
  guint n_entries;
  int code;

  session = asy_ctl_open (ctl, &code);
  if (session == NULL || (who != NULL && !asy_ctl_find_worker (ctl, session, who, &worker_id, &code)))
    return code;
  bytes = asy_ical_export (session, worker_id, days.from, days.until, visit, names, _("Busy"), &n_entries, &error);
  if (bytes == NULL)
    return asy_ctl_fail (ctl, g_steal_pointer (&error), NULL);
  code = asy_ctl_write_result (ctl, out, bytes);
  if (code == ASY_CTL_OK)
    asy_ctl_say (g_dngettext (GETTEXT_PACKAGE, "%u entry written; the file is not encrypted.",
                              "%u entries written; the file is not encrypted.", n_entries),
                 n_entries);
  return code;
}

int
asy_ctl_export_calendar (AsyCtl *ctl, const char *who, const char *week, int visit, gboolean names, const char *out)
{
  Days days;
  int code;

  if ((who == NULL) == (visit == 0))
    return asy_ctl_usage (ctl, _("Say whose calendar, --assistant WHO, or which visit, --visit N."));
  if (visit < 0)
    return asy_ctl_usage (ctl, _("%d is no number of a visit."), visit);
  if (out == NULL)
    return asy_ctl_usage (ctl, _("Say where to write: -o FILE.ics."));
  if (!find_days (ctl, week, &days))
    return asy_ctl_usage (ctl, _("“%s” is not a week. Write it as 2026-W13."), week);
  if (!asy_ctl_check_output (ctl, out, &code))
    return code;
  return write_calendar (ctl, who, days, visit, names, out);
}
