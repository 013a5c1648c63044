/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include "demo/asy-demo-texts.h"

const char *const asy_demo_notices[] = {
  "Szkoła zgłasza powtarzające się nieobecności dzieci i brak kontaktu z rodzicami.",
  "Rodzice proszą o pomoc w prowadzeniu domu i wychowaniu dzieci po narodzinach kolejnego dziecka.",
  "Pracownik socjalny zgłasza trudności w gospodarowaniu budżetem i zadłużenie czynszowe.",
  "Położna zgłasza, że młoda matka potrzebuje wsparcia w opiece nad niemowlęciem.",
  "Kurator informuje o zaniedbaniach opiekuńczych i potrzebie stałego wsparcia rodziny.",
  "Dzielnicowy zgłasza kłótnie w domu w obecności dzieci.",
  "Poradnia wskazuje na trudności rodziców w stawianiu granic i potrzebę pracy w domu rodziny.",
  "Rodzina po przeprowadzce, bez wsparcia bliskich, prosi o pomoc w sprawach urzędowych.",
  NULL
};

const char *const asy_demo_main_goals[] = {
  "Samodzielne i bezpieczne zaspokajanie potrzeb dzieci przez rodziców",
  "Trwały powrót rodziny do samodzielności w wychowaniu dzieci i prowadzeniu domu",
  "Pozostanie dzieci w domu rodzinnym i poprawa ich warunków rozwoju",
  "Powrót dziecka z pieczy zastępczej i utrzymanie osiągniętych zmian",
  "Wzmocnienie więzi w rodzinie i poprawa sytuacji bytowej",
  NULL
};

const char *const asy_demo_summaries[] = {
  "Rodzina jest ze sobą zżyta i otwarta na pomoc. Największe trudności sprawia jej organizacja dnia i kontakt ze szkołą. "
  "Zasobem jest wsparcie babci oraz dobre relacje rodzeństwa.",
  "Rodzice dbają o bieżące potrzeby dzieci, lecz nie radzą sobie z zadłużeniem i sprawami urzędowymi. "
  "Mocną stroną jest gotowość do nauki i poczucie humoru.",
  "Po trudnym okresie rodzina odbudowuje zaufanie. Dzieci potrzebują stałych zasad, a dorośli czasu dla siebie. "
  "Wsparcie daje szkoła i sąsiedzi.",
  "Samodzielny rodzic łączy opiekę z pracą dorywczą. Brakuje mu sieci wsparcia, ma natomiast dobry kontakt z dziećmi "
  "i wie, co chce zmienić.",
  NULL
};

const char *const asy_demo_plan_rules[] = {
  "Spotkania odbywają się w domu rodziny w umówionym dniu. Odwołanie najpóźniej dzień wcześniej, telefonicznie.",
  "Rodzina i asystent mówią sobie wprost o trudnościach. Dzieci biorą udział w części spotkań, gdy tego chcą.",
  "Zmiany w planie uzgadniane są wspólnie. Raz na kwartał spotkanie z pracownikiem socjalnym.",
  NULL
};

const char *const asy_demo_changes[] = {
  "Skład rodziny nie zmienił się. Starsze dziecko rozpoczęło naukę w nowej klasie.",
  "Jedno z rodziców podjęło pracę na pół etatu, opiekę w tym czasie zapewnia babcia.",
  "Rodzina przeprowadziła się do większego mieszkania w tej samej dzielnicy.",
  "Ojciec dzieci zamieszkał osobno, kontakty odbywają się w weekendy.",
  "W rodzinie urodziło się dziecko, matka i noworodek są zdrowi.",
  NULL
};

const char *const asy_demo_cooperations[] = {
  "Rodzina przyjmuje asystenta, lecz część ustaleń pozostaje niewykonana.",
  "Współpraca jest zmienna: po tygodniach dużej aktywności następują okresy odwoływania wizyt.",
  "Rodzina jest obecna na umówionych spotkaniach i wykonuje większość ustaleń.",
  "Rodzice sami proponują tematy spotkań i informują o trudnościach.",
  NULL
};

const char *const asy_demo_institutions[] = {
  "Stały kontakt z wychowawcami i pedagogiem szkolnym; dwa spotkania z pracownikiem socjalnym.",
  "Poradnia psychologiczno-pedagogiczna wydała opinię, zalecenia są wdrażane w szkole.",
  "Kurator odwiedza rodzinę raz w miesiącu, uwagi są omawiane wspólnie.",
  "Rodzina korzysta z placówki wsparcia dziennego i z pomocy żywnościowej.",
  NULL
};

