/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include "ctl/asy-ctl.h"

int
main (int argc, char **argv)
{
  return asy_ctl_main (argc, argv);
}
