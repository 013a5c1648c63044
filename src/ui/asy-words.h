/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-deadline.h"
#include "law/asy-stage.h"
#include "store/asy-due.h"
#include "store/asy-workers.h"
#include "ui/asy-meaning.h"

G_BEGIN_DECLS

/* What the window calls the codes of the lower floors, in the user's language. */

/** `Realizacja planu`. */
const char *asy_stage_get_label (AsyStage stage);

/** Label of the button that does the next step: `Napisz ocenę okresową`; %NULL for no step. */
const char *asy_step_get_label (AsyStep step);

/** `Okresowa ocena sytuacji rodziny`. */
const char *asy_deadline_kind_get_label (AsyDeadlineKind kind);

/** A word or two for the list of families: `ocena`, `opinia`. */
const char *asy_deadline_kind_get_short_label (AsyDeadlineKind kind);

/** Label of the button that answers a deadline: `Napisz ocenę`. */
const char *asy_deadline_kind_get_verb (AsyDeadlineKind kind);

/** Icon of what is due. */
const char *asy_deadline_kind_get_icon (AsyDeadlineKind kind);

/** Why: `art. 15 ust. 1 pkt 15 uwr · ostatnia ocena 22.09.2025 + 6 miesięcy`. (transfer full) */
char *asy_due_entry_dup_reason (const AsyDueEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

/** Colour that goes with a due day: past, today or tomorrow, later. */
AsyMeaning asy_deadline_get_meaning (AsyDay due, AsyDay today);

const char *asy_case_path_get_label (AsyCasePath path);
const char *asy_case_goals_get_label (AsyCaseGoals goals);
const char *asy_monitoring_form_get_label (AsyMonitoringForm form);
const char *asy_monitoring_kept_get_label (AsyMonitoringKept kept);
const char *asy_monitoring_conclusion_get_label (AsyMonitoringConclusion conclusion);

/** What stands in the way of an assistant, in a word or two; %NULL for nothing. */
const char *asy_worker_obstacle_get_label (AsyWorkerObstacle obstacle);
const char *asy_visit_state_get_label (AsyVisitState state);
const char *asy_letter_kind_get_label (const char *kind);
const char *asy_letter_state_get_label (AsyLetterState state);
AsyMeaning asy_letter_state_get_meaning (AsyLetterState state);
/** `3 z 5 zadań · 1 po terminie`. (transfer full) */
char *asy_tasks_dup_progress (guint done, guint all, guint late) G_GNUC_WARN_UNUSED_RESULT;

const char *asy_task_status_get_label (AsyTaskStatus status);
const char *asy_goal_status_get_label (AsyGoalStatus status);
const char *asy_conclusion_get_label (AsyAssessmentConclusion conclusion);

/** Severity of a difficulty, 0 (none) to 4 (critical); `not judged` below. Higher is worse. */
const char *asy_level_get_label (gint64 level);
AsyMeaning asy_level_get_meaning (gint64 level);
#define ASY_LEVEL_MAX 4

const char *asy_no_pesel_reason_get_label (AsyPersonNoPeselReason reason);
const char *asy_unit_kind_get_label (AsyOfficeUnitKind kind);
const char *asy_user_role_get_label (AsyUserRole role);
const char *asy_worker_contract_get_label (AsyWorkerContract contract);
const char *asy_consent_kind_get_label (AsyConsentKind kind);

const char *asy_warning_kind_get_label (AsyWarningKind kind);
AsyMeaning asy_warning_kind_get_meaning (AsyWarningKind kind);

/** `annual leave`, within a sentence. */
const char *asy_absence_kind_get_label (AsyAbsenceKind kind);

/** Why a person gave up a name, in the middle of a sentence. */
const char *asy_name_reason_get_label (AsyPersonNameReason reason);

/** `13 lat`, `7 miesięcy`; an empty text without a birth date. (transfer full) */
char *asy_person_dup_age (AsyPerson *person, AsyDay on) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_person_dup_name_then:
 * @names: (nullable): AsyPersonName of this person and perhaps of others
 *
 * `Anna Nowak (34 lata)`: what the person was called on that day and how old
 * they were, as far as it is known. (transfer full)
 */
char *asy_person_dup_name_then (AsyPerson *person, GPtrArray *names, AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
