/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "demo/asy-demo-texts.h"
#include "demo/asy-demo.h"
#include "model/asy-models.h"

G_BEGIN_DECLS

#define DEMO_SLOTS 15           /* families at a time of one assistant: art. 15 ust. 4 */
#define DEMO_THEMES_MAX 4
#define DEMO_STRENGTHS 2

/* How big a register is and how far its detail goes. */
typedef struct {
  const char *name;
  guint n_workers;
  guint n_archived;
  guint n_waiting;              /* families that have no assistant yet */
  guint n_first_slots;          /* families of the first assistant today; the rest share what is left */
  guint n_slots;                /* families of each other assistant today */
  guint past_months;            /* how long work that is over lasted */
  guint detail_months;          /* how far back visits name the people and goals */
  guint n_weekly_papers;        /* weeks of each assistant that have a paper, back from today */
  guint n_real_papers;          /* papers that are really set and frozen, not only entered */
} DemoScale;

typedef struct {
  gint64 id;
  const char *given_name;       /* static */
  gboolean is_female;
  AsyDay born;
  gboolean is_at_home;
} DemoChild;

typedef struct {
  gint64 id;
  AsyDay from;
  AsyDay until;                 /* first day it is no longer in force; ASY_DAY_NONE: in force */
  gint64 goals[DEMO_THEMES_MAX];
} DemoPlan;

/* A contact that has happened, for the figures of assessments. */
typedef struct {
  AsyDay day;
  int minutes;
  gboolean is_held;
} DemoContact;

/* Where a case stands at the end of its history. */
typedef enum {
  DEMO_NOTICE,
  DEMO_ANALYSIS,
  DEMO_MOTION,
  DEMO_ASSIGNED,
  DEMO_DIAGNOSIS,
  DEMO_PLANNING,
  DEMO_WORK,
  DEMO_SUSPENDED,
  DEMO_ENDING,
  DEMO_ENDED,                   /* monitored or closed, by its days */
} DemoFate;

/* A turn that a case takes before its assistant. */
typedef enum {
  DEMO_TURN_NONE,
  DEMO_TURN_WAITING,
  DEMO_TURN_REFUSED,
  DEMO_TURN_REOPENED,
} DemoTurn;

/* A family while its history is being written. */
typedef struct {
  guint number;                 /* from 0, over the whole register */
  gint64 id;
  gint64 case_id;
  gint64 main_adult_id;
  gint64 father_id;             /* 0: none in the family */
  gint64 partner_id;            /* of the mother, not the father */
  gint64 grandmother_id;
  char *name;
  GArray *adults;               /* gint64 */
  GArray *children;             /* DemoChild */
  AsyCasePath path;
  DemoFate fate;
  DemoTurn turn;
  gint64 worker_id;             /* 0: nobody yet */
  guint slot;
  AsyDay notice_on;
  AsyDay from;                  /* of the assignment; ASY_DAY_NONE: not yet */
  AsyDay until;                 /* last day of work; ASY_DAY_NONE: goes on */
  guint themes[DEMO_THEMES_MAX];
  guint n_themes;
  gint64 strengths[DEMO_STRENGTHS]; /* of the diagnosis, for tasks to build on; 0 before there is one */
  gboolean has_child_in_care;
  gboolean has_court;
  char *signature;              /* of the court, nullable */
  GArray *plans;                /* DemoPlan */
  GArray *contacts;             /* DemoContact */
} DemoFamily;

/* A paper to be entered when all are known, so that numbers follow the days. */
typedef struct {
  AsyDay made_on;
  const char *kind;             /* static */
  const char *title;            /* interned */
  gint64 family_id;
  gint64 case_id;
  gint64 worker_id;
  gint64 record_id;             /* court request, assessment or plan */
  AsyDay monday;
} DemoPaper;

typedef struct {
  AsySession *session;
  AsyClock *clock;
  AsyDay today;
  const DemoScale *scale;
  GRand *rand;
  guint32 seed;
  guint32 n_uids;
  GHashTable *last_ids;         /* table → last id, for tables that are filled here alone */
  guint n_families;
  guint n_visits;
  guint n_signatures;
  GHashTable *serials;          /* day and sex → persons born then */
  gint64 courts[3];
  GArray *workers;              /* gint64 */
  GPtrArray *worker_names;      /* char * */
  GHashTable *providers;        /* kind → GArray of gint64 */
  GArray *papers;               /* DemoPaper */
  AsyDemoProgress progress;
  gpointer progress_data;
} Demo;

