/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <string.h>

#include "seal/asy-pdf-private.h"
#include "seal/asy-xmp-private.h"

#define XMP_BYTES_MAX (1024 * 1024)

static void
append_property (GString *xmp, const char *before, const char *text, const char *after)
{
  g_autofree char *escaped = NULL;

  if (text == NULL || text[0] == '\0')
    return;
  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (xmp, "   %s%s%s\n", before, escaped, after);
}

GBytes *
asy_xmp_build (const AsyPdfaInfo *info)
{
  GString *xmp = g_string_new ("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                               " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                               "  <rdf:Description rdf:about=\"\"\n"
                               "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                               "    xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
                               "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                               "    xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n");
  g_autofree char *created = asy_pdf_format_time_iso (info->created);

  g_string_append_printf (xmp, "   <pdfaid:part>%d</pdfaid:part>\n   <pdfaid:conformance>B</pdfaid:conformance>\n",
                          info->part == ASY_PDFA_1B ? 1 : 2);
  append_property (xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", info->title, "</rdf:li></rdf:Alt></dc:title>");
  append_property (xmp, "<dc:creator><rdf:Seq><rdf:li>", info->author, "</rdf:li></rdf:Seq></dc:creator>");
  append_property (xmp, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", info->subject,
                   "</rdf:li></rdf:Alt></dc:description>");
  append_property (xmp, "<pdf:Keywords>", info->keywords, "</pdf:Keywords>");
  append_property (xmp, "<pdf:Producer>", info->producer, "</pdf:Producer>");
  append_property (xmp, "<xmp:CreateDate>", created, "</xmp:CreateDate>");
  append_property (xmp, "<xmp:ModifyDate>", created, "</xmp:ModifyDate>");
  append_property (xmp, "<xmp:MetadataDate>", created, "</xmp:MetadataDate>");
  g_string_append (xmp, "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
  return g_string_free_to_bytes (xmp);
}

/*
 * For the comparison a packet becomes the sorted list of what it states: the
 * path of elements with a text or an attribute, and its value.
 */
typedef struct
{
  GString *path;
  GPtrArray *facts;
  guint skip_depth; /* elements open inside one that is left out, itself included */
} Reader;

/* Names by their usual prefixes: a packet that binds others to them only makes the comparison stricter. */
static gboolean
is_about_last_write (const char *name)
{
  static const char *const names[] = { "xmp:ModifyDate", "xmp:MetadataDate", "xap:ModifyDate", "xap:MetadataDate", "pdf:Producer" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return TRUE;
  return g_str_has_prefix (name, "xmpMM:");
}

static void
add_fact (Reader *reader, const char *name, const char *value)
{
  g_ptr_array_add (reader->facts, g_strdup_printf ("%s@%s=%s", reader->path->str, name, value));
}

static void
on_start_element_cb (GMarkupParseContext *context,
                     const char          *element,
                     const char         **names,
                     const char         **values,
                     gpointer             user_data,
                     GError             **error)
{
  Reader *reader = user_data;

  g_string_append_printf (reader->path, "/%s", element);
  if (reader->skip_depth > 0 || is_about_last_write (element))
    {
      reader->skip_depth++;
      return;
    }
  for (gsize i = 0; names[i] != NULL; i++)
    {
      /* Which namespaces are declared states nothing; a used prefix bound anew would, and is kept by its use. */
      if (g_str_has_prefix (names[i], "xmlns:xmpMM") || strcmp (names[i], "xmlns:stEvt") == 0 || strcmp (names[i], "x:xmptk") == 0)
        continue;
      if (!is_about_last_write (names[i]))
        add_fact (reader, names[i], values[i]);
    }
}

static void
on_end_element_cb (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  if (reader->skip_depth > 0)
    reader->skip_depth--;
  g_string_truncate (reader->path, reader->path->len - strlen (element) - 1);
}

static void
on_text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  g_autofree char *value = NULL;

  if (reader->skip_depth > 0)
    return;
  value = g_strstrip (g_strndup (text, length));
  if (value[0] != '\0')
    add_fact (reader, "", value);
}

static int
compare_facts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* NULL when it cannot be read. */
static GPtrArray *
read_facts (GBytes *packet)
{
  static const GMarkupParser parser = { .start_element = on_start_element_cb, .end_element = on_end_element_cb, .text = on_text_cb };
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) path = g_string_new ("");
  Reader reader = { path, facts, 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &reader, NULL);
  gsize length;
  const char *text = g_bytes_get_data (packet, &length);

  if (length == 0 || length > XMP_BYTES_MAX)
    return NULL;
  if (!g_markup_parse_context_parse (context, text, (gssize) length, NULL) || !g_markup_parse_context_end_parse (context, NULL))
    return NULL;
  g_ptr_array_sort (facts, compare_facts);
  return g_steal_pointer (&facts);
}

gboolean
asy_xmp_is_same_document (GBytes *before, GBytes *after)
{
  g_autoptr (GPtrArray) old_facts = NULL;
  g_autoptr (GPtrArray) new_facts = NULL;

  if (g_bytes_equal (before, after))
    return TRUE;
  old_facts = read_facts (before);
  new_facts = read_facts (after);
  if (old_facts == NULL || new_facts == NULL || old_facts->len != new_facts->len)
    return FALSE;
  for (guint i = 0; i < old_facts->len; i++)
    if (strcmp (old_facts->pdata[i], new_facts->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}
