/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Takes a family into the register: people, address, how it came, consent; saved in one transaction. */
void asy_register_form_present (AsyContext *context);

G_END_DECLS
