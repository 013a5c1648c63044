/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include "ui/asy-page.h"

G_DEFINE_INTERFACE (AsyPage, asy_page, GTK_TYPE_WIDGET)

static void
asy_page_default_init (AsyPageInterface *iface)
{
}

void
asy_page_activate (AsyPage *self)
{
  g_return_if_fail (ASY_IS_PAGE (self));

  if (ASY_PAGE_GET_IFACE (self)->activate != NULL)
    ASY_PAGE_GET_IFACE (self)->activate (self);
}

gboolean
asy_page_show (AsyPage *self, const char *what, gint64 id, const char *detail)
{
  g_return_val_if_fail (ASY_IS_PAGE (self), FALSE);
  g_return_val_if_fail (what != NULL, FALSE);

  return ASY_PAGE_GET_IFACE (self)->show != NULL && ASY_PAGE_GET_IFACE (self)->show (self, what, id, detail);
}

#define CALL_IF_THERE(name)                                                                           \
  gboolean                                                                                            \
  asy_page_##name (AsyPage *self)                                                                     \
  {                                                                                                   \
    g_return_val_if_fail (ASY_IS_PAGE (self), FALSE);                                                 \
                                                                                                      \
    return ASY_PAGE_GET_IFACE (self)->name != NULL && ASY_PAGE_GET_IFACE (self)->name (self);         \
  }

CALL_IF_THERE (go_back)
CALL_IF_THERE (search)
CALL_IF_THERE (print)
CALL_IF_THERE (export_list)
CALL_IF_THERE (toggle_list)

gint64
asy_page_get_family (AsyPage *self)
{
  g_return_val_if_fail (ASY_IS_PAGE (self), 0);

  return ASY_PAGE_GET_IFACE (self)->get_family != NULL ? ASY_PAGE_GET_IFACE (self)->get_family (self) : 0;
}

void
asy_page_leave (AsyPage *self)
{
  g_return_if_fail (ASY_IS_PAGE (self));

  if (ASY_PAGE_GET_IFACE (self)->leave != NULL)
    ASY_PAGE_GET_IFACE (self)->leave (self);
}
