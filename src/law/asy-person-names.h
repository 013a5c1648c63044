/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-person.h"
#include "model/asy-person-name.h"

G_BEGIN_DECLS

/*
 * What a person was called and when. @names (nullable, element-type
 * AsyPersonName) may hold those of other people as well, in any order. Pure.
 */

/**
 * asy_person_names_on:
 *
 * The full name on @day: the present one, unless a name given up later is
 * known. The day of the change belongs to the next name; a name of which nobody
 * knows until when it was borne is the name of no day. (transfer full)
 */
char *asy_person_names_on (AsyPerson *person, GPtrArray *names, AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** `Nowak, Wójcik`: the former family names, newest first, each once and none that is borne now; %NULL without any. (transfer full) */
char *asy_person_names_join_former (AsyPerson *person, GPtrArray *names) G_GNUC_WARN_UNUSED_RESULT;

/** Whether the family name is among the former ones, or is borne now; letter case and Polish letters make no difference. */
gboolean asy_person_names_has (AsyPerson *person, GPtrArray *names, const char *family_name);

G_END_DECLS
