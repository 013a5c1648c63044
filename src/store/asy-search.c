/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"
#include "model/asy-kinship.h"
#include "model/asy-person.h"
#include "model/asy-person-name.h"
#include "model/asy-union.h"
#include "store/asy-search-private.h"
#include "store/asy-search.h"

/* What is shown of a record, and the words it is found by. */
typedef struct {
  gint64 id;
  const char *kind;
  char *title;
  char *subtitle;
  GString *text;                /* not folded yet */
  GHashTable *seen;             /* nullable: texts that are in it */
} Document;

static Document *
document_new (gint64 id, const char *kind)
{
  Document *document = g_new0 (Document, 1);

  document->id = id;
  document->kind = kind;
  document->text = g_string_new (NULL);
  return document;
}

static void
document_free (Document *document)
{
  g_free (document->title);
  g_free (document->subtitle);
  g_string_free (document->text, TRUE);
  g_clear_pointer (&document->seen, g_hash_table_unref);
  g_free (document);
}

static void
add_text (Document *document, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_c (document->text, ' ');
  g_string_append (document->text, text);
}

static void
add_columns (Document *document, AsyStmt *stmt, int first, int last)
{
  for (int column = first; column <= last; column++)
    add_text (document, asy_stmt_column_text (stmt, column));
}

/* A number is typed in one piece or in the groups that it is printed in. */
static void
add_phone (Document *document, const char *phone)
{
  g_autofree char *printed = NULL;

  if (phone == NULL)
    return;
  add_text (document, phone);
  printed = asy_text_phone (phone);
  if (!g_str_equal (printed, phone))
    add_text (document, printed);
}

#define DOT " · "

/* What is there of three texts. */
static char *
join_texts (const char *separator, const char *a, const char *b, const char *c)
{
  const char *const parts[] = { a, b, c };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", parts[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Each word once: a family's surname comes with every member. */
static char *
fold_words (const char *text)
{
  g_autofree char *folded = asy_text_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) once = g_string_sized_new (strlen (folded));

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && g_hash_table_add (seen, words[i]))
      g_string_append_printf (once, "%s%s", once->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&once), FALSE);
}

static gboolean
put_document (AsySession *session, Document *document, char **ret_words, GError **error)
{
  g_autofree char *words = fold_words (document->text->str);

  if (!asy_db_search_put (asy_session_get_db (session), document->kind, document->id, document->title, document->subtitle,
                          words, error))
    return FALSE;
  if (ret_words != NULL)
    *ret_words = g_steal_pointer (&words);
  return TRUE;
}

static gboolean
put_all (AsySession *session, GPtrArray *documents, GError **error)
{
  for (guint i = 0; i < documents->len; i++)
    if (!put_document (session, g_ptr_array_index (documents, i), NULL, error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
documents_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) document_free);
}

typedef void (*ReadRow) (GPtrArray *documents, AsyStmt *stmt);

/* Rows of a range of numbers, both ends included. */
static gboolean
read_range (AsySession *session, const char *sql, gint64 first, gint64 last, ReadRow read_row, GPtrArray *documents,
            GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":first", first);
  asy_stmt_bind_int (stmt, ":last", last);
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      read_row (documents, stmt);
    }
}

