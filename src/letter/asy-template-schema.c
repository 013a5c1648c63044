/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include <string.h>

#include <libxml/relaxng.h>

#include "letter/asy-letter-xml.h"
#include "letter/asy-template-private.h"

/* The schema says what is wrong; what may stand there instead is read from
 * the text of the schema, so that both cannot drift apart. */

#define SCHEMA_FILE "asysta-letter.rng"

typedef xmlRelaxNGParserCtxt SchemaParser;
typedef xmlRelaxNGValidCtxt SchemaCheck;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SchemaParser, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SchemaCheck, xmlRelaxNGFreeValidCtxt)

/* Read once and kept; libxml2 does not promise that a schema may be used by
 * two threads at once, hence the lock around a check. */
static GMutex schema_lock;
static xmlRelaxNG *schema;
static xmlDoc *schema_doc;

static void
on_schema_problem_cb (void *data, xmlErrorPtr problem)
{
  /* The shipped schema is covered by a test; nothing to tell anybody here. */
}

static gboolean
load_schema (GError **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(SchemaParser) parser = NULL;
  g_autoptr(AsyXmlDoc) doc = NULL;
  gsize length;
  const char *text;

  if (schema != NULL)
    return TRUE;
  bytes = _asy_letter_load_resource (SCHEMA_FILE, error);
  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &length);
  doc = asy_letter_xml_parse (text, length, G_MAXINT, 64, error);
  if (doc == NULL)
    return FALSE;
  parser = xmlRelaxNGNewMemParserCtxt (text, (int) length);
  xmlRelaxNGSetParserStructuredErrors (parser, on_schema_problem_cb, NULL);
  schema = xmlRelaxNGParse (parser);
  if (schema == NULL)
    {
      asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, 0, "the schema of papers cannot be read");
      return FALSE;
    }
  schema_doc = g_steal_pointer (&doc);
  return TRUE;
}

/* Looking things up in the text of the schema. */

static gboolean
is_rng (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static gboolean
is_named (const xmlNode *node, const char *name)
{
  g_autofree char *value = asy_letter_xml_dup_attribute (node, "name");

  return g_strcmp0 (value, name) == 0;
}

static const xmlNode *
find_define (const char *name)
{
  for (const xmlNode *node = xmlDocGetRootElement (schema_doc)->children; node != NULL; node = node->next)
    if (is_rng (node, "define") && is_named (node, name))
      return node;
  return NULL;
}

typedef void (*RngFunc) (const xmlNode *rng, gboolean is_optional, gpointer data);

/* Calls @func for the attributes and elements that directly belong to @parent,
 * following references. @seen keeps a reference from being followed in a ring. */
static void
walk_content (const xmlNode *parent, gboolean is_optional, GHashTable *seen, RngFunc func, gpointer data)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (is_rng (node, "element") || is_rng (node, "attribute"))
        func (node, is_optional, data);
      else if (is_rng (node, "ref"))
        {
          g_autofree char *name = asy_letter_xml_dup_attribute (node, "name");
          const xmlNode *define = find_define (name);

          if (define != NULL && g_hash_table_add (seen, (gpointer) define))
            walk_content (define, is_optional, seen, func, data);
        }
      else
        walk_content (node, is_optional || is_rng (node, "optional"), seen, func, data);
    }
}

/* An element of one name may be defined for several places. */
static void
walk_element (const char *element, RngFunc func, gpointer data)
{
  for (const xmlNode *define = xmlDocGetRootElement (schema_doc)->children; define != NULL; define = define->next)
    for (const xmlNode *node = define->children; node != NULL; node = node->next)
      if (is_rng (node, "element") && is_named (node, element))
        {
          g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

          walk_content (node, FALSE, seen, func, data);
        }
}

