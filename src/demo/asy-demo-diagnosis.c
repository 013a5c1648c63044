/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include "demo/asy-demo-private.h"

/* Nothing here draws from the chances of the register: what a family's
 * diagnosis says follows from the number of the family. */

static const struct {
  const char *area;
  const char *difficulty;
} difficulties[] = {
  { "O1", "Brak stałego rytmu dnia, poranki pełne pośpiechu i krzyku." },
  { "O2", "Częste nieusprawiedliwione nieobecności dzieci w szkole i przedszkolu." },
  { "O3", "Zaległe bilanse zdrowia i szczepienia, niewykonane zalecenia lekarzy." },
  { "O4", "Zaległości w opłatach, wydatki nieplanowane." },
  { "O5", "Nieporządek w mieszkaniu, obowiązki spoczywają na jednej osobie." },
  { "O6", "Niezałatwione sprawy urzędowe, utracone świadczenia." },
  { "O7", "Brak stałego zatrudnienia dorosłych." },
  { "O8", "Kłótnie dorosłych przy dzieciach, brak rozmowy o trudnościach." },
  { "O9", "Rodzina żyje w odosobnieniu, dzieci nie mają zajęć poza domem." },
  { "O11", "Nadużywanie alkoholu przez jednego z dorosłych, dzieci bywają bez opieki." },
  { "O12", "Wilgoć w mieszkaniu, dzieci nie mają własnego miejsca do spania." },
  { "O13", "Rozłąka z dzieckiem w pieczy, rzadkie i nieprzygotowane spotkania." },
  { "O14", "Rodzice są zagubieni po rozpoznaniu choroby dziecka, nie znają przysługującej pomocy." },
};

static const char *const strengths[] = {
  "Silna więź rodziców z dziećmi, dzieci szukają u nich pociechy.",
  "Matka sama prosi o pomoc i dotrzymuje umówionych terminów.",
  "Dzieci chętnie się uczą i mają dobre relacje z rówieśnikami.",
  "Babcia mieszka blisko i pomaga w opiece.",
  "Rodzina potrafi gotować tanio i zdrowo.",
  "Rodzice umieją przyznać się do błędu i szukają rozwiązań.",
  "Starsze dziecko jest samodzielne i opiekuńcze.",
  NULL
};

static const struct {
  AsyDiagnosisItemLevel level;
  AsyDiagnosisItemState state;
  const char *body;
} resources[] = {
  { ASY_DIAGNOSIS_ITEM_LEVEL_SURROUNDINGS, ASY_DIAGNOSIS_ITEM_STATE_OWNED, "Życzliwa sąsiadka, która odprowadza dzieci" },
  { ASY_DIAGNOSIS_ITEM_LEVEL_FAMILY, ASY_DIAGNOSIS_ITEM_STATE_ENDANGERED, "Mieszkanie komunalne, zagrożone przez zaległości" },
  { ASY_DIAGNOSIS_ITEM_LEVEL_PERSON, ASY_DIAGNOSIS_ITEM_STATE_OWNED, "Wyuczony zawód krawcowej" },
  { ASY_DIAGNOSIS_ITEM_LEVEL_SURROUNDINGS, ASY_DIAGNOSIS_ITEM_STATE_MISSING, "Miejsce w świetlicy po lekcjach" },
  { ASY_DIAGNOSIS_ITEM_LEVEL_FAMILY, ASY_DIAGNOSIS_ITEM_STATE_OWNED, "Stałe świadczenia rodzinne" },
  { ASY_DIAGNOSIS_ITEM_LEVEL_PERSON, ASY_DIAGNOSIS_ITEM_STATE_MISSING, "Umiejętność planowania wydatków" },
};

