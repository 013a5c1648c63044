/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-store"

#include "config.h"

#include "model/asy-case.h"
#include "store/asy-repo.h"
#include "store/asy-review-fill-private.h"
#include "store/asy-reviews.h"
#include "store/asy-visits.h"
#include "store/asy-visits-private.h"

/* What a review says by itself. The words are Polish: they go to paper. */

gboolean
_asy_review_tell_of (AsySession *session, AsyReview *review, AsyTelling *ret_telling, GError **error)
{
  AsyTelling telling = { session, asy_review_get_case_file_id (review), 0, 0, asy_review_get_from_day (review),
                         asy_review_get_until_day (review) };

  if (telling.case_id == 0)
    telling.worker_id = asy_review_get_worker_id (review);
  else if (!asy_repo_find_family (session, review, &telling.family_id, error))
    return FALSE;
  *ret_telling = telling;
  return TRUE;
}

/* Numbers. */

typedef struct {
  guint field;
  const char *sql;
} Count;

#define CHILD "p.birth_date > :adult AND (p.died_on IS NULL OR p.died_on >= :from)"
#define IN_HOUSEHOLD                                                                           \
  "m.covered = 1 AND (m.joined_on IS NULL OR m.joined_on <= :until)"                           \
  " AND (m.left_on IS NULL OR m.left_on >= :from)"
#define VISITS_OF_WORKER                                                                       \
  "FROM visit v WHERE v.worker_id = :worker AND v.day BETWEEN :from AND :until AND v.kind IN " ASY_VISIT_KINDS_SQL

static const Count case_counts[] = {
  { ASY_REVIEW_CHILDREN, "SELECT count(DISTINCT p.id) FROM member m JOIN person p ON p.id = m.person_id"
                         " WHERE m.family_id = :family AND " IN_HOUSEHOLD " AND " CHILD },
  { ASY_REVIEW_CHILDREN_SEEN, "SELECT count(DISTINCT p.id) FROM visit v JOIN visit_person s ON s.visit_id = v.id AND s.seen = 1"
                              " JOIN person p ON p.id = s.person_id WHERE v.case_file_id = :case AND v.state = 'held'"
                              " AND v.day BETWEEN :from AND :until AND " CHILD },
};

/* Whose last day of work is in the period has ended in it, also on its last day: the next one begins without them. */
static const Count worker_counts[] = {
  { ASY_REVIEW_FAMILIES_BEFORE, "SELECT count(DISTINCT a.case_file_id) FROM assignment a WHERE a.worker_id = :worker"
                                " AND a.from_day < :from AND (a.until_day IS NULL OR a.until_day >= :from)" },
  { ASY_REVIEW_FAMILIES_NEW, "SELECT count(DISTINCT a.case_file_id) FROM assignment a WHERE a.worker_id = :worker"
                             " AND a.from_day BETWEEN :from AND :until AND NOT EXISTS (SELECT 1 FROM assignment b"
                             " WHERE b.case_file_id = a.case_file_id AND b.worker_id = a.worker_id AND b.from_day < :from"
                             " AND (b.until_day IS NULL OR b.until_day >= :from))" },
  { ASY_REVIEW_FAMILIES_AFTER, "SELECT count(DISTINCT a.case_file_id) FROM assignment a WHERE a.worker_id = :worker"
                               " AND a.from_day <= :until AND (a.until_day IS NULL OR a.until_day > :until)" },
  { ASY_REVIEW_CHILDREN, "SELECT count(DISTINCT p.id) FROM assignment a JOIN case_file c ON c.id = a.case_file_id"
                         " JOIN member m ON m.family_id = c.family_id JOIN person p ON p.id = m.person_id"
                         " WHERE a.worker_id = :worker AND a.from_day <= :until AND (a.until_day IS NULL OR a.until_day >= :from)"
                         " AND " IN_HOUSEHOLD " AND " CHILD },
  { ASY_REVIEW_CHILDREN_SEEN, "SELECT count(DISTINCT p.id) FROM visit v JOIN visit_person s ON s.visit_id = v.id AND s.seen = 1"
                              " JOIN person p ON p.id = s.person_id WHERE v.worker_id = :worker AND v.state = 'held'"
                              " AND v.day BETWEEN :from AND :until AND " CHILD },
  { ASY_REVIEW_VISITS_HELD, "SELECT count(*) " VISITS_OF_WORKER " AND v.state = 'held'" },
  { ASY_REVIEW_VISITS_MISSED, "SELECT count(*) " VISITS_OF_WORKER " AND v.state = 'missed'" },
  { ASY_REVIEW_VISIT_MINUTES, "SELECT sum(v.minutes) " VISITS_OF_WORKER " AND v.state = 'held'" },
};

static gboolean
count_all (const AsyTelling *telling, AsyReview *review, const Count *counts, gsize n_counts, GError **error)
{
  for (gsize i = 0; i < n_counts; i++)
    {
      gint64 count;

      if (!_asy_tell_count (telling, counts[i].sql, &count, error))
        return FALSE;
      asy_record_set_int (ASY_RECORD (review), counts[i].field, count);
    }
  return TRUE;
}

static gboolean
count_visits_of_case (const AsyTelling *telling, AsyReview *review, GError **error)
{
  AsyVisitTotals totals;

  if (!asy_visits_sum (telling->session, telling->case_id, telling->from, telling->until, &totals, error))
    return FALSE;
  asy_review_set_visits_held (review, totals.held);
  asy_review_set_visits_missed (review, totals.missed);
  asy_review_set_visit_minutes (review, totals.minutes);
  return TRUE;
}

