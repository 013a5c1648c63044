/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ctl/asy-ctl.h"

G_BEGIN_DECLS

/** Whether a command whose result is JSON by contract prints JSON: always but to a person at a terminal. */
gboolean asy_ctl_wants_json (AsyCtl *ctl);

/** Prints the document on the standard output, with a final line break. */
void asy_ctl_print_json (JsonBuilder *builder);

/** One member; %NULL and %ASY_DAY_NONE give null. */
void asy_ctl_json_text (JsonBuilder *builder, const char *name, const char *value);
void asy_ctl_json_int (JsonBuilder *builder, const char *name, gint64 value);
void asy_ctl_json_bool (JsonBuilder *builder, const char *name, gboolean value);
void asy_ctl_json_day (JsonBuilder *builder, const char *name, AsyDay value);

/** Prints cells with tabs between; a tab or a line break within one becomes a space. Ended by %NULL. */
void asy_ctl_print_row (const char *cell, ...) G_GNUC_NULL_TERMINATED;

/**
 * asy_ctl_write_result:
 * @path: `-` is the standard output
 *
 * Writes the file that a command makes, whole or not at all, for its owner
 * alone, and tells its name to who asked for JSON. Returns the exit code; what
 * went wrong has been told.
 */
int asy_ctl_write_result (AsyCtl *ctl, const char *path, GBytes *bytes);

/** Whether @path leaves the standard output to the JSON that was asked for; else *@ret_code is set. */
gboolean asy_ctl_check_output (AsyCtl *ctl, const char *path, int *ret_code);

G_END_DECLS
