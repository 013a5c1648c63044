/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <string.h>

#include "base/asy-ident.h"
#include "base/asy-text.h"
#include "exchange/asy-import-row-private.h"
#include "exchange/asy-import-values-private.h"
#include "store/asy-providers.h"

#define NAME_CHARS_MAX 400
#define TEXT_CHARS_MAX 20000

struct _AsyImportLayout
{
  AsyImportMap *map;
  GPtrArray *columns;           /* char *: as the header writes them */
  GHashTable *places;           /* folded name → place, from 1 */
};

/* One row on its way to an entry. */
typedef struct
{
  AsyImportLayout *layout;
  const AsyCsvRecord *record;
  AsyProvider *provider;
  GString *notes;               /* what has no field of its own */
  GPtrArray *remarks;
} Row;

void
_asy_import_layout_free (AsyImportLayout *layout)
{
  if (layout == NULL)
    return;
  asy_import_map_unref (layout->map);
  g_ptr_array_unref (layout->columns);
  g_hash_table_unref (layout->places);
  g_free (layout);
}

static int
find_place (AsyImportLayout *layout, const AsyImportColumn *column)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (layout->places, column->folded)) - 1;
}

static gboolean
has_column_of (AsyImportLayout *layout, guint number)
{
  const AsyImportField *field = _asy_import_map_find_field (layout->map, number);

  for (guint i = 0; field != NULL && i < field->columns->len; i++)
    if (find_place (layout, g_ptr_array_index (field->columns, i)) >= 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_column_of (AsyImportLayout *layout, guint number, GError **error)
{
  const AsyImportField *field = _asy_import_map_find_field (layout->map, number);

  if (field == NULL)
    {
      g_set_error (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_NO_HEADER, "no column for the field %s",
                   _asy_import_field_get_name (layout->map->kind, number));
      return FALSE;
    }
  if (has_column_of (layout, number))
    return TRUE;
  g_set_error (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_NO_HEADER, "no column %s, which mapping %s takes the name from",
               ((AsyImportColumn *) g_ptr_array_index (field->columns, 0))->name, layout->map->name);
  return FALSE;
}

static gboolean
check_name_column (AsyImportLayout *layout, GError **error)
{
  if (layout->map->kind == ASY_IMPORT_PROVIDERS)
    return check_column_of (layout, ASY_PROVIDER_NAME, error);
  return has_column_of (layout, ASY_IMPORT_FAMILY_NAME) || has_column_of (layout, ASY_IMPORT_FAMILY_SURNAME_GIVEN) ||
         has_column_of (layout, ASY_IMPORT_FAMILY_GIVEN_SURNAME) || check_column_of (layout, ASY_IMPORT_FAMILY_SURNAME, error);
}

AsyImportLayout *
_asy_import_layout_new (AsyImportMap *map, const AsyCsvRecord *header, GError **error)
{
  g_autoptr (AsyImportLayout) layout = g_new0 (AsyImportLayout, 1);

  layout->map = asy_import_map_ref (map);
  layout->columns = g_ptr_array_new_with_free_func (g_free);
  layout->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < header->n_cells; i++)
    {
      char *folded = asy_text_fold (header->cells[i]);

      g_ptr_array_add (layout->columns, asy_text_squash (header->cells[i]));
      /* Of two columns of one name the first counts. */
      if (g_hash_table_contains (layout->places, folded))
        g_free (folded);
      else
        g_hash_table_insert (layout->places, folded, GINT_TO_POINTER (i + 1));
    }
  return check_name_column (layout, error) ? g_steal_pointer (&layout) : NULL;
}

static gboolean
uses (AsyImportMap *map, const char *folded)
{
  for (guint i = 0; i < map->unused->len; i++)
    if (g_str_equal (g_ptr_array_index (map->unused, i), folded))
      return TRUE;
  for (guint i = 0; i < map->fields->len; i++)
    {
      const AsyImportField *field = g_ptr_array_index (map->fields, i);

      for (guint j = 0; j < field->columns->len; j++)
        if (g_str_equal (((AsyImportColumn *) g_ptr_array_index (field->columns, j))->folded, folded))
          return TRUE;
    }
  for (guint i = 0; i < map->key->len; i++)
    if (g_str_equal (((AsyImportColumn *) g_ptr_array_index (map->key, i))->folded, folded))
      return TRUE;
  return FALSE;
}

void
_asy_import_layout_list_unknown (AsyImportLayout *layout, GPtrArray *names)
{
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const char *name = g_ptr_array_index (layout->columns, i);
      g_autofree char *folded = asy_text_fold (name);

      if (folded[0] != '\0' && !uses (layout->map, folded))
        g_ptr_array_add (names, g_strdup (name));
    }
}

