/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "letter/asy-letter-error-private.h"

G_BEGIN_DECLS

typedef xmlDoc AsyXmlDoc;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyXmlDoc, xmlFreeDoc)

/**
 * asy_letter_xml_parse:
 *
 * Parses bytes that may come from anybody: no network, no document type, no
 * entities besides the five of XML, at most @max_bytes bytes and @max_depth
 * nested elements.
 */
AsyXmlDoc *asy_letter_xml_parse (const char *bytes, gsize length, gsize max_bytes, guint max_depth, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/** The line of a node, also beyond the 65535 lines that a node itself counts. */
guint asy_letter_xml_get_line (const xmlNode *node);

/** An attribute, or %NULL. (transfer full) */
char *asy_letter_xml_dup_attribute (const xmlNode *node, const char *name) G_GNUC_WARN_UNUSED_RESULT;

gboolean asy_letter_xml_is_element (const xmlNode *node, const char *name);

G_END_DECLS
