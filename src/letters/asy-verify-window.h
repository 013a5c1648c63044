/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Shows who signed @pdf, whether it is intact and what was changed after; @what names the paper. */
void asy_verify_window_open (AsyContext *context, GBytes *pdf, const char *what);

/** Asks for a PDF file and shows the same for it. */
void asy_verify_window_choose (AsyContext *context);

G_END_DECLS