const char *
_asy_import_layout_get_column (AsyImportLayout *layout, guint cell)
{
  return cell < layout->columns->len ? g_ptr_array_index (layout->columns, cell) : NULL;
}

guint
_asy_import_layout_get_n_columns (AsyImportLayout *layout)
{
  return layout->columns->len;
}

/* The text of a column after its rule, "" when it is missing. (transfer full) */
static char *
read_column (Row *row, const AsyImportColumn *column)
{
  const int place = find_place (row->layout, column);

  if (place < 0 || (guint) place >= row->record->n_cells)
    return g_strdup ("");
  return _asy_import_apply_rule (row->layout->map, column->rule, row->record->cells[place]);
}

static char *
join_columns (Row *row, GPtrArray *columns, const char *separator)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const AsyImportColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *text = read_column (row, column);

      if (text[0] == '\0')
        continue;
      if (joined->len > 0)
        g_string_append (joined, separator);
      if (column->prefix != NULL)
        g_string_append (joined, column->prefix);
      g_string_append (joined, text);
    }
  return g_string_free (joined, FALSE);
}

const char *
_asy_import_layout_name_field (AsyImportLayout *layout, const AsyImportField *field)
{
  const AsyImportColumn *first = g_ptr_array_index (field->columns, 0);
  const int place = find_place (layout, first);

  return place >= 0 ? _asy_import_layout_get_column (layout, (guint) place) : first->name;
}

static const char *
name_of (Row *row, const AsyImportField *field)
{
  return _asy_import_layout_name_field (row->layout, field);
}

char *
_asy_import_layout_read_first (AsyImportLayout *layout, const AsyCsvRecord *record, const AsyImportField *field)
{
  Row row = { layout, record, NULL, NULL, NULL };

  return read_column (&row, g_ptr_array_index (field->columns, 0));
}

const char *
_asy_import_layout_get_cell (AsyImportLayout *layout, const AsyCsvRecord *record, const AsyImportField *field)
{
  const int place = find_place (layout, g_ptr_array_index (field->columns, 0));

  return place >= 0 && (guint) place < record->n_cells ? record->cells[place] : "";
}

static void
keep_as_note (Row *row, const AsyImportField *field, const char *text)
{
  if (row->notes->len > 0)
    g_string_append_c (row->notes, '\n');
  g_string_append_printf (row->notes, "%s: %s", name_of (row, field), text);
}

/* Nothing is lost: what is no number of its kind stays in the notes, as written. */
static void
refuse_value (Row *row, const AsyImportField *field, const char *text, AsyImportReason reason)
{
  keep_as_note (row, field, text);
  g_ptr_array_add (row->remarks, asy_import_note_new (row->record->line, name_of (row, field), reason));
}

static void
set_phones (Row *row, const AsyImportField *field, const char *text)
{
  AsyImportPhones phones;

  _asy_import_read_phones (text, &phones);
  if (phones.numbers->len > 0)
    asy_provider_set_phone (row->provider, g_ptr_array_index (phones.numbers, 0));
  if (phones.numbers->len > 1)
    asy_provider_set_phone2 (row->provider, g_ptr_array_index (phones.numbers, 1));
  if (phones.has_wrong)
    refuse_value (row, field, text, ASY_IMPORT_REASON_PHONE);
  else if (phones.has_more)
    keep_as_note (row, field, text);
  _asy_import_phones_clear (&phones);
}

static void
set_nip (Row *row, const AsyImportField *field, const char *text)
{
  char digits[11];

  if (asy_ident_check_nip (text, digits) == ASY_IDENT_OK)
    asy_provider_set_nip (row->provider, digits);
  else
    refuse_value (row, field, text, ASY_IMPORT_REASON_NIP);
}

