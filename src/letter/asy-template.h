/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "letter/asy-letter-error.h"
#include "letter/asy-paper-data.h"

G_BEGIN_DECLS

/**
 * AsyTemplate:
 *
 * The wording and order of one kind of paper, read from XML that an office may
 * edit. The language (data/letter/asysta-letter.rng) can print what
 * #AsyPaperData tells it and nothing more: no file, no address, no program is
 * within its reach. Once read it does not change and may be used by any thread.
 */
typedef struct _AsyTemplate AsyTemplate;

/** Names of the templates that come with the program, `opinion` among them, in alphabetical order. %NULL-terminated. */
const char *const *asy_template_list_shipped (void);

/** Reads the template of that name that came with the program; %ASY_LETTER_ERROR_NOT_FOUND. */
AsyTemplate *asy_template_new_shipped (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Reads a template. An #AsyLetterError says in which line something is wrong and what may stand there instead. */
AsyTemplate *asy_template_new_from_xml (GBytes *xml, GError **error) G_GNUC_WARN_UNUSED_RESULT;

AsyTemplate *asy_template_ref (AsyTemplate *self);
void asy_template_unref (AsyTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyTemplate, asy_template_unref)

const char *asy_template_get_id (const AsyTemplate *self);
guint asy_template_get_version (const AsyTemplate *self);
/** Language of the wording, `pl`. */
const char *asy_template_get_lang (const AsyTemplate *self);
const char *asy_template_get_title (const AsyTemplate *self);

/** The bytes it was read from, to be kept with what is issued. (transfer none) */
GBytes *asy_template_get_xml (const AsyTemplate *self);

/**
 * AsyTemplateSection:
 * @key: names its values: `section.<key>.body` replaces the default wording, `section.<key>.heading` the
 *   heading, `section.<key>.source` says where its statements come from, `section.<key>.omit` leaves it out
 * @heading: the default heading
 * @level: 1, or 2 for a section within a section
 * @has_body: whether it has a body to be rewritten
 */
typedef struct
{
  const char *key;
  const char *heading;
  guint level;
  gboolean has_body;
} AsyTemplateSection;

/** The sections in their order. (transfer none) */
const AsyTemplateSection *asy_template_get_sections (const AsyTemplate *self, guint *ret_n_sections);

/**
 * The body that section @key has as long as `section.<key>.body` is not set: paragraphs parted by `\n`, items
 * of a list beginning with an en dash. Empty when there is no such body. (transfer full)
 */
char *asy_template_dup_default_body (const AsyTemplate *self, const AsyPaperData *data, const char *key)
  G_GNUC_WARN_UNUSED_RESULT;

/** What the template calls the field @name (`children.name` for the field of an item), for people. (nullable) */
const char *asy_template_get_field_label (const AsyTemplate *self, const char *name);

/** Kind of a declared field; %ASY_PAPER_VALUE_NONE when there is none of that name. */
AsyPaperValueKind asy_template_get_field_kind (const AsyTemplate *self, const char *name);

/** Whether every declared value has the declared kind; %ASY_LETTER_ERROR_FIELD. Missing ones are no error. */
gboolean asy_template_check_data (const AsyTemplate *self, const AsyPaperData *data, GError **error);

/** Names of required fields without a value, and bodies of sections that are marked when empty. (transfer full) */
char **asy_template_list_missing (const AsyTemplate *self, const AsyPaperData *data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
