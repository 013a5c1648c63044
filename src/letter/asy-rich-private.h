/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "letter/asy-template-private.h"

G_BEGIN_DECLS

/* Where the names of a template are looked up: the paper, then the item of a
 * list, then the item of a list in it. */
typedef struct _AsyScope AsyScope;
struct _AsyScope
{
  const AsyPaperData *data;
  const AsyScope *outer;
  guint index;                  /* of the item in its list */
  guint n_items;
};

/** The values in which a bound attribute is looked up. */
const AsyPaperData *_asy_scope_find (const AsyScope *scope, const AsyAttribute *attribute);
/** Whether the field that @attribute of @node names is filled. */
gboolean _asy_scope_is_filled (const AsyScope *scope, const AsyNode *node, const char *attribute);

typedef enum {
  ASY_RICH_STRONG = 1 << 0,
  ASY_RICH_MISSING = 1 << 1,    /* stands for a value that is not there yet */
  ASY_RICH_NOWRAP = 1 << 2,
} AsyRichFlags;

/* Words with their emphasis, before they are set. */
typedef struct
{
  GString *text;
  glong n_chars;
  GArray *spans;                /* of AsyRichSpan */
} AsyRich;

typedef struct
{
  glong start;                  /* in characters */
  glong end;
  AsyRichFlags flags;
} AsyRichSpan;

/* Work that a template may ask for; a list in a list in a list over long data
 * would otherwise never end. */
typedef struct
{
  guint steps_left;
  guint page;                   /* 1…, for <page-number> */
  guint n_pages;
} AsyExpansion;

AsyRich *_asy_rich_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _asy_rich_free (AsyRich *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyRich, _asy_rich_free)

void _asy_rich_append (AsyRich *self, const char *text, AsyRichFlags flags);

/** The words of the inline children of @node. */
AsyRich *_asy_rich_expand (AsyExpansion *expansion, const AsyNode *node, const AsyScope *scope, AsyRichFlags flags)
  G_GNUC_WARN_UNUSED_RESULT;

gboolean _asy_rich_is_blank (const AsyRich *self);

/** Takes one step off; %FALSE when there is none left. */
gboolean _asy_expansion_step (AsyExpansion *expansion);

/** A paragraph of prose, or an item of a list in it. */
typedef struct
{
  char *marker;                 /* (nullable): what stands in front of an item */
  AsyRich *words;
} AsyProse;

void _asy_prose_free (gpointer data);

/** Splits plain text: a line is a paragraph, one that begins with a dash or a number an item. Of AsyProse. */
GPtrArray *_asy_prose_from_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/** The paragraphs and items of a <body>, or of the paras and texts of a cell. Of AsyProse. */
GPtrArray *_asy_prose_expand (AsyExpansion *expansion, const AsyNode *node, const AsyScope *scope) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
