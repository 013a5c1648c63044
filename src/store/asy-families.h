/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/asy-deadline.h"
#include "law/asy-likeness.h"
#include "law/asy-stage.h"
#include "model/asy-family-file.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/**
 * AsyFamilyRow:
 *
 * One line of the list of families: light, immutable, loaded for the whole
 * list at once. Properties: `id`, `name`, `district`, `address`,
 * `assistant`, `folded`, `stage`, `warning`, `two-person`, `court`, `due`, `due-kind`.
 */
#define ASY_TYPE_FAMILY_ROW (asy_family_row_get_type ())
G_DECLARE_FINAL_TYPE (AsyFamilyRow, asy_family_row, ASY, FAMILY_ROW, GObject)

gint64 asy_family_row_get_id (AsyFamilyRow *self);
const char *asy_family_row_get_name (AsyFamilyRow *self);
const char *asy_family_row_get_district (AsyFamilyRow *self);
const char *asy_family_row_get_address (AsyFamilyRow *self);
const char *asy_family_row_get_assistant (AsyFamilyRow *self);
gint64 asy_family_row_get_worker_id (AsyFamilyRow *self);
/** Folded text of name, address, people and case numbers, for filtering as one types. */
const char *asy_family_row_get_folded (AsyFamilyRow *self);
AsyStage asy_family_row_get_stage (AsyFamilyRow *self);
gboolean asy_family_row_get_two_person (AsyFamilyRow *self);
const char *asy_family_row_get_warning (AsyFamilyRow *self);
/** The number that the office gives the family; %NULL for none. */
const char *asy_family_row_get_own_number (AsyFamilyRow *self);
const char *asy_family_row_get_email (AsyFamilyRow *self);
/** A court is in it: it laid down the duty, or waits for an opinion. */
gboolean asy_family_row_get_court (AsyFamilyRow *self);
/** Nearest deadline; ASY_DAY_NONE when nothing is due. */
AsyDay asy_family_row_get_due (AsyFamilyRow *self);
AsyDeadlineKind asy_family_row_get_due_kind (AsyFamilyRow *self);

/** What is marked on a family, as bits. */
typedef enum {
  ASY_FAMILY_FLAG_WARNING = 1 << 0,      /* one that holds today */
  ASY_FAMILY_FLAG_TWO_PERSON = 1 << 1,
  ASY_FAMILY_FLAG_INTERVENTION = 1 << 2, /* an open one */
  ASY_FAMILY_FLAG_BLUE_CARD = 1 << 3,    /* an open one */
  ASY_FAMILY_FLAG_COURT = 1 << 4,        /* a court is in it: laid down the duty, or waits for an opinion */
  ASY_FAMILY_FLAG_COURT_ORDER = 1 << 5,  /* the court laid down the duty (art. 109 KRO) */
  ASY_FAMILY_FLAG_FOSTER_CARE = 1 << 6,  /* a child is in foster care */
  ASY_FAMILY_FLAG_NO_VISIT = 1 << 7,     /* at work, and no visit is planned */
  ASY_FAMILY_FLAG_URGENT = 1 << 8,       /* an urgent notice */
} AsyFamilyFlags;

AsyFamilyFlags asy_family_row_get_flags (AsyFamilyRow *self);

/** Reasons of its cases. (transfer none) (nullable) (element-type utf8): interned by g_intern_string() */
GPtrArray *asy_family_row_get_reasons (AsyFamilyRow *self);

/** Newest visit held; ASY_DAY_NONE when there was none. */
AsyDay asy_family_row_get_last_visit (AsyFamilyRow *self);
/** Nearest visit planned; ASY_DAY_NONE when there is none. */
AsyDay asy_family_row_get_next_visit (AsyFamilyRow *self);
/** When the next assessment is due, the final one too; ASY_DAY_NONE when none is. */
AsyDay asy_family_row_get_assessment_due (AsyFamilyRow *self);
/** The one next thing to do. */
AsyStep asy_family_row_get_step (AsyFamilyRow *self);
/** What the court calls the newest case; (nullable). */
const char *asy_family_row_get_court_signature (AsyFamilyRow *self);
/** Day of the first notice. */
AsyDay asy_family_row_get_registered (AsyFamilyRow *self);
/** Living members under eighteen who have not left. */
guint asy_family_row_get_n_children (AsyFamilyRow *self);

/* Keys of Polish order; %NULL where there is no assistant, no district. */
const char *asy_family_row_get_name_key (AsyFamilyRow *self);
const char *asy_family_row_get_assistant_key (AsyFamilyRow *self);
const char *asy_family_row_get_district_key (AsyFamilyRow *self);
/** Made when it is first asked for: ordering by address is rare. */
const char *asy_family_row_get_address_key (AsyFamilyRow *self);