static void
set_regon (Row *row, const AsyImportField *field, const char *text)
{
  char digits[15];

  if (asy_ident_check_regon (text, digits) == ASY_IDENT_OK)
    asy_provider_set_regon (row->provider, digits);
  else
    refuse_value (row, field, text, ASY_IMPORT_REASON_REGON);
}

static void
set_postcode (Row *row, const AsyImportField *field, const char *text)
{
  char postcode[7];

  if (asy_ident_check_postcode (text, postcode) == ASY_IDENT_OK)
    asy_provider_set_postcode (row->provider, postcode);
  else
    refuse_value (row, field, text, ASY_IMPORT_REASON_POSTCODE);
}

static void
set_email (Row *row, const AsyImportField *field, const char *text)
{
  g_autofree char *address = NULL;

  if (asy_ident_check_email (text, &address) == ASY_IDENT_OK)
    asy_provider_set_email (row->provider, address);
  else
    refuse_value (row, field, text, ASY_IMPORT_REASON_EMAIL);
}

static void
set_day (Row *row, const AsyImportField *field, const char *text)
{
  const AsyDay day = _asy_import_read_day (text);

  if (day != ASY_DAY_NONE)
    asy_record_set_int (ASY_RECORD (row->provider), field->field, day);
  else
    refuse_value (row, field, text, ASY_IMPORT_REASON_DAY);
}

static void
set_plain (Row *row, const AsyImportField *field, const char *text)
{
  AsyRecord *record = ASY_RECORD (row->provider);

  switch (asy_record_get_fields (record, NULL)[field->field].type)
    {
    case ASY_FIELD_TEXT:
      asy_record_set_text (record, field->field, text);
      break;
    case ASY_FIELD_DAY:
      set_day (row, field, text);
      break;
    case ASY_FIELD_BOOL:
    case ASY_FIELD_INT:
    case ASY_FIELD_REAL:
    case ASY_FIELD_REF:
    case ASY_FIELD_ENUM:
    default:
      /* The directory has no numbers: what is left are yes and no. */
      asy_record_set_int (record, field->field, _asy_import_read_bool (text));
    }
}

static void
set_field (Row *row, const AsyImportField *field, const char *text)
{
  switch (field->field)
    {
    case ASY_PROVIDER_PHONE:
      set_phones (row, field, text);
      break;
    case ASY_PROVIDER_POSTCODE:
      set_postcode (row, field, text);
      break;
    case ASY_PROVIDER_EMAIL:
      set_email (row, field, text);
      break;
    case ASY_PROVIDER_NIP:
      set_nip (row, field, text);
      break;
    case ASY_PROVIDER_REGON:
      set_regon (row, field, text);
      break;
    default:
      set_plain (row, field, text);
    }
}

static void
read_field (Row *row, const AsyImportField *field)
{
  g_autofree char *text = join_columns (row, field->columns, field->separator);
  const char *value = text;

  if (field->values->len > 0)
    value = _asy_import_find_code (field, text);
  if (value == NULL || value[0] == '\0')
    value = field->fallback;
  if (value != NULL && value[0] != '\0')
    set_field (row, field, value);
}

/* What the source left in its own notes column comes first. */
static void
finish_notes (Row *row)
{
  const char *own = asy_provider_get_notes (row->provider);
  g_autofree char *all = NULL;

  if (row->notes->len == 0)
    return;
  all = own != NULL ? g_strconcat (own, "\n", row->notes->str, NULL) : g_strdup (row->notes->str);
  asy_provider_set_notes (row->provider, all);
}

/* The number in the source; where the source has none, what the register tells entries apart by. */
static char *
make_key (Row *row)
{
  g_autofree char *likeness = NULL;

  if (row->layout->map->key->len > 0)
    {
      g_autofree char *number = join_columns (row, row->layout->map->key, "|");

      if (row->layout->map->key->len > 1)
        {
          char *folded = asy_text_fold (number);

          g_free (number);
          number = folded;
        }
      /* "=" opens the keys below, which no number of a register may imitate. */
      if (number[0] != '\0' && number[0] != '=')
        return g_steal_pointer (&number);
    }
  likeness = asy_provider_dup_match_key (row->provider);
  return g_strconcat ("=", likeness, NULL);
}

