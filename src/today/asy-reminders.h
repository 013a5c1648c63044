/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "today/asy-reminder-plan.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyReminders:
 *
 * Watches the clock for one register. While the register is open it knows what
 * the day brings; when it is locked it goes on with the numbers and times that
 * it knew last, which name nobody. Signal `remind` with an #AsyReminder.
 */
#define ASY_TYPE_REMINDERS (asy_reminders_get_type ())
G_DECLARE_FINAL_TYPE (AsyReminders, asy_reminders, ASY, REMINDERS, GObject)

/** What came earlier today is not told: whoever opens the register sees the day before them. (transfer full) */
AsyReminders *asy_reminders_new (AsyContext *context, GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/** Tells what is due by now; called every minute. */
void asy_reminders_look (AsyReminders *self);

/** Whether the day of now has been read from the register. */
gboolean asy_reminders_knows_day (AsyReminders *self);

/** Hands a reminder to the desktop; pressing it leads to the page that shows what it is about. */
void asy_reminder_send (const AsyReminder *reminder, GApplication *application);

G_END_DECLS
