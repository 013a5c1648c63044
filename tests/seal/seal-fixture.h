/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "seal/asy-pdfa.h"
#include "seal/asy-signer.h"

G_BEGIN_DECLS

/** 22 November 2026, 10:45 in Warsaw: the moment at which the tests live. */
#define FIXTURE_NOW G_GINT64_CONSTANT (1795340700)

typedef enum
{
  FIXTURE_PLAIN = 0,
  FIXTURE_PDF_1_4 = 1 << 0,     /* what part 1b allows */
  FIXTURE_TRANSPARENT = 1 << 1, /* a half-transparent box */
  FIXTURE_ONE_PAGE = 1 << 2,
  FIXTURE_DAMAGED = 1 << 3, /* a font is referred to and not there */
} FixtureFlags;

/** A paper as Cairo draws it: three pages of Polish text, an image, a link, an outline. (transfer full) */
GBytes *fixture_draw (FixtureFlags flags);

/** Information with two fields, "Opiniujący" and "Kierownik". */
AsyPdfaInfo fixture_info (AsyPdfaPart part);

/** The same paper finished. (transfer full) */
GBytes *fixture_finish (void);

/** The test's own folder. (transfer none) */
const char *fixture_get_folder (void);

/** Writes to the test's own folder and gives the path back. (transfer full) */
char *fixture_write (const char *name, GBytes *bytes);

/** Reads a file that must be there. (transfer full) */
GBytes *fixture_read (const char *path);

/** A file that make-keys.sh made; the test programs do not run without them. (transfer full) */
char *fixture_get_key_path (const char *name);

/** NAME.p12 with its password "haslo". (transfer full) */
AsySigner *fixture_open_signer (const char *name);

/** Signs at FIXTURE_NOW with the key of fixture_open_signer(). (transfer full) */
GBytes *fixture_sign (GBytes *pdf, const char *who, const char *field);

/** Runs a program; both outputs come back in @ret_output. Returns its exit status. */
int fixture_run (char **ret_output, const char *program, ...) G_GNUC_NULL_TERMINATED;

/** Skips the running test when the program is not installed. */
gboolean fixture_has (const char *program);

/** A file beside the repository (../shared/...), or %NULL after skipping the running test. (transfer full) */
char *fixture_find_shared (const char *name);

/** g_test_run(), then removes the files of fixture_write() if all went well. */
int fixture_test_run (void);

G_END_DECLS
