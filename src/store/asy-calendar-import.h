/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/asy-day.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * Entries of outside calendars as work of an assistant: planned, without a
 * family, of the kind ASY_CALENDAR_KIND, their title in the purpose. The register
 * remembers where each came from, so that the same calendar adds none twice.
 */

/** Code in the office's list of contacts. */
#define ASY_CALENDAR_KIND "other"

/** Behind the uid of a visit in a calendar that the register writes. */
#define ASY_CALENDAR_UID_SUFFIX "@asysta"

/** What an import does with an entry. */
typedef enum {
  ASY_CALENDAR_ADDED,
  ASY_CALENDAR_CHANGED,
  ASY_CALENDAR_SAME,
  ASY_CALENDAR_KEPT,            /* the source has news, but the office changed or recorded the entry */
  ASY_CALENDAR_DELETED,         /* the office deleted it; it does not come back */
  ASY_CALENDAR_UNAVAILABLE,     /* the assistant is not at work on that day */
  ASY_CALENDAR_OWN,             /* written by this register itself */
} AsyCalendarVerdict;

/** A piece of time within one day, in wall-clock time of the office. */
typedef struct {
  guint line;                   /* of its event in the file */
  char *uid;                    /* of the event in its source */
  char *instance;               /* which one of a series and which day of a long event; "" for a plain event */
  AsyDay day;
  int start_minute;
  int minutes;                  /* not past midnight */
  char *title;                  /* nullable */
  char *place;                  /* nullable */
  AsyCalendarVerdict verdict;   /* set by the import */
} AsyCalendarEntry;

void asy_calendar_entry_free (AsyCalendarEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyCalendarEntry, asy_calendar_entry_free)

typedef struct {
  gint64 worker_id;
  GPtrArray *entries;           /* AsyCalendarEntry, each uid and instance once */
  GHashTable *uids;             /* char *: every event that was understood, even if it takes no time now */
  AsyDay from;                  /* the days that were read, included */
  AsyDay until;
  const char *name;             /* of the file, for the audit */
  const char *sha256;           /* of its bytes */
} AsyCalendarImport;

typedef struct {
  guint n_added;
  guint n_changed;
  guint n_removed;              /* gone from an event that the file still knows */
  guint n_same;
  guint n_kept;
  guint n_skipped;              /* deleted by the office, own, or the assistant is not at work */
} AsyCalendarCounts;

/**
 * asy_calendar_import:
 * @dry_run: finds the verdicts and writes nothing
 *
 * All of it or nothing, in one transaction with one entry in the audit beside
 * those of entries that were there. Of an event that the file knows, entries
 * between @from and @until that it no longer has are removed, unless the office
 * touched them. Errors: %ASY_STORE_ERROR_NOT_FOUND without such an assistant.
 */
gboolean asy_calendar_import (AsySession *session, const AsyCalendarImport *import, gboolean dry_run,
                              AsyCalendarCounts *ret_counts, GError **error);

G_END_DECLS
