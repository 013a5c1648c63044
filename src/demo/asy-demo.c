/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include "base/asy-calendar-pl.h"
#include "demo/asy-demo-private.h"
#include "store/asy-audit.h"
#include "store/asy-repo.h"
#include "store/asy-search.h"

static const DemoScale scales[] = {
  { .name = "tiny", .n_workers = 2, .n_archived = 3, .n_waiting = 3, .n_first_slots = 15, .n_slots = 4,
    .past_months = 9, .detail_months = 240, .n_weekly_papers = 3, .n_real_papers = 16 },
  { .name = "town", .n_workers = 8, .n_archived = 36, .n_waiting = 8, .n_first_slots = 15, .n_slots = 13,
    .past_months = 14, .detail_months = 240, .n_weekly_papers = 12, .n_real_papers = 40 },
  { .name = "city", .n_workers = 100, .n_archived = 10000, .n_waiting = 45, .n_first_slots = 15, .n_slots = 14,
    .past_months = 16, .detail_months = 7, .n_weekly_papers = 480, .n_real_papers = 6 },
  { .name = "nation", .n_workers = 690, .n_archived = 39800, .n_waiting = 300, .n_first_slots = 15, .n_slots = 14,
    .past_months = 20, .detail_months = 3, .n_weekly_papers = 100, .n_real_papers = 6 },
};

gboolean
asy_demo_size_from_name (const char *name, AsyDemoSize *ret_size)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (g_strcmp0 (scales[i].name, name) == 0)
      {
        *ret_size = (AsyDemoSize) i;
        return TRUE;
      }
  return FALSE;
}

int
demo_int (Demo *demo, int low, int high)
{
  return g_rand_int_range (demo->rand, low, high + 1);
}

gboolean
demo_chance (Demo *demo, guint percent)
{
  return g_rand_int_range (demo->rand, 0, 100) < (gint32) percent;
}

const char *
demo_pick (Demo *demo, const char *const *texts)
{
  return texts[g_rand_int_range (demo->rand, 0, (gint32) g_strv_length ((char **) texts))];
}

/* In the shape of a UUID of version 8. What grows stands first: the index of
 * numbers then grows at its end, which is half of the speed of a big register. */
gboolean
demo_insert (Demo *demo, gpointer record, GError **error)
{
  char uid[37];

  demo->n_uids++;
  g_snprintf (uid, sizeof uid, "%08x-%04x-8%03x-8%03x-%08x%04x", demo->n_uids, demo->seed >> 16, demo->seed & 0xfff,
              (demo->n_uids * 2654435761u) >> 20, demo->n_uids * 2246822519u + demo->seed, demo->seed & 0xffff);
  asy_record_set_uid (record, uid);
  asy_record_set_id (record, GPOINTER_TO_INT (g_hash_table_lookup (demo->last_ids, asy_record_get_table (record))) + 1);
  demo_note_id (demo, record);
  return asy_repo_insert_numbered (demo->session, record, error);
}

void
demo_note_id (Demo *demo, gpointer record)
{
  g_hash_table_insert (demo->last_ids, (gpointer) asy_record_get_table (record), GINT_TO_POINTER ((int) asy_record_get_id (record)));
}

AsyDay
demo_working_day (AsyDay day)
{
  return asy_day_is_working (day) ? day : asy_working_days_add (day, 1);
}

static void
tell_progress (Demo *demo, double done)
{
  if (demo->progress != NULL)
    demo->progress (done, demo->progress_data);
}

/* A step of the filling: one transaction with one entry in the audit. */
typedef struct
{
  Demo *demo;
  gboolean (*func) (Demo *demo, gpointer data, GError **error);
  gpointer data;
  const char *kind;
} Step;

static gboolean
run_step (AsySession *session, gpointer user_data, GError **error)
{
  Step *step = user_data;

  return step->func (step->demo, step->data, error) &&
         asy_audit_write (session, "demo", step->kind, 0, 0, NULL, error);
}

static gboolean
in_transaction (Demo *demo, const char *kind, gboolean (*func) (Demo *demo, gpointer data, GError **error), gpointer data,
                GError **error)
{
  Step step = { demo, func, data, kind };

  return asy_session_transaction (demo->session, run_step, &step, error);
}

/* A place in the caseload of an assistant: families are in it one after
 * another, told from today backwards. */
typedef struct
{
  guint worker;
  guint slot;
} Place;

