/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/asy-visit-file.h"

G_BEGIN_DECLS

/** What stands above a day of the week: when it is, and what is to be known of it. @week: nullable. (transfer floating) */
GtkWidget *asy_day_head_new (const AsyWeek *week, AsyDay day, AsyDay today);

G_END_DECLS
