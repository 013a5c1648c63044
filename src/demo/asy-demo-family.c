/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include <string.h>

#include "base/asy-ident.h"
#include "base/asy-text.h"
#include "demo/asy-demo-private.h"

/* The first families of the smallest register, so that it shows what there is. */
static const AsyCasePath first_paths[] = {
  ASY_CASE_PATH_COURT, ASY_CASE_PATH_INTERVIEW, ASY_CASE_PATH_INTERVIEW, ASY_CASE_PATH_INTERVIEW,
  ASY_CASE_PATH_ZA_ZYCIEM, ASY_CASE_PATH_MINOR_PARENT, ASY_CASE_PATH_COURT,
};

static AsyCasePath
choose_path (Demo *demo, guint number)
{
  const int chance = demo_int (demo, 0, 99);

  if (number < G_N_ELEMENTS (first_paths))
    return first_paths[number];
  return chance < 70 ? ASY_CASE_PATH_INTERVIEW : chance < 85 ? ASY_CASE_PATH_COURT
         : chance < 93 ? ASY_CASE_PATH_ZA_ZYCIEM : ASY_CASE_PATH_MINOR_PARENT;
}

DemoFamily *
demo_family_new (Demo *demo)
{
  DemoFamily *family = g_new0 (DemoFamily, 1);

  family->number = demo->n_families++;
  family->path = choose_path (demo, family->number);
  family->adults = g_array_new (FALSE, FALSE, sizeof (gint64));
  family->children = g_array_new (FALSE, FALSE, sizeof (DemoChild));
  family->plans = g_array_new (FALSE, FALSE, sizeof (DemoPlan));
  family->contacts = g_array_new (FALSE, FALSE, sizeof (DemoContact));
  return family;
}

void
demo_family_free (DemoFamily *family)
{
  g_free (family->name);
  g_free (family->signature);
  g_array_unref (family->adults);
  g_array_unref (family->children);
  g_array_unref (family->plans);
  g_array_unref (family->contacts);
  g_free (family);
}

/* The next number of that day and sex which nobody has yet. */
static void
set_pesel (Demo *demo, AsyPerson *person, AsyDay born, gboolean is_female)
{
  gpointer key = GUINT_TO_POINTER (born * 2 + (is_female ? 1 : 0));
  const int serial = GPOINTER_TO_INT (g_hash_table_lookup (demo->serials, key));
  char digits[12];

  if (!asy_pesel_make (born, is_female ? ASY_SEX_FEMALE : ASY_SEX_MALE, (serial * 7 + 13) % 5000, digits))
    {
      asy_person_set_no_pesel_reason (person, ASY_PERSON_NO_PESEL_REASON_NOT_KNOWN);
      return;
    }
  g_hash_table_insert (demo->serials, key, GINT_TO_POINTER (serial + 1));
  asy_person_set_pesel (person, digits);
}

static AsyPerson *
make_person (Demo *demo, const char *given_name, const char *family_name, gboolean is_female, AsyDay born)
{
  AsyPerson *person = asy_person_new ();
  g_autofree char *name = g_strconcat (family_name, " ", given_name, NULL);
  g_autofree char *sort_key = asy_text_sort_key (name);

  asy_person_set_given_name (person, given_name);
  asy_person_set_family_name (person, family_name);
  asy_person_set_sort_key (person, sort_key);
  asy_person_set_sex (person, is_female ? ASY_PERSON_SEX_FEMALE : ASY_PERSON_SEX_MALE);
  asy_person_set_citizenship (person, "polskie");
  if (born != ASY_DAY_NONE)
    {
      asy_person_set_birth_date (person, born);
      set_pesel (demo, person, born, is_female);
    }
  return person;
}

static gboolean
add_member (Demo *demo, DemoFamily *family, AsyPerson *person, AsyMember *member, GError **error)
{
  if (!demo_insert (demo, person, error))
    return FALSE;
  asy_member_set_family_id (member, family->id);
  asy_member_set_person_id (member, asy_record_get_id (ASY_RECORD (person)));
  asy_member_set_position (member, family->adults->len + family->children->len + 1);
  return demo_insert (demo, member, error);
}

