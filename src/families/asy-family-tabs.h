/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-tab.h"

G_BEGIN_DECLS

/* The pages of a family beside its overview. */

/** AsyFamilyPeople: who belongs to the family. */
#define ASY_TYPE_FAMILY_PEOPLE (asy_family_people_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilyPeople, asy_family_people, ASY, FAMILY_PEOPLE, AsyFamilyTab)

/** AsyFamilyCase: how the family came, consent, assistants, court, suspension and end. */
#define ASY_TYPE_FAMILY_CASE (asy_family_case_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilyCase, asy_family_case, ASY, FAMILY_CASE, AsyFamilyTab)

/** AsyFamilyDiagnosis: the diagnosis of the current case, and who works with the family already. */
#define ASY_TYPE_FAMILY_DIAGNOSIS (asy_family_diagnosis_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilyDiagnosis, asy_family_diagnosis, ASY, FAMILY_DIAGNOSIS, AsyFamilyTab)

/** Begins the diagnosis or completes it; says what is missing. */
void asy_family_diagnosis_do_step (AsyFamilyDiagnosis *self);

/** AsyFamilyPlan: the plan in force or in preparation. */
#define ASY_TYPE_FAMILY_PLAN (asy_family_plan_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilyPlan, asy_family_plan, ASY, FAMILY_PLAN, AsyFamilyTab)

/** AsyFamilyVisitsTab: all visits, by page. */
#define ASY_TYPE_FAMILY_VISITS_TAB (asy_family_visits_tab_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilyVisitsTab, asy_family_visits_tab, ASY, FAMILY_VISITS_TAB, AsyFamilyTab)

/** AsyFamilyAssessments: periodic assessments. */
#define ASY_TYPE_FAMILY_ASSESSMENTS (asy_family_assessments_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilyAssessments, asy_family_assessments, ASY, FAMILY_ASSESSMENTS, AsyFamilyTab)

/** AsyFamilyLetters: what the court asked for and what was written. */
#define ASY_TYPE_FAMILY_LETTERS (asy_family_letters_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilyLetters, asy_family_letters, ASY, FAMILY_LETTERS, AsyFamilyTab)

/** AsyFamilySafety: what threatens the children and whoever goes to them. */
#define ASY_TYPE_FAMILY_SAFETY (asy_family_safety_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilySafety, asy_family_safety, ASY, FAMILY_SAFETY, AsyFamilyTab)

/** For templates that name the pages. */
void asy_family_tabs_ensure_types (void);

G_END_DECLS
