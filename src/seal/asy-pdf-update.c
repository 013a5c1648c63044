/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "seal/asy-pdf-update-private.h"
#include "seal/asy-seal-error.h"

/* Readers look for the keyword in the last kilobyte. */
#define TAIL_BYTES 1024

/* Type, offset, generation. */
#define STREAM_ENTRY_BYTES (1 + 4 + 2)

typedef struct
{
  int id;
  int generation;
  gsize offset;
} Entry;

struct _AsyPdfUpdate
{
  AsyPdf *pdf; /* borrowed */
  GByteArray *out;
  GArray *entries; /* of Entry */
  int next_id;
  gsize old_xref;
  gboolean is_stream;
};

static gboolean
set_damaged (GError **error, const char *what)
{
  g_set_error (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NOT_PDF, "the PDF is damaged: %s", what);
  return FALSE;
}

static const guint8 *
find_last (const guint8 *data, gsize length, const char *word)
{
  gsize n = strlen (word);

  for (gsize at = length; at >= n; at--)
    if (memcmp (data + at - n, word, n) == 0)
      return data + at - n;
  return NULL;
}

gboolean
asy_pdf_find_last_xref (const guint8 *data, gsize length, gsize *ret_offset)
{
  gsize tail = MIN (length, TAIL_BYTES);
  const guint8 *word = find_last (data + length - tail, tail, "startxref");
  const guint8 *end = data + length;
  guint64 offset = 0;

  if (word == NULL)
    return FALSE;
  word += strlen ("startxref");
  while (word < end && g_ascii_isspace (*word))
    word++;
  if (word == end || !g_ascii_isdigit (*word))
    return FALSE;
  for (; word < end && g_ascii_isdigit (*word) && offset < length; word++)
    offset = offset * 10 + (guint64) (*word - '0');
  if (offset == 0 || offset >= length)
    return FALSE;
  *ret_offset = (gsize) offset;
  return TRUE;
}

static gboolean
find_xref (AsyPdfUpdate *self, GError **error)
{
  gsize length;
  const guint8 *data = asy_pdf_get_data (self->pdf, &length);

  if (!asy_pdf_find_last_xref (data, length, &self->old_xref))
    return set_damaged (error, "it does not say where its cross-reference is");
  if (length - self->old_xref > 4 && memcmp (data + self->old_xref, "xref", 4) == 0)
    self->is_stream = FALSE;
  else if (g_ascii_isdigit (data[self->old_xref]))
    self->is_stream = TRUE;
  else
    return set_damaged (error, "its cross-reference is not where it says");
  return TRUE;
}

AsyPdfUpdate *
asy_pdf_update_new (AsyPdf *pdf, GError **error)
{
  g_autoptr (AsyPdfUpdate) self = g_new0 (AsyPdfUpdate, 1);
  gint64 size = 0;
  gsize length;
  const guint8 *data = asy_pdf_get_data (pdf, &length);

  self->pdf = pdf;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->out = g_byte_array_sized_new ((guint) length + 65536);
  if (!find_xref (self, error))
    return NULL;
  asy_pdf_read_int (pdf, asy_pdf_get (pdf, asy_pdf_get_trailer (pdf), "/Size"), &size);
  if (size < 1 || size > 8388607) /* the largest object number (ISO 32000-1, annex C) */
    {
      set_damaged (error, "its number of objects is impossible");
      return NULL;
    }
  self->next_id = (int) size;
  g_byte_array_append (self->out, data, (guint) length);
  if (data[length - 1] != '\n')
    g_byte_array_append (self->out, (const guint8 *) "\n", 1);
  return g_steal_pointer (&self);
}

void
asy_pdf_update_free (AsyPdfUpdate *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->out, g_byte_array_unref);
  g_array_unref (self->entries);
  g_free (self);
}

int
asy_pdf_update_take_id (AsyPdfUpdate *self)
{
  return self->next_id++;
}

