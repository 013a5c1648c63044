/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include <string.h>

#include <libxml/xmlwriter.h>

#include "letter/asy-letter-xml.h"
#include "letter/asy-paper-data-private.h"

/* A paper of forty pages is some 100 kB; a tree in use is some ten elements deep. */
#define MAX_BYTES (8 * 1024 * 1024)
#define MAX_DEPTH 64

#define FORMAT_VERSION "1"

static void write_fields (xmlTextWriter *writer, const AsyPaperData *self);

static void
write_items (xmlTextWriter *writer, const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      xmlTextWriterStartElement (writer, BAD_CAST "item");
      write_fields (writer, g_ptr_array_index (items, i));
      xmlTextWriterEndElement (writer);
    }
}

static void
write_field (xmlTextWriter *writer, const AsyPaperField *field)
{
  char iso[11];

  xmlTextWriterStartElement (writer, BAD_CAST asy_paper_value_kind_to_name (field->kind));
  xmlTextWriterWriteAttribute (writer, BAD_CAST "name", BAD_CAST field->name);
  switch (field->kind)
    {
    case ASY_PAPER_VALUE_TEXT:
      xmlTextWriterWriteString (writer, BAD_CAST field->value.text);
      break;
    case ASY_PAPER_VALUE_DAY:
      asy_day_write_iso (field->value.day, iso);
      xmlTextWriterWriteString (writer, BAD_CAST iso);
      break;
    case ASY_PAPER_VALUE_NUMBER:
      xmlTextWriterWriteFormatString (writer, "%" G_GINT64_FORMAT, field->value.number);
      break;
    case ASY_PAPER_VALUE_BOOL:
      xmlTextWriterWriteString (writer, BAD_CAST (field->value.flag ? "true" : "false"));
      break;
    case ASY_PAPER_VALUE_LIST:
      write_items (writer, field->value.items);
      break;
    case ASY_PAPER_VALUE_RECORD:
      write_fields (writer, field->value.record);
      break;
    case ASY_PAPER_VALUE_NONE:
    default:
      g_assert_not_reached ();
    }
  xmlTextWriterEndElement (writer);
}

static void
write_fields (xmlTextWriter *writer, const AsyPaperData *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    write_field (writer, g_ptr_array_index (self->fields, i));
}

GBytes *
asy_paper_data_to_xml (const AsyPaperData *self)
{
  xmlBuffer *buffer;
  xmlTextWriter *writer;
  GBytes *bytes;

  g_return_val_if_fail (self != NULL, NULL);

  buffer = xmlBufferCreate ();
  writer = xmlNewTextWriterMemory (buffer, 0);
  g_assert (writer != NULL);
  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterSetIndentString (writer, BAD_CAST "  ");
  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  xmlTextWriterStartElement (writer, BAD_CAST "paper-data");
  xmlTextWriterWriteAttribute (writer, BAD_CAST "version", BAD_CAST FORMAT_VERSION);
  write_fields (writer, self);
  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  return bytes;
}

static gboolean read_fields (const xmlNode *parent, AsyPaperData *self, GError **error);

static AsyPaperValueKind
kind_of_element (const xmlNode *node)
{
  for (AsyPaperValueKind kind = ASY_PAPER_VALUE_TEXT; kind <= ASY_PAPER_VALUE_RECORD; kind++)
    if (asy_letter_xml_is_element (node, asy_paper_value_kind_to_name (kind)))
      return kind;
  return ASY_PAPER_VALUE_NONE;
}

static gboolean
is_ignorable (const xmlNode *node)
{
  return node->type == XML_COMMENT_NODE || (node->type == XML_TEXT_NODE && xmlIsBlankNode (node));
}

static gboolean
refuse_node (const xmlNode *node, const char *expected, GError **error)
{
  if (node->type == XML_ELEMENT_NODE)
    asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, asy_letter_xml_get_line (node), "<%s> where %s is expected",
                          (const char *) node->name, expected);
  else
    asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, asy_letter_xml_get_line (node), "text where %s is expected", expected);
  return FALSE;
}

static gboolean
read_items (const xmlNode *parent, GPtrArray *items, GError **error)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      AsyPaperData *item;

      if (is_ignorable (node))
        continue;
      if (!asy_letter_xml_is_element (node, "item") || node->properties != NULL)
        return refuse_node (node, "<item>", error);
      item = asy_paper_data_new ();
      g_ptr_array_add (items, item);
      if (!read_fields (node, item, error))
        return FALSE;
    }
  if (items->len > 0)
    return TRUE;
  asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, asy_letter_xml_get_line (parent), "a list without items");
  return FALSE;
}

