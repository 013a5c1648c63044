/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-library-goal.h"
#include "model/asy-library-task.h"

G_BEGIN_DECLS

/** A goal of the library with its tasks, and both as search words. */
typedef struct {
  AsyLibraryGoal *goal;
  GPtrArray *tasks;             /* AsyLibraryTask by position */
  char *words;                  /* the title, folded */
  GPtrArray *task_words;        /* char *: what each task says, folded; settled by asy_library_settle() */
} AsyLibraryEntry;

/**
 * AsyLibrary:
 *
 * The library of proven goals and tasks, loaded whole: by area, in the order in
 * which it is shown, hidden goals too. Immutable once it is settled, and shared
 * between threads by reference.
 */
typedef struct {
  gatomicrefcount ref_count;
  GPtrArray *entries;           /* AsyLibraryEntry */
} AsyLibrary;

AsyLibrary *asy_library_new (void) G_GNUC_WARN_UNUSED_RESULT;
AsyLibrary *asy_library_ref (AsyLibrary *self);
void asy_library_unref (AsyLibrary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyLibrary, asy_library_unref)

/** While it is being filled: the next goal, still without tasks. (transfer none) */
AsyLibraryEntry *asy_library_add (AsyLibrary *self, AsyLibraryGoal *goal);

/** When all tasks are in: makes the search words. */
void asy_library_settle (AsyLibrary *self);

/** (transfer none) (nullable) */
AsyLibraryEntry *asy_library_find (AsyLibrary *self, gint64 goal_id);

G_END_DECLS
