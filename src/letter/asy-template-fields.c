/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include <string.h>

#include "letter/asy-letter-error-private.h"
#include "letter/asy-template-private.h"

/* Deeper lists in lists than any paper has. */
#define MAX_SCOPES 8

/* Reading the declarations. */

static AsyPaperValueKind
kind_from_name (const char *name)
{
  for (AsyPaperValueKind kind = ASY_PAPER_VALUE_TEXT; kind <= ASY_PAPER_VALUE_LIST; kind++)
    if (strcmp (asy_paper_value_kind_to_name (kind), name) == 0)
      return kind;
  return ASY_PAPER_VALUE_NONE;
}

const AsyDeclare *
_asy_declare_find (const GPtrArray *declares, const char *name)
{
  for (guint i = 0; i < declares->len; i++)
    {
      const AsyDeclare *declare = g_ptr_array_index (declares, i);

      if (strcmp (declare->name, name) == 0)
        return declare;
    }
  return NULL;
}

/* `a` and `a.b` cannot both be values: `a` would be a text and a record. */
static gboolean
names_clash (const char *a, const char *b)
{
  gsize length = MIN (strlen (a), strlen (b));

  return strncmp (a, b, length) == 0 && (a[length] == '\0' || a[length] == '.') && (b[length] == '\0' || b[length] == '.');
}

static gboolean read_declares (const AsyNode *parent, GPtrArray *declares, guint depth, GError **error);

static AsyDeclare *
declare_new (const AsyNode *node)
{
  AsyDeclare *declare = g_new0 (AsyDeclare, 1);
  GString *label = g_string_new (NULL);

  declare->name = g_strdup (_asy_node_get (node, "name"));
  declare->kind = kind_from_name (_asy_node_get (node, "kind"));
  declare->is_required = _asy_node_is (node, "required");
  declare->inner = g_ptr_array_new_with_free_func (_asy_declare_free);
  for (guint i = 0; i < node->children->len; i++)
    {
      const AsyNode *child = g_ptr_array_index (node->children, i);

      if (child->kind == ASY_NODE_WORDS)
        g_string_append (label, child->words);
    }
  declare->label = g_strstrip (g_string_free (label, FALSE));
  return declare;
}

static gboolean
read_declare (const AsyNode *node, GPtrArray *declares, guint depth, GError **error)
{
  AsyDeclare *declare = declare_new (node);

  for (guint i = 0; i < declares->len; i++)
    {
      const AsyDeclare *other = g_ptr_array_index (declares, i);

      if (names_clash (declare->name, other->name))
        {
          asy_letter_set_error (error, ASY_LETTER_ERROR_FIELD, node->line, "the field %s is declared beside %s: rename one",
                                declare->name, other->name);
          _asy_declare_free (declare);
          return FALSE;
        }
    }
  g_ptr_array_add (declares, declare);
  if (!asy_paper_data_is_name (declare->name))
    {
      asy_letter_set_error (error, ASY_LETTER_ERROR_FIELD, node->line, "%s is too long for the name of a field", declare->name);
      return FALSE;
    }
  if (!read_declares (node, declare->inner, depth + 1, error))
    return FALSE;
  if (declare->inner->len == 0 || declare->kind == ASY_PAPER_VALUE_LIST)
    return TRUE;
  asy_letter_set_error (error, ASY_LETTER_ERROR_FIELD, node->line,
                        "only a list has fields of its own: give %s kind=\"list\"", declare->name);
  return FALSE;
}

static gboolean
read_declares (const AsyNode *parent, GPtrArray *declares, guint depth, GError **error)
{
  for (guint i = 0; i < parent->children->len; i++)
    {
      const AsyNode *node = g_ptr_array_index (parent->children, i);

      if (node->kind != ASY_NODE_DECLARE)
        continue;
      if (depth >= MAX_SCOPES)
        {
          asy_letter_set_error (error, ASY_LETTER_ERROR_TOO_BIG, node->line, "lists are nested too deeply");
          return FALSE;
        }
      if (!read_declare (node, declares, depth, error))
        return FALSE;
    }
  return TRUE;
}

/* Binding names to declarations. Scopes: 0 is the paper, each further one an
 * item of a list that is being gone through. */