/* The character data of an element that holds nothing else. */
static char *
read_content (const xmlNode *parent, GError **error)
{
  GString *content = g_string_new (NULL);

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        g_string_append (content, (const char *) node->content);
      else if (node->type != XML_COMMENT_NODE)
        {
          g_string_free (content, TRUE);
          refuse_node (node, "text", error);
          return NULL;
        }
    }
  return g_string_free (content, FALSE);
}

static gboolean
read_number (const char *text, gint64 *ret_number)
{
  gint64 number;
  g_autofree char *again = NULL;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return FALSE;
  again = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  if (strcmp (again, text) != 0)
    return FALSE;
  *ret_number = number;
  return TRUE;
}

static gboolean
read_simple (AsyPaperField *field, const char *content)
{
  if (field->kind == ASY_PAPER_VALUE_TEXT)
    {
      field->value.text = _asy_paper_data_clean_text (content);
      return strcmp (field->value.text, content) == 0;
    }
  if (field->kind == ASY_PAPER_VALUE_DAY)
    {
      field->value.day = asy_day_from_iso (content);
      return field->value.day != ASY_DAY_NONE;
    }
  if (field->kind == ASY_PAPER_VALUE_NUMBER)
    return read_number (content, &field->value.number);
  field->value.flag = strcmp (content, "true") == 0;
  return field->value.flag || strcmp (content, "false") == 0;
}

static gboolean
read_value (const xmlNode *node, AsyPaperField *field, GError **error)
{
  g_autofree char *content = NULL;

  if (field->kind == ASY_PAPER_VALUE_LIST)
    return read_items (node, field->value.items, error);
  if (field->kind == ASY_PAPER_VALUE_RECORD)
    {
      if (!read_fields (node, field->value.record, error))
        return FALSE;
      if (field->value.record->fields->len > 0)
        return TRUE;
      asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, asy_letter_xml_get_line (node), "a record without values");
      return FALSE;
    }
  content = read_content (node, error);
  if (content == NULL)
    return FALSE;
  if (read_simple (field, content))
    return TRUE;
  asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, asy_letter_xml_get_line (node), "not a %s that a snapshot can hold",
                        asy_paper_value_kind_to_name (field->kind));
  return FALSE;
}

static gboolean
read_field (const xmlNode *node, AsyPaperData *self, GError **error)
{
  AsyPaperValueKind kind = kind_of_element (node);
  g_autofree char *name = NULL;

  if (kind == ASY_PAPER_VALUE_NONE)
    return refuse_node (node, "<text>, <day>, <number>, <bool>, <list> or <record>", error);
  name = asy_letter_xml_dup_attribute (node, "name");
  if (name == NULL || node->properties->next != NULL || !_asy_paper_data_is_word (name, strlen (name)))
    {
      asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, asy_letter_xml_get_line (node),
                            "<%s> needs the one attribute name, a lower-case word", (const char *) node->name);
      return FALSE;
    }
  if (_asy_paper_data_peek (self, name) != NULL)
    {
      asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, asy_letter_xml_get_line (node), "a second value called %s", name);
      return FALSE;
    }
  return read_value (node, _asy_paper_data_insert (self, name, kind), error);
}

static gboolean
read_fields (const xmlNode *parent, AsyPaperData *self, GError **error)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (!is_ignorable (node) && !read_field (node, self, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_root (const xmlNode *root, GError **error)
{
  g_autofree char *version = NULL;

  if (!asy_letter_xml_is_element (root, "paper-data"))
    return refuse_node (root, "<paper-data>", error);
  version = asy_letter_xml_dup_attribute (root, "version");
  if (g_strcmp0 (version, FORMAT_VERSION) == 0 && root->properties->next == NULL)
    return TRUE;
  asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, asy_letter_xml_get_line (root),
                        "<paper-data> needs the one attribute version=\"" FORMAT_VERSION "\"");
  return FALSE;
}

AsyPaperData *
asy_paper_data_new_from_xml (GBytes *xml, GError **error)
{
  g_autoptr(AsyXmlDoc) doc = NULL;
  g_autoptr(AsyPaperData) self = NULL;
  const xmlNode *root;
  const char *bytes;
  gsize length;

  g_return_val_if_fail (xml != NULL, NULL);

  bytes = g_bytes_get_data (xml, &length);
  doc = asy_letter_xml_parse (bytes, length, MAX_BYTES, MAX_DEPTH, error);
  if (doc == NULL)
    return NULL;
  root = xmlDocGetRootElement (doc);
  self = asy_paper_data_new ();
  if (!check_root (root, error) || !read_fields (root, self, error))
    return NULL;
  return g_steal_pointer (&self);
}
