/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "letter/asy-compose-private.h"
#include "letter/asy-letter-resources.h"
#include "letter/asy-letter-xml.h"
#include "letter/asy-template-private.h"

#define MAX_BYTES (512 * 1024)
#define MAX_DEPTH 32

/* One millimetre in points. */
#define POINTS_PER_MM (72.0 / 25.4)

static const char *const node_names[] = {
  [ASY_NODE_WORDS] = "",
  [ASY_NODE_ADDRESSEE] = "addressee",
  [ASY_NODE_ATTACHMENTS] = "attachments",
  [ASY_NODE_BODY] = "body",
  [ASY_NODE_BREAK] = "break",
  [ASY_NODE_CELL] = "cell",
  [ASY_NODE_CENTER] = "center",
  [ASY_NODE_CODE] = "code",
  [ASY_NODE_COLUMN] = "column",
  [ASY_NODE_DAY] = "day",
  [ASY_NODE_DECLARE] = "declare",
  [ASY_NODE_DISTRIBUTION] = "distribution",
  [ASY_NODE_EACH] = "each",
  [ASY_NODE_ENTRY] = "entry",
  [ASY_NODE_FACTS] = "facts",
  [ASY_NODE_FIELD] = "field",
  [ASY_NODE_FIELDS] = "fields",
  [ASY_NODE_FOOTER] = "footer",
  [ASY_NODE_HEADING] = "heading",
  [ASY_NODE_IF] = "if",
  [ASY_NODE_INDEX] = "index",
  [ASY_NODE_ITEM] = "item",
  [ASY_NODE_JOIN] = "join",
  [ASY_NODE_LEFT] = "left",
  [ASY_NODE_LETTERHEAD] = "letterhead",
  [ASY_NODE_LINE] = "line",
  [ASY_NODE_LINES] = "lines",
  [ASY_NODE_LIST] = "list",
  [ASY_NODE_NEW_PAGE] = "new-page",
  [ASY_NODE_NOTICE] = "notice",
  [ASY_NODE_NOWRAP] = "nowrap",
  [ASY_NODE_PAGE] = "page",
  [ASY_NODE_PAGE_COUNT] = "page-count",
  [ASY_NODE_PAGE_NUMBER] = "page-number",
  [ASY_NODE_PAPER] = "paper",
  [ASY_NODE_PARA] = "para",
  [ASY_NODE_PLURAL] = "plural",
  [ASY_NODE_REFERENCE] = "reference",
  [ASY_NODE_RIGHT] = "right",
  [ASY_NODE_ROW] = "row",
  [ASY_NODE_ROWS] = "rows",
  [ASY_NODE_RULE] = "rule",
  [ASY_NODE_RUNNING_HEADER] = "running-header",
  [ASY_NODE_SECTION] = "section",
  [ASY_NODE_SIGNATURES] = "signatures",
  [ASY_NODE_SIGNER] = "signer",
  [ASY_NODE_SOURCE] = "source",
  [ASY_NODE_SPACE] = "space",
  [ASY_NODE_STRONG] = "strong",
  [ASY_NODE_SUBTITLE] = "subtitle",
  [ASY_NODE_TABLE] = "table",
  [ASY_NODE_TEXT] = "text",
  [ASY_NODE_TITLE] = "title",
  [ASY_NODE_TREND] = "trend",
  [ASY_NODE_UNLESS] = "unless",
  [ASY_NODE_VISIT] = "visit",
  [ASY_NODE_WEEK_GRID] = "week-grid",
};
G_STATIC_ASSERT (G_N_ELEMENTS (node_names) == ASY_NODE_LAST + 1);

const char *
_asy_node_kind_to_name (AsyNodeKind kind)
{
  return node_names[kind];
}

AsyNodeKind
_asy_node_kind_from_name (const char *name)
{
  guint low = 1;
  guint high = G_N_ELEMENTS (node_names);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (node_names[middle], name);

      if (order == 0)
        return (AsyNodeKind) middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return ASY_NODE_WORDS;
}

void
_asy_declare_free (gpointer data)
{
  AsyDeclare *declare = data;

  g_free (declare->name);
  g_free (declare->label);
  g_ptr_array_unref (declare->inner);
  g_free (declare);
}

static void
attribute_clear (gpointer data)
{
  AsyAttribute *attribute = data;

  g_free (attribute->value);
}

void
_asy_node_free (gpointer data)
{
  AsyNode *node = data;

  g_free (node->words);
  g_array_unref (node->attributes);
  g_ptr_array_unref (node->children);
  g_free (node);
}

const AsyAttribute *
_asy_node_get_attribute (const AsyNode *node, const char *attribute)
{
  for (guint i = 0; i < node->attributes->len; i++)
    {
      const AsyAttribute *candidate = &g_array_index (node->attributes, AsyAttribute, i);

      if (strcmp (candidate->name, attribute) == 0)
        return candidate;
    }
  return NULL;
}

