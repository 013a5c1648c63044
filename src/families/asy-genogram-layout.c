/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <math.h>

#include "families/asy-genogram-layout.h"
#include "law/asy-kin-rules.h"

#define SWEEPS 12

/* While it is being made, nodes stand in the order in which they were met;
 * the rows hold their indexes from left to right. */
typedef struct {
  AsyFamilyFile *file;
  AsyDay today;
  GArray *nodes;
  GArray *couples;
  GArray *ties;
  GPtrArray *rows;              /* GArray of int, one a generation */
} Plan;

static AsyGenogramNode *
node_at (Plan *plan, int i)
{
  return &g_array_index (plan->nodes, AsyGenogramNode, (guint) i);
}

static AsyGenogramCouple *
couple_at (Plan *plan, guint i)
{
  return &g_array_index (plan->couples, AsyGenogramCouple, i);
}

static AsyGenogramTie *
tie_at (Plan *plan, guint i)
{
  return &g_array_index (plan->ties, AsyGenogramTie, i);
}

static int
find_node (Plan *plan, gint64 person_id)
{
  for (guint i = 0; i < plan->nodes->len; i++)
    if (node_at (plan, (int) i)->person_id == person_id)
      return (int) i;
  return -1;
}

static int
add_node (Plan *plan, gint64 person_id)
{
  AsyGenogramNode node = { .person_id = person_id };
  const int found = person_id != 0 ? find_node (plan, person_id) : -1;

  if (found >= 0)
    return found;
  g_array_append_val (plan->nodes, node);
  return (int) plan->nodes->len - 1;
}

static AsyDay
birth_of (Plan *plan, int node)
{
  AsyPerson *person = asy_family_file_find_person (plan->file, node_at (plan, node)->person_id);
  const AsyDay born = person != NULL ? asy_person_get_birth_date (person) : ASY_DAY_NONE;

  /* Whoever is not born yet is the youngest. */
  return born != ASY_DAY_NONE ? born : G_MAXINT32;
}

static int
find_couple (Plan *plan, int a, int b)
{
  for (guint i = 0; i < plan->couples->len; i++)
    {
      const AsyGenogramCouple *couple = couple_at (plan, i);

      if ((couple->left == a && couple->right == b) || (couple->left == b && couple->right == a))
        return (int) i;
    }
  return -1;
}

static int
add_couple (Plan *plan, int a, int b, AsyUnion *record)
{
  AsyGenogramCouple couple = { .left = a, .right = b, .couple = record };
  const int found = find_couple (plan, a, b);

  if (found >= 0)
    {
      /* The newest of several unions of the same two. */
      if (record != NULL)
        couple_at (plan, (guint) found)->couple = record;
      return found;
    }
  g_array_append_val (plan->couples, couple);
  return (int) plan->couples->len - 1;
}

/* People and their ties */

static void
add_people (Plan *plan)
{
  for (guint i = 0; i < plan->file->members->len; i++)
    {
      const AsyMemberEntry *entry = plan->file->members->pdata[i];

      (void) add_node (plan, asy_record_get_id (ASY_RECORD (entry->person)));
    }
  for (guint i = 0; i < plan->file->kin->len; i++)
    (void) add_node (plan, asy_record_get_id (plan->file->kin->pdata[i]));
}

static void
add_unions (Plan *plan, GPtrArray *unions)
{
  for (guint i = 0; i < unions->len; i++)
    {
      const int a = find_node (plan, asy_union_get_person_id (unions->pdata[i]));
      const int b = find_node (plan, asy_union_get_partner_id (unions->pdata[i]));

      if (a >= 0 && b >= 0 && a != b)
        (void) add_couple (plan, a, b, unions->pdata[i]);
    }
}

/* A mother or father whom the child hangs from: by adoption before by birth; a
 * step-parent is a partner of the parent and draws no line. */
