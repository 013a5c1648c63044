/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letter/asy-document.h"
#include "model/asy-office.h"

G_BEGIN_DECLS

/**
 * asy_recovery_sheet_new:
 * @path: of the register
 * @issued_by: (nullable): full name
 *
 * The paper with the recovery code, from the template `recovery`.
 */
AsyDocument *asy_recovery_sheet_new (const char *code, const char *path, AsyOffice *office, const char *issued_by, AsyDay today,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
