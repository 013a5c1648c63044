/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "seal/asy-pdf-append.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/** What stands on the time axis of a printed family. */
typedef enum {
  ASY_FOLDER_VISITS = 1 << 0,
  ASY_FOLDER_LETTERS = 1 << 1,
  ASY_FOLDER_PLAN = 1 << 2,
  ASY_FOLDER_ASSESSMENTS = 1 << 3,
  ASY_FOLDER_PEOPLE = 1 << 4,
  ASY_FOLDER_CASE = 1 << 5,
  ASY_FOLDER_SAFETY = 1 << 6,
} AsyFolderKinds;

#define ASY_FOLDER_ALL ((1u << 7) - 1)

typedef struct {
  gint64 family_id;
  guint kinds;                  /* of AsyFolderKinds: what the axis shows */
  AsyDay from;                  /* of the axis and the visits; ASY_DAY_NONE leaves an end open */
  AsyDay until;
  gboolean axis_alone;          /* the time axis without the rest of the folder */
  gboolean has_papers;          /* issued papers behind the folder, as they were frozen */
} AsyFolderOptions;

/** @fraction from 0 to 1; called in the thread that makes the folder. */
typedef void (*AsyFolderProgress) (double fraction, gpointer user_data);

/**
 * asy_folder_make:
 * @cancellable: (nullable)
 * @progress: (nullable)
 *
 * The folder of a family for an inspection (teczka do kontroli) as PDF/A, or
 * its time axis alone: cover, contents with pages, everything that the register
 * knows, then the issued papers. Noted in the audit as an export. (transfer full)
 */
GBytes *asy_folder_make (AsySession *session, const AsyFolderOptions *options, GCancellable *cancellable,
                         AsyFolderProgress progress, gpointer user_data, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_folder_load_signed:
 *
 * The signed papers of a family as they were signed, for those who want to
 * check a signature: a folder holds copies. Oldest first. (transfer full) (element-type AsyPdfPart)
 */
GPtrArray *asy_folder_load_signed (AsySession *session, gint64 family_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