const char *const asy_demo_risks[] = {
  "Nie stwierdzono bezpośrednich zagrożeń dla dzieci.",
  "Ryzyko powrotu zaległości w opłatach w razie utraty pracy przez rodzica.",
  "Ryzyko przeciążenia rodzica samodzielnie opiekującego się dziećmi.",
  "Napięcia między dorosłymi mogą odbijać się na dzieciach; plan bezpieczeństwa jest znany rodzinie.",
  NULL
};

const char *const asy_demo_helps[] = {
  "Regularne wizyty w domu, ćwiczenie umiejętności wychowawczych, towarzyszenie w urzędzie i poradni.",
  "Pomoc w sporządzeniu budżetu i ugody, wsparcie w kontaktach ze szkołą.",
  "Praca nad organizacją dnia, wspólne wizyty u lekarza, rozmowy z dziećmi o ich potrzebach.",
  "Rozmowy z rodzicami i dziećmi, pomoc w sprawach urzędowych, stały kontakt z pracownikiem socjalnym.",
  NULL
};

const char *const asy_demo_help_in_illness = "Koordynacja rehabilitacji i świadczeń, wsparcie emocjonalne rodziców.";

const char *const asy_demo_answer =
  "Odpowiedź na podstawie wizyt i okresowej oceny: warunki wychowawcze są wystarczające i poprawiają się, "
  "rodzina współpracuje z asystentem, a dzieci są objęte potrzebną pomocą.";

const char *const asy_demo_findings =
  "W okresie objętym opinią dzieci miały zapewnioną opiekę i uczestniczyły w zajęciach. Rodzina wykonała większość zadań planu, "
  "a trudności wymienione w punktach 6 i 7 zmniejszyły się.";

const char *const asy_demo_situation =
  "Dzieci mają zapewnioną opiekę i uczestniczą w zajęciach. Rodzina wykonuje większość zadań planu, a warunki w domu są lepsze "
  "niż na początku pracy.";

const char *const asy_demo_judgement =
  "W ocenie asystenta rodzina potrzebuje dalszego wsparcia w dotychczasowej formie. Zmiany są trwałe w zakresie opieki nad dziećmi, "
  "a w sprawach bytowych wymagają utrwalenia.";

const char *const asy_demo_family_views[] = {
  "Rodzice uważają, że najbardziej pomogły im wizyty poświęcone porankom i szkole. Chcą kontynuować współpracę.",
  "Rodzina docenia pomoc w urzędach. Wolałaby rzadsze wizyty, gdy rozpocznie się praca.",
  "Rodzic mówi, że czuje się pewniej i rzadziej krzyczy na dzieci.",
  "Rodzina zgadza się z oceną, poprosiła o dopisanie starań o mieszkanie.",
  NULL
};

const char *const asy_demo_child_voices[] = {
  "Starsze dziecko mówi, że w domu jest spokojniej i lubi wspólne niedziele.",
  "Dziecko chciałoby mieć własne biurko i częściej wychodzić na plac zabaw.",
  "Dzieci nie chciały rozmawiać przy dorosłych, w rozmowie osobnej nie zgłosiły trudności.",
  "Dziecko cieszy się z zajęć po szkole i opowiada o nowych kolegach.",
  NULL
};

const char *const asy_demo_conclusions[] = {
  "Osiągnięte zmiany są widoczne, lecz wymagają utrwalenia. Proponuje się kontynuację pracy według planu.",
  "Cele dotyczące szkoły osiągnięto, plan należy uzupełnić o sprawy mieszkaniowe.",
  "Rodzina radzi sobie samodzielnie w większości obszarów. Proponuje się przygotowanie zakończenia współpracy.",
  "Postęp jest powolny. Proponuje się kontynuację i większy udział poradni.",
  NULL
};

const char *const asy_demo_child_health[] = {
  "Dziecko zdrowe, szczepienia aktualne.", "Częste infekcje, pod opieką lekarza rodzinnego.",
  "Wada wzroku, nosi okulary.", "Alergia pokarmowa, dieta przestrzegana.", "Leczenie zębów w toku.",
  "W trakcie diagnozy w poradni neurologicznej.", NULL
};