static AsyKinship *
find_parent (GPtrArray *kinships, gint64 child_id, gboolean is_mother)
{
  AsyKinship *found = NULL;

  for (guint i = 0; i < kinships->len; i++)
    {
      AsyKinship *kinship = kinships->pdata[i];
      const AsyKinshipKind kind = (AsyKinshipKind) asy_kinship_get_kind (kinship);

      if (asy_kinship_get_child_id (kinship) != child_id || asy_kinship_kind_is_mother (kind) != is_mother ||
          asy_kinship_kind_is_step (kind))
        continue;
      if (found == NULL || !asy_kinship_kind_is_birth (kind))
        found = kinship;
    }
  return found;
}

/* One unknown father stands beside each mother, whose children of unknown fathers hang there. */
static int
find_unknown (Plan *plan, int partner)
{
  for (guint i = 0; partner >= 0 && i < plan->couples->len; i++)
    {
      const AsyGenogramCouple *couple = couple_at (plan, i);
      const int other = couple->left == partner ? couple->right : couple->right == partner ? couple->left : -1;

      if (other >= 0 && node_at (plan, other)->person_id == 0)
        return other;
    }
  return -1;
}

static int
node_of_parent (Plan *plan, AsyKinship *kinship, int partner)
{
  int node;

  if (kinship == NULL)
    return -1;
  if (asy_kinship_get_parent_id (kinship) != 0)
    return find_node (plan, asy_kinship_get_parent_id (kinship));
  node = find_unknown (plan, partner);
  if (node < 0)
    {
      node = add_node (plan, 0);
      node_at (plan, node)->is_female = asy_kinship_kind_is_mother ((AsyKinshipKind) asy_kinship_get_kind (kinship));
    }
  return node;
}

static void
add_tie (Plan *plan, GPtrArray *kinships, int child)
{
  const gint64 id = node_at (plan, child)->person_id;
  AsyKinship *mother = find_parent (kinships, id, TRUE);
  AsyKinship *father = find_parent (kinships, id, FALSE);
  const gboolean is_mother_known = mother != NULL && asy_kinship_get_parent_id (mother) != 0;
  int a, b;
  AsyGenogramTie tie = { .child = child };

  if (mother == NULL && father == NULL)
    return;
  /* The known one first: an unknown one stands beside them. */
  a = node_of_parent (plan, is_mother_known || father == NULL ? mother : father, -1);
  b = node_of_parent (plan, is_mother_known || father == NULL ? father : mother, a);
  if (a < 0 && b < 0)
    return;
  tie.couple = add_couple (plan, a >= 0 ? a : b, a >= 0 ? b : -1, NULL);
  tie.kind = (mother != NULL && !asy_kinship_kind_is_birth ((AsyKinshipKind) asy_kinship_get_kind (mother))) ||
                 (father != NULL && !asy_kinship_kind_is_birth ((AsyKinshipKind) asy_kinship_get_kind (father)))
             ? ASY_KINSHIP_KIND_ADOPTIVE_MOTHER : ASY_KINSHIP_KIND_MOTHER;
  g_array_append_val (plan->ties, tie);
}

static void
add_ties (Plan *plan, GPtrArray *kinships)
{
  const guint n = plan->nodes->len;

  for (guint i = 0; i < n; i++)
    add_tie (plan, kinships, (int) i);
}

/* Generations */

static gboolean
lower (Plan *plan, int node, int generation)
{
  if (node < 0 || node_at (plan, node)->generation >= generation)
    return FALSE;
  node_at (plan, node)->generation = generation;
  return TRUE;
}

static int
generation_of (Plan *plan, int node)
{
  return node >= 0 ? node_at (plan, node)->generation : 0;
}

/* Below one's parents, beside one's partner. Ends also with data that contradict themselves. */
static void
find_generations (Plan *plan)
{
  gboolean is_changed = TRUE;

  for (guint round = 0; is_changed && round <= plan->nodes->len; round++)
    {
      is_changed = FALSE;
      for (guint i = 0; i < plan->couples->len; i++)
        {
          const AsyGenogramCouple *couple = couple_at (plan, i);
          const int lowest = MAX (generation_of (plan, couple->left), generation_of (plan, couple->right));

          is_changed |= lower (plan, couple->left, lowest);
          is_changed |= lower (plan, couple->right, lowest);
        }
      for (guint i = 0; i < plan->ties->len; i++)
        is_changed |= lower (plan, tie_at (plan, i)->child, generation_of (plan, couple_at (plan, (guint) tie_at (plan, i)->couple)->left) + 1);
    }
}