static AsyImportReason
reason_of (AsyCsvProblem problem)
{
  switch (problem)
    {
    case ASY_CSV_PROBLEM_ENCODING:
      return ASY_IMPORT_REASON_ENCODING;
    case ASY_CSV_PROBLEM_ZERO:
      return ASY_IMPORT_REASON_ZERO;
    case ASY_CSV_PROBLEM_SIZE:
      return ASY_IMPORT_REASON_TOO_LONG;
    case ASY_CSV_OK:
    case ASY_CSV_PROBLEM_QUOTES:
    default:
      return ASY_IMPORT_REASON_QUOTES;
    }
}

/* Cells beyond the last column, but for blank ones, which spreadsheets leave. */
static gboolean
has_surplus (AsyImportLayout *layout, const AsyCsvRecord *record)
{
  for (guint i = layout->columns->len; i < record->n_cells; i++)
    if (record->cells[i][strspn (record->cells[i], " \t\r\n")] != '\0')
      return TRUE;
  return FALSE;
}

static gboolean
check_lengths (Row *row, const char **ret_column)
{
  AsyRecord *record = ASY_RECORD (row->provider);
  const AsyField *fields = asy_record_get_fields (record, NULL);

  for (guint i = 0; i < row->layout->map->fields->len; i++)
    {
      const AsyImportField *field = g_ptr_array_index (row->layout->map->fields, i);
      const gsize max = field->field == ASY_PROVIDER_NAME ? NAME_CHARS_MAX : TEXT_CHARS_MAX;
      const char *text;

      if (fields[field->field].type != ASY_FIELD_TEXT)
        continue;
      text = asy_record_get_text (record, field->field);
      if (text != NULL && g_utf8_strlen (text, -1) > (glong) max)
        {
          *ret_column = name_of (row, field);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
_asy_import_layout_refuses (AsyImportLayout *layout, const AsyCsvRecord *record, GPtrArray *refused)
{
  if (record->problem != ASY_CSV_OK)
    g_ptr_array_add (refused, asy_import_note_new (record->line, _asy_import_layout_get_column (layout, record->problem_cell),
                                                   reason_of (record->problem)));
  else if (has_surplus (layout, record))
    g_ptr_array_add (refused, asy_import_note_new (record->line, NULL, ASY_IMPORT_REASON_COLUMNS));
  else
    return FALSE;
  return TRUE;
}

static AsyImportEntry *
refuse (GPtrArray *refused, guint line, const char *column, AsyImportReason reason)
{
  g_ptr_array_add (refused, asy_import_note_new (line, column, reason));
  return NULL;
}

AsyImportEntry *
_asy_import_layout_read (AsyImportLayout *layout, const AsyCsvRecord *record, GPtrArray *refused, GPtrArray *remarks)
{
  g_autoptr (AsyImportEntry) entry = NULL;
  g_autoptr (GPtrArray) own_remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_import_note_free);
  Row row = { layout, record, NULL, NULL, own_remarks };
  const char *column = NULL;

  if (_asy_import_layout_refuses (layout, record, refused))
    return NULL;
  entry = g_new0 (AsyImportEntry, 1);
  entry->row = record->line;
  entry->provider = row.provider = asy_provider_new ();
  row.notes = g_string_new (NULL);
  for (guint i = 0; i < layout->map->fields->len; i++)
    read_field (&row, g_ptr_array_index (layout->map->fields, i));
  finish_notes (&row);
  g_string_free (row.notes, TRUE);
  if (asy_provider_get_name (row.provider) == NULL)
    return refuse (refused, record->line, name_of (&row, _asy_import_map_find_field (layout->map, ASY_PROVIDER_NAME)),
                   ASY_IMPORT_REASON_NO_NAME);
  if (!check_lengths (&row, &column))
    return refuse (refused, record->line, column, ASY_IMPORT_REASON_TOO_LONG);
  entry->key = make_key (&row);
  g_ptr_array_extend_and_steal (remarks, g_steal_pointer (&own_remarks));
  return g_steal_pointer (&entry);
}

void
_asy_import_entry_free (AsyImportEntry *entry)
{
  g_free (entry->key);
  g_clear_object (&entry->provider);
  g_free (entry);
}
