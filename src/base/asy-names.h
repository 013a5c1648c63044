/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How papers speak of a person. The words are Polish, as papers are.
 */

typedef enum
{
  ASY_SEX_UNKNOWN,
  ASY_SEX_FEMALE,
  ASY_SEX_MALE,
} AsySex;

typedef enum
{
  ASY_CASE_NOMINATIVE,
  ASY_CASE_GENITIVE,
  ASY_CASE_DATIVE,
  ASY_CASE_ACCUSATIVE,
  ASY_CASE_INSTRUMENTAL,
} AsyGrammarCase;

#define ASY_N_GRAMMAR_CASES (ASY_CASE_INSTRUMENTAL + 1)

/** `F`, `M`, or an empty text for an unknown sex. (transfer none) */
const char *asy_sex_get_letter (AsySex sex);

/** `Pan`, `Pani`; `Pan/Pani` for an unknown sex. (transfer none) */
const char *asy_names_courtesy (AsySex sex, AsyGrammarCase grammar_case);

/** `małoletni`, `małoletnia`; both forms for an unknown sex. (transfer none) */
const char *asy_names_minor (AsySex sex, AsyGrammarCase grammar_case);

/** The form that agrees with the person: (`zobowiązał się`, `zobowiązała się`); for an unknown sex both with a
 *  slash. (transfer full) */
char *asy_names_agree (AsySex sex, const char *male, const char *female) G_GNUC_WARN_UNUSED_RESULT;

/** `ur.` is said the same of all, but `urodzony`, `urodzona` is not. (transfer none) */
const char *asy_names_born (AsySex sex);

G_END_DECLS
