/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"
#include "families/asy-family-filter.h"

#define WEEK_DAYS 7
#define MONTH_DAYS 30

static const char *const facet_nicks[] = { "due", "stage", "worker", "district", "reason", "flag" };
static const char *const scope_nicks[] = { "active", "archived", "all" };

enum { DUE_OVERDUE, DUE_WEEK, DUE_MONTH };
const char *const asy_family_due_nicks[] = { ASY_FAMILY_DUE_OVERDUE, "7-days", "30-days", NULL };

const char *const asy_family_flag_nicks[] = { "warning", "two-person", "intervention", "blue-card", ASY_FAMILY_FLAG_NICK_COURT,
                                              "court-order", "foster-care", "no-visit", "urgent", NULL };

const char *const asy_family_order_nicks[] = { "name", "due", "stage", "assistant", "district", "last-visit", "registered",
                                               "children", "step", "next-visit", "assessment", "flags", "signature",
                                               "address", NULL };

static int
find_nick (const char *const *nicks, const char *nick)
{
  for (int i = 0; nicks[i] != NULL; i++)
    if (g_str_equal (nicks[i], nick))
      return i;
  return -1;
}

static int
find_stage (const char *nick)
{
  for (int stage = ASY_STAGE_NONE; stage <= ASY_STAGE_CLOSED; stage++)
    if (g_strcmp0 (asy_stage_get_nick ((AsyStage) stage), nick) == 0)
      return stage;
  return -1;
}

/* Where a value has its bit; -1 when it is no value of such a facet. */
static int
find_bit (AsyFamilyFacet facet, const char *value)
{
  switch (facet)
    {
    case ASY_FAMILY_FACET_DUE:
      return find_nick (asy_family_due_nicks, value);
    case ASY_FAMILY_FACET_STAGE:
      return find_stage (value);
    case ASY_FAMILY_FACET_FLAG:
      return find_nick (asy_family_flag_nicks, value);
    case ASY_FAMILY_FACET_WORKER:
    case ASY_FAMILY_FACET_DISTRICT:
    case ASY_FAMILY_FACET_REASON:
    default:
      return -1;
    }
}

static gboolean
has_bits (AsyFamilyFacet facet)
{
  return facet == ASY_FAMILY_FACET_DUE || facet == ASY_FAMILY_FACET_STAGE || facet == ASY_FAMILY_FACET_FLAG;
}

static gboolean
read_worker (const char *value, gint64 *ret_id)
{
  *ret_id = 0;
  return g_str_equal (value, ASY_FAMILY_WORKER_NONE) || g_ascii_string_to_signed (value, 10, 1, G_MAXINT64, ret_id, NULL);
}

static gboolean
is_value (AsyFamilyFacet facet, const char *value)
{
  gint64 id;

  if (*value == '\0' || strchr (value, '\n') != NULL)
    return FALSE;
  if (facet == ASY_FAMILY_FACET_WORKER)
    return read_worker (value, &id);
  return !has_bits (facet) || find_bit (facet, value) >= 0;
}

/* What matching looks at, made anew from the values. */
static void
compile (AsyFamilyFilter *self, AsyFamilyFacet facet)
{
  GPtrArray *values = self->values[facet];

  self->masks[facet] = 0;
  for (guint i = 0; has_bits (facet) && i < values->len; i++)
    self->masks[facet] |= 1u << find_bit (facet, values->pdata[i]);
  if (facet != ASY_FAMILY_FACET_WORKER)
    return;
  if (self->worker_ids == NULL)
    self->worker_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_set_size (self->worker_ids, 0);
  for (guint i = 0; i < values->len; i++)
    {
      gint64 id;

      if (read_worker (values->pdata[i], &id))
        g_array_append_val (self->worker_ids, id);
    }
}

