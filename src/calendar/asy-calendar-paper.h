/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Asks where to, and writes the week of an assistant as PDF. @page: in a window of an open register */
void asy_calendar_paper_begin (GtkWidget *page, gint64 worker_id, AsyDay monday);

G_END_DECLS
