/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sodium.h>

G_BEGIN_DECLS

/*
 * Bytes that must not outlive their use: in guarded memory that is locked
 * where the system allows, wiped when it is freed.
 */
typedef guint8 AsySecret;

static inline AsySecret *
_asy_secret_new (gsize size)
{
  AsySecret *secret = sodium_malloc (size);

  if (secret == NULL)           /* as GLib does when memory is out */
    g_abort ();
  return secret;
}

static inline void
_asy_secret_free (AsySecret *secret)
{
  sodium_free (secret);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsySecret, _asy_secret_free)

/** Wipes and frees a text that held a password or a code. Accepts %NULL. */
static inline void
_asy_secret_text_free (char *text)
{
  for (volatile char *p = text; p != NULL && *p != '\0'; p++)
    *p = '\0';
  g_free (text);
}

typedef char AsySecretText;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsySecretText, _asy_secret_text_free)

G_END_DECLS
