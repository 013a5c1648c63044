/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/asy-opening.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AsyFirstRun:
 *
 * From nothing to a register: the file and its first user, the office, the
 * court, further users, the recovery sheet. Signals `opened (AsyOpened)` (the
 * handler takes it over) and `left`.
 */
#define ASY_TYPE_FIRST_RUN (asy_first_run_get_type ())
G_DECLARE_FINAL_TYPE (AsyFirstRun, asy_first_run, ASY, FIRST_RUN, AdwBin)

/** (transfer floating) */
GtkWidget *asy_first_run_new (AsyClock *clock);

G_END_DECLS