static void
add_word (GPtrArray *words, char *word)
{
  if (g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_free (word);
  else
    g_ptr_array_add (words, word);
}

static void
add_child (const xmlNode *rng, gboolean is_optional, gpointer data)
{
  if (is_rng (rng, "element"))
    add_word (data, asy_letter_xml_dup_attribute (rng, "name"));
}

static void
add_attribute (const xmlNode *rng, gboolean is_optional, gpointer data)
{
  if (is_rng (rng, "attribute"))
    add_word (data, asy_letter_xml_dup_attribute (rng, "name"));
}

static void
add_needed_attribute (const xmlNode *rng, gboolean is_optional, gpointer data)
{
  if (!is_optional)
    add_attribute (rng, is_optional, data);
}

/* What an attribute may be: a value of a list, or a kind of text that the
 * schema describes. */
typedef struct
{
  char *shown;
  char *pattern;                /* (nullable) */
} Choice;

static void
choice_clear (gpointer data)
{
  Choice *choice = data;

  g_free (choice->shown);
  g_free (choice->pattern);
}

static char *
dup_content (const xmlNode *node)
{
  return g_strdup (node->children != NULL ? (const char *) node->children->content : "");
}

/* The description that stands beside @data. */
static char *
dup_description (const xmlNode *data)
{
  for (const xmlNode *node = data->parent->children; node != NULL; node = node->next)
    if (is_rng (node, "documentation"))
      return dup_content (node);
  return NULL;
}

static char *
dup_pattern (const xmlNode *data)
{
  for (const xmlNode *node = data->children; node != NULL; node = node->next)
    if (is_rng (node, "param") && is_named (node, "pattern"))
      return g_strconcat ("^(", (const char *) node->children->content, ")$", NULL);
  return NULL;
}

/* Takes over both texts. */
static void
add_choice (GArray *choices, char *shown, char *pattern)
{
  const Choice choice = { shown, pattern };

  g_array_append_val (choices, choice);
}

static void
add_choices (const xmlNode *parent, GArray *choices)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (is_rng (node, "value"))
        add_choice (choices, dup_content (node), NULL);
      else if (is_rng (node, "data"))
        add_choice (choices, dup_description (node), dup_pattern (node));
      else if (is_rng (node, "ref"))
        {
          g_autofree char *name = asy_letter_xml_dup_attribute (node, "name");
          const xmlNode *define = find_define (name);

          if (define != NULL)
            add_choices (define, choices);
        }
      else if (node->type == XML_ELEMENT_NODE)
        add_choices (node, choices);
    }
}

typedef struct
{
  const char *attribute;
  GArray *choices;
} ValueQuery;

static void
add_attribute_choices (const xmlNode *rng, gboolean is_optional, gpointer data)
{
  ValueQuery *query = data;

  if (is_rng (rng, "attribute") && is_named (rng, query->attribute))
    add_choices (rng, query->choices);
}

static gboolean
fits_choice (const Choice *choice, const char *value)
{
  if (choice->pattern != NULL)
    return g_regex_match_simple (choice->pattern, value, G_REGEX_DOTALL, 0);
  return g_strcmp0 (choice->shown, value) == 0;
}

static char *
join_words (GPtrArray *words, const char *before, const char *after)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (joined, "%s%s%s%s", i > 0 ? ", " : "", before, (const char *) g_ptr_array_index (words, i), after);
  return g_string_free (joined, FALSE);
}

/* Sentences about what was found. */

static void
explain_element (const xmlNode *node, GString *message)
{
  const char *name = (const char *) node->name;
  const xmlNode *parent = node->parent;
  g_autoptr(GPtrArray) allowed = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  const char *guess;

  if (parent == NULL || parent->type != XML_ELEMENT_NODE)
    {
      g_string_append_printf (message, "<%s> where <paper> is expected", name);
      return;
    }
  walk_element ((const char *) parent->name, add_child, allowed);
  guess = _asy_template_guess (name, allowed);
  g_string_append_printf (message, "<%s> may not stand here in <%s>: ", name, (const char *) parent->name);
  if (_asy_node_kind_from_name (name) == ASY_NODE_WORDS && guess != NULL)
    {
      g_string_append_printf (message, "did you mean <%s>?", guess);
      return;
    }
  list = join_words (allowed, "<", ">");
  g_string_append_printf (message, "%s%s", allowed->len > 0 ? "what may, in the order of the schema, is " : "it holds no elements", list);
}

static gboolean
has_attribute (const xmlNode *node, const char *name)
{
  return xmlHasNsProp ((xmlNode *) node, BAD_CAST name, NULL) != NULL;
}

static gboolean
explain_missing_attribute (const xmlNode *node, GString *message)
{
  g_autoptr(GPtrArray) needed = g_ptr_array_new_with_free_func (g_free);

  walk_element ((const char *) node->name, add_needed_attribute, needed);
  for (guint i = 0; i < needed->len; i++)
    if (!has_attribute (node, g_ptr_array_index (needed, i)))
      {
        g_string_append_printf (message, "<%s> needs the attribute %s", (const char *) node->name,
                                (const char *) g_ptr_array_index (needed, i));
        return TRUE;
      }
  return FALSE;
}

