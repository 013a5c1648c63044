/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-diagnosis-rules.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * The diagnosis of a family, one a case, and who works with the family
 * already. A completed diagnosis may be mended, but not so that it is no
 * longer complete; that of a closed case stays as it is
 * (%ASY_STORE_ERROR_FROZEN).
 */

/** *@ret_file is %NULL when the case has none. (transfer full) */
gboolean asy_diagnosis_file_load (AsySession *session, gint64 case_id, AsyDiagnosisFile **ret_file, GError **error);

/** The texts; never the day of completion, which asy_diagnosis_complete() sets. */
gboolean asy_diagnosis_save (AsySession *session, AsyDiagnosis *diagnosis, GError **error);

/** A new item comes last. %ASY_STORE_ERROR_INVALID for a severity outside of 0 to 4. */
gboolean asy_diagnosis_item_save (AsySession *session, AsyDiagnosisItem *item, GError **error);
gboolean asy_diagnosis_item_delete (AsySession *session, AsyDiagnosisItem *item, GError **error);

gboolean asy_child_sheet_save (AsySession *session, AsyChildSheet *sheet, GError **error);

/**
 * asy_diagnosis_complete:
 * @day: not in days to come, and not before the diagnosis was begun
 *
 * Notes the day with the diagnosis and, as the fact from which its stage
 * follows, with the case. %ASY_STORE_ERROR_MISSING with the field while
 * strengths or difficulties are missing. A second call corrects the day.
 */
gboolean asy_diagnosis_complete (AsySession *session, AsyDiagnosis *diagnosis, AsyDay day, GError **error);

/** %ASY_STORE_ERROR_MISSING when it says neither a place nor who, %ASY_STORE_ERROR_INVALID when it ends before it begins. */
gboolean asy_involvement_save (AsySession *session, AsyInvolvement *involvement, GError **error);

G_END_DECLS