static gboolean
add_adult (Demo *demo, DemoFamily *family, const char *role, const char *given_name, const char *family_name, gboolean is_female,
           AsyDay born, gboolean in_household, GError **error)
{
  static const char *const education[] = { "podstawowe", "gimnazjalne", "zawodowe", "średnie", "wyższe", NULL };
  static const char *const occupations[] = { "sprzedawca", "kucharz", "pracownik budowlany", "bez zawodu", "krawiec",
                                             "kierowca", "opiekun osób starszych", "magazynier", NULL };
  const gboolean is_parent = !g_str_equal (role, "grandmother");
  g_autoptr (AsyPerson) person = make_person (demo, given_name, family_name, is_female, born);
  g_autoptr (AsyMember) member = asy_member_new ();
  gint64 id;

  if (is_parent && demo_chance (demo, 80))
    {
      g_autofree char *phone = g_strdup_printf ("50000%04d", demo_int (demo, 2000, 9999));

      asy_person_set_phone (person, phone);
      asy_person_set_education (person, demo_pick (demo, education));
      asy_person_set_occupation (person, demo_pick (demo, occupations));
    }
  asy_member_set_role (member, role);
  asy_member_set_in_household (member, in_household);
  asy_member_set_covered (member, is_parent);
  if (is_parent)
    asy_member_set_authority (member, family->path == ASY_CASE_PATH_COURT ? "limited-duty" : "full");
  if (!add_member (demo, family, person, member, error))
    return FALSE;
  id = asy_record_get_id (ASY_RECORD (person));
  if (family->adults->len == 0)
    family->main_adult_id = id;
  if (g_str_equal (role, "father"))
    family->father_id = id;
  else if (g_str_equal (role, "partner-m"))
    family->partner_id = id;
  else if (g_str_equal (role, "grandmother"))
    family->grandmother_id = id;
  g_array_append_val (family->adults, id);
  return TRUE;
}

/* What a child of that age goes to. (transfer full) */
static char *
name_school (Demo *demo, int age)
{
  if (age < 3)
    return NULL;
  if (age < 7)
    return g_strdup_printf ("Przedszkole Miejskie nr %d", demo_int (demo, 1, 16));
  if (age < 15)
    return g_strdup_printf ("Szkoła Podstawowa nr %d, kl. %d", demo_int (demo, 1, 18), age - 6);
  return g_strdup_printf ("Branżowa Szkoła I Stopnia, kl. %d", MIN (age - 14, 3));
}

static void
place_child (Demo *demo, DemoFamily *family, AsyMember *member, const char *grandmother)
{
  const AsyDay since = family->notice_on + (AsyDay) demo_int (demo, 20, 60);
  g_autofree char *carer = g_strconcat (grandmother, " (babcia)", NULL);

  if (since > demo->today)
    return;
  family->has_child_in_care = TRUE;
  asy_member_set_in_household (member, FALSE);
  asy_member_set_authority (member, "limited-placement");
  asy_member_set_whereabouts (member, "foster-kin");
  asy_member_set_whereabouts_since (member, since);
  asy_member_set_carer (member, carer);
  asy_member_set_care_basis (member, ASY_MEMBER_CARE_BASIS_COURT);
  asy_member_set_care_coordinator (member, "Zofia Koordynacka");
  asy_member_set_care_coordinator_phone (member, "500003377");
  asy_member_set_help_plan_on (member, since + 14 <= demo->today ? since + 14 : ASY_DAY_NONE);
  asy_member_set_child_review_on (member, MAX (since + 180, demo->today + 20));
}

