/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/asy-text.h"
#include "exchange/asy-import-map-private.h"
#include "model/asy-provider.h"

/* Fields of tables of families, and mappings that an office makes of them by hand. */

static const struct {
  const char *name;
  const char *label;
} family_fields[] = {
  [ASY_IMPORT_FAMILY_KEY] = { "family-key", N_("Number of the family") },
  [ASY_IMPORT_FAMILY_NAME] = { "family-name", N_("Name of the family") },
  [ASY_IMPORT_FAMILY_SURNAME] = { "surname", N_("Family name") },
  [ASY_IMPORT_FAMILY_GIVEN_NAME] = { "given-name", N_("Given name") },
  [ASY_IMPORT_FAMILY_SURNAME_GIVEN] = { "surname-given", N_("Family name, then given name") },
  [ASY_IMPORT_FAMILY_GIVEN_SURNAME] = { "given-surname", N_("Given name, then family name") },
  [ASY_IMPORT_FAMILY_FORMER_NAME] = { "former-name", N_("Former name") },
  [ASY_IMPORT_FAMILY_PESEL] = { "pesel", N_("PESEL") },
  [ASY_IMPORT_FAMILY_NO_PESEL_REASON] = { "no-pesel-reason", N_("Reason for no PESEL") },
  [ASY_IMPORT_FAMILY_BIRTH_DATE] = { "birth-date", N_("Date of birth") },
  [ASY_IMPORT_FAMILY_SEX] = { "sex", N_("Sex") },
  [ASY_IMPORT_FAMILY_ROLE] = { "role", N_("Role in the family") },
  [ASY_IMPORT_FAMILY_CHILDREN] = { "children", N_("Children, all in one cell") },
  [ASY_IMPORT_FAMILY_PHONE] = { "phone", N_("Phone") },
  [ASY_IMPORT_FAMILY_EMAIL] = { "email", N_("E-mail") },
  [ASY_IMPORT_FAMILY_STREET] = { "street", N_("Street and number") },
  [ASY_IMPORT_FAMILY_HOUSE] = { "house", N_("Number of the house") },
  [ASY_IMPORT_FAMILY_FLAT] = { "flat", N_("Number of the flat") },
  [ASY_IMPORT_FAMILY_POSTCODE] = { "postcode", N_("Postcode") },
  [ASY_IMPORT_FAMILY_CITY] = { "city", N_("Town") },
  [ASY_IMPORT_FAMILY_DISTRICT] = { "district", N_("District") },
  [ASY_IMPORT_FAMILY_REGISTERED_ON] = { "registered-on", N_("Day of registration") },
  [ASY_IMPORT_FAMILY_SOURCE] = { "source", N_("Source of the notice") },
  [ASY_IMPORT_FAMILY_PATH] = { "path", N_("Way in") },
  [ASY_IMPORT_FAMILY_CASE_NUMBER] = { "case-number", N_("Case number") },
  [ASY_IMPORT_FAMILY_COURT_ORDER_ON] = { "court-order-on", N_("Court order of") },
  [ASY_IMPORT_FAMILY_INTERVIEW_ON] = { "interview-on", N_("Community interview on") },
  [ASY_IMPORT_FAMILY_ANALYSIS_ON] = { "analysis-on", N_("Analysis on") },
  [ASY_IMPORT_FAMILY_MOTION_ON] = { "motion-on", N_("Motion on") },
  [ASY_IMPORT_FAMILY_CONSENT_ON] = { "consent-on", N_("Consent of") },
  [ASY_IMPORT_FAMILY_ASSISTANT] = { "assistant", N_("Assistant") },
  [ASY_IMPORT_FAMILY_ASSIGNED_ON] = { "assigned-on", N_("Day of the assignment") },
  [ASY_IMPORT_FAMILY_NOTES] = { "notes", N_("Notes") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (family_fields) == ASY_IMPORT_FAMILY_N_FIELDS);

const char *
_asy_import_field_get_name (AsyImportKind kind, guint number)
{
  g_autoptr (AsyProvider) any = NULL;
  guint n_fields;
  const AsyField *fields;

  if (kind == ASY_IMPORT_FAMILIES)
    return number < G_N_ELEMENTS (family_fields) ? family_fields[number].name : NULL;
  any = asy_provider_new ();
  fields = asy_record_get_fields (ASY_RECORD (any), &n_fields);
  return number < n_fields && (fields[number].flags & ASY_FIELD_HIDDEN) == 0 ? fields[number].column : NULL;
}

int
_asy_import_field_find (AsyImportKind kind, const char *name)
{
  const guint n_fields = kind == ASY_IMPORT_FAMILIES ? G_N_ELEMENTS (family_fields) : ASY_PROVIDER_N_FIELDS;

  for (guint i = 0; i < n_fields; i++)
    if (g_strcmp0 (_asy_import_field_get_name (kind, i), name) == 0)
      return (int) i;
  return -1;
}

guint
asy_import_map_get_n_fields (AsyImportMap *self)
{
  return self->fields->len;
}

static const AsyImportField *
get_field (AsyImportMap *self, guint field)
{
  return g_ptr_array_index (self->fields, field);
}

const char *
asy_import_map_get_field_name (AsyImportMap *self, guint field)
{
  g_return_val_if_fail (field < self->fields->len, NULL);

  return _asy_import_field_get_name (self->kind, get_field (self, field)->field);
}

const char *
asy_import_map_get_field_label (AsyImportMap *self, guint field)
{
  g_autoptr (AsyProvider) any = NULL;

  g_return_val_if_fail (field < self->fields->len, NULL);

  if (self->kind == ASY_IMPORT_FAMILIES)
    return family_fields[get_field (self, field)->field].label;
  any = asy_provider_new ();
  return asy_record_get_fields (ASY_RECORD (any), NULL)[get_field (self, field)->field].label;
}

static gboolean
feeds (const AsyImportField *field, const char *folded)
{
  for (guint i = 0; i < field->columns->len; i++)
    if (g_str_equal (((AsyImportColumn *) g_ptr_array_index (field->columns, i))->folded, folded))
      return TRUE;
  return FALSE;
}

int
asy_import_map_find_column (AsyImportMap *self, const char *column)
{
  g_autofree char *folded = asy_text_fold (column);

  for (guint i = 0; *folded != '\0' && i < self->fields->len; i++)
    if (feeds (get_field (self, i), folded))
      return (int) i;
  return -1;
}

gboolean
asy_import_map_is_key (AsyImportMap *self, const char *column)
{
  g_autofree char *folded = asy_text_fold (column);

  for (guint i = 0; i < self->key->len; i++)
    if (g_str_equal (((AsyImportColumn *) g_ptr_array_index (self->key, i))->folded, folded))
      return TRUE;
  return FALSE;
}

static AsyImportMap *
copy_frame (AsyImportMap *self)
{
  AsyImportMap *copy = _asy_import_map_new ();

  copy->kind = self->kind;
  copy->name = g_strdup (self->name);
  copy->title = g_strdup (self->title);
  copy->register_name = g_strdup (self->register_name);
  for (guint i = 0; i < self->empty->len; i++)
    g_ptr_array_add (copy->empty, g_strdup (g_ptr_array_index (self->empty, i)));
  for (guint i = 0; i < self->unused->len; i++)
    g_ptr_array_add (copy->unused, g_strdup (g_ptr_array_index (self->unused, i)));
  return copy;
}

/* The field with everything but its columns, of which it gets one. */
static void
copy_field (AsyImportMap *copy, const AsyImportField *field, const char *column, AsyImportRule rule)
{
  AsyImportField *copied = _asy_import_field_new (field->field);
  AsyImportColumn *only = _asy_import_column_new (column);

  only->rule = rule;
  copied->fallback = g_strdup (field->fallback);
  copied->separator = g_strdup (field->separator);
  g_ptr_array_add (copied->columns, only);
  for (guint i = 0; i < field->values->len; i++)
    {
      const AsyImportValue *value = g_ptr_array_index (field->values, i);

      g_ptr_array_add (copied->values, _asy_import_value_new (value->match, value->folded, value->code));
    }
  g_ptr_array_add (copy->fields, copied);
  g_ptr_array_add (copy->header, g_strdup (only->folded));
}

static const AsyImportColumn *
find_present (const AsyImportField *field, GHashTable *names)
{
  for (guint i = 0; i < field->columns->len; i++)
    {
      const AsyImportColumn *column = g_ptr_array_index (field->columns, i);

      if (g_hash_table_contains (names, column->folded))
        return column;
    }
  return NULL;
}

AsyImportMap *
asy_import_map_fit (AsyImportMap *self, const char *const *header)
{
  g_autoptr (GHashTable) names = NULL;
  AsyImportMap *copy;

  g_return_val_if_fail (self != NULL && header != NULL, NULL);

  if (self->kind != ASY_IMPORT_FAMILIES)
    return asy_import_map_ref (self);
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; header[i] != NULL; i++)
    g_hash_table_insert (names, asy_text_fold (header[i]), asy_text_squash (header[i]));
  copy = copy_frame (self);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const AsyImportColumn *column = find_present (get_field (self, i), names);

      if (column != NULL)
        copy_field (copy, get_field (self, i), g_hash_table_lookup (names, column->folded), column->rule);
    }
  return copy;
}

