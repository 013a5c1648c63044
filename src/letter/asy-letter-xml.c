/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include "letter/asy-letter-xml.h"

typedef xmlParserCtxt ParserContext;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParserContext, xmlFreeParserCtxt)

/* Called before the parser reads a declaration of the internal subset, so that
 * a bomb of entities is not even read. */
static void
on_doctype_cb (void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  xmlParserCtxt *context = data;
  guint *line = context->_private;

  *line = (guint) xmlSAX2GetLineNumber (context);
  xmlStopParser (context);
}

static gboolean
check_depth (const xmlNode *node, guint depth_left, GError **error)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (depth_left == 0)
        {
          asy_letter_set_error (error, ASY_LETTER_ERROR_TOO_BIG, asy_letter_xml_get_line (node),
                                "<%s> is nested too deeply", (const char *) node->name);
          return FALSE;
        }
      if (!check_depth (node->children, depth_left - 1, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_syntax_error (xmlParserCtxt *context, GError **error)
{
  const xmlError *problem = xmlCtxtGetLastError (context);
  g_autofree char *message = NULL;

  if (problem == NULL || problem->message == NULL)
    {
      asy_letter_set_error (error, ASY_LETTER_ERROR_SYNTAX, 0, "not an XML document");
      return;
    }
  if (problem->domain == XML_FROM_PARSER && strstr (problem->message, "depth") != NULL)
    {
      asy_letter_set_error (error, ASY_LETTER_ERROR_TOO_BIG, (guint) MAX (problem->line, 0), "elements are nested too deeply");
      return;
    }
  message = g_strstrip (g_strdup (problem->message));
  asy_letter_set_error (error, ASY_LETTER_ERROR_SYNTAX, (guint) MAX (problem->line, 0), "not well-formed XML: %s", message);
}

AsyXmlDoc *
asy_letter_xml_parse (const char *bytes, gsize length, gsize max_bytes, guint max_depth, GError **error)
{
  g_autoptr(ParserContext) context = NULL;
  g_autoptr(AsyXmlDoc) doc = NULL;
  guint doctype_line = 0;

  if (length > max_bytes || length > G_MAXINT)
    {
      asy_letter_set_error (error, ASY_LETTER_ERROR_TOO_BIG, 0, "more than %" G_GSIZE_FORMAT " bytes of XML", max_bytes);
      return NULL;
    }
  context = xmlNewParserCtxt ();
  g_assert (context != NULL);
  context->_private = &doctype_line;
  context->sax->internalSubset = on_doctype_cb;
  doc = xmlCtxtReadMemory (context, bytes != NULL ? bytes : "", (int) length, NULL, NULL,
                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
  if (doctype_line > 0)
    {
      asy_letter_set_error (error, ASY_LETTER_ERROR_DOCTYPE, doctype_line,
                            "remove the document type declaration (<!DOCTYPE …>)");
      return NULL;
    }
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    {
      set_syntax_error (context, error);
      return NULL;
    }
  if (!check_depth (doc->children, max_depth, error))
    return NULL;
  return g_steal_pointer (&doc);
}

guint
asy_letter_xml_get_line (const xmlNode *node)
{
  long line = xmlGetLineNo (node);

  return line > 0 ? (guint) line : 0;
}

char *
asy_letter_xml_dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

gboolean
asy_letter_xml_is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns == NULL && strcmp ((const char *) node->name, name) == 0;
}