const char *const asy_demo_child_school[] = {
  "Uczęszcza regularnie, bez uwag.", "Trudności w czytaniu, korzysta z zajęć wyrównawczych.",
  "Frekwencja wzrosła, zaległości nadrabiane.", "Aktywny udział w zajęciach sportowych.",
  "Pod opieką pedagoga szkolnego, stopnie poprawiły się.", NULL
};

const char *const asy_demo_child_kindergarten[] = {
  "Chętnie chodzi do przedszkola, lubi zajęcia ruchowe.", "Uczęszcza do przedszkola, po chorobach wraca z opóźnieniem.",
  "Dobrze czuje się w grupie, korzysta z zajęć logopedycznych.", NULL
};

const char *const asy_demo_child_development[] = {
  "Rozwój odpowiedni do wieku.", "Opóźniony rozwój mowy, terapia logopedyczna raz w tygodniu.",
  "Dziecko otwarte, łatwo nawiązuje kontakt.", "Wymaga wsparcia w radzeniu sobie ze złością.",
  "Samodzielne w codziennych czynnościach.", NULL
};

const char *const asy_demo_duties_of_court[] = {
  "Zobowiązanie rodziców do współpracy z asystentem rodziny",
  "Zobowiązanie matki do pracy z asystentem rodziny i uczestnictwa w warsztatach umiejętności wychowawczych",
  "Nadzór kuratora i zobowiązanie do współpracy z asystentem rodziny",
  NULL
};

const char *const asy_demo_questions[] = {
  "1. Jakie są warunki wychowawcze małoletnich?\n2. Jak rodzice współpracują z asystentem?\n3. Czy potrzebna jest dalsza ingerencja sądu?",
  "1. Jak przebiegają kontakty dziecka z rodzicami?\n2. Czy warunki w domu pozwalają na powrót dziecka?",
  "1. Czy małoletni uczęszczają do szkoły?\n2. Jaka jest sytuacja bytowa rodziny?",
  NULL
};

const char *const asy_demo_subjects[] = {
  "o ograniczenie władzy rodzicielskiej", "o zmianę zarządzeń opiekuńczych", "o wgląd w sytuację małoletnich",
  "o ustalenie kontaktów z dzieckiem", "o powrót małoletniej do rodziny", NULL
};

const char *const asy_demo_end_notes[] = {
  "Rodzina osiągnęła cele planu i radzi sobie samodzielnie.",
  "Rodzina złożyła rezygnację, poinformowano ją o możliwości powrotu.",
  "Rodzina przeprowadziła się, sprawę przekazano ośrodkowi w nowym miejscu zamieszkania.",
  "Pomoc kontynuuje poradnia specjalistyczna.",
  NULL
};

const AsyDemoWarning asy_demo_warnings[ASY_DEMO_N_WARNINGS] = {
  { ASY_WARNING_KIND_TWO_PERSON, "Agresywne zachowanie partnera wobec pracownika", FALSE },
  { ASY_WARNING_KIND_ANIMAL, "W mieszkaniu jest duży pies, przed wizytą zadzwonić", FALSE },
  { ASY_WARNING_KIND_DANGER, "Niebezpieczne schody w kamienicy, brak światła na klatce", TRUE },
  { ASY_WARNING_KIND_NO_CONTACT, "Ojciec ma zakaz zbliżania się do matki i dzieci", TRUE },
  { ASY_WARNING_KIND_INFECTION, "Ospa wietrzna u najmłodszego dziecka", TRUE },
};

const AsyDemoObservation asy_demo_observations[ASY_DEMO_N_OBSERVATIONS] = {
  { "school", "wychowawczyni", "Frekwencja wyraźnie lepsza, dziecko przychodzi przygotowane do lekcji.", FALSE },
  { "school", "pedagog szkolna", "Dziecko bywa głodne i zmęczone, zasypia na lekcjach.", TRUE },
  { "health", "lekarka rodzinna", "Szczepienia uzupełnione, następny bilans za pół roku.", FALSE },
  { "social-worker", "pracownica socjalna", "Mieszkanie czyste, opał na zimę zapewniony.", FALSE },
  { "health", "położna środowiskowa", "Matka nie zgłosiła się z niemowlęciem na kontrolę wagi.", TRUE },
};

