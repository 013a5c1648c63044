/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/** A family as an office's old table tells of it. */
typedef struct {
  AsyFamily *family;
  GPtrArray *members;           /* AsyMemberEntry, none of them in the register; may be empty */
  AsyCase *case_file;           /* nullable */
  AsyDay consent_on;            /* of the first adult; ASY_DAY_NONE: not told */
  gint64 worker_id;             /* 0: nobody is assigned */
  AsyDay assigned_on;
  gboolean is_waiting;          /* somebody worked with the family, but a paper has no day: nobody is assigned yet */
  const char *skip_reason;      /* why papers before the assignment are passed over: the old table knows no days of them */
} AsyFamilyImport;

typedef enum {
  ASY_FAMILY_IMPORT_ADDED,
  ASY_FAMILY_IMPORT_UPDATED,    /* known; what was blank is filled in */
  ASY_FAMILY_IMPORT_SAME,
} AsyFamilyImportResult;

/**
 * asy_family_import:
 * @results: (element-type AsyFamilyImportResult): gets one for each member, and one of the family behind them
 *
 * Takes a family in. People are known by their PESEL, or by name and birth
 * date; a family by people whom it shares with one of the same name or address,
 * or who are most of it. What the office has stays as it is: only gaps are
 * filled, people who are missing added, the first assistant assigned under the
 * guards of asy_assignment_make(), with its errors. A known person becomes a
 * member of another family too.
 */
gboolean asy_family_import (AsySession *session, AsyFamilyImport *import, GArray *results, GError **error);

G_END_DECLS
