/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/asy-text.h"
#include "model/asy-models.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/*
 * A real encrypted register in a folder of its own, with all migrations, on a
 * fixed Tuesday, 24 March 2026, 10:40. All people are made up.
 */
typedef struct {
  char *folder;
  char *path;
  AsyClock *clock;              /* asy_clock_new_fixed(): can be moved */
  AsySession *session;
  AsyDb *db;                    /* of the session */
} StoreFixture;

#define STORE_FIXTURE_TODAY (asy_day_new (2026, 3, 24))

/** Shaped for g_test_add(). */
void store_fixture_set_up (StoreFixture *f, gconstpointer user_data);
void store_fixture_tear_down (StoreFixture *f, gconstpointer user_data);

/** Closes the register and opens it again: what is read now was on the disk. */
void store_fixture_reopen (StoreFixture *f);

/** Another session on the same file, of another user. (transfer full) */
AsySession *store_fixture_open_second (StoreFixture *f, const char *login) G_GNUC_WARN_UNUSED_RESULT;

/* Records that tests stand on, saved; each fails the test when it cannot be. */
gint64 store_fixture_add_worker (StoreFixture *f, const char *given_name, const char *family_name);
gint64 store_fixture_add_family (StoreFixture *f, const char *name);
gint64 store_fixture_add_person (StoreFixture *f, gint64 family_id, const char *given_name, const char *family_name,
                                 const char *role, const char *birth_date);
gint64 store_fixture_add_case (StoreFixture *f, gint64 family_id, const char *notice_on);
gint64 store_fixture_add_assignment (StoreFixture *f, gint64 case_id, gint64 worker_id, const char *from);
gint64 store_fixture_add_court (StoreFixture *f, const char *name);
gint64 store_fixture_add_office (StoreFixture *f);

/** First column of the first row; -1 when there is none. */
gint64 store_fixture_query_int (StoreFixture *f, const char *sql);
/** (transfer full) (nullable) */
char *store_fixture_query_text (StoreFixture *f, const char *sql) G_GNUC_WARN_UNUSED_RESULT;

/** The engine's plan for @sql in one text: to assert that an index is used. (transfer full) */
char *store_fixture_explain (StoreFixture *f, const char *sql) G_GNUC_WARN_UNUSED_RESULT;

/** A day from `2026-03-24`; fails the test when it is none. */
AsyDay store_fixture_day (const char *iso);

G_END_DECLS
