/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plans/asy-plan-editor.h"

G_BEGIN_DECLS

/**
 * AsyLibraryPane:
 *
 * The library beside the plan: goals by area, searched as one types, dragged
 * among the goals of the plan or taken with Enter (`plan.goal-from-library`).
 * Says which the plan has already. Escape in the search: `closed`.
 */
#define ASY_TYPE_LIBRARY_PANE (asy_library_pane_get_type ())
G_DECLARE_FINAL_TYPE (AsyLibraryPane, asy_library_pane, ASY, LIBRARY_PANE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_library_pane_new (AsyPlanEditor *editor);

/** Brings it in line with the plan; cheap while it is not seen, and when nothing changed. */
void asy_library_pane_show (AsyLibraryPane *self);

/** Moves the keyboard into the search. */
void asy_library_pane_focus (AsyLibraryPane *self);

G_END_DECLS