const char *
_asy_node_get (const AsyNode *node, const char *attribute)
{
  const AsyAttribute *found = _asy_node_get_attribute (node, attribute);

  return found != NULL ? found->value : NULL;
}

gboolean
_asy_node_is (const AsyNode *node, const char *attribute)
{
  return g_strcmp0 (_asy_node_get (node, attribute), "yes") == 0;
}

double
_asy_node_get_points (const AsyNode *node, const char *attribute, double fallback_pt)
{
  const char *value = _asy_node_get (node, attribute);

  return value != NULL ? g_ascii_strtod (value, NULL) * POINTS_PER_MM : fallback_pt;
}

guint
_asy_node_get_number (const AsyNode *node, const char *attribute, guint fallback)
{
  const char *value = _asy_node_get (node, attribute);
  guint64 number;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT, &number, NULL))
    return fallback;
  return (guint) number;
}

const AsyNode *
_asy_node_find (const AsyNode *node, AsyNodeKind kind)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const AsyNode *child = g_ptr_array_index (node->children, i);

      if (child->kind == kind)
        return child;
    }
  return NULL;
}

/* XML blanks only: a no-break space typed into a template is meant. */
static char *
collapse_blanks (const char *text)
{
  GString *collapsed = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text != ' ' && *text != '\t' && *text != '\n' && *text != '\r')
        g_string_append_c (collapsed, *text);
      else if (collapsed->len == 0 || collapsed->str[collapsed->len - 1] != ' ')
        g_string_append_c (collapsed, ' ');
    }
  return g_string_free (collapsed, FALSE);
}

static AsyNode *
node_new (AsyNodeKind kind, guint line)
{
  AsyNode *node = g_new0 (AsyNode, 1);

  node->kind = kind;
  node->line = line;
  node->attributes = g_array_new (FALSE, FALSE, sizeof (AsyAttribute));
  g_array_set_clear_func (node->attributes, attribute_clear);
  node->children = g_ptr_array_new_with_free_func (_asy_node_free);
  return node;
}

static void
read_attributes (const xmlNode *xml, AsyNode *node)
{
  for (const xmlAttr *attr = xml->properties; attr != NULL; attr = attr->next)
    {
      AsyAttribute attribute = {
        .name = g_intern_string ((const char *) attr->name),
        .value = asy_letter_xml_dup_attribute (xml, (const char *) attr->name),
      };

      if (attribute.value != NULL)
        g_array_append_val (node->attributes, attribute);
    }
}

static AsyNode *
read_node (const xmlNode *xml)
{
  AsyNode *node = node_new (_asy_node_kind_from_name ((const char *) xml->name), asy_letter_xml_get_line (xml));

  read_attributes (xml, node);
  for (const xmlNode *child = xml->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        g_ptr_array_add (node->children, read_node (child));
      else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        {
          AsyNode *words = node_new (ASY_NODE_WORDS, asy_letter_xml_get_line (child));

          words->words = collapse_blanks ((const char *) child->content);
          g_ptr_array_add (node->children, words);
        }
    }
  return node;
}

static void
collect_sections (AsyTemplate *self, const AsyNode *node, guint level)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const AsyNode *child = g_ptr_array_index (node->children, i);
      gboolean is_section = child->kind == ASY_NODE_SECTION;

      if (is_section)
        {
          AsyTemplateSection section = {
            .key = _asy_node_get (child, "key"),
            .heading = _asy_node_get (child, "heading"),
            .level = level,
            .has_body = _asy_node_find (child, ASY_NODE_BODY) != NULL,
          };

          g_array_append_val (self->sections, section);
          g_ptr_array_add (self->section_nodes, (gpointer) child);
        }
      collect_sections (self, child, level + is_section);
    }
}

static gboolean
check_sections (AsyTemplate *self, GError **error)
{
  g_autoptr(GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->sections->len; i++)
    {
      const AsyTemplateSection *section = &g_array_index (self->sections, AsyTemplateSection, i);
      const AsyNode *node = g_ptr_array_index (self->section_nodes, i);

      if (!g_hash_table_add (keys, (gpointer) section->key))
        {
          asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, node->line,
                                "a second section with the key %s: give each section a key of its own", section->key);
          return FALSE;
        }
      if (section->level > 2)
        {
          asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, node->line,
                                "a section in a section in a section: two levels are all that a paper has");
          return FALSE;
        }
    }
  return TRUE;
}

/* The cells of each row must fill the columns. */
static gboolean
check_row (const AsyNode *row, guint n_columns, GError **error)
{
  guint n_cells = 0;

  for (guint i = 0; i < row->children->len; i++)
    {
      const AsyNode *cell = g_ptr_array_index (row->children, i);

      if (cell->kind == ASY_NODE_CELL)
        n_cells += MIN (_asy_node_get_number (cell, "span", 1), 1000);
    }
  if (n_cells == n_columns)
    return TRUE;
  asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, row->line,
                        "<row> has %u cells, the table %u columns: add or remove cells, or let one span several",
                        n_cells, n_columns);
  return FALSE;
}