/* Chances. Ends are included. */
int demo_int (Demo *demo, int low, int high);
gboolean demo_chance (Demo *demo, guint percent);
const char *demo_pick (Demo *demo, const char *const *texts);

/* Inserts a record with a number of its own that follows from the seed. */
gboolean demo_insert (Demo *demo, gpointer record, GError **error);

/* A record came into that table by another way. */
void demo_note_id (Demo *demo, gpointer record);

/* Next working day not before a day. */
AsyDay demo_working_day (AsyDay day);

/* Office, courts, users, assistants (asy-demo-office.c). */
gboolean demo_add_office (Demo *demo, const char *login, GError **error);
gboolean demo_add_providers (Demo *demo, GError **error);
gint64 demo_find_provider (Demo *demo, const char *kind, guint number);

/* Families (asy-demo-family.c, asy-demo-case.c, asy-demo-safety.c). */
DemoFamily *demo_family_new (Demo *demo);
void demo_family_free (DemoFamily *family);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoFamily, demo_family_free)
gboolean demo_add_people (Demo *demo, DemoFamily *family, GError **error);
gboolean demo_add_case (Demo *demo, DemoFamily *family, GError **error);
gboolean demo_add_safety (Demo *demo, DemoFamily *family, GError **error);
gboolean demo_add_family (Demo *demo, DemoFamily *family, GError **error);

/* Turns of a case (asy-demo-course.c): before the case is entered, and after it. */
gboolean demo_set_course (Demo *demo, DemoFamily *family, AsyCase *record, GError **error);
gboolean demo_add_course (Demo *demo, DemoFamily *family, AsyCase *record, GError **error);
/* What a family's diagnosis says and who works with it already (asy-demo-diagnosis.c). */
gboolean demo_add_diagnosis (Demo *demo, DemoFamily *family, AsyDay diagnosis_on, GError **error);
gboolean demo_add_involvements (Demo *demo, DemoFamily *family, GError **error);

/* What follows an assignment. */
gboolean demo_add_plans (Demo *demo, DemoFamily *family, AsyDay diagnosis_on, GError **error);
/* Steps in the life of a plan (asy-demo-plan-life.c). */
void demo_set_draft_steps (Demo *demo, const DemoFamily *family, AsyPlan *plan);
void demo_set_agreed_steps (Demo *demo, const DemoFamily *family, AsyPlan *plan);
AsyDay demo_next_review (Demo *demo, const DemoFamily *family, AsyDay agreed_on);
gboolean demo_add_plan_life (Demo *demo, const DemoFamily *family, AsyPlan *plan, GError **error);
gboolean demo_add_amendments (Demo *demo, gpointer data, GError **error);

/* What the office added to the library of goals (asy-demo-library.c). */
gboolean demo_add_library (Demo *demo, gpointer data, GError **error);
gboolean demo_add_visits (Demo *demo, DemoFamily *family, GError **error);
gboolean demo_add_office_work (Demo *demo, gint64 worker_id, AsyDay from, GError **error);
/* Hours, absences, the duty rota (asy-demo-work-time.c). */
gboolean demo_add_work_time (Demo *demo, gpointer data, GError **error);
gboolean demo_is_on_leave (gint64 worker_id, AsyDay monday);
gboolean demo_add_assessments (Demo *demo, DemoFamily *family, GError **error);
gboolean demo_add_requests (Demo *demo, DemoFamily *family, GError **error);

/* Reviews beside the Act (asy-demo-reviews.c), and whether the office makes them. */
gboolean demo_makes_reviews (const Demo *demo);
gboolean demo_add_reviews (Demo *demo, gpointer data, GError **error);

/* Papers (asy-demo-papers.c). */
void demo_note_paper (Demo *demo, const DemoPaper *paper);
gboolean demo_add_papers (Demo *demo, GError **error);

G_END_DECLS
