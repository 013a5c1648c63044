/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <string.h>

#include "exchange/asy-table-private.h"

#define MARK "\357\273\277"
#define DELIMITER ';'

const char *
asy_table_format_get_nick (AsyTableFormat format)
{
  return format == ASY_TABLE_XLSX ? "xlsx" : "csv";
}

static void
column_clear (gpointer data)
{
  g_free (((AsyTableColumn *) data)->title);
}

static void
cell_clear (gpointer data)
{
  g_free (((AsyTableCell *) data)->text);
}

AsyTable *
asy_table_new (const char *name, const char *title)
{
  AsyTable *self = g_new0 (AsyTable, 1);

  g_return_val_if_fail (name != NULL && title != NULL, NULL);

  self->name = g_strdup (name);
  self->title = g_strdup (title);
  self->columns = g_array_new (FALSE, FALSE, sizeof (AsyTableColumn));
  g_array_set_clear_func (self->columns, column_clear);
  self->cells = g_array_new (FALSE, FALSE, sizeof (AsyTableCell));
  g_array_set_clear_func (self->cells, cell_clear);
  return self;
}

void
asy_table_free (AsyTable *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->title);
  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_free (self);
}

void
asy_table_add_column (AsyTable *self, const char *title, AsyTableType type)
{
  const AsyTableColumn column = { g_strdup (title), type };

  g_array_append_val (self->columns, column);
}

static void
add_cell (AsyTable *self, AsyTableType type, AsyTableCell cell)
{
  g_assert (_asy_table_get_column (self, self->cells->len % self->columns->len)->type == type);
  g_array_append_val (self->cells, cell);
}

void
asy_table_add_text (AsyTable *self, const char *text)
{
  add_cell (self, ASY_TABLE_TEXT, (AsyTableCell) { .is_empty = text == NULL || *text == '\0', .text = g_strdup (text) });
}

void
asy_table_add_day (AsyTable *self, AsyDay day)
{
  add_cell (self, ASY_TABLE_DAY, (AsyTableCell) { .is_empty = day == ASY_DAY_NONE, .number = day });
}

void
asy_table_add_int (AsyTable *self, gint64 number)
{
  add_cell (self, ASY_TABLE_INT, (AsyTableCell) { .number = number });
}

void
asy_table_add_real (AsyTable *self, double number)
{
  add_cell (self, ASY_TABLE_REAL, (AsyTableCell) { .real = number });
}

void
asy_table_add_empty (AsyTable *self)
{
  const AsyTableCell cell = { .is_empty = TRUE };

  g_array_append_val (self->cells, cell);
}

const char *
asy_table_get_name (const AsyTable *self)
{
  return self->name;
}

guint
asy_table_get_n_rows (const AsyTable *self)
{
  return self->columns->len > 0 ? self->cells->len / self->columns->len : 0;
}

/* Characters that open a formula, and their full-width forms. */
static gboolean
opens_formula (gunichar c)
{
  return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xff1d || c == 0xff0b || c == 0xff0d || c == 0xff20;
}

gboolean
asy_table_is_formula (const char *text)
{
  const char *c = text;

  if (text == NULL || *text == '\0')
    return FALSE;
  if (strchr ("\t\r\n", *text) != NULL)
    return TRUE;
  while (*c != '\0' && (g_unichar_isspace (g_utf8_get_char (c)) || g_unichar_iszerowidth (g_utf8_get_char (c))))
    c = g_utf8_next_char (c);
  return opens_formula (g_utf8_get_char (c));
}

static void
write_text (GString *out, const char *text)
{
  const gsize size = strlen (text);
  const gboolean is_formula = asy_table_is_formula (text);
  const gboolean is_quoted = size > 0 && (strpbrk (text, ";,\t\"\r\n") != NULL || text[0] == ' ' || text[size - 1] == ' ');

  if (is_quoted)
    g_string_append_c (out, '"');
  if (is_formula)
    g_string_append_c (out, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  if (is_quoted)
    g_string_append_c (out, '"');
}

/* `1,5`: the decimal comma that a Polish spreadsheet reads as a number. */
static void
write_real (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2f", number);
  write_text (out, g_strdelimit (text, ".", ','));
}

static void
write_cell (GString *out, AsyTableType type, const AsyTableCell *cell)
{
  g_autofree char *number = NULL;
  char iso[11];

  if (cell->is_empty)
    return;
  switch (type)
    {
    case ASY_TABLE_TEXT:
      write_text (out, cell->text);
      break;
    case ASY_TABLE_DAY:
      asy_day_write_iso ((AsyDay) cell->number, iso);
      g_string_append (out, iso);
      break;
    case ASY_TABLE_INT:
      number = g_strdup_printf ("%" G_GINT64_FORMAT, cell->number);
      write_text (out, number);
      break;
    case ASY_TABLE_REAL:
    default:
      write_real (out, cell->real);
    }
}

static void
end_cell (const AsyTable *self, GString *out, guint column)
{
  if (column + 1 < self->columns->len)
    g_string_append_c (out, DELIMITER);
  else
    g_string_append (out, "\r\n");
}

static GBytes *
write_csv (const AsyTable *self)
{
  GString *out = g_string_new (MARK);

  for (guint i = 0; i < self->columns->len; i++)
    {
      write_text (out, _asy_table_get_column (self, i)->title);
      end_cell (self, out, i);
    }
  for (guint row = 0; row < asy_table_get_n_rows (self); row++)
    for (guint i = 0; i < self->columns->len; i++)
      {
        write_cell (out, _asy_table_get_column (self, i)->type, _asy_table_get_cell (self, row, i));
        end_cell (self, out, i);
      }
  return g_string_free_to_bytes (out);
}

GBytes *
asy_table_write (const AsyTable *self, AsyTableFormat format, GError **error)
{
  g_return_val_if_fail (self != NULL && self->columns->len > 0, NULL);

  return format == ASY_TABLE_XLSX ? _asy_table_write_xlsx (self, error) : write_csv (self);
}
