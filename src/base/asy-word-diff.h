/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ASY_WORD_SAME,
  ASY_WORD_REMOVED,
  ASY_WORD_ADDED,
} AsyWordOp;

/** A run of words of one fate, with the blanks between them. */
typedef struct {
  AsyWordOp op;
  const char *start;            /* in the earlier text when removed, in the later one otherwise */
  gsize length;                 /* bytes */
} AsyWordSpan;

/**
 * asy_word_diff:
 * @before: (nullable)
 * @after: (nullable)
 *
 * What was taken out of a text and put into it, word by word, as few words as
 * possible; removed words stand before those that replace them. A text of more
 * words than anybody compares by eye is one that was replaced. Pure; the spans
 * point into the texts.
 *
 * Returns: (transfer full) (element-type AsyWordSpan)
 */
GArray *asy_word_diff (const char *before, const char *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
