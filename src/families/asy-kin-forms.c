/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-form-helper.h"
#include "families/asy-form-rows.h"
#include "families/asy-kin-forms.h"
#include "families/asy-name-rows.h"
#include "store/asy-kin.h"
#include "ui/asy-choice-row.h"

static const AsyChoice kinds[] = {
  { "mother", N_("mother") },
  { "father", N_("father") },
  { "adoptive-mother", N_("mother by adoption") },
  { "adoptive-father", N_("father by adoption") },
  { "step-mother", N_("stepmother") },
  { "step-father", N_("stepfather") },
  { NULL, NULL },
};

const char *
asy_kinship_kind_get_label (AsyKinshipKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds) - 1, "");

  return _(kinds[kind].label);
}

/* The members and their kin; those who left as well. */
static GtkWidget *
new_people_row (AsyForm *form, AsyFamilyData *data, gpointer copy, guint field, const char *none)
{
  GtkWidget *row = asy_choice_row_new ("");

  if (none != NULL)
    asy_choice_row_append_none (ASY_CHOICE_ROW (row), none);
  for (guint i = 0; i < data->file->members->len; i++)
    {
      AsyPerson *person = ((AsyMemberEntry *) data->file->members->pdata[i])->person;
      g_autofree char *name = asy_person_dup_full_name (person);

      asy_choice_row_append_id (ASY_CHOICE_ROW (row), asy_record_get_id (ASY_RECORD (person)), name, NULL);
    }
  for (guint i = 0; i < data->file->kin->len; i++)
    {
      g_autofree char *name = asy_person_dup_full_name (data->file->kin->pdata[i]);

      asy_choice_row_append_id (ASY_CHOICE_ROW (row), asy_record_get_id (data->file->kin->pdata[i]), name, _("outside the family"));
    }
  return asy_form_bind (form, copy, field, row);
}

/* Kinship */

ASY_FORM_DEFINE_JOB (save_kinship_job, asy_kinship_save)

static char *
check_kinship (AsyForm *form, gpointer user_data)
{
  AsyKinship *kinship = user_data;

  if (asy_kinship_get_child_id (kinship) == 0)
    return g_strdup (_("Choose the child"));
  if (asy_kinship_get_child_id (kinship) == asy_kinship_get_parent_id (kinship))
    return g_strdup (_("Nobody is their own parent"));
  return NULL;
}

void
asy_kin_form_kinship (AsyContext *context, AsyFamilyData *data, AsyKinship *kinship)
{
  static const AsyRowSpec more[] = {
    { ASY_KINSHIP_KIND, ASY_ROW_CHOICE, kinds, NULL },
    { ASY_KINSHIP_NOTE, ASY_ROW_TEXT, NULL, NULL },
  };
  g_autoptr (AsyKinship) source = kinship != NULL ? g_object_ref (kinship) : asy_kinship_new ();
  AsyForm *form = asy_form_new_of_family (context, data, _("Kinship"));
  AsyKinship *copy = asy_form_add_record (form, source);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_people_row (form, data, copy, ASY_KINSHIP_CHILD_ID, NULL));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             new_people_row (form, data, copy, ASY_KINSHIP_PARENT_ID, _("Nobody knows who")));
  asy_form_add_group (form, group);
  asy_form_add_rows (form, copy, NULL, more, G_N_ELEMENTS (more), NULL);
  asy_form_add_check (form, check_kinship, copy);
  asy_form_set_job (form, save_kinship_job);
  asy_form_set_draft (form, "kinship");
  asy_form_present (form);
}

/* Unions */

static const AsyChoice union_kinds[] = {
  { "marriage", N_("marriage") },
  { "informal", N_("informal union") },
  { NULL, NULL },
};

static const AsyChoice endings[] = {
  { "no", N_("goes on") },
  { "divorced", N_("divorce") },
  { "separated", N_("legal separation") },
  { "widowed", N_("death of one of them") },
  { "parted", N_("they parted") },
  { NULL, NULL },
};

ASY_FORM_DEFINE_JOB (save_union_job, asy_union_save)

static char *
check_union (AsyForm *form, gpointer user_data)
{
  AsyUnion *couple = user_data;
  const AsyDay until = asy_union_get_until_day (couple);

  if (asy_union_get_person_id (couple) == 0 || asy_union_get_partner_id (couple) == 0 ||
      asy_union_get_person_id (couple) == asy_union_get_partner_id (couple))
    return g_strdup (_("Choose two people"));
  if (until != ASY_DAY_NONE && asy_union_get_ended (couple) == ASY_UNION_ENDED_NO)
    return g_strdup (_("Say how the union ended"));
  if (until != ASY_DAY_NONE && until < asy_union_get_from_day (couple))
    return g_strdup (_("The union ends before it begins"));
  return NULL;
}

