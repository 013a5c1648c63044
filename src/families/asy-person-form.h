/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/**
 * asy_person_form_new:
 * @entry: new or as loaded; not touched
 * @with_leaving: also when and why they left the family
 *
 * A form of a person, what they were called before, and their place in the
 * family, with the checks of the PESEL and with people of the register who may
 * be the same. The caller sets the job and presents it. Record 0 is the person,
 * record 1 the member.
 */
AsyForm *asy_person_form_new (AsyContext *context, const char *title, const AsyMemberEntry *entry, gboolean with_leaving);

/** What was typed. (transfer full) */
AsyMemberEntry *asy_person_form_dup_entry (AsyForm *form) G_GNUC_WARN_UNUSED_RESULT;

/** Where the family lives that is not saved yet: whoever lives there already may be the same person. */
void asy_person_form_set_street (AsyForm *form, const char *street);

/** A place in a family for somebody new: the family name is proposed. (transfer full) */
AsyMemberEntry *asy_member_entry_new_blank (const char *family_name, gint64 family_id, AsyDay today);

G_END_DECLS
