/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-diagnosis-file.h"
#include "model/asy-models.h"

G_BEGIN_DECLS

/** A family member with the person behind it. */
typedef struct {
  AsyMember *member;
  AsyPerson *person;
  GPtrArray *names;             /* AsyPersonName: what the person was called before, oldest first */
} AsyMemberEntry;

AsyMemberEntry *asy_member_entry_new (AsyMember *member, AsyPerson *person) G_GNUC_WARN_UNUSED_RESULT; /* (transfer none) both */
AsyMemberEntry *asy_member_entry_copy (const AsyMemberEntry *entry) G_GNUC_WARN_UNUSED_RESULT; /* of all its records */
void asy_member_entry_free (AsyMemberEntry *entry);

/** Two records of one person that were made one. */
typedef struct {
  gint64 id;                    /* of the merge, for taking it back */
  gint64 kept_id;
  char *merged_name;
  AsyDay day;
} AsyPersonMergeEntry;

void asy_person_merge_entry_free (AsyPersonMergeEntry *entry);

/** An assignment with the assistant's name, as lists show it. */
typedef struct {
  AsyAssignment *assignment;
  AsyWorker *worker;
} AsyAssignmentEntry;

void asy_assignment_entry_free (AsyAssignmentEntry *entry);

/** A plan with all that hangs on it. */
typedef struct {
  AsyPlan *plan;
  GPtrArray *goals;             /* AsyGoal by position */
  GPtrArray *tasks;             /* AsyTask of all goals, by goal and position */
  GPtrArray *signatures;        /* AsyPlanSignature */
  GPtrArray *reviews;           /* AsyPlanReview, newest first */
  GPtrArray *copies;            /* AsyPlanCopy, newest first */
} AsyPlanFile;

AsyPlanFile *asy_plan_file_new (AsyPlan *plan) G_GNUC_WARN_UNUSED_RESULT; /* (transfer none) */
void asy_plan_file_free (AsyPlanFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyPlanFile, asy_plan_file_free)

/** What a family member answered to the plan. (transfer none) (nullable) */
AsyPlanSignature *asy_plan_file_find_signature (AsyPlanFile *self, gint64 person_id);

/** The tasks of one goal, in order. (transfer container) (element-type AsyTask) */
GPtrArray *asy_plan_file_list_tasks (AsyPlanFile *self, gint64 goal_id) G_GNUC_WARN_UNUSED_RESULT;

