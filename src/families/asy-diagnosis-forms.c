/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-diagnosis-forms.h"
#include "families/asy-diagnosis-words.h"
#include "families/asy-form-helper.h"
#include "families/asy-form-rows.h"
#include "store/asy-diagnoses.h"
#include "store/asy-providers.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-date-row.h"
#include "ui/asy-rows.h"
#include "ui/asy-words.h"

#define SEVERITY_DEFAULT 2

/* What is typed of a new record belongs to one family and is offered there alone. */
static void
set_draft (AsyForm *form, const char *kind, gint64 owner_id)
{
  g_autofree char *word = g_strdup_printf ("%s/%" G_GINT64_FORMAT, kind, owner_id);

  asy_form_set_draft (form, word);
}

static gint64
diagnosis_id (AsyFamilyData *data)
{
  return asy_record_get_id (ASY_RECORD (data->file->diagnosis->diagnosis));
}

/* The texts of the sheet */

ASY_FORM_DEFINE_JOB (save_diagnosis_job, asy_diagnosis_save)

static char *
check_begun (AsyForm *form, gpointer user_data)
{
  if (asy_diagnosis_get_made_on (user_data) > asy_context_get_today (asy_form_get_context (form)))
    return g_strdup (_("The day is still to come"));
  return NULL;
}

static AsyDiagnosis *
new_diagnosis (AsyFamilyData *data)
{
  AsyDiagnosis *fresh = asy_diagnosis_new ();

  asy_diagnosis_set_case_file_id (fresh, asy_record_get_id (ASY_RECORD (data->file->current)));
  asy_diagnosis_set_made_on (fresh, data->today);
  return fresh;
}

void
asy_diagnosis_form_situation (AsyContext *context, AsyFamilyData *data)
{
  static const AsyRowSpec begun[] = {
    { ASY_DIAGNOSIS_MADE_ON, ASY_ROW_DAY, NULL, NULL },
  };
  static const AsyRowSpec texts[] = {
    { ASY_DIAGNOSIS_UPBRINGING, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_DIAGNOSIS_HOUSING, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_DIAGNOSIS_INCOME, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_DIAGNOSIS_HEALTH, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_DIAGNOSIS_WORK, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_DIAGNOSIS_RELATIONS, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_DIAGNOSIS_SOCIETY, ASY_ROW_LONG_TEXT, NULL, NULL },
  };
  const gboolean is_new = data->file->diagnosis == NULL;
  g_autoptr (AsyDiagnosis) source = is_new ? new_diagnosis (data) : g_object_ref (data->file->diagnosis->diagnosis);
  AsyForm *form = asy_form_new_of_family (context, data, is_new ? _("New Diagnosis") : _("Situation of the Family"));
  AsyDiagnosis *copy = asy_form_add_record (form, source);
  GtkWidget *rows[G_N_ELEMENTS (texts)];

  asy_form_add_rows (form, copy, NULL, begun, G_N_ELEMENTS (begun), NULL);
  asy_form_add_rows (form, copy, NULL, texts, G_N_ELEMENTS (texts), rows);
  asy_form_add_check (form, check_begun, copy);
  asy_form_set_job (form, save_diagnosis_job);
  set_draft (form, "diagnosis", asy_diagnosis_get_case_file_id (source));
  asy_form_focus_row (form, rows[0]);
  asy_form_present (form);
}

void
asy_diagnosis_form_conclusions (AsyContext *context, AsyFamilyData *data)
{
  static const AsyRowSpec texts[] = {
    { ASY_DIAGNOSIS_EXPECTATIONS, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_DIAGNOSIS_CHILD_VOICE, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_DIAGNOSIS_CONCLUSIONS, ASY_ROW_LONG_TEXT, NULL, NULL },
  };
  AsyForm *form = asy_form_new_of_family (context, data, _("Expectations and Conclusions"));
  AsyDiagnosis *copy = asy_form_add_record (form, data->file->diagnosis->diagnosis);
  AdwPreferencesGroup *group = asy_form_add_rows (form, copy, NULL, texts, G_N_ELEMENTS (texts), NULL);

  adw_preferences_group_set_description (group, _("The child's view is heard as far as the child's age and maturity allow (art. 4a)."));
  asy_form_set_job (form, save_diagnosis_job);
  asy_form_set_draft (form, "diagnosis_conclusions");
  asy_form_present (form);
}

