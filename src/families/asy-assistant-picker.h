/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-workers.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyAssistantPicker:
 *
 * Assistants to choose from, each with a bar of the families that they work with
 * against the limit of art. 15 ust. 4 on a day. The full ones and those who are
 * away are shown as such. Property `worker-id`; signal `changed`.
 */
#define ASY_TYPE_ASSISTANT_PICKER (asy_assistant_picker_get_type ())
G_DECLARE_FINAL_TYPE (AsyAssistantPicker, asy_assistant_picker, ASY, ASSISTANT_PICKER, AdwBin)

/** (transfer floating) */
GtkWidget *asy_assistant_picker_new (AsyContext *context);

/** Loads the assistants as they are on @day; who was chosen stays chosen. */
void asy_assistant_picker_set_day (AsyAssistantPicker *self, AsyDay day);

gint64 asy_assistant_picker_get_worker_id (AsyAssistantPicker *self);

/** The chosen one. (transfer none) (nullable) */
const AsyCaseload *asy_assistant_picker_get_chosen (AsyAssistantPicker *self);

G_END_DECLS