static gboolean
has_parents (Plan *plan, int node)
{
  for (guint i = 0; i < plan->ties->len; i++)
    if (tie_at (plan, i)->child == node)
      return TRUE;
  return FALSE;
}

static gboolean
has_partner_with_parents (Plan *plan, int node)
{
  for (guint i = 0; i < plan->couples->len; i++)
    {
      const AsyGenogramCouple *couple = couple_at (plan, i);

      if ((couple->left == node && couple->right >= 0 && has_parents (plan, couple->right)) ||
          (couple->right == node && has_parents (plan, couple->left)))
        return TRUE;
    }
  return FALSE;
}

/* Grandparents stand right above their child, though another line reaches higher. */
static void
lower_roots (Plan *plan)
{
  for (guint i = 0; i < plan->couples->len; i++)
    {
      const AsyGenogramCouple *couple = couple_at (plan, i);
      int nearest = G_MAXINT;

      for (guint j = 0; j < plan->ties->len; j++)
        if (tie_at (plan, j)->couple == (int) i)
          nearest = MIN (nearest, generation_of (plan, tie_at (plan, j)->child));
      if (nearest == G_MAXINT || has_parents (plan, couple->left) || has_partner_with_parents (plan, couple->left) ||
          (couple->right >= 0 && (has_parents (plan, couple->right) || has_partner_with_parents (plan, couple->right))))
        continue;
      (void) lower (plan, couple->left, nearest - 1);
      (void) lower (plan, couple->right, nearest - 1);
    }
}

static gboolean
is_bound (Plan *plan, int node)
{
  for (guint i = 0; i < plan->couples->len; i++)
    if (couple_at (plan, i)->left == node || couple_at (plan, i)->right == node)
      return TRUE;
  return has_parents (plan, node);
}

/* Whoever has no kinship stands in the row of their age group. */
static void
place_unbound (Plan *plan)
{
  int lowest = 0;

  for (guint i = 0; i < plan->nodes->len; i++)
    lowest = MAX (lowest, node_at (plan, (int) i)->generation);
  for (guint i = 0; i < plan->file->members->len; i++)
    {
      const AsyMemberEntry *entry = plan->file->members->pdata[i];
      const int node = find_node (plan, asy_record_get_id (ASY_RECORD (entry->person)));
      const gboolean is_elder = g_strcmp0 (asy_member_get_role (entry->member), "grandmother") == 0 ||
                                g_strcmp0 (asy_member_get_role (entry->member), "grandfather") == 0;

      if (is_bound (plan, node))
        continue;
      node_at (plan, node)->generation = asy_member_entry_is_child (entry, plan->today) ? MAX (lowest, 1)
                                         : is_elder ? MAX (lowest - 2, 0) : MAX (lowest - 1, 0);
    }
}

/* Order in a row */

static gboolean
has_ended (const AsyGenogramCouple *couple)
{
  return couple->couple == NULL || asy_union_get_ended (couple->couple) != ASY_UNION_ENDED_NO;
}

static gboolean
contains (GArray *row, int node)
{
  for (guint i = 0; i < row->len; i++)
    if (g_array_index (row, int, i) == node)
      return TRUE;
  return FALSE;
}

static int
count_partners (Plan *plan, int node)
{
  int n = 0;

  for (guint i = 0; i < plan->couples->len; i++)
    if (couple_at (plan, i)->right >= 0 && (couple_at (plan, i)->left == node || couple_at (plan, i)->right == node))
      n++;
  return n;
}

