/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-record.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyForm:
 *
 * A modal window that edits copies of records: Cancel and Save, Save possible
 * only while everything is in order, Ctrl+Enter saves, Esc asks when something
 * was typed. While one types, the changed fields are kept as a draft and offered
 * again after a crash or a lock. When somebody else saved the record meanwhile,
 * the form shows what differs and asks.
 *
 *     form = asy_form_new (context, _("Assistant"));
 *     worker = asy_form_add_record (form, existing_or_new);
 *     asy_form_bind (form, worker, ASY_WORKER_FAMILY_NAME, adw_entry_row_new ());  // then put the row into a group
 *     asy_form_add_group (form, group);
 *     asy_form_set_job (form, save_worker_job);
 *     asy_form_set_draft (form, "worker");
 *     g_signal_connect (form, "saved", …);
 *     asy_form_present (form);
 *
 * Signal `saved (gpointer result)`: after the window has closed; @result is what
 * the job returned, borrowed.
 */
#define ASY_TYPE_FORM (asy_form_get_type ())
G_DECLARE_DERIVABLE_TYPE (AsyForm, asy_form, ASY, FORM, AdwWindow)

struct _AsyFormClass
{
  AdwWindowClass parent_class;
};

/** @context may be %NULL before there is a register; the form then has no job and no draft. */
AsyForm *asy_form_new (AsyContext *context, const char *title);

/** (nullable) */
AsyContext *asy_form_get_context (AsyForm *self);

/** Instead of "Save"; with a mnemonic. */
void asy_form_set_save_label (AsyForm *self, const char *label);

/** A line under the title. */
void asy_form_set_subtitle (AsyForm *self, const char *subtitle);

/** Groups one below another in a scrolled page. (transfer floating) */
void asy_form_add_group (AsyForm *self, GtkWidget *group);

/** Instead of groups: any content. (transfer floating) */
void asy_form_set_content (AsyForm *self, GtkWidget *content);

/**
 * asy_form_add_record:
 * @record: an #AsyRecord, new or as it was loaded; not touched
 *
 * Returns: (transfer none): the copy to bind rows to; the form keeps it
 */
gpointer asy_form_add_record (AsyForm *self, gpointer record);

/** (transfer none): the working copy of the record that was added as the @position-th */
gpointer asy_form_get_record (AsyForm *self, guint position);

/** asy_bind_row(), and saving waits for the row to be valid. Gives @row back. */
GtkWidget *asy_form_bind (AsyForm *self, gpointer copy, guint field, GtkWidget *row);

/** Saving waits for a row with a property `valid` that is bound to no record. */
void asy_form_watch (AsyForm *self, GtkWidget *row);

/**
 * AsyFormCheck:
 *
 * Returns: (transfer full) (nullable): what still has to be done before saving,
 * a short translated phrase; %NULL when all is well
 */
typedef char *(*AsyFormCheck) (AsyForm *form, gpointer user_data);
void asy_form_add_check (AsyForm *self, AsyFormCheck check, gpointer user_data);

/** Something that no record knows of was changed (a list, a selection): looks again and counts as unsaved. */
void asy_form_touch (AsyForm *self);

/**
 * Save is possible although nothing was typed: what is proposed is good as it
 * stands. A form with a new record is so by itself.
 */
void asy_form_allow_unchanged (AsyForm *self);

/** Whether Save would do something now. */
gboolean asy_form_can_save (AsyForm *self);

/**
 * asy_form_set_job:
 *
 * What Save runs in the worker. Its request is the one record of the form (a
 * copy, freed afterwards) or, for several, a GPtrArray of copies in the order
 * they were added. It returns an object (transfer full) or %ASY_STORE_DONE.
 * Without a job the form just closes and emits `saved`.
 */
void asy_form_set_job (AsyForm *self, AsyStoreJob job);

/**
 * AsyFormRequest:
 *
 * Builds the request in the main thread when it is more than records.
 * (transfer full)
 */
typedef gpointer (*AsyFormRequest) (AsyForm *form, gpointer user_data);
void asy_form_set_request (AsyForm *self, AsyFormRequest request, gpointer user_data,
                           GDestroyNotify request_free, GDestroyNotify result_free);

/**
 * asy_form_set_draft:
 * @kind: a word of the form, usually its record's table
 *
 * Keeps what is typed under (user, kind, id of the first record). Call after
 * the rows are bound; asks for an earlier draft and offers it.
 */
void asy_form_set_draft (AsyForm *self, const char *kind);

/** All records of the list. (transfer full) (element-type AsyRecord) */
typedef GPtrArray *(*AsyFormCollect) (AsyForm *form, gpointer user_data);
/** A record of a table before anything was typed into it. (transfer full) */
typedef gpointer (*AsyFormBlank) (const char *table);
/** Puts the records of a draft in place of the list. */
typedef void (*AsyFormRestore) (AsyForm *form, GPtrArray *records, gpointer user_data);

/**
 * asy_form_set_draft_list:
 *
 * Keeps in the draft, after the records of the form, a list that grows while
 * one types, such as the people of a new family. asy_form_touch() tells that it
 * has changed.
 */
void asy_form_set_draft_list (AsyForm *self, AsyFormCollect collect, AsyFormBlank blank, AsyFormRestore restore, gpointer user_data);

/** What the register holds of the list now. (transfer full) (element-type AsyRecord) */
typedef GPtrArray *(*AsyFormListLoad) (AsySession *session, gint64 owner_id, GError **error);
/** Puts @merged in place of the list; @theirs is what the register holds, and the base from now on. */
typedef void (*AsyFormListRebased) (AsyForm *form, GPtrArray *merged, GPtrArray *theirs, gpointer user_data);

/**
 * asy_form_set_conflict_list:
 * @label: (nullable): as a msgid, what one of the list is called
 * @base: (element-type AsyRecord): the list as it was loaded
 *
 * When somebody else has saved meanwhile, the list of asy_form_set_draft_list()
 * is compared too, and brought together record by record and field by field.
 */
void asy_form_set_conflict_list (AsyForm *self, const char *label, GPtrArray *base, gint64 owner_id, AsyFormListLoad load,
                                 AsyFormListRebased rebased);

/** Shows the form over the main window, or over @parent of asy_form_set_parent(). */
void asy_form_present (AsyForm *self);
void asy_form_set_parent (AsyForm *self, GtkWidget *parent);

/** As if the user pressed Save; does nothing while it is not possible. */
void asy_form_save (AsyForm *self);

/** Closes the form; what was typed waits as a draft, as it does when the register is locked. */
void asy_form_put_aside (AsyForm *self);

G_END_DECLS