static gboolean
explain_unknown_attribute (const xmlNode *node, GString *message)
{
  g_autoptr(GPtrArray) allowed = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  walk_element ((const char *) node->name, add_attribute, allowed);
  list = join_words (allowed, "", "");
  for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
    if (attr->ns != NULL || !g_ptr_array_find_with_equal_func (allowed, attr->name, g_str_equal, NULL))
      {
        g_string_append_printf (message, "<%s> has no attribute %s: %s%s", (const char *) node->name, (const char *) attr->name,
                                allowed->len > 0 ? "it may have " : "it has none", list);
        return TRUE;
      }
  return FALSE;
}

/* The schema only says that the attributes fail; which one is found here. */
static gboolean
explain_wrong_value (const xmlNode *node, GString *message)
{
  for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
    {
      g_autoptr(GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
      g_autofree char *value = asy_letter_xml_dup_attribute (node, (const char *) attr->name);
      ValueQuery query = { (const char *) attr->name, choices };
      gboolean fits = FALSE;

      g_array_set_clear_func (choices, choice_clear);
      walk_element ((const char *) node->name, add_attribute_choices, &query);
      for (guint i = 0; i < choices->len; i++)
        fits = fits || fits_choice (&g_array_index (choices, Choice, i), value);
      if (fits || choices->len == 0)
        continue;
      g_string_append_printf (message, "the attribute %s of <%s> may not be that; it may be ", (const char *) attr->name,
                              (const char *) node->name);
      for (guint i = 0; i < choices->len; i++)
        g_string_append_printf (message, "%s%s", i > 0 ? ", " : "", g_array_index (choices, Choice, i).shown);
      return TRUE;
    }
  return FALSE;
}

/* libxml2 hands out the first child of the element that it speaks of when
 * there is one; the name in its message tells. */
static const xmlNode *
find_subject (const xmlError *problem)
{
  const xmlNode *node = problem->node;

  if (node == NULL || node->type != XML_ELEMENT_NODE || problem->str1 == NULL)
    return node;
  for (const xmlNode *near = node; near != NULL && near->type == XML_ELEMENT_NODE; near = near->parent)
    if (strcmp ((const char *) near->name, problem->str1) == 0 || g_strcmp0 ((const char *) near->name, problem->str2) == 0)
      return near;
  return node;
}

static void
explain (const xmlError *problem, const xmlNode *node, GString *message)
{
  if (node == NULL || node->type != XML_ELEMENT_NODE)
    g_string_append (message, "not a paper");
  else if (problem->code == XML_RELAXNG_ERR_ELEMWRONG || problem->code == XML_RELAXNG_ERR_ELEMNAME || node->ns != NULL)
    explain_element (node, message);
  else if (problem->code == XML_RELAXNG_ERR_TEXTWRONG)
    g_string_append_printf (message, "<%s> holds no text of its own: put it into <para> or another element for words",
                            (const char *) node->name);
  else if (!explain_missing_attribute (node, message) && !explain_unknown_attribute (node, message)
           && !explain_wrong_value (node, message))
    {
      g_autofree char *raw = g_strstrip (g_strdup (problem->message != NULL ? problem->message : "not allowed"));

      g_string_append (message, raw);
    }
}

typedef struct
{
  GString *message;
  guint line;
} Verdict;

static void
on_problem_cb (void *data, xmlErrorPtr problem)
{
  Verdict *verdict = data;
  const xmlNode *node = find_subject (problem);

  if (verdict->message->len > 0)
    return;
  explain (problem, node, verdict->message);
  verdict->line = node != NULL ? asy_letter_xml_get_line (node) : (guint) MAX (problem->line, 0);
}

gboolean
_asy_template_check_schema (xmlDoc *doc, GError **error)
{
  g_autoptr(SchemaCheck) check = NULL;
  g_autoptr(GString) message = g_string_new (NULL);
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&schema_lock);
  Verdict verdict = { message, 0 };
  gboolean is_valid;

  if (!load_schema (error))
    return FALSE;
  check = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidStructuredErrors (check, on_problem_cb, &verdict);
  is_valid = xmlRelaxNGValidateDoc (check, doc) == 0;
  (void) locker;
  if (!is_valid)
    asy_letter_set_error (error, ASY_LETTER_ERROR_SCHEMA, verdict.line, "%s", message->len > 0 ? message->str : "not a paper");
  return is_valid;
}
