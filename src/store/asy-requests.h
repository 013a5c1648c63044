/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-letter-file.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/* Letters of a court that ask for an opinion (wniosek sądu o opinię, art. 15 ust. 1 pkt 17). */

/** %ASY_STORE_ERROR_INVALID when it is due before it was received, or received in days to come. */
gboolean asy_court_request_save (AsySession *session, AsyCourtRequest *request, GError **error);

/** Unanswered ones of the whole office, the most urgent first. (transfer full) (element-type AsyRequestEntry) */
GPtrArray *asy_court_requests_list_open (AsySession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Answered outside of Asysta; issuing the opinion does this by itself. */
gboolean asy_court_request_mark_answered (AsySession *session, AsyCourtRequest *request, AsyDay answered_on, GError **error);

G_END_DECLS
