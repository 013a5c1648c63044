/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-assignment.h"

const char *const asy_assignment_basis_nicks[] = { "motion", "direct", "court", "za-zyciem", NULL };

ASY_RECORD_DEFINE (AsyAssignment, asy_assignment, ASY_ASSIGNMENT, ASY_ASSIGNMENT_FIELDS, "assignment")
