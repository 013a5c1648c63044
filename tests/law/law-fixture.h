/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-stage.h"

/** Day of a table: "" for none. */
#define D(text) asy_day_from_iso (text)

#define TODAY "2026-03-24"
