/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/asy-repo.h"
#include "ui/asy-form-private.h"
#include "ui/asy-format.h"

#define LINES_MAX 8

gpointer
_asy_form_load_theirs_job (AsySession *session, gpointer request, GError **error)
{
  GPtrArray *originals = request;
  g_autoptr (GPtrArray) theirs = asy_record_array_new ();

  for (guint i = 0; i < originals->len; i++)
    {
      AsyRecord *original = originals->pdata[i];
      AsyRecord *now;

      if (asy_record_get_id (original) == 0)
        now = asy_record_duplicate (original);
      else
        now = asy_repo_load (session, G_OBJECT_TYPE (original), asy_record_get_id (original), error);
      if (now == NULL)
        return NULL;
      g_ptr_array_add (theirs, now);
    }
  return g_steal_pointer (&theirs);
}

GPtrArray *
_asy_form_dup_originals (GPtrArray *records)
{
  GPtrArray *originals = asy_record_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      AsyFormRecord *entry = records->pdata[i];

      g_ptr_array_add (originals, asy_record_duplicate (entry->original));
    }
  return originals;
}

/* As the user would write it; %NULL for what has no short form. */
static char *
show_value (AsyRecord *record, guint number, const AsyField *field)
{
  switch (field->type)
    {
    case ASY_FIELD_DAY:
      return asy_format_day ((AsyDay) asy_record_get_int (record, number));
    case ASY_FIELD_TEXT:
    case ASY_FIELD_INT:
    case ASY_FIELD_REAL:
      return asy_record_dup_field_as_text (record, number);
    case ASY_FIELD_BOOL:
      return g_strdup (asy_record_get_int (record, number) != 0 ? _("yes") : _("no"));
    case ASY_FIELD_ENUM:
    case ASY_FIELD_REF:
    default:
      return NULL;
    }
}

static void
describe_field (GString *text, AsyRecord *mine, AsyRecord *theirs, guint number, const AsyField *field)
{
  g_autofree char *my_value = show_value (mine, number, field);
  g_autofree char *their_value = show_value (theirs, number, field);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (field->type == ASY_FIELD_ENUM || field->type == ASY_FIELD_REF)
    g_string_append (text, _(field->label));
  else
    /* Translators: name of a field, then their value, then mine. */
    g_string_append_printf (text, _("%s: “%s”, in your form “%s”"), _(field->label),
                            their_value != NULL ? their_value : "", my_value != NULL ? my_value : "");
}

char *
_asy_form_describe_conflict (GPtrArray *records, GPtrArray *theirs)
{
  GString *text = g_string_new (NULL);
  guint lines = 0;

  for (guint r = 0; r < records->len && r < theirs->len; r++)
    {
      AsyFormRecord *entry = records->pdata[r];
      guint n;
      const AsyField *fields = asy_record_get_fields (entry->copy, &n);

      for (guint i = 0; i < n; i++)
        if ((fields[i].flags & ASY_FIELD_HIDDEN) == 0
            && !asy_record_field_equals (theirs->pdata[r], entry->original, i)
            && !asy_record_field_equals (theirs->pdata[r], entry->copy, i)
            && lines++ < LINES_MAX)
          describe_field (text, entry->copy, theirs->pdata[r], i, &fields[i]);
    }
  if (lines > LINES_MAX)
    g_string_append (text, "\n…");
  return g_string_free (text, FALSE);
}

static void
copy_field (AsyRecord *from, AsyRecord *to, guint number)
{
  GParamSpec *pspec = ASY_RECORD_GET_CLASS (from)->pspecs[number];
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  g_object_get_property (G_OBJECT (from), pspec->name, &value);
  g_object_set_property (G_OBJECT (to), pspec->name, &value);
}

void
_asy_form_rebase (GPtrArray *records, GPtrArray *theirs, gboolean keep_mine)
{
  for (guint r = 0; r < records->len && r < theirs->len; r++)
    {
      AsyFormRecord *entry = records->pdata[r];
      AsyRecord *now = theirs->pdata[r];
      guint n;

      (void) asy_record_get_fields (entry->copy, &n);
      for (guint i = 0; i < n; i++)
        if (!keep_mine || asy_record_field_equals (entry->copy, entry->original, i))
          copy_field (now, entry->copy, i);
      asy_record_set_revision (entry->copy, asy_record_get_revision (now));
      asy_record_copy_from (entry->original, now);
    }
}
