/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <string.h>

#include "exchange/asy-csv-text.h"
#include "exchange/asy-csv.h"

#define SAMPLE_RECORDS 20

struct _AsyCsvReader
{
  GBytes *text;
  const char *encoding;
  const char *start;
  const char *end;
  const char *at;               /* next byte to read */
  guint line;                   /* line of @at */
  char delimiter;
  gboolean cr_breaks;           /* no LF in the file: a CR alone ends a line */
  GString *buffer;              /* the cells of the record, each with its final zero */
  GArray *offsets;              /* gsize: where each cell begins in the buffer */
  GPtrArray *cells;
  AsyCsvRecord record;
};

static gboolean
is_break (AsyCsvReader *self, const char *at)
{
  if (at >= self->end)
    return FALSE;
  if (*at == '\n')
    return TRUE;
  return *at == '\r' && (self->cr_breaks || (at + 1 < self->end && at[1] == '\n'));
}

/* Past a line break, if there is one. */
static void
skip_break (AsyCsvReader *self)
{
  if (!is_break (self, self->at))
    return;
  self->at += *self->at == '\r' && self->at + 1 < self->end && self->at[1] == '\n' ? 2 : 1;
  self->line++;
}

static gboolean
is_blank (AsyCsvReader *self, char c)
{
  return (c == ' ' || c == '\t') && c != self->delimiter;
}

static gboolean
ends_cell (AsyCsvReader *self, const char *at)
{
  return at >= self->end || *at == self->delimiter || is_break (self, at);
}

static void
note_problem (AsyCsvReader *self, AsyCsvProblem problem)
{
  if (self->record.problem != ASY_CSV_OK)
    return;
  self->record.problem = problem;
  self->record.problem_cell = self->offsets->len > 0 ? self->offsets->len - 1 : 0;
}

static void
begin_cell (AsyCsvReader *self)
{
  const gsize offset = self->buffer->len;

  g_array_append_val (self->offsets, offset);
}

static void
finish_cell (AsyCsvReader *self)
{
  const gsize offset = g_array_index (self->offsets, gsize, self->offsets->len - 1);
  const gsize size = self->buffer->len - offset;

  if (memchr (self->buffer->str + offset, '\0', size) != NULL)
    note_problem (self, ASY_CSV_PROBLEM_ZERO);
  else if (!g_utf8_validate_len (self->buffer->str + offset, size, NULL))
    note_problem (self, ASY_CSV_PROBLEM_ENCODING);
  g_string_append_c (self->buffer, '\0');
}

static void
read_plain (AsyCsvReader *self)
{
  const char *from = self->at;

  while (!ends_cell (self, self->at))
    self->at++;
  g_string_append_len (self->buffer, from, self->at - from);
}

static void
count_lines (AsyCsvReader *self, const char *from, const char *until)
{
  for (; from < until; from++)
    if (*from == '\n' || (*from == '\r' && self->cr_breaks))
      self->line++;
}

/* From behind the opening quote to behind the closing one. */
static gboolean
read_quoted (AsyCsvReader *self, const char *limit)
{
  for (;;)
    {
      const char *quote = memchr (self->at, '"', (gsize) (limit - self->at));

      if (quote == NULL)
        return FALSE;
      g_string_append_len (self->buffer, self->at, quote - self->at);
      count_lines (self, self->at, quote);
      self->at = quote + 1;
      if (self->at >= limit || *self->at != '"')
        return TRUE;
      g_string_append_c (self->buffer, '"');
      self->at++;
    }
}

static gboolean
read_cell (AsyCsvReader *self, const char *limit)
{
  const char *at = self->at;

  begin_cell (self);
  while (at < limit && is_blank (self, *at))
    at++;
  if (at >= limit || *at != '"')
    read_plain (self);
  else
    {
      self->at = at + 1;
      if (!read_quoted (self, limit))
        {
          note_problem (self, limit < self->end ? ASY_CSV_PROBLEM_SIZE : ASY_CSV_PROBLEM_QUOTES);
          return FALSE;
        }
      while (self->at < self->end && is_blank (self, *self->at))
        self->at++;
      if (!ends_cell (self, self->at))
        {
          note_problem (self, ASY_CSV_PROBLEM_QUOTES);
          return FALSE;
        }
    }
  finish_cell (self);
  return TRUE;
}

/*
 * Where to go on after a record that cannot be read. What is read twice stays
 * small: behind the opening quote only doubled quotes were passed, and those
 * close themselves in a line that is read anew.
 */
static void
skip_first_line (AsyCsvReader *self, const char *from, guint line)
{
  self->at = from;
  self->line = line;
  while (self->at < self->end && !is_break (self, self->at))
    self->at++;
}

static gboolean
read_cells (AsyCsvReader *self, const char *from)
{
  const char *limit = (gsize) (self->end - from) > ASY_CSV_RECORD_BYTES_MAX ? from + ASY_CSV_RECORD_BYTES_MAX : self->end;

  for (;;)
    {
      if (!read_cell (self, limit))
        return FALSE;
      if (self->at > limit || self->offsets->len > ASY_CSV_CELLS_MAX)
        {
          note_problem (self, ASY_CSV_PROBLEM_SIZE);
          return FALSE;
        }
      if (self->at >= self->end || *self->at != self->delimiter)
        return TRUE;
      self->at++;
    }
}

