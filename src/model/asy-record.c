/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include <string.h>

#include "model/asy-record.h"

typedef union {
  char *text;
  gint64 number;
  double real;
} Value;

typedef struct {
  gint64 id;
  gint64 revision;
  char *uid;
  Value *values;
} AsyRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AsyRecord, asy_record, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ID,
  PROP_REVISION,
  PROP_UID,
  PROP_FIELDS,                  /* fields follow from here */
};

static const AsyField *
field_at (AsyRecord *self, guint field)
{
  AsyRecordClass *klass = ASY_RECORD_GET_CLASS (self);

  g_assert (field < klass->n_fields);
  return &klass->fields[field];
}

static Value *
value_at (AsyRecord *self, guint field)
{
  AsyRecordPrivate *priv = asy_record_get_instance_private (self);

  /* Not in instance_init: the class of the instance is not the final one there. */
  if (priv->values == NULL)
    priv->values = g_new0 (Value, ASY_RECORD_GET_CLASS (self)->n_fields);
  return &priv->values[field];
}

static void
notify_field (AsyRecord *self, guint field)
{
  AsyRecordClass *klass = ASY_RECORD_GET_CLASS (self);

  g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[field]);
}

static gboolean
is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

const char *
asy_record_get_text (AsyRecord *self, guint field)
{
  g_return_val_if_fail (ASY_IS_RECORD (self), NULL);
  g_return_val_if_fail (field_at (self, field)->type == ASY_FIELD_TEXT, NULL);

  return value_at (self, field)->text;
}

void
asy_record_set_text (AsyRecord *self, guint field, const char *value)
{
  Value *slot;

  g_return_if_fail (ASY_IS_RECORD (self));
  g_return_if_fail (field_at (self, field)->type == ASY_FIELD_TEXT);

  if (is_blank (value))
    value = NULL;
  slot = value_at (self, field);
  if (g_strcmp0 (slot->text, value) == 0)
    return;
  g_free (slot->text);
  slot->text = g_strdup (value);
  notify_field (self, field);
}

gint64
asy_record_get_int (AsyRecord *self, guint field)
{
  g_return_val_if_fail (ASY_IS_RECORD (self), 0);
  g_return_val_if_fail (field_at (self, field)->type != ASY_FIELD_TEXT, 0);

  return value_at (self, field)->number;
}

static guint
count_nicks (const AsyField *info)
{
  return g_strv_length ((char **) info->nicks);
}

void
asy_record_set_int (AsyRecord *self, guint field, gint64 value)
{
  const AsyField *info;
  Value *slot;

  g_return_if_fail (ASY_IS_RECORD (self));
  info = field_at (self, field);
  g_return_if_fail (info->type != ASY_FIELD_TEXT && info->type != ASY_FIELD_REAL);
  g_return_if_fail (info->type != ASY_FIELD_ENUM || (value >= 0 && value < count_nicks (info)));

  slot = value_at (self, field);
  if (slot->number == value)
    return;
  slot->number = value;
  notify_field (self, field);
}

double
asy_record_get_real (AsyRecord *self, guint field)
{
  g_return_val_if_fail (ASY_IS_RECORD (self), 0);
  g_return_val_if_fail (field_at (self, field)->type == ASY_FIELD_REAL, 0);

  return value_at (self, field)->real;
}

void
asy_record_set_real (AsyRecord *self, guint field, double value)
{
  Value *slot;

  g_return_if_fail (ASY_IS_RECORD (self));
  g_return_if_fail (field_at (self, field)->type == ASY_FIELD_REAL);

  slot = value_at (self, field);
  if (memcmp (&slot->real, &value, sizeof value) == 0)
    return;
  slot->real = value;
  notify_field (self, field);
}

char *
asy_record_dup_field_as_text (AsyRecord *self, guint field)
{
  const AsyField *info;
  const Value *slot;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (ASY_IS_RECORD (self), NULL);
  info = field_at (self, field);
  slot = value_at (self, field);

  switch (info->type)
    {
    case ASY_FIELD_TEXT:
      return g_strdup (slot->text);
    case ASY_FIELD_DAY:
      return asy_day_to_iso ((AsyDay) slot->number);
    case ASY_FIELD_REF:
      return slot->number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, slot->number) : NULL;
    case ASY_FIELD_ENUM:
      return g_strdup (info->nicks[slot->number]);
    case ASY_FIELD_REAL:
      return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, slot->real));
    case ASY_FIELD_INT:
    case ASY_FIELD_BOOL:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, slot->number);
    }
}

static void
read_number (AsyRecord *self, guint field, const char *text)
{
  gint64 value = 0;

  if (text == NULL || g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value, NULL))
    asy_record_set_int (self, field, value);
}

static void
read_nick (AsyRecord *self, guint field, const char *text)
{
  const char *const *nicks = field_at (self, field)->nicks;

  for (int i = 0; nicks[i] != NULL; i++)
    if (g_strcmp0 (nicks[i], text) == 0)
      asy_record_set_int (self, field, i);
}