/* Ended unions to the left of a person, the one that lasts to the right. */
static void
append_chain (Plan *plan, GArray *row, int node, gboolean to_left)
{
  if (contains (row, node))
    return;
  if (to_left)
    g_array_prepend_val (row, node);
  else
    g_array_append_val (row, node);
  for (guint i = 0; i < plan->couples->len; i++)
    {
      const AsyGenogramCouple *couple = couple_at (plan, i);
      const int other = couple->right < 0 ? -1 : couple->left == node ? couple->right : couple->right == node ? couple->left : -1;

      if (other >= 0)
        append_chain (plan, row, other, count_partners (plan, node) > 1 ? has_ended (couple) : FALSE);
    }
}

/* The one with the most partners of those bound to @node. */
static int
find_hub (Plan *plan, int node)
{
  int hub = node;

  for (guint i = 0; i < plan->couples->len; i++)
    {
      const AsyGenogramCouple *couple = couple_at (plan, i);
      const int other = couple->right < 0 ? -1 : couple->left == node ? couple->right : couple->right == node ? couple->left : -1;

      if (other >= 0 && count_partners (plan, other) > count_partners (plan, hub))
        hub = other;
    }
  return hub;
}

/* What a node of a lower row is ordered by: where its parents stand, then its age. */
static double
parents_place (Plan *plan, int node)
{
  for (guint i = 0; i < plan->ties->len; i++)
    if (tie_at (plan, i)->child == node)
      {
        const AsyGenogramCouple *couple = couple_at (plan, (guint) tie_at (plan, i)->couple);
        const double left = node_at (plan, couple->left)->x;

        return couple->right < 0 ? left : (left + node_at (plan, couple->right)->x) / 2;
      }
  return -1;
}

typedef struct {
  int node;
  double place;
  AsyDay born;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->place < right->place || left->place > right->place)
    return left->place < right->place ? -1 : 1;
  if (left->born != right->born)
    return left->born < right->born ? -1 : 1;
  return left->node - right->node;
}

