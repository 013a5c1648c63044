/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/asy-repo.h"
#include "ui/asy-form-private.h"
#include "ui/asy-format.h"

#define LINES_MAX 8

static AsyFormTheirs *
theirs_new (const AsyFormConflictList *list)
{
  AsyFormTheirs *theirs = g_new0 (AsyFormTheirs, 1);

  theirs->originals = asy_record_array_new ();
  theirs->records = asy_record_array_new ();
  theirs->list = *list;
  theirs->list.base = NULL;
  return theirs;
}

AsyFormTheirs *
_asy_form_theirs_new (GPtrArray *records, const AsyFormConflictList *list)
{
  AsyFormTheirs *theirs = theirs_new (list);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (theirs->originals, asy_record_duplicate (((AsyFormRecord *) records->pdata[i])->original));
  return theirs;
}

void
_asy_form_theirs_free (AsyFormTheirs *theirs)
{
  g_ptr_array_unref (theirs->originals);
  g_ptr_array_unref (theirs->records);
  g_clear_pointer (&theirs->rows, g_ptr_array_unref);
  g_free (theirs);
}

static gboolean
load_records (AsySession *session, GPtrArray *originals, GPtrArray *records, GError **error)
{
  for (guint i = 0; i < originals->len; i++)
    {
      AsyRecord *original = originals->pdata[i];
      AsyRecord *now = asy_record_get_id (original) == 0
                           ? asy_record_duplicate (original)
                           : asy_repo_load (session, G_OBJECT_TYPE (original), asy_record_get_id (original), error);

      if (now == NULL)
        return FALSE;
      g_ptr_array_add (records, now);
    }
  return TRUE;
}

gpointer
_asy_form_load_theirs_job (AsySession *session, gpointer request, GError **error)
{
  const AsyFormTheirs *wanted = request;
  AsyFormTheirs *theirs = theirs_new (&wanted->list);
  gboolean is_loaded = load_records (session, wanted->originals, theirs->records, error);

  if (is_loaded && wanted->list.load != NULL)
    {
      theirs->rows = wanted->list.load (session, wanted->list.owner_id, error);
      is_loaded = theirs->rows != NULL;
    }
  if (is_loaded)
    return theirs;
  _asy_form_theirs_free (theirs);
  return NULL;
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

/* What they did not change is mine in any case. */
static gboolean
takes_theirs (AsyRecord *base, AsyRecord *mine, AsyRecord *theirs, guint number, gboolean keep_mine)
{
  return asy_record_field_equals (mine, base, number) || (!keep_mine && !asy_record_field_equals (theirs, base, number));
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
        if (takes_theirs (entry->original, entry->copy, now, i, keep_mine))
          copy_field (now, entry->copy, i);
      asy_record_set_revision (entry->copy, asy_record_get_revision (now));
      asy_record_copy_from (entry->original, now);
    }
}

/* Lists */

static AsyRecord *
find_same (GPtrArray *list, AsyRecord *record)
{
  for (guint i = 0; i < list->len; i++)
    if (asy_record_get_id (record) != 0 && asy_record_get_id (list->pdata[i]) == asy_record_get_id (record))
      return list->pdata[i];
  return NULL;
}

static gboolean
says_the_same (AsyRecord *a, AsyRecord *b)
{
  guint n;

  (void) asy_record_get_fields (a, &n);
  for (guint i = 0; i < n; i++)
    if (!asy_record_field_equals (a, b, i))
      return FALSE;
  return TRUE;
}

/* Its texts and days; "" for one that is not there. */
static char *
show_record (AsyRecord *record)
{
  GString *text = g_string_new (NULL);
  guint n = 0;
  const AsyField *fields = record != NULL ? asy_record_get_fields (record, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = fields[i].type == ASY_FIELD_TEXT || fields[i].type == ASY_FIELD_DAY ? show_value (record, i, &fields[i]) : NULL;

      if (value != NULL && *value != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", value);
    }
  return g_string_free (text, FALSE);
}

static void
describe_row (GString *text, const char *label, AsyRecord *mine, AsyRecord *theirs)
{
  g_autofree char *my_value = show_record (mine);
  g_autofree char *their_value = show_record (theirs);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, _("%s: “%s”, in your form “%s”"), _(label), their_value, my_value);
}

char *
_asy_form_describe_list (const char *label, GPtrArray *base, GPtrArray *mine, GPtrArray *theirs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < theirs->len; i++)
    {
      AsyRecord *before = find_same (base, theirs->pdata[i]);
      AsyRecord *my = find_same (mine, theirs->pdata[i]);

      if ((before == NULL || !says_the_same (before, theirs->pdata[i])) && (my == NULL || !says_the_same (my, theirs->pdata[i])))
        describe_row (text, label, my, theirs->pdata[i]);
    }
  for (guint i = 0; i < base->len; i++)
    if (find_same (theirs, base->pdata[i]) == NULL && find_same (mine, base->pdata[i]) != NULL)
      describe_row (text, label, find_same (mine, base->pdata[i]), NULL);
  return g_string_free (text, FALSE);
}

/* One that both have; without @base it was added by them. (transfer full) */
static AsyRecord *
merge_record (AsyRecord *base, AsyRecord *mine, AsyRecord *theirs, gboolean keep_mine)
{
  AsyRecord *merged = asy_record_duplicate (theirs);
  guint n;

  (void) asy_record_get_fields (theirs, &n);
  for (guint i = 0; i < n; i++)
    if (!takes_theirs (base, mine, theirs, i, keep_mine))
      copy_field (mine, merged, i);
  return merged;
}

/* What I removed stays unless they have changed it and theirs is wanted. */
static void
add_theirs (GPtrArray *merged, GPtrArray *base, GPtrArray *mine, AsyRecord *theirs, gboolean keep_mine)
{
  AsyRecord *before = find_same (base, theirs);
  AsyRecord *my = find_same (mine, theirs);

  if (before == NULL)
    g_ptr_array_add (merged, asy_record_duplicate (theirs));
  else if (my != NULL)
    g_ptr_array_add (merged, merge_record (before, my, theirs, keep_mine));
  else if (!keep_mine && !says_the_same (before, theirs))
    g_ptr_array_add (merged, asy_record_duplicate (theirs));
}

/* One of mine that they removed while I wrote into it is a new one. */
static void
add_mine (GPtrArray *merged, GPtrArray *base, AsyRecord *mine, gboolean keep_mine)
{
  AsyRecord *before = find_same (base, mine);
  AsyRecord *added;

  if (before != NULL && (!keep_mine || says_the_same (before, mine)))
    return;
  added = asy_record_duplicate (mine);
  asy_record_set_id (added, 0);
  asy_record_set_uid (added, NULL);
  asy_record_set_revision (added, 0);
  g_ptr_array_add (merged, added);
}

GPtrArray *
_asy_form_merge_list (GPtrArray *base, GPtrArray *mine, GPtrArray *theirs, gboolean keep_mine)
{
  GPtrArray *merged = asy_record_array_new ();

  for (guint i = 0; i < theirs->len; i++)
    add_theirs (merged, base, mine, theirs->pdata[i], keep_mine);
  for (guint i = 0; i < mine->len; i++)
    if (find_same (theirs, mine->pdata[i]) == NULL)
      add_mine (merged, base, mine->pdata[i], keep_mine);
  return merged;
}
