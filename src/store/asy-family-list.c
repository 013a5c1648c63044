/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "base/asy-text.h"
#include "law/asy-intervention-rules.h"
#include "model/asy-family-warning.h"
#include "store/asy-facts.h"
#include "store/asy-families.h"
#include "store/asy-interventions.h"
#include "store/asy-visits-private.h"

#define OF_AGE_MONTHS (18 * 12)

struct _AsyFamilyRow
{
  GObject parent_instance;

  gint64 id;
  gint64 worker_id;
  char *name;
  char *district;
  char *address;
  char *assistant;
  char *folded;
  char *warning;
  char *own_number;
  char *email;
  GPtrArray *reasons;           /* interned; NULL: none */
  guint flags;
  gboolean court;
  AsyStage stage;
  AsyDay due;
  AsyDeadlineKind due_kind;
  AsyStep step;
  AsyDay last_visit;
  AsyDay next_visit;
  AsyDay assessment_due;
  AsyDay registered;
  guint n_children;
  char *court_signature;
  char *name_key;
  char *assistant_key;
  char *district_key;
  char *address_key;            /* nullable until asked for */
};

G_DEFINE_FINAL_TYPE (AsyFamilyRow, asy_family_row, G_TYPE_OBJECT)

enum { PROP_0, PROP_ID, PROP_NAME, PROP_DISTRICT, PROP_ADDRESS, PROP_ASSISTANT, PROP_FOLDED, PROP_STAGE, PROP_WARNING,
       PROP_TWO_PERSON, PROP_COURT, PROP_DUE, PROP_DUE_KIND, N_PROPS };

