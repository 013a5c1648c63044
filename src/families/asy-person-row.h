/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyPersonRow:
 *
 * A family member: figure, name, role and legal situation, where they are, age
 * and the end of the PESEL. The whole number is shown for 20 seconds when it is
 * asked for, and the audit notes who asked.
 */
#define ASY_TYPE_PERSON_ROW (asy_person_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyPersonRow, asy_person_row, ASY, PERSON_ROW, GtkListBoxRow)

/** @action (nullable): what Enter does, with the member's id. (transfer floating) */
GtkWidget *asy_person_row_new (AsyContext *context, const AsyMemberEntry *entry, const char *action);

/** As a click on the eye. */
void asy_person_row_reveal (AsyPersonRow *self);

gboolean asy_person_row_is_revealed (AsyPersonRow *self);

G_END_DECLS
