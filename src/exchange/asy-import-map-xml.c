/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <gio/gio.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "base/asy-text.h"
#include "exchange/asy-import-map-private.h"
#include "model/asy-provider.h"

#define XML_BYTES_MAX (1024 * 1024)

typedef xmlDoc Doc;
typedef xmlParserCtxt ParserContext;
typedef xmlRelaxNG Schema;
typedef xmlRelaxNGParserCtxt SchemaParser;
typedef xmlRelaxNGValidCtxt Validator;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Doc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParserContext, xmlFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Schema, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SchemaParser, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Validator, xmlRelaxNGFreeValidCtxt)

static void set_error (GError **error, long line, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
set_error (GError **error, long line, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  if (line > 0)
    g_set_error (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_BAD_MAPPING, "line %ld: %s", line, message);
  else
    g_set_error_literal (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_BAD_MAPPING, message);
}

/* Before the internal subset is read, so that a bomb of entities never goes off. */
static void
on_doctype_cb (void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  xmlParserCtxt *context = data;
  gboolean *has_doctype = context->_private;

  *has_doctype = TRUE;
  xmlStopParser (context);
}

static Doc *
parse (GBytes *xml, GError **error)
{
  g_autoptr (ParserContext) context = xmlNewParserCtxt ();
  g_autoptr (Doc) doc = NULL;
  gboolean has_doctype = FALSE;
  const xmlError *problem;
  gsize size;
  const char *bytes = g_bytes_get_data (xml, &size);

  if (size > XML_BYTES_MAX)
    {
      set_error (error, 0, "more than %d bytes of XML", XML_BYTES_MAX);
      return NULL;
    }
  context->_private = &has_doctype;
  context->sax->internalSubset = on_doctype_cb;
  doc = xmlCtxtReadMemory (context, bytes, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (doc != NULL && !has_doctype && xmlDocGetRootElement (doc) != NULL)
    return g_steal_pointer (&doc);
  problem = xmlCtxtGetLastError (context);
  if (has_doctype)
    set_error (error, 0, "a document type declaration");
  else if (problem != NULL && problem->message != NULL)
    set_error (error, problem->line, "%s", g_strchomp (problem->message));
  else
    set_error (error, 0, "not an XML document");
  return NULL;
}

typedef struct {
  char *message;
  int line;
} Finding;

static void
on_invalid_cb (void *data, xmlErrorPtr problem)
{
  Finding *finding = data;

  if (finding->message != NULL || problem->message == NULL)
    return;
  finding->message = g_strchomp (g_strdup (problem->message));
  finding->line = problem->line;
}

static gboolean
validate (xmlDoc *doc, GError **error)
{
  g_autoptr (GBytes) text = g_resources_lookup_data (ASY_RESOURCE_BASE "/exchange/mapping.rng", G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (SchemaParser) parser = NULL;
  g_autoptr (Schema) schema = NULL;
  g_autoptr (Validator) validator = NULL;
  g_autofree char *message = NULL;
  Finding finding = { NULL, 0 };
  gsize size;

  if (text == NULL)
    return FALSE;
  parser = xmlRelaxNGNewMemParserCtxt (g_bytes_get_data (text, &size), (int) g_bytes_get_size (text));
  schema = xmlRelaxNGParse (parser);
  validator = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidStructuredErrors (validator, on_invalid_cb, &finding);
  if (xmlRelaxNGValidateDoc (validator, doc) == 0)
    return TRUE;
  message = finding.message;
  set_error (error, finding.line, "%s", message != NULL ? message : "not a mapping");
  return FALSE;
}

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

static char *
dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static char *
dup_content (const xmlNode *node)
{
  xmlChar *value = xmlNodeGetContent (node);
  char *copy = asy_text_squash ((const char *) value);

  xmlFree (value);
  return copy;
}

static AsyImportRule
read_rule (const xmlNode *node)
{
  static const char *const names[] = { "", "lower", "names", "integer", "list", "postcode", "after-postcode", "filled" };
  g_autofree char *name = dup_attribute (node, "rule");

  for (guint i = 1; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return (AsyImportRule) i;
  return ASY_IMPORT_RULE_NONE;
}

static void
read_columns (const xmlNode *parent, GPtrArray *columns)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *name = NULL;
      AsyImportColumn *column;

      if (!is_element (node, "column"))
        continue;
      name = dup_attribute (node, "name");
      column = _asy_import_column_new (name);
      column->prefix = dup_attribute (node, "prefix");
      column->rule = read_rule (node);
      g_ptr_array_add (columns, column);
    }
}

static void
read_names (const xmlNode *parent, GPtrArray *names)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (is_element (node, "column"))
      {
        g_autofree char *name = dup_attribute (node, "name");

        g_ptr_array_add (names, asy_text_fold (name));
      }
}

static void
read_values (const xmlNode *parent, GPtrArray *values)
{
  static const char *const matches[] = { "is", "begins", "has" };

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *code = NULL;

      if (!is_element (node, "value"))
        continue;
      code = dup_attribute (node, "code");
      for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
        {
          g_autofree char *text = dup_attribute (node, matches[i]);

          if (text != NULL)
            g_ptr_array_add (values, _asy_import_value_new ((AsyImportMatch) i, text, code));
        }
    }
}

