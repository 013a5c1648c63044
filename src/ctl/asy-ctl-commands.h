/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl/asy-ctl.h"

G_BEGIN_DECLS

/* The commands, by the files that hold them. */

int asy_ctl_init (AsyCtl *ctl, GStrv args);             /* asy-ctl-init.c */
int asy_ctl_demo (AsyCtl *ctl, GStrv args);             /* asy-ctl-demo.c */
int asy_ctl_check (AsyCtl *ctl, GStrv args);            /* asy-ctl-check.c */
int asy_ctl_import (AsyCtl *ctl, GStrv args);           /* asy-ctl-import.c */
int asy_ctl_export (AsyCtl *ctl, GStrv args);           /* asy-ctl-export.c */
int asy_ctl_export_family (AsyCtl *ctl, const char *word, const char *out); /* asy-ctl-folder.c */
int asy_ctl_import_calendar (AsyCtl *ctl, const char *path, const char *who, gboolean dry_run); /* asy-ctl-calendar.c */
int asy_ctl_export_calendar (AsyCtl *ctl, const char *who, const char *week, int visit, gboolean names, const char *out);
int asy_ctl_search (AsyCtl *ctl, GStrv args);           /* asy-ctl-lists.c */
int asy_ctl_families (AsyCtl *ctl, GStrv args);
int asy_ctl_due (AsyCtl *ctl, GStrv args);
int asy_ctl_letter (AsyCtl *ctl, GStrv args);           /* asy-ctl-letters.c */
int asy_ctl_week (AsyCtl *ctl, GStrv args);
int asy_ctl_sign (AsyCtl *ctl, GStrv args);             /* asy-ctl-sign.c */
int asy_ctl_verify (AsyCtl *ctl, GStrv args);
int asy_ctl_validate (AsyCtl *ctl, GStrv args);         /* asy-ctl-validate.c */
int asy_ctl_days_off (AsyCtl *ctl, GStrv args);

G_END_DECLS
