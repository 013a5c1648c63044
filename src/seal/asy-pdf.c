/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "seal/asy-pdf-private.h"
#include "seal/asy-seal-error.h"

/* Deeper or wider field trees are made to exhaust a reader, not to be filled in. */
#define FIELD_DEPTH_MAX 32
#define FIELD_NODES_MAX 4096

struct _AsyPdf
{
  GBytes *bytes;
  gsize length;
  qpdf_data qpdf;
};

static gboolean
set_read_error (AsyPdf *self, GError **error)
{
  qpdf_error failure = qpdf_get_error (self->qpdf);

  if (failure != NULL && qpdf_get_error_code (self->qpdf, failure) == qpdf_e_password)
    g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_ENCRYPTED, "the PDF is encrypted");
  else
    g_set_error (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NOT_PDF, "cannot be read as a PDF: %s",
                 failure != NULL ? qpdf_get_error_message_detail (self->qpdf, failure) : "unknown");
  return FALSE;
}

static gboolean
read_file (AsyPdf *self, GError **error)
{
  const char *data = g_bytes_get_data (self->bytes, NULL);

  /* Viewers find a header further down, but then every offset is shifted. */
  if (self->length < 8 || memcmp (data, "%PDF-", 5) != 0)
    {
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NOT_PDF, "does not begin with a PDF header");
      return FALSE;
    }
  qpdf_silence_errors (self->qpdf);
  qpdf_set_suppress_warnings (self->qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (self->qpdf, QPDF_FALSE);
  if ((qpdf_read_memory (self->qpdf, "PDF", data, self->length, NULL) & QPDF_ERRORS) != 0)
    return set_read_error (self, error);
  if (qpdf_is_encrypted (self->qpdf))
    {
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_ENCRYPTED, "the PDF is encrypted");
      return FALSE;
    }
  if (!qpdf_oh_is_dictionary (self->qpdf, qpdf_get_root (self->qpdf)) || qpdf_has_error (self->qpdf))
    {
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NOT_PDF, "has no catalog");
      return FALSE;
    }
  return TRUE;
}

