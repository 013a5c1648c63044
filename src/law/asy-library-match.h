/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-library.h"

G_BEGIN_DECLS

/*
 * What the library proposes for what is typed. Each typed word begins a word of
 * the proposal, in any order; case and Polish letters make no difference. Those
 * of the goal's area come first, and among them those that begin as was typed.
 * Hidden goals are never proposed. Pure.
 */

/** Borrowed from the library. */
typedef struct {
  AsyLibraryEntry *entry;
  AsyLibraryTask *task;         /* NULL: the goal is proposed */
} AsyLibraryMatch;

/** Whether each of the folded words of @typed begins one of the folded @words. */
gboolean asy_library_matches_words (const char *words, const char *typed);

/**
 * asy_library_match_goals:
 * @typed: nothing proposes the goals of the area
 * @area: (nullable)
 *
 * Returns: (transfer full): AsyLibraryMatch, @limit at most
 */
GArray *asy_library_match_goals (AsyLibrary *library, const char *typed, const char *area, guint limit) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_library_match_tasks:
 * @typed: nothing proposes the tasks of the library's goal of the same title
 * @title: (nullable): of the plan's goal; tasks of the library's goal of this title come before all others
 *
 * Each task once, whatever goals have it. (transfer full)
 */
GArray *asy_library_match_tasks (AsyLibrary *library, const char *typed, const char *area, const char *title, guint limit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
