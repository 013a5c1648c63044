/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/asy-day.h"

G_BEGIN_DECLS

/*
 * What is reminded of in a day, and when. Reminders are numbers and times of
 * day alone: the desktop may show them on a locked screen, so nothing in them
 * can name a family.
 */

typedef enum {
  ASY_REMINDER_DIGEST,          /* once in the morning: the day in numbers */
  ASY_REMINDER_VISITS,          /* before visits that begin at one time */
  ASY_REMINDER_DEADLINES,       /* what is due today and still not done */
} AsyReminderKind;

typedef struct {
  AsyReminderKind kind;
  int minute;                   /* after midnight: when to tell */
  int start_minute;             /* of the visits; -1 for the other kinds */
  guint n_visits;               /* of today, or of those that begin then */
  guint n_due;                  /* due today */
  guint n_late;                 /* overdue */
} AsyReminder;

/** What the user wants to be told; times are minutes after midnight, -1 for never. */
typedef struct {
  int digest_minute;
  int deadline_minute;
  int visit_lead;               /* minutes before a visit */
} AsyReminderChoice;

typedef struct {
  AsyDay day;
  GArray *starts;               /* int: minutes after midnight of the visits still planned; owned */
  GArray *reminded_starts;      /* int: of those among them that are reminded of; owned */
  guint n_due;
  guint n_late;
} AsyReminderFacts;

AsyReminderFacts *asy_reminder_facts_new (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;
void asy_reminder_facts_free (AsyReminderFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyReminderFacts, asy_reminder_facts_free)

/** The reminders of the day in the order in which they come. A day without anything has none. (transfer full) (element-type AsyReminder) */
GArray *asy_reminder_plan (const AsyReminderFacts *facts, const AsyReminderChoice *choice) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_reminder_is_due:
 * @after: minute up to which everything has been told; -1 at the beginning of the day
 * @now: minute of now
 *
 * Whether it is told now. One that came while the machine slept is told late,
 * but not that of a visit that has begun.
 */
gboolean asy_reminder_is_due (const AsyReminder *self, int after, int now);

/** A line and a sentence in the user's language, without names. (transfer full) */
char *asy_reminder_dup_title (const AsyReminder *self) G_GNUC_WARN_UNUSED_RESULT;
char *asy_reminder_dup_body (const AsyReminder *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
