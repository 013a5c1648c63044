/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "seal/asy-pdf-update-private.h"
#include "seal/asy-revision-private.h"
#include "seal/asy-xmp-private.h"

/* More would not make the verdict worse. */
#define CHANGES_MAX 64

#define PAGE_TREE_NODES_MAX 1000000
#define GENERATION_BITS 16

typedef struct
{
  int id;
  int generation;
  const char *code;
} Waiting;

static void
change_free (gpointer data)
{
  AsyChange *change = data;

  g_free (change->text);
  g_free (change);
}

GPtrArray *
asy_revision_new_changes (void)
{
  return g_ptr_array_new_with_free_func (change_free);
}

void
asy_revision_add_change (GPtrArray *changes, const char *code, const char *format, ...)
{
  g_autofree char *text = NULL;
  AsyChange *change;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  for (guint i = 0; i < changes->len; i++)
    if (strcmp (((AsyChange *) changes->pdata[i])->text, text) == 0)
      return;
  if (changes->len >= CHANGES_MAX)
    return;
  change = g_new0 (AsyChange, 1);
  change->code = code;
  change->text = g_steal_pointer (&text);
  g_ptr_array_add (changes, change);
}

static gpointer
make_key (int id, int generation)
{
  return GSIZE_TO_POINTER (((gsize) id << GENERATION_BITS) | (gsize) (generation & 0xFFFF));
}

gpointer
asy_revision_get_key (AsyPdf *pdf, qpdf_oh oh)
{
  qpdf_data qpdf = asy_pdf_get_qpdf (pdf);

  if (!qpdf_oh_is_indirect (qpdf, oh))
    return NULL;
  return make_key (qpdf_oh_get_object_id (qpdf, oh), qpdf_oh_get_generation (qpdf, oh));
}

static void
release (AsyRevision *self, qpdf_oh before, qpdf_oh after)
{
  qpdf_oh_release (asy_pdf_get_qpdf (self->before), before);
  qpdf_oh_release (asy_pdf_get_qpdf (self->after), after);
}

static gboolean
compare_stream_data (AsyRevision *self, qpdf_oh before, qpdf_oh after)
{
  g_autoptr (GBytes) old_data = asy_pdf_dup_stream (self->before, before, NULL);
  g_autoptr (GBytes) new_data = asy_pdf_dup_stream (self->after, after, NULL);

  return old_data != NULL && new_data != NULL && g_bytes_equal (old_data, new_data);
}

static void
compare_array (AsyRevision *self, qpdf_oh before, qpdf_oh after, const char *code)
{
  int n = asy_pdf_get_n_items (self->before, before);

  if (asy_pdf_get_n_items (self->after, after) != n)
    {
      asy_revision_add_change (self->changes, code, "a list has another length");
      return;
    }
  for (int i = 0; i < n; i++)
    {
      qpdf_oh old_item = asy_pdf_get_item (self->before, before, i);
      qpdf_oh new_item = asy_pdf_get_item (self->after, after, i);

      asy_revision_compare_value (self, old_item, new_item, code);
      release (self, old_item, new_item);
    }
}

void
asy_revision_compare_dict (AsyRevision *self, qpdf_oh before, qpdf_oh after, const char *code, AsyRevisionKeyFunc func)
{
  g_auto (GStrv) old_keys = asy_pdf_dup_keys (self->before, before);
  g_auto (GStrv) new_keys = asy_pdf_dup_keys (self->after, after);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (gsize i = 0; old_keys[i] != NULL; i++)
    g_ptr_array_add (keys, old_keys[i]);
  for (gsize i = 0; new_keys[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) old_keys, new_keys[i]))
      g_ptr_array_add (keys, new_keys[i]);
  for (guint i = 0; i < keys->len; i++)
    {
      qpdf_oh old_value = asy_pdf_get (self->before, before, keys->pdata[i]);
      qpdf_oh new_value = asy_pdf_get (self->after, after, keys->pdata[i]);

      if (func == NULL || !func (self, keys->pdata[i], old_value, new_value))
        asy_revision_compare_value (self, old_value, new_value, code);
      release (self, old_value, new_value);
    }
}

