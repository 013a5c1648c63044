/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-data.h"
#include "model/asy-dictionary.h"
#include "ui/asy-meaning.h"

G_BEGIN_DECLS

/** What an event belongs to: its icon, its colour and the filter above the axis. */
typedef enum {
  ASY_EVENT_VISIT,
  ASY_EVENT_LETTER,
  ASY_EVENT_PLAN,
  ASY_EVENT_ASSESSMENT,
  ASY_EVENT_PEOPLE,
  ASY_EVENT_CASE,
  ASY_EVENT_SAFETY,
} AsyEventKind;

#define ASY_N_EVENT_KINDS (ASY_EVENT_SAFETY + 1)

/** One thing that happened with a family, or is arranged. */
typedef struct {
  AsyDay day;
  int minute;                   /* of the day, for order; -1 when it has none */
  AsyEventKind kind;
  AsyMeaning meaning;
  const char *icon_name;
  char *title;
  char *text;                   /* nullable */
  const char *action;           /* nullable: of the application, with record_id */
  gint64 record_id;
} AsyEvent;

void asy_event_free (AsyEvent *event);

/** Everything that happened, newest first, in the user's language. (transfer full) (element-type AsyEvent) */
GPtrArray *asy_family_timeline_build (AsyFamilyData *data, AsyDictionary *dictionary) G_GNUC_WARN_UNUSED_RESULT;

/** `Visits`; for the filter. */
const char *asy_event_kind_get_label (AsyEventKind kind);

G_END_DECLS
