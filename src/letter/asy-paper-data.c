/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letter"

#include "config.h"

#include <string.h>

#include "letter/asy-paper-data-private.h"

static const char *const kind_names[] = {
  [ASY_PAPER_VALUE_NONE] = "none",     [ASY_PAPER_VALUE_TEXT] = "text", [ASY_PAPER_VALUE_DAY] = "day",
  [ASY_PAPER_VALUE_NUMBER] = "number", [ASY_PAPER_VALUE_BOOL] = "bool", [ASY_PAPER_VALUE_LIST] = "list",
  [ASY_PAPER_VALUE_RECORD] = "record",
};

const char *
asy_paper_value_kind_to_name (AsyPaperValueKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), NULL);
  return kind_names[kind];
}

static void
clear_value (AsyPaperField *field)
{
  if (field->kind == ASY_PAPER_VALUE_TEXT)
    g_clear_pointer (&field->value.text, g_free);
  else if (field->kind == ASY_PAPER_VALUE_LIST)
    g_clear_pointer (&field->value.items, g_ptr_array_unref);
  else if (field->kind == ASY_PAPER_VALUE_RECORD)
    g_clear_pointer (&field->value.record, asy_paper_data_unref);
  field->kind = ASY_PAPER_VALUE_NONE;
}

static void
field_free (gpointer data)
{
  AsyPaperField *field = data;

  clear_value (field);
  g_free (field->name);
  g_free (field);
}

AsyPaperData *
asy_paper_data_new (void)
{
  AsyPaperData *self = g_atomic_rc_box_new0 (AsyPaperData);

  self->fields = g_ptr_array_new_with_free_func (field_free);
  return self;
}

AsyPaperData *
asy_paper_data_ref (AsyPaperData *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
data_clear (gpointer data)
{
  AsyPaperData *self = data;

  g_ptr_array_unref (self->fields);
}

void
asy_paper_data_unref (AsyPaperData *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, data_clear);
}

gboolean
_asy_paper_data_is_word (const char *name, gsize length)
{
  if (length == 0 || length > 64 || !g_ascii_islower (name[0]))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_islower (name[i]) && !g_ascii_isdigit (name[i]) && name[i] != '-')
      return FALSE;
  return TRUE;
}

gboolean
asy_paper_data_is_name (const char *name)
{
  guint n_words = 0;

  if (name == NULL)
    return FALSE;
  while (n_words < 8)
    {
      gsize length = strcspn (name, ".");

      if (!_asy_paper_data_is_word (name, length))
        return FALSE;
      if (name[length] == '\0')
        return TRUE;
      name += length + 1;
      n_words++;
    }
  return FALSE;
}