typedef struct
{
  const GPtrArray *scopes[MAX_SCOPES + 1];
  guint n_scopes;
} Scopes;

const char *
_asy_template_guess (const char *wrong, const GPtrArray *words)
{
  const char *best = NULL;
  guint best_distance = 3;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      gsize a = strlen (wrong);
      gsize b = strlen (word);
      guint row[65];

      if (a > 64 || b > 64)
        continue;
      for (guint k = 0; k <= b; k++)
        row[k] = k;
      for (guint j = 1; j <= a; j++)
        {
          guint diagonal = row[0];

          row[0] = j;
          for (guint k = 1; k <= b; k++)
            {
              guint above = row[k];
              guint swap = diagonal + (wrong[j - 1] != word[k - 1]);

              row[k] = MIN (swap, MIN (above, row[k - 1]) + 1);
              diagonal = above;
            }
        }
      if (row[b] < best_distance && row[b] < b)
        {
          best_distance = row[b];
          best = word;
        }
    }
  return best;
}

static gboolean
push_scope (Scopes *scopes, const AsyNode *node, const AsyDeclare *list, GError **error)
{
  g_assert (list != NULL);
  if (scopes->n_scopes < G_N_ELEMENTS (scopes->scopes))
    {
      scopes->scopes[scopes->n_scopes++] = list->inner;
      return TRUE;
    }
  asy_letter_set_error (error, ASY_LETTER_ERROR_TOO_BIG, node->line, "lists are nested too deeply");
  return FALSE;
}

static const char *
guess_field (const Scopes *scopes, const char *wrong)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint up = 0; up < scopes->n_scopes; up++)
    {
      const GPtrArray *declares = scopes->scopes[scopes->n_scopes - 1 - up];

      for (guint i = 0; i < declares->len; i++)
        g_ptr_array_add (names, ((const AsyDeclare *) g_ptr_array_index (declares, i))->name);
    }
  return _asy_template_guess (wrong, names);
}

static gboolean
bind (const AsyNode *node, AsyAttribute *attribute, const Scopes *scopes, GError **error)
{
  const char *guess;

  for (guint up = 0; up < scopes->n_scopes; up++)
    {
      attribute->declare = _asy_declare_find (scopes->scopes[scopes->n_scopes - 1 - up], attribute->value);
      attribute->up = up;
      if (attribute->declare != NULL)
        return TRUE;
    }
  guess = guess_field (scopes, attribute->value);
  if (guess != NULL)
    asy_letter_set_error (error, ASY_LETTER_ERROR_FIELD, node->line, "no field %s is declared here: did you mean %s?",
                          attribute->value, guess);
  else
    asy_letter_set_error (error, ASY_LETTER_ERROR_FIELD, node->line, "no field %s is declared here: declare it in <fields>",
                          attribute->value);
  return FALSE;
}

/* Binds @name of @node, when it is there, and makes sure of its kind (any kind
 * for %ASY_PAPER_VALUE_NONE). */
static gboolean
bind_as (const AsyNode *node, const char *name, AsyPaperValueKind kind, const Scopes *scopes, const AsyDeclare **ret_declare,
         GError **error)
{
  AsyAttribute *attribute = (AsyAttribute *) _asy_node_get_attribute (node, name);

  if (attribute == NULL)
    return TRUE;
  if (!bind (node, attribute, scopes, error))
    return FALSE;
  if (kind != ASY_PAPER_VALUE_NONE && attribute->declare->kind != kind)
    {
      asy_letter_set_error (error, ASY_LETTER_ERROR_FIELD, node->line, "%s of <%s> must name a %s, but %s is declared as a %s",
                            name, _asy_node_kind_to_name (node->kind), asy_paper_value_kind_to_name (kind), attribute->value,
                            asy_paper_value_kind_to_name (attribute->declare->kind));
      return FALSE;
    }
  if (ret_declare != NULL)
    *ret_declare = attribute->declare;
  return TRUE;
}

