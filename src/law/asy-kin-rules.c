/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-law"

#include "config.h"

#include "law/asy-kin-rules.h"

gboolean
asy_kinship_kind_is_mother (AsyKinshipKind kind)
{
  return kind % 2 == 0;
}

gboolean
asy_kinship_kind_is_birth (AsyKinshipKind kind)
{
  return kind == ASY_KINSHIP_KIND_MOTHER || kind == ASY_KINSHIP_KIND_FATHER;
}

gboolean
asy_kinship_kind_is_step (AsyKinshipKind kind)
{
  return kind == ASY_KINSHIP_KIND_STEP_MOTHER || kind == ASY_KINSHIP_KIND_STEP_FATHER;
}

static gint64
person_of (const AsyMemberEntry *entry)
{
  return asy_record_get_id (ASY_RECORD (entry->person));
}

static gboolean
has_role (const AsyMemberEntry *entry, const char *const *roles)
{
  const char *role = asy_member_get_role (entry->member);

  return role != NULL && g_strv_contains (roles, role);
}

/* A mother that is known, by birth or not, leaves no place for another. */
static gboolean
has_parent (GPtrArray *kinships, gint64 child_id, AsyKinshipKind kind, gint64 parent_id)
{
  for (guint i = 0; i < kinships->len; i++)
    {
      AsyKinship *kinship = g_ptr_array_index (kinships, i);

      if (asy_kinship_get_child_id (kinship) != child_id)
        continue;
      if (parent_id != 0 && asy_kinship_get_parent_id (kinship) == parent_id)
        return TRUE;
      if (!asy_kinship_kind_is_step (kind) && !asy_kinship_kind_is_step ((AsyKinshipKind) asy_kinship_get_kind (kinship)) &&
          asy_kinship_kind_is_mother ((AsyKinshipKind) asy_kinship_get_kind (kinship)) == asy_kinship_kind_is_mother (kind))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_older (const AsyMemberEntry *parent, const AsyMemberEntry *child)
{
  const AsyDay older = asy_person_get_birth_date (parent->person);
  const AsyDay younger = asy_person_get_birth_date (child->person);

  return older == ASY_DAY_NONE || younger == ASY_DAY_NONE || older < younger;
}

/* Each role of a parent with the roles of those who are their children. */
static const struct
{
  const char *parent;
  AsyKinshipKind kind;
  const char *children[5];
} ties[] = {
  { "mother", ASY_KINSHIP_KIND_MOTHER, { "son", "daughter", "unborn", NULL } },
  { "father", ASY_KINSHIP_KIND_FATHER, { "son", "daughter", "unborn", NULL } },
  { "stepmother", ASY_KINSHIP_KIND_STEP_MOTHER, { "son", "daughter", "stepson", "stepdaughter", NULL } },
  { "stepfather", ASY_KINSHIP_KIND_STEP_FATHER, { "son", "daughter", "stepson", "stepdaughter", NULL } },
};

static void
propose_kinship (GPtrArray *known, GPtrArray *out, const AsyMemberEntry *parent, const AsyMemberEntry *child, AsyKinshipKind kind)
{
  AsyKinship *kinship;

  if (has_parent (known, person_of (child), kind, person_of (parent)) ||
      has_parent (out, person_of (child), kind, person_of (parent)) || !is_older (parent, child))
    return;
  kinship = asy_kinship_new ();
  asy_kinship_set_child_id (kinship, person_of (child));
  asy_kinship_set_parent_id (kinship, person_of (parent));
  asy_kinship_set_kind (kinship, (int) kind);
  g_ptr_array_add (out, kinship);
}

static void
propose_parents (GPtrArray *members, GPtrArray *known, GPtrArray *out)
{
  for (gsize tie = 0; tie < G_N_ELEMENTS (ties); tie++)
    {
      const char *const roles[] = { ties[tie].parent, NULL };

      for (guint i = 0; i < members->len; i++)
        for (guint j = 0; has_role (members->pdata[i], roles) && j < members->len; j++)
          if (has_role (members->pdata[j], ties[tie].children))
            propose_kinship (known, out, members->pdata[i], members->pdata[j], ties[tie].kind);
    }
}

static const AsyMemberEntry *
find_only (GPtrArray *members, const char *role)
{
  const char *const roles[] = { role, NULL };
  const AsyMemberEntry *found = NULL;

  for (guint i = 0; i < members->len; i++)
    if (has_role (members->pdata[i], roles))
      {
        if (found != NULL)
          return NULL;
        found = members->pdata[i];
      }
  return found;
}

/* With one parent alone a grandparent is that parent's; with two nobody can tell whose. */
static void
propose_grandparents (GPtrArray *members, GPtrArray *known, GPtrArray *out)
{
  static const char *const roles[] = { "grandmother", "grandfather" };
  const AsyMemberEntry *mother = find_only (members, "mother");
  const AsyMemberEntry *father = find_only (members, "father");
  const AsyMemberEntry *parent = mother != NULL ? mother : father;

  if ((mother != NULL) == (father != NULL))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const AsyMemberEntry *elder = find_only (members, roles[i]);

      if (elder != NULL)
        propose_kinship (known, out, elder, parent, (AsyKinshipKind) i);
    }
}

static gboolean
has_union (GPtrArray *unions, gint64 a, gint64 b)
{
  for (guint i = 0; i < unions->len; i++)
    {
      const gint64 left = asy_union_get_person_id (unions->pdata[i]);
      const gint64 right = asy_union_get_partner_id (unions->pdata[i]);

      if ((left == a && right == b) || (left == b && right == a))
        return TRUE;
    }
  return FALSE;
}

static void
propose_unions (GPtrArray *members, GPtrArray *known, GPtrArray *out)
{
  static const struct
  {
    const char *person;
    const char *partner;
    AsyUnionKind kind;
  } couples[] = {
    { "mother", "husband", ASY_UNION_KIND_MARRIAGE },
    { "wife", "father", ASY_UNION_KIND_MARRIAGE },
    { "mother", "stepfather", ASY_UNION_KIND_MARRIAGE },
    { "stepmother", "father", ASY_UNION_KIND_MARRIAGE },
    { "mother", "partner-m", ASY_UNION_KIND_INFORMAL },
    { "partner-f", "father", ASY_UNION_KIND_INFORMAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (couples); i++)
    {
      const AsyMemberEntry *person = find_only (members, couples[i].person);
      const AsyMemberEntry *partner = find_only (members, couples[i].partner);
      AsyUnion *couple;

      if (person == NULL || partner == NULL || has_union (known, person_of (person), person_of (partner)))
        continue;
      couple = asy_union_new ();
      asy_union_set_person_id (couple, person_of (person));
      asy_union_set_partner_id (couple, person_of (partner));
      asy_union_set_kind (couple, (int) couples[i].kind);
      g_ptr_array_add (out, couple);
    }
}

void
asy_kin_propose (GPtrArray *members, GPtrArray *kinships, GPtrArray *unions, GPtrArray *out_kinships, GPtrArray *out_unions)
{
  propose_parents (members, kinships, out_kinships);
  propose_grandparents (members, kinships, out_kinships);
  propose_unions (members, unions, out_unions);
}