/* Where @name stands among the sorted fields, or would stand. */
static guint
find_place (const AsyPaperData *self, const char *name, gboolean *ret_found)
{
  guint low = 0;
  guint high = self->fields->len;

  *ret_found = FALSE;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const AsyPaperField *field = g_ptr_array_index (self->fields, middle);
      int order = strcmp (field->name, name);

      if (order == 0)
        {
          *ret_found = TRUE;
          return middle;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

AsyPaperField *
_asy_paper_data_peek (const AsyPaperData *self, const char *name)
{
  gboolean found;
  guint place = find_place (self, name, &found);

  return found ? g_ptr_array_index (self->fields, place) : NULL;
}

AsyPaperField *
_asy_paper_data_insert (AsyPaperData *self, const char *name, AsyPaperValueKind kind)
{
  AsyPaperField *field = g_new0 (AsyPaperField, 1);
  gboolean found;
  guint place = find_place (self, name, &found);

  g_assert (!found);
  field->name = g_strdup (name);
  field->kind = kind;
  if (kind == ASY_PAPER_VALUE_LIST)
    field->value.items = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_paper_data_unref);
  else if (kind == ASY_PAPER_VALUE_RECORD)
    field->value.record = asy_paper_data_new ();
  g_ptr_array_insert (self->fields, (int) place, field);
  return field;
}

/* Walks the records that lead to the last word of @name. */
static const AsyPaperData *
find_record (const AsyPaperData *self, const char *name, const char **ret_word)
{
  const char *dot;

  while ((dot = strchr (name, '.')) != NULL)
    {
      g_autofree char *word = g_strndup (name, (gsize) (dot - name));
      const AsyPaperField *field = _asy_paper_data_peek (self, word);

      if (field == NULL || field->kind != ASY_PAPER_VALUE_RECORD)
        return NULL;
      self = field->value.record;
      name = dot + 1;
    }
  *ret_word = name;
  return self;
}

static AsyPaperData *
ensure_record (AsyPaperData *self, const char *name, const char **ret_word)
{
  const char *dot;

  while ((dot = strchr (name, '.')) != NULL)
    {
      g_autofree char *word = g_strndup (name, (gsize) (dot - name));
      AsyPaperField *field = _asy_paper_data_peek (self, word);

      if (field == NULL)
        field = _asy_paper_data_insert (self, word, ASY_PAPER_VALUE_RECORD);
      g_return_val_if_fail (field->kind == ASY_PAPER_VALUE_RECORD, NULL);
      self = field->value.record;
      name = dot + 1;
    }
  *ret_word = name;
  return self;
}

/* The field to be written, emptied; %NULL after a programmer's error. */
static AsyPaperField *
prepare_field (AsyPaperData *self, const char *name, AsyPaperValueKind kind)
{
  const char *word = NULL;
  AsyPaperField *field;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (asy_paper_data_is_name (name), NULL);

  self = ensure_record (self, name, &word);
  if (self == NULL)
    return NULL;
  field = _asy_paper_data_peek (self, word);
  if (field == NULL)
    return _asy_paper_data_insert (self, word, kind);
  g_return_val_if_fail (field->kind != ASY_PAPER_VALUE_RECORD && field->kind != ASY_PAPER_VALUE_LIST, NULL);
  clear_value (field);
  field->kind = kind;
  return field;
}

static const AsyPaperField *
find_field (const AsyPaperData *self, const char *name, AsyPaperValueKind kind)
{
  const char *word = NULL;
  const AsyPaperField *field;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = find_record (self, name, &word);
  if (self == NULL)
    return NULL;
  field = _asy_paper_data_peek (self, word);
  if (field == NULL || (kind != ASY_PAPER_VALUE_NONE && field->kind != kind))
    return NULL;
  return field;
}

char *
_asy_paper_data_clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
        {
          if (!(c == '\r' && p[1] == '\n'))
            g_string_append_c (clean, '\n');
        }
      else if (c == '\n' || c == '\t')
        g_string_append_c (clean, (char) c);
      /* Control and format characters print nothing, or turn the text round. */
      else if (type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT && (c & 0xfffe) != 0xfffe)
        g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

void
asy_paper_data_set_text (AsyPaperData *self, const char *name, const char *text)
{
  g_autofree char *clean = NULL;
  AsyPaperField *field;

  if (text == NULL)
    {
      asy_paper_data_remove (self, name);
      return;
    }
  clean = _asy_paper_data_clean_text (text);
  field = prepare_field (self, name, ASY_PAPER_VALUE_TEXT);
  if (field != NULL)
    field->value.text = g_steal_pointer (&clean);
}

void
asy_paper_data_set_day (AsyPaperData *self, const char *name, AsyDay day)
{
  AsyPaperField *field;

  if (day == ASY_DAY_NONE)
    {
      asy_paper_data_remove (self, name);
      return;
    }
  field = prepare_field (self, name, ASY_PAPER_VALUE_DAY);
  if (field != NULL)
    field->value.day = day;
}

void
asy_paper_data_set_number (AsyPaperData *self, const char *name, gint64 number)
{
  AsyPaperField *field = prepare_field (self, name, ASY_PAPER_VALUE_NUMBER);

  if (field != NULL)
    field->value.number = number;
}

void
asy_paper_data_set_bool (AsyPaperData *self, const char *name, gboolean value)
{
  AsyPaperField *field = prepare_field (self, name, ASY_PAPER_VALUE_BOOL);

  if (field != NULL)
    field->value.flag = !!value;
}

AsyPaperData *
asy_paper_data_add_item (AsyPaperData *self, const char *name)
{
  const char *word = NULL;
  AsyPaperField *field;
  AsyPaperData *item;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (asy_paper_data_is_name (name), NULL);

  self = ensure_record (self, name, &word);
  if (self == NULL)
    return NULL;
  field = _asy_paper_data_peek (self, word);
  if (field == NULL)
    field = _asy_paper_data_insert (self, word, ASY_PAPER_VALUE_LIST);
  g_return_val_if_fail (field->kind == ASY_PAPER_VALUE_LIST, NULL);
  item = asy_paper_data_new ();
  g_ptr_array_add (field->value.items, item);
  return item;
}

/* Removes along @name and drops the records that this leaves empty: an empty
 * record says nothing and would not come back from a snapshot. */
static void
remove_path (AsyPaperData *self, const char *name)
{
  gsize length = strcspn (name, ".");
  g_autofree char *word = g_strndup (name, length);
  gboolean found;
  guint place = find_place (self, word, &found);
  AsyPaperField *field;

  if (!found)
    return;
  field = g_ptr_array_index (self->fields, place);
  if (name[length] == '.')
    {
      if (field->kind != ASY_PAPER_VALUE_RECORD)
        return;
      remove_path (field->value.record, name + length + 1);
      if (field->value.record->fields->len > 0)
        return;
    }
  g_ptr_array_remove_index (self->fields, place);
}

void
asy_paper_data_remove (AsyPaperData *self, const char *name)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (asy_paper_data_is_name (name));

  remove_path (self, name);
}

