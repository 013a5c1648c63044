/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letter/asy-document.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/** The print dialog, with the painter of the preview. @title names the job. */
void asy_letter_print (AsyContext *context, AsyDocument *document, const char *title);

/** Writes the file of a paper: the frozen one, or a fresh one of a draft. */
void asy_letter_export (AsyContext *context, gint64 letter_id, GFile *file);

G_END_DECLS
