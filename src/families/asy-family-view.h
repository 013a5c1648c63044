/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyFamilyView:
 *
 * The pane of one family: header bar, head and pages. Everything one can do
 * with a family is one of its actions `family.*`.
 */
#define ASY_TYPE_FAMILY_VIEW (asy_family_view_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilyView, asy_family_view, ASY, FAMILY_VIEW, GtkBox)

/** (transfer floating) */
GtkWidget *asy_family_view_new (AsyContext *context);

/** Opens a family; the opening is noted in the audit once. */
void asy_family_view_open (AsyFamilyView *self, gint64 family_id);

gint64 asy_family_view_get_family_id (AsyFamilyView *self);

/** `overview`, `people`, `case`, `plan`, `visits`, `assessments`, `letters`. */
void asy_family_view_show_tab (AsyFamilyView *self, const char *name);

/** Whether the list beside it is away: then the header bar says whose page it is and leads back. */
void asy_family_view_set_alone (AsyFamilyView *self, gboolean is_alone);

/** The one next step of the family that is shown, or that is being loaded. */
void asy_family_view_do_step (AsyFamilyView *self);

/** Puts the focus on the next step. */
void asy_family_view_focus (AsyFamilyView *self);

G_END_DECLS
