/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-member.h"

const char *const asy_member_care_basis_nicks[] = { "none", "court", "agreement", "emergency", NULL };

ASY_RECORD_DEFINE (AsyMember, asy_member, ASY_MEMBER, ASY_MEMBER_FIELDS, "member")
