/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letter/asy-paper-data.h"

G_BEGIN_DECLS

/* One value of a record. Fields of a record are kept sorted by name, which is
 * what makes the snapshot independent of the order of filling. */
typedef struct
{
  char *name;                   /* a single word, no dots */
  AsyPaperValueKind kind;
  union
  {
    char *text;
    AsyDay day;
    gint64 number;
    gboolean flag;
    GPtrArray *items;           /* of AsyPaperData */
    AsyPaperData *record;
  } value;
} AsyPaperField;

struct _AsyPaperData
{
  GPtrArray *fields;            /* of AsyPaperField */
};

/** The field called @name (one word), or %NULL. */
AsyPaperField *_asy_paper_data_peek (const AsyPaperData *self, const char *name);

/** Adds a field of @kind called @name (one word), which must not be there yet. */
AsyPaperField *_asy_paper_data_insert (AsyPaperData *self, const char *name, AsyPaperValueKind kind);

/** Whether @name is a name of one word. */
gboolean _asy_paper_data_is_word (const char *name, gsize length);

/** A copy of @text that XML can carry unchanged. */
char *_asy_paper_data_clean_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
