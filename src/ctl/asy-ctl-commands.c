/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ctl/asy-ctl-commands.h"

const AsyCtlCommand asy_ctl_commands[] = {
  { "init", N_("[--office NAME] [--full-name PERSON]"), N_("Make a new, empty register and print its recovery code"), asy_ctl_init },
  { "demo", "[--size tiny|town|city|nation] [--seed N]", N_("Make a register of invented families with their histories"), asy_ctl_demo },
  { "check", NULL, N_("Check the register: encryption, integrity, audit, versions, keys"), asy_ctl_check },
  { "import", N_("providers|families FILE [--map NAME|FILE] [--dry-run] | calendar FILE --assistant WHO [--dry-run]"),
    N_("Import specialists and institutions, or families and their people, from a table, or an assistant's other calendar (iCalendar)"),
    asy_ctl_import },
  { "export", N_("families|due|providers|letters|interventions|workers [--format csv|xlsx] -o FILE | family ID -o FILE.pdf | calendar --assistant WHO [--week YYYY-Wnn] [--names] -o FILE.ics | calendar --visit N -o FILE.ics"),
    N_("Write a list for a spreadsheet, the folder of a family as PDF, or a calendar (iCalendar)"), asy_ctl_export },
  { "search", N_("TEXT"), N_("Find families, people, specialists, assistants and papers"), asy_ctl_search },
  { "families", "[--archived|--all]", N_("List families with their stage and assistant"), asy_ctl_families },
  { "due", N_("[--days N] [--assistant WHO]"), N_("List what is due, most urgent first"), asy_ctl_due },
  { "letter", N_("list [--kind KIND] [--year YEAR] | kinds | export ID -o FILE.pdf"), N_("List papers or their kinds, or write one as PDF"), asy_ctl_letter },
  { "week", N_("--assistant WHO [--week YYYY-Wnn] [--initials] -o FILE.pdf"), N_("Write the weekly plan of an assistant as PDF"),
    asy_ctl_week },
  { "sign", N_("FILE --key P12 [-o OUT] [--field NAME] [--reason TEXT] [--place TEXT]"), N_("Sign a PDF (PAdES) with a PKCS#12 key"),
    asy_ctl_sign },
  { "verify", N_("FILE [--trust CA.pem]…"), N_("Verify the signatures of a PDF and tell what came after them"), asy_ctl_verify },
  { "validate", "pesel|nip|regon|postcode|phone|case-number", N_("Check numbers read from the input, one a line"), asy_ctl_validate },
  { "days-off", N_("[--year YEAR]"), N_("List the public holidays of a year"), asy_ctl_days_off },
  { NULL },
};