static DemoFate
choose_fate (Demo *demo, const Place *place)
{
  /* One of each in the smallest register too; the first assistant is at the
   * limit of the Act, so work ends with the second one. */
  static const DemoFate first[DEMO_SLOTS] = {
    DEMO_WORK, DEMO_WORK, DEMO_WORK, DEMO_DIAGNOSIS, DEMO_WORK, DEMO_PLANNING, DEMO_WORK, DEMO_SUSPENDED, DEMO_WORK, DEMO_ASSIGNED,
    DEMO_WORK, DEMO_WORK, DEMO_WORK, DEMO_WORK, DEMO_PLANNING,
  };
  const int chance = demo_int (demo, 0, 99);

  if (place->worker == 0)
    return first[place->slot];
  if (place->worker == 1 && place->slot == 0)
    return DEMO_ENDING;
  return chance < 2 ? DEMO_ASSIGNED : chance < 5 ? DEMO_DIAGNOSIS : chance < 9 ? DEMO_PLANNING : chance < 12 ? DEMO_SUSPENDED
         : chance < 14 ? DEMO_ENDING : DEMO_WORK;
}

static AsyDay
choose_start (Demo *demo, DemoFate fate)
{
  switch (fate)
    {
    case DEMO_ASSIGNED:
      return demo->today - (AsyDay) demo_int (demo, 1, 5);
    case DEMO_DIAGNOSIS:
      return demo->today - (AsyDay) demo_int (demo, 9, 20);
    case DEMO_PLANNING:
      return demo->today - (AsyDay) demo_int (demo, 26, 36);
    case DEMO_NOTICE:
    case DEMO_ANALYSIS:
    case DEMO_MOTION:
    case DEMO_WORK:
    case DEMO_SUSPENDED:
    case DEMO_ENDING:
    case DEMO_ENDED:
    default:
      return demo->today - (AsyDay) demo_int (demo, 60, 760);
    }
}

static gboolean
add_current (Demo *demo, const Place *place, AsyDay *ret_start, GError **error)
{
  g_autoptr (DemoFamily) family = demo_family_new (demo);

  family->fate = choose_fate (demo, place);
  family->worker_id = g_array_index (demo->workers, gint64, place->worker);
  family->slot = place->slot;
  family->from = demo_working_day (choose_start (demo, family->fate));
  if (family->from > demo->today)
    family->from = demo->today;
  if (family->fate == DEMO_ENDING)
    family->until = demo->today - (AsyDay) demo_int (demo, 1, 9);
  *ret_start = family->from;
  return demo_add_family (demo, family, error);
}

static gboolean
add_archived (Demo *demo, const Place *place, AsyDay *end, GError **error)
{
  const int months = (int) demo->scale->past_months;
  g_autoptr (DemoFamily) family = demo_family_new (demo);

  family->fate = DEMO_ENDED;
  family->worker_id = g_array_index (demo->workers, gint64, place->worker);
  family->slot = place->slot;
  family->until = *end - (AsyDay) demo_int (demo, 3, 20);
  family->from = demo_working_day (family->until - (AsyDay) demo_int (demo, months * 15, months * 45));
  *end = family->from;
  return demo_add_family (demo, family, error);
}

/* How many of those whose work is over were in a place; what does not share
 * out evenly goes to the first places. */
static guint
count_archived (Demo *demo, const Place *place)
{
  const guint n_places = demo->scale->n_workers * DEMO_SLOTS;
  const guint number = place->worker * DEMO_SLOTS + place->slot;

  return demo->scale->n_archived / n_places + (number < demo->scale->n_archived % n_places ? 1 : 0);
}

/* Everything of one assistant: first the families of today, so that they have
 * the first numbers, then back into the past. */
static gboolean
add_worker_history (Demo *demo, guint worker, GError **error)
{
  Place place = { .worker = worker };
  const guint n_taken = place.worker == 0 ? demo->scale->n_first_slots : demo->scale->n_slots;
  AsyDay starts[DEMO_SLOTS] = { ASY_DAY_NONE };
  AsyDay first = demo->today;

  for (place.slot = 0; place.slot < DEMO_SLOTS; place.slot++)
    {
      starts[place.slot] = demo->today;
      if (place.slot < n_taken && !add_current (demo, &place, &starts[place.slot], error))
        return FALSE;
    }
  for (place.slot = 0; place.slot < DEMO_SLOTS; place.slot++)
    {
      for (guint i = count_archived (demo, &place); i > 0; i--)
        if (!add_archived (demo, &place, &starts[place.slot], error))
          return FALSE;
      first = MIN (first, starts[place.slot]);
    }
  return demo_add_office_work (demo, g_array_index (demo->workers, gint64, place.worker), first, error);
}