static const struct
{
  const char *form;
  AsyPaperValueKind kind;
} forms[] = {
  { "text", ASY_PAPER_VALUE_TEXT },         { "phone", ASY_PAPER_VALUE_TEXT },      { "letter-date", ASY_PAPER_VALUE_DAY },
  { "long-date", ASY_PAPER_VALUE_DAY },     { "table-date", ASY_PAPER_VALUE_DAY },  { "short-date", ASY_PAPER_VALUE_DAY },
  { "weekday", ASY_PAPER_VALUE_DAY },       { "number", ASY_PAPER_VALUE_NUMBER },   { "clock", ASY_PAPER_VALUE_NUMBER },
  { "duration", ASY_PAPER_VALUE_NUMBER },   { "money", ASY_PAPER_VALUE_NUMBER },    { "yes-no", ASY_PAPER_VALUE_BOOL },
};

static gboolean
bind_field (const AsyNode *node, const Scopes *scopes, GError **error)
{
  const char *form = _asy_node_get (node, "form");
  const AsyDeclare *declare = NULL;

  if (!bind_as (node, "name", ASY_PAPER_VALUE_NONE, scopes, &declare, error))
    return FALSE;
  g_assert (declare != NULL);
  if (declare->kind == ASY_PAPER_VALUE_LIST)
    {
      asy_letter_set_error (error, ASY_LETTER_ERROR_FIELD, node->line,
                            "%s is a list: go through it with <each> or <join>", declare->name);
      return FALSE;
    }
  for (gsize i = 0; form != NULL && i < G_N_ELEMENTS (forms); i++)
    if (strcmp (form, forms[i].form) == 0 && forms[i].kind != declare->kind)
      {
        asy_letter_set_error (error, ASY_LETTER_ERROR_FIELD, node->line, "form=\"%s\" prints a %s, but %s is declared as a %s",
                              form, asy_paper_value_kind_to_name (forms[i].kind), declare->name,
                              asy_paper_value_kind_to_name (declare->kind));
        return FALSE;
      }
  return TRUE;
}

static gboolean bind_node (const AsyNode *node, Scopes *scopes, GError **error);

static gboolean
bind_children (const AsyNode *node, Scopes *scopes, GError **error)
{
  for (guint i = 0; i < node->children->len; i++)
    if (!bind_node (g_ptr_array_index (node->children, i), scopes, error))
      return FALSE;
  return TRUE;
}

/* The list that @node goes through, if it does, and what stands inside. */
static gboolean
bind_items (const AsyNode *node, const char *list, Scopes *scopes, GError **error)
{
  const AsyDeclare *declare = NULL;
  gboolean bound;

  if (!bind_as (node, list, ASY_PAPER_VALUE_LIST, scopes, &declare, error))
    return FALSE;
  if (declare == NULL)
    return bind_as (node, "if", ASY_PAPER_VALUE_NONE, scopes, NULL, error)
           && bind_as (node, "unless", ASY_PAPER_VALUE_NONE, scopes, NULL, error) && bind_children (node, scopes, error);
  if (!push_scope (scopes, node, declare, error))
    return FALSE;
  bound = bind_as (node, "if", ASY_PAPER_VALUE_NONE, scopes, NULL, error)
          && bind_as (node, "unless", ASY_PAPER_VALUE_NONE, scopes, NULL, error) && bind_children (node, scopes, error);
  scopes->n_scopes--;
  return bound;
}

/* Days are items of the paper, visits items of a day. */
static gboolean
bind_week_grid (const AsyNode *node, Scopes *scopes, GError **error)
{
  const AsyDeclare *days = NULL;
  const AsyDeclare *visits = NULL;
  gboolean bound;

  if (!bind_as (node, "days", ASY_PAPER_VALUE_LIST, scopes, &days, error) || !push_scope (scopes, node, days, error))
    return FALSE;
  bound = bind_as (node, "visits", ASY_PAPER_VALUE_LIST, scopes, &visits, error)
          && bind_children (_asy_node_find (node, ASY_NODE_DAY), scopes, error) && push_scope (scopes, node, visits, error);
  if (bound)
    {
      bound = bind_as (node, "start", ASY_PAPER_VALUE_NUMBER, scopes, NULL, error)
              && bind_as (node, "end", ASY_PAPER_VALUE_NUMBER, scopes, NULL, error)
              && bind_children (_asy_node_find (node, ASY_NODE_VISIT), scopes, error);
      scopes->n_scopes--;
    }
  scopes->n_scopes--;
  return bound;
}

