/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "papers/asy-folder.h"
#include "papers/asy-paper-source.h"

G_BEGIN_DECLS

/** Sets the list of events, newest first; @visits: (element-type AsyVisitEntry). */
void _asy_folder_fill_axis (AsyPaperData *data, const AsyPaperSource *source, GPtrArray *visits, const AsyFolderOptions *options);

/** Whether a day is within the period that was asked for. */
gboolean _asy_folder_is_within (const AsyFolderOptions *options, AsyDay day);

/** `wizyty, pisma`; %NULL for all kinds. (transfer full) */
char *_asy_folder_dup_kinds (guint kinds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
