/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "law/asy-diagnosis-rules.h"

G_BEGIN_DECLS

/**
 * AsyDifficultyList:
 *
 * The difficulties of the diagnosis, to be dragged among the goals (an int64
 * with the id of the item) or taken with Enter, by the action
 * `plan.goal-from-diagnosis`. Those that a goal answers already are marked.
 */
#define ASY_TYPE_DIFFICULTY_LIST (asy_difficulty_list_get_type ())
G_DECLARE_FINAL_TYPE (AsyDifficultyList, asy_difficulty_list, ASY, DIFFICULTY_LIST, AdwBin)

/** (transfer floating) */
GtkWidget *asy_difficulty_list_new (void);

/** @diagnosis is nullable: the list then hides. */
void asy_difficulty_list_show (AsyDifficultyList *self, AsyDiagnosisFile *diagnosis, GPtrArray *goals);

G_END_DECLS
