/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-person.h"

G_BEGIN_DECLS

/* Whether two records may be of the same person, so that nobody is in a register twice. Pure. */

/** Why they may be the same, the strongest reason last. */
typedef enum {
  ASY_LIKENESS_NONE,
  ASY_LIKENESS_NAME,            /* the same name, and no date of birth that tells them apart */
  ASY_LIKENESS_ADDRESS,         /* a like name at the same address */
  ASY_LIKENESS_BIRTH,           /* a like name, born on the same day */
  ASY_LIKENESS_PESEL,
} AsyLikeness;

/**
 * asy_likeness_of_names:
 *
 * Two names that one person may bear: a letter or two written otherwise, the
 * same beginning of the given name, a name before marriage, the given and the
 * family name in each other's place. Polish letters and case make no difference.
 */
gboolean asy_likeness_of_names (AsyPerson *a, AsyPerson *b);

/** The same street, house and flat; `ul.` and the like make no difference. %FALSE when either is not known. */
gboolean asy_likeness_of_addresses (const char *a, const char *b);

/** @address_a, @address_b (nullable): street and number of where they live. */
AsyLikeness asy_likeness_of_people (AsyPerson *a, const char *address_a, AsyPerson *b, const char *address_b);

G_END_DECLS