AsyPdf *
asy_pdf_open (GBytes *bytes, gsize length, GError **error)
{
  g_autoptr (AsyPdf) self = NULL;

  g_return_val_if_fail (bytes != NULL && length <= g_bytes_get_size (bytes), NULL);

  if (length > ASY_SEAL_MAX_BYTES)
    {
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_TOO_LARGE, "the PDF is too large");
      return NULL;
    }
  self = g_new0 (AsyPdf, 1);
  self->bytes = g_bytes_ref (bytes);
  self->length = length;
  self->qpdf = qpdf_init ();
  if (!read_file (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
asy_pdf_free (AsyPdf *self)
{
  if (self == NULL)
    return;
  /* What nobody asked about would be written to the standard error output. */
  if (qpdf_has_error (self->qpdf))
    (void) qpdf_get_error (self->qpdf);
  qpdf_cleanup (&self->qpdf);
  g_bytes_unref (self->bytes);
  g_free (self);
}

qpdf_data
asy_pdf_get_qpdf (AsyPdf *self)
{
  return self->qpdf;
}

const guint8 *
asy_pdf_get_data (AsyPdf *self, gsize *ret_length)
{
  *ret_length = self->length;
  return g_bytes_get_data (self->bytes, NULL);
}

gboolean
asy_pdf_check (AsyPdf *self, int code, GError **error)
{
  qpdf_error failure;

  if (!qpdf_has_error (self->qpdf))
    return TRUE;
  failure = qpdf_get_error (self->qpdf);
  g_set_error (error, ASY_SEAL_ERROR, code, "qpdf: %s", qpdf_get_error_message_detail (self->qpdf, failure));
  return FALSE;
}

gboolean
asy_pdf_has_warnings (AsyPdf *self)
{
  return qpdf_more_warnings (self->qpdf) != 0;
}

gboolean
asy_pdf_check_warnings (AsyPdf *self, GError **error)
{
  qpdf_error warning;

  if (!qpdf_more_warnings (self->qpdf))
    return TRUE;
  warning = qpdf_next_warning (self->qpdf);
  g_set_error (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NOT_PDF, "the PDF is damaged: %s",
               qpdf_get_error_message_detail (self->qpdf, warning));
  return FALSE;
}

qpdf_oh
asy_pdf_get_trailer (AsyPdf *self)
{
  return qpdf_get_trailer (self->qpdf);
}

qpdf_oh
asy_pdf_get_root (AsyPdf *self)
{
  return qpdf_get_root (self->qpdf);
}

qpdf_oh
asy_pdf_get (AsyPdf *self, qpdf_oh oh, const char *key)
{
  if (qpdf_oh_is_stream (self->qpdf, oh))
    oh = qpdf_oh_get_dict (self->qpdf, oh);
  if (!qpdf_oh_is_dictionary (self->qpdf, oh))
    return qpdf_oh_new_null (self->qpdf);
  return qpdf_oh_get_key (self->qpdf, oh, key);
}

gboolean
asy_pdf_is_null (AsyPdf *self, qpdf_oh oh)
{
  return !qpdf_oh_is_initialized (self->qpdf, oh) || qpdf_oh_is_null (self->qpdf, oh);
}

gboolean
asy_pdf_is_name (AsyPdf *self, qpdf_oh oh, const char *name)
{
  return qpdf_oh_is_name_and_equals (self->qpdf, oh, name) != 0;
}

gboolean
asy_pdf_read_int (AsyPdf *self, qpdf_oh oh, gint64 *ret_value)
{
  long long value;

  if (!qpdf_oh_get_value_as_longlong (self->qpdf, oh, &value))
    return FALSE;
  *ret_value = value;
  return TRUE;
}

char *
asy_pdf_dup_text (AsyPdf *self, qpdf_oh oh)
{
  const char *text;
  gsize length;

  if (!qpdf_oh_is_string (self->qpdf, oh))
    return NULL;
  text = qpdf_oh_get_binary_utf8_value (self->qpdf, oh, &length);
  return g_utf8_make_valid (text, (gssize) length);
}

GBytes *
asy_pdf_dup_string (AsyPdf *self, qpdf_oh oh)
{
  const char *text;
  gsize length;

  if (!qpdf_oh_is_string (self->qpdf, oh))
    return NULL;
  text = qpdf_oh_get_binary_string_value (self->qpdf, oh, &length);
  return g_bytes_new (text, length);
}

char *
asy_pdf_unparse (AsyPdf *self, qpdf_oh oh)
{
  const char *text = qpdf_oh_unparse (self->qpdf, oh);

  return g_strndup (text, qpdf_get_last_string_length (self->qpdf));
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
asy_pdf_dup_keys (AsyPdf *self, qpdf_oh oh)
{
  GPtrArray *keys = g_ptr_array_new ();

  if (qpdf_oh_is_stream (self->qpdf, oh))
    oh = qpdf_oh_get_dict (self->qpdf, oh);
  if (qpdf_oh_is_dictionary (self->qpdf, oh))
    {
      qpdf_oh_begin_dict_key_iter (self->qpdf, oh);
      while (qpdf_oh_dict_more_keys (self->qpdf))
        g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (self->qpdf)));
    }
  g_ptr_array_sort (keys, compare_keys);
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (keys, FALSE);
}

int
asy_pdf_get_n_items (AsyPdf *self, qpdf_oh oh)
{
  return qpdf_oh_is_array (self->qpdf, oh) ? qpdf_oh_get_array_n_items (self->qpdf, oh) : 0;
}

qpdf_oh
asy_pdf_get_item (AsyPdf *self, qpdf_oh oh, int i)
{
  return qpdf_oh_get_array_item (self->qpdf, oh, i);
}

GBytes *
asy_pdf_dup_stream (AsyPdf *self, qpdf_oh oh, GError **error)
{
  unsigned char *buffer = NULL;
  gsize length = 0;
  QPDF_ERROR_CODE code = qpdf_oh_get_stream_data (self->qpdf, oh, qpdf_dl_none, NULL, &buffer, &length);

  if ((code & QPDF_ERRORS) != 0)
    {
      free (buffer);
      asy_pdf_check (self, ASY_SEAL_ERROR_NOT_PDF, error);
      return NULL;
    }
  /* qpdf hands over memory of malloc. */
  return g_bytes_new_with_free_func (buffer, length, free, buffer);
}

typedef struct
{
  AsyPdf *pdf;
  GHashTable *seen;
  GArray *objects; /* of qpdf_oh */
} Walk;

static void walk_inside (Walk *walk, qpdf_oh container);

static void
walk_value (Walk *walk, qpdf_oh value)
{
  qpdf_data qpdf = walk->pdf->qpdf;

  if (!qpdf_oh_is_indirect (qpdf, value))
    walk_inside (walk, value);
  else if (g_hash_table_add (walk->seen, GINT_TO_POINTER (qpdf_oh_get_object_id (qpdf, value))))
    g_array_append_val (walk->objects, value);
}

static void
walk_inside (Walk *walk, qpdf_oh container)
{
  g_auto (GStrv) keys = asy_pdf_dup_keys (walk->pdf, container);

  for (gsize i = 0; keys[i] != NULL; i++)
    walk_value (walk, asy_pdf_get (walk->pdf, container, keys[i]));
  for (int i = 0; i < asy_pdf_get_n_items (walk->pdf, container); i++)
    walk_value (walk, asy_pdf_get_item (walk->pdf, container, i));
}

GArray *
asy_pdf_list_reachable (AsyPdf *self, qpdf_oh start)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Walk walk = { self, seen, g_array_new (FALSE, FALSE, sizeof (qpdf_oh)) };

  walk_value (&walk, start);
  for (guint i = 0; i < walk.objects->len; i++)
    walk_inside (&walk, g_array_index (walk.objects, qpdf_oh, i));
  return walk.objects;
}

