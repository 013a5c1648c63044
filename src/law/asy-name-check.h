/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-dictionary.h"
#include "model/asy-family-file.h"

G_BEGIN_DECLS

/*
 * Names of a family's people in a text that shall name nobody, in any case of
 * the declension and, for the usual given names, as they are said at home
 * (Kasia, Kuba). It takes rather a word too many than one too few: a person
 * looks at the result. Pure.
 */

/** Names that one word may stand for. */
typedef struct {
  GPtrArray *names;             /* char *: single words */
  char *stand_in;               /* what may be written instead: `matka` */
  gboolean is_given;            /* given names; a family name behind one belongs to it */
} AsyNameOwner;

/** The given names of each member and, last, the family names of all, former ones too. (transfer full) (element-type AsyNameOwner) */
GPtrArray *asy_name_check_list_owners (AsyFamilyFile *family, AsyDictionary *dictionary) G_GNUC_WARN_UNUSED_RESULT;

/** For tests and for whoever has names without a family: @names parted by blanks. (transfer full) */
AsyNameOwner *asy_name_owner_new (const char *names, const char *stand_in, gboolean is_given) G_GNUC_WARN_UNUSED_RESULT;
void asy_name_owner_free (AsyNameOwner *owner);

/** Whether the text names anybody. @text is nullable. */
gboolean asy_name_check_finds (const char *text, GPtrArray *owners);

/**
 * asy_name_check_replace:
 * @text: (nullable)
 * @found: (nullable) (element-type utf8): gets each name as it stood, once
 *
 * The text with `[matka]` for each name: in brackets, because the word is still
 * to be put into its case. (transfer full) (nullable)
 */
char *asy_name_check_replace (const char *text, GPtrArray *owners, GPtrArray *found) G_GNUC_WARN_UNUSED_RESULT;

/** Whether a word in brackets is still there. */
gboolean asy_name_check_has_stand_in (const char *text);

G_END_DECLS
