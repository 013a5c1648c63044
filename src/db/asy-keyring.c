/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include "db/asy-keyring.h"

char *
_asy_keyring_make_path (const char *path)
{
  return g_strconcat (path, ".keys", NULL);
}
