/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-provider.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/* The directory of specialists and institutions. */

/** What a list shows; zero and %NULL leave a condition out. */
typedef struct {
  const char *text;             /* words of name, kind, town, street, scope, contact, phone … */
  const char *kind;
  const char *city;             /* as written; see asy_providers_list_cities() */
  gboolean with_retired;
  AsyProvider *after;           /* the last one of the page before */
  guint limit;                  /* 0: 200 */
} AsyProviderFilter;

/** In Polish order of names. @filter nullable. (transfer full) (element-type AsyProvider) */
GPtrArray *asy_providers_list (AsySession *session, const AsyProviderFilter *filter, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** How many there are in use. */
gboolean asy_providers_count (AsySession *session, int *ret_count, GError **error);

/** Towns in use, in Polish order. */
GStrv asy_providers_list_cities (AsySession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

AsyProvider *asy_provider_load (AsySession *session, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean asy_provider_save (AsySession *session, AsyProvider *provider, GError **error);

/** Others with the same name, street and town, however written. (transfer full) (element-type AsyProvider) */
GPtrArray *asy_provider_find_alike (AsySession *session, AsyProvider *provider, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** What a place is known by where its source has no number: name, street and town, however written. (transfer full) */
char *asy_provider_dup_match_key (AsyProvider *provider) G_GNUC_WARN_UNUSED_RESULT;

/** The one that came from a row of an outside register; *@ret_provider is %NULL when there is none. (transfer full) */
gboolean asy_provider_find_by_source (AsySession *session, const char *source, const char *number,
                                      AsyProvider **ret_provider, GError **error);

typedef enum {
  ASY_PROVIDER_IMPORT_ADDED,
  ASY_PROVIDER_IMPORT_UPDATED,
  ASY_PROVIDER_IMPORT_SAME,       /* known from this source, nothing new */
  ASY_PROVIDER_IMPORT_RECOGNISED, /* known otherwise; linked to this source, gaps filled */
} AsyProviderImport;

/**
 * asy_provider_import_row:
 * @provider: what the row says; not saved itself
 * @source: name of the outside register: `rspo`
 * @number: (nullable): its number for the row; %NULL: rows are known by name, street and town
 * @fingerprint: anything that changes when the row changes
 * @kept: (nullable) (element-type guint): gets the fields of AsyProvider that the row says anew,
 *   where the office's own value stays
 * @ret_provider_id: (out) (optional)
 *
 * Takes one row of an outside register in. A row seen before changes only the
 * fields that still hold what was imported last: the office's own edits stay.
 * Joins a running transaction, so that an importer can take a file in at once.
 */
gboolean asy_provider_import_row (AsySession *session, AsyProvider *provider, const char *source, const char *number,
                                  const char *fingerprint, GArray *kept, AsyProviderImport *ret_result,
                                  gint64 *ret_provider_id, GError **error);

G_END_DECLS
