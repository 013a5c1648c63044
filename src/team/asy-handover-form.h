/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-handovers.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/** All families of one assistant to others, each with a proposal (art. 13, art. 15 ust. 4). @handover: (transfer full) */
AsyForm *asy_handover_form_new (AsyContext *context, AsyHandover *handover);

G_END_DECLS
