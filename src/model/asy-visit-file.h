/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-visit.h"
#include "model/asy-work-time.h"
#include "model/asy-worker.h"

G_BEGIN_DECLS

/** A visit with what a calendar shows beside it. */
typedef struct {
  AsyVisit *visit;
  char *worker_name;            /* `Ewa Zmyślona` */
  char *family_name;            /* nullable: work without a family */
  char *address;                /* nullable */
  char *district;               /* nullable */
  char *phone;                  /* nullable */
  char *warning;                /* nullable: a warning on the family that holds on the day of the visit */
  gboolean two_persons;         /* asked for by this visit or by its family */
} AsyVisitEntry;

void asy_visit_entry_free (AsyVisitEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyVisitEntry, asy_visit_entry_free)

/** Minute after midnight at which a visit ends. */
int asy_visit_get_end_minute (AsyVisit *visit);

typedef struct {
  gint64 person_id;
  gboolean present;
  gboolean seen;                /* a child that was seen (a safety fact of its own) */
} AsyVisitPerson;

/** What a visit noted on the plan. */
typedef struct {
  gint64 id;                    /* of a goal or a task */
  int status;                   /* the state that the visit set it to: AsyGoalStatus or AsyTaskStatus */
  char *title;                  /* nullable: as the register has it */
} AsyVisitMark;

/** A visit with all that is recorded of it. */
typedef struct {
  AsyVisit *visit;
  GArray *persons;              /* AsyVisitPerson */
  GArray *goals;                /* gint64: goals of the plan that it served */
  GPtrArray *goal_titles;       /* char *: of the goals, as loaded; empty otherwise */
  GPtrArray *goal_marks;        /* AsyVisitMark: of goals that it served */
  GPtrArray *task_marks;        /* AsyVisitMark */
  GPtrArray *duties;            /* char *: numbers of art. 15 ust. 1 */
} AsyVisitFile;

/** With empty sets. (transfer none) */
AsyVisitFile *asy_visit_file_new (AsyVisit *visit) G_GNUC_WARN_UNUSED_RESULT;
void asy_visit_file_free (AsyVisitFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyVisitFile, asy_visit_file_free)

/** (transfer none) (nullable) */
AsyVisitMark *asy_visit_marks_find (GPtrArray *marks, gint64 id);

/** Sets or replaces the mark of a goal or a task; @title is nullable. */
void asy_visit_marks_set (GPtrArray *marks, gint64 id, int status, const char *title);

/** Takes a mark away, if there is one. */
void asy_visit_marks_remove (GPtrArray *marks, gint64 id);

/** Appends what @from has in its sets to those of @self. */
void asy_visit_file_add_sets (AsyVisitFile *self, const AsyVisitFile *from);

void asy_visit_file_add_person (AsyVisitFile *self, gint64 person_id, gboolean present, gboolean seen);

typedef enum {
  ASY_VISIT_CONFLICT_WORKER,    /* the assistant is elsewhere at that time */
  ASY_VISIT_CONFLICT_FAMILY,    /* the family has another visit at that time, and it is not one in twos */
  ASY_VISIT_CONFLICT_TRAVEL,    /* too little time for the way from or to the neighbouring visit */
  ASY_VISIT_CONFLICT_REST,      /* fewer than eleven hours to the work of the day before or after */
  ASY_VISIT_CONFLICT_DAY_OFF,   /* a Sunday or a public holiday */
  ASY_VISIT_CONFLICT_ABSENCE,   /* the assistant is away */
  ASY_VISIT_CONFLICT_HOURS,     /* outside the hours of the assistant */
} AsyVisitConflictKind;

typedef struct {
  AsyVisitConflictKind kind;
  AsyVisitEntry *other;         /* nullable: a day off is nobody's */
  int missing_minutes;          /* of travel or rest */
  AsyAbsence *absence;          /* nullable */
  int hours_start;              /* the hours of that day; both 0: not a day of work */
  int hours_end;
} AsyVisitConflict;

void asy_visit_conflict_free (AsyVisitConflict *conflict);

/** The visits of one family in a month against the number agreed on. */
typedef struct {
  gint64 family_id;
  char *family_name;
  char *district;               /* nullable */
  gint64 worker_id;             /* the assistant at work */
  int norm;                     /* agreed visits a month */
  int held;
  int planned;                  /* today and later within the month */
  int missed;
  AsyDay last_on;               /* newest held, whatever the month */
  AsyDay next_on;               /* nearest planned, today or later, whatever the month */
} AsyFamilyVisits;

void asy_family_visits_free (AsyFamilyVisits *visits);

/** Fewer visits held and planned in the month than were agreed on. */
gboolean asy_family_visits_is_below (const AsyFamilyVisits *visits);

/** A week of one assistant: what the calendar and the weekly paper show. */
typedef struct {
  AsyWorker *worker;
  AsyDay monday;
  GPtrArray *entries;           /* AsyVisitEntry by day and start, seven days */
  GPtrArray *families;          /* AsyFamilyVisits of the month of the week's Thursday, by name */
  GPtrArray *others;            /* AsyVisitEntry: what other assistants do with these families, by day and start */
  AsyWorkTime *time;
  int held;                     /* visits, not other work */
  int planned;
  int missed;
  int minutes;                  /* planned and held, other work too; whole days are none */
  int travel_minutes;
} AsyWeek;

void asy_week_free (AsyWeek *week);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyWeek, asy_week_free)

/** Whether the family has a visit in the week that was not missed. */
gboolean asy_week_has_family (AsyWeek *week, gint64 family_id);

G_END_DECLS
