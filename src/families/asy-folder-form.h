/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-data.h"
#include "papers/asy-folder.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Asks what the folder of a family is to show, then where to write it, and makes it. */
void asy_folder_form_open (AsyContext *context, AsyFamilyData *data);

/** Asks where to write the time axis alone, with what is shown of it now; @kinds are of AsyFolderKinds. */
void asy_folder_save_axis (AsyContext *context, AsyFamilyData *data, guint kinds);

G_END_DECLS