AsyPaperValueKind
asy_paper_data_get_kind (const AsyPaperData *self, const char *name)
{
  const AsyPaperField *field = find_field (self, name, ASY_PAPER_VALUE_NONE);

  return field != NULL ? field->kind : ASY_PAPER_VALUE_NONE;
}

const char *
asy_paper_data_get_text (const AsyPaperData *self, const char *name)
{
  const AsyPaperField *field = find_field (self, name, ASY_PAPER_VALUE_TEXT);

  return field != NULL ? field->value.text : NULL;
}

AsyDay
asy_paper_data_get_day (const AsyPaperData *self, const char *name)
{
  const AsyPaperField *field = find_field (self, name, ASY_PAPER_VALUE_DAY);

  return field != NULL ? field->value.day : ASY_DAY_NONE;
}

gint64
asy_paper_data_get_number (const AsyPaperData *self, const char *name)
{
  const AsyPaperField *field = find_field (self, name, ASY_PAPER_VALUE_NUMBER);

  return field != NULL ? field->value.number : 0;
}

gboolean
asy_paper_data_get_bool (const AsyPaperData *self, const char *name)
{
  const AsyPaperField *field = find_field (self, name, ASY_PAPER_VALUE_BOOL);

  return field != NULL && field->value.flag;
}

guint
asy_paper_data_get_n_items (const AsyPaperData *self, const char *name)
{
  const AsyPaperField *field = find_field (self, name, ASY_PAPER_VALUE_LIST);

  return field != NULL ? field->value.items->len : 0;
}

