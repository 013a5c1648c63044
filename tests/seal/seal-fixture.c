/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "seal-fixture.h"
#include "seal/asy-pades.h"

#define PAGE_WIDTH_PT 595.276
#define PAGE_HEIGHT_PT 841.89
#define MARGIN_PT 70

static const char paragraph[] =
  "Rodzina współpracuje z asystentem i bywa obecna podczas wszystkich umówionych wizyt. Od stycznia dzieci „chodzą spać” "
  "o stałej porze – poranne przygotowania do szkoły odbywają się bez pośpiechu. Zażółć gęślą jaźń. ZAŻÓŁĆ GĘŚLĄ JAŹŃ.";

static void
draw_text (cairo_t *cr, int page)
{
  g_autofree char *text = g_strdup_printf ("Opinia o rodzinie, strona %d\n\n%s\n\n%s", page, paragraph, paragraph);
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("DejaVu Serif, 11");
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (PAGE_WIDTH_PT - 2 * MARGIN_PT) * PANGO_SCALE);
  pango_layout_set_text (layout, text, -1);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, MARGIN_PT, 2 * MARGIN_PT);
  pango_cairo_show_layout (cr, layout);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  g_object_unref (layout);
}

/* The default filter of an image pattern makes Cairo write /Interpolate true. */
static void
draw_image (cairo_t *cr)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 16, 16);
  cairo_t *inside = cairo_create (image);

  cairo_set_source_rgb (inside, 0.1, 0.4, 0.7);
  cairo_paint (inside);
  cairo_set_source_rgb (inside, 0.9, 0.9, 0.2);
  cairo_rectangle (inside, 4, 4, 8, 8);
  cairo_fill (inside);
  cairo_destroy (inside);
  cairo_save (cr);
  cairo_translate (cr, MARGIN_PT, MARGIN_PT);
  cairo_scale (cr, 3, 3);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_rectangle (cr, 0, 0, 16, 16);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (image);
}

static void
draw_page (cairo_t *cr, cairo_surface_t *surface, int page, FixtureFlags flags)
{
  g_autofree char *target = g_strdup_printf ("page=%d pos=[0 0]", page);
  g_autofree char *name = g_strdup_printf ("Część %d", page);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, name, target, 0);
  draw_image (cr);
  draw_text (cr, page);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, "uri='https://example.org/' rect=[70 700 100 20]");
  cairo_tag_end (cr, CAIRO_TAG_LINK);
  if ((flags & FIXTURE_TRANSPARENT) != 0)
    {
      cairo_set_source_rgba (cr, 1, 0, 0, 0.5);
      cairo_rectangle (cr, 300, 600, 50, 50);
      cairo_fill (cr);
    }
  cairo_show_page (cr);
}

static cairo_status_t
on_write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Renames a font object, so that the reference to it leads nowhere. */
static void
damage (GByteArray *pdf)
{
  guint8 *name = memmem (pdf->data, pdf->len, "obj\n<< /Type /Font\n", 19);

  g_assert_nonnull (name);
  name[0] = 'O';
}

GBytes *
fixture_draw (FixtureFlags flags)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (on_write_cb, out, PAGE_WIDTH_PT, PAGE_HEIGHT_PT);
  cairo_t *cr;
  int n_pages = (flags & FIXTURE_ONE_PAGE) != 0 ? 1 : 3;

  if ((flags & FIXTURE_PDF_1_4) != 0)
    cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2026-11-22T10:45:00+01:00");
  cr = cairo_create (surface);
  for (int page = 1; page <= n_pages; page++)
    draw_page (cr, surface, page, flags);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  if ((flags & FIXTURE_DAMAGED) != 0)
    damage (out);
  return g_byte_array_free_to_bytes (out);
}

AsyPdfaInfo
fixture_info (AsyPdfaPart part)
{
  static const char *const fields[] = { "Opiniujący", "Kierownik", NULL };
  AsyPdfaInfo info = {
    .title = "Opinia o rodzinie – zażółć <gęślą> & „jaźń”",
    .author = "Miejski Ośrodek Pomocy Społecznej w Próbnie",
    .subject = "Opinia na wniosek sądu",
    .keywords = "opinia, rodzina",
    .producer = "Asysta 0.1.0",
    .created = FIXTURE_NOW,
    .part = part,
    .signature_fields = fields,
  };

  return info;
}

GBytes *
fixture_finish (void)
{
  g_autoptr (GBytes) raw = fixture_draw (FIXTURE_PLAIN);
  g_autoptr (GError) error = NULL;
  AsyPdfaInfo info = fixture_info (ASY_PDFA_2B);
  GBytes *pdf = asy_pdfa_finish (raw, &info, &error);

  g_assert_no_error (error);
  return pdf;
}

/* One folder for a whole run; it stays when a test fails, what is in it explains why. */
static char *folder = NULL;

const char *
fixture_get_folder (void)
{
  if (folder == NULL)
    folder = g_dir_make_tmp ("asysta-seal-XXXXXX", NULL);
  g_assert_nonnull (folder);
  return folder;
}

char *
fixture_write (const char *name, GBytes *bytes)
{
  char *path = g_build_filename (fixture_get_folder (), name, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
  return path;
}

GBytes *
fixture_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

char *
fixture_get_key_path (const char *name)
{
  const char *keys = g_getenv ("ASYSTA_TEST_KEYS");

  g_assert_nonnull (keys);
  return g_build_filename (keys, name, NULL);
}

AsySigner *
fixture_open_signer (const char *name)
{
  g_autofree char *file_name = g_strconcat (name, ".p12", NULL);
  g_autofree char *path = fixture_get_key_path (file_name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  AsySigner *signer = asy_signer_new_pkcs12 (file, "haslo", &error);

  g_assert_no_error (error);
  return signer;
}

GBytes *
fixture_sign (GBytes *pdf, const char *who, const char *field)
{
  g_autoptr (AsySigner) signer = fixture_open_signer (who);
  g_autoptr (GError) error = NULL;
  AsyPadesOptions options = { .field_name = field, .reason = "Opinia", .location = "Próbno", .time = FIXTURE_NOW };
  GBytes *signed_pdf = asy_pades_sign (pdf, signer, &options, &error);

  g_assert_no_error (error);
  return signed_pdf;
}

int
fixture_run (char **ret_output, const char *program, ...)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list list;

  va_start (list, program);
  for (const char *arg = program; arg != NULL; arg = va_arg (list, const char *))
    g_ptr_array_add (args, (gpointer) arg);
  va_end (list);
  g_ptr_array_add (args, NULL);
  process = g_subprocess_newv ((const char *const *) args->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, ret_output, NULL, &error);
  g_assert_no_error (error);
  return g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
}

gboolean
fixture_has (const char *program)
{
  g_autofree char *path = g_find_program_in_path (program);
  g_autofree char *message = NULL;

  if (path != NULL)
    return TRUE;
  message = g_strdup_printf ("%s is not installed", program);
  g_test_skip (message);
  return FALSE;
}

char *
fixture_find_shared (const char *name)
{
  const char *shared = g_getenv ("ASYSTA_SHARED");
  g_autofree char *path = NULL;

  if (shared != NULL)
    path = g_build_filename (shared, name, NULL);
  else
    path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip ("the shared tools are not beside the repository");
  return NULL;
}

/* What cannot be removed is litter in a temporary folder at worst. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        (void) g_remove (child);
    }
  (void) g_rmdir (path);
}

int
fixture_test_run (void)
{
  int status = g_test_run ();

  if (status == 0 && folder != NULL)
    remove_folder (folder);
  g_clear_pointer (&folder, g_free);
  return status;
}
