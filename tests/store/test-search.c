/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"
#include "store/asy-families.h"
#include "store/asy-kin.h"
#include "store/asy-repo.h"
#include "store/asy-search.h"

static gint64
save (StoreFixture *f, gpointer record)
{
  g_autoptr (AsyRecord) owned G_GNUC_UNUSED = record;
  g_autoptr (GError) error = NULL;

  asy_repo_save (f->session, record, &error);
  g_assert_no_error (error);
  return asy_record_get_id (record);
}

/* `kind:title` of all hits, in order, with `|` between. */
static char *
found (StoreFixture *f, const char *const *kinds, const char *text, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = asy_search (f->session, kinds, text, limit, &error);
  g_autoptr (GString) line = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < groups->len; i++)
    {
      const AsySearchGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->hits->len; j++)
        {
          const AsySearchHit *hit = g_ptr_array_index (group->hits, j);

          g_assert_cmpstr (hit->kind, ==, group->kind);
          g_string_append_printf (line, "%s%s:%s", line->len > 0 ? "|" : "", group->kind, hit->title);
        }
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
add_name (StoreFixture *f, gint64 person_id, const char *family_name, const char *changed_on)
{
  AsyPersonName *name = asy_person_name_new ();

  asy_person_name_set_person_id (name, person_id);
  asy_person_name_set_family_name (name, family_name);
  asy_person_name_set_changed_on (name, store_fixture_day (changed_on));
  save (f, name);
}

static gint64
add_malinowscy (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  AsyCase *case_file = asy_case_new ();
  AsyCourtRequest *request = asy_court_request_new ();
  AsyPerson *person = asy_person_new ();
  AsyMember *member = asy_member_new ();
  gint64 case_id, person_id;

  store_fixture_add_person (f, family_id, "Łucja", "Malinowska-Żak", "daughter", "2015-03-02");
  asy_person_set_given_name (person, "Beata");
  asy_person_set_family_name (person, "Malinowska");
  asy_person_set_pesel (person, "85071400124");
  asy_person_set_phone (person, "601234567");
  person_id = save (f, person);
  add_name (f, person_id, "Ślązak", "2008-05-03");
  add_name (f, person_id, "Żurek", "2014-05-03");
  asy_member_set_family_id (member, family_id);
  asy_member_set_person_id (member, person_id);
  asy_member_set_role (member, "mother");
  save (f, member);
  asy_case_set_family_id (case_file, family_id);
  asy_case_set_notice_on (case_file, asy_day_new (2025, 5, 1));
  asy_case_set_court_signature (case_file, "V Nkd 17/24");
  case_id = save (f, case_file);
  asy_court_request_set_case_file_id (request, case_id);
  asy_court_request_set_signature (request, "III Nsm 128/26");
  asy_court_request_set_received_on (request, asy_day_new (2026, 3, 16));
  asy_court_request_set_due_on (request, asy_day_new (2026, 3, 30));
  save (f, request);
  asy_search_index_family (f->session, family_id, &error);
  g_assert_no_error (error);
  return family_id;
}

static gint64
add_provider (StoreFixture *f, const char *name, const char *city, gboolean is_retired)
{
  g_autoptr (GError) error = NULL;
  AsyProvider *provider = asy_provider_new ();
  gint64 id;

  asy_provider_set_name (provider, name);
  asy_provider_set_kind (provider, "diagnostic");
  asy_provider_set_city (provider, city);
  asy_provider_set_scope (provider, "logopeda, wczesne wspomaganie");
  asy_provider_set_phone (provider, "710000410");
  asy_provider_set_retired (provider, is_retired);
  id = save (f, provider);
  asy_search_index_provider (f->session, id, &error);
  g_assert_no_error (error);
  return id;
}

/* Any name of old finds, with or without Polish letters, and stands with whoever is found. */
static void
test_former_names (StoreFixture *f, gconstpointer user_data)
{
  static const char *const texts[] = { "slazak", "Ślązak", "ŻUREK", "beata zurek" };
  const char *const kinds[] = { ASY_SEARCH_PERSON, NULL };

  (void) add_malinowscy (f);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) groups = asy_search (f->session, kinds, texts[i], 10, NULL);
      const AsySearchHit *hit;

      g_assert_cmpuint (groups->len, ==, 1);
      hit = ((AsySearchGroup *) groups->pdata[0])->hits->pdata[0];
      g_assert_cmpstr (hit->title, ==, "Beata Malinowska");
      g_assert_cmpstr (hit->former, ==, "Żurek, Ślązak");
    }
}

