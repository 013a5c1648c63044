/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include <string.h>

#include "exchange/asy-csv-text.h"
#include "exchange/asy-ical-private.h"

#define DEPTH_MAX 16

/* One part of a calendar that is open. */
typedef struct {
  char *name;
  guint line;
  const char *const *properties; /* that are read in it; %NULL: nothing in it is */
} Part;

typedef struct {
  AsyIcalTree *tree;
  GArray *parts;                /* Part, outermost first */
  icalparser *parser;
  guint line;
  guint error_line;
} Scan;

/* What is read of a calendar, by where it stands. */
static const char *const calendar_properties[] = { "VERSION", NULL };
static const char *const event_properties[] = {
  "UID",    "DTSTART", "DTEND",         "DURATION", "SUMMARY", "LOCATION", "RRULE", "RDATE",
  "EXDATE", "EXRULE",  "RECURRENCE-ID", "STATUS",   "TRANSP",  "CLASS",    "SEQUENCE", NULL,
};
static const char *const zone_properties[] = { "TZID", NULL };
static const char *const change_properties[] = { "DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO", NULL };

static const struct {
  const char *outer;            /* nullable */
  const char *name;
  const char *const *properties;
} known_parts[] = {
  { NULL, "VCALENDAR", calendar_properties },        { "VCALENDAR", "VEVENT", event_properties },
  { "VCALENDAR", "VTIMEZONE", zone_properties },     { "VTIMEZONE", "STANDARD", change_properties },
  { "VTIMEZONE", "DAYLIGHT", change_properties },
};

static void
part_clear (gpointer data)
{
  g_free (((Part *) data)->name);
}

void
_asy_ical_tree_free (AsyIcalTree *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->calendars);
  g_array_unref (self->lines);
  g_array_unref (self->junk);
  g_free (self);
}

/* Lines as they were before they were folded, and where each began. A line may
 * be folded within a letter, so this is done to bytes, before they are letters. */
static GBytes *
unfold (GBytes *bytes, GArray *numbers)
{
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size);
  const char *end = at + size;
  GByteArray *text = g_byte_array_sized_new ((guint) size + 1);
  guint number = 0;

  while (at < end)
    {
      const char *stop = at;

      number++;
      while (stop < end && *stop != '\n' && *stop != '\r')
        stop++;
      if (numbers->len > 0 && (*at == ' ' || *at == '\t'))
        at++;
      else
        {
          if (numbers->len > 0)
            g_byte_array_append (text, (const guint8 *) "\n", 1);
          g_array_append_val (numbers, number);
        }
      g_byte_array_append (text, (const guint8 *) at, (guint) (stop - at));
      at = stop < end && *stop == '\r' && stop + 1 < end && stop[1] == '\n' ? stop + 2 : stop + 1;
    }
  return g_byte_array_free_to_bytes (text);
}

static gboolean
is_utf16 (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size >= 2 && (data[0] == 0 || data[1] == 0 || data[0] >= 0xfe);
}

/* (transfer full): UTF-8, one content line a line */
static GBytes *
read_text (GBytes *bytes, GArray *numbers, GError **error)
{
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) decoded = NULL;
  gsize size;

  if (g_bytes_get_size (bytes) > ASY_ICAL_BYTES_MAX)
    {
      g_set_error_literal (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_TOO_BIG, "more bytes than a calendar may have");
      return NULL;
    }
  plain = is_utf16 (bytes) ? asy_csv_text_decode (bytes, NULL, error) : g_bytes_ref (bytes);
  text = plain != NULL ? unfold (plain, numbers) : NULL;
  decoded = text != NULL ? asy_csv_text_decode (text, NULL, error) : NULL;
  if (decoded == NULL)
    return NULL;
  if (g_bytes_get_size (decoded) > 0 && memchr (g_bytes_get_data (decoded, &size), '\0', g_bytes_get_size (decoded)) != NULL)
    {
      g_set_error_literal (error, ASY_IMPORT_ERROR, ASY_IMPORT_ERROR_NO_TEXT, "a byte of zero");
      return NULL;
    }
  return g_steal_pointer (&decoded);
}

static Part *
get_part (Scan *scan)
{
  return scan->parts->len > 0 ? &g_array_index (scan->parts, Part, scan->parts->len - 1) : NULL;
}

static gboolean
stop_at (Scan *scan, guint line, AsyImportError code, const char *message, GError **error)
{
  scan->error_line = line;
  g_set_error (error, ASY_IMPORT_ERROR, code, "line %u: %s", line, message);
  return FALSE;
}

static void
feed (Scan *scan, char *line)
{
  icalcomponent *calendar = icalparser_add_line (scan->parser, line);

  if (calendar != NULL)
    g_ptr_array_add (scan->tree->calendars, calendar);
}