static const char *const upbringing[] = {
  "Rodzice mają pełną władzę rodzicielską. Dzieci zadbane, lecz bez stałych granic; opieka bywa powierzana starszemu rodzeństwu.",
  "Rodzice kochają dzieci, ale karcą je krzykiem. Nie stwierdzono zaniedbań żywieniowych ani pielęgnacyjnych.",
  NULL
};
static const char *const housing[] = {
  "Mieszkanie komunalne, dwa pokoje z kuchnią, ogrzewanie gazowe, czysto.",
  "Wynajmowane dwa pokoje na trzecim piętrze, woda i prąd opłacone, w łazience wilgoć.",
  NULL
};
static const char *const income[] = {
  "Świadczenie wychowawcze, zasiłek rodzinny, prace dorywcze. Zaległość w czynszu za dwa miesiące.",
  "Wynagrodzenie jednego z rodziców i świadczenie wychowawcze. Rodzina nie prowadzi zeszytu wydatków.",
  NULL
};
static const char *const adult_health[] = {
  "Dorośli bez chorób przewlekłych. Uzależnień nie stwierdzono.",
  "Matka leczy się na nadciśnienie. Wcześniejsze leczenie odwykowe jednego z dorosłych, obecnie abstynencja.",
  NULL
};
static const char *const adult_work[] = {
  "Wykształcenie zawodowe, ostatnia stała praca dwa lata temu, rejestracja w urzędzie pracy.",
  "Praca na zmiany w magazynie; drugie z rodziców zajmuje się domem.",
  NULL
};
static const char *const relations[] = {
  "Więzi silne, spory o pieniądze. Procedury Niebieskie Karty nie wszczynano.",
  "Rodzice rozmawiają o dzieciach spokojnie, o sobie rzadko. Kontakty z dziadkami regularne.",
  NULL
};
static const char *const society[] = {
  "Rodzina załatwia sprawy w urzędach z pomocą pracownika socjalnego, sąsiedzi są życzliwi.",
  "Rodzina unika urzędów i szkoły, pisma odkłada nieotwarte.",
  NULL
};
static const char *const expectations[] = {
  "Rodzina chce spokojniejszych poranków i pomocy w rozmowach ze szkołą.",
  "Rodzice oczekują pomocy w ugodzie o czynsz i w uporządkowaniu pism.",
  NULL
};
static const char *const conclusions[] = {
  "Pracę warto zacząć od spraw, w których rodzina sama widzi korzyść, i opierać na jej mocnych stronach.",
  "Plan powinien objąć najpierw bezpieczeństwo i zdrowie dzieci, a potem sprawy bytowe.",
  NULL
};
static const char *const places[] = {
  "Własne łóżko, lekcje odrabia przy stole w kuchni.", "Śpi z rodzeństwem, brak biurka.", "Własny kąt z biurkiem i lampką.", NULL
};
static const char *const small_places[] = { "Własne łóżeczko, zabawki w pokoju rodziców.", "Śpi w pokoju z rodzeństwem.", NULL };
static const char *const voices[] = {
  "Chcę, żeby rano nikt nie krzyczał.", "Lubię, jak gramy razem w niedzielę.", "Chciałbym chodzić na basen.",
  "Wolałabym mieć swoje biurko.", NULL
};

static const char *
pick (const char *const *texts, guint number)
{
  return texts[number % g_strv_length ((char **) texts)];
}

static void
set_texts (DemoFamily *family, AsyDiagnosis *diagnosis)
{
  const guint n = family->number;

  asy_diagnosis_set_upbringing (diagnosis, pick (upbringing, n));
  asy_diagnosis_set_housing (diagnosis, pick (housing, n / 2));
  asy_diagnosis_set_income (diagnosis, pick (income, n / 3));
  asy_diagnosis_set_health (diagnosis, pick (adult_health, n / 2 + 1));
  if (family->fate == DEMO_DIAGNOSIS)
    return;
  asy_diagnosis_set_work (diagnosis, pick (adult_work, n / 3 + 1));
  asy_diagnosis_set_relations (diagnosis, pick (relations, n));
  asy_diagnosis_set_society (diagnosis, pick (society, n / 2));
  asy_diagnosis_set_expectations (diagnosis, pick (expectations, n));
  asy_diagnosis_set_child_voice (diagnosis, pick (asy_demo_child_voices, n));
  asy_diagnosis_set_conclusions (diagnosis, pick (conclusions, n / 2));
}

