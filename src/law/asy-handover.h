/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A family that is to change its assistant. */
typedef struct {
  const char *district;         /* nullable */
  double weight;
} AsyHandoverFamily;

/** An assistant who may take families over. */
typedef struct {
  gint64 worker_id;
  const char *district;         /* nullable */
  int families;                 /* at work with them already */
  double weight;                /* sum of difficulty weights */
  int limit;                    /* art. 15 ust. 4; 0: none */
} AsyHandoverTaker;

/**
 * asy_handover_propose:
 * @ret_workers: (array length=n_families): worker id of each family; 0 when nobody has room
 *
 * Proposes who takes which family (art. 13, art. 15 ust. 4): nobody goes over
 * the limit; an assistant of the same district comes first, then the one whose
 * load is lighter, by difficulty weights. Heavy families are given away first.
 * Pure.
 */
void asy_handover_propose (const AsyHandoverFamily *families, guint n_families, const AsyHandoverTaker *takers, guint n_takers,
                           gint64 *ret_workers);

G_END_DECLS