gboolean
_asy_review_count (AsySession *session, AsyReview *review, GError **error)
{
  AsyTelling telling;

  if (!_asy_review_tell_of (session, review, &telling, error))
    return FALSE;
  if (telling.case_id != 0)
    return count_all (&telling, review, case_counts, G_N_ELEMENTS (case_counts), error) &&
           count_visits_of_case (&telling, review, error);
  if (!count_all (&telling, review, worker_counts, G_N_ELEMENTS (worker_counts), error))
    return FALSE;
  asy_review_set_families_ended (review, asy_review_get_families_before (review) + asy_review_get_families_new (review) -
                                           asy_review_get_families_after (review));
  return TRUE;
}

/* Texts. */

/* Duties of art. 15 ust. 1 that visits of the case served. */
static const char case_work[] =
  "SELECT d.label, NULL, NULL, count(*) FROM visit v JOIN visit_duty x ON x.visit_id = v.id"
  " JOIN dictionary d ON d.kind = 'duty' AND d.code = x.duty"
  " WHERE v.case_file_id = :case AND v.state = 'held' AND v.day BETWEEN :from AND :until"
  " GROUP BY d.code, d.label, d.position ORDER BY d.position";

/* A line a family: its visits, held and missed. */
static const char worker_work[] =
  "SELECT f.name || ': wizyty odbyte ' || sum(CASE WHEN v.state = 'held' THEN 1 ELSE 0 END)"
  " || ', nieodbyte ' || sum(CASE WHEN v.state = 'missed' THEN 1 ELSE 0 END), NULL, NULL, NULL"
  " FROM visit v JOIN family f ON f.id = v.family_id WHERE v.worker_id = :worker AND v.day BETWEEN :from AND :until"
  " AND v.state IN ('held', 'missed') AND v.kind IN " ASY_VISIT_KINDS_SQL
  " GROUP BY f.id, f.name, f.sort_key ORDER BY f.sort_key, f.id";

static const char case_goals[] =
  "SELECT '– ' || g.title || ': ' || CASE g.status WHEN 'not-started' THEN 'nierozpoczęty' WHEN 'in-progress' THEN 'w trakcie'"
  " WHEN 'partly' THEN 'częściowo' WHEN 'done' THEN 'zrealizowany' WHEN 'not-done' THEN 'niezrealizowany'"
  " ELSE 'zaniechany' END, NULL, CASE WHEN g.status_note IS NULL THEN NULL ELSE ' – ' || g.status_note END, NULL"
  " FROM goal g WHERE g.plan_id = (SELECT p.id FROM plan p WHERE p.case_file_id = :case AND p.agreed_on <= :until"
  " ORDER BY p.number DESC, p.version DESC LIMIT 1) ORDER BY g.position, g.id";

static const char case_documents[] =
  "SELECT l.title || ',', l.made_on, NULL, NULL FROM letter l WHERE l.case_file_id = :case"
  " AND l.made_on BETWEEN :from AND :until AND l.state <> 'draft' ORDER BY l.made_on, l.id";

static const char worker_documents[] =
  "SELECT l.title || CASE WHEN f.name IS NULL THEN '' ELSE ' – ' || f.name END || ',', l.made_on, NULL, NULL"
  " FROM letter l LEFT JOIN family f ON f.id = l.family_id WHERE l.worker_id = :worker"
  " AND l.made_on BETWEEN :from AND :until AND l.state <> 'draft' ORDER BY l.made_on, l.id";

typedef gboolean (*Tell) (const AsyTelling *telling, GString *text, GError **error);

static gboolean
tell_work (const AsyTelling *telling, GString *text, GError **error)
{
  return _asy_tell (telling, telling->case_id != 0 ? case_work : worker_work, text, error);
}

static gboolean
tell_goals (const AsyTelling *telling, GString *text, GError **error)
{
  return telling->case_id == 0 || _asy_tell (telling, case_goals, text, error);
}

static gboolean
tell_tasks (const AsyTelling *telling, GString *text, GError **error)
{
  return telling->case_id == 0 || _asy_tell_tasks (telling, text, error);
}

static gboolean
tell_documents (const AsyTelling *telling, GString *text, GError **error)
{
  return _asy_tell (telling, telling->case_id != 0 ? case_documents : worker_documents, text, error);
}

gboolean
asy_review_fill (AsySession *session, AsyReview *review, GError **error)
{
  static const struct {
    guint field;
    Tell tell;
  } texts[] = {
    { ASY_REVIEW_WORK, tell_work },
    { ASY_REVIEW_TASKS, tell_tasks },
    { ASY_REVIEW_GOALS, tell_goals },
    { ASY_REVIEW_CONTACTS, _asy_tell_contacts },
    { ASY_REVIEW_INTERVENTIONS, _asy_tell_interventions },
    { ASY_REVIEW_DOCUMENTS, tell_documents },
  };
  AsyTelling telling;

  if (!_asy_review_tell_of (session, review, &telling, error) || !_asy_review_count (session, review, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      if (!texts[i].tell (&telling, text, error))
        return FALSE;
      asy_record_set_text (ASY_RECORD (review), texts[i].field, text->str);
    }
  return TRUE;
}
