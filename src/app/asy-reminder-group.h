/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/asy-user.h"

G_BEGIN_DECLS

/**
 * AsyReminderGroup:
 *
 * What the desktop reminds this user of, and when. Kept in the settings of the
 * workplace, not in the register.
 */
#define ASY_TYPE_REMINDER_GROUP (asy_reminder_group_get_type ())
G_DECLARE_FINAL_TYPE (AsyReminderGroup, asy_reminder_group, ASY, REMINDER_GROUP, AdwPreferencesGroup)

/** @user: (nullable): only an assistant has visits of their own. */
void asy_reminder_group_set (AsyReminderGroup *self, GSettings *settings, AsyUser *user);

G_END_DECLS