void
asy_family_filter_set (AsyFamilyFilter *self, AsyFamilyFacet facet, const char *value, gboolean is_on)
{
  gpointer interned;

  if (!is_value (facet, value))
    return;
  interned = (gpointer) g_intern_string (value);
  if (self->values[facet] == NULL)
    self->values[facet] = g_ptr_array_new ();
  g_ptr_array_remove (self->values[facet], interned);
  if (is_on)
    g_ptr_array_add (self->values[facet], interned);
  compile (self, facet);
}

gboolean
asy_family_filter_has (const AsyFamilyFilter *self, AsyFamilyFacet facet, const char *value)
{
  return self->values[facet] != NULL && g_ptr_array_find (self->values[facet], g_intern_string (value), NULL);
}

void
asy_family_filter_drop (AsyFamilyFilter *self, AsyFamilyFacet facet)
{
  if (self->values[facet] == NULL)
    return;
  g_ptr_array_set_size (self->values[facet], 0);
  compile (self, facet);
}

void
asy_family_filter_reset (AsyFamilyFilter *self)
{
  for (int facet = 0; facet < ASY_FAMILY_N_FACETS; facet++)
    asy_family_filter_drop (self, (AsyFamilyFacet) facet);
  self->scope = ASY_FAMILIES_ACTIVE;
}

void
asy_family_filter_clear (AsyFamilyFilter *self)
{
  for (int facet = 0; facet < ASY_FAMILY_N_FACETS; facet++)
    g_clear_pointer (&self->values[facet], g_ptr_array_unref);
  g_clear_pointer (&self->worker_ids, g_array_unref);
  g_clear_pointer (&self->words, g_strfreev);
}

/* What is kept under a name */

char *
asy_family_filter_to_text (const AsyFamilyFilter *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->scope != ASY_FAMILIES_ACTIVE)
    g_string_append_printf (text, "scope %s\n", scope_nicks[self->scope]);
  for (int facet = 0; facet < ASY_FAMILY_N_FACETS; facet++)
    for (guint i = 0; self->values[facet] != NULL && i < self->values[facet]->len; i++)
      g_string_append_printf (text, "%s %s\n", facet_nicks[facet], (const char *) self->values[facet]->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
read_line (AsyFamilyFilter *self, const char *word, const char *value)
{
  for (guint i = 0; g_str_equal (word, "scope") && i < G_N_ELEMENTS (scope_nicks); i++)
    if (g_str_equal (scope_nicks[i], value))
      self->scope = (AsyFamiliesScope) i;
  for (guint i = 0; i < G_N_ELEMENTS (facet_nicks); i++)
    if (g_str_equal (facet_nicks[i], word))
      asy_family_filter_set (self, (AsyFamilyFacet) i, value, TRUE);
}

void
asy_family_filter_from_text (AsyFamilyFilter *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  asy_family_filter_reset (self);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *blank = strchr (lines[i], ' ');

      if (blank == NULL)
        continue;
      *blank = '\0';
      read_line (self, lines[i], blank + 1);
    }
}

/* Matching */

void
asy_family_filter_set_text (AsyFamilyFilter *self, const char *text)
{
  g_autofree char *folded = asy_text_fold (text);

  g_clear_pointer (&self->words, g_strfreev);
  if (*folded != '\0')
    self->words = g_strsplit (folded, " ", -1);
}

/* Words of a name are looked for from their beginning: "no" finds Nowak and not
 * Sasankowie. */
static gboolean
has_word (const char *text, const char *word)
{
  const char *at = text;

  while ((at = strstr (at, word)) != NULL)
    {
      if (at == text || at[-1] == ' ')
        return TRUE;
      at++;
    }
  return FALSE;
}

static gboolean
matches_words (const AsyFamilyFilter *self, AsyFamilyRow *row)
{
  const char *folded = asy_family_row_get_folded (row);

  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (folded == NULL || !has_word (folded, self->words[i]))
      return FALSE;
  return TRUE;
}

