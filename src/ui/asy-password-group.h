/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AsyPasswordGroup:
 *
 * A new password, typed twice, with a hint how strong it is. Property `valid`.
 */
#define ASY_TYPE_PASSWORD_GROUP (asy_password_group_get_type ())
G_DECLARE_FINAL_TYPE (AsyPasswordGroup, asy_password_group, ASY, PASSWORD_GROUP, AdwPreferencesGroup)

/** (transfer floating) */
GtkWidget *asy_password_group_new (void);

const char *asy_password_group_get_password (AsyPasswordGroup *self);
gboolean asy_password_group_get_valid (AsyPasswordGroup *self);

/** What is wrong with it, translated; %NULL when it is valid. (transfer none) */
const char *asy_password_group_get_problem (AsyPasswordGroup *self);

/** Forgets what was typed. */
void asy_password_group_clear (AsyPasswordGroup *self);

typedef enum {
  ASY_STRENGTH_TOO_SHORT,
  ASY_STRENGTH_WEAK,
  ASY_STRENGTH_GOOD,
  ASY_STRENGTH_STRONG,
} AsyStrength;

/**
 * asy_strength_estimate:
 *
 * A rough guess from length, kinds of characters, repetitions and runs of
 * neighbours such as "1234" and "qwerty". It advises, it does not forbid.
 */
AsyStrength asy_strength_estimate (const char *password);

G_END_DECLS
