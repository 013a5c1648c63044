/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-child-sheet.h"
#include "model/asy-diagnosis-item.h"
#include "model/asy-diagnosis.h"

G_BEGIN_DECLS

/** A diagnosis with all that hangs on it. */
typedef struct {
  AsyDiagnosis *diagnosis;
  GPtrArray *items;             /* AsyDiagnosisItem by kind; of each kind the gravest first, then in the order of entry */
  GPtrArray *children;          /* AsyChildSheet of the children that something was written of */
} AsyDiagnosisFile;

/** With empty parts. (transfer none) */
AsyDiagnosisFile *asy_diagnosis_file_new (AsyDiagnosis *diagnosis) G_GNUC_WARN_UNUSED_RESULT;
void asy_diagnosis_file_free (AsyDiagnosisFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyDiagnosisFile, asy_diagnosis_file_free)

/** Something that work can build on: a strength, or a resource that is not missing. */
gboolean asy_diagnosis_item_is_resource (AsyDiagnosisItem *item);

guint asy_diagnosis_file_count (AsyDiagnosisFile *self, AsyDiagnosisItemKind kind);

/** (transfer none) (nullable) */
AsyDiagnosisItem *asy_diagnosis_file_find_item (AsyDiagnosisFile *self, gint64 item_id);
AsyChildSheet *asy_diagnosis_file_find_child (AsyDiagnosisFile *self, gint64 person_id);

G_END_DECLS