static GArray *
list_candidates (Plan *plan, int generation)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < plan->nodes->len; i++)
    {
      Candidate candidate = { (int) i, parents_place (plan, (int) i), birth_of (plan, (int) i) };

      if (node_at (plan, (int) i)->generation != generation)
        continue;
      /* Those without parents keep the order of the family's list, behind. */
      if (candidate.place < 0)
        {
          candidate.place = 1e6;
          candidate.born = 0;
        }
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

static void
append_unit (Plan *plan, GArray *row, int node)
{
  g_autoptr (GArray) unit = g_array_new (FALSE, FALSE, sizeof (int));
  const int hub = find_hub (plan, node);

  if (contains (row, node))
    return;
  append_chain (plan, unit, hub, FALSE);
  /* Two sets of parents: each one's child stands on their side. */
  if (unit->len == 2)
    {
      int *ends = &g_array_index (unit, int, 0);
      const double left = parents_place (plan, ends[0]), right = parents_place (plan, ends[1]);

      if (left >= 0 && right >= 0 && left > right)
        {
          const int other = ends[0];

          ends[0] = ends[1];
          ends[1] = other;
        }
    }
  g_array_append_vals (row, unit->data, unit->len);
}

static void
order_row (Plan *plan, int generation)
{
  GArray *row = plan->rows->pdata[generation];
  g_autoptr (GArray) candidates = list_candidates (plan, generation);

  g_array_set_size (row, 0);
  for (guint i = 0; i < candidates->len; i++)
    append_unit (plan, row, g_array_index (candidates, Candidate, i).node);
  for (guint i = 0; i < row->len; i++)
    node_at (plan, g_array_index (row, int, i))->x = i * ASY_GENOGRAM_COLUMN_PX;
}

/* Parents of the one who stands further left come first. */
static double
children_place (Plan *plan, int node)
{
  double sum = 0;
  int n = 0;

  for (guint i = 0; i < plan->ties->len; i++)
    {
      const AsyGenogramCouple *couple = couple_at (plan, (guint) tie_at (plan, i)->couple);

      if (couple->left != node && couple->right != node)
        continue;
      sum += node_at (plan, tie_at (plan, i)->child)->x;
      n++;
    }
  return n > 0 ? sum / n : -1;
}

static void
order_top (Plan *plan)
{
  GArray *row = plan->rows->pdata[0];
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < row->len; i++)
    {
      Candidate candidate = { g_array_index (row, int, i), 0, (AsyDay) i };

      candidate.place = children_place (plan, candidate.node);
      if (candidate.place < 0)
        candidate.place = 1e6;
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  g_array_set_size (row, 0);
  for (guint i = 0; i < candidates->len; i++)
    append_unit (plan, row, g_array_index (candidates, Candidate, i).node);
  for (guint i = 0; i < row->len; i++)
    node_at (plan, g_array_index (row, int, i))->x = i * ASY_GENOGRAM_COLUMN_PX;
}

static void
order_rows (Plan *plan)
{
  int lowest = 0;

  for (guint i = 0; i < plan->nodes->len; i++)
    lowest = MAX (lowest, node_at (plan, (int) i)->generation);
  plan->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (int generation = 0; generation <= lowest; generation++)
    {
      g_ptr_array_add (plan->rows, g_array_new (FALSE, FALSE, sizeof (int)));
      order_row (plan, generation);
    }
  order_top (plan);
  for (int generation = 1; generation <= lowest; generation++)
    order_row (plan, generation);
}

/* Whether someone stands between the two: the line runs below them then. */
static void
find_levels (Plan *plan)
{
  g_autofree int *places = g_new0 (int, plan->nodes->len + 1);

  for (guint i = 0; i < plan->rows->len; i++)
    {
      GArray *row = plan->rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        places[g_array_index (row, int, j)] = (int) j;
    }
  for (guint i = 0; i < plan->couples->len; i++)
    {
      AsyGenogramCouple *couple = couple_at (plan, i);

      if (couple->right < 0)
        continue;
      if (places[couple->left] > places[couple->right])
        {
          const int other = couple->left;

          couple->left = couple->right;
          couple->right = other;
        }
      couple->level = places[couple->right] - places[couple->left] - 1;
    }
}

/* Places in a row: as near to the wish as the order and the width of a column
 * allow (pool adjacent violators). */

static void
settle_row (Plan *plan, GArray *row, const double *wishes)
{
  g_autofree double *sums = g_new0 (double, row->len + 1);
  g_autofree guint *counts = g_new0 (guint, row->len + 1);
  guint n = 0, at = 0;

  for (guint i = 0; i < row->len; i++)
    {
      sums[n] = wishes[i] - i * ASY_GENOGRAM_COLUMN_PX;
      counts[n++] = 1;
      while (n > 1 && sums[n - 2] / counts[n - 2] > sums[n - 1] / counts[n - 1])
        {
          sums[n - 2] += sums[n - 1];
          counts[n - 2] += counts[n - 1];
          n--;
        }
    }
  for (guint block = 0; block < n; block++)
    for (guint k = 0; k < counts[block]; k++, at++)
      node_at (plan, g_array_index (row, int, at))->x = sums[block] / counts[block] + at * ASY_GENOGRAM_COLUMN_PX;
}

/* Between the two; of those who do not stand side by side, beside the one with fewer partners: the children of
 * each union stay together there, and the other partners of the hub between their own. */
static double
drop_of (Plan *plan, const AsyGenogramCouple *couple)
{
  const double left = node_at (plan, couple->left)->x;
  double right;

  if (couple->right < 0)
    return left;
  right = node_at (plan, couple->right)->x;
  if (couple->level == 0)
    return (left + right) / 2;
  return count_partners (plan, couple->left) <= count_partners (plan, couple->right) ? left + ASY_GENOGRAM_COLUMN_PX / 2.0
                                                                                     : right - ASY_GENOGRAM_COLUMN_PX / 2.0;
}

static double
middle_of_children (Plan *plan, int couple)
{
  double first = 0, last = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < plan->ties->len; i++)
    {
      const double x = node_at (plan, tie_at (plan, i)->child)->x;

      if (tie_at (plan, i)->couple != couple)
        continue;
      first = any ? MIN (first, x) : x;
      last = any ? MAX (last, x) : x;
      any = TRUE;
    }
  return any ? (first + last) / 2 : drop_of (plan, couple_at (plan, (guint) couple));
}

