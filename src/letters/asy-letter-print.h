/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letter/asy-document.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/** The print dialog, with the painter of the preview. @title names the job; @plan_id as below. */
void asy_letter_print (AsyContext *context, AsyDocument *document, const char *title, gint64 plan_id);

/**
 * Writes the file of a paper: the frozen one, or a fresh one of a draft. When it
 * is the paper of a version of a plan (@plan_id, or 0), noting who receives a
 * copy is offered afterwards.
 */
void asy_letter_export (AsyContext *context, gint64 letter_id, GFile *file, gint64 plan_id);

G_END_DECLS