static void
compare_content (AsyRevision *self, qpdf_oh before, qpdf_oh after, const char *code)
{
  qpdf_data old_qpdf = asy_pdf_get_qpdf (self->before);
  qpdf_data new_qpdf = asy_pdf_get_qpdf (self->after);
  enum qpdf_object_type_e type = qpdf_oh_get_type_code (old_qpdf, before);

  if (type != qpdf_oh_get_type_code (new_qpdf, after))
    asy_revision_add_change (self->changes, code, "a value is of another kind");
  else if (type == ot_array)
    compare_array (self, before, after, code);
  else if (type == ot_dictionary)
    asy_revision_compare_dict (self, before, after, code, NULL);
  else if (type == ot_stream)
    {
      asy_revision_compare_dict (self, before, after, code, NULL);
      if (!compare_stream_data (self, before, after))
        asy_revision_add_change (self->changes, code, "a stream has other data");
    }
  else
    {
      /* Without "resolved" this would be the reference, which is the same. */
      g_autofree char *old_text = g_strdup (qpdf_oh_unparse_resolved (old_qpdf, before));
      g_autofree char *new_text = g_strdup (qpdf_oh_unparse_resolved (new_qpdf, after));

      if (strcmp (old_text, new_text) != 0)
        asy_revision_add_change (self->changes, code, "a value differs");
    }
}

void
asy_revision_compare_value (AsyRevision *self, qpdf_oh before, qpdf_oh after, const char *code)
{
  gpointer old_key = asy_revision_get_key (self->before, before);
  gpointer new_key = asy_revision_get_key (self->after, after);
  Waiting waiting;

  if (old_key != new_key)
    {
      asy_revision_add_change (self->changes, code, "a reference leads to another object");
      return;
    }
  if (old_key == NULL)
    {
      compare_content (self, before, after, code);
      return;
    }
  if (!g_hash_table_add (self->seen, old_key))
    return;
  waiting.id = qpdf_oh_get_object_id (asy_pdf_get_qpdf (self->before), before);
  waiting.generation = qpdf_oh_get_generation (asy_pdf_get_qpdf (self->before), before);
  waiting.code = code;
  g_array_append_val (self->waiting, waiting);
}

static gboolean
has_filter (AsyPdf *pdf, qpdf_oh stream)
{
  return !asy_pdf_is_null (pdf, asy_pdf_get (pdf, stream, "/Filter"));
}

static void
compare_metadata (AsyRevision *self, qpdf_oh before, qpdf_oh after)
{
  g_autoptr (GBytes) old_packet = NULL;
  g_autoptr (GBytes) new_packet = NULL;
  gboolean is_plain;

  if (asy_pdf_is_null (self->before, before) && asy_pdf_is_null (self->after, after))
    return;
  if (qpdf_oh_is_stream (asy_pdf_get_qpdf (self->before), before) && qpdf_oh_is_stream (asy_pdf_get_qpdf (self->after), after))
    {
      old_packet = asy_pdf_dup_stream (self->before, before, NULL);
      new_packet = asy_pdf_dup_stream (self->after, after, NULL);
    }
  is_plain = !has_filter (self->before, before) && !has_filter (self->after, after);
  if (old_packet == NULL || new_packet == NULL
      || !(is_plain ? asy_xmp_is_same_document (old_packet, new_packet) : g_bytes_equal (old_packet, new_packet)))
    asy_revision_add_change (self->changes, "metadata", "the metadata describe another document");
}

static gboolean
on_catalog_key_cb (AsyRevision *self, const char *key, qpdf_oh before, qpdf_oh after)
{
  if (strcmp (key, "/AcroForm") == 0)
    asy_revision_compare_form (self, before, after);
  else if (strcmp (key, "/Metadata") == 0)
    compare_metadata (self, before, after);
  else if (strcmp (key, "/Pages") == 0)
    asy_revision_compare_value (self, before, after, "pages");
  /* Long-term validation, and the version and extensions that it needs: nothing that is seen. */
  else if (strcmp (key, "/DSS") != 0 && strcmp (key, "/Extensions") != 0 && strcmp (key, "/Version") != 0)
    return FALSE;
  return TRUE;
}

static gboolean
on_information_key_cb (AsyRevision *self, const char *key, qpdf_oh before, qpdf_oh after)
{
  return strcmp (key, "/ModDate") == 0 || strcmp (key, "/Producer") == 0;
}

static void
compare_page (AsyRevision *self, qpdf_oh before, qpdf_oh after)
{
  g_auto (GStrv) keys = asy_pdf_dup_keys (self->after, after);
  qpdf_oh old_list = asy_pdf_get (self->before, before, "/Annots");
  qpdf_oh new_list = asy_pdf_get (self->after, after, "/Annots");

  asy_revision_compare_annotations (self, after, old_list, new_list);
  for (gsize i = 0; keys[i] != NULL; i++)
    {
      qpdf_oh old_value = asy_pdf_get (self->before, before, keys[i]);
      qpdf_oh new_value = asy_pdf_get (self->after, after, keys[i]);

      if (strcmp (keys[i], "/Annots") != 0)
        asy_revision_compare_value (self, old_value, new_value, strcmp (keys[i], "/Parent") == 0 ? "pages" : "content");
      release (self, old_value, new_value);
    }
}

