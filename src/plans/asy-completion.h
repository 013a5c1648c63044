/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plans/asy-inline-text.h"

G_BEGIN_DECLS

/**
 * AsyCompletion:
 *
 * Proposals below a text that is being written, one list for all the texts of a
 * widget. It never has the focus: Down and Up walk in it while one types on,
 * Enter takes the chosen one, Escape puts it away; Down in an empty text asks for
 * it. Nothing is chosen by itself, so that Enter means what was typed until
 * somebody walks into the list. Signals `sought (text)`, to be answered by
 * asy_completion_show(), and `chosen (place, is_plain)`, plain with Shift.
 */
#define ASY_TYPE_COMPLETION (asy_completion_get_type ())
G_DECLARE_FINAL_TYPE (AsyCompletion, asy_completion, ASY, COMPLETION, GtkPopover)

#define ASY_COMPLETION_MAX 6

/** @name: of the list, for a screen reader; @hint (nullable): a line below it. (transfer floating) */
GtkWidget *asy_completion_new (const char *name, const char *hint);

/** Completes what is typed in @text. */
void asy_completion_follow (AsyCompletion *self, AsyInlineText *text);

/** The text that it stands at. (transfer none) (nullable) */
AsyInlineText *asy_completion_get_text (AsyCompletion *self);

typedef struct {
  const char *label;
  char *detail;                 /* owned, nullable */
} AsyProposal;

/** Shows the proposals, ASY_COMPLETION_MAX at most; none puts it away. */
void asy_completion_show (AsyCompletion *self, const AsyProposal *proposals, guint n_proposals);
void asy_completion_hide (AsyCompletion *self);

/** For tests: how many are shown. */
guint asy_completion_get_n_shown (AsyCompletion *self);

G_END_DECLS