/** The same for each goal at once, by its id (gint64 *), in one pass for whoever looks at all of them. (transfer full) */
GHashTable *asy_plan_file_group_tasks (AsyPlanFile *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * AsyFamilyFile:
 *
 * Everything the office knows of one family that its pages and papers show,
 * loaded at once and never changed afterwards: a snapshot. Visits come by a
 * window of time elsewhere; here are only the newest.
 */
typedef struct {
  gatomicrefcount ref_count;
  AsyFamily *family;
  GPtrArray *members;           /* AsyMemberEntry, by position; those who left too */
  GPtrArray *kinships;          /* AsyKinship among the members and their nearest kin */
  GPtrArray *unions;            /* AsyUnion among the same people, oldest first */
  GPtrArray *kin;               /* AsyPerson: parents, children, siblings and partners of members, who are no members */
  GPtrArray *names;             /* AsyPersonName of members and kin, by person and oldest first */
  GPtrArray *merges;            /* AsyPersonMergeEntry of the members, newest first */
  GPtrArray *cases;             /* AsyCase, newest first */
  AsyCase *current;             /* nullable: the newest case (open or not) */
  GPtrArray *reasons;           /* char *: difficulty codes of the current case */
  GPtrArray *consents;          /* AsyConsent of the current case */
  GPtrArray *assignments;       /* AsyAssignmentEntry of the current case, newest first */
  AsyWorker *assistant;         /* nullable: who is at work on the day of loading */
  AsyDiagnosisFile *diagnosis;  /* nullable: of the current case */
  GPtrArray *involvements;      /* AsyInvolvement: who works with the family already; running ones first, then the newest */
  GPtrArray *providers;         /* AsyProvider of the involvements */
  GPtrArray *plans;             /* AsyPlan of the current case, newest version first */
  AsyPlanFile *plan;            /* nullable: the newest version of the plan */
  GPtrArray *plan_signatures;   /* AsyPlanSignature of all versions, newest first */
  GPtrArray *plan_reviews;      /* AsyPlanReview of all versions, newest first */
  GPtrArray *visits;            /* AsyVisit: planned ones and the newest held, newest first */
  GPtrArray *seen;              /* AsyChildSeen, one a child */
  GPtrArray *assessments;       /* AsyAssessment of the current case, newest first */
  GPtrArray *reviews;           /* AsyReview of the current case, newest first */
  GPtrArray *requests;          /* AsyCourtRequest of the current case, newest first */
  GPtrArray *courts;            /* AsyCourt of the requests and the case */
  GPtrArray *letters;           /* AsyLetter, newest first */
  GPtrArray *contacts;          /* AsyMonitoringDate of the current case, by day */
  GPtrArray *cards;             /* AsyMonitoringCard of the current case, newest first */
  GPtrArray *skips;             /* AsyStepSkip of the current case, newest first */
  GPtrArray *warnings;          /* AsyFamilyWarning, newest first; those that ended too */
  GPtrArray *interventions;     /* AsyIntervention, newest first */
  GPtrArray *observations;      /* AsyObservation, newest first */
  GPtrArray *blue_cards;        /* AsyBlueCard, newest first */
  GPtrArray *blue_card_meetings; /* AsyBlueCardMeeting of all cards, newest first */
  int visits_held;              /* in the current case, all time */
  int visits_missed;
  AsyDay loaded_on;
} AsyFamilyFile;

typedef struct {
  gint64 person_id;
  AsyDay day;                   /* last day an assistant saw the child; ASY_DAY_NONE: never */
} AsyChildSeen;

AsyFamilyFile *asy_family_file_new (void) G_GNUC_WARN_UNUSED_RESULT;
AsyFamilyFile *asy_family_file_ref (AsyFamilyFile *self);
void asy_family_file_unref (AsyFamilyFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyFamilyFile, asy_family_file_unref)

/** A member or one of the kin. (transfer none) (nullable) */
AsyPerson *asy_family_file_find_person (AsyFamilyFile *self, gint64 person_id);
AsyCourt *asy_family_file_find_court (AsyFamilyFile *self, gint64 court_id);

/** What a person was called before, oldest first. (transfer full) (element-type AsyPersonName) */
GPtrArray *asy_family_file_list_names (AsyFamilyFile *self, gint64 person_id) G_GNUC_WARN_UNUSED_RESULT;

/** The newest paper of a kind that tells of the record in @field, such as ASY_LETTER_INTERVENTION_ID. (transfer none) (nullable) */
AsyLetter *asy_family_file_find_letter (AsyFamilyFile *self, const char *kind, guint field, gint64 record_id);

/** Whether a warning holds on a day. */
gboolean asy_family_warning_holds (AsyFamilyWarning *warning, AsyDay on);

/** Whether a warning of that kind holds on a day. */
gboolean asy_family_file_warns (AsyFamilyFile *self, AsyWarningKind kind, AsyDay on);

/** Who works with the family: the name of the place in the directory, or what was written. */
const char *asy_family_file_get_involved (AsyFamilyFile *self, AsyInvolvement *involvement);

/** `Anna Nowak`: given and family name of a person or an assistant. (transfer full) */
char *asy_person_dup_full_name (AsyPerson *person) G_GNUC_WARN_UNUSED_RESULT;
char *asy_worker_dup_full_name (AsyWorker *worker) G_GNUC_WARN_UNUSED_RESULT;

/** `ul. Polna 3, 50-001 Wrocław`; parts that are missing are left out. (transfer full) */
char *asy_family_dup_address (AsyFamily *family) G_GNUC_WARN_UNUSED_RESULT;

/** Whether the role is that of a child (a member counts as one by age or by role). */
gboolean asy_member_entry_is_child (const AsyMemberEntry *entry, AsyDay on);

G_END_DECLS
