/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-worker.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/** A family assistant: person, contract, suspension (art. 13), qualification (art. 12) and RSPTS check (art. 7b). */
AsyForm *asy_worker_form_new (AsyContext *context, AsyWorker *worker);

G_END_DECLS
