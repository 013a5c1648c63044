/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "exchange/asy-table-private.h"

/* What a cell of a workbook holds. */
#define TEXT_CHARS_MAX 32767
#define WIDTH_MIN 9
#define WIDTH_MAX 52
#define MEMORY_FOLDER "/dev/shm"

typedef struct {
  lxw_worksheet *sheet;
  lxw_format *heading;
  lxw_format *day;
  lxw_format *real;
} Sheet;

static lxw_datetime
to_date (AsyDay day)
{
  return (lxw_datetime) { .year = asy_day_get_year (day), .month = asy_day_get_month (day), .day = asy_day_get_day (day) };
}

static lxw_error
write_text (const Sheet *sheet, lxw_row_t row, lxw_col_t column, const char *text)
{
  g_autofree char *whole = NULL;

  if (g_utf8_strlen (text, -1) <= TEXT_CHARS_MAX)
    return worksheet_write_string (sheet->sheet, row, column, text, NULL);
  whole = g_utf8_substring (text, 0, TEXT_CHARS_MAX);
  return worksheet_write_string (sheet->sheet, row, column, whole, NULL);
}

static lxw_error
write_cell (const Sheet *sheet, lxw_row_t row, lxw_col_t column, AsyTableType type, const AsyTableCell *cell)
{
  lxw_datetime date;

  if (cell->is_empty)
    return LXW_NO_ERROR;
  switch (type)
    {
    case ASY_TABLE_TEXT:
      return write_text (sheet, row, column, cell->text);
    case ASY_TABLE_DAY:
      date = to_date ((AsyDay) cell->number);
      return worksheet_write_datetime (sheet->sheet, row, column, &date, sheet->day);
    case ASY_TABLE_INT:
      return worksheet_write_number (sheet->sheet, row, column, (double) cell->number, NULL);
    case ASY_TABLE_REAL:
    default:
      return worksheet_write_number (sheet->sheet, row, column, cell->real, sheet->real);
    }
}

/* As wide as the longest text in it, within reason. */
static double
measure_column (const AsyTable *self, guint column)
{
  /* Room for the button of the filter. */
  glong width = g_utf8_strlen (_asy_table_get_column (self, column)->title, -1) + 3;

  for (guint row = 0; row < asy_table_get_n_rows (self); row++)
    {
      const AsyTableCell *cell = _asy_table_get_cell (self, row, column);

      if (cell->text != NULL)
        width = MAX (width, g_utf8_strlen (cell->text, -1) + 1);
    }
  return (double) CLAMP (width, _asy_table_get_column (self, column)->type == ASY_TABLE_DAY ? WIDTH_MIN + 2 : WIDTH_MIN, WIDTH_MAX);
}

static lxw_error
write_rows (const AsyTable *self, const Sheet *sheet)
{
  const guint n_rows = asy_table_get_n_rows (self);
  lxw_error result = LXW_NO_ERROR;

  for (guint i = 0; i < self->columns->len && result == LXW_NO_ERROR; i++)
    {
      const AsyTableColumn *column = _asy_table_get_column (self, i);

      worksheet_set_column (sheet->sheet, (lxw_col_t) i, (lxw_col_t) i, measure_column (self, i), NULL);
      result = worksheet_write_string (sheet->sheet, 0, (lxw_col_t) i, column->title, sheet->heading);
      for (guint row = 0; row < n_rows && result == LXW_NO_ERROR; row++)
        result = write_cell (sheet, row + 1, (lxw_col_t) i, column->type, _asy_table_get_cell (self, row, i));
    }
  worksheet_freeze_panes (sheet->sheet, 1, 0);
  if (result == LXW_NO_ERROR)
    result = worksheet_autofilter (sheet->sheet, 0, 0, n_rows, (lxw_col_t) (self->columns->len - 1));
  return result;
}

static lxw_error
write_book (const AsyTable *self, lxw_workbook *book)
{
  Sheet sheet = { workbook_add_worksheet (book, self->title), workbook_add_format (book), workbook_add_format (book),
                  workbook_add_format (book) };

  if (sheet.sheet == NULL)
    return LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED;
  format_set_bold (sheet.heading);
  format_set_num_format (sheet.day, "yyyy-mm-dd");
  format_set_num_format (sheet.real, "0.00");
  return write_rows (self, &sheet);
}

static gboolean
set_error (GError **error, lxw_error problem)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the workbook cannot be written: %s", lxw_strerror (problem));
  return FALSE;
}

/* What is personal stays in memory: the workbook goes to a file without a
 * place on the disk, and so do the parts that it is made of. */
static gboolean
write_to (const AsyTable *self, const char *path, GError **error)
{
  char folder[] = MEMORY_FOLDER;
  const gboolean has_folder = g_access (folder, W_OK) == 0;
  lxw_workbook_options options = { .tmpdir = has_folder ? folder : NULL };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_error problem, closing;

  if (book == NULL)
    return set_error (error, LXW_ERROR_MEMORY_MALLOC_FAILED);
  problem = write_book (self, book);
  closing = workbook_close (book);
  if (problem == LXW_NO_ERROR)
    problem = closing;
  return problem == LXW_NO_ERROR || set_error (error, problem);
}

GBytes *
_asy_table_write_xlsx (const AsyTable *self, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autofree char *path = NULL;
  const int fd = memfd_create ("asysta-list", MFD_CLOEXEC);
  GBytes *bytes = NULL;

  if (fd < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no file in memory can be made");
      return NULL;
    }
  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  if (write_to (self, path, error))
    file = g_mapped_file_new_from_fd (fd, FALSE, error);
  if (file != NULL)
    bytes = g_mapped_file_get_bytes (file);
  close (fd);
  return bytes;
}