/* More people than are asked about at once: each gets their own. */
static void
test_former_names_of_many (StoreFixture *f, gconstpointer user_data)
{
  const char *const kinds[] = { ASY_SEARCH_PERSON, NULL };
  const gint64 family_id = store_fixture_add_family (f, "Chabrowie");
  g_autoptr (GPtrArray) groups = NULL;
  GPtrArray *hits;

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *former = g_strdup_printf ("Dawna%c", 'a' + i);

      add_name (f, store_fixture_add_person (f, family_id, "Anna", "Chaber", "daughter", "2015-03-02"), former, "2020-01-01");
    }
  g_assert_true (asy_search_index_family (f->session, family_id, NULL));
  groups = asy_search (f->session, kinds, "chaber", 20, NULL);
  hits = ((AsySearchGroup *) groups->pdata[0])->hits;
  g_assert_cmpuint (hits->len, ==, 20);
  for (guint i = 0; i < hits->len; i++)
    {
      const AsySearchHit *hit = hits->pdata[i];
      g_autofree char *former = g_strdup_printf ("Dawna%c", 'a' + (int) hit->id - 1);

      g_assert_cmpstr (hit->former, ==, former);
    }
}

/* Notes, who cares for a child, and the carer's coordinator with the phone in either way of writing. */
static void
test_notes_and_carers (StoreFixture *f, gconstpointer user_data)
{
  static const char *const texts[] = { "zolty pies", "Żółty", "krokus", "koordynacka", "500003377", "500 003 377" };
  const gint64 family_id = add_malinowscy (f);
  g_autoptr (AsyFamily) family = asy_repo_load (f->session, ASY_TYPE_FAMILY, family_id, NULL);
  g_autoptr (GPtrArray) places = asy_repo_list_by_id (f->session, ASY_TYPE_MEMBER, "WHERE t.family_id = :id ORDER BY t.id", family_id, NULL);
  const char *const kinds[] = { ASY_SEARCH_FAMILY, NULL };

  asy_family_set_notes (family, "Na podwórku żółty pies.");
  g_assert_true (asy_repo_save (f->session, family, NULL));
  asy_member_set_carer (places->pdata[0], "Halina Krokus (babcia)");
  asy_member_set_care_coordinator (places->pdata[0], "Zofia Koordynacka");
  asy_member_set_care_coordinator_phone (places->pdata[0], "500003377");
  g_assert_true (asy_repo_save (f->session, places->pdata[0], NULL));
  g_assert_true (asy_search_index_family (f->session, family_id, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *hits = found (f, kinds, texts[i], 10);

      g_test_message ("%s", texts[i]);
      g_assert_cmpstr (hits, ==, "family:Malinowscy");
    }
}

static void
test_a_family_is_found_by_all_that_is_hers (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *text;
    const char *hits;
  } rows[] = {
    { "malin", "family:Malinowscy|person:Beata Malinowska|person:Łucja Malinowska-Żak" },
    { "MALINOWSCY", "family:Malinowscy" },
    { "beata malinowska", "family:Malinowscy|person:Beata Malinowska" },
    { "lucja", "family:Malinowscy|person:Łucja Malinowska-Żak" },
    { "zak", "family:Malinowscy|person:Łucja Malinowska-Żak" },
    { "slazak", "family:Malinowscy|person:Beata Malinowska" },
    { "850714", "family:Malinowscy|person:Beata Malinowska" },
    { "601 234", "family:Malinowscy|person:Beata Malinowska" },
    { "601234567", "family:Malinowscy|person:Beata Malinowska" },
    { "600 000 401", "family:Malinowscy" },
    { "zmyslona 5", "family:Malinowscy" },
    { "wroclaw olbin", "family:Malinowscy" },
    { "nsm 128/26", "family:Malinowscy" },
    { "nkd 17", "family:Malinowscy" },
    { "2015-03-02", "person:Łucja Malinowska-Żak" },
    { "malinowscy 999", "" },
    { "inowscy", "" },
    { "\"* OR _family", "" },
    { "   ", "" },
    { "", "" },
  };

  add_malinowscy (f);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *line = found (f, NULL, rows[i].text, 10);

      g_assert_cmpstr (line, ==, rows[i].hits);
    }
}