static void
publish_cells (AsyCsvReader *self)
{
  g_ptr_array_set_size (self->cells, 0);
  if (self->record.problem == ASY_CSV_OK)
    for (guint i = 0; i < self->offsets->len; i++)
      g_ptr_array_add (self->cells, self->buffer->str + g_array_index (self->offsets, gsize, i));
  self->record.n_cells = self->cells->len;
  g_ptr_array_add (self->cells, NULL);
  self->record.cells = (char *const *) self->cells->pdata;
}

static void
read_record (AsyCsvReader *self)
{
  const char *from = self->at;

  g_string_truncate (self->buffer, 0);
  g_array_set_size (self->offsets, 0);
  self->record = (AsyCsvRecord) { .line = self->line };
  if (!read_cells (self, from))
    skip_first_line (self, from, self->record.line);
  publish_cells (self);
  skip_break (self);
}

static void
skip_empty_lines (AsyCsvReader *self)
{
  while (self->at < self->end && is_break (self, self->at))
    skip_break (self);
}

const AsyCsvRecord *
asy_csv_reader_next (AsyCsvReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  skip_empty_lines (self);
  if (self->at >= self->end)
    return NULL;
  read_record (self);
  return &self->record;
}

static void
rewind_to (AsyCsvReader *self, const char *at, guint line)
{
  self->at = at;
  self->line = line;
}

/* Cells in the first record, times the records near the beginning that have as many. */
static guint
rate_delimiter (AsyCsvReader *self, char delimiter)
{
  const char *at = self->at;
  const guint line = self->line;
  guint n_cells = 0, n_alike = 0;

  self->delimiter = delimiter;
  for (int i = 0; i < SAMPLE_RECORDS; i++)
    {
      skip_empty_lines (self);
      if (self->at >= self->end)
        break;
      read_record (self);
      if (n_cells == 0)
        n_cells = self->record.n_cells;
      if (self->record.n_cells == n_cells)
        n_alike++;
    }
  rewind_to (self, at, line);
  return n_cells > 1 ? n_cells * n_alike : 0;
}

static void
find_delimiter (AsyCsvReader *self)
{
  static const char candidates[] = { ';', ',', '\t', '|' };
  guint best = 0;
  char found = candidates[0];

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      const guint rate = rate_delimiter (self, candidates[i]);

      if (rate > best)
        {
          best = rate;
          found = candidates[i];
        }
    }
  self->delimiter = found;
}

/* `sep=;`: how a spreadsheet program is told the delimiter. */
static gboolean
read_sep_line (AsyCsvReader *self)
{
  const char *at = self->at;

  if (self->end - at < 5 || g_ascii_strncasecmp (at, "sep=", 4) != 0)
    return FALSE;
  if (self->end - at > 5 && !is_break (self, at + 5))
    return FALSE;
  if (at[4] != '\t' && (at[4] == '"' || !g_ascii_ispunct (at[4])))
    return FALSE;
  self->delimiter = at[4];
  self->at = at + 5;
  skip_break (self);
  return TRUE;
}

static gboolean
has_text (AsyCsvReader *self)
{
  for (const char *at = self->start; at < self->end; at++)
    if (!g_ascii_isspace (*at))
      return TRUE;
  return FALSE;
}

AsyCsvReader *
asy_csv_reader_new (GBytes *bytes, char delimiter, GError **error)
{
  g_autoptr (AsyCsvReader) self = NULL;
  const char *encoding;
  g_autoptr (GBytes) text = NULL;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (delimiter == 0 || delimiter == '\t' || (delimiter != '"' && g_ascii_ispunct (delimiter)), NULL);

  text = asy_csv_text_decode (bytes, &encoding, error);
  if (text == NULL)
    return NULL;
  self = g_new0 (AsyCsvReader, 1);
  self->encoding = encoding;
  self->start = g_bytes_get_data (text, &size);
  if (size == 0)
    self->start = "";           /* GBytes has no address for nothing, which no offset may be added to */
  self->text = g_steal_pointer (&text);
  self->end = self->start + size;
  self->cr_breaks = size > 0 && memchr (self->start, '\n', size) == NULL;
  self->buffer = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_ptr_array_new ();
  rewind_to (self, self->start, 1);
  if (!has_text (self))
    {
      g_set_error_literal (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_EMPTY, "nothing but blanks");
      return NULL;
    }
  self->delimiter = delimiter;
  if (!read_sep_line (self) && delimiter == 0)
    find_delimiter (self);
  return g_steal_pointer (&self);
}

void
asy_csv_reader_free (AsyCsvReader *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->text);
  g_string_free (self->buffer, TRUE);
  g_array_unref (self->offsets);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

char
asy_csv_reader_get_delimiter (AsyCsvReader *self)
{
  return self->delimiter;
}

const char *
asy_csv_reader_get_encoding (AsyCsvReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->encoding;
}

gboolean
asy_csv_record_is_blank (const AsyCsvRecord *record)
{
  for (guint i = 0; i < record->n_cells; i++)
    for (const char *c = record->cells[i]; *c != '\0'; c = g_utf8_next_char (c))
      if (!g_unichar_isspace (g_utf8_get_char (c)))
        return FALSE;
  return record->problem == ASY_CSV_OK;
}
