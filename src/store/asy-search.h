/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/asy-session.h"

G_BEGIN_DECLS

/* Kinds of hits: the tables of their records. */
#define ASY_SEARCH_FAMILY "family"
#define ASY_SEARCH_PERSON "person"
#define ASY_SEARCH_PROVIDER "provider"
#define ASY_SEARCH_WORKER "worker"
#define ASY_SEARCH_LETTER "letter"

/* Kinds of hits in what is written about a family; their id is the family's, and
 * they are named after the tab that shows the text. */
#define ASY_SEARCH_VISITS "visits"
#define ASY_SEARCH_DIAGNOSIS "diagnosis"
#define ASY_SEARCH_CASE "case"
#define ASY_SEARCH_PLAN "plan"
#define ASY_SEARCH_ASSESSMENTS "assessments"
#define ASY_SEARCH_SAFETY "safety"

/*
 * Called by the aggregates inside the transaction that changes a record. What
 * depends on it (the people of a family, its papers' family name) comes along.
 */
gboolean asy_search_index_family (AsySession *session, gint64 family_id, GError **error);
gboolean asy_search_index_worker (AsySession *session, gint64 worker_id, GError **error);
gboolean asy_search_index_provider (AsySession *session, gint64 provider_id, GError **error);
gboolean asy_search_index_letter (AsySession *session, gint64 letter_id, GError **error);

/** Makes the whole index anew, in one transaction. */
gboolean asy_search_reindex (AsySession *session, GError **error);

/** The hits of one kind. */
typedef struct {
  const char *kind;             /* ASY_SEARCH_… */
  GPtrArray *hits;              /* AsySearchHit, best first */
} AsySearchGroup;

void asy_search_group_free (AsySearchGroup *group);

/**
 * asy_search:
 * @kinds: (nullable): %NULL-terminated kinds to look in, or %NULL for all
 * @text: as typed: any case, with or without Polish marks, words half-typed
 * @limit: hits of each kind
 *
 * Groups that have hits, in the order of the kinds above. Within a group first
 * those whose title begins with what was typed, then the last changed. People
 * come with what they were called before.
 *
 * Returns: (transfer full) (element-type AsySearchGroup)
 */
GPtrArray *asy_search (AsySession *session, const char *const *kinds, const char *text, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
