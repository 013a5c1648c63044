/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-diagnosis-words.h"

/* In the order of the enums. */
const AsyChoice asy_diagnosis_states[] = {
  { "owned", N_("Owned") }, { "endangered", N_("In danger of being lost") }, { "missing", N_("Lacking") }, { NULL, NULL },
};

const AsyChoice asy_diagnosis_levels[] = {
  { "person", N_("In a person") }, { "family", N_("In the family") }, { "surroundings", N_("In the surroundings") }, { NULL, NULL },
};

const char *
asy_diagnosis_state_get_label (AsyDiagnosisItemState state)
{
  return _(asy_diagnosis_states[state].label);
}

AsyMeaning
asy_diagnosis_state_get_meaning (AsyDiagnosisItemState state)
{
  static const AsyMeaning meanings[] = { ASY_MEANING_DONE, ASY_MEANING_SOON, ASY_MEANING_PLAIN };

  return meanings[state];
}

const char *
asy_diagnosis_level_get_label (AsyDiagnosisItemLevel level)
{
  return _(asy_diagnosis_levels[level].label);
}

const char *
asy_diagnosis_gap_get_text (AsyDiagnosisGapKind kind)
{
  static const char *const texts[] = {
    [ASY_DIAGNOSIS_GAP_STRENGTHS] = N_("No strength of the family is written down"),
    [ASY_DIAGNOSIS_GAP_DIFFICULTIES] = N_("No difficulty of the family is written down"),
    [ASY_DIAGNOSIS_GAP_AREA] = N_("A difficulty has no work area"),
    [ASY_DIAGNOSIS_GAP_CHILD] = N_("Nothing is written of a child"),
    [ASY_DIAGNOSIS_GAP_VOICE] = N_("No child was asked what they think (art. 4a)"),
    [ASY_DIAGNOSIS_GAP_CONCLUSIONS] = N_("There are no conclusions for the plan"),
  };

  return _(texts[kind]);
}

const char *
asy_diagnosis_gap_get_action (AsyDiagnosisGapKind kind)
{
  static const char *const actions[] = {
    [ASY_DIAGNOSIS_GAP_STRENGTHS] = "diagnosis.add-strength",
    [ASY_DIAGNOSIS_GAP_DIFFICULTIES] = "diagnosis.add-difficulty",
    [ASY_DIAGNOSIS_GAP_AREA] = "diagnosis.edit-item",
    [ASY_DIAGNOSIS_GAP_CHILD] = "diagnosis.child",
    [ASY_DIAGNOSIS_GAP_VOICE] = "diagnosis.conclusions",
    [ASY_DIAGNOSIS_GAP_CONCLUSIONS] = "diagnosis.conclusions",
  };

  return actions[kind];
}
