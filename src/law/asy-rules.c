/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "law/asy-rules.h"

G_DEFINE_QUARK (asy-rules-error-quark, asy_rules_error)

struct _AsyRules
{
  GHashTable *values;           /* name → GArray of AsyRule, oldest first */
  GStringChunk *texts;
};

static AsyRules *
rules_new (void)
{
  AsyRules *rules = g_new0 (AsyRules, 1);

  rules->texts = g_string_chunk_new (512);
  rules->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  return rules;
}

void
asy_rules_free (AsyRules *rules)
{
  if (rules == NULL)
    return;
  g_hash_table_unref (rules->values);
  g_string_chunk_free (rules->texts);
  g_free (rules);
}

static gboolean
fail_at (xmlNode *node, const char *what, GError **error)
{
  g_set_error (error, ASY_RULES_ERROR, ASY_RULES_ERROR_FAILED, "line %ld: %s", xmlGetLineNo (node), what);
  return FALSE;
}

static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static gboolean
read_value (AsyRules *rules, GArray *list, xmlNode *node, gboolean is_statutory, GError **error)
{
  g_autofree char *since = dup_attribute (node, "since");
  g_autofree char *article = dup_attribute (node, "article");
  xmlChar *content = xmlNodeGetContent (node);
  gint64 number = 0;
  const gboolean is_number = g_ascii_string_to_signed ((const char *) content, 10, 0, 100000, &number, NULL);
  AsyRule rule = { 0 };

  xmlFree (content);
  if (!is_number)
    return fail_at (node, "the value is not a whole number", error);
  rule.since = asy_day_from_iso (since);
  if (rule.since == ASY_DAY_NONE)
    return fail_at (node, "since is not a day (YYYY-MM-DD)", error);
  if (article == NULL)
    return fail_at (node, "the article is missing", error);
  if (list->len > 0 && g_array_index (list, AsyRule, list->len - 1).since >= rule.since)
    return fail_at (node, "values are not in order of their days", error);
  rule.value = (int) number;
  rule.article = g_string_chunk_insert_const (rules->texts, article);
  rule.is_statutory = is_statutory;
  g_array_append_val (list, rule);
  return TRUE;
}

static gboolean
read_rule (AsyRules *rules, xmlNode *node, GError **error)
{
  g_autofree char *name = dup_attribute (node, "name");
  g_autofree char *by = dup_attribute (node, "by");
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (AsyRule));

  if (name == NULL || (g_strcmp0 (by, "act") != 0 && g_strcmp0 (by, "office") != 0))
    return fail_at (node, "a rule needs a name, and by=\"act\" or by=\"office\"", error);
  if (g_hash_table_contains (rules->values, name))
    return fail_at (node, "the rule stands twice", error);
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL; child = xmlNextElementSibling (child))
    {
      if (!xmlStrEqual (child->name, (const xmlChar *) "value"))
        return fail_at (child, "only value is known here", error);
      if (!read_value (rules, list, child, g_str_equal (by, "act"), error))
        return FALSE;
    }
  if (list->len == 0)
    return fail_at (node, "the rule has no value", error);
  g_hash_table_insert (rules->values, g_string_chunk_insert_const (rules->texts, name), g_steal_pointer (&list));
  return TRUE;
}

static gboolean
read_all (AsyRules *rules, xmlDoc *doc, GError **error)
{
  xmlNode *root = xmlDocGetRootElement (doc);

  if (root == NULL || !xmlStrEqual (root->name, (const xmlChar *) "rules"))
    {
      g_set_error_literal (error, ASY_RULES_ERROR, ASY_RULES_ERROR_FAILED, "the root element is not rules");
      return FALSE;
    }
  for (xmlNode *node = xmlFirstElementChild (root); node != NULL; node = xmlNextElementSibling (node))
    {
      if (!xmlStrEqual (node->name, (const xmlChar *) "rule"))
        return fail_at (node, "only rule is known here", error);
      if (!read_rule (rules, node, error))
        return FALSE;
    }
  return TRUE;
}

AsyRules *
asy_rules_new_from_xml (GBytes *xml, GError **error)
{
  g_autoptr (AsyRules) rules = rules_new ();
  gsize size;
  const char *text = g_bytes_get_data (xml, &size);
  xmlDoc *doc = NULL;
  gboolean ok;

  if (size < 1024 * 1024)
    doc = xmlReadMemory (text, (int) size, "rules.xml", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (doc == NULL || doc->intSubset != NULL)
    {
      xmlFreeDoc (doc);
      g_set_error_literal (error, ASY_RULES_ERROR, ASY_RULES_ERROR_FAILED, "not a well-formed document of rules");
      return NULL;
    }
  ok = read_all (rules, doc, error);
  xmlFreeDoc (doc);
  return ok ? g_steal_pointer (&rules) : NULL;
}

const AsyRules *
asy_rules_get_default (void)
{
  static gsize once;
  static AsyRules *rules;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GBytes) xml = g_resources_lookup_data (ASY_RESOURCE_BASE "/law/rules.xml", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autoptr (GError) error = NULL;

      /* Shipped inside the program and tested: failing here is our own mistake. */
      g_assert (xml != NULL);
      rules = asy_rules_new_from_xml (xml, &error);
      g_assert_no_error (error);
      g_once_init_leave (&once, 1);
    }
  return rules;
}

gboolean
asy_rules_lookup (const AsyRules *rules, const char *name, AsyDay day, AsyRule *ret_rule)
{
  GArray *list = g_hash_table_lookup (rules->values, name);

  for (guint i = list != NULL ? list->len : 0; i > 0; i--)
    {
      const AsyRule *rule = &g_array_index (list, AsyRule, i - 1);

      if (rule->since > day)
        continue;
      *ret_rule = *rule;
      return TRUE;
    }
  return FALSE;
}

int
asy_rules_get (const AsyRules *rules, const char *name, AsyDay day, int fallback)
{
  AsyRule rule;

  return asy_rules_lookup (rules, name, day, &rule) ? rule.value : fallback;
}
