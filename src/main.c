/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include <glib/gi18n-lib.h>

#include "app/asy-application.h"

int
main (int argc, char **argv)
{
  const char *localedir = g_getenv ("ASYSTA_LOCALEDIR");
  g_autoptr (AsyApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : ASY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = asy_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
