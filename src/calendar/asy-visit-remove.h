/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-visit.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * asy_visit_remove_begin:
 *
 * Deletes a planned visit. Of one that repeats it is asked which of the series
 * are meant. A toast takes it back.
 */
void asy_visit_remove_begin (AsyContext *context, AsyVisit *visit);

G_END_DECLS