/* Trends are items of the paper, points items of a trend. */
static gboolean
bind_trend (const AsyNode *node, Scopes *scopes, GError **error)
{
  const AsyDeclare *trends = NULL;
  const AsyDeclare *points = NULL;
  gboolean bound;

  if (!bind_as (node, "list", ASY_PAPER_VALUE_LIST, scopes, &trends, error) || !push_scope (scopes, node, trends, error))
    return FALSE;
  bound = bind_as (node, "name", ASY_PAPER_VALUE_TEXT, scopes, NULL, error)
          && bind_as (node, "points", ASY_PAPER_VALUE_LIST, scopes, &points, error) && push_scope (scopes, node, points, error);
  if (bound)
    {
      bound = bind_as (node, "day", ASY_PAPER_VALUE_DAY, scopes, NULL, error)
              && bind_as (node, "level", ASY_PAPER_VALUE_NUMBER, scopes, NULL, error);
      scopes->n_scopes--;
    }
  scopes->n_scopes--;
  return bound;
}

static gboolean
bind_node (const AsyNode *node, Scopes *scopes, GError **error)
{
  switch (node->kind)
    {
    case ASY_NODE_FIELD:
      return bind_field (node, scopes, error);
    case ASY_NODE_PLURAL:
      return bind_as (node, "field", ASY_PAPER_VALUE_NUMBER, scopes, NULL, error);
    case ASY_NODE_TEXT:
    case ASY_NODE_CODE:
      return bind_as (node, "field", ASY_PAPER_VALUE_TEXT, scopes, NULL, error);
    case ASY_NODE_EACH:
    case ASY_NODE_JOIN:
      return bind_items (node, "list", scopes, error);
    case ASY_NODE_ITEM:
    case ASY_NODE_ROW:
    case ASY_NODE_ROWS:
    case ASY_NODE_SIGNER:
      return bind_items (node, "each", scopes, error);
    case ASY_NODE_WEEK_GRID:
      return bind_week_grid (node, scopes, error);
    case ASY_NODE_TREND:
      return bind_trend (node, scopes, error);
    case ASY_NODE_INDEX:
    case ASY_NODE_SECTION:
      if (node->kind == ASY_NODE_INDEX ? scopes->n_scopes > 1 : scopes->n_scopes == 1)
        return bind_children (node, scopes, error);
      asy_letter_set_error (error, ASY_LETTER_ERROR_FIELD, node->line,
                            node->kind == ASY_NODE_INDEX ? "<index> counts the items of a list: put it inside <each>"
                                                         : "a <section> inside <each> would repeat its key: use <heading>");
      return FALSE;
    default:
      return bind_as (node, "field", ASY_PAPER_VALUE_NONE, scopes, NULL, error) && bind_children (node, scopes, error);
    }
}

gboolean
_asy_template_bind_fields (AsyTemplate *self, GError **error)
{
  Scopes scopes = { .scopes = { self->declares }, .n_scopes = 1 };

  for (guint i = 0; i < self->root->children->len; i++)
    {
      const AsyNode *node = g_ptr_array_index (self->root->children, i);

      if (node->kind == ASY_NODE_FIELDS ? !read_declares (node, self->declares, 0, error) : !bind_node (node, &scopes, error))
        return FALSE;
    }
  return TRUE;
}

/* Data against declarations. */

/* `children.name` is the field `name` of an item of the list `children`. */
static const AsyDeclare *
find_declare (const GPtrArray *declares, const char *name)
{
  const AsyDeclare *declare = _asy_declare_find (declares, name);

  for (const char *dot = strchr (name, '.'); declare == NULL && dot != NULL; dot = strchr (dot + 1, '.'))
    {
      g_autofree char *list = g_strndup (name, (gsize) (dot - name));
      const AsyDeclare *outer = _asy_declare_find (declares, list);

      if (outer != NULL)
        declare = find_declare (outer->inner, dot + 1);
    }
  return declare;
}

