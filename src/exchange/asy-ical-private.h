/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libical/ical.h>

#include "exchange/asy-ical.h"

G_BEGIN_DECLS

/* Lines of the file: asy-ical-lines.c. */

typedef struct {
  GPtrArray *calendars;         /* icalcomponent: VCALENDAR with events and zones only */
  GArray *lines;                /* guint: where each VEVENT begins, in order */
  GArray *junk;                 /* guint: lines without a name and a value */
} AsyIcalTree;

AsyIcalTree *_asy_ical_tree_new (GBytes *bytes, guint *ret_line, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void _asy_ical_tree_free (AsyIcalTree *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyIcalTree, _asy_ical_tree_free)

/* Time zones of one calendar: asy-ical-zone.c. */

typedef struct _AsyIcalZones AsyIcalZones;

AsyIcalZones *_asy_ical_zones_new (icalcomponent *calendar) G_GNUC_WARN_UNUSED_RESULT;
void _asy_ical_zones_free (AsyIcalZones *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyIcalZones, _asy_ical_zones_free)

/** The zone of that name: from the calendar itself, by its name in the tz database, or by Outlook's name; %NULL when unknown. */
icaltimezone *_asy_ical_zones_find (AsyIcalZones *self, const char *tzid);

/* Points in time: asy-ical-time.c. */

/** A time as it is written in an event. */
typedef struct {
  struct icaltimetype wall;     /* no zone attached */
  icaltimezone *zone;           /* nullable: floats, that is, means the office's time */
} AsyIcalTime;

/** A point of the office's wall clock in minutes since the beginning of day 0; compares and subtracts. */
typedef gint64 AsyIcalMoment;

#define ASY_ICAL_DAY_MINUTES ((AsyIcalMoment) 1440)

/** %FALSE for a value that is no usable time, or *@ret_unknown (a zone's name, transfer none) for an unknown zone. */
gboolean _asy_ical_time_read (icalproperty *property, AsyIcalZones *zones, AsyIcalTime *ret_time, const char **ret_unknown);

/** @seconds later, as time goes by. */
AsyIcalMoment _asy_ical_time_get_moment (const AsyIcalTime *time, gint64 seconds);

/** Seconds of the world's time between two times. */
gint64 _asy_ical_time_get_span (const AsyIcalTime *from, const AsyIcalTime *until);

AsyDay _asy_ical_wall_get_day (struct icaltimetype wall);

/* Series: asy-ical-series.c. */

/** Steps through rules that a whole file may cost. */
#define ASY_ICAL_STEPS_MAX 1000000

/**
 * The starts of an event between @from and @until, in any order, each once: as
 * its rules and dates say, exceptions not taken out. @steps_left is used up.
 * (transfer full) (element-type AsyIcalTime)
 */
GArray *_asy_ical_series_expand (icalcomponent *event, const AsyIcalTime *start, AsyIcalZones *zones, AsyDay from, AsyDay until,
                                 gint64 *steps_left, AsyIcalReason *ret_remark, gboolean *ret_has_remark) G_GNUC_WARN_UNUSED_RESULT;

gboolean _asy_ical_series_is (icalcomponent *event);

G_END_DECLS