/* Families on the way to an assistant. */
static gboolean
add_waiting (Demo *demo, gpointer data, GError **error)
{
  static const DemoFate fates[] = { DEMO_NOTICE, DEMO_ANALYSIS, DEMO_MOTION };
  static const struct
  {
    DemoTurn turn;
    AsyCasePath path;
  } turns[] = {
    { DEMO_TURN_NONE, ASY_CASE_PATH_INTERVIEW }, { DEMO_TURN_NONE, ASY_CASE_PATH_INTERVIEW },
    { DEMO_TURN_NONE, ASY_CASE_PATH_INTERVIEW }, { DEMO_TURN_REOPENED, ASY_CASE_PATH_INTERVIEW },
    { DEMO_TURN_NONE, ASY_CASE_PATH_MINOR_PARENT }, { DEMO_TURN_WAITING, ASY_CASE_PATH_INTERVIEW },
    { DEMO_TURN_NONE, ASY_CASE_PATH_ZA_ZYCIEM }, { DEMO_TURN_REFUSED, ASY_CASE_PATH_INTERVIEW },
  };

  for (guint i = 0; i < demo->scale->n_waiting; i++)
    {
      g_autoptr (DemoFamily) family = demo_family_new (demo);

      family->fate = fates[i % G_N_ELEMENTS (fates)];
      if (i < G_N_ELEMENTS (turns))
        {
          family->turn = turns[i].turn;
          family->path = turns[i].path;
        }
      if (!demo_add_family (demo, family, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_providers (Demo *demo, gpointer data, GError **error)
{
  return demo_add_providers (demo, error);
}

static gboolean
add_office (Demo *demo, gpointer login, GError **error)
{
  return demo_add_office (demo, login, error);
}

/* Assistants in one transaction: every one of them touches all of the index of
 * visits by their day, which is written out once a transaction. */
#define WORKERS_AT_ONCE 10

static gboolean
add_workers (Demo *demo, gpointer data, GError **error)
{
  const guint first = GPOINTER_TO_UINT (data);
  const guint until = MIN (first + WORKERS_AT_ONCE, demo->scale->n_workers);

  for (guint worker = first; worker < until; worker++)
    {
      if (!add_worker_history (demo, worker, error))
        return FALSE;
      tell_progress (demo, 0.8 * (worker + 1) / demo->scale->n_workers);
    }
  return TRUE;
}

static gboolean
fill (Demo *demo, const char *login, GError **error)
{

  if (!in_transaction (demo, "office", add_office, (gpointer) login, error) ||
      !in_transaction (demo, "provider", add_providers, NULL, error))
    return FALSE;
  for (guint i = 0; i < demo->scale->n_workers; i += WORKERS_AT_ONCE)
    if (!in_transaction (demo, "family", add_workers, GUINT_TO_POINTER (i), error))
      return FALSE;
  if (!in_transaction (demo, "family", add_waiting, NULL, error) || !demo_add_papers (demo, error) ||
      !in_transaction (demo, "plan", demo_add_amendments, NULL, error) ||
      !in_transaction (demo, "absence", demo_add_work_time, NULL, error) ||
      !in_transaction (demo, "library_goal", demo_add_library, NULL, error) ||
      !in_transaction (demo, "review", demo_add_reviews, NULL, error))
    return FALSE;
  tell_progress (demo, 0.88);
  if (!asy_search_reindex (demo->session, error))
    return FALSE;
  tell_progress (demo, 1);
  return TRUE;
}

static void
count (Demo *demo, AsyDemoTotals *totals)
{
  totals->n_families = demo->n_families;
  totals->n_workers = demo->workers->len;
  totals->n_visits = demo->n_visits;
  totals->n_papers = demo->papers->len;
}

gboolean
asy_demo_fill (AsyDb *db, const char *login, AsyDay today, AsyDemoSize size, guint32 seed, AsyDemoProgress progress,
               gpointer user_data, AsyDemoTotals *ret_totals, GError **error)
{
  Demo demo = { .today = today, .scale = &scales[size], .seed = seed, .progress = progress, .progress_data = user_data };
  gboolean ok;

  g_return_val_if_fail ((guint) size < G_N_ELEMENTS (scales), FALSE);

  /* Stamps follow the histories, not the minute of the making. */
  demo.clock = asy_clock_new_fixed (today, 7 * 60);
  demo.session = asy_session_new (db, demo.clock, login);
  demo.rand = g_rand_new_with_seed (seed);
  demo.serials = g_hash_table_new (NULL, NULL);
  demo.last_ids = g_hash_table_new (g_str_hash, g_str_equal);
  demo.workers = g_array_new (FALSE, FALSE, sizeof (gint64));
  demo.worker_names = g_ptr_array_new_with_free_func (g_free);
  demo.providers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  demo.papers = g_array_new (FALSE, FALSE, sizeof (DemoPaper));
  ok = fill (&demo, login, error);
  if (ok)
    count (&demo, ret_totals);
  g_array_unref (demo.papers);
  g_hash_table_unref (demo.providers);
  g_ptr_array_unref (demo.worker_names);
  g_array_unref (demo.workers);
  g_hash_table_unref (demo.serials);
  g_hash_table_unref (demo.last_ids);
  g_rand_free (demo.rand);
  asy_session_free (demo.session);
  g_object_unref (demo.clock);
  return ok;
}