static AsyImportRule
find_rule (const AsyImportField *field, const char *column)
{
  g_autofree char *folded = asy_text_fold (column);

  for (guint i = 0; i < field->columns->len; i++)
    if (g_str_equal (((AsyImportColumn *) g_ptr_array_index (field->columns, i))->folded, folded))
      return ((AsyImportColumn *) g_ptr_array_index (field->columns, i))->rule;
  return ASY_IMPORT_RULE_NONE;
}

/* No place is without a kind. */
static void
feed_kind (AsyImportMap *copy, AsyImportMap *self)
{
  const AsyImportField *name = _asy_import_map_find_field (copy, ASY_PROVIDER_NAME);
  const AsyImportField *kind = _asy_import_map_find_field (self, ASY_PROVIDER_KIND);

  if (name != NULL && kind != NULL && _asy_import_map_find_field (copy, ASY_PROVIDER_KIND) == NULL)
    copy_field (copy, kind, ((AsyImportColumn *) g_ptr_array_index (name->columns, 0))->name, ASY_IMPORT_RULE_NONE);
}

AsyImportMap *
asy_import_map_choose (AsyImportMap *self, const char *const *header, const int *fields)
{
  AsyImportMap *copy;

  g_return_val_if_fail (self != NULL && header != NULL && fields != NULL, NULL);

  copy = copy_frame (self);
  for (guint i = 0; header[i] != NULL; i++)
    {
      g_autofree char *name = asy_text_squash (header[i]);
      const AsyImportField *field = fields[i] >= 0 && (guint) fields[i] < self->fields->len ? get_field (self, (guint) fields[i]) : NULL;

      if (field != NULL && _asy_import_map_find_field (copy, field->field) == NULL)
        copy_field (copy, field, name, find_rule (field, name));
      else if (*name != '\0')
        g_ptr_array_add (copy->unused, asy_text_fold (name));
    }
  if (self->kind == ASY_IMPORT_PROVIDERS)
    feed_kind (copy, self);
  return copy;
}