static void
field_free (gpointer data)
{
  AsyPdfField *field = data;

  g_free (field->name);
  g_free (field);
}

typedef struct
{
  AsyPdf *pdf;
  GPtrArray *fields;
  int n_nodes;
} FieldWalk;

/* FT and V are inherited down the tree (ISO 32000-1, 12.7.3.1). */
typedef struct
{
  const char *name;
  gboolean is_signature;
  qpdf_oh value;
} Inherited;

static char *
dup_field_name (AsyPdf *pdf, qpdf_oh node, const char *parent)
{
  g_autofree char *partial = asy_pdf_dup_text (pdf, asy_pdf_get (pdf, node, "/T"));

  if (partial == NULL)
    return g_strdup (parent);
  return parent[0] == '\0' ? g_steal_pointer (&partial) : g_strconcat (parent, ".", partial, NULL);
}

/* Kids without a name of their own are the places where one field is shown. */
static gboolean
has_field_kids (AsyPdf *pdf, qpdf_oh kids)
{
  for (int i = 0; i < asy_pdf_get_n_items (pdf, kids); i++)
    if (!asy_pdf_is_null (pdf, asy_pdf_get (pdf, asy_pdf_get_item (pdf, kids, i), "/T")))
      return TRUE;
  return FALSE;
}

static gboolean
walk_fields (FieldWalk *walk, qpdf_oh node, Inherited from, int depth, GError **error)
{
  AsyPdf *pdf = walk->pdf;
  g_autofree char *name = dup_field_name (pdf, node, from.name);
  qpdf_oh type = asy_pdf_get (pdf, node, "/FT");
  qpdf_oh value = asy_pdf_get (pdf, node, "/V");
  qpdf_oh kids = asy_pdf_get (pdf, node, "/Kids");
  AsyPdfField *field;

  if (depth > FIELD_DEPTH_MAX || ++walk->n_nodes > FIELD_NODES_MAX)
    {
      g_set_error_literal (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NOT_PDF, "the tree of form fields is too large");
      return FALSE;
    }
  from.name = name;
  if (!asy_pdf_is_null (pdf, type))
    from.is_signature = asy_pdf_is_name (pdf, type, "/Sig");
  if (!asy_pdf_is_null (pdf, value))
    from.value = value;
  if (has_field_kids (pdf, kids))
    {
      for (int i = 0; i < asy_pdf_get_n_items (pdf, kids); i++)
        if (!walk_fields (walk, asy_pdf_get_item (pdf, kids, i), from, depth + 1, error))
          return FALSE;
      return TRUE;
    }
  if (!from.is_signature)
    return TRUE;
  field = g_new0 (AsyPdfField, 1);
  field->name = g_steal_pointer (&name);
  field->field = node;
  field->value = from.value;
  g_ptr_array_add (walk->fields, field);
  return TRUE;
}

GPtrArray *
asy_pdf_list_signature_fields (AsyPdf *self, GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (field_free);
  FieldWalk walk = { self, fields, 0 };
  Inherited from = { "", FALSE, qpdf_oh_new_null (self->qpdf) };
  qpdf_oh list = asy_pdf_get (self, asy_pdf_get (self, asy_pdf_get_root (self), "/AcroForm"), "/Fields");

  for (int i = 0; i < asy_pdf_get_n_items (self, list); i++)
    if (!walk_fields (&walk, asy_pdf_get_item (self, list, i), from, 0, error))
      return NULL;
  if (!asy_pdf_check (self, ASY_SEAL_ERROR_NOT_PDF, error))
    return NULL;
  return g_steal_pointer (&fields);
}

