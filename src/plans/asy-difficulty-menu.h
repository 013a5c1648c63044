/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Difficulties of a diagnosis to be taken as goals: `plan.goal-from-diagnosis (id)`. */

/** @items: (element-type AsyDiagnosisItem). (transfer full) */
GMenu *asy_difficulty_menu_new (GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;

/** What the menu would say, so that it is made again only when that changes. (transfer full) */
char *asy_difficulty_menu_dup_key (GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