static gboolean
add_child (Demo *demo, DemoFamily *family, const AsyDemoSurname *surname, AsyDay born, const char *carer, GError **error)
{
  DemoChild child = { .is_female = demo_chance (demo, 50), .born = born, .is_at_home = carer == NULL };
  const int age = asy_day_get_age (born, MIN (demo->today, family->until != ASY_DAY_NONE ? family->until : demo->today));
  g_autofree char *school = name_school (demo, age);
  g_autoptr (AsyPerson) person = NULL;
  g_autoptr (AsyMember) member = asy_member_new ();

  child.given_name = demo_pick (demo, child.is_female ? asy_demo_girls : asy_demo_boys);
  /* No two children of a family of one name. */
  for (guint i = 0; i < family->children->len; i++)
    if (g_array_index (family->children, DemoChild, i).given_name == child.given_name)
      {
        child.given_name = child.is_female ? "Jagoda" : "Teodor";
        break;
      }
  person = make_person (demo, child.given_name, child.is_female ? surname->female : surname->male, child.is_female, born);
  /* A number comes some weeks after birth. */
  if (born + 20 > demo->today)
    {
      asy_person_set_pesel (person, NULL);
      asy_person_set_no_pesel_reason (person, ASY_PERSON_NO_PESEL_REASON_NEWBORN);
    }
  asy_member_set_role (member, child.is_female ? "daughter" : "son");
  asy_member_set_in_household (member, TRUE);
  asy_member_set_covered (member, TRUE);
  asy_member_set_whereabouts (member, "family");
  asy_member_set_school (member, school);
  if (carer != NULL)
    place_child (demo, family, member, carer);
  child.is_at_home = asy_member_get_in_household (member);
  if (!add_member (demo, family, person, member, error))
    return FALSE;
  child.id = asy_record_get_id (ASY_RECORD (person));
  g_array_append_val (family->children, child);
  return TRUE;
}

static gboolean
add_unborn (Demo *demo, DemoFamily *family, const char *family_name, GError **error)
{
  g_autoptr (AsyPerson) person = make_person (demo, "dziecko", family_name, TRUE, ASY_DAY_NONE);
  g_autoptr (AsyMember) member = asy_member_new ();

  asy_person_set_sex (person, ASY_PERSON_SEX_UNKNOWN);
  asy_person_set_no_pesel_reason (person, ASY_PERSON_NO_PESEL_REASON_UNBORN);
  asy_person_set_expected_on (person, demo->today + (AsyDay) demo_int (demo, 30, 150));
  asy_member_set_role (member, "unborn");
  asy_member_set_in_household (member, TRUE);
  asy_member_set_covered (member, TRUE);
  return add_member (demo, family, person, member, error);
}

/* Ages at the notice, oldest first; the mother was at least seventeen. */
static guint
choose_children (Demo *demo, DemoFamily *family, int mother_age, AsyDay *born, guint max)
{
  static const guint counts[] = { 1, 1, 2, 2, 2, 3, 3, 4, 5 };
  guint n = MIN (counts[demo_int (demo, 0, G_N_ELEMENTS (counts) - 1)], max);
  int oldest = MIN (mother_age - 17, 15);
  AsyDay day;

  if (family->path == ASY_CASE_PATH_ZA_ZYCIEM)
    oldest = MIN (oldest, 6);
  if (family->path == ASY_CASE_PATH_MINOR_PARENT || oldest < 1)
    {
      born[0] = family->notice_on - (AsyDay) demo_int (demo, 20, 300);
      return 1;
    }
  if (family->number == 0)
    n = 4;
  day = family->notice_on - (AsyDay) demo_int (demo, MAX (oldest * 365 / 2, 60), oldest * 365 + 300);
  for (guint i = 0; i < n; i++)
    {
      if (day + 30 > family->notice_on)
        return i;
      born[i] = day;
      day += (AsyDay) demo_int (demo, 400, 1500);
    }
  return n;
}