gboolean
asy_pdf_update_can_replace (AsyPdfUpdate *self, qpdf_oh oh)
{
  qpdf_data qpdf = asy_pdf_get_qpdf (self->pdf);
  gint64 size = 0;

  asy_pdf_read_int (self->pdf, asy_pdf_get (self->pdf, asy_pdf_get_trailer (self->pdf), "/Size"), &size);
  return qpdf_oh_is_indirect (qpdf, oh) && qpdf_oh_get_object_id (qpdf, oh) < size;
}

static void
append (AsyPdfUpdate *self, const char *text)
{
  g_byte_array_append (self->out, (const guint8 *) text, (guint) strlen (text));
}

static void G_GNUC_PRINTF (2, 3)
append_printf (AsyPdfUpdate *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  append (self, text);
}

static gsize
append_object (AsyPdfUpdate *self, int id, int generation, const char *body)
{
  Entry entry = { id, generation, self->out->len };
  gsize start;

  g_array_append_val (self->entries, entry);
  append_printf (self, "%d %d obj\n", id, generation);
  start = self->out->len;
  append (self, body);
  append (self, "\nendobj\n");
  return start;
}

gsize
asy_pdf_update_add (AsyPdfUpdate *self, int id, const char *body)
{
  return append_object (self, id, 0, body);
}

void
asy_pdf_update_replace (AsyPdfUpdate *self, qpdf_oh oh, const char *body)
{
  qpdf_data qpdf = asy_pdf_get_qpdf (self->pdf);

  append_object (self, qpdf_oh_get_object_id (qpdf, oh), qpdf_oh_get_generation (qpdf, oh), body);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;

  return first->id < second->id ? -1 : first->id > second->id;
}

static guint
count_run (GArray *entries, guint from)
{
  guint n = 1;

  while (from + n < entries->len && g_array_index (entries, Entry, from + n).id == g_array_index (entries, Entry, from).id + (int) n)
    n++;
  return n;
}

/* First half as the file was born with, second half new with every change (14.4). */
static char *
dup_file_id (AsyPdfUpdate *self, const char *seed)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, seed, -1);
  qpdf_oh ids = asy_pdf_get (self->pdf, asy_pdf_get_trailer (self->pdf), "/ID");
  g_autofree char *first = NULL;

  digest[32] = '\0';
  if (asy_pdf_get_n_items (self->pdf, ids) == 2 && qpdf_oh_is_string (asy_pdf_get_qpdf (self->pdf), asy_pdf_get_item (self->pdf, ids, 0)))
    first = asy_pdf_unparse (self->pdf, asy_pdf_get_item (self->pdf, ids, 0));
  else
    first = g_strdup_printf ("<%s>", digest);
  return g_strdup_printf ("[%s <%s>]", first, digest);
}

static void
append_trailer_keys (AsyPdfUpdate *self, const char *id_seed)
{
  qpdf_oh trailer = asy_pdf_get_trailer (self->pdf);
  qpdf_oh info = asy_pdf_get (self->pdf, trailer, "/Info");
  g_autofree char *root_text = asy_pdf_unparse (self->pdf, asy_pdf_get (self->pdf, trailer, "/Root"));
  g_autofree char *info_text = asy_pdf_unparse (self->pdf, info);
  g_autofree char *id = dup_file_id (self, id_seed);

  append_printf (self, "/Size %d /Root %s ", self->next_id, root_text);
  if (!asy_pdf_is_null (self->pdf, info))
    append_printf (self, "/Info %s ", info_text);
  append_printf (self, "/Prev %zu /ID %s", self->old_xref, id);
}

static void
append_table (AsyPdfUpdate *self, const char *id_seed)
{
  gsize start = self->out->len;

  g_array_sort (self->entries, compare_entries);
  append (self, "xref\n");
  for (guint i = 0; i < self->entries->len;)
    {
      guint n = count_run (self->entries, i);

      append_printf (self, "%d %u\n", g_array_index (self->entries, Entry, i).id, n);
      for (guint end = i + n; i < end; i++)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, i);

          append_printf (self, "%010zu %05d n \n", entry->offset, entry->generation);
        }
    }
  append (self, "trailer\n<< ");
  append_trailer_keys (self, id_seed);
  append_printf (self, " >>\nstartxref\n%zu\n%%%%EOF\n", start);
}