static const char *
find_difficulty (const char *area)
{
  for (guint i = 0; i < G_N_ELEMENTS (difficulties); i++)
    if (g_str_equal (difficulties[i].area, area))
      return difficulties[i].difficulty;
  return asy_demo_themes[0].title;
}

static AsyDiagnosisItem *
new_item (gint64 diagnosis_id, AsyDiagnosisItemKind kind, const char *body, guint position)
{
  AsyDiagnosisItem *item = asy_diagnosis_item_new ();

  asy_diagnosis_item_set_diagnosis_id (item, diagnosis_id);
  asy_diagnosis_item_set_kind (item, kind);
  asy_diagnosis_item_set_body (item, body);
  asy_diagnosis_item_set_position (item, position + 1);
  return item;
}

static gboolean
add_difficulties (Demo *demo, DemoFamily *family, gint64 diagnosis_id, GError **error)
{
  for (guint i = 0; i < family->n_themes; i++)
    {
      const char *area = asy_demo_themes[family->themes[i]].area;
      g_autoptr (AsyDiagnosisItem) item = new_item (diagnosis_id, ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY, find_difficulty (area), i);

      asy_diagnosis_item_set_area (item, area);
      asy_diagnosis_item_set_severity (item, 1 + (family->number + i) % 3);
      if (!demo_insert (demo, item, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_strengths (Demo *demo, DemoFamily *family, gint64 diagnosis_id, GError **error)
{
  for (guint i = 0; i < DEMO_STRENGTHS; i++)
    {
      g_autoptr (AsyDiagnosisItem) item = new_item (diagnosis_id, ASY_DIAGNOSIS_ITEM_KIND_STRENGTH,
                                                    pick (strengths, family->number + 3 * i), i);

      if (!demo_insert (demo, item, error))
        return FALSE;
      family->strengths[i] = asy_record_get_id (ASY_RECORD (item));
    }
  return TRUE;
}

static gboolean
add_resources (Demo *demo, DemoFamily *family, gint64 diagnosis_id, GError **error)
{
  for (guint i = 0; i < 2; i++)
    {
      const guint which = (family->number + 3 * i) % G_N_ELEMENTS (resources);
      g_autoptr (AsyDiagnosisItem) item = new_item (diagnosis_id, ASY_DIAGNOSIS_ITEM_KIND_RESOURCE, resources[which].body, i);

      asy_diagnosis_item_set_level (item, resources[which].level);
      asy_diagnosis_item_set_state (item, resources[which].state);
      if (resources[which].level == ASY_DIAGNOSIS_ITEM_LEVEL_PERSON)
        asy_diagnosis_item_set_person_id (item, family->main_adult_id);
      if (!demo_insert (demo, item, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_child (Demo *demo, DemoFamily *family, gint64 diagnosis_id, guint place, GError **error)
{
  const DemoChild *child = &g_array_index (family->children, DemoChild, place);
  const guint n = family->number + place;
  const int age = asy_day_get_age (child->born, demo->today);
  g_autoptr (AsyChildSheet) sheet = asy_child_sheet_new ();

  asy_child_sheet_set_diagnosis_id (sheet, diagnosis_id);
  asy_child_sheet_set_person_id (sheet, child->id);
  asy_child_sheet_set_health (sheet, pick (asy_demo_child_health, n));
  if (child->is_at_home)
    asy_child_sheet_set_place_at_home (sheet, pick (age >= 7 ? places : small_places, n));
  if (age >= 3)
    {
      asy_child_sheet_set_school (sheet, pick (age >= 7 ? asy_demo_child_school : asy_demo_child_kindergarten, n));
      asy_child_sheet_set_voice (sheet, pick (voices, n));
    }
  return demo_insert (demo, sheet, error);
}

/* One that is being written has no strengths yet, and of the children only the first. */
static gboolean
add_parts (Demo *demo, DemoFamily *family, gint64 diagnosis_id, GError **error)
{
  const gboolean is_whole = family->fate != DEMO_DIAGNOSIS;

  if (!add_difficulties (demo, family, diagnosis_id, error) || !add_resources (demo, family, diagnosis_id, error))
    return FALSE;
  if (is_whole && !add_strengths (demo, family, diagnosis_id, error))
    return FALSE;
  for (guint i = 0; i < family->children->len && (is_whole || i == 0); i++)
    if (!add_child (demo, family, diagnosis_id, i, error))
      return FALSE;
  return TRUE;
}

gboolean
demo_add_diagnosis (Demo *demo, DemoFamily *family, AsyDay diagnosis_on, GError **error)
{
  g_autoptr (AsyDiagnosis) diagnosis = asy_diagnosis_new ();

  asy_diagnosis_set_case_file_id (diagnosis, family->case_id);
  asy_diagnosis_set_made_on (diagnosis, MIN (demo_working_day (family->from + 6), demo->today));
  asy_diagnosis_set_completed_on (diagnosis, diagnosis_on);
  set_texts (family, diagnosis);
  return demo_insert (demo, diagnosis, error) &&
         add_parts (demo, family, asy_record_get_id (ASY_RECORD (diagnosis)), error);
}

/* Who works with the family already. */

static const AsyDemoTask *
find_institution (const AsyDemoTheme *theme)
{
  for (guint i = 0; theme->tasks[i].what != NULL; i++)
    if (theme->tasks[i].provider_kind != NULL)
      return &theme->tasks[i];
  return NULL;
}

static gboolean
add_provider (Demo *demo, DemoFamily *family, guint place, GError **error)
{
  static const char *const results[] = { "regularne wizyty, wyraźna poprawa", "rodzina przychodzi nieregularnie",
                                         "zalecenia wdrażane w domu", NULL };
  const AsyDemoTask *task = find_institution (&asy_demo_themes[family->themes[place]]);
  g_autoptr (AsyInvolvement) record = asy_involvement_new ();

  if (task == NULL)
    return TRUE;
  asy_involvement_set_family_id (record, family->id);
  asy_involvement_set_provider_id (record, demo_find_provider (demo, task->provider_kind, family->number));
  asy_involvement_set_doing (record, task->what);
  asy_involvement_set_from_day (record, demo_working_day (family->notice_on - 60 - (AsyDay) (family->number % 90)));
  asy_involvement_set_result (record, pick (results, family->number));
  if (family->until != ASY_DAY_NONE)
    asy_involvement_set_until_day (record, family->until);
  return demo_insert (demo, record, error);
}

static gboolean
add_court_officer (Demo *demo, DemoFamily *family, GError **error)
{
  g_autoptr (AsyInvolvement) record = asy_involvement_new ();

  asy_involvement_set_family_id (record, family->id);
  asy_involvement_set_who (record, "Kurator sądowy Olga Szuwar");
  asy_involvement_set_contact (record, "600 100 200");
  asy_involvement_set_doing (record, "Nadzór kuratora, odwiedziny raz w miesiącu");
  asy_involvement_set_from_day (record, demo_working_day (family->notice_on));
  if (family->until != ASY_DAY_NONE)
    asy_involvement_set_until_day (record, family->until);
  return demo_insert (demo, record, error);
}

gboolean
demo_add_involvements (Demo *demo, DemoFamily *family, GError **error)
{
  for (guint i = 0; i < family->n_themes && i < 2; i++)
    if (!add_provider (demo, family, i, error))
      return FALSE;
  return family->path != ASY_CASE_PATH_COURT || add_court_officer (demo, family, error);
}
