/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-visit-clash.h"

G_BEGIN_DECLS

/**
 * asy_clash_dup_words:
 * @other_name: (nullable): the family of the other visit, when there is one
 * @time: (nullable): the work time that the clash was found with
 *
 * What is in the way in a few words, to be shown beside a visit that is dragged.
 *
 * Returns: (transfer full) (nullable): %NULL for %ASY_CLASH_NONE
 */
char *asy_clash_dup_words (const AsyClash *clash, const char *other_name, const AsyWorkTime *time, AsyDay day) G_GNUC_WARN_UNUSED_RESULT;

/** `leave 25.03–27.03`, `leave 25.03` for one day. (transfer full) */
char *asy_absence_dup_words (AsyAbsence *absence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
