/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/asy-family-file.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/* Groups of bound rows from a table: the forms of a family are many and alike. */

typedef enum {
  ASY_ROW_TEXT,
  ASY_ROW_LONG_TEXT,
  ASY_ROW_PHONE,                /* stored as digits, soft: a number that cannot be read stays as typed */
  ASY_ROW_POSTCODE,
  ASY_ROW_DAY,
  ASY_ROW_TIME,
  ASY_ROW_SWITCH,
  ASY_ROW_NUMBER,               /* 0 to 99 */
  ASY_ROW_DICTIONARY,           /* detail: kind of the dictionary */
  ASY_ROW_COURT,
  ASY_ROW_CHOICE,               /* detail: AsyChoice table, for enums */
} AsyRowKind;

typedef struct {
  guint field;
  AsyRowKind kind;
  gconstpointer detail;
  const char *title;            /* nullable msgid: instead of the field's name */
} AsyRowSpec;

/**
 * asy_form_add_rows:
 * @title: (nullable): translated heading of the group
 * @ret_rows: (nullable) (array): the rows, in the order of @specs
 *
 * Builds a group of rows bound to @copy and adds it to the form. (transfer none)
 */
AdwPreferencesGroup *asy_form_add_rows (AsyForm *form, gpointer copy, const char *title, const AsyRowSpec *specs, guint n_specs,
                                        GtkWidget **ret_rows);

/** A choice among the people of a family. Bind it to a field with asy_form_bind(). (transfer floating) */
GtkWidget *asy_person_choice_new (const char *title, AsyFamilyFile *file);

/** Puts the cursor into a row when the form is seen. */
void asy_form_focus_row (AsyForm *form, GtkWidget *row);

G_END_DECLS
