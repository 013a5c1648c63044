/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-diagnosis-file.h"

AsyDiagnosisFile *
asy_diagnosis_file_new (AsyDiagnosis *diagnosis)
{
  AsyDiagnosisFile *self = g_new0 (AsyDiagnosisFile, 1);

  self->diagnosis = g_object_ref (diagnosis);
  self->items = asy_record_array_new ();
  self->children = asy_record_array_new ();
  return self;
}

void
asy_diagnosis_file_free (AsyDiagnosisFile *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->diagnosis);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

guint
asy_diagnosis_file_count (AsyDiagnosisFile *self, AsyDiagnosisItemKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    if (asy_diagnosis_item_get_kind (g_ptr_array_index (self->items, i)) == (int) kind)
      n++;
  return n;
}

AsyDiagnosisItem *
asy_diagnosis_file_find_item (AsyDiagnosisFile *self, gint64 item_id)
{
  for (guint i = 0; i < self->items->len; i++)
    if (asy_record_get_id (g_ptr_array_index (self->items, i)) == item_id)
      return g_ptr_array_index (self->items, i);
  return NULL;
}

AsyChildSheet *
asy_diagnosis_file_find_child (AsyDiagnosisFile *self, gint64 person_id)
{
  for (guint i = 0; i < self->children->len; i++)
    if (asy_child_sheet_get_person_id (g_ptr_array_index (self->children, i)) == person_id)
      return g_ptr_array_index (self->children, i);
  return NULL;
}

gboolean
asy_diagnosis_item_is_resource (AsyDiagnosisItem *item)
{
  return asy_diagnosis_item_get_kind (item) == ASY_DIAGNOSIS_ITEM_KIND_STRENGTH ||
         (asy_diagnosis_item_get_kind (item) == ASY_DIAGNOSIS_ITEM_KIND_RESOURCE &&
          asy_diagnosis_item_get_state (item) != ASY_DIAGNOSIS_ITEM_STATE_MISSING);
}
