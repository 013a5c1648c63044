/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-data.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/* The forms over one family. Each opens a window and returns at once. */

/** Where the form of intake facts puts the cursor. */
typedef enum {
  ASY_INTAKE_NOTICE,
  ASY_INTAKE_INTERVIEW,
  ASY_INTAKE_ANALYSIS,
  ASY_INTAKE_MOTION,
  ASY_INTAKE_NEW_CASE,          /* a new case of a family whose last one is closed (S9r) */
} AsyIntakeFocus;

void asy_family_form_family (AsyContext *context, AsyFamilyData *data);
void asy_family_form_intake (AsyContext *context, AsyFamilyData *data, AsyIntakeFocus focus);
void asy_family_form_court (AsyContext *context, AsyFamilyData *data);
void asy_family_form_suspend (AsyContext *context, AsyFamilyData *data);
void asy_family_form_end (AsyContext *context, AsyFamilyData *data);
void asy_family_form_close (AsyContext *context, AsyFamilyData *data);
void asy_family_form_answer (AsyContext *context, AsyFamilyData *data);
void asy_family_form_wait (AsyContext *context, AsyFamilyData *data);
void asy_family_form_refuse (AsyContext *context, AsyFamilyData *data);
void asy_family_form_propose_end (AsyContext *context, AsyFamilyData *data);
void asy_family_form_monitoring (AsyContext *context, AsyFamilyData *data);

/** Passes the next step over with a reason. */
void asy_family_form_skip (AsyContext *context, AsyFamilyData *data);

/** @card %NULL: a new one */
void asy_family_form_card (AsyContext *context, AsyFamilyData *data, AsyMonitoringCard *card);

/** Assigns an assistant, or another one: then with a handover note. */
void asy_family_form_assign (AsyContext *context, AsyFamilyData *data);

/** @consent %NULL: a new one */
void asy_family_form_consent (AsyContext *context, AsyFamilyData *data, AsyConsent *consent);

/** @request %NULL: a new one */
void asy_family_form_request (AsyContext *context, AsyFamilyData *data, AsyCourtRequest *request);

/** @entry %NULL: a new person */
void asy_family_form_member (AsyContext *context, AsyFamilyData *data, AsyMemberEntry *entry);

G_END_DECLS
