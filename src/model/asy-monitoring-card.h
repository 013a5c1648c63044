/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/** Stored as the nick of the same place in asy_monitoring_form_nicks. */
typedef enum {
  ASY_MONITORING_FORM_VISIT,
  ASY_MONITORING_FORM_PHONE,
  ASY_MONITORING_FORM_SCHOOL,
  ASY_MONITORING_FORM_SOCIAL_WORKER,
  ASY_MONITORING_FORM_OTHER,
} AsyMonitoringForm;

/** Stored as the nick of the same place in asy_monitoring_kept_nicks. */
typedef enum {
  ASY_MONITORING_KEPT_YES,
  ASY_MONITORING_KEPT_PARTLY,
  ASY_MONITORING_KEPT_NO,
} AsyMonitoringKept;

/** Stored as the nick of the same place in asy_monitoring_conclusion_nicks. */
typedef enum {
  ASY_MONITORING_CONCLUSION_CONTINUE,
  ASY_MONITORING_CONCLUSION_END,
  ASY_MONITORING_CONCLUSION_REOPEN,
} AsyMonitoringConclusion;

extern const char *const asy_monitoring_form_nicks[];
extern const char *const asy_monitoring_kept_nicks[];
extern const char *const asy_monitoring_conclusion_nicks[];

/**
 * AsyMonitoringCard:
 *
 * One contact after the end of the work (karta monitoringu): whether what was
 * reached has been kept, and what follows.
 */
#define ASY_MONITORING_CARD_FIELDS(F, ...)                                                                          \
  F (REF, __VA_ARGS__, CASE_FILE_ID, case_file_id, ASY_FIELD_REQUIRED, NULL, N_("Case"))                            \
  F (REF, __VA_ARGS__, WORKER_ID, worker_id, ASY_FIELD_PLAIN, NULL, N_("Assistant"))                                \
  F (DAY, __VA_ARGS__, DAY, day, ASY_FIELD_REQUIRED, NULL, N_("Day"))                                               \
  F (ENUM, __VA_ARGS__, FORM, form, ASY_FIELD_PLAIN, asy_monitoring_form_nicks, N_("Form of contact"))              \
  F (TEXT, __VA_ARGS__, CHILDREN, children, ASY_FIELD_PERSONAL, NULL, N_("Situation of the children"))              \
  F (ENUM, __VA_ARGS__, KEPT, kept, ASY_FIELD_PLAIN, asy_monitoring_kept_nicks, N_("What was reached is kept"))     \
  F (TEXT, __VA_ARGS__, DIFFICULTIES, difficulties, ASY_FIELD_PERSONAL, NULL, N_("New difficulties"))               \
  F (ENUM, __VA_ARGS__, CONCLUSION, conclusion, ASY_FIELD_PLAIN, asy_monitoring_conclusion_nicks, N_("Conclusion")) \
  F (TEXT, __VA_ARGS__, NOTE, note, ASY_FIELD_PERSONAL, NULL, N_("Note"))

#define ASY_TYPE_MONITORING_CARD (asy_monitoring_card_get_type ())
ASY_RECORD_DECLARE (AsyMonitoringCard, asy_monitoring_card, ASY, MONITORING_CARD, ASY_MONITORING_CARD_FIELDS)

G_END_DECLS
