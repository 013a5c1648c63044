/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-person.h"
#include "model/asy-person-name.h"

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

/** One of the two, borrowed. */
typedef struct {
  AsyPerson *person;
  GPtrArray *names;             /* nullable: AsyPersonName, also of other people */
  const char *street;           /* nullable: street and number of where they live */
} AsyLikenessSide;

/**
 * asy_likeness_of_names:
 *
 * Two names that one person may bear: a letter or two written otherwise, the
 * same beginning of the given name, any former family name, the given and the
 * family name in each other's place. Polish letters and case make no difference.
 */
gboolean asy_likeness_of_names (const AsyLikenessSide *a, const AsyLikenessSide *b);

/** The same street, house and flat; `ul.` and the like make no difference. %FALSE when either is not known. */
gboolean asy_likeness_of_addresses (const char *a, const char *b);

AsyLikeness asy_likeness_of_people (const AsyLikenessSide *a, const AsyLikenessSide *b);

G_END_DECLS