static gboolean
is_page_key_lost (AsyRevision *self, qpdf_oh before, qpdf_oh after)
{
  g_auto (GStrv) keys = asy_pdf_dup_keys (self->before, before);

  for (gsize i = 0; keys[i] != NULL; i++)
    if (asy_pdf_is_null (self->after, asy_pdf_get (self->after, after, keys[i])) && strcmp (keys[i], "/Annots") != 0
        && !asy_pdf_is_null (self->before, asy_pdf_get (self->before, before, keys[i])))
      return TRUE;
  return FALSE;
}

static void
compare_object (AsyRevision *self, const Waiting *waiting)
{
  qpdf_oh before = qpdf_get_object_by_id (asy_pdf_get_qpdf (self->before), waiting->id, waiting->generation);
  qpdf_oh after = qpdf_get_object_by_id (asy_pdf_get_qpdf (self->after), waiting->id, waiting->generation);
  gpointer role = g_hash_table_lookup (self->roles, make_key (waiting->id, waiting->generation));
  gboolean are_dicts = qpdf_oh_is_dictionary (asy_pdf_get_qpdf (self->before), before)
                       && qpdf_oh_is_dictionary (asy_pdf_get_qpdf (self->after), after);
  guint n_changes = self->changes->len;

  switch (are_dicts ? (AsyRevisionRole) GPOINTER_TO_INT (role) : ASY_REVISION_ROLE_NONE)
    {
    case ASY_REVISION_ROLE_CATALOG:
      asy_revision_compare_dict (self, before, after, "catalog", on_catalog_key_cb);
      break;
    case ASY_REVISION_ROLE_PAGE:
      if (is_page_key_lost (self, before, after))
        asy_revision_add_change (self->changes, "content", "page object %d has lost something", waiting->id);
      compare_page (self, before, after);
      break;
    case ASY_REVISION_ROLE_EMPTY_FIELD:
      asy_revision_compare_empty_field (self, before, after);
      break;
    case ASY_REVISION_ROLE_NONE:
    default:
      compare_content (self, before, after, waiting->code);
      break;
    }
  if (self->changes->len > n_changes)
    asy_revision_add_change (self->changes, ((AsyChange *) self->changes->pdata[n_changes])->code, "object %d %d differs", waiting->id,
                             waiting->generation);
  release (self, before, after);
}

static void
set_role (AsyRevision *self, qpdf_oh oh, AsyRevisionRole role)
{
  gpointer key = asy_revision_get_key (self->before, oh);

  if (key != NULL)
    g_hash_table_insert (self->roles, key, GINT_TO_POINTER (role));
}

/* Without qpdf's own list of pages, which mends what it finds. */
static void
learn_pages (AsyRevision *self)
{
  qpdf_data qpdf = asy_pdf_get_qpdf (self->before);
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  qpdf_oh top = asy_pdf_get (self->before, asy_pdf_get_root (self->before), "/Pages");

  g_array_append_val (nodes, top);
  for (guint at = 0; at < nodes->len && at < PAGE_TREE_NODES_MAX; at++)
    {
      qpdf_oh node = g_array_index (nodes, qpdf_oh, at);
      qpdf_oh kids = asy_pdf_get (self->before, node, "/Kids");
      gpointer key = asy_revision_get_key (self->before, node);

      if (key == NULL || !g_hash_table_add (met, key))
        continue;
      if (!qpdf_oh_is_array (qpdf, kids))
        set_role (self, node, ASY_REVISION_ROLE_PAGE);
      for (int i = 0; i < asy_pdf_get_n_items (self->before, kids); i++)
        {
          qpdf_oh kid = asy_pdf_get_item (self->before, kids, i);

          g_array_append_val (nodes, kid);
        }
    }
}

static void
compare_trailers (AsyRevision *self)
{
  qpdf_oh old_trailer = asy_pdf_get_trailer (self->before);
  qpdf_oh new_trailer = asy_pdf_get_trailer (self->after);

  asy_revision_compare_value (self, asy_pdf_get (self->before, old_trailer, "/Root"), asy_pdf_get (self->after, new_trailer, "/Root"), "catalog");
  asy_revision_compare_dict (self, asy_pdf_get (self->before, old_trailer, "/Info"), asy_pdf_get (self->after, new_trailer, "/Info"), "metadata",
                             on_information_key_cb);
}