static void
asy_family_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AsyFamilyRow *self = ASY_FAMILY_ROW (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_DISTRICT:
      g_value_set_string (value, self->district);
      break;
    case PROP_ADDRESS:
      g_value_set_string (value, self->address);
      break;
    case PROP_ASSISTANT:
      g_value_set_string (value, self->assistant);
      break;
    case PROP_FOLDED:
      g_value_set_string (value, self->folded);
      break;
    case PROP_STAGE:
      g_value_set_int (value, (int) self->stage);
      break;
    case PROP_WARNING:
      g_value_set_string (value, self->warning);
      break;
    case PROP_TWO_PERSON:
      g_value_set_boolean (value, asy_family_row_get_two_person (self));
      break;
    case PROP_COURT:
      g_value_set_boolean (value, self->court);
      break;
    case PROP_DUE:
      g_value_set_uint (value, self->due);
      break;
    case PROP_DUE_KIND:
      g_value_set_int (value, (int) self->due_kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asy_family_row_finalize (GObject *object)
{
  AsyFamilyRow *self = ASY_FAMILY_ROW (object);

  g_free (self->name);
  g_free (self->district);
  g_free (self->address);
  g_free (self->assistant);
  g_free (self->folded);
  g_free (self->warning);
  g_free (self->court_signature);
  g_free (self->own_number);
  g_free (self->email);
  g_free (self->name_key);
  g_free (self->assistant_key);
  g_free (self->district_key);
  g_free (self->address_key);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);

  G_OBJECT_CLASS (asy_family_row_parent_class)->finalize (object);
}

static void
asy_family_row_class_init (AsyFamilyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = asy_family_row_get_property;
  object_class->finalize = asy_family_row_finalize;
  g_object_class_install_property (object_class, PROP_ID, g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags));
  g_object_class_install_property (object_class, PROP_NAME, g_param_spec_string ("name", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_DISTRICT, g_param_spec_string ("district", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_ADDRESS, g_param_spec_string ("address", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_ASSISTANT, g_param_spec_string ("assistant", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_FOLDED, g_param_spec_string ("folded", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_STAGE, g_param_spec_int ("stage", NULL, NULL, 0, ASY_STAGE_CLOSED, 0, flags));
  g_object_class_install_property (object_class, PROP_WARNING, g_param_spec_string ("warning", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_TWO_PERSON, g_param_spec_boolean ("two-person", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_COURT, g_param_spec_boolean ("court", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_DUE, g_param_spec_uint ("due", NULL, NULL, 0, G_MAXUINT, 0, flags));
  g_object_class_install_property (object_class, PROP_DUE_KIND, g_param_spec_int ("due-kind", NULL, NULL, 0, ASY_DEADLINE_LAST, 0, flags));
}

static void
asy_family_row_init (AsyFamilyRow *self)
{
}

gint64
asy_family_row_get_id (AsyFamilyRow *self)
{
  return self->id;
}

const char *
asy_family_row_get_name (AsyFamilyRow *self)
{
  return self->name;
}

const char *
asy_family_row_get_district (AsyFamilyRow *self)
{
  return self->district;
}

const char *
asy_family_row_get_address (AsyFamilyRow *self)
{
  return self->address;
}

const char *
asy_family_row_get_assistant (AsyFamilyRow *self)
{
  return self->assistant;
}

gint64
asy_family_row_get_worker_id (AsyFamilyRow *self)
{
  return self->worker_id;
}

const char *
asy_family_row_get_folded (AsyFamilyRow *self)
{
  return self->folded;
}

AsyStage
asy_family_row_get_stage (AsyFamilyRow *self)
{
  return self->stage;
}

gboolean
asy_family_row_get_two_person (AsyFamilyRow *self)
{
  return (self->flags & ASY_FAMILY_FLAG_TWO_PERSON) != 0;
}

const char *
asy_family_row_get_warning (AsyFamilyRow *self)
{
  return self->warning;
}

const char *
asy_family_row_get_own_number (AsyFamilyRow *self)
{
  return self->own_number;
}

const char *
asy_family_row_get_email (AsyFamilyRow *self)
{
  return self->email;
}

gboolean
asy_family_row_get_court (AsyFamilyRow *self)
{
  return self->court;
}

AsyDay
asy_family_row_get_due (AsyFamilyRow *self)
{
  return self->due;
}

AsyDeadlineKind
asy_family_row_get_due_kind (AsyFamilyRow *self)
{
  return self->due_kind;
}

AsyFamilyFlags
asy_family_row_get_flags (AsyFamilyRow *self)
{
  return (AsyFamilyFlags) self->flags;
}

GPtrArray *
asy_family_row_get_reasons (AsyFamilyRow *self)
{
  return self->reasons;
}

AsyDay
asy_family_row_get_last_visit (AsyFamilyRow *self)
{
  return self->last_visit;
}

AsyDay
asy_family_row_get_next_visit (AsyFamilyRow *self)
{
  return self->next_visit;
}

AsyDay
asy_family_row_get_assessment_due (AsyFamilyRow *self)
{
  return self->assessment_due;
}

AsyStep
asy_family_row_get_step (AsyFamilyRow *self)
{
  return self->step;
}

const char *
asy_family_row_get_court_signature (AsyFamilyRow *self)
{
  return self->court_signature;
}

AsyDay
asy_family_row_get_registered (AsyFamilyRow *self)
{
  return self->registered;
}

guint
asy_family_row_get_n_children (AsyFamilyRow *self)
{
  return self->n_children;
}

const char *
asy_family_row_get_name_key (AsyFamilyRow *self)
{
  return self->name_key;
}

const char *
asy_family_row_get_assistant_key (AsyFamilyRow *self)
{
  return self->assistant_key;
}

const char *
asy_family_row_get_district_key (AsyFamilyRow *self)
{
  return self->district_key;
}

const char *
asy_family_row_get_address_key (AsyFamilyRow *self)
{
  if (self->address_key == NULL && self->address != NULL)
    self->address_key = asy_text_sort_key (self->address);
  return self->address_key;
}

typedef struct {
  AsySession *session;
  AsyFamiliesScope scope;
  AsyDay today;
  GPtrArray *rows;
  GHashTable *by_id;            /* AsyFamilyRow by its id; keys inside the rows */
} Listing;

static AsyFamilyRow *
read_row (AsyStmt *stmt)
{
  AsyFamilyRow *row = g_object_new (ASY_TYPE_FAMILY_ROW, NULL);

  row->id = asy_stmt_column_int (stmt, 0);
  row->name = asy_stmt_column_dup_text (stmt, 1);
  row->address = asy_stmt_column_dup_text (stmt, 2);
  row->district = asy_stmt_column_dup_text (stmt, 3);
  row->folded = asy_stmt_column_dup_text (stmt, 4);
  row->stage = asy_stmt_column_int (stmt, 5) != 0 ? ASY_STAGE_CLOSED : ASY_STAGE_NONE;
  row->name_key = asy_stmt_column_dup_text (stmt, 12);
  row->registered = asy_stmt_column_day (stmt, 8);
  row->last_visit = asy_stmt_column_day (stmt, 9);
  row->n_children = (guint) asy_stmt_column_int (stmt, 10);
  if (asy_stmt_column_int (stmt, 11) != 0)
    row->flags |= ASY_FAMILY_FLAG_BLUE_CARD;
  row->own_number = asy_stmt_column_dup_text (stmt, 13);
  row->email = asy_stmt_column_dup_text (stmt, 14);
  return row;
}

/* A family has a row for each of its warnings. */
static void
add_warning (AsyFamilyRow *row, const char *kind, const char *reason)
{
  char *text;

  if (kind == NULL)
    return;
  if (g_str_equal (kind, asy_warning_kind_nicks[ASY_WARNING_KIND_TWO_PERSON]))
    {
      row->flags |= ASY_FAMILY_FLAG_TWO_PERSON;
      return;
    }
  row->flags |= ASY_FAMILY_FLAG_WARNING;
  text = row->warning != NULL ? g_strconcat (row->warning, "\n", reason, NULL) : g_strdup (reason);
  g_free (row->warning);
  row->warning = text;
}

static gboolean
read_rows (Listing *listing, GError **error)
{
  static const char *const where[] = {
    [ASY_FAMILIES_ACTIVE] = "WHERE EXISTS (SELECT 1 FROM case_file c WHERE c.family_id = f.id AND c.closed_on IS NULL)"
                            " OR NOT EXISTS (SELECT 1 FROM case_file c WHERE c.family_id = f.id)",
    [ASY_FAMILIES_ARCHIVED] = "WHERE EXISTS (SELECT 1 FROM case_file c WHERE c.family_id = f.id)"
                              " AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.family_id = f.id AND c.closed_on IS NULL)",
    [ASY_FAMILIES_ALL] = "",
  };
  g_autofree char *sql = NULL;
  g_autoptr (AsyStmt) stmt = NULL;
  AsyFamilyRow *row = NULL;
  gboolean has_row;

  /* Each subquery is a seek in an index. */
  sql = g_strdup_printf ("SELECT f.id, f.name, f.street, f.district, f.folded,"
                         " EXISTS (SELECT 1 FROM case_file c WHERE c.family_id = f.id), w.kind, w.reason,"
                         " (SELECT min(c.notice_on) FROM case_file c WHERE c.family_id = f.id),"
                         " (SELECT v.day FROM visit v WHERE v.family_id = f.id AND v.state = 'held'"
                         "   AND v.kind IN " ASY_VISIT_KINDS_SQL " ORDER BY v.day DESC LIMIT 1),"
                         " (SELECT count(*) FROM member m JOIN person p ON p.id = m.person_id WHERE m.family_id = f.id"
                         "   AND m.left_on IS NULL AND p.died_on IS NULL AND p.birth_date > :born),"
                         " EXISTS (SELECT 1 FROM blue_card b WHERE b.family_id = f.id AND b.ended_on IS NULL), f.sort_key, f.own_number, f.email"
                         " FROM family f LEFT JOIN family_warning w ON w.family_id = f.id AND w.from_day <= :today"
                         " AND (w.until_day IS NULL OR w.until_day >= :today)"
                         " %s ORDER BY f.sort_key, f.id, w.from_day, w.id",
                         where[listing->scope]);
  stmt = asy_db_prepare (asy_session_get_db (listing->session), sql, error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_day (stmt, ":today", listing->today);
  asy_stmt_bind_day (stmt, ":born", asy_day_add_months (listing->today, -OF_AGE_MONTHS));
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (row == NULL || row->id != asy_stmt_column_int (stmt, 0))
        {
          row = read_row (stmt);
          g_ptr_array_add (listing->rows, row);
          g_hash_table_insert (listing->by_id, &row->id, row);
        }
      add_warning (row, asy_stmt_column_text (stmt, 6), asy_stmt_column_text (stmt, 7));
    }
}

static void
apply_deadlines (AsyFamilyRow *row, const AsyCaseFacts *facts, AsyDay today, GArray *scratch)
{
  g_array_set_size (scratch, 0);
  asy_deadlines_compute (facts, asy_rules_get_default (), today, scratch);
  for (guint i = 0; i < scratch->len; i++)
    {
      const AsyDeadline *deadline = &g_array_index (scratch, AsyDeadline, i);

      if (deadline->kind == ASY_DEADLINE_ASSESSMENT || deadline->kind == ASY_DEADLINE_FINAL_ASSESSMENT)
        row->assessment_due = deadline->due;
      if (row->due != ASY_DAY_NONE && row->due <= deadline->due)
        continue;
      row->due = deadline->due;
      row->due_kind = deadline->kind;
    }
}

static void
apply_case (AsyFamilyRow *row, const AsyCaseFacts *facts, AsyDay today)
{
  row->stage = asy_stage_compute (facts, today);
  row->step = asy_step_compute (facts, today);
  row->next_visit = facts->next_visit_on;
  row->worker_id = facts->worker_id;
  row->court = facts->path == ASY_CASE_PATH_COURT || facts->court_order_on != ASY_DAY_NONE;
  if (row->court)
    row->flags |= ASY_FAMILY_FLAG_COURT | ASY_FAMILY_FLAG_COURT_ORDER;
  if (facts->is_urgent)
    row->flags |= ASY_FAMILY_FLAG_URGENT;
  if (facts->worker_id != 0 && facts->next_visit_on == ASY_DAY_NONE && row->stage >= ASY_STAGE_ASSIGNED &&
      row->stage <= ASY_STAGE_ENDING && row->stage != ASY_STAGE_SUSPENDED)
    row->flags |= ASY_FAMILY_FLAG_NO_VISIT;
}

typedef struct {
  char *name;
  char *key;
} Assistant;

static void
assistant_free (gpointer data)
{
  Assistant *assistant = data;

  g_free (assistant->name);
  g_free (assistant->key);
  g_free (assistant);
}

static gboolean
apply_facts (Listing *listing, GHashTable *workers, GError **error)
{
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (AsyDeadline));
  g_autoptr (GArray) all = asy_facts_list_open (listing->session, listing->today, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const AsyCaseFacts *facts = &g_array_index (all, AsyCaseFacts, i);
      AsyFamilyRow *row = g_hash_table_lookup (listing->by_id, &facts->family_id);
      const Assistant *assistant = g_hash_table_lookup (workers, &facts->worker_id);

      if (row == NULL)
        continue;
      apply_case (row, facts, listing->today);
      g_free (row->assistant);
      row->assistant = assistant != NULL ? g_strdup (assistant->name) : NULL;
      g_free (row->assistant_key);
      row->assistant_key = assistant != NULL ? g_strdup (assistant->key) : NULL;
      apply_deadlines (row, facts, listing->today, scratch);
    }
  return TRUE;
}

/* The court's terms come from their own rows; they are few. */
static gboolean
apply_requests (Listing *listing, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (listing->session),
                         "SELECT c.family_id, r.due_on FROM court_request r JOIN case_file c ON c.id = r.case_file_id"
                         " WHERE r.answered_on IS NULL",
                         error);
  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      AsyFamilyRow *row;
      gint64 family_id;
      AsyDay due;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      family_id = asy_stmt_column_int (stmt, 0);
      due = asy_stmt_column_day (stmt, 1);
      row = g_hash_table_lookup (listing->by_id, &family_id);
      if (row == NULL)
        continue;
      row->court = TRUE;
      row->flags |= ASY_FAMILY_FLAG_COURT;
      if (row->due != ASY_DAY_NONE && row->due <= due)
        continue;
      row->due = due;
      row->due_kind = ASY_DEADLINE_COURT_OPINION;
    }
}

/* Assessments of children in foster care; they are few as well. */
static gboolean
apply_child_reviews (Listing *listing, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (listing->session),
                         "SELECT m.family_id, p.birth_date, m.whereabouts_since, m.child_review_on"
                         " FROM member m JOIN person p ON p.id = m.person_id"
                         " JOIN dictionary d ON d.kind = 'whereabouts' AND d.code = m.whereabouts AND d.detail = 'care'"
                         " WHERE m.left_on IS NULL AND p.died_on IS NULL",
                         error);
  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      AsyDeadline deadline;
      AsyFamilyRow *row;
      gint64 family_id;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      family_id = asy_stmt_column_int (stmt, 0);
      row = g_hash_table_lookup (listing->by_id, &family_id);
      if (row != NULL)
        row->flags |= ASY_FAMILY_FLAG_FOSTER_CARE;
      if (row == NULL || row->stage == ASY_STAGE_NONE || row->stage == ASY_STAGE_CLOSED ||
          !asy_deadline_child_review (asy_stmt_column_day (stmt, 1), asy_stmt_column_day (stmt, 2), asy_stmt_column_day (stmt, 3),
                                      asy_rules_get_default (), &deadline))
        continue;
      if (row->due != ASY_DAY_NONE && row->due <= deadline.due)
        continue;
      row->due = deadline.due;
      row->due_kind = ASY_DEADLINE_CHILD_REVIEW;
    }
}

/* A threat to a child that nobody was told of goes before everything. */
static gboolean
apply_interventions (Listing *listing, GError **error)
{
  g_autoptr (GPtrArray) open = asy_interventions_list_open (listing->session, 0, error);

  if (open == NULL)
    return FALSE;
  for (guint i = 0; i < open->len; i++)
    {
      const gint64 family_id = asy_intervention_get_family_id (g_ptr_array_index (open, i));
      AsyFamilyRow *row = g_hash_table_lookup (listing->by_id, &family_id);
      AsyDeadline deadline;

      if (row != NULL)
        row->flags |= ASY_FAMILY_FLAG_INTERVENTION;
      if (row == NULL || !asy_intervention_get_deadline (g_ptr_array_index (open, i), &deadline))
        continue;
      row->due = deadline.due;
      row->due_kind = deadline.kind;
    }
  return TRUE;
}

static void
add_reason (AsyFamilyRow *row, const char *reason)
{
  if (row->reasons == NULL)
    row->reasons = g_ptr_array_sized_new (2);
  g_ptr_array_add (row->reasons, (gpointer) g_intern_string (reason));
}

/* The reasons of open cases; of closed ones too where they are listed. */
static gboolean
apply_reasons (Listing *listing, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (listing->session),
                         listing->scope == ASY_FAMILIES_ACTIVE
                             ? "SELECT c.family_id, r.reason FROM case_file c JOIN case_reason r ON r.case_file_id = c.id"
                               " WHERE c.closed_on IS NULL"
                             : "SELECT c.family_id, r.reason FROM case_reason r JOIN case_file c ON c.id = r.case_file_id",
                         error);
  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      AsyFamilyRow *row;
      gint64 family_id;

      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      family_id = asy_stmt_column_int (stmt, 0);
      row = g_hash_table_lookup (listing->by_id, &family_id);
      if (row != NULL)
        add_reason (row, asy_stmt_column_text (stmt, 1));
    }
}

/* What courts call the cases; the newest one stands. */
static gboolean
apply_signatures (Listing *listing, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (listing->session),
                         "SELECT c.family_id, c.court_signature FROM case_file c WHERE c.court_signature IS NOT NULL"
                         " AND (:all = 1 OR c.closed_on IS NULL) ORDER BY c.family_id, c.notice_on, c.id",
                         error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":all", listing->scope != ASY_FAMILIES_ACTIVE);
  while (asy_stmt_step (stmt, &has_row, error))
    {
      const gint64 family_id = has_row ? asy_stmt_column_int (stmt, 0) : 0;
      AsyFamilyRow *row = has_row ? g_hash_table_lookup (listing->by_id, &family_id) : NULL;

      if (!has_row)
        return TRUE;
      if (row == NULL)
        continue;
      g_free (row->court_signature);
      row->court_signature = asy_stmt_column_dup_text (stmt, 1);
    }
  return FALSE;
}

