/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Kinds of lists that every register has; their codes are in data/migrations/0002-dictionaries.sql. */
#define ASY_DICT_DIFFICULTY "difficulty"        /* reasons, art. 7 ups; main case reasons */
#define ASY_DICT_WORK_AREA "work-area"
#define ASY_DICT_STATUTORY_AIM "statutory-aim"
#define ASY_DICT_END_REASON "end-reason"        /* detail: statistical group */
#define ASY_DICT_CONTACT "contact"              /* visit.kind; detail: visit, family, work */
#define ASY_DICT_MISSED_REASON "missed-reason"
#define ASY_DICT_PROVIDER_KIND "provider-kind"
#define ASY_DICT_MEMBER_ROLE "member-role"      /* detail: child */
#define ASY_DICT_AUTHORITY "authority"
#define ASY_DICT_WHEREABOUTS "whereabouts"      /* detail: home, care, institution, unknown */
#define ASY_DICT_NOTICE_SOURCE "notice-source"
#define ASY_DICT_DUTY "duty"                    /* numbers of art. 15 ust. 1 */
#define ASY_DICT_FREQUENCY "frequency"

typedef struct {
  const char *code;
  const char *label;            /* Polish: the office's own words */
  const char *detail;           /* nullable: a group that rules need */
  gboolean retired;
} AsyDictEntry;

/**
 * AsyDictionary:
 *
 * The office's editable lists, loaded whole; immutable and shared between
 * threads by reference.
 */
typedef struct _AsyDictionary AsyDictionary;

AsyDictionary *asy_dictionary_new (void) G_GNUC_WARN_UNUSED_RESULT;
AsyDictionary *asy_dictionary_ref (AsyDictionary *self);
void asy_dictionary_unref (AsyDictionary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyDictionary, asy_dictionary_unref)

/** Only while the dictionary is being filled, in order of position. */
void asy_dictionary_add (AsyDictionary *self, const char *kind, const char *code, const char *label, const char *detail,
                         gboolean retired);

/** The label, or @code itself when it is unknown, or "" for %NULL. */
const char *asy_dictionary_get_label (AsyDictionary *self, const char *kind, const char *code);

/** The group of a code, or %NULL. */
const char *asy_dictionary_get_detail (AsyDictionary *self, const char *kind, const char *code);

/** All entries of a kind, retired ones too. (transfer none) (element-type AsyDictEntry) */
GPtrArray *asy_dictionary_list (AsyDictionary *self, const char *kind);

/** Place of a code in asy_dictionary_list(), or -1. */
int asy_dictionary_find (AsyDictionary *self, const char *kind, const char *code);

G_END_DECLS