static gboolean
read_field (AsyImportMap *self, const xmlNode *node, GError **error)
{
  g_autofree char *name = dup_attribute (node, "name");
  const int number = _asy_import_field_find (self->kind, name);
  AsyImportField *field;

  if (number < 0)
    {
      set_error (error, xmlGetLineNo (node), self->kind == ASY_IMPORT_FAMILIES ? "a table of families has no field %s" : "the directory has no field %s", name);
      return FALSE;
    }
  if (_asy_import_map_find_field (self, (guint) number) != NULL)
    {
      set_error (error, xmlGetLineNo (node), "field %s is fed twice", name);
      return FALSE;
    }
  field = _asy_import_field_new ((guint) number);
  field->fallback = dup_attribute (node, "default");
  field->separator = dup_attribute (node, "separator");
  if (field->separator == NULL)
    field->separator = g_strdup ("\n");
  read_columns (node, field->columns);
  read_values (node, field->values);
  g_ptr_array_add (self->fields, field);
  return TRUE;
}

static gboolean
read_child (AsyImportMap *self, const xmlNode *node, GError **error)
{
  if (is_element (node, "title"))
    self->title = dup_content (node);
  else if (is_element (node, "header"))
    read_names (node, self->header);
  else if (is_element (node, "key"))
    read_columns (node, self->key);
  else if (is_element (node, "empty"))
    g_ptr_array_add (self->empty, dup_content (node));
  else if (is_element (node, "unused"))
    read_names (node, self->unused);
  else if (is_element (node, "field"))
    return read_field (self, node, error);
  return TRUE;
}

AsyImportMap *
asy_import_map_new_from_xml (GBytes *xml, GError **error)
{
  g_autoptr (AsyImportMap) self = NULL;
  g_autoptr (Doc) doc = NULL;
  g_autofree char *kind = NULL;
  const xmlNode *root;

  g_return_val_if_fail (xml != NULL, NULL);

  doc = parse (xml, error);
  if (doc == NULL || !validate (doc, error))
    return NULL;
  root = xmlDocGetRootElement (doc);
  self = _asy_import_map_new ();
  self->name = dup_attribute (root, "name");
  self->register_name = dup_attribute (root, "register");
  kind = dup_attribute (root, "kind");
  self->kind = g_strcmp0 (kind, "families") == 0 ? ASY_IMPORT_FAMILIES : ASY_IMPORT_PROVIDERS;
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (!read_child (self, node, error))
      return NULL;
  if (self->kind == ASY_IMPORT_FAMILIES)
    {
      if (_asy_import_map_find_field (self, ASY_IMPORT_FAMILY_SURNAME) != NULL &&
          _asy_import_map_find_field (self, ASY_IMPORT_FAMILY_GIVEN_NAME) != NULL)
        return g_steal_pointer (&self);
      set_error (error, xmlGetLineNo (root), "the fields surname and given-name must be fed");
      return NULL;
    }
  if (_asy_import_map_find_field (self, ASY_PROVIDER_NAME) == NULL || _asy_import_map_find_field (self, ASY_PROVIDER_KIND) == NULL)
    {
      set_error (error, xmlGetLineNo (root), "the fields name and kind must be fed");
      return NULL;
    }
  return g_steal_pointer (&self);
}
