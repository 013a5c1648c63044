/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Real files that acceptance tests read lie beside the source tree, not in it:
 * in ../shared/data, or in the folder data of what ASYSTA_SHARED names. A test that gets NULL
 * has been skipped with a message and returns.
 */
static inline char *
find_shared_data (const char *name)
{
  const char *folder = g_getenv ("ASYSTA_SHARED");
  g_autofree char *path = NULL;

  if (folder != NULL)
    path = g_build_filename (folder, "data", name, NULL);
  else
    path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "data", name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip ("no ../shared/data beside the checkout (or ASYSTA_SHARED)");
  return NULL;
}
