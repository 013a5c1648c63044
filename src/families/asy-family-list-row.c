/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-family-list-row.h"
#include "ui/asy-format.h"
#include "ui/asy-words.h"

/* What is late says only for how long, as it stands in red; what is near says
 * what it is; a day far ahead needs no name. */
static char *
due_text (AsyFamilyRow *row, AsyDay today, AsyMeaning *ret_meaning)
{
  g_autofree char *text = asy_format_due (asy_family_row_get_due (row), today, ret_meaning);

  if (text == NULL || *ret_meaning != ASY_MEANING_SOON)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s %s", asy_deadline_kind_get_short_label (asy_family_row_get_due_kind (row)), text);
}

static const char *
second_line (AsyFamilyRow *row)
{
  return asy_family_row_get_district (row) != NULL ? asy_family_row_get_district (row) : asy_family_row_get_address (row);
}

void
asy_family_list_row_set (AsyTwoLines *self, AsyFamilyRow *row, AsyDay today)
{
  AsyMeaning meaning = ASY_MEANING_PLAIN;
  const char *warning;
  g_autofree char *due = NULL;

  g_return_if_fail (ASY_IS_TWO_LINES (self));
  g_return_if_fail (ASY_IS_FAMILY_ROW (row));

  due = due_text (row, today, &meaning);
  asy_two_lines_set (self,
                     (const char *const[ASY_TWO_LINES_N_PARTS]){
                       [ASY_TWO_LINES_NAME] = asy_family_row_get_name (row),
                       [ASY_TWO_LINES_NOTE] = due,
                       [ASY_TWO_LINES_SECOND] = second_line (row),
                       [ASY_TWO_LINES_END] = asy_stage_get_label (asy_family_row_get_stage (row)),
                     },
                     meaning);
  warning = asy_family_row_get_warning (row);
  asy_two_lines_set_sign (self, 0, asy_family_row_get_two_person (row) ? "system-users-symbolic" : NULL, ASY_MEANING_SOON,
                          _("Visits in twos"));
  asy_two_lines_set_sign (self, 1, warning != NULL ? "dialog-warning-symbolic" : NULL, ASY_MEANING_LATE, warning);
}
