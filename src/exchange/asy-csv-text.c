/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <string.h>

#include "exchange/asy-csv-text.h"

/* How the bytes above 0x7f stand to UTF-8. */
typedef struct
{
  gsize n_valid;                /* sequences of UTF-8 */
  gsize n_broken;               /* bytes that belong to none */
} Utf8Count;

static Utf8Count
count_utf8 (const char *text, gsize size)
{
  const char *end = text + size;
  Utf8Count count = { 0, 0 };

  while (text < end)
    {
      gunichar c;

      if ((guchar) *text < 0x80)
        {
          text++;
          continue;
        }
      c = g_utf8_get_char_validated (text, end - text);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          count.n_broken++;
          text++;
        }
      else
        {
          count.n_valid++;
          text = g_utf8_next_char (text);
        }
    }
  return count;
}

/* The Polish letters that the two old encodings write differently; the rest of
 * the alphabet has the same bytes in both. */
static const char *
guess_single_byte (const guchar *bytes, gsize size)
{
  static const guchar windows[] = { 0xb9, 0x9c, 0x9f, 0xa5, 0x8c, 0x8f, 0x84, 0x94, 0x96 };
  static const guchar iso[] = { 0xb1, 0xb6, 0xbc, 0xa1, 0xa6, 0xac };
  gsize n_windows = 0, n_iso = 0;

  for (gsize i = 0; i < size; i++)
    {
      if (memchr (windows, bytes[i], sizeof windows) != NULL)
        n_windows++;
      else if (memchr (iso, bytes[i], sizeof iso) != NULL)
        n_iso++;
    }
  return n_iso > n_windows ? "ISO-8859-2" : "WINDOWS-1250";
}

/* Half of the bytes of Latin text in UTF-16 are zero, and always the same half. */
static const char *
guess_utf16 (const guchar *bytes, gsize size)
{
  const gsize n_pairs = MIN (size, 4096) / 2;
  gsize n_even = 0, n_odd = 0;

  if (size >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    return "UTF-16LE";
  if (size >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    return "UTF-16BE";
  for (gsize i = 0; i < n_pairs; i++)
    {
      n_even += bytes[2 * i] == 0;
      n_odd += bytes[2 * i + 1] == 0;
    }
  if (n_pairs >= 4 && n_odd > n_pairs / 2 && n_even == 0)
    return "UTF-16LE";
  if (n_pairs >= 4 && n_even > n_pairs / 2 && n_odd == 0)
    return "UTF-16BE";
  return NULL;
}

static GBytes *
convert (GBytes *bytes, const char *encoding)
{
  gsize size, n_written;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = g_convert (data, (gssize) size, "UTF-8", encoding, NULL, &n_written, NULL);

  return text != NULL ? g_bytes_new_take (text, n_written) : NULL;
}

static GBytes *
without_mark (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    return g_bytes_new_from_bytes (bytes, 3, size - 3);
  return g_bytes_ref (bytes);
}

static GBytes *
decode_single_byte (GBytes *bytes, const char **ret_encoding)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  const char *encoding = guess_single_byte (data, size);
  GBytes *text = convert (bytes, encoding);

  if (text == NULL)
    {
      /* Five bytes of windows-1250 mean nothing; every byte of ISO-8859-2 means something. */
      encoding = "ISO-8859-2";
      text = convert (bytes, encoding);
    }
  *ret_encoding = encoding;
  return text;
}

GBytes *
asy_csv_text_decode (GBytes *bytes, const char **ret_encoding, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *encoding = "UTF-8";
  g_autoptr (GBytes) text = NULL;
  Utf8Count count = { 0, 0 };

  if (size > ASY_CSV_BYTES_MAX)
    {
      g_set_error (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_TOO_BIG, "more than %d bytes", ASY_CSV_BYTES_MAX);
      return NULL;
    }
  if (size > 0)
    count = count_utf8 (data, size);
  if (guess_utf16 ((const guchar *) data, size) != NULL)
    {
      g_autoptr (GBytes) marked = NULL;

      encoding = guess_utf16 ((const guchar *) data, size);
      marked = convert (bytes, encoding);
      text = marked != NULL ? without_mark (marked) : NULL;
    }
  else if (count.n_broken > count.n_valid)
    text = decode_single_byte (bytes, &encoding);
  else
    text = without_mark (bytes);
  if (text == NULL)
    {
      g_set_error_literal (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_NO_TEXT, "not a text file");
      return NULL;
    }
  if (ret_encoding != NULL)
    *ret_encoding = encoding;
  return g_steal_pointer (&text);
}
