/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AsyMeaning:
 *
 * What a colour says. A colour is never the only bearer: a word or an icon
 * stands beside it. The style class of the same name (`late`, `soon`, `done`,
 * `info`) colours labels, images and pills.
 */
typedef enum {
  ASY_MEANING_PLAIN,
  ASY_MEANING_LATE,             /* past its day, a clash */
  ASY_MEANING_SOON,             /* today, tomorrow, mind this */
  ASY_MEANING_DONE,             /* done, open now */
  ASY_MEANING_INFO,             /* a stage, a note */
} AsyMeaning;

#define ASY_TYPE_MEANING (asy_meaning_get_type ())
GType asy_meaning_get_type (void);

/** `late`, `soon`, `done`, `info`; %NULL for plain. */
const char *asy_meaning_get_style_class (AsyMeaning meaning);

G_END_DECLS
