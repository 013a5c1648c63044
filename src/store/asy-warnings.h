/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-warning.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/**
 * Saves a warning on a family. Refuses a period that ends before it begins, and
 * one that ended already and does not say why (%ASY_STORE_ERROR_MISSING).
 */
gboolean asy_family_warning_save (AsySession *session, AsyFamilyWarning *warning, GError **error);

/**
 * Warnings that hold on any of the days from @from to @until, of one family or
 * (0) of all, oldest first. (transfer full) (element-type AsyFamilyWarning)
 */
GPtrArray *asy_family_warnings_list (AsySession *session, gint64 family_id, AsyDay from, AsyDay until,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
