/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "base/asy-day.h"

G_BEGIN_DECLS

/*
 * A record is a model object with a fixed table of fields. The one table gives
 * the GObject properties, the typed accessors, the columns that the store reads
 * and writes, and the names that the audit and a conflict question use: a field
 * that is added in one place is stored, audited and shown everywhere.
 *
 *   #define ASY_COURT_FIELDS(F, ...)                                              \
 *     F (TEXT, __VA_ARGS__, NAME, name, ASY_FIELD_REQUIRED, NULL, N_("Name"))     \
 *     F (DAY, __VA_ARGS__, SEEN_ON, seen_on, ASY_FIELD_PLAIN, NULL, N_("Seen on"))
 *   ASY_RECORD_DECLARE (AsyCourt, asy_court, ASY, COURT, ASY_COURT_FIELDS)
 *
 * and in the .c file `ASY_RECORD_DEFINE (AsyCourt, asy_court, ASY_COURT, ASY_COURT_FIELDS, "court")`.
 */

typedef enum {
  ASY_FIELD_TEXT,               /* a blank text is stored as NULL */
  ASY_FIELD_INT,
  ASY_FIELD_BOOL,
  ASY_FIELD_REAL,
  ASY_FIELD_DAY,
  ASY_FIELD_REF,                /* id of another record; 0 is none */
  ASY_FIELD_ENUM,               /* an int here, its nick in the database */
} AsyFieldType;

typedef enum {
  ASY_FIELD_PLAIN = 0,
  ASY_FIELD_REQUIRED = 1 << 0,
  ASY_FIELD_PERSONAL = 1 << 1,  /* personal data of a family: never logged, masked in the audit's digest */
  ASY_FIELD_HIDDEN = 1 << 2,    /* kept by the store itself (search keys); not shown, not audited */
} AsyFieldFlags;

typedef struct {
  AsyFieldType type;
  AsyFieldFlags flags;
  const char *column;           /* also the property name, with dashes */
  const char *const *nicks;     /* %NULL-terminated; for %ASY_FIELD_ENUM */
  const char *label;            /* msgid of what a person calls it */
} AsyField;

#define ASY_TYPE_RECORD (asy_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (AsyRecord, asy_record, ASY, RECORD, GObject)

struct _AsyRecordClass
{
  GObjectClass parent_class;

  const char *table;            /* also the kind in `changed` and in the audit */
  const AsyField *fields;
  guint n_fields;
  GParamSpec **pspecs;          /* one a field; lives as long as the class */
};

/** Called from a subclass's class_init: installs a property for each field. */
void asy_record_class_set_fields (AsyRecordClass *klass, const char *table, const AsyField *fields, guint n_fields);

/** Key in the database; 0 for a record that was never saved. */
gint64 asy_record_get_id (AsyRecord *self);
void asy_record_set_id (AsyRecord *self, gint64 id);

/** Number of the last change this object knows of. */
gint64 asy_record_get_revision (AsyRecord *self);
void asy_record_set_revision (AsyRecord *self, gint64 revision);

/** Stable name for exchange between registers; %NULL before the first save. */
const char *asy_record_get_uid (AsyRecord *self);
void asy_record_set_uid (AsyRecord *self, const char *uid);

const char *asy_record_get_table (AsyRecord *self);
const AsyField *asy_record_get_fields (AsyRecord *self, guint *ret_n_fields);

const char *asy_record_get_text (AsyRecord *self, guint field);
void asy_record_set_text (AsyRecord *self, guint field, const char *value);
gint64 asy_record_get_int (AsyRecord *self, guint field);
void asy_record_set_int (AsyRecord *self, guint field, gint64 value);
double asy_record_get_real (AsyRecord *self, guint field);
void asy_record_set_real (AsyRecord *self, guint field, double value);

/** The value as the database and the audit write it: ISO day, nick, `0`/`1`; %NULL when unset. (transfer full) */
char *asy_record_dup_field_as_text (AsyRecord *self, guint field) G_GNUC_WARN_UNUSED_RESULT;

/** The inverse of asy_record_dup_field_as_text(); a number or nick that cannot be read leaves the field as it is. */
void asy_record_set_field_from_text (AsyRecord *self, guint field, const char *text);

/** Whether both hold the same value. */
gboolean asy_record_field_equals (AsyRecord *self, AsyRecord *other, guint field);

/** The value that @source has in @field; both are of one type. */
void asy_record_copy_field (AsyRecord *self, AsyRecord *source, guint field);

/** First required field without a value, or -1. */
int asy_record_find_missing (AsyRecord *self);

/** All values, id, uid and revision of @source; used when a saved or reloaded copy comes back. */
void asy_record_copy_from (AsyRecord *self, AsyRecord *source);

/** A copy that can be edited while the original is shown. (transfer full) */
gpointer asy_record_duplicate (gpointer record) G_GNUC_WARN_UNUSED_RESULT;

