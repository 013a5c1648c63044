/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A layer under the engine that makes its dealings with files fail. It becomes
 * the default for connections that are opened from then on.
 */

void faulty_vfs_install (void);

typedef enum {
  FAULTY_VFS_BROKEN,            /* from the call on, nothing works: a medium that was pulled out */
  FAULTY_VFS_BROKEN_WRITES,     /* from the call on, nothing can be changed; what is there can be read */
  FAULTY_VFS_FULL,              /* from the call on, no file can grow or be written */
  FAULTY_VFS_LYING,             /* one write spoils a byte and says nothing */
} FaultyVfsMode;

/** The @n-th call from now (1 is the next) and all after it fail; see the modes. */
void faulty_vfs_fail_from (guint n, FaultyVfsMode mode);

/** All is well again; returns whether any call failed. */
gboolean faulty_vfs_heal (void);

G_END_DECLS
