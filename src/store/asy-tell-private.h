/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-session.h"

G_BEGIN_DECLS

/* What the register knows of a stretch of time, as lines of text. The words are
 * Polish: they go to paper. */

typedef struct {
  AsySession *session;
  gint64 case_id;               /* `:case` of a statement */
  gint64 family_id;             /* `:family` */
  gint64 worker_id;             /* `:worker` */
  AsyDay from;                  /* `:from` */
  AsyDay until;                 /* `:until`; `:after` is the day behind it, `:adult` eighteen years before */
} AsyTelling;

/**
 * _asy_tell:
 * @sql: constant; each row has a text, a day, more text and a number of times, all but the first nullable
 *
 * Adds a line for each row: `Towarzyszenie w urzędzie (2 razy)`.
 */
gboolean _asy_tell (const AsyTelling *self, const char *sql, GString *text, GError **error);

/** A new line unless @text is empty. */
void _asy_tell_add_line (GString *text, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** One number from a statement with the same parameters. */
gboolean _asy_tell_count (const AsyTelling *self, const char *sql, gint64 *ret_count, GError **error);

/** A statement with the parameters bound. */
AsyStmt *_asy_tell_prepare (const AsyTelling *self, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** `Wykonano 3 zadania z 5: …` of the plan that was agreed to last by the end of the period. */
gboolean _asy_tell_tasks (const AsyTelling *self, GString *text, GError **error);

/** Contacts and accompanying of the group `family`, by kind; of the case, or of the assistant when there is none. */
gboolean _asy_tell_contacts (const AsyTelling *self, GString *text, GError **error);

/** Threats to children and who was told. */
gboolean _asy_tell_interventions (const AsyTelling *self, GString *text, GError **error);

G_END_DECLS
