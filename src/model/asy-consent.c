/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-consent.h"

const char *const asy_consent_kind_nicks[] = { "consent", "contract", "refusal", NULL };

ASY_RECORD_DEFINE (AsyConsent, asy_consent, ASY_CONSENT, ASY_CONSENT_FIELDS, "consent")
