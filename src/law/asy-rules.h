/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/asy-day.h"

G_BEGIN_DECLS

/**
 * AsyRules:
 *
 * The law as dated data (data/law/rules.xml): each value with the day from
 * which it applies and its article. Immutable, safe in any thread.
 */
typedef struct _AsyRules AsyRules;

/** The rules that ship with the program; loaded once, never freed. */
const AsyRules *asy_rules_get_default (void);

/** Parses rules; messages name the line. */
AsyRules *asy_rules_new_from_xml (GBytes *xml, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void asy_rules_free (AsyRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyRules, asy_rules_free)

#define ASY_RULES_ERROR (asy_rules_error_quark ())
GQuark asy_rules_error_quark (void);

typedef enum {
  ASY_RULES_ERROR_FAILED,
} AsyRulesError;

typedef struct {
  int value;
  AsyDay since;                 /* day from which the value applies */
  const char *article;          /* citation; owned by the rules */
  gboolean is_statutory;
} AsyRule;

/**
 * asy_rules_lookup:
 * @name: `caseload-limit`, `assessment-months`, `interview-working-days` …
 *
 * The value in force on @day. Returns %FALSE when nothing was in force yet.
 */
gboolean asy_rules_lookup (const AsyRules *rules, const char *name, AsyDay day, AsyRule *ret_rule);

/** The value in force on @day, or @fallback. */
int asy_rules_get (const AsyRules *rules, const char *name, AsyDay day, int fallback);

G_END_DECLS
