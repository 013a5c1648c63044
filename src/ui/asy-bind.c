/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/asy-bind.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-rows.h"
#include "ui/asy-time-row.h"

static gboolean
enum_to_code (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  const AsyField *field = user_data;

  g_value_set_string (to, field->nicks[g_value_get_int (from)]);
  return TRUE;
}

static gboolean
code_to_enum (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  const AsyField *field = user_data;
  const char *code = g_value_get_string (from);

  for (int i = 0; code != NULL && field->nicks[i] != NULL; i++)
    if (g_str_equal (field->nicks[i], code))
      {
        g_value_set_int (to, i);
        return TRUE;
      }
  return FALSE;
}

static gboolean
ref_to_code (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  gint64 id = g_value_get_int64 (from);

  g_value_take_string (to, id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL);
  return TRUE;
}

static gboolean
code_to_ref (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  gint64 id = 0;

  if (g_value_get_string (from) != NULL)
    (void) g_ascii_string_to_signed (g_value_get_string (from), 10, 0, G_MAXINT64, &id, NULL);
  g_value_set_int64 (to, id);
  return TRUE;
}

/* An empty field has no text at all, which an entry does not take. */
static gboolean
text_to_row (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  const char *text = g_value_get_string (from);

  g_value_set_string (to, text != NULL ? text : "");
  return TRUE;
}

static void
bind_choice (gpointer record, const char *property, const AsyField *field, GtkWidget *row)
{
  const GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  if (field->type == ASY_FIELD_ENUM)
    g_object_bind_property_full (record, property, row, "code", flags, enum_to_code, code_to_enum, (gpointer) field, NULL);
  else if (field->type == ASY_FIELD_REF)
    g_object_bind_property_full (record, property, row, "code", flags, ref_to_code, code_to_ref, NULL, NULL);
  else
    g_object_bind_property (record, property, row, "code", flags);
}

static const char *
row_property (GtkWidget *row)
{
  if (ASY_IS_DATE_ROW (row))
    return "day";
  if (ASY_IS_TIME_ROW (row))
    return "minutes";
  if (ADW_IS_ENTRY_ROW (row) || ASY_IS_TEXT_ROW (row))
    return "text";
  if (ASY_IS_NUMBER_ROW (row))
    return "value";
  if (ASY_IS_SWITCH_ROW (row) || GTK_IS_CHECK_BUTTON (row))
    return "active";
  return NULL;
}

static void
name_row (const AsyField *field, GtkWidget *row)
{
  const char *title;

  if (!ADW_IS_PREFERENCES_ROW (row))
    return;
  /* Names of fields and what users type are no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  if (title == NULL || *title == '\0')
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(field->label));
}

void
asy_bind_row (gpointer record, guint field_number, GtkWidget *row)
{
  AsyRecordClass *klass;
  const AsyField *field;
  const char *property;

  g_return_if_fail (ASY_IS_RECORD (record));
  g_return_if_fail (GTK_IS_WIDGET (row));
  klass = ASY_RECORD_GET_CLASS (record);
  g_return_if_fail (field_number < klass->n_fields);

  field = &klass->fields[field_number];
  property = klass->pspecs[field_number]->name;
  name_row (field, row);
  if (ASY_IS_CHOICE_ROW (row))
    bind_choice (record, property, field, row);
  else
    {
      g_return_if_fail (row_property (row) != NULL);
      g_object_bind_property_full (record, property, row, row_property (row), G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE,
                                   field->type == ASY_FIELD_TEXT ? text_to_row : NULL, NULL, NULL, NULL);
    }
  if ((field->flags & ASY_FIELD_REQUIRED) != 0 && (ASY_IS_DATE_ROW (row) || ASY_IS_CHOICE_ROW (row)))
    g_object_set (row, "required", TRUE, NULL);
}
