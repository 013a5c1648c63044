/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/asy-person.h"

G_BEGIN_DECLS

/**
 * AsyPersonSymbol:
 *
 * The figure of a person as in a genogram: a square for a man, a circle for a
 * woman, a triangle for a pregnancy, a diamond when the sex is not known; a
 * cross over those who died.
 */
#define ASY_TYPE_PERSON_SYMBOL (asy_person_symbol_get_type ())
G_DECLARE_FINAL_TYPE (AsyPersonSymbol, asy_person_symbol, ASY, PERSON_SYMBOL, GtkWidget)

/** (transfer floating) */
GtkWidget *asy_person_symbol_new (AsyPerson *person, gboolean is_unborn);

G_END_DECLS
