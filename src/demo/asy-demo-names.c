/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-demo"

#include "config.h"

#include "demo/asy-demo-texts.h"

/* Plants and birds, so that nobody takes the families for real ones. The first
 * few are the families that the pages and papers are shown with. */
#define ADJECTIVE(stem) { stem "owska", stem "owski", stem "owscy" }
#define NOUN(word, family) { word, word, family }

const AsyDemoSurname asy_demo_surnames[] = {
  ADJECTIVE ("Malin"), NOUN ("Borówka", "Borówkowie"), NOUN ("Dereń", "Dereniowie"), NOUN ("Wrzos", "Wrzosowie"),
  NOUN ("Jaśmin", "Jaśminowie"), NOUN ("Leszczyna", "Leszczynowie"), NOUN ("Rokita", "Rokitowie"),
  NOUN ("Głóg", "Głogowie"), NOUN ("Sasanka", "Sasankowie"), NOUN ("Zawilec", "Zawilcowie"),
  NOUN ("Żurawina", "Żurawinowie"), NOUN ("Jarząb", "Jarzębowie"), NOUN ("Olcha", "Olchowie"),
  NOUN ("Bratek", "Bratkowie"), NOUN ("Kalina", "Kalinowie"), NOUN ("Irys", "Irysowie"),
  { "Paprotna", "Paprotny", "Paprotni" }, NOUN ("Krokus", "Krokusowie"), NOUN ("Sikora", "Sikorowie"),
  NOUN ("Szpak", "Szpakowie"), NOUN ("Czyżyk", "Czyżykowie"), NOUN ("Gil", "Gilowie"), NOUN ("Zięba", "Ziębowie"),
  NOUN ("Kos", "Kosowie"), NOUN ("Drozd", "Drozdowie"), NOUN ("Dudek", "Dudkowie"), NOUN ("Żuraw", "Żurawiowie"),
  NOUN ("Czapla", "Czaplowie"), NOUN ("Perkoz", "Perkozowie"), NOUN ("Wilga", "Wilgowie"), NOUN ("Kulik", "Kulikowie"),
  NOUN ("Trznadel", "Trznadlowie"), NOUN ("Makolągwa", "Makolągwowie"), NOUN ("Pustułka", "Pustułkowie"),
  NOUN ("Rudzik", "Rudzikowie"), NOUN ("Słowik", "Słowikowie"), NOUN ("Skowronek", "Skowronkowie"),
  NOUN ("Jaskółka", "Jaskółkowie"), NOUN ("Kukułka", "Kukułkowie"), NOUN ("Dzierlatka", "Dzierlatkowie"),
  NOUN ("Mak", "Makowie"), NOUN ("Chaber", "Chabrowie"), NOUN ("Rumianek", "Rumiankowie"),
  NOUN ("Nagietek", "Nagietkowie"), NOUN ("Stokrotka", "Stokrotkowie"), NOUN ("Fiołek", "Fiołkowie"),
  NOUN ("Konwalia", "Konwaliowie"), NOUN ("Dzwonek", "Dzwonkowie"), NOUN ("Goździk", "Goździkowie"),
  NOUN ("Tulipan", "Tulipanowie"), NOUN ("Narcyz", "Narcyzowie"), NOUN ("Piwonia", "Piwoniowie"),
  NOUN ("Lawenda", "Lawendowie"), NOUN ("Szałwia", "Szałwiowie"), NOUN ("Lubczyk", "Lubczykowie"),
  NOUN ("Kminek", "Kminkowie"), NOUN ("Tymianek", "Tymiankowie"), NOUN ("Rozmaryn", "Rozmarynowie"),
  NOUN ("Melisa", "Melisowie"), NOUN ("Szczaw", "Szczawiowie"), NOUN ("Pokrzywa", "Pokrzywowie"),
  NOUN ("Łopian", "Łopianowie"), NOUN ("Koniczyna", "Koniczynowie"), NOUN ("Bodziszek", "Bodziszkowie"),
  NOUN ("Barwinek", "Barwinkowie"), NOUN ("Przylaszczka", "Przylaszczkowie"), NOUN ("Śnieżyczka", "Śnieżyczkowie"),
  NOUN ("Poziomka", "Poziomkowie"), NOUN ("Jeżyna", "Jeżynowie"), NOUN ("Agrest", "Agrestowie"),
  NOUN ("Porzeczka", "Porzeczkowie"), NOUN ("Pigwa", "Pigwowie"), NOUN ("Tarnina", "Tarninowie"),
  NOUN ("Rokitnik", "Rokitnikowie"), NOUN ("Berberys", "Berberysowie"), NOUN ("Kruszyna", "Kruszynowie"),
  NOUN ("Trzmielina", "Trzmielinowie"), NOUN ("Jałowiec", "Jałowcowie"), NOUN ("Modrzew", "Modrzewiowie"),
  NOUN ("Świerk", "Świerkowie"), NOUN ("Jodła", "Jodłowie"), NOUN ("Sosna", "Sosnowie"), NOUN ("Cis", "Cisowie"),
  NOUN ("Grab", "Grabowie"), NOUN ("Buk", "Bukowie"), NOUN ("Jesion", "Jesionowie"), NOUN ("Jawor", "Jaworowie"),
  NOUN ("Wiąz", "Wiązowie"), NOUN ("Topola", "Topolowie"), NOUN ("Osika", "Osikowie"), NOUN ("Wierzba", "Wierzbowie"),
  NOUN ("Brzoza", "Brzozowie"), NOUN ("Akacja", "Akacjowie"), NOUN ("Platan", "Platanowie"),
  ADJECTIVE ("Jagod"), ADJECTIVE ("Śliw"), ADJECTIVE ("Wiśni"), ADJECTIVE ("Czereśni"), ADJECTIVE ("Jabłon"),
  ADJECTIVE ("Grusz"), ADJECTIVE ("Orzech"), ADJECTIVE ("Kasztan"), ADJECTIVE ("Bez"), ADJECTIVE ("Trzcin"),
  ADJECTIVE ("Sitar"), ADJECTIVE ("Mech"), ADJECTIVE ("Ostrężn"), ADJECTIVE ("Szyszk"), ADJECTIVE ("Żołęd"),
  ADJECTIVE ("Kłos"), ADJECTIVE ("Owsian"), ADJECTIVE ("Żyt"), ADJECTIVE ("Gryk"), ADJECTIVE ("Lnian"),
  ADJECTIVE ("Rzepik"), ADJECTIVE ("Pszon"), ADJECTIVE ("Dereni"), ADJECTIVE ("Miętus"), ADJECTIVE ("Krzewin"),
};
const guint asy_demo_n_surnames = G_N_ELEMENTS (asy_demo_surnames);