int
asy_pdf_get_docmdp_level (AsyPdf *self)
{
  qpdf_oh signature = asy_pdf_get (self, asy_pdf_get (self, asy_pdf_get_root (self), "/Perms"), "/DocMDP");
  qpdf_oh references = asy_pdf_get (self, signature, "/Reference");
  gint64 level = 0;

  for (int i = 0; i < asy_pdf_get_n_items (self, references); i++)
    {
      qpdf_oh reference = asy_pdf_get_item (self, references, i);
      qpdf_oh params = asy_pdf_get (self, reference, "/TransformParams");

      if (!asy_pdf_is_name (self, asy_pdf_get (self, reference, "/TransformMethod"), "/DocMDP"))
        continue;
      level = 2; /* the default (ISO 32000-1, table 254) */
      asy_pdf_read_int (self, asy_pdf_get (self, params, "/P"), &level);
    }
  return (int) CLAMP (level, 0, 3);
}

/* Kept, for GLib reads the file of the zone anew as soon as nobody holds it. */
static GTimeZone *
get_office_zone (void)
{
  static gsize once = 0;
  static GTimeZone *zone = NULL;

  if (g_once_init_enter (&once))
    {
      zone = g_time_zone_new_identifier ("Europe/Warsaw");
      if (zone == NULL)
        zone = g_time_zone_new_utc ();
      g_once_init_leave (&once, 1);
    }
  return zone;
}

/* Papers say the time of the office, wherever the computer thinks it is. */
static GDateTime *
to_office_time (gint64 unix_time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (unix_time);

  return utc != NULL ? g_date_time_to_timezone (utc, get_office_zone ()) : NULL;
}

/* Returns the calendar time and, apart, how far it is from UTC. */
static char *
format_time (gint64 unix_time, const char *format, char *ret_sign, int *ret_offset_min)
{
  g_autoptr (GDateTime) time = to_office_time (unix_time);
  int offset_min;

  g_return_val_if_fail (time != NULL, NULL);
  offset_min = (int) (g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE);
  *ret_sign = offset_min < 0 ? '-' : '+';
  *ret_offset_min = ABS (offset_min);
  return g_date_time_format (time, format);
}

char *
asy_pdf_format_time (gint64 unix_time)
{
  char sign = '+';
  int offset_min = 0;
  g_autofree char *stamp = format_time (unix_time, "D:%Y%m%d%H%M%S", &sign, &offset_min);

  return g_strdup_printf ("%s%c%02d'%02d'", stamp, sign, offset_min / 60, offset_min % 60);
}

char *
asy_pdf_format_time_iso (gint64 unix_time)
{
  char sign = '+';
  int offset_min = 0;
  g_autofree char *stamp = format_time (unix_time, "%Y-%m-%dT%H:%M:%S", &sign, &offset_min);

  return g_strdup_printf ("%s%c%02d:%02d", stamp, sign, offset_min / 60, offset_min % 60);
}

static gboolean
read_digits (const char **cursor, int n, int *ret_value)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*cursor)[i]))
        return FALSE;
      value = value * 10 + ((*cursor)[i] - '0');
    }
  *cursor += n;
  *ret_value = value;
  return TRUE;
}

/* Offset behind the seconds: Z, nothing, or +HH'mm with the last marks optional. */
static int
read_offset_min (const char *cursor)
{
  int sign = *cursor == '-' ? -1 : 1;
  int hours = 0, minutes = 0;

  if (*cursor != '+' && *cursor != '-')
    return 0;
  cursor++;
  if (!read_digits (&cursor, 2, &hours))
    return 0;
  if (*cursor == '\'')
    cursor++;
  (void) read_digits (&cursor, 2, &minutes); /* may be left out */
  return sign * (hours * 60 + minutes);
}

gint64
asy_pdf_parse_time (const char *text)
{
  g_autoptr (GDateTime) time = NULL;
  int year, part[5] = { 1, 1, 0, 0, 0 };
  const char *cursor = text;

  if (text == NULL)
    return 0;
  if (g_str_has_prefix (cursor, "D:"))
    cursor += 2;
  if (!read_digits (&cursor, 4, &year))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (part) && read_digits (&cursor, 2, &part[i]); i++)
    ;
  time = g_date_time_new_utc (year, part[0], part[1], part[2], part[3], part[4]);
  return time == NULL ? 0 : g_date_time_to_unix (time) - 60 * (gint64) read_offset_min (cursor);
}
