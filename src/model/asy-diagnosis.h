/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/asy-record.h"

G_BEGIN_DECLS

/**
 * AsyDiagnosis:
 *
 * The diagnosis of a family in one case (arkusz diagnozy). Its strengths,
 * difficulties and resources are #AsyDiagnosisItem, its children #AsyChildSheet.
 */
#define ASY_DIAGNOSIS_FIELDS(F, ...)                                                                               \
  F (REF, __VA_ARGS__, CASE_FILE_ID, case_file_id, ASY_FIELD_REQUIRED, NULL, N_("Case"))                           \
  F (DAY, __VA_ARGS__, MADE_ON, made_on, ASY_FIELD_REQUIRED, NULL, N_("Begun on"))                                 \
  F (TEXT, __VA_ARGS__, UPBRINGING, upbringing, ASY_FIELD_PERSONAL, NULL, N_("Care and upbringing"))               \
  F (TEXT, __VA_ARGS__, HOUSING, housing, ASY_FIELD_PERSONAL, NULL, N_("Housing"))                                 \
  F (TEXT, __VA_ARGS__, INCOME, income, ASY_FIELD_PERSONAL, NULL, N_("Income and budget"))                         \
  F (TEXT, __VA_ARGS__, HEALTH, health, ASY_FIELD_PERSONAL, NULL, N_("Health of the adults, addictions"))          \
  F (TEXT, __VA_ARGS__, WORK, work, ASY_FIELD_PERSONAL, NULL, N_("Work and education of the adults"))              \
  F (TEXT, __VA_ARGS__, RELATIONS, relations, ASY_FIELD_PERSONAL, NULL, N_("Relations, bonds, violence"))          \
  F (TEXT, __VA_ARGS__, SOCIETY, society, ASY_FIELD_PERSONAL, NULL, N_("Life in society, offices, court"))         \
  F (TEXT, __VA_ARGS__, EXPECTATIONS, expectations, ASY_FIELD_PERSONAL, NULL, N_("What the family expects"))       \
  F (TEXT, __VA_ARGS__, CHILD_VOICE, child_voice, ASY_FIELD_PERSONAL, NULL, N_("What the children say"))           \
  F (TEXT, __VA_ARGS__, CONCLUSIONS, conclusions, ASY_FIELD_PERSONAL, NULL, N_("Conclusions for the plan"))        \
  F (DAY, __VA_ARGS__, COMPLETED_ON, completed_on, ASY_FIELD_PLAIN, NULL, N_("Diagnosis completed on"))

#define ASY_TYPE_DIAGNOSIS (asy_diagnosis_get_type ())
ASY_RECORD_DECLARE (AsyDiagnosis, asy_diagnosis, ASY, DIAGNOSIS, ASY_DIAGNOSIS_FIELDS)

G_END_DECLS
