/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Contacts that count as a visit, by the office's own list of contacts. */
#define ASY_VISIT_KINDS_SQL "(SELECT code FROM dictionary WHERE kind = 'contact' AND detail = 'visit')"

G_END_DECLS
