/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-letters.h"

G_BEGIN_DECLS

/** Everything of @letter, as it is in memory, but for the letter itself. */
AsyLetterFile *_asy_letter_file_gather (AsySession *session, AsyLetter *letter, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** %ASY_STORE_ERROR_FROZEN unless the letter is new or a draft in the register. */
gboolean _asy_letter_check_draft (AsySession *session, AsyLetter *letter, GError **error);

G_END_DECLS
