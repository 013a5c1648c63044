/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"
#include "law/asy-library-match.h"

typedef enum {
  RANK_SAME_GOAL = -4,          /* of a task: the library has the plan's goal */
  RANK_OTHER_AREA = 2,
  RANK_WITHIN = 1,              /* what was typed is not how it begins */
} Rank;

typedef struct {
  AsyLibraryMatch match;
  const char *words;            /* folded, borrowed */
  int rank;
  guint order;
} Candidate;

/* Whether a word of @words begins with the @length bytes at @typed. */
static gboolean
has_word (const char *words, const char *typed, gsize length)
{
  for (const char *word = words; word != NULL; word = strchr (word, ' '))
    {
      word += *word == ' ' ? 1 : 0;
      if (strncmp (word, typed, length) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
asy_library_matches_words (const char *words, const char *typed)
{
  for (const char *word = typed; *word != '\0';)
    {
      const gsize length = strcspn (word, " ");

      if (!has_word (words, word, length))
        return FALSE;
      word += length + (word[length] == ' ' ? 1 : 0);
    }
  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a, *right = b;

  return left->rank != right->rank ? (left->rank > right->rank) - (left->rank < right->rank)
                                   : (left->order > right->order) - (left->order < right->order);
}

static void
add (GArray *found, AsyLibraryEntry *entry, AsyLibraryTask *task, const char *words, int rank)
{
  const Candidate candidate = { { entry, task }, words, rank, found->len };

  g_array_append_val (found, candidate);
}

static gboolean
is_among (GArray *matches, GPtrArray *said, const char *words)
{
  for (guint i = 0; i < matches->len; i++)
    if (g_str_equal (said->pdata[i], words))
      return TRUE;
  return FALSE;
}

/* The best, each text once. */
static GArray *
take_best (GArray *found, guint limit)
{
  GArray *best = g_array_new (FALSE, FALSE, sizeof (AsyLibraryMatch));
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  g_array_sort (found, compare);
  for (guint i = 0; i < found->len && best->len < limit; i++)
    {
      const Candidate *candidate = &g_array_index (found, Candidate, i);

      if (is_among (best, said, candidate->words))
        continue;
      g_array_append_val (best, candidate->match);
      g_ptr_array_add (said, (gpointer) candidate->words);
    }
  return best;
}

static int
get_rank (AsyLibraryEntry *entry, const char *area, const char *words, const char *typed)
{
  return (g_strcmp0 (asy_library_goal_get_area (entry->goal), area) == 0 ? 0 : RANK_OTHER_AREA) +
         (g_str_has_prefix (words, typed) ? 0 : RANK_WITHIN);
}

GArray *
asy_library_match_goals (AsyLibrary *library, const char *typed, const char *area, guint limit)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autofree char *folded = asy_text_fold (typed);

  for (guint i = 0; i < library->entries->len; i++)
    {
      AsyLibraryEntry *entry = library->entries->pdata[i];
      const int rank = get_rank (entry, area, entry->words, folded);

      if (asy_library_goal_get_retired (entry->goal) || (*folded == '\0' && rank >= RANK_OTHER_AREA))
        continue;
      if (asy_library_matches_words (entry->words, folded))
        add (found, entry, NULL, entry->words, rank);
    }
  return take_best (found, limit);
}

static void
add_tasks (GArray *found, AsyLibraryEntry *entry, const char *area, const char *title, const char *typed)
{
  const gboolean is_same = g_strcmp0 (entry->words, title) == 0;

  for (guint i = 0; i < entry->tasks->len; i++)
    {
      const char *words = entry->task_words->pdata[i];

      if ((*typed != '\0' || is_same) && asy_library_matches_words (words, typed))
        add (found, entry, entry->tasks->pdata[i], words, get_rank (entry, area, words, typed) + (is_same ? RANK_SAME_GOAL : 0));
    }
}

GArray *
asy_library_match_tasks (AsyLibrary *library, const char *typed, const char *area, const char *title, guint limit)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autofree char *folded = asy_text_fold (typed);
  g_autofree char *folded_title = asy_text_fold (title);

  for (guint i = 0; i < library->entries->len; i++)
    {
      AsyLibraryEntry *entry = library->entries->pdata[i];

      if (!asy_library_goal_get_retired (entry->goal))
        add_tasks (found, entry, area, folded_title, folded);
    }
  return take_best (found, limit);
}
