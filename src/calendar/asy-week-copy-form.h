/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * Asks which visits of an assistant's week are planned anew in the next one;
 * what cannot go there says why. @page: in a window of an open register
 */
void asy_week_copy_begin (GtkWidget *page, gint64 worker_id, AsyDay monday);

G_END_DECLS
