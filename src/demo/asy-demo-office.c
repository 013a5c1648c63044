/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include <string.h>

#include "base/asy-text.h"
#include "demo/asy-demo-private.h"
#include "store/asy-bulk.h"
#include "store/asy-offices.h"

/* The office is not older than its rights: nobody works without the
 * authorisation and the undertaking of art. 7 ust. 4. The machine's own day
 * counts when it is earlier than the one the histories end on. */
static AsyDay
authorised_on (Demo *demo)
{
  g_autoptr (AsyClock) real = asy_clock_new_system ();

  return MIN (demo->today, asy_clock_get_today (real)) - 365;
}

static gboolean
add_user (Demo *demo, const char *login, const char *full_name, AsyUserRole role, const char *position, gint64 worker_id,
          GError **error)
{
  g_autoptr (AsyUser) user = asy_user_new ();

  asy_user_set_login (user, login);
  asy_user_set_full_name (user, full_name);
  asy_user_set_role (user, role);
  asy_user_set_position (user, position);
  asy_user_set_worker_id (user, worker_id);
  asy_user_set_authorised_on (user, authorised_on (demo));
  asy_user_set_secrecy_on (user, authorised_on (demo));
  return demo_insert (demo, user, error);
}

static gboolean
add_courts (Demo *demo, GError **error)
{
  static const struct
  {
    const char *name;
    const char *division;
    const char *street;
  } courts[] = {
    { "Sąd Rejonowy " ASY_DEMO_IN_PLACE, "III Wydział Rodzinny i Nieletnich", "pl. Pod Dębem 1" },
    { "Sąd Rejonowy dla Wzgórz " ASY_DEMO_IN_PLACE, "IV Wydział Rodzinny i Nieletnich", "ul. Krucza Wieża 12" },
    { "Sąd Okręgowy " ASY_DEMO_IN_PLACE, "II Wydział Cywilny Rodzinny", "al. Starych Lip 3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (courts); i++)
    {
      g_autoptr (AsyCourt) court = asy_court_new ();

      asy_court_set_name (court, courts[i].name);
      asy_court_set_division (court, courts[i].division);
      asy_court_set_street (court, courts[i].street);
      asy_court_set_postcode (court, "99-900");
      asy_court_set_city (court, ASY_DEMO_PLACE);
      asy_court_set_phone (court, "500000010");
      if (!demo_insert (demo, court, error))
        return FALSE;
      demo->courts[i] = asy_record_get_id (ASY_RECORD (court));
    }
  return TRUE;
}

static gboolean
set_office (Demo *demo, GError **error)
{
  g_autoptr (AsyOfficeFile) file = asy_office_file_load (demo->session, error);
  AsyOffice *office;

  if (file == NULL)
    return FALSE;
  office = file->office;
  asy_office_set_name (office, "Rejestr pokazowy");
  asy_office_set_unit_kind (office, ASY_OFFICE_UNIT_KIND_MOPS);
  asy_office_set_team_name (office, "Zespół Asysty Rodzinnej");
  asy_office_set_street (office, "ul. Wiklinowa Brama 14");
  asy_office_set_postcode (office, "99-900");
  asy_office_set_city (office, ASY_DEMO_PLACE);
  asy_office_set_place_line (office, ASY_DEMO_PLACE);
  asy_office_set_phone (office, "500000001");
  asy_office_set_email (office, "asysta@example.org");
  asy_office_set_head_name (office, "Barbara Wzorowa");
  asy_office_set_head_title (office, "Kierownik");
  asy_office_set_organ (office, "Prezydent Miasta");
  asy_office_set_letter_mark (office, "AR.4021.{n}.{year}");
  asy_office_set_default_court_id (office, demo->courts[0]);
  asy_office_set_visits_a_month (office, 4);
  asy_office_set_caseload_warning (office, 13);
  asy_office_set_quarterly_reviews (office, demo_makes_reviews (demo));
  asy_office_set_monthly_reports (office, demo_makes_reviews (demo));
  asy_office_set_demo (office, TRUE);
  return asy_office_save (demo->session, office, error);
}

/* ezmyslona, then ezmyslona2 for the next one of that name. */
static char *
make_login (AsyWorker *worker, guint number)
{
  g_autofree char *given = asy_text_fold (asy_worker_get_given_name (worker));
  g_autofree char *family = asy_text_fold (asy_worker_get_family_name (worker));

  return number < asy_demo_n_staff ? g_strdup_printf ("%c%s", given[0], family) : g_strdup_printf ("%c%s%u", given[0], family, number);
}

static void
name_worker (Demo *demo, AsyWorker *worker, guint number)
{
  /* Those whom the pages are shown with. */
  static const char *const first[] = { "Ewa", "Marek", "Iwona", "Paweł", "Jolanta", "Daria" };
  static const gboolean first_female[] = { TRUE, FALSE, TRUE, FALSE, TRUE, TRUE };
  const AsyDemoSurname *surname = &asy_demo_staff[number % asy_demo_n_staff];
  const gboolean is_first = number < G_N_ELEMENTS (first);
  const gboolean is_female = is_first ? first_female[number] : demo_chance (demo, 85);

  asy_worker_set_sex (worker, is_female ? ASY_WORKER_SEX_FEMALE : ASY_WORKER_SEX_MALE);
  asy_worker_set_family_name (worker, is_female ? surname->female : surname->male);
  asy_worker_set_given_name (worker, is_first ? first[number]
                                              : demo_pick (demo, is_female ? asy_demo_mothers : asy_demo_fathers));
}

static gboolean
add_worker (Demo *demo, guint number, AsyDay employed_from, GError **error)
{
  static const char *const qualifications[] = {
    "praca socjalna, studia wyższe", "pedagogika, studia wyższe", "psychologia, studia wyższe",
    "wykształcenie średnie, szkolenie i trzy lata pracy z rodzinami", NULL
  };
  g_autoptr (AsyWorker) worker = asy_worker_new ();
  g_autofree char *name = NULL;
  g_autofree char *sort_name = NULL;
  g_autofree char *sort_key = NULL;
  g_autofree char *phone = g_strdup_printf ("5000001%02u", number % 100);
  g_autofree char *email = NULL;
  g_autofree char *login = NULL;
  gint64 id;

  name_worker (demo, worker, number);
  login = make_login (worker, number);
  email = g_strconcat (login, "@example.org", NULL);
  sort_name = g_strconcat (asy_worker_get_family_name (worker), " ", asy_worker_get_given_name (worker), NULL);
  sort_key = asy_text_sort_key (sort_name);
  asy_worker_set_sort_key (worker, sort_key);
  asy_worker_set_phone (worker, phone);
  asy_worker_set_email (worker, email);
  asy_worker_set_position (worker, number % 4 == 3 ? "starszy asystent rodziny" : "asystent rodziny");
  asy_worker_set_contract (worker, demo_chance (demo, 85) ? ASY_WORKER_CONTRACT_EMPLOYMENT : ASY_WORKER_CONTRACT_SERVICE);
  asy_worker_set_fte (worker, 1);
  asy_worker_set_employed_from (worker, employed_from);
  asy_worker_set_qualification (worker, demo_pick (demo, qualifications));
  asy_worker_set_authorised_on (worker, employed_from);
  asy_worker_set_secrecy_on (worker, employed_from);
  asy_worker_set_rspts_checked_on (worker, employed_from - 14);
  asy_worker_set_district (worker, asy_demo_districts[number % 8]);
  if (!demo_insert (demo, worker, error))
    return FALSE;
  id = asy_record_get_id (ASY_RECORD (worker));
  g_array_append_val (demo->workers, id);
  name = g_strconcat (asy_worker_get_given_name (worker), " ", asy_worker_get_family_name (worker), NULL);
  g_ptr_array_add (demo->worker_names, g_strdup (name));
  return add_user (demo, login, name, ASY_USER_ROLE_ASSISTANT, asy_worker_get_position (worker), id, error);
}

/* Before the first family that anybody can have had. */
static AsyDay
find_beginning (Demo *demo)
{
  const guint n_places = demo->scale->n_workers * DEMO_SLOTS;
  const guint n_most = demo->scale->n_archived / n_places + 1;

  return demo->today - 800 - n_most * (demo->scale->past_months * 45 + 21);
}

gboolean
demo_add_office (Demo *demo, const char *login, GError **error)
{
  const AsyDay beginning = find_beginning (demo);

  if (!add_courts (demo, error) || !set_office (demo, error) ||
      !add_user (demo, login, "Anna Próbna", ASY_USER_ROLE_COORDINATOR, "koordynator asysty rodzinnej", 0, error) ||
      !add_user (demo, "bwzorowa", "Barbara Wzorowa", ASY_USER_ROLE_HEAD, "kierownik", 0, error) ||
      !add_user (demo, "zradna", "Zofia Radna", ASY_USER_ROLE_SOCIAL_WORKER, "pracownik socjalny", 0, error))
    return FALSE;
  for (guint i = 0; i < demo->scale->n_workers; i++)
    if (!add_worker (demo, i, beginning, error))
      return FALSE;
  return TRUE;
}

static void
remember_provider (Demo *demo, const char *kind, gint64 id)
{
  GArray *ids = g_hash_table_lookup (demo->providers, kind);

  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (demo->providers, (gpointer) kind, ids);
    }
  g_array_append_val (ids, id);
}

gint64
demo_find_provider (Demo *demo, const char *kind, guint number)
{
  GArray *ids = kind != NULL ? g_hash_table_lookup (demo->providers, kind) : NULL;

  return ids != NULL ? g_array_index (ids, gint64, number % ids->len) : 0;
}

static char *
name_institution (const AsyDemoInstitution *institution, guint number)
{
  g_auto (GStrv) parts = g_strsplit (institution->name, "%d", 2);
  g_autofree char *digits = g_strdup_printf ("%u", number);

  return parts[1] != NULL ? g_strconcat (parts[0], digits, parts[1], NULL) : g_strdup (parts[0]);
}

static gboolean
add_provider (Demo *demo, const AsyDemoInstitution *institution, guint number, GError **error)
{
  static const char *const hours[] = { "pn–pt 8:00–16:00", "pn, śr 10:00–18:00, wt, czw, pt 8:00–15:00", "pn–pt 7:30–15:30", NULL };
  static const AsyDay ages[] = { 20, 70, 150, 400 };
  g_autoptr (AsyProvider) provider = asy_provider_new ();
  g_autofree char *name = name_institution (institution, number);
  g_autofree char *sort_key = asy_text_sort_key (name);
  const int house = demo_int (demo, 1, 60);
  g_autofree char *street = g_strdup_printf ("%s %d", demo_pick (demo, asy_demo_streets), house);
  g_autofree char *phone = g_strdup_printf ("50000%04d", demo_int (demo, 2000, 9999));

  asy_provider_set_name (provider, name);
  asy_provider_set_sort_key (provider, sort_key);
  asy_provider_set_kind (provider, institution->kind);
  asy_provider_set_street (provider, street);
  asy_provider_set_postcode (provider, "99-900");
  asy_provider_set_city (provider, ASY_DEMO_PLACE);
  asy_provider_set_district (provider, demo_pick (demo, asy_demo_districts));
  asy_provider_set_commune (provider, ASY_DEMO_PLACE);
  asy_provider_set_phone (provider, phone);
  asy_provider_set_scope (provider, institution->scope);
  asy_provider_set_age_group (provider, institution->age_group);
  asy_provider_set_cost (provider, institution->cost);
  asy_provider_set_requirements (provider, institution->requirements);
  asy_provider_set_waiting_time (provider, institution->waiting_time);
  asy_provider_set_hours (provider, demo_pick (demo, hours));
  asy_provider_set_crisis_24h (provider, g_str_equal (institution->kind, "crisis"));
  asy_provider_set_accessibility (provider, demo_chance (demo, 60) ? "podjazd, winda" : NULL);
  asy_provider_set_verified_on (provider, demo->today - ages[demo_int (demo, 0, G_N_ELEMENTS (ages) - 1)]);
  if (!demo_insert (demo, provider, error))
    return FALSE;
  remember_provider (demo, institution->kind, asy_record_get_id (ASY_RECORD (provider)));
  return TRUE;
}

gboolean
demo_add_providers (Demo *demo, GError **error)
{
  for (guint i = 0; i < asy_demo_n_institutions; i++)
    for (guint number = 1; number <= asy_demo_institutions_of_town[i].count; number++)
      if (!add_provider (demo, &asy_demo_institutions_of_town[i], number, error))
        return FALSE;
  return TRUE;
}
