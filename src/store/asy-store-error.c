/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "store/asy-store-error.h"

typedef AsyStoreErrorDetail AsyStoreErrorPrivate;

static void
asy_store_error_private_init (AsyStoreErrorPrivate *priv)
{
}

static void
asy_store_error_private_copy (const AsyStoreErrorPrivate *src, AsyStoreErrorPrivate *dest)
{
  *dest = *src;
  dest->field = g_strdup (src->field);
  dest->article = g_strdup (src->article);
}

static void
asy_store_error_private_clear (AsyStoreErrorPrivate *priv)
{
  g_free (priv->field);
  g_free (priv->article);
}

G_DEFINE_EXTENDED_ERROR (AsyStoreError, asy_store_error)

const AsyStoreErrorDetail *
asy_store_error_get_detail (const GError *error)
{
  g_return_val_if_fail (error != NULL && error->domain == ASY_STORE_ERROR, NULL);

  return asy_store_error_get_private (error);
}

AsyStoreErrorDetail *
asy_store_set_error (GError **error, AsyStoreErrorCode code, const char *message)
{
  static AsyStoreErrorDetail nobody_listens;

  if (error == NULL)
    return &nobody_listens;
  g_set_error_literal (error, ASY_STORE_ERROR, code, message);
  return asy_store_error_get_private (*error);
}