static void
append_stream_entry (AsyPdfUpdate *self, const Entry *entry)
{
  guint8 bytes[STREAM_ENTRY_BYTES] = { 1 };

  for (guint i = 0; i < 4; i++)
    bytes[1 + i] = (guint8) (entry->offset >> (8 * (3 - i)));
  bytes[5] = (guint8) (entry->generation >> 8);
  bytes[6] = (guint8) entry->generation;
  g_byte_array_append (self->out, bytes, sizeof bytes);
}

/* A file with cross-reference streams may have objects that a table cannot name, so it gets another stream (7.5.8). */
static void
append_stream (AsyPdfUpdate *self, const char *id_seed)
{
  Entry own = { asy_pdf_update_take_id (self), 0, self->out->len };

  g_array_append_val (self->entries, own);
  g_array_sort (self->entries, compare_entries);
  append_printf (self, "%d 0 obj\n<< /Type /XRef /W [1 4 2] /Index [", own.id);
  for (guint i = 0; i < self->entries->len; i += count_run (self->entries, i))
    append_printf (self, "%s%d %u", i > 0 ? " " : "", g_array_index (self->entries, Entry, i).id, count_run (self->entries, i));
  append_printf (self, "] /Length %u ", self->entries->len * STREAM_ENTRY_BYTES);
  append_trailer_keys (self, id_seed);
  append (self, " >>\nstream\n");
  for (guint i = 0; i < self->entries->len; i++)
    append_stream_entry (self, &g_array_index (self->entries, Entry, i));
  append_printf (self, "\nendstream\nendobj\nstartxref\n%zu\n%%%%EOF\n", own.offset);
}

GByteArray *
asy_pdf_update_finish (AsyPdfUpdate *self, const char *id_seed)
{
  if (self->is_stream)
    append_stream (self, id_seed);
  else
    append_table (self, id_seed);
  return g_steal_pointer (&self->out);
}

static void
append_key (AsyPdf *pdf, GString *text, const char *key, const char *value)
{
  qpdf_data qpdf = asy_pdf_get_qpdf (pdf);
  /* The key as written, with the escapes that reading has removed. */
  g_autofree char *name = asy_pdf_unparse (pdf, qpdf_oh_new_name (qpdf, key));

  g_string_append_printf (text, " %s %s", name, value);
}

static const char *
find_entry (const AsyPdfEntry *entries, gsize n_entries, const char *key)
{
  for (gsize i = 0; i < n_entries; i++)
    if (strcmp (entries[i].key, key) == 0)
      return entries[i].value;
  return NULL;
}

char *
asy_pdf_dup_dict_with (AsyPdf *pdf, qpdf_oh dict, const AsyPdfEntry *entries, gsize n_entries)
{
  g_auto (GStrv) keys = asy_pdf_dup_keys (pdf, dict);
  GString *text = g_string_new ("<<");

  for (gsize i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *old = asy_pdf_unparse (pdf, asy_pdf_get (pdf, dict, keys[i]));
      const char *value = find_entry (entries, n_entries, keys[i]);

      append_key (pdf, text, keys[i], value != NULL ? value : old);
    }
  for (gsize i = 0; i < n_entries; i++)
    if (!g_strv_contains ((const char *const *) keys, entries[i].key))
      append_key (pdf, text, entries[i].key, entries[i].value);
  g_string_append (text, " >>");
  return g_string_free (text, FALSE);
}

char *
asy_pdf_dup_array_with (AsyPdf *pdf, qpdf_oh array, const char *item)
{
  GString *text = g_string_new ("[");

  for (int i = 0; i < asy_pdf_get_n_items (pdf, array); i++)
    {
      g_autofree char *old = asy_pdf_unparse (pdf, asy_pdf_get_item (pdf, array, i));

      g_string_append_printf (text, "%s ", old);
    }
  g_string_append_printf (text, "%s]", item);
  return g_string_free (text, FALSE);
}
