/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-data.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/* The forms over a diagnosis and over who works with the family. Each opens a window and returns at once. */

/** Sections B to I of the sheet; begins the diagnosis when there is none. */
void asy_diagnosis_form_situation (AsyContext *context, AsyFamilyData *data);

/** What the family expects, what the children say, conclusions. */
void asy_diagnosis_form_conclusions (AsyContext *context, AsyFamilyData *data);

/** @item %NULL: a new one of @kind */
void asy_diagnosis_form_item (AsyContext *context, AsyFamilyData *data, AsyDiagnosisItemKind kind, AsyDiagnosisItem *item);

void asy_diagnosis_form_child (AsyContext *context, AsyFamilyData *data, gint64 person_id);

/** The day of completion. */
void asy_diagnosis_form_complete (AsyContext *context, AsyFamilyData *data);

/** @involvement %NULL: a new one */
void asy_involvement_form (AsyContext *context, AsyFamilyData *data, AsyInvolvement *involvement);

G_END_DECLS