AsyPaperData *
asy_paper_data_get_item (const AsyPaperData *self, const char *name, guint index)
{
  const AsyPaperField *field = find_field (self, name, ASY_PAPER_VALUE_LIST);

  if (field == NULL || index >= field->value.items->len)
    return NULL;
  return g_ptr_array_index (field->value.items, index);
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

gboolean
asy_paper_data_is_filled (const AsyPaperData *self, const char *name)
{
  const AsyPaperField *field = find_field (self, name, ASY_PAPER_VALUE_NONE);

  if (field == NULL)
    return FALSE;
  switch (field->kind)
    {
    case ASY_PAPER_VALUE_TEXT:
      return !is_blank (field->value.text);
    case ASY_PAPER_VALUE_BOOL:
      return field->value.flag;
    case ASY_PAPER_VALUE_LIST:
      return field->value.items->len > 0;
    case ASY_PAPER_VALUE_DAY:
    case ASY_PAPER_VALUE_NUMBER:
    case ASY_PAPER_VALUE_RECORD:
      return TRUE;
    case ASY_PAPER_VALUE_NONE:
    default:
      return FALSE;
    }
}

static void
collect_names (const AsyPaperData *self, const char *prefix, GPtrArray *names)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const AsyPaperField *field = g_ptr_array_index (self->fields, i);
      g_autofree char *name = g_strconcat (prefix, field->name, NULL);

      if (field->kind == ASY_PAPER_VALUE_RECORD)
        {
          g_autofree char *inner = g_strconcat (name, ".", NULL);

          collect_names (field->value.record, inner, names);
        }
      else
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
}

char **
asy_paper_data_list_names (const AsyPaperData *self)
{
  GPtrArray *names;

  g_return_val_if_fail (self != NULL, NULL);

  names = g_ptr_array_new ();
  collect_names (self, "", names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static void
copy_fields (const AsyPaperData *from, AsyPaperData *to)
{
  for (guint i = 0; i < from->fields->len; i++)
    {
      const AsyPaperField *field = g_ptr_array_index (from->fields, i);
      AsyPaperField *fresh = _asy_paper_data_insert (to, field->name, field->kind);

      if (field->kind == ASY_PAPER_VALUE_TEXT)
        fresh->value.text = g_strdup (field->value.text);
      else if (field->kind == ASY_PAPER_VALUE_RECORD)
        copy_fields (field->value.record, fresh->value.record);
      else if (field->kind == ASY_PAPER_VALUE_LIST)
        for (guint k = 0; k < field->value.items->len; k++)
          g_ptr_array_add (fresh->value.items, asy_paper_data_copy (g_ptr_array_index (field->value.items, k)));
      else
        fresh->value = field->value;
    }
}

AsyPaperData *
asy_paper_data_copy (const AsyPaperData *self)
{
  AsyPaperData *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = asy_paper_data_new ();
  copy_fields (self, copy);
  return copy;
}

static gboolean
fields_equal (const AsyPaperField *a, const AsyPaperField *b)
{
  if (a->kind != b->kind || strcmp (a->name, b->name) != 0)
    return FALSE;
  switch (a->kind)
    {
    case ASY_PAPER_VALUE_TEXT:
      return strcmp (a->value.text, b->value.text) == 0;
    case ASY_PAPER_VALUE_DAY:
      return a->value.day == b->value.day;
    case ASY_PAPER_VALUE_NUMBER:
      return a->value.number == b->value.number;
    case ASY_PAPER_VALUE_BOOL:
      return a->value.flag == b->value.flag;
    case ASY_PAPER_VALUE_RECORD:
      return asy_paper_data_equal (a->value.record, b->value.record);
    case ASY_PAPER_VALUE_LIST:
      if (a->value.items->len != b->value.items->len)
        return FALSE;
      for (guint i = 0; i < a->value.items->len; i++)
        if (!asy_paper_data_equal (g_ptr_array_index (a->value.items, i), g_ptr_array_index (b->value.items, i)))
          return FALSE;
      return TRUE;
    case ASY_PAPER_VALUE_NONE:
    default:
      return TRUE;
    }
}

gboolean
asy_paper_data_equal (const AsyPaperData *a, const AsyPaperData *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->fields->len != b->fields->len)
    return FALSE;
  for (guint i = 0; i < a->fields->len; i++)
    if (!fields_equal (g_ptr_array_index (a->fields, i), g_ptr_array_index (b->fields, i)))
      return FALSE;
  return TRUE;
}