/* Writing */

static void
add_line (GString *xml, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_line (GString *xml, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_markup_vprintf_escaped (format, args);
  va_end (args);
  g_string_append (xml, line);
  g_string_append_c (xml, '\n');
}

static void
add_columns (GString *xml, const char *element, GPtrArray *folded)
{
  if (folded->len == 0)
    return;
  add_line (xml, "  <%s>", element);
  for (guint i = 0; i < folded->len; i++)
    add_line (xml, "    <column name=\"%s\"/>", (const char *) g_ptr_array_index (folded, i));
  add_line (xml, "  </%s>", element);
}

static void
add_field (GString *xml, AsyImportMap *self, const AsyImportField *field)
{
  static const char *const rules[] = { "", "lower", "names", "integer", "list", "postcode", "after-postcode", "filled" };
  static const char *const matches[] = { "is", "begins", "has" };

  if (field->fallback != NULL)
    add_line (xml, "  <field name=\"%s\" default=\"%s\">", _asy_import_field_get_name (self->kind, field->field), field->fallback);
  else
    add_line (xml, "  <field name=\"%s\">", _asy_import_field_get_name (self->kind, field->field));
  for (guint i = 0; i < field->columns->len; i++)
    {
      const AsyImportColumn *column = g_ptr_array_index (field->columns, i);

      if (column->rule != ASY_IMPORT_RULE_NONE)
        add_line (xml, "    <column name=\"%s\" rule=\"%s\"/>", column->name, rules[column->rule]);
      else
        add_line (xml, "    <column name=\"%s\"/>", column->name);
    }
  for (guint i = 0; i < field->values->len; i++)
    {
      const AsyImportValue *value = g_ptr_array_index (field->values, i);

      add_line (xml, "    <value %s=\"%s\" code=\"%s\"/>", matches[value->match], value->folded, value->code);
    }
  add_line (xml, "  </field>");
}

GBytes *
asy_import_map_to_xml (AsyImportMap *self)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  g_return_val_if_fail (self != NULL, NULL);

  add_line (xml, "<mapping name=\"%s\" register=\"%s\" kind=\"%s\">", self->name, self->register_name,
            self->kind == ASY_IMPORT_FAMILIES ? "families" : "providers");
  add_line (xml, "  <title>%s</title>", self->title);
  add_columns (xml, "header", self->header);
  for (guint i = 0; i < self->empty->len; i++)
    add_line (xml, "  <empty>%s</empty>", (const char *) g_ptr_array_index (self->empty, i));
  for (guint i = 0; i < self->fields->len; i++)
    add_field (xml, self, get_field (self, i));
  add_columns (xml, "unused", self->unused);
  add_line (xml, "</mapping>");
  return g_string_free_to_bytes (xml);
}
