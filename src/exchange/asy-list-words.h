/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-stage.h"
#include "store/asy-due.h"
#include "store/asy-workers.h"

G_BEGIN_DECLS

/*
 * The law's own words for what lists hold. Like the papers and the names of
 * holidays they are not translated: a list reads the same in every locale.
 */

/** `Realizacja planu`. */
const char *asy_list_get_stage (AsyStage stage);

/** `okresowa ocena sytuacji rodziny`. */
const char *asy_list_get_due (AsyDeadlineKind kind);

/** The same with the task or the case number. (transfer full) */
char *asy_list_describe_due (const AsyDueEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

/** The fact and the arithmetic: `24.09.2025 r. + 6 miesięcy`. (transfer full) */
char *asy_list_explain_due (const AsyDeadline *deadline) G_GNUC_WARN_UNUSED_RESULT;

/** `podpisane`. */
const char *asy_list_get_letter_state (AsyLetterState state);

/** `zawieszenie (art. 13)`; an empty text for nothing. */
const char *asy_list_get_obstacle (AsyWorkerObstacle obstacle);

G_END_DECLS
