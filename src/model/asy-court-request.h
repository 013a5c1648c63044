/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyCourtRequest:
 *
 * A court's letter that asks for an opinion (pismo sądu), with its term.
 */
#define ASY_COURT_REQUEST_FIELDS(F, ...)                                                                        \
  F (REF, __VA_ARGS__, CASE_FILE_ID, case_file_id, ASY_FIELD_REQUIRED, NULL, N_("Case"))                        \
  F (REF, __VA_ARGS__, COURT_ID, court_id, ASY_FIELD_PLAIN, NULL, N_("Court"))                                  \
  F (TEXT, __VA_ARGS__, SIGNATURE, signature, ASY_FIELD_REQUIRED | ASY_FIELD_PERSONAL, NULL, N_("Case number")) \
  F (DAY, __VA_ARGS__, LETTER_ON, letter_on, ASY_FIELD_PLAIN, NULL, N_("Letter of"))                            \
  F (DAY, __VA_ARGS__, RECEIVED_ON, received_on, ASY_FIELD_REQUIRED, NULL, N_("Received on"))                   \
  F (DAY, __VA_ARGS__, DUE_ON, due_on, ASY_FIELD_REQUIRED, NULL, N_("Due on"))                                  \
  F (TEXT, __VA_ARGS__, JUDGE, judge, ASY_FIELD_PERSONAL, NULL, N_("Judge"))                                    \
  F (TEXT, __VA_ARGS__, SUBJECT, subject, ASY_FIELD_PERSONAL, NULL, N_("Subject"))                              \
  F (TEXT, __VA_ARGS__, QUESTIONS, questions, ASY_FIELD_PERSONAL, NULL, N_("Questions of the court"))           \
  F (DAY, __VA_ARGS__, HEARING_ON, hearing_on, ASY_FIELD_PLAIN, NULL, N_("Hearing on"))                         \
  F (INT, __VA_ARGS__, HEARING_MINUTE, hearing_minute, ASY_FIELD_PLAIN, NULL, N_("Hour of the hearing"))        \
  F (DAY, __VA_ARGS__, ANSWERED_ON, answered_on, ASY_FIELD_PLAIN, NULL, N_("Answered on"))

#define ASY_TYPE_COURT_REQUEST (asy_court_request_get_type ())
ASY_RECORD_DECLARE (AsyCourtRequest, asy_court_request, ASY, COURT_REQUEST, ASY_COURT_REQUEST_FIELDS)

G_END_DECLS
