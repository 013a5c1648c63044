/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Who received copies of a version; a new one can be noted, a mistake taken out. */
void asy_plan_copies_form_open (AsyContext *context, AsyFamilyFile *family, AsyPlanFile *file);

/** A row that only says something: what, and when and how. (transfer floating) */
GtkWidget *asy_plan_note_row_new (AsyDay day, const char *title, const char *note);

G_END_DECLS