static void
test_subtitles_say_where (StoreFixture *f, gconstpointer user_data)
{
  static const char *const people[] = { ASY_SEARCH_PERSON, NULL };
  g_autoptr (GError) error = NULL;
  const gint64 first = add_malinowscy (f);
  const gint64 second = store_fixture_add_family (f, "Leśni");
  AsyMember *member = asy_member_new ();
  g_autoptr (GPtrArray) groups = NULL;
  const AsySearchGroup *group;

  asy_member_set_family_id (member, second);
  asy_member_set_person_id (member, store_fixture_query_int (f, "SELECT id FROM person WHERE given_name = 'Beata'"));
  asy_member_set_role (member, "mother");
  save (f, member);
  g_assert_true (asy_search_index_family (f->session, second, &error));

  groups = asy_search (f->session, people, "beata", 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 1);
  group = g_ptr_array_index (groups, 0);
  g_assert_cmpuint (group->hits->len, ==, 1);
  g_assert_cmpstr (((AsySearchHit *) g_ptr_array_index (group->hits, 0))->subtitle, ==, "Leśni · Malinowscy");
  g_clear_pointer (&groups, g_ptr_array_unref);

  groups = asy_search (f->session, NULL, "malinowscy", 5, &error);
  group = g_ptr_array_index (groups, 0);
  g_assert_cmpstr (((AsySearchHit *) g_ptr_array_index (group->hits, 0))->subtitle, ==, "ul. Zmyślona 5 m. 2, Wrocław");
  g_assert_cmpint (((AsySearchHit *) g_ptr_array_index (group->hits, 0))->id, ==, first);
}

static void
test_a_new_name_replaces_the_old (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = add_malinowscy (f);
  g_autoptr (AsyFamily) family = asy_repo_load (f->session, ASY_TYPE_FAMILY, id, &error);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *words = NULL;

  asy_family_set_name (family, "Wiśniewscy");
  g_assert_true (asy_repo_save (f->session, family, &error));
  g_assert_true (asy_search_index_family (f->session, id, &error));
  g_assert_no_error (error);

  before = found (f, NULL, "malinowscy", 5);
  g_assert_cmpstr (before, ==, "");
  after = found (f, NULL, "wisniewscy", 5);
  g_assert_cmpstr (after, ==, "family:Wiśniewscy");
  words = store_fixture_query_text (f, "SELECT folded FROM family");
  g_assert_true (g_str_has_prefix (words, "wisniewscy ul zmyslona"));
}

static void
test_only_what_changed_becomes_the_newest (StoreFixture *f, gconstpointer user_data)
{
  static const char *const families[] = { ASY_SEARCH_FAMILY, NULL };
  g_autoptr (GError) error = NULL;
  const gint64 first = store_fixture_add_family (f, "Nowak A");
  const gint64 second = store_fixture_add_family (f, "Nowak B");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (asy_search_index_family (f->session, first, &error));
  g_assert_true (asy_search_index_family (f->session, second, &error));
  g_assert_true (asy_search_index_family (f->session, first, &error));
  before = found (f, families, "wroclaw", 5);
  g_assert_cmpstr (before, ==, "family:Nowak B|family:Nowak A");

  store_fixture_add_person (f, first, "Jan", "Nowak", "father", "1980-01-01");
  g_assert_true (asy_search_index_family (f->session, first, &error));
  g_assert_no_error (error);
  after = found (f, families, "wroclaw", 5);
  g_assert_cmpstr (after, ==, "family:Nowak A|family:Nowak B");
}

static void
test_the_beginning_of_a_title_comes_first (StoreFixture *f, gconstpointer user_data)
{
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;

  add_provider (f, "Łódzka Poradnia Rodzinna", "Łódź", FALSE);
  add_provider (f, "Poradnia w Łodzi", "Łódź", FALSE);
  add_provider (f, "Ośrodek dawny", "Łódź", TRUE);
  all = found (f, NULL, "lodz", 10);
  g_assert_cmpstr (all, ==, "provider:Łódzka Poradnia Rodzinna|provider:Poradnia w Łodzi");
  one = found (f, NULL, "lodz", 1);
  g_assert_cmpstr (one, ==, "provider:Łódzka Poradnia Rodzinna");
}

