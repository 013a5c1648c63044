/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/asy-day.h"

G_BEGIN_DECLS

/*
 * Polish text: how it is searched, ordered, counted and set on paper. These
 * words go to papers, which are always in Polish; sentences of the window come
 * from gettext. All functions take any bytes: what is not UTF-8 is replaced.
 * %NULL is taken as empty text unless said otherwise.
 */

/* Searching and ordering (asy-text-fold.c) */

/**
 * Text as search words: `Łódź, ul. Żabia 3` gives `lodz ul zabia 3`. Only
 * a-z, 0-9 and single spaces for any Latin or Cyrillic text (Cyrillic as in
 * Ukrainian passports); letters of other scripts stay, in lower case. The
 * folding of the beginning of a word is the beginning of its folding, so that
 * a half-typed word finds. (transfer full)
 */
char *asy_text_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * A key of printable ASCII and tabs whose byte order is the Polish order of
 * the texts: a ą b c ć … z ź ż, blanks before hyphens before digits before
 * letters (Nowak Zofia, Nowak-Zając, Nowakowska Anna), numbers by value, other
 * scripts last. Case, foreign marks and punctuation only break ties; equal
 * keys mean equal texts. (transfer full)
 */
char *asy_text_sort_key (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Words (asy-text.c) */

/** Trims and turns every run of blanks, breaks and invisible characters to one space. (transfer full) */
char *asy_text_squash (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/** The form that goes with @n: 1 wizyta, 2 wizyty, 5 wizyt. (transfer none) */
const char *asy_text_plural (gint64 n, const char *one, const char *few, const char *many);

/** First letters of the words of a name, capital: `Anna Nowak-Kowalska` gives `ANK`. (transfer full) */
char *asy_text_initials (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/** A name of a family, only as a proposal to edit: `Kowalska` gives `Kowalscy`. Where the rules are not
 *  sure it is the surname itself. (transfer full) */
char *asy_text_family_plural (const char *surname) G_GNUC_WARN_UNUSED_RESULT;

/* Setting on paper (asy-text-typography.c) */

/**
 * Sets plain text as Polish print does: no one-letter word at the end of a
 * line, a number with its unit or its article in one line, „ ” quotes, en
 * dashes between words and in ranges. Only ever replaces a space, a straight
 * quote or a hyphen, each by one character; what is not certain stays.
 * Idempotent. (transfer full)
 */
char *asy_text_typography (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Days and times. An empty text for %ASY_DAY_NONE. */

/** `24 marca 2026 r.`, as letters are dated. (transfer full) */
char *asy_text_letter_date (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** `24 marca 2026`, within a sentence. (transfer full) */
char *asy_text_long_date (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** `24.03.2026 r.`, as in tables of papers. (transfer full) */
char *asy_text_table_date (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** `24.03`, where the year is clear. (transfer full) */
char *asy_text_short_date (AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** @month 1 to 12. (transfer none) */
const char *asy_text_month_nominative (int month);
const char *asy_text_month_genitive (int month);
/** `sty`, `lut`, … for axes. */
const char *asy_text_month_short (int month);

/** @weekday 1 is Monday (`poniedziałek`, `pn`). (transfer none) */
const char *asy_text_weekday (int weekday);
const char *asy_text_weekday_short (int weekday);

/** `9:00`; @minutes since midnight, taken modulo a day. (transfer full) */
char *asy_text_time (int minutes) G_GNUC_WARN_UNUSED_RESULT;

/** `9:00–10:30` from a start in minutes since midnight and a length in minutes. (transfer full) */
char *asy_text_time_range (int start_minutes, int length_minutes) G_GNUC_WARN_UNUSED_RESULT;

/** `45 min`, `2 godz.`, `1 godz. 30 min`. (transfer full) */
char *asy_text_duration (int minutes) G_GNUC_WARN_UNUSED_RESULT;

/** `1 234,50 zł` from a sum in grosze. (transfer full) */
char *asy_text_money (gint64 grosze) G_GNUC_WARN_UNUSED_RESULT;

/** Prints a stored number (see asy_ident_check_phone()): `601 234 567`, `71 782 23 22`; a text that is not
 *  such a number comes back as it is. (transfer full) */
char *asy_text_phone (const char *digits) G_GNUC_WARN_UNUSED_RESULT;

/** The no-break space, U+00A0. */
#define ASY_TEXT_NBSP "\302\240"
/** The en dash, U+2013. */
#define ASY_TEXT_EN_DASH "\342\200\223"

G_END_DECLS
