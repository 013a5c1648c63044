/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-stage.h"
#include "store/asy-due.h"
#include "store/asy-families.h"

G_BEGIN_DECLS

/**
 * AsyFamilyData:
 *
 * One family as its pane shows it: everything of its file, the facts that rules
 * look at, and what is due. Loaded in one request, never changed.
 */
typedef struct {
  gatomicrefcount ref_count;
  AsyFamilyFile *file;
  AsyCaseFacts facts;
  AsyStage stage;
  AsyStep step;
  GPtrArray *due;               /* AsyDueEntry, most urgent first */
  AsyDay today;
} AsyFamilyData;

/** Runs in the worker; the opening is noted in the audit when @note_access. */
AsyFamilyData *asy_family_data_load (AsySession *session, gint64 family_id, gboolean note_access, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** A family as it was in an earlier case: its file and the day, nothing that is due and no step. */
AsyFamilyData *asy_family_data_load_case (AsySession *session, gint64 family_id, gint64 case_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
AsyFamilyData *asy_family_data_ref (AsyFamilyData *self);
void asy_family_data_unref (AsyFamilyData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyFamilyData, asy_family_data_unref)

/** The nearest hearing that is still to come. (transfer none) (nullable) */
AsyCourtRequest *asy_family_data_find_hearing (AsyFamilyData *self);

/** The letter that answers a court's request. (transfer none) (nullable) */
AsyLetter *asy_family_data_find_answer (AsyFamilyData *self, AsyCourtRequest *request);

/** The newest request without an answer. (transfer none) (nullable) */
AsyCourtRequest *asy_family_data_find_open_request (AsyFamilyData *self);

/** The assignment that runs today. (transfer none) (nullable) */
AsyAssignment *asy_family_data_find_assignment (AsyFamilyData *self);

/** The oldest planned visit whose day has come. (transfer none) (nullable) */
AsyVisit *asy_family_data_find_visit_to_record (AsyFamilyData *self);

/** When an assistant last saw the person; %ASY_DAY_NONE for never. */
AsyDay asy_family_data_get_seen (AsyFamilyData *self, gint64 person_id);

/** Done and all tasks of a goal; dropped ones do not count. */
void asy_family_data_count_tasks (AsyFamilyData *self, gint64 goal_id, int *ret_done, int *ret_all);

G_END_DECLS
