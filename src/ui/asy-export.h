/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/asy-lists.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/** Loads the list as it is shown; runs in the store's worker. */
typedef AsyTable *(*AsyExportFunc) (AsySession *session, gpointer request, GError **error);

/**
 * asy_export_list:
 * @name: beginning of the name of the file: `rodziny`
 * @request: (transfer full)
 *
 * Asks for the format and the file, notes the export in the audit, writes the
 * list off the main thread, and offers its folder.
 */
void asy_export_list (AsyContext *context, const char *name, AsyExportFunc load, gpointer request, GDestroyNotify request_free);

/** The same without questions. */
void asy_export_to_file (AsyContext *context, GFile *file, AsyTableFormat format, AsyExportFunc load, gpointer request,
                         GDestroyNotify request_free);

/** A list that is at hand and holds nothing of the register, as text: a report of problems. (transfer full) */
void asy_export_report (AsyContext *context, const char *name, AsyTable *table);

G_END_DECLS
