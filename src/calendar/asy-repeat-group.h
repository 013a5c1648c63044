/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-visit-series.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/**
 * AsyRepeatGroup:
 *
 * How a new visit repeats: by weeks, or on the n-th weekdays of a month, until a
 * day or a number of times, and what becomes of days off. Tells what it would
 * plan while one chooses. Property `clashes`: something is in the way of a
 * repetition.
 */
#define ASY_TYPE_REPEAT_GROUP (asy_repeat_group_get_type ())
G_DECLARE_FINAL_TYPE (AsyRepeatGroup, asy_repeat_group, ASY, REPEAT_GROUP, AdwPreferencesGroup)

/** @visit: the form's copy; the form is told what is missing. (transfer floating) */
GtkWidget *asy_repeat_group_new (AsyForm *form, AsyVisit *visit);

/** %FALSE when the visit is a single one. */
gboolean asy_repeat_group_get_rule (AsyRepeatGroup *self, AsyVisitRule *ret_rule, AsyVisitOff *ret_off);

gboolean asy_repeat_group_get_clashes (AsyRepeatGroup *self);

G_END_DECLS
