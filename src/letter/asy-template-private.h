/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "letter/asy-template.h"

G_BEGIN_DECLS

/* The elements of the language, in the order of their names. */
typedef enum {
  ASY_NODE_WORDS,               /* character data */
  ASY_NODE_ADDRESSEE,
  ASY_NODE_ATTACHMENTS,
  ASY_NODE_BODY,
  ASY_NODE_BREAK,
  ASY_NODE_CELL,
  ASY_NODE_CENTER,
  ASY_NODE_CODE,
  ASY_NODE_COLUMN,
  ASY_NODE_DAY,
  ASY_NODE_DECLARE,
  ASY_NODE_DISTRIBUTION,
  ASY_NODE_EACH,
  ASY_NODE_ENTRY,
  ASY_NODE_FACTS,
  ASY_NODE_FIELD,
  ASY_NODE_FIELDS,
  ASY_NODE_FOOTER,
  ASY_NODE_HEADING,
  ASY_NODE_IF,
  ASY_NODE_INDEX,
  ASY_NODE_ITEM,
  ASY_NODE_JOIN,
  ASY_NODE_LEFT,
  ASY_NODE_LETTERHEAD,
  ASY_NODE_LINE,
  ASY_NODE_LINES,
  ASY_NODE_LIST,
  ASY_NODE_NEW_PAGE,
  ASY_NODE_NOTICE,
  ASY_NODE_NOWRAP,
  ASY_NODE_PAGE,
  ASY_NODE_PAGE_COUNT,
  ASY_NODE_PAGE_NUMBER,
  ASY_NODE_PAPER,
  ASY_NODE_PARA,
  ASY_NODE_PLURAL,
  ASY_NODE_REFERENCE,
  ASY_NODE_RIGHT,
  ASY_NODE_ROW,
  ASY_NODE_ROWS,
  ASY_NODE_RULE,
  ASY_NODE_RUNNING_HEADER,
  ASY_NODE_SECTION,
  ASY_NODE_SIGNATURES,
  ASY_NODE_SIGNER,
  ASY_NODE_SOURCE,
  ASY_NODE_SPACE,
  ASY_NODE_STRONG,
  ASY_NODE_SUBTITLE,
  ASY_NODE_TABLE,
  ASY_NODE_TEXT,
  ASY_NODE_TITLE,
  ASY_NODE_TREND,
  ASY_NODE_UNLESS,
  ASY_NODE_VISIT,
  ASY_NODE_WEEK_GRID,
  ASY_NODE_LAST = ASY_NODE_WEEK_GRID
} AsyNodeKind;

#define ASY_TABLE_COLUMNS_MAX 24u

typedef struct _AsyDeclare AsyDeclare;
typedef struct _AsyNode AsyNode;

/* A value that the paper may be told. */
struct _AsyDeclare
{
  char *name;
  char *label;                  /* for people; may be empty */
  AsyPaperValueKind kind;
  gboolean is_required;
  GPtrArray *inner;             /* of AsyDeclare: fields of the items of a list */
};

/* An attribute; when it names a field, also which one. */
typedef struct
{
  const char *name;             /* interned */
  char *value;
  const AsyDeclare *declare;
  guint up;                     /* how many lists further out the field is */
} AsyAttribute;

struct _AsyNode
{
  guint kind;                   /* AsyNodeKind; a number, as few functions care for all of them */
  guint line;
  char *words;                  /* of ASY_NODE_WORDS, blanks collapsed */
  GArray *attributes;           /* of AsyAttribute */
  GPtrArray *children;          /* of AsyNode */
};

struct _AsyTemplate
{
  char *id;
  char *lang;
  char *title;
  guint version;
  GBytes *xml;
  GPtrArray *declares;          /* of AsyDeclare */
  AsyNode *root;
  GArray *sections;             /* of AsyTemplateSection */
  GPtrArray *section_nodes;     /* of AsyNode, one for each section, borrowed */
};

void _asy_declare_free (gpointer data);
void _asy_node_free (gpointer data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyNode, _asy_node_free)

/** %NULL when there is no such attribute. */
const char *_asy_node_get (const AsyNode *node, const char *attribute);
const AsyAttribute *_asy_node_get_attribute (const AsyNode *node, const char *attribute);
/** Whether a yes-no attribute says yes. */
gboolean _asy_node_is (const AsyNode *node, const char *attribute);
/** An attribute in millimetres as points; @fallback_pt when it is not there. */
double _asy_node_get_points (const AsyNode *node, const char *attribute, double fallback_pt);
/** A whole number; the schema has made sure that it is one. */
guint _asy_node_get_number (const AsyNode *node, const char *attribute, guint fallback);
/** The first child of @kind, or %NULL. */
const AsyNode *_asy_node_find (const AsyNode *node, AsyNodeKind kind);

const char *_asy_node_kind_to_name (AsyNodeKind kind);
/** %ASY_NODE_WORDS for a name that is no element. */
AsyNodeKind _asy_node_kind_from_name (const char *name);

const AsyDeclare *_asy_declare_find (const GPtrArray *declares, const char *name);

/** Whether the document obeys the schema of papers (asy-template-schema.c). */
gboolean _asy_template_check_schema (xmlDoc *doc, GError **error);

/** Binds every name of a field to its declaration (asy-template-fields.c). */
gboolean _asy_template_bind_fields (AsyTemplate *self, GError **error);

/** The word of @words that @wrong was probably meant to be, or %NULL. */
const char *_asy_template_guess (const char *wrong, const GPtrArray *words);

/** A file of the program's own, by its name in data/letter. */
GBytes *_asy_letter_load_resource (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
