/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AsyNavButton:
 *
 * The first thing in a page's leftmost header bar: leads back to the navigation
 * in a narrow window, and is hidden in a wide one.
 */
#define ASY_TYPE_NAV_BUTTON (asy_nav_button_get_type ())
G_DECLARE_FINAL_TYPE (AsyNavButton, asy_nav_button, ASY, NAV_BUTTON, AdwBin)

/** Name of the AdwLeaflet whose folding the button follows. */
#define ASY_NAVIGATION_NAME "asy-navigation"

/** (transfer floating) */
GtkWidget *asy_nav_button_new (void);

/** The first thing in the header bar of a subpage: `win.back`. (transfer floating) */
GtkWidget *asy_back_button_new (void);

G_END_DECLS