static gboolean
add_father (Demo *demo, DemoFamily *family, const AsyDemoSurname *surname, int mother_age, GError **error)
{
  const gboolean is_partner = family->number == 0 || demo_chance (demo, 30);
  const AsyDemoSurname *own = is_partner ? &asy_demo_surnames[demo_int (demo, 0, (int) asy_demo_n_surnames - 1)] : surname;
  const int age = MAX (mother_age + demo_int (demo, -3, 8), 18);
  /* One draw a line: the order of arguments is the compiler's. */
  const gboolean is_at_home = demo_chance (demo, 85);
  const AsyDay born = family->notice_on - (AsyDay) (age * 365 + demo_int (demo, 0, 364));
  const char *name = demo_pick (demo, asy_demo_fathers);

  return add_adult (demo, family, is_partner ? "partner-m" : "father", name, own->male, FALSE, born, is_at_home, error);
}

/* Some write, and every third has a number in the office's older register. */
static void
set_reach (AsyFamily *record, const DemoFamily *family)
{
  g_autofree char *email = g_strdup_printf ("rodzina%u@example.org", family->number + 1);
  g_autofree char *number = g_strdup_printf ("AR.4110.%u.%d", family->number + 1, asy_day_get_year (family->notice_on));

  if (family->number % 4 == 0)
    asy_family_set_email (record, email);
  if (family->number % 3 == 0)
    asy_family_set_own_number (record, number);
}

static gboolean
add_row (Demo *demo, DemoFamily *family, GError **error)
{
  g_autoptr (AsyFamily) record = asy_family_new ();
  g_autofree char *sort_key = asy_text_sort_key (family->name);
  const int flat = demo_int (demo, 1, 24), house = demo_int (demo, 1, 80);
  g_autofree char *street = g_strdup_printf ("%s %d/%d", demo_pick (demo, asy_demo_streets), house, flat);
  g_autofree char *postcode = g_strdup_printf ("99-9%02d", demo_int (demo, 1, 30));
  g_autofree char *phone = g_strdup_printf ("50000%04d", demo_int (demo, 2000, 9999));

  asy_family_set_name (record, family->name);
  asy_family_set_sort_key (record, sort_key);
  asy_family_set_street (record, street);
  asy_family_set_postcode (record, postcode);
  asy_family_set_city (record, ASY_DEMO_PLACE);
  asy_family_set_district (record, demo_pick (demo, asy_demo_districts));
  asy_family_set_phone (record, phone);
  asy_family_set_notes (record, demo_chance (demo, 25) ? demo_pick (demo, asy_demo_family_notes) : NULL);
  if (demo_chance (demo, 15))
    asy_family_set_visits_a_month (record, demo_int (demo, 2, 8));
  set_reach (record, family);
  if (!demo_insert (demo, record, error))
    return FALSE;
  family->id = asy_record_get_id (ASY_RECORD (record));
  return TRUE;
}

static gboolean
add_children (Demo *demo, DemoFamily *family, const AsyDemoSurname *surname, int mother_age, const char *grandmother, GError **error)
{
  AsyDay born[5];
  const guint n = choose_children (demo, family, mother_age, born, G_N_ELEMENTS (born));
  const gboolean one_in_care = n > 1 && (family->number == 0 || demo_chance (demo, 9));

  for (guint i = 0; i < n; i++)
    if (!add_child (demo, family, surname, born[i], one_in_care && i == 0 ? grandmother : NULL, error))
      return FALSE;
  if (family->path == ASY_CASE_PATH_ZA_ZYCIEM && family->fate != DEMO_ENDED && demo_chance (demo, 40))
    return add_unborn (demo, family, surname->female, error);
  return TRUE;
}

/* Kinship */

static gboolean
add_kinship (Demo *demo, gint64 child_id, gint64 parent_id, AsyKinshipKind kind, GError **error)
{
  g_autoptr (AsyKinship) kinship = asy_kinship_new ();

  asy_kinship_set_child_id (kinship, child_id);
  asy_kinship_set_parent_id (kinship, parent_id);
  asy_kinship_set_kind (kinship, (int) kind);
  return demo_insert (demo, kinship, error);
}

