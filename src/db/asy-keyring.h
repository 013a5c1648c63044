/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/asy-db.h"

G_BEGIN_DECLS

/** Name of the file of key slots beside the register @path. (transfer full) */
char *_asy_keyring_make_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