static void
test_a_provider_is_found_by_kind_scope_and_phone (StoreFixture *f, gconstpointer user_data)
{
  static const char *const words[] = { "poradnia psych", "logoped", "71 000 04 10", "710000410", "gorzow" };

  add_provider (f, "Zespół nr 41", "Gorzów Wielkopolski", FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *line = found (f, NULL, words[i], 5);

      g_assert_cmpstr (line, ==, "provider:Zespół nr 41");
    }
}

static void
test_papers_are_found_by_mark_signature_and_family (StoreFixture *f, gconstpointer user_data)
{
  static const char *const words[] = { "ar 4021 15", "nsm 128", "malinowscy opinia", "ewa zmyslona" };
  static const char *const papers[] = { ASY_SEARCH_LETTER, NULL };
  g_autoptr (GError) error = NULL;
  const gint64 family_id = add_malinowscy (f);
  AsyLetter *letter = asy_letter_new ();
  gint64 id;

  asy_letter_set_kind (letter, "opinion");
  asy_letter_set_title (letter, "Opinia o rodzinie");
  asy_letter_set_mark (letter, "AR.4021.15.2026");
  asy_letter_set_family_id (letter, family_id);
  asy_letter_set_worker_id (letter, store_fixture_add_worker (f, "Ewa", "Zmyślona"));
  asy_letter_set_court_request_id (letter, store_fixture_query_int (f, "SELECT id FROM court_request"));
  id = save (f, letter);
  g_assert_true (asy_search_index_letter (f->session, id, &error));
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *line = found (f, papers, words[i], 5);

      g_assert_cmpstr (line, ==, "letter:Opinia o rodzinie");
    }
}

static void
test_reindexing_finds_everything_again (StoreFixture *f, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  store_fixture_add_person (f, store_fixture_add_family (f, "Żurawinowie"), "Zofia", "Żurawina", "mother", "1990-01-01");
  store_fixture_add_worker (f, "Zofia", "Wzorcowa");
  line = found (f, NULL, "zofia", 5);
  g_assert_cmpstr (line, ==, "");
  g_clear_pointer (&line, g_free);

  g_assert_true (asy_search_reindex (f->session, &error));
  g_assert_no_error (error);
  line = found (f, NULL, "zofia", 5);
  g_assert_cmpstr (line, ==, "family:Żurawinowie|person:Zofia Żurawina|worker:Zofia Wzorcowa");
}