/** Same row in the same state: the test for splicing lists minimally. */
gboolean asy_record_same (AsyRecord *self, AsyRecord *other);

/** An AsyRecord-typed list as it comes from the store: a GPtrArray that owns its records. */
GPtrArray *asy_record_array_new (void) G_GNUC_WARN_UNUSED_RESULT;


/* Typed accessors. */
#define ASY_FIELD_C_TEXT const char *
#define ASY_FIELD_C_INT gint64
#define ASY_FIELD_C_BOOL gboolean
#define ASY_FIELD_C_REAL double
#define ASY_FIELD_C_DAY AsyDay
#define ASY_FIELD_C_REF gint64
#define ASY_FIELD_C_ENUM int
#define ASY_FIELD_GET_TEXT(r, f) asy_record_get_text (r, f)
#define ASY_FIELD_GET_INT(r, f) asy_record_get_int (r, f)
#define ASY_FIELD_GET_BOOL(r, f) (asy_record_get_int (r, f) != 0)
#define ASY_FIELD_GET_REAL(r, f) asy_record_get_real (r, f)
#define ASY_FIELD_GET_DAY(r, f) ((AsyDay) asy_record_get_int (r, f))
#define ASY_FIELD_GET_REF(r, f) asy_record_get_int (r, f)
#define ASY_FIELD_GET_ENUM(r, f) ((int) asy_record_get_int (r, f))
#define ASY_FIELD_SET_TEXT(r, f, v) asy_record_set_text (r, f, v)
#define ASY_FIELD_SET_INT(r, f, v) asy_record_set_int (r, f, v)
#define ASY_FIELD_SET_BOOL(r, f, v) asy_record_set_int (r, f, (v) != 0)
#define ASY_FIELD_SET_REAL(r, f, v) asy_record_set_real (r, f, v)
#define ASY_FIELD_SET_DAY(r, f, v) asy_record_set_int (r, f, (gint64) (v))
#define ASY_FIELD_SET_REF(r, f, v) asy_record_set_int (r, f, v)
#define ASY_FIELD_SET_ENUM(r, f, v) asy_record_set_int (r, f, v)

#define ASY_FIELD_ENTRY(TYPE, PREFIX, prefix, Type, NAME, name, flags, nicks, label) \
  { ASY_FIELD_##TYPE, (AsyFieldFlags) (flags), #name, nicks, label },

#define ASY_FIELD_NUMBER(TYPE, PREFIX, prefix, Type, NAME, name, flags, nicks, label) PREFIX##_##NAME,

#define ASY_FIELD_ACCESSORS(TYPE, PREFIX, prefix, Type, NAME, name, flags, nicks, label)                 \
  G_GNUC_UNUSED static inline ASY_FIELD_C_##TYPE prefix##_get_##name (Type *self)                         \
  { return ASY_FIELD_GET_##TYPE ((AsyRecord *) self, PREFIX##_##NAME); }                                  \
  G_GNUC_UNUSED static inline void prefix##_set_##name (Type *self, ASY_FIELD_C_##TYPE value)             \
  { ASY_FIELD_SET_##TYPE ((AsyRecord *) self, PREFIX##_##NAME, value); }

/*
 * FIELDS is a macro that applies its first argument to each field and hands on
 * PREFIX (ASY_COURT), prefix (asy_court) and Type (AsyCourt).
 */
#define ASY_RECORD_DECLARE(Type, prefix, MODULE, NAME, FIELDS)                           \
  G_DECLARE_FINAL_TYPE (Type, prefix, MODULE, NAME, AsyRecord)                           \
  enum { FIELDS (ASY_FIELD_NUMBER, MODULE##_##NAME, prefix, Type) MODULE##_##NAME##_N_FIELDS }; \
  FIELDS (ASY_FIELD_ACCESSORS, MODULE##_##NAME, prefix, Type)                            \
  G_GNUC_UNUSED static inline Type *prefix##_new (void)                                  \
  { return (Type *) g_object_new (prefix##_get_type (), NULL); }

#define ASY_RECORD_DEFINE(Type, prefix, PREFIX, FIELDS, table)                           \
  struct _##Type { AsyRecord parent_instance; };                                         \
  G_DEFINE_FINAL_TYPE (Type, prefix, ASY_TYPE_RECORD)                                    \
  static const AsyField prefix##_fields[] = { FIELDS (ASY_FIELD_ENTRY, PREFIX, prefix, Type) }; \
  static void prefix##_init (Type *self) { }                                             \
  static void prefix##_class_init (Type##Class *klass)                                   \
  {                                                                                      \
    asy_record_class_set_fields (ASY_RECORD_CLASS (klass), table, prefix##_fields,       \
                                 G_N_ELEMENTS (prefix##_fields));                        \
  }

G_END_DECLS
