/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "base/asy-secret-line.h"

static char *
read_from (const char *bytes, gsize n, int *ret_fd)
{
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], bytes, n), ==, n);
  close (ends[1]);
  *ret_fd = ends[0];
  return asy_secret_read_line (ends[0]);
}

static void
test_lines (void)
{
  static const struct {
    const char *bytes;
    gsize n;                    /* 0: up to the end of the text */
    const char *secret;
  } rows[] = {
    { "rower deszcz\n", 0, "rower deszcz" },
    { "rower deszcz", 0, "rower deszcz" },
    { "rower deszcz\r\n", 0, "rower deszcz" },
    { " stary most \n", 0, " stary most " },
    { "żółć gęś\n", 0, "żółć gęś" },
    { "first\nsecond\n", 0, "first" },
    { "\n", 0, NULL },
    { "\r\n", 0, NULL },
    { "cut\0short\n", 10, NULL },
    { "half\003\n", 0, NULL },
    { "no \xff text\n", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int fd;
      g_autofree char *secret = read_from (rows[i].bytes, rows[i].n != 0 ? rows[i].n : strlen (rows[i].bytes), &fd);

      g_test_message ("%u", i);
      g_assert_cmpstr (secret, ==, rows[i].secret);
      close (fd);
    }
}

static void
test_rest_stays (void)
{
  char rest[16] = { 0 };
  int fd;
  g_autofree char *secret = read_from ("one\ntwo\n", 8, &fd);

  g_assert_cmpstr (secret, ==, "one");
  g_assert_cmpint (read (fd, rest, sizeof rest), ==, 4);
  g_assert_cmpstr (rest, ==, "two\n");
  close (fd);
}

static void
test_too_long (void)
{
  g_autofree char *bytes = g_strnfill (5000, 'x');
  int fd;
  g_autofree char *secret = read_from (bytes, 5000, &fd);

  g_assert_null (secret);
  close (fd);
}

static void
test_closed (void)
{
  int fd;
  g_autofree char *first = read_from ("", 0, &fd);
  g_autofree char *second = NULL;

  g_assert_null (first);
  close (fd);
  second = asy_secret_read_line (fd);
  g_assert_null (second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/secret-line/lines", test_lines);
  g_test_add_func ("/base/secret-line/rest-stays", test_rest_stays);
  g_test_add_func ("/base/secret-line/too-long", test_too_long);
  g_test_add_func ("/base/secret-line/closed", test_closed);

  return g_test_run ();
}
