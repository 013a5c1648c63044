/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "db/asy-db.h"
#include "db/asy-key-slot.h"

G_BEGIN_DECLS

/** Cheap enough for tests that make many slots. */
extern const AsyKeyCost db_test_cost;

/** Removes a folder of files and folders. */
void db_test_remove_tree (const char *folder);

/** Name, size and SHA-256 of every file in @folder, a line each, in order. (transfer full) */
char *db_test_snapshot (const char *folder);

/** The same without the file whose name ends in @ending. (transfer full) */
char *db_test_snapshot_without (const char *folder, const char *ending);

/** First column of the first row; the statement must succeed. */
gint64 db_test_count (AsyDb *db, const char *sql);

/** Fails the test with the findings when there are any. */
void db_test_assert_sound (AsyDb *db);

/** Turns the bits of the byte at @offset (from the end when negative). */
void db_test_damage (const char *path, gint64 offset);

void db_test_write (const char *path, gconstpointer bytes, gsize size);

void db_test_copy (const char *from, const char *to);

/**
 * As a user without rights, whoever runs the tests: root would be let into
 * everything. Files that are made meanwhile belong to nobody else.
 */
void db_test_drop_rights (void);
void db_test_regain_rights (void);

G_END_DECLS