static const char *const *
find_properties (const Part *outer, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_parts); i++)
    if (g_str_equal (known_parts[i].name, name) && g_strcmp0 (known_parts[i].outer, outer != NULL ? outer->name : NULL) == 0 &&
        (outer == NULL || outer->properties != NULL))
      return known_parts[i].properties;
  return NULL;
}

static gboolean
begin_part (Scan *scan, char *name, char *line, GError **error)
{
  const Part *outer = get_part (scan);
  Part part = { NULL, scan->line, NULL };

  part.name = g_ascii_strup (g_strstrip (name), -1);
  part.properties = find_properties (outer, part.name);
  if (outer == NULL && part.properties == NULL)
    {
      g_free (part.name);
      return stop_at (scan, scan->line, ASY_IMPORT_ERROR_NO_CALENDAR, "no calendar begins", error);
    }
  if (part.properties == event_properties)
    g_array_append_val (scan->tree->lines, scan->line);
  g_array_append_val (scan->parts, part);
  if (scan->parts->len > DEPTH_MAX)
    return stop_at (scan, scan->line, ASY_IMPORT_ERROR_MISPLACED, "parts within parts", error);
  if (part.properties != NULL)
    feed (scan, line);
  return TRUE;
}

static gboolean
end_part (Scan *scan, char *name, char *line, GError **error)
{
  const Part *part = get_part (scan);
  gboolean is_read;

  if (part == NULL || g_ascii_strcasecmp (part->name, g_strstrip (name)) != 0)
    return stop_at (scan, scan->line, ASY_IMPORT_ERROR_MISPLACED, "a part ends that did not begin", error);
  is_read = part->properties != NULL;
  g_array_set_size (scan->parts, scan->parts->len - 1);
  if (is_read)
    feed (scan, line);
  return TRUE;
}

/* The name that a line begins with, or NULL for a line that is none. (transfer full) */
static char *
dup_name (const char *line)
{
  const gsize n = strcspn (line, ":;");

  if (n == 0 || strchr (line, ':') == NULL)
    return NULL;
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isalnum (line[i]) && line[i] != '-' && line[i] != '_')
      return NULL;
  return g_ascii_strup (line, (gssize) n);
}

static gboolean
take_line (Scan *scan, char *line, GError **error)
{
  g_autofree char *name = dup_name (line);
  const Part *part = get_part (scan);

  if (name != NULL && (g_str_equal (name, "BEGIN") || g_str_equal (name, "END")))
    {
      g_autofree char *value = g_strdup (strchr (line, ':') + 1);

      return g_str_equal (name, "BEGIN") ? begin_part (scan, value, line, error) : end_part (scan, value, line, error);
    }
  if (part == NULL)
    return stop_at (scan, scan->line, ASY_IMPORT_ERROR_NO_CALENDAR, "text outside a calendar", error);
  if (name == NULL && part->properties != NULL)
    g_array_append_val (scan->tree->junk, scan->line);
  else if (name != NULL && part->properties != NULL && g_strv_contains (part->properties, name))
    feed (scan, line);
  return TRUE;
}

static gboolean
take_lines (Scan *scan, GBytes *text, GArray *numbers, GError **error)
{
  gsize size;
  const char *at = g_bytes_get_data (text, &size);
  const char *end = at + size;

  for (guint i = 0; at < end; i++)
    {
      const char *stop = memchr (at, '\n', (gsize) (end - at));
      g_autofree char *raw = g_strndup (at, (gsize) ((stop != NULL ? stop : end) - at));
      g_autofree char *line = g_utf8_make_valid (raw, -1);

      scan->line = i < numbers->len ? g_array_index (numbers, guint, i) : scan->line;
      g_strchomp (line);
      if (line[0] != '\0' && !take_line (scan, line, error))
        return FALSE;
      at = stop != NULL ? stop + 1 : end;
    }
  if (get_part (scan) != NULL)
    return stop_at (scan, get_part (scan)->line, ASY_IMPORT_ERROR_NOT_CLOSED, "what begins here does not end", error);
  if (scan->tree->calendars->len == 0)
    return stop_at (scan, 1, ASY_IMPORT_ERROR_NO_CALENDAR, "no calendar begins", error);
  return TRUE;
}

AsyIcalTree *
_asy_ical_tree_new (GBytes *bytes, guint *ret_line, GError **error)
{
  g_autoptr (AsyIcalTree) tree = g_new0 (AsyIcalTree, 1);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GBytes) text = read_text (bytes, numbers, error);
  Scan scan = { tree, parts, NULL, 0, 0 };
  gboolean is_good;

  tree->calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) icalcomponent_free);
  tree->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  tree->junk = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_clear_func (parts, part_clear);
  if (text == NULL)
    return NULL;
  icalerror_set_errors_are_fatal (0);
  scan.parser = icalparser_new ();
  is_good = take_lines (&scan, text, numbers, error);
  icalparser_free (scan.parser);
  if (is_good)
    return g_steal_pointer (&tree);
  *ret_line = scan.error_line;
  return NULL;
}