void
asy_record_set_field_from_text (AsyRecord *self, guint field, const char *text)
{
  g_return_if_fail (ASY_IS_RECORD (self));

  switch (field_at (self, field)->type)
    {
    case ASY_FIELD_TEXT:
      asy_record_set_text (self, field, text);
      break;
    case ASY_FIELD_DAY:
      asy_record_set_int (self, field, asy_day_from_iso (text));
      break;
    case ASY_FIELD_REAL:
      asy_record_set_real (self, field, text != NULL ? g_ascii_strtod (text, NULL) : 0);
      break;
    case ASY_FIELD_ENUM:
      read_nick (self, field, text);
      break;
    case ASY_FIELD_INT:
    case ASY_FIELD_BOOL:
    case ASY_FIELD_REF:
    default:
      read_number (self, field, text);
    }
}

gboolean
asy_record_field_equals (AsyRecord *self, AsyRecord *other, guint field)
{
  const AsyField *info;

  g_return_val_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (other), FALSE);

  info = field_at (self, field);
  if (info->type == ASY_FIELD_TEXT)
    return g_strcmp0 (value_at (self, field)->text, value_at (other, field)->text) == 0;
  return value_at (self, field)->number == value_at (other, field)->number;
}

int
asy_record_find_missing (AsyRecord *self)
{
  AsyRecordClass *klass;

  g_return_val_if_fail (ASY_IS_RECORD (self), -1);
  klass = ASY_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const AsyField *info = &klass->fields[i];

      if ((info->flags & ASY_FIELD_REQUIRED) == 0)
        continue;
      if (info->type == ASY_FIELD_TEXT && value_at (self, i)->text == NULL)
        return (int) i;
      if ((info->type == ASY_FIELD_DAY || info->type == ASY_FIELD_REF) && value_at (self, i)->number == 0)
        return (int) i;
    }
  return -1;
}

void
asy_record_copy_field (AsyRecord *self, AsyRecord *source, guint field)
{
  g_return_if_fail (ASY_IS_RECORD (self));
  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (source));

  switch (ASY_RECORD_GET_CLASS (self)->fields[field].type)
    {
    case ASY_FIELD_TEXT:
      asy_record_set_text (self, field, asy_record_get_text (source, field));
      break;
    case ASY_FIELD_REAL:
      asy_record_set_real (self, field, asy_record_get_real (source, field));
      break;
    case ASY_FIELD_INT:
    case ASY_FIELD_BOOL:
    case ASY_FIELD_DAY:
    case ASY_FIELD_REF:
    case ASY_FIELD_ENUM:
    default:
      asy_record_set_int (self, field, asy_record_get_int (source, field));
    }
}

void
asy_record_copy_from (AsyRecord *self, AsyRecord *source)
{
  AsyRecordClass *klass;

  g_return_if_fail (ASY_IS_RECORD (self));
  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (source));

  klass = ASY_RECORD_GET_CLASS (self);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < klass->n_fields; i++)
    asy_record_copy_field (self, source, i);
  asy_record_set_id (self, asy_record_get_id (source));
  asy_record_set_revision (self, asy_record_get_revision (source));
  asy_record_set_uid (self, asy_record_get_uid (source));
  g_object_thaw_notify (G_OBJECT (self));
}

gpointer
asy_record_duplicate (gpointer record)
{
  AsyRecord *copy;

  g_return_val_if_fail (ASY_IS_RECORD (record), NULL);

  copy = g_object_new (G_OBJECT_TYPE (record), NULL);
  asy_record_copy_from (copy, record);
  return copy;
}

gboolean
asy_record_same (AsyRecord *self, AsyRecord *other)
{
  g_return_val_if_fail (ASY_IS_RECORD (self) && ASY_IS_RECORD (other), FALSE);

  return G_OBJECT_TYPE (self) == G_OBJECT_TYPE (other) &&
         asy_record_get_id (self) != 0 &&
         asy_record_get_id (self) == asy_record_get_id (other) &&
         asy_record_get_revision (self) == asy_record_get_revision (other);
}

GPtrArray *
asy_record_array_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

gint64
asy_record_get_id (AsyRecord *self)
{
  AsyRecordPrivate *priv = asy_record_get_instance_private (self);

  return priv->id;
}

void
asy_record_set_id (AsyRecord *self, gint64 id)
{
  AsyRecordPrivate *priv = asy_record_get_instance_private (self);

  if (priv->id == id)
    return;
  priv->id = id;
  g_object_notify (G_OBJECT (self), "id");
}

gint64
asy_record_get_revision (AsyRecord *self)
{
  AsyRecordPrivate *priv = asy_record_get_instance_private (self);

  return priv->revision;
}

void
asy_record_set_revision (AsyRecord *self, gint64 revision)
{
  AsyRecordPrivate *priv = asy_record_get_instance_private (self);

  if (priv->revision == revision)
    return;
  priv->revision = revision;
  g_object_notify (G_OBJECT (self), "revision");
}

const char *
asy_record_get_uid (AsyRecord *self)
{
  AsyRecordPrivate *priv = asy_record_get_instance_private (self);

  return priv->uid;
}

