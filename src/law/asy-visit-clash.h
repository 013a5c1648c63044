/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/asy-day.h"

G_BEGIN_DECLS

/** Least rest between two days of work, in minutes (odpoczynek dobowy, art. 132 §1 KP). */
#define ASY_CLASH_REST_MINUTES (11 * 60)

/** A piece of one assistant's work, as far as others stand in its way. */
typedef struct {
  gint64 id;                    /* 0: not saved yet */
  AsyDay day;
  int start;                    /* minutes after midnight */
  int end;
  int travel;                   /* minutes needed to come there */
} AsyClashSlot;

typedef enum {
  ASY_CLASH_NONE,
  ASY_CLASH_OVERLAP,            /* the assistant is elsewhere at that time */
  ASY_CLASH_TRAVEL,             /* too little time for the way from or to a neighbouring one */
  ASY_CLASH_REST,               /* fewer than eleven hours to the work of the day before or after */
  ASY_CLASH_DAY_OFF,            /* a Sunday or a public holiday */
} AsyClashKind;

typedef struct {
  AsyClashKind kind;
  gint64 other_id;              /* 0: no other one is concerned */
  int missing_minutes;          /* of travel or rest */
} AsyClash;

/**
 * asy_clash_find:
 * @slots: other work of the same assistant, in any order; one with the id of @candidate does not count
 * @candidate: where and when it would be
 *
 * The gravest thing in the way, in the order of the kinds. Pure.
 */
AsyClash asy_clash_find (const AsyClashSlot *slots, gsize n_slots, const AsyClashSlot *candidate);

G_END_DECLS