typedef enum {
  ASY_FAMILIES_ACTIVE,          /* an open case */
  ASY_FAMILIES_ARCHIVED,
  ASY_FAMILIES_ALL,
} AsyFamiliesScope;

/** The whole list, in Polish order. (transfer full) (element-type AsyFamilyRow) */
GPtrArray *asy_families_list (AsySession *session, AsyFamiliesScope scope, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_family_file_load_case:
 *
 * All of one family, with the case @case_id as the current one: what is the
 * current case's elsewhere, and the visits, are of that case. For looking back.
 * (transfer full)
 */
AsyFamilyFile *asy_family_file_load_case (AsySession *session, gint64 family_id, gint64 case_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** All of one family; the opening is noted in the audit when @note_access. (transfer full) */
AsyFamilyFile *asy_family_file_load (AsySession *session, gint64 family_id, gboolean note_access, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * asy_family_register:
 * @members: (element-type AsyMemberEntry): a person with an id is one already in the register
 * @case_file: (nullable): intake facts
 * @reasons: (nullable): difficulty codes
 *
 * A new family with its people and its case, in one transaction. The ids are
 * set on the records.
 */
gboolean asy_family_register (AsySession *session, AsyFamily *family, GPtrArray *members, AsyCase *case_file,
                              const char *const *reasons, GError **error);

gboolean asy_family_save (AsySession *session, AsyFamily *family, GError **error);

/** Saves a person and their place in the family together; both may be new. */
gboolean asy_member_save (AsySession *session, AsyMember *member, AsyPerson *person, GError **error);

/** The same with @names (nullable, element-type AsyPersonName): all that the person was called before. */
gboolean asy_member_save_named (AsySession *session, AsyMember *member, AsyPerson *person, GPtrArray *names, GError **error);

typedef struct {
  AsyPerson *person;
  gint64 family_id;
  char *family_name;
  GPtrArray *names;             /* AsyPersonName: what the person was called before */
  AsyLikeness likeness;
} AsyPersonMatch;

void asy_person_match_free (AsyPersonMatch *match);

/**
 * asy_person_find_matches:
 * @names: (nullable): what @person was called before, the newest last
 * @family_id: where @person stands or is to stand; 0 for a family that is not saved yet
 * @street: (nullable): street and number of that one
 *
 * People who may be the same, the most alike first. In their own family only
 * those of the same PESEL or the same name: siblings are born on one day.
 * (transfer full) (element-type AsyPersonMatch)
 */
GPtrArray *asy_person_find_matches (AsySession *session, AsyPerson *person, GPtrArray *names, gint64 family_id, const char *street,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** Families in the register at the same address, by name. (transfer full) (element-type AsyFamily) */
GPtrArray *asy_families_find_at (AsySession *session, const char *street, const char *city, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** The family that a person is in, or was in last, or that their kin is in; 0 for none. */
gboolean asy_person_find_family (AsySession *session, gint64 person_id, gint64 *ret_family_id, GError **error);

/* Cases. */

gboolean asy_case_save (AsySession *session, AsyCase *case_file, GError **error);
gboolean asy_case_set_reasons (AsySession *session, gint64 case_id, const char *const *reasons, GError **error);
gboolean asy_consent_save (AsySession *session, AsyConsent *consent, GError **error);

/**
 * asy_assignment_make:
 * @assignment: new; case, assistant and first day set
 *
 * Assigns an assistant (przydzielenie, art. 11 ust. 4). Ends a running
 * assignment of another assistant the day before. Refuses: the limit of
 * families on that day (%ASY_STORE_ERROR_CASELOAD with limit, article and the
 * date from which it applies), an assistant who is suspended or not employed
 * (%ASY_STORE_ERROR_UNAVAILABLE), a social worker of the same commune
 * (%ASY_STORE_ERROR_SAME_COMMUNE), one who lacks authorisation or secrecy
 * undertaking (%ASY_STORE_ERROR_NOT_AUTHORISED), a paper that the way in asks
 * for first (%ASY_STORE_ERROR_TOO_EARLY with the field), a missing consent where
 * it asks for one (%ASY_STORE_ERROR_NO_CONSENT), the same assistant twice
 * (%ASY_STORE_ERROR_OVERLAP), a case that is refused or over
 * (%ASY_STORE_ERROR_FROZEN).
 */
gboolean asy_assignment_make (AsySession *session, AsyAssignment *assignment, GError **error);

/** The same for a change of assistant: @reason (nullable) stands with the assignment that ends. */
gboolean asy_assignment_change (AsySession *session, AsyAssignment *assignment, const char *reason, GError **error);

gboolean asy_assignment_end (AsySession *session, AsyAssignment *assignment, AsyDay until, const char *reason, GError **error);

G_END_DECLS