/* Each couple wishes to stand over the middle of its children. */
static void
settle_over_children (Plan *plan, GArray *row)
{
  g_autofree double *wishes = g_new0 (double, row->len + 1);

  for (guint i = 0; i < row->len; i++)
    {
      const int node = g_array_index (row, int, i);
      double sum = 0;
      int n = 0;

      for (guint j = 0; j < plan->couples->len; j++)
        {
          const AsyGenogramCouple *couple = couple_at (plan, j);

          if (couple->left != node && couple->right != node)
            continue;
          sum += middle_of_children (plan, (int) j) - drop_of (plan, couple);
          n++;
        }
      wishes[i] = node_at (plan, node)->x + (n > 0 ? sum / n : 0);
    }
  settle_row (plan, row, wishes);
}

/* Each group of brothers and sisters wishes to stand under its parents. */
static void
settle_under_parents (Plan *plan, GArray *row)
{
  g_autofree double *wishes = g_new0 (double, row->len + 1);

  for (guint i = 0; i < row->len; i++)
    {
      const int node = g_array_index (row, int, i);

      wishes[i] = node_at (plan, node)->x;
      for (guint j = 0; j < plan->ties->len; j++)
        if (tie_at (plan, j)->child == node)
          wishes[i] += drop_of (plan, couple_at (plan, (guint) tie_at (plan, j)->couple)) - middle_of_children (plan, tie_at (plan, j)->couple);
    }
  settle_row (plan, row, wishes);
}

static void
settle (Plan *plan)
{
  for (guint sweep = 0; sweep < SWEEPS; sweep++)
    {
      for (guint i = 1; i < plan->rows->len; i++)
        settle_under_parents (plan, plan->rows->pdata[i]);
      for (guint i = plan->rows->len; i-- > 0;)
        settle_over_children (plan, plan->rows->pdata[i]);
    }
}

/* The result: nodes in the order of rows, from 0. */

static void
shift_to_zero (Plan *plan, AsyGenogramLayout *layout)
{
  double first = G_MAXDOUBLE, last = -G_MAXDOUBLE;

  for (guint i = 0; i < plan->nodes->len; i++)
    {
      first = MIN (first, node_at (plan, (int) i)->x);
      last = MAX (last, node_at (plan, (int) i)->x);
    }
  for (guint i = 0; i < plan->nodes->len; i++)
    {
      /* Whole pixels: lines stay sharp and straight. */
      node_at (plan, (int) i)->x = floor (node_at (plan, (int) i)->x - first + 0.5);
      node_at (plan, (int) i)->y = node_at (plan, (int) i)->generation * ASY_GENOGRAM_ROW_PX;
      layout->height = MAX (layout->height, node_at (plan, (int) i)->y);
    }
  layout->width = plan->nodes->len > 0 ? ceil (last - first) : 0;
}

static void
hand_over (Plan *plan, AsyGenogramLayout *layout)
{
  g_autofree int *places = g_new0 (int, plan->nodes->len + 1);

  layout->nodes = g_array_new (FALSE, TRUE, sizeof (AsyGenogramNode));
  for (guint i = 0; i < plan->rows->len; i++)
    {
      GArray *row = plan->rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        {
          const int node = g_array_index (row, int, j);

          places[node] = (int) layout->nodes->len;
          g_array_append_val (layout->nodes, *node_at (plan, node));
        }
    }
  for (guint i = 0; i < plan->couples->len; i++)
    {
      couple_at (plan, i)->drop_x = drop_of (plan, couple_at (plan, i));
      couple_at (plan, i)->left = places[couple_at (plan, i)->left];
      if (couple_at (plan, i)->right >= 0)
        couple_at (plan, i)->right = places[couple_at (plan, i)->right];
    }
  for (guint i = 0; i < plan->ties->len; i++)
    tie_at (plan, i)->child = places[tie_at (plan, i)->child];
  layout->couples = g_array_ref (plan->couples);
  layout->ties = g_array_ref (plan->ties);
}

