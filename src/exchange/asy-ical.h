/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/asy-import-error.h"
#include "model/asy-dictionary.h"
#include "model/asy-visit-file.h"
#include "store/asy-calendar-import.h"

G_BEGIN_DECLS

/*
 * Calendars of other programs (iCalendar, RFC 5545), read through libical and
 * turned into pieces of time of single days in the office's wall-clock time.
 * libical sees only the lines that matter here, whole, in the order of a
 * structure that was checked before.
 */

/** What is to be said of an event. The first ones leave the event out, the others tell how it was taken. */
typedef enum {
  ASY_ICAL_REASON_NO_START,     /* no start that can be read */
  ASY_ICAL_REASON_NO_LENGTH,    /* takes no time */
  ASY_ICAL_REASON_ZONE,         /* a time zone that neither the file nor this program knows; detail: its name */
  ASY_ICAL_REASON_DUPLICATE,    /* another event has the same identifier */
  ASY_ICAL_REASON_CANCELLED,
  ASY_ICAL_REASON_FREE,         /* told to take no time (TRANSP) */
  ASY_ICAL_REASON_OUTSIDE,      /* before the first day that is read, or after the last */
  ASY_ICAL_REASON_LINE,         /* remarks from here: a line that is none of a calendar */
  ASY_ICAL_REASON_VALUE,        /* a value that cannot be read */
  ASY_ICAL_REASON_RULE,         /* a rule of repetition or an exception that cannot be read */
  ASY_ICAL_REASON_FREQUENCY,    /* repeated more often than daily: taken once */
  ASY_ICAL_REASON_MANY,         /* more instances than ASY_ICAL_INSTANCES_MAX: the first ones are taken */
  ASY_ICAL_REASON_LONG,         /* longer than ASY_ICAL_DAYS_MAX days: cut */
  ASY_ICAL_REASON_FOLLOWING,    /* a change of this and all later instances: taken for this one */
} AsyIcalReason;

#define ASY_N_ICAL_REASONS (ASY_ICAL_REASON_FOLLOWING + 1)

/** A word for machines that never changes: `no-start`. */
const char *asy_ical_reason_get_nick (AsyIcalReason reason);

/** What people are told, as a msgid. */
const char *asy_ical_reason_get_label (AsyIcalReason reason);

/** Whether the event does not come in. */
gboolean asy_ical_reason_leaves_out (AsyIcalReason reason);

typedef struct {
  guint line;                   /* as an editor shows it, from 1 */
  AsyIcalReason reason;
  char *detail;                 /* nullable */
} AsyIcalNote;

#define ASY_ICAL_BYTES_MAX (32 * 1024 * 1024)
#define ASY_ICAL_ENTRIES_MAX 100000
#define ASY_ICAL_INSTANCES_MAX 750      /* of one series: two a day for a year */
#define ASY_ICAL_DAYS_MAX 62            /* of one event */

/** Days that an import reads: from today on, for a year. */
#define ASY_ICAL_DAYS_AHEAD 366

typedef struct {
  GPtrArray *entries;           /* AsyCalendarEntry by day and start */
  GPtrArray *notes;             /* AsyIcalNote by line; those of cancelled, free and outside events are only counted */
  GHashTable *uids;             /* char *: of all events that were understood */
  AsyDay from;
  AsyDay until;
  guint n_events;
  guint n_left_out;             /* events, whatever the reason */
  guint counts[ASY_N_ICAL_REASONS];
  char sha256[65];
} AsyIcal;

/**
 * asy_ical_read:
 * @from: first day that is read; a rule without an end ends at @until
 * @ret_line: (out) (optional): the line that makes the file unusable; 0 for none
 *
 * Fails only when the whole file cannot be used: %ASY_IMPORT_ERROR_NO_CALENDAR,
 * %ASY_IMPORT_ERROR_NOT_CLOSED, %ASY_IMPORT_ERROR_MISPLACED, or that it is no text or too big.
 */
AsyIcal *asy_ical_read (GBytes *bytes, AsyDay from, AsyDay until, guint *ret_line, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void asy_ical_free (AsyIcal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyIcal, asy_ical_free)

/** Takes the entries into the register as work of an assistant; see asy_calendar_import(). @name: of the file. */
gboolean asy_ical_store (AsySession *session, AsyIcal *self, gint64 worker_id, const char *name, gboolean dry_run,
                         AsyCalendarCounts *ret_counts, GError **error);

/** How a calendar is written. */
typedef struct {
  gboolean with_names;          /* kinds, families, addresses; otherwise the title says nothing */
  const char *busy;             /* that title: `Zajęte` */
  AsyDictionary *dictionary;    /* of the office; needed with names */
  const char *stamp;            /* now, as `YYYY-MM-DDTHH:MM:SSZ` */
} AsyIcalStyle;

/** A calendar of @entries (AsyVisitEntry), without visits that were missed. What was said and written at a visit never leaves. */
GBytes *asy_ical_write (GPtrArray *entries, const AsyIcalStyle *style) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_ical_export:
 * @until: the last day; @visit_id not 0: that visit alone, whoever's and whenever
 * @busy: title of entries without names
 *
 * The calendar of an assistant, noted in the audit. With @with_names families
 * are named and addresses written.
 */
GBytes *asy_ical_export (AsySession *session, gint64 worker_id, AsyDay from, AsyDay until, gint64 visit_id, gboolean with_names,
                         const char *busy, guint *ret_n_entries, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