static guint
due_bits (const AsyFamilyFilter *self, AsyFamilyRow *row)
{
  const AsyDay due = asy_family_row_get_due (row);

  if (due == ASY_DAY_NONE)
    return 0;
  if (due < self->today)
    return 1u << DUE_OVERDUE;
  return (due <= self->today + WEEK_DAYS ? 1u << DUE_WEEK : 0) | (due <= self->today + MONTH_DAYS ? 1u << DUE_MONTH : 0);
}

static gboolean
matches_bits (const AsyFamilyFilter *self, AsyFamilyRow *row)
{
  const guint due = self->masks[ASY_FAMILY_FACET_DUE];
  const guint stages = self->masks[ASY_FAMILY_FACET_STAGE];
  const guint flags = self->masks[ASY_FAMILY_FACET_FLAG];

  return (due == 0 || (due_bits (self, row) & due) != 0) &&
         (stages == 0 || (stages & 1u << asy_family_row_get_stage (row)) != 0) &&
         (asy_family_row_get_flags (row) & flags) == flags;
}

static gboolean
matches_worker (const AsyFamilyFilter *self, AsyFamilyRow *row)
{
  if (self->worker_ids == NULL || self->worker_ids->len == 0)
    return TRUE;
  for (guint i = 0; i < self->worker_ids->len; i++)
    if (g_array_index (self->worker_ids, gint64, i) == asy_family_row_get_worker_id (row))
      return TRUE;
  return FALSE;
}