/* Strengths, difficulties, resources */

ASY_FORM_DEFINE_JOB (save_item_job, asy_diagnosis_item_save)

static GtkWidget *
new_person_row (AsyFamilyData *data)
{
  GtkWidget *row = asy_person_choice_new ("", data->file);

  asy_choice_row_append_none (ASY_CHOICE_ROW (row), _("The whole family"));
  return row;
}

static void
on_severity_chosen_cb (AsyChoiceRow *row, gpointer user_data)
{
  AsyForm *form = user_data;

  asy_diagnosis_item_set_severity (asy_form_get_record (form, 0), asy_choice_row_get_code (row)[0] - '0');
  asy_form_touch (form);
}

/* A draft that is restored changes the record behind the row. */
static void
show_severity (AsyDiagnosisItem *item, GParamSpec *pspec, AsyChoiceRow *row)
{
  g_autofree char *code = g_strdup_printf ("%d", (int) asy_diagnosis_item_get_severity (item));

  asy_choice_row_set_code (row, code);
}

static GtkWidget *
new_severity_row (AsyForm *form, AsyDiagnosisItem *item)
{
  GtkWidget *row = asy_choice_row_new (_("Severity"));

  for (int i = 0; i <= ASY_LEVEL_MAX; i++)
    {
      g_autofree char *code = g_strdup_printf ("%d", i);
      g_autofree char *label = g_strdup_printf ("%d – %s", i, asy_level_get_label (i));

      asy_choice_row_append (ASY_CHOICE_ROW (row), code, label, NULL);
    }
  show_severity (item, NULL, ASY_CHOICE_ROW (row));
  g_signal_connect_object (item, "notify::severity", G_CALLBACK (show_severity), row, 0);
  g_signal_connect (row, "chosen", G_CALLBACK (on_severity_chosen_cb), form);
  return row;
}

static char *
check_item (AsyForm *form, gpointer user_data)
{
  AsyDiagnosisItem *item = user_data;

  if (asy_diagnosis_item_get_kind (item) == ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY && asy_diagnosis_item_get_area (item) == NULL)
    return g_strdup (_("Choose the work area"));
  return NULL;
}

static void
add_kind_rows (AsyForm *form, AsyDiagnosisItem *item, AdwPreferencesGroup *group)
{
  static const AsyRowSpec of_difficulty[] = {
    { ASY_DIAGNOSIS_ITEM_AREA, ASY_ROW_DICTIONARY, ASY_DICT_WORK_AREA, NULL },
  };
  static const AsyRowSpec of_resource[] = {
    { ASY_DIAGNOSIS_ITEM_LEVEL, ASY_ROW_CHOICE, asy_diagnosis_levels, NULL },
    { ASY_DIAGNOSIS_ITEM_STATE, ASY_ROW_CHOICE, asy_diagnosis_states, NULL },
  };
  AdwPreferencesGroup *more;

  switch (asy_diagnosis_item_get_kind (item))
    {
    case ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY:
      more = asy_form_add_rows (form, item, NULL, of_difficulty, G_N_ELEMENTS (of_difficulty), NULL);
      adw_preferences_group_add (more, new_severity_row (form, item));
      break;
    case ASY_DIAGNOSIS_ITEM_KIND_RESOURCE:
      asy_form_add_rows (form, item, NULL, of_resource, G_N_ELEMENTS (of_resource), NULL);
      break;
    case ASY_DIAGNOSIS_ITEM_KIND_STRENGTH:
    default:
      break;
    }
}