void
asy_kin_form_union (AsyContext *context, AsyFamilyData *data, AsyUnion *couple)
{
  static const AsyRowSpec more[] = {
    { ASY_UNION_KIND, ASY_ROW_CHOICE, union_kinds, NULL },
    { ASY_UNION_FROM_DAY, ASY_ROW_DAY, NULL, NULL },
    { ASY_UNION_ENDED, ASY_ROW_CHOICE, endings, NULL },
    { ASY_UNION_UNTIL_DAY, ASY_ROW_DAY, NULL, NULL },
  };
  g_autoptr (AsyUnion) source = couple != NULL ? g_object_ref (couple) : asy_union_new ();
  AsyForm *form = asy_form_new_of_family (context, data, _("Union"));
  AsyUnion *copy = asy_form_add_record (form, source);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_people_row (form, data, copy, ASY_UNION_PERSON_ID, NULL));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_people_row (form, data, copy, ASY_UNION_PARTNER_ID, NULL));
  asy_form_add_group (form, group);
  asy_form_add_rows (form, copy, NULL, more, G_N_ELEMENTS (more), NULL);
  asy_form_add_check (form, check_union, copy);
  asy_form_set_job (form, save_union_job);
  asy_form_set_draft (form, "union_of");
  asy_form_present (form);
}

/* People outside the family: a grandmother who cares for a child, a father elsewhere. */

static const AsyChoice sexes[] = {
  { "unknown", N_("not known") },
  { "female", N_("woman") },
  { "male", N_("man") },
  { NULL, NULL },
};

typedef struct {
  AsyPerson *person;
  GPtrArray *names;
  AsyKinship *kinship;          /* nullable */
} Relative;

static void
relative_free (gpointer data)
{
  Relative *relative = data;

  g_object_unref (relative->person);
  g_ptr_array_unref (relative->names);
  g_clear_object (&relative->kinship);
  g_free (relative);
}

static gpointer
make_relative (AsyForm *form, gpointer kinship)
{
  Relative *relative = g_new0 (Relative, 1);

  relative->person = asy_record_duplicate (asy_form_get_record (form, 0));
  relative->names = asy_name_rows_dup_names (form);
  relative->kinship = kinship != NULL ? asy_record_duplicate (kinship) : NULL;
  return relative;
}

static gpointer
save_relative_job (AsySession *session, gpointer request, GError **error)
{
  const Relative *relative = request;

  return asy_kin_save_person (session, relative->person, relative->names, relative->kinship, error) ? ASY_STORE_DONE : NULL;
}

static char *
check_person (AsyForm *form, gpointer user_data)
{
  AsyPerson *person = asy_form_get_record (form, 0);
  AsyKinship *kinship = user_data;

  if (asy_person_get_given_name (person) == NULL || asy_person_get_family_name (person) == NULL)
    return g_strdup (_("Write the given and the family name"));
  if (kinship != NULL && asy_kinship_get_child_id (kinship) == 0)
    return g_strdup (_("Choose the child"));
  return NULL;
}

static void
add_tie_rows (AsyForm *form, AsyFamilyData *data, AsyKinship *kinship)
{
  static const AsyRowSpec tie[] = { { ASY_KINSHIP_KIND, ASY_ROW_CHOICE, kinds, N_("Who they are to the child") } };
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Kinship"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_people_row (form, data, kinship, ASY_KINSHIP_CHILD_ID, NULL));
  asy_form_add_group (form, group);
  asy_form_add_rows (form, kinship, NULL, tie, G_N_ELEMENTS (tie), NULL);
}

void
asy_kin_form_person (AsyContext *context, AsyFamilyData *data, AsyPerson *person)
{
  static const AsyRowSpec about[] = {
    { ASY_PERSON_GIVEN_NAME, ASY_ROW_TEXT, NULL, NULL },
    { ASY_PERSON_FAMILY_NAME, ASY_ROW_TEXT, NULL, NULL },
    { ASY_PERSON_SEX, ASY_ROW_CHOICE, sexes, NULL },
    { ASY_PERSON_BIRTH_DATE, ASY_ROW_DAY, NULL, NULL },
    { ASY_PERSON_DIED_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_PERSON_PHONE, ASY_ROW_PHONE, NULL, NULL },
  };
  g_autoptr (AsyPerson) source = person != NULL ? g_object_ref (person) : asy_person_new ();
  AsyForm *form = asy_form_new_of_family (context, data, _("Relative Outside the Family"));
  AsyPerson *copy = asy_form_add_record (form, source);
  g_autoptr (GPtrArray) names = NULL;
  AsyKinship *kinship = NULL;

  names = asy_family_file_list_names (data->file, asy_record_get_id (ASY_RECORD (source)));
  asy_form_add_rows (form, copy, NULL, about, G_N_ELEMENTS (about), NULL);
  asy_name_rows_add_offer (form, copy, names, NULL);
  if (person == NULL)
    {
      g_autoptr (AsyKinship) fresh = asy_kinship_new ();

      asy_person_set_no_pesel_reason (copy, ASY_PERSON_NO_PESEL_REASON_NOT_KNOWN);
      kinship = asy_form_add_record (form, fresh);
      add_tie_rows (form, data, kinship);
    }
  asy_name_rows_add_history (form);
  asy_form_add_check (form, check_person, kinship);
  asy_form_set_request (form, make_relative, kinship, relative_free, NULL);
  asy_form_set_job (form, save_relative_job);
  asy_form_set_draft (form, "relative");
  asy_name_rows_set_draft (form);
  asy_form_present (form);
}