/* What is written about a family leads to the tab where it stands; with and without Polish letters. */
static void
test_texts (StoreFixture *f, gconstpointer user_data)
{
  static const struct {
    const char *words;
    const char *found;
  } rows[] = {
    { "świetlica gwóźdź", "visits:Malinowscy" },
    { "swietlica gwozdz", "visits:Malinowscy" },
    { "latarnia", "diagnosis:Malinowscy" },
    { "wdzięczn", "diagnosis:Malinowscy" },
    { "wronczyn", "case:Malinowscy" },
    { "dozorczyni", "case:Malinowscy" },
    { "zlosliwy pies", "safety:Malinowscy" },
    { "wychowawczyni", "safety:Malinowscy" },
    { "same w piwnicy", "safety:Malinowscy" },
    { "slazak", "family:Malinowscy|person:Beata Malinowska" },
  };
  const gint64 family_id = add_malinowscy (f);
  const gint64 case_id = store_fixture_query_int (f, "SELECT id FROM case_file");
  g_autoptr (AsyCase) case_file = asy_repo_load (f->session, ASY_TYPE_CASE, case_id, NULL);
  AsyVisit *visit = asy_visit_new ();
  AsyDiagnosis *diagnosis = asy_diagnosis_new ();
  AsyDiagnosisItem *item = asy_diagnosis_item_new ();
  AsyMonitoringCard *card = asy_monitoring_card_new ();
  AsyFamilyWarning *warning = asy_family_warning_new ();
  AsyObservation *observation = asy_observation_new ();
  AsyIntervention *intervention = asy_intervention_new ();
  gint64 diagnosis_id;

  asy_visit_set_family_id (visit, family_id);
  asy_visit_set_worker_id (visit, store_fixture_add_worker (f, "Ewa", "Zmyślona"));
  asy_visit_set_day (visit, STORE_FIXTURE_TODAY);
  asy_visit_set_kind (visit, "home");
  asy_visit_set_course (visit, "Świetlica: wbiliśmy gwóźdź.");
  save (f, visit);
  asy_diagnosis_set_case_file_id (diagnosis, case_id);
  asy_diagnosis_set_made_on (diagnosis, STORE_FIXTURE_TODAY);
  asy_diagnosis_set_housing (diagnosis, "Latarnia za oknem.");
  diagnosis_id = save (f, diagnosis);
  asy_diagnosis_item_set_diagnosis_id (item, diagnosis_id);
  asy_diagnosis_item_set_body (item, "wdzięczność");
  save (f, item);
  asy_case_set_notice (case_file, "Przyjechali z Wrończyna.");
  g_assert_true (asy_case_save (f->session, case_file, NULL));
  asy_monitoring_card_set_case_file_id (card, case_id);
  asy_monitoring_card_set_day (card, STORE_FIXTURE_TODAY);
  asy_monitoring_card_set_note (card, "Mówi dozorczyni.");
  save (f, card);
  asy_family_warning_set_family_id (warning, family_id);
  asy_family_warning_set_reason (warning, "złośliwy pies");
  asy_family_warning_set_from_day (warning, STORE_FIXTURE_TODAY);
  save (f, warning);
  asy_observation_set_family_id (observation, family_id);
  asy_observation_set_day (observation, STORE_FIXTURE_TODAY);
  asy_observation_set_source (observation, "school");
  asy_observation_set_body (observation, "dzwoni wychowawczyni");
  save (f, observation);
  asy_intervention_set_family_id (intervention, family_id);
  asy_intervention_set_day (intervention, STORE_FIXTURE_TODAY);
  asy_intervention_set_seen (intervention, "dzieci same w piwnicy");
  save (f, intervention);

  /* As it was saved, and made anew. */
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          g_autofree char *line = found (f, NULL, rows[i].words, 8);

          g_assert_cmpstr (line, ==, rows[i].found);
        }
      g_assert_true (asy_search_reindex (f->session, NULL));
    }
}

/* A text that is no more is found no more; a family's new name stands on its hits. */
static void
test_texts_change (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = add_malinowscy (f);
  g_autoptr (AsyFamily) family = asy_repo_load (f->session, ASY_TYPE_FAMILY, family_id, NULL);
  g_autoptr (AsyFamilyWarning) warning = asy_family_warning_new ();
  g_autofree char *renamed = NULL, *changed = NULL, *old = NULL, *removed = NULL;
  g_autoptr (GError) error = NULL;

  asy_family_warning_set_family_id (warning, family_id);
  asy_family_warning_set_reason (warning, "gęsi");
  asy_family_warning_set_from_day (warning, STORE_FIXTURE_TODAY);
  g_assert_true (asy_repo_save (f->session, warning, &error));
  asy_family_set_name (family, "Malinowscy z Lipowej");
  g_assert_true (asy_family_save (f->session, family, &error));
  renamed = found (f, NULL, "gesi", 8);
  g_assert_cmpstr (renamed, ==, "safety:Malinowscy z Lipowej");
  asy_family_warning_set_reason (warning, "kozy");
  g_assert_true (asy_repo_save (f->session, warning, &error));
  changed = found (f, NULL, "kozy", 8);
  g_assert_cmpstr (changed, ==, "safety:Malinowscy z Lipowej");
  old = found (f, NULL, "gesi", 8);
  g_assert_cmpstr (old, ==, "");
  g_assert_true (asy_repo_delete (f->session, warning, &error));
  g_assert_no_error (error);
  removed = found (f, NULL, "kozy", 8);
  g_assert_cmpstr (removed, ==, "");
}

