/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/asy-clock.h"

G_BEGIN_DECLS

/* What asystactl ends with; scripts rely on it. */
enum {
  ASY_CTL_OK = 0,
  ASY_CTL_FAILED = 1,           /* refused or failed; a file that was changed or is broken */
  ASY_CTL_USAGE = 2,
  ASY_CTL_UNTRUSTED = 3,
  ASY_CTL_UNSIGNED = 4,
  ASY_CTL_PARTIAL = 5,          /* some rows were refused, the rest is in */
};

/** What stands before the command and holds for all of them. */
typedef struct {
  char *register_path;          /* nullable */
  char *user;                   /* nullable */
  gboolean json;
  int password_fd;              /* -1: not given */
  int key_password_fd;
  AsyClock *clock;
  const char *command;          /* its name, for messages */
} AsyCtl;

/**
 * AsyCtlRun:
 * @args: (transfer none): everything but the name of the command, options still in
 *
 * Does the work of one command; returns one of the numbers above.
 */
typedef int (*AsyCtlRun) (AsyCtl *ctl, GStrv args);

typedef struct {
  const char *name;
  const char *parameters;       /* nullable; msgid, shown in help: `FILE [--map NAME]` */
  const char *summary;          /* msgid */
  AsyCtlRun run;
} AsyCtlCommand;

/** All commands, ended by one without a name. */
extern const AsyCtlCommand asy_ctl_commands[];

/** The program: @argv as main() gets it. Returns the exit code. */
int asy_ctl_main (int argc, char **argv);

/**
 * asy_ctl_parse:
 * @entries: (nullable): options of the command
 * @min: fewest words that must remain
 * @max: most words, or -1
 * @ret_words: (out) (transfer full): the words that are no options, in UTF-8
 *
 * Takes the options out of @args, those of the program too. %FALSE when the
 * usage is wrong or help was asked for; *@ret_code is what to end with.
 */
gboolean asy_ctl_parse (AsyCtl *ctl, GStrv args, const GOptionEntry *entries, int min, int max, GStrv *ret_words,
                        int *ret_code);

/** Tells what is wrong with the call, in the words of the user's language; returns %ASY_CTL_USAGE. */
int asy_ctl_usage (AsyCtl *ctl, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** A sentence to the user on the standard error. */
void asy_ctl_say (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** Tells an error in a sentence of its own and frees it; returns %ASY_CTL_FAILED. @subject (nullable): file or thing concerned. */
int asy_ctl_fail (AsyCtl *ctl, GError *error, const char *subject);

G_END_DECLS