void
asy_record_set_uid (AsyRecord *self, const char *uid)
{
  AsyRecordPrivate *priv = asy_record_get_instance_private (self);

  if (g_strcmp0 (priv->uid, uid) == 0)
    return;
  g_free (priv->uid);
  priv->uid = g_strdup (uid);
  g_object_notify (G_OBJECT (self), "uid");
}

const char *
asy_record_get_table (AsyRecord *self)
{
  return ASY_RECORD_GET_CLASS (self)->table;
}

const AsyField *
asy_record_get_fields (AsyRecord *self, guint *ret_n_fields)
{
  AsyRecordClass *klass = ASY_RECORD_GET_CLASS (self);

  if (ret_n_fields != NULL)
    *ret_n_fields = klass->n_fields;
  return klass->fields;
}

static void
get_field_property (AsyRecord *self, guint field, GValue *value)
{
  const Value *slot = value_at (self, field);

  switch (field_at (self, field)->type)
    {
    case ASY_FIELD_TEXT:
      g_value_set_string (value, slot->text);
      break;
    case ASY_FIELD_BOOL:
      g_value_set_boolean (value, slot->number != 0);
      break;
    case ASY_FIELD_REAL:
      g_value_set_double (value, slot->real);
      break;
    case ASY_FIELD_DAY:
      g_value_set_uint (value, (guint) slot->number);
      break;
    case ASY_FIELD_ENUM:
      g_value_set_int (value, (int) slot->number);
      break;
    case ASY_FIELD_INT:
    case ASY_FIELD_REF:
    default:
      g_value_set_int64 (value, slot->number);
    }
}

static void
set_field_property (AsyRecord *self, guint field, const GValue *value)
{
  switch (field_at (self, field)->type)
    {
    case ASY_FIELD_TEXT:
      asy_record_set_text (self, field, g_value_get_string (value));
      break;
    case ASY_FIELD_BOOL:
      asy_record_set_int (self, field, g_value_get_boolean (value));
      break;
    case ASY_FIELD_REAL:
      asy_record_set_real (self, field, g_value_get_double (value));
      break;
    case ASY_FIELD_DAY:
      asy_record_set_int (self, field, g_value_get_uint (value));
      break;
    case ASY_FIELD_ENUM:
      asy_record_set_int (self, field, g_value_get_int (value));
      break;
    case ASY_FIELD_INT:
    case ASY_FIELD_REF:
    default:
      asy_record_set_int (self, field, g_value_get_int64 (value));
    }
}

static void
asy_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AsyRecord *self = ASY_RECORD (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, asy_record_get_id (self));
      break;
    case PROP_REVISION:
      g_value_set_int64 (value, asy_record_get_revision (self));
      break;
    case PROP_UID:
      g_value_set_string (value, asy_record_get_uid (self));
      break;
    default:
      get_field_property (self, prop_id - PROP_FIELDS, value);
    }
}

static void
asy_record_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  set_field_property (ASY_RECORD (object), prop_id - PROP_FIELDS, value);
}

static void
asy_record_finalize (GObject *object)
{
  AsyRecord *self = ASY_RECORD (object);
  AsyRecordPrivate *priv = asy_record_get_instance_private (self);
  AsyRecordClass *klass = ASY_RECORD_GET_CLASS (self);

  for (guint i = 0; priv->values != NULL && i < klass->n_fields; i++)
    if (klass->fields[i].type == ASY_FIELD_TEXT)
      g_free (priv->values[i].text);
  g_free (priv->values);
  g_free (priv->uid);

  G_OBJECT_CLASS (asy_record_parent_class)->finalize (object);
}

static void
asy_record_init (AsyRecord *self)
{
}

static void
asy_record_class_init (AsyRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = asy_record_get_property;
  object_class->finalize = asy_record_finalize;

  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_REVISION,
                                   g_param_spec_int64 ("revision", NULL, NULL, 0, G_MAXINT64, 0,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_UID,
                                   g_param_spec_string ("uid", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static GParamSpec *
pspec_for_field (const AsyField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;
  g_autofree char *name = g_strdup (field->column);

  g_strdelimit (name, "_", '-');
  switch (field->type)
    {
    case ASY_FIELD_TEXT:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    case ASY_FIELD_BOOL:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case ASY_FIELD_REAL:
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case ASY_FIELD_DAY:
      return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, flags);
    case ASY_FIELD_ENUM:
      return g_param_spec_int (name, NULL, NULL, 0, (int) count_nicks (field) - 1, 0, flags);
    case ASY_FIELD_INT:
    case ASY_FIELD_REF:
    default:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    }
}

void
asy_record_class_set_fields (AsyRecordClass *klass, const char *table, const AsyField *fields, guint n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->table = table;
  klass->fields = fields;
  klass->n_fields = n_fields;
  /* Not inherited: GObject clears both in every subclass. */
  object_class->get_property = asy_record_get_property;
  object_class->set_property = asy_record_set_property;
  klass->pspecs = g_new0 (GParamSpec *, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      klass->pspecs[i] = pspec_for_field (&fields[i]);
      g_object_class_install_property (object_class, PROP_FIELDS + i, klass->pspecs[i]);
    }
}

