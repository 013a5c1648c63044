/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "law/asy-handover.h"

typedef struct {
  const char *what;
  AsyHandoverFamily families[4];
  guint n_families;
  AsyHandoverTaker takers[3];
  guint n_takers;
  gint64 workers[4];
} Row;

static const Row rows[] = {
  { "nobody is there", { { NULL, 1 } }, 1, { { 0, NULL, 0, 0, 0 } }, 0, { 0 } },
  { "the lighter load first", { { NULL, 1 } }, 1, { { 1, NULL, 5, 7, 15 }, { 2, NULL, 6, 5, 15 } }, 2, { 2 } },
  { "of equal weights who has fewer families", { { NULL, 1 } }, 1, { { 1, NULL, 6, 6, 15 }, { 2, NULL, 5, 6, 15 } }, 2, { 2 } },
  { "the same district before a lighter load", { { "Łany", 1 } }, 1, { { 1, "Rynek", 1, 1, 15 }, { 2, "Łany", 9, 9, 15 } }, 2, { 2 } },
  { "a full assistant takes nobody, near or not", { { "Łany", 1 } }, 1, { { 1, "Rynek", 14, 20, 15 }, { 2, "Łany", 15, 15, 15 } }, 2,
    { 1 } },
  { "each family counts for the next one", { { NULL, 1 }, { NULL, 1 }, { NULL, 1 } }, 3,
    { { 1, NULL, 14, 3, 15 }, { 2, NULL, 14, 9, 15 } }, 2, { 1, 2, 0 } },
  { "heavy families first, so that loads are even", { { NULL, 1 }, { NULL, 2 }, { NULL, 1 } }, 3,
    { { 1, NULL, 0, 0, 15 }, { 2, NULL, 0, 0, 15 } }, 2, { 2, 1, 2 } },
  { "no limit is in force", { { NULL, 1 } }, 1, { { 1, NULL, 40, 40, 0 } }, 1, { 1 } },
};

static void
test_propose (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 workers[4] = { -1, -1, -1, -1 };

      g_test_message ("%s", rows[i].what);
      asy_handover_propose (rows[i].families, rows[i].n_families, rows[i].takers, rows[i].n_takers, workers);
      for (guint j = 0; j < rows[i].n_families; j++)
        g_assert_cmpint (workers[j], ==, rows[i].workers[j]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handover/propose", test_propose);
  return g_test_run ();
}
