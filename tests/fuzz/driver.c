/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

/*
 * Runs a fuzz target over the files of a corpus folder, as a unit test. Small
 * files are also tried cut at every length and with every byte spoilt: where
 * no fuzzer runs, that finds what reads past the end.
 */

#define SPOIL_MAX 512

static void
try_input (const guint8 *data, gsize size)
{
  /* A block of the very size, so that a sanitizer sees a read behind it. */
  g_autofree guint8 *copy = g_memdup2 (data, size);

  (void) LLVMFuzzerTestOneInput (copy, size);
}

static void
try_spoilt (const guint8 *data, gsize size)
{
  static const guint8 bytes[] = { 0x00, 0x09, '"', '-', 0x80, 0xc5, 0xff };
  g_autofree guint8 *copy = g_memdup2 (data, size);

  for (gsize cut = 0; cut < size; cut++)
    try_input (data, cut);
  for (gsize at = 0; at < size; at++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (bytes); i++)
        {
          copy[at] = bytes[i];
          try_input (copy, size);
        }
      copy[at] = data[at] ^ 1;
      try_input (copy, size);
      copy[at] = data[at];
    }
}

static void
test_file (gconstpointer user_data)
{
  const char *path = user_data;
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  try_input ((const guint8 *) data, size);
  if (size <= SPOIL_MAX)
    try_spoilt ((const guint8 *) data, size);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) names = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  names = list_files (argv[1]);
  g_assert_cmpuint (names->len, >, 0);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *test = g_strconcat ("/corpus/", name, NULL);

      g_test_add_data_func_full (test, g_build_filename (argv[1], name, NULL), test_file, g_free);
    }
  return g_test_run ();
}
