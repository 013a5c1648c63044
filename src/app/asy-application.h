/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** AsyApplication: the command line, the actions and the one window. */
#define ASY_TYPE_APPLICATION (asy_application_get_type ())
G_DECLARE_FINAL_TYPE (AsyApplication, asy_application, ASY, APPLICATION, AdwApplication)

AsyApplication *asy_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
