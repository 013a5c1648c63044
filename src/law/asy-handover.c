/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "law/asy-handover.h"

static int
compare_weights (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const AsyHandoverFamily *families = user_data;
  const guint left = *(const guint *) a, right = *(const guint *) b;

  if (families[left].weight > families[right].weight)
    return -1;
  if (families[left].weight < families[right].weight)
    return 1;
  return left < right ? -1 : left > right;
}

static gboolean
has_room (const AsyHandoverTaker *taker)
{
  return taker->limit == 0 || taker->families < taker->limit;
}

static gboolean
is_better (const AsyHandoverTaker *taker, const AsyHandoverTaker *than, const char *district)
{
  const gboolean is_near = district != NULL && g_strcmp0 (taker->district, district) == 0;
  const gboolean was_near = than != NULL && district != NULL && g_strcmp0 (than->district, district) == 0;

  if (than == NULL || is_near != was_near)
    return than == NULL || is_near;
  if (taker->weight < than->weight || taker->weight > than->weight)
    return taker->weight < than->weight;
  return taker->families < than->families;
}

static AsyHandoverTaker *
choose (AsyHandoverTaker *takers, guint n_takers, const char *district)
{
  AsyHandoverTaker *best = NULL;

  for (guint i = 0; i < n_takers; i++)
    if (has_room (&takers[i]) && is_better (&takers[i], best, district))
      best = &takers[i];
  return best;
}

void
asy_handover_propose (const AsyHandoverFamily *families, guint n_families, const AsyHandoverTaker *takers, guint n_takers,
                      gint64 *ret_workers)
{
  g_autofree AsyHandoverTaker *loads = g_memdup2 (takers, n_takers * sizeof *takers);
  g_autofree guint *order = g_new0 (guint, n_families);

  for (guint i = 0; i < n_families; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n_families, sizeof *order, compare_weights, (gpointer) families);
  for (guint i = 0; i < n_families; i++)
    {
      const AsyHandoverFamily *family = &families[order[i]];
      AsyHandoverTaker *taker = choose (loads, n_takers, family->district);

      ret_workers[order[i]] = taker != NULL ? taker->worker_id : 0;
      if (taker == NULL)
        continue;
      taker->families++;
      taker->weight += family->weight;
    }
}