static AsyDiagnosisItem *
new_item (AsyFamilyData *data, AsyDiagnosisItemKind kind)
{
  AsyDiagnosisItem *item = asy_diagnosis_item_new ();

  asy_diagnosis_item_set_diagnosis_id (item, diagnosis_id (data));
  asy_diagnosis_item_set_kind (item, kind);
  if (kind == ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY)
    asy_diagnosis_item_set_severity (item, SEVERITY_DEFAULT);
  return item;
}

static const char *
item_title (AsyDiagnosisItemKind kind, gboolean is_new)
{
  static const char *const titles[][2] = {
    { N_("Strength"), N_("New Strength") },
    { N_("Difficulty"), N_("New Difficulty") },
    { N_("Resource"), N_("New Resource") },
  };

  return _(titles[kind][is_new]);
}

void
asy_diagnosis_form_item (AsyContext *context, AsyFamilyData *data, AsyDiagnosisItemKind kind, AsyDiagnosisItem *item)
{
  static const AsyRowSpec what[] = {
    { ASY_DIAGNOSIS_ITEM_BODY, ASY_ROW_LONG_TEXT, NULL, NULL },
  };
  g_autoptr (AsyDiagnosisItem) source = item != NULL ? g_object_ref (item) : new_item (data, kind);
  AsyForm *form = asy_form_new_of_family (context, data, item_title (kind, item == NULL));
  AsyDiagnosisItem *copy = asy_form_add_record (form, source);
  AdwPreferencesGroup *group = asy_form_add_rows (form, copy, NULL, what, G_N_ELEMENTS (what), NULL);

  adw_preferences_group_add (group, asy_form_bind (form, copy, ASY_DIAGNOSIS_ITEM_PERSON_ID, new_person_row (data)));
  add_kind_rows (form, copy, group);
  asy_form_add_check (form, check_item, copy);
  asy_form_set_job (form, save_item_job);
  set_draft (form, asy_diagnosis_item_kind_nicks[kind], asy_diagnosis_item_get_diagnosis_id (source));
  asy_form_present (form);
}

/* One child */

ASY_FORM_DEFINE_JOB (save_sheet_job, asy_child_sheet_save)

/* What the register knows of the child already. */
static void
prefill_sheet (AsyContext *context, AsyFamilyData *data, AsyChildSheet *sheet)
{
  AsyDictionary *dictionary = asy_context_get_office (context)->dictionary;

  for (guint i = 0; i < data->file->members->len; i++)
    {
      const AsyMemberEntry *entry = data->file->members->pdata[i];
      const char *authority = asy_member_get_authority (entry->member);

      if (asy_record_get_id (ASY_RECORD (entry->person)) != asy_child_sheet_get_person_id (sheet))
        continue;
      asy_child_sheet_set_school (sheet, asy_member_get_school (entry->member));
      if (authority != NULL)
        asy_child_sheet_set_legal (sheet, asy_dictionary_get_label (dictionary, ASY_DICT_AUTHORITY, authority));
    }
}

static AsyChildSheet *
new_sheet (AsyFamilyData *data, gint64 person_id)
{
  AsyChildSheet *sheet = asy_child_sheet_new ();

  asy_child_sheet_set_diagnosis_id (sheet, diagnosis_id (data));
  asy_child_sheet_set_person_id (sheet, person_id);
  return sheet;
}

