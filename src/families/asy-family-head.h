/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-data.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyFamilyHead:
 *
 * What stands above every page of a family: name, stage and warnings, where and
 * with whom, the one next step with everything else in its menu, and the court's
 * nearest date. The next step activates `family.next-step`.
 */
#define ASY_TYPE_FAMILY_HEAD (asy_family_head_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilyHead, asy_family_head, ASY, FAMILY_HEAD, GtkBox)

void asy_family_head_set_data (AsyFamilyHead *self, AsyFamilyData *data, AsyContext *context);

/** What the button of the next step says when the law asks for nothing. */
const char *asy_family_head_get_step_label (AsyFamilyData *data);

G_END_DECLS
