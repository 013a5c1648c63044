/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyAssistantPage:
 *
 * One assistant's own page: for each family how far its plan is, what is late,
 * the visits of the month and when the next assessment is due. Shows by
 * `show-worker` with the id of an assistant.
 */
#define ASY_TYPE_ASSISTANT_PAGE (asy_assistant_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyAssistantPage, asy_assistant_page, ASY, ASSISTANT_PAGE, AdwBin)

/** (transfer floating) */
GtkWidget *asy_assistant_page_new (AsyContext *context);

G_END_DECLS