void
asy_diagnosis_form_child (AsyContext *context, AsyFamilyData *data, gint64 person_id)
{
  static const AsyRowSpec texts[] = {
    { ASY_CHILD_SHEET_PLACE_AT_HOME, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_CHILD_SHEET_SCHOOL, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_CHILD_SHEET_HEALTH, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_CHILD_SHEET_SUPPORT, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_CHILD_SHEET_LEGAL, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_CHILD_SHEET_VOICE, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_CHILD_SHEET_NOTE, ASY_ROW_LONG_TEXT, NULL, NULL },
  };
  AsyPerson *person = asy_family_file_find_person (data->file, person_id);
  AsyChildSheet *known = asy_diagnosis_file_find_child (data->file->diagnosis, person_id);
  g_autoptr (AsyChildSheet) source = known != NULL ? g_object_ref (known) : new_sheet (data, person_id);
  g_autofree char *name = person != NULL ? asy_person_dup_full_name (person) : g_strdup (_("Child"));
  AsyForm *form = asy_form_new_of_family (context, data, name);
  AsyChildSheet *copy = asy_form_add_record (form, source);

  if (known == NULL)
    prefill_sheet (context, data, copy);
  asy_form_add_rows (form, copy, NULL, texts, G_N_ELEMENTS (texts), NULL);
  asy_form_set_job (form, save_sheet_job);
  set_draft (form, "child_sheet", person_id);
  asy_form_present (form);
}

/* Completing */

static gpointer
complete_job (AsySession *session, gpointer request, GError **error)
{
  AsyDiagnosis *diagnosis = request;
  const AsyDay day = asy_diagnosis_get_completed_on (diagnosis);

  return asy_diagnosis_complete (session, diagnosis, day, error) ? ASY_STORE_DONE : NULL;
}

static char *
check_completion (AsyForm *form, gpointer user_data)
{
  AsyDiagnosis *diagnosis = user_data;
  const AsyDay day = asy_diagnosis_get_completed_on (diagnosis);

  if (day == ASY_DAY_NONE)
    return g_strdup (_("Say on what day the diagnosis was completed"));
  if (day > asy_context_get_today (asy_form_get_context (form)))
    return g_strdup (_("The day is still to come"));
  if (day < asy_diagnosis_get_made_on (diagnosis))
    return g_strdup (_("The diagnosis cannot be completed before it was begun"));
  return NULL;
}

void
asy_diagnosis_form_complete (AsyContext *context, AsyFamilyData *data)
{
  static const AsyRowSpec specs[] = {
    { ASY_DIAGNOSIS_COMPLETED_ON, ASY_ROW_DAY, NULL, NULL },
  };
  AsyForm *form = asy_form_new_of_family (context, data, _("Complete the Diagnosis"));
  AsyDiagnosis *copy = asy_form_add_record (form, data->file->diagnosis->diagnosis);
  AdwPreferencesGroup *group;

  if (asy_diagnosis_get_completed_on (copy) == ASY_DAY_NONE)
    asy_diagnosis_set_completed_on (copy, data->today);
  group = asy_form_add_rows (form, copy, NULL, specs, G_N_ELEMENTS (specs), NULL);
  adw_preferences_group_set_description (group, _("The plan of work comes next: its goals begin with the difficulties named here."));
  asy_form_set_save_label (form, _("_Complete"));
  asy_form_add_check (form, check_completion, copy);
  asy_form_set_job (form, complete_job);
  asy_form_present (form);
}

/* Who works with the family already */

ASY_FORM_DEFINE_JOB (save_involvement_job, asy_involvement_save)

static char *
check_involvement (AsyForm *form, gpointer user_data)
{
  AsyInvolvement *involvement = user_data;
  const AsyDay from = asy_involvement_get_from_day (involvement);
  const AsyDay until = asy_involvement_get_until_day (involvement);

  if (asy_involvement_get_provider_id (involvement) == 0 && asy_involvement_get_who (involvement) == NULL)
    return g_strdup (_("Choose a place in the directory or write who it is"));
  if (until != ASY_DAY_NONE && from > until)
    return g_strdup (_("The last day is before the first one."));
  return NULL;
}

/* The directory is sought, however long it is. */

#define FOUND_MAX 60

static gpointer
find_providers_job (AsySession *session, gpointer request, GError **error)
{
  const char *text = request;
  const AsyProviderFilter filter = { .text = *text != '\0' ? text : NULL, .limit = FOUND_MAX };

  return asy_providers_list (session, &filter, error);
}

