/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include "app/asy-actions.h"

/* Where pages meet: who asks knows the name, who answers knows the word. */
static const AsyActionInfo actions[] = {
  /* name               page         word                detail stays */
  { "show-today",       "today",     NULL,               FALSE, FALSE },
  { "show-family",      "families",  "family",           FALSE, FALSE },
  { "show-family-tab",  "families",  "family",           TRUE,  FALSE },  /* detail: name of a tab */
  { "show-person",      "families",  "person",           FALSE, FALSE },
  { "show-families",    "families",  "filter",           TRUE,  FALSE },  /* detail: name of a filter */
  { "new-family",       "families",  "new-family",       FALSE, FALSE },
  { "assign",           "families",  "assign",           FALSE, FALSE },  /* id of a family, as below */
  { "next-step",        "families",  "next-step",        FALSE, FALSE },
  { "show-intervention", "families", "intervention",     FALSE, TRUE },
  { "report-threat",    "families",  "intervention-of-family", FALSE, TRUE },  /* id of a family */
  { "report-visit",     "families",  "intervention-of-visit", FALSE, TRUE },   /* id of a visit with signs of danger */
  { "report-observation", "families", "intervention-of-observation", FALSE, TRUE },
  { "show-interventions", "interventions", "register",   FALSE, FALSE },
  { "show-case",        "case",      "case",             FALSE, FALSE },  /* id of an earlier case */
  { "import-families",  "import",    "families",         FALSE, FALSE },
  { "import-providers", "import",    "providers",        FALSE, FALSE },
  { "write-assessment", "assessments", "write-assessment", FALSE, FALSE },
  { "show-assessment",  "assessments", "assessment",     FALSE, FALSE },
  { "compare-assessments", "comparison", "of-family",    FALSE, FALSE },  /* id of a family */
  { "compare-assessment", "comparison", "of-assessment", FALSE, FALSE },  /* id of the later one */
  { "show-review",      "reviews",   "review",           FALSE, FALSE },
  { "review-quarter",   "reviews",   "quarter-of-family", FALSE, FALSE },  /* id of a family */
  { "review-month",     "reviews",   "month-of-family",  FALSE, FALSE },  /* id of a family */
  { "report-month",     "reviews",   "month-of-worker",  FALSE, FALSE },  /* id of an assistant */
  { "show-plan",        "plans",     "plan",             FALSE, FALSE },
  { "compare-plan",     "plan-compare", "compare",       FALSE, FALSE },  /* id of a version: with the one before it */
  { "show-library",     "library",   "library",          FALSE, FALSE },  /* 0, or the id of a goal of it */
  { "note-plan-copy",   "plans",     "copies",           FALSE, TRUE },   /* id of a version */
  { "show-week",        "calendar",  "week",             FALSE, FALSE },  /* id of an assistant */
  { "show-work-time",   "work-time", "work-time",        FALSE, FALSE },  /* id of an assistant */
  { "show-visit",       "calendar",  "visit",            FALSE, FALSE },
  { "new-visit",        "calendar",  "new-visit",        FALSE, TRUE },   /* id of a family or 0 */
  { "record-visit",     "calendar",  "record-visit",     FALSE, TRUE },   /* id of a visit */
  { "plan-visit",       "calendar",  "plan-visit",       FALSE, FALSE },  /* id of a family */
  { "show-provider",    "directory", "provider",         FALSE, FALSE },
  { "new-provider",     "directory", "new-provider",     FALSE, FALSE },
  /* A paper lies over whatever page asked for it. */
  { "show-letter",      "letters",   "letter",           FALSE, TRUE },
  { "answer-court",     "letters",   "answer-court",     FALSE, TRUE },   /* id of a court request */
  { "assessment-paper", "letters",   "assessment-paper", FALSE, TRUE },   /* id of an assessment */
  { "comparison-paper", "letters",   "comparison-paper", TRUE,  TRUE },   /* id of the later assessment; detail: of the earlier */
  { "new-paper",        "letters",   "new-paper",        TRUE,  TRUE },   /* id of a family; detail: kind of paper */
  { "paper-of",         "letters",   "paper-of",         TRUE,  TRUE },   /* id of a record; detail: kind of paper */
  { "show-worker",      "assistant", "assistant",        FALSE, FALSE },
  { "new-worker",       "team",      "new-worker",       FALSE, FALSE },
  { NULL, NULL, NULL, FALSE, FALSE },
};

const AsyActionInfo *
asy_actions_get_all (void)
{
  return actions;
}

const AsyActionInfo *
asy_actions_find (const char *name)
{
  for (const AsyActionInfo *action = actions; action->name != NULL; action++)
    if (g_strcmp0 (action->name, name) == 0)
      return action;
  return NULL;
}
