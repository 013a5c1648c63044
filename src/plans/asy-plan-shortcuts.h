/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The keys of the editor, for the actions `plan.…` of the widget that it is added to. (transfer full) */
GtkEventController *asy_plan_shortcuts_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