const char *const asy_demo_threats[ASY_DEMO_N_THREATS] = {
  "Dzieci same w mieszkaniu wieczorem, drzwi otworzyło najstarsze. Rodziców nie było od południa.",
  "Oboje rodzice nietrzeźwi, niemowlę płakało w łóżeczku, nikt nie potrafił go nakarmić.",
  "Świeże ślady uderzeń na plecach i ramieniu dziecka, dziecko bało się wrócić do domu.",
};

const char *const asy_demo_dangers[] = {
  "Zapach alkoholu u jednego z dorosłych, dzieci przebywały pod opieką babci. Powiadomiono pracownika socjalnego.",
  "Dziecko samo w mieszkaniu przez około pół godziny. Omówiono plan opieki, powiadomiono koordynatora.",
  "Siniak na ręce dziecka, wyjaśniony upadkiem z roweru. Zalecono wizytę u lekarza.",
  NULL
};

const char *const asy_demo_missed[] = { "absent", "cancelled-family", "cancelled-assistant", "not-let-in", "illness", NULL };

const char *const asy_demo_family_notes[] = {
  "Domofon nie działa, dzwonić na telefon.", "Wejście od podwórza.", "Najlepiej umawiać się po 15:00.",
  "Młodsze dziecko śpi między 12:00 a 14:00.", NULL
};

