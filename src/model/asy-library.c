/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "base/asy-text.h"
#include "model/asy-library.h"

static void
entry_free (gpointer data)
{
  AsyLibraryEntry *entry = data;

  g_object_unref (entry->goal);
  g_ptr_array_unref (entry->tasks);
  g_ptr_array_unref (entry->task_words);
  g_free (entry->words);
  g_free (entry);
}

AsyLibrary *
asy_library_new (void)
{
  AsyLibrary *self = g_new0 (AsyLibrary, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  return self;
}

AsyLibrary *
asy_library_ref (AsyLibrary *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
asy_library_unref (AsyLibrary *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->entries);
  g_free (self);
}

AsyLibraryEntry *
asy_library_add (AsyLibrary *self, AsyLibraryGoal *goal)
{
  AsyLibraryEntry *entry = g_new0 (AsyLibraryEntry, 1);

  entry->goal = g_object_ref (goal);
  entry->tasks = asy_record_array_new ();
  entry->words = asy_text_fold (asy_library_goal_get_title (goal));
  entry->task_words = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

void
asy_library_settle (AsyLibrary *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      AsyLibraryEntry *entry = self->entries->pdata[i];

      g_ptr_array_set_size (entry->task_words, 0);
      for (guint j = 0; j < entry->tasks->len; j++)
        g_ptr_array_add (entry->task_words, asy_text_fold (asy_library_task_get_what (entry->tasks->pdata[j])));
    }
}

AsyLibraryEntry *
asy_library_find (AsyLibrary *self, gint64 goal_id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      AsyLibraryEntry *entry = self->entries->pdata[i];

      if (asy_record_get_id (ASY_RECORD (entry->goal)) == goal_id)
        return entry;
    }
  return NULL;
}
