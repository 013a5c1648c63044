/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-data.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyGenogram:
 *
 * The family drawn as a genogram. Each person is a button with a name for
 * screen readers; Tab enters once, arrows walk by kinship, Enter edits: a member
 * by `family.edit-member`, kin by `kin.edit-person`.
 */
#define ASY_TYPE_GENOGRAM (asy_genogram_get_type ())
G_DECLARE_FINAL_TYPE (AsyGenogram, asy_genogram, ASY, GENOGRAM, GtkWidget)

/** (transfer floating) */
GtkWidget *asy_genogram_new (void);

/** @kinships and @unions: those of @data, and those that are proposed. */
void asy_genogram_set_data (AsyGenogram *self, AsyContext *context, AsyFamilyData *data, GPtrArray *kinships, GPtrArray *unions);

/** 1 is 100%; as large as there is room until it is set, then kept between 0.5 and 2. */
double asy_genogram_get_zoom (AsyGenogram *self);
void asy_genogram_set_zoom (AsyGenogram *self, double zoom);

G_END_DECLS