static gboolean
add_union (Demo *demo, gint64 person_id, gint64 partner_id, AsyUnionKind kind, AsyDay from, AsyDay until, GError **error)
{
  g_autoptr (AsyUnion) couple = asy_union_new ();

  asy_union_set_person_id (couple, person_id);
  asy_union_set_partner_id (couple, partner_id);
  asy_union_set_kind (couple, (int) kind);
  asy_union_set_from_day (couple, from);
  asy_union_set_until_day (couple, until);
  asy_union_set_ended (couple, until == ASY_DAY_NONE ? ASY_UNION_ENDED_NO : ASY_UNION_ENDED_DIVORCED);
  return demo_insert (demo, couple, error);
}

static gboolean
add_name (Demo *demo, gint64 person_id, const char *family_name, AsyDay changed_on, AsyPersonNameReason reason, GError **error)
{
  g_autoptr (AsyPersonName) name = asy_person_name_new ();

  asy_person_name_set_person_id (name, person_id);
  asy_person_name_set_family_name (name, family_name);
  asy_person_name_set_changed_on (name, changed_on);
  asy_person_name_set_reason (name, (int) reason);
  return demo_insert (demo, name, error);
}

/* Of the married mothers every other one bore another name before, and some of them one more. */
static gboolean
add_names (Demo *demo, const DemoFamily *family, const AsyDemoSurname *surname, AsyDay mother_born, GError **error)
{
  const gsize place = (gsize) (surname - asy_demo_surnames);
  const char *birth_name = asy_demo_surnames[(place + 5) % asy_demo_n_surnames].female;
  const char *first_husbands = asy_demo_surnames[(place + 9) % asy_demo_n_surnames].female;
  const AsyDay married = MIN (mother_born + 19 * 365, family->notice_on - 30);

  if (family->father_id == 0 || family->grandmother_id != 0 || family->number % 2 != 0)
    return TRUE;
  if (family->number % 4 != 0)
    return add_name (demo, family->main_adult_id, birth_name, married, ASY_PERSON_NAME_REASON_BIRTH, error);
  return add_name (demo, family->main_adult_id, birth_name, married - 400, ASY_PERSON_NAME_REASON_BIRTH, error) &&
         add_name (demo, family->main_adult_id, first_husbands, married, ASY_PERSON_NAME_REASON_MARRIAGE, error);
}

/* Somebody outside the family: a father who lives elsewhere, a grandmother who cares for a child. */
static gboolean
add_relative (Demo *demo, const char *given_name, const char *family_name, gboolean is_female, AsyDay born, gint64 *ret_id,
              GError **error)
{
  g_autoptr (AsyPerson) person = make_person (demo, given_name, family_name, is_female, born);

  if (!demo_insert (demo, person, error))
    return FALSE;
  *ret_id = asy_record_get_id (ASY_RECORD (person));
  return TRUE;
}

/* The mother's mother: in the home, or caring for a child elsewhere. */
static gboolean
add_grandmother (Demo *demo, DemoFamily *family, const char *given_name, const char *family_name, AsyDay mother_born, GError **error)
{
  gint64 id = family->grandmother_id;

  if (id == 0 && !family->has_child_in_care)
    return TRUE;
  if (id == 0 && !add_relative (demo, given_name, family_name, TRUE, mother_born - (AsyDay) demo_int (demo, 21 * 365, 30 * 365), &id, error))
    return FALSE;
  return add_kinship (demo, family->main_adult_id, id, ASY_KINSHIP_KIND_MOTHER, error);
}

/* With a partner in the home the children are of an earlier marriage, but for the
 * youngest; the former husband has a child elsewhere. */