static gboolean
matches_district (const AsyFamilyFilter *self, AsyFamilyRow *row)
{
  GPtrArray *values = self->values[ASY_FAMILY_FACET_DISTRICT];

  if (values == NULL || values->len == 0)
    return TRUE;
  for (guint i = 0; i < values->len; i++)
    if (g_strcmp0 (values->pdata[i], asy_family_row_get_district (row)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
matches_reason (const AsyFamilyFilter *self, AsyFamilyRow *row)
{
  GPtrArray *values = self->values[ASY_FAMILY_FACET_REASON];
  GPtrArray *reasons = asy_family_row_get_reasons (row);

  if (values == NULL || values->len == 0)
    return TRUE;
  for (guint i = 0; reasons != NULL && i < reasons->len; i++)
    if (g_ptr_array_find (values, reasons->pdata[i], NULL))
      return TRUE;
  return FALSE;
}

gboolean
asy_family_filter_matches (const AsyFamilyFilter *self, AsyFamilyRow *row)
{
  return matches_bits (self, row) && matches_worker (self, row) && matches_district (self, row) && matches_reason (self, row) &&
         matches_words (self, row);
}

gboolean
asy_family_filter_is_chosen (const AsyFamilyFilter *self)
{
  for (int facet = 0; facet < ASY_FAMILY_N_FACETS; facet++)
    if (self->values[facet] != NULL && self->values[facet]->len > 0)
      return TRUE;
  return self->scope != ASY_FAMILIES_ACTIVE;
}

gboolean
asy_family_filter_is_empty (const AsyFamilyFilter *self)
{
  return !asy_family_filter_is_chosen (self) && self->words == NULL;
}

/* Order */

/* What is not known comes last, whatever the direction. */
static int
compare_days (AsyDay a, AsyDay b, gboolean is_descending)
{
  if (a == b)
    return 0;
  if (a == ASY_DAY_NONE || b == ASY_DAY_NONE)
    return a == ASY_DAY_NONE ? 1 : -1;
  return (a < b) != is_descending ? -1 : 1;
}

static int
compare_keys (const char *a, const char *b, gboolean is_descending)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  return is_descending ? strcmp (b, a) : strcmp (a, b);
}

static int
compare_numbers (guint a, guint b, gboolean is_descending)
{
  if (a == b)
    return 0;
  return (a < b) != is_descending ? -1 : 1;
}

/* None comes last, whatever the direction. */
static int
compare_steps (AsyStep a, AsyStep b, gboolean is_descending)
{
  if ((a == ASY_STEP_NONE) != (b == ASY_STEP_NONE))
    return a == ASY_STEP_NONE ? 1 : -1;
  return compare_numbers (a, b, is_descending);
}

/* A family with the gravest mark goes before those that have only others. */
static guint
weigh_flags (AsyFamilyFlags flags)
{
  static const guint by_weight[] = { ASY_FAMILY_FLAG_NO_VISIT, ASY_FAMILY_FLAG_URGENT, ASY_FAMILY_FLAG_FOSTER_CARE,
                                     ASY_FAMILY_FLAG_COURT, ASY_FAMILY_FLAG_COURT_ORDER, ASY_FAMILY_FLAG_BLUE_CARD,
                                     ASY_FAMILY_FLAG_TWO_PERSON, ASY_FAMILY_FLAG_WARNING, ASY_FAMILY_FLAG_INTERVENTION };
  guint weight = 0;

  for (guint i = 0; i < G_N_ELEMENTS (by_weight); i++)
    if ((flags & by_weight[i]) != 0)
      weight |= 1u << i;
  return weight;
}

static int
compare_flags (AsyFamilyFlags a, AsyFamilyFlags b, gboolean is_descending)
{
  if ((a == 0) != (b == 0))
    return a == 0 ? 1 : -1;
  return compare_numbers (weigh_flags (b), weigh_flags (a), is_descending);
}

static int
compare_in (AsyFamilyOrder order, gboolean is_descending, AsyFamilyRow *a, AsyFamilyRow *b)
{
  switch (order)
    {
    case ASY_FAMILY_ORDER_DUE:
      return compare_days (asy_family_row_get_due (a), asy_family_row_get_due (b), is_descending);
    case ASY_FAMILY_ORDER_STAGE:
      return compare_numbers (asy_family_row_get_stage (a), asy_family_row_get_stage (b), is_descending);
    case ASY_FAMILY_ORDER_ASSISTANT:
      return compare_keys (asy_family_row_get_assistant_key (a), asy_family_row_get_assistant_key (b), is_descending);
    case ASY_FAMILY_ORDER_DISTRICT:
      return compare_keys (asy_family_row_get_district_key (a), asy_family_row_get_district_key (b), is_descending);
    case ASY_FAMILY_ORDER_LAST_VISIT:
      return compare_days (asy_family_row_get_last_visit (a), asy_family_row_get_last_visit (b), is_descending);
    case ASY_FAMILY_ORDER_REGISTERED:
      return compare_days (asy_family_row_get_registered (a), asy_family_row_get_registered (b), is_descending);
    case ASY_FAMILY_ORDER_CHILDREN:
      return compare_numbers (asy_family_row_get_n_children (a), asy_family_row_get_n_children (b), is_descending);
    case ASY_FAMILY_ORDER_STEP:
      return compare_steps (asy_family_row_get_step (a), asy_family_row_get_step (b), is_descending);
    case ASY_FAMILY_ORDER_NEXT_VISIT:
      return compare_days (asy_family_row_get_next_visit (a), asy_family_row_get_next_visit (b), is_descending);
    case ASY_FAMILY_ORDER_ASSESSMENT:
      return compare_days (asy_family_row_get_assessment_due (a), asy_family_row_get_assessment_due (b), is_descending);
    case ASY_FAMILY_ORDER_FLAGS:
      return compare_flags (asy_family_row_get_flags (a), asy_family_row_get_flags (b), is_descending);
    case ASY_FAMILY_ORDER_SIGNATURE:
      return compare_keys (asy_family_row_get_court_signature (a), asy_family_row_get_court_signature (b), is_descending);
    case ASY_FAMILY_ORDER_ADDRESS:
      return compare_keys (asy_family_row_get_address_key (a), asy_family_row_get_address_key (b), is_descending);
    case ASY_FAMILY_ORDER_NAME:
    default:
      return compare_keys (asy_family_row_get_name_key (a), asy_family_row_get_name_key (b), is_descending);
    }
}

int
asy_family_order_compare (AsyFamilyOrder order, gboolean is_descending, AsyFamilyRow *a, AsyFamilyRow *b)
{
  const int in_order = compare_in (order, is_descending, a, b);

  return in_order != 0 || order == ASY_FAMILY_ORDER_NAME ? in_order : compare_in (ASY_FAMILY_ORDER_NAME, FALSE, a, b);
}

/* The search text begins with the name of the family. */
static gboolean
bears_name (const AsyFamilyFilter *self, AsyFamilyRow *row)
{
  const char *folded = asy_family_row_get_folded (row);

  return folded != NULL && g_str_has_prefix (folded, self->words[0]);
}

int
asy_family_filter_compare (const AsyFamilyFilter *self, AsyFamilyOrder order, gboolean is_descending, AsyFamilyRow *a,
                           AsyFamilyRow *b)
{
  const int by_name = self->words != NULL ? bears_name (self, b) - bears_name (self, a) : 0;

  return by_name != 0 ? by_name : asy_family_order_compare (order, is_descending, a, b);
}

static gboolean
have_same_reasons (AsyFamilyRow *a, AsyFamilyRow *b)
{
  GPtrArray *left = asy_family_row_get_reasons (a);
  GPtrArray *right = asy_family_row_get_reasons (b);

  if (left == NULL || right == NULL)
    return left == right;
  return left->len == right->len && memcmp (left->pdata, right->pdata, left->len * sizeof (gpointer)) == 0;
}

static gboolean
have_same_texts (AsyFamilyRow *a, AsyFamilyRow *b)
{
  return g_strcmp0 (asy_family_row_get_folded (a), asy_family_row_get_folded (b)) == 0 &&
         g_strcmp0 (asy_family_row_get_name (a), asy_family_row_get_name (b)) == 0 &&
         g_strcmp0 (asy_family_row_get_district (a), asy_family_row_get_district (b)) == 0 &&
         g_strcmp0 (asy_family_row_get_address (a), asy_family_row_get_address (b)) == 0 &&
         g_strcmp0 (asy_family_row_get_assistant (a), asy_family_row_get_assistant (b)) == 0 &&
         g_strcmp0 (asy_family_row_get_court_signature (a), asy_family_row_get_court_signature (b)) == 0 &&
         g_strcmp0 (asy_family_row_get_warning (a), asy_family_row_get_warning (b)) == 0;
}

gboolean
asy_family_row_same (gconstpointer a, gconstpointer b)
{
  AsyFamilyRow *left = (AsyFamilyRow *) a;
  AsyFamilyRow *right = (AsyFamilyRow *) b;

  return asy_family_row_get_id (left) == asy_family_row_get_id (right) &&
         asy_family_row_get_stage (left) == asy_family_row_get_stage (right) &&
         asy_family_row_get_due (left) == asy_family_row_get_due (right) &&
         asy_family_row_get_due_kind (left) == asy_family_row_get_due_kind (right) &&
         asy_family_row_get_worker_id (left) == asy_family_row_get_worker_id (right) &&
         asy_family_row_get_flags (left) == asy_family_row_get_flags (right) &&
         asy_family_row_get_last_visit (left) == asy_family_row_get_last_visit (right) &&
         asy_family_row_get_next_visit (left) == asy_family_row_get_next_visit (right) &&
         asy_family_row_get_assessment_due (left) == asy_family_row_get_assessment_due (right) &&
         asy_family_row_get_step (left) == asy_family_row_get_step (right) &&
         asy_family_row_get_registered (left) == asy_family_row_get_registered (right) &&
         asy_family_row_get_n_children (left) == asy_family_row_get_n_children (right) && have_same_reasons (left, right) &&
         have_same_texts (left, right);
}
