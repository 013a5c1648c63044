/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-visit-file.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/* Contacts that count as a visit, by the office's own list of contacts. */
#define ASY_VISIT_KINDS_SQL "(SELECT code FROM dictionary WHERE kind = 'contact' AND detail = 'visit')"

/** A statement of entries for _asy_visits_read_entries(); @tail: constant SQL, the visit is `t`, its assistant `w`, its family `f`. */
AsyStmt *_asy_visits_prepare_entries (AsySession *session, const char *tail, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** All rows of a bound statement with their warnings; @family_id 0: visits of any families. (transfer full) (element-type AsyVisitEntry) */
GPtrArray *_asy_visits_read_entries (AsySession *session, AsyStmt *stmt, gint64 family_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Reads the goals a visit served and the marks it left on goals and tasks into empty sets. */
gboolean _asy_visit_progress_load (AsySession *session, AsyVisitFile *file, gint64 visit_id, GError **error);

/** Writes them for a visit that has none in the register. */
gboolean _asy_visit_progress_insert (AsySession *session, gint64 visit_id, AsyVisitFile *file, GError **error);

/** Whether goals and tasks are those of the visit's own family, and marks stand on goals that it served. */
gboolean _asy_visit_progress_check (AsySession *session, AsyVisitFile *file, GError **error);

/**
 * _asy_visit_progress_apply:
 * @before: (nullable): the visit as it was
 *
 * Sets goals and tasks of the plan to the states that the visit noted, on its
 * day; what it had noted before is left alone: something newer may have been
 * said of it since.
 */
gboolean _asy_visit_progress_apply (AsySession *session, AsyVisitFile *file, AsyVisitFile *before, GError **error);

G_END_DECLS