AsyGenogramLayout *
asy_genogram_layout_new (AsyFamilyFile *file, GPtrArray *kinships, GPtrArray *unions, AsyDay today)
{
  AsyGenogramLayout *layout = g_new0 (AsyGenogramLayout, 1);
  g_autoptr (GArray) nodes = g_array_new (FALSE, TRUE, sizeof (AsyGenogramNode));
  g_autoptr (GArray) couples = g_array_new (FALSE, TRUE, sizeof (AsyGenogramCouple));
  g_autoptr (GArray) ties = g_array_new (FALSE, TRUE, sizeof (AsyGenogramTie));
  Plan plan = { file, today, nodes, couples, ties, NULL };

  add_people (&plan);
  add_unions (&plan, unions);
  add_ties (&plan, kinships);
  find_generations (&plan);
  lower_roots (&plan);
  place_unbound (&plan);
  order_rows (&plan);
  find_levels (&plan);
  settle (&plan);
  shift_to_zero (&plan, layout);
  hand_over (&plan, layout);
  g_ptr_array_unref (plan.rows);
  return layout;
}

void
asy_genogram_layout_free (AsyGenogramLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->nodes);
  g_array_unref (self->couples);
  g_array_unref (self->ties);
  g_free (self);
}

int
asy_genogram_layout_find (const AsyGenogramLayout *self, gint64 person_id)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (g_array_index (self->nodes, AsyGenogramNode, i).person_id == person_id)
      return (int) i;
  return -1;
}

static int
known_of (const AsyGenogramLayout *self, int node)
{
  return node >= 0 && g_array_index (self->nodes, AsyGenogramNode, node).person_id != 0 ? node : -1;
}

static int
step_up (const AsyGenogramLayout *self, int from)
{
  for (guint i = 0; i < self->ties->len; i++)
    {
      const AsyGenogramTie *tie = &g_array_index (self->ties, AsyGenogramTie, i);
      const AsyGenogramCouple *couple = &g_array_index (self->couples, AsyGenogramCouple, tie->couple);

      if (tie->child == from)
        return known_of (self, couple->left) >= 0 ? couple->left : known_of (self, couple->right);
    }
  return -1;
}

/* Of all children the one furthest to the left, who is the oldest. */
static int
step_down (const AsyGenogramLayout *self, int from)
{
  int found = -1;

  for (guint i = 0; i < self->ties->len; i++)
    {
      const AsyGenogramTie *tie = &g_array_index (self->ties, AsyGenogramTie, i);
      const AsyGenogramCouple *couple = &g_array_index (self->couples, AsyGenogramCouple, tie->couple);

      if ((couple->left == from || couple->right == from) && (found < 0 || tie->child < found))
        found = tie->child;
    }
  return found;
}

static int
step_aside (const AsyGenogramLayout *self, int from, int by)
{
  const int generation = g_array_index (self->nodes, AsyGenogramNode, from).generation;

  for (int i = from + by; i >= 0 && i < (int) self->nodes->len; i += by)
    {
      if (g_array_index (self->nodes, AsyGenogramNode, i).generation != generation)
        return -1;
      if (known_of (self, i) >= 0)
        return i;
    }
  return -1;
}

int
asy_genogram_layout_step (const AsyGenogramLayout *self, int from, AsyGenogramStep step)
{
  g_return_val_if_fail (from >= 0 && from < (int) self->nodes->len, -1);

  switch (step)
    {
    case ASY_GENOGRAM_UP:
      return step_up (self, from);
    case ASY_GENOGRAM_DOWN:
      return step_down (self, from);
    case ASY_GENOGRAM_LEFT:
      return step_aside (self, from, -1);
    case ASY_GENOGRAM_RIGHT:
    default:
      return step_aside (self, from, 1);
    }
}
