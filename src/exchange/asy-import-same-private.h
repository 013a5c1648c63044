/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-person.h"

G_BEGIN_DECLS

/* Whether two rows of a table tell of the same. */

/* The same PESEL, or the same name and day of birth where one of them has none. */
gboolean _asy_import_is_one_person (AsyPerson *a, AsyPerson *b);

/* Two records of one type, field by field. */
gboolean _asy_import_says_the_same (gpointer a, gpointer b);

/* (element-type AsyPersonName) */
gboolean _asy_import_has_same_names (GPtrArray *a, GPtrArray *b);

G_END_DECLS
