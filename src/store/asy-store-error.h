/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/asy-day.h"

G_BEGIN_DECLS

typedef enum {
  ASY_STORE_ERROR_FAILED,
  ASY_STORE_ERROR_NOT_FOUND,
  ASY_STORE_ERROR_CONFLICT,       /* somebody saved the record since it was read */
  ASY_STORE_ERROR_MISSING,        /* a required field is empty; see field */
  ASY_STORE_ERROR_INVALID,        /* a field holds what it may not; see field */
  ASY_STORE_ERROR_CASELOAD,       /* art. 15 ust. 4; see limit, since, count */
  ASY_STORE_ERROR_SAME_COMMUNE,   /* art. 17 ust. 3: a social worker of the same commune */
  ASY_STORE_ERROR_UNAVAILABLE,    /* the assistant is suspended or not employed on that day */
  ASY_STORE_ERROR_TOO_EARLY,      /* the way in asks for another paper first; see field, article */
  ASY_STORE_ERROR_NO_CONSENT,     /* art. 8 ust. 3 */
  ASY_STORE_ERROR_OVERLAP,        /* a second active assignment, a plan in force twice … */
  ASY_STORE_ERROR_FROZEN,         /* an issued paper, an agreed plan, a finished assessment */
  ASY_STORE_ERROR_INCOMPLETE,     /* art. 15 ust. 3: actions, dates or expected effects are missing */
  ASY_STORE_ERROR_NOT_AUTHORISED, /* art. 7 ust. 4: no authorisation or secrecy undertaking */
  ASY_STORE_ERROR_DEMO_ONLY,
} AsyStoreErrorCode;

#define ASY_STORE_ERROR (asy_store_error_quark ())
GQuark asy_store_error_quark (void);

/**
 * AsyStoreErrorDetail:
 *
 * What a sentence for people needs beyond the code. Strings are owned by the
 * error.
 */
typedef struct {
  char *field;                  /* msgid of the field, as in #AsyField */
  char *article;                /* `art. 15 ust. 4 uwr` */
  int limit;
  int count;
  AsyDay since;                 /* day from which the rule applies */
} AsyStoreErrorDetail;

/** The details of an %ASY_STORE_ERROR; never %NULL for one. (transfer none) */
const AsyStoreErrorDetail *asy_store_error_get_detail (const GError *error);

/** For the store itself. @message is technical English, without personal data. */
AsyStoreErrorDetail *asy_store_set_error (GError **error, AsyStoreErrorCode code, const char *message);

G_END_DECLS