static gboolean
add_former_husband (Demo *demo, DemoFamily *family, const AsyDemoSurname *surname, AsyDay mother_born, gint64 *ret_id, GError **error)
{
  const AsyDay born = mother_born - (AsyDay) demo_int (demo, 0, 6 * 365);
  const AsyDay married = mother_born + 20 * 365;
  gint64 child_id;

  return add_relative (demo, demo_pick (demo, asy_demo_fathers), surname->male, FALSE, born, ret_id, error) &&
         add_union (demo, family->main_adult_id, *ret_id, ASY_UNION_KIND_MARRIAGE, married, MAX (married, family->notice_on - 400), error) &&
         add_relative (demo, demo_pick (demo, asy_demo_boys), surname->male, FALSE, family->notice_on - 200, &child_id, error) &&
         add_kinship (demo, child_id, *ret_id, ASY_KINSHIP_KIND_FATHER, error);
}

static gboolean
add_parents_of_children (Demo *demo, DemoFamily *family, gint64 former_id, GError **error)
{
  for (guint i = 0; i < family->children->len; i++)
    {
      const DemoChild *child = &g_array_index (family->children, DemoChild, i);
      const gboolean is_youngest = i + 1 == family->children->len;
      const gint64 father_id = family->father_id != 0 ? family->father_id
                               : family->partner_id != 0 && is_youngest ? family->partner_id : former_id;

      if (!add_kinship (demo, child->id, family->main_adult_id, ASY_KINSHIP_KIND_MOTHER, error) ||
          !add_kinship (demo, child->id, father_id, ASY_KINSHIP_KIND_FATHER, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_kin (Demo *demo, DemoFamily *family, const AsyDemoSurname *surname, const char *grandmother, AsyDay mother_born, GError **error)
{
  gint64 former_id = 0;

  if (!add_names (demo, family, surname, mother_born, error))
    return FALSE;
  if (!add_grandmother (demo, family, grandmother, surname->female, mother_born, error))
    return FALSE;
  if (family->father_id != 0 &&
      !add_union (demo, family->main_adult_id, family->father_id, ASY_UNION_KIND_MARRIAGE, ASY_DAY_NONE, ASY_DAY_NONE, error))
    return FALSE;
  if (family->partner_id != 0 &&
      (!add_union (demo, family->main_adult_id, family->partner_id, ASY_UNION_KIND_INFORMAL, ASY_DAY_NONE, ASY_DAY_NONE, error) ||
       !add_former_husband (demo, family, surname, mother_born, &former_id, error)))
    return FALSE;
  return add_parents_of_children (demo, family, former_id, error);
}

gboolean
demo_add_people (Demo *demo, DemoFamily *family, GError **error)
{
  const guint chosen = family->number < 16 ? family->number : (guint) demo_int (demo, 0, (int) asy_demo_n_surnames - 1);
  const AsyDemoSurname *surname = &asy_demo_surnames[chosen];
  const gboolean is_minor = family->path == ASY_CASE_PATH_MINOR_PARENT;
  const int mother_age = is_minor ? 16 : family->number == 0 ? 33 : demo_int (demo, 20, 43);
  const AsyDay mother_born = family->notice_on - (AsyDay) (mother_age * 365 + demo_int (demo, 0, 300) + mother_age / 4);
  const char *grandmother = demo_pick (demo, asy_demo_grandmothers);
  g_autofree char *carer = g_strconcat (grandmother, " ", surname->female, NULL);

  family->name = g_strdup (surname->family);
  if (!add_row (demo, family, error) ||
      !add_adult (demo, family, "mother", family->number == 0 ? "Beata" : demo_pick (demo, asy_demo_mothers), surname->female,
                  TRUE, mother_born, TRUE, error))
    return FALSE;
  if (!is_minor && (family->number == 0 || demo_chance (demo, 60)) && !add_father (demo, family, surname, mother_age, error))
    return FALSE;
  if ((is_minor || demo_chance (demo, 8)) &&
      !add_adult (demo, family, "grandmother", grandmother, surname->female, TRUE,
                  mother_born - (AsyDay) demo_int (demo, 21 * 365, 30 * 365), TRUE, error))
    return FALSE;
  return add_children (demo, family, surname, mother_age, carer, error) &&
         add_kin (demo, family, surname, grandmother, mother_born, error);
}
