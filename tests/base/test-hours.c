/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/asy-hours.h"

static void
test_parse (void)
{
  static const struct {
    const char *text;
    const char *stored;         /* nullable: no hours */
  } rows[] = {
    { "8-16", "08:00-16:00" },
    { "08:00-16:00", "08:00-16:00" },
    { "7.30 – 15.30", "07:30-15:30" },
    { " 9:15—17:45 ", "09:15-17:45" },
    { "0-24", "00:00-24:00" },
    { "0:00-0:01", "00:00-00:01" },
    { "16-8", NULL },
    { "8-8", NULL },
    { "8:60-9", NULL },
    { "8:5-9", NULL },
    { "8-24:01", NULL },
    { "8-25", NULL },
    { "8", NULL },
    { "8-", NULL },
    { "-16", NULL },
    { "8-16x", NULL },
    { "123-16", NULL },
    { "rano", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int start = -1, end = -1;
      const gboolean ok = asy_hours_parse (rows[i].text, &start, &end);
      g_autofree char *stored = ok ? asy_hours_format (start, end) : NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (stored, ==, rows[i].stored);
      g_assert_true (ok || (start == -1 && end == -1));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hours/parse", test_parse);
  return g_test_run ();
}