const AsyDemoInstitution asy_demo_institutions_of_town[] = {
  { "diagnostic", "Poradnia Psychologiczno-Pedagogiczna nr %d", 6, "Diagnoza, opinie i orzeczenia, terapia dzieci, porady dla rodziców", "0–18", "bezpłatnie", "wniosek rodzica", "3 tygodnie" },
  { "counselling", "Punkt Poradnictwa Rodzinnego nr %d", 5, "Konsultacje dla rodziców, warsztaty umiejętności wychowawczych", "rodziny", "bezpłatnie", NULL, "tydzień" },
  { "crisis", "Ośrodek Interwencji Kryzysowej", 1, "Pomoc w nagłym kryzysie, schronienie, psycholog całą dobę", "wszyscy", "bezpłatnie", NULL, "od ręki" },
  { "day-support", "Placówka Wsparcia Dziennego „Azyl” nr %d", 8, "Opieka po szkole, odrabianie lekcji, posiłek", "6–16", "bezpłatnie", "zgłoszenie rodzica", "wolne miejsca" },
  { "psychologist", "Gabinet psychologiczny nr %d", 8, "Psychoterapia dzieci i dorosłych", "wszyscy", "120 zł", NULL, "2 tygodnie" },
  { "psychiatrist", "Poradnia Zdrowia Psychicznego nr %d", 4, "Leczenie psychiatryczne dorosłych", "dorośli", "NFZ", "bez skierowania", "2 miesiące" },
  { "child-psychiatrist", "Ośrodek Środowiskowej Opieki Psychologicznej dla Dzieci nr %d", 3, "Psychiatra i psycholog dziecięcy, wizyty domowe", "3–18", "NFZ", "bez skierowania", "miesiąc" },
  { "addiction", "Poradnia Leczenia Uzależnień nr %d", 4, "Terapia uzależnienia i współuzależnienia", "dorośli", "NFZ", "bez skierowania", "tydzień" },
  { "alcohol-board", "Komisja Rozwiązywania Problemów Alkoholowych", 1, "Motywowanie do leczenia, wnioski do sądu", "dorośli", "bezpłatnie", NULL, NULL },
  { "mediator", "Mediator rodzinny nr %d", 4, "Mediacje okołorozwodowe i rodzinne", "dorośli", "według umowy", NULL, "2 tygodnie" },
  { "family-therapist", "Pracownia Terapii Rodzin nr %d", 4, "Terapia rodzin i par", "rodziny", "bezpłatnie ze skierowaniem ośrodka", "skierowanie", "miesiąc" },
  { "lawyer", "Punkt Nieodpłatnej Pomocy Prawnej nr %d", 6, "Porady prawne, alimenty, zadłużenie", "dorośli", "bezpłatnie", "oświadczenie", "kilka dni" },
  { "pediatrician", "Przychodnia dla Dzieci nr %d", 10, "Pediatra, bilanse, szczepienia", "0–18", "NFZ", NULL, "tydzień" },
  { "midwife", "Położna środowiskowa nr %d", 5, "Wizyty patronażowe, opieka nad noworodkiem", "matki i noworodki", "NFZ", NULL, "od ręki" },
  { "early-support", "Zespół Wczesnego Wspomagania Rozwoju nr %d", 4, "Terapia małych dzieci z opóźnieniami", "0–6", "bezpłatnie", "opinia poradni", "2 miesiące" },
  { "physiotherapy", "Ośrodek Rehabilitacji Dzieci nr %d", 4, "Rehabilitacja ruchowa", "0–18", "NFZ", "skierowanie", "miesiąc" },
  { "speech", "Gabinet logopedyczny nr %d", 6, "Terapia mowy", "3–12", "80 zł", NULL, "tydzień" },
  { "school", "Szkoła Podstawowa nr %d", 18, "Nauka, świetlica, pedagog", "7–15", "bezpłatnie", NULL, NULL },
  { "kindergarten", "Przedszkole Miejskie nr %d", 16, "Wychowanie przedszkolne", "3–6", "opłata za wyżywienie", "zapisy w marcu", NULL },
  { "nursery", "Żłobek Miejski nr %d", 6, "Opieka nad najmłodszymi", "1–3", "opłata według uchwały", "wniosek", "kilka miesięcy" },
  { "day-room", "Świetlica Środowiskowa nr %d", 6, "Zajęcia popołudniowe", "7–15", "bezpłatnie", NULL, "wolne miejsca" },
  { "job-centre", "Urząd Pracy", 1, "Oferty pracy, kursy, staże", "dorośli", "bezpłatnie", "dowód tożsamości", NULL },
  { "council", "Urząd Miasta, Wydział Mieszkań", 1, "Lokale komunalne, dodatki mieszkaniowe", "mieszkańcy", "bezpłatnie", "wniosek", "miesiąc" },
  { "welfare", "Dział Pomocy Środowiskowej – rejon %d", 6, "Praca socjalna, zasiłki, wywiady", "mieszkańcy", "bezpłatnie", NULL, NULL },
  { "family-centre", "Centrum Pomocy Rodzinie", 1, "Piecza zastępcza, koordynatorzy", "rodziny", "bezpłatnie", NULL, NULL },
  { "police", "Komisariat – dzielnicowy, rejon %d", 8, "Bezpieczeństwo, Niebieska Karta", "wszyscy", "bezpłatnie", NULL, "od ręki" },
  { "violence", "Ośrodek Wsparcia dla Osób Doznających Przemocy", 1, "Schronienie, pomoc psychologiczna i prawna", "wszyscy", "bezpłatnie", NULL, "od ręki" },
  { "mothers-home", "Dom dla Matek z Dziećmi", 1, "Czasowy pobyt z dziećmi", "matki z dziećmi", "bezpłatnie", "skierowanie", "tydzień" },
  { "food-bank", "Punkt wydawania żywności nr %d", 4, "Paczki żywnościowe", "rodziny", "bezpłatnie", "skierowanie ośrodka", NULL },
  { "ngo", "Stowarzyszenie „Dobre Sąsiedztwo” – koło nr %d", 6, "Odzież, meble, wolontariat", "rodziny", "bezpłatnie", NULL, NULL },
  { "housing", "Spółdzielnia Mieszkaniowa „Zielone Wzgórze” – administracja %d", 5, "Czynsze, ugody, usterki", "mieszkańcy", NULL, NULL, NULL },
  { "culture-sport", "Dom Kultury – filia %d", 6, "Zajęcia plastyczne, muzyczne i sportowe", "dzieci i młodzież", "bezpłatnie", "zapisy", NULL },
  { "social-integration", "Klub Integracji Społecznej", 1, "Warsztaty, zatrudnienie wspierane", "dorośli", "bezpłatnie", "skierowanie", NULL },
  { "specialist", "Specjalistyczna Poradnia Dziecka i Rodziny nr %d", 3, "Diagnoza FAS, zaburzenia więzi", "0–18", "NFZ", "skierowanie", "3 miesiące" },
  { "adoption", "Ośrodek Adopcyjny", 1, "Procedury adopcyjne", "rodziny", "bezpłatnie", NULL, NULL },
};
const guint asy_demo_n_institutions = G_N_ELEMENTS (asy_demo_institutions_of_town);
