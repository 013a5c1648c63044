/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "model/asy-family-warning.h"

G_BEGIN_DECLS

/*
 * The words of the demonstration register: names that nobody bears, and what
 * such registers say. In Polish, as the register of an office is; invented
 * altogether.
 */

/** The surname of a family: hers, his, and what the family is called. */
typedef struct {
  const char *female;
  const char *male;
  const char *family;
} AsyDemoSurname;

extern const AsyDemoSurname asy_demo_surnames[];
extern const guint asy_demo_n_surnames;

extern const char *const asy_demo_mothers[];
extern const char *const asy_demo_fathers[];
extern const char *const asy_demo_girls[];
extern const char *const asy_demo_boys[];
extern const char *const asy_demo_grandmothers[];
extern const char *const asy_demo_grandfathers[];

/** Surnames of people who work: `Zmyślona`, `Zmyślony`. */
extern const AsyDemoSurname asy_demo_staff[];
extern const guint asy_demo_n_staff;

extern const char *const asy_demo_streets[];
extern const char *const asy_demo_districts[];

#define ASY_DEMO_TASKS_MAX 4

typedef struct {
  int who;                      /* AsyTaskWhoKind */
  const char *what;             /* NULL: no more tasks */
  const char *frequency;        /* code of ASY_DICT_FREQUENCY */
  const char *provider_kind;    /* for an institution: code of ASY_DICT_PROVIDER_KIND */
} AsyDemoTask;

/** One line of work, as plans, visits and assessments speak of it. */
typedef struct {
  const char *area;             /* code of ASY_DICT_WORK_AREA */
  const char *reason;           /* code of ASY_DICT_DIFFICULTY that brings it */
  int aim;                      /* art. 8 ust. 1 */
  const char *duty;             /* number in art. 15 ust. 1 */
  const char *title;
  const char *effect;
  const char *measure;
  AsyDemoTask tasks[ASY_DEMO_TASKS_MAX + 1];
  const char *purposes[4];      /* ended by NULL */
  const char *courses[7];
  const char *next_family[4];
  const char *next_assistant[4];
  const char *better;           /* in an assessment */
  const char *same;
  const char *obstacle;
} AsyDemoTheme;

extern const AsyDemoTheme asy_demo_themes[];
extern const guint asy_demo_n_themes;

extern const char *const asy_demo_notices[];
extern const char *const asy_demo_main_goals[];
extern const char *const asy_demo_summaries[];
extern const char *const asy_demo_plan_rules[];
extern const char *const asy_demo_changes[];
extern const char *const asy_demo_cooperations[];       /* from 2 to 5 on the scale */
extern const char *const asy_demo_institutions[];
extern const char *const asy_demo_risks[];
extern const char *const asy_demo_helps[];
extern const char *const asy_demo_help_in_illness;
extern const char *const asy_demo_answer;
extern const char *const asy_demo_findings;
extern const char *const asy_demo_situation;             /* in a report to a court */
extern const char *const asy_demo_judgement;
extern const char *const asy_demo_family_views[];
extern const char *const asy_demo_child_voices[];
extern const char *const asy_demo_conclusions[];
extern const char *const asy_demo_child_health[];
extern const char *const asy_demo_child_school[];
extern const char *const asy_demo_child_kindergarten[];
extern const char *const asy_demo_child_development[];
extern const char *const asy_demo_duties_of_court[];
extern const char *const asy_demo_questions[];
extern const char *const asy_demo_subjects[];
extern const char *const asy_demo_end_notes[];
typedef struct {
  AsyWarningKind kind;
  const char *reason;
  gboolean ends;
} AsyDemoWarning;

#define ASY_DEMO_N_WARNINGS 5
extern const AsyDemoWarning asy_demo_warnings[ASY_DEMO_N_WARNINGS];

/** What somebody says of a child; the source is a code of notice-source. */
typedef struct {
  const char *source;
  const char *said_by;
  const char *body;
  gboolean is_worrying;
} AsyDemoObservation;

#define ASY_DEMO_N_OBSERVATIONS 5
extern const AsyDemoObservation asy_demo_observations[ASY_DEMO_N_OBSERVATIONS];

#define ASY_DEMO_N_THREATS 3
extern const char *const asy_demo_threats[ASY_DEMO_N_THREATS];
extern const char *const asy_demo_dangers[];
extern const char *const asy_demo_missed[];
extern const char *const asy_demo_family_notes[];

/** Institutions of an invented town. */
typedef struct {
  const char *kind;             /* code of ASY_DICT_PROVIDER_KIND */
  const char *name;             /* `%d` in it counts them, where there are several */
  guint count;
  const char *scope;
  const char *age_group;
  const char *cost;
  const char *requirements;
  const char *waiting_time;
} AsyDemoInstitution;

extern const AsyDemoInstitution asy_demo_institutions_of_town[];
extern const guint asy_demo_n_institutions;

#define ASY_DEMO_PLACE "Zielonogród"
#define ASY_DEMO_IN_PLACE "w Zielonogrodzie"

G_END_DECLS
