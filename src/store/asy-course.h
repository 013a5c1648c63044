/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-stage.h"
#include "model/asy-models.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * The turns of a case between the notice and the archive. Each function takes
 * the case as it was changed, looks at what the register knows of it, and saves
 * it or refuses.
 */

/**
 * asy_case_set_waiting:
 *
 * On the waiting list, or off it (S2 → S2x: no assistant is free). Refuses while
 * a paper is missing (%ASY_STORE_ERROR_TOO_EARLY) and once there was an
 * assistant or a refusal (%ASY_STORE_ERROR_FROZEN).
 */
gboolean asy_case_set_waiting (AsySession *session, AsyCase *case_file, GError **error);

/**
 * asy_case_refuse:
 *
 * The head refuses an assistant: day and reason (%ASY_STORE_ERROR_MISSING). An
 * order of the court cannot be refused (art. 109 KRO, %ASY_STORE_ERROR_INVALID),
 * nor a case that had an assistant (%ASY_STORE_ERROR_FROZEN).
 */
gboolean asy_case_refuse (AsySession *session, AsyCase *case_file, GError **error);

/** The assistant proposes the end (S6 → S7), or takes it back with no day. */
gboolean asy_case_propose_end (AsySession *session, AsyCase *case_file, GError **error);

/**
 * asy_case_end:
 * @contacts: (nullable) (element-type AsyDay): planned contacts of the monitoring
 *
 * The work ends with its reason (S7 → S8); the running assignment ends with it,
 * and the contacts are planned, in one transaction.
 */
gboolean asy_case_end (AsySession *session, AsyCase *case_file, GArray *contacts, GError **error);

/**
 * asy_case_close:
 *
 * Into the archive (→ S9). Work must have ended, or never begun; without a
 * single monitoring card the note must say why (%ASY_STORE_ERROR_MISSING).
 */
gboolean asy_case_close (AsySession *session, AsyCase *case_file, GError **error);

/**
 * asy_case_reopen:
 * @fresh: a new case of the same family: way in, day and content of the notice
 * @reasons: (nullable): difficulty codes
 *
 * A relapse (S8, S9 → S9r): a new case that goes on from the newest one, which
 * is closed when it is not yet. Refuses while work is going on
 * (%ASY_STORE_ERROR_OVERLAP).
 */
gboolean asy_case_reopen (AsySession *session, AsyCase *fresh, const char *const *reasons, GError **error);

/** Passes a step over; %ASY_STORE_ERROR_INVALID with an article for one that law keeps. */
gboolean asy_step_skip_save (AsySession *session, AsyStepSkip *skip, GError **error);
gboolean asy_step_skip_take_back (AsySession *session, AsyStepSkip *skip, GError **error);

/** A family that waits for an assistant. */
typedef struct {
  gint64 family_id;
  char *family_name;
  char *district;               /* nullable */
  AsyDay since;
  double difficulty;
  gboolean is_urgent;
} AsyWaitingEntry;

void asy_waiting_entry_free (AsyWaitingEntry *entry);

/** Who waits longest comes first. (transfer full) (element-type AsyWaitingEntry) */
GPtrArray *asy_waiting_list (AsySession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
