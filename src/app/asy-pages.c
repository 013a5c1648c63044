/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/asy-pages.h"
#include "calendar/asy-calendar-page.h"
#include "calendar/asy-work-time-page.h"
#include "assessments/asy-assessments-page.h"
#include "assessments/asy-comparison-page.h"
#include "assessments/asy-review-page.h"
#include "directory/asy-directory-page.h"
#include "families/asy-case-page.h"
#include "families/asy-families-page.h"
#include "ui/asy-import-page.h"
#include "families/asy-interventions-page.h"
#include "letters/asy-letters-page.h"
#include "plans/asy-library-page.h"
#include "plans/asy-plan-compare-page.h"
#include "plans/asy-plans-page.h"
#include "team/asy-assistant-page.h"
#include "team/asy-team-page.h"
#include "today/asy-today-page.h"

static const AsyPageInfo pages[] = {
  /* id          title            icon                             made by                    subpage eager */
  { "today",     N_("Today"),       "asy-today-symbolic",             asy_today_page_new,     FALSE, TRUE },
  { "families",  N_("Families"),    "go-home-symbolic",               asy_families_page_new,  FALSE, FALSE },
  { "calendar",  N_("Calendar"),    "x-office-calendar-symbolic",     asy_calendar_page_new,  FALSE, FALSE },
  { "directory", N_("Specialists"), "x-office-address-book-symbolic", asy_directory_page_new, FALSE, FALSE },
  { "letters",   N_("Letters"),     "mail-unread-symbolic",           asy_letters_page_new,   FALSE, TRUE },
  { "plans",     NULL,              NULL,                             asy_plans_page_new,     TRUE,  FALSE },
  { "plan-compare", NULL,           NULL,                             asy_plan_compare_page_new, TRUE, FALSE },
  { "library",   NULL,              NULL,                             asy_library_page_new,   TRUE,  FALSE },
  { "assessments", NULL,            NULL,                             asy_assessments_page_new, TRUE, FALSE },
  { "comparison", NULL,             NULL,                             asy_comparison_page_new, TRUE, FALSE },
  { "reviews",   NULL,              NULL,                             asy_review_page_new,    TRUE,  FALSE },
  { "interventions", NULL,          NULL,                             asy_interventions_page_new, TRUE, FALSE },
  { "case",      NULL,              NULL,                             asy_case_page_new,      TRUE,  FALSE },
  { "assistant", NULL,              NULL,                             asy_assistant_page_new, TRUE,  FALSE },
  { "work-time", NULL,              NULL,                             asy_work_time_page_new, TRUE,  FALSE },
  { "import",    NULL,              NULL,                             asy_import_page_new,    TRUE,  FALSE },
  { "team",      N_("Team"),        "system-users-symbolic",          asy_team_page_new,      FALSE, FALSE },
  { NULL, NULL, NULL, NULL, FALSE, FALSE },
};

const AsyPageInfo *
asy_pages_get_all (void)
{
  return pages;
}

const AsyPageInfo *
asy_pages_find (const char *id)
{
  for (const AsyPageInfo *page = pages; page->id != NULL; page++)
    if (g_strcmp0 (page->id, id) == 0)
      return page;
  return NULL;
}