const char *
asy_template_get_field_label (const AsyTemplate *self, const char *name)
{
  const AsyDeclare *declare;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  declare = find_declare (self->declares, name);
  return declare != NULL ? declare->label : NULL;
}

AsyPaperValueKind
asy_template_get_field_kind (const AsyTemplate *self, const char *name)
{
  const AsyDeclare *declare;

  g_return_val_if_fail (self != NULL, ASY_PAPER_VALUE_NONE);
  g_return_val_if_fail (name != NULL, ASY_PAPER_VALUE_NONE);

  declare = find_declare (self->declares, name);
  return declare != NULL ? declare->kind : ASY_PAPER_VALUE_NONE;
}

static gboolean
check_values (const GPtrArray *declares, const AsyPaperData *data, GError **error)
{
  for (guint i = 0; i < declares->len; i++)
    {
      const AsyDeclare *declare = g_ptr_array_index (declares, i);
      AsyPaperValueKind kind = asy_paper_data_get_kind (data, declare->name);

      if (kind != ASY_PAPER_VALUE_NONE && kind != declare->kind)
        {
          asy_letter_set_error (error, ASY_LETTER_ERROR_FIELD, 0, "%s is a %s where the template wants a %s", declare->name,
                                asy_paper_value_kind_to_name (kind), asy_paper_value_kind_to_name (declare->kind));
          return FALSE;
        }
      for (guint k = 0; k < asy_paper_data_get_n_items (data, declare->name); k++)
        if (!check_values (declare->inner, asy_paper_data_get_item (data, declare->name, k), error))
          return FALSE;
    }
  return TRUE;
}

gboolean
asy_template_check_data (const AsyTemplate *self, const AsyPaperData *data, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (data != NULL, FALSE);

  return check_values (self->declares, data, error);
}

static void
add_missing (GPtrArray *missing, const char *prefix, const char *name)
{
  char *full = g_strconcat (prefix, name, NULL);

  if (g_ptr_array_find_with_equal_func (missing, full, g_str_equal, NULL))
    g_free (full);
  else
    g_ptr_array_add (missing, full);
}

static void
collect_missing (const GPtrArray *declares, const AsyPaperData *data, const char *prefix, GPtrArray *missing)
{
  for (guint i = 0; i < declares->len; i++)
    {
      const AsyDeclare *declare = g_ptr_array_index (declares, i);
      g_autofree char *inner = g_strconcat (prefix, declare->name, ".", NULL);

      if (declare->is_required && !asy_paper_data_is_filled (data, declare->name))
        add_missing (missing, prefix, declare->name);
      for (guint k = 0; k < asy_paper_data_get_n_items (data, declare->name); k++)
        collect_missing (declare->inner, asy_paper_data_get_item (data, declare->name, k), inner, missing);
    }
}

static gboolean
lacks_body (const AsyTemplate *self, const AsyPaperData *data, guint index)
{
  const AsyTemplateSection *section = &g_array_index (self->sections, AsyTemplateSection, index);
  const AsyNode *node = g_ptr_array_index (self->section_nodes, index);
  g_autofree char *body = g_strconcat ("section.", section->key, ".body", NULL);
  g_autofree char *omit = g_strconcat ("section.", section->key, ".omit", NULL);
  g_autofree char *text = NULL;

  if (!section->has_body || g_strcmp0 (_asy_node_get (node, "empty"), "omit") == 0 || asy_paper_data_get_bool (data, omit))
    return FALSE;
  if (asy_paper_data_get_kind (data, body) == ASY_PAPER_VALUE_TEXT)
    return !asy_paper_data_is_filled (data, body);
  text = asy_template_dup_default_body (self, data, section->key);
  return text[0] == '\0';
}

char **
asy_template_list_missing (const AsyTemplate *self, const AsyPaperData *data)
{
  GPtrArray *missing;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  missing = g_ptr_array_new ();
  collect_missing (self->declares, data, "", missing);
  for (guint i = 0; i < self->sections->len; i++)
    if (lacks_body (self, data, i))
      g_ptr_array_add (missing, g_strconcat ("section.", g_array_index (self->sections, AsyTemplateSection, i).key, ".body", NULL));
  g_ptr_array_add (missing, NULL);
  return (char **) g_ptr_array_free (missing, FALSE);
}
