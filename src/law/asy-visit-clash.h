/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-visit-file.h"
#include "model/asy-worker.h"

G_BEGIN_DECLS

/** Least rest between two days of work, in minutes (odpoczynek dobowy, art. 132 §1 KP). */
#define ASY_CLASH_REST_MINUTES (11 * 60)

/** A piece of an assistant's work, as far as others stand in its way. */
typedef struct {
  gint64 id;                    /* 0: not saved yet */
  AsyDay day;
  int start;                    /* minutes after midnight */
  int end;
  int travel;                   /* minutes needed to come there */
  gint64 worker_id;
  gint64 family_id;             /* 0: work without a family */
  gboolean in_twos;             /* two assistants go there together */
} AsyClashSlot;

/** @in_twos: asked for by the visit or by its family */
AsyClashSlot asy_visit_get_clash_slot (AsyVisit *visit, gboolean in_twos);

/** The gravest first. */
typedef enum {
  ASY_CLASH_NONE,
  ASY_CLASH_OVERLAP,            /* the assistant is elsewhere at that time */
  ASY_CLASH_ABSENCE,            /* the assistant is away that day */
  ASY_CLASH_FAMILY,             /* another assistant is with the family at that time, and they do not go in twos */
  ASY_CLASH_TRAVEL,             /* too little time for the way from or to a neighbouring one */
  ASY_CLASH_REST,               /* fewer than eleven hours to the work of the day before or after */
  ASY_CLASH_DAY_OFF,            /* a Sunday or a public holiday, without a shift of the rota */
  ASY_CLASH_HOURS,              /* outside the hours of the assistant and of the rota */
} AsyClashKind;

typedef struct {
  AsyClashKind kind;
  gint64 other_id;              /* 0: no other one is concerned */
  int missing_minutes;          /* of travel or rest */
} AsyClash;

/** What a visit is compared with. */
typedef struct {
  const AsyClashSlot *slots;    /* in any order; one with the id of the candidate does not count */
  gsize n_slots;
  const AsyWorkTime *time;      /* nullable: nothing is known of the assistant's hours */
  gboolean has_daily_rest;      /* asy_clash_has_daily_rest() */
} AsyClashFacts;

/**
 * asy_clash_has_daily_rest:
 *
 * Art. 132 KP protects whoever has a contract of employment, in task-based time
 * too (art. 140 KP); a contract for services is none.
 */
gboolean asy_clash_has_daily_rest (AsyWorker *worker);

/** Everything in the way: at most one thing for each slot, in their order, then what the day has. Pure. (transfer full) (element-type AsyClash) */
GArray *asy_clash_list (const AsyClashFacts *facts, const AsyClashSlot *candidate) G_GNUC_WARN_UNUSED_RESULT;

/** The gravest thing in the way, in the order of the kinds. Pure. */
AsyClash asy_clash_find (const AsyClashFacts *facts, const AsyClashSlot *candidate);

G_END_DECLS