/* A grandmother who stands in no family is found, and leads to her grandchild's. */
static void
test_relatives (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = add_malinowscy (f);
  const gint64 mother_id = store_fixture_query_int (f, "SELECT id FROM person WHERE given_name = 'Beata'");
  g_autoptr (AsyPerson) grandmother = asy_person_new ();
  g_autoptr (AsyKinship) kinship = asy_kinship_new ();
  g_autofree char *line = NULL, *anew = NULL, *gone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 found_id = 0;

  asy_person_set_given_name (grandmother, "Genowefa");
  asy_person_set_family_name (grandmother, "Ślązak");
  g_assert_true (asy_repo_save (f->session, grandmother, &error));
  asy_kinship_set_child_id (kinship, mother_id);
  asy_kinship_set_parent_id (kinship, asy_record_get_id (ASY_RECORD (grandmother)));
  g_assert_true (asy_kinship_save (f->session, kinship, &error));
  g_assert_no_error (error);
  line = found (f, NULL, "genow", 8);
  g_assert_cmpstr (line, ==, "person:Genowefa Ślązak");
  g_assert_true (asy_search_reindex (f->session, &error));
  anew = found (f, NULL, "genow", 8);
  g_assert_cmpstr (anew, ==, "person:Genowefa Ślązak");
  g_assert_true (asy_person_find_family (f->session, asy_record_get_id (ASY_RECORD (grandmother)), &found_id, &error));
  g_assert_cmpint (found_id, ==, family_id);
  g_assert_true (asy_kinship_remove (f->session, kinship, &error));
  gone = found (f, NULL, "genow", 8);
  g_assert_cmpstr (gone, ==, "");
}

static void
test_words_of_plans_and_assessments (StoreFixture *f, gconstpointer user_data)
{
  const gint64 family_id = store_fixture_add_family (f, "Malinowscy");
  const gint64 case_id = store_fixture_add_case (f, family_id, "2025-01-20");
  AsyPlan *plan = asy_plan_new ();
  AsyPlanReview *review = asy_plan_review_new ();
  AsyAssessment *assessment = asy_assessment_new ();
  g_autoptr (GError) error = NULL;

  asy_plan_set_case_file_id (plan, case_id);
  asy_plan_set_consult_remarks (plan, "dopisać logopedę");
  asy_plan_review_set_plan_id (review, save (f, plan));
  asy_plan_review_set_day (review, store_fixture_day ("2025-06-01"));
  asy_plan_review_set_note (review, "świetlica pomaga");
  save (f, review);
  asy_assessment_set_case_file_id (assessment, case_id);
  asy_assessment_set_from_day (assessment, store_fixture_day ("2025-02-01"));
  asy_assessment_set_until_day (assessment, store_fixture_day ("2025-07-31"));
  asy_assessment_set_risks (assessment, "zalewanie piwnicy");
  save (f, assessment);
  for (int pass = 0; pass < 2; pass++)
    {
      g_autofree char *remark = found (f, NULL, "logopede", 8);
      g_autofree char *note = found (f, NULL, "swietlica", 8);
      g_autofree char *risk = found (f, NULL, "piwnicy", 8);

      g_assert_cmpstr (remark, ==, "plan:Malinowscy");
      g_assert_cmpstr (note, ==, "plan:Malinowscy");
      g_assert_cmpstr (risk, ==, "assessments:Malinowscy");
      g_assert_true (asy_search_reindex (f->session, &error));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/search/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("a-family-is-found-by-all-that-is-hers", test_a_family_is_found_by_all_that_is_hers);
  ADD ("notes-and-carers", test_notes_and_carers);
  ADD ("words-of-plans-and-assessments", test_words_of_plans_and_assessments);
  ADD ("former-names", test_former_names);
  ADD ("former-names-of-many", test_former_names_of_many);
  ADD ("subtitles-say-where", test_subtitles_say_where);
  ADD ("a-new-name-replaces-the-old", test_a_new_name_replaces_the_old);
  ADD ("only-what-changed-becomes-the-newest", test_only_what_changed_becomes_the_newest);
  ADD ("the-beginning-of-a-title-comes-first", test_the_beginning_of_a_title_comes_first);
  ADD ("a-provider-is-found-by-kind-scope-and-phone", test_a_provider_is_found_by_kind_scope_and_phone);
  ADD ("papers-are-found-by-mark-signature-and-family", test_papers_are_found_by_mark_signature_and_family);
  ADD ("texts-lead-to-their-tab", test_texts);
  ADD ("texts-change", test_texts_change);
  ADD ("relatives-outside-families", test_relatives);
  ADD ("reindexing-finds-everything-again", test_reindexing_finds_everything_again);
#undef ADD

  return g_test_run ();
}