const char *const asy_demo_mothers[] = {
  "Beata", "Anna", "Katarzyna", "Magdalena", "Joanna", "Monika", "Agnieszka", "Marta", "Aleksandra", "Paulina",
  "Karolina", "Sylwia", "Justyna", "Ewelina", "Natalia", "Kinga", "Dorota", "Iwona", "Renata", "Weronika",
  "Patrycja", "Angelika", "Klaudia", "Dominika", "Kamila", "Edyta", "Aneta", "Izabela", "Marzena", "Wioletta", NULL
};

const char *const asy_demo_fathers[] = {
  "Rafał", "Piotr", "Krzysztof", "Tomasz", "Marcin", "Paweł", "Michał", "Łukasz", "Grzegorz", "Adam",
  "Kamil", "Mateusz", "Dawid", "Sebastian", "Daniel", "Mariusz", "Robert", "Jacek", "Dariusz", "Artur",
  "Przemysław", "Konrad", "Damian", "Radosław", "Bartosz", NULL
};

const char *const asy_demo_girls[] = {
  "Oliwia", "Lena", "Zuzanna", "Maja", "Julia", "Hanna", "Zofia", "Amelia", "Alicja", "Pola", "Nadia", "Wiktoria",
  "Nina", "Gabriela", "Liliana", "Antonina", "Iga", "Marcelina", "Kornelia", "Helena", "Blanka", "Michalina", NULL
};

const char *const asy_demo_boys[] = {
  "Kacper", "Stanisław", "Antoni", "Jakub", "Filip", "Szymon", "Aleksander", "Franciszek", "Mikołaj", "Wojciech",
  "Adam", "Igor", "Oskar", "Nikodem", "Ignacy", "Tymon", "Leon", "Marcel", "Fabian", "Borys", "Hubert", "Olaf", NULL
};

const char *const asy_demo_grandmothers[] = {
  "Halina", "Krystyna", "Danuta", "Teresa", "Barbara", "Jadwiga", "Irena", "Elżbieta", "Zofia", "Grażyna", NULL
};

const char *const asy_demo_grandfathers[] = {
  "Jan", "Stanisław", "Andrzej", "Józef", "Jerzy", "Kazimierz", "Henryk", "Ryszard", NULL
};

#define STAFF(stem) { stem "a", stem "y", NULL }

const AsyDemoSurname asy_demo_staff[] = {
  STAFF ("Zmyślon"), STAFF ("Wzorcow"), STAFF ("Szkicow"), { "Makieta", "Makieta", NULL }, STAFF ("Przykładn"),
  STAFF ("Fikcyjn"), STAFF ("Umown"), STAFF ("Pokazow"), STAFF ("Domyśln"), STAFF ("Poglądow"), STAFF ("Bajkow"),
  STAFF ("Modelow"), STAFF ("Papierow"), STAFF ("Testow"), STAFF ("Wymyśln"), STAFF ("Niebył"), STAFF ("Ćwiczebn"),
  STAFF ("Szkoln"), STAFF ("Rysunkow"), STAFF ("Próbn"), STAFF ("Książkow"), STAFF ("Zastępcz"), STAFF ("Teatraln"),
  STAFF ("Makatow"), STAFF ("Tablicow"),
};
const guint asy_demo_n_staff = G_N_ELEMENTS (asy_demo_staff);

const char *const asy_demo_streets[] = {
  "ul. Cichego Młyna", "ul. Jeżynowa", "ul. Poziomkowa", "ul. Sowia", "ul. Bociania", "ul. Paprociowa", "ul. Wrzosowa Dolina",
  "ul. Nad Stawem", "ul. Zielonej Bramy", "ul. Stary Sad", "ul. Makowa", "ul. Chabrowa", "ul. Pod Kasztanem",
  "ul. Jaskółcza", "ul. Łąkowa Górka", "ul. Trzech Brzóz", "ul. Leśny Zaułek", "ul. Krucza Wieża", "ul. Miętowa",
  "pl. Pod Dębem", "al. Starych Lip", "ul. Ślimacza", "ul. Szyszkowa", "ul. Kwietnego Brzegu", "ul. Tataraków",
  "ul. Rumiankowa", "ul. Ptasich Gniazd", "ul. Świerszczowa", "ul. Borowikowa", "ul. Wiklinowa Brama", NULL
};

const char *const asy_demo_districts[] = {
  "Nadrzecze", "Stare Młyny", "Podlas", "Zagaje", "Ogrody", "Zatorze", "Wzgórza", "Przystań", NULL
};
