/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AsyListMenu:
 *
 * The menu at the end of the header bar of a page with a list: what can be done
 * with the list as a whole.
 */
#define ASY_TYPE_LIST_MENU (asy_list_menu_get_type ())
G_DECLARE_FINAL_TYPE (AsyListMenu, asy_list_menu, ASY, LIST_MENU, AdwBin)

/** (transfer floating) */
GtkWidget *asy_list_menu_new (void);

/** A section of the same for a menu that a page has already. (transfer full) */
GMenuModel *asy_list_menu_new_section (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
