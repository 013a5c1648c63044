/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include "ui/asy-meaning.h"

G_DEFINE_ENUM_TYPE (AsyMeaning, asy_meaning,
                    G_DEFINE_ENUM_VALUE (ASY_MEANING_PLAIN, "plain"),
                    G_DEFINE_ENUM_VALUE (ASY_MEANING_LATE, "late"),
                    G_DEFINE_ENUM_VALUE (ASY_MEANING_SOON, "soon"),
                    G_DEFINE_ENUM_VALUE (ASY_MEANING_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (ASY_MEANING_INFO, "info"))

const char *
asy_meaning_get_style_class (AsyMeaning meaning)
{
  static const char *const classes[] = { NULL, "late", "soon", "done", "info" };

  g_return_val_if_fail ((guint) meaning < G_N_ELEMENTS (classes), NULL);
  return classes[meaning];
}