/* What is damaged reads as null on both sides, and a viewer may read it otherwise. */
static void
compare_damage (AsyRevision *self)
{
  g_autoptr (GError) error = NULL;

  if (asy_pdf_has_warnings (self->after) && !asy_pdf_has_warnings (self->before))
    asy_revision_add_change (self->changes, "damaged", "the file was damaged by a later change");
  if (!asy_pdf_check (self->after, 0, &error) || !asy_pdf_check (self->before, 0, error == NULL ? &error : NULL))
    asy_revision_add_change (self->changes, "damaged", "the file cannot be compared");
}

static void
compare (AsyRevision *self)
{
  set_role (self, asy_pdf_get (self->before, asy_pdf_get_trailer (self->before), "/Root"), ASY_REVISION_ROLE_CATALOG);
  learn_pages (self);
  if (!asy_revision_learn_fields (self))
    {
      asy_revision_add_change (self->changes, "damaged", "the form cannot be compared");
      return;
    }
  compare_trailers (self);
  for (guint i = 0; i < self->waiting->len; i++)
    {
      Waiting waiting = g_array_index (self->waiting, Waiting, i);

      compare_object (self, &waiting);
    }
  compare_damage (self);
  if (self->n_signed > 0 && asy_pdf_get_docmdp_level (self->before) == 1)
    asy_revision_add_change (self->changes, "locked", "the certification allows no more signatures");
}

GPtrArray *
asy_revision_compare (AsyPdf *before, AsyPdf *after)
{
  g_autoptr (GHashTable) roles = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) new_fields = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  AsyRevision self = {
    .before = before,
    .after = after,
    .changes = asy_revision_new_changes (),
    .roles = roles,
    .new_fields = new_fields,
    .seen = seen,
    .waiting = waiting,
  };

  compare (&self);
  return self.changes;
}

static gboolean
is_container (AsyPdf *pdf, int id)
{
  qpdf_oh type = asy_pdf_get (pdf, qpdf_get_object_by_id (asy_pdf_get_qpdf (pdf), id, 0), "/Type");

  return asy_pdf_is_name (pdf, type, "/XRef") || asy_pdf_is_name (pdf, type, "/ObjStm");
}

/* Reads backwards from "obj" over two numbers; 0 when it is not the beginning of an object. */
static int
read_object_id (const guint8 *data, const guint8 *word)
{
  const guint8 *c = word;
  int id = 0, scale = 1;

  for (int number = 0; number < 2; number++)
    {
      const guint8 *end;

      while (c > data && g_ascii_isspace (c[-1]))
        c--;
      end = c;
      while (c > data && g_ascii_isdigit (c[-1]) && end - c < 8)
        c--;
      if (c == end)
        return 0;
      if (number == 0)
        continue;
      while (end-- > c)
        {
          id += scale * (*end - '0');
          scale *= 10;
        }
    }
  return id;
}

static GHashTable *
collect_used_ids (AsyPdf *pdf)
{
  GHashTable *used = g_hash_table_new (NULL, NULL);
  const char *const starts[] = { "/Root", "/Info" };

  for (gsize s = 0; s < G_N_ELEMENTS (starts); s++)
    {
      g_autoptr (GArray) objects = asy_pdf_list_reachable (pdf, asy_pdf_get (pdf, asy_pdf_get_trailer (pdf), starts[s]));

      for (guint i = 0; i < objects->len; i++)
        g_hash_table_add (used, GINT_TO_POINTER (qpdf_oh_get_object_id (asy_pdf_get_qpdf (pdf), g_array_index (objects, qpdf_oh, i))));
    }
  return used;
}

void
asy_revision_find_hidden (AsyPdf *pdf, gsize from, GPtrArray *changes)
{
  gsize length, old_xref, new_xref;
  const guint8 *data = asy_pdf_get_data (pdf, &length);
  g_autoptr (GHashTable) used = NULL;
  const guint8 *word = data + from;

  if (!asy_pdf_find_last_xref (data, from, &old_xref) || !asy_pdf_find_last_xref (data, length, &new_xref) || new_xref < from)
    {
      asy_revision_add_change (changes, "trailing-data", "%" G_GSIZE_FORMAT " bytes follow that are no part of the document", length - from);
      return;
    }
  used = collect_used_ids (pdf);
  while ((word = memmem (word, length - (gsize) (word - data), "obj", 3)) != NULL)
    {
      int id = read_object_id (data + from, word);

      if (id > 0 && !g_hash_table_contains (used, GINT_TO_POINTER (id)) && !is_container (pdf, id))
        asy_revision_add_change (changes, "hidden-object", "object %d was added and is not used", id);
      word += 3;
    }
}