/* There are few districts, and many families in each. */
static void
add_district_keys (Listing *listing)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < listing->rows->len; i++)
    {
      AsyFamilyRow *row = listing->rows->pdata[i];

      if (row->district == NULL)
        continue;
      if (!g_hash_table_contains (keys, row->district))
        g_hash_table_insert (keys, row->district, asy_text_sort_key (row->district));
      row->district_key = g_strdup (g_hash_table_lookup (keys, row->district));
    }
}

static GHashTable *
read_workers (AsySession *session, GError **error)
{
  g_autoptr (GHashTable) assistants = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, assistant_free);
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session), "SELECT id, given_name || ' ' || family_name, sort_key FROM worker", error);
  if (stmt == NULL)
    return NULL;
  for (;;)
    {
      Assistant *assistant;
      gint64 *id;

      if (!asy_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&assistants);
      id = g_new (gint64, 1);
      *id = asy_stmt_column_int (stmt, 0);
      assistant = g_new0 (Assistant, 1);
      assistant->name = asy_stmt_column_dup_text (stmt, 1);
      assistant->key = asy_stmt_column_is_null (stmt, 2) ? asy_text_sort_key (assistant->name) : asy_stmt_column_dup_text (stmt, 2);
      g_hash_table_insert (assistants, id, assistant);
    }
}

static gboolean
list_families (AsyDb *db, gpointer user_data, GError **error)
{
  Listing *listing = user_data;
  g_autoptr (GHashTable) workers = NULL;

  if (!read_rows (listing, error) || !apply_reasons (listing, error) || !apply_signatures (listing, error))
    return FALSE;
  add_district_keys (listing);
  if (listing->scope == ASY_FAMILIES_ARCHIVED)
    return TRUE;
  workers = read_workers (listing->session, error);
  return workers != NULL && apply_facts (listing, workers, error) && apply_requests (listing, error) &&
         apply_child_reviews (listing, error) && apply_interventions (listing, error);
}

GPtrArray *
asy_families_list (AsySession *session, AsyFamiliesScope scope, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  Listing listing = { session, scope, asy_session_get_today (session), rows, by_id };

  if (!asy_db_read_transaction (asy_session_get_db (session), list_families, &listing, error))
    return NULL;
  return g_steal_pointer (&rows);
}