static guint
count_columns (const AsyNode *table)
{
  guint n_columns = 0;

  for (guint i = 0; i < table->children->len; i++)
    n_columns += ((const AsyNode *) g_ptr_array_index (table->children, i))->kind == ASY_NODE_COLUMN;
  return n_columns;
}

static gboolean
check_tables (const AsyNode *node, guint n_columns, GError **error)
{
  if (node->kind == ASY_NODE_TABLE)
    {
      n_columns = count_columns (node);
      if (n_columns > ASY_TABLE_COLUMNS_MAX)
        {
          asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, node->line, "<table> has %u columns, more than the %u that fit",
                                n_columns, ASY_TABLE_COLUMNS_MAX);
          return FALSE;
        }
    }
  if (node->kind == ASY_NODE_ROW && !check_row (node, n_columns, error))
    return FALSE;
  for (guint i = 0; i < node->children->len; i++)
    if (!check_tables (g_ptr_array_index (node->children, i), n_columns, error))
      return FALSE;
  return TRUE;
}

static void
template_clear (gpointer data)
{
  AsyTemplate *self = data;

  g_free (self->id);
  g_free (self->lang);
  g_free (self->title);
  g_bytes_unref (self->xml);
  g_ptr_array_unref (self->declares);
  g_clear_pointer (&self->root, _asy_node_free);
  g_array_unref (self->sections);
  g_ptr_array_unref (self->section_nodes);
}

static AsyTemplate *
template_new (GBytes *xml, const xmlNode *root)
{
  AsyTemplate *self = g_atomic_rc_box_new0 (AsyTemplate);

  self->xml = g_bytes_ref (xml);
  self->root = read_node (root);
  self->id = g_strdup (_asy_node_get (self->root, "id"));
  self->lang = g_strdup (_asy_node_get (self->root, "lang"));
  self->title = g_strdup (_asy_node_get (self->root, "title"));
  self->version = _asy_node_get_number (self->root, "version", 1);
  self->declares = g_ptr_array_new_with_free_func (_asy_declare_free);
  self->sections = g_array_new (FALSE, FALSE, sizeof (AsyTemplateSection));
  self->section_nodes = g_ptr_array_new ();
  collect_sections (self, self->root, 1);
  return self;
}

AsyTemplate *
asy_template_new_from_xml (GBytes *xml, GError **error)
{
  g_autoptr(AsyXmlDoc) doc = NULL;
  g_autoptr(AsyTemplate) self = NULL;
  const char *bytes;
  gsize length;

  g_return_val_if_fail (xml != NULL, NULL);

  bytes = g_bytes_get_data (xml, &length);
  doc = asy_letter_xml_parse (bytes, length, MAX_BYTES, MAX_DEPTH, error);
  if (doc == NULL || !_asy_template_check_schema (doc, error))
    return NULL;
  self = template_new (xml, xmlDocGetRootElement (doc));
  if (!_asy_compose_check_page (self, error) || !check_sections (self, error) || !check_tables (self->root, 0, error)
      || !_asy_template_bind_fields (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

GBytes *
_asy_letter_load_resource (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (ASY_RESOURCE_BASE "/letter/", name, NULL);

  return g_resource_lookup_data (asy_letter_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

const char *const *
asy_template_list_shipped (void)
{
  static const char *const names[] = {
    "agreement", "annex", "assessment", "assignment", "authorisation", "comparison", "consent", "court-notice", "court-reply",
    "court-report", "diagnosis", "end-card", "folder", "handover", "intake-card", "monitoring-card", "month-report", "motion",
    "opinion", "plan", "recovery", "resignation", "review", "timeline", "visit-card", "week", NULL,
  };

  return names;
}

AsyTemplate *
asy_template_new_shipped (const char *name, GError **error)
{
  g_autofree char *file = NULL;
  g_autoptr(GBytes) xml = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (!g_strv_contains (asy_template_list_shipped (), name))
    {
      asy_letter_set_error (error, ASY_LETTER_ERROR_NOT_FOUND, 0, "no template of that name comes with the program");
      return NULL;
    }
  file = g_strconcat (name, ".xml", NULL);
  xml = _asy_letter_load_resource (file, error);
  return xml != NULL ? asy_template_new_from_xml (xml, error) : NULL;
}

AsyTemplate *
asy_template_ref (AsyTemplate *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
asy_template_unref (AsyTemplate *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, template_clear);
}

const char *
asy_template_get_id (const AsyTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->id;
}

guint
asy_template_get_version (const AsyTemplate *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->version;
}

const char *
asy_template_get_lang (const AsyTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->lang;
}

const char *
asy_template_get_title (const AsyTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->title;
}

GBytes *
asy_template_get_xml (const AsyTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->xml;
}

const AsyTemplateSection *
asy_template_get_sections (const AsyTemplate *self, guint *ret_n_sections)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ret_n_sections != NULL, NULL);

  *ret_n_sections = self->sections->len;
  return (const AsyTemplateSection *) (gconstpointer) self->sections->data;
}
