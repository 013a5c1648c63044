/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/** What each adult answered to a version, what the child said of it, and the assistant's signature. */
void asy_plan_sign_form_open (AsyContext *context, AsyFamilyFile *family, AsyPlanFile *file);

G_END_DECLS
