/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-blue-card.h"

ASY_RECORD_DEFINE (AsyBlueCard, asy_blue_card, ASY_BLUE_CARD, ASY_BLUE_CARD_FIELDS, "blue_card")
