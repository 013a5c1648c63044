/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/asy-day.h"

G_BEGIN_DECLS

/*
 * How visits repeat. A rule is kept as iCalendar writes it (RFC 5545, RRULE)
 * and followed by libical; only rules that people plan by are made and read.
 */

/** Visits that one rule gives at most, and how far ahead they are planned. */
#define ASY_VISIT_RULE_VISITS_MAX 120
#define ASY_VISIT_RULE_DAYS_MAX 731

#define ASY_VISIT_RULE_LAST (1u << 4)

typedef struct {
  guint every;                  /* that many weeks or, with @places, months; from 1 */
  guint weekdays;               /* bit 0 for Monday to bit 6 for Sunday; at least one */
  guint places;                 /* in the month: bit 0 for the first to bit 3 for the fourth such weekday, ASY_VISIT_RULE_LAST; 0 for weeks */
  guint count;                  /* number of visits; 0: as @until says */
  AsyDay until;                 /* last day, included; %ASY_DAY_NONE with a count */
} AsyVisitRule;

/** Whether it can be followed: a weekday, an interval, and one end that is not too far from @first. */
gboolean asy_visit_rule_is_valid (const AsyVisitRule *self, AsyDay first);

/** `FREQ=WEEKLY;UNTIL=20260630;BYDAY=TU`. (transfer full) */
char *asy_visit_rule_to_text (const AsyVisitRule *self) G_GNUC_WARN_UNUSED_RESULT;

/** %FALSE for a text that is no such rule. */
gboolean asy_visit_rule_parse (const char *text, AsyVisitRule *ret_rule);

/**
 * asy_visit_rule_list_days:
 * @first: the visit begins no earlier; it is a day of the rule or the first one after it counts
 *
 * (transfer full) (element-type AsyDay)
 */
GArray *asy_visit_rule_list_days (const AsyVisitRule *self, AsyDay first) G_GNUC_WARN_UNUSED_RESULT;

/** Days off of a series. */
typedef enum {
  ASY_VISIT_OFF_EARLIER,        /* the working day before */
  ASY_VISIT_OFF_LATER,          /* the working day after */
  ASY_VISIT_OFF_LEAVE_OUT,
  ASY_VISIT_OFF_KEEP,
} AsyVisitOff;

/** Where a visit of @day goes when that is a day off; %ASY_DAY_NONE: it is left out. Saturdays are working days of assistants. */
AsyDay asy_visit_off_get_day (AsyVisitOff off, AsyDay day);

G_END_DECLS
