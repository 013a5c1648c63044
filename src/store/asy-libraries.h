/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-library.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/* The library of proven goals and tasks: what shipped with the program and what the office added. */

/** All of it, by area. (transfer full) */
AsyLibrary *asy_library_load (AsySession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_library_save:
 * @tasks: (element-type AsyLibraryTask): all tasks of the goal in order; one that is stored and not among them goes
 *
 * Saves a goal with its tasks, new or not, in one transaction. A new goal comes
 * last in its area. The records learn their ids. Errors: %ASY_STORE_ERROR_INVALID
 * when another goal of the area reads the same; those of asy_repo_save().
 */
gboolean asy_library_save (AsySession *session, AsyLibraryGoal *goal, GPtrArray *tasks, GError **error);

/**
 * asy_library_keep:
 * @family_id: the family of whose plan it is
 *
 * As asy_library_save() for what was proven in a family. Errors:
 * %ASY_STORE_ERROR_INVALID when a text still names somebody of the family.
 */
gboolean asy_library_keep (AsySession *session, gint64 family_id, AsyLibraryGoal *goal, GPtrArray *tasks, GError **error);

/** Hides a goal from all proposals, or shows it again. */
gboolean asy_library_set_retired (AsySession *session, gint64 goal_id, gboolean is_retired, GError **error);

/** Removes a goal of the office with its tasks; %ASY_STORE_ERROR_FROZEN for one that shipped, which is hidden instead. */
gboolean asy_library_remove (AsySession *session, gint64 goal_id, GError **error);

G_END_DECLS
