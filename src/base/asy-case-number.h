/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Numbers of cases: those of courts (sygnatura akt) are read, softly, because
 * a court may use a sign that is not known here; those of the own office
 * (znak sprawy) are made from a template.
 */

/** Why a text does not look like the number of a case in a family court. Always a warning, never a refusal. */
typedef enum
{
  ASY_CASE_NUMBER_OK,
  ASY_CASE_NUMBER_PROBLEM_EMPTY,
  /** Not of the shape `III Nsm 756/25`. */
  ASY_CASE_NUMBER_PROBLEM_FORMAT,
  /** The division is no Roman number: `IIV`. */
  ASY_CASE_NUMBER_PROBLEM_DIVISION,
  /** No register of a family court is kept under this sign. */
  ASY_CASE_NUMBER_PROBLEM_REPERTORY,
  ASY_CASE_NUMBER_PROBLEM_NUMBER,
  ASY_CASE_NUMBER_PROBLEM_YEAR,
} AsyCaseNumberProblem;

#define ASY_N_CASE_NUMBER_PROBLEMS (ASY_CASE_NUMBER_PROBLEM_YEAR + 1)

/** A word for machines that never changes: `repertory`; an empty text for %ASY_CASE_NUMBER_OK. (transfer none) */
const char *asy_case_number_problem_get_nick (AsyCaseNumberProblem problem);

typedef struct
{
  /** Number of the court's division (wydział), 0 when it is not told. */
  int division;
  /** The register's sign as courts write it: `Nsm`, `RC`. (transfer none) */
  const char *repertory;
  /** Simplified procedure: `upr`. */
  gboolean simplified;
  int number;
  /** In full: 2025 for `25`. */
  int year;
} AsyCaseNumber;

/** Reads `[division] repertory [upr] number/year`, in any case and with any spaces; also after `sygn. akt`.
 *  @ret_number may be %NULL and is set only on %ASY_CASE_NUMBER_OK. */
AsyCaseNumberProblem asy_case_number_parse (const char *text, AsyCaseNumber *ret_number);

/** As courts write it: `III Nsm 756/25`; a text that cannot be read comes back with its blanks squashed. (transfer full) */
char *asy_case_number_normalise (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/** The value of a Roman number from I to CCCXCIX in either case, written as is usual; 0 for anything else. */
int asy_roman_to_number (const char *roman);

/** `III` for 3; an empty text outside 1 to 399. (transfer full) */
char *asy_roman_from_number (int number) G_GNUC_WARN_UNUSED_RESULT;

/**
 * Whether marks of letters can be made from @pattern: it has `{n}` (or `{n:4}`,
 * with zeros in front) once, `{year}` or `{yy}` once, and no other braces or
 * breaks. Example: `OPS.5230.{n}.{year}`.
 */
gboolean asy_case_mark_is_pattern (const char *pattern);

/** The mark of letter @n of @year: `OPS.5230.12.2026`; %NULL when asy_case_mark_is_pattern() says no. (transfer full) */
char *asy_case_mark_format (const char *pattern, int n, int year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
