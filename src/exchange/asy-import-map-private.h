/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/asy-import-map.h"

G_BEGIN_DECLS

/* What is done with the text of one cell before it goes into a field. */
typedef enum {
  ASY_IMPORT_RULE_NONE,
  ASY_IMPORT_RULE_LOWER,                /* LUBUSKIE → lubuskie */
  ASY_IMPORT_RULE_NAMES,                /* MARCEL TUREK → Marcel Turek */
  ASY_IMPORT_RULE_INTEGER,              /* 265.0 → 265 */
  ASY_IMPORT_RULE_LIST,                 /* 'a','b' → a; b */
  ASY_IMPORT_RULE_POSTCODE,             /* 80-753 Gdańsk → 80-753 */
  ASY_IMPORT_RULE_AFTER_POSTCODE,       /* 80-753 Gdańsk → Gdańsk */
  ASY_IMPORT_RULE_FILLED,               /* anything → 1 */
} AsyImportRule;

typedef struct {
  char *name;
  char *folded;                 /* columns are recognised by this, whatever their marks and case */
  char *prefix;                 /* nullable: goes before the text, unless that is empty */
  AsyImportRule rule;
} AsyImportColumn;

typedef enum {
  ASY_IMPORT_MATCH_IS,
  ASY_IMPORT_MATCH_BEGINS,
  ASY_IMPORT_MATCH_HAS,
} AsyImportMatch;

/* A text of the source that has a code here. */
typedef struct {
  AsyImportMatch match;
  char *folded;
  char *code;
} AsyImportValue;

typedef struct {
  guint field;                  /* of AsyProvider, or an AsyImportFamilyField */
  char *fallback;               /* nullable: when the columns say nothing, or no value fits */
  char *separator;              /* between several columns */
  GPtrArray *columns;           /* AsyImportColumn */
  GPtrArray *values;            /* AsyImportValue; empty: the text itself */
} AsyImportField;

struct _AsyImportMap
{
  gatomicrefcount ref_count;
  AsyImportKind kind;
  char *name;
  char *title;
  char *register_name;
  GPtrArray *header;            /* char *: folded names that tell such a file */
  GPtrArray *key;               /* AsyImportColumn; may be empty */
  GPtrArray *empty;             /* char *: texts that stand for nothing */
  GPtrArray *fields;            /* AsyImportField */
  GPtrArray *unused;            /* char *: folded names of columns left out on purpose */
};

AsyImportMap *_asy_import_map_new (void) G_GNUC_WARN_UNUSED_RESULT;
AsyImportColumn *_asy_import_column_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
AsyImportField *_asy_import_field_new (guint field) G_GNUC_WARN_UNUSED_RESULT;
AsyImportValue *_asy_import_value_new (AsyImportMatch match, const char *text, const char *code) G_GNUC_WARN_UNUSED_RESULT;

/* Fields of a table of families, which are spread over several records. */
typedef enum {
  ASY_IMPORT_FAMILY_KEY,
  ASY_IMPORT_FAMILY_NAME,
  ASY_IMPORT_FAMILY_SURNAME,
  ASY_IMPORT_FAMILY_GIVEN_NAME,
  ASY_IMPORT_FAMILY_SURNAME_GIVEN,
  ASY_IMPORT_FAMILY_GIVEN_SURNAME,
  ASY_IMPORT_FAMILY_FORMER_NAME,
  ASY_IMPORT_FAMILY_PESEL,
  ASY_IMPORT_FAMILY_NO_PESEL_REASON,
  ASY_IMPORT_FAMILY_BIRTH_DATE,
  ASY_IMPORT_FAMILY_SEX,
  ASY_IMPORT_FAMILY_ROLE,
  ASY_IMPORT_FAMILY_CHILDREN,
  ASY_IMPORT_FAMILY_PHONE,
  ASY_IMPORT_FAMILY_EMAIL,
  ASY_IMPORT_FAMILY_STREET,
  ASY_IMPORT_FAMILY_HOUSE,
  ASY_IMPORT_FAMILY_FLAT,
  ASY_IMPORT_FAMILY_POSTCODE,
  ASY_IMPORT_FAMILY_CITY,
  ASY_IMPORT_FAMILY_DISTRICT,
  ASY_IMPORT_FAMILY_REGISTERED_ON,
  ASY_IMPORT_FAMILY_SOURCE,
  ASY_IMPORT_FAMILY_PATH,
  ASY_IMPORT_FAMILY_CASE_NUMBER,
  ASY_IMPORT_FAMILY_COURT_ORDER_ON,
  ASY_IMPORT_FAMILY_INTERVIEW_ON,
  ASY_IMPORT_FAMILY_ANALYSIS_ON,
  ASY_IMPORT_FAMILY_MOTION_ON,
  ASY_IMPORT_FAMILY_CONSENT_ON,
  ASY_IMPORT_FAMILY_ASSISTANT,
  ASY_IMPORT_FAMILY_ASSIGNED_ON,
  ASY_IMPORT_FAMILY_NOTES,
  ASY_IMPORT_FAMILY_N_FIELDS,
} AsyImportFamilyField;

/* What a mapping calls a field of a kind, and its number; NULL and -1 for none. */
const char *_asy_import_field_get_name (AsyImportKind kind, guint number);
int _asy_import_field_find (AsyImportKind kind, const char *name);

/* What feeds a field, or NULL. (transfer none) */
const AsyImportField *_asy_import_map_find_field (AsyImportMap *map, guint number);

G_END_DECLS
