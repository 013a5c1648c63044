/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"
#include "families/asy-family-filter.h"

void
asy_family_filter_clear (AsyFamilyFilter *self)
{
  g_clear_pointer (&self->words, g_strfreev);
}

void
asy_family_filter_set_text (AsyFamilyFilter *self, const char *text)
{
  g_autofree char *folded = asy_text_fold (text);

  g_clear_pointer (&self->words, g_strfreev);
  if (*folded != '\0')
    self->words = g_strsplit (folded, " ", -1);
}

/* Words of a name are looked for from their beginning: "no" finds Nowak and not
 * Sasankowie. */
static gboolean
has_word (const char *text, const char *word)
{
  const char *at = text;

  while ((at = strstr (at, word)) != NULL)
    {
      if (at == text || at[-1] == ' ')
        return TRUE;
      at++;
    }
  return FALSE;
}

static gboolean
matches_words (const AsyFamilyFilter *self, AsyFamilyRow *row)
{
  const char *folded = asy_family_row_get_folded (row);

  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (folded == NULL || !has_word (folded, self->words[i]))
      return FALSE;
  return TRUE;
}

static gboolean
matches_kind (const AsyFamilyFilter *self, AsyFamilyRow *row)
{
  switch (self->kind)
    {
    case ASY_FAMILY_FILTER_OVERDUE:
      return asy_family_row_get_due (row) != ASY_DAY_NONE && asy_family_row_get_due (row) < self->today;
    case ASY_FAMILY_FILTER_COURT:
      return asy_family_row_get_court (row);
    case ASY_FAMILY_FILTER_ALL:
    default:
      return TRUE;
    }
}

static gboolean
matches_worker (const AsyFamilyFilter *self, AsyFamilyRow *row)
{
  if (self->worker_id == 0)
    return TRUE;
  return asy_family_row_get_worker_id (row) == MAX (self->worker_id, 0);
}

gboolean
asy_family_filter_matches (const AsyFamilyFilter *self, AsyFamilyRow *row)
{
  return matches_kind (self, row) && (self->stage < 0 || (int) asy_family_row_get_stage (row) == self->stage) &&
         matches_worker (self, row) && matches_words (self, row);
}

gboolean
asy_family_filter_is_empty (const AsyFamilyFilter *self)
{
  return self->kind == ASY_FAMILY_FILTER_ALL && self->stage < 0 && self->worker_id == 0 && self->words == NULL;
}

static int
compare_days (AsyDay a, AsyDay b)
{
  if (a == b)
    return 0;
  if (a == ASY_DAY_NONE || b == ASY_DAY_NONE)
    return a == ASY_DAY_NONE ? 1 : -1;
  return a < b ? -1 : 1;
}

/* Kept with the row: an order asks for it many times. */
static const char *
assistant_key (AsyFamilyRow *row)
{
  const char *key = g_object_get_data (G_OBJECT (row), "assistant-key");

  if (key == NULL)
    {
      const char *name = asy_family_row_get_assistant (row);

      /* Families without anybody come last. */
      key = name != NULL ? asy_text_sort_key (name) : g_strdup ("~");
      g_object_set_data_full (G_OBJECT (row), "assistant-key", (gpointer) key, g_free);
    }
  return key;
}

int
asy_family_order_compare (AsyFamilyOrder order, AsyFamilyRow *a, AsyFamilyRow *b)
{
  switch (order)
    {
    case ASY_FAMILY_ORDER_DUE:
      return compare_days (asy_family_row_get_due (a), asy_family_row_get_due (b));
    case ASY_FAMILY_ORDER_STAGE:
      return (int) asy_family_row_get_stage (a) - (int) asy_family_row_get_stage (b);
    case ASY_FAMILY_ORDER_ASSISTANT:
      return strcmp (assistant_key (a), assistant_key (b));
    case ASY_FAMILY_ORDER_NAME:
    default:
      return 0;
    }
}

/* The search text begins with the name of the family. */
static gboolean
bears_name (const AsyFamilyFilter *self, AsyFamilyRow *row)
{
  const char *folded = asy_family_row_get_folded (row);

  return folded != NULL && g_str_has_prefix (folded, self->words[0]);
}

int
asy_family_filter_compare (const AsyFamilyFilter *self, AsyFamilyOrder order, AsyFamilyRow *a, AsyFamilyRow *b)
{
  const int by_name = self->words != NULL ? bears_name (self, b) - bears_name (self, a) : 0;

  return by_name != 0 ? by_name : asy_family_order_compare (order, a, b);
}

gboolean
asy_family_row_same (gconstpointer a, gconstpointer b)
{
  AsyFamilyRow *left = (AsyFamilyRow *) a;
  AsyFamilyRow *right = (AsyFamilyRow *) b;

  return asy_family_row_get_id (left) == asy_family_row_get_id (right) &&
         asy_family_row_get_stage (left) == asy_family_row_get_stage (right) &&
         asy_family_row_get_due (left) == asy_family_row_get_due (right) &&
         asy_family_row_get_due_kind (left) == asy_family_row_get_due_kind (right) &&
         asy_family_row_get_worker_id (left) == asy_family_row_get_worker_id (right) &&
         asy_family_row_get_two_person (left) == asy_family_row_get_two_person (right) &&
         asy_family_row_get_court (left) == asy_family_row_get_court (right) &&
         g_strcmp0 (asy_family_row_get_folded (left), asy_family_row_get_folded (right)) == 0 &&
         g_strcmp0 (asy_family_row_get_name (left), asy_family_row_get_name (right)) == 0 &&
         g_strcmp0 (asy_family_row_get_district (left), asy_family_row_get_district (right)) == 0 &&
         g_strcmp0 (asy_family_row_get_address (left), asy_family_row_get_address (right)) == 0 &&
         g_strcmp0 (asy_family_row_get_warning (left), asy_family_row_get_warning (right)) == 0;
}
