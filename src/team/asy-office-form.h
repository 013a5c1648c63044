/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-court.h"
#include "model/asy-office.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/** Rows of an office's data on a page, bound to @office; the kind of unit proposes name and title of the head. */
void asy_office_rows_add (AsyOffice *office, AdwPreferencesPage *page);

/** The same for a court. */
void asy_court_rows_add (AsyCourt *court, AdwPreferencesPage *page);

/** Forms that save; a new court is a record without an id. */
AsyForm *asy_office_form_new (AsyContext *context, AsyOffice *office);
AsyForm *asy_court_form_new (AsyContext *context, AsyCourt *court);

G_END_DECLS