static void
append_provider (AsyChoiceRow *row, AsyProvider *provider)
{
  asy_choice_row_append_id (row, asy_record_get_id (ASY_RECORD (provider)), asy_provider_get_name (provider),
                            asy_provider_get_city (provider));
}

static void
on_providers_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyChoiceRow *row = owner;
  AsyContext *context = g_object_get_data (owner, "asy-context");
  g_autoptr (GPtrArray) providers = result;

  if (providers == NULL)
    {
      asy_context_show_error (context, owner, error);
      return;
    }
  asy_choice_row_clear (row);
  asy_choice_row_append_none (row, _("Not in the directory"));
  for (guint i = 0; i < providers->len; i++)
    append_provider (row, providers->pdata[i]);
  asy_choice_row_show_found (row);
}

static void
on_sought_cb (GtkWidget *row, const char *text, AsyContext *context)
{
  asy_context_ask (context, row, "providers", find_providers_job, g_strdup (text), g_free, (GDestroyNotify) g_ptr_array_unref,
                   on_providers_cb);
}

static GtkWidget *
new_provider_row (AsyContext *context, GPtrArray *known)
{
  GtkWidget *row = asy_choice_row_new ("");

  asy_choice_row_set_sought (ASY_CHOICE_ROW (row));
  for (guint i = 0; i < known->len; i++)
    append_provider (ASY_CHOICE_ROW (row), known->pdata[i]);
  g_object_set_data_full (G_OBJECT (row), "asy-context", g_object_ref (context), g_object_unref);
  g_signal_connect_object (row, "sought", G_CALLBACK (on_sought_cb), context, G_CONNECT_DEFAULT);
  return row;
}

static AsyInvolvement *
new_involvement (AsyFamilyData *data)
{
  AsyInvolvement *fresh = asy_involvement_new ();

  asy_involvement_set_family_id (fresh, asy_record_get_id (ASY_RECORD (data->file->family)));
  return fresh;
}

void
asy_involvement_form (AsyContext *context, AsyFamilyData *data, AsyInvolvement *involvement)
{
  static const AsyRowSpec who[] = {
    { ASY_INVOLVEMENT_WHO, ASY_ROW_TEXT, NULL, NULL },
    { ASY_INVOLVEMENT_CONTACT, ASY_ROW_TEXT, NULL, NULL },
  };
  static const AsyRowSpec what[] = {
    { ASY_INVOLVEMENT_DOING, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_INVOLVEMENT_FROM_DAY, ASY_ROW_DAY, NULL, NULL },
    { ASY_INVOLVEMENT_UNTIL_DAY, ASY_ROW_DAY, NULL, NULL },
    { ASY_INVOLVEMENT_RESULT, ASY_ROW_LONG_TEXT, NULL, NULL },
  };
  g_autoptr (AsyInvolvement) source = involvement != NULL ? g_object_ref (involvement) : new_involvement (data);
  AsyForm *form = asy_form_new_of_family (context, data, _("Who Works with the Family Already"));
  AsyInvolvement *copy = asy_form_add_record (form, source);
  GtkWidget *place = adw_preferences_group_new ();
  AdwPreferencesGroup *group;

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (place),
                             asy_form_bind (form, copy, ASY_INVOLVEMENT_PROVIDER_ID, new_provider_row (context, data->file->providers)));
  asy_form_add_group (form, place);
  asy_form_add_rows (form, copy, NULL, who, G_N_ELEMENTS (who), NULL);
  group = asy_form_add_rows (form, copy, NULL, what, G_N_ELEMENTS (what), NULL);
  adw_preferences_group_add (group, asy_form_bind (form, copy, ASY_INVOLVEMENT_PERSON_ID, new_person_row (data)));
  asy_form_add_check (form, check_involvement, copy);
  asy_form_set_job (form, save_involvement_job);
  set_draft (form, "involvement", asy_involvement_get_family_id (source));
  asy_form_present (form);
}