/* Documents come by id, and so do the rows that belong to them. */
static Document *
find_document (GPtrArray *documents, gint64 id)
{
  guint low = 0;
  guint high = documents->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      Document *document = g_ptr_array_index (documents, middle);

      if (document->id == id)
        return document;
      if (document->id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Families. */

static void
read_family (GPtrArray *documents, AsyStmt *stmt)
{
  Document *document = document_new (asy_stmt_column_int (stmt, 0), ASY_SEARCH_FAMILY);

  document->title = asy_stmt_column_dup_text (stmt, 1);
  document->subtitle = join_texts (", ", asy_stmt_column_text (stmt, 2), asy_stmt_column_text (stmt, 4), NULL);
  add_columns (document, stmt, 1, 5);
  add_phone (document, asy_stmt_column_text (stmt, 6));
  add_columns (document, stmt, 7, 9);
  g_ptr_array_add (documents, document);
}

static void
read_member (GPtrArray *documents, AsyStmt *stmt)
{
  Document *document = find_document (documents, asy_stmt_column_int (stmt, 0));

  if (document == NULL)
    return;
  add_columns (document, stmt, 1, 4);
  add_phone (document, asy_stmt_column_text (stmt, 5));
  add_phone (document, asy_stmt_column_text (stmt, 6));
  add_columns (document, stmt, 7, 8);
}

/* One word to the document of a row's first column: a number of a court, a name of old. */
static void
read_word (GPtrArray *documents, AsyStmt *stmt)
{
  Document *document = find_document (documents, asy_stmt_column_int (stmt, 0));

  if (document != NULL)
    add_text (document, asy_stmt_column_text (stmt, 1));
}

static void
read_former_name (GPtrArray *documents, AsyStmt *stmt)
{
  Document *document = find_document (documents, asy_stmt_column_int (stmt, 0));

  if (document != NULL)
    add_columns (document, stmt, 1, 2);
}

/* The list of families filters by the same words as one types. */
static gboolean
put_families (AsySession *session, GPtrArray *documents, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;

  stmt = asy_db_prepare (asy_session_get_db (session), "UPDATE family SET folded = :words WHERE id = :id", error);
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    {
      Document *document = g_ptr_array_index (documents, i);
      g_autofree char *words = NULL;

      if (!put_document (session, document, &words, error))
        return FALSE;
      asy_stmt_bind_text (stmt, ":words", words);
      asy_stmt_bind_int (stmt, ":id", document->id);
      if (!asy_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
index_families (AsySession *session, gint64 first, gint64 last, GError **error)
{
  g_autoptr (GPtrArray) documents = documents_new ();

  return read_range (session,
                     "SELECT id, name, street, postcode, city, district, phone, email, own_number, notes FROM family"
                     " WHERE id BETWEEN :first AND :last ORDER BY id",
                     first, last, read_family, documents, error) &&
         read_range (session,
                     "SELECT m.family_id, p.given_name, p.family_name, p.pesel, p.document, p.phone,"
                     " m.care_coordinator_phone, m.carer, m.care_coordinator FROM member m JOIN person p ON p.id = m.person_id"
                     " WHERE m.family_id BETWEEN :first AND :last ORDER BY m.family_id, m.position, m.id",
                     first, last, read_member, documents, error) &&
         read_range (session,
                     "SELECT m.family_id, n.given_name, n.family_name FROM member m JOIN person_name n ON n.person_id = m.person_id"
                     " WHERE m.family_id BETWEEN :first AND :last ORDER BY m.family_id, n.id",
                     first, last, read_former_name, documents, error) &&
         read_range (session,
                     "SELECT c.family_id, c.court_signature FROM case_file c"
                     " WHERE c.family_id BETWEEN :first AND :last AND c.court_signature IS NOT NULL"
                     " UNION SELECT c.family_id, r.signature FROM case_file c JOIN court_request r ON r.case_file_id = c.id"
                     " WHERE c.family_id BETWEEN :first AND :last"
                     " UNION SELECT b.family_id, b.number FROM blue_card b"
                     " WHERE b.family_id BETWEEN :first AND :last AND b.number IS NOT NULL ORDER BY 1, 2",
                     first, last, read_word, documents, error) &&
         put_families (session, documents, error);
}

/* The people of families; a row for each family that someone stands in. */
static void
read_person (GPtrArray *documents, AsyStmt *stmt)
{
  const gint64 id = asy_stmt_column_int (stmt, 0);
  const char *family_name = asy_stmt_column_text (stmt, 7);
  Document *document = documents->len > 0 ? g_ptr_array_index (documents, documents->len - 1) : NULL;
  char *subtitle;

  if (document != NULL && document->id == id)
    {
      subtitle = join_texts (DOT, document->subtitle, family_name, NULL);
      g_free (document->subtitle);
      document->subtitle = subtitle;
      return;
    }
  document = document_new (id, ASY_SEARCH_PERSON);
  document->title = g_strjoin (" ", asy_stmt_column_text (stmt, 1), asy_stmt_column_text (stmt, 2), NULL);
  document->subtitle = g_strdup (family_name);
  add_columns (document, stmt, 1, 5);
  add_phone (document, asy_stmt_column_text (stmt, 6));
  g_ptr_array_add (documents, document);
}

static gboolean
index_people (AsySession *session, gint64 first, gint64 last, GError **error)
{
  g_autoptr (GPtrArray) documents = documents_new ();

  return read_range (session,
                     "SELECT DISTINCT p.id, p.given_name, p.family_name, p.pesel, p.document, p.birth_date,"
                     " p.phone, f.name, f.id FROM person p"
                     " JOIN member m ON m.person_id = p.id JOIN family f ON f.id = m.family_id"
                     " WHERE p.id IN (SELECT x.person_id FROM member x WHERE x.family_id BETWEEN :first AND :last)"
                     " ORDER BY p.id, f.id DESC",
                     first, last, read_person, documents, error) &&
         read_range (session,
                     "SELECT n.person_id, n.given_name, n.family_name FROM person_name n WHERE n.person_id IN"
                     " (SELECT x.person_id FROM member x WHERE x.family_id BETWEEN :first AND :last) ORDER BY n.person_id, n.id",
                     first, last, read_former_name, documents, error) &&
         put_all (session, documents, error);
}

/* Papers. */

#define LETTERS                                                                                    \
  "SELECT l.id, l.title, l.mark, f.name, r.signature, w.given_name, w.family_name FROM letter l"   \
  " LEFT JOIN family f ON f.id = l.family_id"                                                      \
  " LEFT JOIN court_request r ON r.id = l.court_request_id"                                        \
  " LEFT JOIN worker w ON w.id = l.worker_id "

static void
read_letter (GPtrArray *documents, AsyStmt *stmt)
{
  Document *document = document_new (asy_stmt_column_int (stmt, 0), ASY_SEARCH_LETTER);

  document->title = asy_stmt_column_dup_text (stmt, 1);
  document->subtitle = join_texts (DOT, asy_stmt_column_text (stmt, 3), asy_stmt_column_text (stmt, 4),
                                   asy_stmt_column_text (stmt, 2));
  add_columns (document, stmt, 1, 6);
  g_ptr_array_add (documents, document);
}

static gboolean
index_letters (AsySession *session, const char *sql, gint64 first, gint64 last, GError **error)
{
  g_autoptr (GPtrArray) documents = documents_new ();

  return read_range (session, sql, first, last, read_letter, documents, error) && put_all (session, documents, error);
}

static gboolean
index_letters_by_id (AsySession *session, gint64 first, gint64 last, GError **error)
{
  return index_letters (session, LETTERS "WHERE l.id BETWEEN :first AND :last ORDER BY l.id", first, last, error);
}

/* Workers. */

static void
read_worker (GPtrArray *documents, AsyStmt *stmt)
{
  Document *document = document_new (asy_stmt_column_int (stmt, 0), ASY_SEARCH_WORKER);

  document->title = g_strjoin (" ", asy_stmt_column_text (stmt, 1), asy_stmt_column_text (stmt, 2), NULL);
  document->subtitle = asy_stmt_column_dup_text (stmt, 3);
  add_columns (document, stmt, 1, 5);
  add_phone (document, asy_stmt_column_text (stmt, 6));
  g_ptr_array_add (documents, document);
}

static gboolean
index_workers (AsySession *session, gint64 first, gint64 last, GError **error)
{
  g_autoptr (GPtrArray) documents = documents_new ();

  return read_range (session,
                     "SELECT id, given_name, family_name, position, email, district, phone FROM worker"
                     " WHERE id BETWEEN :first AND :last ORDER BY id",
                     first, last, read_worker, documents, error) &&
         put_all (session, documents, error);
}

/* Providers. Those no longer in use are a kind of their own, which the common
 * search leaves out. */

static void
read_provider (GPtrArray *documents, AsyStmt *stmt)
{
  const gboolean is_retired = asy_stmt_column_int (stmt, 1) != 0;
  Document *document = document_new (asy_stmt_column_int (stmt, 0), is_retired ? ASY_SEARCH_RETIRED_PROVIDER : ASY_SEARCH_PROVIDER);

  document->title = asy_stmt_column_dup_text (stmt, 2);
  document->subtitle = join_texts (DOT, asy_stmt_column_text (stmt, 3), asy_stmt_column_text (stmt, 4), NULL);
  add_columns (document, stmt, 2, 17);
  add_phone (document, asy_stmt_column_text (stmt, 18));
  add_phone (document, asy_stmt_column_text (stmt, 19));
  g_ptr_array_add (documents, document);
}

static gboolean
put_providers (AsySession *session, GPtrArray *documents, GError **error)
{
  for (guint i = 0; i < documents->len; i++)
    {
      Document *document = g_ptr_array_index (documents, i);
      const char *other = g_str_equal (document->kind, ASY_SEARCH_PROVIDER) ? ASY_SEARCH_RETIRED_PROVIDER : ASY_SEARCH_PROVIDER;

      if (!asy_db_search_remove (asy_session_get_db (session), other, document->id, error))
        return FALSE;
    }
  return put_all (session, documents, error);
}

static gboolean
index_providers (AsySession *session, gint64 first, gint64 last, GError **error)
{
  g_autoptr (GPtrArray) documents = documents_new ();

  return read_range (session,
                     "SELECT p.id, p.retired, p.name, d.label, p.city, p.kind_text, p.street, p.postcode, p.district,"
                     " p.commune, p.county, p.scope, p.contact_person, p.email, p.www, p.nip, p.regon, p.notes,"
                     " p.phone, p.phone2 FROM provider p"
                     " LEFT JOIN dictionary d ON d.kind = 'provider-kind' AND d.code = p.kind"
                     " WHERE p.id BETWEEN :first AND :last ORDER BY p.id",
                     first, last, read_provider, documents, error) &&
         put_providers (session, documents, error);
}

/* What is written about families: a document for each family and each tab that
 * shows such text. A document a visit would be a million of them. */

typedef struct {
  const char *kind;
  const char *const *tables;    /* whose change makes the document anew */
  const char *const *statements;
} Texts;

static const char *const visit_tables[] = { "visit", NULL };
static const char *const visit_statements[] = {
  "SELECT family_id, purpose, course, next_family, next_assistant, danger_note, place_text FROM visit"
  " WHERE family_id BETWEEN :first AND :last ORDER BY family_id, day DESC, id DESC",
  NULL,
};

static const char *const diagnosis_tables[] = { "diagnosis", "diagnosis_item", "child_sheet", "involvement", NULL };
static const char *const diagnosis_statements[] = {
  "SELECT c.family_id, d.upbringing, d.housing, d.income, d.health, d.work, d.relations, d.society, d.expectations, d.child_voice,"
  " d.conclusions FROM case_file c JOIN diagnosis d ON d.case_file_id = c.id WHERE c.family_id BETWEEN :first AND :last",
  "SELECT c.family_id, i.body FROM case_file c JOIN diagnosis d ON d.case_file_id = c.id"
  " JOIN diagnosis_item i ON i.diagnosis_id = d.id WHERE c.family_id BETWEEN :first AND :last",
  "SELECT c.family_id, s.place_at_home, s.school, s.health, s.support, s.legal, s.voice, s.note FROM case_file c"
  " JOIN diagnosis d ON d.case_file_id = c.id JOIN child_sheet s ON s.diagnosis_id = d.id"
  " WHERE c.family_id BETWEEN :first AND :last",
  "SELECT family_id, who, contact, doing, result FROM involvement WHERE family_id BETWEEN :first AND :last",
  NULL,
};

static const char *const case_tables[] = { "case_file", "consent", "assignment", "monitoring_card", "step_skip", NULL };
static const char *const case_statements[] = {
  "SELECT family_id, notice, notice_by, passed_to, interview_by, motion_by, refused_reason, social_worker, court_duty, court_officer,"
  " suspended_reason, end_note, end_children, end_advice FROM case_file WHERE family_id BETWEEN :first AND :last",
  "SELECT c.family_id, s.withdrawn_reason, s.note FROM case_file c JOIN consent s ON s.case_file_id = c.id"
  " WHERE c.family_id BETWEEN :first AND :last",
  "SELECT c.family_id, a.end_reason, a.note, a.handover FROM case_file c JOIN assignment a ON a.case_file_id = c.id"
  " WHERE c.family_id BETWEEN :first AND :last",
  "SELECT c.family_id, k.children, k.difficulties, k.note FROM case_file c JOIN monitoring_card k ON k.case_file_id = c.id"
  " WHERE c.family_id BETWEEN :first AND :last",
  "SELECT c.family_id, s.reason FROM case_file c JOIN step_skip s ON s.case_file_id = c.id"
  " WHERE c.family_id BETWEEN :first AND :last",
  NULL,
};

/* Goals and tasks stay out: an edit of a plan saves hundreds of them, and each would make the document anew. */
static const char *const plan_tables[] = { "plan", "plan_signature", "plan_review", "plan_copy", NULL };
static const char *const plan_statements[] = {
  "SELECT c.family_id, p.main_goal, p.summary, p.rules, p.consulted_with, p.consult_remarks, p.refusal_reason, p.change_reason,"
  " p.child_voice, p.care_agreed_with, p.care_contacts, p.end_reason FROM case_file c JOIN plan p ON p.case_file_id = c.id"
  " WHERE c.family_id BETWEEN :first AND :last",
  "SELECT c.family_id, s.reason FROM case_file c JOIN plan p ON p.case_file_id = c.id JOIN plan_signature s ON s.plan_id = p.id"
  " WHERE c.family_id BETWEEN :first AND :last",
  "SELECT c.family_id, r.note FROM case_file c JOIN plan p ON p.case_file_id = c.id JOIN plan_review r ON r.plan_id = p.id"
  " WHERE c.family_id BETWEEN :first AND :last",
  "SELECT c.family_id, o.recipient, o.note FROM case_file c JOIN plan p ON p.case_file_id = c.id JOIN plan_copy o ON o.plan_id = p.id"
  " WHERE c.family_id BETWEEN :first AND :last",
  NULL,
};

static const char *const assessment_tables[] = { "assessment", "review", NULL };
static const char *const assessment_statements[] = {
  "SELECT c.family_id, a.changes, a.cooperation_note, a.institutions, a.risks, a.help_given, a.tasks, a.family_view, a.child_voice,"
  " a.conclusion_note, a.read_refusal FROM case_file c JOIN assessment a ON a.case_file_id = c.id"
  " WHERE c.family_id BETWEEN :first AND :last",
  "SELECT c.family_id, r.work, r.tasks, r.goals, r.contacts, r.interventions, r.success, r.difficulties, r.intentions"
  " FROM case_file c JOIN review r ON r.case_file_id = c.id WHERE c.family_id BETWEEN :first AND :last",
  NULL,
};

static const char *const safety_tables[] = { "family_warning", "observation", "intervention", "blue_card", "blue_card_meeting", NULL };
static const char *const safety_statements[] = {
  "SELECT family_id, reason, end_reason FROM family_warning WHERE family_id BETWEEN :first AND :last",
  "SELECT family_id, source, said_by, body FROM observation WHERE family_id BETWEEN :first AND :last",
  "SELECT family_id, place, seen, children, done, emergency_note, social_worker_note, court_note, blue_card_note, other_note, outcome"
  " FROM intervention WHERE family_id BETWEEN :first AND :last",
  "SELECT family_id, assistant_role, end_reason FROM blue_card WHERE family_id BETWEEN :first AND :last",
  "SELECT b.family_id, m.note FROM blue_card b JOIN blue_card_meeting m ON m.blue_card_id = b.id"
  " WHERE b.family_id BETWEEN :first AND :last",
  NULL,
};

static const Texts texts[] = {
  { ASY_SEARCH_VISITS, visit_tables, visit_statements },
  { ASY_SEARCH_DIAGNOSIS, diagnosis_tables, diagnosis_statements },
  { ASY_SEARCH_CASE, case_tables, case_statements },
  { ASY_SEARCH_PLAN, plan_tables, plan_statements },
  { ASY_SEARCH_ASSESSMENTS, assessment_tables, assessment_statements },
  { ASY_SEARCH_SAFETY, safety_tables, safety_statements },
};

/* Its kind is known to whoever puts it. */
static void
read_titled_family (GPtrArray *documents, AsyStmt *stmt)
{
  Document *document = document_new (asy_stmt_column_int (stmt, 0), NULL);

  document->title = asy_stmt_column_dup_text (stmt, 1);
  document->subtitle = join_texts (", ", asy_stmt_column_text (stmt, 2), asy_stmt_column_text (stmt, 3), NULL);
  g_ptr_array_add (documents, document);
}

/* The same is written of many visits, and folding it is dear. */
static void
add_new_text (Document *document, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (document->seen == NULL)
    document->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_contains (document->seen, text))
    return;
  g_hash_table_add (document->seen, g_strdup (text));
  add_text (document, text);
}

static void
read_texts (GPtrArray *documents, AsyStmt *stmt)
{
  Document *document = find_document (documents, asy_stmt_column_int (stmt, 0));
  const int n_columns = asy_stmt_get_n_columns (stmt);

  for (int column = 1; document != NULL && column < n_columns; column++)
    add_new_text (document, asy_stmt_column_text (stmt, column));
}

/* A family of which nothing is written has no document. */
static gboolean
put_texts (AsySession *session, const Texts *of, GPtrArray *documents, GError **error)
{
  for (guint i = 0; i < documents->len; i++)
    {
      Document *document = documents->pdata[i];

      document->kind = of->kind;
      if (document->text->len > 0 && !put_document (session, document, NULL, error))
        return FALSE;
      if (document->text->len == 0 &&
          !asy_db_search_remove (asy_session_get_db (session), of->kind, document->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
index_texts_of (AsySession *session, const Texts *of, gint64 first, gint64 last, GError **error)
{
  g_autoptr (GPtrArray) documents = documents_new ();

  if (!read_range (session, "SELECT id, name, street, district FROM family WHERE id BETWEEN :first AND :last ORDER BY id", first, last,
                   read_titled_family, documents, error))
    return FALSE;
  for (guint i = 0; of->statements[i] != NULL; i++)
    if (!read_range (session, of->statements[i], first, last, read_texts, documents, error))
      return FALSE;
  return put_texts (session, of, documents, error);
}

static gboolean
index_texts (AsySession *session, gint64 first, gint64 last, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!index_texts_of (session, &texts[i], first, last, error))
      return FALSE;
  return TRUE;
}

/* Kin that stands in no family, with the families of those it is kin to. */
static gboolean
index_relatives (AsySession *session, gint64 first, gint64 last, GError **error)
{
  g_autoptr (GPtrArray) documents = documents_new ();

  return read_range (session,
                     "SELECT DISTINCT p.id, p.given_name, p.family_name, p.pesel, p.document, p.birth_date,"
                     " p.phone, f.name, f.id FROM ("
                     "SELECT parent_id AS id, child_id AS kin FROM kinship WHERE parent_id BETWEEN :first AND :last"
                     " UNION SELECT child_id, parent_id FROM kinship WHERE child_id BETWEEN :first AND :last"
                     " UNION SELECT person_id, partner_id FROM union_of WHERE person_id BETWEEN :first AND :last"
                     " UNION SELECT partner_id, person_id FROM union_of WHERE partner_id BETWEEN :first AND :last) t"
                     " JOIN person p ON p.id = t.id JOIN member m ON m.person_id = t.kin JOIN family f ON f.id = m.family_id"
                     " WHERE p.merged_into_id IS NULL AND NOT EXISTS (SELECT 1 FROM member x WHERE x.person_id = p.id)"
                     " ORDER BY p.id, f.id DESC",
                     first, last, read_person, documents, error) &&
         read_range (session,
                     "SELECT person_id, given_name, family_name FROM person_name WHERE person_id BETWEEN :first AND :last"
                     " ORDER BY person_id, id",
                     first, last, read_former_name, documents, error) &&
         put_all (session, documents, error);
}

static gboolean
follow_person (AsySession *session, gint64 person_id, GError **error)
{
  g_autoptr (AsyStmt) stmt = NULL;
  gint64 n_families;

  if (person_id == 0)
    return TRUE;
  stmt = asy_db_prepare (asy_session_get_db (session), "SELECT count(*) FROM member WHERE person_id = :id", error);
  if (stmt == NULL)
    return FALSE;
  asy_stmt_bind_int (stmt, ":id", person_id);
  if (!asy_stmt_fetch_int (stmt, 0, &n_families, error))
    return FALSE;
  /* Those of a family come with it. */
  return n_families > 0 || (asy_db_search_remove (asy_session_get_db (session), ASY_SEARCH_PERSON, person_id, error) &&
                            index_relatives (session, person_id, person_id, error));
}

gboolean
_asy_search_follow (AsySession *session, AsyRecord *record, gint64 family_id, GError **error)
{
  const char *table = asy_record_get_table (record);

  for (gsize i = 0; family_id != 0 && i < G_N_ELEMENTS (texts); i++)
    if (g_strv_contains (texts[i].tables, table))
      return index_texts_of (session, &texts[i], family_id, family_id, error);
  if (ASY_IS_KINSHIP (record))
    return follow_person (session, asy_kinship_get_child_id (ASY_KINSHIP (record)), error) &&
           follow_person (session, asy_kinship_get_parent_id (ASY_KINSHIP (record)), error);
  if (ASY_IS_UNION (record))
    return follow_person (session, asy_union_get_person_id (ASY_UNION (record)), error) &&
           follow_person (session, asy_union_get_partner_id (ASY_UNION (record)), error);
  if (ASY_IS_PERSON_NAME (record))
    return follow_person (session, asy_person_name_get_person_id (ASY_PERSON_NAME (record)), error);
  return !ASY_IS_PERSON (record) || follow_person (session, asy_record_get_id (record), error);
}

/* One record. */

typedef gboolean (*IndexRange) (AsySession *session, gint64 first, gint64 last, GError **error);

static gboolean
index_family_and_kin (AsySession *session, gint64 first, gint64 last, GError **error)
{
  return index_families (session, first, last, error) && index_people (session, first, last, error) &&
         index_texts (session, first, last, error) &&
         index_letters (session, LETTERS "WHERE l.family_id BETWEEN :first AND :last ORDER BY l.id", first, last, error);
}

gboolean
asy_search_index_family (AsySession *session, gint64 family_id, GError **error)
{
  return index_family_and_kin (session, family_id, family_id, error);
}

gboolean
asy_search_index_worker (AsySession *session, gint64 worker_id, GError **error)
{
  return index_workers (session, worker_id, worker_id, error);
}

gboolean
asy_search_index_provider (AsySession *session, gint64 provider_id, GError **error)
{
  return index_providers (session, provider_id, provider_id, error);
}

gboolean
asy_search_index_letter (AsySession *session, gint64 letter_id, GError **error)
{
  return index_letters_by_id (session, letter_id, letter_id, error);
}

/* Everything. */

#define CHUNK 500

static gboolean
fetch_last_id (AsySession *session, const char *sql, gint64 *ret_id, GError **error)
{
  g_autoptr (AsyStmt) stmt = asy_db_prepare (asy_session_get_db (session), sql, error);

  return stmt != NULL && asy_stmt_fetch_int (stmt, 0, ret_id, error);
}

static gboolean
index_people_of_chunk (AsySession *session, gint64 first, gint64 last, GError **error)
{
  return index_families (session, first, last, error) && index_people (session, first, last, error) &&
         index_texts (session, first, last, error);
}

static gboolean
reindex (AsySession *session, gpointer user_data, GError **error)
{
  static const struct {
    const char *last_id;
    IndexRange index;
  } kinds[] = {
    { "SELECT max(id) FROM provider", index_providers },
    { "SELECT max(id) FROM worker", index_workers },
    { "SELECT max(id) FROM letter", index_letters_by_id },
    { "SELECT max(id) FROM person", index_relatives },
    { "SELECT max(id) FROM family", index_people_of_chunk },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 last;

      if (!fetch_last_id (session, kinds[i].last_id, &last, error))
        return FALSE;
      for (gint64 first = 1; first <= last; first += CHUNK)
        if (!kinds[i].index (session, first, first + CHUNK - 1, error))
          return FALSE;
    }
  return TRUE;
}

gboolean
asy_search_reindex (AsySession *session, GError **error)
{
  return asy_session_transaction (session, reindex, NULL, error);
}

/* Searching. */

void
asy_search_group_free (AsySearchGroup *group)
{
  if (group == NULL)
    return;
  g_ptr_array_unref (group->hits);
  g_free (group);
}

/* The hits in the order in which they came, but first those whose title begins
 * with what was typed. */
static GPtrArray *
order_hits (GPtrArray *found, const char *folded, guint limit)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_search_hit_free);
  g_autofree gboolean *is_first = g_new0 (gboolean, found->len + 1);

  for (guint i = 0; i < found->len; i++)
    {
      const AsySearchHit *hit = g_ptr_array_index (found, i);
      g_autofree char *title = asy_text_fold (hit->title);

      is_first[i] = g_str_has_prefix (title, folded);
    }
  g_ptr_array_set_free_func (found, NULL);
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < found->len; i++)
      if (is_first[i] == (pass == 0))
        g_ptr_array_add (ordered, g_ptr_array_index (found, i));
  if (ordered->len > limit)
    g_ptr_array_set_size (ordered, (int) limit);
  return ordered;
}

/* More than is shown, so that the good ones are among them. */
static guint
fetch_limit (guint limit)
{
  return CLAMP (limit * 8, 64, 512);
}

/* What the people who were found were called before: a round trip for so many of them. */
#define PEOPLE_AT_ONCE 8

static void
add_former (GPtrArray *hits, guint first, gint64 id, const char *family_name)
{
  for (guint i = first; i < MIN (hits->len, first + PEOPLE_AT_ONCE); i++)
    {
      AsySearchHit *hit = g_ptr_array_index (hits, i);
      char *former;

      if (hit->id != id)
        continue;
      former = join_texts (", ", hit->former, family_name, NULL);
      g_free (hit->former);
      hit->former = former;
    }
}

static gboolean
read_former_of (AsySession *session, GPtrArray *hits, guint first, GError **error)
{
  static const char *const parameters[PEOPLE_AT_ONCE] = { ":a", ":b", ":c", ":d", ":e", ":f", ":g", ":h" };
  g_autoptr (AsyStmt) stmt = NULL;
  gboolean has_row;

  stmt = asy_db_prepare (asy_session_get_db (session),
                         "SELECT n.person_id, n.family_name FROM person_name n JOIN person p ON p.id = n.person_id"
                         " WHERE n.person_id IN (:a, :b, :c, :d, :e, :f, :g, :h) AND n.family_name <> p.family_name"
                         " GROUP BY n.person_id, n.family_name"
                         " ORDER BY n.person_id, max(coalesce(n.changed_on, '')) DESC, max(n.id) DESC",
                         error);
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < PEOPLE_AT_ONCE; i++)
    asy_stmt_bind_ref (stmt, parameters[i], first + i < hits->len ? ((AsySearchHit *) hits->pdata[first + i])->id : 0);
  for (;;)
    {
      if (!asy_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      add_former (hits, first, asy_stmt_column_int (stmt, 0), asy_stmt_column_text (stmt, 1));
    }
}

static gboolean
read_former (AsySession *session, GPtrArray *hits, GError **error)
{
  for (guint first = 0; first < hits->len; first += PEOPLE_AT_ONCE)
    if (!read_former_of (session, hits, first, error))
      return FALSE;
  return TRUE;
}

static gboolean
search_kind (AsySession *session, const char *kind, const char *folded, guint limit, GPtrArray *groups, GError **error)
{
  const char *const kinds[] = { kind, NULL };
  g_autoptr (GPtrArray) found = asy_db_search (asy_session_get_db (session), kinds, folded, MAX (limit, fetch_limit (limit)), error);
  AsySearchGroup *group;

  if (found == NULL)
    return FALSE;
  if (found->len == 0)
    return TRUE;
  group = g_new0 (AsySearchGroup, 1);
  group->kind = kind;
  group->hits = order_hits (found, folded, limit);
  g_ptr_array_add (groups, group);
  return !g_str_equal (kind, ASY_SEARCH_PERSON) || read_former (session, group->hits, error);
}

GPtrArray *
asy_search (AsySession *session, const char *const *kinds, const char *text, guint limit, GError **error)
{
  static const char *const all[] = { ASY_SEARCH_FAMILY, ASY_SEARCH_PERSON, ASY_SEARCH_PROVIDER, ASY_SEARCH_WORKER,
                                     ASY_SEARCH_LETTER, ASY_SEARCH_VISITS, ASY_SEARCH_DIAGNOSIS, ASY_SEARCH_CASE,
                                     ASY_SEARCH_PLAN, ASY_SEARCH_ASSESSMENTS, ASY_SEARCH_SAFETY };
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) asy_search_group_free);
  g_autofree char *folded = asy_text_fold (text);

  for (gsize i = 0; *folded != '\0' && i < G_N_ELEMENTS (all); i++)
    {
      if (kinds != NULL && !g_strv_contains (kinds, all[i]))
        continue;
      if (!search_kind (session, all[i], folded, limit, groups, error))
        return NULL;
    }
  return g_steal_pointer (&groups);
}
