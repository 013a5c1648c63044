/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/asy-context.h"

G_BEGIN_DECLS

/** AsyInterventionsPage: the register of interventions over all families (rejestr interwencji). */
#define ASY_TYPE_INTERVENTIONS_PAGE (asy_interventions_page_get_type ())
G_DECLARE_FINAL_TYPE (AsyInterventionsPage, asy_interventions_page, ASY, INTERVENTIONS_PAGE, AdwBin)

GtkWidget *asy_interventions_page_new (AsyContext *context);

G_END_DECLS
