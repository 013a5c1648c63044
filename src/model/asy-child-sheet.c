/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-child-sheet.h"

ASY_RECORD_DEFINE (AsyChildSheet, asy_child_sheet, ASY_CHILD_SHEET, ASY_CHILD_SHEET_FIELDS, "child_sheet")
