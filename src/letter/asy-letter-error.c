/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include "letter/asy-letter-error-private.h"

typedef struct
{
  guint line;
} AsyLetterErrorPrivate;

static void
asy_letter_error_private_init (AsyLetterErrorPrivate *priv)
{
  priv->line = 0;
}

static void
asy_letter_error_private_copy (const AsyLetterErrorPrivate *source, AsyLetterErrorPrivate *target)
{
  target->line = source->line;
}

static void
asy_letter_error_private_clear (AsyLetterErrorPrivate *priv)
{
  priv->line = 0;
}

G_DEFINE_EXTENDED_ERROR (AsyLetterError, asy_letter_error)

guint
asy_letter_error_get_line (const GError *error)
{
  if (error == NULL || error->domain != ASY_LETTER_ERROR)
    return 0;
  return asy_letter_error_get_private (error)->line;
}

void
asy_letter_set_error (GError **error, AsyLetterError code, guint line, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (error == NULL)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  if (line > 0)
    *error = g_error_new (ASY_LETTER_ERROR, code, "line %u: %s", line, message);
  else
    *error = g_error_new_literal (ASY_LETTER_ERROR, code, message);
  asy_letter_error_get_private (*error)->line = line;
}
